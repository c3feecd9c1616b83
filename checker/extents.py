"""Lengths of time beside the days that they tell of: "three days, from 4 to 9 May", "two months ago, on 4 March".

A length is set against days only where nothing but a mark stands between them, so that both tell of one time.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from checker.kinds import date, quantity
from checker.model import Amount, Clash, Days, Mention, Side
from checker.page import Page

# How many days a length may have: of a unit the fewest and the most, and what is lost or gained by counting both ends,
# or by a week that ends on its last day of work.
FEWEST = {"day": (1.0, 0), "week": (7.0, 2), "month": (28.0, 3), "year": (365.0, 15)}
MOST = {"day": (1.0, 0), "week": (7.0, 1), "month": (31.0, 1), "year": (366.0, 15)}
COUNTED = ("week", "month", "year")  # grains of a day that is counted in a unit: two months ago
LINKS = ("", ",", "-", "(", ":", ",(")
ONE_OF = ("every", "ordinal", "last", "rel", "among")  # in front of a length that is but a part of the days


def told_of(page: Page, found: Sequence[Mention]) -> None:
    """Marks each length that stands beside days which are more or fewer, or are another day."""
    timed = sorted((m for m in found if m.kind in ("date", "duration")), key=lambda m: (m.start, -m.end))
    for first, last in pairwise(timed):
        if first.end > last.start or first.value is None or last.value is None:
            continue
        clash = None
        if first.kind == "duration":
            clash = _length(page, first, last) if _linked(page, first, last, LINKS) else None
        elif last.kind == "duration":
            clash = _length(page, last, first) if _linked(page, first, last, ("(",)) else None
        elif _linked(page, first, last, LINKS[1:]):
            clash = _counted(page, first, last)
        if clash is not None:
            first.clashes = (*first.clashes, clash)


def _linked(page: Page, first: Mention, last: Mention, links: Sequence[str]) -> bool:
    """Whether only a mark, or a mark and a small word, stands between two mentions."""
    text, low, high = page.folded.text, page.at(first.end), page.at(last.start)
    small = next((i for role in ("in", "from") if (i := page.before(high, role)) is not None and i.outer >= low), None)
    between = text[low : high if small is None else small.outer]
    return "\n" not in between and between.replace(" ", "") in links


def _length(page: Page, length: Mention, stretch: Mention) -> Clash | None:
    """A length that the days from one to another don't have."""
    amount, days = length.value, stretch.value
    if not isinstance(amount, Amount) or not isinstance(days, Days) or days.start is None or days.end is None:
        return None
    if amount.unit not in FEWEST or days.grain != "days" or not _from_to(page, stretch):
        return None
    outer = page.at(length.start)
    if any(page.before(outer, role) is not None for role in ONE_OF):
        return None
    least, lost = FEWEST[amount.unit]
    most, more = MOST[amount.unit]
    low = None if amount.low is None else max(0.0, amount.low * least - lost)
    high = None if amount.high is None else amount.high * most + more
    told = Amount(kind="duration", low=low, high=high, unit="day")
    between = (days.end - days.start).days
    has = Amount(kind="duration", low=between, high=between + 1, unit="day")
    if quantity.relate(told, has) != "apart":
        return None
    one = Side(length.start, length.end, told, _shown(amount))
    other = Side(stretch.start, stretch.end, has, f"{date.show(days)}, which is {between + 1} days")
    return Clash("span", (one, other) if one.start < other.start else (other, one))


def _shown(amount: Amount) -> str:
    one = amount.low == amount.high == 1
    return quantity.show(amount) if one else f"{quantity.show(amount)}s"


def _from_to(page: Page, stretch: Mention) -> bool:
    """Whether two days of a month are named, as ends and not side by side."""
    low, high = page.at(stretch.start), page.at(stretch.end)
    named = {i.start for role in ("day", "ordinal-day") for i in page.between(role, low, high)}
    joined = page.between("and", low, high) or any(i.prefix for at in named for i in page.starting(at))
    return len(named) > 1 and not joined


def _counted(page: Page, ago: Mention, day: Mention) -> Clash | None:
    """A day so many weeks, months or years ago, and behind it the day of the calendar that it should be."""
    past, fixed = ago.value, day.value
    if not isinstance(past, Days) or not isinstance(fixed, Days) or ago.read_by != "date" or day.read_by != "date":
        return None
    if past.grain not in COUNTED or past.start is None or past.start != past.end or fixed.grain != "day":
        return None
    if not page.between("year", page.at(day.start), page.at(day.end)) or date.relate(past, fixed) != "apart":
        return None
    sides = (
        Side(ago.start, ago.end, date.widened(replace(past, bound="on")), f"about {date.show(past)}"),
        Side(day.start, day.end, fixed, date.show(fixed)),
    )
    return Clash("span", sides, "the time is counted from the day of publication")
