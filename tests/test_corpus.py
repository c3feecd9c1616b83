"""Every phrase of the corpora means what its corpus says, and every phrase that means nothing gives nothing."""

import re
from collections.abc import Iterator

import pytest
from reading import DAY, HOME, found, of_kind, written

from checker import yamlio
from checker.errors import UnusableFile

CORPORA = sorted((HOME / "fixtures" / "corpus").glob("*/*.yaml"))
PACKS = sorted((HOME / "rules" / "languages").glob("*.yaml"))
KINDS = {
    "number": "count",
    "hijri": "date",
    "holiday": "date",
    "pattern": "date",
}  # a corpus is named for its readers, a kind for what it measures
NOTHING = "nothing"
GAP = pytest.mark.xfail(reason="a known gap", strict=True)
Case = tuple[str, str, str, str, str]  # language (a bare phrase can't tell it), kind, published, value, phrase


def _phrases(values: object, language: str, kind: str, day: str) -> Iterator[Case]:
    assert isinstance(values, dict)
    for value, phrases in values.items():
        assert isinstance(phrases, list), f"{value}: {phrases}"
        for phrase in phrases:
            assert isinstance(phrase, str), f"{value}: {phrase}"
            yield language, kind, day, value, phrase


def _corpora() -> Iterator[object]:
    for path in CORPORA:
        data = yamlio.read(path, name=path.name).data
        assert isinstance(data, dict), path
        assert data.keys() <= {"format", "day", "values", NOTHING, "todo"}, path
        of = path.parent.name, KINDS.get(path.stem, path.stem), str(data["day"])
        cases = [*_phrases(data["values"], *of), *_phrases({NOTHING: data[NOTHING]}, *of)]
        for case in cases:
            yield pytest.param(*case, id=f"{path.parent.name}-{path.stem}-{case[3]}-{case[4]}")
        for case in _phrases(data.get("todo", {}), *of):
            yield pytest.param(*case, id=f"{path.parent.name}-{path.stem}-todo-{case[4]}", marks=GAP)


def _examples() -> Iterator[object]:
    for path in PACKS:
        data = yamlio.read(path, name=path.name).data
        assert isinstance(data, dict)
        examples = data["examples"]
        assert isinstance(examples, dict), path
        for kind, values in examples.items():
            named = {NOTHING: values} if kind == NOTHING else values
            for case in _phrases(named, path.stem, kind, DAY):
                yield pytest.param(*case, id=f"{path.stem}-{kind}-{case[4]}")


@pytest.mark.parametrize(("language", "kind", "day", "value", "phrase"), list(_corpora()))
def test_a_phrase_means_what_its_corpus_says(language: str, kind: str, day: str, value: str, phrase: str) -> None:
    assert [written(m.value) for m in of_kind(phrase, kind, day, language=language)] == (
        [] if value == NOTHING else [value]
    )


@pytest.mark.parametrize(("language", "kind", "day", "value", "phrase"), list(_examples()))
def test_the_examples_of_a_pack_hold(language: str, kind: str, day: str, value: str, phrase: str) -> None:
    if kind == NOTHING:
        assert [m for m in found(phrase, day, language=language) if m.kind not in ("name", "concept")] == []
    else:
        assert [written(m.value) for m in of_kind(phrase, kind, day, language=language)] == [value]


def test_each_language_has_a_corpus_of_each_kind_that_is_promised() -> None:
    for path in PACKS:
        kinds = {corpus.stem for corpus in CORPORA if corpus.parent.name == path.stem}
        assert kinds >= {"date", "duration", "number", "share", "money", "ordinal"}, path.stem


@pytest.mark.parametrize("path", CORPORA, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_phrase_stands_in_a_corpus_twice(path: object) -> None:
    data = yamlio.read(path, name="corpus").data  # type: ignore[arg-type]  # a path of CORPORA
    assert isinstance(data, dict)
    lists = [*dict(data["values"]).values(), data[NOTHING], *dict(data.get("todo", {})).values()]  # type: ignore[arg-type]  # mappings, as read above
    phrases = [str(phrase) for listed in lists for phrase in listed]
    assert len(phrases) == len(set(phrases))
    assert all(phrase.strip() == phrase and re.search(r"\S", phrase) for phrase in phrases)


def test_a_value_that_is_given_twice_is_refused(tmp_path: object) -> None:
    path = HOME.__class__(str(tmp_path)) / "date.yaml"
    path.write_text("format: 1\nvalues:\n  a: [x]\n  a: [y]\n", encoding="utf-8")
    with pytest.raises(UnusableFile, match="a"):
        yamlio.read(path, name="date.yaml")
