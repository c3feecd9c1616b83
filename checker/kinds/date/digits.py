"""Dates in digits: 31/12/2021, 15/2, 10/2014, 31-Oct-74, and months by their number."""

from collections.abc import Sequence
from itertools import pairwise

from checker.kinds.date.spec import Spec
from checker.line import Item

CENTURY_TURNS = 70  # a year in two digits from here on is of the last century


def numeric(written: str) -> tuple[int, int, int]:
    """The three numbers of a numeric date, in the order in which they are written."""
    mark = next(c for c in written if not c.isdigit())
    first, second, third = (int(part) for part in written.split(mark))
    return first, second, third


def add_digits(spec: Spec, items: Sequence[Item]) -> None:
    """Months that are numbers (the month 3), dates of two parts (15/2, 10/2014) and years of two digits (31-Oct-74)."""
    for before, item in pairwise(items):
        if (
            before.category in ("month-unit", "the-month-unit")
            and item.category in ("day", "ordinal-day")
            and not spec.months
        ):
            spec.month = int(str(item.value))
            spec.months = [spec.month]
            others = [i for i in items if i.category in ("day", "ordinal-day") and i is not item]
            named = sorted(int(str(i.value)) for i in others)
            spec.day = named[-1] if named else None
            spec.day_from = named[0] if len(named) == 2 else None
    marks = [i for i in items if i.category in ("slash", "dash")]
    if marks and not spec.months and spec.numeric is None:
        days = [int(str(i.value)) for i in items if i.category == "day"]
        ends = [int(_value(i)) for i in items[-1:] if i.category in ("number", "day")]
        if spec.year is not None and ends and ends[0] > 12:
            spec.day, spec.year_to = None, ends[0] if ends[0] > 99 else spec.year // 100 * 100 + ends[0]
        elif spec.year is not None and len(days) == 1:
            spec.day, spec.month = None, days[0]
            spec.months = [spec.month]
        elif len(days) == 2:
            spec.day, spec.pair = None, (days[0], days[1])
    elif len(marks) == 2 and spec.year is None and items[-1].category == "number":
        short = int(_value(items[-1]))
        spec.year = short + (2000 if short < CENTURY_TURNS else 1900)


def _value(item: Item) -> float:
    return float(item.value[0]) if isinstance(item.value, tuple) else float(str(item.value))
