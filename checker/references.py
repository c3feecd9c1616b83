"""Whether everything that one entry of a pack names is an entry: names, concepts, questions, operators, languages."""

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any, get_args

from checker import currencies, parts
from checker.gathered import Gathered, unknown
from checker.located import Located, Trail
from checker.schemas import HOME, WORDINGS, NameType, RuleFile
from checker.terms import COMBINE

ASKING = ("mention", "pair-of-questions")  # what an operator takes whose findings answer no question of the packs
LENGTHS = ("holds_for", "settles_after", "same_within")
TOGETHER = ("camps", "facts")  # what operators that are combined may look at
DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30, "year": 365, "years": 365}


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
    for id, (question, located) in build.questions.items():
        patterns: list[tuple[tuple[str, ...], list[list[str]]]] = [(("says",), question.says or [])]
        patterns += [(("states", state), p.says) for state, p in question.states.items()]
        named: list[tuple[tuple[str, ...], str]] = [
            (trail, c) for trail, lists in patterns for one in lists for c in one
        ]
        named += [(("without",), c) for c in question.without]
        named += [(("states", state), c) for state, p in question.states.items() for c in p.without]
        named += [(("take",), c) for c in question.take.values()] + [(("nouns",), c) for c in question.nouns]
        for trail, concept in named:
            if concept not in known:
                unknown(build, located, ("questions", id, *trail), "concept", concept, build.concepts)
        for key in ("where", "assume"):
            for role, name in getattr(question, key).items():
                for one in name.split("+"):
                    if one not in build.names and (key, name) != ("assume", HOME):
                        unknown(build, located, ("questions", id, key, role), "name", one, build.names)
        for key in LENGTHS:
            if getattr(question, key) is not None and days_of(getattr(question, key)) is None:
                build.mistakes.append(located.mistake(("questions", id, key), "no length such as '30 days'"))
    _rules(build)
    _concepts(build)
    _currencies(build)


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


def _rules(build: Gathered) -> None:
    operators = parts.find("operators")
    for rule, located in build.rules.values():
        leaves = list(_leaves(rule.flag_when, ("flag_when",)))
        for trail, operator, options in leaves:
            if operator not in operators:
                unknown(build, located, trail, "operator", operator, [*operators, *COMBINE])
            else:
                _options(build, located, trail, operator, options)
                _asks(build, rule, located, operator)
                takes = parts.load("operators", operator).TAKES
                if len(trail) > 2 and takes not in TOGETHER:
                    what = f"'{operator}' looks at {takes}, so it can't be combined with others"
                    build.mistakes.append(located.mistake(trail, what, "give it a rule of its own"))
        for number, other in enumerate(rule.instead_of):
            if other not in build.rules:
                unknown(build, located, ("instead_of", number), "rule", other, build.rules)
            elif rule.rule in build.rules[other][0].instead_of:
                what = f"'{rule.rule}' and '{other}' would silence each other"
                build.mistakes.append(located.mistake(("instead_of", number), what, "leave one of the two out"))
        for kind, written in rule.tolerates.items():
            if not _is_number(written.removesuffix("%").rstrip()) or (kind == "date" and "%" in written):
                what = f"'{written}' is no distance"
                build.mistakes.append(located.mistake(("tolerates", kind), what, "write one such as 2 or 5 %"))
        for question in rule.about:
            if question != "any" and question not in build.questions:
                unknown(build, located, ("about",), "question", question, build.questions)


def _asks(build: Gathered, rule: RuleFile, located: Located, operator: str) -> None:
    """A rule that looks inside a phrase, or at two questions, asks a question of its own."""
    takes = parts.load("operators", operator).TAKES
    if takes in ASKING and not rule.ask:
        what = f"a rule with the operator '{operator}' asks a question of its own"
        build.mistakes.append(located.mistake((), what, "write it under `ask`, by language"))
    if takes == "pair-of-questions" and len(set(rule.about)) != 2:
        what = f"the operator '{operator}' takes two questions, the first of which comes before the second"
        build.mistakes.append(located.mistake(("about",), what, "name both under `about`"))


def _leaves(when: Mapping[str, Any], trail: Trail) -> Iterator[tuple[Trail, str, dict[str, str]]]:
    """The operators of a rule with their options, each with the place where it stands."""
    for operator, below in when.items():
        if operator in COMBINE:
            for number, part in enumerate(below):
                yield from _leaves(part, (*trail, operator, number))
        else:
            yield (*trail, operator), operator, below


def _options(build: Gathered, located: Located, place: Trail, operator: str, options: dict[str, str]) -> None:
    """The options of an operator: those that it knows, all of them numbers."""
    known = parts.load("operators", operator).OPTIONS
    for key, written in options.items():
        trail = (*place, key)
        if key not in known:
            unknown(build, located, trail, "option", key, known)
        elif not _is_number(written):
            build.mistakes.append(located.mistake(trail, f"'{written}' is no number", "write one such as 3 or 0.5"))


def _is_number(written: str) -> bool:
    try:
        return isfinite(float(written))
    except ValueError:
        return False


def days_of(written: str) -> int | None:
    """How many days a length such as "30 days" is; `None` for what is none."""
    amount, _, unit = written.partition(" ")
    return int(amount) * DAYS[unit] if amount.isdigit() and unit in DAYS else None
