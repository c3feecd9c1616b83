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
CUED = 128  # a name that is an everyday word too: it needs a cue beside it

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
    """The clitics of one language: a closed word takes only `conjunctions`, `future` makes a verb one to come."""

    prefixes: frozenset[str]
    conjunctions: frozenset[str]
    articles: tuple[str, ...]  # prefixes that belong to the word: its span keeps them
    future: frozenset[str]
    suffixes: frozenset[str]


class _Form(NamedTuple):
    """A form as the pass needs it: its entries, whether its ends are letters, and whether suffixes may follow."""

    entries: list[Entry]
    begins: bool
    ends: bool
    suffixes: bool


@dataclass(slots=True)
class Lexicon:
    """All forms of one script with their entries, and the automaton over them, built on first use."""

    forms: dict[str, list[Entry]]
    alphabets: dict[str, Alphabet]
    table: list[_Form] = field(default_factory=list)
    inner: frozenset[str] = frozenset()  # letters with which a prefix may end
    outer: frozenset[str] = frozenset()  # letters with which a suffix may begin
    _automaton: AhoCorasick | None = None

    def hits(self, folded: str) -> list[tuple[int, int, int]]:
        """Every occurrence of every form, overlapping ones too: its number in the table, start, end."""
        if self._automaton is None:
            self._automaton = AhoCorasick(
                list(self.forms),
                matchkind=MatchKind.Standard,
                implementation=Implementation.ContiguousNFA,
                store_patterns=False,
            )
            self.table = [
                _Form(entries, form[0].isalnum(), form[-1].isalnum(), any(e.flags & SUFFIXES for e in entries))
                for form, entries in self.forms.items()
            ]
            used = [self.alphabets[id] for id in sorted({e.language for row in self.table for e in row.entries})]
            self.inner = frozenset(clitic[-1] for a in used for clitic in a.prefixes | a.future | a.conjunctions)
            self.outer = frozenset(suffix[0] for a in used for suffix in a.suffixes)
        return self._automaton.find_matches_as_indexes(folded, overlapping=True)


def words(lexicon: Lexicon, folded: Folded, original: str) -> list[Item]:
    """All forms of the lexicon that stand in the text with their borders, clitics and case as their entries ask."""
    text, size = folded.text, len(folded.text)
    found = []
    for number, start, end in lexicon.hits(text):
        form = lexicon.table[number]
        outer, stop = start, end
        if form.begins and start > 0 and text[start - 1].isalpha():
            if text[start - 1] not in lexicon.inner:
                continue
            outer = word_before(text, start)
        if form.ends and end < size and text[end].isalnum():
            if not (form.begins and form.suffixes and text[end] in lexicon.outer):
                continue
            stop = word_after(text, end)
        prefix, suffix = text[outer:start], text[end:stop]
        for entry in form.entries:
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
    return 0 if not prefix else next((len(a) for a in alphabet.articles if prefix.endswith(a)), 0)


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
