"""The cases of rules, run: each is a small folder of documents that goes the whole way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker import packs
from checker.camps import show
from checker.collect import Collected, collect
from checker.model import Discrepancy, Fact, RawDocument, Report
from checker.pipeline import judge
from checker.rules import Rule

METADATA = ("source", "published", "language", "title")


@dataclass(slots=True, kw_only=True)
class Outcome:
    """How one case came out."""

    rule: str
    name: str
    wanted: str  # flags or passes
    holds: bool
    says: str  # what came instead
    diff: list[str] = field(default_factory=list)  # what was wanted and what came, line by line


def run_cases(rules: Sequence[Rule], folders: Sequence[Path] = ()) -> Iterator[Outcome]:
    """Every case of the rules, in the order of the files. Raises UnusableFile for packs that can't be used."""
    loaded = packs.load(folders)
    for rule in rules:
        for name, case in rule.cases.flags.items():
            yield _flags(rule, name, case, report_on(case, loaded))
        for name, case in rule.cases.passes.items():
            yield _passes(rule, name, report_on(case, loaded))


def noise(rules: Sequence[Rule], paths: Sequence[str], folders: Sequence[Path] = ()) -> tuple[int, list[Discrepancy]]:
    """The number of documents under some paths, and what the rules find in them."""
    report = judge(collect(paths), packs.load(folders), compare=True)
    ids = {rule.id for rule in rules}
    return len(report.documents), [one for one in report.discrepancies if one.rule in ids]


def report_on(case: Mapping[str, Any], loaded: packs.Packs) -> Report:
    """The report on the documents of a case."""
    raw = []
    for number, one in enumerate(case["documents"], start=1):
        metadata = {key: one[key] for key in METADATA if one.get(key) is not None}
        raw.append(RawDocument(id=f"{number}.txt", text=one["text"], metadata=metadata))
    return judge(Collected(raw=raw, faults=[], notes=[], skipped=0), loaded, compare=True)


def _flags(rule: Rule, name: str, case: dict[str, Any], report: Report) -> Outcome:
    own = [d for d in report.discrepancies if d.rule == rule.id]
    verdict = case["verdict"]
    holds = any(verdict is None or d.verdict == verdict for d in own)
    says = "" if holds else f"a {own[0].verdict}, not a {verdict}" if own else "nothing was found"
    wanted = f"a {'finding' if verdict is None else verdict} of {rule.id}"
    diff = [] if holds else _diff(wanted, own, rule, report)
    return Outcome(rule=rule.id, name=name, wanted="flags", holds=holds, says=says, diff=diff)


def _passes(rule: Rule, name: str, report: Report) -> Outcome:
    own = [d for d in report.discrepancies if d.rule == rule.id]
    says = f"it was flagged: {own[0].sentence}" if own else ""
    diff = _diff(f"no finding of {rule.id}", own, rule, report) if own else []
    return Outcome(rule=rule.id, name=name, wanted="passes", holds=not own, says=says, diff=diff)


def _diff(wanted: str, own: Sequence[Discrepancy], rule: Rule, report: Report) -> list[str]:
    """What was wanted and what came, with what each document was read to say, and what other rules make of it."""
    lines = [f"- {wanted}"]
    for one in own:
        sides = " against ".join(camp.label for camp in one.camps)
        lines.append(f"+ a {one.verdict} of {rule.id}, {one.severity}: {one.question.id}, {sides}")
    if not own:
        lines.append("+ nothing")
    for document in report.documents:
        facts = [fact for fact in report.facts if fact.document == document.id and rule.looks_at(fact.question)]
        lines += [f"  {document.id} says {_told(fact)}" for fact in facts]
        if not facts:
            others = sorted({fact.question for fact in report.facts if fact.document == document.id})
            besides = f", but answers {', '.join(others)}" if others else ""
            lines.append(f"  {document.id} says nothing that the rule looks at{besides}")
    for other in report.discrepancies:
        if other.rule != rule.id:
            lines.append(f"  {other.rule} finds a {other.verdict}: {other.question.id}")
    return lines


def _told(fact: Fact) -> str:
    scope = ", ".join(f"{key}: {fact.scope[key]}" for key in sorted(fact.scope))
    return f"{fact.question}{f' ({scope})' if scope else ''} = {show(fact.value)}, {fact.modality}"
