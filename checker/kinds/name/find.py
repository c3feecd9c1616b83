"""Every name of a page: the longest form, weak forms where a cue carries them, offices as who holds them."""

from typing import NamedTuple

from checker.kinds.name.bodies import bodies
from checker.kinds.name.cues import Cues
from checker.kinds.name.known import WEAK, Known
from checker.kinds.name.made import INTRODUCED, ids_of, named
from checker.kinds.name.near import Near
from checker.kinds.name.strangers import Stranger, Strangers
from checker.line import Item
from checker.model import Name
from checker.packs import Packs
from checker.page import Page
from checker.spans import Spans

NEAR = "gazetteer, near"  # how a name was read whose spelling no pack lists
OWNED = frozenset(["organisation", "office", "force", "committee"])  # what a country's possessive may stand in front of


class Found(NamedTuple):
    """A name that was read, in folded offsets; `latent`: it says whose, but names nobody (Iraqi, the minister)."""

    start: int
    end: int
    name: Name
    latent: bool
    outer: int
    read_by: str = "gazetteer"


def find(page: Page, packs: Packs) -> list[Found]:
    """Every name of the page; a form that is an everyday word or a surname counts only where something carries it."""
    known = Known(page, packs)
    chosen = _longest(known)
    _add_carried(known, chosen)
    made = bodies(known, chosen)
    near = Near(known, chosen).names()
    found: list[Found] = []
    for item, id in chosen:
        found += _found(known, item, id)
    found += [Found(b.start, b.end, b.name, False, b.start) for b in made]
    found += [Found(n.start, n.end, named(n.id, packs.names), False, n.start, NEAR) for n in near]
    if "latin" in known.scripts:
        others = [*((b.start, b.end) for b in made), *((n.start, n.end) for n in near)]
        found = _with_strangers(found, Strangers(known, chosen, others).names())
    named_spans = Spans([(f.start, f.end) for f in found])
    for item in page.items.get("people", []):
        if not named_spans.hold(item.start, item.end):
            id = known.best(ids_of(item.value))
            found.append(Found(item.start, item.end, named(id, packs.names), True, item.outer))
    return sorted(found)


def _with_strangers(found: list[Found], strangers: list[Stranger]) -> list[Found]:
    """The names with the people whom no pack lists: no surname of another, no office of who stands behind it."""
    if not strangers:
        return found
    spans = Spans([(s.start, s.end) for s in strangers])
    begins = {s.start - 1 for s in strangers}
    kept = [
        f._replace(latent=True, name=Name(id=f.name.id, type="office", within=f.name.within))
        if f.name.type == "office" and f.end in begins
        else f
        for f in found
        if not spans.touch(f.start, f.end)
    ]
    return kept + [Found(s.start, s.end, s.name, False, s.start, INTRODUCED) for s in strangers]


def _longest(known: Known) -> list[tuple[Item, str]]:
    """The names that stand by themselves, each with its id, without overlap: the longest where several begin."""
    chosen: list[tuple[Item, str]] = []
    items = known.items
    end, at = -1, 0
    while at < len(items):
        stop = at + 1
        span = items[at].start, items[at].end
        while stop < len(items) and (items[stop].start, items[stop].end) == span:
            stop += 1
        if span[0] >= end:
            taken = known.choose(items[at:stop])
            if taken is not None:
                chosen.append(taken)
                end = span[1]
        at = stop
    return chosen


def _add_carried(known: Known, chosen: list[tuple[Item, str]]) -> None:
    """Put the weak forms that something beside them carries among the chosen; what one carries may carry the next."""
    weak = [i for i in known.items if i.flags & WEAK and known.may_be_carried(i)]
    for _ in range(2 if weak else 0):
        cues = Cues(known, chosen)
        taken = Spans([(i.start, i.end) for i, _ in chosen])
        rows = [(i, cues.carried(i)) for i in weak if not taken.touch(i.start, i.end)]
        carried = [(i, id) for i, id in rows if id is not None]
        if not carried:
            return
        for _, id in carried:
            known.add(id)
        chosen[:] = _apart([*chosen, *carried])
        weak = [i for i, id in rows if id is None]


def _apart(names: list[tuple[Item, str]]) -> list[tuple[Item, str]]:
    """The names in the order of the text, the first and longest of those that overlap."""
    kept: list[tuple[Item, str]] = []
    for item, id in sorted(names, key=lambda row: (row[0].start, -row[0].end)):
        if not kept or item.start >= kept[-1][0].end:
            kept.append((item, id))
    return kept


def _found(known: Known, item: Item, id: str) -> list[Found]:
    """What one form names: of "Iraq's government" the country and the body; an office as the person who holds it."""
    info = known.names[id]
    name, latent = named(id, known.names), False
    if info.type == "office":
        holders = sorted(p for p in known.full if id in known.names[p].roles)
        latent = len(holders) != 1
        if not latent:
            name = named(holders[0], known.names)
            name.type = "office"  # named by the office, so that a name beside it comes first
    owner = known.owner(item) if info.type in OWNED else None
    if owner is None:
        return [Found(item.start, item.end, name, latent, item.outer)]
    place, start = owner
    return [
        Found(item.start, place.end, named(ids_of(place.value)[0], known.names), False, item.outer),
        Found(start, item.end, name, latent, start),
    ]
