"""The cases of a rule, run: what holds, and what is said of a case that comes out otherwise."""

import re
from pathlib import Path

import pytest
from test_rules import MINE

from checker import cli, rules, trials
from checker.trials import Outcome

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk's own rule, three of whose cases come out otherwise than they are filed."""
    (tmp_path / "far.yaml").write_text(MINE, encoding="utf-8")
    return tmp_path


def test_a_case_that_comes_out_otherwise_is_told(desk: Path) -> None:
    mine = [rule for rule in rules.load_rules([desk]) if rule.id == "far-apart"]
    outcomes = list(trials.run_cases(mine, [desk]))
    assert [(one.wanted, one.name, one.holds) for one in outcomes] == [
        ("flags", "counts that lie two thousand apart", True),
        ("flags", "counts that lie one hundred apart", False),
        ("flags", "a conflict that is called a tension", False),
        ("passes", "counts that lie two hundred apart", True),
        ("passes", "counts that lie four thousand apart", False),
    ]
    assert outcomes[0] == Outcome(
        rule="far-apart", name="counts that lie two thousand apart", wanted="flags", holds=True, says=""
    )
    assert [one.says for one in outcomes[1:3]] == ["nothing was found", "a conflict, not a tension"]
    assert outcomes[3].says == ""
    assert outcomes[4].says.startswith("it was flagged: How many troops are there?")


def test_the_command_fails_where_a_case_does(desk: Path, capsys: Capture) -> None:
    assert cli.main(["rules", "test", "far-apart", "--rules", str(desk)]) == 1
    assert capsys.readouterr().out.endswith("5 cases, 3 failed\n")


def test_the_rules_that_come_along_hold(capsys: Capture) -> None:
    assert cli.main(["rules", "test"]) == 0
    assert capsys.readouterr().out.endswith(" cases, 0 failed\n")


def test_a_rule_that_combines_operators_goes_the_whole_way(tmp_path: Path, capsys: Capture) -> None:
    combined = "flag_when: {all: [{apart: {by_more_than: 1000}}, {not: [{slip: {}}]}]}"
    text = re.sub(r"^flag_when: .*$", combined, MINE, flags=re.MULTILINE)
    assert combined in text
    (tmp_path / "far.yaml").write_text(text, encoding="utf-8")
    cli.main(["rules", "test", "far-apart", "--rules", str(tmp_path)])
    assert capsys.readouterr().out.endswith("5 cases, 3 failed\n")
    report = tmp_path / "report.txt"
    report.write_text("There are 2,500 US troops in Iraq.", encoding="utf-8")
    assert cli.main(["check", str(report), "--rules", str(tmp_path), "--format", "json"]) == 0
    assert '"faults": []' in capsys.readouterr().out
