"""Whether everything that one entry of a pack names is an entry: names, concepts, questions, operators, languages."""

from collections.abc import Iterator
from typing import Any, get_args

from checker import currencies
from checker.gathered import Gathered, unknown
from checker.located import Data, Trail
from checker.schemas import HOME, WORDINGS, NameType


def references(build: Gathered) -> None:
    """Every id that one entry names must be an entry."""
    known = build.names.keys() | build.concepts.keys() | {f"any-{sort}" for sort in get_args(NameType)}
    for id, (entry, located) in build.names.items():
        for key, target in [("in", entry.within), ("of", entry.of), *(("roles", r) for r in entry.roles)]:
            if target is not None and target not in build.names:
                unknown(build, located, ("names", id, key), "name", target, build.names)
        for key in WORDINGS:
            for code in getattr(entry, key):
                if code not in build.languages:
                    unknown(build, located, ("names", id, key, code), "language", code, build.languages)
    for located in build.asked:
        for trail, word in _named(located.data):
            if word not in known:
                unknown(build, located, trail, "concept", word, build.concepts)
        for trail, word in _placed(located.data):
            if word not in build.names:
                unknown(build, located, trail, "name", word, build.names)
        for trail, word in _about(located.data):
            if word not in build.questions:
                unknown(build, located, trail, "question", word, build.questions)
    _concepts(build)
    _currencies(build)
    _silenced(build)


def _silenced(build: Gathered) -> None:
    """The rules that a rule silences are rules, and none silences the one that silences it."""
    for rule, located in build.rules.values():
        for number, other in enumerate(rule.instead_of):
            if other not in build.rules:
                unknown(build, located, ("instead_of", number), "rule", other, build.rules)
            elif rule.rule in build.rules[other][0].instead_of:
                what = f"'{rule.rule}' and '{other}' would silence each other"
                build.mistakes.append(located.mistake(("instead_of", number), what, "leave one of the two out"))


def _concepts(build: Gathered) -> None:
    for file, located in build.concept_files:
        for id, forms in file.concepts.items():
            for code in forms:
                if code not in build.languages:
                    unknown(build, located, ("concepts", id, code), "language", code, build.languages)
        for at, id in enumerate(file.predicates):
            if id not in build.concepts:
                unknown(build, located, ("predicates", at), "concept", id, build.concepts)


def _currencies(build: Gathered) -> None:
    for code, (entry, located) in build.currencies.items():
        for trail, what, id in currencies.references(entry):
            known: Any = build.names if what == "name" else build.languages
            if id not in known:
                unknown(build, located, ("currencies", code, *trail), what, id, known)


# --- what a file of questions or a rule names, in the words of the file, so that no other mistake in it hides one -----


def _words(data: object, trail: Trail) -> Iterator[tuple[Trail, str]]:
    """The words in what may be a word, a list, a list of lists, or a mapping."""
    if isinstance(data, str):
        yield trail, data
    elif isinstance(data, list):
        for at, one in enumerate(data):
            yield from _words(one, (*trail, at))
    elif isinstance(data, dict):
        for key, one in data.items():
            yield from _words(one, (*trail, key))


def _below(data: object, key: str) -> dict[str, Data]:
    found = data.get(key) if isinstance(data, dict) else None
    return found if isinstance(found, dict) else {}


def _named(data: Data) -> Iterator[tuple[Trail, str]]:
    """The concepts that questions name."""
    for id, entry in _below(data, "questions").items():
        if isinstance(entry, dict):
            for key in ("says", "without", "nouns", "take"):
                yield from _words(entry.get(key), ("questions", id, key))
        for state, pattern in _below(entry, "states").items():
            trail = ("questions", id, "states", state)
            if isinstance(pattern, dict):
                for key in ("says", "without"):
                    yield from _words(pattern.get(key), (*trail, key))
            else:
                yield from _words(pattern, trail)


def _placed(data: Data) -> Iterator[tuple[Trail, str]]:
    """The names that questions ask for in a scope, or assume."""
    for id, entry in _below(data, "questions").items():
        for key in ("where", "assume"):
            for role, name in _below(entry, key).items():
                if isinstance(name, str) and (key, name) != ("assume", HOME):
                    yield from ((("questions", id, key, role), one) for one in name.split("+"))


def _about(data: Data) -> Iterator[tuple[Trail, str]]:
    """The questions that a rule is about."""
    if isinstance(data, dict):
        yield from ((trail, word) for trail, word in _words(data.get("about"), ("about",)) if word != "any")
