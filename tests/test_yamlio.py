"""Our own files as located words: what is read, where it stands, and every mistake at once."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import pydantic
import pytest
import yaml

from checker import yamlio
from checker.errors import Mistake, UnusableFile
from checker.located import nearest


def mistakes(text: str) -> list[str]:
    """Every mistake of a text, as printed, without the name of the file."""
    with pytest.raises(UnusableFile) as raised:
        yamlio.parse(text, name="f")
    assert raised.value.mistakes == sorted(raised.value.mistakes)
    return [str(mistake).removeprefix("f:") for mistake in raised.value.mistakes]


@pytest.fixture(params=["libyaml", "pure"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both builds of the parser: the one in C, and the one for where it wasn't built."""
    if request.param == "pure":
        monkeypatch.delattr(yaml, "CBaseLoader")
    else:
        assert yaml.__with_libyaml__


both_parsers = pytest.mark.usefixtures("_parser")


# --- words and places -------------------------------------------------------------------------------------------


@both_parsers
def test_every_scalar_stays_a_word() -> None:
    text = "{a: no, b: 12:30, c: 0x1F, d: 1e3, e: ~, f: 2021-12-09, g: '', h: , 7: 1_000}"
    assert yamlio.parse(text, name="f").data == {
        "a": "no",
        "b": "12:30",
        "c": "0x1F",
        "d": "1e3",
        "e": "~",
        "f": "2021-12-09",
        "g": "",
        "h": "",
        "7": "1_000",
    }


@both_parsers
def test_values_and_keys_have_their_places() -> None:
    located = yamlio.parse("# why\nrule: x\nsays:\n  ar: [تموز, 'يوليو']\n", name="f")
    assert located.data == {"rule": "x", "says": {"ar": ["تموز", "يوليو"]}}
    assert located.marks == {
        (): (2, 1),
        ("rule",): (2, 7),
        ("says",): (4, 3),
        ("says", "ar"): (4, 7),
        ("says", "ar", 0): (4, 8),
        ("says", "ar", 1): (4, 14),
    }
    assert located.keys == {("rule",): (2, 1), ("says",): (3, 1), ("says", "ar"): (4, 3)}


def test_a_missing_value_has_the_place_of_its_holder() -> None:
    located = yamlio.parse("a:\n  b: [c]\n", name="f")
    assert located.place(("a", "x", "y")) == located.place(("a",)) == (2, 3)
    assert located.key_place(("a",)) == (1, 1)
    assert located.key_place(("a", "b", 0)) == (2, 7)
    assert located.mistake(("a", "b"), "wrong", "mend it") == Mistake(
        path="f", line=2, column=6, what="wrong", way_out="mend it"
    )
    assert str(located.key_mistake(("a", "b"), "wrong")) == "f:2:3: wrong"


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n", "---\n...\n"])
@both_parsers
def test_a_file_without_content_is_no_mistake(text: str) -> None:
    located = yamlio.parse(text, name="f")
    assert located.data in ({}, "")
    assert located.place(("format",))[1] == 1


@both_parsers
def test_line_ends_of_windows_count_once() -> None:
    assert yamlio.parse("a: b\r\nc: d\r\n", name="f").marks[("c",)] == (2, 4)


@both_parsers
def test_an_alias_repeats_the_words_of_its_anchor() -> None:
    located = yamlio.parse("a: &x [one, two]\nb: *x\nc: {d: *x}\n", name="f")
    assert located.data == {"a": ["one", "two"], "b": ["one", "two"], "c": {"d": ["one", "two"]}}
    assert located.marks[("c", "d", 1)] == (1, 13)
    assert located.keys[("c", "d")] == (3, 5)


# --- well-formed, but not for us --------------------------------------------------------------------------------


@both_parsers
def test_all_mistakes_of_a_file_are_told_together() -> None:
    text = (
        "a: &x [*x]\nb: !!int 3\nc: *xy\nd: {<<: {a: b}, '<<': e}\na: 3\n? [a]\n: b\n? {a: b}\n: !py c\n---\nz: !t y\n"
    )
    assert mistakes(text) == [
        "1:8: the alias '*x' leads into itself; write the value out",
        "2:4: the tag '!!int' is not allowed; write the words without a tag",
        "3:4: the alias '*xy' has no anchor before it; did you mean 'x'? (known: x)",
        "4:5: the merge key '<<' is not allowed; write the keys out",
        "5:1: the key 'a' is given twice; the first is in line 1",
        "6:3: a list or a mapping can't be a key; use a word as the key",
        "8:3: a list or a mapping can't be a key; use a word as the key",
        "9:3: the tag '!py' is not allowed; write the words without a tag",
        "10:1: a second document starts here; keep one document in a file",
        "11:4: the tag '!t' is not allowed; write the words without a tag",
    ]


@both_parsers
def test_keys_that_differ_only_in_case_are_two() -> None:
    assert yamlio.parse("a: b\nA: c\n", name="f").data == {"a": "b", "A": "c"}


@both_parsers
def test_aliases_that_blow_up_are_told_once() -> None:
    lines = ["a: &a [" + ", ".join("x" * 10) + "]"]
    lines += [f"{b}: &{b} [" + ", ".join([f"*{a}"] * 10) + "]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    (told,) = mistakes("\n".join(lines))
    assert told.endswith("aliases make more than 200,000 values of this file; use fewer aliases")
    assert len(str(yamlio.parse("\n".join(lines[:4]), name="f").data)) > 10_000


@both_parsers
def test_a_deep_nesting_is_a_mistake_and_no_crash() -> None:
    text = "a: " + "[" * 49 + "]" * 49
    assert yamlio.parse(text, name="f").data != {}
    (told,) = mistakes("a: " + "[" * 100_000)
    assert told == "1:53: more than 50 lists and mappings inside each other; write it flatter"


# --- broken syntax ----------------------------------------------------------------------------------------------


CHECK = "check the indentation and quotation marks"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a:\n  b: c: d\n", "2:7: a ':' where no key can end; put words that hold ': ' in quotation marks"),
        ("a: b\nc\n", "2:1: a line without ':' where a key is expected; write 'key: value'"),
        ("a: b\nc: 'd\ne: f\n", "2:4: a quotation mark that is never closed; close it"),
        ("a: [b, c\n", "1:4: a '[' that is never closed, or a ',' that is missing; close the list"),
        ("a: {b: c\n", "1:4: a '{' that is never closed, or a ',' that is missing; close the mapping"),
        ("a: {b: 1 2: 3}\n", "1:11: a '{' that is never closed, or a ',' that is missing; close the mapping"),
        ("a: - b\n", "1:4: a '-' where no list can start; start a line with it, or quote it"),
        ("a: @b\n", "1:4: a character that can't start a word; put the words in quotation marks"),
        ("a: %b\n", "1:4: a character that can't start a word; put the words in quotation marks"),
        ("a: ,b\n", "1:4: a character that can't start a value; put the words in quotation marks"),
        ("- a\nb: c\n", "2:1: this doesn't go on with the list above; check the indentation, or start with '-'"),
        ("a: 'b' c\n", f"1:8: this doesn't go on with the mapping above; {CHECK}"),
        ("a:\n  b: c\n d: e\n", f"3:2: this doesn't go on with the mapping above; {CHECK}"),
        ("a: *\n", f"1:5: broken YAML: did not find expected alphabetic or numeric character; {CHECK}"),
        ("ab: c\nd: e\x01f\n", "2:5: a control character; delete it"),
        ("تموز: c\nd: \x00", "2:4: a control character; delete it"),
    ],
)  # fmt: skip
def test_broken_syntax_has_a_place_and_a_way_out(text: str, told: str) -> None:
    assert mistakes(text) == [told]


def test_an_unknown_escape_is_told_with_both_ways_out() -> None:
    told = r"an unknown escape after '\'; use single quotation marks, or write '\\'"
    assert mistakes('a: "\\q"\n') == [f"1:5: {told}"]


@both_parsers
def test_the_other_blocks_are_still_looked_at() -> None:
    text = "a: 'x\nb: c: d\ne: [f\ng: h\ni: [j]\nk: l: m\n"
    assert [told.partition(": ")[0] for told in mistakes(text)] == ["1:4", "2:5", "3:4", "6:5"]


@both_parsers
def test_every_tab_in_an_indentation_is_told() -> None:
    told = "a tab in the indentation; indent with spaces"
    assert mistakes("a:\n\tb: c\n \td: e\nf: g\n") == [f"2:1: {told}", f"3:2: {told}"]


def test_a_tab_inside_words_is_kept() -> None:
    assert yamlio.parse("a: b\tc\nd: |\n  e\n  \tf\n", name="f").data == {"a": "b\tc", "d": "e\n\tf\n"}


# --- files ------------------------------------------------------------------------------------------------------


def test_a_byte_order_mark_is_no_word(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\n")
    located = yamlio.read(path, name="rules/a.yaml")
    assert located.data == {"a": "b"}
    assert located.marks[("a",)] == (1, 4)
    assert located.path == "rules/a.yaml"


def test_bytes_that_are_not_utf_8_have_their_place(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("a: b\nتم: ".encode() + b"\xcc\n")
    with pytest.raises(UnusableFile) as raised:
        yamlio.read(path)
    assert str(raised.value) == f"{path.as_posix()}:2:5: the byte 0xcc is not UTF-8; save the file as UTF-8"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match=r"^x\.yaml: the file can't be read: no such file or directory$"):
        yamlio.read(tmp_path / "x.yaml", name="x.yaml")


# --- schemas ----------------------------------------------------------------------------------------------------


@dataclass
class Bound:
    """A dataclass in a schema."""

    __pydantic_config__ = pydantic.ConfigDict(extra="forbid")

    low: int
    high: float | None = None


class Take(pydantic.BaseModel, extra="forbid"):
    """A model with an alias."""

    date_of: str | None = pydantic.Field(None, alias="date-of")


class Ask(pydantic.BaseModel, extra="forbid"):
    """A model with unions, a literal, and typed values."""

    ask: str
    answer: Literal["date", "count", "state"] = "date"
    says: list[str] | list[list[str]] = []
    shape: Take | Bound | None = None
    day: date | None = None
    loud: bool = False
    share: Annotated[float, pydantic.Field(le=100)] = 0
    pairs: list[tuple[str, int]] = []

    @pydantic.field_validator("ask")
    @classmethod
    def _asks(cls, words: str) -> str:
        if not words.endswith("?"):
            raise ValueError("a question ends with '?'")
        return words


class Asks(pydantic.BaseModel, extra="forbid"):
    """A whole file."""

    format: Literal["1"]
    questions: dict[str, Ask] = {}
    months: dict[int, str | list[str]] = {}


ADAPTER = pydantic.TypeAdapter(Asks)


def misfits(text: str, adapter: "pydantic.TypeAdapter[Any]" = ADAPTER) -> list[str]:
    """Every misfit of a text with a schema, as printed, without the name of the file."""
    with pytest.raises(UnusableFile) as raised:
        yamlio.fit(yamlio.parse(text, name="f"), adapter)
    return [str(mistake).removeprefix("f:") for mistake in raised.value.mistakes]


def test_words_become_what_the_schema_wants() -> None:
    text = (
        "format: 1\nquestions: {a: {ask: why?, day: 2021-12-09, loud: no, share: 12.5, pairs: [[b, 3]], says: [[c]]}}\n"
        "months: {7: [x], 12: y}\n"
    )
    fitted = yamlio.fit(yamlio.parse(text, name="f"), ADAPTER)
    asked = fitted.questions["a"]
    assert (asked.day, asked.loud, asked.share, asked.pairs) == (date(2021, 12, 9), False, 12.5, [("b", 3)])
    assert asked.says == [["c"]]
    assert fitted.months == {7: ["x"], 12: "y"}


def test_ten_misfits_are_told_together() -> None:
    text = """\
format: 2
quests: x
questions:
  one:
    ask: why
    answer: dat
    day: 31/12
    loud: perhaps
    share: 101
    pairs: [[a, many], [b]]
  two:
    aks: what?
  three: no
months: {x: y}
"""
    assert misfits(text) == [
        "1:9: unknown word '2' for 'format'; known: 1",
        "2:1: unknown key 'quests'; did you mean 'questions'? (known: format, months, questions)",
        "5:10: a question ends with '?'",
        "6:13: unknown word 'dat' for 'answer'; did you mean 'date'? (known: count, date, state)",
        "7:10: '31/12' where a day such as 2021-07-26 is expected",
        "8:11: 'perhaps' where true or false is expected",
        "9:12: '101' for 'share': this must be less than or equal to 100",
        "10:17: 'many' where a whole number is expected",
        "10:24: the key '1' is missing; add it",
        "11:3: the key 'ask' is missing; add it",
        "12:5: unknown key 'aks'; did you mean 'ask'? (known: answer, ask, day, loud, pairs, says, shape, share)",
        "13:10: 'no' where a mapping is expected",
        "14:10: 'x' where a whole number is expected",
    ]


def test_an_empty_file_lacks_what_must_be_there() -> None:
    assert misfits("") == ["1:1: the key 'format' is missing; add it"]


def test_nothing_where_a_list_belongs_is_told_so() -> None:
    assert misfits("format: 1\nquestions:\n") == ["2:11: nothing where a mapping is expected"]
    assert misfits("format: []\n") == ["1:9: unknown word a list for 'format'; known: 1"]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("says: a", "2:32: 'a' where a list is expected"),
        ("says: [[a], [b, {c: d}]]", "2:42: a mapping where words are expected"),
        ("says: [a, [b]]", "2:36: a list where words are expected"),
        ("shape: x", "2:33: 'x' where a mapping is expected"),
        ("shape: {low: x}", "2:39: 'x' where a whole number is expected"),
        ("shape: {dateof: x}", "2:34: unknown key 'dateof'; did you mean 'date-of'? (known: date-of, high, low)"),
    ],
)
def test_of_a_union_the_branch_that_fits_best_is_told(value: str, told: str) -> None:
    assert told in misfits(f"format: 1\nquestions: {{a: {{ask: y?, {value}}}}}\n")


def test_a_union_of_plain_types_names_them_all() -> None:
    assert misfits("format: 1\nmonths: {7: {a: b}}\n") == ["2:13: a mapping where words or a list is expected"]


def test_a_tagged_union_names_its_tags() -> None:
    class Cat(pydantic.BaseModel):
        kind: Literal["cat"]
        lives: int

    class Dog(pydantic.BaseModel):
        kind: Literal["dog"]

    pets = pydantic.TypeAdapter(list[Annotated[Cat | Dog, pydantic.Field(discriminator="kind")]])
    assert misfits("[{kind: cat, lives: x}, {kind: dgo}]", pets) == [
        "1:21: 'x' where a whole number is expected",
        "1:25: unknown word 'dgo' for the file; did you mean 'dog'? (known: cat, dog)",
    ]


def test_a_schema_of_a_schema_that_refers_to_itself_knows_its_keys() -> None:
    assert misfits("a: {b: [{w: x}]}", pydantic.TypeAdapter(dict[str, Tree])) == [
        "1:10: unknown key 'w'; known: b"
    ]  # fmt: skip


class Tree(pydantic.BaseModel, extra="forbid"):
    """A model inside itself."""

    b: list["Tree"] = []


def test_long_words_are_cut_in_a_message() -> None:
    (told,) = misfits(f"format: {'x' * 100}\n")
    assert told == f"1:9: unknown word '{'x' * 59}…' for 'format'; known: 1"


def test_the_nearest_word_is_offered_only_when_one_is_near() -> None:
    assert nearest("apert", ["order", "apart"]) == "did you mean 'apart'? (known: apart, order)"
    assert nearest("zzz", ["order", "apart"]) == "known: apart, order"
    assert nearest("zzz", []) == "none is known here"
