"""From an underspecified date to days, leaning on the day on which the text speaks.

The news rule: a bare weekday is the nearest such day at or before publication, unless the clause looks ahead. Where
the day of publication is a set, what is read is the hull of what each end of the set gives. No clock is read.
"""

from calendar import monthrange
from datetime import date, timedelta

from checker.kinds.date.spec import Spec
from checker.model import Days

LENGTH = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365, "decade": 3652, "century": 36524}
LONG_PAST, SOON = 270, 62  # days: "31 December" of early December is the coming one, although nothing looks ahead
MONTHS = {  # the parts of a year that have a name: first and last month, counted on into the next year
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
DAY = timedelta(days=1)
Span = tuple[date | None, date | None, str]


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
    return spec.month is not None and spec.day is not None and spec.day > monthrange(2000, spec.month)[1]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def numeric_parts(parts: tuple[int, int, int], day_first: bool) -> tuple[int, int, int] | None:
    """Year, month and day of a numeric date, or `None` if no order makes it a day of 1900 to 2199."""
    first, second, third = parts
    orders = [(first, second, third)] if first > 31 else []
    if third > 31 or third < 100:
        year = third if third > 99 else 2000 + third if third < 70 else 1900 + third
        both = [(year, second, first), (year, first, second)]
        orders += both if day_first else both[::-1]
    for year, month, day in orders:
        if 1900 <= year <= 2199 and _day(year, month, day) is not None:
            return year, month, day
    return None


def _widened(span: Span, day_from: int) -> Span:
    """The span of a day with the days of its month in front of it, from one of them on."""
    start, end, _ = span
    return (None if start is None else start.replace(day=day_from), end, "days")


def _absolute(spec: Spec, day_first: bool) -> Span | None:
    """A date whose words alone fix it."""
    if spec.decade is not None:
        return _part(date(spec.decade, 1, 1), date(spec.decade + 9, 12, 31), "decade", spec.part)
    if spec.numeric is not None:
        parts = numeric_parts(spec.numeric, day_first)
        return None if parts is None else (date(*parts), date(*parts), "day")
    if spec.year is None or not 1 <= spec.year <= 9998:
        return None
    if spec.month is None:
        return _part(date(spec.year, 1, 1), date(spec.year, 12, 31), "year", spec.part)
    if spec.day is None:
        last = monthrange(spec.year, spec.month)[1]
        return _part(date(spec.year, spec.month, 1), date(spec.year, spec.month, last), "month", spec.part)
    day = _day(spec.year, spec.month, spec.day)
    return None if day is None else (day, day, "day")


def _part(start: date, end: date, grain: str, part: str | None) -> Span:
    """The whole of a period or one part of it: first and last day, thirds, and of a year its months by name."""
    if part is None:
        return start, end, grain
    if part in MONTHS:
        if grain != "year":
            middle = start + (end - start) / 2
            return {"half-1": (start, middle, "days"), "half-2": (middle + DAY, end, "days")}.get(
                part, (start, end, grain)
            )
        first, last = MONTHS[part]
        year, month = _shift(start, last - 1)
        return start.replace(month=first), date(year, month, monthrange(year, month)[1]), "quarter"
    third = timedelta(days=((end - start).days + 1) // 3)
    return {
        "start": (start, start, "day"),
        "early": (start, start + third - timedelta(days=1), "days"),
        "middle": (start + third, end - third, "days"),
        "late": (end - third + timedelta(days=1), end, "days"),
        "end": (end, end, "day"),
    }[part]


def _relative(spec: Spec, today: date, ahead: bool) -> Span | None:
    if spec.ago is not None:
        return _ago(spec.ago, today)
    if spec.offset is not None:
        return _offset(spec, today)
    if spec.year_rel is not None:
        return _absolute(Spec(year=today.year + spec.year_rel, month=spec.month, day=spec.day, part=spec.part), True)
    if spec.month is not None:
        return _month(spec, today, ahead)
    if spec.part_rel is not None:
        return _season(spec.part or "", spec.part_rel, today)
    if spec.day is not None and spec.month_rel is not None:
        year, month = _shift(today, spec.month_rel)
        day = _day(year, month, spec.day)
        return None if day is None else (day, day, "day")
    if spec.weekday is not None:
        return _weekday(spec, today, ahead)
    if spec.unit is not None:
        return _period(spec, today)
    return None


def _offset(spec: Spec, today: date) -> Span:
    day = today + timedelta(days=spec.offset or 0)
    if spec.weekday is not None and day.isoweekday() != spec.weekday:
        for near in (1, -1):  # "today" on the other side of midnight
            if (day + timedelta(days=near)).isoweekday() == spec.weekday:
                day += timedelta(days=near)
                break
    return day, day, "day"


def _shift(today: date, months: int) -> tuple[int, int]:
    at = today.year * 12 + today.month - 1 + months
    return at // 12, at % 12 + 1


def _month(spec: Spec, today: date, ahead: bool) -> Span | None:
    """A named month, with or without its day, without a year."""
    month = spec.month or 1
    candidates = []
    for year in (today.year - 1, today.year, today.year + 1):
        found = _absolute(Spec(year=year, month=month, day=spec.day, part=spec.part), True)
        if found is not None and found[0] is not None and found[1] is not None:
            candidates.append((found[0], found[1], found[2]))
    if spec.weekday is not None and spec.day is not None:
        candidates = [c for c in candidates if c[0].isoweekday() == spec.weekday] or candidates
    if not candidates:
        return None
    if spec.month_rel == 0:
        same = [c for c in candidates if c[0].year == today.year]
        return same[0] if same else None
    if spec.month_rel is not None and spec.month_rel < 0:
        past = [c for c in candidates if c[1] < today.replace(day=1)] or [c for c in candidates if c[1] < today]
        return past[-1] if past else None
    if spec.month_rel is not None:
        coming = [c for c in candidates if c[0] > today]
        return coming[0] if coming else None
    if ahead:
        coming = [c for c in candidates if c[1] >= today]
        return coming[0] if coming else None
    past = [c for c in candidates if c[0] <= today]
    coming = [c for c in candidates if c[0] > today]
    if past and coming and (today - past[-1][1]).days > LONG_PAST and (coming[0][0] - today).days < SOON:
        return coming[0]
    return past[-1] if past else coming[0]


def _season(part: str, rel: int, today: date) -> Span | None:
    """A named part of a year by its place: the last that is over, the one of now, or the next to begin."""
    near = [_part(date(year, 1, 1), date(year, 12, 31), "year", part) for year in range(today.year - 1, today.year + 2)]
    spans = [(a, b, grain) for a, b, grain in near if a is not None and b is not None]
    if rel < 0:
        return next((s for s in reversed(spans) if s[1] < today), None)
    if rel > 0:
        return next((s for s in spans if s[0] > today), None)
    return next((s for s in spans if s[0] <= today <= s[1]), spans[1])


def _weekday(spec: Spec, today: date, ahead: bool) -> Span:
    """A weekday of a named week, before or after today, or the nearest on the side to which the clause looks."""
    if spec.unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=spec.unit_rel or 0)
        day = monday + timedelta(days=(spec.weekday or 1) - 1)
        return day, day, "day"
    back = (today.isoweekday() - (spec.weekday or 1)) % 7
    forth = ((spec.weekday or 1) - today.isoweekday()) % 7
    if spec.weekday_rel is not None and spec.weekday_rel < 0:
        day = today - timedelta(days=back or 7)
    elif spec.weekday_rel is not None and spec.weekday_rel > 0:
        day = today + timedelta(days=forth or 7)
    elif ahead:
        day = today + timedelta(days=forth)
    else:
        day = today - timedelta(days=back)
    return day, day, "day"


def _period(spec: Spec, today: date) -> Span | None:
    unit, rel = spec.unit or "day", spec.unit_rel or 0
    if spec.plural:
        length = timedelta(days=LENGTH.get(unit, 1) * 10)
        if rel < 0:
            return today - length, today, "days"
        return (today, today + length, "days") if rel > 0 else None
    if unit == "year":
        year = today.year + rel
        return _part(date(year, 1, 1), date(year, 12, 31), "year", spec.part)
    if unit == "month":
        year, month = _shift(today, rel)
        return _part(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month", spec.part)
    if unit == "quarter":
        first = (today.month - 1) // 3 * 3 + 1
        year, month = _shift(today.replace(month=first, day=1), 3 * rel)
        _, last = _shift(date(year, month, 1), 2)
        return _part(date(year, month, 1), date(year, last, monthrange(year, last)[1]), "quarter", spec.part)
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=rel)
        return _part(monday, monday + timedelta(days=6), "week", spec.part)
    if unit == "day":
        day = today + timedelta(days=rel)
        return day, day, "day"
    if unit == "decade":
        start = (today.year // 10 + rel) * 10
        return _part(date(start, 1, 1), date(start + 9, 12, 31), "decade", spec.part)
    return None


def _ago(ago: tuple[float, float | None, str], today: date) -> Span | None:
    low, high, unit = ago
    if unit in ("second", "minute", "hour"):
        days = int(low // 24) if unit == "hour" else 0
        return today - timedelta(days=days + 1), today - timedelta(days=days), "days"
    near = _back(today, low, unit)
    if near is None:
        return None
    if high is None:
        return None, near, "vague"
    if high != low:
        far = _back(today, high, unit)
        return (far, near, "days") if far is not None else None
    grain = unit if unit in LENGTH else "day"
    return near, near, grain


def _back(today: date, amount: float, unit: str) -> date | None:
    """The day that lies an amount of units back; `None` before the year 1."""
    try:
        if unit in ("month", "quarter", "year", "decade", "century"):
            months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
            year, month = _shift(today, -round(amount * months))
            return date(year, month, min(today.day, monthrange(year, month)[1]))
        return today - timedelta(days=round(amount * LENGTH.get(unit, 1)))
    except (ValueError, OverflowError):
        return None
