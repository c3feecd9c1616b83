"""Forty-one short reports of many topics and shapes, in Arabic and English, against what a careful reader found.

The floors are what was reached, rounded down: a change that reads any sort of mention worse in either language falls
below one. Whoever reads better raises them.
"""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import judging
import pytest
import yaml
from floors import fallen

from checker import gold, pipeline, score
from checker.model import Report

FOLDER = judging.ROOT / "fixtures" / "reports" / "short"
GOLD = judging.ROOT / "fixtures" / "gold" / "short.yaml"

FLOORS = {  # F1 by language and sort of mention
    "ar": {"date": 0.967, "duration": 0.975, "number": 0.964, "place": 0.954, "actor": 0.900},
    "en": {"date": 0.949, "duration": 0.941, "number": 0.916, "place": 0.960, "actor": 0.962},
}
UNDATED = {"ar-weather-abha-tahdhir.txt"}  # its date line is not read yet


@pytest.fixture(scope="module")
def annotated() -> gold.Gold:
    """What a careful reader found."""
    return gold.read(GOLD)


@pytest.fixture(scope="module")
def report() -> Report:
    """What the program finds, with what the desk knows of two thirds of the reports."""
    return pipeline.check([str(FOLDER)])


def of_language(annotated: gold.Gold, language: str) -> gold.Gold:
    """The annotation of the documents of one language."""
    return replace(annotated, documents=[one for one in annotated.documents if one.file.startswith(f"{language}-")])


@pytest.mark.parametrize("language", FLOORS)
def test_no_sort_of_mention_is_read_worse(annotated: gold.Gold, report: Report, language: str) -> None:
    assert fallen(of_language(annotated, language), report, FLOORS[language]) == {}


def test_what_only_looks_like_a_contradiction_is_not_flagged(annotated: gold.Gold, report: Report) -> None:
    found = score.score(annotated, report).discrepancies
    assert found.forbidden_flags == 0
    assert found.unlisted == 0


def test_every_report_is_annotated_and_read(annotated: gold.Gold, report: Report) -> None:
    files = sorted(path.name for path in FOLDER.iterdir() if path.suffix in (".txt", ".md"))
    assert sorted(one.file for one in annotated.documents) == files
    assert sorted(Path(one.id).name for one in report.documents) == files
    assert Counter(name[:2] for name in files) == {"ar": 21, "en": 20}
    assert report.faults == []


def test_the_day_of_publication_is_found_or_left_open(report: Report) -> None:
    annotated = yaml.load(GOLD.read_bytes(), yaml.CSafeLoader)["documents"]
    days = {one["file"]: one["published"] and one["published"]["date"] for one in annotated}
    found = {Path(one.id).name: one.published for one in report.documents}
    read = {name: None if day is None else (str(day.start), str(day.end)) for name, day in found.items()}
    assert {name for name, day in days.items() if read[name] != (day and (day, day))} <= UNDATED


def test_a_reading_that_lost_dates_and_numbers_falls_below_the_floor(annotated: gold.Gold, report: Report) -> None:
    lost = replace(report, mentions=[one for one in report.mentions if one.kind == "name"])
    for language, floors in FLOORS.items():
        found = fallen(of_language(annotated, language), lost, floors)
        assert found.keys() == {"date", "duration", "number"}
