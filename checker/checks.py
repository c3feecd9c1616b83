"""What no type can say of an entry: looked for in the words as they stand, so that one mistake hides no other."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import isfinite
from string import Formatter
from typing import Any, TypeAlias, TypeVar

from pydantic import ValidationError
from pydantic_core import InitErrorDetails

from checker import parts
from checker.located import nearest, quoted
from checker.terms import COMBINE, INSIDE, TOGETHER

T = TypeVar("T")
Wrong: TypeAlias = tuple[tuple[int | str, ...], str]  # where it stands in the entry, and what it is
KEY = "[key]"  # behind a place: its key is meant, as pydantic has it

DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30, "year": 365, "years": 365}
LENGTHS = ("holds_for", "settles_after", "same_within")
FIELDS = ("ask", "camps", "tail")  # what the words of a rule may ask for


def whole(name: str, data: object, handler: Callable[[object], T], found: Iterable[Wrong]) -> T:
    """What a schema makes of some words; raises its own errors and what else was found as one ValidationError."""
    own = [
        InitErrorDetails(type="value_error", loc=trail, input=None, ctx={"error": ValueError(what)})
        for trail, what in found
    ]
    try:
        made = handler(data)
    except ValidationError as error:
        told = [
            InitErrorDetails(type=one["type"], loc=one["loc"], input=one["input"], ctx=one.get("ctx", {}))
            for one in error.errors(include_url=False)
        ]
        raise ValidationError.from_exception_data(name, [*told, *own]) from error
    if own:
        raise ValidationError.from_exception_data(name, own)
    return made


def days_of(written: str) -> int | None:
    """How many days a length such as "30 days" is; `None` for what is none."""
    amount, _, unit = written.partition(" ")
    if not (amount.isascii() and amount.isdecimal() and len(amount) < 6 and unit in DAYS):
        return None
    return int(amount) * DAYS[unit]


def _mapping(data: object, key: str = "") -> dict[str, Any]:
    """A mapping, or what stands in it under a key; empty where there is none."""
    if key:
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def _listed(data: object) -> list[Any]:
    return data if isinstance(data, list) else []


# --- languages --------------------------------------------------------------------------------------------------


def language(
    data: object, roles: Mapping[str, str], kinds: Sequence[str], value_of: Callable[[str, str], object]
) -> Iterator[Wrong]:
    """Words of a role that there is none of, or without the values that it needs; phrases of no kind."""
    words = _mapping(data, "words")
    for role, forms in words.items():
        if role not in roles:
            yield ("words", role, KEY), f"unknown role {quoted(role)}{_near(role, roles)}"
        elif isinstance(forms, dict) != bool(roles[role]):
            wanted = "mapping of values to lists" if roles[role] else "list"
            yield ("words", role), f"the words of {quoted(role)} are a {wanted}"
        else:
            for written in _mapping(forms):
                try:
                    value_of(role, str(written))
                except (ValueError, ZeroDivisionError, OverflowError) as error:
                    yield ("words", role, written, KEY), _refused(role, written, roles[role], error)
    for kind in _mapping(data, "phrases"):
        if kind not in kinds:
            yield ("phrases", kind, KEY), f"unknown phrase {quoted(kind)}; {nearest(kind, kinds)}"
    for role, marked in _mapping(data, "ambiguous").items():
        forms = words.get(role, [])
        listed = [form for one in (forms.values() if isinstance(forms, dict) else [forms]) for form in _listed(one)]
        for at, word in enumerate(_listed(marked)):
            if word not in listed:
                yield ("ambiguous", role, at), f"{word!r} in `ambiguous` is none of the words of {role!r}"


def _near(word: str, known: Iterable[str]) -> str:
    """The nearest of very many words, without all the others."""
    return "".join(f"; {told.partition(' (known:')[0]}" for told in [nearest(word, known)] if told.startswith("did"))


def _refused(role: str, written: str, wanted: str, error: Exception) -> str:
    """Why a word is no value of its role; the words of Python are no answer to who writes a pack."""
    if wanted in ("int", "float"):
        number = "a whole number" if wanted == "int" else "a number such as 0.5 or 1/2"
        return f"{quoted(str(written))} where the value of {quoted(role)} is {number}"
    return str(error)


# --- questions --------------------------------------------------------------------------------------------------


def question(data: object) -> Iterator[Wrong]:
    """What of a question doesn't hang together: its answer, its states, its English words, its lengths."""
    if not isinstance(data, dict):
        return
    states, answer = _mapping(data, "states"), data.get("answer")
    if isinstance(answer, str) and (answer == "state") != bool(states):
        yield ("answer",), "a question whose answer is a state names `states`, and no other does"
    if isinstance(answer, str) and answer != "state":
        missing = [key for key in ("says", "take") if not data.get(key)]
        if missing:
            yield (), f"a question needs `says` and `take`; add `{'` and `'.join(missing)}`"
    if isinstance(data.get("ask"), dict) and "en" not in data["ask"]:
        yield ("ask",), "`ask` has no English words (en)"
    for key in ("apart", "not_yet"):
        for at, pair in enumerate(_listed(data.get(key))):
            if isinstance(pair, list) and len(pair) != 2:
                yield (key, at), "a pair is two states"
            for nth, state in enumerate(_listed(pair)):
                if (states or answer != "state") and isinstance(state, str) and state not in states:
                    yield (key, at, nth), f"unknown state {quoted(state)} in `{key}`; {nearest(state, states)}"
    for key in LENGTHS:
        if isinstance(data.get(key), str) and days_of(data[key]) is None:
            yield (key,), f"{quoted(data[key])} is no length such as '30 days'"


# --- rules ------------------------------------------------------------------------------------------------------


def rule(data: object) -> Iterator[Wrong]:
    """What of a rule doesn't hang together: its words, its operator, and the options of that."""
    says = _mapping(data, "says")
    if says and "en" not in says:
        yield ("says",), "`says` has no English words (en)"
    for code, words in says.items():
        if isinstance(words, str):
            yield from _fields(code, words)
    if _mapping(data, "ask") and "en" not in data["ask"]:  # type: ignore[index]  # a mapping holds it
        yield ("ask",), "`ask` has no English words (en)"
    for kind, written in _mapping(data, "tolerates").items():
        if isinstance(written, str) and not _is_distance(kind, written):
            yield ("tolerates", kind), f"{quoted(written)} is no distance; write one such as 2 or 5 %"
    wanted = _mapping(data, "flag_when")
    if len(wanted) != 1 and isinstance(data, dict) and isinstance(data.get("flag_when"), dict):
        yield ("flag_when",), "`flag_when` names one operator; `all`, `any` and `not` combine several"
    yield from _term(wanted, ("flag_when",))
    for operator in wanted:
        if operator in parts.find("operators"):
            yield from _asks(operator, data)


def _term(term: object, trail: tuple[int | str, ...]) -> Iterator[Wrong]:
    """An operator that there is, with options that it knows, or a list of such that are combined."""
    operators = parts.find("operators")
    for id, below in _mapping(term).items():
        place = (*trail, id)
        if id in COMBINE:
            yield from _combined(id, below, place)
        elif id not in operators:
            yield (*place, KEY), f"unknown operator {quoted(id)}; {nearest(id, [*operators, *COMBINE])}"
        elif isinstance(below, list):
            yield place, f"`{id}` has options, and no list"
        else:
            yield from _options(id, _mapping(below), place)
            takes = parts.load("operators", id).TAKES
            if len(trail) > 1 and takes not in TOGETHER:
                yield place, f"{quoted(id)} looks at {takes}, so it can't be combined with others"


def _combined(id: str, below: object, place: tuple[int | str, ...]) -> Iterator[Wrong]:
    if not isinstance(below, list):
        yield place, f"`{id}` has a list of operators"
    elif not below:
        yield place, f"`{id}` names no operator"
    for number, part in enumerate(_listed(below)):
        if isinstance(part, dict) and len(part) != 1:
            yield (*place, number), f"each entry of `{id}` names one operator"
        yield from _term(part, (*place, number))


def _asks(operator: str, data: object) -> Iterator[Wrong]:
    """A rule that looks inside a phrase, or at two questions, asks a question of its own."""
    takes = parts.load("operators", operator).TAKES
    if takes in INSIDE and not _mapping(data, "ask"):
        what = f"a rule with the operator {quoted(operator)} asks a question of its own"
        yield (), f"{what}; write it under `ask`, by language"
    about = data.get("about") if isinstance(data, dict) else None
    named = [one for one in _listed(about) if isinstance(one, str)]
    if takes == "pair-of-questions" and len(set(named)) != 2:
        what = f"the operator {quoted(operator)} takes two questions, the first of which comes before the second"
        yield ("about",), what


def _is_distance(kind: str, written: str) -> bool:
    return _is_number(written.removesuffix("%").rstrip()) and not (kind == "date" and "%" in written)


def _fields(code: str, words: str) -> Iterator[Wrong]:
    """The fields in curly brackets that the words of a rule ask for and there are none of."""
    try:
        named = [name for _, name, _, _ in Formatter().parse(words) if name is not None]
    except ValueError:
        yield ("says", code), "a curly bracket without its other half; write {ask}, {camps} or {tail}"
        return
    for name in named:
        if name not in FIELDS:
            yield ("says", code), f"unknown field {quoted(name)} in `says`; {nearest(name, FIELDS)}"


def _options(operator: str, options: dict[str, Any], place: tuple[int | str, ...]) -> Iterator[Wrong]:
    """The options of an operator that it doesn't know, or that are no number."""
    known = parts.load("operators", operator).OPTIONS
    for key, written in options.items():
        if key not in known:
            yield (*place, key, KEY), f"unknown option {quoted(key)}; {nearest(key, known)}"
        elif isinstance(written, str) and not _is_number(written):
            yield (*place, key), f"{quoted(written)} is no number; write one such as 3 or 0.5"


def _is_number(written: str) -> bool:
    try:
        return isfinite(float(written))
    except ValueError:
        return False
