"""What two facts that answer apart make of each other, and the reason that a reader is given."""

from datetime import date
from typing import Any

import pytest
from test_camps import count, days
from test_voices import fact

from checker import verdicts
from checker.model import Document, Fact, Question, State, Value

ASKED: dict[str, Any] = {
    "loose": "tension",
    "focus": False,
    "varies": "never",
    "same_within": None,
    "people": False,
    "softens": ["announcer"],
    "settles_after": None,
}
MODAL = {"as_of", "modality", "hedge", "background", "zone", "markers", "assumed", "scope", "start", "end"}


def told(value: Value, document: str = "a.txt", voice: str = "North", **changes: Any) -> Fact:
    """A fact as of 8 April 2021, some of it changed."""
    made = fact(f"{document} {value}", voice, value=value, document=document, speaker=changes.pop("speaker", None))
    if document != "a.txt":
        made.start, made.end = 10, 20
    for name, change in changes.items():
        assert name in MODAL
        setattr(made, name, change)
    return made


def document(id: str, source: str | None, on: str | None) -> Document:
    """A document of which only the outlet and the day matter."""
    return Document(
        id=id,
        source=source,
        language="en",
        published=None if on is None else days(on),
        published_from=None,
        title=None,
        text="",
        zones=[],
    )


def judged(
    a: Fact,
    b: Fact,
    *,
    loose: bool = False,
    first: str | None = None,
    documents: list[Document] | None = None,
    **asked: Any,
) -> verdicts.Verdict:
    """The verdict on two facts of a question."""
    question = Question(
        id="q", ask={}, scope={}, answer="count", facts=[a, b], loose=frozenset([b.id] if loose else [])
    )
    known = documents or [document("a.txt", "North", "2021-04-08"), document("b.txt", "South", "2021-04-08")]
    setting = verdicts.Setting(
        question=question,
        asked=ASKED | asked,
        documents={one.id: one for one in known},
        names={},
        voices={a.id: a.voice, b.id: b.voice},
        first=None if first is None else date.fromisoformat(first),
    )
    there, back = verdicts.judge(a, b, setting), verdicts.judge(b, a, setting)
    assert (there.verdict, there.severity) == (back.verdict, back.severity)
    return there


def outcome(a: Fact, b: Fact, **asked: Any) -> tuple[str, str, str]:
    """Verdict, severity and first reason."""
    verdict = judged(a, b, **asked)
    assert all(reason.holds for reason in verdict.reasons)
    return verdict.verdict, verdict.severity, verdict.reasons[0].says


THREE, FIVE = count(3), count(5)
ROUND = count(3000), count(2700)
OVER, COMING = State(id="over"), State(id="to-come")
LATER = days("2021-04-09")


@pytest.mark.parametrize(
    ("b", "asked", "expected"),
    [
        (told(FIVE, "b.txt", "South"), {}, ("conflict", "error", "same question, same time, no hedge")),
        (
            told(FIVE, "b.txt", "South"),
            {"loose": True},
            ("tension", "warning", "one side leaves open what it is about"),
        ),
        (told(FIVE, "b.txt", "South", hedge="about"), {}, ("tension", "warning", "one side is hedged")),
        (told(FIVE, "b.txt", "South", hedge="vague"), {}, ("tension", "warning", "one side is hedged")),
        (
            told(FIVE, "b.txt", "South", background=True),
            {"varies": "never"},
            ("conflict", "error", "same question, same time, no hedge"),
        ),
        (
            told(FIVE, "b.txt", "South", background=True),
            {"varies": "over-time"},
            ("tension", "warning", "one side is told as background, of an earlier day"),
        ),
        (
            told(FIVE, "b.txt", "South", scope={"announcer": "araji"}),
            {},
            ("tension", "warning", "only one side says the announcer"),
        ),
        (
            told(FIVE, "b.txt", "South", modality="planned"),
            {},
            ("none", "info", "a plan and a deed don't contradict each other"),
        ),
        (
            told(FIVE, "b.txt", "South", modality="denied"),
            {},
            ("none", "info", "one side is a denial, whose figure is what it rejects"),
        ),
        (
            told(FIVE, "b.txt", "South"),
            {"same_within": 1},
            ("none", "info", "the answers lie so far apart that they are about two things"),
        ),
        (told(FIVE, "b.txt", "South"), {"same_within": 2}, ("conflict", "error", "same question, same time, no hedge")),
        (
            told(FIVE, "b.txt", "South", assumed=frozenset(["day"])),
            {"focus": True},
            ("tension", "info", "one side takes its place or its day from the lead"),
        ),
    ],
)
def test_between_two_documents(b: Fact, asked: dict[str, Any], expected: tuple[str, str, str]) -> None:
    assert outcome(told(THREE), b, **asked) == expected


def test_where_loose_facts_are_silent_there_is_no_pair() -> None:
    setting = {**ASKED, "loose": "silent"}
    a, b = told(THREE), told(FIVE, "b.txt", "South")
    question = Question(id="q", ask={}, scope={}, answer="count", facts=[a, b], loose=frozenset([b.id]))
    made = verdicts.Setting(question=question, asked=setting, documents={}, names={}, voices={})
    assert verdicts.judge(a, b, made).reasons[0].says == "one side leaves open what it is about"


@pytest.mark.parametrize(
    ("b", "asked", "expected"),
    [
        (told(FIVE, start=10, end=20), {}, ("conflict", "error", "same question, same time, no hedge")),
        (told(FIVE, start=0, end=20), {}, ("none", "info", "both are read from the same words")),
        (
            told(FIVE, start=10, end=20, zone="title"),
            {},
            ("none", "info", "a title against its own body is judged by itself"),
        ),
        (
            told(FIVE, start=10, end=20, assumed=frozenset(["day"])),
            {"focus": True},
            ("none", "info", "one document, and one side does not say which event it means"),
        ),
        (
            told(FIVE, start=10, end=20, as_of=LATER),
            {"varies": "over-time"},
            ("none", "info", "they hold at different times"),
        ),
        (told(FIVE, start=10, end=20, as_of=LATER), {}, ("tension", "warning", "one document speaks of two days")),
        (
            told(FIVE, voice="araji", speaker="araji", start=10, end=20),
            {},
            ("tension", "warning", "one document tells it by two voices"),
        ),
    ],
)
def test_within_one_document(b: Fact, asked: dict[str, Any], expected: tuple[str, str, str]) -> None:
    assert outcome(told(THREE), b, **asked) == expected


def test_two_named_voices_of_one_document_are_information() -> None:
    a = told(THREE, voice="kadhimi", speaker="kadhimi")
    b = told(FIVE, voice="araji", speaker="araji", start=10, end=20)
    assert outcome(a, b) == ("tension", "info", "the text itself reports two voices that differ")


def test_rounding_softens_only_where_it_may_explain() -> None:
    low, high = (told(value, name) for value, name in zip(ROUND, ("a.txt", "b.txt"), strict=True))
    assert outcome(low, high) == ("tension", "warning", "rounding may explain the difference")
    assert outcome(told(count(3000)), told(count(2347), "b.txt"))[0] == "conflict"


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("kadhimi", "kadhimi", "conflict"),
        ("kadhimi", "araji", "tension"),
        ("iraq+us", "us+nato", "conflict"),
    ],
)
def test_a_softening_key_that_differs_makes_a_tension(mine: str, theirs: str, expected: str) -> None:
    a, b = told(THREE, scope={"announcer": mine}), told(FIVE, "b.txt", "South", scope={"announcer": theirs})
    verdict = judged(a, b)
    assert verdict.verdict == expected
    if expected == "tension":
        assert verdict.reasons[0].says in (
            f"the announcer differs: {mine}, {theirs}",
            f"the announcer differs: {theirs}, {mine}",
        )


# --- states -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("coming", "done", "expected"),
    [
        ("2021-12-09", "2021-12-09", "tension"),
        ("2021-12-10", "2021-12-09", "tension"),
        ("2021-12-08", "2021-12-09", "none"),
        (None, "2021-12-09", "tension"),
        ("2021-12-08", None, "tension"),
    ],
)
def test_what_was_to_come_first_and_is_done_later_is_no_contradiction(
    coming: str | None, done: str | None, expected: str
) -> None:
    a = told(COMING, modality="planned", as_of=None if coming is None else days(coming))
    b = told(OVER, "b.txt", "South", as_of=None if done is None else days(done))
    assert outcome(a, b)[0] == expected


def test_states_of_one_modality_are_not_foretold() -> None:
    a, b = told(COMING, as_of=days("2021-12-08")), told(OVER, "b.txt", "South", as_of=days("2021-12-09"))
    assert outcome(a, b)[0] == "conflict"


# --- in time ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("early", "late", "expected"),
    [
        (told(THREE), told(FIVE, "b.txt", "South", as_of=LATER), "evolving"),
        (told(FIVE), told(THREE, "b.txt", "South", as_of=LATER), "tension"),
        (told(FIVE), told(THREE, "b.txt", as_of=LATER), "conflict"),
        (told(FIVE), told(THREE, "b.txt", "South", as_of=LATER, markers=frozenset(["correction"])), "evolving"),
        (told(FIVE), told(THREE, "b.txt", "South"), "tension"),
        (told(FIVE), told(THREE, "b.txt"), "evolving"),
        (told(FIVE), told(THREE, "b.txt", "South", markers=frozenset(["first-report"])), "evolving"),
        (told(FIVE, as_of=None), told(THREE, "b.txt", "South"), "tension"),
        (
            told(FIVE, markers=frozenset(["final"])),
            told(THREE, "b.txt", "South", markers=frozenset(["final"])),
            "conflict",
        ),
        (told(FIVE, markers=frozenset(["final"])), told(THREE, "b.txt", "South"), "tension"),
    ],
)
def test_a_running_count(early: Fact, late: Fact, expected: str) -> None:
    assert judged(early, late, varies="only-up").verdict == expected


def test_a_count_that_only_falls_runs_the_other_way() -> None:
    falls = told(FIVE), told(THREE, "b.txt", "South", as_of=LATER)
    rises = told(THREE), told(FIVE, "b.txt", "South", as_of=LATER)
    assert judged(*falls, varies="only-down").verdict == "evolving"
    assert judged(*rises, varies="only-down").verdict == "tension"


@pytest.mark.parametrize(
    ("first", "expected"),
    [("2021-04-01", "evolving"), ("2021-03-25", "evolving"), ("2021-03-24", "conflict"), (None, "evolving")],
)
def test_a_count_settles_after_its_days(first: str | None, expected: str) -> None:
    a, b = told(THREE), told(FIVE, "b.txt", "South", as_of=LATER)
    assert judged(a, b, varies="only-up", settles_after=14, first=first).verdict == expected


@pytest.mark.parametrize(
    ("outlets", "published", "voice", "expected"),
    [
        (("North", "North"), ("2021-04-08", "2021-04-09"), "North", "evolving"),
        (("North", "North"), ("2021-04-09", "2021-04-08"), "North", "evolving"),
        (("North", "North"), ("2021-04-08", "2021-04-08"), "North", "conflict"),
        (("North", "South"), ("2021-04-08", "2021-04-09"), "North", "conflict"),
        (("North", "North"), ("2021-04-08", "2021-04-09"), "araji", "conflict"),
        ((None, None), ("2021-04-08", "2021-04-09"), "North", "conflict"),
        (("North", "North"), ("2021-04-08", None), "North", "conflict"),
        (("North", "North"), (None, "2021-04-08"), "North", "conflict"),
    ],
)
def test_only_the_same_outlet_and_voice_revise_each_other(
    outlets: tuple[str | None, str | None], published: tuple[str | None, str | None], voice: str, expected: str
) -> None:
    known = [document(id, *pair) for id, *pair in zip(("a.txt", "b.txt"), outlets, published, strict=True)]
    assert judged(told(THREE), told(FIVE, "b.txt", voice), documents=known).verdict == expected
