"""Rules: when the camps of a question matter, as their YAML says it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker import packs


@dataclass(slots=True, kw_only=True)
class Cases:
    """What proves a rule: small documents between which it speaks, and between which it is silent."""

    flags: Mapping[str, Any]
    passes: Mapping[str, Any]


@dataclass(slots=True, kw_only=True)
class Rule:
    """One rule: which questions it looks at, which operator judges, what it says."""

    id: str
    about: tuple[str, ...]  # ids of questions; `any` for all
    operator: str
    options: dict[str, str]
    unless: tuple[str, ...]
    severity: str | None  # the loudest that a finding of it may be; None: what its verdict is worth
    says: dict[str, str]
    cases: Cases
    ask: dict[str, str] = field(default_factory=dict)  # where no question of the packs is answered

    def looks_at(self, question: str) -> bool:
        """Whether the rule is about a question."""
        return "any" in self.about or question in self.about


def rules_of(loaded: packs.Packs) -> list[Rule]:
    """The rules of compiled packs, sorted by id."""
    return [_rule(data) for data in loaded.rules]


def load_rules(folders: Sequence[Path] = ()) -> list[Rule]:
    """The rules that come along and those of further folders, sorted by id. Raises UnusableFile with every mistake."""
    return rules_of(packs.load(folders))


def _rule(data: dict[str, Any]) -> Rule:
    operator, options = next(iter(data["flag_when"].items()))
    return Rule(
        id=data["rule"],
        about=tuple(data["about"]),
        operator=operator,
        options=dict(options),
        unless=tuple(data["unless"]),
        severity=data["severity"],
        ask=data["ask"],
        says=data["says"],
        cases=Cases(flags=data["cases"]["flags"], passes=data["cases"]["passes"]),
    )
