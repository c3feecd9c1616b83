"""Explanations: of a finding, of a rule, and between two places."""

from dataclasses import replace

import made
import pytest

from checker import explain
from checker.errors import WrongUse
from checker.explain import Spot
from checker.model import Days, Report
from checker.rules import Cases, Rule, Term
from checker.view import FSI, PDI


def test_a_finding_is_named_by_the_first_letters_of_its_fingerprint() -> None:
    report = made.report()
    assert explain.find(report, "a1b2") is report.discrepancies[0]
    assert explain.find(report, "a1ffc3d4e5f6") is report.discrepancies[1]


@pytest.mark.parametrize(
    ("fingerprint", "told"),
    [
        ("a1", "'a1' could be a1b2c3d4e5f6, a1ffc3d4e5f6; give more letters, at least 4"),
        ("a1b", "'a1b' could be a1b2c3d4e5f6; give more letters"),
        ("ffff", "no finding here has the fingerprint 'ffff'; there are: a1b2c3d4e5f6, a1ffc3d4e5f6"),
    ],
)
def test_a_fingerprint_that_names_none_or_several_is_told(fingerprint: str, told: str) -> None:
    with pytest.raises(WrongUse, match=f"^{told}"):
        explain.find(made.report(), fingerprint)


def test_a_finding_is_explained_down_to_its_words() -> None:
    report = made.report(decided="told apart")
    found = report.discrepancies[0]
    found.camps[1].facts[0] = replace(found.camps[1].facts[0], assumed=frozenset(["place"]), hedge="about")
    text = explain.finding(found, report, paths=["news/", "my wires"])
    assert text == (
        "warning (tension)  When was the end of the mission announced?\n"
        "answers-apart  a1b2c3d4e5f6\n"
        "20 days apart; 29 Dec 2021 is the newer.\n"
        "question mission-end-announced (place: iraq)\n"
        "decided by the desk: told apart\n"
        "\n"
        "Side 1: 9 Dec 2021 (2021-12-09), said by adviser\n"
        "  wires/north.txt:3:26\n"
        f"    {FSI}قال مستشار الأمن القومي، ⟦اليوم الخميس⟧، إن المهمة القتالية للتحالف في العراق انتهت رسمياً.{PDI}\n"
        "    read as 2021-12-09; stated\n"
        "    done, as of 2021-12-09, voice adviser, speaker adviser\n"
        f"    {FSI}شمال{PDI}, published 2021-12-09, from documents.yaml\n"
        "\n"
        "Side 2: 29 Dec 2021 (2021-12-29), said by prime-minister\n"
        "  wires/south.txt:2:33\n"
        "    The prime minister announced on ⟦29 December⟧ the end of the coalition's combat mission | #7 @desk.\n"
        "    read as 2021-12-29, about; stated\n"
        "    done, as of 2021-12-29, voice prime-minister, speaker prime-minister\n"
        "    assumed by the question, not said: place\n"
        "    South Wire, published 2021-12-29, from documents.yaml\n"
        "\n"
        "Why:\n"
        "  yes  the values are apart\n"
        "    yes  one question\n"
        "    no   a sequence in time\n"
        "\n"
        "What would silence it:\n"
        "  edit: bring 9 Dec 2021 and 29 Dec 2021 together, or let the text say what sets them apart "
        "(who, when, where, how sure)\n"
        "  decide: checker decide a1b2c3d4e5f6 news/ 'my wires' --verdict known --reason '...' --by NAME\n"
    )


def test_what_is_not_known_is_said_and_what_also_fits_is_shown() -> None:
    report = made.report()
    text = explain.finding(report.discrepancies[1], report)
    assert "source not known, day of publication not known" in text
    assert "as of a time not known" in text
    assert f"would also fit: wires/north.txt:3:113  {FSI}ولم يبق في البلاد سوى ⟦2500⟧ مدرّب.{PDI}" in text
    assert "checker decide a1ffc3d4e5f6 PATH..." in text


RULE = Rule(
    id="answers-apart",
    about=("any",),
    operator="apart",
    options={},
    unless=(),
    severity=None,
    says={"en": "{ask} {camps}", "ar": "س"},
    cases=Cases(flags={"two days": 1}, passes={}),
)


def test_a_rule_is_told_as_prose() -> None:
    rule = RULE
    assert explain.rule(rule) == (
        "answers-apart looks at any question.\nIt speaks where the operator 'apart' holds.\nIt says: {ask} {camps}\n\n"
        "It flags:\n  * two days\n\nIt passes:\n  * no case\n"
    )
    assert f"It says: {FSI}س{PDI}" in explain.rule(rule, language="ar")
    assert "It says" not in explain.rule(replace(rule, says={}))


def test_a_rule_tells_what_narrows_it() -> None:
    none = Cases(flags={}, passes={})
    rule = replace(RULE, id="toll", says={}, cases=none, about=("killed", "wounded"), options={"by_more_than": "3"})
    text = explain.rule(replace(rule, unless=("evolves", "hedged"), severity="warning"))
    assert text.startswith(
        "toll looks at the questions killed, wounded.\nIt speaks where the operator 'apart' holds (by more than 3).\n"
        "It is silent where one of these holds: evolves, hedged.\nIts findings are never louder than warning.\n"
    )


@pytest.mark.parametrize(
    ("words", "spot"),
    [
        ("a.txt:3", Spot(document="a.txt", line=3)),
        ("a.txt:3:7", Spot(document="a.txt", line=3, column=7)),
        ("wire:9/a.txt:3", Spot(document="wire:9/a.txt", line=3)),
    ],
)
def test_a_place_is_read(words: str, spot: Spot) -> None:
    assert explain.spot(words) == spot
    assert str(spot) == words


@pytest.mark.parametrize("words", ["a.txt", "a.txt:", ":3", "a.txt:0", "a.txt:three", "a.txt:٣"])
def test_what_is_no_place_is_told(words: str) -> None:
    with pytest.raises(WrongUse, match="is no place in a document"):
        explain.spot(words)


def between(first: str, second: str, report: Report | None = None) -> str:
    """What is said of two places of the report made by hand."""
    return explain.between(report or made.report(), explain.spot(first), explain.spot(second))


def test_two_sides_of_a_finding_were_set_against_each_other() -> None:
    text = between("wires/north.txt:3:26", "south.txt:2")
    assert "wires/north.txt:3:26 states:\n  mission-end-announced (place: iraq) = 2021-12-09\n" in text
    assert "  set against each other by answers-apart: a1b2c3d4e5f6 (warning)\n  values: apart\n" in text
    assert "  times: as of 2021-12-09 / as of 2021-12-29: they do not meet\n" in text
    assert "  modality: done\n  voice: adviser / prime-minister\n" in text


def test_a_whole_line_gives_all_its_facts() -> None:
    text = between("wires/north.txt:3", "wires/south.txt:2")
    assert text.count("    wires/north.txt:3:") == 2
    assert (
        "troops = 2500, mission-end-announced = 2021-12-29:\n  not set against each other: they answer different"
        in text
    )


def test_other_scopes_were_not_compared() -> None:
    report = made.report()
    report.discrepancies = []
    first, _, second = report.facts[:3]
    second.scope = {"place": "syria", "period": "2021"}
    report.questions = [replace(report.questions[0], facts=[first]), replace(report.questions[0], facts=[second])]
    text = between("wires/north.txt:3:26", "wires/south.txt:2", report)
    assert "  not set against each other: one question, but its scopes differ\n" in text
    assert "  period: not stated / 2021\n  place: iraq / syria\n" in text


def test_values_that_are_not_apart_were_compared_and_agree() -> None:
    report = made.report()
    report.discrepancies = []
    report.facts[0].value = Days(start=None, end=made.LATE.end)
    report.facts[0].background = True
    report.facts[0].as_of = None
    loose = frozenset([report.facts[0].id])
    report.questions[0] = replace(report.questions[0], loose=loose)
    text = between("wires/north.txt:3:26", "wires/south.txt:2", report)
    assert "  both answer: When was the end of the mission announced? (place: iraq)\n" in text
    assert "  not set against each other: both can be right, since their values are not apart\n" in text
    assert "  loose: up to 2021-12-29 leaves unstated what sets such questions apart\n" in text
    assert "  values: wider\n  times: as of a time not known / as of 2021-12-29\n" in text
    assert "  told as background: up to 2021-12-29\n" in text


def test_values_apart_that_no_rule_flags_are_told_so() -> None:
    report = made.report()
    report.discrepancies = []
    text = between("wires/north.txt:3:26", "wires/south.txt:2", report)
    assert "  compared, and no rule flags them\n" in text


def test_how_values_relate_can_be_asked_of_the_kinds() -> None:
    text = explain.between(
        made.report(), explain.spot("north.txt:3:26"), explain.spot("south.txt:2"), relate=lambda a, b: None
    )
    assert "  values: not comparable\n" in text


def test_a_place_without_a_fact_shows_what_was_read_there() -> None:
    text = between("drafts/own.md:1", "drafts/own.md:3:20")
    assert "drafts/own.md:1 states no fact.\n  read but not part of a fact: Our desk (date, unresolved)\n" in text
    assert "drafts/own.md:3:20 states:\n  troops (place: iraq) = 2400\n" in text
    assert "Nothing was set against each other: there are no two facts.\n" in text


def test_one_document_that_gives_both_is_told() -> None:
    report = made.report()
    report.discrepancies[1].camps[0].facts = [replace(report.facts[3], id="other", start=54, end=60)]
    report.facts.append(report.discrepancies[1].camps[0].facts[0])
    assert "  one document gives both\n" in between("drafts/own.md:3:31", "drafts/own.md:3:48", report)


@pytest.mark.parametrize(
    ("name", "told"),
    [("none.txt", "there are: drafts/own.md, wires/north.txt, wires/south.txt"), ("orth.txt", "there are: drafts")],
)
def test_a_document_that_was_not_read_is_told(name: str, told: str) -> None:
    with pytest.raises(WrongUse, match=f"'{name}' is not one document of this run; {told}"):
        between(f"{name}:1", "south.txt:2")


def test_a_longer_path_names_the_document_too() -> None:
    assert "news/wires/south.txt:2 states:" in between("news/wires/south.txt:2", "north.txt:3")


def test_a_rule_that_combines_operators_is_told_in_prose() -> None:
    apart, slip = Term(operator="apart", options={"by_more_than": "3"}), Term(operator="slip", options={})
    neither = Term(operator="not", options={}, terms=(slip,))
    rule = replace(
        RULE,
        operator="all",
        terms=(apart, neither),
        between="sources",
        tolerates={"date": "1", "count": "5 %"},
        instead_of=("other",),
    )
    assert explain.rule(rule).split("\n")[1:5] == [
        (
            "It speaks where the operator 'apart' holds (by more than 3) and "
            "(none of this holds: the operator 'slip' holds)."
        ),
        "It looks between two outlets.",
        "It passes answers that lie no farther apart than this: count 5 %, date 1.",
        "Between two camps where it speaks, these are silent: other.",
    ]
