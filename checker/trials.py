"""The cases of rules, run: each is a small folder of documents that goes the whole way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker import packs
from checker.collect import Collected
from checker.model import RawDocument, Report
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


def run_cases(rules: Sequence[Rule], folders: Sequence[Path] = ()) -> Iterator[Outcome]:
    """Every case of the rules, in the order of the files. Raises UnusableFile for packs that can't be used."""
    loaded = packs.load(folders)
    for rule in rules:
        for name, case in rule.cases.flags.items():
            yield _flags(rule, name, case, _report(case, loaded))
        for name, case in rule.cases.passes.items():
            yield _passes(rule, name, _report(case, loaded))


def _report(case: dict[str, Any], loaded: packs.Packs) -> Report:
    raw = [
        RawDocument(id=f"{number}.txt", text=one["text"], metadata={k: one[k] for k in METADATA if one[k] is not None})
        for number, one in enumerate(case["documents"], start=1)
    ]
    return judge(Collected(raw=raw, faults=[], notes=[], skipped=0), loaded, compare=True)


def _flags(rule: Rule, name: str, case: dict[str, Any], report: Report) -> Outcome:
    own = [d for d in report.discrepancies if d.rule == rule.id]
    verdict = case["verdict"]
    holds = any(verdict is None or d.verdict == verdict for d in own)
    says = "" if holds else f"a {own[0].verdict}, not a {verdict}" if own else "nothing was found"
    return Outcome(rule=rule.id, name=name, wanted="flags", holds=holds, says=says)


def _passes(rule: Rule, name: str, report: Report) -> Outcome:
    own = [d for d in report.discrepancies if d.rule == rule.id]
    says = f"it was flagged: {own[0].sentence}" if own else ""
    return Outcome(rule=rule.id, name=name, wanted="passes", holds=not own, says=says)
