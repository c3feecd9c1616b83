"""Dates: resolution on the day of publication, doubt about it, ranges, bounds, and other languages."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import found, of_kind, page, words_of, written

from checker.kinds import date as dates
from checker.kinds.date.digits import numeric
from checker.kinds.date.foreign import find as find_foreign
from checker.kinds.date.ranges import completed, joined
from checker.kinds.date.resolve import numeric_parts, resolve
from checker.kinds.date.spec import Spec
from checker.model import Days

LAW = settings(derandomize=True, max_examples=300, deadline=None)
NINTH = Days(start=date(2021, 12, 9), end=date(2021, 12, 9))
MIRROR = {"same": "same", "narrower": "wider", "wider": "narrower", "overlaps": "overlaps", "apart": "apart"}
ENDS = st.one_of(st.none(), st.dates(date(2019, 1, 1), date(2023, 12, 31)))
BOUNDS = st.sampled_from(["on", "by", "before", "after", "since", "until", "during"])


@st.composite
def days(draw: st.DrawFn) -> Days:
    """Days in order, with open ends and bounds."""
    start, end = draw(ENDS), draw(ENDS)
    if start is not None and end is not None and start > end:
        start, end = end, start
    return Days(start=start, end=end, bound=draw(BOUNDS))


@given(days(), days())
@LAW
def test_relations_mirror_each_other(a: Days, b: Days) -> None:
    forth, back = dates.relate(a, b), dates.relate(b, a)
    assert forth is not None
    assert MIRROR[forth] == back
    assert dates.gap(a, b) == dates.gap(b, a)
    assert (dates.gap(a, b) == 0) or forth == "apart" or "since" in (a.bound, b.bound)


def test_extents_compare_start_with_start() -> None:
    since = [Days(start=date(year, 1, 1), end=date(year, 12, 31), grain="year", bound="since") for year in (2014, 2015)]
    assert dates.relate(since[0], since[1]) == "apart"
    assert dates.relate(since[0], since[0]) == "same"


@pytest.mark.parametrize(
    ("grain", "away", "relation"),
    [
        ("day", 1, "apart"),
        ("week", 3, "wider"),
        ("week", 4, "apart"),
        ("month", 15, "wider"),
        ("month", 16, "apart"),
        ("year", 182, "wider"),
        ("year", 183, "apart"),
    ],
)
def test_a_counted_day_may_be_off_by_half_of_its_unit(grain: str, away: int, relation: str) -> None:
    counted = Days(start=date(2021, 6, 1), end=date(2021, 6, 1), grain=grain)
    for day in (date(2021, 6, 1) + timedelta(days=away), date(2021, 6, 1) - timedelta(days=away)):
        assert dates.relate(counted, Days(start=day, end=day)) == relation
    first, last = Days(start=date.min, end=date.min, grain=grain), Days(start=date.max, end=date.max, grain=grain)
    assert dates.relate(first, first) == dates.relate(last, last) == "same"


@pytest.mark.parametrize(
    ("start", "end", "grain", "shown"),
    [
        (date(2021, 12, 9), date(2021, 12, 9), "day", "9 Dec 2021"),
        (date(2021, 8, 1), date(2021, 8, 31), "month", "Aug 2021"),
        (date(2014, 1, 1), date(2014, 12, 31), "year", "2014"),
        (date(2021, 4, 24), date(2021, 4, 30), "days", "24 Apr 2021 to 30 Apr 2021"),
        (None, date(2021, 4, 30), "days", "up to 30 Apr 2021"),
        (date(2021, 4, 24), None, "days", "from 24 Apr 2021"),
        (None, None, "days", "?"),
    ],
)
def test_days_are_shown_in_few_words(start: date | None, end: date | None, grain: str, shown: str) -> None:
    assert dates.show(Days(start=start, end=end, grain=grain)) == shown


@pytest.mark.parametrize(
    ("parts", "day_first", "day"),
    [
        ((31, 12, 2021), True, (2021, 12, 31)),
        ((31, 12, 2021), False, (2021, 12, 31)),
        ((12, 31, 2021), True, (2021, 12, 31)),
        ((5, 7, 2021), True, (2021, 7, 5)),
        ((5, 7, 2021), False, (2021, 5, 7)),
        ((2021, 12, 9), True, (2021, 12, 9)),
        ((9, 12, 21), True, (2021, 12, 9)),
        ((9, 12, 85), True, (1985, 12, 9)),
        ((31, 31, 2021), True, None),
        ((99, 99, 99), True, None),
        ((1, 2, 300), True, None),
    ],
)
def test_numeric_dates_in_both_orders(
    parts: tuple[int, int, int], day_first: bool, day: tuple[int, int, int] | None
) -> None:
    assert numeric_parts(parts, day_first) == day


def test_the_parts_of_a_numeric_date_keep_their_order() -> None:
    assert numeric("9.12.2021") == (9, 12, 2021)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 5/7/2021 and 5/8/2021", ["unresolved", "unresolved"]),
        ("on 31/7/2021 and 5/8/2021", ["2021-07-31", "2021-08-05"]),
        ("on 7/31/2021 and 5/8/2021", ["2021-07-31", "2021-05-08"]),
        ("on 7/31/2021 and 31/7/2021 and 5/8/2021", ["2021-07-31", "2021-07-31", "unresolved"]),
        ("on 7/7/2021", ["2021-07-07"]),
        ("on 2021-07-31 and 5/8/2021", ["2021-07-31", "unresolved"]),
    ],
)
def test_an_ambiguous_numeric_date_follows_the_others_of_its_document(text: str, value: list[str]) -> None:
    assert [written(m.value) for m in of_kind(text, "date")] == value


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("It ends by 31 December.", "by"),
        ("It ran until July 26.", "until"),
        ("It left before July 26.", "before"),
        ("It came after July 26.", "after"),
        ("It has stood since 2014.", "since"),
        ("It slept during July.", "during"),
        ("It came on July 26.", "on"),
        ("from 5 to 7 May", "on"),
        ("between 5 May and 7 June", "during"),
        ("ستنتهي بحلول 31 كانون الأول", "by"),
        ("منذ عام 2014", "since"),
    ],
)
def test_a_date_carries_the_bound_in_front_of_it(text: str, bound: str) -> None:
    values = [m.value for m in of_kind(text, "date")]
    assert [v.bound for v in values if isinstance(v, Days)] == [bound]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council met on Sunday.", "2021-12-05"),
        ("The council is due to meet on Sunday.", "2021-12-12"),
        ("It was due to leave. The council met on Sunday.", "2021-12-05"),
        ("It leaves by January 5.", "2022-01-05"),
        ("It leaves on December 31.", "2021-12-31"),
        ("It will leave in July.", "2022-07-01..2022-07-31"),
        ("It left in July.", "2021-07-01..2021-07-31"),
        ("He was born on February 29.", "2020-02-29"),
        ("It fell on February 30.", "unresolved"),
        ("It fell on 31 June 2021.", "unresolved"),
        ("It fell on Thursday, July 26.", "2018-07-26"),
        ("قال إنه غادر الأحد", "2021-12-05"),
        ("من المقرر أن يغادر الأحد", "2021-12-12"),
        ("سينسحب التحالف الأحد", "2021-12-12"),
    ],
)
def test_a_date_leans_back_unless_its_clause_looks_ahead(text: str, value: str) -> None:
    if value == "2018-07-26":
        value = "2021-07-26"  # no Thursday within a year of publication: the day that its number says
    assert [written(m.value) for m in of_kind(text, "date")] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yesterday", "2021-12-08..2021-12-11"),
        ("on Thursday", "2021-12-09..2021-12-09"),
        ("last month", "2021-11-01..2021-11-30"),
        ("two weeks ago", "2021-11-25..2021-11-28"),
    ],
)
def test_words_inherit_the_doubt_about_the_day_of_publication(text: str, value: str) -> None:
    first, last = Days(start=date(2021, 12, 9), end=date(2021, 12, 9)), date(2021, 12, 12)
    doubt = Days(start=first.start, end=last, grain="days")
    read = [one.days for one in dates.find(page(text), doubt, None, [0])]
    got = read[0]
    assert got is not None
    assert f"{got.start}..{got.end}" == value


def test_without_a_day_of_publication_only_what_the_words_fix_is_resolved() -> None:
    text = "Yesterday, on Sunday, last year, in May and on July 26, 2021 and 5/31/2021."
    assert [written(m.value) for m in of_kind(text, "date", None)] == [
        "unresolved",
        "unresolved",
        "unresolved",
        "unresolved",
        "2021-07-26",
        "2021-05-31",
    ]


def test_a_day_that_no_year_nearby_has_is_none() -> None:
    june = Days(start=date(2022, 6, 1), end=date(2022, 6, 1))
    assert resolve(Spec(month=2, day=29), june, ahead=False) is None
    assert resolve(Spec(month=7, month_rel=0), june, ahead=False) == resolve(
        Spec(year=2022, month=7), None, ahead=False
    )


def test_half_a_day_of_publication_resolves_nothing() -> None:
    assert resolve(Spec(offset=-1), Days(start=None, end=date(2021, 1, 1)), ahead=False) is None
    assert resolve(Spec(offset=-1), Days(start=date(2021, 1, 1), end=None), ahead=False) is None


@pytest.mark.parametrize(
    ("spec", "value"),
    [
        (Spec(), None),
        (Spec(ago=(5000, 5000, "year")), None),
        (Spec(ago=(3000000, 3000000, "day")), None),
        (Spec(ago=(2, 5000, "year")), None),
        (Spec(ago=(3, None, "month")), "..2021-09-09"),
        (Spec(ago=(30, 30, "hour")), "2021-12-07..2021-12-08"),
        (Spec(ago=(5, 5, "minute")), "2021-12-08..2021-12-09"),
        (Spec(ago=(2, 2, "decade")), "2001-12-09"),
        (Spec(ago=(1, 1, "quarter")), "2021-09-09"),
        (Spec(ago=(1, 1, "century")), "1921-12-09"),
        (Spec(unit="day", unit_rel=-1), "2021-12-08"),
        (Spec(unit="decade", unit_rel=-1), "2010-01-01..2019-12-31"),
        (Spec(unit="quarter", unit_rel=0), "2021-10-01..2021-12-31"),
        (Spec(unit="quarter", unit_rel=-1), "2021-07-01..2021-09-30"),
        (Spec(unit="century", unit_rel=0), "2001-01-01..2100-12-31"),
        (Spec(unit="day", unit_rel=-1, plural=True), "2021-11-29..2021-12-09"),
        (Spec(unit="day", unit_rel=1, plural=True), "2021-12-09..2021-12-19"),
        (Spec(unit="day", unit_rel=0, plural=True), None),
        (Spec(month=7, month_rel=1), "2022-07-01..2022-07-31"),
        (Spec(month=12, month_rel=-1), "2020-12-01..2020-12-31"),
        (Spec(month=2, day=29, month_rel=0), None),
        (Spec(month=2, day=29, month_rel=1), None),
        (Spec(month=2, day=29, month_rel=-1), "2020-02-29"),
        (Spec(day=31, month_rel=-1), None),
        (Spec(offset=0, weekday=5), "2021-12-10"),
        (Spec(offset=0, weekday=3), "2021-12-08"),
        (Spec(offset=0, weekday=1), "2021-12-09"),
        (Spec(weekday=4, weekday_rel=-1), "2021-12-02"),
        (Spec(weekday=4, weekday_rel=1), "2021-12-16"),
        (Spec(weekday=1, unit="week", unit_rel=1), "2021-12-13"),
        (Spec(part="winter", part_rel=-1), "2020-12-01..2021-02-28"),
        (Spec(part="winter", part_rel=1), "2022-12-01..2023-02-28"),
        (Spec(part="spring", part_rel=0), "2021-03-01..2021-05-31"),
        (Spec(year=2021, month=6, part="half-2"), "2021-06-16..2021-06-30"),
        (Spec(year=2021, month=6, part="summer"), "2021-06-01..2021-06-30"),
        (Spec(year=2021, month=5, day=7, day_from=5), "2021-05-05..2021-05-07"),
        (Spec(month=5, day=7, day_from=5), "2021-05-05..2021-05-07"),
        (Spec(year=9999), None),
    ],
)
def test_what_a_specification_comes_to(spec: Spec, value: str | None) -> None:
    got = resolve(spec, NINTH, ahead=False)
    assert (None if got is None else written(got)) == value


@given(st.dates(date(1990, 1, 1), date(2080, 1, 1)), st.integers(1, 7), st.booleans())
@LAW
def test_a_weekday_lies_within_a_week_of_publication(today: date, weekday: int, ahead: bool) -> None:
    got = resolve(Spec(weekday=weekday), Days(start=today, end=today), ahead=ahead)
    assert got is not None
    assert got.start == got.end
    assert got.start is not None
    assert got.start.isoweekday() == weekday
    away = (got.start - today) if ahead else (today - got.start)
    assert timedelta(0) <= away < timedelta(7)


@given(st.dates(date(1990, 1, 1), date(2080, 1, 1)), st.integers(1, 12), st.integers(1, 31), st.booleans())
@LAW
def test_a_day_of_a_month_keeps_its_number_or_is_none(today: date, month: int, day: int, ahead: bool) -> None:
    got = resolve(Spec(month=month, day=day), Days(start=today, end=today), ahead=ahead)
    if got is not None:
        assert got.start is not None
        assert (got.start.month, got.start.day) == (month, day)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("from 5 May to 7 June", ["5 May to 7 June"]),
        ("between Monday and Wednesday", ["Monday and Wednesday"]),
        ("from Monday to Wednesday", ["Monday to Wednesday"]),
        ("Monday - Wednesday", ["Monday", "Wednesday"]),
        ("from 5 May, and on 7 June", ["5 May", "7 June"]),
        ("between 5 May\nand 7 June", ["5 May", "7 June"]),
        ("between 5 May and the strike of 7 June", ["5 May", "7 June"]),
        ("on 5 May and 7 June", ["5 May", "7 June"]),
        ("between 7 June 2021 and 5 May 2021", ["7 June 2021", "5 May 2021"]),
        ("between 5 May and 7 June and 9 June", ["5 May and 7 June", "9 June"]),
        ("between May and June 2021", ["May and June 2021"]),
    ],
)
def test_two_dates_become_one_range_only_where_the_words_say_so(text: str, spans: list[str]) -> None:
    assert [words_of(text, m) for m in of_kind(text, "date")] == spans


def test_a_range_hands_its_year_to_its_beginning() -> None:
    assert completed(Spec(month=12, day=28), Spec(month=1, day=3, year=2021)).year == 2020
    assert completed(Spec(month=5, day=28), Spec(month=6, day=3, year=2021)).year == 2021
    assert completed(Spec(month=5, day=28), Spec(month=6, day=3, year_rel=-1)).year_rel == -1
    for first in (Spec(month=5, year=2020), Spec(weekday=1), Spec(month=5, month_rel=-1)):
        assert completed(first, Spec(month=6, year=2021)) == first
    assert completed(Spec(month=5), Spec(weekday=3)) == Spec(month=5)


def test_a_range_without_an_end_is_none() -> None:
    assert joined(None, NINTH) is None
    assert joined(NINTH, None) is None
    assert joined(Days(start=None, end=None), NINTH) is None
    assert joined(NINTH, Days(start=None, end=None)) is None


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("it", "La missione è finita il 9 dicembre 2021 a Baghdad.", "2021-12-09"),
        ("pt", "A base foi fechada em 1 de julho de 2021.", "2021-07-01"),
        ("de", "Der Einsatz endete am 9. Dezember 2021 in Bagdad.", "2021-12-09"),
        ("es", "La misión terminó el 9 de diciembre de 2021.", "2021-12-09"),
        ("tr", "Görev 9 Aralık 2021 tarihinde sona erdi.", "2021-12-09"),
        ("ru", "Миссия завершилась 9 декабря 2021 года.", "2021-12-09"),
        ("ur", "مشن 9 دسمبر 2021 کو ختم ہوا۔", "2021-12-09"),
        ("de-AT", "Es war der 26. Juli 2021.", "2021-07-26"),
    ],
)
def test_full_dates_of_a_language_without_a_pack_are_read(language: str, text: str, day: str) -> None:
    read = [m for m in found(text, language=language) if m.kind == "date"]
    assert [(written(m.value), m.read_by) for m in read] == [(day, "dateparser")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La base de 9 mille hommes a fermé."),
        ("de", "Es geschah im Dezember 2021."),
        ("de", "Am 99 Dezember 2021 geschah nichts."),
        ("xx", "Der 9. Dezember 2021"),
        ("tlh", "9 Dezember 2021"),
    ],
)
def test_what_is_no_full_date_of_a_known_language_is_not_guessed(language: str, text: str) -> None:
    assert find_foreign(text, language) == []


def test_what_was_read_inside_a_foreign_date_goes() -> None:
    text = "Der Einsatz endete am 9. Dezember 2021."
    kinds = [m.kind for m in found(text, language="de")]
    assert kinds == ["date"]


def test_furniture_has_no_foreign_dates() -> None:
    text = "Der Einsatz endete, sagte der Sprecher der Regierung am Abend vor der versammelten Presse in Bagdad.\n"
    text += "Read more:\n9. Dezember 2021"
    assert [m for m in found(text, language="de") if m.kind == "date"] == []
