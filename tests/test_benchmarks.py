"""The benchmarks: the corpus is what it is said to be, and every part of the run gives figures."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import reading

from checker.collect import Collected
from checker.model import RawDocument
from checker.pipeline import judge

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "benchmarks"
NUMBER = 60  # reports that are looked at
FIGURES = re.compile(r"\d[\d,.]*")

pytestmark = pytest.mark.usefixtures("_benchmarks")

Reports = list[tuple[str, str, dict[str, str]]]


@pytest.fixture
def _benchmarks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The scripts lie in no package: their folder is looked in, and they are forgotten afterwards."""
    monkeypatch.syspath_prepend(str(FOLDER))
    known = set(sys.modules)
    yield
    for name in set(sys.modules) - known:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(FOLDER)):
            del sys.modules[name]


@pytest.fixture
def corpus() -> ModuleType:
    import corpus

    return corpus


@pytest.fixture
def made(corpus: ModuleType) -> Reports:
    return list(corpus.reports(NUMBER, 1))


# --- the corpus -------------------------------------------------------------------------------------------------


def test_a_seed_gives_the_same_reports_again(corpus: ModuleType, made: Reports) -> None:
    assert list(corpus.reports(NUMBER, 1)) == made
    assert list(corpus.reports(NUMBER // 2, 1)) == made[: NUMBER // 2]


def test_another_seed_gives_other_reports(corpus: ModuleType, made: Reports) -> None:
    assert not {text for _, text, _ in corpus.reports(NUMBER, 2)} & {text for _, text, _ in made}


def test_reports_are_half_arabic_and_half_english(made: Reports) -> None:
    assert [given["language"] for _, _, given in made] == ["ar", "en"] * (NUMBER // 2)
    assert all(id.startswith(given["language"]) for id, _, given in made)
    assert len({id for id, _, _ in made}) == NUMBER


def test_reports_are_of_one_size(made: Reports) -> None:
    assert all(5_300 <= len(text.encode()) <= 5_700 for _, text, _ in made)


def test_figures_and_days_differ_from_report_to_report(made: Reports) -> None:
    figures = [tuple(FIGURES.findall(text)) for _, text, _ in made]
    assert len(set(figures)) == NUMBER
    assert len({given["published"] for _, _, given in made}) >= NUMBER * 9 // 10
    for one, other in zip(figures, figures[2:], strict=False):
        assert len(set(one) & set(other)) < len(set(one)) / 2


def test_no_sentence_with_a_figure_comes_twice(made: Reports) -> None:
    sentences = [one for _, text, _ in made for one in re.split(r"(?<=\.)\s+", text) if FIGURES.search(one)]
    told = [one for one in sentences if len(one) > 40]
    assert len(set(told)) >= len(told) * 0.99


def test_the_order_of_sentences_differs(corpus: ModuleType) -> None:
    """One sentence of a topic that is in two reports stands at different places among the others."""
    places = set()
    for _, text, _ in corpus.reports(200, 3):
        found = re.search(r"A poll of|According to|Talks between", text)
        if found:
            places.add(text.count(".", 0, found.start()))
    assert len(places) >= 10


def test_nothing_of_a_template_is_left_in_a_report(made: Reports) -> None:
    assert not any(mark in text for _, text, _ in made for mark in "<>|{}")


def test_the_vocabulary_is_large(corpus: ModuleType) -> None:
    words = {word for _, text, _ in corpus.reports(1_000, 4) for word in re.findall(r"[^\W\d_]+", text.lower())}
    assert len(words) >= 3_000


def test_about_forty_dates_numbers_and_names_are_found_in_a_report(corpus: ModuleType, made: Reports) -> None:
    raws = [RawDocument(id=id, text=text, metadata=dict(given)) for id, text, given in made]
    found = judge(Collected(raw=raws), reading.packs(), compare=False)
    counts = dict.fromkeys((raw.id for raw in raws), 0)
    for mention in found.mentions:
        counts[mention.document] += mention.kind != "concept"
    assert all(35 <= count <= 55 for count in counts.values())
    assert 38 <= sum(counts.values()) / NUMBER <= 48


# --- the run ----------------------------------------------------------------------------------------------------


def test_a_hostile_text_is_as_long_as_asked() -> None:
    import hostile

    for unit in hostile.units().values():
        text = hostile.text(unit, 1_000)
        assert 1_000 <= len(text.encode()) <= 1_000 + 2 * len(unit.encode()) + 10
        assert "<" not in text


def test_made_up_facts_are_judged_in_many_questions_and_in_one() -> None:
    import judged

    told = {figure.name: figure for figure in judged.figures(1000)}
    assert told["1,000 facts in 100 questions"].value > 0
    assert 0 < told["findings"].value < 100
    assert {f"100 facts in one question, {answer}" for answer in judged.ANSWERS} <= told.keys()


def test_stages_and_files_are_told() -> None:
    import stages

    told = {figure.name: figure.value for figure in stages.figures(2)}
    laps = [value for name, value in told.items() if name.startswith("stage: ")]
    assert len(laps) == 7
    assert all(value >= 0 for value in told.values())
    assert told["file: page.py"] > 0


def test_reports_a_second_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import in_process

    monkeypatch.setattr(in_process, "RUNS", 1)
    monkeypatch.setattr(in_process, "WARM", 1)
    told = {figure.name: figure for figure in in_process.figures(4)}
    assert told["reports a second"].value > 0
    assert told["reports a second"].least == 600
    assert 30 <= told["mentions of a report (dates, numbers, names)"].value <= 55


def test_a_bar_is_held_or_not() -> None:
    from measure import Figure

    assert Figure(name="", value=2.0, unit="").held() is None
    assert Figure(name="", value=2.0, unit="", most=2.0).held() is True
    assert Figure(name="", value=2.1, unit="", most=2.0).held() is False
    assert Figure(name="", value=599.0, unit="", least=600).held() is False


def test_another_library_is_timed_and_what_it_gives_up_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import rivals

    def find(text: str, day: object) -> int:
        if "not this" in text:
            raise ValueError(text)
        return 3

    listed = [("pyyaml", "en", "dates", lambda language: find), ("no-such-library", "en", "dates", rivals.dateparser)]
    monkeypatch.setattr(rivals, "RIVALS", listed)
    texts = ["to warm up", "this", "not this", "that"]
    reports = [{"text": text, "published": "2021-12-09", "language": "en"} for text in texts]
    (row,) = rivals.measured(reports)
    assert (row["name"], row["reports"], row["found"], row["failed"]) == ("pyyaml", 3, 6, 1)


def test_dateparser_finds_dates_when_it_is_timed() -> None:
    from datetime import datetime

    import rivals

    assert rivals.dateparser("en")("It ended on 9 December 2021 in Basra.", datetime.fromisoformat("2021-12-11")) >= 1
