"""A change from one figure to another: two figures that hold at two times, and no range."""

from checker.kinds.quantity.bounds import numbers_of, spread
from checker.line import Item
from checker.page import Page
from checker.phrases import Phrase

REACH = 100  # code points between a verb of change and its figures
STOPS = ".;\n"
HOURS = 24  # up to here two falling figures may be hours: open from nine to six
FAR = 10  # how many times the first figure the second is where no "from" stands in front
SPREAD = frozenset(["meter", "meter / second", "kelvin"])  # dimensions of what is spread in space
NAMING = ("calibre", "not-counted", "designation")
JOINED = frozenset(["from", "to", "bound"])
FIGURES = frozenset(["number", "one", "hedge", "hedge-after"])
FRONT = "currency-front"  # in front of both figures where it stands in front of one


def halves(page: Page, phrase: Phrase) -> list[Phrase]:
    """The two figures of a phrase that tells a change: rose from 80 to 180 firms, rose 5 to 180; empty for a range.

    Figures that fall *from* the first to the second can be no range. Of a first one that is part of a name (gold of 21
    carat to 300 pounds) only the second is left, and of a sum with a year behind it ($93 billion to 2025) the sum.
    """
    items, numbers = phrase.items, numbers_of(phrase)
    cut = next((n for n, item in enumerate(items) if n and item.category in ("to", "bound")), None)
    if cut is None or items[0].category == "between" or len(numbers) != 2 or any(i.category == "dash" for i in items):
        return []
    first = [i for i in items[:cut] if i.category not in JOINED]
    last = [i for i in items[cut:] if i.category not in JOINED]
    bare = all(i.category in FIGURES for i in first)
    if bare and items[0].category != "from" and any(page.before(phrase.outer, role) for role in NAMING):
        return [_part(phrase, last)]
    low, high = spread(numbers[0][0], numbers[0], numbers[1][0], numbers[1]), numbers[1][0]
    if low > high and not bare and _is_year(page, last[0]):
        return [_part(phrase, first)]
    falls = low > high and (items[0].category == "from" or not bare) and (phrase.kind != "count" or low > HOURS)
    if not falls and not _is_told(page, phrase, high / low if low else 0.0):
        return []
    begun = [_with_value(i, low) if i.category in ("number", "one") else i for i in first]
    behind = [i for i in last if i.category not in FIGURES and i.category != FRONT]
    front = [i for i in first if i.category == FRONT] if all(i.category != FRONT for i in last) and not behind else []
    united = any(i.category not in FIGURES for i in first)
    return [_part(phrase, first, [*begun, *(() if united else behind)]), _part(phrase, last, [*front, *last])]


def _part(phrase: Phrase, items: list[Item], read: list[Item] | None = None) -> Phrase:
    """A stretch of a phrase as one of its own; `read` are its items with those that the other stretch lends it."""
    return Phrase(phrase.kind, items[0].outer, items[0].start, items[-1].end, items if read is None else read)


def _is_year(page: Page, item: Item) -> bool:
    """Whether the second figure may be a year with nothing of the first: $93 billion to 2025."""
    return item.category == "number" and any(i.category == "year" for i in page.starting(item.outer))


def _is_told(page: Page, phrase: Phrase, times: float) -> bool:
    """Whether a word of change stands in front, in one sentence, and none that makes a range of what follows it.

    Without "from" the figures lie far apart: lost $2 to $80.
    """
    if page.before(phrase.outer, "by-so-much") is not None or any(_spreads(i) for i in phrase.items):
        return False
    if phrase.items[0].category != "from" and times < FAR:
        return False
    found = page.between("change", phrase.outer - REACH, phrase.outer)
    text = page.folded.text
    return bool(found) and not any(mark in text[found[-1].end : phrase.outer] for mark in STOPS)


def _spreads(item: Item) -> bool:
    """Whether a unit is one of what is spread in space: waves rise from one metre to two."""
    return item.category == "measure" and isinstance(item.value, list) and item.value[1] in SPREAD


def _with_value(item: Item, value: float) -> Item:
    assert isinstance(item.value, tuple)
    return item._replace(value=(value, item.value[1]))
