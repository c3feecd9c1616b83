"""One pass over a folded text: every known form of every role, name and concept, and every number in digits.

The only file that uses the automaton. Word borders, clitics and letter case are checked after the hit.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from checker.text import DIGITS, Folded, number_of, word_after, word_before

# What a form asks of the place where it is found (bits of its flags).
CAPITAL = 1  # the text must write it with a capital
EXACT = 2  # the text must write it letter for letter as the pack does
SUFFIXES = 4  # may carry the language's suffixes (pronouns, plural s)
SHORT = 8  # a name that needs its full form in the same document
GLUED = 16  # stands directly behind digits: 20km, 3bn, 5th
SUFFIXED = 32  # stands only with a suffix: the t-form of a word in ta marbuta
CLOSED = 64  # a function word: takes no clitic but a conjunction

WRITTEN_MOST = 20  # code points of a number in digits; what is longer is a code
VERBS = frozenset(["concept", "say"])  # categories whose words may carry a future prefix


class Entry(NamedTuple):
    """What one form means: a role, `name` or `concept`, with its value and its language."""

    category: str
    value: object
    language: str
    flags: int
    written: str  # as the pack writes it, for EXACT


class Item(NamedTuple):
    """One hit: the form without clitics, but with its article, from start to end; `outer` is where its word begins."""

    outer: int
    start: int
    end: int
    category: str
    value: object
    language: str | None  # None: digits, which belong to every language
    prefix: str
    flags: int


@dataclass(slots=True)
class Alphabet:
    """The clitics of one language; `conjunctions` are all that a closed word takes, `future` those of a verb to come."""

    prefixes: frozenset[str]
    conjunctions: frozenset[str]
    articles: tuple[str, ...]  # prefixes that belong to the word: its span keeps them
    future: frozenset[str]
    suffixes: frozenset[str]


@dataclass(slots=True)
class Lexicon:
    """All forms of one script with their entries, and the automaton over them, built on first use."""

    forms: dict[str, list[Entry]]
    alphabets: dict[str, Alphabet]
    _keys: list[str] = field(default_factory=list)
    _automaton: AhoCorasick | None = None

    def hits(self, folded: str) -> list[tuple[str, int, int]]:
        """Every occurrence of every form, overlapping ones too: form, start, end."""
        if self._automaton is None:
            self._keys = list(self.forms)
            self._automaton = AhoCorasick(
                self._keys,
                matchkind=MatchKind.Standard,
                implementation=Implementation.ContiguousNFA,
                store_patterns=False,
            )
        keys = self._keys
        return [(keys[k], a, b) for k, a, b in self._automaton.find_matches_as_indexes(folded, overlapping=True)]


def words(lexicon: Lexicon, folded: Folded, original: str) -> list[Item]:
    """All forms of the lexicon that stand in the text with their borders, clitics and case as their entries ask."""
    text = folded.text
    found = []
    for form, start, end in lexicon.hits(text):
        before = start > 0 and text[start - 1].isalpha() and form[0].isalnum()
        after = end < len(text) and text[end].isalnum() and form[-1].isalnum()
        if (before or after) and not form[0].isalnum():
            continue
        outer = word_before(text, start) if before else start
        stop = word_after(text, end) if after else end
        prefix, suffix = text[outer:start], text[end:stop]
        for entry in lexicon.forms[form]:
            if _stands(entry, lexicon.alphabets[entry.language], prefix, suffix, text, start):
                if entry.flags & (CAPITAL | EXACT) and not _written(entry, folded, original, start, end):
                    continue
                begin = start - _article(prefix, lexicon.alphabets[entry.language])
                found.append(Item(outer, begin, end, entry.category, entry.value, entry.language, prefix, entry.flags))
    return found


def _stands(entry: Entry, alphabet: Alphabet, prefix: str, suffix: str, text: str, start: int) -> bool:
    if entry.flags & GLUED and not (start > 0 and (text[start - 1].isdigit())):
        return False
    if prefix and not (
        prefix in (alphabet.conjunctions if entry.flags & CLOSED else alphabet.prefixes)
        or (entry.category in VERBS and prefix in alphabet.future)
    ):
        return False
    if suffix:
        return bool(entry.flags & SUFFIXES) and suffix in alphabet.suffixes
    return not entry.flags & SUFFIXED


def _article(prefix: str, alphabet: Alphabet) -> int:
    """How many letters of the prefix are an article, which the span keeps."""
    return next((len(a) for a in alphabet.articles if prefix.endswith(a)), 0)


def _written(entry: Entry, folded: Folded, original: str, start: int, end: int) -> bool:
    words_there = original[folded.start(start) : folded.end(end)]
    if entry.flags & EXACT:
        return words_there == entry.written
    return words_there[:1].isupper()


def digits(folded: Folded, alphabets: dict[str, Alphabet], decimal_letters: frozenset[str]) -> list[Item]:
    """Every number in digits: numbers, numeric dates and clock times, with the clitic in front of them.

    A number that hangs on letters (F-16, K1, Covid-19) is the category `model`; one with a decimal letter (as
    some Arabic wires print) has its whole part behind the letter.
    """
    text = folded.text
    clitics = [a for a in alphabets.values() if a.prefixes]
    suffixes = frozenset().union(*(a.suffixes for a in alphabets.values()))
    found: list[Item] = []
    done = 0
    for match in DIGITS.finditer(text):
        start, end = match.span()
        if start < done:
            continue
        outer = word_before(text, start) if start > 0 and text[start - 1] not in " \n" else start
        prefix = text[outer:start]
        written = match.group()
        if match["number"] is None:
            found.append(
                Item(outer, start, end, "numeric-date" if match["date"] else "clock", written, None, prefix, 0)
            )
            continue
        known = not prefix or any(prefix in a.prefixes for a in clitics)
        begin = start - max((_article(prefix, a) for a in clitics), default=0) if known else start
        if not known or _hangs(text, start) or len(written) > WRITTEN_MOST:
            found.append(Item(outer, begin, end, "model", written, None, prefix, 0))
            continue
        value: tuple[float, str] = (number_of(written), written)
        if text[end : end + 1] in decimal_letters and text[end + 1 : end + 2].isdigit():
            stop = word_after(text, end + 1)
            if text[end + 1 : stop].isdigit() and stop - start <= WRITTEN_MOST:
                value = (float(f"{text[end + 1 : stop]}.{written}"), text[start:stop])
                end = done = stop
        elif len(written) == 4 and written[3] == "0" and text[end : word_after(text, end)] in suffixes:
            found.append(Item(outer, begin, word_after(text, end), "decade", int(written), None, prefix, 0))
            continue
        found.append(Item(outer, begin, end, "number", value, None, prefix, 0))
    return found


def _hangs(text: str, start: int) -> bool:
    """A hyphen with a letter in front of the digits, as in F-16."""
    return start > 1 and text[start - 1] == "-" and text[start - 2].isalpha()
