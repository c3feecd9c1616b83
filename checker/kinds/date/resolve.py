"""From an underspecified date to days, leaning on the day on which the text speaks.

The news rule: a bare weekday is the nearest such day at or before publication, unless the clause looks ahead. Where
the day of publication is a set, what is read is the hull of what each end of the set gives. No clock is read.
"""

from calendar import monthrange
from datetime import date

from checker.kinds.date import steps
from checker.kinds.date.nearest import by_day, by_month, by_offset, by_pair, by_part, by_weekday, by_weekend
from checker.kinds.date.periods import WEEKENDS, Span, counted, part_of, period, years
from checker.kinds.date.spec import Spec
from checker.kinds.date.years import day_in, in_year
from checker.model import Days

Stretch = tuple[date | None, date | None, str]


def resolve(spec: Spec, published: Days | None, *, ahead: bool, day_first: bool = True) -> Days | None:
    """The days that a date means, or `None` where its words lean on a day of publication that isn't known.

    `ahead`: the clause looks ahead. `day_first`: how the document writes numeric dates. An impossible day is None.
    """
    fixed = _absolute(spec, day_first)
    if fixed is not None and spec.day_from is not None:
        fixed = _widened(fixed, spec.day_from)
    if fixed is not None:
        return Days(start=fixed[0], end=fixed[1], grain=fixed[2])
    if published is None or published.start is None or published.end is None or _impossible(spec):
        return None
    low = _relative(spec, published.start, ahead)
    high = low if published.start == published.end else _relative(spec, published.end, ahead)
    if low is None or high is None:
        return None
    if spec.day_from is not None:
        low, high = _widened(low, spec.day_from), _widened(high, spec.day_from)
    start = None if low[0] is None or high[0] is None else min(low[0], high[0])
    end = None if low[1] is None or high[1] is None else max(low[1], high[1])
    return Days(start=start, end=end, grain=low[2] if low == high else "days")


def _impossible(spec: Spec) -> bool:
    if spec.month is None or spec.day is None:
        return False
    return not 1 <= spec.month <= 12 or spec.day > monthrange(2000, spec.month)[1]


def numeric_parts(parts: tuple[int, int, int], day_first: bool) -> tuple[int, int, int] | None:
    """Year, month and day of a numeric date, or `None` if no order makes it a day of 1900 to 2199."""
    first, second, third = parts
    orders = [(first, second, third)] if first > 31 else []
    if third > 31 or third < 100:
        year = third if third > 99 else 2000 + third if third < 70 else 1900 + third
        both = [(year, second, first), (year, first, second)]
        orders += both if day_first else both[::-1]
    for year, month, day in orders:
        if 1900 <= year <= 2199 and day_in(year, month, day) is not None:
            return year, month, day
    return None


def _widened(span: Stretch, day_from: int) -> Stretch:
    """The span of a day with the days of its month in front of it, from one of them on."""
    start, end, _ = span
    return (None if start is None else start.replace(day=day_from), end, "days")


# --- what the words alone fix -----------------------------------------------------------------------------------


def _absolute(spec: Spec, day_first: bool) -> Stretch | None:
    """A date whose words alone fix it."""
    if spec.inside is not None:
        inside = _absolute(spec.inside, day_first)
        return None if inside is None else _counted(spec, inside)
    if spec.anchor is not None:
        anchor = _absolute(spec.anchor, day_first)
        return None if anchor is None else steps.hull(spec, anchor)
    if spec.century is not None:
        return part_of(years(100 * spec.century - 99, 100 * spec.century, "century"), spec.part, point=spec.point)
    if spec.decade is not None:
        return part_of(years(spec.decade, spec.decade + 9, "decade"), spec.part, point=spec.point)
    if spec.numeric is not None:
        parts = numeric_parts(spec.numeric, day_first)
        return None if parts is None else (date(*parts), date(*parts), "day")
    if spec.year is None or not 1 <= spec.year <= 9998:
        return None
    return in_year(spec, spec.year)


def _counted(spec: Spec, inside: Stretch) -> Span | None:
    start, end, grain = inside
    if start is None or end is None:
        return None
    whole = Span(start, end, grain)
    nth, unit = spec.nth or 1, spec.unit or "day"
    found = counted(whole, unit, spec.weekday, nth)
    if found is None or spec.many == 1:
        return found
    last = counted(whole, unit, spec.weekday, nth + (spec.many - 1) * (1 if nth > 0 else -1))
    return None if last is None else Span(min(found.start, last.start), max(found.end, last.end), "days")


# --- what leans on a day ----------------------------------------------------------------------------------------


def _relative(spec: Spec, today: date, ahead: bool) -> Stretch | None:
    try:
        return _leaning(spec, today, ahead)
    except (ValueError, OverflowError):  # outside the calendar
        return None


def _leaning(spec: Spec, today: date, ahead: bool) -> Stretch | None:
    if spec.inside is not None:
        return _nth(spec, spec.inside, today, ahead)
    if steps.counts(spec):
        anchor: Stretch | None = (today, today, "day")
        if spec.anchor is not None:
            anchor = _absolute(spec.anchor, True) or _relative(spec.anchor, today, ahead)
        return None if anchor is None else steps.hull(spec, anchor)
    if spec.stretch is not None:
        return steps.stretch(spec.stretch, spec.unit_rel or 0, today, rolling=spec.rolling)
    if spec.offset is not None:
        return by_offset(spec, today)
    if spec.pair is not None:
        return by_pair(spec.pair, today, ahead)
    if spec.year_rel is not None:
        return in_year(spec, today.year + spec.year_rel)
    if spec.month is not None:
        return by_month(spec, today, ahead)
    if spec.part_rel is not None:
        return by_part(spec.part or "", spec.part_rel, today)
    if spec.day is not None and (spec.month_rel is not None or spec.weekday is not None or spec.unit is None):
        return by_day(spec, spec.day, today, ahead)
    if spec.weekday is not None:
        return by_weekday(spec, today, ahead)
    if spec.unit is not None and spec.plural:
        return steps.plural(spec.unit, spec.unit_rel or 0, today)
    if spec.unit is not None and spec.unit in WEEKENDS and spec.unit_rel is None:
        return by_weekend(spec.unit, today, ahead)
    if spec.unit is not None:
        whole = period(spec.unit, today, spec.unit_rel or 0)
        if whole is not None and spec.part in ("so-far", "rest") and whole.start <= today <= whole.end:
            return (whole.start, today, "days") if spec.part == "so-far" else (today, whole.end, "days")
        inner = None if whole is None else part_of(whole, spec.inner, point=False)
        return None if inner is None else part_of(inner, spec.part, point=spec.point)
    if spec.part is not None:
        return by_part(spec.part, 1 if ahead else None, today)
    return None


def _nth(spec: Spec, inside: Spec, today: date, ahead: bool) -> Stretch | None:
    """A unit or weekday of a period that leans on today; of a month without a year the nearest."""
    whole = _absolute(inside, True) or _relative(inside, today, ahead)
    found = None if whole is None else _counted(spec, whole)
    if found is None or inside.month is None or inside.month_rel is not None or inside.year_rel is not None:
        return found
    if (found.end < today) is not ahead:
        return found
    other = in_year(inside, found.start.year + (1 if ahead else -1))
    return None if other is None else _counted(spec, other)
