"""Clock times: minutes after midnight, from digits (10:02, 10.02 pm, 17h30) and words (half past eight).

A stretch that runs over midnight ends beyond 24:00: from ten in the evening to five is 22:00 to 29:00. The unit of a
time is its zone. Two times meet as their zones have it, on the round of the clock; one without a zone is a local one.
"""

from dataclasses import dataclass
from typing import NamedTuple

from checker.kinds.quantity import zones
from checker.line import Item
from checker.model import Amount
from checker.page import Page
from checker.phrases import Phrase

NOON, HOUR = 12, 60
LATE_FROM = 6  # an hour of the night from here on lies before midnight
SLACK, FINE_SLACK = 15.0, 5.0  # minutes about a quarter of an hour, and about another minute
MINUTES = frozenset(["minute-unit", "minute-units"])
HOURS = frozenset(["hour-unit", "hour-units", "oclock", "oclock-glued", "less"])
TOLD = HOURS | {"number", "one", "article", "hour"}  # where one of these stands in front, a number behind is minutes
PARTS = frozenset(["half-day", "day-part"])
REACH = 8  # code points between the ends of a stretch
CUES = ("in", "at", "bound", "ago", "from", "to", "between", "and", "weekday", "day-offset", "hedge")
DIGITS = 4  # 0600
LEAST = 20  # the smallest of the tens that an ordinal may have swallowed


class Told(NamedTuple):
    """What a clock phrase says, and where it ends."""

    amount: Amount
    hedge: str
    end: int


@dataclass(slots=True)
class _Time:
    """One time as its words have it, before the part of the day is heard."""

    hour: float = -1
    minutes: float = 0
    part: str | None = None
    named: bool = False  # noon or midnight, which need no part of the day


def read(page: Page, phrase: Phrase) -> Told | None:
    """The time, or the stretch from one to another, that a clock phrase says; `None` for what no clock shows."""
    if page.before(phrase.outer, "not-counted") is not None or _is_adjective(page, phrase):
        return None
    if zones.is_hours(page, phrase) or zones.is_word(page, phrase):
        return None
    times = _times(phrase.items)
    if not 1 <= len(times) <= 2:
        return None
    minutes = [_minutes(time) for time in _parted(times)]
    low, high = minutes[0], minutes[-1]
    if low is None or high is None:
        return None
    if high < low:
        high += zones.ROUND
    hedge = next((str(i.value) for i in phrase.items if i.category == "hedge"), "exact")
    low, high = _hedged(low, high, hedge)
    where, end = zones.read(page, phrase)
    return Told(Amount(kind="time", low=low, high=high, unit=where), hedge, end)


def _is_adjective(page: Page, phrase: Phrase) -> bool:
    """The name of an hour that no small word leads to (the second session, in the evening), and a low ordinal alone."""
    first = phrase.items[0]
    if any(i.category == "ordinal" and int(str(i.value)) <= NOON for i in phrase.items):
        return not any(i.category in PARTS or i.category in MINUTES for i in phrase.items)
    if first.category != "hour":
        return False
    return _word_before(page.folded.text, first.outer) and all(page.before(first.outer, cue) is None for cue in CUES)


def _word_before(text: str, at: int) -> bool:
    """Whether a word stands in front of a place, with nothing but blanks between."""
    while at > 0 and text[at - 1] == " ":
        at -= 1
    return at > 0 and text[at - 1].isalnum()


def joined(page: Page, phrases: list[Phrase]) -> list[Phrase]:
    """The phrases, with two clock times that are the ends of one stretch as one: 9:30 - 11:00, from 10 pm to 5 am."""
    found: list[Phrase] = []
    for phrase in phrases:
        first = found[-1] if found else None
        if first is None or first.kind != "clock" or phrase.kind != "clock" or not _linked(page, first, phrase):
            found.append(phrase)
        else:
            items = [*first.items, *phrase.items]
            found[-1] = Phrase("clock", first.outer, first.start, phrase.end, items, first.context)
    return found


def _linked(page: Page, first: Phrase, last: Phrase) -> bool:
    """Whether two times make one stretch: a dash or a "to" between them, or an "and" behind "between"."""
    text = page.folded.text
    link = text[first.end : last.outer].strip(" ")
    if len(link) > REACH:
        return False
    if link == "-":
        return True
    between = page.before(first.outer, "between") is not None or _is(first.context, "between")
    if not link:
        return between and bool(last.items[0].prefix)
    words = [page.before(last.outer, "to"), page.before(last.outer, "and") if between else None]
    until = page.before(last.outer, "bound")
    if until is not None and until.value == "until":
        words.append(until)
    return any(word is not None and not text[first.end : word.outer].strip(" ") for word in words)


def _is(item: Item | None, category: str) -> bool:
    return item is not None and item.category == category


# --- words --------------------------------------------------------------------------------------------------------


def _times(items: list[Item]) -> list[_Time]:
    """The times that the items say in order."""
    times: list[_Time] = []
    sign, waiting = 1, None  # minutes that stand in front of their hour: half past, quarter to
    for at, item in enumerate(items):
        following = items[at + 1].category if at + 1 < len(items) else ""
        category = item.category
        if category == "less":
            sign = -1
        elif category == "past" or (category == "to" and waiting is not None):
            if waiting is None and times:
                waiting = times.pop().hour
            sign = 1 if category == "past" else -1
        elif category in ("hour-part", "fraction") or _is_minutes(items, at):
            minutes = _length(item)
            if times and waiting is None:
                times[-1].minutes += sign * minutes
                sign = 1
            else:
                waiting = minutes
        elif category in PARTS and times:
            times[-1].part = str(item.value)
        else:
            if category == "hour-name" and at > 0 and items[at - 1].category == "number" and times:
                times.pop()  # 12 noon
            time = _time(item, following)
            if time is not None:
                time.minutes += sign * (waiting or 0)
                times.append(time)
                sign, waiting = 1, None
    return times


def _is_minutes(items: list[Item], at: int) -> bool:
    """Whether a number counts minutes: its unit stands behind it, or the word for the hour in front (20 h 30)."""
    if items[at].category not in ("number", "one"):
        return False
    if any(i.category in MINUTES for i in items[at + 1 : at + 2]):
        return True
    return at > 1 and items[at - 1].category in HOURS and items[at - 2].category in TOLD


def _time(item: Item, following: str) -> _Time | None:
    """The time that one item says by itself."""
    if item.category in ("clock", "clock-digits", "hour-name"):
        first, second, *third = (int(p) for p in str(item.value).replace("h", ":").split(":"))
        return _Time(hour=first, minutes=second + sum(third) / 60, named=item.category == "hour-name")
    if item.category == "number" and isinstance(item.value, tuple):
        return _number(*item.value)
    if item.category in ("one", "article"):
        return _Time(hour=1)
    if item.category in ("hour", "ordinal"):
        value = int(str(item.value))
        if value > LEAST and following in MINUTES:  # the third and twenty minutes
            return _Time(hour=value % 10, minutes=value - value % 10)
        return _Time(hour=value)
    return None


def _number(value: float, written: str | None) -> _Time:
    """A number as a time: 8, 10.30, 0600, three and a quarter."""
    if written is None:
        return _Time(hour=int(value), minutes=round((value - int(value)) * HOUR))
    whole, _, rest = written.partition(".")
    if len(written) == DIGITS and written.isdigit():
        whole, rest = written[:2], written[2:]
    return _Time(hour=int(whole), minutes=float(rest or 0)) if whole.isdigit() and len(rest) in (0, 2) else _Time()


def _length(item: Item) -> float:
    """The minutes that an item adds to its hour or takes from it."""
    if item.category == "fraction":
        return float(str(item.value)) * HOUR
    return float(item.value[0]) if isinstance(item.value, tuple) else float(str(item.value))


def _parted(times: list[_Time]) -> list[_Time]:
    """The times, the first with the part of the day that the last one says for both, unless it would lie behind it."""
    first, last = times[0], times[-1]
    if first is not last and first.part is None and not first.named:
        first.part = last.part
        ends = _minutes(first), _minutes(last)
        if ends[0] is not None and ends[1] is not None and ends[0] > ends[1]:
            first.part = None  # 11 to 1 pm
    return times


def _minutes(time: _Time) -> float | None:
    """Minutes after midnight; `None` for an hour that no clock shows."""
    hour, minutes = int(time.hour), time.minutes
    if minutes < 0 <= hour <= 24:  # a quarter to one is a quarter of an hour of the hour before
        hour, minutes = (NOON if hour == 1 else (hour - 1) % 24), minutes + HOUR
    if time.part is not None and not time.named and 0 <= hour <= NOON:
        hour = _hour_of_day(hour, time.part)
    at = hour * HOUR + minutes
    return float(at) if 0 <= hour <= 24 and 0 <= minutes < HOUR and at <= zones.ROUND else None


def _hour_of_day(hour: int, part: str) -> int:
    """An hour of the twelve as one of the twenty-four."""
    of_twelve = hour % NOON
    if part in ("pm", "afternoon", "evening") or (part == "noon" and of_twelve < LATE_FROM):
        return of_twelve + NOON
    if part == "night" and of_twelve >= LATE_FROM:
        return of_twelve + NOON
    return hour if part == "noon" else of_twelve


def _hedged(low: float, high: float, hedge: str) -> tuple[float, float]:
    """About a quarter of an hour: 15 minutes to each side, about any other minute 5; nearly lies before."""
    if hedge not in ("about", "nearly"):
        return low, high
    if low < SLACK:  # about midnight: from a quarter before it
        low, high = low + zones.ROUND, high + zones.ROUND
    before, after = (SLACK if minute % SLACK == 0 else FINE_SLACK for minute in (low, high))
    return low - before, high if hedge == "nearly" else high + after
