"""Bytes to text: UTF-8 first, then byte order marks, then a guess among the encodings that news comes in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from checker.errors import Unreadable
from checker.model import Fault, Note, RawDocument

LIMIT = 100_000_000  # bytes of one document
TOO_LARGE = f"larger than {LIMIT // 1_000_000} MB; split it into its reports, one a file or one a JSON line"
EMPTY = "empty, so skipped"

# What a file without a mark may be, by codec: where it holds NULs, and where it holds none.
WIDE = {"utf_16_le": "UTF-16", "utf_16_be": "UTF-16", "utf_32_le": "UTF-32", "utf_32_be": "UTF-32"}
NARROW = {"cp1256": "Windows-1256", "iso8859_6": "ISO 8859-6", "cp1252": "Windows-1252"}

# Control characters that no text has, and how many of them in a hundred characters make a file binary.
CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\v\f\r\x1a")
MOST_CONTROLS = 0.5
BINARY = "a binary file, not a text; leave it out, or save its text as UTF-8"


class Mark(NamedTuple):
    """A byte order mark, the codec that it says, and that codec's name for people."""

    content: bytes
    codec: str
    name: str

    @property
    def note(self) -> str:
        """What a reader should know where a file starts with this mark."""
        return f"read as {self.name}, which its byte order mark says"


MARKS = (
    Mark(b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    Mark(b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),  # before the mark of UTF-16, which it starts with
    Mark(b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    Mark(b"\xff\xfe", "utf-16-le", "UTF-16"),
    Mark(b"\xfe\xff", "utf-16-be", "UTF-16"),
)


@dataclass(slots=True, kw_only=True)
class Decoded:
    """A text, the codec that gave it, and what a reader should know about that; `None` if it is plain UTF-8."""

    text: str
    encoding: str
    note: str | None


def document(stream: BinaryIO, id: str) -> Iterator[RawDocument | Fault | Note]:
    """The document that fills a whole file, or why there is none, after what a reader should know of its encoding."""
    content = stream.read(LIMIT + 1)
    if len(content) > LIMIT:
        yield Fault(document=id, stage="read", message=TOO_LARGE)
        return
    try:
        decoded = decode(content)
    except Unreadable as error:
        yield Fault(document=id, stage="read", message=str(error))
        return
    if not decoded.text.strip():
        yield Note(document=id, stage="read", message=EMPTY)
        return
    if decoded.note is not None:
        yield Note(document=id, stage="read", message=decoded.note)
    yield RawDocument(id=id, text=decoded.text, encoding=decoded.encoding)


def decode(content: bytes) -> Decoded:
    """The text of a file, without a byte order mark and otherwise as it stands, line ends included.

    Raises Unreadable for a binary file, for broken UTF-8 with the place of its first wrong byte, and for bytes that are
    in none of the encodings known here.
    """
    mark = mark_of(content)
    if mark is not None:
        text = _strict(content[len(mark.content) :], mark.codec, mark.name)
        return Decoded(text=_printable(text), encoding=mark.codec, note=mark.note)
    if b"\0" in content:
        return _guess(content, WIDE)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _broken_or_other(content)
    return Decoded(text=_printable(text), encoding="utf-8", note=None)


def mark_of(content: bytes) -> Mark | None:
    """The byte order mark that bytes start with."""
    return next((mark for mark in MARKS if content.startswith(mark.content)), None)


def _strict(content: bytes, codec: str, name: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(codec, errors="replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        wrong = " ".join(f"{byte:#04x}" for byte in content[error.start : error.end][:4])
        raise Unreadable(f"line {line}, column {column}: {wrong} is not {name}; save the file as UTF-8") from error


def _broken_or_other(content: bytes) -> Decoded:
    """UTF-8 with damage raises, since any single-byte encoding would take it and give nonsense; the rest is guessed."""
    whole = content.decode("utf-8", errors="replace")
    wrong = whole.count("\ufffd")
    right = sum(not character.isascii() for character in whole) - wrong
    if right > wrong:
        _strict(content, "utf-8", "UTF-8")
    return _guess(content, NARROW)


def _guess(content: bytes, candidates: dict[str, str]) -> Decoded:
    import charset_normalizer

    best = charset_normalizer.from_bytes(content, cp_isolation=list(candidates)).best()
    if best is None and candidates is WIDE:
        raise Unreadable(BINARY)
    if best is None:
        _printable(content.decode("latin-1"))
        known = ", ".join(dict.fromkeys([*candidates.values(), *WIDE.values()]))
        raise Unreadable(f"neither UTF-8 nor one of {known}; save the file as UTF-8")
    text = _printable(content.decode(best.encoding))
    name = candidates[best.encoding]
    note = f"read as {name}, which is a guess from its letters; save the file as UTF-8 to be sure"
    return Decoded(text=text, encoding=best.encoding.replace("_", "-"), note=note)


def _printable(text: str) -> str:
    controls = sum(map(text.count, CONTROLS))
    if "\0" in text or controls * 100 > len(text) * MOST_CONTROLS:
        raise Unreadable(BINARY)
    return text
