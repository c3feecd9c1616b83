"""Markdown: the whole file is one document, and YAML front matter between lines of `---` is its metadata."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from checker import decoding, metadata, yamlio
from checker.errors import Mistake, UnusableFile
from checker.model import Fault, Note, RawDocument

suffixes = (".md", ".markdown")


def read(path: Path, id: str) -> Iterator[RawDocument | Fault | Note]:
    """The document of a file; raises OSError where it can't be opened."""
    with path.open("rb") as stream:
        yield from parse(stream, id)


def parse(stream: BinaryIO, id: str) -> Iterator[RawDocument | Fault | Note]:
    """The document of a stream; what is wrong with its front matter is a Fault, and its text is read all the same."""
    for found in decoding.document(stream, id):
        if isinstance(found, RawDocument):
            yield from _front_matter(found)
        yield found


def _front_matter(document: RawDocument) -> Iterator[Fault | Note]:
    """Takes the front matter into the document's metadata, and tells what is wrong with it."""
    text = document.text
    start, end, body = _place(text)
    if start is None:
        return
    if end is None:
        if ":" in text[start : text.find("\n", start)]:
            message = "the front matter has no closing line of '---', so it is read as text"
            yield Note(document=document.id, stage="read", message=message)
        return
    mistakes: list[Mistake] = []
    try:
        located = yamlio.parse("\n" + text[start:end], name=document.id)
    except UnusableFile as error:
        document.body = body
        yield from (_fault(mistake) for mistake in error.mistakes)
        return
    if not isinstance(located.data, dict):
        return  # words between two rules across the page
    document.body = body
    document.metadata = metadata.stated(located, (), mistakes)
    yield from (_fault(mistake) for mistake in mistakes)
    for key, near in metadata.misspelt(located).items():
        line, _ = located.key_place((key,))
        message = f"line {line}: the front matter's '{key}' is not read; did you mean '{near}'?"
        yield Note(document=document.id, stage="read", message=message)


def _place(text: str) -> tuple[int | None, int | None, int]:
    """Where front matter starts and ends, and where the text after it starts; `None` for what isn't there."""
    end_of_line = text.find("\n")
    if end_of_line < 0 or text[:end_of_line].rstrip() != "---":
        return None, None, 0
    start = line = end_of_line + 1
    while line < len(text):
        end_of_line = text.find("\n", line)
        after = len(text) if end_of_line < 0 else end_of_line + 1
        if after - line < 80 and text[line:after].rstrip() in ("---", "..."):
            return start, line, after
        line = after
    return start, None, 0


def _fault(mistake: Mistake) -> Fault:
    place = f"line {mistake.line}, column {mistake.column}" if mistake.line else "front matter"
    way_out = f"; {mistake.way_out}" if mistake.way_out else ""
    return Fault(document=mistake.path, stage="read", message=f"{place}: {mistake.what}{way_out}")
