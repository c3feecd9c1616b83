"""From clauses to facts: every question is asked of every sentence that holds its concepts."""

import hashlib
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any
from zlib import crc32

from checker import binding, counted, held, scopes, summed
from checker.kinds.name import PLACES
from checker.model import SUMMED, Clause, Concept, Days, Document, Fact, Mention, Name, Span, State, Value
from checker.packs import Packs
from checker.page import Page
from checker.text import WORD, word_after, word_before
from checker.values import to_data

RUN = 8  # words in a row that two sentences share when one is taken from the other
LEAD = 12  # clauses of the title and the first sentence that are looked at: a line may repeat the title for ever
AMOUNTS = ("money", "measure", "duration")


# A way of asking: question id, question, its pattern, the concepts wanted, and the state that they tell.
_Pattern = tuple[str, dict[str, Any], dict[str, Any], list[str], str | None]


@dataclass(slots=True)
class _Scene:
    """One sentence of a document with its clauses."""

    document: Document
    packs: Packs
    page: Page
    sentence: list[Clause]
    lead: bool
    frames: list[Mention]  # the nouns of "the number of N"
    order: dict[int, int]  # the number of a clause -> its place in `sentence`
    focus: dict[str, str]  # the place and the day of the document's lead
    home: str | None  # the country that the document is about
    runs: frozenset[int] | None = None  # the eight-word runs of the sentence, once somebody asks


def facts(document: Document, page: Page, packs: Packs, clauses: list[Clause]) -> list[Fact]:
    """The facts of a document, in the order of the text."""
    found: list[Fact] = []
    frames = counted.frames(page, clauses)
    first = next((c.sentence for c in clauses if c.zone == "body"), None)
    focus = _focus(page, packs, [c for c in clauses if c.zone == "title" or c.sentence == first])
    home = scopes.home(clauses, packs)
    start = 0
    for _, group in groupby(clauses, key=attrgetter("sentence")):
        sentence = list(group)
        asked = _asked(sentence, packs)
        if asked:
            order = {n: n - start for n in range(start, start + len(sentence))}
            lead = sentence[0].zone == "title" or sentence[0].sentence == first
            scene = _Scene(document, packs, page, sentence, lead, frames, order, focus, home)
            found += _tidy([fact for pattern in asked for fact in _ask(scene, *pattern)])
        start += len(sentence)
    return with_ids(found)


def _focus(page: Page, packs: Packs, lead: list[Clause]) -> dict[str, str]:
    """The place and the day of which a document's title and first sentence speak."""
    found: dict[str, str] = {}
    lead = lead[:LEAD]
    for clause in reversed(lead):
        for mention in clause.mentions:
            anchor = mention if mention.kind == "concept" and held.ids_of(mention) in packs.predicates else None
            if anchor is None or "day" in found:
                continue
            setting = scopes.Setting([anchor], anchor, clause, lead, packs, page, None)
            found |= {
                k: v for k in ("site", "day", "target") if k not in found and (v := scopes.read(k, setting)) is not None
            }
    return found


def _asked(sentence: list[Clause], packs: Packs) -> list[_Pattern]:
    """The ways of asking whose concepts a sentence holds."""
    present: set[str] = set()
    for clause in sentence:
        for mention in clause.mentions:
            value = mention.value
            if isinstance(value, Concept):
                present.add(value.id)
            elif isinstance(value, Name):
                present.add(value.id)
                if not mention.latent:
                    present.add(f"any-{value.type}")
    openers = sorted(present & packs.by_concept.keys())
    if not openers:
        return []
    asked: list[_Pattern] = []
    for id, state, number in dict.fromkeys(row for opener in openers for row in packs.by_concept[opener]):
        question = packs.questions[id]
        pattern = question if state is None else question["states"][state]
        wanted = pattern["says"][number]
        if present.issuperset(wanted):
            asked.append((id, question, pattern, wanted, state))
    return asked


def _ask(
    scene: _Scene, id: str, question: dict[str, Any], pattern: dict[str, Any], wanted: list[str], state: str | None
) -> Iterator[Fact]:
    """The facts that one way of asking finds in a sentence: in each clause, or in one with its reporting clause."""
    for clause in scene.sentence:
        for mentions in _units(scene, clause):
            matches = _matches(question, wanted, mentions, clause, state)
            barred = question["without"] if matches else ()
            if barred and any(held.ids_of(m) in barred for m in mentions):
                break
            for words in matches:
                if not _barred(pattern, words, mentions):
                    yield from _answers(scene, id, question, pattern, words, clause, state)
            if matches:
                break


def _units(scene: _Scene, clause: Clause) -> Iterator[list[Mention]]:
    """The mentions in which words are looked for: those of a clause, then with those of the clause that reports it."""
    yield clause.mentions
    if clause.governor is not None and clause.governor in scene.order:
        governing = scene.sentence[scene.order[clause.governor]].mentions
        yield sorted([*governing, *clause.mentions], key=held.START)


def _matches(
    question: dict[str, Any], wanted: list[str], mentions: list[Mention], clause: Clause, state: str | None
) -> list[list[Mention]]:
    """The words that match: for a state the tightest, else those round every mention of what carries the answer."""
    own = next(iter(question["take"].values()), None)
    if state is not None or own not in wanted:
        words = binding.tightest(wanted, mentions, question["near"])
        found = [words] if words is not None else []
    else:
        anchors = [m for m in mentions if binding.answers_to(m, own)]
        around = [binding.around(m, wanted, own, mentions, question["near"]) for m in anchors]
        found = [words for words in around if words is not None]
    return [words for words in found if any(binding.in_clause(w, clause) for w in words)]


def _barred(pattern: dict[str, Any], words: list[Mention], mentions: list[Mention]) -> bool:
    """A concept that must not stand beside the words of a pattern."""
    if not pattern["without"]:
        return False
    low, high = min(w.start for w in words) - 20, max(w.end for w in words) + 25
    beside = mentions[bisect_left(mentions, low, key=held.START) : bisect_left(mentions, high, key=held.START)]
    return any(held.ids_of(m) in pattern["without"] for m in beside if m.end <= high)


def _answers(
    scene: _Scene,
    id: str,
    question: dict[str, Any],
    pattern: dict[str, Any],
    words: list[Mention],
    clause: Clause,
    state: str | None,
) -> Iterator[Fact]:
    if state is not None:
        anchor = max(words, key=lambda w: (w.kind == "concept", w.start))
        yield from _fact(scene, id, question, pattern, words, clause, State(id=state), anchor, None, "stated")
        return
    kind, concept = next(iter(question["take"].items()))
    anchor = next((w for w in words if binding.answers_to(w, concept)), words[0])
    at = held.clause_at(scene.sentence, anchor.start)
    home = clause if at is None else scene.sentence[at]
    for value, mention, read_by in _take(scene, kind, question, words, anchor, home):
        yield from _fact(scene, id, question, pattern, words, home, value, anchor, mention, read_by)


def _take(
    scene: _Scene, kind: str, question: dict[str, Any], words: list[Mention], anchor: Mention, home: Clause
) -> Iterator[tuple[Value, Mention | None, str]]:
    """The values that a question takes from a clause, each with the words that carry it."""
    if kind == "date-of":
        found = binding.date_of(
            anchor, home, frozenset(question["bounds"]), scene.packs.predicates, scene.document.text, words
        )
        if found is not None and found.value is not None:
            yield found.value, found, "stated"
        elif scene.lead and question["lead_is_published"] and scene.document.published is not None and not _dated(home):
            day = scene.document.published
            yield Days(start=day.start, end=day.end, grain=day.grain), None, "published"
    elif kind == "count-of":
        nouns = frozenset(question["nouns"])
        for count in binding.counts_of(anchor, home, nouns, scene.packs.counting, scene.document.text, scene.frames):
            beside = counted.is_part(scene.page, count, home) or counted.is_apart(scene.page, count, anchor)
            some = bool(nouns) and counted.is_taken_from(scene.page, count, anchor)
            if count.value is not None and not beside and not some:
                count.of = held.ids_of(anchor)
                whole = summed.whole(count, anchor, home, nouns, scene.page, scene.packs)
                if whole.value is not None:
                    yield whole.value, whole, "stated" if whole is count else SUMMED
    elif kind == "place-of":
        lying = _lies_in(scene, anchor, home)
        if lying is not None and lying.value is not None:
            yield lying.value, lying, "stated"
    else:
        for one in {"share-of": ("share",), "ordinal-of": ("ordinal",), "amount-of": AMOUNTS}[kind]:
            found = binding.share_of(anchor, home, one)
            if found is not None and found.value is not None:
                found.of = held.ids_of(anchor)
                yield found.value, found, "stated"
                return


GAP_OF_PLACE = 28  # code points between a place and the place that it is said to lie in


def _lies_in(scene: _Scene, anchor: Mention, home: Clause) -> Mention | None:
    """The place that a place is said to lie in: the next one behind it, with "in" and no predicate between them."""
    places = held.named(home, PLACES).mentions
    behind = next((m for m in places[bisect_left(places, anchor.end, key=held.START) :] if not m.latent), None)
    if behind is None or behind.start - anchor.end > GAP_OF_PLACE:
        return None
    page = scene.page
    low, high = page.at(anchor.end), page.at(behind.start)
    next_told = held.telling(home, scene.packs.predicates).behind(anchor.end)
    told = next_told is not None and next_told.start < behind.start
    other = any(page.between(role, low, high) for role in ("and", "from", "say", "among"))
    colon = ":" in page.folded.text[low:high]
    return behind if page.between("in", low, high) and not (told or other or colon) else None


def _dated(clause: Clause) -> bool:
    """Whether a clause gives a day at all, be it another predicate's."""
    dates = held.of_kind(clause, "date").mentions
    return any(m.value is None or getattr(m.value, "bound", "") == "on" for m in dates)


def _fact(
    scene: _Scene,
    id: str,
    question: dict[str, Any],
    pattern: dict[str, Any],
    words: list[Mention],
    clause: Clause,
    value: Value,
    anchor: Mention,
    carrier: Mention | None,
    read_by: str,
) -> Iterator[Fact]:
    modality = "done" if question["answer"] == "place" else binding.modality([words[0]], clause)
    ahead = words if carrier is None or carrier.kind != "date" else []
    if modality == "done" and (binding.lies_ahead(ahead, clause, scene.document) or _carries_future(scene, carrier)):
        modality = "planned"
    if pattern["modality"] and modality not in pattern["modality"]:
        return
    if question["answer"] != "state" and not pattern["modality"] and modality == "reported":
        return
    if question["answer"] == "state" and any(w.hedge == "future" for w in words) and modality == "done":
        modality = "planned"
    setting = scopes.Setting(words, anchor, clause, scene.sentence, scene.packs, scene.page, scene.home)
    scope = scopes.scope(question, setting)
    if scope is None:
        return
    stated, assumed = scope
    if question["focus"]:
        missing = {k: v for k, v in scene.focus.items() if k in question["separates"] and k not in stated}
        if scene.lead and not clause.background:
            stated, assumed = {**stated, **missing}, assumed | frozenset(missing)
    used = [*words, carrier] if carrier is not None else words
    start, end = min(m.start for m in used), max(m.end for m in used)
    mark = carrier or anchor
    text = scene.document.text
    yield Fact(
        id="",
        question=id,
        scope=stated,
        value=value,
        hedge=carrier.hedge if carrier is not None and carrier.kind != "concept" else "exact",
        as_of=_as_of(scene, clause, words, lasting=_lasts(question, value, modality)),
        modality=modality,
        voice=clause.speaker or scene.document.source or scene.document.id,
        speaker=clause.speaker,
        document=scene.document.id,
        start=start,
        end=end,
        quote=scene.document.text[start:end],
        mentions=sorted(used, key=lambda m: m.start),
        zone=clause.zone,
        read_by=read_by,
        mark=Span(word_before(text, mark.start), word_after(text, mark.end)),
        shingles=_shingles(scene),
        background=clause.background,
        markers=_markers(scene, clause),
        assumed=assumed,
    )


def _carries_future(scene: _Scene, carrier: Mention | None) -> bool:
    """Whether the answer itself is a day behind the day of publication."""
    published = scene.document.published
    day = carrier.value if carrier is not None else None
    ahead = isinstance(day, Days) and day.start is not None and published is not None and published.end is not None
    return ahead and day.start > published.end  # type: ignore[union-attr, operator]  # both told apart in the line above


def _markers(scene: _Scene, clause: Clause) -> frozenset[str]:
    """The markers of a clause and of the one that reports it: "initial reports say that ..."."""
    if clause.governor is None or clause.governor not in scene.order:
        return clause.markers
    return clause.markers | scene.sentence[scene.order[clause.governor]].markers


def _lasts(question: dict[str, Any], value: Value, modality: str) -> bool:
    """Whether a fact holds for a time (a state, a plan, a changing count), so that a day told with it is its as-of."""
    return isinstance(value, State) or modality == "planned" or question["varies"] == "over-time"


def _as_of(scene: _Scene, clause: Clause, words: list[Mention], *, lasting: bool) -> Days | None:
    """When a fact held: what lasts and is told of an earlier day, by a date of its own predicate, held on that day."""
    published = scene.document.published
    if not lasting or published is None or published.start is None:
        return clause.as_of
    day = _own_day(scene, clause, words)
    if day is None or day.end is None or day.end >= published.start:
        return clause.as_of
    if clause.reports or clause.governor is not None:  # told on a day of its own, which can't lie before what it tells
        spoken = None if clause.as_of is None else clause.as_of.end
        return day if spoken is not None and spoken < day.end else clause.as_of
    return day


def _own_day(scene: _Scene, clause: Clause, words: list[Mention]) -> Days | None:
    """The day of a predicate or of the one that governs it, be it in front of "that": agreed on July 26 that ..."""
    text, predicates = scene.document.text, scene.packs.predicates
    heads = [(words[0], clause)]
    governing = binding.governor_of(words[0], clause, predicates, text)
    if governing is not None:
        heads.append((governing, clause))
    at = held.clause_at(scene.sentence, clause.start) or 0
    if governing is None and at > 0 and clause.governor is None:
        before = held.telling(scene.sentence[at - 1], predicates).mentions
        heads += [(before[-1], scene.sentence[at - 1])] if before else []
    for head, home in heads:
        told = binding.date_of(head, home, frozenset(["on"]), predicates, text, words)
        if told is not None and isinstance(told.value, Days):
            return told.value
    return None


def _shingles(scene: _Scene) -> frozenset[int]:
    """The eight-word runs of the sentence, names left out, as checksums; made once for all facts of a sentence."""
    if scene.runs is None:
        page = scene.page
        start, end = page.at(scene.sentence[0].start), page.at(scene.sentence[-1].end)
        letters = list(page.folded.text[start:end])
        for mention in (m for c in scene.sentence for m in c.mentions if m.kind == "name" and not m.latent):
            low, high = page.at(mention.start) - start, page.at(mention.end) - start
            letters[low:high] = " " * (high - low)
        words = WORD.findall("".join(letters))
        scene.runs = frozenset(crc32(" ".join(words[i : i + RUN]).encode()) for i in range(len(words) - RUN + 1))
    return scene.runs


def _tidy(found: list[Fact]) -> list[Fact]:
    """One fact for each question, value and stretch: of two that overlap with one value, the shorter."""
    kept: list[Fact] = []
    taken: dict[tuple[str, Value], list[tuple[int, int]]] = {}  # stretches that don't overlap, in the order of the text
    for fact in sorted(found, key=lambda f: (f.end - f.start, f.start, f.question)):
        stretches = taken.setdefault((fact.question, fact.value), [])
        at = bisect_left(stretches, (fact.end, 0))
        if at == 0 or stretches[at - 1][1] <= fact.start:
            insort(stretches, (fact.start, fact.end))
            kept.append(fact)
    return sorted(kept, key=lambda f: (f.start, f.end, f.question, str(f.value)))


def with_ids(found: list[Fact]) -> list[Fact]:
    """The facts, each with its id: from document, question, scope, value and ordinal, not from places in the text."""
    seen: Counter[str] = Counter()
    for fact in found:
        value = sorted(to_data(fact.value).items(), key=str)
        key = f"{fact.document}|{fact.question}|{sorted(fact.scope.items())}|{value}"
        seen[key] += 1
        fact.id = hashlib.blake2b(f"{key}|{seen[key]}".encode(), digest_size=6).hexdigest()
    return found
