"""Bodies that every country has, read as the one of the country beside them: the Sudanese health ministry."""

from collections.abc import Iterator
from typing import NamedTuple

from checker.kinds.name.known import WEAK, Known
from checker.kinds.name.made import ids_of
from checker.line import Item
from checker.model import Name
from checker.spans import Spans

POSSESSIVE = "'s"
LINKS = ("of", "in")  # what may stand between a body and its country


class Body(NamedTuple):
    """A body with its country, in folded offsets."""

    start: int
    end: int
    name: Name


def bodies(known: Known, chosen: list[tuple[Item, str]]) -> list[Body]:
    """Every body whose country the words beside it give, and then the same body where it stands alone."""
    items = [(i, id) for i in known.items if i.flags & WEAK for id in ids_of(i.value) if known.names[id].generic]
    if not items:
        return []
    taken = Spans([(i.start, i.end) for i, _ in chosen])
    free = [(i, id) for i, id in items if not taken.touch(i.start, i.end)]
    found, alone, by_sort = [], [], dict[str, set[str]]()
    for item, sort in free:
        owner = _owner(known, item)
        if owner is None:
            alone.append((item, sort))
        else:
            country, start, end = owner
            by_sort.setdefault(sort, set()).add(country)
            found.append(Body(start, end, _named(known, sort, country)))
    for item, sort in alone:
        owners = by_sort.get(sort, set())
        if len(owners) == 1:
            found.append(Body(item.start, item.end, _named(known, sort, next(iter(owners)))))
    return list(_apart(found))


def _apart(found: list[Body]) -> Iterator[Body]:
    end = -1
    for body in sorted(found, key=lambda b: (b.start, -b.end)):
        if body.start >= end:
            yield body
            end = body.end


def _named(known: Known, sort: str, country: str) -> Name:
    """The entry that the country's body has, else a name of the same making: sudan-health-ministry."""
    info = known.names[sort]
    id = next((i for i in known.bodies_of(country) if i.endswith(f"-{sort}")), f"{country}-{sort}")
    return Name(id=id, type=info.type, within=(country,))


def _owner(known: Known, item: Item) -> tuple[str, int, int] | None:
    """The country of a body, and the stretch that both take."""
    page = known.page
    if item.language not in page.leading:
        people = known.people.get(item.end + 1)
        country = None if people is None else _country(known, people)
        if people is not None and country is not None:
            return country, item.start, people.end
        return _linked(known, item)
    for category in ("people", "name"):
        front = page.before(item.outer, category)
        country = None if front is None or front.flags & WEAK else _country(known, front)
        if front is not None and country is not None:
            return country, front.start, item.end
    at = item.outer - len(POSSESSIVE) - 1
    if page.folded.text[max(0, at) : item.outer].strip() == POSSESSIVE:
        front = page.before(at, "name")
        country = None if front is None else _country(known, front)
        return None if country is None else (country, item.start, item.end)
    return _linked(known, item)


def _linked(known: Known, item: Item) -> tuple[str, int, int] | None:
    """The country behind "of" or "in"; the body's stretch alone, since the country is read for itself."""
    for link in known.page.starting(item.end + 1):
        if link.category in LINKS:
            for behind in known.page.starting(link.end + 1):
                country = _country(known, behind) if behind.category == "name" else None
                if country is not None:
                    return country, item.start, item.end
    return None


def _country(known: Known, item: Item) -> str | None:
    """The country that a name or a people's adjective gives; `None` where it is none, or could be two."""
    ids = ids_of(item.value)
    return ids[0] if len(ids) == 1 and known.names[ids[0]].type == "country" else None
