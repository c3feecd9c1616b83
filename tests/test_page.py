"""A page: what was recognised in one pass, found again by place and by category."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import found, packs, page

from checker.spans import Spans

PAIRS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda p: (p[0], p[0] + p[1])), max_size=8)
LAW = settings(derandomize=True, max_examples=300, deadline=None)


@given(PAIRS, st.integers(0, 35), st.integers(1, 6))
@LAW
def test_spans_touch_what_any_of_them_overlaps(spans: list[tuple[int, int]], start: int, size: int) -> None:
    end = start + size
    assert Spans(spans).touch(start, end) == any(a < end and start < b for a, b in spans)


@given(PAIRS, st.integers(0, 35), st.integers(1, 6))
@LAW
def test_spans_hold_what_lies_in_one_merged_stretch(spans: list[tuple[int, int]], start: int, size: int) -> None:
    covered = {at for a, b in spans for at in range(a, b)}
    held = Spans(spans).hold(start, start + size)
    if any(a <= start and start + size <= b for a, b in spans):
        assert held
    assert not held or covered >= set(range(start, start + size))


def test_the_longest_item_in_front_of_a_place_is_found() -> None:
    read = page("at no later than  Friday")
    bound = read.before(read.folded.text.index("friday"), "bound")
    assert bound is not None
    assert bound.value == "by"
    assert read.before(0, "bound") is None


def test_items_and_phrases_between_two_places() -> None:
    read = page("On Monday and Tuesday and Friday")
    text = read.folded.text
    assert [i.value for i in read.between("weekday", 5, text.index("friday"))] == [2]
    assert [p.start for p in read.phrases_in(0, text.index("tuesday"))] == [text.index("monday")]
    assert read.between("no-such-category", 0, 99) == []
    assert {i.value for i in read.starting(text.index("friday"))} == {5}


def test_a_place_of_the_original_is_found_in_the_folded_text() -> None:
    text = "قُـوّات 2,500"
    read = page(text)
    assert read.at(text.index("2")) == read.folded.text.index("2")
    assert page("abc").at(2) == 2


def test_the_original_words_of_a_folded_stretch() -> None:
    read = page("«مُحمّد» 5")
    assert read.original(1, 5) == "مُحمّد"


def test_nothing_else_stands_on_a_page_that_is_one_number() -> None:
    assert page("\n 12 ").alone(2, 4)
    assert not page("12 men").alone(0, 2)


def test_a_page_is_read_by_the_packs_of_its_scripts() -> None:
    assert page("Only Latin").languages == ("en",)
    assert page("عربي فقط").languages == ("ar",)
    assert page("تغريدة: left on Friday").languages == ("ar", "en")
    assert page("60 % 2021-12-09").languages == ("ar", "en")  # no letter tells: one language of each script
    assert page("").phrases == []


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("5 men", {"number", "day"}),
        ("45 men", {"number"}),
        ("2014 men", {"number", "year", "clock-digits"}),
        ("0900 men", {"number", "clock-digits"}),
        ("5th man", {"ordinal", "ordinal-day"}),
        ("45th man", {"ordinal"}),
        ("1990s man", {"decade"}),
        ("5.5 men", {"number"}),
    ],
)
def test_a_number_may_be_a_day_a_year_an_ordinal_or_a_decade(text: str, categories: set[str]) -> None:
    read = page(text)
    digits = {i.category for listed in read.items.values() for i in listed if i.start == 0}
    assert digits == categories


@pytest.mark.parametrize(
    ("text", "category", "value"),
    [
        ("a week", "week-unit", "week"),
        ("three weeks", "week-units", "week"),
        ("الأسبوع", "the-week-unit", "week"),
        ("5 pm", "half-day", "pm"),
        ("the nineties", "decade", 1990),
        ("last summer", "named-part", "summer"),
        ("mid-2021", "year", 2021),
    ],
)
def test_some_words_are_a_category_of_their_own(text: str, category: str, value: object) -> None:
    assert [i.value for i in page(text).items[category]] == [value]


def test_a_fixed_phrase_hides_what_is_read_in_it_but_not_its_concepts() -> None:
    handed = page("They handed over 5 bases.")
    assert "hedge" not in handed.items
    assert [i.value for i in page("It cost over 5 million.").items["hedge"]] == ["more-than"]


def test_the_ordinal_in_the_name_of_a_month_is_hidden() -> None:
    assert "ordinal" not in page("كانون الأول").items
    assert [i.value for i in page("الهجوم الأول").items["ordinal"]] == [1]
    assert [i.value for i in page("صفر إصابات").items["number"]] == [(0.0, None)]


def test_sentences_of_furniture_are_not_read() -> None:
    from checker.model import Zone

    read = page("One. Two.\nMenu")
    zones = [Zone(start=0, end=9, kind="body"), Zone(start=10, end=14, kind="furniture")]
    assert [read.folded.text[a:b] for a, b in read.sentences(zones, packs())] == ["one.", "two."]


@pytest.mark.parametrize(("text", "kinds"), [("mid-2021", ["date"]), ("a Mid-24 came", []), ("9-Dec-21", ["date"])])
def test_behind_its_hyphen_a_part_of_a_year_takes_a_whole_year(text: str, kinds: list[str]) -> None:
    assert [m.kind for m in found(text) if m.kind not in ("name", "concept")] == kinds
