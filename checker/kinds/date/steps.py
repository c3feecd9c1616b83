"""Days that are counted from a day: two weeks ago, in five days, within a month, the last three years."""

from datetime import date, timedelta

from checker.kinds.date.lengths import Length
from checker.kinds.date.periods import DAY, LENGTH, MONTHS_IN, YEARS_IN, Span, moved, period
from checker.kinds.date.spec import Spec

CLOCKS = {"second": 86400, "minute": 1440, "hour": 24}  # units of a clock, and how many of them make a day
FEW = 10  # the most that "the coming days" are
Stretch = tuple[date | None, date | None, str]


def counts(spec: Spec) -> bool:
    """Whether the date is so long before or after another day."""
    return spec.ago is not None or spec.hence is not None or spec.within is not None


def hull(spec: Spec, anchor: Stretch) -> Stretch | None:
    """The days that lie the length of a date from each end of its anchor; `None` outside the calendar."""
    start, end, _ = anchor
    if start is None or end is None:
        return None
    low = _from(spec, start)
    high = low if start == end else _from(spec, end)
    if low is None or high is None:
        return None
    first = None if low[0] is None or high[0] is None else min(low[0], high[0])
    last = None if low[1] is None or high[1] is None else max(low[1], high[1])
    return first, last, low[2] if low == high else "days"


def _from(spec: Spec, today: date) -> Stretch | None:
    if spec.ago is not None:
        return _back(spec.ago, today)
    if spec.hence is not None:
        return _forth(spec.hence, today)
    if spec.within is not None:
        low, high, unit = spec.within
        last = moved(today, (high or low) / CLOCKS.get(unit, 1), unit)
        return None if last is None else (today, last, "days")
    return None


def _back(length: Length, today: date) -> Stretch | None:
    low, high, unit = length
    if unit in CLOCKS:
        days = int(low // CLOCKS[unit])
        return today - timedelta(days=days + 1), today - timedelta(days=days), "days"
    near = moved(today, -low, unit)
    if near is None:
        return None
    if high is None:
        return None, near, "vague"
    if high != low:
        far = moved(today, -high, unit)
        return (far, near, "days") if far is not None else None
    return near, near, unit if unit in LENGTH else "day"


def _forth(length: Length, today: date) -> Stretch | None:
    low, high, unit = length
    if unit in CLOCKS:
        days = int(low // CLOCKS[unit])
        return today + timedelta(days=days), today + timedelta(days=days + 1), "days"
    near = moved(today, low, unit)
    if near is None:
        return None
    if high is None:
        return near, None, "vague"
    if high != low:
        far = moved(today, high, unit)
        return (near, far, "days") if far is not None else None
    return near, near, unit if unit in LENGTH else "day"


def stretch(length: Length, rel: int, today: date, *, rolling: bool) -> Stretch | None:
    """So many units on one side of today: from today on if `rolling`, else in whole units of the calendar."""
    amount, _, unit = length
    aligned = not rolling and unit in ("week", *MONTHS_IN, *YEARS_IN) and amount == int(amount)
    if aligned and rel:
        near, far = period(unit, today, rel), period(unit, today, rel * int(amount))
        if near is None or far is None:
            return None
        return min(near.start, far.start), max(near.end, far.end), "days"
    last = moved(today, rel * amount / CLOCKS.get(unit, 1), unit)
    if last is None or rel == 0:
        return None
    return (last, today, "days") if rel < 0 else (min(today + DAY, last), last, "days")


def plural(unit: str, rel: int, today: date) -> Span | None:
    """Some units on one side of today: the coming days, the last years."""
    length = timedelta(days=LENGTH.get(unit, 1) * FEW)
    if rel < 0:
        return Span(today - length, today, "days")
    return Span(today, today + length, "days") if rel > 0 else None
