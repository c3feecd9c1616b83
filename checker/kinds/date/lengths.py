"""How long: the amount of a unit that stands in a date phrase, "three weeks", "more than two years"."""

from collections.abc import Sequence

from checker.kinds.date.periods import MONTHS_IN
from checker.line import Item

Length = tuple[float, float | None, str]  # from, to, unit; `None`: no end
FEW = (2.0, 10.0)
SLACK = 0.1  # of an amount that is about so much
UNITS = ("unit", "units", "unit-dual")
# How many days a unit has, at least and at most.
DAYS = {"day": (1, 1), "week": (7, 7), "fortnight": (14, 14), "month": (28, 31), "quarter": (89, 92)}
DAYS |= {"year": (365, 366), "decade": (3652, 3653), "century": (36524, 36525)}


def length_of(items: Sequence[Item]) -> Length | None:
    """The amount that the items say, with its hedge; a lone unit is one of it, a lone plural a few. `None`: no unit."""
    plain = _amount(items)
    if plain is None:
        return None
    low, high, unit = plain
    hedge = next((str(i.value) for i in items if i.category == "hedge"), None)
    if hedge in ("more-than", "at-least"):
        return low, None, unit
    if hedge in ("less-than", "at-most"):
        return 0.0, high, unit
    if hedge in ("about", "nearly"):
        slack = max(1.0, round(high * SLACK)) if unit == "day" and high > 2 else high * SLACK
        return low - slack, high if hedge == "nearly" else high + slack, unit
    return low, high, unit


def _amount(items: Sequence[Item]) -> tuple[float, float, str] | None:
    """The amount without its hedge; of two units the sum, and of one of them twice from the one to the other."""
    places = [n for n, i in enumerate(items) if i.category in UNITS]
    if len(places) == 2 and items[places[0]].value != items[places[1]].value:
        first, second = _amount(items[: places[0] + 1]), _amount(items[places[0] + 1 :])
        return None if first is None or second is None else _sum(first, second)
    unit = items[places[0]] if places else None
    if unit is None:
        named = next((i for i in items if i.category.endswith(("-unit", "-units"))), None)
        if named is None:
            return None
        unit = named._replace(category="units" if named.category.endswith("s") else "unit")
    low, high = _plain(items, unit)
    if len(places) == 2 and items[places[1]].category == "unit-dual":
        high = 2.0  # a month or two
    return low, high, str(unit.value)


def _sum(first: tuple[float, float, str], second: tuple[float, float, str]) -> tuple[float, float, str]:
    """Two amounts as one: in months, else in days, of which a month has 28 to 31; a clock's unit adds up to a day."""
    (low, high, large), (more, most, small) = first, second
    if large in MONTHS_IN and small in MONTHS_IN:
        many, few = MONTHS_IN[large], MONTHS_IN[small]
        return low * many + more * few, high * many + most * few, "month"
    if large not in DAYS or small not in DAYS:
        return low, high + (large in DAYS), large
    return low * DAYS[large][0] + more * DAYS[small][0], high * DAYS[large][1] + most * DAYS[small][1], "day"


def _plain(items: Sequence[Item], unit: Item) -> tuple[float, float]:
    numbers = [_value(i) for i in items if i.category in ("number", "one")]
    parts = sum(_value(i) for i in items if i.category == "fraction")
    if not numbers:
        if any(i.category == "few" for i in items) or (unit.category == "units" and not parts):
            return FEW
        if unit.category == "unit-dual":
            numbers = [2.0]
        elif parts and not any(i.category == "and" or _joined(i) for i in items):
            return parts, parts
        else:
            numbers = [1.0]
    return min(numbers) + parts, max(numbers) + parts


def _joined(item: Item) -> bool:
    """A fraction with its conjunction as a prefix."""
    return item.category == "fraction" and item.start > item.outer


def _value(item: Item) -> float:
    return float(item.value[0]) if isinstance(item.value, tuple) else float(str(item.value))
