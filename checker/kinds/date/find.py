"""Dates in a page: each date phrase read as a specification and resolved on the day on which the text speaks."""

from bisect import bisect_right

from checker.kinds.date.ranges import completed, joined, pairs
from checker.kinds.date.resolve import numeric_parts, resolve
from checker.kinds.date.spec import Spec, numeric, spec_of
from checker.kinds.date.twins import CALENDARS, agreed
from checker.kinds.date.twins import pairs as twin_pairs
from checker.kinds.date.yearly import resolve as resolve_other
from checker.line import Item
from checker.model import Days
from checker.page import Page
from checker.phrases import Phrase

PERSONAL = ("feast", "hijri-month")  # words for times that are people's names too
DEADLINES = ("by", "until")  # a month or a day of one behind these is still to come
LOOKS = ("planned", "say", "pluperfect")  # what the nearest of these in front of a date says about its direction


def find(
    page: Page, published: Days | None, day_first: bool | None, starts: list[int]
) -> list[tuple[Phrase, Days | None]]:
    """Every date phrase with its days; `None` for one that can't be fixed.

    A phrase of the kind CALENDARS says two days at once, in two calendars.

    `starts` are the places at which sentences begin, sorted; `day_first` is how the document writes numeric dates,
    `None` when nothing in it tells.
    """
    phrases = [p for p in page.phrases if p.kind == "date"]
    ends = pairs(page, phrases)
    specs = [(phrase, spec_of(phrase)) for phrase in phrases]
    twins = twin_pairs(page, specs)
    found: list[tuple[Phrase, Days | None]] = []
    done = -1
    for phrase, spec in specs:
        if (
            phrase.start <= done
            or _is_name(page, phrase)
            or (spec.ago is not None and _relative_to_event(page, phrase))
        ):
            continue
        twin = twins.get(phrase.start)
        if twin is not None:
            found.append(_agreed(page, phrase, spec, twin, published, day_first, starts))
            done = twin[0].start
            continue
        last = ends.get(phrase.start)
        if last is not None:
            ending = spec_of(last)
            speech = (published, day_first, looks_ahead(page, phrase.outer, starts))
            days = joined(_resolved(completed(spec, ending), *speech), _resolved(ending, *speech))
            if days is not None:
                whole = Phrase("date", phrase.outer, phrase.start, last.end, phrase.items + last.items, phrase.context)
                found.append((whole, days))
                done = last.start
                continue
        found.append((phrase, _days(page, phrase, spec, published, day_first, starts)))
    return found


def _agreed(
    page: Page,
    phrase: Phrase,
    spec: Spec,
    twin: tuple[Phrase, Spec, int],
    published: Days | None,
    day_first: bool | None,
    starts: list[int],
) -> tuple[Phrase, Days | None]:
    """One day that stands there in two calendars."""
    last, other, end = twin
    days, differ = agreed(spec, other, published, ahead=looks_ahead(page, phrase.outer, starts), day_first=day_first)
    _bind(days, _bound(page, phrase))
    kind = CALENDARS if differ else phrase.kind
    return Phrase(kind, phrase.outer, phrase.start, end, phrase.items + last.items, phrase.context), days


def _is_name(page: Page, phrase: Phrase) -> bool:
    """A month or feast that a small word alone makes a date, and that is a person's name after all (by Ramadan Ali)."""
    if phrase.context is None or phrase.items[-1].category not in PERSONAL:
        return False
    if page.folded.text[phrase.end : phrase.end + 1] == "'":
        return True
    behind = page.original(phrase.end, phrase.end + 2)
    return behind[:1] == " " and behind[1:].isupper()


def _relative_to_event(page: Page, phrase: Phrase) -> bool:
    """Three days before *the vote*: no date of its own."""
    text = page.folded.text
    at = phrase.end
    while at < len(text) and text[at] == " ":
        at += 1
    return any(i.outer == at for i in page.between("of", at, at + 4))


def _days(
    page: Page, phrase: Phrase, spec: Spec, published: Days | None, day_first: bool | None, starts: list[int]
) -> Days | None:
    bound = _bound(page, phrase)
    due = (spec.month is not None or spec.other is not None) and bound is not None and bound.value in DEADLINES
    ahead = due or looks_ahead(page, phrase.outer, starts)
    days = _resolved(spec, published, day_first, ahead)
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
    if spec.numeric is not None and day_first is None and _ambiguous(spec.numeric):
        return None
    return resolve(spec, published, ahead=ahead, day_first=day_first is not False)


def _ambiguous(parts: tuple[int, int, int]) -> bool:
    return numeric_parts(parts, True) != numeric_parts(parts, False)


def day_order(page: Page) -> bool | None:
    """Whether the document writes the day first, by its numeric dates that leave no doubt; `None` when none does."""
    votes = set()
    for item in page.items.get("numeric-date", []):
        first, second, third = numeric(str(item.value))
        if first <= 31 and not _ambiguous((first, second, third)) and first != second:
            votes.add(first > 12)
    return votes.pop() if len(votes) == 1 else None


def looks_ahead(page: Page, at: int, starts: list[int]) -> bool:
    """Whether the nearest verb of saying or planning in front of a place in its sentence looks ahead."""
    begin = starts[max(0, bisect_right(starts, at) - 1)] if starts else 0
    best, ahead = begin - 1, False
    for category in LOOKS:
        for item in page.between(category, begin, at):
            future = category == "planned" or item.prefix in page.future
            if item.start > best:
                best, ahead = item.start, future
    for item in page.between("concept", begin, at):
        if item.start > best and item.prefix in page.future:
            best, ahead = item.start, True
    return ahead
