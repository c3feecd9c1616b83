"""What contradicts itself inside one phrase or one document: weekday and date, two calendars, length and days, order.

Each side of a finding is quoted, as between documents: a phrase gives two facts, one for each part of it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from types import ModuleType

from checker import parts
from checker.camps import gap, relate, show
from checker.discrepancies import fingerprint, once
from checker.facts import with_ids
from checker.model import Camp, Clash, Discrepancy, Document, Fact, Mention, Question, Reason, Report, Side, Span
from checker.operands import Case
from checker.packs import Packs
from checker.rules import Rule
from checker.terms import INSIDE
from checker.verdicts import LOUDNESS

NEAR = 200  # code points between two facts of one document that tell of one matter


def inside(report: Report, rules: Sequence[Rule], packs: Packs) -> list[Discrepancy]:
    """What the rules find inside phrases and documents, in no order."""
    documents = {d.id: d for d in report.documents}
    clashes = [(m, clash) for m in report.mentions for clash in m.clashes]
    found: list[Discrepancy] = []
    for rule in rules:
        takes = rule.takes()
        if takes not in INSIDE:
            continue
        operator = parts.load("operators", rule.operator)
        if takes == "mention":
            for mention, clash in clashes:
                found += _phrase(rule, operator, mention, clash, documents[mention.document])
        else:
            found += _pairs(rule, operator, report.facts, packs)
    with_ids([fact for one in found for camp in one.camps for fact in camp.facts if not fact.id])
    return once(found)


# --- one phrase -------------------------------------------------------------------------------------------------


def _phrase(
    rule: Rule, operator: ModuleType, mention: Mention, clash: Clash, document: Document
) -> Iterator[Discrepancy]:
    """What a rule finds in a phrase whose words contradict each other."""
    far = gap(*(side.value for side in clash.sides))
    reason = operator.judge(clash, far, rule.options)
    if not reason.holds:
        return
    scope = {} if clash.scope is None else {"period": clash.scope}
    made = [_stated(rule, scope, mention, side, document) for side in clash.sides]
    camps = [
        Camp(value=fact.value, label=side.label, facts=[fact], voices=[fact.voice])
        for fact, side in zip(made, clash.sides, strict=True)
    ]
    asked = Question(id=rule.id, ask=rule.ask, scope=scope, answer=mention.kind, facts=made)
    yield _finding(rule, asked, camps, reason, clash.doubt)


def _stated(rule: Rule, scope: dict[str, str], mention: Mention, side: Side, document: Document) -> Fact:
    """One part of a phrase as a fact of its document."""
    low, high = min(mention.start, side.start), max(mention.end, side.end)
    return Fact(
        id="",
        question=rule.id,
        scope=scope,
        value=side.value,
        hedge="exact",
        as_of=document.published,
        modality="done",
        voice=document.source or document.id,
        speaker=None,
        document=document.id,
        start=low,
        end=high,
        quote=document.text[low:high],
        mentions=[mention],
        zone=mention.zone,
        read_by=mention.read_by,
        mark=Span(side.start, side.end),
    )


# --- two questions ----------------------------------------------------------------------------------------------


def _pairs(rule: Rule, operator: ModuleType, facts: Sequence[Fact], packs: Packs) -> Iterator[Discrepancy]:
    """What a rule finds between answers to its two questions, the first of which comes before the second."""
    first, then = rule.about
    by_document: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.question in (first, then):
            by_document[fact.document].append(fact)
    for _, own in sorted(by_document.items()):
        for a, b, doubt in _beside(own, first, then):
            camps = [Camp(value=f.value, label=show(f.value), facts=[f], voices=[f.voice]) for f in (a, b)]
            shared = {k: v for k, v in a.scope.items() if b.scope.get(k) == v}
            asked = Question(id=rule.id, ask=rule.ask, scope=shared, answer="date", facts=[a, b])
            case = Case(question=asked, asked=packs.questions[first], relate=relate, gap=gap)
            reason = operator.judge(*camps, case, rule.options)
            if reason.holds:
                yield _finding(rule, asked, camps, reason, doubt)


def _beside(own: list[Fact], first: str, then: str) -> Iterator[tuple[Fact, Fact, str]]:
    """Each answer to the second question with the nearest to the first, and what leaves open whether they belong.

    Where they stand in two sentences no key of their scopes may differ; a title and its body are judged elsewhere.
    """
    causes = [f for f in own if f.question == first]
    for effect in (f for f in own if f.question == then):
        nearest = min(causes, key=lambda f: (abs(f.mark.start - effect.mark.start), f.start), default=None)
        if nearest is None or nearest.zone != effect.zone or nearest.mark == effect.mark:
            continue
        if abs(nearest.mark.start - effect.mark.start) > NEAR:
            continue
        differing = [
            k for k in sorted(nearest.scope.keys() & effect.scope.keys()) if nearest.scope[k] != effect.scope[k]
        ]
        together = bool(nearest.shingles) and nearest.shingles == effect.shingles
        if not differing or together:
            yield nearest, effect, f"the {differing[0]} differs" if differing else ""


# --- the finding ------------------------------------------------------------------------------------------------


def _finding(rule: Rule, asked: Question, camps: list[Camp], reason: Reason, doubt: str) -> Discrepancy:
    """A finding of one voice against itself: a conflict, or where the reading took something for granted a tension."""
    verdict, loudest = ("tension", "warning") if doubt else ("conflict", "error")
    severity = min((loudest, rule.severity or loudest), key=lambda one: LOUDNESS[one])
    causes = [reason, *([Reason(holds=True, says=doubt)] if doubt else [])]
    tail = " ".join(f"{p[0].upper()}{p[1:]}." for p in (reason.says, doubt) if p)
    listed = " against ".join(camp.label for camp in camps)
    says = rule.says["en"].format(ask=asked.ask.get("en", rule.id), camps=listed, tail=tail)
    return Discrepancy(
        rule=rule.id,
        question=asked,
        camps=camps,
        verdict=verdict,
        severity=severity,
        sentence=says.strip(),
        reasons=Reason(holds=True, says=verdict, children=causes),
        fingerprint=fingerprint(rule.id, asked, camps),
    )
