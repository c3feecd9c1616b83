"""From questions to discrepancies: each rule looks at the camps of each question that it is about.

No text is read here.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import product, zip_longest
from typing import Any

from checker import parts, values, verdicts
from checker.camps import Sets, camps, crossed, fitting
from checker.model import Amount, Camp, Discrepancy, Document, Fact, Question, Reason
from checker.operands import Case
from checker.packs import Packs
from checker.pairs import Between, Kept, Pair
from checker.rules import Rule
from checker.terms import INSIDE
from checker.verdicts import LOUDNESS, RANK, Setting, Verdict
from checker.wording import sentence

NEIGHBOURS = 12  # camps behind a camp, in the order of their values, that it is set against: any crowd stays linear
SPEAKERS = 24  # facts of a camp that are set against another camp's: one for each voice, document and manner


def discrepancies(
    questions: list[Question], rules: list[Rule], packs: Packs, documents: list[Document]
) -> list[Discrepancy]:
    """What the rules find in the questions, the loudest first."""
    by_id = {d.id: d for d in documents}
    found: list[Discrepancy] = []
    told: dict[tuple[str, str], list[Fact]] = {}
    given: dict[tuple[str, str], dict[object, list[Amount]]] = {}
    for fact in (f for q in questions for f in q.facts):
        told.setdefault((fact.question, fact.document), []).append(fact)
    rules = [rule for rule in rules if rule.takes() not in INSIDE]
    for question in questions:
        if len(question.facts) < 2:
            continue
        days = [f.as_of.end for f in question.facts if f.as_of is not None and f.as_of.end is not None]
        setting = Setting(
            question=question,
            asked=packs.questions[question.id],
            names=packs.names,
            documents=by_id,
            voices=voices(question.facts),
            told=told,
            given=given,
            first=min(days, default=None),
        )
        bench = _Bench(setting, [rule for rule in rules if rule.looks_at(question.id)])
        for rule in bench.rules:
            found += _apply(rule, bench)
    return once(found)


def once(found: list[Discrepancy]) -> list[Discrepancy]:
    """Each finding once, the loudest first."""
    return _once(_merged(sorted(found, key=loudness)))


def loudness(one: Discrepancy) -> tuple[float, float, str, str, str]:
    """What findings are sorted by: the loudest first."""
    return -LOUDNESS[one.severity], -RANK[one.verdict], one.question.id, one.rule, one.fingerprint


def _merged(found: list[Discrepancy]) -> list[Discrepancy]:
    """One finding for each fingerprint: the first, with the facts of all in the order of the text."""
    alike: dict[str, list[Discrepancy]] = {}
    for one in found:
        alike.setdefault(one.fingerprint, []).append(one)
    for first, *others in alike.values():
        for camp in first.camps if others else ():
            same = [camp, *(_like(camp, one) for one in others)]
            facts = {fact.id: fact for one in same for fact in one.facts}
            camp.facts = sorted(facts.values(), key=lambda f: (f.document, f.start, f.end))
            camp.voices = sorted({voice for one in same for voice in one.voices})
    return [first for first, *_ in alike.values()]


def _like(camp: Camp, one: Discrepancy) -> Camp:
    """The camp of another finding that has the same value, which may stand behind the other there."""
    value = values.to_data(camp.value)
    return next(other for other in one.camps if values.to_data(other.value) == value)


def _once(found: list[Discrepancy]) -> list[Discrepancy]:
    """Without findings of a rule whose facts all stand in a finding of the same rule before it."""
    kept: list[Discrepancy] = []
    seen: dict[tuple[str, str], list[set[str]]] = {}  # by rule and fact, so that few are looked through
    for one in found:
        ids = {f.id for c in one.camps for f in c.facts}
        if not any(ids <= other for other in seen.get((one.rule, min(ids)), ())):
            kept.append(one)
            for id in ids:
                seen.setdefault((one.rule, id), []).append(ids)
    return kept


# --- voices -----------------------------------------------------------------------------------------------------


def voices(facts: list[Fact]) -> dict[str, str]:
    """The voice of each fact: outlets whose sentences share eight words in a row speak with one, the first by name.

    Whoever is named keeps a voice of his own, and lends it to those who print his words without the name.
    """
    leader = {f.id: f.id for f in facts}

    def find(id: str) -> str:
        while leader[id] != id:
            leader[id] = leader[leader[id]]
            id = leader[id]
        return id

    owner: dict[int, str] = {}
    first: dict[frozenset[int], str] = {}
    for fact in facts:
        other = first.setdefault(fact.shingles, fact.id)
        if other != fact.id and fact.shingles:  # of the same sentence, or of a copy
            leader[find(fact.id)] = find(other)
            continue
        for run in fact.shingles:
            if run in owner:
                leader[find(fact.id)] = find(owner[run])
            else:
                owner[run] = fact.id
    groups: dict[str, tuple[bool, str]] = {}
    for fact in facts:
        group = find(fact.id)
        said = (fact.speaker is None, fact.voice)
        groups[group] = min(said, groups.get(group, said))
    return {f.id: f.voice if f.speaker is not None else groups[find(f.id)][1] for f in facts}


# --- one rule on one question -----------------------------------------------------------------------------------


class _Bench:
    """One question before all rules: what doesn't depend on a rule is worked out once, when the first one asks."""

    def __init__(self, setting: Setting, rules: list[Rule]) -> None:
        self.setting = setting
        self.rules = rules
        self.people = bool(setting.asked["people"])
        self.sets = Sets(people=self.people)
        self.case = Case(
            question=setting.question,
            asked=setting.asked,
            relate=self.sets.relate,
            gap=self.sets.gap,
            documents=setting.documents,
            voices=setting.voices,
        )
        self._kept: Kept | None = None
        self._slices: list[tuple[list[Camp], list[Between]]] | None = None

    def slices(self) -> list[tuple[list[Camp], list[Between]]]:
        """The camps of the facts that hold together, with the pairs of them that a verdict sets against each other."""
        if self._slices is None:
            together = slices(self.setting.question.facts, self.setting.asked)
            made = [camps(facts, people=self.people, sets=self.sets) for facts in together]
            known: dict[tuple[str, str], Verdict | None] = {}
            self._slices = [(beside, list(self._between(beside, known))) for beside in made]
        return self._slices

    def kept(self) -> Kept:
        """The pairs that are left to each rule."""
        if self._kept is None:
            self._kept = Kept(self.rules, [between for _, between in self.slices()], self.case)
        return self._kept

    def _between(self, made: list[Camp], known: dict[tuple[str, str], Verdict | None]) -> Iterator[Between]:
        """The camps that a verdict sets against each other, each against some of those behind it.

        `known` are the verdicts so far: slices of one question share many facts.
        """
        speakers = [_speakers(camp.facts, self.setting) for camp in made] if len(made) > 1 else []
        for n, a in enumerate(made):
            for m in range(n + 1, min(n + 1 + NEIGHBOURS, len(made))):
                judged = []
                for left, right in product(speakers[n], speakers[m]):
                    pair = (left.id, right.id)
                    if pair not in known:
                        known[pair] = self._verdict(left, right)
                    verdict = known[pair]
                    if verdict is not None:
                        judged.append((left, right, verdict))
                if judged:
                    yield Between(a, made[m], judged)

    def _verdict(self, left: Fact, right: Fact) -> Verdict | None:
        """The verdict on two facts; `None` where nothing sets them against each other."""
        if self.sets.relate(left.value, right.value) != "apart" and not crossed(left.value, right.value):
            return None
        verdict = verdicts.judge(left, right, self.setting)
        return None if verdict.verdict == "none" else verdict


def _apply(rule: Rule, bench: _Bench) -> Iterator[Discrepancy]:
    setting = bench.setting
    if rule.takes() == "zones":
        operator = parts.load("operators", rule.operator)
        for title, body in _zones(setting, bench.sets, people=bench.people):
            reason = operator.judge(title, body, bench.case, rule.options)
            if reason.holds:
                apart = reason.children[0].holds if reason.children else True
                verdict = Verdict("tension", "warning" if apart else "info", [], "")
                yield _finding(rule, setting, [title, body], [reason], verdict)
        return
    for (made, _), held in zip(bench.slices(), bench.kept().pairs(rule), strict=True):
        for level in _levels(held, made) if held else ():
            best = max((p.verdict for p in level), key=lambda v: RANK[v.verdict])
            reasons = list({p.reason.says: p.reason for p in level}.values())
            yield _finding(rule, setting, _opposing(made, level, setting, bench.sets), reasons, best)


def _levels(held: list[Pair], made: list[Camp]) -> list[list[Pair]]:
    """The pairs by severity, the loudest first.

    A tension between camps that conflict anyway joins the conflict; a step in time between camps that contradict each
    other is nothing of its own.
    """
    home = {f.id: n for n, c in enumerate(made) for f in c.facts}
    levels: list[list[Pair]] = []
    known: set[int] = set()
    for severity in LOUDNESS:
        level = [p for p in held if p.verdict.severity == severity]
        camped = {home[f.id] for p in level for f in (p.left, p.right)}
        if not camped <= known:
            levels.append(level)
        elif level and severity == "warning":
            levels[0] = [*levels[0], *level]
        known |= camped
    return levels


def _speakers(facts: list[Fact], setting: Setting) -> list[Fact]:
    """One fact for each voice, document and manner of telling, so that a crowd of copies costs no more than one.

    Of a crowd that is still larger than SPEAKERS, some of each manner.
    """
    if len(facts) == 1:
        return facts
    kept: dict[tuple[object, ...], tuple[Fact, tuple[object, ...]]] = {}
    for fact in facts:
        manner = _manner(fact)
        kept.setdefault((setting.voices[fact.id], fact.document, *manner), (fact, manner))
    if len(kept) <= SPEAKERS:
        return [fact for fact, _ in kept.values()]
    seen: Counter[tuple[object, ...]] = Counter()
    ranked = []
    for number, (fact, manner) in enumerate(kept.values()):
        seen[manner] += 1
        ranked.append((seen[manner], number, fact))
    return [fact for _, _, fact in sorted(ranked, key=lambda row: row[:2])[:SPEAKERS]]


def _opposing(made: list[Camp], level: list[Pair], setting: Setting, sets: Sets) -> list[Camp]:
    """The camps with the facts that take part in the pairs, and those that say the same in the same manner."""
    taking = {f.id for p in level for f in (p.left, p.right)}
    kept = []
    for number, camp in enumerate(made):
        chosen = [f for f in camp.facts if f.id in taking]
        if not chosen:
            continue
        crowd = len(camp.facts) > SPEAKERS
        like = {_manner(f) if crowd else (f.document, f.voice, *_manner(f)) for f in chosen}
        facts = [f for f in camp.facts if (_manner(f) if crowd else (f.document, f.voice, *_manner(f))) in like]
        names = sorted({setting.voices[f.id] for f in facts})
        fits = fitting(made, number, sets)
        kept.append(Camp(value=camp.value, label=camp.label, facts=facts, voices=names, also_fits=fits))
    return kept


def _manner(fact: Fact) -> tuple[object, ...]:
    """Everything of a fact that a verdict looks at, but for who says it and where."""
    return (
        fact.value,
        fact.modality,
        fact.hedge,
        fact.as_of,
        fact.background,
        fact.zone,
        frozenset(fact.scope.items()),
        fact.assumed,
        fact.markers,
    )


def _zones(setting: Setting, sets: Sets, *, people: bool) -> Iterator[tuple[Camp, Camp]]:
    """For each document the camps of its title and of its body.

    A body that gives the title's answer anywhere, be it of another place or day, agrees with it.
    """
    if not any(fact.zone == "title" for fact in setting.question.facts):
        return
    by_document: dict[str, list[Fact]] = {}
    for fact in setting.question.facts:
        by_document.setdefault(fact.document, []).append(fact)
    for document, own in sorted(by_document.items()):
        title, body = [f for f in own if f.zone == "title"], [f for f in own if f.zone != "title"]
        if not title or not body:
            continue
        head = _first(title, sets, people=people)
        elsewhere = [f for f in setting.told[(setting.question.id, document)] if f.zone != "title"]
        agreeing = [f for f in elsewhere if sets.relate(head.value, f.value) != "apart"]
        known = {f.id for f in agreeing}
        yield head, _first([f for f in body if f.id in known] or agreeing or body, sets, people=people)


def _first(facts: list[Fact], sets: Sets, *, people: bool) -> Camp:
    """The first camp of some facts."""
    made = camps(facts, people=people)
    made[0].also_fits = fitting(made, 0, sets)
    return made[0]


# --- time -------------------------------------------------------------------------------------------------------


def slices(facts: list[Fact], asked: dict[str, Any]) -> list[list[Fact]]:
    """The sets of facts that hold together: all at once, or for what changes over time, those whose windows meet.

    A sweep over the beginnings of the windows: a set is whole where one of its windows ends before the next begins.
    """
    if asked["varies"] != "over-time":
        return [facts]
    windows = [_window(f, asked["holds_for"] or 0) for f in facts]
    begins = sorted(range(len(facts)), key=lambda n: windows[n][0])
    days = sorted({start for start, _ in windows})
    found: list[list[Fact]] = []
    active: list[int] = []
    at = 0
    for day, following in zip_longest(days, days[1:]):
        active = [n for n in active if windows[n][1] >= day]
        while at < len(begins) and windows[begins[at]][0] == day:
            active.append(begins[at])
            at += 1
        if following is None or any(windows[n][1] < following for n in active):
            found.append([facts[n] for n in sorted(active)])
    return found


def _window(fact: Fact, holds: int) -> tuple[date, date]:
    """The days on which a fact holds; a fact of no known day holds always, one of an unknown start only at its end."""
    if fact.as_of is None:
        return date.min, date.max
    end = fact.as_of.end or date.max
    start = fact.as_of.start or end
    return start, end if end >= date.max - timedelta(days=holds) else end + timedelta(days=holds)


# --- the finding ------------------------------------------------------------------------------------------------


def _finding(rule: Rule, setting: Setting, opposed: list[Camp], reasons: list[Reason], best: Verdict) -> Discrepancy:
    question = setting.question
    severity = best.severity
    if rule.severity is not None and LOUDNESS[rule.severity] < LOUDNESS[severity]:
        severity = rule.severity
    tree = Reason(holds=True, says=best.verdict, children=[*reasons, *best.reasons])
    return Discrepancy(
        rule=rule.id,
        question=question,
        camps=opposed,
        verdict=best.verdict,
        severity=severity,
        sentence=sentence(rule, setting, opposed, best.why),
        reasons=tree,
        fingerprint=fingerprint(rule.id, question, opposed),
    )


def fingerprint(rule: str, question: Question, opposed: Iterable[Camp]) -> str:
    """Twelve letters of a hash over rule, question, scope and values; places in the text don't count."""
    said = sorted(json.dumps(values.to_data(c.value), sort_keys=True) for c in opposed)
    key = json.dumps([rule, question.id, sorted(question.scope.items()), said], ensure_ascii=False)
    return hashlib.blake2b(key.encode(), digest_size=6).hexdigest()
