"""What comes round each year in a calendar of its own: Hijri and solar dates and holidays, with or without their year.

Also fiscal and academic years, which only their years tell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from checker.kinds.date import holidays
from checker.kinds.date.calendars import HIJRI, SOLAR, Bounds, grain_of, period, year_of
from checker.model import Days
from checker.phrases import Phrase
from checker.scan import Item

OTHER = {  # categories that put a date into another calendar
    "hijri-month": HIJRI,
    "hijri-era": HIJRI,
    "solar-month": SOLAR,
    "solar-era": SOLAR,
    "solar-cue": SOLAR,
}
FEASTS = frozenset(["holiday", "feast"])
NAMED_YEAR = "year-kind"
NUMBERS = ("day", "ordinal-day")
LONG_PAST, SOON = 270, 62  # days: a holiday so long over is the coming one, if that is so near
LATEST_HIJRI = 1600  # a year below belongs to another calendar than ours
DAY = timedelta(days=1)
CENTURY = 100


@dataclass(slots=True)
class Dated:
    """What the words say of a day, month, year or holiday of another calendar; `None` is left to the context."""

    calendar: str | None  # None: a holiday, or a fiscal or academic year
    year: int | None = None
    year_rel: int | None = None  # -1 last year, 0 this, 1 next
    month: int | None = None
    day: int | None = None
    day_from: int | None = None
    weekday: int | None = None  # ISO: Monday is 1
    rel: int | None = None  # last Ramadan, next Christmas
    part: str | None = None
    holiday: str | None = None
    eve: bool = False  # the day before it
    until: int | None = None  # the last of the years that a fiscal or academic year names


def said(phrase: Phrase) -> Dated | None:
    """What a phrase says in another calendar, of a holiday or of a fiscal year; `None` for an ordinary date."""
    items = phrase.items
    calendar = None if phrase.context is None else OTHER.get(phrase.context.category)
    kind = None
    for item in items:
        if item.category in OTHER:
            calendar = OTHER[item.category]
        elif item.category in FEASTS:
            kind = item
        elif item.category == NAMED_YEAR:
            return _named_year(items)
    if kind is not None:
        eve = any(i.category == "eve" for i in items)
        return _with_rest(Dated(calendar=None, holiday=str(kind.value), eve=eve), items)
    if calendar is None:
        return None
    found = _with_rest(Dated(calendar=calendar), items)
    ours = phrase.context is not None and found.year is not None and found.year >= LATEST_HIJRI
    return None if ours else found


def _with_rest(dated: Dated, items: Sequence[Item]) -> Dated:
    """The date with its day, month, year and place in time."""
    values: dict[str, list[Item]] = {}
    for item in items:
        values.setdefault(item.category, []).append(item)
    days = [int(str(i.value)) for c in NUMBERS for i in values.get(c, ())]
    if not days and "ordinal" in values:
        days = [int(str(values["ordinal"][0].value))]
    dated.day = max(days, default=None)
    dated.day_from = min(days) if len(days) > 1 else None
    dated.month = _int(values, f"{dated.calendar}-month")
    dated.year = _int(values, "year")
    dated.weekday = _int(values, "weekday")
    dated.part = next((str(i.value) for i in values.get("part", ())), None)
    rel = 0 if "rel" not in values and "this" in values else _int(values, "rel")
    if ("year-unit" in values or "the-year-unit" in values) and dated.year is None:
        dated.year_rel = rel if rel is not None else 0
    else:
        dated.rel = rel
    if "numeric-date" in values:
        _numeric(dated, str(values["numeric-date"][-1].value))
    elif dated.year is None and "number" in values:
        dated.year = int(_number(values["number"][0]))
    return dated


def _numeric(dated: Dated, written: str) -> None:
    """The parts of a numeric date: the year stands first or last, the month in the middle."""
    mark = next(c for c in written if not c.isdigit())
    first, dated.month, last = (int(part) for part in written.split(mark))
    dated.year, dated.day = (first, last) if first > CENTURY else (last, first)


def _named_year(items: Sequence[Item]) -> Dated:
    """The years that a fiscal or academic year names: 2021, 2020/21, 2020-2021."""
    numbers = [int(_number(i)) for i in items if i.category in ("number", "year", "day")]
    first, last = numbers[0], numbers[-1]
    if last < CENTURY:
        last += first - first % CENTURY + (CENTURY if last < first % CENTURY else 0)
    return Dated(calendar=None, year=first, until=last)


def _number(item: Item) -> float:
    return item.value[0] if isinstance(item.value, tuple) else float(str(item.value))


def _int(values: dict[str, list[Item]], category: str) -> int | None:
    return int(str(values[category][-1].value)) if category in values else None


# --- resolved -----------------------------------------------------------------------------------------------------


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
    if not (LATEST_HIJRI <= first <= last <= first + 1 and last <= 9998):
        return None
    return Days(start=date(first, 1, 1), end=date(last, 12, 31), grain="years")


def _absolute(dated: Dated) -> Bounds | None:
    year = dated.year or 0
    if dated.holiday is not None:
        if year < LATEST_HIJRI:
            return holidays.in_year_of(HIJRI, dated.holiday, year)
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
        return _own_year(dated, today)
    spans = _near(dated, today)
    if dated.year_rel is not None:
        return _in_year_beside(dated, spans, today)
    if dated.rel is not None:
        return _placed(dated.rel, spans, today)
    return nearest(spans, today, ahead=ahead)


def _own_year(dated: Dated, today: date) -> Bounds | None:
    """This year, last year, next year of another calendar."""
    year = year_of(str(dated.calendar), today)
    if year is None or dated.year_rel is None or dated.day is not None:
        return None
    return period(str(dated.calendar), year + dated.year_rel)


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
        cut = part_of(bounds, dated.part)
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
