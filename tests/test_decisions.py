"""Decisions: what they cover, what is told of those that cover nothing, how they are read and written."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import made
import pytest

from checker import decisions, values
from checker.decisions import Decision
from checker.errors import UnusableFile
from checker.model import Amount, Days, Discrepancy, Name, State, Value

FIXTURES = Path(__file__).parent.parent / "fixtures" / "decisions"
TODAY = date(2022, 1, 10)
FINDING = made.report().discrepancies[0]


def days(start: str, end: str) -> Days:
    """All days between two, both included."""
    return Days(start=date.fromisoformat(start), end=date.fromisoformat(end))


def count(low: float | None, high: float | None) -> Amount:
    """A count between two bounds."""
    return Amount(kind="count", low=low, high=high)


def with_camps(*answers: Value) -> Discrepancy:
    """The finding with other answers."""
    facts = FINDING.camps[0].facts
    return replace(FINDING, camps=[made.camp("", [replace(facts[0], value=value)]) for value in answers])


def decided(*answers: Value, until: date | None = None) -> Decision:
    """A decision on that finding with these answers."""
    decision = decisions.decide(with_camps(*answers), verdict="known", reason="told apart", by=None, until=until)
    return replace(decision, path="decisions.yaml", line=3)


NINTH, LATE = days("2021-12-09", "2021-12-09"), days("2021-12-29", "2021-12-29")
EARLY = days("2021-12-01", "2021-12-15")


@pytest.mark.parametrize(
    ("stored", "found", "covered"),
    [
        ([NINTH, LATE], [NINTH, LATE], True),
        ([NINTH, LATE], [LATE, NINTH], True),
        ([EARLY, LATE], [NINTH, LATE], True),
        ([NINTH, LATE], [EARLY, LATE], False),
        ([NINTH, LATE], [NINTH, days("2021-12-30", "2021-12-30")], False),
        ([NINTH, LATE, days("2021-12-31", "2021-12-31")], [NINTH, LATE], True),
        ([NINTH, LATE], [NINTH, LATE, days("2021-12-31", "2021-12-31")], False),
        ([EARLY, LATE], [NINTH, days("2021-12-10", "2021-12-10")], False),
        ([count(30, 40), count(30, 35)], [count(30, 30), count(38, 38)], True),
        ([count(30, 35), count(30, 40)], [count(30, 30), count(38, 38)], True),
        ([count(40, None), count(0, 10)], [count(44, 44), count(0, 0)], True),
        ([count(40, 50), count(0, 10)], [count(44, None), count(0, 0)], False),
        ([count(9, 9), count(5, 5)], [Amount(kind="share", low=9, high=9), count(5, 5)], False),
        (
            [Name(id="iraq", type="country"), Name(id="syria", type="country")],
            [Name(id="balad", type="base", within=("salah-al-din", "iraq")), Name(id="syria", type="country")],
            True,
        ),
        (
            [Name(id="balad", type="base", within=("iraq",)), Name(id="syria", type="country")],
            [Name(id="iraq", type="country"), Name(id="syria", type="country")],
            False,
        ),
        ([State(id="over"), State(id="to-come")], [State(id="over"), State(id="to-come")], True),
        ([State(id="over"), State(id="to-come")], [State(id="over"), State(id="denied")], False),
    ],
)
def test_a_decision_covers_the_same_or_narrower_camps(stored: list[Value], found: list[Value], covered: bool) -> None:
    assert decisions.covers(decided(*stored), with_camps(*found)) is covered


def test_a_decision_speaks_of_one_rule_question_and_scope() -> None:
    decision = decided(NINTH, LATE)
    finding = with_camps(NINTH, LATE)
    assert decisions.covers(decision, finding)
    assert not decisions.covers(decision, replace(finding, rule="not-yet"))
    assert not decisions.covers(decision, replace(finding, question=replace(finding.question, id="other")))
    assert not decisions.covers(decision, replace(finding, question=replace(finding.question, scope={})))


def test_cover_marks_findings_and_changes_no_other() -> None:
    report = made.report()
    covered = decisions.cover(report, [decided(NINTH, LATE)], today=TODAY)
    assert [one.decided for one in covered.discrepancies] == ["told apart", None]
    assert covered.notes == report.notes
    assert [one.decided for one in report.discrepancies] == [None, None]


def test_the_last_day_counts_and_the_next_does_not() -> None:
    decision = decided(NINTH, LATE, until=TODAY)
    assert decisions.cover(made.report(), [decision], today=TODAY).discrepancies[0].decided == "told apart"
    later = decisions.cover(made.report(), [decision], today=date(2022, 1, 11))
    assert later.discrepancies[0].decided is None
    assert later.notes[-1].message == (
        "line 3: expired on 2022-01-10: known 'told apart' (answers-apart, mission-end-announced), "
        "and its finding is back; decide it again or mend the text"
    )


def test_what_covers_nothing_is_told() -> None:
    stale, expired = decided(NINTH, NINTH), decided(NINTH, NINTH, until=date(2022, 1, 1))
    notes = decisions.cover(made.report(), [stale, expired], today=TODAY).notes[-2:]
    assert [note.document for note in notes] == ["decisions.yaml"] * 2
    assert "covers no finding of this run" in notes[0].message
    assert "expired on 2022-01-01" in notes[1].message
    assert "nothing needs it" in notes[1].message


def test_two_decisions_on_one_finding_are_both_in_use() -> None:
    report = decisions.cover(made.report(), [decided(NINTH, LATE), decided(EARLY, LATE)], today=TODAY)
    assert report.notes == made.report().notes


def test_a_file_is_read() -> None:
    first, second = decisions.read(FIXTURES / "good.yaml")
    assert (first.verdict, first.by, first.until, first.line) == ("accepted", "Huda", date(2022, 6, 30), 4)
    assert first.evidence == "archive 17"
    assert first.path == "good.yaml"
    assert first.camps == [replace(EARLY, grain="days"), LATE]
    assert (second.scope, second.by, second.until) == ({}, None, None)
    assert decisions.covers(first, FINDING)


def test_every_mistake_of_a_file_is_told_with_its_place() -> None:
    with pytest.raises(UnusableFile) as caught:
        decisions.read(FIXTURES / "mistakes.yaml")
    told = [f"{one.line}:{one.column}: {one.what}" for one in caught.value.mistakes]
    assert told == [
        "1:9: no format that can be read",
        "2:1: unknown key 'decision'",
        "4:5: an entry that is not a mapping",
        "5:5: the entry says no reason",
        "6:15: 'question' is not a word or a line of text",
        "7:12: 'scope' is not a mapping of words",
        "8:13: 'low' is not a number: 'nine'",
        "8:39: 'kind' is missing",
        "8:45: 'start' is not a day such as 2021-12-09: '2021-13-01'",
        f"8:78: unknown kind 'counts' (known: {', '.join(values.KINDS)})",
        "9:14: unknown verdict 'know'",
        "10:12: 'until' is not a day: 'tomorrow'",
        "11:5: unknown key 'because'",
    ]
    assert "did you mean 'known'?" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("format: 1\ndecisions:\n- {rule: r, question: q, camps: [], verdict: known, reason: r}\n", "says no camps"),
        ("- a\n", "not a mapping"),
        ("format: 1\ndecisions: {a: b}\n", "'decisions' is not a list"),
        (
            "format: 1\ndecisions:\n- {rule: r, question: q, camps: x, verdict: known, reason: r}\n",
            "'camps' is not a list",
        ),
    ],
)
def test_a_file_of_another_shape_is_told(tmp_path: Path, text: str, what: str) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableFile, match=what):
        decisions.read(path)


ODD = 'no: "two" days\u2028\ttold \\ apart; مقبول \x7f'


@pytest.mark.parametrize(
    "before",
    [
        None,
        "format: 1\n",
        "format: 1\ndecisions:\n",
        "format: 1\ndecisions: # none yet",
        (FIXTURES / "good.yaml").read_text(encoding="utf-8"),
        "format: 1\ndecisions:\n- {rule: r, question: q, camps: [{kind: state, is: x}], verdict: known, reason: z}",
    ],
)
def test_an_entry_is_added_and_read_again(tmp_path: Path, before: str | None) -> None:
    answers: list[Value] = [
        Days(start=None, end=date(2021, 12, 9)),
        count(9.5, None),
        Amount(kind="money", low=3, high=3, unit="USD"),
        Amount(kind="time", low=1110, high=1110.5, unit=None),
        Amount(kind="measure", low=1, high=2, unit="km"),
        Name(id="balad", type="base", within=("salah-al-din", "iraq")),
        State(id="no"),
    ]
    until = date(2022, 6, 30)
    decision = decisions.decide(with_camps(*answers), verdict="known", reason=ODD, by="no", until=until, evidence=None)
    path = tmp_path / "decisions.yaml"
    text = decisions.appended(before, decision, name="decisions.yaml")
    path.write_text(text, encoding="utf-8")
    assert text.startswith(before or "format: 1\n")
    again = decisions.read(path)[-1]
    assert replace(again, path="", line=0) == decision
    assert decisions.covers(again, with_camps(*answers))


@pytest.mark.parametrize(
    "text",
    [
        "format: 1\ndecisions: []\n",
        "decisions:\n- {rule: r, question: q, camps: [], verdict: known, reason: z}\nformat: 1\n",
        "format: 1\ndecisions: [{rule: r}]\n",
    ],
)
def test_a_layout_that_takes_no_entry_at_its_end_is_told_and_kept(text: str) -> None:
    decision = decided(NINTH, LATE)
    with pytest.raises(UnusableFile, match="no entry can be added at the end"):
        decisions.appended(text, decision, name="decisions.yaml")


def test_an_empty_scope_is_no_scope(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    camps = "[{kind: state, is: x}]"
    path.write_text(
        f"format: 1\ndecisions:\n- {{rule: r, question: q, scope: , camps: {camps}, verdict: known, reason: r}}"
    )
    assert decisions.read(path)[0].scope == {}
