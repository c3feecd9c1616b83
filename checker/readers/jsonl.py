"""JSON lines: every line is an object with the text of one document and its metadata."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from checker import decoding
from checker.errors import Unreadable
from checker.located import quoted
from checker.metadata import FIELDS
from checker.model import Fault, Note, RawDocument

suffixes = (".jsonl", ".ndjson")


def read(path: Path, id: str) -> Iterator[RawDocument | Fault | Note]:
    """The documents of a file, line by line; raises OSError where it can't be opened."""
    with path.open("rb") as stream:
        yield from parse(stream, id)


def parse(stream: BinaryIO, id: str) -> Iterator[RawDocument | Fault | Note]:
    """The documents of a stream; a line that gives none is a Fault with its number, and the others are still read.

    A document without an `id` is named by the file and the line.
    """
    lines: dict[str, int] = {}
    filled = False
    for number, content in _lines(stream):
        line, place = content, f"{id}:{number}"
        if number == 1 and (mark := decoding.mark_of(line)) is not None:
            if mark.codec != "utf-8":
                message = f"JSON lines are UTF-8, and the byte order mark says {mark.name}; save the file as UTF-8"
                yield Fault(document=id, stage="read", message=message)
                return
            line = line[len(mark.content) :]
            yield Note(document=id, stage="read", message=mark.note)
        if line.strip():
            filled = True
            yield _checked(line, place, lines, number)
    if not filled:
        yield Note(document=id, stage="read", message=decoding.EMPTY)


def _checked(line: bytes, place: str, lines: dict[str, int], number: int) -> RawDocument | Fault | Note:
    """What one line gives; `lines` are the ids so far with their lines, and takes this one."""
    try:
        document = _document(line, place)
    except Unreadable as error:
        return Fault(document=place, stage="read", message=str(error))
    if document.id in lines:
        message = f"the id {quoted(document.id)} is taken by line {lines[document.id]}; give every line its own"
        return Fault(document=place, stage="read", message=message)
    lines[document.id] = number
    return document if document.text.strip() else Note(document=place, stage="read", message=decoding.EMPTY)


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines with their numbers, from 1; of one beyond the limit only as much as shows it."""
    number = 0
    while line := stream.readline(decoding.LIMIT + 1):
        number += 1
        rest = line
        while len(line) > decoding.LIMIT and rest and not rest.endswith(b"\n"):
            rest = stream.readline(1 << 20)
        yield number, line


def _document(line: bytes, place: str) -> RawDocument:
    """The document of one line; raises Unreadable with what is wrong with it."""
    if len(line) > decoding.LIMIT:
        raise Unreadable(decoding.TOO_LARGE)
    try:
        words = line.decode("utf-8")
        data = json.loads(words)
    except UnicodeDecodeError as error:
        wrong = line[error.start]
        column = len(line[: error.start].decode("utf-8")) + 1
        raise Unreadable(f"column {column}: the byte {wrong:#04x} is not UTF-8; save the file as UTF-8") from error
    except json.JSONDecodeError as error:
        what = error.msg.lower().removesuffix(" at").removesuffix(" starting")
        raise Unreadable(f"column {error.colno}: this line is not JSON: {what}") from error
    except (ValueError, RecursionError) as error:
        raise Unreadable("this line is JSON beyond all measure: its numbers or its nesting") from error
    if not isinstance(data, dict):
        raise Unreadable('this line is JSON but no object; write {"text": ...}')
    if "text" not in data:
        raise Unreadable("this line has no 'text'")
    fields: dict[str, str] = {}
    for name in ("id", "text", *FIELDS):
        value = data.get(name)
        if value is None and name != "text":
            continue
        if not isinstance(value, str):
            raise Unreadable(f"'{name}' is {_sort(value)}; write it as a string")
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise Unreadable(f"'{name}' holds half of a surrogate pair, which is no character") from error
        fields[name] = value
    id, text = fields.pop("id", "") or place, fields.pop("text")
    return RawDocument(id=id, text=text, metadata={name: value for name, value in fields.items() if value})


def _sort(value: object) -> str:
    sorts = {dict: "an object", list: "a list", bool: "true or false", type(None): "null"}
    return sorts.get(type(value), "a number")
