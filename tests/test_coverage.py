"""Every role, word group, phrase and line of a macro in a pack is used by a case of its corpora, or told by name here.

A group is used where one of its words was found in a case. A phrase is used where a case of a corpus of its kind was
read by it: what no case uses nobody has read, so it goes, or gets its case.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

import pytest
from reading import HOME, packs, page

from checker import units, yamlio
from checker.lexicon import ASIDE
from checker.line import Item
from checker.phrases import Phrase, expand
from checker.scan import scan
from checker.schemas import KINDS, LanguageFile, role_value
from checker.text import fold, fold_word

CORPORA = HOME / "fixtures" / "corpus"
LANGUAGES = sorted(path.name for path in CORPORA.iterdir())
PHRASES, NOTHINGS = {"ar": 500, "en": 500, "fr": 200, "fa": 200}, {"ar": 150, "en": 150}  # cases at least
NOTHING = "nothing"
DATES = frozenset(["date", "hijri", "holiday", "pattern", "duration"])
# The corpora in which a phrase of a kind has its value; the value of a set is that it has none.
CORPUS = {"share": "share", "ratio": "share", "money": "money", "measure": "measure", "points": "measure"}
CORPUS |= {"clock": "time", "duration": "duration", "set": NOTHING, "count": "number", "vague": "number"}
CORPUS |= {"none": "number"}
Sequence = tuple[str, ...]  # categories in a row
Pair = tuple[str, str]  # a role and a value, a kind and a pattern, a macro and one of its lines


@dataclass(slots=True)
class Used:
    """What the cases of a language use of its pack."""

    roles: set[str] = field(default_factory=set)
    groups: set[Pair] = field(default_factory=set)
    sequences: dict[Sequence, set[str]] = field(default_factory=dict)  # with the corpora in which they were read


@cache
def pack(language: str) -> LanguageFile:
    """The pack of a language as it is written."""
    path = HOME / "rules" / "languages" / f"{language}.yaml"
    return LanguageFile.model_validate(yamlio.read(path, name=path.name).data)


def cases(language: str) -> Iterator[Pair]:
    """Every phrase of the corpora of a language behind the name of its corpus, or of what must give nothing."""
    for path in sorted((CORPORA / language).glob("*.yaml")):
        data = yamlio.read(path, name=path.name).data
        assert isinstance(data, dict)
        assert isinstance(data["values"], dict)
        assert isinstance(data[NOTHING], list)
        for phrases in data["values"].values():
            assert isinstance(phrases, list)
            yield from ((path.stem, str(phrase)) for phrase in phrases)
        yield from ((NOTHING, str(phrase)) for phrase in data[NOTHING])


@cache
def used(language: str) -> Used:
    """What the corpora of a language use of its pack."""
    found = Used()
    fixed = [fold_word(form) for form in pack(language).words.get("fixed", [])]
    for corpus, text in cases(language):
        folded = fold(text)
        if any(form in folded.text for form in fixed):
            found.roles.add("fixed")
        for item in _items(text, language):
            found.roles.add(item.category)
            found.groups.add((item.category, _told(item)))
        for phrase in page(text, language).phrases:
            if all(item.language in (None, language) for item in phrase.items):
                found.sequences.setdefault(_sequence(phrase, language), set()).add(corpus)
    return found


def _items(text: str, language: str) -> Iterator[Item]:
    """The words of a text that the pack of a language lists, before numerals are composed of them."""
    _, kept, _ = scan(packs().lexicon, fold(text), text)
    listed = page(text, language).items
    yield from (i for category in listed if category not in ASIDE for i in listed[category] if i.language == language)
    yield from (i for i in kept if i.language == language)


def _told(item: Item) -> str:
    """The value of an item as plain data; of a unit its symbol."""
    value = item.value
    return json.dumps(value[0] if isinstance(value, list) and item.category in units.ROLES else value)


def _group(role: str, written: str) -> Pair:
    """A role and one of its values, as items have them."""
    return role, json.dumps(written if role in units.ROLES else role_value(role, written))


def _sequence(phrase: Phrase, language: str) -> Sequence:
    """The categories that a phrase fits, as patterns stand for them."""
    alphabet = packs().alphabets[language]
    inner = {"", *alphabet.articles, *alphabet.conjunctions}
    inner |= {joint + article for joint in alphabet.conjunctions for article in alphabet.articles}
    items = [f"{'' if item.prefix in inner else '+'}{item.category}" for item in phrase.items]
    if phrase.context is not None:
        return (f"({phrase.context.category}", *items)
    return (phrase.items[0].category, *items[1:])


# --- which pattern a sequence is of -----------------------------------------------------------------------------


def _read(own: LanguageFile, found: Used) -> Iterator[tuple[Pair, Sequence]]:
    """The patterns that the cases use, each with its kind and what it was there."""
    for kind, pattern, sequences in _new(own):
        corpora = frozenset([CORPUS[kind]]) if kind in CORPUS else DATES
        for sequence in sequences & found.sequences.keys():
            if corpora & found.sequences[sequence]:
                yield (kind, pattern), sequence


def _new(own: LanguageFile) -> Iterator[tuple[str, str, set[Sequence]]]:
    """The patterns in their order, each with the sequences that none above it stands for."""
    taken: set[Sequence] = set()
    for kind, patterns in own.phrases.items():
        for pattern in patterns:
            sequences = {sequence for sequence in expand(pattern, own.macros) if sequence} - taken
            taken |= sequences
            yield kind, pattern, sequences


def _fits(
    tokens: list[str], rest: Sequence, macros: dict[str, list[str]]
) -> Iterator[tuple[Sequence, frozenset[Pair]]]:
    """How parts of a pattern fit the beginning of a sequence: what is left of it, and the lines of macros they take."""
    if not tokens:
        yield rest, frozenset()
        return
    token = tokens[0].removesuffix("?")
    ways: list[tuple[Sequence, frozenset[Pair]]] = [(rest, frozenset())] if tokens[0].endswith("?") else []
    for name in token.strip("()").split("|"):
        if name.isupper():
            for line in macros[name]:
                ways += [(left, taken | {(name, line)}) for left, taken in _fits(line.split(), rest, macros)]
        elif rest[:1] == ((f"({name}" if token.startswith("(") else name),):
            ways.append((rest[1:], frozenset()))
    for left, taken in ways:
        for end, more in _fits(tokens[1:], left, macros):
            yield end, taken | more


def _unused(listed: dict[str, list[str]], seen: Iterable[Pair]) -> list[str]:
    known = set(seen)
    return [f"{key}: {line}" for key, lines in listed.items() for line in lines if (key, line) not in known]


def unused_patterns(own: LanguageFile, found: Used) -> list[str]:
    """The patterns by which no case is read."""
    return _unused(own.phrases, (pattern for pattern, _ in _read(own, found)))


def unused_lines(own: LanguageFile, found: Used) -> list[str]:
    """The lines of macros that are no part of a phrase of any case."""
    seen: set[Pair] = set()
    for (_, pattern), sequence in _read(own, found):
        for left, taken in _fits(pattern.split(), sequence, own.macros):
            seen |= set() if left else taken
    return _unused(own.macros, seen)


# --- the tests --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_is_used(language: str) -> None:
    assert [role for role in pack(language).words if role not in used(language).roles] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_of_every_group_is_used(language: str) -> None:
    groups = [
        (role, value) for role, words in pack(language).words.items() if isinstance(words, dict) for value in words
    ]
    assert [f"{role}: {value}" for role, value in groups if _group(role, value) not in used(language).groups] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_used(language: str) -> None:
    assert unused_patterns(pack(language), used(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_a_macro_is_used(language: str) -> None:
    assert unused_lines(pack(language), used(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_as_many_cases_as_are_promised(language: str) -> None:
    listed = list(cases(language))
    assert len(listed) >= PHRASES.get(language, 0)
    assert sum(corpus == NOTHING for corpus, _ in listed) >= NOTHINGS.get(language, 0)


def test_each_kind_of_phrase_has_its_corpora() -> None:
    assert CORPUS.keys() | {"date", "nth-date", "shifted-date", "stretch"} == set(KINDS)
    assert {path.stem for path in CORPORA.glob("*/*.yaml")} >= {*DATES, *CORPUS.values()} - {NOTHING}


def test_what_no_case_uses_is_told() -> None:
    own = pack("en")
    dates = [*own.phrases["date"], "weekday weekday", "year comma YEAR"]
    wider = own.model_copy(update={"phrases": {**own.phrases, "date": dates}})
    assert unused_patterns(wider, used("en")) == ["date: weekday weekday", "date: year comma YEAR"]
    longer = own.model_copy(update={"macros": {**own.macros, "TO": [*own.macros["TO"], "slash slash"]}})
    assert unused_lines(longer, used("en")) == ["TO: slash slash"]


def test_a_phrase_counts_in_a_corpus_of_its_kind_alone() -> None:
    own = LanguageFile.model_validate(
        {
            **pack("en").model_dump(),
            "phrases": {"date": ["DAY M"], "money": ["number"]},
            "macros": {"DAY": ["day"], "M": ["month"]},
        }
    )
    found = Used(sequences={("day", "month"): {"date"}, ("number",): {"number"}})
    assert unused_patterns(own, found) == ["money: number"]
    assert unused_lines(own, found) == []
    assert unused_lines(own, Used()) == ["DAY: day", "M: month"]
