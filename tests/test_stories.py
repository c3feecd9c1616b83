"""Twenty small stories, each told by several reports, against what must be found in them and what must not.

Floors, as measured: every discrepancy is found, and nothing else is flagged.
"""

from functools import cache
from pathlib import Path
from typing import Any

import judging
import pytest
import yaml

from checker import gold, pipeline, score
from checker.model import Discrepancy, Report

FOLDER = judging.ROOT / "fixtures" / "reports" / "stories"
GOLD = sorted((judging.ROOT / "fixtures" / "gold" / "stories").glob("*.yaml"))
LOUD = ("error", "warning")


@cache
def story(path: Path) -> Report:
    """What the program finds in one story."""
    return pipeline.check([str(FOLDER / path.stem)])


def asked(path: Path) -> dict[str, set[str]]:
    """The severities that a careful reader gives, by the question in which the reports differ."""
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["discrepancies"]
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row["asks"], set()).add(row["severity"])
    return found


def loud(report: Report) -> list[Discrepancy]:
    """The findings that a desk would be told of."""
    return [one for one in report.discrepancies if one.severity in LOUD]


def told(report: Report) -> list[tuple[str, str, list[str]]]:
    """The loud findings in short: question, severity and sides, wherever their reports lie."""
    return sorted((one.question.id, one.severity, [camp.label for camp in one.camps]) for one in loud(report))


def test_there_are_twenty_stories_of_two_to_four_reports() -> None:
    assert len(GOLD) == 20
    assert {path.name for path in FOLDER.iterdir()} == {path.stem for path in GOLD}
    assert all(2 <= len(list((FOLDER / path.stem).iterdir())) <= 4 for path in GOLD)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_no_discrepancy_is_missed_and_none_is_made_up(path: Path) -> None:
    scored = score.score(gold.read(path), story(path))
    assert scored.discrepancies.found == scored.discrepancies.expected > 0, scored.misses
    assert (scored.discrepancies.forbidden_flags, scored.discrepancies.unlisted) == (0, 0), scored.misses


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_it_is_found_in_the_question_in_which_the_reports_differ(path: Path) -> None:
    found = loud(story(path))
    assert {one.question.id for one in found} == set(asked(path))
    assert [
        one.sentence for one in found if one.severity == "error" and "error" not in asked(path)[one.question.id]
    ] == []


def test_stories_that_are_checked_together_say_what_each_says_alone() -> None:
    alone = [row for path in GOLD for row in told(story(path))]
    assert told(pipeline.check([str(FOLDER)])) == sorted(alone)
