"""The words of all packs with their entries, and what a run of letters may be once its clitics are taken off.

What a run may be is worked out on its first use and kept; forms of several words are looked up from the run that opens
them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from checker.text import LETTERS

# What a form asks of the place where it is found (bits of its flags).
CAPITAL = 1  # the text must write it with a capital
EXACT = 2  # the text must write it letter for letter as the pack does
SUFFIXES = 4  # may carry the language's suffixes (pronouns, plural s)
SHORT = 8  # a name that needs its full form in the same document
GLUED = 16  # stands directly behind digits: 20km, 3bn, 5th
SUFFIXED = 32  # stands only with a suffix: the t-form of a word in ta marbuta
CLOSED = 64  # a function word: takes no clitic but a conjunction
CUED = 128  # a name that is an everyday word too: it needs a cue beside it
SIGNED = 256  # stands directly in front of the sign of a currency: M€
PLACED = CAPITAL | EXACT | GLUED | SIGNED  # what is asked of the place and not of the word alone

AHEAD = 5
LONGEST_WORD = 40  # letters; a longer run is no word
KEPT_MOST = 200_000  # words whose readings are kept
# Categories whose items are composed to numerals, or may be more than they seem: the pass keeps them aside.
ASIDE = frozenset([
    "number", "number-joined", "scale", "scale-glued", "scale-dual", "scale-decimal", "scale-alone", "scale-signed",
    "fraction", "point", "denominator", "vague", "few", "ordinal", "ordinal-glued", "unit", "units", "day-part", "part",
    "model",
])  # fmt: skip
OPEN = frozenset(["concept"])  # categories that are read inside a fixed phrase all the same
VERBS = frozenset(["concept", "say", "change"])  # categories whose words may carry a future prefix
NAMED = frozenset(["name", "people"])  # categories whose words tell no language: names go from one to another

Row = list[object]  # an entry as packs are compiled to: category, value, language, flags, form as written for EXACT


@dataclass(slots=True)
class Alphabet:
    """The clitics of one language: a closed word takes only `conjunctions`, `future` makes a verb one to come."""

    prefixes: frozenset[str]
    conjunctions: frozenset[str]
    articles: tuple[str, ...]  # prefixes that belong to the word: its span keeps them
    future: frozenset[str]
    suffixes: frozenset[str]


def arranged(forms: dict[str, list[Row]]) -> dict[str, dict[str, Any]]:
    """All forms as a lexicon holds them: `single`, `several` and `marked`, as plain data."""
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


class Reading(NamedTuple):
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


class Opening(NamedTuple):
    """Where in a word longer forms may begin, and by what follows the word, the lengths that they have."""

    bare: int
    prefix: str
    ahead: dict[str, list[int]]  # by the first AHEAD letters behind the word, or by all of them if they are fewer
    cuts: tuple[int, ...]  # how many letters that may be, the most first
    forms: dict[str, list[Row]]
    known: dict[str, list[Reading]]  # what those that were met may be, without a suffix


class Word(NamedTuple):
    """Everything that a run of letters may be."""

    size: int
    plain: bool  # whether its readings ask nothing of their place, and none is kept aside
    readings: list[Reading]
    cuts: tuple[int, ...]  # how many letters behind it tell whether a longer form may begin, the most first
    ahead: frozenset[str]  # those letters
    openings: list[Opening]


class _Words(dict[str, Word | None]):
    """What each run of letters may be, worked out when it is first met; `None` for one that no pack knows."""

    def __init__(self, lexicon: "Lexicon") -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, run: str) -> Word | None:
        if len(run) > LONGEST_WORD:
            return None
        word = self.lexicon.word(run)
        if len(self) >= KEPT_MOST:
            self.clear()
        self[run] = word
        return word


class _Owners(dict[str, str | None]):
    """The one language that has a run of letters for a word, or for a part of one, found when it is first met."""

    def __init__(self, lexicon: "Lexicon") -> None:
        super().__init__()
        self.single = lexicon.single
        self.articles = [(id, one) for id, a in lexicon.alphabets.items() for one in a.articles if len(one) > 1]
        self.parts: dict[str, set[str]] = {}
        for forms in (lexicon.marked, *lexicon.several.values()):
            for form, rows in forms.items():
                having = _telling(rows)
                for run in LETTERS.findall(form) if having else ():
                    self.parts.setdefault(run, set()).update(having)

    def __missing__(self, run: str) -> str | None:
        having = _telling(self.single.get(run, ())) | self.parts.get(run, set()) or self._by_article(run)
        if len(self) >= KEPT_MOST:
            self.clear()
        self[run] = owner = having.pop() if len(having) == 1 else None
        return owner

    def _by_article(self, run: str) -> set[str]:
        """The languages whose article hangs on a run that none of them knows."""
        return {id for id, article in self.articles if run.startswith(article)}


def _telling(rows: "list[Row] | tuple[()]") -> set[str]:
    """The languages that have a form for a word of their own."""
    return {str(language) for category, _, language, *_ in rows if category not in NAMED}


@dataclass(slots=True)
class Lexicon:
    """All forms of all packs with their entries.

    `single` are forms that are one run of letters, `several` longer ones by the run that opens them, and `marked`
    those that open with a sign or a digit. `only` are the languages whose entries are read, `None`: all; of those in
    `borrowed` names alone are.
    """

    single: dict[str, list[Row]]
    several: dict[str, dict[str, list[Row]]]
    marked: dict[str, list[Row]]
    alphabets: dict[str, Alphabet]
    only: frozenset[str] | None = None
    borrowed: frozenset[str] = frozenset()
    _words: _Words | None = None
    _owners: _Owners | None = None
    _views: "dict[tuple[frozenset[str], frozenset[str]], Lexicon]" = field(default_factory=dict)
    _signs: re.Pattern[str] | None = None
    _prefixes: tuple[str, ...] = ()
    _suffixes: tuple[str, ...] = field(default=())

    def of(self, languages: frozenset[str], borrowed: frozenset[str]) -> "Lexicon":
        """The lexicon without what other languages say, but for the names of those that are borrowed from."""
        if languages == self.alphabets.keys():
            return self
        view = self._views.get((languages, borrowed))
        if view is None:
            view = Lexicon(self.single, self.several, self.marked, self.alphabets, languages, borrowed)
            view._signs = self.signs()
            self._views[languages, borrowed] = view
        return view

    def owners(self) -> _Owners:
        """The one language that has a run of letters for a word of its own, by run."""
        if self._owners is None:
            self._owners = _Owners(self)
        return self._owners

    def words(self) -> _Words:
        """The readings of runs of letters, by run."""
        if self._words is None:
            used = [a for id, a in self.alphabets.items() if self.only is None or id in self.only]
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

    def word(self, run: str) -> Word | None:
        """What a run of letters may be, every way to take clitics off it tried."""
        readings: list[Reading] = []
        openings: list[Opening] = []
        for prefix in ("", *(p for p in self._prefixes if run.startswith(p))):
            rest = run[len(prefix) :]
            for suffix in ("", *(s for s in self._suffixes if rest.endswith(s))):
                stem = rest[: len(rest) - len(suffix)]
                readings += self.readings(self.single.get(stem, ()), prefix, suffix, len(prefix) + len(stem))
            forms = self.several.get(rest)
            if forms is not None:
                openings.append(_opening(rest, prefix, forms))
        if any(r.category == "fixed" for r in readings):
            readings = [r for r in readings if r.category in OPEN]
        plain = not any(r.flags & PLACED or r.category in ASIDE for r in readings)
        if not readings and not openings:
            return None
        ahead = frozenset(tail for opening in openings for tail in opening.ahead)
        return Word(len(run), plain, readings, _cuts(ahead), ahead, openings)

    def readings(self, rows: "list[Row] | tuple[()]", prefix: str, suffix: str, end: int) -> Iterator[Reading]:
        """The entries of a form that take its clitics; `end` is where the form ends, counted from the prefix."""
        for category, value, language, flags, written in rows:
            assert isinstance(category, str)
            assert isinstance(language, str)
            assert isinstance(flags, int)
            if not self._reads(category, language):
                continue
            alphabet = self.alphabets[language]
            if _stands(category, flags, alphabet, prefix, suffix):
                start = len(prefix) - article_of(prefix, alphabet)
                yield Reading(
                    start, end, len(prefix), prefix, category, value, language, flags & ~SUFFIXED, str(written)
                )

    def _reads(self, category: str, language: str) -> bool:
        """Whether entries of a category are read in a language."""
        return self.only is None or language in self.only or (category == "name" and language in self.borrowed)

    def lists(self, form: str) -> bool:
        """Whether a folded form stands in a pack as it is."""
        first = LETTERS.match(form)
        if first is None or first.end() == len(form):
            return form in (self.marked if first is None else self.single)
        return form in self.several.get(first.group(), {})

    def named_year(self, run: str) -> Reading | None:
        """The word for a year, or for one of its own kind (fiscal, academic), that a run of letters is."""
        word = self.words()[run]
        readings = [] if word is None else word.readings
        kinds = [r for r in readings if r.category == "year-kind"]
        return next(iter(kinds or [r for r in readings if r.category == "unit" and r.value == "year"]), None)

    def longer(self, opening: Opening, form: str, suffix: str) -> list[Reading]:
        """What one of the forms of an opening may be, with a suffix behind it."""
        found = list(self.readings(opening.forms[form], opening.prefix, suffix, opening.bare + len(form)))
        if not suffix:
            opening.known[form] = found
        return found


def _opening(run: str, prefix: str, forms: dict[str, list[Row]]) -> Opening:
    ahead: dict[str, list[int]] = {}
    for length, form in sorted(((len(form), form) for form in forms), reverse=True):
        lengths = ahead.setdefault(form[len(run) : len(run) + AHEAD], [])
        if length not in lengths:
            lengths.append(length)
    return Opening(len(prefix), prefix, ahead, _cuts(ahead), forms, {})


def _cuts(tails: Iterable[str]) -> tuple[int, ...]:
    """The lengths of some tails, the longest first."""
    return tuple(sorted({len(tail) for tail in tails}, reverse=True))


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


def article_of(prefix: str, alphabet: Alphabet) -> int:
    """How many letters of the prefix are an article, which the span keeps."""
    return 0 if not prefix else next((len(a) for a in alphabet.articles if prefix.endswith(a)), 0)
