"""How long: the amount of a unit that stands in a date phrase, "three weeks", "more than two years"."""

from collections.abc import Sequence

from checker.line import Item

Length = tuple[float, float | None, str]  # from, to, unit; `None`: no end
FEW = (2.0, 10.0)
SLACK = 0.1  # of an amount that is about so much
UNITS = ("unit", "units", "unit-dual")


def length_of(items: Sequence[Item]) -> Length | None:
    """The amount that the items say, with its hedge; a lone unit is one of it, a lone plural a few. `None`: no unit."""
    unit = next((i for i in items if i.category in UNITS), None)
    if unit is None:
        named = next((i for i in items if i.category.endswith(("-unit", "-units"))), None)
        if named is None:
            return None
        unit = named._replace(category="units" if named.category.endswith("s") else "unit")
    low, high = _plain(items, unit)
    hedge = next((str(i.value) for i in items if i.category == "hedge"), None)
    if hedge in ("more-than", "at-least"):
        return low, None, str(unit.value)
    if hedge in ("less-than", "at-most"):
        return 0.0, high, str(unit.value)
    if hedge in ("about", "nearly"):
        slack = max(1.0, round(high * SLACK)) if unit.value == "day" and high > 2 else high * SLACK
        return low - slack, high if hedge == "nearly" else high + slack, str(unit.value)
    return low, high, str(unit.value)


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
