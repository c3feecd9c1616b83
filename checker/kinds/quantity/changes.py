"""A change from one figure to another: two figures that hold at two times, and no range."""

from checker.kinds.quantity.bounds import numbers_of, spread
from checker.line import Item
from checker.page import Page
from checker.phrases import Phrase

REACH = 100  # code points between a verb of change and its figures
STOPS = ".;\n"
SPREAD = frozenset(["meter", "meter / second", "kelvin"])  # dimensions of what is spread in space
NAMING = ("calibre", "not-counted", "designation")
JOINED = frozenset(["from", "to", "bound"])


def halves(page: Page, phrase: Phrase) -> list[Phrase]:
    """The two figures of a phrase that tells a change: rose from 80 to 180 firms, rose 5 to 180; empty for a range.

    Figures that fall *from* the first to the second can be no range. Of a first one that is part of a name (gold of 21
    carat to 300 pounds) only the second is left.
    """
    items, numbers = phrase.items, numbers_of(phrase)
    cut = next((n for n, item in enumerate(items) if n and item.category in ("to", "bound")), None)
    if cut is None or items[0].category == "between" or len(numbers) != 2:
        return []
    first = [i for i in items[:cut] if i.category not in JOINED]
    last = [i for i in items[cut:] if i.category not in JOINED]
    ending = Phrase(phrase.kind, last[0].outer, last[0].start, phrase.end, last)
    bare = all(i.category in ("number", "one", "hedge") for i in first)
    if bare and items[0].category != "from" and any(page.before(phrase.outer, role) for role in NAMING):
        return [ending]
    low = spread(numbers[0][0], numbers[0], numbers[1][0], numbers[1])
    falls = low > numbers[1][0] and items[0].category == "from"
    if not falls and not _is_told(page, phrase):
        return []
    begun = [_with_value(i, low) if i.category in ("number", "one") else i for i in first]
    shared = [i for i in last if i.category not in ("number", "one", "hedge", "hedge-after")] if bare else []
    return [
        Phrase(phrase.kind, first[0].outer, first[0].start, first[-1].end, [*begun, *shared]),
        ending,
    ]


def _is_told(page: Page, phrase: Phrase) -> bool:
    """Whether a word of change stands in front, in one sentence, and none that makes a range of what follows it."""
    if page.before(phrase.outer, "by-so-much") is not None or any(_spreads(i) for i in phrase.items):
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
