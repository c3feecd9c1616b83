"""How two sets of days relate, how far apart they lie, and how one is shown."""

from datetime import date

from checker import values
from checker.kinds.date.calendars import LUNAR
from checker.model import Days

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Half of a unit, in days: what a day that is counted in it, and told in nothing smaller, may be off.
HALF = {"week": 3, "month": 15, "quarter": 45, "year": 182, "decade": 1826}


def relate(a: Days, b: Days) -> str | None:
    """same, narrower (a lies in b), wider (b lies in a), overlaps, or apart.

    Extents compare start with start; a date of the Hijri calendar may lie a day to either side, and one that is
    counted in a larger unit (two months ago) half of that unit.
    """
    a, b = widened(a), widened(b)
    if a.bound == "since" and b.bound == "since":
        a, b = _begin(a), _begin(b)
    return values.relate(a, b)


def widened(days: Days) -> Days:
    """The days with more to either side: one where the moon decides them, half a unit where they are counted in it."""
    counted = days.start is not None and days.start == days.end
    more = 1 if days.grain.startswith(LUNAR) else HALF.get(days.grain, 0) if counted else 0
    if not more:
        return days
    start = None if days.start is None else _off(days.start, -more)
    end = None if days.end is None else _off(days.end, more)
    return Days(start=start, end=end, grain="days", bound=days.bound)


def _off(day: date, by: int) -> date:
    """A day so many days on; the first or the last of the calendar where it would lie beyond."""
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))


def _begin(days: Days) -> Days:
    return Days(start=days.start, end=days.start, grain=days.grain)


def gap(a: Days, b: Days) -> float:
    """Days that lie between the nearest ends of two sets; 0 when they touch."""
    a, b = widened(a), widened(b)
    first, second = (a, b) if (a.start or date.min) <= (b.start or date.min) else (b, a)
    if first.end is None or second.start is None:
        return 0
    return max(0, (second.start - first.end).days)


def _one(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def show(days: Days, language: str = "en") -> str:
    """The set in a few words: 9 Dec 2021, Aug 2021, 2014, 24 to 30 Apr 2021."""
    start, end = days.start, days.end
    if start is None and end is None:
        return "?"
    if start is None:
        return f"up to {_one(end)}" if end is not None else "?"
    if end is None:
        return f"from {_one(start)}"
    if start == end:
        return _one(start)
    if days.grain == "year" and start.year == end.year:
        return str(start.year)
    if days.grain == "month" and (start.year, start.month) == (end.year, end.month):
        return f"{MONTHS[start.month - 1]} {start.year}"
    return f"{_one(start)} to {_one(end)}"
