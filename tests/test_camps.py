"""Camps: the fewest answers that leave every voice right."""

from datetime import date

import pytest
from test_voices import fact

from checker.camps import Sets, camps, fitting, gap, relate, show
from checker.model import Amount, Concept, Days, Fact, Name, State, Value

ANBAR = Name(id="anbar", type="governorate", within=("iraq",))
NINEVEH = Name(id="nineveh", type="governorate", within=("iraq",))
IRAQ = Name(id="iraq", type="country")
SYRIA = Name(id="syria", type="country")


def count(low: float | None, high: float | None = -1, *, kind: str = "count", unit: str | None = None) -> Amount:
    """A number of things; one figure where only one is given."""
    return Amount(kind=kind, low=low, high=low if high == -1 else high, unit=unit)


def days(start: str | None, end: str | None = "", *, grain: str = "day", bound: str = "on") -> Days:
    """A set of days; one day where only one is given."""
    first = None if start is None else date.fromisoformat(start)
    last = first if end == "" else None if end is None else date.fromisoformat(end)
    return Days(start=first, end=last, grain=grain, bound=bound)


def facts(*values: Value) -> list[Fact]:
    """One fact for each value, each of a voice of its own."""
    return [fact(str(n), f"voice {n}", value=value, document=f"{n}.txt") for n, value in enumerate(values)]


def labels(*values: Value, people: bool = False) -> list[str]:
    """The labels of the camps of some values."""
    return [camp.label for camp in camps(facts(*values), people=people)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([], []),
        ([count(2500)], ["2,500"]),
        ([count(2500), count(2347)], ["2,347", "2,500"]),
        ([count(2500), count(2470)], ["2,470"]),
        ([count(40, None), count(70, None)], ["at least 70"]),
        ([count(40, None), count(30)], ["30", "at least 40"]),
        ([count(None, 2500), count(1900)], ["1,900"]),
        ([count(20, 120), count(60), count(90)], ["60", "90"]),
        ([count(10, 30), count(20, 40), count(35, 50)], ["20 to 30", "35 to 50"]),
        ([count(12.5), count(12.54)], ["12.54"]),
        ([count(0), count(3)], ["0", "3"]),
        ([count(5, kind="measure", unit="km"), count(5, kind="measure", unit="mi")], ["5 km", "5 mi"]),
        ([days("2021-12-09"), days("2021-12-29")], ["9 Dec 2021", "29 Dec 2021"]),
        ([days("2021-12-09"), days("2021-12-01", "2021-12-31", grain="month")], ["9 Dec 2021"]),
        ([days("2021-12-01", None), days("2021-12-09")], ["9 Dec 2021"]),
        ([days(None, "2021-12-01"), days("2021-12-09")], ["up to 1 Dec 2021", "9 Dec 2021"]),
        (
            [days("2021-12-01", "2021-12-20", grain="days"), days("2021-12-10", "2021-12-31", grain="days")],
            ["10 Dec 2021 to 20 Dec 2021"],
        ),
        ([ANBAR, IRAQ], ["Anbar"]),
        ([ANBAR, IRAQ, NINEVEH], ["Anbar", "Nineveh"]),
        ([IRAQ, SYRIA], ["Iraq", "Syria"]),
        ([State(id="over"), State(id="to-come"), State(id="over")], ["over", "to come"]),
    ],
)
def test_values_fall_into_the_fewest_camps(values: list[Value], expected: list[str]) -> None:
    assert labels(*values) == expected
    assert labels(*values[::-1]) == expected


def test_people_killed_are_rounded_later_than_other_counts() -> None:
    assert labels(count(140), count(143)) == ["143"]
    assert labels(count(140), count(143), people=True) == ["140", "143"]


def test_a_camp_lists_its_voices_once_and_its_facts_in_order() -> None:
    made = [fact("b", "North", value=count(3), document="2.txt"), fact("a", "North", value=count(3), document="1.txt")]
    (one,) = camps(made)
    assert [stated.id for stated in one.facts] == ["a", "b"]
    assert one.voices == ["North"]


def test_a_fact_that_also_fits_another_camp_is_listed_there_and_merges_none() -> None:
    low, high = camps(facts(count(20), count(10, 90), count(80)))
    assert (low.label, high.label) == ("20", "80")
    assert [stated.id for stated in high.facts] == ["1", "2"]
    assert [stated.id for stated in fitting([low, high], 0, Sets(people=False))] == ["1"]
    assert high.also_fits == []


@pytest.mark.parametrize(
    ("a", "b", "relation", "far"),
    [
        (count(3), count(5), "apart", 2),
        (count(3, None), count(5), "wider", 0),
        (count(5), count(3, None), "narrower", 0),
        (count(1, 4), count(3, 9), "overlaps", 0),
        (count(3), count(3), "same", 0),
        (days("2021-12-09"), days("2021-12-29"), "apart", 20),
        (IRAQ, ANBAR, "wider", 0),
        (IRAQ, SYRIA, "apart", 0),
        (State(id="over"), State(id="to-come"), "apart", 0),
        (State(id="over"), count(3), None, 0),
        (Concept(id="troops"), Concept(id="troops"), None, 0),
    ],
)
def test_two_values_relate_as_their_kind_says(a: Value, b: Value, relation: str | None, far: float) -> None:
    mirrored = {"wider": "narrower", "narrower": "wider"}
    assert relate(a, b) == relation
    assert relate(b, a) == (relation if relation is None else mirrored.get(relation, relation))
    assert gap(a, b) == gap(b, a) == far


def test_every_value_is_shown_in_a_few_words() -> None:
    shown: list[Value] = [count(2500), days("2021-12-09"), ANBAR, State(id="to-come"), Concept(id="troops")]
    assert [show(value) for value in shown] == ["2,500", "9 Dec 2021", "Anbar", "to come", "troops"]
