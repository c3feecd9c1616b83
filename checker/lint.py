"""What does no good in packs that can be used: words that fold to one, clash, or are never found.

Everything here is a Mistake with its place; nothing of it stops a run. It is asked for by `checker rules validate`.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from checker import yamlio
from checker.errors import Mistake
from checker.line import MARKS
from checker.located import Data, Located, Trail, quoted
from checker.phrases import expand
from checker.schemas import WORDINGS
from checker.text import fold_word

# Categories that the code makes of others, beside the roles of words.
MADE = frozenset([
    "number", "one", "day", "year", "ordinal-day", "numeric-date", "clock", "clock-digits", "decade", "half-day",
    "named-part", "model", "harm", "currency-front", "currency-dual", *MARKS.values(),
])  # fmt: skip
UNITS = ("-unit", "-units")  # week-unit, the-week-unit: made of the values of `unit` and `units`
CLITICS = ("prefixes", "conjunctions", "articles", "future", "suffixes", "abbreviations", "decimal_letters")


def remarks(files: Sequence[tuple[str, Path]]) -> list[Mistake]:
    """Everything that does no good in some files that could be compiled, sorted by place."""
    found: list[Mistake] = []
    for name, path in files:
        located = yamlio.read(path, name=name)
        data = located.data if isinstance(located.data, dict) else {}
        if "language" in data:
            found += _language(located)
        elif "names" in data:
            found += _names(located)
        elif "concepts" in data:
            found += _concepts(located)
    return sorted(found)


def _at(located: Located, trail: Trail) -> Data:
    """What stands at a place of a file; an empty list where nothing does."""
    data = located.data
    for step in trail:
        data = data[str(step)] if isinstance(data, dict) and step in data else []
    return data


def _listed(located: Located, trail: Trail) -> Iterator[tuple[str, Trail]]:
    """The words of a list with their places; of a mapping of lists, those of each."""
    data = _at(located, trail)
    if isinstance(data, list):
        yield from ((str(form), (*trail, at)) for at, form in enumerate(data))
    elif isinstance(data, dict):
        for key in data:
            yield from _listed(located, (*trail, key))


def _repeated(located: Located, trail: Trail, same: Callable[[str], str] = fold_word) -> Iterator[Mistake]:
    """Words of a list that fold to nothing, or are the `same` as a word that stands there before them."""
    seen: dict[str, str] = {}
    for form, place in _listed(located, trail):
        folded = same(form)
        if not fold_word(form):
            yield located.mistake(place, f"nothing is left of {quoted(form)} once it is folded", "take it out")
        elif folded in seen:
            other = seen[folded]
            told = "stands here twice" if other == form else f"is folded to the same as {quoted(other)}"
            yield located.mistake(place, f"{quoted(form)} {told}", "one of them is enough")
        seen.setdefault(folded, form)


# --- languages --------------------------------------------------------------------------------------------------


def _language(located: Located) -> Iterator[Mistake]:
    for key in CLITICS:
        yield from _repeated(located, (key,))
    for role in _keys(located, ("words",)):
        values = _keys(located, ("words", role))
        for value in values:
            yield from _repeated(located, ("words", role, value))
        yield from _clashing(located, role, values)
        if not values:
            yield from _repeated(located, ("words", role))
    yield from _patterns(located)


def _clashing(located: Located, role: str, values: list[str]) -> Iterator[Mistake]:
    """Words that one role gives two values."""
    seen: dict[str, str] = {}
    for value in values:
        for form, place in _listed(located, ("words", role, value)):
            other = seen.setdefault(fold_word(form), value)
            if other != value:
                what = f"{quoted(form)} is {quoted(value)} of {quoted(role)}, and {quoted(other)} above"
                yield located.mistake(place, what, "a word has one value in a role")


def _patterns(located: Located) -> Iterator[Mistake]:
    """Patterns that no text can fit, or that others above them have taken; macros that nothing names."""
    macros = {m: [pattern for pattern, _ in _listed(located, ("macros", m))] for m in _keys(located, ("macros",))}
    known = MADE | set(_keys(located, ("words",)))
    known |= {f"small-{role}" for role in _keys(located, ("ambiguous",))}
    taken: dict[tuple[str, ...], str] = {}
    written: list[str] = [pattern for listed in macros.values() for pattern in listed]
    for kind in _keys(located, ("phrases",)):
        for pattern, place in _listed(located, ("phrases", kind)):
            written.append(pattern)
            sequences = [s for s in expand(pattern, macros) if s]
            missing = sorted({c for s in sequences for c in s if not _is_known(c, known)})
            if sequences and all(any(not _is_known(c, known) for c in s) for s in sequences):
                what = f"no text fits {quoted(pattern)}: nothing is {', '.join(quoted(c.lstrip('(')) for c in missing)}"
                yield located.mistake(place, what, "give words that role, or take the pattern out")
            elif all(s in taken for s in sequences):
                what = f"{quoted(pattern)} stands for nothing that {quoted(taken[sequences[0]])} above does not"
                yield located.mistake(place, what, "take it out, or put it first")
            for sequence in sequences:
                taken.setdefault(sequence, pattern)
    used = {token.strip("()?") for pattern in written for part in pattern.split() for token in part.split("|")}
    for name in macros:
        if name not in used:
            yield located.key_mistake(("macros", name), f"no pattern names the macro {quoted(name)}", "take it out")


def _is_known(category: str, known: frozenset[str]) -> bool:
    category = category.lstrip("(+")
    return category in known or category.endswith(UNITS)


# --- names and concepts -----------------------------------------------------------------------------------------


def _names(located: Located) -> Iterator[Mistake]:
    """Repeated spellings; in a script with capitals one in small letters is another, and exact ones are as written."""
    for id in _keys(located, ("names",)):
        for key in WORDINGS:
            for code in _keys(located, ("names", id, key)):
                trail = ("names", id, key, code)
                yield from _repeated(located, trail, str if key == "exact" else _spelled)


def _spelled(form: str) -> str:
    return f"{form[:1].islower()} {fold_word(form)}"


def _keys(located: Located, trail: Trail) -> list[str]:
    data = _at(located, trail)
    return list(data) if isinstance(data, dict) else []


def _concepts(located: Located) -> Iterator[Mistake]:
    for id in _keys(located, ("concepts",)):
        for code in _keys(located, ("concepts", id)):
            yield from _repeated(located, ("concepts", id, code))
