"""Voices: outlets that print one sentence are one, and whoever is named keeps a voice of his own."""

from datetime import date

import judging
import pytest

from checker import discrepancies as stage
from checker.model import Amount, Days, Fact, Span, Value

EIGHTH = Days(start=date(2021, 4, 8), end=date(2021, 4, 8))
ONE = Amount(kind="count", low=1, high=1)


def fact(id: str, voice: str, *runs: int, speaker: str | None = None, document: str = "a", value: Value = ONE) -> Fact:
    """A fact of which only its voice, its sentence and its value matter."""
    return Fact(
        id=id,
        question="troops-present",
        scope={},
        value=value,
        hedge="exact",
        as_of=EIGHTH,
        modality="done",
        voice=voice,
        speaker=speaker,
        document=document,
        start=0,
        end=1,
        quote="",
        mentions=[],
        zone="body",
        read_by="stated",
        mark=Span(0, 1),
        shingles=frozenset(runs),
    )


@pytest.mark.parametrize(
    ("facts", "voices"),
    [
        ([fact("1", "South", 7, 8), fact("2", "North", 8, 9)], {"1": "North", "2": "North"}),
        ([fact("1", "South", 7), fact("2", "North", 8)], {"1": "South", "2": "North"}),
        ([fact("1", "c", 7), fact("2", "b", 7, 8), fact("3", "a", 8)], {"1": "a", "2": "a", "3": "a"}),
        ([fact("1", "c", 7), fact("2", "b", 8), fact("3", "a", 7, 8)], {"1": "a", "2": "a", "3": "a"}),
        ([fact("1", "x", 7, speaker="x"), fact("2", "y", 7, speaker="y")], {"1": "x", "2": "y"}),
        ([fact("1", "x", 7, speaker="x"), fact("2", "North", 7)], {"1": "x", "2": "x"}),
    ],
    ids=["shared", "apart", "a chain", "a chain that closes late", "two who are named", "a name left out"],
)
def test_shared_words_make_one_voice(facts: list[Fact], voices: dict[str, str]) -> None:
    assert stage.voices(facts) == voices
    assert stage.voices(facts[::-1]) == voices


RUN = "There are 2,500 US troops in Iraq after the last convoys of the winter rolled home."


def voices(*sentences: str) -> list[list[str]]:
    """The voices of the camps of the one finding between some outlets."""
    (found,) = judging.said(*sentences).discrepancies
    return [camp.voices for camp in found.camps]


def test_eight_words_in_a_row_make_one_voice_and_seven_do_not() -> None:
    other = "There are 5,200 US troops in Iraq."
    eight = RUN.replace("There are", "Officers count")
    seven = eight.replace("of the winter rolled home", "on the way").replace("after the last", "since the last")
    assert voices(RUN, eight, other) == [["North"], ["East"]]
    assert voices(RUN, seven, other) == [["North", "South"], ["East"]]


def test_names_do_not_count_among_the_eight_words() -> None:
    other = "There are 5,200 US troops in Iraq."
    named = RUN.replace("US troops in Iraq", "US troops in Mosul")
    assert voices(RUN, RUN, other) == [["North"], ["East"]]
    assert len(judging.said(named, RUN, other).discrepancies) == 1
