"""Small documents through the whole way: the cases of fixtures/judge/, and what comes out of them."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter

from checker import documents, packs, yamlio
from checker.camps import show
from checker.clauses import clauses
from checker.collect import Collected
from checker.discrepancies import discrepancies
from checker.kinds import date
from checker.mentions import mentions
from checker.model import Clause, Discrepancy, RawDocument, Report
from checker.page import read_page
from checker.pipeline import judge
from checker.rules import Rule, rules_of
from checker.schemas import CaseDocument

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "fixtures" / "judge"


class Strict(BaseModel):
    """A mapping whose unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Finding(Strict):
    """What must be found; `camps` may be left out of a case that does not come out yet."""

    rule: str
    question: str
    verdict: Literal["conflict", "tension", "evolving"]
    severity: Literal["error", "warning", "info"]
    camps: dict[str, list[str]] | None = None


class Case(Strict):
    """Documents with what is found in them, or, where nothing may be found, with the values that are read."""

    documents: Annotated[list[CaseDocument], BeforeValidator(list)]
    finds: list[Finding] = []
    reads: dict[str, list[str]] = {}
    mentions: dict[str, list[str]] = {}  # by kind, where what must be silent is a phrase and no fact


class Cases(Strict):
    """A file of cases."""

    format: Literal["1"]
    flags: dict[str, Case]
    passes: dict[str, Case]
    todo: dict[str, Case] = {}


@cache
def loaded() -> packs.Packs:
    """The packs that come along."""
    return packs.load()


def read(path: Path) -> Cases:
    """The cases of a file."""
    return yamlio.fit(yamlio.read(path), TypeAdapter(Cases))


def document(id: str, text: str, **metadata: str | None) -> RawDocument:
    """What a reader would give."""
    return RawDocument(id=id, text=text, metadata={key: word for key, word in metadata.items() if word is not None})


def raw(case: Case) -> list[RawDocument]:
    """The documents of a case, numbered."""
    return [document(f"{n}.txt", **one.model_dump()) for n, one in enumerate(case.documents, start=1)]


def report(documents: Iterable[RawDocument], using: packs.Packs | None = None, *, compare: bool = True) -> Report:
    """The report on some documents; nothing about them may be at fault."""
    collected = Collected(raw=sorted(documents, key=lambda one: one.id))
    made = judge(collected, loaded() if using is None else using, compare=compare)
    assert made.faults == []
    return made


def said(
    *sentences: str, on: str = "2021-04-08", outlets: Sequence[str] = ("North", "South", "East", "West")
) -> Report:
    """The report on sentences that each stand alone in a document of an outlet of its own."""
    rows = zip(sentences, outlets, strict=False)
    return report([document(f"{n}.txt", s, source=o, published=on) for n, (s, o) in enumerate(rows, start=1)])


def discrepant(found: Report, rules: list[Rule]) -> list[Discrepancy]:
    """What other rules find in the questions of a report."""
    return discrepancies(found.questions, rules, loaded(), found.documents)


def rule(id: str) -> Rule:
    """A rule that comes along."""
    return next(one for one in rules_of(loaded()) if one.id == id)


def findings(found: Report, *, camps: bool = True) -> list[Finding]:
    """What a report found, in short, sorted."""
    made = [
        Finding.model_validate(
            {
                "rule": one.rule,
                "question": one.question.id,
                "verdict": one.verdict,
                "severity": one.severity,
                "camps": {camp.label: camp.voices for camp in one.camps} if camps else None,
            }
        )
        for one in found.discrepancies
    ]
    return sorted(made, key=_order)


def wanted(case: Case) -> list[Finding]:
    """What a case wants to be found, sorted."""
    return sorted(case.finds, key=_order)


def values(found: Report, questions: Iterable[str]) -> dict[str, list[str]]:
    """The values that were read for some questions, in the order of the documents."""
    return {id: [show(fact.value) for fact in found.facts if fact.question == id] for id in questions}


def mentioned(found: Report, kinds: Iterable[str]) -> dict[str, list[str]]:
    """The values of the mentions of some kinds, in the order of the documents; "-" for what has none."""
    return {
        kind: ["-" if m.value is None else show(m.value) for m in found.mentions if m.kind == kind and not m.latent]
        for kind in kinds
    }


def _order(one: Finding) -> tuple[Any, ...]:
    return one.rule, one.question, one.verdict, str(one.camps)


def clauses_of(text: str, on: str | None = "2021-04-08", title: str | None = None) -> list[Clause]:
    """The clauses of one text, published on a day."""
    raw = document("1.txt", text, source="North", published=on, title=title)
    page = read_page(raw.text, loaded(), raw.metadata.get("language"))
    made, _ = documents.document(raw, page, loaded())
    return clauses(made, page, loaded(), mentions(made, page, loaded(), date.day_order(page)))
