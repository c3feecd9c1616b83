"""Rules as their YAML says them, and the cases that each brings along."""

from pathlib import Path

import judging
import pytest

from checker import parts, rules, trials

RULES = rules.load_rules()
MINE = """format: 1
rule: far-apart
about: [troops-present]
flag_when: {apart: {by_more_than: 1000}}
severity: warning
unless: [evolves]
says: {en: "{ask} {camps}"}
cases:
  flags:
    counts that lie two thousand apart:
      verdict: conflict
      documents:
        - {source: North, published: 2021-04-08, text: "There are 2,500 US troops in Iraq."}
        - {source: South, published: 2021-04-08, text: "There are 5,200 US troops in Iraq."}
    counts that lie one hundred apart:
      documents:
        - {source: North, published: 2021-04-08, text: "There are 2,511 US troops in Iraq."}
        - {source: South, published: 2021-04-08, text: "There are 2,622 US troops in Iraq."}
    a conflict that is called a tension:
      verdict: tension
      documents:
        - {source: North, published: 2021-04-08, text: "There are 2,500 US troops in Iraq."}
        - {source: South, published: 2021-04-08, text: "There are 5,200 US troops in Iraq."}
  passes:
    counts that lie two hundred apart:
      documents:
        - {source: North, published: 2021-04-08, text: "There are 2,511 US troops in Iraq."}
        - {source: South, published: 2021-04-08, text: "There are 2,722 US troops in Iraq."}
    counts that lie four thousand apart:
      documents:
        - {source: North, published: 2021-04-08, text: "There are 2,500 US troops in Iraq."}
        - {source: South, published: 2021-04-08, text: "There are 6,700 US troops in Iraq."}
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk's own rule, two of whose cases come out otherwise than they are filed."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "far.yaml").write_text(MINE, encoding="utf-8")
    return folder


def test_rules_are_sorted_and_name_operators_that_there_are() -> None:
    ids = [rule.id for rule in RULES]
    assert ids == sorted(ids)
    assert {"answers-apart", "done-and-not-yet", "places-apart", "title-against-body"} <= set(ids)
    assert {rule.operator for rule in RULES} <= set(parts.find("operators"))


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_every_rule_has_three_cases_of_both_sorts_in_both_languages(rule: rules.Rule) -> None:
    for cases in (rule.cases.flags, rule.cases.passes):
        assert len(cases) >= 3
        texts = ["".join(one["text"] for one in case["documents"]) for case in cases.values()]
        arabic = [text for text in texts if any("\u0621" <= letter <= "\u064a" for letter in text)]
        assert 0 < len(arabic) < len(texts)
        assert all(" " in name for name in cases)


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_the_cases_of_every_rule_come_out_as_they_are_filed(rule: rules.Rule) -> None:
    outcomes = list(trials.run_cases([rule]))
    assert [f"{one.wanted}: {one.name}: {one.says}" for one in outcomes if not one.holds] == []
    assert len(outcomes) == len(rule.cases.flags) + len(rule.cases.passes)


def test_a_rule_of_the_desk_stands_beside_those_that_come_along(desk: Path) -> None:
    loaded = {rule.id: rule for rule in rules.load_rules([desk])}
    assert set(loaded) == {*(rule.id for rule in RULES), "far-apart"}
    mine = loaded["far-apart"]
    assert (mine.operator, mine.options, mine.unless) == ("apart", {"by_more_than": "1000"}, ("evolves",))
    assert mine.severity == "warning"
    assert mine.looks_at("troops-present")
    assert not mine.looks_at("people-killed")
    assert judging.rule("answers-apart").looks_at("people-killed")
