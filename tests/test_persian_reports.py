"""Six short Persian reports of many topics against what a careful reader found.

The floors are what was reached, rounded down; whoever reads better raises them.
"""

from pathlib import Path

import judging
import pytest
from floors import fallen

from checker import gold, pipeline
from checker.model import Report

FOLDER = judging.ROOT / "fixtures" / "reports" / "persian"
GOLD = judging.ROOT / "fixtures" / "gold" / "persian.yaml"
FLOORS = {"date": 0.896, "duration": 0.857, "number": 0.956, "place": 1.0, "actor": 1.0}  # F1
DATE_LINED = {"fa-flood-rud-kohan.txt": "2022-03-28"}  # what only the text tells


@pytest.fixture(scope="module")
def report() -> Report:
    """What the program finds, with what the desk knows of four of the reports."""
    return pipeline.check([str(FOLDER)])


def test_no_sort_of_mention_is_read_worse(report: Report) -> None:
    assert fallen(gold.read(GOLD), report, FLOORS) == {}


def test_nothing_is_flagged_in_reports_of_different_things(report: Report) -> None:
    assert [found.rule for found in report.discrepancies] == []
    assert report.faults == []


def test_the_language_is_told_by_the_text(report: Report) -> None:
    assert {document.language for document in report.documents} == {"fa"}


def test_a_date_line_in_the_solar_calendar_dates_its_report(report: Report) -> None:
    days = {Path(one.id).name: one.published for one in report.documents}
    for name, day in DATE_LINED.items():
        found = days[name]
        assert found is not None
        assert (str(found.start), str(found.end)) == (day, day)
