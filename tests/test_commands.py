"""The commands beside `check`: extract, explain, rules, decide and score. The pipeline is a stand-in."""

import json
from pathlib import Path

import pytest
from stand_in import HOME, Capture, Pipeline, fails_with, install

from checker import cli


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Pipeline:
    """The stand-in, in a folder of its own."""
    return install(monkeypatch, tmp_path)


# --- extract, explain -------------------------------------------------------------------------------------------


def test_extract_prints_a_line_for_each_mention_and_fact(capsys: Capture, tmp_path: Path) -> None:
    assert cli.main(["extract", "--format", "jsonl", "--output", "a.csv", "news"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["type"] for row in rows].count("mention") == 5
    assert (tmp_path / "a.csv").read_text(encoding="utf-8").startswith("type,document,")


def test_explain_tells_of_findings_and_places(capsys: Capture) -> None:
    assert cli.main(["explain", "a1b2", "news", "more"]) == 0
    assert "checker decide a1b2c3d4e5f6 news more" in capsys.readouterr().out
    assert cli.main(["explain", "--between", "north.txt:3:26", "south.txt:2", "news"]) == 0
    assert "set against each other by answers-apart: a1b2c3d4e5f6" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["explain"], "nothing to explain"),
        (["explain", "ffff", "news"], "no finding here has the fingerprint 'ffff'"),
        (["explain", "--between", "a.txt:1", "b.txt:1"], "no documents; write"),
        (["explain", "--between", "a.txt", "b.txt:1", "news"], "'a.txt' is no place in a document"),
        (["explain", "answers-apert"], "no rule 'answers-apert'; did you mean 'answers-apart'?"),
    ],
)
def test_what_cannot_be_explained_is_told(capsys: Capture, arguments: list[str], told: str) -> None:
    assert told in fails_with(capsys, *arguments)


# --- rules ------------------------------------------------------------------------------------------------------


def test_rules_are_listed_and_shown(capsys: Capture) -> None:
    assert cli.main(["rules", "list"]) == 0
    listed = {line.split()[0]: line.split()[1] for line in capsys.readouterr().out.splitlines()[2:]}
    assert listed["answers-apart"] == "apart"
    assert listed["done-and-not-yet"] == "not-yet"
    assert cli.main(["rules", "show", "done-and-not-yet"]) == 0
    shown = capsys.readouterr().out
    assert "It flags:\n  * " in shown
    assert cli.main(["explain", "done-and-not-yet"]) == 0
    assert capsys.readouterr().out == shown
    told = fails_with(capsys, "rules", "show", "done-and-notyet")
    assert "no rule 'done-and-notyet'; did you mean 'done-and-not-yet'?" in told


RULE = """\
format: 1
rule: of-the-desk
about: ceasefire-announced
flag_when: {{apart: {{by_more_than: 3}}}}
says: {{en: "{{camps}}"}}
cases:
  flags:
    days that lie {days} apart:
      documents:
        - {{source: A, published: 2024-05-20, language: en, text: "Sudan announced a ceasefire on May 2, 2024."}}
        - {{source: B, published: 2024-05-20, language: en, text: "Sudan announced a ceasefire on May {other}, 2024."}}
  passes:
    one day:
      documents:
        - {{source: A, published: 2024-05-20, language: en, text: "Sudan announced a ceasefire on May 2, 2024."}}
        - {{source: B, published: 2024-05-20, language: en, text: "Sudan announced a ceasefire on May 2, 2024."}}
"""


@pytest.mark.parametrize(("other", "code", "told"), [(9, 0, "2 cases, 0 failed"), (3, 1, "2 cases, 1 failed")])
def test_the_rules_of_a_desk_are_validated_and_tested(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture, tmp_path: Path, other: int, code: int, told: str
) -> None:
    monkeypatch.undo()  # the real pipeline
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "rule.yaml").write_text(RULE.format(days=other - 2, other=other), encoding="utf-8")
    assert cli.main(["rules", "validate", "--rules", "mine"]) == 0
    assert capsys.readouterr().out.endswith(" rules and their packs can be used.\n")
    assert cli.main(["rules", "test", "of-the-desk", "--rules", "mine"]) == code
    text = capsys.readouterr().out
    assert text.endswith(f"{told}\n")
    assert "ok    of-the-desk passes: one day\n" in text
    assert ("FAIL  of-the-desk flags: days that lie 1 apart: nothing was found\n" in text) == bool(code)


def test_schemas_are_printed_one_or_all(capsys: Capture) -> None:
    assert cli.main(["rules", "schema"]) == 0
    schemas = json.loads(capsys.readouterr().out)
    assert {"languages", "questions", "contradictions"} <= schemas.keys()
    assert cli.main(["rules", "schema", "questions"]) == 0
    assert json.loads(capsys.readouterr().out) == schemas["questions"]
    assert "no kind of file 'question'; did you mean 'questions'?" in fails_with(capsys, "rules", "schema", "question")


# --- decide, score ----------------------------------------------------------------------------------------------

DECIDE = ("decide", "a1ffc3d4", "news", "--verdict", "known", "--reason", "trainers and troops")


def test_a_decision_is_written_and_lets_the_gate_pass(tmp_path: Path, capsys: Capture) -> None:
    assert cli.main([*DECIDE, "--by", "Huda", "--until", "9999-12-31", "--evidence", "archive 17"]) == 0
    assert capsys.readouterr().out == "decisions.yaml: a1ffc3d4e5f6 is known: trainers and troops\n"
    assert 'evidence: "archive 17"' in (tmp_path / "decisions.yaml").read_text(encoding="utf-8")
    assert cli.main(["check", "news"]) == 0
    assert "decided: trainers and troops" in capsys.readouterr().out
    assert "a1ffc3d4e5f6 is decided already: trainers and troops" in fails_with(capsys, *DECIDE)
    assert cli.main(["decide", "a1b2", *DECIDE[2:]]) == 0
    assert (tmp_path / "decisions.yaml").read_text(encoding="utf-8").count("- fingerprint:") == 2


def test_a_decision_goes_where_the_configuration_stands_or_where_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "checker.toml").write_text("")
    assert cli.main(DECIDE) == 0
    assert (tmp_path / "news" / "decisions.yaml").is_file()
    assert cli.main([*DECIDE, "--decisions", "mine.yaml"]) == 0
    assert (tmp_path / "mine.yaml").is_file()
    assert not (tmp_path / "decisions.yaml").exists()


def test_the_file_that_the_configuration_names_is_made_by_the_first_decision(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "checker.toml").write_text('decisions = "known.yaml"\n')
    assert "known.yaml: the file can't be read: no such file" in fails_with(capsys, "check", "news")
    assert cli.main(DECIDE) == 0
    assert cli.main(["check", "news"]) == 0


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--reason", " "], "a decision needs a reason"),
        (["--until", "soon"], "--until is not a day: 'soon'"),
        (["--until", "1999-12-31"], "--until 1999-12-31 is over"),
    ],
)
def test_a_decision_that_says_too_little_is_refused(
    pipeline: Pipeline, capsys: Capture, more: list[str], told: str
) -> None:
    assert told in fails_with(capsys, *DECIDE, *more)
    assert pipeline.asked == []


GOLD = str(HOME / "fixtures" / "score" / "gold.yaml")


def test_score_prints_the_figures(capsys: Capture) -> None:
    assert cli.main(["score", GOLD, "news"]) == 0
    text = capsys.readouterr().out
    assert text.splitlines()[0].startswith("date      required    2  found    1")
    assert cli.main(["score", GOLD, "news", "--misses"]) == 0
    assert capsys.readouterr().out.endswith(text)
    assert cli.main(["score", GOLD, "news", "--json", "--doubt"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["discrepancies"]["forbidden_flags"] == 1
    assert "misses" not in figures
    assert cli.main(["score", GOLD, "news", "--json", "--misses"]) == 0
    assert "missed discrepancy D2" in json.loads(capsys.readouterr().out)["misses"]
