"""How the packs write holidays and time zones: the forms of these values, which schemas check and kinds read.

A holiday is `12-25`, a weekday of a month (`11-thu-4`, `05-mon-last`), `easter` or `orthodox-easter`, a day or month of
another calendar (`hijri-10-01`, `hijri-09`, `solar-01-01`), each with days added or taken (`easter-2`), two of these as
a stretch (`easter-7..easter-1`), or several as alternatives (`easter|orthodox-easter`). A zone is `UTC` with hours
(`UTC+3`, `UTC-3:30`), `local`, or a place whose hours change with the season (`Europe/London`).
"""

import re

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOLIDAY = re.compile(
    r"(?:(?P<easter>easter|orthodox-easter)"
    r"|(?P<calendar>hijri|solar)-(?P<its_month>0[1-9]|1[0-2])(?:-(?P<its_day>[0-3]\d))?"
    r"|(?P<month>0[1-9]|1[0-2])-(?:(?P<day>[0-3]\d)"
    rf"|(?P<weekday>{'|'.join(WEEKDAYS)})-(?P<nth>[1-5]|last)))"
    r"(?P<offset>[+-]\d{1,3})?"
)
ZONE = re.compile(r"UTC(?:(?P<sign>[+-])(?P<hours>\d|1[0-4])(?::(?P<minutes>[0-5]\d))?)?")
PLACE = re.compile(r"[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+")
LOCAL = "local"
NAMED_HOURS = ("00:00", "12:00")


def holiday(written: str) -> str:
    """The value of a holiday as it is written. Raises ValueError for what is none."""
    for term in (term for one in written.split("|") for term in one.split("..")):
        if HOLIDAY.fullmatch(term) is None:
            raise ValueError(
                f"{term!r} is no holiday; write a day such as 12-25 or 11-thu-4, or easter, orthodox-easter,"
                " hijri-10-01, hijri-09 or solar-01-01, with days added or taken: easter-2"
            )
    return written


def zone(written: str) -> str:
    """The value of a time zone as it is written. Raises ValueError for what is none."""
    if written != LOCAL and ZONE.fullmatch(written) is None and PLACE.fullmatch(written) is None:
        raise ValueError(f"{written!r} is no time zone; write UTC, UTC+3, UTC-3:30, local or a place: Europe/London")
    return written


def offset(written: str | None) -> int | None:
    """The minutes by which a zone is ahead of UTC; `None` where it isn't known or changes with the season."""
    parts = None if written is None else ZONE.fullmatch(written)
    if parts is None:
        return None
    minutes = int(parts["hours"] or 0) * 60 + int(parts["minutes"] or 0)
    return -minutes if parts["sign"] == "-" else minutes


def named_hour(written: str) -> str:
    """The value of a word for an hour of the clock: noon, midnight. Raises ValueError for what is none."""
    if written not in NAMED_HOURS:
        raise ValueError(f"{written!r} is no hour with a name of its own (known: {', '.join(NAMED_HOURS)})")
    return written
