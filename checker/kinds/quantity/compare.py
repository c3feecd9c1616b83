"""How two quantities relate, how far apart they lie, how one is shown, and what a rounded one may mean."""

import math
from dataclasses import replace

from checker.kinds.quantity import zones
from checker.model import Amount
from checker.values import lines_of
from checker.values import relate as relate_sets

__all__ = ["compared", "gap", "relate", "show"]

ROUNDS_FROM = 100  # below, a plain count is meant to the unit
ROUNDS_PEOPLE_FROM = 1000  # the same for people killed, wounded or held
BEYOND = 3  # "at least n" says little of what lies beyond 3 n
WIDEST = 0.05  # of the value: no rounding is taken to be coarser


def relate(a: Amount, b: Amount) -> str | None:
    """same, narrower, wider, overlaps or apart; `None` if they can't be compared. Of times, as their zones have it."""
    return zones.relate(a, b) if a.kind == b.kind == "time" else relate_sets(a, b)


def compared(amount: Amount, *, people: bool = False, strict: bool = False) -> Amount:
    """The set that a plain figure may mean once its rounding is allowed for: 2,500 is [2450, 2550).

    A decimal is rounded at half of its last digit; a whole number at half of its last non-zero place, at most 5 % of it
    (`strict`: without that cap), from 100 on (1,000 for `people`). "At least n" is closed at 3 n unless `strict`; other
    sets that are no single figure stay as they are.
    """
    value = amount.low
    if value is not None and amount.high is None and value > 0 and not strict:
        return replace(amount, low=value, high=BEYOND * value)
    if value is None or value != amount.high or amount.kind in ("ordinal", "time", "duration"):
        return amount
    half = _half_place(value, amount.kind == "count", people)
    if not strict:
        half = min(half, abs(value) * WIDEST)
    if half == 0:
        return amount
    top = math.nextafter(value + half, -math.inf)
    return replace(amount, low=value - half, high=top)


def _half_place(value: float, whole: bool, people: bool) -> float:
    value = abs(value)
    if value != int(value):
        digits = f"{value:.6f}".rstrip("0")
        return float(0.5 * 0.1 ** len(digits.partition(".")[2]))
    if not whole:
        return 0.5 if value < ROUNDS_FROM else _place(int(value)) / 2
    if value < (ROUNDS_PEOPLE_FROM if people else ROUNDS_FROM):
        return 0.0
    place = _place(int(value))
    return place / 2 if place > 1 else 0.0


def _place(value: int) -> int:
    place = 1
    while value and value % (place * 10) == 0:
        place *= 10
    return place


def gap(a: Amount, b: Amount) -> float:
    """What lies between the nearest ends of two sets, in the unit of the first; 0 when they touch."""
    if a.kind == b.kind == "time":
        return zones.gap(a, b)
    lines = lines_of(a, b)
    if lines is None:
        return 0
    (low, high), (other_low, other_high) = lines
    between = max(0.0, other_low - high, low - other_high)
    return between if a.unit == b.unit or a.base is None else between / a.base.factor


def _number(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:,.10g}"


def show(amount: Amount, language: str = "en") -> str:
    """The set in a few words: 2,500; up to 2,500; 8 to 10; at least 40; 60 %."""
    unit = {"share": " %"}.get(amount.kind, "" if amount.unit is None else f" {amount.unit}")
    low, high = amount.low, amount.high
    if low is None and high is None:
        return "?"
    if high is None:
        return f"at least {_number(low or 0)}{unit}"
    if low is None or (low == 0 and high > 0):
        return f"up to {_number(high)}{unit}"
    if low == high:
        return f"{_number(low)}{unit}"
    return f"{_number(low)} to {_number(high)}{unit}"
