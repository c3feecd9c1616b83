"""Who speaks, in which modality, as of when: the cases of fixtures/speech/, clause by clause."""

from collections.abc import Iterator

import judging
import pytest
from reading import HOME, written

from checker import yamlio
from checker.binding import modality
from checker.model import Clause, Concept

FILES = sorted((HOME / "fixtures" / "speech").glob("*.yaml"))
KEYS = {"speaker", "modality", "denied", "background", "as_of", "markers"}
GAP = pytest.mark.xfail(reason="a known gap", strict=True)
Case = tuple[str, str, str, dict[str, object]]  # day, text, words, what is expected of their clause


def _cases() -> Iterator[object]:
    for path in FILES:
        data = yamlio.read(path, name=path.name).data
        assert isinstance(data, dict), path
        assert data.keys() <= {"format", "day", "cases", "todo"}, path
        for section, marks in (("cases", ()), ("todo", (GAP,))):
            cases = data.get(section, {})
            assert isinstance(cases, dict), path
            for name, case in cases.items():
                assert isinstance(case, dict), name
                told = case["told"]
                assert isinstance(told, dict), name
                for words, wanted in told.items():
                    id = f"{path.stem}: {name}: {words}"
                    yield pytest.param(str(data["day"]), str(case["text"]), words, wanted, id=id, marks=marks)


def _holding(text: str, words: str, day: str) -> Clause:
    """The one clause that holds some words of a text."""
    assert text.count(words) == 1, f"{words!r} stands {text.count(words)} times in {text!r}"
    at = text.index(words)
    (one,) = [clause for clause in judging.clauses_of(text, on=day) if clause.start <= at < clause.end]
    return one


def _modality(text: str, words: str, clause: Clause) -> str:
    low = text.index(words)
    told = [m for m in clause.mentions if isinstance(m.value, Concept) and low <= m.start < low + len(words)]
    assert told, f"{words!r} hold no concept"
    return modality(told[-1:], clause)


@pytest.mark.parametrize(("day", "text", "words", "wanted"), list(_cases()))
def test_a_clause_is_told_as_its_case_says(day: str, text: str, words: str, wanted: dict[str, object]) -> None:
    clause = _holding(text, words, day)
    assert wanted
    assert wanted.keys() <= KEYS
    found: dict[str, object] = {
        "speaker": "~" if clause.speaker is None else clause.speaker,
        "denied": "yes" if clause.denied else "no",
        "background": "yes" if clause.background else "no",
        "as_of": written(clause.as_of),
        "markers": sorted(clause.markers),
    }
    if "modality" in wanted:
        found["modality"] = _modality(text, words, clause)
    assert {key: found[key] for key in wanted} == wanted
