"""Dates that are counted, shifted, leaned on or rolled from: what their words come to, and where they are no dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import found, of_kind, words_of, written

from checker.kinds.date.lengths import length_of
from checker.kinds.date.periods import Span, counted, moved, part_of, period
from checker.kinds.date.resolve import resolve
from checker.kinds.date.spec import Spec
from checker.line import Item
from checker.model import Days

LAW = settings(derandomize=True, max_examples=200, deadline=None)
DAYS = st.dates(date(1950, 1, 1), date(2080, 1, 1))
UNITS = st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century", "weekend"])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The bridge fell on 5 May 2019. Two days later it was closed.", ["2019-05-05", "2019-05-07"]),
        ("The bridge fell on 5 May 2019. A week later it was closed.", ["2019-05-05", "2019-05-12"]),
        ("It was closed two days later.", ["unresolved"]),
        ("It opened in 2014. Later that year it closed.", ["2014-01-01..2014-12-31", "2014-01-01..2014-12-31"]),
        (
            "It opened in May 2014. It closed in June of that year.",
            ["2014-05-01..2014-05-31", "2014-06-01..2014-06-30"],
        ),
        ("It opened on 5 May 2014 and closed the following day.", ["2014-05-05", "2014-05-06"]),
        ("It opened on 5 May 2014 and closed the same day.", ["2014-05-05", "2014-05-05"]),
        ("It closed that year.", ["unresolved"]),
        ("It ends before 31 December. It had begun two days earlier.", ["2021-12-31", "unresolved"]),
        ("It was said on Thursday. It had begun two days earlier.", ["2021-12-09", "2021-12-07"]),
        ("It opened in July. It had closed two days earlier.", ["2021-07-01..2021-07-31", "unresolved"]),
        ("انهار الجسر في 5 أيار 2019، وبعد ذلك بيومين أغلق.", ["2019-05-05", "2019-05-07"]),
        ("افتتح في 5 أيار 2014 وأغلق في اليوم التالي.", ["2014-05-05", "2014-05-06"]),
        ("افتتح في أيار 2014 وأغلق في حزيران من العام نفسه.", ["2014-05-01..2014-05-31", "2014-06-01..2014-06-30"]),
        ("أغلق في ذلك العام.", ["unresolved"]),
    ],
)
def test_what_leans_on_an_earlier_date_counts_from_it_or_stays_open(text: str, values: list[str]) -> None:
    assert [written(m.value) for m in of_kind(text, "date")] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It will open in five days.", "2021-12-14"),
        ("It will open within three days.", "2021-12-09..2021-12-12"),
        ("It will open in two days' time.", "2021-12-11"),
        ("two days after 5 May 2019", "2019-05-07"),
        ("two weeks before 5 May 2019", "2019-04-21"),
        ("a week from Monday", "2021-12-20"),
        ("for ten days from 18 December 2019", "2019-12-18..2019-12-28"),
        ("three weeks from today", "2021-12-30"),
        ("about three weeks ago", "2021-11-16..2021-11-20"),
        ("less than a week ago", "2021-12-02..2021-12-09"),
        ("two or three weeks ago", "2021-11-18..2021-11-25"),
        ("more than two years ago", "..2019-12-09"),
        ("ستفتتح المدرسة بعد خمسة أيام", "2021-12-14"),
        ("قبل ثلاثة أيام من 5 أيار 2019", "2019-05-02"),
        ("قبل عام ونصف العام", "2020-06-09"),
        ("خلال الأيام الثلاثة الماضية", "2021-12-06..2021-12-09"),
    ],
)
def test_days_are_counted_from_a_day(text: str, value: str) -> None:
    assert [written(m.value) for m in of_kind(text, "date")] == [value]


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("They took the town in five days.", "5 day"),
        ("They were married within three days.", "3 day"),
        ("Two days before the vote the list was closed.", "2 day"),
        ("It grew by a tenth a year from 2023.", None),
        ("The goal fell four minutes later.", "4 minute"),
        ("أنهوا العمل بعد خمسة أيام", "5 day"),
    ],
)
def test_a_length_of_something_is_no_day(text: str, duration: str | None) -> None:
    assert [m for m in of_kind(text, "date") if written(m.value) != "2023-01-01..2023-12-31"] == []
    assert [written(m.value) for m in of_kind(text, "duration")] == ([] if duration is None else [duration])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the last two weeks", "2021-11-22..2021-12-05"),
        ("over the last two weeks", "2021-11-25..2021-12-09"),
        ("The last two weeks were calm.", "2021-11-25..2021-12-09"),
        ("in the next two months", "2021-12-10..2022-02-09"),
        ("next three days", "2021-12-10..2021-12-12"),
        ("the last 24 hours", "2021-12-08..2021-12-09"),
        ("Prices rose in the past month.", "2021-11-09..2021-12-09"),
    ],
)
def test_a_stretch_is_counted_from_today_unless_it_stands_alone(text: str, value: str) -> None:
    assert [written(m.value) for m in of_kind(text, "date")] == [value]


def test_a_stretch_is_a_length_too() -> None:
    text = "It was closed for the last three days."
    assert [(m.kind, words_of(text, m), written(m.value)) for m in found(text) if m.kind != "concept"] == [
        ("date", "last three days", "2021-12-06..2021-12-09"),
        ("duration", "three days", "3 day"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the end of May 2019", "2019-05-22..2019-05-31"),
        ("by the end of May 2019", "2019-05-31"),
        ("since the beginning of May 2019", "2019-05-01"),
        ("the beginning of May 2019", "2019-05-01..2019-05-10"),
        ("the end of last week", "2021-12-03..2021-12-05"),
        ("from the end of May 2019 to the end of June 2019", "2019-05-31..2019-06-30"),
        ("earlier this year", "2021-01-01..2021-12-09"),
        ("later this month", "2021-12-09..2021-12-31"),
        ("the first nine months of 2020", "2020-01-01..2020-09-30"),
        ("the last two weeks of June 2021", "2021-06-14..2021-06-27"),
        ("the third last day of June 2021", "2021-06-28"),
        ("the week of 5 May 2021", "2021-05-03..2021-05-09"),
        ("the 20th century", "1901-01-01..2000-12-31"),
        ("the 1980-88 war", "1980-01-01..1988-12-31"),
        ("بين عامي 2003 و2011", "2003-01-01..2011-12-31"),
        ("الثلاثاء الثالث من أيلول 2014", "2014-09-16"),
        ("الأربعاء الثالث من أيلول 2014", "2014-09-03"),
    ],
)
def test_parts_of_periods(text: str, value: str) -> None:
    assert [written(m.value) for m in of_kind(text, "date")] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy is to meet the minister who arrived on Sunday.", "2021-12-05"),
        ("The envoy is to meet the minister on Sunday.", "2021-12-12"),
        ("سيلتقي الموفد الوزير الأحد", "2021-12-12"),
        ("سيلتقي الموفد الوزير الذي وصل الأحد", "2021-12-05"),
        ("قال إنه سيغادر، وقد وصل الموفد الأحد", "2021-12-05"),
    ],
)
def test_a_plan_ends_where_something_that_happened_begins(text: str, value: str) -> None:
    assert [written(m.value) for m in of_kind(text, "date")] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the 5th of may", "2021-05-05"),
        ("in march", "2021-03-01..2021-03-31"),
        ("next tuesday", "2021-12-14"),
        ("sat", "2021-12-04"),
        ("sat 4 dec", "2021-12-04"),
        ("in 2014/10", "2014-10-01..2014-10-31"),
        ("on 2/15", "2021-02-15"),
        ("31-Oct-74", "1974-10-31"),
        ("on 09.12.2021", "2021-12-09"),
        ("وصل الوفد في 5/6/2021", "2021-06-05"),
    ],
)
def test_small_letters_and_digits_are_dates_where_something_tells(text: str, value: str) -> None:
    assert [written(m.value) for m in of_kind(text, "date")] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The cat sat down and may march with us.",
        "They march 20 miles.",
        "The score was 2/15 at tea.",
        "The law 2014/10 was passed.",
        "The shop opens every Friday.",
        "They meet twice a week.",
        "It is open 24 hours a day.",
        "He comes every two weeks.",
        "He was in his thirties.",
        "It was said earlier in the day.",
        "The final was won in the last minutes.",
        "He won the last day.",
        "Friday prayers were held.",
        "an ABC 2000 machine",
        "يجتمعون كل جمعة",
        "يعمل ثلاثة أيام في الأسبوع",
        "مرتين في اليوم",
        "أيام الجمعة والسبت",
        "أقيمت صلاة الجمعة",
        "فازوا بكرة القدم",
        "فاز في الدقائق الأخيرة",
    ],
)
def test_what_repeats_and_what_is_a_word_gives_no_date(text: str) -> None:
    assert of_kind(text, "date") == []


@given(DAYS, UNITS, st.integers(-3, 3))
@LAW
def test_periods_follow_each_other(today: date, unit: str, rel: int) -> None:
    here, there = period(unit, today, rel), period(unit, today, rel + 1)
    assert here is not None
    assert there is not None
    assert here.start <= here.end < there.start
    if unit != "weekend":
        assert here.end + timedelta(days=1) == there.start
        assert (rel == 0) == (here.start <= today <= here.end)


@given(DAYS, st.integers(1, 7), st.integers(1, 5))
@LAW
def test_a_weekday_counted_in_a_month_is_one_and_lies_in_it(today: date, weekday: int, nth: int) -> None:
    month = period("month", today, 0)
    assert month is not None
    span = counted(month, "day", weekday, nth)
    last = counted(month, "day", weekday, -1)
    assert last is not None
    assert (last.end + timedelta(days=7)).month != last.end.month
    if span is None:
        assert nth == 5
    else:
        assert span.start.isoweekday() == weekday
        assert month.start <= span.start <= last.start
        assert (span.start.day - 1) // 7 == nth - 1


@given(DAYS, UNITS, st.sampled_from(["start", "early", "middle", "late", "end", "half-1", "half-2"]), st.booleans())
@LAW
def test_a_part_lies_in_its_period(today: date, unit: str, part: str, point: bool) -> None:
    whole = period(unit, today, 0)
    assert whole is not None
    span = part_of(whole, part, point=point)
    assert whole.start <= span.start <= span.end <= whole.end
    assert not (point and part in ("start", "end")) or span.start == span.end


@pytest.mark.parametrize(
    ("unit", "nth"), [("day", 0), ("day", 32), ("week", 6), ("hour", 1), ("month", 2), ("month", 0)]
)
def test_what_a_month_has_not_is_none(unit: str, nth: int) -> None:
    assert counted(Span(date(2021, 5, 1), date(2021, 5, 31), "month"), unit, None, nth) is None


def test_outside_the_calendar_there_is_nothing() -> None:
    assert period("year", date(9999, 1, 1), 1) is None
    assert moved(date(9999, 12, 31), 1, "day") is None
    assert moved(date(1, 1, 1), -1, "month") is None
    first = Days(start=date(1, 1, 1), end=date(1, 1, 1))
    assert resolve(Spec(ago=(1, 1, "day")), first, ahead=False) is None
    assert resolve(Spec(hence=(9999, 9999, "year")), first, ahead=False) is None
    assert resolve(Spec(within=(9999, 9999, "year")), first, ahead=False) is None
    assert resolve(Spec(stretch=(2, 2, "year"), unit_rel=-1), first, ahead=False) is None
    assert resolve(Spec(weekday=1), first, ahead=False) in (None, Days(start=date(1, 1, 1), end=date(1, 1, 1)))


def test_a_length_needs_a_unit() -> None:
    number = Item(0, 0, 1, "number", (3.0, "3"), None, "", 0)
    assert length_of([number]) is None
    assert length_of([number, Item(2, 2, 6, "units", "day", "en", "", 0)]) == (3.0, 3.0, "day")
    assert length_of([Item(2, 2, 6, "day-units", "day", "en", "", 0)]) == (2.0, 10.0, "day")
