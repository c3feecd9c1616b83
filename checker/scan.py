"""One pass over a folded text: every known form of every role, name and concept, and every number in digits.

A text is split into runs of letters once. What a run may be (its clitics taken off, its entries looked up) is worked
out on its first use and kept; forms of several words are looked up from the run that opens them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, NamedTuple

from checker.text import DIGIT, DIGITS, LETTERS, Folded, number_of, word_after, word_before

# What a form asks of the place where it is found (bits of its flags).
CAPITAL = 1  # the text must write it with a capital
EXACT = 2  # the text must write it letter for letter as the pack does
SUFFIXES = 4  # may carry the language's suffixes (pronouns, plural s)
SHORT = 8  # a name that needs its full form in the same document
GLUED = 16  # stands directly behind digits: 20km, 3bn, 5th
SUFFIXED = 32  # stands only with a suffix: the t-form of a word in ta marbuta
CLOSED = 64  # a function word: takes no clitic but a conjunction
PLACED = CAPITAL | EXACT | GLUED  # what is asked of the place and not of the word alone

WRITTEN_MOST = 20  # code points of a number in digits; what is longer is a code
LONGEST_WORD = 40  # letters; a longer run is no word
KEPT_MOST = 200_000  # words whose readings are kept
VERBS = frozenset(["concept", "say"])  # categories whose words may carry a future prefix

Row = list[object]  # an entry as packs are compiled to: category, value, language, flags, form as written for EXACT


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


def arranged(forms: dict[str, list[Row]]) -> dict[str, dict[str, Any]]:
    """The forms of a script as a lexicon holds them: `single`, `several` and `marked`, as plain data."""
    found: dict[str, dict[str, Any]] = {"single": {}, "several": {}, "marked": {}}
    for form, rows in sorted(forms.items()):
        first = LETTERS.match(form)
        if first is None:
            found["marked"][form] = rows
        elif first.end() == len(form):
            found["single"][form] = rows
        else:
            found["several"].setdefault(first.group(), {})[form] = rows
    return found


class _Reading(NamedTuple):
    """One entry that a word may be: where its span begins and ends in the word, and where the bare form begins."""

    start: int
    end: int
    bare: int
    prefix: str
    category: str
    value: object
    language: str
    flags: int
    written: str


class _Opening(NamedTuple):
    """Where in a word longer forms may begin, with the lengths that they have, longest first."""

    bare: int
    prefix: str
    lengths: tuple[int, ...]
    forms: dict[str, list[Row]]


class _Word(NamedTuple):
    """Everything that a run of letters may be."""

    readings: list[_Reading]
    openings: list[_Opening]


class _Words(dict[str, _Word | None]):
    """What each run of letters may be, worked out when it is first met; `None` for one that no pack knows."""

    def __init__(self, lexicon: "Lexicon") -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, run: str) -> _Word | None:
        if len(run) > LONGEST_WORD:
            return None
        word = self.lexicon.word(run)
        if len(self) >= KEPT_MOST:
            self.clear()
        self[run] = word
        return word


@dataclass(slots=True)
class Lexicon:
    """All forms of one script with their entries.

    `single` are forms that are one run of letters, `several` longer ones by the run that opens them, and `marked`
    those that open with a sign or a digit.
    """

    single: dict[str, list[Row]]
    several: dict[str, dict[str, list[Row]]]
    marked: dict[str, list[Row]]
    alphabets: dict[str, Alphabet]
    _words: _Words | None = None
    _signs: re.Pattern[str] | None = None
    _prefixes: tuple[str, ...] = ()
    _suffixes: tuple[str, ...] = field(default=())

    def words(self) -> _Words:
        """The readings of runs of letters, by run."""
        if self._words is None:
            used = self.alphabets.values()
            self._prefixes = tuple(sorted({c for a in used for c in a.prefixes | a.future | a.conjunctions}))
            self._suffixes = tuple(sorted({c for a in used for c in a.suffixes}))
            self._words = _Words(self)
        return self._words

    def signs(self) -> re.Pattern[str] | None:
        """What finds the forms that open with a sign or a digit, the longest of them first; `None`: there are none."""
        if self._signs is None and self.marked:
            longest = sorted(self.marked, key=lambda form: (-len(form), form))
            self._signs = re.compile("|".join(map(re.escape, longest)))
        return self._signs

    def word(self, run: str) -> _Word | None:
        """What a run of letters may be, every way to take clitics off it tried."""
        readings: list[_Reading] = []
        openings: list[_Opening] = []
        for prefix in ("", *(p for p in self._prefixes if run.startswith(p))):
            rest = run[len(prefix) :]
            for suffix in ("", *(s for s in self._suffixes if rest.endswith(s))):
                stem = rest[: len(rest) - len(suffix)]
                readings += self.readings(self.single.get(stem, ()), prefix, suffix, len(prefix) + len(stem))
            forms = self.several.get(rest)
            if forms is not None:
                lengths = tuple(sorted({len(form) for form in forms}, reverse=True))
                openings.append(_Opening(len(prefix), prefix, lengths, forms))
        return _Word(readings, openings) if readings or openings else None

    def readings(self, rows: "list[Row] | tuple[()]", prefix: str, suffix: str, end: int) -> Iterator[_Reading]:
        for category, value, language, flags, written in rows:
            assert isinstance(category, str)
            assert isinstance(language, str)
            assert isinstance(flags, int)
            alphabet = self.alphabets[language]
            if _stands(category, flags, alphabet, prefix, suffix):
                start = len(prefix) - _article(prefix, alphabet)
                yield _Reading(
                    start, end, len(prefix), prefix, category, value, language, flags & ~SUFFIXED, str(written)
                )

    def longer(self, text: str, at: int, opening: _Opening) -> Iterator[tuple[int, _Reading]]:
        """The forms of several words that an opening at a place begins, with the place at which each ends."""
        begin = at + opening.bare
        for length in opening.lengths:
            rows = opening.forms.get(text[begin : begin + length])
            if rows is not None and begin + length <= len(text):
                end = begin + length
                suffix = text[end : word_after(text, end)] if text[end - 1].isalnum() else ""
                for reading in self.readings(rows, opening.prefix, suffix, opening.bare + length):
                    yield end, reading


def _stands(category: str, flags: int, alphabet: Alphabet, prefix: str, suffix: str) -> bool:
    """Whether an entry takes these clitics."""
    if prefix and not (
        prefix in (alphabet.conjunctions if flags & CLOSED else alphabet.prefixes)
        or (category in VERBS and prefix in alphabet.future)
    ):
        return False
    if suffix:
        return bool(flags & SUFFIXES) and suffix in alphabet.suffixes
    return not flags & SUFFIXED


def _article(prefix: str, alphabet: Alphabet) -> int:
    """How many letters of the prefix are an article, which the span keeps."""
    return 0 if not prefix else next((len(a) for a in alphabet.articles if prefix.endswith(a)), 0)


def words(lexicon: Lexicon, folded: Folded, original: str) -> list[Item]:
    """All forms of the lexicon that stand in the text with their borders, clitics and case as their entries ask.

    In the order of the text; where several begin at one place, longer ones come first.
    """
    text = folded.text
    pieces = LETTERS.split(text)  # what lies between two runs of letters, and the runs, in turn
    starts = list(accumulate(map(len, pieces)))[:-1:2]
    known = map(lexicon.words().__getitem__, pieces[1::2])
    found: list[Item] = []
    for at, word, behind in zip(starts, known, pieces[2::2], strict=True):
        if word is None:
            continue
        for opening in word.openings:
            for end, reading in lexicon.longer(text, at, opening):
                if not reading.flags & PLACED or _placed(reading, folded, original, at, end):
                    found.append(_item(at, reading))
        for reading in () if behind[:1].isdigit() else word.readings:
            if not reading.flags & PLACED or _placed(reading, folded, original, at, at + reading.end):
                found.append(_item(at, reading))
    return found + _signs(lexicon, folded, original)


def _item(at: int, read: _Reading) -> Item:
    return Item(
        at, at + read.start, at + read.end, read.category, read.value, read.language, read.prefix, read.flags
    )


def _placed(reading: _Reading, folded: Folded, original: str, at: int, end: int) -> bool:
    """Whether the place is as an entry asks: behind digits, in capitals, or letter for letter."""
    if reading.flags & GLUED and not (at > 0 and not reading.prefix and folded.text[at - 1].isdigit()):
        return False
    start = folded.start(at + reading.bare)
    if reading.flags & EXACT:
        return original[start : folded.end(end)] == reading.written
    return not reading.flags & CAPITAL or original[start].isupper()


def _signs(lexicon: Lexicon, folded: Folded, original: str) -> list[Item]:
    """The forms that open with a sign or a digit."""
    signs, text = lexicon.signs(), folded.text
    found: list[Item] = []
    for hit in () if signs is None else signs.finditer(text):
        start, end = hit.span()
        if text[end - 1].isalnum() and text[end : end + 1].isalnum():
            continue
        if text[start].isdigit() and text[start - 1 : start].isdigit():
            continue
        for reading in lexicon.readings(lexicon.marked[hit.group()], "", "", end - start):
            if not reading.flags & PLACED or _placed(reading, folded, original, start, end):
                found.append(_item(start, reading))
    return found


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
    while (first := DIGIT.search(text, done)) is not None:
        match = DIGITS.match(text, first.start())
        assert match is not None
        start, end = match.span()
        done = end
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
