"""Mentions: what a document says in all, each span cutting its words, whatever letters surround them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import found, made, of_kind, packs, page, words_of, written

from checker.kinds import date
from checker.mentions import mentions

LAW = settings(derandomize=True, max_examples=150, deadline=None)
NOISE = st.text(alphabet="\u00a0\u2009 \t\u200f\u200e\u0640😀𝕏.,:\n", max_size=6)
LONG = (
    "The ministry of defence said on Thursday that the last units of the force had left the northern base "
    "and that the keys of its gate had been handed to the army of the country."
)


@given(NOISE, NOISE)
@LAW
def test_a_span_cuts_exactly_its_words(before: str, after: str) -> None:
    text = f"{before} on 9 December 2021 {after} they saw 2,500 troops of the northern force {after}"
    dates, counts = of_kind(text, "date"), of_kind(text, "count")
    assert [words_of(text, m).strip() for m in dates] == ["9 December 2021"]
    assert [words_of(text, m) for m in counts] == ["2,500"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("وصل 9 كَانُونُ الأَوَّل 2021 وفد", "9 كَانُونُ الأَوَّل 2021", "2021-12-09"),
        ("وصل 9 كـــانون الأول 2021 وفد", "9 كـــانون الأول 2021", "2021-12-09"),
        ("وصل 9\u00a0كانون\u00a0الأول\u00a02021 وفد", "9\u00a0كانون\u00a0الأول\u00a02021", "2021-12-09"),
        ("وصل 9  كانون   الأول  2021 وفد", "9  كانون   الأول  2021", "2021-12-09"),
        ("😀 وصل \u202b9 كانون الأول 2021\u202c وفد", "9 كانون الأول 2021\u202c", "2021-12-09"),
        ("𝕏 on  9\u2009December\u00a02021 𝕏", "9\u2009December\u00a02021", "2021-12-09"),
        ("وصل في ٩ دیسمبر ٢٠٢١", "٩ دیسمبر ٢٠٢١", "2021-12-09"),
        ("On 9 Decem\u00adber 2021 it ended", "9 Decem\u00adber 2021", "2021-12-09"),
    ],
)
def test_marks_and_odd_blanks_inside_words_change_no_offset(text: str, words: str, value: str) -> None:
    assert [(words_of(text, m), written(m.value)) for m in of_kind(text, "date")] == [(words, value)]


@given(st.text(max_size=80))
@LAW
def test_any_text_is_read_without_a_fault(text: str) -> None:
    read = found(text)
    assert all(0 <= m.start < m.end <= len(text) for m in read)
    assert read == found(text)
    assert [(m.start, -m.end) for m in read] == sorted((m.start, -m.end) for m in read)


@pytest.mark.parametrize(
    "piece",
    [
        "و",
        "و ",
        "a",
        "ا",
        "1",
        "1 ",
        "1-",
        "1.",
        "1/2/",
        '"',
        "'",
        ".",
        "-",
        " ",
        "\n",
        "a\n",
        "a1",
        "\u0640",
        "May 5-7, ",
    ],
)
def test_a_long_run_of_one_thing_is_read_in_one_pass(piece: str) -> None:
    text = piece * (20_000 // len(piece))  # a step that looks back over the run would take minutes here
    read = found(text)
    assert all(words_of(text, m).strip() for m in read)
    assert len({(m.start, m.end, m.kind) for m in read}) == len(read)


def test_mentions_come_in_the_order_of_the_text_and_name_their_reader() -> None:
    text = "On 9 December 2021 some 2,500 troops left Iraq after 18 years, for $5m, at 10:30. "
    text += "That was 60 percent of them, 20 km off."
    read = [m for m in found(text) if not m.latent]
    kinds = {m.kind for m in read}
    assert kinds >= {"date", "count", "name", "duration", "money", "time", "share", "measure", "concept"}
    assert [m.start for m in read] == sorted(m.start for m in read)
    assert all(m.read_by for m in read)


def test_nothing_of_furniture_is_read() -> None:
    text = f"Last units leave\n{LONG}\nRelated articles\nTen killed in Basra on 9 December 2021"
    assert all(m.start < text.index("Related") for m in found(text))


def test_only_dates_names_and_times_of_a_date_line_are_read() -> None:
    text = f"Last units leave\nBaghdad, 9 December 2021, 10:30 | 341\n{LONG}"
    line = [m for m in found(text) if m.zone == "date-line"]
    assert {m.kind for m in line} == {"name", "date", "time"}


def test_a_number_inside_a_date_is_no_count() -> None:
    assert [m.kind for m in found("9 December 2021") if m.kind != "name"] == ["date"]


def test_a_mention_knows_its_zone() -> None:
    text = f"Ten units leave\n{LONG} And 12 men."
    zones = {words_of(text, m): m.zone for m in found(text) if m.kind == "count"}
    assert zones == {"Ten": "title", "12": "body"}


def test_a_document_without_zones_has_no_mentions() -> None:
    text = "Related articles\nTen killed"
    document, _ = made(text)
    read = page(text)
    assert mentions(document, read, packs(), date.day_order(read)) == []


def test_an_english_post_on_an_arabic_page_is_read_too() -> None:
    text = "قال التحالف في تغريدة: The last units left on December 9, 2021. وأضاف أن 12 جنديا بقوا."
    assert [written(m.value) for m in of_kind(text, "date")] == ["2021-12-09"]
    assert [written(m.value) for m in of_kind(text, "count")] == ["12"]


def test_a_year_beside_a_counted_noun_is_a_count() -> None:
    assert [m.kind for m in found("2014 soldiers") if m.kind in ("date", "count")] == ["count"]
    assert [m.kind for m in found("2014  soldiers") if m.kind in ("date", "count")] == ["count"]
    assert [m.kind for m in found("2014, soldiers") if m.kind in ("date", "count")] == ["date"]
