"""From a document to its mentions: everything in it that can be read as a value, a name or a concept."""

from bisect import bisect_right
from datetime import date as date_of

from checker import extents
from checker.kinds import concept, date, name, quantity
from checker.model import Amount, Clash, Concept, Days, Document, Mention, Name, Zone
from checker.packs import Packs
from checker.page import UNREAD, Page
from checker.spans import Spans

DATED = frozenset(["date-line", "byline", "signature"])  # zones in which a number is a counter, no count
STRETCH = "stretch"  # a length that stands although it lies in a date: the last *three days*


def mentions(document: Document, page: Page, packs: Packs, day_first: bool | None) -> list[Mention]:
    """All mentions of a document, in the order of the text."""
    starts = [a for a, _ in page.sentences(document.zones, packs)]
    zones = _Zones(document.zones)
    found: list[Mention] = []

    def put(kind: str, start: int, end: int, **fields: object) -> None:
        a, b = page.folded.start(start), page.folded.end(end)
        zone = zones.at(a)
        if zone not in UNREAD and not (zone in DATED and kind not in ("date", "name", "time")):
            found.append(Mention(document=document.id, start=a, end=b, kind=kind, zone=zone, **fields))  # type: ignore[arg-type]  # put is the one door

    for phrase, days, clashes in date.find(page, document.published, day_first, starts):
        own = tuple(_placed(page, clash) for clash in clashes)
        put("date", phrase.start, phrase.end, value=days, read_by=phrase.kind, clashes=own)
    for q in quantity.find(page, packs.names):
        if q.latent and _of_name(page, q.start):
            continue
        if q.latent and (not _counted(page, q.end) or _is_dated(page, q.start, q.amount)):
            put("date", q.start, q.end, value=_years(q.amount), read_by="year")
            continue
        put(q.amount.kind, q.start, q.end, value=q.amount, hedge=q.hedge, read_by=q.read_by)
    found = _with_foreign(document, packs, zones, found)
    dates = Spans([(m.start, m.end) for m in found if m.kind == "date"])
    for n in name.find(page, packs):
        put("name", n.start, n.end, value=n.name, latent=n.latent, read_by=n.read_by)
    for c in concept.find(page):
        put(
            "concept",
            c.start,
            c.end,
            value=Concept(id=c.id),
            hedge="future" if c.future else "exact",
            read_by="concepts",
        )
    free = [m for m in found if m.kind not in ("date", "name") and m.read_by != STRETCH]
    gone = {id(m) for m in free if dates.touch(m.start, m.start + 1)}
    kept = [m for m in found if id(m) not in gone]
    extents.told_of(page, kept)
    return sorted(kept, key=_order)


def _placed(page: Page, clash: Clash) -> Clash:
    """A clash of a folded text where it stands in the text as received."""
    first, last = (s._replace(start=page.folded.start(s.start), end=page.folded.end(s.end)) for s in clash.sides)
    return clash._replace(sides=(first, last))


def _order(mention: Mention) -> tuple[int, int, str, str]:
    value = mention.value
    return mention.start, -mention.end, mention.kind, value.id if isinstance(value, Name | Concept) else ""


def _years(amount: Amount) -> Days:
    """The days of the year, or of the years from one to another, that a number in four digits names."""
    first, last = int(amount.low or 0), int(amount.high or 0)
    return Days(start=date_of(first, 1, 1), end=date_of(last, 12, 31), grain="year" if first == last else "days")


def _with_foreign(document: Document, packs: Packs, zones: "_Zones", found: list[Mention]) -> list[Mention]:
    """The mentions with the dates of a language that has no pack; what was read inside such a date goes."""
    language = document.language
    if language is None or language.partition("-")[0].lower() in packs.languages:
        return found
    read = [(a, b, days) for a, b, days in date.find_foreign(document.text, language) if zones.at(a) not in UNREAD]
    spans = Spans([(a, b) for a, b, _ in read])
    kept = [m for m in found if not spans.touch(m.start, m.end)]
    return kept + [
        Mention(document=document.id, start=a, end=b, kind="date", value=days, zone=zones.at(a), read_by="dateparser")
        for a, b, days in read
    ]


def _of_name(page: Page, at: int) -> bool:
    """Whether an abbreviation in capitals stands directly in front of a number: it is part of a name."""
    before = page.original(max(0, at - 8), at).split(" ")
    word = before[-2] if len(before) > 1 and not before[-1] else ""
    return len(word) > 1 and word.isalpha() and word.isupper()


def _counted(page: Page, at: int) -> bool:
    """Whether a concept stands directly behind a number, so that four digits are a count and no year."""
    text = page.folded.text
    while at < len(text) and text[at] == " ":
        at += 1
    return any(i.outer == at for i in page.between("concept", at, at + 4))


def _is_dated(page: Page, at: int, amount: Amount) -> bool:
    """Whether an article in front, with a word between at most, makes four digits the year of a thing: the 2004 quake.

    A round figure may still count what follows.
    """
    if amount.low != amount.high or (amount.low or 0) % 100 == 0:
        return False
    text = page.folded.text
    for _ in range(2):
        if any(page.before(at, role) is not None for role in ("the", "article")):
            return True
        if text[at - 1 : at] != " " or not text[at - 2 : at - 1].isalpha():
            return False
        at = text.rfind(" ", 0, at - 1) + 1
    return False


class _Zones:
    """Which zone a place lies in."""

    def __init__(self, zones: list[Zone]) -> None:
        self.zones = zones
        self.starts = [z.start for z in zones]

    def at(self, place: int) -> str:
        index = bisect_right(self.starts, place) - 1
        if index < 0 or self.zones[index].end <= place:
            return "furniture"
        return self.zones[index].kind
