"""From what a reader found to a document: its language, zones, day of publication and outlet."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from checker.kinds.date.resolve import resolve
from checker.kinds.date.spec import Spec
from checker.kinds.date.words import spec_of
from checker.kinds.date.yearly import resolve as resolve_other
from checker.layout import zones
from checker.model import Days, Document, Note, RawDocument, Zone
from checker.packs import Packs
from checker.page import Page, read_page
from checker.phrases import Phrase
from checker.text import arabic_share

EVIDENCE = ("of", "in", "that", "and", "the", "say", "relative", "all")  # roles whose words tell a language
LEAD = 400  # code points of the body in which the lead's weekday and an agency's name stand
OUTLETS = frozenset(["byline", "date-line"])
HOLDER = 80  # code points behind a sign of copyright in which its holder is named
HOLDER_WORDS = 4  # of a holder whom no pack names
FUTURE = frozenset(["by", "until", "before", "after"])


def document(raw: RawDocument, page: Page, packs: Packs) -> tuple[Document, list[Note]]:
    """The document, and notes on what had to be read from its text or stays unknown."""
    title = raw.metadata.get("title")
    laid = zones(page, raw.body, title)
    notes: list[Note] = []
    published, known = _published(raw, page, laid, packs, notes)
    if title is None:
        title = next((raw.text[z.start : z.end] for z in laid if z.kind == "title"), None)
    made = Document(
        id=raw.id,
        source=raw.metadata.get("source") or _outlet(page, laid, packs),
        language=raw.metadata.get("language") or _language(page, packs),
        published=published,
        published_from=known,
        title=title,
        text=raw.text,
        zones=laid,
        story=raw.metadata.get("story"),
        url=raw.metadata.get("url"),
    )
    return made, notes


def _language(page: Page, packs: Packs) -> str | None:
    """The language whose small words the text uses, of the script in which most of it is written; `None` if unsure."""
    script = "arabic" if arabic_share(page.folded.text) >= 0.5 else "latin"
    counts = {
        id: sum(1 for role in EVIDENCE for item in page.items.get(role, ()) if item.language == id)
        for id in page.languages
        if packs.languages[id].script == script
    }
    if not counts:
        return None
    best = max(sorted(counts), key=lambda id: counts[id])
    words = max(1, len(page.folded.text.split()))
    return best if counts[best] * 25 >= words else None


# --- the day of publication -------------------------------------------------------------------------------------


def _published(
    raw: RawDocument, page: Page, laid: list[Zone], packs: Packs, notes: list[Note]
) -> tuple[Days | None, str | None]:
    """The days on which the source spoke, and how they are known."""
    given = raw.metadata.get("published")
    if given is not None:
        days = read_day(given, packs)
        if days is not None:
            return days, raw.metadata.get("published_from", "metadata")
        notes.append(
            Note(document=raw.id, stage="documents", message=f"published {given!r} is no day that can be read")
        )
    specs = [(p.start, spec_of(p), p) for p in page.phrases if p.kind == "date"]
    specs = [(at, s, p) for at, s, p in specs if _zone(laid, page.folded.start(at)) != "furniture"]
    for at, spec, _ in specs:
        if _zone(laid, page.folded.start(at)) in ("date-line", "byline"):
            days = _fixed(spec)
            if days is not None and days.grain == "day":
                return days, "date line"
    stated = [s for _, s, _ in specs]
    todays = [s.weekday for s in stated if s.offset == 0 and s.weekday is not None]
    fixed = [
        d
        for s in stated
        if (d := resolve(s, None, ahead=False)) is not None and d.grain == "day" and d.start is not None
    ]
    if todays and fixed:
        latest = max(fixed, key=lambda d: d.start or date.min)
        if latest.start is not None and latest.start.isoweekday() == todays[0]:
            return latest, "weekday and date in the text"
    found = _within_month(page, specs, laid)
    if found is not None:
        return found, "month, year and weekday in the text"
    found = _within_year(stated, todays)
    return found, None if found is None else "year in the text"


def _fixed(spec: Spec) -> Days | None:
    """The days of a date that leans on no other, in whichever calendar it is."""
    if spec.other is not None:
        return resolve_other(spec.other, None, ahead=False)
    return resolve(spec, None, ahead=False)


def _within_month(page: Page, specs: Sequence[tuple[int, Spec, Phrase]], laid: list[Zone]) -> Days | None:
    """The days left where the text names the current month and year.

    They lie after the past days that it names, on the weekday of its lead.
    """
    months = [(at, s) for at, s, _ in specs if s.month is not None and s.month_rel == 0]
    years = [s.year for _, s, p in specs if s.year is not None and _this_year(p)]
    if not months or not years or years[0] is None:
        return None
    year, month = years[0], months[0][1].month or 1
    low = date(year, month, 1)
    high = (low + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    for at, spec in months:
        bound = page.before(at, "bound")
        if spec.month == month and spec.day is not None and (bound is None or bound.value not in FUTURE):
            low = max(low, min(high, low.replace(day=spec.day)))
    body = next((z for z in laid if z.kind == "body"), None)
    if body is not None:
        lead = (page.folded.start(at) < body.start + LEAD for at, _, _ in specs)
        for inside, (_, spec, _) in zip(lead, specs, strict=True):
            if inside and spec.weekday is not None and spec.day is None and spec.weekday_rel is None:
                low += timedelta(days=(spec.weekday - low.isoweekday()) % 7)
                high -= timedelta(days=(high.isoweekday() - spec.weekday) % 7)
                break
    return Days(start=low, end=high, grain="days") if low <= high else None


def _within_year(specs: list[Spec], todays: list[int]) -> Days | None:
    """The days of a year, where the text names one day twice: with that year, and as a day of the current year.

    They are cut to the weekday that is called today.
    """
    dated = [
        (s.year, d)
        for s in specs
        if s.year is not None and s.month is not None and (d := resolve(s, None, ahead=False))
    ]
    current = [s for s in specs if s.year_rel == 0 and s.month is not None]
    years = sorted({y for y, days in dated for s in current if resolve(_in_year(s, y), None, ahead=False) == days})
    if len(years) != 1:
        return None
    low, high = date(years[0], 1, 1), date(years[0], 12, 31)
    if todays:
        low += timedelta(days=(todays[0] - low.isoweekday()) % 7)
        high -= timedelta(days=(high.isoweekday() - todays[0]) % 7)
    return Days(start=low, end=high, grain="days")


def _in_year(spec: Spec, year: int) -> Spec:
    return Spec(year=year, month=spec.month, day=spec.day, part=spec.part)


def _this_year(phrase: Phrase) -> bool:
    current = any(i.category in ("rel", "this") and not i.value for i in phrase.items)
    return current and any(i.category == "year-unit" for i in phrase.items)


def _zone(laid: list[Zone], at: int) -> str:
    index = bisect_right(laid, at, key=lambda z: z.start) - 1
    return laid[index].kind if index >= 0 and at < laid[index].end else "furniture"


def read_day(written: str, packs: Packs) -> Days | None:
    """The day that metadata give, in ISO form (a time behind it is left out) or in words that a pack reads."""
    head = written.strip()[:10]
    try:
        day = date.fromisoformat(head)
        return Days(start=day, end=day)
    except ValueError:
        pass
    for phrase in read_page(written, packs).phrases:
        if phrase.kind == "date":
            days = _fixed(spec_of(phrase))
            if days is not None:
                return days
    return None


# --- the outlet -------------------------------------------------------------------------------------------------


def _outlet(page: Page, laid: list[Zone], packs: Packs) -> str | None:
    """An outlet that the byline or the date line names, or an agency in brackets in the lead; by its label.

    Else whom a line of copyright or of the source names.
    """
    body = next((z for z in laid if z.kind == "body"), None)
    for item in page.items.get("name", []):
        id = str(item.value).partition(" ")[0]  # of several names with one form, the first by id
        info = packs.names[id]
        if info.type != "media":
            continue
        at = page.folded.start(item.start)
        zone = _zone(laid, at)
        bracketed = page.folded.text[max(0, item.start - 1) : item.start] == "("
        if zone in OUTLETS or (zone == "body" and body is not None and at < body.start + LEAD // 4 and bracketed):
            return info.label.get("en") or id
    return _holder(page, packs)


def _holder(page: Page, packs: Packs) -> str | None:
    """Who has the copyright: an outlet of the packs, else the few words between the sign with its year and a stop."""
    text = page.folded.text
    for item in page.items.get("copyright", []):
        end = text.find("\n", item.end, item.end + HOLDER)
        end = min(len(text), item.end + HOLDER) if end < 0 else end
        ids = [str(n.value).partition(" ")[0] for n in page.between("name", item.end, end)]
        media = [id for id in ids if packs.names[id].type == "media"]
        if media:
            return packs.names[media[0]].label.get("en") or media[0]
        stops = [i.outer for role in ("notice", "furniture") for i in page.between(role, item.end, end)]
        stops += [at for mark in ".|,-" if (at := text.find(mark, item.end, end)) >= 0]
        words = page.original(item.end, min([end, *stops])).split()
        named = [w for w in words if not w.strip("()").isdigit() and any(c.isalpha() for c in w)]
        if 0 < len(named) <= HOLDER_WORDS and len(words) > len(named) and named == words[-len(named) :]:
            return " ".join(named)
    return None
