"""`checker rules new`, `test` and `show`: a rule is begun, tried on its cases and on calm reports, and measured."""

import re
from pathlib import Path

import judging
import pytest
from stand_in import fails_with
from test_packs import folder_of
from test_rules import MINE
from test_usable import REPORTS

from checker import cli

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of its own."""
    monkeypatch.chdir(tmp_path)


# --- new --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("question", ["combat-mission-state", "people-killed", "troops-present"])
def test_a_new_rule_runs_at_once(question: str, tmp_path: Path, capsys: Capture) -> None:
    assert cli.main(["rules", "new", "mine", "--about", question, "own"]) == 0
    told = capsys.readouterr().out
    assert told == "own/mine.yaml: edit it, then run: checker rules test mine --rules own\n"
    assert f"about: [{question}]" in (tmp_path / "own" / "mine.yaml").read_text(encoding="utf-8")
    assert cli.main(["rules", "test", "mine", "--rules", "own"]) == 0
    assert capsys.readouterr().out.endswith("2 cases, 0 failed\n")


FERRY = """format: 1
questions:
  ferry-sank:
    ask: When did the ferry sink?
    answer: date
    varies: never
    says: [ferry, sink]
    take: {date-of: sink}
  ferry-place:
    ask: Where did the ferry sink?
    answer: place
    varies: never
    says: [ferry, sink]
    take: {place-of: ferry}
"""
WORDS = "format: 1\nconcepts:\n  ferry: {en: [ferry]}\n  sink: {en: [sank]}\npredicates: [sink]\n"


def test_a_question_that_no_rule_has_cases_for_is_told(tmp_path: Path, capsys: Capture) -> None:
    folder_of(tmp_path / "desk", {"questions.yaml": FERRY, "concepts.yaml": WORDS})
    assert cli.main(["rules", "new", "mine", "--about", "ferry-place", "desk"]) == 0
    assert "mine.yaml: edit it; no case was found for it, so write its texts first" in capsys.readouterr().out
    assert cli.main(["rules", "test", "mine", "--rules", "desk"]) == 1
    assert "1.txt says nothing that the rule looks at\n" in capsys.readouterr().out


def test_a_new_rule_about_any_question_goes_where_it_is_told(tmp_path: Path, capsys: Capture) -> None:
    for place in ([], ["there"]):
        assert cli.main(["rules", "new", f"mine-{len(place)}", *place]) == 0
    assert "about: any" in (tmp_path / "desk" / "mine-0.yaml").read_text(encoding="utf-8")
    assert (tmp_path / "there" / "mine-1.yaml").is_file()
    (tmp_path / "checker.toml").write_text('rules = ["there"]\n', encoding="utf-8")
    assert cli.main(["rules", "new", "third"]) == 0
    assert (tmp_path / "there" / "third.yaml").is_file()
    assert cli.main(["rules", "test", "third"]) == 0
    capsys.readouterr()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["answers-apart"], "there is a rule 'answers-apart'; give the new one another id"),
        (["Mine"], "'Mine' is no id: write small letters"),
        (["mine", "--about", "peple-killed"], "no question 'peple-killed'; did you mean 'people-killed'?"),
        (["mine", "a", "--about", "people-killed", "b"], "one folder for the rule, not 2: b, a"),
        (["old"], "old.yaml is there already"),
    ],
)
def test_a_rule_that_cannot_be_begun_is_told(arguments: list[str], told: str, tmp_path: Path, capsys: Capture) -> None:
    folder_of(tmp_path / "desk", {"old.yaml": MINE})
    assert told in fails_with(capsys, "rules", "new", *arguments)
    assert sorted(path.name for path in tmp_path.rglob("*.yaml")) == ["old.yaml"]


# --- test -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sort", ["flags", "passes"])
def test_a_rule_without_a_case_of_each_sort_fails(sort: str, tmp_path: Path, capsys: Capture) -> None:
    head, flags, passes = MINE.partition("  flags:\n")[0], *MINE.partition("  flags:\n")[2].split("  passes:\n")
    kept = f"  passes:\n{passes}" if sort == "flags" else f"  flags:\n{flags}"
    folder_of(tmp_path / "desk", {"far.yaml": head + kept})
    assert f"the key '{sort}' is missing; add it" in fails_with(capsys, "rules", "test", "--rules", "desk")
    folder_of(tmp_path / "desk", {"far.yaml": f"{head}  {sort}: {{}}\n{kept}"})
    assert "at least one case of each sort" in fails_with(capsys, "rules", "test", "--rules", "desk")


def test_what_was_wanted_and_what_came_stand_below_each_other(tmp_path: Path, capsys: Capture) -> None:
    folder_of(tmp_path / "desk", {"far.yaml": MINE})
    assert cli.main(["rules", "test", "far-apart", "--rules", "desk"]) == 1
    told = capsys.readouterr().out
    assert (
        "FAIL  far-apart flags: counts that lie one hundred apart: nothing was found\n"
        "      - a finding of far-apart\n"
        "      + nothing\n"
        "        1.txt says troops-present (group: us, place: iraq) = 2,511, done\n"
        "        2.txt says troops-present (group: us, place: iraq) = 2,622, done\n"
    ) in told
    came = "      + a conflict of far-apart, warning: troops-present, 2,500 against 5,200\n"
    assert f"      - a tension of far-apart\n{came}" in told
    assert "      - no finding of far-apart\n      + a conflict of far-apart" in told
    assert "        answers-apart finds a conflict: troops-present\n" in told


def test_a_text_that_says_nothing_of_the_question_is_told_as_that(tmp_path: Path, capsys: Capture) -> None:
    text = MINE.replace("There are 2,511 US troops in Iraq.", "On April 8 the attack in Basra killed 12 people.")
    folder_of(tmp_path / "desk", {"far.yaml": text.replace("There are 2,622 US troops in Iraq.", "It rained.")})
    assert cli.main(["rules", "test", "far-apart", "--rules", "desk"]) == 1
    told = capsys.readouterr().out
    assert "        1.txt says nothing that the rule looks at, but answers people-killed\n" in told
    assert "        2.txt says nothing that the rule looks at\n" in told


def test_a_calm_corpus_must_stay_silent(tmp_path: Path, capsys: Capture) -> None:
    flags, passes = MINE.split("    counts that lie one hundred apart")[0], MINE.partition("  passes:\n")[2]
    text = f"{flags}  passes:\n{passes.split('    counts that lie four')[0]}"
    folder_of(tmp_path / "desk", {"far.yaml": text})
    folder_of(tmp_path / "news", REPORTS)
    folder_of(tmp_path / "calm", {**REPORTS, "b.txt": "There are about 2,500 US troops in Iraq.\n"})
    command = ["rules", "test", "far-apart", "--rules", "desk", "--calm"]
    assert cli.main([*command, "calm"]) == 0
    assert capsys.readouterr().out.endswith("2 cases, 0 failed\n2 calm reports, 0 findings\n")
    assert cli.main([*command, "news"]) == 1
    told = capsys.readouterr().out
    assert "FAIL  far-apart is not silent: troops-present, 2,500 (a.txt) against 5,200 (b.txt)\n" in told
    assert told.endswith("2 cases, 0 failed\n2 calm reports, 1 findings\n")


def test_the_rules_that_come_along_are_silent_on_reports_of_different_things(capsys: Capture) -> None:
    calm = str(judging.ROOT / "fixtures" / "reports" / "short")
    assert cli.main(["rules", "test", "--calm", calm]) == 0
    assert " calm reports, 0 findings\n" in capsys.readouterr().out


# --- show -------------------------------------------------------------------------------------------------------


def test_a_rule_is_shown_with_its_noise(tmp_path: Path, capsys: Capture) -> None:
    folder_of(tmp_path / "desk", {"far.yaml": MINE})
    folder_of(tmp_path / "news", REPORTS)
    (tmp_path / "empty").mkdir()
    assert cli.main(["rules", "show", "far-apart", "places-apart", "--rules", "desk", "--over", "news"]) == 0
    told = capsys.readouterr().out
    assert "Its noise: 50.0 findings per 100 reports (1 in 2: 1 warning).\n" in told
    assert "Its noise: 0.0 findings per 100 reports (0 in 2).\n" in told
    assert cli.main(["rules", "show", "far-apart", "--rules", "desk"]) == 0
    assert "noise" not in capsys.readouterr().out


# --- the cookbook -----------------------------------------------------------------------------------------------


def test_the_ten_rules_of_the_cookbook_hold(tmp_path: Path, capsys: Capture) -> None:
    page = (judging.ROOT / "docs" / "cookbook.md").read_text(encoding="utf-8")
    rules = dict(re.findall(r"`cookbook/([a-z-]+)\.yaml`:\n```yaml\n([^`]*)```", page))
    assert len(rules) == 10
    folder_of(tmp_path / "cookbook", {f"{id}.yaml": text for id, text in rules.items()})
    assert cli.main(["rules", "test", *rules, "--rules", "cookbook"]) == 0
    assert capsys.readouterr().out.endswith("20 cases, 0 failed\n")
