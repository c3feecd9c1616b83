"""Timelines: the answers of an evolving question in their order, who gave each first, and who revised his own."""

import json
from datetime import date

import judging
import pytest

from checker import plain
from checker.model import Discrepancy
from checker.timelines import timeline
from checker.view import in_time

EIGHTH = "The attack in Basra on April 8 killed {} people."
ANNOUNCED = "The coalition announced the end of its combat mission in Iraq on December {}, 2021."


def evolving(*told: tuple[str, str, int]) -> Discrepancy:
    """The one finding of some reports, each by a source of a day with its toll."""
    raw = [
        judging.document(f"{n}.txt", EIGHTH.format(toll), source=source, published=day)
        for n, (source, day, toll) in enumerate(told)
    ]
    (found,) = judging.report(raw).discrepancies
    return found


def test_steps_come_in_time_whatever_the_order_of_the_documents() -> None:
    found = evolving(("South", "2021-04-09", 15), ("North", "2021-04-08", 12), ("North", "2021-04-10", 17))
    steps = timeline(found)
    assert [(s.label, s.voices, s.revised) for s in steps] == [
        ("12", ["North"], []),
        ("15", ["South"], []),
        ("17", ["North"], ["North"]),
    ]
    assert [s.as_of.end for s in steps] == [date(2021, 4, day) for day in (8, 9, 10)]
    assert in_time(found, {"South": "The South"}) == (
        "In time: 12 as of 8 Apr 2021 (North); 15 as of 9 Apr 2021 (The South); 17 as of 10 Apr 2021 (North again)."
    )


def test_an_answer_that_is_repeated_is_no_step_of_its_own() -> None:
    found = evolving(("North", "2021-04-08", 12), ("South", "2021-04-09", 12), ("North", "2021-04-10", 17))
    assert [(s.label, s.voices) for s in timeline(found)] == [("12", ["North", "South"]), ("17", ["North"])]


def test_the_steps_are_in_the_json() -> None:
    found = evolving(("North", "2021-04-08", 12), ("South", "2021-04-09", 15))
    told = json.loads(json.dumps(plain.discrepancy(found)))["timeline"]
    assert [(step["as_of"]["end"], step["label"], step["voices"], step["revised"]) for step in told] == [
        ("2021-04-08", "12", ["North"], []),
        ("2021-04-09", "15", ["South"], []),
    ]
    known = {fact.id for camp in found.camps for fact in camp.facts}
    assert {id for step in told for id in step["facts"]} == known


@pytest.mark.parametrize("later", [9, 13])
def test_what_does_not_evolve_has_no_timeline(later: int) -> None:
    raw = [
        judging.document(f"{n}.txt", ANNOUNCED.format(n), source=f"Wire {n}", published="2021-12-30")
        for n in (6, later)
    ]
    (found,) = judging.report(raw).discrepancies
    assert (found.verdict, timeline(found), in_time(found, {})) == ("conflict", [], "")
