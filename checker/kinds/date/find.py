"""Dates in a page: each date phrase read as a specification and resolved on the day on which the text speaks."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from checker.kinds.date import doubts, inner
from checker.kinds.date.digits import numeric
from checker.kinds.date.looks import looks_ahead
from checker.kinds.date.ranges import completed, is_weekday, joined, pairs
from checker.kinds.date.resolve import numeric_parts, resolve
from checker.kinds.date.shifts import shifted, shifts
from checker.kinds.date.spec import Spec
from checker.kinds.date.twins import CALENDARS, agreed
from checker.kinds.date.twins import pairs as twin_pairs
from checker.kinds.date.words import KINDS, spec_of
from checker.kinds.date.yearly import resolve as resolve_other
from checker.line import Item
from checker.model import Clash, Days
from checker.page import Page
from checker.phrases import Phrase

PERSONAL = ("feast", "hijri-month")  # words for times that are people's names too
DEADLINES = ("by", "until")  # a month or a day of one behind these is still to come
POINTS = ("by", "until", "before", "after", "since")  # the end of a period behind these is its last day


class Found(NamedTuple):
    """A date phrase with its days, and where its own words contradict each other, in folded offsets."""

    phrase: Phrase
    days: Days | None
    clashes: tuple[Clash, ...]


@dataclass(slots=True)
class _Reading:
    """What dates lean on: the day of publication, the order of numeric dates, and the last date that was read."""

    page: Page
    published: Days | None
    day_first: bool | None
    starts: list[int]
    years: frozenset[int]
    last: Days | None = None  # the last period or day that was named
    day: Days | None = None  # the last day that something happened on
    found: list[Found] = field(default_factory=list)

    def put(self, phrase: Phrase, days: Days | None, clashes: list[Clash] | None = None) -> None:
        self.found.append(Found(phrase, days, () if clashes is None else tuple(clashes)))
        if days is None or days.start is None or days.end is None:
            return
        self.last = days
        today = self.published.end if self.published is not None else None
        if days.start == days.end and days.bound == "on" and (today is None or days.start <= today):
            self.day = days


def find(page: Page, published: Days | None, day_first: bool | None, starts: list[int]) -> list[Found]:
    """Every date phrase with its days; `None` for one that can't be fixed.

    A phrase of the kind CALENDARS says two days at once, in two calendars.

    `starts` are the places at which sentences begin, sorted; `day_first` is how the document writes numeric dates,
    `None` when nothing in it tells.
    """
    phrases = [p for p in page.phrases if p.kind in KINDS]
    ends = pairs(page, phrases)
    moves = shifts(page, phrases, ends)
    leads = {move.lead.start for move in moves.values()}
    reading = _Reading(page, published, day_first, starts, inner.named_years(page))
    specs = [(phrase, spec_of(phrase)) for phrase in phrases]
    twins = twin_pairs(page, specs)
    done = -1
    for phrase, spec in specs:
        if phrase.start <= done or phrase.start in leads or _is_name(page, phrase):
            continue
        ahead = looks_ahead(page, phrase.outer, starts)
        twin = twins.get(phrase.start)
        if twin is not None:
            reading.put(*_agreed(reading, phrase, spec, twin, ahead))
            done = twin[0].start
            continue
        last = ends.get(phrase.start)
        move = moves.get(phrase.start)
        if move is not None:
            items = move.lead.items + phrase.items
            whole = Phrase("shifted-date", move.lead.outer, move.lead.start, phrase.end, items)
            reading.put(whole, _resolved(shifted(move, spec), published, day_first, ahead or move.onward))
            continue
        if last is not None:
            days = _range(reading, spec, spec_of(last), ahead)
            if days is not None:
                whole = Phrase("date", phrase.outer, phrase.start, last.end, phrase.items + last.items, phrase.context)
                reading.put(whole, days, _ends_clash(reading, (phrase, spec), (last, spec_of(last))))
                done = last.start
                continue
        if doubts.is_date(page, phrase, spec, ahead=ahead, starts=starts):
            days = _days(reading, phrase, spec, ahead)
            reading.put(phrase, days, inner.inner_faults(page, phrase, spec, days, published, reading.years))
    return reading.found


def _agreed(
    reading: _Reading, phrase: Phrase, spec: Spec, twin: tuple[Phrase, Spec, int], ahead: bool
) -> tuple[Phrase, Days | None, list[Clash]]:
    """One day that stands there in two calendars."""
    last, other, end = twin
    days, differ = agreed(spec, other, reading.published, ahead=ahead, day_first=reading.day_first)
    _bind(days, _bound(reading.page, phrase))
    kind = CALENDARS if differ else phrase.kind
    whole = Phrase(kind, phrase.outer, phrase.start, end, phrase.items + last.items, phrase.context)
    sides = [_resolved(one, reading.published, reading.day_first, ahead) for one in (spec, other)] if differ else []
    return whole, days, inner.two_calendars(phrase, last, *sides) if differ else []


def _ends_clash(reading: _Reading, first: tuple[Phrase, Spec], last: tuple[Phrase, Spec]) -> list[Clash]:
    """Where the words of the one or the other end of a range contradict each other."""
    ends = [(first[0], completed(first[1], last[1])), last]
    order, published = reading.day_first, reading.published
    told = [(phrase, spec, _resolved(spec, published, order, ahead=False)) for phrase, spec in ends]
    return [one for row in told for one in inner.inner_faults(reading.page, *row, published, reading.years)]


def _is_name(page: Page, phrase: Phrase) -> bool:
    """A month or feast that a small word alone makes a date, and that is a person's name after all (by Ramadan Ali)."""
    if phrase.context is None or phrase.items[-1].category not in PERSONAL:
        return False
    if page.folded.text[phrase.end : phrase.end + 1] == "'":
        return True
    behind = page.original(phrase.end, phrase.end + 2)
    return behind[:1] == " " and behind[1:].isupper()


def _range(reading: _Reading, spec: Spec, ending: Spec, ahead: bool) -> Days | None:
    """The days from one date to another, which hold as days; of two weekdays the one leans on the other."""
    spec.point = ending.point = True
    published, order = reading.published, reading.day_first
    if is_weekday(spec) and is_weekday(ending):
        if ahead:
            first = _resolved(spec, published, order, ahead=True)
            return joined(first, _resolved(ending, first, order, ahead=True))
        last = _resolved(ending, published, order, ahead=False)
        return joined(_resolved(spec, last, order, ahead=False), last)
    first = _resolved(completed(spec, ending), published, order, ahead)
    return joined(first, _resolved(ending, published, order, ahead))


def _days(reading: _Reading, phrase: Phrase, spec: Spec, ahead: bool) -> Days | None:
    page = reading.page
    bound = _bound(page, phrase)
    due = (spec.month is not None or spec.other is not None) and bound is not None and bound.value in DEADLINES
    ahead = ahead or due or doubts.stands_alone_ahead(page, phrase, spec)
    if bound is not None and bound.value == "since":
        ahead, spec.past = False, True
    spec.point = ahead or (bound is not None and bound.value in POINTS)
    spec.rolling = phrase.kind == "stretch" and doubts.is_rolling(page, phrase)
    base = reading.published
    if spec.leans:
        last = reading.day if phrase.kind == "shifted-date" else reading.last
        base = last if last is not None or doubts.is_firm(page, phrase) else base
    if spec.month_to is not None and doubts.is_between(page, phrase):
        spec.months = []
    days = _resolved(spec, base, reading.day_first, ahead)
    _bind(days, bound)
    return days


def _bound(page: Page, phrase: Phrase) -> Item | None:
    """The word that makes a date an end or a start, in front of it or as its context."""
    if phrase.context is not None and phrase.context.category == "bound":
        return phrase.context
    return page.before(phrase.outer, "bound")


def _bind(days: Days | None, bound: Item | None) -> None:
    if days is not None and bound is not None:
        days.bound = str(bound.value)


def _resolved(spec: Spec, published: Days | None, day_first: bool | None, ahead: bool) -> Days | None:
    """The days of a specification; `None` for two names of two months and for a numeric date of unknown order."""
    if spec.other is not None:
        return resolve_other(spec.other, published, ahead=ahead)
    if len(set(spec.months)) > 1:
        return None  # said in the report of the calendar, never guessed
    if spec.numeric is not None and day_first is None and not spec.dotted and _ambiguous(spec.numeric):
        return _own_day(spec.numeric, published)
    return resolve(spec, published, ahead=ahead, day_first=day_first is not False)


def _own_day(parts: tuple[int, int, int], published: Days | None) -> Days | None:
    """The day of publication, where one order of a numeric date gives it; else nothing is known."""
    orders = [numeric_parts(parts, True), numeric_parts(parts, False)]
    days = [date(*order) for order in orders if order is not None]
    own = published is not None and published.start == published.end and published.start in days
    return Days(start=published.start, end=published.end, grain="day") if own and published is not None else None


def _ambiguous(parts: tuple[int, int, int]) -> bool:
    return numeric_parts(parts, True) != numeric_parts(parts, False)


def day_order(page: Page) -> bool | None:
    """Whether the document writes the day first, as its languages do or by its numeric dates; `None` if none tells."""
    if page.day_first:
        return True
    votes = set()
    for item in page.items.get("numeric-date", []):
        first, second, third = numeric(str(item.value))
        if first <= 31 and not _ambiguous((first, second, third)) and first != second:
            votes.add(first > 12)
    return votes.pop() if len(votes) == 1 else None
