"""Six short reports in French, a language that came by YAML alone, against what a careful reader found."""

from pathlib import Path

import judging
import pytest
from floors import fallen
from reading import made, page

from checker import gold, pipeline, score
from checker.model import Report

FOLDER = judging.ROOT / "fixtures" / "reports" / "french"
GOLD = judging.ROOT / "fixtures" / "gold" / "french.yaml"
FLOORS = {"date": 0.970, "duration": 1.000, "number": 0.980, "place": 0.970, "actor": 0.930}  # F1 by sort of mention
WRONG_FLAGS = 1  # at most: the soldiers of a title against the civilians of its body


@pytest.fixture(scope="module")
def annotated() -> gold.Gold:
    """What a careful reader found."""
    return gold.read(GOLD)


@pytest.fixture(scope="module")
def report() -> Report:
    """What the program finds."""
    return pipeline.check([str(FOLDER)])


def test_no_sort_of_mention_is_read_worse(annotated: gold.Gold, report: Report) -> None:
    assert fallen(annotated, report, FLOORS) == {}


def test_no_more_is_flagged_wrongly(annotated: gold.Gold, report: Report) -> None:
    found = score.score(annotated, report).discrepancies
    assert found.forbidden_flags <= WRONG_FLAGS
    assert found.unlisted == 0


def test_every_report_is_annotated_and_read_as_french(annotated: gold.Gold, report: Report) -> None:
    files = sorted(path.name for path in FOLDER.glob("*.txt"))
    assert sorted(one.file for one in annotated.documents) == files
    assert {Path(one.id).name: one.language for one in report.documents} == dict.fromkeys(files, "fr")
    assert report.faults == []


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_a_report_tells_its_language_by_its_own_words(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert page(text).languages == ("fr",)
    assert made(text)[0].language == "fr"


def test_questions_are_answered_in_french_too(report: Report) -> None:
    answered = {fact.question for fact in report.facts}
    assert {"combat-mission-end-announced", "troops-present", "people-killed", "people-displaced"} <= answered
