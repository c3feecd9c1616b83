"""Long texts: read stretch by stretch, everything stands where it does in the whole."""

import pytest

from checker import pipeline, stretches
from checker.collect import Collected
from checker.model import RawDocument, Report
from checker.packs import load

SENTENCE = "On {} May 2021 the ministry said that {} people were killed in Basra.\n"
GIVEN = {"source": "Wire", "published": "2021-06-01"}


def read(text: str) -> Report:
    """One document as it is read."""
    collected = Collected(raw=[RawDocument(id="a.txt", text=text, metadata=dict(GIVEN))], faults=[], notes=[], paths={})
    return pipeline.judge(collected, load(), compare=False)


@pytest.fixture
def text() -> str:
    return "Toll of a month\n\n" + "".join(SENTENCE.format(day, 10 + day) for day in range(1, 29))


def test_a_long_text_reads_as_a_short_one_does(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = read(text)
    monkeypatch.setattr(stretches, "LONG", 300)
    in_parts = read(text)
    assert [(m.start, m.end, m.kind, m.value) for m in in_parts.mentions] == [
        (m.start, m.end, m.kind, m.value) for m in at_once.mentions
    ]
    assert [(f.start, f.end, f.quote, f.mark) for f in in_parts.facts] == [
        (f.start, f.end, f.quote, f.mark) for f in at_once.facts
    ]
    assert [text[f.start : f.end] for f in in_parts.facts] == [f.quote for f in in_parts.facts]
    assert len({f.id for f in in_parts.facts}) == len(in_parts.facts) > 20


def test_a_long_text_is_one_document_with_all_of_its_zones(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "LONG", 300)
    (made,) = read(text).documents
    assert made.text == text
    assert made.zones[0].kind == "title"
    assert {zone.kind for zone in made.zones[1:]} == {"body"}
    assert made.zones[-1].end == len(text.rstrip())


@pytest.mark.parametrize("text", ["", "a short one", "x" * 1000, "many words " * 90, "many lines\n" * 90])
def test_stretches_hold_the_whole_text_in_order(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "LONG", 100)
    raw = RawDocument(id="a.txt", text=text)
    parts = list(stretches.stretches(raw))
    assert "".join(part.text for _, part in parts) == text
    assert [start for start, _ in parts] == [sum(len(p.text) for _, p in parts[:n]) for n in range(len(parts))]
    assert all(len(part.text) <= 100 for _, part in parts)
    assert (len(parts) == 1) == (len(text) <= 100)
