"""Rules: when the camps of a question matter, as their YAML says it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker import packs, parts


@dataclass(slots=True, kw_only=True)
class Cases:
    """What proves a rule: small documents between which it speaks, and between which it is silent."""

    flags: Mapping[str, Any]
    passes: Mapping[str, Any]


@dataclass(slots=True, kw_only=True)
class Term:
    """An operator with its options; or `all`, `any` or `not` (none) with the terms that it combines."""

    operator: str
    options: dict[str, str]
    terms: tuple["Term", ...] = ()

    def leaves(self) -> Iterator["Term"]:
        """The operators in it, each with its options."""
        if not self.terms:
            yield self
        for term in self.terms:
            yield from term.leaves()


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
    terms: tuple[Term, ...] = ()  # what the operator combines
    between: str | None = None  # sources, documents, voices, one-document; None: any two facts
    tolerates: Mapping[str, str] = field(default_factory=dict)  # by kind of answer: "2" of its unit, or "5 %"
    instead_of: tuple[str, ...] = ()  # rules that keep silent between two camps where this one speaks

    def term(self) -> Term:
        """What it flags."""
        return Term(operator=self.operator, options=self.options, terms=self.terms)

    def takes(self) -> str:
        """What its operator looks at; operators that are combined look at camps."""
        return "camps" if self.terms else str(parts.load("operators", self.operator).TAKES)

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
    when = _term(data["flag_when"])
    return Rule(
        id=data["rule"],
        about=tuple(data["about"]),
        operator=when.operator,
        options=when.options,
        terms=when.terms,
        between=data["between"],
        tolerates=data["tolerates"],
        instead_of=tuple(data["instead_of"]),
        unless=tuple(data["unless"]),
        severity=data["severity"],
        ask=data["ask"],
        says=data["says"],
        cases=Cases(flags=data["cases"]["flags"], passes=data["cases"]["passes"]),
    )


def _term(data: dict[str, Any]) -> Term:
    operator, below = next(iter(data.items()))
    if isinstance(below, list):
        return Term(operator=operator, options={}, terms=tuple(_term(one) for one in below))
    return Term(operator=operator, options=dict(below))
