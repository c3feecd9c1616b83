"""Dates whose own words contradict each other: a weekday that the day isn't, a day that the month lacks, two months.

What leans on a year that the words leave open counts only near the day of publication, and only where no year of the
text makes it right.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from checker.kinds.date.calendars import SOLAR
from checker.kinds.date.compare import MONTHS, show
from checker.kinds.date.resolve import numeric_parts, resolve
from checker.kinds.date.spec import Spec
from checker.kinds.date.years import day_in
from checker.line import Item
from checker.model import Amount, Clash, Days, Side
from checker.page import Page
from checker.phrases import Phrase

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NEAR = 60  # days from publication: farther off, a date without a year may be of any year
DAYS = ("day", "ordinal-day", "ordinal")
MONTH = ("month", "small-month")
BODY = frozenset(
    [*DAYS, *MONTH, "solar-month", "numeric-date", "year", "slash", "dash", "month-unit", "the-month-unit"]
)
BODY |= {"year-unit", "number", "solar-era", "era"}
YEARLESS = "the date names no year, and the nearest was taken"


def inner_faults(
    page: Page, phrase: Phrase, spec: Spec, days: Days | None, published: Days | None, years: frozenset[int]
) -> list[Clash]:
    """Where the words of a date contradict each other; `days` is what it was read as, `years` those of the text."""
    if spec.other is not None and spec.other.calendar != SOLAR:
        return []
    found = [_weekday(page, phrase, spec, days, published, years)]
    if spec.other is None:
        found += [_months(phrase, spec, published), _lacking(page, phrase, spec), _lacking_in_digits(phrase, spec)]
    return [one for one in found if one is not None]


# --- a weekday --------------------------------------------------------------------------------------------------


def named_years(page: Page) -> frozenset[int]:
    """The years that a text names."""
    return frozenset(int(str(item.value)) for item in page.items.get("year", ()))


def _weekday(
    page: Page, phrase: Phrase, spec: Spec, days: Days | None, published: Days | None, years: frozenset[int]
) -> Clash | None:
    """A weekday beside a date that is another day of the week."""
    items = phrase.items
    named = next((i for i in items if i.category == "weekday"), None)
    if named is None or days is None or days.start is None or days.start != days.end:
        return None
    wanted, day = int(str(named.value)), days.start
    body = _body(items, named)
    if body is None or day.isoweekday() == wanted or page.before(named.outer, "the") is not None:
        return None
    if not _is_fixed(spec) and (not _is_near(day, published) or _fits_a_year(years, day, wanted)):
        return None
    if spec.numeric is not None and _fits_other_order(spec.numeric, wanted):
        return None
    off = (wanted - day.isoweekday() + 3) % 7 - 3
    try:
        meant = day + timedelta(days=off)
    except OverflowError:
        return None
    sides = (
        Side(named.start, named.end, Days(start=meant, end=meant), WEEKDAYS[wanted - 1]),
        Side(*body, days, f"{WEEKDAYS[day.isoweekday() - 1]}, {show(days)}"),
    )
    return Clash("weekday", _in_order(sides), "" if _is_fixed(spec) else YEARLESS)


def _body(items: Sequence[Item], named: Item) -> tuple[int, int] | None:
    """Where the date beside a weekday stands; `None` where no month and no digits tell it."""
    for side in ([i for i in items if i.start > named.start], [i for i in items if i.start < named.start]):
        kept = [i for i in side if i.category in BODY]
        told = {i.category for i in kept}
        if not told.isdisjoint((*MONTH, "solar-month")) and not told.isdisjoint((*DAYS, "number")):
            return kept[0].start, kept[-1].end
        if "numeric-date" in told:
            return kept[0].start, kept[-1].end
    return None


def _is_fixed(spec: Spec) -> bool:
    """Whether the words name the year."""
    return spec.year is not None or spec.numeric is not None or (spec.other is not None and spec.other.year is not None)


def _is_near(day: date, published: Days | None) -> bool:
    if published is None or published.start is None or published.start != published.end:
        return False
    return abs((day - published.start).days) <= NEAR


def _fits_a_year(years: frozenset[int], day: date, weekday: int) -> bool:
    """Whether some year that the text names gives the day of the month that weekday."""
    days = [day_in(year, day.month, day.day) for year in years if 1 <= year <= 9998]
    return any(one is not None and one.isoweekday() == weekday for one in days)


def _fits_other_order(parts: tuple[int, int, int], weekday: int) -> bool:
    """Whether day and month of a numeric date, one way or the other, make a day of that weekday."""
    orders = [numeric_parts(parts, first) for first in (True, False)]
    return any(one is not None and date(*one).isoweekday() == weekday for one in orders)


# --- a month ----------------------------------------------------------------------------------------------------


def _months(phrase: Phrase, spec: Spec, published: Days | None) -> Clash | None:
    """One day under two names of months that are two months; a stretch of two months names no day."""
    named = [i for i in phrase.items if i.category in MONTH]
    if len(named) != 2 or len(set(spec.months)) != 2 or spec.day is None or spec.day_from is not None:
        return None
    if any(i.category == "dash" and named[0].start < i.start < named[1].start for i in phrase.items):
        return None
    sides = []
    for item, month in zip(named, spec.months, strict=True):
        days = resolve(replace(spec, months=[month], month=month, weekday=None), published, ahead=False)
        if days is None or days.start is None:
            return None
        sides.append(Side(item.start, item.end, days, show(days)))
    return Clash("calendar", (sides[0], sides[1]))


def _lacking(page: Page, phrase: Phrase, spec: Spec) -> Clash | None:
    """A day that its month doesn't have."""
    named = [i for i in phrase.items if i.category in MONTH]
    day = next((i for i in reversed(phrase.items) if i.category in DAYS and str(i.value) == str(spec.day)), None)
    if len(named) != 1 or day is None or spec.day is None or spec.month is None or spec.month_to is not None:
        return None
    last = monthrange(2000 if spec.year is None else spec.year, spec.month)[1] if 1 <= spec.month <= 12 else 31
    counts = named[0].start < day.start and spec.year is None and not _ends(page, phrase.end)
    if spec.day <= last or counts or (spec.year is not None and not 1 <= spec.year <= 9998):
        return None
    month = MONTHS[spec.month - 1] if spec.year is None else f"{MONTHS[spec.month - 1]} {spec.year}"
    return _no_such_day(day, spec.day, named[0], last, month)


def _ends(page: Page, at: int) -> bool:
    """Whether no word follows: in "April 31 people" the number counts."""
    return not page.folded.text[at : at + 2].strip(" -").isalpha()


def _lacking_in_digits(phrase: Phrase, spec: Spec) -> Clash | None:
    """The same in digits, where one order only makes a day and a month of them: 31/4/2021."""
    item = next((i for i in phrase.items if i.category == "numeric-date"), None)
    if item is None or spec.numeric is None or numeric_parts(spec.numeric, True) or numeric_parts(spec.numeric, False):
        return None
    day, month, year = spec.numeric
    written = str(item.value)
    widths = [len(part) for part in written.replace("/", " ").replace("-", " ").replace(".", " ").split()]
    if not (1900 <= year <= 2199 and 1 <= month <= 12 < day <= 31) or item.end - item.start != sum(widths) + 2:
        return None
    middle = item.start + widths[0] + 1
    first = item._replace(end=item.start + widths[0])
    second = item._replace(start=middle, end=middle + widths[1])
    return _no_such_day(first, day, second, monthrange(year, month)[1], f"{MONTHS[month - 1]} {year}")


def _no_such_day(day: Item, number: int, month: Item, last: int, label: str) -> Clash:
    sides = (
        Side(day.start, day.end, Amount(kind="ordinal", low=number, high=number), f"day {number}"),
        Side(month.start, month.end, Amount(kind="ordinal", low=1, high=last), f"{label}, which has {last} days"),
    )
    return Clash("calendar", _in_order(sides), scope=label)


# --- two calendars ----------------------------------------------------------------------------------------------


def two_calendars(first: Phrase, last: Phrase, days: Days | None, others: Days | None) -> list[Clash]:
    """One day told in two calendars that lie more than a day apart; nothing where one of them can't be fixed."""
    if days is None or others is None:
        return []
    sides = (
        Side(first.start, first.end, days, show(days)),
        Side(last.start, last.end, others, show(others)),
    )
    return [Clash("calendar", sides)]


def _in_order(sides: tuple[Side, Side]) -> tuple[Side, Side]:
    """The sides as they stand in the text."""
    return (sides[0], sides[1]) if sides[0].start <= sides[1].start else (sides[1], sides[0])
