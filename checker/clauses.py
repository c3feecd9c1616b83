"""From mentions to clauses: who says it, as of when, and which words colour it.

A sentence is cut at complementisers, quotation marks, semicolons, and in front of a further verb of saying. A clause
behind a verb of saying is its complement and belongs to whoever speaks there.
"""

from dataclasses import dataclass
from itertools import pairwise

from checker.cuts import cuts, quotes, sayings
from checker.kinds.name import INTRODUCED
from checker.line import Item
from checker.model import Clause, Concept, Cue, Days, Document, Mention
from checker.moments import headed, say_date, told_before, up_to
from checker.noun_phrases import again
from checker.packs import Packs
from checker.page import Page
from checker.speakers import cited, headlined, speaker
from checker.subjects import BLANKS, SPEECH, Reading, Told, id_of, named, owned, type_of

CUES = ("planned", "denied", "still", "conditional")
MARKERS = ("final", "first-report", "correction")
SIGNATURE = 8  # clauses that a signature may have
SUBJECT = 60  # code points in which the person with whom a sentence begins is named
LONGER = 200  # code points of the longest phrase
NEGATED = 12  # code points between a negation and the verb of saying that it negates


def clauses(document: Document, page: Page, packs: Packs, mentions: list[Mention]) -> list[Clause]:
    """The clauses of a document in the order of the text, each with the mentions that begin in it."""
    reading = Reading(
        document,
        page,
        packs,
        Told([m for m in mentions if m.kind == "name" and m.read_by != INTRODUCED]),
        Told([m for m in mentions if m.kind == "date" and m.value]),
        Told([m for m in mentions if isinstance(m.value, Concept) and m.value.id in packs.predicates]),
        marks := sorted((i for role in SPEECH for i in page.items.get(role, ())), key=lambda i: i.start),
        [i.start for i in marks],
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
    _settle(reading)
    _assign(reading.clauses, mentions)
    return reading.clauses


def _settle(reading: Reading) -> None:
    """A speaker of the title whom only a title of office stands for is who the text introduces by it."""
    page = reading.page
    for clause in reading.clauses:
        if clause.zone == "title" and clause.speaker is not None and clause.speaker not in reading.packs.names:
            words = page.folded.text[page.at(clause.start) : page.at(clause.end)].split(":")[0].split()
            clause.speaker = again(reading, page.at(clause.start), [], words) or clause.speaker


def _assign(found: list[Clause], mentions: list[Mention]) -> None:
    at = 0
    for clause in found:
        while at < len(mentions) and mentions[at].start < clause.start:
            at += 1
        while at < len(mentions) and mentions[at].start < clause.end:
            clause.mentions.append(mentions[at])
            at += 1


@dataclass(slots=True)
class _State:
    """What the clauses of a sentence inherit from left to right."""

    speaker: str | None
    governor: int | None = None
    as_of: Days | None = None
    denying: bool = False
    silent: bool = False  # the verb of saying is negated: what follows is not said


def _sentence(reading: Reading, number: int, start: int, end: int, zone: str) -> None:
    page = reading.page
    text = page.folded.text
    reading.enter(start, end)
    if zone != "title" and reading.quoting is None and reading.is_plain(start, end):
        _plain(reading, number, start, end, zone)
        return
    low, high = page.folded.start(start), page.folded.end(end)
    says = sayings(reading, start, end)
    predicates = [page.at(p.start) for p in reading.predicates.between(low, high)] if says else []
    edges = [*cuts(reading, says, predicates, start, end), end]
    first = len(reading.clauses)
    told = _State(_unsaid(reading, number, start, end, zone, silent=not says))
    before = told_before(reading, start, end)
    head = headed(reading, start, end)
    for a, b in pairwise(edges):
        say = next((i for i in says if a <= i.start < b), None)
        if say is not None:
            clause = _saying(reading, told, say, number, (a, b, start), zone)
        else:
            clause = _make(reading, number, a, b, zone, told, reports=False)
        _colour(reading, clause, told, a, b)
        clause.background = before or (reading.aside and not _today(clause, reading.document)) or head is not None
        clause.as_of = _moment(reading, clause, head)
        reading.clauses.append(clause)
    _quoted_first(reading, first)
    if reading.told != number:
        _named_first(reading, start, end)
    if len(quotes(text, start, end)) % 2:
        reading.quoting = None if reading.quoting is not None else told.speaker


def _plain(reading: Reading, number: int, start: int, end: int, zone: str) -> None:
    """A sentence of one clause, in which nobody is said to speak and no word colours what it tells."""
    page = reading.page
    if not page.folded.text[start:end].strip(BLANKS):
        return
    head = headed(reading, start, end)
    clause = Clause(
        start=page.folded.start(start), end=page.folded.end(end), sentence=number, governor=None, zone=zone,
        mentions=[], speaker=None, as_of=None, cues=[], background=reading.aside or head is not None,
    )  # fmt: skip
    clause.as_of = _moment(reading, clause, head)
    reading.clauses.append(clause)
    if reading.told != number:
        _named_first(reading, start, end)


def _unsaid(reading: Reading, number: int, start: int, end: int, zone: str, *, silent: bool) -> str | None:
    """Who speaks where a sentence has no verb of saying: its headline, who is quoted on, or whom it cites."""
    found = headlined(reading, start, end, zone) or reading.quoting
    if found is None:
        found = reading.speaks(cited(reading, start, end), start, end)
    if found is None and silent and reading.told == number - 1 and reading.page.folded.text[start] == '"':
        found = reading.last
    return found


def _saying(reading: Reading, told: _State, say: Item, number: int, stretch: tuple[int, int, int], zone: str) -> Clause:
    """A clause with a verb of saying, whose speaker and day the clauses behind it inherit."""
    a, b, start = stretch
    told_on = bool(reading.within("continue", say.start, say.start + 1))
    who = speaker(reading, say, a, b)
    if told.speaker is not None and told.governor is None and reading.is_media(who):
        who = told.speaker  # an outlet that cites its source
    reading.speaks(who, a, b)
    reading.agree(who, say)
    reading.told = number
    reported = say_date(reading, say, start if told.governor is None else a, b) or (told.as_of if told_on else None)
    told.denying = bool(reading.within("deny", say.start, say.start + 1))
    told.silent = any(0 <= say.outer - i.end <= NEGATED for i in reading.within("denied", a, say.outer))
    told.speaker, told.governor, told.as_of = who, None, reported
    clause = _make(reading, number, a, b, zone, told, reports=True)
    told.governor = len(reading.clauses)
    return clause


def _make(reading: Reading, number: int, a: int, b: int, zone: str, told: _State, *, reports: bool) -> Clause:
    page = reading.page
    place = page.folded.start
    return Clause(
        start=place(a), end=page.folded.end(b), sentence=number, governor=told.governor, zone=zone, mentions=[],
        speaker=told.speaker, as_of=told.as_of, cues=_cues(reading, a, b), reports=reports,
        markers=frozenset(kind for kind in MARKERS if kind in reading.held and reading.within(kind, a, b)),
    )  # fmt: skip


def _cues(reading: Reading, a: int, b: int) -> list[Cue]:
    """The words between two places that colour what is told there, and that no phrase or affirmation holds."""
    held = [kind for kind in CUES if kind in reading.held]
    if not held:
        return []
    page = reading.page
    return sorted(
        Cue(page.folded.start(i.start), page.folded.end(i.end), kind)
        for kind in held
        for i in reading.within(kind, a, b)
        if kind == "still" or not _is_hidden(reading, i, a)
    )


def _is_hidden(reading: Reading, cue: Item, start: int) -> bool:
    """Whether a cue lies in a phrase or in longer words of a clause that mean something else."""
    low = max(start, cue.start - LONGER)
    longer = (i.end for role in ("still", "affirmed") for i in reading.within(role, low, cue.start + 1))
    phrases = (p.end for p in reading.page.phrases_in(low, cue.start + 1))
    return any(cue.end <= end for end in (*longer, *phrases))


def _colour(reading: Reading, clause: Clause, told: _State, a: int, b: int) -> None:
    """What denies a clause, or leaves it unsaid: its verb of saying, or words such as "is not true"."""
    page = reading.page
    untrue = bool(reading.within("untrue", a, b))
    clause.denied = untrue or (told.denying and clause.governor is not None)
    if clause.reports and told.denying and not reading.within("that", b, b + 1):
        verb = page.folded.start(reading.within("say", a, b)[0].start)
        clause.denied = clause.denied or not reading.predicates.between(clause.start, verb)
    if told.silent and clause.governor is not None:
        clause.cues.insert(0, Cue(clause.start, clause.start, "conditional"))
    told.denying = told.denying or untrue
    told.governor = len(reading.clauses) if untrue and told.governor is None else told.governor


def _moment(reading: Reading, clause: Clause, head: Days | None) -> Days | None:
    """As of when a clause is told."""
    published = reading.document.published
    if clause.as_of is not None:
        return clause.as_of
    day = up_to(reading, clause)
    if day is not None:
        clause.background = reading.aside
        return day
    if clause.background and published is not None:
        return head if head is not None else Days(start=None, end=published.end, grain="vague")
    return published


def _named_first(reading: Reading, start: int, end: int) -> None:
    """A person with whom a sentence without a verb of saying begins is who a pronoun behind it means."""
    if not reading.naming:
        return
    page = reading.page
    for name in named(reading, start, min(end, start + SUBJECT))[:1]:
        if type_of(name) == "person" and not owned(reading, name):
            reading.speaks(id_of(name), start, page.at(name.end))


def _today(clause: Clause, document: Document) -> bool:
    """Whether a clause is told as of the day of publication by a date of its own."""
    return (
        clause.as_of is not None and document.published is not None and clause.as_of.start == document.published.start
    )


def _quoted_first(reading: Reading, first: int) -> None:
    """A quotation in front of its verb of saying belongs to whoever speaks there."""
    if len(reading.clauses) < first + 2:
        return
    opened = [reading.page.folded.text.startswith('"', reading.page.at(c.start)) for c in reading.clauses[first:]]
    for number in range(first + 1, len(reading.clauses)):
        quoted, saying = reading.clauses[number - 1], reading.clauses[number]
        if saying.reports and opened[number - first - 1] and opened[number - first] and quoted.speaker is None:
            quoted.speaker, quoted.governor, quoted.as_of = saying.speaker, number, saying.as_of


def _sign(reading: Reading, number: int) -> None:
    """A signature gives its speaker and its day to the paragraph above it."""
    signature = [c for c in reading.clauses[-SIGNATURE:] if c.sentence == number]
    if not signature:
        return
    low, high = signature[0].start, signature[-1].end
    people = [n for n in reading.names.between(low, high) if type_of(n) == "person"]
    day = next((d.value for d in reading.dates.between(low, high) if isinstance(d.value, Days)), None)
    text = reading.document.text
    top = text.rfind("\n", 0, max(0, text.rfind("\n", 0, low))) + 1
    for clause in reversed(reading.clauses):
        if clause.start < top:
            break
        if clause.start < low and clause.zone == "body":
            clause.speaker = id_of(people[0]) if people else clause.speaker
            clause.as_of = day if day is not None else clause.as_of
