"""One day in two calendars side by side: "1 Ramadan 1443 (2 April 2022)", or a holiday with its year behind it.

Both name the same day, so they are one mention. Where they lie more than a day apart it has no value, and is marked
with CALENDARS, so that a rule can find it.
"""

from dataclasses import replace
from itertools import pairwise

from checker.kinds.date.resolve import resolve
from checker.kinds.date.spec import Spec
from checker.kinds.date.yearly import closest
from checker.kinds.date.yearly import resolve as resolve_other
from checker.model import Days
from checker.page import Page
from checker.phrases import Phrase

CALENDARS = "calendars"  # the kind of a phrase whose two calendars differ
LINKS = frozenset(["", ",", "/", "-", "(", "=", ",(", "["])
CLOSERS = {"(": ")", "[": "]"}
REACH = 12  # code points between two dates, white space and the words that join them aside


def pairs(page: Page, dates: list[tuple[Phrase, Spec]]) -> dict[int, tuple[Phrase, Spec, int]]:
    """For the start of each date with its twin behind it: the twin, what it says, and where the two end together."""
    found: dict[int, tuple[Phrase, Spec, int]] = {}
    taken = -1
    for (first, spec), (last, other) in pairwise(dates):
        if (spec.other is None) == (other.other is None) or first.start <= taken:
            continue
        if _awaits_year(spec) and _is_year(other) and not page.folded.text[first.end : last.outer].strip(" "):
            found[first.start] = (last, other, last.end)
            taken = last.start
            continue
        end = _linked(page, first, last) if _dated(spec) and _dated(other) else None
        if end is not None:
            found[first.start] = (last, other, end)
            taken = last.start
    return found


def _awaits_year(spec: Spec) -> bool:
    """A holiday or a month of another calendar whose year the words have not said yet."""
    dated = spec.other
    if dated is None or (dated.holiday is None and dated.month is None):
        return False
    return dated.year is None and dated.year_rel is None and dated.rel is None


def _is_year(spec: Spec) -> bool:
    parts = (spec.month, spec.day, spec.weekday, spec.numeric, spec.ago, spec.part, spec.unit)
    return spec.year is not None and all(part is None for part in parts)


def _dated(spec: Spec) -> bool:
    """Whether a date says enough to be set beside another: a day of a month, or a year."""
    if spec.other is not None:
        dated = spec.other
        return dated.calendar is not None and (dated.year is not None or dated.day is not None)
    return spec.numeric is not None or spec.year is not None or (spec.month is not None and spec.day is not None)


def _linked(page: Page, first: Phrase, last: Phrase) -> int | None:
    """Where two dates that say one day end together, closing bracket aside; `None` if nothing joins them."""
    text = page.folded.text
    stop = last.outer
    word = page.before(stop, "same-day")
    if word is not None and word.start >= first.end:
        stop = word.outer
    link = text[first.end : stop].replace(" ", "")
    if stop - first.end > REACH or link not in LINKS:
        return None
    closer = CLOSERS.get(link[-1:])
    if closer is None:
        return last.end
    return last.end + 1 if text[last.end : last.end + 1] == closer else None


def agreed(
    first: Spec, last: Spec, published: Days | None, *, ahead: bool, day_first: bool | None
) -> tuple[Days | None, bool]:
    """The days of ours on which two calendars agree within a day, and whether they differ by more than that.

    A numeric date whose order isn't known (`day_first`) is read in the one that agrees.
    """
    ours, other = (first, last) if first.other is None else (last, first)
    assert other.other is not None
    if _awaits_year(other) and _is_year(ours):
        return resolve_other(replace(other.other, year=ours.year), published, ahead=ahead), False
    theirs = resolve_other(other.other, published, ahead=ahead)
    differ = False
    for order in (True, False) if day_first is None else (day_first,):
        days = _ours(ours, theirs if other.other.year is not None else None, published, ahead=ahead, day_first=order)
        if days is not None and days.start is not None and other.other.year is None:
            bounds = closest(other.other, days.start)
            theirs = None if bounds is None else Days(start=bounds[0], end=bounds[1])
        if days is None or theirs is None:
            return days or theirs, False
        if _meet(days, theirs):
            return (theirs if days.grain == "year" and theirs.start == theirs.end else days), False
        differ = True
    return None, differ


def _ours(ours: Spec, theirs: Days | None, published: Days | None, *, ahead: bool, day_first: bool) -> Days | None:
    """The date of our calendar; one without a year lies in the year in which the other calendar puts it."""
    if ours.year is not None or ours.numeric is not None or theirs is None:
        return resolve(ours, published, ahead=ahead, day_first=day_first)
    years = sorted({d.year for d in (theirs.start, theirs.end) if d is not None})
    found = [resolve(replace(ours, year=year, year_rel=None), None, ahead=False) for year in years]
    return next((d for d in found if d is not None), None)


def _meet(days: Days, theirs: Days) -> bool:
    ends = (days.start, days.end, theirs.start, theirs.end)
    assert all(day is not None for day in ends)
    start, end, their_start, their_end = (day.toordinal() for day in ends if day is not None)
    return their_start - 1 <= end and start <= their_end + 1
