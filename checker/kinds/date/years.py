"""Dates of a year that is known: the year, one of its months or days, or a part of one of these."""

from datetime import date, timedelta

from checker.kinds.date.periods import Span, counted, month_of, part_of, period, years
from checker.kinds.date.spec import Spec


def day_in(year: int, month: int, day: int) -> date | None:
    """A day of a month of a year; `None` if the month has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def in_year(spec: Spec, year: int) -> Span | None:
    """A year, one of its months or days, or a part of one of these."""
    if spec.month is None and spec.year_to is not None:
        return Span(date(year, 1, 1), date(spec.year_to, 12, 31), "days") if year < spec.year_to else None
    if spec.month is None:
        whole = part_of(years(year, year, "year"), spec.inner, point=False)
        return part_of(whole, spec.part, point=spec.point)
    if not 1 <= spec.month <= 12:
        return None
    if spec.month_to is not None:
        begin = month_of(year - (spec.month > spec.month_to), spec.month).start
        return Span(begin, month_of(year, spec.month_to).end, "days")
    if spec.day is None:
        return part_of(month_of(year, spec.month), spec.part, point=spec.point)
    day = day_in(year, spec.month, spec.day)
    if day is None:
        return None
    if spec.nth is not None and spec.weekday is not None and day.isoweekday() != spec.weekday:
        return counted(month_of(year, spec.month), "day", spec.weekday, spec.nth) or Span(day, day, "day")
    return Span(day, day, "day") if spec.around is None else around(day, spec.around)


def around(day: date, unit: str) -> Span | None:
    """The unit around a day; the week of a Sunday is the one that the Sunday opens."""
    return period(unit, day + timedelta(days=unit == "week" and day.isoweekday() == 7), 0)
