"""What a rule makes of two camps: operators combined, the facts that it looks at, and which of two rules speaks."""

from dataclasses import replace
from pathlib import Path

import judging
import pytest

from checker import packs
from checker.model import Report
from checker.rules import Rule, Term, rules_of

APART, SLIP, QUOTED = (Term(operator=id, options={}) for id in ("apart", "slip", "quoted"))
RULE = judging.rule("answers-apart")


def combined(operator: str, *terms: Term) -> Rule:
    """A rule that combines operators."""
    return replace(RULE, operator=operator, options={}, terms=terms)


def reports(first: str, second: str, *, outlets: tuple[str, str] = ("North", "South")) -> Report:
    """Two reports with a count each."""
    return judging.said(*(f"There are {one} US troops in Iraq." for one in (first, second)), outlets=outlets)


@pytest.mark.parametrize(
    ("rule", "slipped", "other"),
    [
        (combined("all", APART, SLIP), 1, 0),
        (combined("any", SLIP, APART), 1, 1),
        (combined("any", SLIP), 1, 0),
        (combined("all", APART, combined("not", SLIP).term()), 0, 1),
        (combined("not", SLIP), 0, 1),
        (combined("not", SLIP, APART), 0, 0),
        (combined("all", APART, combined("not", QUOTED).term()), 1, 1),
        (combined("all", APART, QUOTED), 0, 0),
    ],
)
def test_operators_are_combined(rule: Rule, slipped: int, other: int) -> None:
    assert len(judging.discrepant(reports("2,500", "25,000"), [rule])) == slipped
    assert len(judging.discrepant(reports("2,500", "3,800"), [rule])) == other


def test_the_reasons_of_combined_operators_unfold() -> None:
    rule = combined("all", APART, combined("not", SLIP).term())
    (found,) = judging.discrepant(reports("2,500", "3,800"), [rule])
    both = found.reasons.children[0]
    assert (both.holds, both.says) == (True, "all of these")
    assert [(child.holds, child.says) for child in both.children] == [
        (True, "the answers can't both hold"),
        (True, "none of these"),
    ]
    assert [child.holds for child in both.children[1].children] == [False]


def pair(between: str, *, outlets: tuple[str, str] = ("North", "South")) -> int:
    """How many findings a rule has between two outlets' counts."""
    return len(judging.discrepant(reports("2,500", "3,800", outlets=outlets), [replace(RULE, between=between)]))


def test_a_rule_may_look_between_outlets_only() -> None:
    assert pair("sources") == 1
    assert pair("sources", outlets=("North", "North")) == 0


def test_a_rule_may_look_between_documents_or_inside_one() -> None:
    assert (pair("documents"), pair("one-document")) == (1, 0)
    both = judging.said(
        "There are 2,500 US troops in Iraq. Later the page says that there are 3,800 US troops in Iraq."
    )
    assert judging.discrepant(both, [replace(RULE, between="documents")]) == []
    assert len(judging.discrepant(both, [replace(RULE, between="one-document")])) == 1


def test_an_outlet_that_is_not_known_is_no_other_outlet() -> None:
    texts = ("There are 2,500 US troops in Iraq.", "There are 3,800 US troops in Iraq.")
    report = judging.report(judging.document(f"{n}.txt", one, published="2021-04-08") for n, one in enumerate(texts))
    assert len(judging.discrepant(report, [RULE])) == 1
    assert judging.discrepant(report, [replace(RULE, between="sources")]) == []


def test_an_origin_that_two_outlets_name_is_one_voice() -> None:
    said = [f"There are {n} US troops in Iraq, the Pentagon said." for n in ("2,500", "3,800")]
    assert judging.discrepant(judging.said(*said), [replace(RULE, between="voices")]) == []
    assert len(judging.discrepant(judging.said(*said), [replace(RULE, between="sources")])) == 1
    assert pair("voices") == 1


@pytest.mark.parametrize(
    ("tolerates", "holds"),
    [
        ({}, True),
        ({"count": "5 %"}, True),
        ({"count": "40 %"}, False),
        ({"count": "100"}, True),
        ({"count": "1300"}, False),
        ({"date": "1300"}, True),
    ],
)
def test_answers_that_lie_close_are_tolerated_by_kind(tolerates: dict[str, str], holds: bool) -> None:
    found = judging.discrepant(reports("2,500", "3,800"), [replace(RULE, tolerates=tolerates)])
    assert (found != []) is holds


def test_of_two_rules_the_one_that_says_more_speaks() -> None:
    slip = replace(judging.rule("slip-of-a-figure"), severity=None)
    report = reports("2,500", "25,000")
    assert [one.rule for one in judging.discrepant(report, [RULE, slip])] == ["slip-of-a-figure"]
    assert [one.rule for one in judging.discrepant(report, [RULE])] == ["answers-apart"]
    assert [one.rule for one in judging.discrepant(reports("2,500", "3,800"), [RULE, slip])] == ["answers-apart"]


def test_a_rule_that_was_made_quieter_silences_none_that_is_louder() -> None:
    quiet = replace(judging.rule("slip-of-a-figure"), severity="info")
    found = judging.discrepant(reports("2,500", "25,000"), [RULE, quiet])
    assert [(one.rule, one.severity) for one in found] == [("answers-apart", "error"), ("slip-of-a-figure", "info")]


QUESTION = """format: 1
questions:
  cost:
    ask: What does the bridge cost?
    answer: money
    varies: never
    says: [[combat-mission]]
    take: {amount-of: combat-mission}
    near: 80
"""


@pytest.mark.parametrize(
    ("first", "second", "rules"),
    [
        ("$5 million", "5 million euros", ["slip-of-a-figure"]),
        ("$5 million", "6 million euros", []),
        ("$5 million", "$6 million", ["answers-apart"]),
        ("$5 million", "$50 million", ["slip-of-a-figure"]),
        ("$5 million", "$5 million", []),
    ],
)
def test_one_figure_in_two_currencies_is_a_slip(tmp_path: Path, first: str, second: str, rules: list[str]) -> None:
    (tmp_path / "cost.yaml").write_text(QUESTION, encoding="utf-8")
    loaded = packs.load([tmp_path])
    texts = [f"The combat mission cost {one} this year." for one in (first, second)]
    documents = [
        judging.document(f"{n}.txt", text, source=f"Outlet {n}", published="2021-04-08", language="en")
        for n, text in enumerate(texts)
    ]
    report = judging.report(documents, loaded)
    assert [fact.question for fact in report.facts].count("cost") == 2
    assert [one.rule for one in report.discrepancies] == rules
    assert {one.verdict for one in report.discrepancies} <= {"conflict"}


def test_no_two_rules_that_come_along_silence_each_other() -> None:
    rules = {rule.id: rule for rule in rules_of(judging.loaded())}
    for rule in rules.values():
        below, seen = list(rule.instead_of), set[str]()
        while below:
            id = below.pop()
            assert id != rule.id
            if id not in seen:
                seen.add(id)
                below += rules[id].instead_of
