"""Other calendars and holidays: conversion over their whole range, two calendars side by side, a pack of one's own."""

from datetime import date, timedelta
from pathlib import Path

import hijridate
import pytest
from dateutil import easter
from hypothesis import given, settings
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate
from reading import found, of_kind, page, words_of, written

from checker import packs as all_packs
from checker.documents import document
from checker.errors import UnusableFile
from checker.kinds import date as dates
from checker.kinds.date.calendars import HIJRI, RANGES, SOLAR, period, year_of
from checker.kinds.date.holidays import in_own_year, in_year
from checker.kinds.date.yearly import nearest, part_of
from checker.mentions import mentions
from checker.model import Days, RawDocument
from checker.page import read_page

LAW = settings(derandomize=True, max_examples=200, deadline=None)
DAY = timedelta(days=1)


# --- conversion ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("calendar", [HIJRI, SOLAR])
def test_the_months_of_a_calendar_follow_each_other_without_a_gap(calendar: str) -> None:
    first, last = RANGES[calendar]
    expected = None
    for year in range(first, last + 1):
        whole = period(calendar, year)
        assert whole is not None
        for month in range(1, 13):
            bounds = period(calendar, year, month)
            assert bounds is not None
            assert expected in (None, bounds[0])
            assert 28 <= (bounds[1] - bounds[0]).days + 1 <= 31  # a month of 1343 has 28: the moon was mistaken
            assert whole[0] <= bounds[0] <= bounds[1] <= whole[1]
            expected = bounds[1] + DAY
        assert expected == whole[1] + DAY


def test_every_day_of_the_hijri_calendar_goes_there_and_back() -> None:
    day, last = period(HIJRI, 1343)[0], period(HIJRI, 1500)[1]  # type: ignore[index]  # both lie in the range
    while day <= last:
        there = hijridate.Gregorian(day.year, day.month, day.day).to_hijri()
        assert period(HIJRI, there.year, there.month, there.day) == (day, day)
        day += DAY


def test_every_day_of_the_solar_calendar_goes_there_and_back() -> None:
    day, last = period(SOLAR, 1200)[0], period(SOLAR, 1500)[1]  # type: ignore[index]  # both lie in the range
    while day <= last:
        there = JalaliDate(day)  # type: ignore[no-untyped-call]  # its constructor has no types
        assert period(SOLAR, there.year, there.month, there.day) == (day, day)
        day += DAY


@given(st.dates(date(1925, 1, 1), date(2077, 1, 1)), st.sampled_from([HIJRI, SOLAR]))
@LAW
def test_a_day_lies_in_the_year_that_is_said_to_hold_it(day: date, calendar: str) -> None:
    year = year_of(calendar, day)
    assert year is not None
    bounds = period(calendar, year)
    assert bounds is not None
    assert bounds[0] <= day <= bounds[1]


@pytest.mark.parametrize(
    ("calendar", "parts"),
    [
        (HIJRI, (1342, 1, 1)),
        (HIJRI, (1501, None, None)),
        (HIJRI, (1443, 13, 1)),
        (HIJRI, (1443, 9, 31)),
        (SOLAR, (1400, 12, 30)),  # no leap year
        (SOLAR, (1199, None, None)),
    ],
)
def test_what_a_calendar_does_not_have_is_none(calendar: str, parts: tuple[int, int | None, int | None]) -> None:
    assert period(calendar, *parts) is None


def test_outside_of_what_is_converted_a_day_has_no_year() -> None:
    assert year_of(HIJRI, date(1900, 1, 1)) is None
    assert year_of(SOLAR, date(2500, 1, 1)) is None


# --- holidays -----------------------------------------------------------------------------------------------------


@given(st.integers(1600, 2400))
@LAW
def test_the_feasts_that_move_with_easter_keep_their_distance(year: int) -> None:
    for value, method in (("easter", easter.EASTER_WESTERN), ("orthodox-easter", easter.EASTER_ORTHODOX)):
        day = easter.easter(year, method)  # type: ignore[arg-type]  # one of the two
        assert day.weekday() == 6
        assert in_year(value, year) == [(day, day)]
        assert in_year(f"{value}-2", year) == [(day - 2 * DAY, day - 2 * DAY)]
        assert in_year(f"{value}+49", year) == [(day + 49 * DAY, day + 49 * DAY)]


@given(st.integers(1900, 2200), st.sampled_from(["mon", "thu", "sun"]))
@LAW
def test_a_weekday_of_a_month_is_counted_from_its_ends(year: int, weekday: str) -> None:
    ((first, _),) = in_year(f"11-{weekday}-1", year)
    ((fourth, _),) = in_year(f"11-{weekday}-4", year)
    ((last, _),) = in_year(f"11-{weekday}-last", year)
    assert first.day <= 7
    assert fourth == first + 21 * DAY
    assert last in (fourth, fourth + 7 * DAY)
    assert (last + 7 * DAY).month == 12


@pytest.mark.parametrize(
    ("value", "year", "days"),
    [
        ("12-25", 2021, ["2021-12-25..2021-12-25"]),
        ("02-29", 2021, []),
        ("11-thu-5", 2021, []),
        ("hijri-10-01", 2000, ["2000-01-08..2000-01-08", "2000-12-27..2000-12-27"]),
        ("hijri-09", 2021, ["2021-04-13..2021-05-12"]),
        ("hijri-09", 1900, []),
        ("solar-01-01", 2021, ["2021-03-21..2021-03-21"]),
        ("easter|orthodox-easter", 2021, ["2021-04-04..2021-05-02"]),
        ("easter-7..easter-1", 2021, ["2021-03-28..2021-04-03"]),
        ("12-31..01-02", 2021, ["2021-12-31..2022-01-02"]),
        ("11-thu-4+1", 2021, ["2021-11-26..2021-11-26"]),
        ("easter", 1500, []),
    ],
)
def test_the_days_of_a_holiday_in_a_year(value: str, year: int, days: list[str]) -> None:
    assert [f"{a}..{b}" for a, b in in_year(value, year)] == days


def test_a_holiday_of_another_calendar_has_a_day_in_a_year_of_its_own() -> None:
    assert in_own_year("hijri-10-01", 1442) == (date(2021, 5, 13), date(2021, 5, 13))
    assert in_own_year("hijri-12-08..hijri-12-13", 1442) == (date(2021, 7, 18), date(2021, 7, 23))
    assert in_own_year("solar-01-01", 1400) == (date(2021, 3, 21), date(2021, 3, 21))
    assert in_own_year("12-25", 1442) is None


@given(st.dates(date(1990, 1, 1), date(2070, 1, 1)), st.booleans(), st.sampled_from(["12-25", "easter", "hijri-10-01"]))
@LAW
def test_a_bare_holiday_lies_on_the_side_to_which_the_clause_looks(today: date, ahead: bool, value: str) -> None:
    spans = [b for year in range(today.year - 1, today.year + 2) for b in in_year(value, year)]
    got = nearest(spans, today, ahead=ahead)
    assert got is not None
    assert abs((got[0] - today).days) <= 366
    assert not ahead or got[1] >= today
    assert ahead or got[0] <= today or (got[0] - today).days < 62


def test_a_part_of_a_period_lies_in_it() -> None:
    ramadan = period(HIJRI, 1443, 9)
    assert ramadan is not None
    for part in ("start", "early", "middle", "late", "end"):
        cut = part_of(ramadan, part)
        assert cut is not None
        assert ramadan[0] <= cut[0] <= cut[1] <= ramadan[1]
    assert part_of(ramadan, "summer") is None


# --- doubt --------------------------------------------------------------------------------------------------------


def test_a_day_of_the_moon_contradicts_only_what_lies_farther_than_its_neighbours() -> None:
    ((moon,),) = ([m.value for m in of_kind(text, "date")] for text in ["15 شعبان 1442 هـ"])
    assert isinstance(moon, Days)
    assert moon.grain == "lunar-day"
    for away, relation in ((-2, "apart"), (-1, "wider"), (0, "wider"), (1, "wider"), (2, "apart")):
        day = date(2021, 3, 28) + away * DAY
        assert dates.relate(moon, Days(start=day, end=day)) == relation
        assert dates.gap(moon, Days(start=day, end=day)) == max(0, abs(away) - 1)
    assert dates.relate(moon, moon) == "same"
    assert dates.widened(dates.widened(moon)) == dates.widened(moon)


def test_a_day_of_the_solar_calendar_is_certain() -> None:
    (value,) = (m.value for m in of_kind("18 آذر 1400", "date"))
    assert value == Days(start=date(2021, 12, 9), end=date(2021, 12, 9))


@pytest.mark.parametrize(
    ("text", "value", "read_by"),
    [
        ("15 شعبان 1442 هـ الموافق 28 مارس 2021", "2021-03-28", "date"),
        ("15 شعبان 1442 هـ الموافق 29 مارس 2021", "2021-03-29", "date"),
        ("15 شعبان 1442 هـ الموافق 30 مارس 2021", "unresolved", "calendars"),
        ("15 Shaban 1442 (30 March 2021)", "unresolved", "calendars"),
        ("24 رمضان 1442 الموافق 6/5/2021", "2021-05-06", "date"),  # the order that agrees
    ],
)
def test_two_calendars_that_differ_leave_a_mention_without_a_value_and_with_a_mark(
    text: str, value: str, read_by: str
) -> None:
    read = [m for m in found(text) if m.kind == "date"]
    assert [(written(m.value), m.read_by, words_of(text, m)) for m in read] == [(value, read_by, text)]


@pytest.mark.parametrize(
    "text",
    [
        "في 15 شعبان 1442 هـ وصل الوفد في 28 مارس 2021",
        "15 Shaban 1442. On 28 March 2021 it rained.",
        "رمضان 1442، 2021",
    ],
)
def test_two_dates_with_words_between_stay_two(text: str) -> None:
    assert all(m.read_by != "calendars" for m in found(text))
    assert len([m for m in found(text) if m.kind == "date"]) <= 2


def test_a_hijri_date_without_its_year_needs_a_day_of_publication() -> None:
    assert [written(m.value) for m in of_kind("9 رمضان", "date", None)] == ["unresolved"]
    doubt = Days(start=date(2020, 8, 1), end=date(2021, 8, 1), grain="days")
    ((_, days, _),) = dates.find(page("9 رمضان"), doubt, None, [0])
    assert days == Days(start=date(2020, 5, 2), end=date(2021, 4, 21), grain="days")


# --- a pack of one's own ------------------------------------------------------------------------------------------

PERSIAN = """
format: 1
language: fa
script: arabic
subject: before
words:
  solar-month: {7: [مهر], 9: [آذر], 12: [اسفند]}
  solar-era: [هجری شمسی, ه‍.ش]
  solar-cue: [سال, مورخ]
  weekday: {4: [پنجشنبه]}
  same-day: [برابر با]
  month: {12: [دسامبر]}
  unit: {month: [ماه]}
  rel: {-1: [گذشته], 0: [جاری]}
  holiday: {solar-01-01: [عید نوروز]}
  part: {late: [اواخر]}
phrases:
  date:
    - "weekday? day solar-month month-unit? year solar-era?"
    - "weekday? day month year"
    - "part? solar-month month-unit? year"
    - "solar-cue year"
    - "solar-cue rel"
    - "solar-month solar-cue rel"
    - "solar-month rel"
    - "(solar-cue) numeric-date"
    - "numeric-date solar-era"
    - "year solar-era"
    - "holiday year?"
"""


def test_a_language_with_the_solar_calendar_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "fa.yaml").write_text(PERSIAN, encoding="utf-8")
    known = all_packs.load([tmp_path])
    read = {}
    for text in (
        "پنجشنبه ۱۸ آذر ۱۴۰۰",
        "۱۸ آذر ماه ۱۴۰۰ برابر با ۹ دسامبر ۲۰۲۱",
        "مورخ ۱۴۰۰/۰۹/۱۸",
        "۱۴۰۰/۹/۱۸ هجری شمسی",
        "سال ۱۴۰۰",
        "سال ۲۰۲۱",
        "۱۴۰۰ ه‍.ش",
        "اواخر اسفند ۱۳۹۹",
        "عید نوروز ۱۴۰۰",
        "سال گذشته",
        "سال جاری",
        "مهر سال گذشته",
        "مهر گذشته",
    ):
        raw = RawDocument(id="a.txt", text=text, metadata={"published": "2021-12-09", "language": "fa"})
        whole = read_page(text, known, "fa")
        listed = mentions(document(raw, whole, known)[0], whole, known, None)
        read[text] = [written(m.value) for m in listed if m.kind == "date" and not m.latent]
    assert [value for listed in read.values() for value in listed] == [
        *["2021-12-09"] * 4,
        "2021-03-21..2022-03-20",
        "2021-01-01..2021-12-31",
        "2021-03-21..2022-03-20",
        "2021-03-11..2021-03-20",
        "2021-03-21",
        "2020-03-20..2021-03-20",
        "2021-03-21..2022-03-20",
        "2020-09-22..2020-10-21",
        "2021-09-23..2021-10-22",
    ]


@pytest.mark.parametrize(
    ("role", "value", "says"),
    [
        ("holiday", "25-12", "is no holiday"),
        ("feast", "hijri-13-01", "is no holiday"),
        ("holiday", "easter-7..christmas", "'christmas' is no holiday"),
        ("zone", "GMT+3", "is no time zone"),
        ("hour-name", "13:00", "no hour with a name"),
    ],
)
def test_a_value_that_means_nothing_is_a_mistake_of_the_pack(tmp_path: Path, role: str, value: str, says: str) -> None:
    words = f"words:\n  {role}:\n    {value}: [wordless]\n"
    pack = f"format: 1\nlanguage: xx\nscript: latin\nsubject: before\n{words}phrases: {{}}\n"
    (tmp_path / "xx.yaml").write_text(pack, encoding="utf-8")
    with pytest.raises(UnusableFile, match=says):
        all_packs.load([tmp_path])
