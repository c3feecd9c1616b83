"""Folders of reports, each written for a language or a sort of desk, against what a careful reader found in them.

The floors are what was reached, rounded down: a change that reads any sort of mention worse falls below one. Whoever
reads better raises them.
"""

from functools import cache
from pathlib import Path

import judging
import pytest
from floors import fallen
from reading import made, page

from checker import gold, pipeline, score
from checker.model import Report

FLOORS = {  # F1 by folder and sort of mention
    "arabic-desks": {"date": 0.966, "duration": 1.0, "number": 0.994, "place": 0.948, "actor": 0.933},
    "english-desks": {"date": 0.977, "duration": 1.0, "number": 0.976, "place": 0.947, "actor": 0.983},
    "french": {"date": 0.970, "duration": 1.0, "number": 0.980, "place": 0.970, "actor": 0.930},
    "persian": {"date": 0.896, "duration": 0.857, "number": 0.956, "place": 1.0, "actor": 1.0},
}
WRONG_FLAGS = {"french": 1}  # at most: the soldiers of a title against the civilians of its body
LANGUAGES = {"arabic-desks": "ar", "english-desks": "en", "french": "fr", "persian": "fa"}
DATE_LINED = {"fa-flood-rud-kohan.txt": "2022-03-28"}  # what only the text tells, in the solar calendar


def folder_of(name: str) -> Path:
    """Where the reports lie."""
    return judging.ROOT / "fixtures" / "reports" / name


@cache
def annotated(name: str) -> gold.Gold:
    """What a careful reader found in a folder."""
    return gold.read(judging.ROOT / "fixtures" / "gold" / f"{name}.yaml")


@cache
def report(name: str) -> Report:
    """What the program finds in a folder, with what the desk knows of the reports."""
    return pipeline.check([str(folder_of(name))])


@pytest.mark.parametrize("name", FLOORS)
def test_no_sort_of_mention_is_read_worse(name: str) -> None:
    assert fallen(annotated(name), report(name), FLOORS[name]) == {}


@pytest.mark.parametrize("name", FLOORS)
def test_no_more_is_flagged_wrongly(name: str) -> None:
    found = score.score(annotated(name), report(name)).discrepancies
    assert found.forbidden_flags <= WRONG_FLAGS.get(name, 0)
    assert found.unlisted == 0


@pytest.mark.parametrize("name", FLOORS)
def test_every_report_is_annotated_and_read_in_its_language(name: str) -> None:
    files = sorted(path.name for path in folder_of(name).iterdir() if path.suffix in (".txt", ".md"))
    assert sorted(one.file for one in annotated(name).documents) == files
    assert {Path(one.id).name: one.language for one in report(name).documents} == dict.fromkeys(files, LANGUAGES[name])
    assert report(name).faults == []


@pytest.mark.parametrize("name", FLOORS)
def test_annotations_lie_inside_their_text(name: str) -> None:
    texts = {Path(one.id).name: one.text for one in report(name).documents}
    for one in annotated(name).documents:
        text = texts[one.file]
        spans = [(m.start, m.end) for marked in (one.dates, one.numbers, one.names) for m in marked]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert not any(text[start:end].strip() == "" for start, end in spans)


@pytest.mark.parametrize("path", sorted(folder_of("french").glob("*.txt")), ids=lambda path: path.stem)
def test_a_report_tells_its_language_by_its_own_words(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert page(text).languages == ("fr",)
    assert made(text)[0].language == "fr"


def test_people_whom_no_list_holds_have_one_name_each() -> None:
    name = "english-desks"
    found = {one.value.id for one in report(name).mentions if one.read_by == "introduced"}  # type: ignore[union-attr]  # names, as read
    wanted = {one.entity.partition(".")[2] for document in annotated(name).documents for one in document.names}
    assert len(found) >= 17
    assert found <= wanted


def test_a_date_line_in_the_solar_calendar_dates_its_report() -> None:
    days = {Path(one.id).name: one.published for one in report("persian").documents}
    for name, day in DATE_LINED.items():
        found = days[name]
        assert found is not None
        assert (str(found.start), str(found.end)) == (day, day)


def test_questions_are_answered_in_french_too() -> None:
    answered = {fact.question for fact in report("french").facts}
    assert {"combat-mission-end-announced", "troops-present", "people-killed", "people-displaced"} <= answered
