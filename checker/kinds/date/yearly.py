"""When that is which comes round each year in a calendar of its own: Hijri and solar dates and holidays.

Also fiscal and academic years, which only their years tell.
"""

from datetime import date, timedelta

from checker.kinds.date import holidays
from checker.kinds.date.calendars import HIJRI, SOLAR, Bounds, grain_of, period, year_of
from checker.kinds.date.dated import LATEST_HIJRI, Dated
from checker.kinds.date.periods import DAY, LONG_PAST, PARTS_OF_YEAR, SOON
from checker.model import Days

# The named parts of a solar year, which begins in spring: first and last month.
NAMED_PARTS = {**PARTS_OF_YEAR, "spring": (1, 3), "summer": (4, 6), "autumn": (7, 9), "winter": (10, 12)}


def resolve(dated: Dated, published: Days | None, *, ahead: bool) -> Days | None:
    """The days that are meant; `None` where they lean on a day of publication that isn't known, or can't be converted.

    `ahead`: the clause looks ahead.
    """
    if dated.until is not None:
        return _years(dated)
    if dated.year is not None:
        return _days(dated, _absolute(dated))
    if published is None or published.start is None or published.end is None:
        return None
    low = _relative(dated, published.start, ahead)
    high = low if published.start == published.end else _relative(dated, published.end, ahead)
    if low is None or high is None:
        return None
    days = _days(dated, (min(low[0], high[0]), max(low[1], high[1])))
    if days is not None and low != high:
        days.grain = "days"
    return days


def _years(dated: Dated) -> Days | None:
    """The hull of the years that are named: which of their months are meant, countries decide in their own ways."""
    first, last = dated.year or 0, dated.until or 0
    if dated.calendar is not None:
        begin, end = period(dated.calendar, first), period(dated.calendar, last)
        fits = begin is not None and end is not None and first <= last <= first + 1
        return Days(start=begin[0], end=end[1], grain="years") if fits and begin and end else None
    if not (LATEST_HIJRI <= first <= last <= first + 1 and last <= 9998):
        return None
    return Days(start=date(first, 1, 1), end=date(last, 12, 31), grain="years")


def _absolute(dated: Dated) -> Bounds | None:
    year = dated.year or 0
    if dated.holiday is not None:
        if year < LATEST_HIJRI:
            return holidays.in_own_year(dated.holiday, year)
        found = holidays.in_year(dated.holiday, year) if year <= 9998 else []
        return found[0] if len(found) == 1 else None
    if year >= LATEST_HIJRI and dated.calendar == HIJRI and dated.month is not None:
        return _in_our_year(dated, year)
    bounds = period(str(dated.calendar), year, dated.month, dated.day)
    return bounds if bounds is None or dated.day_from is None else _from(dated, year, bounds)


def _from(dated: Dated, year: int, bounds: Bounds) -> Bounds | None:
    first = period(str(dated.calendar), year, dated.month, dated.day_from)
    return None if first is None else (first[0], bounds[1])


def _in_our_year(dated: Dated, year: int) -> Bounds | None:
    """Ramadan 2021: the one that begins in that year of ours; none where two do."""
    found = [b for b in _near(dated, date(year, 7, 1)) if b[0].year == year]
    return found[0] if len(found) == 1 else None


def _near(dated: Dated, day: date) -> list[Bounds]:
    """Each time that the date or holiday comes round in the years about a day, in order."""
    if dated.holiday is not None:
        return [b for year in range(day.year - 1, day.year + 2) for b in holidays.in_year(dated.holiday, year)]
    calendar = str(dated.calendar)
    middle = year_of(calendar, day)
    if middle is None:
        return []
    found = []
    for year in range(middle - 2, middle + 3):
        bounds = period(calendar, year, dated.month, dated.day)
        if bounds is not None and dated.day_from is not None:
            bounds = _from(dated, year, bounds)
        found += [] if bounds is None else [bounds]
    return found


def _relative(dated: Dated, today: date, ahead: bool) -> Bounds | None:
    if dated.calendar is not None and dated.month is None:
        return _own_season(dated, today) if dated.rel is not None else _own_period(dated, today)
    spans = _near(dated, today)
    if dated.year_rel is not None:
        return _in_year_beside(dated, spans, today)
    if dated.rel is not None:
        return _placed(dated.rel, spans, today)
    return nearest(spans, today, ahead=ahead)


def _own_period(dated: Dated, today: date) -> Bounds | None:
    """This year, last year, next month of another calendar."""
    calendar = str(dated.calendar)
    year = year_of(calendar, today)
    if year is None:
        return None
    if dated.month_rel is None:
        return None if dated.year_rel is None or dated.day is not None else period(calendar, year + dated.year_rel)
    ends = [bounds[1] for m in range(1, 13) if (bounds := period(calendar, year, m)) is not None]
    at = year * 12 + sum(1 for end in ends if end < today) + dated.month_rel
    return period(calendar, at // 12, at % 12 + 1, dated.day)


def _own_season(dated: Dated, today: date) -> Bounds | None:
    """The last spring, this winter, by the months of another calendar."""
    years = [bounds for _, bounds in sorted(_years_about(dated, today).items())]
    cut = [season for bounds in years if (season := _part(dated, bounds)) is not None]
    return _placed(dated.rel or 0, cut, today)


def _years_about(dated: Dated, today: date) -> dict[int, Bounds]:
    calendar = str(dated.calendar)
    year = year_of(calendar, today) or 0
    return {y: bounds for y in (year - 1, year, year + 1) if (bounds := period(calendar, y)) is not None}


def _part(dated: Dated, bounds: Bounds) -> Bounds | None:
    """A part of a period; of a year of another calendar with seasons also those, its quarters and halves."""
    months = NAMED_PARTS.get(str(dated.part)) if dated.calendar == SOLAR and dated.month is None else None
    if months is None:
        return part_of(bounds, str(dated.part))
    year = year_of(SOLAR, bounds[0]) or 0
    first, last = period(SOLAR, year, months[0]), period(SOLAR, year, months[1])
    return None if first is None or last is None else (first[0], last[1])


def _in_year_beside(dated: Dated, spans: list[Bounds], today: date) -> Bounds | None:
    """Ramadan of last year, Christmas this year: of a year of ours, but in the solar calendar of its own."""
    rel = dated.year_rel or 0
    if dated.calendar == SOLAR:
        own = year_of(SOLAR, today)
        return None if own is None else period(SOLAR, own + rel, dated.month, dated.day)
    found = [b for b in spans if b[0].year == today.year + rel]
    return found[0] if len(found) == 1 else None


def _placed(rel: int, spans: list[Bounds], today: date) -> Bounds | None:
    """The last that is over, the one of now or of this year, or the next to begin."""
    if rel < 0:
        past = [b for b in spans if b[1] < today]
        return past[rel] if len(past) >= -rel else None
    if rel > 0:
        return next((b for b in spans if b[0] > today), None)
    now = [b for b in spans if b[0] <= today <= b[1]] or [b for b in spans if b[0].year == today.year]
    return now[0] if len(now) == 1 else None


def nearest(spans: list[Bounds], today: date, *, ahead: bool) -> Bounds | None:
    """The latest that has begun; the coming one where the clause looks ahead, or where that alone is near."""
    coming = [b for b in spans if b[1] >= today] if ahead else [b for b in spans if b[0] > today]
    past = [b for b in spans if b[0] <= today]
    if ahead or not past:
        return coming[0] if coming else None
    if coming and (today - past[-1][1]).days > LONG_PAST and (coming[0][0] - today).days < SOON:
        return coming[0]
    return past[-1]


def closest(dated: Dated, day: date) -> Bounds | None:
    """The time nearest to a day of all those at which the date comes round."""
    return min(_near(dated, day), key=lambda b: abs((b[0] - day).days), default=None)


def _days(dated: Dated, bounds: Bounds | None) -> Days | None:
    """The bounds as days, cut to the part that is named, with the grain of the words."""
    if bounds is None:
        return None
    start, end = bounds
    if dated.eve:
        start = end = start - DAY
    if dated.part is not None:
        cut = _part(dated, bounds)
        if cut is None:
            return None
        start, end = cut
    whole = dated.part is None and dated.day_from is None
    lunar = dated.calendar == HIJRI or (dated.holiday is not None and holidays.is_lunar(dated.holiday))
    if start == end:
        grain = "day"
    elif not whole or (dated.holiday is not None and not holidays.is_month(dated.holiday)):
        grain = "days"
    else:
        grain = "year" if dated.holiday is None and dated.month is None else "month"
    if lunar and grain == "day" and dated.weekday is not None:
        return _on_weekday(start, dated.weekday)
    return Days(start=start, end=end, grain=grain_of(HIJRI, grain) if lunar else grain)


def _on_weekday(day: date, weekday: int) -> Days:
    """The day of the moon that the weekday beside it picks: it or its neighbour; without one that fits, as reckoned."""
    for near in (day, day - DAY, day + DAY):
        if near.isoweekday() == weekday:
            return Days(start=near, end=near)
    return Days(start=day, end=day, grain=grain_of(HIJRI, "day"))


def part_of(bounds: Bounds, part: str) -> Bounds | None:
    """A third, the first or the last day of a period; `None` for a part that only a year of ours has."""
    start, end = bounds
    third = timedelta(days=((end - start).days + 1) // 3)
    return {
        "start": (start, start),
        "early": (start, start + third - DAY),
        "middle": (start + third, end - third),
        "late": (end - third + DAY, end),
        "end": (end, end),
    }.get(part)
