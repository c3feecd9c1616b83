"""Where the reading of a document stands, and the names in it that can be the subject of a verb of saying."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from checker.line import Item
from checker.model import Clause, Document, Mention, Name
from checker.packs import Packs
from checker.page import Page

SPEAKERS = frozenset(["person", "organisation", "force", "media", "committee", "office"])
STATES = frozenset(["country", "city"])
NEAR = 90  # code points between a verb of saying and its speaker
TOUCHING = 3  # between a verb of saying and a name that stands right beside it
BESIDE = 8  # between the place where a speaker may begin and the end of "the"
OWNED = ("of", "behalf", "to", "with", "from", "in", "near", "between")  # in front of a name: no subject


# The roles of which a sentence is asked again and again: their items are laid out once.
SPEECH = (
    "say", "that", "while", "still", "affirmed", "planned", "denied", "conditional", "final", "first-report",
    "correction", "pluperfect", "then", "untrue", "deny", "continue", "speaker", "address", "quoted", "relayed",
    "according", "bound", "aside", "relative", "passive",
)  # fmt: skip
# Those of them without which a sentence is one clause that nobody is said to speak, and that nothing colours.
TELLING = frozenset(SPEECH) - {"continue", "speaker", "address", "bound", "aside", "relative", "passive"}
CUTTING = re.compile('[";:]')  # marks at which a sentence may be cut, or behind which its speaker ends
HERS, HIS = "feminine", "masculine"  # genders of verbs of saying
BLANKS = ' ".,'  # what alone makes no clause
NOT_LAID_OUT = frozenset(["in", "concept", "name", "number", "of", "to", "from", "with", "this", "near"])


class Told:
    """Mentions in the order of the text that can be asked what begins between two places of the original."""

    def __init__(self, mentions: list[Mention]) -> None:
        self.mentions = mentions
        self.starts = [m.start for m in mentions]

    def between(self, low: int, high: int) -> list[Mention]:
        """The mentions that begin between two places."""
        first = bisect_left(self.starts, low)
        return self.mentions[first : bisect_left(self.starts, high, first)]

    def holds(self, low: int, high: int) -> bool:
        """Whether a mention begins between two places."""
        first = bisect_left(self.starts, low)
        return first < len(self.starts) and self.starts[first] < high


@dataclass(slots=True)
class Reading:
    """Where the reading of a document stands."""

    document: Document
    page: Page
    packs: Packs
    names: Told
    dates: Told
    predicates: Told
    marks: list[Item]  # all items of the roles of speech
    starts: list[int]  # where they begin
    held: dict[str, list[Item]] = field(default_factory=dict)  # those of the sentence that is being read
    naming: bool = False  # whether a name begins in that sentence
    dated: bool = False  # whether a date does
    clauses: list[Clause] = field(default_factory=list)
    last: str | None = None  # who spoke last
    genders: dict[str, str] = field(default_factory=dict)  # gender of the verb -> who last spoke by one
    introduced: dict[str, str] = field(default_factory=dict)  # speaker -> the folded words of the clause that has him
    quoting: str | None = None  # whose quotation runs on from the sentence before
    told: int = -1  # the number of the last sentence in which somebody spoke
    aside: bool = False  # below a headline inside the text

    def enter(self, start: int, end: int) -> None:
        """Lay out the items of a sentence."""
        first = bisect_left(self.starts, start)
        held: dict[str, list[Item]] = {}
        for item in self.marks[first : bisect_left(self.starts, end, first)]:
            if item.category in held:
                held[item.category].append(item)
            else:
                held[item.category] = [item]
        self.held = held
        low, high = self.page.folded.start(start), self.page.folded.end(end)
        self.naming, self.dated = self.names.holds(low, high), self.dates.holds(low, high)

    def is_plain(self, start: int, end: int) -> bool:
        """Whether nothing in the sentence that was entered tells who speaks, or colours what is told."""
        return TELLING.isdisjoint(self.held) and CUTTING.search(self.page.folded.text, start, end) is None

    def within(self, role: str, start: int, end: int) -> list[Item]:
        """The items of a role that begin between two places of the sentence."""
        listed = self.held.get(role)
        if listed is not None:
            return [i for i in listed if start <= i.start < end]
        return self.page.between(role, start, end) if role in NOT_LAID_OUT else []

    def speaks(self, who: str | None, low: int, high: int) -> str | None:
        """Remember who spoke, and the words of the clause that first had him; gives the speaker back."""
        if who is not None:
            self.last = who
            self.introduced.setdefault(who, self.page.folded.text[low:high])
        return who

    def last_of(self, say: Item) -> str | None:
        """Who spoke last and can be the subject of a verb that leaves it out: of her words no man is the speaker.

        A verb of his may have the statement of a ministry, which speaks by hers, for its subject.
        """
        if self._gender(say) != HERS or self.genders.get(HIS) != self.last:
            return self.last
        return self.genders.get(HERS)

    def agree(self, who: str | None, say: Item) -> None:
        """Remember the gender of the verb by which somebody spoke."""
        gender = self._gender(say)
        if who is not None and gender is not None:
            self.genders = {other: one for other, one in self.genders.items() if one != who}
            self.genders[gender] = who

    def _gender(self, say: Item) -> str | None:
        """The gender that a verb of saying tells of who speaks."""
        return next((str(i.value) for i in self.page.starting(say.outer) if i.category == "say-gender"), None)

    def is_media(self, who: str | None) -> bool:
        """Whether a speaker is an outlet or an agency."""
        return who in self.packs.names and self.packs.names[who].type == "media"

    def is_person(self, who: str) -> bool:
        """Whether a speaker is a person whom the packs name."""
        return who in self.packs.names and self.packs.names[who].type in ("person", "office")


def id_of(mention: Mention) -> str:
    """The id of a name."""
    return str(getattr(mention.value, "id", ""))


def type_of(mention: Mention) -> str:
    """The type of a name; empty for anything else."""
    return mention.value.type if isinstance(mention.value, Name) else ""


def named(reading: Reading, low: int, high: int) -> list[Mention]:
    """Names between two folded places that can speak."""
    page = reading.page
    first, last = page.folded.start(low), page.folded.end(high)
    near = [n for n in reading.names.between(first, last) if n.end <= last and type_of(n) in SPEAKERS]
    return [n for n in near if type_of(n) != "media" or not (_prefixed(reading, n) or owned(reading, n, ("to",)))]


def _prefixed(reading: Reading, name: Mention) -> bool:
    """Whether a letter hangs on a name: a preposition."""
    at = reading.page.at(name.start)
    return at > 0 and reading.page.folded.text[at - 1].isalpha()


def owned(reading: Reading, name: Mention, roles: tuple[str, ...] = OWNED) -> bool:
    """Whether a preposition in front of a name makes it no subject."""
    at = reading.page.at(name.start)
    before = reading.page.before(at, "the")
    at = at if before is None else before.outer
    return any(reading.page.before(at, role) is not None for role in roles)


def state(reading: Reading, low: int, high: int) -> str | None:
    """A country or a capital that ends the stretch speaks for its government; of two that are joined, the first."""
    page = reading.page
    for name in reading.names.between(page.folded.start(low), page.folded.end(high))[::-1]:
        if type_of(name) not in STATES or name.latent or high - page.at(name.end) > TOUCHING:
            break
        joined = page.before(page.at(name.start), "and")
        if joined is None:
            return None if owned(reading, name) else id_of(name)
        high = joined.outer
    return None


def body_at(reading: Reading, at: int, stop: int) -> str | None:
    """A name of a body, a force or a country right at a place."""
    page = reading.page
    over = max((i.end + 1 for i in page.starting(at) if i.category in ("the", "all")), default=at)
    for name in reading.names.between(page.folded.start(at), page.folded.end(over + BESIDE)):
        if name.latent or page.at(name.end) > stop or _prefixed(reading, name):
            continue
        if page.at(name.start) - over <= 1 and (type_of(name) in STATES or type_of(name) in SPEAKERS):
            return id_of(name)
    return None
