"""Readers: what each format gives, and what a file that can't be read says."""

import io
import random
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import BinaryIO

import pytest

from checker import decoding, parts
from checker.errors import Unreadable
from checker.model import Fault, Note, RawDocument
from checker.readers import jsonl, markdown, text

Read = list[RawDocument | Fault | Note]

ARABIC = "أعلنت الوزارة اليوم الخميس وصول الفريق الأول إلى المدينة، وقال المتحدث إن العمل يبدأ صباح الأحد.\n"
FRENCH = "L'équipe est arrivée à Genève où l'été a été très sec, a déclaré le maire élu.\n"


def parse(reader: ModuleType, content: str | bytes) -> Read:
    """What a reader gives for a file named `f`."""
    content = content.encode() if isinstance(content, str) else content
    return list(reader.parse(io.BytesIO(content), "f"))


def one(reader: ModuleType, content: str | bytes) -> RawDocument:
    """The only document that a reader gives, with nothing to say of it."""
    (document,) = parse(reader, content)
    assert isinstance(document, RawDocument)
    return document


def told(found: Read) -> list[str]:
    """Faults and notes, each as one line."""
    return [
        f"{type(one).__name__} {one.document}: {one.message}"
        for one in found
        if not isinstance(one, RawDocument) and one.stage == "read"
    ]


def test_every_reader_says_which_files_are_its_own() -> None:
    suffixes = [suffix for part in parts.find("readers") for suffix in parts.load("readers", part).suffixes]
    assert len(suffixes) == len(set(suffixes)) >= 6
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in suffixes)


@pytest.mark.parametrize("part", parts.find("readers"))
def test_a_reader_opens_its_file(part: str, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b'{"text": "words"}')
    (document,) = parts.load("readers", part).read(path, "a")
    assert isinstance(document, RawDocument)
    assert "words" in document.text


# --- text and its encodings -------------------------------------------------------------------------------------


def test_text_is_kept_as_it_stands() -> None:
    document = one(text, "  أ\r\nb\rc\n\n")
    assert document == RawDocument(id="f", text="  أ\r\nb\rc\n\n")


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
        (b"\xff\xfe", "utf-16-le", "UTF-16"),
        (b"\xfe\xff", "utf-16-be", "UTF-16"),
        (b"\xff\xfe\0\0", "utf-32-le", "UTF-32"),
        (b"\0\0\xfe\xff", "utf-32-be", "UTF-32"),
    ],
)
def test_a_byte_order_mark_says_the_encoding_and_is_no_letter(mark: bytes, codec: str, name: str) -> None:
    note, document = parse(text, mark + ARABIC.encode(codec))
    assert document == RawDocument(id="f", text=ARABIC, encoding=codec)
    assert told([note]) == [f"Note f: read as {name}, which its byte order mark says"]


@pytest.mark.parametrize(
    ("words", "codec", "name"),
    [
        (ARABIC, "cp1256", "Windows-1256"),
        (ARABIC, "iso8859-6", "ISO 8859-6"),
        (ARABIC, "utf-16-le", "UTF-16"),
        (ARABIC, "utf-16-be", "UTF-16"),
        (ARABIC, "utf-32-le", "UTF-32"),
        (FRENCH, "cp1252", "Windows-1252"),
        (FRENCH, "utf-16-le", "UTF-16"),
        (FRENCH + ARABIC * 3, "cp1256", "Windows-1256"),
    ],
)
def test_another_encoding_is_guessed_and_said_so(words: str, codec: str, name: str) -> None:
    note, document = parse(text, words.encode(codec, errors="ignore"))
    assert isinstance(document, RawDocument)
    assert document.text == words.encode(codec, errors="ignore").decode(codec)
    assert document.encoding == codec
    assert told([note]) == [
        f"Note f: read as {name}, which is a guess from its letters; save the file as UTF-8 to be sure"
    ]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (ARABIC.encode() + "ab تم".encode() + b"\xff" + ARABIC.encode(), "line 2, column 6: 0xff is not UTF-8"),
        (ARABIC.encode()[:-3] + b"\xd8", "line 1, column 95: 0xd8 is not UTF-8"),
        (b"\xef\xbb\xbfab\n\xff", "line 2, column 1: 0xff is not UTF-8"),
        (b"\xff\xfea\0b", "line 1, column 2: 0x62 is not UTF-16"),
    ],
)
def test_a_broken_encoding_is_a_fault_with_its_place(content: bytes, place: str) -> None:
    assert told(parse(text, content)) == [f"Fault f: {place}; save the file as UTF-8"]


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"words\0words",
        b"words\x02\x03 words",
        b"\x7fELF" + random.Random(1).randbytes(2000),
        b"%PDF-1.4\n" + random.Random(2).randbytes(2000).replace(b"\0", b""),
    ],
)
def test_a_binary_file_is_a_fault(content: bytes) -> None:
    assert told(parse(text, content)) == [f"Fault f: {decoding.BINARY}"]


def test_one_stray_control_character_makes_no_file_binary() -> None:
    assert one(text, "words " * 100 + "\x02").text.endswith("\x02")


def test_bytes_in_no_known_encoding_are_a_fault() -> None:
    content = bytes(byte for byte in random.Random(3).randbytes(4000) if byte >= 32)
    with pytest.raises(Unreadable, match=r"^neither UTF-8 nor one of Windows-1256, .*; save the file as UTF-8$"):
        decoding.decode(content)


@pytest.mark.parametrize("content", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
@pytest.mark.parametrize("reader", [text, markdown])
def test_an_empty_file_is_noted(reader: ModuleType, content: bytes) -> None:
    assert told(parse(reader, content)) == ["Note f: empty, so skipped"]


class Endless(io.RawIOBase):
    """A stream of one long line, which counts what was taken."""

    def __init__(self, size: int, start: bytes = b"") -> None:
        self.left, self.start = size, start

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]
        """The next bytes."""
        size = min(len(buffer), self.left)
        buffer[:size] = (self.start + b"x" * size)[:size]
        self.start = self.start[size:]
        self.left -= size
        return size


def endless(size: int, start: bytes = b"") -> BinaryIO:
    """A long line as a stream."""
    return io.BufferedReader(Endless(size, start))


@pytest.mark.parametrize("reader", [text, markdown])
def test_a_document_beyond_the_limit_is_a_fault_and_is_not_read_on(reader: ModuleType) -> None:
    stream = Endless(150_000_000)
    found = list(reader.parse(io.BufferedReader(stream), "f"))
    message = "larger than 100 MB; split it into its reports, one a file or one a JSON line"
    assert told(found) == [f"Fault f: {message}"]
    assert stream.left > 25_000_000


def test_a_document_just_below_the_limit_is_read_in_linear_time() -> None:
    start = time.process_time()
    (document,) = text.parse(endless(decoding.LIMIT), "f")
    assert isinstance(document, RawDocument)
    assert len(document.text) == decoding.LIMIT
    assert time.process_time() - start < 5


# --- markdown ---------------------------------------------------------------------------------------------------


def test_front_matter_becomes_metadata_and_the_offsets_stay() -> None:
    content = "---\nsource: ألف\npublished: 2021-12-09\ntags: [a, b]\nstory: ~\n---\n\n# Title\n"
    document = one(markdown, content)
    assert document.text == content
    assert document.text[document.body :] == "\n# Title\n"
    assert document.metadata == {"source": "ألف", "published": "2021-12-09"}


def test_front_matter_may_end_with_dots_and_have_the_line_ends_of_windows() -> None:
    document = one(markdown, "---\r\nsource: A\r\n...\r\nwords")
    assert (document.metadata, document.text[document.body :]) == ({"source": "A"}, "words")


def test_front_matter_may_fill_the_file() -> None:
    document = one(markdown, "---\nsource: A\n---")
    assert (document.metadata, document.body) == ({"source": "A"}, 17)


@pytest.mark.parametrize("content", ["# Title\n---\na: b\n---\n", "----\na: b\n----\n", "---", " ---\na: b\n---\n"])
def test_text_without_front_matter_is_all_body(content: str) -> None:
    document = one(markdown, content)
    assert (document.metadata, document.body) == ({}, 0)


def test_words_between_two_rules_are_no_front_matter() -> None:
    document = one(markdown, "---\nonly words\n---\nmore\n")
    assert (document.metadata, document.body) == ({}, 0)


def test_front_matter_that_is_no_yaml_is_a_fault_with_its_place_and_the_text_is_read() -> None:
    content = "---\nsource: a: b\nurl: 'x\n---\nwords\n"
    *faults, document = parse(markdown, content)
    assert told(faults) == [
        "Fault f: line 2, column 10: a ':' where no key can end; put words that hold ': ' in quotation marks",
        "Fault f: line 3, column 6: a quotation mark that is never closed; close it",
    ]
    assert isinstance(document, RawDocument)
    assert (document.metadata, document.text[document.body :]) == ({}, "words\n")


def test_a_field_that_is_no_words_is_a_fault_and_the_others_count() -> None:
    fault, document = parse(markdown, "---\nsource: [A]\nurl: u\n---\nwords\n")
    assert told([fault]) == ["Fault f: line 2, column 9: a list where the words of 'source' belong"]
    assert isinstance(document, RawDocument)
    assert document.metadata == {"url": "u"}


def test_a_misspelt_field_is_noted_and_a_foreign_one_is_not() -> None:
    note, document = parse(markdown, "---\nauthor: A\npublised: 2021\n---\nwords\n")
    assert told([note]) == ["Note f: line 3: the front matter's 'publised' is not read; did you mean 'published'?"]
    assert isinstance(document, RawDocument)
    assert document.metadata == {}


def test_front_matter_without_an_end_is_noted_and_read_as_text() -> None:
    note, document = parse(markdown, "---\nsource: A\nwords\n")
    assert told([note]) == ["Note f: the front matter has no closing line of '---', so it is read as text"]
    assert isinstance(document, RawDocument)
    assert document.body == 0
    assert len(parse(markdown, "---\nwords\n")) == 1


def test_markdown_in_another_encoding_keeps_its_front_matter() -> None:
    note, document = parse(markdown, f"---\nsource: الوزارة\n---\n{ARABIC}".encode("cp1256"))
    assert isinstance(note, Note)
    assert isinstance(document, RawDocument)
    assert (document.metadata, document.text[document.body :]) == ({"source": "الوزارة"}, ARABIC)


# --- JSON lines -------------------------------------------------------------------------------------------------


def test_a_line_gives_its_document_with_metadata() -> None:
    line = '{"id": "a", "text": "كلمات\\n", "source": "A", "url": null, "story": "", "tags": [1]}\n'
    assert one(jsonl, line) == RawDocument(id="a", text="كلمات\n", metadata={"source": "A"})


def test_a_line_without_an_id_is_named_by_its_place() -> None:
    found = parse(jsonl, '{"text": "a"}\r\n\n  \n{"text": "b", "id": ""}')
    assert [one.id for one in found if isinstance(one, RawDocument)] == ["f:1", "f:4"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("words", "column 1: this line is not JSON: expecting value"),
        ('{"text": "a"} x', "column 15: this line is not JSON: extra data"),
        ('{"text": "a', "column 12: this line is not JSON: invalid control character"),
        ('["text"]', 'this line is JSON but no object; write {"text": ...}'),
        ('"text"', 'this line is JSON but no object; write {"text": ...}'),
        ('{"id": "a"}', "this line has no 'text'"),
        ('{"text": null}', "'text' is null; write it as a string"),
        ('{"text": ["a"]}', "'text' is a list; write it as a string"),
        ('{"text": "a", "id": 7}', "'id' is a number; write it as a string"),
        ('{"text": "a", "title": {}}', "'title' is an object; write it as a string"),
        ('{"text": "a", "published": true}', "'published' is true or false; write it as a string"),
        ('{"text": "a\\ud800"}', "'text' holds half of a surrogate pair, which is no character"),
        ("[" * 100_000, "this line is JSON beyond all measure: its numbers or its nesting"),
        ('{"text": ' + "1" * 5000 + "}", "this line is JSON beyond all measure: its numbers or its nesting"),
    ],
)
def test_a_line_that_gives_nothing_is_a_fault_and_the_others_are_read(line: str, message: str) -> None:
    before, fault, after = parse(jsonl, f'{{"text": "b"}}\n{line}\n{{"text": "c"}}\n')
    assert isinstance(before, RawDocument)
    assert told([fault]) == [f"Fault f:2: {message}"]
    assert isinstance(after, RawDocument)


def test_bytes_of_a_line_that_are_not_utf_8_have_their_place() -> None:
    (fault,) = parse(jsonl, '{"text": "أ'.encode() + b'\xcc"}')
    assert told([fault]) == ["Fault f:1: column 12: the byte 0xcc is not UTF-8; save the file as UTF-8"]


def test_an_id_given_twice_is_a_fault() -> None:
    first, fault = parse(jsonl, '{"id": "a", "text": "b"}\n{"id": "a", "text": "c"}\n')
    assert isinstance(first, RawDocument)
    assert told([fault]) == ["Fault f:2: the id 'a' is taken by line 1; give every line its own"]


def test_an_empty_text_and_an_empty_file_are_noted() -> None:
    assert told(parse(jsonl, '{"text": " "}')) == ["Note f:1: empty, so skipped"]
    assert told(parse(jsonl, "")) == ["Note f: empty, so skipped"]
    assert told(parse(jsonl, "\n\n")) == ["Note f: empty, so skipped"]


def test_a_byte_order_mark_before_json_is_noted_and_a_wide_one_is_a_fault() -> None:
    note, document = parse(jsonl, b'\xef\xbb\xbf{"text": "a"}\n')
    assert told([note]) == ["Note f: read as UTF-8, which its byte order mark says"]
    assert document == RawDocument(id="f:1", text="a")
    assert told(parse(jsonl, '{"text": "a"}'.encode("utf-16"))) == [
        "Fault f: JSON lines are UTF-8, and the byte order mark says UTF-16; save the file as UTF-8"
    ]


def test_a_line_beyond_the_limit_is_a_fault_and_the_next_is_read() -> None:
    class Lines(io.BytesIO):
        """A long line in pieces, then a short one."""

    stream = Lines(b'{"text": "' + b"x" * (decoding.LIMIT + 3_000_000) + b'"}\n{"text": "a"}\n')
    fault, document = jsonl.parse(stream, "f")
    assert told([fault]) == [f"Fault f:1: {decoding.TOO_LARGE}"]
    assert document == RawDocument(id="f:2", text="a")


def test_lines_are_streamed() -> None:
    def lines() -> Iterator[bytes]:
        yield b'{"text": "a"}\n'
        raise AssertionError("read ahead")

    class Stream(io.BytesIO):
        """Gives one line and refuses a second."""

        source = lines()

        def readline(self, size: int | None = -1, /) -> bytes:
            """The next line."""
            return next(self.source)

    assert next(jsonl.parse(Stream(), "f")) == RawDocument(id="f:1", text="a")
