"""Which facts meet in one question, and which stay loose."""

from typing import Any

import pytest
from test_voices import fact

from checker.model import Fact
from checker.questions import questions

ASK: dict[str, Any] = {"ask": {"en": "?"}, "answer": "count", "separates": ["place", "group"]}


def asked(loose: str) -> dict[str, dict[str, Any]]:
    """The question of the facts below, which treats loose facts in one of two ways."""
    return {"troops-present": {**ASK, "loose": loose}}


def stated(*scopes: str) -> list[Fact]:
    """Facts by their scopes: `baghdad us`, `- us` for one that leaves its place open."""
    made = []
    for number, words in enumerate(scopes):
        one = fact(f"{number}: {words}", f"voice {number}", document=f"{number}.txt")
        one.scope = {key: word for key, word in zip(ASK["separates"], words.split(), strict=True) if word != "-"}
        made.append(one)
    return made


def met(facts: list[Fact], loose: str) -> list[list[str]]:
    """The scopes that meet in each question; a star marks those that are loose."""
    found = questions(facts, asked(loose))
    return [[("*" if f.id in one.loose else "") + f.id.split(": ")[1] for f in one.facts] for one in found]


@pytest.mark.parametrize(
    ("scopes", "expected"),
    [
        (["baghdad us", "baghdad us"], [["baghdad us", "baghdad us"]]),
        (["baghdad us", "basra us"], [["baghdad us"], ["basra us"]]),
        (["baghdad us", "baghdad iraq"], [["baghdad iraq"], ["baghdad us"]]),
        (["baghdad us", "- us"], [["- us"], ["baghdad us", "*- us"]]),
        (["baghdad us", "- us", "basra us"], [["- us"], ["baghdad us", "*- us"], ["*- us", "basra us"]]),
        (["baghdad us", "- -"], [["- -"], ["baghdad us"]]),
        (["baghdad us", "- iraq"], [["- iraq"], ["baghdad us"]]),
        (["- us", "- us"], [["- us", "- us"]]),
    ],
)
def test_a_loose_fact_meets_each_question_and_joins_none_to_another(
    scopes: list[str], expected: list[list[str]]
) -> None:
    assert sorted(met(stated(*scopes), "tension")) == sorted(expected)
    assert sorted(met(stated(*scopes)[::-1], "tension")) == sorted(expected)


@pytest.mark.parametrize(
    ("scopes", "expected"),
    [
        (["baghdad us", "baghdad us"], [["baghdad us", "baghdad us"]]),
        (["baghdad us", "- us"], [["*- us"], ["baghdad us"]]),
        (["- us", "- us"], [["*- us", "*- us"]]),
    ],
)
def test_where_loose_facts_are_silent_they_stay_by_themselves(scopes: list[str], expected: list[list[str]]) -> None:
    assert sorted(met(stated(*scopes), "silent")) == sorted(expected)


@pytest.mark.parametrize("loose", ["tension", "silent"])
def test_no_fact_is_dropped(loose: str) -> None:
    facts = stated("baghdad us", "- us", "basra -", "- -", "basra us")
    found = questions(facts, asked(loose))
    assert {f.id for one in found for f in one.facts} == {f.id for f in facts}


def test_a_question_says_what_is_stated() -> None:
    (one,) = questions(stated("- us"), asked("tension"))
    assert (one.id, one.scope, one.answer, one.ask) == ("troops-present", {"group": "us"}, "count", {"en": "?"})
    assert questions([], {}) == []
