"""Durations: how long something lasts, from one unit or several, with fractions and ranges, in one unit."""

from dataclasses import dataclass, field

from checker.line import Item
from checker.page import Page
from checker.phrases import Phrase

UNITS = frozenset(["unit", "units", "unit-dual"])
RANGE = frozenset(["between", "from", "to"])
QUARTERS = frozenset(["quarter-unit", "quarter-units"])
FEW = (3.0, 10.0)
OTHER_WORDS = frozenset(["decade"])  # units whose dual is another word too: two contracts
CLOCK = frozenset(["second", "minute", "hour"])
# Units by their own names: where another word of the same form is about, a phrase names those that it means.
NAMED = frozenset(["week-unit", "month-unit", "year-unit", "decade-unit", "century-unit"])
# How many of the smaller unit make up one, at least and at most: a month has no fixed number of days.
SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "fortnight": 1209600}
MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_OF_MONTHS = {1: (28, 31), 3: (89, 92), 12: (365, 366), 120: (3652, 3653), 1200: (36524, 36525)}
BEHIND = {"hour": "minute", "minute": "second"}  # what a lone number behind a unit counts: an hour thirty
Bounds = tuple[float, float]


@dataclass(slots=True)
class _Sum:
    """The terms of a duration that were read, and the numbers that still wait for their unit."""

    terms: list[tuple[Bounds, str]] = field(default_factory=list)
    numbers: list[float] = field(default_factory=list)
    fraction: float = 0.0
    slash: bool = False
    few: bool = False
    quarters: bool = False

    def amount(self, dual: bool) -> Bounds:
        """What waits for its unit, as bounds."""
        numbers, rest = self.numbers, self.fraction
        if self.slash and len(numbers) >= 2 and numbers[-1]:
            return (sum(numbers[:-2]) + numbers[-2] / numbers[-1],) * 2
        if self.quarters:
            many = numbers[-1] if len(numbers) > 1 else 1.0
            return ((numbers[0] if numbers else 0.0) + many / 4,) * 2
        if self.few:
            return FEW
        if not numbers:
            numbers = [2.0] if dual else [] if rest else [1.0]
        return (min(numbers, default=0.0) + rest, max(numbers, default=0.0) + rest)


def length(page: Page, phrase: Phrase) -> tuple[float, float, str] | None:
    """The bounds of a duration and the unit that both are in; `None` for words that are none where they stand."""
    items = [i._replace(category="unit") if i.category in NAMED else i for i in phrase.items if i.category != "hedge"]
    if not _stands(page, phrase, items):
        return None
    read = _Sum()
    for at, item in enumerate(items):
        following = items[at + 1 :]
        _take(read, item, following)
    if read.numbers and read.terms and items[-1].category == "number":
        unit = BEHIND.get(read.terms[-1][1])
        if unit is None or not page.alone(phrase.outer, phrase.end):
            return None
        read.terms.append(((read.numbers[0], read.numbers[0]), unit))
    terms = [_known(term) for term in read.terms]
    if len(terms) == 2 and any(i.category in RANGE for i in items):
        return _between(*terms)
    return _total(terms)


def _known(term: tuple[Bounds, str]) -> tuple[Bounds, str]:
    """A term in a unit that values have: a fortnight is two weeks."""
    (low, high), unit = term
    return ((2 * low, 2 * high), "week") if unit == "fortnight" else term


def _take(read: _Sum, item: Item, following: list[Item]) -> None:
    """Add one more item of the phrase to what was read."""
    kind = item.category
    if kind in ("number", "one") and isinstance(item.value, tuple):
        read.numbers.append(float(item.value[0]))
    elif kind == "article" and not read.slash and following and following[0].category in UNITS:
        read.numbers.append(1.0)
    elif kind == "fraction" and read.terms and not read.numbers:
        (low, high), unit = read.terms[-1]
        part = float(str(item.value))
        read.terms[-1] = ((low + part, high + part), unit)
        read.fraction = -1.0  # a unit behind it is the same once more
    elif kind == "fraction":
        read.fraction += float(str(item.value))
    elif kind == "slash":
        read.slash = True
    elif kind == "few":
        read.few = True
    elif kind in QUARTERS and any(i.category in UNITS for i in following):
        read.quarters = True
    elif kind in UNITS:
        if read.fraction >= 0:
            read.terms.append((read.amount(kind == "unit-dual"), str(item.value)))
        read.numbers, read.fraction, read.slash, read.few, read.quarters = [], 0.0, False, False, False


def _stands(page: Page, phrase: Phrase, items: list[Item]) -> bool:
    """Whether the words may say a length: not a lone "a year", nor half of one certain year."""
    unit = next((i for i in reversed(items) if i.category in UNITS), None)
    if unit is None:
        return False
    definite = unit.start < unit.outer + len(unit.prefix)
    kinds = {i.category for i in items}
    if definite and unit.value not in CLOCK and kinds <= {"fraction", "unit"} and items[0].category == "fraction":
        return False
    if _is_name(page, unit) and not page.alone(phrase.outer, phrase.end):
        return False
    if unit.category == "unit-dual" and unit.value in OTHER_WORDS and len(phrase.items) == 1:
        return page.alone(phrase.outer, phrase.end) or _introduced(page, phrase) or unit.start > unit.outer
    if kinds <= {"article", "unit"}:
        hedged = len(items) < len(phrase.items)
        return not definite and (hedged or page.alone(phrase.outer, phrase.end) or _introduced(page, phrase))
    return True


def apart(phrase: Phrase) -> list[Phrase]:
    """The lengths that stand side by side and make no sum: bonds of 6 years, 10 years and 30 years."""
    units = [n for n, i in enumerate(phrase.items) if i.category in UNITS]
    if phrase.kind != "duration" or len(units) != 2 or any(i.category in RANGE for i in phrase.items):
        return []
    first, last = phrase.items[: units[0] + 1], phrase.items[units[0] + 1 :]
    if first[-1].value != phrase.items[units[1]].value or not any(i.category == "number" for i in last):
        return []
    return [Phrase("duration", part[0].outer, part[0].start, part[-1].end, part) for part in (first, last)]


def _introduced(page: Page, phrase: Phrase) -> bool:
    """Whether a word beside it says that it is a length: *for* a year, *within* a month, a week *of* talks."""
    if phrase.items[-1].value != "quarter" and any(i.category == "of" for i in page.starting(phrase.end + 1)):
        return phrase.items[0].category == "article"
    return any(page.before(phrase.outer, category) is not None for category in ("for", "within"))


def _is_name(page: Page, unit: Item) -> bool:
    """A unit with a capital is part of a name or a title: the Six-Day War, 60 Minutes."""
    return page.original(unit.start, unit.end)[:1].isupper()


def _total(terms: list[tuple[Bounds, str]]) -> tuple[float, float, str] | None:
    """The sum of the terms in their smallest unit; years and months are days of which the number varies."""
    if not terms or len({unit for _, unit in terms}) < len(terms):
        return None  # two lengths in a row, no sum
    if len(terms) == 1:
        return (*terms[0][0], terms[0][1])
    smallest = _smallest(terms)
    if smallest is None:
        return None
    low = high = 0.0
    for (first, last), unit in terms:
        least, most = _in_smaller(unit, smallest)
        low, high = low + first * least, high + last * most
    return low, high, smallest


def _between(first: tuple[Bounds, str], last: tuple[Bounds, str]) -> tuple[float, float, str] | None:
    """From one length to another, in the smaller of their units."""
    unit = first[1] if first[1] == last[1] else _smallest([first, last])
    if unit is None:
        return None
    low, high = (((1.0, 1.0) if term[1] == unit else _in_smaller(term[1], unit)) for term in (first, last))
    return first[0][0] * low[0], last[0][1] * high[1], unit


def _smallest(terms: list[tuple[Bounds, str]]) -> str | None:
    """The smallest unit of several lengths; `None` where it converts into no other."""
    unit = min((unit for _, unit in terms), key=lambda u: SECONDS.get(u, MONTHS.get(u, 0) * 10**9))
    return unit if unit in SECONDS or unit in MONTHS else None


def _in_smaller(unit: str, smaller: str) -> tuple[float, float]:
    """How many of a smaller unit a unit has, at least and at most."""
    if unit in SECONDS and smaller in SECONDS:
        return (SECONDS[unit] / SECONDS[smaller],) * 2
    if smaller in MONTHS:
        return (MONTHS[unit] / MONTHS[smaller],) * 2
    least, most = DAYS_OF_MONTHS[MONTHS[unit]]
    days = SECONDS["day"] / SECONDS[smaller]
    return least * days, most * days


def parts(phrase: Phrase) -> Phrase | None:
    """The length inside a phrase that says more (the last *three days*); `None` where no number tells it."""
    items = [i for i in phrase.items if i.category in ("number", "one", "fraction", "more", "and", "hedge", *UNITS)]
    kinds = {i.category for i in items}
    if kinds.isdisjoint(("number", "one", "unit-dual", "fraction")) and not {"hedge", "unit"} <= kinds:
        return None
    kept = [i for i in items if i.category != "and" or "fraction" in {j.category for j in items}]
    start, end = kept[0], kept[-1]
    kept.sort(key=lambda i: i.category not in ("number", "one"))  # it may stand behind its unit, as in Arabic
    return Phrase("duration", start.outer, start.start, end.end, kept)
