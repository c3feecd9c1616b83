"""A change from one figure to another: two figures that hold at two times, and no range."""

from checker.kinds.quantity.bounds import numbers_of, spread
from checker.line import Item
from checker.page import Page
from checker.phrases import Phrase

REACH = 100  # code points between a verb of change and its figures
STOPS = ".;\n"
JOINED = frozenset(["from", "to", "bound"])


def halves(page: Page, phrase: Phrase) -> list[Phrase]:
    """The two figures of a phrase that tells a change: rose from 80 to 180 firms; empty for a range.

    Figures that fall from the first to the second can be no range.
    """
    items, numbers = phrase.items, numbers_of(phrase)
    cut = next((n for n, item in enumerate(items) if n and item.category in ("to", "bound")), None)
    if cut is None or items[0].category != "from" or len(numbers) != 2:
        return []
    low = spread(numbers[0][0], numbers[0], numbers[1][0], numbers[1])
    if low <= numbers[1][0] and not _is_told(page, phrase):
        return []
    first = [i for i in items[1:cut] if i.category not in JOINED]
    last = [i for i in items[cut:] if i.category not in JOINED]
    begun = [_with_value(i, low) if i.category in ("number", "one") else i for i in first]
    alone = all(i.category in ("number", "one", "hedge") for i in begun)
    shared = [i for i in last if i.category not in ("number", "one", "hedge", "hedge-after")] if alone else []
    return [
        Phrase(phrase.kind, first[0].outer, first[0].start, first[-1].end, [*begun, *shared]),
        Phrase(phrase.kind, last[0].outer, last[0].start, phrase.end, last),
    ]


def _is_told(page: Page, phrase: Phrase) -> bool:
    """Whether a word of change stands in front, in one sentence, and none that makes a range of what follows it."""
    if page.before(phrase.outer, "by-so-much") is not None:
        return False
    found = page.between("change", phrase.outer - REACH, phrase.outer)
    text = page.folded.text
    return bool(found) and not any(mark in text[found[-1].end : phrase.outer] for mark in STOPS)


def _with_value(item: Item, value: float) -> Item:
    assert isinstance(item.value, tuple)
    return item._replace(value=(value, item.value[1]))
