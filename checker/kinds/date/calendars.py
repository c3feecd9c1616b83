"""Days, months and years of other calendars as ours: the Hijri calendar, the solar one of Iran and Afghanistan.

The only file that imports their libraries, and only when such a date is met. The Hijri calendar is the one of Umm
al-Qura (1343 to 1500), which is reckoned beforehand; where the moon is watched, a day may lie one to either side. That
doubt is no part of a value: its grain says `lunar-`, and comparison allows for it.
"""

from collections.abc import Callable
from datetime import date, timedelta

HIJRI, SOLAR = "hijri", "solar"
RANGES = {HIJRI: (1343, 1500), SOLAR: (1200, 1500)}  # first and last year that are converted
LUNAR = "lunar-"  # what the grain of a date of the Hijri calendar begins with
Bounds = tuple[date, date]


def is_year(calendar: str, year: int) -> bool:
    """Whether a year of the calendar can be converted."""
    first, last = RANGES[calendar]
    return first <= year <= last


def grain_of(calendar: str, grain: str) -> str:
    """The grain of a period, with the mark of a calendar whose days may lie one to either side."""
    return f"{LUNAR}{grain}" if calendar == HIJRI else grain


def period(calendar: str, year: int, month: int | None = None, day: int | None = None) -> Bounds | None:
    """The first and last day of a year, a month or a day of another calendar; `None` for one that it doesn't have."""
    if not is_year(calendar, year):
        return None
    first = _day(calendar, year, month or 1, day or 1)
    if first is None or day is not None:
        return None if first is None else (first, first)
    after = (year + 1, 1) if month is None or month == 12 else (year, month + 1)
    following = _day(calendar, *after, 1)
    if following is None:  # the last year of the range
        following = _last(calendar, year, 12)
        return None if following is None else (first, following)
    return first, following - timedelta(days=1)


def year_of(calendar: str, day: date) -> int | None:
    """The year of another calendar in which a day lies; `None` outside of what is converted."""
    guess = day.year - 621
    if calendar == HIJRI:
        guess = round((day.toordinal() - date(622, 7, 19).toordinal()) / 354.367) + 1
    for year in (guess - 1, guess, guess + 1):
        bounds = period(calendar, year)
        if bounds is not None and bounds[0] <= day <= bounds[1]:
            return year
    return None


def _last(calendar: str, year: int, month: int) -> date | None:
    """The last day of a month, where the month after it is not converted any more."""
    return _day(calendar, year, month, 30) or _day(calendar, year, month, 29)


def _day(calendar: str, year: int, month: int, day: int) -> date | None:
    try:
        return CONVERT[calendar](year, month, day)
    except (ValueError, OverflowError):
        return None


def _hijri(year: int, month: int, day: int) -> date:
    from hijridate import Hijri

    converted = Hijri(year, month, day).to_gregorian()
    return date(converted.year, converted.month, converted.day)


def _solar(year: int, month: int, day: int) -> date:
    from persiantools.jdatetime import JalaliDate

    return JalaliDate(year, month, day).to_gregorian()  # type: ignore[no-untyped-call]  # its constructor has no types


CONVERT: dict[str, Callable[[int, int, int], date]] = {HIJRI: _hijri, SOLAR: _solar}
