"""Findings inside one phrase or one document: their quotes, ids and fingerprints, and what rules must say for them."""

from pathlib import Path

import judging
import pytest

from checker import explain, packs, stretches
from checker.errors import UnusableFile
from checker.model import Report

SLIP = "The envoy met the prime minister on Tuesday, December 9, 2021, in Baghdad."
TWIN = "التقى المبعوث رئيس الوزراء الثلاثاء 9 كانون الأول 2021 في بغداد."
FLOOD = "The river rose again in the night, and nobody slept. "


def report(*texts: str, on: str | None = "2021-12-20") -> Report:
    """The report on texts, each of an outlet of its own."""
    return judging.report(
        [
            judging.document(f"{n}.txt", text, source=f"Outlet {n}", published=on)
            for n, text in enumerate(texts, start=1)
        ]
    )


def marks(found: Report) -> list[list[str]]:
    """The marked words of each side of the only finding."""
    (one,) = found.discrepancies
    texts = {document.id: document.text for document in found.documents}
    return [[texts[f.document][f.mark.start : f.mark.end] for f in camp.facts] for camp in one.camps]


def test_both_parts_of_a_phrase_are_quoted() -> None:
    assert marks(report(SLIP)) == [["Tuesday"], ["December 9, 2021"]]
    assert marks(report(TWIN)) == [["الثلاثاء"], ["9 كانون الأول 2021"]]
    (one,) = report(SLIP).discrepancies
    assert {fact.quote for camp in one.camps for fact in camp.facts} == {"Tuesday, December 9, 2021"}


def test_a_day_in_digits_is_quoted_number_by_number() -> None:
    assert marks(report("The parliament voted on 31/4/2021 on the budget.")) == [["31"], ["4"]]


def test_one_slip_of_two_documents_is_one_finding() -> None:
    assert marks(report(SLIP, TWIN)) == [["Tuesday", "الثلاثاء"], ["December 9, 2021", "9 كانون الأول 2021"]]
    (one,) = report(SLIP, TWIN).discrepancies
    assert [camp.voices for camp in one.camps] == [["Outlet 1", "Outlet 2"]] * 2


def test_a_slip_that_stands_twice_is_shown_twice() -> None:
    again = "He had come to the capital on Tuesday, December 9, 2021, by car."
    assert marks(report(f"{SLIP} {again}")) == [["Tuesday"] * 2, ["December 9, 2021"] * 2]


def test_a_slip_told_the_other_way_round_joins_the_side_of_its_value() -> None:
    found = report(
        "They met on Tuesday, December 9, in Baghdad.", "They met on December 9, Tuesday, in Baghdad.", on="2021-12-10"
    )
    assert marks(found) == [["Tuesday"] * 2, ["December 9"] * 2]


def test_many_slips_of_one_kind_are_one_finding() -> None:
    found = report(" ".join(f"{SLIP[:-1]} with {number} advisers." for number in range(60, 120)))
    assert [len(side) for side in marks(found)] == [60, 60]


def test_two_months_without_a_day_are_two_findings() -> None:
    found = report("They voted on 31 April 2021 and on 31 June 2021.").discrepancies
    assert sorted(one.question.scope["period"] for one in found) == ["Apr 2021", "Jun 2021"]
    assert len({one.fingerprint for one in found}) == 2


def test_the_fingerprint_does_not_hang_on_the_place_or_the_language() -> None:
    prints = {report(text).discrepancies[0].fingerprint for text in (SLIP, TWIN, FLOOD + SLIP)}
    assert len(prints) == 1
    other = SLIP.replace("Tuesday", "Monday")
    assert report(other).discrepancies[0].fingerprint not in prints


def test_a_slip_in_a_later_stretch_of_a_long_text_stands_where_it_stands() -> None:
    long = FLOOD * (stretches.LONG // len(FLOOD) + 10)
    assert marks(report(f"{long}\n{SLIP}")) == [["Tuesday"], ["December 9, 2021"]]


def test_words_that_lean_on_an_unknown_day_are_no_slip() -> None:
    assert report("They met on Tuesday, December 9, in Baghdad.", on=None).discrepancies == []
    assert [one.rule for one in report(SLIP, on=None).discrepancies] == ["weekday-against-date"]


def test_a_finding_inside_a_phrase_is_explained() -> None:
    found = report(SLIP)
    told = explain.finding(found.discrepancies[0], found)
    assert "Side 1: Tuesday (2021-12-07), said by Outlet 1" in told
    assert "⟦December 9, 2021⟧" in told
    assert "yes  Tuesday and Thursday, 9 Dec 2021 are a weekday and a date" in told


@pytest.mark.parametrize(
    "text",
    [
        "The output of the farms rose in 2020-21, in 2010/11 and in mid-2025.",
        "They met on the 9th, in week 3 - the 12th, and on 4/2021.",
        "The prices of 5 March - 7 April 2021, of March/April 2021 and of 29/2/2020.",
        "قالت الوزارة في 5/2021 وفي الشهر 3 - 4 وفي 9-12 آذار 2021.",
        "قالت الوزارة في 9 الشهر 31 إنها تنتظر.",
    ],
)
def test_dates_of_other_shapes_are_no_slip(text: str) -> None:
    assert report(text).discrepancies == []


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("no-such-day", "no-such-day looks at one document at a time, at what each phrase says."),
        (
            "deadline-before-announcement",
            "at the questions withdrawal-announced, withdrawal-deadline, in this order.",
        ),
        ("answers-apart", "answers-apart looks at any question."),
    ],
)
def test_a_rule_tells_what_it_looks_at(rule: str, says: str) -> None:
    assert says in explain.rule(judging.rule(rule)).split("\n", maxsplit=1)[0]


RULE = """format: 1
rule: of-the-desk
about: {about}
flag_when: {{{operator}: {{}}}}
{ask}
says: {{en: "{{camps}}"}}
cases:
  flags: {{one: {{documents: [{{text: "one"}}]}}}}
  passes: {{two: {{documents: [{{text: "two"}}]}}}}
"""
ASK = "ask: {en: Which day is it?}"


@pytest.mark.parametrize(
    ("operator", "about", "ask", "mistake"),
    [
        ("weekday", "any", "", "a rule with the operator 'weekday' asks a question of its own"),
        ("weekday", "any", "ask: {ar: أي يوم؟}", "`ask` has no English words"),
        ("order", "any", ASK, "the operator 'order' takes two questions"),
        ("order", "[troops-present, troops-present]", ASK, "the operator 'order' takes two questions"),
    ],
)
def test_a_rule_says_what_its_operator_needs(operator: str, about: str, ask: str, mistake: str, tmp_path: Path) -> None:
    (tmp_path / "rule.yaml").write_text(RULE.format(operator=operator, about=about, ask=ask), encoding="utf-8")
    with pytest.raises(UnusableFile, match=mistake):
        packs.load([tmp_path])


def test_a_rule_that_says_what_its_operator_needs_is_read(tmp_path: Path) -> None:
    (tmp_path / "rule.yaml").write_text(RULE.format(operator="weekday", about="any", ask=ASK), encoding="utf-8")
    assert "of-the-desk" in {rule["rule"] for rule in packs.load([tmp_path]).rules}
