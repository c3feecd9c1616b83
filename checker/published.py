"""The JSON Schemas of the files as they are published: what editors and other validators check while one types.

The schemas of pydantic are for words alone, as `yamlio` reads them; others read `1` as a number and `yes` as a word,
and know nothing of the short forms, so both are said here.
"""

from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter

from checker.schemas import FILES

DRAFT = "https://json-schema.org/draft/2020-12/schema"
WORD = {"type": ["string", "number", "boolean"]}  # what stands without quotation marks is a word all the same
SWITCH = {"enum": [True, False, "yes", "no", "true", "false", "on", "off", "y", "n", "t", "f", 1, 0]}
LISTED = ("says", "modality", "about")  # keys under which one word stands for a list of one


def schemas(kinds: Iterable[str] = ()) -> dict[str, Any]:
    """The schema of each kind of file, by its name; of all, if none is named."""
    files: dict[str, Any] = dict(FILES)
    return {kind: _schema(files[kind]) for kind in (list(kinds) or sorted(FILES))}


def _schema(file: Any) -> dict[str, Any]:
    made = _widened(TypeAdapter(file).json_schema())
    assert isinstance(made, dict)
    for name, one in made.get("$defs", {}).items():
        if name == "Pattern":  # a bare word or list is what it says
            made["$defs"][name] = {"anyOf": [one, one["properties"]["says"]]}
    return {"$schema": DRAFT, **made}


def _widened(schema: Any) -> Any:
    """A schema for words, as one for what those words are read as elsewhere."""
    if isinstance(schema, list):
        return [_widened(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("const") == "1":
        return {**{key: one for key, one in schema.items() if key not in ("const", "type")}, "enum": ["1", 1]}
    if schema.get("type") == "boolean":
        return {**{key: one for key, one in schema.items() if key != "type"}, **SWITCH}
    if schema.get("type") == "string" and not {"enum", "const", "pattern"} & schema.keys():
        return {**schema, **WORD}
    made = {
        key: one if key in ("default", "enum", "required", "title") else _widened(one) for key, one in schema.items()
    }
    if "patternProperties" in made:
        made.setdefault("additionalProperties", False)
    if "properties" in made:
        made["properties"] = {key: _short(one) if key in LISTED else one for key, one in made["properties"].items()}
    return made


def _short(schema: dict[str, Any]) -> dict[str, Any]:
    """A list, or a list of lists, for which one word or one list may stand."""
    listed = [schema, *schema.get("anyOf", [])]
    inner = [one["items"] for one in listed if "items" in one]
    more = [deeper["items"] for one in inner if "items" in (deeper := one)]
    lists = [{"type": "array", "items": one} for one in more]
    return {"anyOf": [schema, *inner, *lists, *more]}
