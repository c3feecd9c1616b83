"""The score: what fits an annotation, and the figures of a whole report."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import made
import pytest

from checker import gold, score, yamlio
from checker.errors import UnusableFile
from checker.fits import expected
from checker.gold import GoldDate, GoldDocument, GoldName, GoldNumber
from checker.located import Data
from checker.model import Amount, Mention, Name, Report
from checker.values import from_data

FIXTURES = Path(__file__).parent.parent / "fixtures" / "score"
ANNOTATION = {"date": (GoldDate, "dates"), "number": (GoldNumber, "numbers"), "name": (GoldName, "names")}


def fit_cases() -> list[tuple[str, dict[str, Data], str, Data]]:
    """Every value of the fixture with its annotation, and whether it fits."""
    data = yamlio.read(FIXTURES / "fits.yaml").data
    assert isinstance(data, dict)
    assert isinstance(data["cases"], dict)
    cases = []
    for name, case in data["cases"].items():
        assert isinstance(case, dict)
        for side in ("fits", "misses"):
            values = case[side]
            assert isinstance(values, list)
            cases += [(name, case, side, value) for value in values]
    return cases


def annotated(case: dict[str, Data]) -> GoldDocument:
    """A document with the one annotation of a case, over its first ten code points."""
    import pydantic

    sort = next(one for one in ANNOTATION if one in case)
    entry = case[sort]
    assert isinstance(entry, dict)
    schema, key = ANNOTATION[sort]
    stated = gold._stated({"start": "0", "end": "10", **entry})
    return GoldDocument(id="a", file="a.txt", **{key: [pydantic.TypeAdapter(schema).validate_python(stated)]})


@pytest.mark.parametrize(("name", "case", "side", "value"), fit_cases())
def test_a_value_fits_an_annotation(name: str, case: dict[str, Data], side: str, value: Data) -> None:
    (one,) = expected(annotated(case), doubt="doubt" in case)
    assert one.status == "required", name
    assert isinstance(value, dict)
    read = from_data(value)
    mention = Mention(document="a.txt", start=0, end=10, kind=str(value["kind"]), value=read)
    assert one.fits(mention) is (side == "fits"), name


@pytest.mark.parametrize(
    ("a", "b", "touching"),
    [
        ((0, 10), (5, 15), True),
        ((0, 10), (6, 16), False),
        ((0, 10), (8, 9), True),
        ((0, 10), (10, 12), False),
        ((0, 4), (3, 20), False),
        ((3, 3), (0, 9), False),
    ],
)
def test_spans_touch_with_half_of_the_shorter(a: tuple[int, int], b: tuple[int, int], touching: bool) -> None:
    assert score.touches(a, b) is touching
    assert score.touches(b, a) is touching


def report() -> Report:
    """The report made by hand, with mentions that are read wrongly or where none is."""
    base = made.report()
    own, _, south = base.documents
    wrong = [
        made.mention(south, "29", "count", Amount(kind="count", low=29, high=29)),
        made.mention(south, "29 December", "date", made.NINTH),
        made.mention(south, "Baghdad", "name", Name(id="basra", type="city")),
        made.mention(own, "words", "count", Amount(kind="count", low=1, high=1)),
        made.mention(south, "mission", "date", made.LATE),
        made.mention(south, "combat", "time", Amount(kind="time", low=5, high=5)),
    ]
    return replace(base, mentions=[*base.mentions, *wrong])


def test_the_figures_of_a_report() -> None:
    """The figures are those of an independent program over the same annotation and the printed JSON."""
    scored = score.score(gold.read(FIXTURES / "gold.yaml"), report())
    figures = {sort: (row.required, row.found, row.false) for sort, row in scored.mentions.items()}
    assert figures == {
        "date": (2, 1, 2),
        "duration": (0, 0, 0),
        "number": (3, 2, 1),
        "place": (2, 1, 1),
        "actor": (0, 0, 0),
    }
    date = scored.mentions["date"]
    assert [date.precision, date.recall, date.f1] == pytest.approx([1 / 3, 0.5, 0.4])
    duration = scored.mentions["duration"]
    assert (duration.precision, duration.recall, duration.f1) == (None, None, 0.0)
    assert asdict(scored.discrepancies) == {
        "expected": 2,
        "found": 1,
        "optional_found": 0,
        "forbidden_flags": 1,
        "loud_findings": 2,
        "unlisted": 0,
    }
    assert scored.misses == [
        "missed date south.txt 41-52: read '29' as count 29; '29 December' as date 2021-12-09",
        "missed place south.txt 0-7: read 'Baghdad' as name basra",
        "false number south.txt 41-43: '29' as count 29",
        "false date south.txt 41-52: '29 December' as date 2021-12-09",
        "false place south.txt 0-7: 'Baghdad' as name basra",
        "false date south.txt 87-94: 'mission' as date 2021-12-29",
        "missed number own.md 40-45: read nothing",
        "forbidden N1: answers-apart troops 100 apart.",
        "missed discrepancy D2",
    ]


def test_latent_and_unresolved_mentions_are_no_predictions() -> None:
    base = report()
    latent = [replace(one, latent=True) for one in base.mentions]
    rows = score.score(gold.read(FIXTURES / "gold.yaml"), replace(base, mentions=latent)).mentions
    assert {(row.found, row.false) for row in rows.values()} == {(0, 0)}


def test_in_a_partial_annotation_nothing_is_a_false_alarm() -> None:
    partial = replace(gold.read(FIXTURES / "gold.yaml"), partial=True)
    row = score.score(partial, report()).mentions["date"]
    assert (row.required, row.found, row.false, row.precision, row.recall, row.f1) == (2, 1, None, None, 0.5, None)
    assert "false    -" in score.table(score.score(partial, report()))


def test_an_unlisted_finding_is_counted_and_an_evolving_one_is_not() -> None:
    base = report()
    empty = replace(gold.read(FIXTURES / "gold.yaml"), discrepancies=[], non_discrepancies=[])
    assert score.score(empty, base).discrepancies.unlisted == 2
    assert "unlisted warning: answers-apart" in score.score(empty, base).misses[-2]
    evolving = [replace(one, verdict="evolving") for one in base.discrepancies]
    found = score.score(empty, replace(base, discrepancies=evolving)).discrepancies
    assert (found.unlisted, found.loud_findings) == (0, 0)


def test_a_wording_too_long_to_point_at_anything_matches_nothing() -> None:
    base = report()
    finding = base.discrepancies[0]
    long = [replace(camp, facts=[replace(fact, end=fact.start + 401) for fact in camp.facts]) for camp in finding.camps]
    found = score.score(
        gold.read(FIXTURES / "gold.yaml"), replace(base, discrepancies=[replace(finding, camps=long)])
    ).discrepancies
    assert (found.found, found.unlisted) == (0, 1)


def test_the_table_has_a_line_for_every_sort() -> None:
    lines = score.table(score.score(gold.read(FIXTURES / "gold.yaml"), report())).splitlines()
    assert lines[0] == "date      required    2  found    1  false    2  precision 0.333  recall 0.500  F1 0.400"
    assert lines[1] == "duration  required    0  found    0  false    0  precision     -  recall     -  F1 0.000"
    assert lines[-1] == "discrepancies 1 of 2 expected, 0 optional, 1 forbidden, 0 unlisted of 2 loud"


def test_mistakes_in_an_annotation_are_told_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "gold.yaml"
    path.write_text(
        "documents:\n- id: a\n  file: a.txt\n  numbers:\n  - {start: x, end: 3, form: digit}\n  - {start: 1}\n"
    )
    with pytest.raises(UnusableFile) as caught:
        gold.read(path)
    assert {(one.line, one.column) for one in caught.value.mistakes} >= {(5, 13), (6, 5)}


def test_the_figures_are_plain_data() -> None:
    assert json.loads(json.dumps(asdict(score.score(gold.read(FIXTURES / "gold.yaml"), report()))))["misses"]
