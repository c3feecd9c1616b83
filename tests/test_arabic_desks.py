"""Eight Arabic reports in the manner of eight countries' desks against what a careful reader found.

A budget, a road accident, a court, a protest, an oil company, a football match, a war and an epidemic, with the
months, figures and turns that each desk writes. The floors are what was reached, rounded down; whoever reads better
raises them.
"""

from pathlib import Path

import judging
import pytest
from floors import fallen

from checker import gold, pipeline
from checker.model import Report

FOLDER = judging.ROOT / "fixtures" / "reports" / "arabic-desks"
GOLD = judging.ROOT / "fixtures" / "gold" / "arabic-desks.yaml"
FLOORS = {"date": 0.966, "duration": 1.0, "number": 0.994, "place": 0.948, "actor": 0.933}  # F1


@pytest.fixture(scope="module")
def report() -> Report:
    """What the program finds, with what the desk knows of the reports."""
    return pipeline.check([str(FOLDER)])


def test_no_sort_of_mention_is_read_worse(report: Report) -> None:
    assert fallen(gold.read(GOLD), report, FLOORS) == {}


def test_nothing_is_flagged_in_reports_of_different_things(report: Report) -> None:
    assert [found.rule for found in report.discrepancies] == []
    assert report.faults == []


def test_every_report_is_annotated_and_its_quotes_are_where_they_are_said_to_be(report: Report) -> None:
    texts = {Path(one.id).name: one.text for one in report.documents}
    annotated = gold.read(GOLD).documents
    assert sorted(one.file for one in annotated) == sorted(texts)
    for one in annotated:
        text = texts[one.file]
        spans = [(m.start, m.end) for marked in (one.dates, one.numbers, one.names) for m in marked]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert not any(text[start:end].strip() == "" for start, end in spans)
