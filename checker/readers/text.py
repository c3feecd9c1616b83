"""Plain text in any encoding: the whole file is one document."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from checker import decoding
from checker.model import Fault, Note, RawDocument

suffixes = (".txt", ".text")


def read(path: Path, id: str) -> Iterator[RawDocument | Fault | Note]:
    """The document of a file; raises OSError where it can't be opened."""
    with path.open("rb") as stream:
        yield from parse(stream, id)


def parse(stream: BinaryIO, id: str) -> Iterator[RawDocument | Fault | Note]:
    """The document of a stream."""
    yield from decoding.document(stream, id)
