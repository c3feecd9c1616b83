"""Ranges: two dates that the words around them make one stretch, "between 5 May and 7 June", "5 May - 7 June"."""

from dataclasses import replace
from itertools import pairwise

from checker.kinds.date.spec import Spec
from checker.model import Days
from checker.page import Page
from checker.phrases import Phrase

LINKS = {"between": ("and",), "from": ("to",)}  # what opens a range, and what then leads to its end


def pairs(page: Page, dates: list[Phrase]) -> dict[int, Phrase]:
    """For the start of each date that begins a range, the date that ends it."""
    found: dict[int, Phrase] = {}
    taken = -1
    for first, last in pairwise(dates):
        if first.start > taken and _linked(page, first, last):
            found[first.start] = last
            taken = last.start
    return found


def _linked(page: Page, first: Phrase, last: Phrase) -> bool:
    """Whether the words in front of and between two dates make them the ends of one range."""
    text = page.folded.text
    link = text[first.end : last.outer].strip(" ")
    if link == "-":
        return first.items[0].category != "weekday"
    opener = next((c for c in LINKS if _opens(page, first, c)), None)
    if opener is None and _is_full(first) and _is_full(last):
        opener = "from"  # August 28 to September 3
    if opener is None or len(link) > 20 or "\n" in link:
        return False
    if not link:
        return opener == "between" and bool(last.items[0].prefix)
    place = last.outer - 1
    links = [page.before(place, category) for category in LINKS[opener]]
    until = page.before(place, "bound")
    if opener == "from" and until is not None and until.value == "until":
        links.append(until)
    return any(item is not None and not text[first.end : item.outer].strip(" ") for item in links)


def _is_full(phrase: Phrase) -> bool:
    """Whether a date names its day and its month."""
    kinds = {i.category for i in phrase.items}
    return not kinds.isdisjoint(("month", "small-month")) and not kinds.isdisjoint(("day", "ordinal-day"))


def is_weekday(spec: Spec) -> bool:
    """Whether a date is a weekday and nothing else."""
    return (
        spec.weekday is not None and spec.day is None and spec.month is None and spec.offset is None and not spec.unit
    )


def _opens(page: Page, phrase: Phrase, category: str) -> bool:
    if phrase.context is not None:
        return phrase.context.category == category
    return page.before(phrase.outer, category) is not None


def completed(first: Spec, last: Spec) -> Spec:
    """The first date with what it leaves to the last: the year, and the month where it is but a day."""
    if first.month is None or first.year is not None or first.year_rel is not None or first.month_rel is not None:
        return first
    if last.month is None:
        return first
    year = last.year
    if year is not None and first.month > last.month:
        year -= 1
    return replace(first, year=year, year_rel=last.year_rel, month_rel=last.month_rel)


def joined(first: Days | None, last: Days | None) -> Days | None:
    """The stretch from the one to the other; `None` where one end isn't known or they stand in the wrong order."""
    if first is None or last is None or first.start is None or last.end is None or first.start > last.end:
        return None
    return Days(start=first.start, end=last.end, grain="days", bound="during")
