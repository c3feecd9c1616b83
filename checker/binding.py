"""Which words belong together in a sentence.

The tightest stretch of several concepts, a count and its noun, a date and its predicate, a word and its cue.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from checker.held import START, Row, ids_of, of_kind, telling
from checker.model import Amount, Clause, Concept, Cue, Days, Document, Mention, Name

COUNT_REACH = 28  # code points between a count and the noun behind it
VERB_REACH = 60  # between a count and the verb that says what happened to what is counted
BARE_REACH = 6  # between a count without a noun and the verb behind it: 83 were injured
SHARE_REACH = 70
DATE_REACH = 80  # between a date and its predicate
COMMA = 12  # what a comma between a date and a predicate counts for, in code points
DENIAL_REACH = 14  # between a denial and the word that it denies
PLAN_REACH = 32
LONGEST = 200  # code points of the longest mention
FEW = 16  # mentions that are looked through rather than looked up
BREAKS = frozenset(",;\n\u060c\u061b")  # comma and semicolon of both scripts


def _near(mentions: Sequence[Mention], low: int, high: int) -> Sequence[Mention]:
    """Those of some mentions, in the order of the text, that may touch a stretch: all of them where they are few.

    A sentence may hold hundreds; who looks through all of them for each of them doesn't come to an end.
    """
    if len(mentions) <= FEW:
        return mentions
    first = bisect_left(mentions, low - LONGEST, key=START)
    return mentions[first : bisect_right(mentions, high, first, key=START)]


def answers_to(mention: Mention, wanted: str) -> bool:
    """Whether a mention is what a pattern wants: a concept or name by its id, or any name of a type (any-base)."""
    value = mention.value
    if isinstance(value, Name):
        return wanted in (value.id, f"any-{value.type}") and not mention.latent
    return isinstance(value, Concept) and value.id == wanted


def is_none(mention: Mention) -> bool:
    """Whether a count says that there was none: what it counts is told, and not denied."""
    value = mention.value
    return mention.kind == "count" and isinstance(value, Amount) and value.high == 0


def tightest(wanted: Sequence[str], present: Sequence[Mention], widest: int) -> list[Mention] | None:
    """One mention of each wanted id, in their order, in the shortest stretch that holds them all; `None` if too wide.

    A sliding window over the mentions in the order of the text: linear in their number.
    """
    needed = dict.fromkeys(wanted)
    last: dict[str, Mention] = {}
    best: list[Mention] | None = None
    size = widest + 1
    for mention in present:
        hit = next((w for w in needed if answers_to(mention, w)), None)
        if hit is None:
            continue
        last[hit] = mention
        if len(last) == len(needed):
            chosen = [last[w] for w in needed]
            length = max(m.end for m in chosen) - min(m.start for m in chosen)
            if length < size:
                best, size = chosen, length
    return best


def around(
    anchor: Mention, wanted: Sequence[str], own: str, present: Sequence[Mention], widest: int
) -> list[Mention] | None:
    """The anchor, which answers to `own`, with the nearest mention of each other wanted id; `None` if that is too wide.

    What stands in the anchor's place in the order of the wanted ids is the anchor.
    """
    chosen = []
    present = _near(present, anchor.start - widest, anchor.end + widest)
    for id in dict.fromkeys(wanted):
        if id == own:
            chosen.append(anchor)
            continue
        near = [m for m in present if answers_to(m, id) and m is not anchor]
        if not near:
            return None
        chosen.append(min(near, key=lambda m: (distance(m, anchor), m.start)))
    return chosen if max(m.end for m in chosen) - min(m.start for m in chosen) <= widest else None


def noun_of(count: Mention, clause: Clause, text: str, frames: Sequence[Mention]) -> Mention | None:
    """The concept that a count modifies: the nearest behind it, else the noun of "the number of N is"."""
    for mention in of_kind(clause, "concept").near(count.start, count.end + COUNT_REACH):
        if _overlap(mention, count) and not is_none(count):
            return mention  # a dual is its own noun
        if mention.start >= count.end - 1:
            between = text[count.end : mention.start]
            if len(between) <= COUNT_REACH and not BREAKS & set(between):
                return mention
            break
    at = bisect_left(frames, count.start, key=START)
    while at > 0 and frames[at - 1].end > count.start:
        at -= 1
    return frames[at - 1] if at > 0 and frames[at - 1].start >= clause.start else None


def counts_of(
    concept: Mention,
    clause: Clause,
    nouns: frozenset[str],
    rivals: frozenset[str],
    text: str,
    frames: Sequence[Mention],
) -> list[Mention]:
    """The counts of a clause that count a concept: as its noun, or as a noun that the verb takes (killed 15 people)."""
    found = []
    for mention in _counts_near(concept, clause, frames):
        if mention.value is None or mention.latent:
            continue
        if _overlap(mention, concept):
            found.append(mention)  # a dual and "no casualties" are their own nouns
            continue
        noun = noun_of(mention, clause, text, frames)
        if noun is not None and ids_of(noun) == ids_of(concept):
            if noun is concept or noun.start == concept.start:
                found.append(mention)
            continue
        if noun is not None and ids_of(noun) not in nouns:
            continue
        if nouns and _verb_of(mention, concept, noun, clause, rivals, text):
            found.append(mention)
    return found


def _counts_near(concept: Mention, clause: Clause, frames: Sequence[Mention]) -> list[Mention]:
    """The counts that may count a concept: in front of it and behind it no further than behind the nearest one.

    What is counted by a farther one, with its noun between the two, doesn't reach over the nearest. Only the noun of
    "the number of" may be that of every count up to the next such noun.
    """
    counts = of_kind(clause, "count")
    reach = COUNT_REACH + of_kind(clause, "concept").longest
    before, behind = counts.before(concept.start), counts.behind(concept.end)
    low = max(concept.start - VERB_REACH, 0 if before is None else before.start) - reach
    high = concept.end + VERB_REACH if behind is None else min(concept.end + VERB_REACH, behind.end)
    at = bisect_left(frames, concept.start, key=START)
    if at < len(frames) and frames[at].start == concept.start:
        high = max(high, frames[at + 1].end if at + 1 < len(frames) else clause.end)
    return counts.near(low, high)


def _verb_of(
    count: Mention, verb: Mention, noun: Mention | None, clause: Clause, rivals: frozenset[str], text: str
) -> bool:
    """Whether a verb takes a count: near it, with no comma, no other count and no nearer verb.

    A count without a noun is taken only behind its verb or right in front of it.
    """
    follows = count.end <= verb.start
    low, high = (noun.end if noun is not None else count.end, verb.start) if follows else (verb.end, count.start)
    if high - low > (BARE_REACH if follows and noun is None else VERB_REACH) or BREAKS & set(text[low:high]):
        return False
    if any(low <= m.start and m.end <= high for m in of_kind(clause, "count").near(low, high)):
        return False
    near = max(0, high - low)
    start, end = count.start, max(count.end, noun.end if noun is not None else 0)
    others = telling(clause, rivals).near(start - near, end + near)
    own = ids_of(verb)
    return not any(max(0, m.start - end, start - m.end) < near and ids_of(m) != own for m in others)


def share_of(concept: Mention, clause: Clause, kind: str) -> Mention | None:
    """The share (or ordinal, or amount) nearest to a concept in its clause."""
    near = [
        m
        for m in of_kind(clause, kind).near(concept.start - SHARE_REACH, concept.end + SHARE_REACH)
        if m.value is not None and distance(m, concept) <= SHARE_REACH
    ]
    return min(near, key=lambda m: (distance(m, concept), m.start)) if near else None


def date_of(
    predicate: Mention,
    clause: Clause,
    bounds: frozenset[str],
    rivals: frozenset[str],
    text: str,
    own: Sequence[Mention] = (),
    said: Days | None = None,
) -> Mention | None:
    """The date of a predicate: the nearest of its clause with a fitting bound; ties go to the following one.

    Where the clause reports, the day on which that was `said` gives way to another.

    A date that lies nearer to a rival (another predicate, which is not among the `own` words) than to the predicate and
    all those words belongs to that one.
    """
    near = [
        m
        for m in of_kind(clause, "date").near(predicate.start - DATE_REACH, predicate.end + DATE_REACH)
        if isinstance(m.value, Days) and m.value.bound in bounds and distance(m, predicate) <= DATE_REACH
    ]
    if not near:
        return None
    words = [predicate, *own]
    told = telling(clause, rivals)
    dates = [m for m in near if not _lost(m, told, words, min(_far(m, word, text) for word in words), text)]
    if clause.reports and said is not None:
        dates = [m for m in dates if not (m.value == said and m.end <= predicate.start)] or dates
    return min(dates, key=lambda m: (_far(m, predicate, text), m.start < predicate.start)) if dates else None


def _lost(date: Mention, rivals: Row, words: Sequence[Mention], far: int, text: str) -> bool:
    """Whether a date lies nearer to a rival that overlaps none of some words than so many code points.

    What follows a comma takes no date from the words in front of it: rockets fell on 30 May, without casualties.
    """
    ends = any(word.end <= date.start and not BREAKS & set(text[word.end : date.start]) for word in words)
    return any(
        distance(date, rival) < far
        and not (ends and BREAKS & set(text[date.end : rival.start]))
        and not any(_overlap(rival, word) for word in words)
        and _far(date, rival, text) < far
        for rival in rivals.near(date.start - far, date.end + far)
    )


def governor_of(word: Mention, clause: Clause, predicates: frozenset[str], text: str) -> Mention | None:
    """The predicate in front of a word, with no comma between them: agreed on the withdrawal."""
    told = telling(clause, predicates)
    last = told.before(word.start)
    if last is None:
        return None
    before = [m for m in told.near(last.end, word.start) if m.end <= word.start]
    nearest = max(before, key=lambda m: m.end)
    return None if BREAKS & set(text[nearest.end : word.start]) else nearest


def _overlap(a: Mention, b: Mention) -> bool:
    return a.start < b.end and b.start < a.end


def _far(date: Mention, predicate: Mention, text: str) -> int:
    """How far a date lies from a predicate, a comma between them counted as some words more."""
    low, high = (date.end, predicate.start) if date.end <= predicate.start else (predicate.end, date.start)
    return distance(date, predicate) + (COMMA if BREAKS & set(text[low:high]) else 0)


def distance(a: Mention, b: Mention) -> int:
    """Code points between two mentions; 0 when they touch or overlap."""
    return max(0, a.start - b.end, b.start - a.end)


def modality(words: Sequence[Mention], clause: Clause) -> str:
    """done, planned or denied: by the cue nearest in front of a word, or a future verb.

    A condition makes nothing done: it is told as reported.
    """
    own = [w for w in words if in_clause(w, clause)]
    if not own:
        return "denied" if clause.denied else "done"
    cues = clause.cues
    first = next((c.start for c in cues if c.kind == "conditional"), None) if cues else None
    if first is not None and any(first <= w.start for w in own):
        return "reported"
    if clause.denied or any(w.kind == "concept" and _denied(w, clause) for w in own):
        return "denied"
    planned = any(c.kind == "planned" and 0 <= w.start - c.end <= PLAN_REACH for w in own for c in _cues(clause, w))
    return "planned" if planned or any(w.hedge == "future" and w.kind == "concept" for w in own) else "done"


def _cues(clause: Clause, word: Mention) -> Sequence[Cue]:
    """The cues that may lie near a word, in front of it."""
    cues = clause.cues
    if len(cues) <= FEW:
        return cues
    first = bisect_left(cues, word.start - PLAN_REACH - LONGEST, key=START)
    return cues[first : bisect_right(cues, word.start, first, key=START)]


def _denied(word: Mention, clause: Clause) -> bool:
    """Whether a denial stands in front of a word; the "no" of "no one" is a count."""
    return any(
        c.kind == "denied"
        and 0 <= word.start - c.end <= DENIAL_REACH
        and not any(is_none(m) and m.start <= c.start < m.end for m in of_kind(clause, "count").near(c.start, c.start))
        for c in _cues(clause, word)
    )


def lies_ahead(words: Sequence[Mention], clause: Clause, document: Document) -> bool:
    """A date near the words that lies behind the day of publication."""
    if document.published is None or document.published.end is None or not words:
        return False
    low, high = min(w.start for w in words) - PLAN_REACH, max(w.end for w in words) + PLAN_REACH
    return any(
        low <= m.start
        and isinstance(m.value, Days)
        and m.value.start is not None
        and m.value.start > document.published.end
        for m in of_kind(clause, "date").near(low, high)
    )


def in_clause(mention: Mention, clause: Clause) -> bool:
    """Whether a mention begins in a clause."""
    return clause.start <= mention.start < clause.end
