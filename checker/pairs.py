"""What one rule makes of two camps: the pairs of their facts that it looks at, and the reason of its operators."""

from collections.abc import Iterator
from typing import NamedTuple

from checker import parts
from checker.camps import show
from checker.model import Amount, Camp, Fact, Reason
from checker.operands import Case
from checker.rules import Rule, Term
from checker.terms import TOGETHER
from checker.verdicts import LOUDNESS, Verdict

PERCENT = 100


class Pair(NamedTuple):
    """Two facts of two camps that contradict each other, with the verdict and what the operator says of them."""

    left: Fact
    right: Fact
    verdict: Verdict
    reason: Reason


class Between(NamedTuple):
    """Two camps with the pairs of their facts that a verdict sets against each other."""

    a: Camp
    b: Camp
    judged: list[tuple[Fact, Fact, Verdict]]


class Kept:
    """The pairs that each rule keeps of the camps of one question."""

    def __init__(self, rules: list[Rule], slices: list[list[Between]], case: Case) -> None:
        self._rules, self._slices, self._case = rules, slices, case
        self._held: dict[str, list[list[list[Pair]]]] = {}  # by rule: those of each slice, by two camps

    def pairs(self, rule: Rule) -> Iterator[list[Pair]]:
        """The pairs of a rule, by slice.

        Two camps of which another rule speaks instead of this one, and no less loudly, are left to that.
        """
        above = [one for one in self._rules if rule.id in one.instead_of and one.takes() in TOGETHER]
        for number, held in enumerate(self._of(rule)):
            kept: list[Pair] = []
            for at, own in enumerate(held):
                told = [_loudness(p, one) for one in above for p in self._of(one)[number][at]] if own else []
                loudest = max(told, default=0)
                kept += [p for p in own if _loudness(p, rule) > loudest]
            yield kept

    def _of(self, rule: Rule) -> list[list[list[Pair]]]:
        if rule.id not in self._held:
            self._held[rule.id] = [[pairs(one, rule, self._case) for one in between] for between in self._slices]
        return self._held[rule.id]


def _loudness(pair: Pair, rule: Rule) -> int:
    """How loud a pair is as a rule tells it."""
    own = LOUDNESS[pair.verdict.severity]
    return own if rule.severity is None else min(own, LOUDNESS[rule.severity])


def pairs(between: Between, rule: Rule, case: Case) -> list[Pair]:
    """Those of the pairs that the rule looks at and that its operators set against each other too."""
    wanted = [one for one in between.judged if _looks_at(rule, *one, case)]
    term = rule.term()
    narrow = any(parts.load("operators", leaf.operator).TAKES == "facts" for leaf in term.leaves())
    if not wanted:
        return []
    if not narrow or not term.terms:  # what holds between two facts holds between their camps too
        reason = judged(term, between.a, between.b, case)
        if not reason.holds:
            return []
        if not narrow:
            return [Pair(left, right, verdict, reason) for left, right, verdict in wanted]
    return list(_narrowed(wanted, term, case))


def _narrowed(wanted: list[tuple[Fact, Fact, Verdict]], term: Term, case: Case) -> Iterator[Pair]:
    """The pairs that hold fact against fact."""
    for left, right, verdict in wanted:
        reason = judged(term, _alone(left, case), _alone(right, case), case)
        if reason.holds:
            yield Pair(left, right, verdict, reason)


def judged(term: Term, a: Camp, b: Camp, case: Case) -> Reason:
    """The reason of an operator, or that of several combined, with theirs below it."""
    if not term.terms:
        reason = parts.load("operators", term.operator).judge(a, b, case, term.options)
        assert isinstance(reason, Reason)
        return reason
    children = [judged(one, a, b, case) for one in term.terms]
    held = [child.holds for child in children]
    if term.operator == "not":
        return Reason(
            holds=not any(held), says="one of these holds" if any(held) else "none of these", children=children
        )
    if term.operator == "all":
        return Reason(holds=all(held), says="all of these" if all(held) else "not all of these", children=children)
    return Reason(holds=any(held), says="at least one of these" if any(held) else "none of these", children=children)


def _alone(fact: Fact, case: Case) -> Camp:
    """A fact as a camp of its own."""
    return Camp(value=fact.value, label=show(fact.value), facts=[fact], voices=[case.voice(fact)])


def _looks_at(rule: Rule, left: Fact, right: Fact, verdict: Verdict, case: Case) -> bool:
    """Whether two facts are of those that a rule is about."""
    if verdict.verdict == "evolving" and "evolves" in rule.unless:
        return False
    return meets(rule.between, left, right, case) and not _tolerated(rule, left, right, case)


def meets(between: str | None, left: Fact, right: Fact, case: Case) -> bool:
    """Whether two facts stand as a rule wants it: in two outlets, in two documents, by two voices, or in one document.

    An outlet that is not known is no other outlet.
    """
    if between == "sources":
        one, other = case.source(left), case.source(right)
        return one is not None and other is not None and one != other
    if between == "voices":
        return case.voice(left) != case.voice(right)
    return between is None or (left.document == right.document) == (between == "one-document")


def _tolerated(rule: Rule, left: Fact, right: Fact, case: Case) -> bool:
    """Whether two answers lie no farther apart than the rule tolerates for their kind."""
    written = rule.tolerates.get(case.question.answer)
    if written is None:
        return False
    far = case.gap(left.value, right.value)
    if not written.endswith("%"):
        return far <= float(written)
    ends = [end for v in (left.value, right.value) if isinstance(v, Amount) for end in (v.low, v.high)]
    largest = max((abs(end) for end in ends if end is not None), default=0.0)
    return far <= float(written.rstrip("% ")) * largest / PERCENT
