"""Ten short reports in English as desks of several kinds write them, against what a careful reader found."""

from pathlib import Path

import judging
import pytest
from floors import fallen

from checker import gold, pipeline, score
from checker.model import Report

FOLDER = judging.ROOT / "fixtures" / "reports" / "english-desks"
GOLD = judging.ROOT / "fixtures" / "gold" / "english-desks.yaml"
FLOORS = {"date": 0.977, "duration": 1.000, "number": 0.976, "place": 0.947, "actor": 0.983}  # F1 by sort of mention


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


def test_nothing_is_flagged(annotated: gold.Gold, report: Report) -> None:
    found = score.score(annotated, report).discrepancies
    assert found.forbidden_flags == 0
    assert found.unlisted == 0


def test_every_report_is_annotated_and_read(annotated: gold.Gold, report: Report) -> None:
    files = sorted(path.name for path in FOLDER.glob("*.txt"))
    assert sorted(one.file for one in annotated.documents) == files
    assert sorted(Path(one.id).name for one in report.documents) == files
    assert report.faults == []


def test_people_whom_no_list_holds_have_one_name_each(annotated: gold.Gold, report: Report) -> None:
    found = {name.id for one in report.mentions if one.read_by == "introduced" for name in [one.value]}  # type: ignore[union-attr]  # names, as read
    wanted = {one.entity.partition(".")[2] for document in annotated.documents for one in document.names}
    assert len(found) >= 17
    assert found <= wanted
