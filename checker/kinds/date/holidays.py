"""Holidays: from what the packs write of one (see almanac) to its days in a year."""

import re
from calendar import monthrange
from datetime import date, timedelta

from checker.almanac import HOLIDAY, WEEKDAYS
from checker.kinds.date.calendars import HIJRI, Bounds, period, year_of


def is_lunar(value: str) -> bool:
    """Whether the holiday is one of the Hijri calendar, so that it may lie a day to either side."""
    return value.startswith(HIJRI)


def is_month(value: str) -> bool:
    """Whether the holiday is a whole month of its calendar."""
    parts = HOLIDAY.fullmatch(value)
    return parts is not None and parts["its_month"] is not None and parts["its_day"] is None


def in_year(value: str, year: int) -> list[Bounds]:
    """Each time that the holiday begins in a year of ours, in order; twice or not at all where its calendar is shorter.

    Of alternatives the stretch from the first to the last: the words don't say which one they mean.
    """
    sides = [_one(one, year) for one in value.split("|")]
    if len(sides) == 1:
        return sides[0]
    found = [bounds for side in sides for bounds in side]
    return [(min(a for a, _ in found), max(b for _, b in found))] if found else []


def in_own_year(value: str, year: int) -> Bounds | None:
    """The days of a holiday in a year of its own calendar; `None` for a holiday of ours."""
    first, _, last = value.partition("..")
    begin, end = _in_own(first, year), _in_own(last or first, year)
    return None if begin is None or end is None else (begin[0], end[1])


def _one(value: str, year: int) -> list[Bounds]:
    first, dots, last = value.partition("..")
    begins = _term(first, year)
    if not dots:
        return begins
    ends = [*_term(last, year), *_term(last, year + 1)]
    found = []
    for begin, _ in begins:
        end = next((b for _, b in ends if b >= begin), None)
        if end is not None:
            found.append((begin, end))
    return found


def _term(term: str, year: int) -> list[Bounds]:
    parts = HOLIDAY.fullmatch(term)
    if parts is None:
        return []
    shift = timedelta(days=int(parts["offset"] or 0))
    if parts["calendar"] is not None:
        found = []
        for bounds in _of_calendar(parts, year):
            moved = (bounds[0] + shift, bounds[1] + shift)
            found += [moved] if moved[0].year == year else []
        return found
    day = _easter(parts["easter"], year) if parts["easter"] is not None else _in_month(parts, year)
    return [] if day is None else [(day + shift, day + shift)]


def _in_own(term: str, year: int) -> Bounds | None:
    parts = HOLIDAY.fullmatch(term)
    if parts is None or parts["calendar"] is None:
        return None
    shift = timedelta(days=int(parts["offset"] or 0))
    bounds = period(parts["calendar"], year, int(parts["its_month"]), _its_day(parts))
    return None if bounds is None else (bounds[0] + shift, bounds[1] + shift)


def _its_day(parts: re.Match[str]) -> int | None:
    return None if parts["its_day"] is None else int(parts["its_day"])


def _of_calendar(parts: re.Match[str], year: int) -> list[Bounds]:
    """The day or month in each year of its own calendar that touches a year of ours."""
    calendar = str(parts["calendar"])
    first, last = year_of(calendar, date(year, 1, 1)), year_of(calendar, date(year, 12, 31))
    if first is None or last is None:
        return []
    found = [period(calendar, own, int(parts["its_month"]), _its_day(parts)) for own in range(first - 1, last + 1)]
    return [bounds for bounds in found if bounds is not None]


def _in_month(parts: re.Match[str], year: int) -> date | None:
    month = int(parts["month"])
    try:
        if parts["day"] is not None:
            return date(year, month, int(parts["day"]))
        last = monthrange(year, month)[1]
    except ValueError:
        return None
    weekday = WEEKDAYS.index(parts["weekday"])
    if parts["nth"] == "last":
        return date(year, month, last - (date(year, month, last).weekday() - weekday) % 7)
    day = 1 + (weekday - date(year, month, 1).weekday()) % 7 + 7 * (int(parts["nth"]) - 1)
    return date(year, month, day) if day <= last else None


def _easter(which: str, year: int) -> date | None:
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

    if not 1583 <= year <= 4099:
        return None
    return easter(year, EASTER_ORTHODOX if which.startswith("orthodox") else EASTER_WESTERN)
