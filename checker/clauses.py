"""From mentions to clauses: who says it, as of when, and which words colour it.

A sentence is cut at complementisers, quotation marks, semicolons, and in front of a further verb of saying. A clause
behind a verb of saying is its complement and belongs to whoever speaks there.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise

from checker.line import Item
from checker.model import Clause, Concept, Cue, Days, Document, Mention, Name
from checker.packs import Packs
from checker.page import Page

SPEAKERS = frozenset(["person", "organisation", "force", "media", "committee", "office"])
STATES = frozenset(["country", "city"])
CUES = ("planned", "denied", "still", "conditional")
MARKERS = ("final", "first-report", "correction")
FREE = frozenset(["on", "during"])  # a date with another bound belongs to what is said, not to the saying
NEAR = 90  # code points between a verb of saying and its speaker
BESIDE_NAME = 3  # between a verb of saying and a name that stands right beside it
COLON_REACH = 16  # between a name and the colon of a headline: Name in a statement: ...
BESIDE = 8  # code points between a verb of saying and a country that speaks
QUOTED_NAME = 26  # a quotation no longer than this is a name or a word, no speech
SPEECH = re.compile(r"[,;:\u060c\u061b\"\u201c\u201d\u00ab\u00bb\n]")  # where the words for a speaker end
WORDS = re.compile(r"[^\w\s'-]+")
SIGNATURE = 8  # clauses that a signature may have
SPOKEN = 4  # letters of the longest word for a speaker; shorter ones are particles
TAKING = 60  # between a predicate and a date behind it
UNNAMED = 4  # words that stand for a speaker whom no pack names


@dataclass(slots=True)
class _Reading:
    """Where the reading of a document stands."""

    document: Document
    page: Page
    packs: Packs
    names: list[Mention]
    dates: list[Mention]
    predicates: list[Mention]
    clauses: list[Clause] = field(default_factory=list)
    last: str | None = None  # who spoke last
    quoting: str | None = None  # whose quotation runs on from the sentence before
    aside: bool = False  # below a headline inside the text


def clauses(document: Document, page: Page, packs: Packs, mentions: list[Mention]) -> list[Clause]:
    """The clauses of a document in the order of the text, each with the mentions that begin in it."""
    reading = _Reading(
        document,
        page,
        packs,
        [m for m in mentions if m.kind == "name"],
        [m for m in mentions if m.kind == "date" and m.value],
        [m for m in mentions if isinstance(m.value, Concept) and m.value.id in packs.predicates],
    )
    spans = page.sentences(document.zones, packs)
    zones = iter(document.zones)
    zone = next(zones, None)
    end_before = 0
    for number, (start, end) in enumerate(spans):
        at = page.folded.start(start)
        if "\n" in page.folded.text[end_before:start]:
            reading.quoting = None
        end_before = end
        while zone is not None and zone.end <= at:
            if zone.kind == "headline":
                reading.aside = True
            reading.quoting = None
            zone = next(zones, None)
        if zone is not None:
            _sentence(reading, number, start, end, zone.kind)
            if zone.kind == "signature":
                _sign(reading, number)
    _assign(reading.clauses, mentions)
    return reading.clauses


def _assign(found: list[Clause], mentions: list[Mention]) -> None:
    at = 0
    for clause in found:
        while at < len(mentions) and mentions[at].start < clause.start:
            at += 1
        while at < len(mentions) and mentions[at].start < clause.end:
            clause.mentions.append(mentions[at])
            at += 1


def _cuts(page: Page, packs: Packs, start: int, end: int) -> list[int]:
    """Where the clauses of a sentence begin."""
    text = page.folded.text
    cuts = {start}
    cuts |= {i.start for i in page.between("that", start + 1, end)}
    says = page.between("say", start, end)
    for item in says[1:]:
        before = text[start : item.outer].rstrip()
        if before.endswith((",", '"')) or (item.prefix and not before.endswith("(")):
            cuts.add(item.outer)
        elif item.language is not None and packs.languages[item.language].subject == "before":
            comma = text.rfind(",", max(cut for cut in cuts if cut <= item.outer), item.outer)
            cuts |= {comma + 1} if 0 <= item.outer - comma - 1 <= NEAR and comma >= 0 else set()
    cuts |= set(_quotes(text, start, end))
    cuts |= {at + 1 for at in range(start, end) if text[at] == ";"}
    return sorted(c for c in cuts if text[c:end].strip(' ".'))


def _quotes(text: str, start: int, end: int) -> list[int]:
    """The quotation marks at which a sentence is cut: not those round a name or a single word."""
    found = []
    at = text.find('"', start, end)
    while at >= 0:
        closing = text.find('"', at + 1, min(end, at + QUOTED_NAME))
        if closing >= 0:
            at = text.find('"', closing + 1, end)
            continue
        found.append(at)
        at = text.find('"', at + 1, end)
    return found


def _sentence(reading: _Reading, number: int, start: int, end: int, zone: str) -> None:
    page = reading.page
    text = page.folded.text
    edges = [*_cuts(page, reading.packs, start, end), end]
    first = len(reading.clauses)
    colon = _colon_speaker(reading, start, end)
    cited = _cited(reading, start, end)
    speaker, governor, as_of = colon or reading.quoting, None, None
    if reading.quoting is None and cited is not None:
        speaker = cited
    denying = False
    told_before = bool(page.between("pluperfect", start, min(end, start + 40)))
    for a, b in pairwise(edges):
        says = page.between("say", a, b)
        if says:
            who = _speaker(reading, says[0], a, b, start)
            speaker = None
            told_on = bool(page.between("continue", says[0].start, says[0].start + 1))
            reported = _say_date(reading, says[0], a, b) or (as_of if told_on else None)
            denying = bool(page.between("deny", says[0].start, says[0].start + 1))
            clause = _make(reading, number, a, b, zone, speaker=who, governor=None, reports=True, as_of=reported)
            speaker, governor, as_of = who, len(reading.clauses), reported
            reading.last = who or reading.last
        else:
            clause = _make(reading, number, a, b, zone, speaker=speaker, governor=governor, reports=False, as_of=as_of)
        clause.denied = denying and governor is not None
        clause.background = reading.aside and reported_today(clause, reading.document) is False or told_before
        if clause.background and clause.as_of is None and reading.document.published is not None:
            clause.as_of = Days(start=None, end=reading.document.published.end, grain="vague")
        if clause.as_of is None:
            clause.as_of = reading.document.published
        reading.clauses.append(clause)
    _quoted_first(reading, first)
    if len(_quotes(text, start, end)) % 2:
        reading.quoting = None if reading.quoting is not None else speaker


def _quoted_first(reading: _Reading, first: int) -> None:
    """A quotation in front of its verb of saying belongs to whoever speaks there."""
    opened = [reading.page.folded.text.startswith('"', reading.page.at(c.start)) for c in reading.clauses[first:]]
    for number in range(first + 1, len(reading.clauses)):
        quoted, saying = reading.clauses[number - 1], reading.clauses[number]
        if saying.reports and opened[number - first - 1] and opened[number - first] and quoted.speaker is None:
            quoted.speaker, quoted.governor, quoted.as_of = saying.speaker, number, saying.as_of


def reported_today(clause: Clause, document: Document) -> bool:
    """Whether a clause is told as of the day of publication by a date of its own."""
    return (
        clause.as_of is not None and document.published is not None and clause.as_of.start == document.published.start
    )


def _make(
    reading: _Reading,
    number: int,
    a: int,
    b: int,
    zone: str,
    *,
    speaker: str | None,
    governor: int | None,
    reports: bool,
    as_of: Days | None,
) -> Clause:
    page = reading.page
    place = page.folded.start
    still = [(i.start, i.end) for i in page.between("still", a, b)]
    hidden = [(p.start, p.end) for p in page.phrases_in(a, b)] + still
    cues = [
        Cue(place(i.start), page.folded.end(i.end), kind)
        for kind in CUES
        for i in page.between(kind, a, b)
        if kind == "still" or not any(s <= i.start and i.end <= e for s, e in hidden)
    ]
    markers = frozenset(kind for kind in MARKERS if page.between(kind, a, b))
    return Clause(
        start=place(a), end=page.folded.end(b), sentence=number, governor=governor, zone=zone, mentions=[],
        speaker=speaker, as_of=as_of, cues=sorted(cues), reports=reports, markers=markers,
    )  # fmt: skip


# --- who speaks -------------------------------------------------------------------------------------------------


def _names(reading: _Reading, a: int, b: int) -> list[Mention]:
    """Names between two folded places that can speak."""
    low, high = reading.page.folded.start(a), reading.page.folded.end(b)
    near = [n for n in _between(reading.names, low, high) if n.end <= high and _type(n) in SPEAKERS]
    return [n for n in near if _type(n) != "media" or not _addressed(reading, n)]


def _addressed(reading: _Reading, name: Mention) -> bool:
    """Whether somebody speaks *to* an outlet: a preposition hangs on its name or stands in front of it."""
    page = reading.page
    at = page.at(name.start)
    hung = at > 0 and page.folded.text[at - 1].isalpha()
    return hung or page.before(at, "to") is not None


def _between(mentions: list[Mention], low: int, high: int) -> list[Mention]:
    """The mentions that begin between two places of the original."""
    first = bisect_left(mentions, low, key=lambda m: m.start)
    return mentions[first : bisect_left(mentions, high, key=lambda m: m.start)]


def _states(reading: _Reading, say: Item, start: int, b: int) -> list[Mention]:
    """A country or a capital right beside a verb of saying speaks for its government."""
    low, high = reading.page.folded.start(start), reading.page.folded.end(b)
    near = [n for n in _between(reading.names, low, high) if _type(n) in STATES and not n.latent]
    return [
        n
        for n in near
        if 0 <= reading.page.at(n.start) - say.end <= BESIDE or 0 <= say.outer - reading.page.at(n.end) <= BESIDE
    ]


def _id(mention: Mention) -> str:
    return str(getattr(mention.value, "id", ""))


def _speaker(reading: _Reading, say: Item, a: int, b: int, start: int) -> str | None:
    """Who a verb of saying belongs to: a name right beside it, then people in front of bodies.

    The side on which the language has its subject comes first; without a name, who spoke last, or the words there.
    """
    page = reading.page
    follows = say.language is not None and reading.packs.languages[say.language].subject == "after"
    after = [n for n in _names(reading, say.end, b) if page.at(n.start) - say.end <= NEAR]
    before = [n for n in _names(reading, start, say.outer) if say.outer - page.at(n.end) <= NEAR][::-1]
    beside = [n for n in before if say.outer - page.at(n.end) <= BESIDE_NAME]
    beside += [n for n in after if page.at(n.start) - say.end <= BESIDE_NAME and _type(n) != "office"]
    if page.between("pluperfect", start, say.outer):
        follows = False  # in "X had announced" the subject stands in front in any language
    sides = (after, before) if follows else (before, after)
    first = [n for n in sides[0] if _type(n) == "person"]
    told_on = page.between("continue", say.start, say.start + 1)
    if told_on and not beside and not first and reading.last is not None:
        return reading.last
    people = [n for side in sides for n in side if _type(n) == "person"]
    bodies = [n for side in sides for n in side if _type(n) != "force"]
    ordered = [*beside, *people, *_states(reading, say, start, b), *bodies]
    if ordered:
        return _id(ordered[0])
    return _unnamed(reading, say, a, b, follows=follows)


def _type(mention: Mention) -> str:
    return mention.value.type if isinstance(mention.value, Name) else ""


def _unnamed(reading: _Reading, say: Item, a: int, b: int, *, follows: bool) -> str | None:
    """The words that stand for a speaker whom no pack names, so that two of them stay two."""
    page = reading.page
    low, high = (say.end, b) if follows else (a, say.outer)
    stretch = page.text[page.folded.start(low) : page.folded.end(high)]
    words = WORDS.sub(" ", SPEECH.split(stretch)[0 if follows else -1]).split()
    if not words and follows:
        return _unnamed(reading, say, a, b, follows=False)
    chosen = words[:UNNAMED] if follows else words[-UNNAMED:]
    return " ".join(chosen) if any(len(w) >= SPOKEN for w in chosen) else reading.last


def _colon_speaker(reading: _Reading, start: int, end: int) -> str | None:
    """Name, colon, words: the way of headlines."""
    page = reading.page
    colon = page.folded.text.find(":", start, min(end, start + NEAR))
    names = _names(reading, start, colon) if colon > 0 else []
    return _id(names[-1]) if names and colon - page.at(names[-1].end) <= COLON_REACH else None


def _cited(reading: _Reading, start: int, end: int) -> str | None:
    """Whom a sentence names as its source: according to, citing."""
    for item in reading.page.between("according", start, end):
        names = _names(reading, item.end, min(end, item.end + NEAR))
        if names:
            return _id(names[0])
    return None


def _say_date(reading: _Reading, say: Item, a: int, b: int) -> Days | None:
    """The day on which somebody speaks: a date of the reporting clause that is no deadline and no other verb's."""
    low, high = reading.page.folded.start(a), reading.page.folded.end(b)
    for date in _between(reading.dates, low, high):
        if isinstance(date.value, Days) and date.value.bound in FREE:
            published = reading.document.published
            past = (
                published is None
                or published.end is None
                or (date.value.start is not None and date.value.start <= published.end)
            )
            if past and not _taken(reading, date, say) and date.value.grain in ("day", "days", "month"):
                return date.value
    return None


def _taken(reading: _Reading, date: Mention, say: Item) -> bool:
    """Whether a predicate right in front of a date takes it from the verb of saying: killed on Monday, police said."""
    page = reading.page
    verb = page.folded.start(say.start)
    before = [p for p in _between(reading.predicates, date.start - TAKING, date.start) if p.start != verb]
    if not before:
        return False
    nearest = before[-1]
    joined = page.folded.text.find(",", page.at(nearest.end), page.at(date.start)) < 0
    return joined and abs(verb - date.start) > date.start - nearest.end


def _sign(reading: _Reading, number: int) -> None:
    """A signature gives its speaker and its day to the paragraph above it."""
    signature = [c for c in reading.clauses[-SIGNATURE:] if c.sentence == number]
    if not signature:
        return
    low, high = signature[0].start, signature[-1].end
    people = [n for n in _between(reading.names, low, high) if _type(n) == "person"]
    day = next((d.value for d in _between(reading.dates, low, high) if isinstance(d.value, Days)), None)
    text = reading.document.text
    top = text.rfind("\n", 0, max(0, text.rfind("\n", 0, low))) + 1
    for clause in reversed(reading.clauses):
        if clause.start < top:
            break
        if clause.start < low and clause.zone == "body":
            clause.speaker = _id(people[0]) if people else clause.speaker
            clause.as_of = day if day is not None else clause.as_of
