"""Two figures of a change: "rose from 12 to 15" gives what was and what is, and no range."""

from checker.line import Item
from checker.page import Page
from checker.phrases import Phrase

REACH = 48  # code points between the verb of a change and its figures
BREAKS = ';:.\n"'
HOURS = 24  # up to here two falling figures may be hours: open from nine to six
FAR = 10  # how many times the first figure the second is where no "from" stands in front
UNITS = frozenset(["percent", "percent-point", "currency", "cent", "measure", "unit", "units"])  # behind both figures
FRONT = "currency-front"  # in front of both


def halves(page: Page, phrase: Phrase) -> list[Phrase] | None:
    """The two figures as phrases of their own; `None` where they are the ends of a range.

    Of a sum and a year behind it ($93 billion through 2025) the sum alone.
    """
    categories = [i.category for i in phrase.items]
    if categories.count("to") != 1 or "dash" in categories:
        return None
    cut = categories.index("to")
    first, last = phrase.items[:cut], phrase.items[cut + 1 :]
    first = [i for i in first if i.category != "from"]
    low = [i.value[0] for i in first if isinstance(i.value, tuple)]
    high = [i.value[0] for i in last if isinstance(i.value, tuple)]
    if len(low) != 1 or len(high) != 1:
        return None
    if _is_year(page, last[0]):
        alone = Phrase(phrase.kind, first[0].outer, first[0].start, first[-1].end, first, phrase.context)
        return [alone] if low[0] > high[0] else None
    falls = low[0] > high[0] and (phrase.kind != "count" or low[0] > HOURS)
    if not (falls or _is_changed(page, phrase, high[0] / low[0] if low[0] else 0.0)):
        return None
    front = [i for i in first if i.category == FRONT]
    behind = [i for i in last if i.category in UNITS]
    whole = [*first, *(behind if not any(i.category in UNITS for i in first) else [])]
    other = [*(front if not any(i.category == FRONT for i in last) else []), *last]
    return [
        Phrase(phrase.kind, first[0].outer, first[0].start, first[-1].end, whole, phrase.context),
        Phrase(phrase.kind, last[0].outer, last[0].start, last[-1].end, other),
    ]


def _is_year(page: Page, item: Item) -> bool:
    """Whether the second figure may be a year with nothing of the first: from $93 billion to 2025."""
    return item.category == "number" and any(i.category == "year" for i in page.starting(item.outer))


def _is_changed(page: Page, phrase: Phrase, times: float) -> bool:
    """Whether a verb of change stands in front, in the same part of the sentence.

    Without "from" it stands right in front, and the figures lie far apart: lost $2 to $80.
    """
    if any(i.category == "from" for i in phrase.items):
        verbs = page.between("change", phrase.outer - REACH, phrase.outer)
        return bool(verbs) and not any(c in BREAKS for c in page.folded.text[verbs[-1].end : phrase.outer])
    return times >= FAR and page.before(phrase.outer, "change") is not None
