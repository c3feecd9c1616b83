"""Whether a mention that was read says what an annotated one says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from checker.gold import GoldDate, GoldDocument, GoldName, GoldNumber
from checker.model import Amount, Days, Mention, Name, Span

PLACES = frozenset({"base", "governorate", "city", "country", "place", "region"})
ACTORS = frozenset({"person", "organisation"})
FIXED = frozenset({"day", "part-of-day", "month", "year", "month-end", "year-end", "quarter", "week", "days"})
HARD_FORMS = frozenset({"digit", "word", "percent", "ordinal"})
TRAP_FORMS = frozenset({"name-part", "counter", "date-part"})
SOFT_NAMES = frozenset({"by-office", "pronoun", "adjective", "nisba"})
COUNTED = frozenset({"count", "share", "measure", "money", "duration"})
DURATION_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}

Pair = tuple[str | None, str | None]  # first and last day in ISO form, None = open
Fits = Callable[[Mention], bool]


@dataclass(slots=True, kw_only=True)
class Expected:
    """An annotated mention, and what says the same; a trap must not be read, an optional one may be."""

    sort: str
    status: str  # required, optional, trap
    span: Span
    fits: Fits


def expected(document: GoldDocument, *, doubt: bool) -> Iterator[Expected]:
    """The annotated mentions of a document, dates first, then numbers, then names."""
    for one in document.dates:
        lasting = _duration(one)
        if lasting is None:
            fixed = one.type in ("date", "interval") and one.granularity in FIXED and one.value is not None
            yield _expected(one, "date", required=fixed, fits=_DateFits(one, doubt))
        else:
            yield _expected(one, "duration", required=True, fits=_DurationFits(one, *lasting))
    for number in document.numbers:
        if number.form in TRAP_FORMS:
            span = Span(number.start, number.end)
            yield Expected(sort="number", status="trap", span=span, fits=lambda mention: False)
        else:
            hard = number.form in HARD_FORMS and number.value is not None
            yield _expected(number, "number", required=hard, fits=_NumberFits(number))
    for name in document.names:
        soft = name.form in SOFT_NAMES or name.type not in PLACES | ACTORS or name.entity.startswith("furniture")
        sort = "place" if name.type in PLACES else "actor"
        yield _expected(name, sort, required=not soft, fits=_NameFits(name))


def _expected(one: GoldDate | GoldNumber | GoldName, sort: str, *, required: bool, fits: Fits) -> Expected:
    status = "required" if required and not one.optional and one.zone != "furniture" else "optional"
    return Expected(sort=sort, status=status, span=Span(one.start, one.end), fits=fits)


def _duration(one: GoldDate) -> tuple[int, str] | None:
    """Number and unit of an ISO duration with one unit, such as P24M."""
    if one.type != "duration" or not isinstance(one.value, str):
        return None
    number, unit = one.value[1:-1], one.value[-1:]
    return (int(number), DURATION_UNITS[unit]) if unit in DURATION_UNITS and number.isdigit() else None


def _bounds(one: GoldDate) -> Pair:
    low, high = (one.range or [None, None])[:2]
    return low, high


def _same_days(one: GoldDate) -> set[Pair]:
    """The ranges that say what an annotated date says: its own, those it accepts, its bound taken into the value."""
    low, high = _bounds(one)
    pairs: set[Pair] = {(low, high)} | {(pair[0], pair[1]) for pair in one.accept}
    if low and high:
        if one.bound in ("by", "until", "before"):
            pairs.add((None, high))
        if one.bound == "before":
            pairs.add((None, _shifted(low, -1)))
        if one.bound == "after":
            pairs |= {(high, None), (_shifted(high, 1), None)}
    return pairs


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def _iso(days: Days) -> Pair:
    start = None if days.start is None else days.start.isoformat()
    return start, None if days.end is None else days.end.isoformat()


class _DateFits:
    """Whether a mention says the days of an annotated date, as finely as its words fix them."""

    def __init__(self, one: GoldDate, doubt: bool) -> None:
        self.low, self.high = _bounds(one)
        self.pairs = _same_days(one)
        self.day = one.value if isinstance(one.value, str) else ""
        self.doubt = one.doubt if doubt else None
        self.late = None  # the end of a year may be any last part of its last quarter, of a month of its second half
        if one.mod == "end" and self.high:
            monthly = one.granularity in ("month-end", "days")
            self.late = f"{self.high[:8]}16" if monthly else f"{self.high[:4]}-10-01"

    def __call__(self, mention: Mention) -> bool:
        if mention.kind != "date" or not isinstance(mention.value, Days):
            return False
        start, end = _iso(mention.value)
        if (start, end) in self.pairs or self.is_left_open(start, end):
            return True
        if self.late and end is not None and end == self.high and self.late <= (start or "") <= end:
            return True
        if self.high is None:
            return start == self.low  # "since 2014" may also be read as the year 2014
        if self.low is not None and self.low != self.high and len(self.day) == 10 and start == end:
            return self.low <= (start or "") <= self.high  # a day that the words leave open between two
        return False

    def is_left_open(self, start: str | None, end: str | None) -> bool:
        """Whether a range holds the day, inside of what the text alone leaves open."""
        if not self.doubt:
            return False
        first, last = self.doubt[:2]
        return first <= (start or first) <= self.day <= (end or last) <= last


class _DurationFits:
    """Whether a mention lasts as long as an annotated duration, or is the days that it spans."""

    def __init__(self, one: GoldDate, number: int, unit: str) -> None:
        self.number, self.unit = number, unit
        self.pairs = _same_days(one) - {(None, None)}

    def __call__(self, mention: Mention) -> bool:
        value = mention.value
        if isinstance(value, Days):
            return _iso(value) in self.pairs
        if not isinstance(value, Amount) or value.kind != "duration":
            return False
        return value.low == self.number and (value.unit or "").rstrip("s") == self.unit


class _NumberFits:
    """Whether a mention says an annotated number: its bounds, or a near range around it where it is approximate."""

    def __init__(self, one: GoldNumber) -> None:
        self.form, self.value = one.form, one.value
        self.low, self.high = (one.range or [one.value, one.value])[:2]
        self.bounded = one.hedge in ("at_most", "at_least")

    def __call__(self, mention: Mention) -> bool:
        value = mention.value
        if not isinstance(value, Amount) or self.form == "percent" and mention.kind != "share":
            return False
        if self.form == "ordinal":
            return mention.kind in ("ordinal", "count") and value.low == self.value
        if mention.kind not in COUNTED:
            return False
        low, high = value.low, value.high
        if (low, high) == (self.low, self.high) or (low, high) == (self.value, self.value) and not self.bounded:
            return True
        if self.high is None:
            return high is None and low in (self.value, self.low)
        if self.low in (0, None):
            return high == self.high and low in (0, None)
        if low is None or high is None or self.value is None:
            return False
        return low <= self.value <= high and high - low <= 0.25 * self.value


class _NameFits:
    """Whether a mention has the id of an annotated name, or one that ends with it, or ends it."""

    def __init__(self, one: GoldName) -> None:
        self.ids = [_tidy(one) for one in (one.entity.partition(".")[2] or one.entity, *one.accept)]

    def __call__(self, mention: Mention) -> bool:
        if not isinstance(mention.value, Name):
            return False
        read = _tidy(mention.value.id)
        return any(read == one or read.endswith(f"-{one}") or one.endswith(f"-{read}") for one in self.ids)


def _tidy(name: str) -> str:
    return name.rpartition(".")[2].replace("_", "-").lower()
