"""The whole way: figures against annotated reports, the gate's answer, and the same bytes whatever the order."""

import json
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import judging
import pytest

from checker import cli, documents, gold, pipeline, plain, score
from checker.collect import Collected
from checker.model import Fault, Note, RawDocument, Report

SEEDS = judging.ROOT / "seeds"
REPORTS = judging.ROOT / "fixtures" / "reports"
GOLD = judging.ROOT / "fixtures" / "gold"
SHORT = ["date", "number", "place", "actor"]
Capture = pytest.CaptureFixture[str]


# --- figures ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def seeds() -> score.Score:
    """The five reports against their annotation."""
    return score.score(gold.read(GOLD / "seeds.yaml"), pipeline.check([str(SEEDS)]))


def rates(scored: score.Score) -> dict[str, float]:
    """F1 by sort of mention."""
    return {sort: row.f1 for sort, row in scored.mentions.items() if row.f1 is not None}


@pytest.mark.parametrize("sort", ["date", "number", "place"])
def test_the_seeds_are_read(seeds: score.Score, sort: str) -> None:
    assert rates(seeds)[sort] >= 0.90


def test_the_contradictions_of_the_seeds_are_found(seeds: score.Score) -> None:
    found = seeds.discrepancies
    assert found.expected == 6
    assert found.found >= 5
    assert found.forbidden_flags == 0
    assert found.unlisted <= 3
    missed = {line.removeprefix("missed discrepancy ") for line in seeds.misses}
    assert not missed & {"D01-announcement-date", "D02-agreement-date"}
    named = {one.id for one in gold.read(GOLD / "seeds.yaml").discrepancies}
    assert named >= {"D01-announcement-date", "D02-agreement-date"}


def test_two_announcements_and_two_days_of_one_agreement_are_among_them() -> None:
    report = pipeline.check([str(SEEDS)])
    labels = [{camp.label for camp in one.camps} for one in report.discrepancies]
    assert [one for one in labels if one >= {"9 Dec 2021", "29 Dec 2021"}] != []
    assert [one for one in labels if one >= {"26 Jul 2021", "Aug 2021"}] != []


def test_the_seeds_are_dated_by_their_own_words(tmp_path: Path) -> None:
    for path in SEEDS.glob("*.txt"):
        shutil.copy(path, tmp_path)
    scored = score.score(gold.read(GOLD / "seeds.yaml"), pipeline.check([str(tmp_path)]), doubt=True)
    assert rates(scored)["date"] >= 0.85
    assert scored.mentions["date"].false == 0
    assert scored.discrepancies.forbidden_flags == 0


FLOORS = {
    "iraq-english": {"date": 0.95, "number": 0.90, "place": 0.90, "actor": 0.92},
    "mixed": {"date": 0.95, "number": 0.93, "place": 0.88, "actor": 0.92},
}


@pytest.mark.parametrize("folder", sorted(FLOORS))
def test_other_reports_are_read_as_well(folder: str) -> None:
    scored = score.score(gold.read(GOLD / f"{folder}.yaml"), pipeline.check([str(REPORTS / folder)]))
    low = {sort: rate for sort, rate in rates(scored).items() if sort in SHORT and rate < FLOORS[folder][sort]}
    assert low == {}
    assert scored.discrepancies.forbidden_flags == 0
    assert scored.discrepancies.unlisted == 0


def test_the_contradictions_of_the_english_reports_are_found() -> None:
    scored = score.score(gold.read(GOLD / "iraq-english.yaml"), pipeline.check([str(REPORTS / "iraq-english")]))
    assert (scored.discrepancies.found, scored.discrepancies.expected) == (5, 5)


# --- the gate ---------------------------------------------------------------------------------------------------

NINTH = "The international coalition announced the end of its combat mission in Iraq on December 9, 2021.\n"
SIXTH = "The international coalition announced the end of its combat mission in Iraq on December 6, 2021.\n"
KADHIMI = "Mustafa al-Kadhimi announced the end of the combat mission in Iraq on December 29, 2021.\n"
TAKEN = "أعلن التحالف الدولي، في 6 كانون الأول 2021، انتهاء مهامه القتالية في العراق.\n"


def folder_of(folder: Path, **texts: str) -> Path:
    """A folder of short reports, one an outlet."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        lines = ["---", f"source: {name}", "published: 2021-12-30", "---", "", text]
        (folder / f"{name}.md").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("texts", "arguments", "code"),
    [
        ({"north": NINTH, "south": SIXTH}, [], 1),
        ({"north": NINTH, "south": TAKEN}, [], 1),
        ({"north": NINTH, "south": NINTH}, [], 0),
        ({"north": NINTH, "south": KADHIMI}, [], 0),
        ({"north": NINTH, "south": KADHIMI}, ["--fail-on", "warning"], 1),
        ({"north": NINTH, "south": NINTH}, ["--fail-on", "info"], 0),
        ({"north": NINTH, "south": SIXTH}, ["--fail-on", "never"], 0),
    ],
    ids=[
        "one body on two days",
        "one body on two days in two languages",
        "one body on one day",
        "two bodies on two days",
        "two bodies on two days, to a strict desk",
        "nothing at all, to a strict desk",
        "one body on two days, only shown",
    ],
)
def test_the_exit_code_is_the_gate(
    tmp_path: Path, capsys: Capture, texts: dict[str, str], arguments: Sequence[str], code: int
) -> None:
    assert cli.main(["check", str(folder_of(tmp_path / "reports", **texts)), *arguments]) == code
    found = "combat mission announced?" in capsys.readouterr().out
    assert found is (len(set(texts.values())) > 1)


@pytest.mark.parametrize(
    ("own", "code"),
    [("south", 1), ("north", 1), ("third", 0), ("*", 1)],
    ids=["one side is ours", "the other side is ours", "a third file is ours", "all are ours"],
)
def test_only_findings_of_our_own_files_fail(tmp_path: Path, capsys: Capture, own: str, code: int) -> None:
    reports = folder_of(tmp_path / "reports", north=NINTH, south=SIXTH, third="Officers met in Baghdad.\n")
    config = tmp_path / "checker.toml"
    config.write_text(f'ours = ["{own}.md"]\n', encoding="utf-8")
    assert cli.main(["check", str(reports), "--config", str(config)]) == code
    assert "combat mission" in capsys.readouterr().out


# --- the same bytes ---------------------------------------------------------------------------------------------


def printed(capsys: Capture, *paths: str) -> str:
    """What `check --format json` prints."""
    cli.main(["check", *paths, "--format", "json", "--fail-on", "never"])
    return capsys.readouterr().out


def test_two_runs_print_the_same_bytes(capsys: Capture) -> None:
    first = printed(capsys, str(SEEDS))
    assert printed(capsys, str(SEEDS)) == first
    assert len(json.loads(first)["discrepancies"]) >= 5


def test_files_named_in_another_order_print_the_same_bytes(capsys: Capture) -> None:
    paths = [str(path) for path in sorted(SEEDS.glob("*.txt"))]
    first = printed(capsys, *paths)
    assert printed(capsys, *reversed(paths)) == first
    assert len(json.loads(first)["documents"]) == 5


def shown(report: Report) -> str:
    """The JSON of a report."""
    return json.dumps(plain.report(report), ensure_ascii=False, sort_keys=True)


def test_the_reports_of_every_folder_can_be_shuffled() -> None:
    raw = [
        RawDocument(id=str(path.name), text=path.read_text(encoding="utf-8"), metadata={"published": "2021-12-30"})
        for folder in (SEEDS, REPORTS / "iraq-english")
        for path in sorted(folder.iterdir())
        if path.suffix in (".txt", ".md")
    ]
    chance = random.Random(3)
    answers = set()
    for _ in range(3):
        chance.shuffle(raw)
        report = pipeline.judge(Collected(raw=list(raw)), judging.loaded(), compare=True)
        answers.add(json.dumps([plain.discrepancy(one) for one in report.discrepancies], ensure_ascii=False))
    assert len(answers) == 1
    assert json.loads(answers.pop()) != []


# --- faults and notes -------------------------------------------------------------------------------------------


def test_a_document_that_breaks_a_stage_is_a_fault_and_the_others_are_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    made = documents.document

    def breaking(raw: RawDocument, *others: object) -> object:
        if raw.id == "2.txt":
            raise RuntimeError("no way through")
        return made(raw, *others)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(pipeline, "document", breaking)
    texts = ["There are 2,500 US troops in Iraq.", "Broken.", "There are 5,200 US troops in Iraq."]
    raw = [judging.document(f"{n}.txt", text, source=f"S{n}") for n, text in enumerate(texts, start=1)]
    report = pipeline.judge(Collected(raw=raw), judging.loaded(), compare=True)
    assert report.faults == [Fault(document="2.txt", stage="facts", message="RuntimeError: no way through")]
    assert [one.id for one in report.documents] == ["1.txt", "3.txt"]
    assert len(report.discrepancies) == 1


def test_an_undated_document_is_noted_and_its_yesterday_stays_open() -> None:
    report = judging.report([judging.document("1.txt", "Three people were killed in Basra yesterday.")])
    message = "no day of publication: 1 expressions left unresolved"
    assert report.notes == [Note(document="1.txt", stage="documents", message=message)]
    assert report.unjudged["unresolved_mentions"] == 1


def test_what_is_left_out_and_what_is_found_is_counted() -> None:
    texts = ["There are 2,500 US troops in Iraq.", "There are 5,200 US troops in Iraq."]
    raw = [judging.document(f"{n}.txt", text, published="2021-04-08") for n, text in enumerate(texts)]
    skipped = Note(document="", stage="read", message="2 files of other kinds left out")
    report = pipeline.judge(Collected(raw=raw, notes=[skipped], skipped=2), judging.loaded(), compare=True)
    assert report.unjudged["documents_skipped"] == 2
    assert skipped in report.notes
    counted = {key: report.counts[key] for key in ("documents", "facts", "questions", "discrepancies")}
    assert counted == {"documents": 2, "facts": 2, "questions": 1, "discrepancies": 1}
    assert report.counts["mentions"] == sum(1 for one in report.mentions if not one.latent) > 0


def test_extract_reads_the_same_and_judges_nothing() -> None:
    checked, extracted = pipeline.check([str(SEEDS)]), pipeline.extract([str(SEEDS)])
    assert extracted.discrepancies == []
    assert extracted.counts["discrepancies"] == 0
    assert [one.id for one in extracted.facts] == [one.id for one in checked.facts]
    assert checked.discrepancies != []
