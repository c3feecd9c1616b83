"""Quantities: how they relate, how they are shown, what their rounding means, and clock times."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import found, of_kind, page, words_of, written

from checker.kinds import quantity
from checker.kinds.quantity.find import apply_hedge, find
from checker.model import Amount
from checker.values import to_data

LAW = settings(derandomize=True, max_examples=300, deadline=None)
MIRROR = {"same": "same", "narrower": "wider", "wider": "narrower", "overlaps": "overlaps", "apart": "apart"}
NUMBERS = st.one_of(st.none(), st.integers(0, 5000).map(float))


def amount(low: float | None, high: float | None, kind: str = "count", unit: str | None = None) -> Amount:
    """A set on a line."""
    return Amount(kind=kind, low=low, high=high, unit=unit)


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    """Amounts in order, with open ends."""
    low, high = draw(NUMBERS), draw(NUMBERS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return amount(low, high)


@given(amounts(), amounts())
@LAW
def test_relations_mirror_each_other(a: Amount, b: Amount) -> None:
    forth, back = quantity.relate(a, b), quantity.relate(b, a)
    assert forth is not None
    assert MIRROR[forth] == back
    assert quantity.gap(a, b) == quantity.gap(b, a)
    assert (quantity.gap(a, b) > 0) == (forth == "apart")


def test_amounts_of_different_units_don_t_relate() -> None:
    assert quantity.relate(amount(1, 1, "money", "USD"), amount(1, 1, "money", "EUR")) is None


@given(st.integers(1, 10**7), st.booleans(), st.booleans())
@LAW
def test_what_a_figure_may_mean_holds_the_figure(number: int, people: bool, strict: bool) -> None:
    plain = amount(number, number)
    wide = quantity.compared(plain, people=people, strict=strict)
    assert wide.low is not None
    assert wide.high is not None
    assert wide.low <= number <= wide.high
    assert quantity.relate(plain, wide) in ("same", "narrower")


@pytest.mark.parametrize(
    ("plain", "people", "strict", "low", "below"),
    [
        (amount(2500, 2500), False, False, 2450, 2550),
        (amount(2347, 2347), False, False, 2347, None),
        (amount(90, 90), False, False, 90, None),
        (amount(500, 500), True, False, 500, None),
        (amount(500, 500), False, False, 475, 525),
        (amount(5000, 5000), True, False, 4750, 5250),
        (amount(5000, 5000), True, True, 4500, 5500),
        (amount(59.7, 59.7, "share"), False, False, 59.65, 59.75),
        (amount(60, 60, "share"), False, False, 59.5, 60.5),
        (amount(200, 200, "measure", "km"), False, False, 190, 210),
        (amount(3, 3, "ordinal"), False, False, 3, None),
        (amount(20, 30), False, False, 20, None),
        (amount(40, None), False, True, 40, None),
    ],
)
def test_rounding_is_as_wide_as_the_last_place(
    plain: Amount, people: bool, strict: bool, low: float, below: float | None
) -> None:
    wide = quantity.compared(plain, people=people, strict=strict)
    assert wide.low == pytest.approx(low)
    if below is None:
        assert wide == plain
    else:
        assert wide.high is not None
        assert wide.high < below
        assert wide.high == pytest.approx(below)


def test_at_least_n_is_closed_where_it_says_little() -> None:
    assert quantity.compared(amount(40, None)) == amount(40, 120)
    assert quantity.compared(amount(0, None)) == amount(0, None)


@pytest.mark.parametrize(
    ("shown", "value"),
    [
        ("2,500", amount(2500, 2500)),
        ("up to 2,500", amount(0, 2500)),
        ("up to 2,500", amount(None, 2500)),
        ("8 to 10", amount(8, 10)),
        ("at least 40", amount(40, None)),
        ("60 %", amount(60, 60, "share")),
        ("59.7 %", amount(59.7, 59.7, "share")),
        ("5 km", amount(5, 5, "measure", "km")),
        ("0", amount(0, 0)),
        ("?", amount(None, None)),
    ],
)
def test_an_amount_is_shown_in_few_words(shown: str, value: Amount) -> None:
    assert quantity.show(value) == shown


@given(st.integers(0, 10**6), st.sampled_from(["about", "nearly", "at-least", "more-than", "at-most", "exact"]))
@LAW
def test_a_hedge_never_leaves_out_the_figure_itself(number: int, hedge: str) -> None:
    low, high = apply_hedge(number, number, hedge, whole=True)
    assert low is None or low <= number
    assert high is None or number <= high


@pytest.mark.parametrize(
    ("number", "hedge", "whole", "bounds"),
    [
        (20, "about", True, (18, 22)),
        (9, "about", True, (8, 10)),
        (2347, "about", True, (2301, 2393)),
        (15, "about", True, (13, 17)),
        (60, "about", False, (54, 66)),
        (3.5, "about", False, (3.43, 3.57)),
        (0, "about", True, (0, 1)),
    ],
)
def test_about_is_ten_percent_of_a_round_figure_and_two_of_another(
    number: float, hedge: str, whole: bool, bounds: tuple[float, float]
) -> None:
    assert apply_hedge(number, number, hedge, whole=whole) == bounds


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("at 10:30", "10:30"),
        ("at 10:30:15", "10:30:15"),
        ("at 10.02pm", "22:02"),
        ("at 10:02 p.m.", "22:02"),
        ("at 8 a.m.", "08:00"),
        ("at 12 am", "00:00"),
        ("at 12 pm", "12:00"),
        ("at 12:30am", "00:30"),
        ("at 22:30 pm", "22:30"),
        ("at one pm", "13:00"),
        ("at eight pm", "20:00"),
        ("الساعة 10:30", "10:30"),
        ("الساعة 10:30 مساء", "22:30"),
        ("الساعة 10:30 م", "22:30"),
        ("الثامنة والنصف مساء", "20:30"),
        ("الساعة الثامنة والنصف مساء", "20:30"),
        ("الثامنة والربع صباحا", "08:15"),
        ("الساعة الثامنة", "08:00"),
        ("الثامنة مساء", "20:00"),
        ("الساعة 5 عصرا", "17:00"),
        ("الواحدة ظهرا", "13:00"),
        ("الثانية عشرة ظهرا", "12:00"),
        ("الساعة الأولى ظهرا", "13:00"),
        ("الأولى ظهرا", None),
        ("الساعة الأولى", None),
        ("الحادية عشرة ظهرا", "11:00"),
        ("العاشرة ليلا", "22:00"),
        ("الثانية ليلا", "02:00"),
        ("الثانية عشرة ليلا", "00:00"),
        ("at 45 pm", None),
        ("at 10.5 pm", None),
        ("at 10.75 pm", None),
        ("at 24:30", None),
    ],
)
def test_clock_times_in_every_writing(text: str, clock: str | None) -> None:
    times = [to_data(m.value) for m in of_kind(text, "time") if m.value is not None]
    assert [(t["low"], t["high"], t["zone"]) for t in times] == ([] if clock is None else [(clock, clock, None)])


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It lies 110 miles west.", "measure", "110 mi"),
        ("a 20-km road", "measure", "20 km"),
        ("20km away", "measure", "20 km"),
        ("It fell by 3 percentage points.", "measure", "3 pp"),
        ("بعمق 12 كيلومترا", "measure", "12 km"),
        ("ارتفع ثلاث نقاط مئوية", "measure", "3 pp"),
        ("about 7 tonnes of rice", "measure", "6.86..7.14 t"),
    ],
)
def test_measures_keep_their_unit(text: str, kind: str, value: str) -> None:
    assert [written(m.value) for m in of_kind(text, kind)] == [value]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("In all 2014 were counted.", ["date"]),
        ("He counted 2014 soldiers.", ["count"]),
        ("2014-2016", ["date"]),
        ("from 1998 to 2005 soldiers", ["count"]),
        ("more than 2014 men", ["count"]),
        ("2,014 men", ["count"]),
    ],
)
def test_four_digits_are_a_year_unless_something_is_counted(text: str, kinds: list[str]) -> None:
    assert [m.kind for m in found(text) if m.kind in ("date", "count")] == kinds


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("1. First point here", ["First"]),
        ("1) the 5 men", ["5"]),
        ("7\nThe 5 men left.", ["5"]),
        ("- 7 men", ["7"]),
        ("7", ["7"]),
        ("The men of unit_7 and 8", ["8"]),
        ("Articles 4, 5 men", ["5"]),
        ("Articles 4 and 5, 6 to 8", []),
        ("Articles 4-6 and 9", []),
        ("Article 4 men of 5 towns", ["5"]),
        ("In 12 Big Red Tall Wide Brown Street rows 5 sat", ["12", "5"]),
        ("12 men in the street", ["12"]),
        ("12 Abu Nuwas Street 5", []),
    ],
)
def test_a_list_number_a_counter_and_the_number_of_a_name_are_no_counts(text: str, spans: list[str]) -> None:
    counted = [m for m in found(text) if m.kind in ("count", "ordinal")]
    assert [words_of(text, m) for m in counted] == spans


def test_a_hedge_behind_the_noun_belongs_to_its_count() -> None:
    assert [written(m.value) for m in of_kind("قتل 15 شخصا على الأقل", "count")] == ["15.."]
    assert [written(m.value) for m in of_kind("قتل 15 شخصا، و3 على الأقل", "count")] == ["15", "3.."]
    assert [written(m.value) for m in of_kind("15 people at least", "count")] == ["15.."]


def test_two_units_that_don_t_divide_are_as_long_as_their_days_may_be() -> None:
    assert [written(m.value) for m in of_kind("2 months and 3 days", "duration")] == ["59..65 day"]


@pytest.mark.parametrize("text", ["the market dollar", "Euro 2020", "Dollar 5"])
def test_a_currency_as_a_word_in_front_is_no_sum(text: str) -> None:
    assert of_kind(text, "money") == []


def test_a_code_in_front_is_a_sum() -> None:
    assert [written(m.value) for m in of_kind("USD 5 million", "money")] == ["5000000 USD"]


def test_quantities_come_in_the_order_of_the_text() -> None:
    read = find(page("the third of 5 men ran 20 km in 2 hours for $5"))
    assert [q.start for q in read] == sorted(q.start for q in read)
    assert len(read) == 5
