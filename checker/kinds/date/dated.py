"""What the words of a date say in another calendar, of a holiday, or of a fiscal or academic year."""

from collections.abc import Sequence
from dataclasses import dataclass

from checker.kinds.date.calendars import HIJRI, SOLAR, is_year
from checker.line import Item
from checker.phrases import Phrase

OTHER = {  # categories that put a date into another calendar
    "hijri-month": HIJRI,
    "hijri-era": HIJRI,
    "solar-month": SOLAR,
    "solar-era": SOLAR,
    "solar-cue": SOLAR,
}
FEASTS = frozenset(["holiday", "feast"])
CUE = "solar-cue"
YEARS = frozenset(["year-unit", "the-year-unit", "year-offset", CUE])  # behind these, "last" is said of the year
NAMED_YEAR = "year-kind"
MONTHS = frozenset(["month-unit", "the-month-unit"])
OURS = frozenset(["month", "era", "ago", "day-offset"])  # what no own calendar says
NUMBERS = ("day", "ordinal-day")
LATEST_HIJRI = 1600  # a year below belongs to another calendar than ours
CENTURY = 100


@dataclass(slots=True)
class Dated:
    """What the words say of a day, month, year or holiday of another calendar; `None` is left to the context."""

    calendar: str | None  # None: a holiday, or a fiscal or academic year
    year: int | None = None
    year_rel: int | None = None  # -1 last year, 0 this, 1 next
    month_rel: int | None = None  # likewise of a month without a name
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
            return _named_year(items, phrase.calendar)
    if kind is not None:
        eve = any(i.category == "eve" for i in items)
        return _with_rest(Dated(calendar=None, holiday=str(kind.value), eve=eve), items)
    if calendar is None:
        return None if phrase.calendar is None or phrase.kind != "date" else _of_own(phrase)
    found = _with_rest(Dated(calendar=calendar), items)
    ours = found.year is not None and found.year >= LATEST_HIJRI
    return None if ours and not _is_named(phrase) else found


def _of_own(phrase: Phrase) -> Dated | None:
    """What a date without the name of a calendar says in the one of its language: its years and nameless months."""
    categories = {i.category for i in phrase.items}
    if not categories.isdisjoint(OURS):
        return None
    found = _with_rest(Dated(calendar=phrase.calendar), phrase.items)
    if found.month is None and found.year is None and not categories.isdisjoint(MONTHS):
        found.month_rel, found.rel = found.rel or 0, None
    if found.year is not None:
        return found if is_year(str(found.calendar), found.year) else None
    leans = found.year_rel is not None or found.month_rel is not None
    return found if leans or ("named-part" in categories and found.rel is not None) else None


def _is_named(phrase: Phrase) -> bool:
    """Whether a month or an era names the calendar, and not only a word that leads to years of ours as well."""
    return any(item.category in OTHER and item.category != CUE for item in phrase.items)


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
    dated.part = next((str(i.value) for c in ("part", "named-part") for i in values.get(c, ())), None)
    rel = 0 if "rel" not in values and "this" in values else _int(values, "rel", "year-offset")
    if not YEARS.isdisjoint(values) and dated.year is None:
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


def _named_year(items: Sequence[Item], calendar: str | None) -> Dated | None:
    """The years that a fiscal or academic year names: 2021, 2020/21, 2020-2021; `calendar` is the language's own."""
    numbers = [int(_number(i)) for i in items if i.category in ("number", "year", "day")]
    if not numbers:
        return None
    first, last = numbers[0], numbers[-1]
    if last < CENTURY:
        last += first - first % CENTURY + (CENTURY if last < first % CENTURY else 0)
    return Dated(calendar=calendar if first < LATEST_HIJRI else None, year=first, until=last)


def _number(item: Item) -> float:
    return item.value[0] if isinstance(item.value, tuple) else float(str(item.value))


def _int(values: dict[str, list[Item]], *categories: str) -> int | None:
    return next((int(str(values[c][-1].value)) for c in categories if c in values), None)
