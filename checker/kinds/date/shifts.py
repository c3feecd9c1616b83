"""Dates counted from another: two days after 5 May, a week from Monday, for ten days from 18 December."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from checker.kinds.date.lengths import length_of
from checker.kinds.date.spec import Spec
from checker.page import Page
from checker.phrases import Phrase

REACH = 16  # code points between a length and the date from which it counts
TURNS = {"after": 1, "before": -1}  # the bounds that count on from a day, and back
DAYS = frozenset(["day", "ordinal-day", "weekday", "small-weekday", "day-offset", "numeric-date"])


@dataclass(slots=True)
class Shift:
    """What is counted from a date: the phrase that says how long, which way, and whether all the days are meant."""

    lead: Phrase
    way: int  # 1 after, -1 before
    all_days: bool = False
    onward: bool = False  # the date from which is counted lies ahead: a week from Monday


def shifts(page: Page, dates: list[Phrase], ranged: dict[int, Phrase]) -> dict[int, Shift]:
    """For the start of each date from which something is counted, what is. `ranged`: the dates that begin a range."""
    lengths = {p.end: p for p in page.phrases if p.kind == "duration"}
    ends = sorted(lengths)
    found: dict[int, Shift] = {}
    for date in dates:
        at = bisect_right(ends, date.outer) - 1
        if at < 0 or date.outer - ends[at] > REACH or date.start in ranged:
            continue
        shift = _in_front(page, date, lengths)
        if shift is not None:
            found[date.start] = shift
    for first, last in pairwise(dates):
        way = _open_way(first)
        if way and last.start not in ranged and _only(page, first.end, last, "of"):
            found[last.start] = Shift(first, way)
    return found


def _open_way(phrase: Phrase) -> int:
    """The way of a phrase that may lean on the date behind it (three days before, three days after); 0 for others."""
    first = phrase.items[0].category
    return -1 if first == "ago" else 1 if first == "in-time" else 0


def _only(page: Page, at: int, last: Phrase, category: str) -> bool:
    """Whether one word of a category, and nothing else, stands between a place and a phrase."""
    item = page.before(last.outer, category)
    if item is None and last.context is not None and last.context.category == category:
        item = last.context
    return item is not None and not page.folded.text[at : item.outer].strip(" ")


def _in_front(page: Page, date: Phrase, lengths: dict[int, Phrase]) -> Shift | None:
    """The length and the word of direction in front of a date."""
    text = page.folded.text
    the = page.before(date.outer, "the")
    place = date.outer if the is None else the.outer
    turns = [page.before(place, "bound"), page.before(place, "from"), date.context]
    for turn in turns:
        if turn is None or (turn.category != "from" and turn.value not in TURNS):
            continue
        at = turn.outer
        while at > 0 and text[at - 1] == " ":
            at -= 1
        lead = lengths.get(at)
        if lead is None or (lead.items[0].category == "article" and not _is_day(date)):
            continue
        spans = page.before(lead.outer, "for") is not None
        if not spans:
            onward = turn.category == "from"
            return Shift(lead, 1 if onward else TURNS[str(turn.value)], onward=onward)
        return Shift(lead, 1, all_days=True) if turn.category == "from" else None
    return None


def _is_day(phrase: Phrase) -> bool:
    """Whether a date names a day: a year from 2023 counts nothing on."""
    return any(i.category in DAYS for i in phrase.items)


def shifted(shift: Shift, anchor: Spec) -> Spec:
    """The date that lies the length of a shift from its anchor."""
    length = length_of(shift.lead.items)
    if shift.all_days:
        return Spec(within=length, anchor=anchor)
    return Spec(hence=length, anchor=anchor) if shift.way > 0 else Spec(ago=length, anchor=anchor)
