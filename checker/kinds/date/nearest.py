"""Dates that name no year, or no month: which of the days that they may be is meant, seen from the day of speech."""

from datetime import date, timedelta

from checker.kinds.date.periods import LONG_PAST, SOON, Span, part_of, period, shifted, years
from checker.kinds.date.spec import Spec
from checker.kinds.date.years import day_in, in_year

JUST = 45  # days: what is so lately over is not the coming one of a year later, although the clause looks ahead
CLOSE = 7  # days: "the 15th" of the 12th is the coming one, although nothing looks ahead


def by_pair(pair: tuple[int, int], today: date, ahead: bool) -> Span | None:
    """A day and a month in digits, where only one order makes a day; `None` where both do."""
    first, second = pair
    orders = {(first, second), (second, first)}
    dates = [(day, month) for day, month in orders if month <= 12]
    if len(dates) != 1:
        return None
    day, month = dates[0]
    return by_month(Spec(day=day, month=month), today, ahead)


def by_offset(spec: Spec, today: date) -> Span:
    """A day so many days from today; where its weekday is named too, on the side of midnight that fits."""
    day = today + timedelta(days=spec.offset or 0)
    if spec.weekday is not None and day.isoweekday() != spec.weekday:
        for near in (1, -1):  # "today" on the other side of midnight
            if (day + timedelta(days=near)).isoweekday() == spec.weekday:
                day += timedelta(days=near)
                break
    return Span(day, day, "day")


def by_month(spec: Spec, today: date, ahead: bool) -> Span | None:
    """A named month, with or without its day, without a year."""
    rel = spec.month_rel
    first, last = today.year - 1 - (rel == -2), today.year + 1 + (rel == 2)
    near = [in_year(spec, year) for year in range(first, last + 1)]
    candidates = [span for span in near if span is not None]
    if spec.weekday is not None and spec.day is not None:
        candidates = [c for c in candidates if c[0].isoweekday() == spec.weekday] or candidates
    if not candidates:
        return None
    if rel == 0:
        same = [c for c in candidates if c[0].year == today.year]
        return same[0] if same else None
    if rel is not None and rel < 0:
        past = [c for c in candidates if c[1] < today.replace(day=1)] or [c for c in candidates if c[1] < today]
        return past[rel] if len(past) >= -rel else None
    if rel is not None:
        coming = [c for c in candidates if c[0] > today]
        return coming[rel - 1] if len(coming) >= rel else None
    past = [c for c in candidates if c[0] <= today]
    if ahead:
        coming = [c for c in candidates if c[1] >= today]
        just = past and (today - past[-1][1]).days < JUST and coming and (coming[0][0] - today).days > LONG_PAST
        return past[-1] if just else coming[0] if coming else None
    coming = [c for c in candidates if c[0] > today]
    if past and coming and not spec.past:
        return coming[0] if (today - past[-1][1]).days > LONG_PAST and (coming[0][0] - today).days < SOON else past[-1]
    return past[-1] if past else coming[0]


def by_day(spec: Spec, number: int, today: date, ahead: bool) -> Span | None:
    """The 25th of a named place of months, or where none is named the nearest on the side to which the clause looks.

    With a weekday beside it, the nearest 25th that is one, on either side.
    """
    if spec.month_rel is not None:
        day = day_in(*shifted(today, spec.month_rel), number)
        return None if day is None else Span(day, day, "day")
    if spec.weekday is None:
        near = [day_in(*shifted(today, months), number) for months in (0, -1, 1)]
        sides = [d for d in near if d is not None and (d >= today if ahead else (d - today).days <= CLOSE)]
        day = min(sides, key=lambda d: abs((d - today).days), default=None)
    else:
        around = (day_in(*shifted(today, months), number) for months in range(-12, 13))
        fits = [d for d in around if d is not None and d.isoweekday() == spec.weekday and (d >= today or not ahead)]
        day = min(fits, key=lambda d: abs((d - today).days), default=None)
    return None if day is None else Span(day, day, "day")


def by_part(part: str, rel: int | None, today: date) -> Span | None:
    """A named part of a year by its place: the last that is over, the one of now, or the next to begin.

    Without a place (`None`): the last that has begun.
    """
    spans = [part_of(years(y, y, "year"), part, point=False) for y in range(today.year - 1, today.year + 2)]
    if rel is None:
        return next((s for s in reversed(spans) if s[0] <= today), None)
    if rel < 0:
        return next((s for s in reversed(spans) if s[1] < today), None)
    if rel > 0:
        return next((s for s in spans if s[0] > today), None)
    return next((s for s in spans if s[0] <= today <= s[1]), spans[1])


def by_weekday(spec: Spec, today: date, ahead: bool) -> Span:
    """A weekday of a named week, before or after today, or the nearest on the side to which the clause looks."""
    rel = spec.weekday_rel
    if spec.unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=spec.unit_rel or 0)
        day = monday + timedelta(days=(spec.weekday or 1) - 1)
        return Span(day, day, "day")
    back = (today.isoweekday() - (spec.weekday or 1)) % 7
    forth = ((spec.weekday or 1) - today.isoweekday()) % 7
    if rel is not None and rel < 0:
        day = today - timedelta(days=(back or 7) - 7 * (rel + 1))
    elif rel is not None and rel > 0:
        day = today + timedelta(days=(forth or 7) + 7 * (rel - 1))
    elif ahead:
        day = today + timedelta(days=forth)
    else:
        day = today - timedelta(days=back)
    return Span(day, day, "day")


def by_weekend(unit: str, today: date, ahead: bool) -> Span | None:
    """The weekend that began last, or the next to end where the clause looks ahead."""
    this = period(unit, today, 0)
    if this is None or ahead or this.start <= today:
        return this
    return period(unit, today, -1)
