"""Periods of the calendar: the week, month, quarter or year around a day, their parts, and days counted in them.

Weeks begin on Monday, as in ISO 8601. No clock is read.
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)
YEARLY = {"year": 365, "decade": 3652, "century": 36524}  # days
LENGTH = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, **YEARLY}  # days
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
YEARS_IN = {"year": 1, "decade": 10, "century": 100}
WEEKENDS = {"weekend": (5, 6), "friday-weekend": (4, 6)}  # first and last day, counted from Monday
PARTS_OF_YEAR = {  # the parts of a year that have a name: first and last month, counted on into the next year
    "quarter-1": (1, 3),
    "quarter-2": (4, 6),
    "quarter-3": (7, 9),
    "quarter-4": (10, 12),
    "half-1": (1, 6),
    "half-2": (7, 12),
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "winter": (12, 14),
}
# Days: "31 December" of early December, or a holiday so long over, is the coming one, if that is so near.
LONG_PAST, SOON = 270, 62
EDGE = {"week": 3, "month": 10}  # days of a period that are its beginning or its end; of a year it is a quarter
SHORT = 5  # a period of so many days has no parts
HALVES = frozenset(["half-1", "half-2"])


class Span(NamedTuple):
    """First and last day of a stretch, and how precise its words are."""

    start: date
    end: date
    grain: str


def shifted(day: date, months: int) -> tuple[int, int]:
    """Year and month that lie so many months from a day. Raises ValueError or OverflowError outside the calendar."""
    at = day.year * 12 + day.month - 1 + months
    return at // 12, at % 12 + 1


def moved(day: date, amount: float, unit: str) -> date | None:
    """The day that lies an amount of units after a day, before it if negative; `None` outside the calendar."""
    try:
        if unit in MONTHS_IN:
            year, month = shifted(day, round(amount * MONTHS_IN[unit]))
            return date(year, month, min(day.day, monthrange(year, month)[1]))
        return day + timedelta(days=round(amount * LENGTH.get(unit, 1)))
    except (ValueError, OverflowError):
        return None


def month_of(year: int, month: int) -> Span:
    """A month of a year. Raises ValueError outside the calendar."""
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def years(first: int, last: int, grain: str) -> Span:
    """From the first day of one year to the last of another. Raises ValueError outside the calendar."""
    return Span(date(first, 1, 1), date(last, 12, 31), grain)


def period(unit: str, today: date, rel: int) -> Span | None:
    """The period of a unit that lies so many places from the one of a day; `None` if the unit has none."""
    try:
        return _period(unit, today, rel)
    except (ValueError, OverflowError):
        return None


def _period(unit: str, today: date, rel: int) -> Span | None:
    if unit in YEARS_IN:
        size = YEARS_IN[unit]
        first = ((today.year - (unit == "century")) // size + rel) * size + (unit == "century")
        return years(first, first + size - 1, unit)
    if unit == "month":
        return month_of(*shifted(today, rel))
    if unit == "quarter":
        first_month = today.replace(day=1, month=(today.month - 1) // 3 * 3 + 1)
        year, month = shifted(first_month, 3 * rel)
        return Span(date(year, month, 1), month_of(year, month + 2).end, "quarter")
    if unit in WEEKENDS or unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=rel)
        low, high = WEEKENDS.get(unit, (0, 6))
        return Span(monday + low * DAY, monday + high * DAY, "week" if unit == "week" else "days")
    if unit == "day":
        day = today + timedelta(days=rel)
        return Span(day, day, "day")
    return None


# --- parts of a period ------------------------------------------------------------------------------------------


def part_of(whole: Span, part: str | None, *, point: bool) -> Span:
    """The whole of a period or one part of it: a beginning, a third, an end, and of a year its months by name.

    `point`: the beginning or the end is a day, as in a deadline; else it is a stretch, for no day is named.
    """
    if part is None:
        return whole
    if part in PARTS_OF_YEAR:
        return _named_part(whole, part)
    start, end = whole.start, whole.end
    if part in ("start", "end") and point:
        day = start if part == "start" else end
        return Span(day, day, "day")
    size = (end - start).days + 1
    if size <= SHORT:
        return whole
    if part in ("start", "end"):
        return _edge(whole, part)
    third = timedelta(days=size // 3)
    thirds = {
        "early": Span(start, start + third - DAY, "days"),
        "middle": Span(start + third, end - third, "days"),
        "late": Span(end - third + DAY, end, "days"),
    }
    return thirds.get(part, whole)


def _named_part(whole: Span, part: str) -> Span:
    if whole.grain == "year":
        first, last = PARTS_OF_YEAR[part]
        return Span(whole.start.replace(month=first), month_of(*shifted(whole.start, last - 1)).end, "quarter")
    if part in HALVES and whole.end > whole.start:
        middle = whole.start + (whole.end - whole.start) / 2
        return Span(whole.start, middle, "days") if part == "half-1" else Span(middle + DAY, whole.end, "days")
    return whole


def _edge(whole: Span, part: str) -> Span:
    """The stretch that begins or ends a period: days of a week or a month, a quarter of a year, a tenth of more."""
    start, end, grain = whole
    if grain == "year":
        return (
            Span(start, start.replace(month=3, day=31), "days")
            if part == "start"
            else Span(start.replace(month=10), end, "days")
        )
    size = timedelta(days=EDGE.get(grain, max(1, ((end - start).days + 1) // 5)))
    return Span(start, start + size - DAY, "days") if part == "start" else Span(end - size + DAY, end, "days")


# --- counted in a period ----------------------------------------------------------------------------------------


def counted(whole: Span, unit: str, weekday: int | None, nth: int) -> Span | None:
    """The first, second, ... day, weekday, week, month or quarter of a period; -1 is the last; `None` if it has none.

    Weeks are counted from the first whose Monday lies in the period, and back from the last that ends in it.
    """
    if weekday is not None or unit in ("day", "week", *WEEKENDS):
        step = 1 if weekday is None and unit == "day" else 7
        first = whole.start
        if step == 7:
            wanted = weekday if weekday is not None else 1 + WEEKENDS.get(unit, (0, 0))[0]
            first += timedelta(days=(wanted - first.isoweekday()) % 7)
        whole_last = 6 if nth < 0 and unit == "week" and weekday is None else 0
        many = (whole.end - first).days - whole_last
        many = many // step + 1
        at = nth - 1 if nth > 0 else many + nth
        if nth == 0 or not 0 <= at < many:
            return None
        day = first + timedelta(days=at * step)
        last = {"week": 6, **{u: b - a for u, (a, b) in WEEKENDS.items()}}.get(unit, 0) if weekday is None else 0
        return Span(day, day + timedelta(days=last), {0: "day", 6: "week"}.get(last, "days"))
    if unit in MONTHS_IN and nth != 0:
        months = (whole.end.year - whole.start.year) * 12 + whole.end.month - whole.start.month + 1
        many = months // MONTHS_IN[unit]
        at = nth - 1 if nth > 0 else many + nth
        return period(unit, date(*shifted(whole.start, at * MONTHS_IN[unit]), 1), 0) if 0 <= at < many else None
    return None
