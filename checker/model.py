"""The nouns: what the stages hand to each other. Never changed once made; nothing here reads, prints or hashes.

Offsets are code points, half-open. `None` means not stated; 0 means stated to be none.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a document's text, in code points, half-open."""

    start: int
    end: int


# --- values: sets of what may be true ---------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True, unsafe_hash=True)
class Days:
    """A set of days on the calendar, both ends inclusive; `None` leaves an end open.

    `grain` is the precision of the words (day, week, month, quarter, year, days, vague), `bound` the role of the
    words around it (on, by, before, after, since, until, during), already taken into neither end.
    """

    start: date | None
    end: date | None
    grain: str = "day"
    bound: str = "on"


class Base(NamedTuple):
    """What a unit of measure is worth in the unit in which its dimension is compared."""

    dimension: str
    factor: float
    offset: float = 0.0  # what none of it is: 0 degrees Celsius are 273.15 kelvin


@dataclass(slots=True, kw_only=True, unsafe_hash=True)
class Amount:
    """A set of numbers on a line, as inclusive bounds in one unit; `None` leaves a bound open.

    `kind` is count, share (percent, 0 to 100), money, measure, duration, ordinal or time (minutes after midnight).
    "At least 40" is low=40, high=None; "no one" is low=0, high=0.
    """

    kind: str
    low: float | None
    high: float | None
    unit: str | None = None  # ISO 4217 currency, unit symbol, or the unit of a duration (year, month, day ...)
    base: Base | None = None  # of a measure, so that miles and kilometres compare


@dataclass(slots=True, kw_only=True, unsafe_hash=True)
class Name:
    """A named thing: its id, its type, and what it lies in or belongs to, nearest first."""

    id: str
    type: str
    within: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True, unsafe_hash=True)
class State:
    """One of the states that a question names; they exclude each other as the question says."""

    id: str  # as written in the question: over, to-come, denied ...


@dataclass(slots=True, kw_only=True, unsafe_hash=True)
class Concept:
    """What a word is about, in every language: troops, killed, announce."""

    id: str


Value = Days | Amount | Name | State | Concept


# --- documents --------------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class RawDocument:
    """What a reader found: text and metadata as given, before anything is understood.

    `metadata` may hold source, published, language, title, story, url; values are the words of the file.
    `body` is where the text proper starts (after front matter), in code points.
    """

    id: str
    text: str
    metadata: dict[str, str] = field(default_factory=dict)
    encoding: str = "utf-8"
    body: int = 0


@dataclass(slots=True, kw_only=True)
class Zone:
    """A stretch of a text with one role.

    Title, caption, date-line, byline, signature, headline, body, furniture, or mirrored: what the page prints twice.
    """

    start: int
    end: int
    kind: str


@dataclass(slots=True, kw_only=True)
class Document:
    """One source speaking once."""

    id: str
    source: str | None  # the outlet, as the desk writes it
    language: str | None  # BCP 47: ar, en
    published: Days | None  # None: not known, so words that lean on it stay unresolved
    published_from: str | None  # the file that said so, or the words of the text that gave it
    title: str | None
    text: str
    zones: list[Zone]  # sorted, without overlap
    story: str | None = None
    url: str | None = None
    path: str | None = None  # the file that holds it, as it can be opened; never printed


@dataclass(slots=True, kw_only=True)
class Fault:
    """Something could not be done, so the run can't pass in silence."""

    document: str
    stage: str  # read, documents, mentions, clauses, facts, discrepancies, packs
    message: str


@dataclass(slots=True, kw_only=True)
class Note:
    """Something a reader of the report should know, but no failure."""

    document: str
    stage: str
    message: str


# --- from words to facts ----------------------------------------------------------------------------------------


class Side(NamedTuple):
    """One of the two sides of a phrase that contradicts itself: its words, what they say, and that for a reader."""

    start: int
    end: int
    value: Value
    label: str


class Clash(NamedTuple):
    """Two stretches of one phrase that can't both hold."""

    sort: str  # weekday, calendar, span: the operator that asks for it
    sides: tuple[Side, Side]
    doubt: str = ""  # what the reading had to take for granted, in a clause for a reader; empty: nothing
    scope: str | None = None  # what tells it from another of the same values: the month that lacks a day


@dataclass(slots=True, kw_only=True)
class Mention:
    """Words that can be read as a value, a name or a concept."""

    document: str
    start: int
    end: int
    kind: str  # date, time, duration, count, share, money, measure, ordinal, name, concept
    value: Value | None  # None: read but not resolved, such as "yesterday" in an undated document
    hedge: str = "exact"  # exact, about, nearly, at-least, more-than, at-most, less-than, vague
    latent: bool = False  # a possible reading that states nothing by itself
    zone: str = "body"
    of: str | None = None  # the concept that is counted
    read_by: str = ""  # the language pack and the phrase that read it
    clashes: tuple[Clash, ...] = ()  # where its own words contradict each other


class Cue(NamedTuple):
    """A word that colours what stands behind it: planned, denied, still, conditional."""

    start: int
    end: int
    kind: str


@dataclass(slots=True, kw_only=True)
class Clause:
    """A stretch that one speaker says as of one time; the modality of each fact in it follows from its cues."""

    start: int
    end: int
    sentence: int  # number of the sentence in the document
    governor: int | None  # number of the reporting clause whose complement this is
    zone: str
    mentions: list[Mention]
    speaker: str | None  # id of a name, or the words; None: the outlet itself
    as_of: Days | None
    cues: list[Cue]
    reports: bool = False  # has a verb of saying
    background: bool = False  # told as past of the past, or under an older headline
    denied: bool = False  # what a verb of denying reports
    markers: frozenset[str] = frozenset()  # what else the words said: final, first-report, correction
    held: dict[object, object] = field(default_factory=dict, compare=False, repr=False)  # what was looked up in it


SUMMED = "summed"  # how a fact was read whose value is the sum of parts


@dataclass(slots=True, kw_only=True)
class Fact:
    """What one source states about one question, true or not."""

    id: str
    question: str
    scope: dict[str, str]  # stated keys only
    value: Value
    hedge: str
    as_of: Days | None
    modality: str
    voice: str  # id of the origin, else the outlet
    speaker: str | None
    document: str
    start: int
    end: int
    quote: str
    mentions: list[Mention]
    zone: str
    read_by: str  # how the value was read: stated, published, summed ...
    mark: Span  # the words that carry the value, inside start to end
    shingles: frozenset[int] = frozenset()  # hashes of the sentence's eight-word runs
    background: bool = False
    markers: frozenset[str] = frozenset()
    assumed: frozenset[str] = frozenset()  # scope keys that the question filled in, not the text


@dataclass(slots=True, kw_only=True)
class Question:
    """What several facts answer: the same id and the same separating keys."""

    id: str
    ask: dict[str, str]  # by language
    scope: dict[str, str]
    answer: str  # the kind of its values
    facts: list[Fact]
    loose: frozenset[str] = frozenset()  # ids of facts that leave a separating key unstated


# --- findings ---------------------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class Reason:
    """A yes or no with its cause and the reasons under it."""

    holds: bool
    says: str
    children: list["Reason"] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Camp:
    """One answer and the voices that give it."""

    value: Value
    label: str
    facts: list[Fact]
    voices: list[str]
    also_fits: list[Fact] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Discrepancy:
    """What a rule found in a question."""

    rule: str
    question: Question
    camps: list[Camp]
    verdict: str  # conflict, tension, evolving
    severity: str  # error, warning, info
    sentence: str
    reasons: Reason
    fingerprint: str
    decided: str | None = None  # the reason of the desk's own decision that covers it


@dataclass(slots=True, kw_only=True)
class Report:
    """Everything that a run found, sorted and counted, and what it did not judge."""

    documents: list[Document]
    discrepancies: list[Discrepancy]
    faults: list[Fault]
    notes: list[Note]
    unjudged: dict[str, int]
    counts: dict[str, int]
    mentions: list[Mention] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)  # how a reader knows the voices and speakers, by id
