"""From paths to raw documents: what is found, what it is called, what is left out, and what it says of that."""

import io
import os
from pathlib import Path

import pytest

from checker.collect import Collected, collect
from checker.errors import NoInput, UnusableFile
from checker.model import Fault, Note


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test runs in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)


def write(**files: str | bytes) -> None:
    """Files by path, with `__` for `/` and `_` for `.`."""
    for name, content in files.items():
        put(name.replace("__", "/").replace("_", "."), content)


def put(name: str, content: str | bytes = "words\n") -> None:
    """One file, with the folders above it."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def ids(collected: Collected) -> list[str]:
    """The names of what was read, without a fault."""
    assert collected.faults == []
    return [document.id for document in collected.raw]


def told(collected: Collected) -> list[str]:
    """Faults and notes, each as one line."""
    said: list[Fault | Note] = [*collected.faults, *collected.notes]
    assert {one.stage for one in said} <= {"read"}
    return [f"{type(one).__name__} {one.document}: {one.message}" for one in said]


# --- what is found ----------------------------------------------------------------------------------------------


def test_a_folder_is_read_with_all_below_it_in_order() -> None:
    write(a__c_txt="1", a__b__d_md="2", a__b_txt="3", a__e_JSONL='{"id": "z", "text": "4"}\n{"text": "5"}')
    collected = collect(["a"])
    assert ids(collected) == ["b.txt", "b/d.md", "c.txt", "e.JSONL:2", "z"]
    assert [document.text for document in collected.raw] == ["3", "2", "1", "5", "4"]
    assert collected.paths["z"] == collected.paths["e.JSONL:2"] == "a/e.JSONL"
    assert collected.paths["b/d.md"] == "a/b/d.md"
    assert (told(collected), collected.skipped) == ([], 0)


def test_files_of_other_kinds_are_counted_in_one_note() -> None:
    write(a__b_txt="words", a__c_png=b"\0", a__d_png=b"\0", a__e__f_html="", a__g="")
    os.mkfifo("a/h.txt")
    collected = collect(["a", "a/e/../"])
    assert ids(collected) == ["b.txt"]
    assert told(collected) == [
        "Note : 5 files of other kinds left out (2 .png, 1 .html, 1 .txt, 1 without a suffix)"
    ]  # fmt: skip
    assert collected.skipped == 5


def test_one_file_of_another_kind_is_told_in_the_singular() -> None:
    write(a__b_txt="words", a__c_png=b"\0")
    assert told(collect(["a"])) == ["Note : 1 file of another kind left out (1 .png)"]


def test_many_kinds_are_shortened() -> None:
    for i in range(7):
        put(f"a/b.k{i}")
    put("a/b.txt")
    assert told(collect(["a"])) == [
        "Note : 7 files of other kinds left out (1 .k0, 1 .k1, 1 .k2, 1 .k3, 1 .k4, …)"
    ]  # fmt: skip


def test_a_named_file_is_never_left_out() -> None:
    write(a__b_html="words", a__c_html="words")
    collected = collect(["a/b.html"])
    assert ids(collected) == ["a/b.html"]
    put("a/d.txt")
    collected = collect(["a/b.html", "a"])
    assert ids(collected) == ["a/b.html", "d.txt"]
    assert told(collected) == ["Note : 1 file of another kind left out (1 .html)"]


def test_hidden_files_are_left_out_of_a_folder_but_not_when_named() -> None:
    write(a__b_txt="words")
    put("a/.c/d.txt")
    put("a/.e.txt")
    assert told(collect(["a"])) == ["Note : 2 hidden files and folders left out"]
    assert ids(collect(["a/.e.txt"])) == ["a/.e.txt"]
    Path("a/.e.txt").unlink()
    assert told(collect(["a"])) == ["Note : 1 hidden file or folder left out"]


def test_a_glob_names_files_and_folders() -> None:
    write(a__b_txt="1", a__c_html="2", a__d__e_txt="3", a__d__f_png=b"\0")
    assert ids(collect(["a/*.txt"])) == ["a/b.txt"]
    assert ids(collect(["a/*"])) == ["a/b.txt", "a/c.html", "e.txt"]
    assert ids(collect(["a/**/*.txt"])) == ["a/b.txt", "a/d/e.txt"]


def test_a_name_with_the_letters_of_a_glob_is_a_name() -> None:
    put("a[1].txt")
    put("a1.txt")
    assert ids(collect(["a[1].txt"])) == ["a[1].txt"]


# --- names ------------------------------------------------------------------------------------------------------


def test_a_file_that_is_named_keeps_its_path_below_here_and_no_more(tmp_path: Path) -> None:
    write(a__b_txt="words")
    assert ids(collect(["./a/b.txt"])) == ["a/b.txt"]
    assert ids(collect([str(tmp_path / "a" / "b.txt")])) == ["b.txt"]
    assert ids(collect(["a/../a/b.txt"])) == ["b.txt"]


def test_where_two_names_clash_both_are_as_given() -> None:
    write(a__x_txt="1", b__x_txt="2", b__y_txt="3")
    assert ids(collect(["a", "./b/"])) == ["a/x.txt", "b/x.txt", "y.txt"]


def test_a_name_as_given_may_clash_in_turn() -> None:
    write(a__x_txt="1", b__x_txt="2", c__a__x_txt="3")
    assert ids(collect(["a", "b", "c"])) == ["a/x.txt", "b/x.txt", "c/a/x.txt"]


def test_a_file_named_like_standard_input_is_told_apart() -> None:
    put("-", "words")
    collected = collect(["-", "./-"], stdin=io.BytesIO(b"other words"))
    assert [document.text for document in collected.raw] == ["other words"]
    assert told(collected) == ["Fault -: the id '-' is taken by a document of -; give it another"]


def test_the_order_of_the_paths_changes_nothing() -> None:
    write(a__x_txt="1", b__x_txt="2", c_jsonl='{"id": "i", "text": "3"}', d_jsonl='{"id": "i", "text": "4"}', e_png="5")
    paths = ["a", "b", "c.jsonl", "d.jsonl", "a/x.txt", "e.png"]
    assert collect(paths) == collect(paths[::-1])


def test_an_id_that_two_files_give_is_a_fault() -> None:
    write(a__b_jsonl='{"id": "i", "text": "1"}', a__c_jsonl='{"id": "i", "text": "2"}')
    collected = collect(["a"])
    assert [document.text for document in collected.raw] == ["1"]
    assert told(collected) == ["Fault c.jsonl: the id 'i' is taken by a document of b.jsonl; give it another"]


def test_a_name_that_is_no_utf_8_is_written_out() -> None:
    Path(os.fsdecode(b"a\xff.txt")).write_text("words", encoding="utf-8")
    (name,) = ids(collect(["."]))
    assert name == "a\\xff.txt"
    name.encode("utf-8")


# --- once -------------------------------------------------------------------------------------------------------


def test_a_file_that_is_given_twice_is_read_once(tmp_path: Path) -> None:
    write(a__b__c_txt="words")
    collected = collect(["a/b/c.txt", "a", "a", "a/b", str(tmp_path / "a" / "b" / "c.txt"), "a/**/*.txt"])
    assert ids(collected) == ["b/c.txt"]
    assert told(collected) == []


def test_a_folder_with_a_link_to_itself_ends() -> None:
    write(a__b_txt="words", a__c__d_txt="words")
    Path("a/c/loop").symlink_to("..")
    Path("a/self.txt").symlink_to("self")
    Path("a/self").symlink_to("self.txt")
    collected = collect(["a"])
    assert [document.id for document in collected.raw] == ["b.txt", "c/d.txt"]
    assert told(collected) == [
        "Fault self.txt: a link that leads nowhere",
        "Note : 1 file of another kind left out (1 without a suffix)",
        "Note c/loop: a link to a folder that is read already, so not followed",
    ]


def test_links_are_followed_once_and_never_take_the_name_of_the_place() -> None:
    write(a__z_txt="1", out__o_txt="2", out__p__q_txt="3")
    Path("a/a.txt").symlink_to("z.txt")
    Path("a/b").symlink_to("../out")
    Path("a/c").symlink_to("../out/p")
    Path("a/d.txt").symlink_to("../out/o.txt")
    collected = collect(["a"])
    assert ids(collected) == ["b/o.txt", "b/p/q.txt", "z.txt"]
    assert told(collected) == [
        "Note a.txt: a link to z.txt, which is read once",
        "Note c: a link to a folder that is read already, so not followed",
        "Note d.txt: a link to b/o.txt, which is read once",
    ]


# --- what can't be read -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["x.txt"], "no such path: 'x.txt'"),
        (["x*.txt", "full", "y"], "no such path: 'x*.txt'\nno such path: 'y'"),
        (["a\0b"], "no such path: 'a\0b'"),
        (["empty"], "no document in the folder 'empty'; it may hold .jsonl, .markdown, .md, .ndjson, .text, .txt"),
        (
            ["full", "other"],
            "no document in the folder 'other'; it may hold .jsonl, .markdown, .md, .ndjson, .text, .txt",
        ),
        ([], "no path was given; name a file, a folder, or - for standard input"),
        (["blank"], "nothing to read in 'blank': no document has a text"),
        (["full/documents.yaml"], "nothing to read in 'full/documents.yaml': no document has a text"),
    ],
)
def test_where_nothing_is_there_is_nothing_to_read(paths: list[str], message: str) -> None:
    write(full__a_txt="words", full__documents_yaml="", other__a_png="", blank__a_txt=" ")
    Path("empty").mkdir()
    with pytest.raises(NoInput) as raised:
        collect(paths)
    assert str(raised.value) == message


def test_an_empty_file_is_noted_and_counted() -> None:
    write(a__b_txt="", a__c_txt="words", a__d_jsonl='{"text": ""}\n{"text": "words"}\n')
    collected = collect(["a"])
    assert ids(collected) == ["c.txt", "d.jsonl:2"]
    assert told(collected) == ["Note b.txt: empty, so skipped", "Note d.jsonl:1: empty, so skipped"]
    assert collected.skipped == 2


def test_a_file_without_read_permission_is_a_fault_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    write(a__b_txt="words", a__c_txt="words", a__d_jsonl='{"text": "words"}')
    opened = Path.open

    def guarded(self: Path, mode: str = "r") -> object:
        if self.name in ("b.txt", "d.jsonl"):
            raise PermissionError(13, "Permission denied")
        return opened(self, mode)

    monkeypatch.setattr(Path, "open", guarded)
    collected = collect(["a"])
    assert [document.id for document in collected.raw] == ["c.txt"]
    assert told(collected) == [
        "Fault b.txt: the file can't be read: permission denied",
        "Fault d.jsonl: the file can't be read: permission denied",
    ]


def test_a_folder_without_read_permission_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    write(a__b_txt="words", a__c__d_txt="words")
    scanned = os.scandir

    def guarded(path: Path) -> object:
        if Path(path).name == "c":
            raise PermissionError(13, "Permission denied")
        return scanned(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert told(collect(["a"])) == ["Fault c: the folder can't be read: permission denied"]
    assert told(collect(["a/c"])) == ["Fault .: the folder can't be read: permission denied"]


def test_a_file_that_fails_half_way_keeps_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.jsonl", '{"text": "words"}\n')

    class Failing(io.BytesIO):
        """Fails on the second line."""

        def readline(self, size: int | None = -1, /) -> bytes:
            """The next line."""
            if self.tell():
                raise OSError(5, "Input/output error")
            return super().readline(size)

    monkeypatch.setattr(Path, "open", lambda self, mode: Failing(self.read_bytes()))
    monkeypatch.setattr(Path, "read_bytes", lambda self: b'{"text": "words"}\n')
    collected = collect(["a.jsonl"])
    assert [document.id for document in collected.raw] == ["a.jsonl:1"]
    assert told(collected) == ["Fault a.jsonl: the file can't be read: input/output error"]


def test_a_binary_file_and_a_broken_one_leave_the_others_alone() -> None:
    write(a__b_txt=b"\0\1\2", a__c_txt="words", a__d_txt="تموز".encode() * 3 + b"\xff", a__e_jsonl="x")
    collected = collect(["a"])
    assert [document.id for document in collected.raw] == ["c.txt"]
    assert [fault.document for fault in collected.faults] == ["b.txt", "d.txt", "e.jsonl:1"]


# --- standard input ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (b"words", ["-"]),
        (b' \n{"text": "words"}\n{"text": "words", "id": "a"}', ["-:2", "a"]),
        (b'\xef\xbb\xbf{"text": "words"}', ["-:1"]),
        (b'["text"]', ["-"]),
    ],
)
def test_standard_input_is_json_lines_if_it_starts_with_a_brace(content: bytes, names: list[str]) -> None:
    collected = collect(["-", "-"], stdin=io.BytesIO(content))
    assert ids(collected) == names
    assert set(collected.paths.values()) == {"-"}


def test_standard_input_is_the_process_s_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("كلمات".encode())))
    assert [document.text for document in collect(["-"]).raw] == ["كلمات"]


# --- documents.yaml ---------------------------------------------------------------------------------------------


def test_a_listing_wins_over_the_text_and_is_no_document() -> None:
    write(
        a__b_md="---\nsource: A\nurl: u\n---\nwords",
        a__documents_yaml="format: 1\nb.md: {source: B, published: 2021-12-09, story: ''}\nc/d.txt: {title: no}\n",
        a__c__d_txt="words",
    )
    b, d = collect(["a"]).raw
    assert b.metadata == {
        "source": "B",
        "url": "u",
        "published": "2021-12-09",
        "published_from": "documents.yaml",
    }
    assert (d.id, d.metadata) == ("c/d.txt", {"title": "no"})


def test_the_nearest_listing_wins_field_by_field() -> None:
    write(
        a__b__c_txt="words",
        a__documents_yaml="b/c.txt: {source: A, title: T}",
        a__b__documents_yaml="c.txt: {source: B}",
    )
    assert collect(["a"]).raw[0].metadata == {"source": "B", "title": "T"}
    assert collect(["a/b/c.txt"]).raw[0].metadata == {"source": "B"}
    assert collect(["a/b"]).raw[0].metadata == {"source": "B"}


def test_a_listing_of_json_lines_goes_for_every_line() -> None:
    write(a_jsonl='{"id": "x", "text": "1", "source": "A"}\n{"text": "2"}', documents_yaml="a.jsonl: {source: B}")
    assert [document.metadata for document in collect(["."]).raw] == [{"source": "B"}, {"source": "B"}]


def test_a_name_is_the_same_however_its_letters_are_composed() -> None:
    put("أ.txt".replace("أ", "ا\u0654"))
    put("documents.yaml", "أ.txt: {source: A}")
    assert collect(["."]).raw[0].metadata == {"source": "A"}


def test_what_a_listing_names_and_the_folder_lacks_is_noted() -> None:
    lines = "".join(f"{i}.txt: {{source: A}}\n" for i in range(7))
    write(a__b__1_txt="words", a__b__documents_yaml=lines, c__d_txt="words", c__documents_yaml="e.txt: {}\n")
    listed = "0.txt (line 1), 2.txt (line 3), 3.txt (line 4), 4.txt (line 5), 5.txt (line 6) and 1 more"
    assert told(collect(["a", "c"])) == [
        f"Note b/documents.yaml: lists what is not there: {listed}",
        "Note documents.yaml: lists what is not there: e.txt (line 1)",
    ]


def test_all_mistakes_of_all_listings_are_raised_together() -> None:
    write(
        a__b_txt="words",
        a__documents_yaml="format: 2\nb.txt: {sorce: A, source: [B]}\n../c.txt: {}\n/d.txt: {}\ne: words\nf\\g: {}\n",
        c__b_txt="words",
        c__documents_yaml="b.txt: x: y\n",
        d__b_txt="words",
        d__documents_yaml="[b.txt]\n",
    )
    with pytest.raises(UnusableFile) as raised:
        collect(["a", "c", "d"])
    fields = "source, published, language, title, story, url"
    known = "language, published, source, story, title, url"
    assert str(raised.value).splitlines() == [
        "a/documents.yaml:1:9: the format '2' is not known; known: 1",
        f"a/documents.yaml:2:9: unknown key 'sorce'; did you mean 'source'? (known: {known})",
        "a/documents.yaml:2:27: a list where the words of 'source' belong",
        "a/documents.yaml:3:1: '../c.txt' leads out of the folder; write the path below this folder, with '/'",
        "a/documents.yaml:4:1: '/d.txt' leads out of the folder; write the path below this folder, with '/'",
        f"a/documents.yaml:5:4: 'words' where {fields} are expected",
        "a/documents.yaml:6:1: 'f\\g' leads out of the folder; write the path below this folder, with '/'",
        "c/documents.yaml:1:9: a ':' where no key can end; put words that hold ': ' in quotation marks",
        "d/documents.yaml:1:1: a list where a mapping is expected; write 'FILE: {source: ..., published: ...}'",
    ]
