"""What a pydantic schema refuses in a located file, told as mistakes with their place and the way out."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from checker.errors import Mistake, UnusableFile
from checker.located import Data, Located, Trail, given, nearest, quoted

if TYPE_CHECKING:
    import pydantic
    from pydantic_core import ErrorDetails

T = TypeVar("T")

UNKNOWN_KEY = ("extra_forbidden", "unexpected_keyword_argument")  # of a model, of a dataclass


def fit(located: Located, adapter: "pydantic.TypeAdapter[T]") -> T:
    """The data as a schema's type: words become numbers, days, and yes or no where the schema wants them.

    Raises UnusableFile with every misfit at its place, and with the nearest known word where one is unknown.
    A ValueError of the schema's own validators is told in its own words.
    """
    import pydantic

    try:
        return adapter.validate_python(located.data, strict=False)
    except pydantic.ValidationError as error:
        chosen = _chosen(error.errors(include_url=False), located.data)
        raise UnusableFile(sorted({_misfit(told, located, adapter) for told in chosen})) from error


def _trail(error: "ErrorDetails", data: Data) -> tuple[Trail, int | None]:
    """The part of an error's location that is in the data, and where in it the first branch of a union is named."""
    trail: list[int | str] = []
    branch = None
    loc = error["loc"][:-1] if error["type"].startswith("missing") else error["loc"]
    for position, step in enumerate(loc):
        if isinstance(data, dict) and step in data:
            data = data[str(step)]
            trail.append(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
            trail.append(step)
        elif step != "[key]" and branch is None:
            branch = position
    return tuple(trail), branch


def _chosen(errors: "Iterable[ErrorDetails]", data: Data) -> "list[ErrorDetails]":
    """The errors worth telling: of a union, those of the branch that the data fits best."""
    chosen: list[ErrorDetails] = []
    unions: dict[tuple[int | str, ...], dict[int | str, list[ErrorDetails]]] = {}
    for error in errors:
        _, at = _trail(error, data)
        if at is None:
            chosen.append(error)
            continue
        union, branch = error["loc"][:at], error["loc"][at]
        shorter = error | {"loc": (*union, *error["loc"][at + 1 :])}
        unions.setdefault(union, {}).setdefault(branch, []).append(shorter)
    for union, branches in unions.items():
        wanted = [_wanted(told[0]["type"]) for told in branches.values()]
        if len(branches) > 1 and all(wanted) and all(len(told[0]["loc"]) == len(union) for told in branches.values()):
            sample = next(iter(branches.values()))[0]
            what = ValueError(_misplaced(sample["input"], " or ".join(dict.fromkeys(wanted))))
            chosen.append(sample | {"type": "value_error", "ctx": {"error": what}})
        else:
            best = max(branches.values(), key=lambda told: _closeness(told, len(union), data))
            chosen.extend(_chosen(best, data))
    return chosen


def _closeness(errors: "list[ErrorDetails]", union: int, data: Data) -> tuple[bool, int, int, int]:
    """How well data fits a branch of a union: its shape first, then its keys, then how deep and how few the errors."""
    depth = max(len(_trail(error, data)[0]) for error in errors) - union
    shaped = depth > 0 or not any(_wanted(error["type"]) for error in errors)
    unknown = sum(error["type"] in UNKNOWN_KEY for error in errors)
    return shaped, -unknown, depth, -len(errors)


_WANTED = {
    "int": "a whole number",
    "float": "a number",
    "decimal": "a number",
    "bool": "true or false",
    "date": "a day such as 2021-07-26",
    "time": "a time such as 14:30",
    "datetime": "a day and a time such as 2021-07-26T14:30",
    "string": "words",
    "list": "a list",
    "tuple": "a list",
    "set": "a list",
    "frozen": "a list",
    "dict": "a mapping",
    "mapping": "a mapping",
    "model": "a mapping",
    "dataclass": "a mapping",
}


def _wanted(kind: str) -> str:
    """What a schema wanted, by the type of its error; empty for an error that isn't about a type."""
    is_type = kind.endswith(("_type", "_parsing", "_from_float"))
    return _WANTED.get(kind.partition("_")[0], "") if is_type else ""


def _misplaced(value: object, wanted: str) -> str:
    return f"{given(value)} where {wanted} {'are' if wanted == 'words' else 'is'} expected"


def _misfit(error: "ErrorDetails", located: Located, adapter: "pydantic.TypeAdapter[Any]") -> Mistake:
    """One error of a schema, in our words and at its place."""
    trail, _ = _trail(error, located.data)
    kind, context = error["type"], error.get("ctx", {})
    if kind in UNKNOWN_KEY:
        key = str(trail[-1])
        return located.key_mistake(trail, f"unknown key {quoted(key)}", nearest(key, _known(trail[:-1], adapter)))
    if kind.startswith("missing"):
        return located.key_mistake(trail, f"the key {quoted(str(error['loc'][-1]))} is missing", "add it")
    field_ = next((quoted(step) for step in reversed(trail) if isinstance(step, str)), "the file")
    if kind in ("literal_error", "enum", "union_tag_invalid"):
        known = str(context.get("expected") or context.get("expected_tags")).split("'")[1::2]
        word = context.get("tag", error["input"])
        what = f"unknown word {given(word)} for {field_}"
        return located.mistake(trail, what, nearest(word if isinstance(word, str) else "", known))
    if kind in ("value_error", "assertion_error"):
        what = str(context["error"])
    elif _wanted(kind):
        what = _misplaced(error["input"], _wanted(kind))
    else:
        what = f"{given(error['input'])} for {field_}: {error['msg'].replace('Input should', 'this must', 1)}"
    if error["loc"][-1:] == ("[key]",):
        return located.key_mistake(trail, what)
    return located.mistake(trail, what)


def _known(trail: Trail, adapter: "pydantic.TypeAdapter[Any]") -> list[str]:
    """The keys that a schema knows in the mapping at a trail."""
    schema = adapter.json_schema()
    definitions = schema.get("$defs", {})
    known: set[str] = set()
    layer = list(_unfolded(schema, definitions))
    for step in trail:
        below = []
        for part in layer:
            if isinstance(step, int):
                below += [part.get("items"), *part.get("prefixItems", [])[step : step + 1]]
            elif step in part.get("properties", {}):
                below.append(part["properties"][step])
            else:
                below += [part.get("additionalProperties"), *part.get("patternProperties", {}).values()]
        layer = [unfolded for part in below for unfolded in _unfolded(part, definitions)]
    for part in layer:
        known.update(part.get("properties", {}))
    return sorted(known)


def _unfolded(schema: Any, definitions: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A JSON Schema without references and unions: every shape that it allows."""
    if isinstance(schema, dict):
        yield schema
        if "$ref" in schema:
            yield from _unfolded(definitions.get(schema["$ref"].rpartition("/")[2]), definitions)
        for union in ("anyOf", "oneOf", "allOf"):
            for branch in schema.get(union, ()):
                yield from _unfolded(branch, definitions)
