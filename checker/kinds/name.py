"""Names: what the gazetteer knows, found in a page, and how two relate in the tree of places and bodies."""

from typing import NamedTuple

from checker.lexicon import SHORT
from checker.line import Item
from checker.model import Name
from checker.packs import NameInfo, Packs
from checker.page import Page
from checker.spans import Spans
from checker.values import relate

__all__ = ["PLACES", "Found", "find", "gap", "relate", "show"]

PLACES = frozenset(["base", "city", "governorate", "region", "country", "continent", "sea", "river"])


class Found(NamedTuple):
    """A name that was read, in folded offsets; `latent`: it says whose, but names nobody (Iraqi, the minister)."""

    start: int
    end: int
    name: Name
    latent: bool
    outer: int


def find(page: Page, packs: Packs) -> list[Found]:
    """Every name of the page: the longest where several lie over each other, short forms only beside the full one."""
    items = page.items.get("name", [])
    full = {str(i.value) for i in items if not i.flags & SHORT}
    anchored = full | {place for id in full for place in packs.names[id].within}
    candidates = [i for i in items if not i.flags & SHORT or str(i.value) in anchored]
    found: list[Found] = []
    end = -1
    for item in sorted(_one_each(candidates, packs), key=lambda i: (i.start, -i.end)):
        if item.start >= end:
            found.append(_found(item, full, packs))
            end = item.end
    named_spans = Spans([(f.start, f.end) for f in found])
    for item in page.items.get("people", []):
        if not named_spans.hold(item.start, item.end):
            found.append(Found(item.start, item.end, named(str(item.value), packs.names), True, item.outer))
    return sorted(found)


def _one_each(items: list[Item], packs: Packs) -> list[Item]:
    """One item per span: of several names with one form, the one that the whole form names, then by id."""
    best: dict[tuple[int, int], Item] = {}
    for item in items:
        key = (item.start, item.end)
        other = best.get(key)
        if other is None or (item.flags & SHORT, str(item.value)) < (other.flags & SHORT, str(other.value)):
            best[key] = item
    return list(best.values())


def _found(item: Item, full: set[str], packs: Packs) -> Found:
    """The name; an office becomes the person who holds it, where the document names that person in full."""
    id = str(item.value)
    info = packs.names[id]
    if info.type != "office":
        return Found(item.start, item.end, named(id, packs.names), False, item.outer)
    holders = sorted(p for p in full if id in packs.names[p].roles)
    if len(holders) == 1:
        holder = named(holders[0], packs.names)
        holder.type = "office"  # named by the office, so that a name beside it comes first
        return Found(item.start, item.end, holder, False, item.outer)
    return Found(item.start, item.end, named(id, packs.names), True, item.outer)


def named(id: str, names: dict[str, NameInfo]) -> Name:
    """The name of an id, with what it lies in or belongs to."""
    info = names[id]
    within = info.within
    if info.of is not None and info.of not in within:
        within = (*within, info.of)
    return Name(id=id, type=info.type, within=within)


def gap(a: Name, b: Name) -> float:
    """0: names have no distance."""
    return 0


def show(name: Name, language: str = "en") -> str:
    """The id in words."""
    return name.id.replace("-", " ").title()
