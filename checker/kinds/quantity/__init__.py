"""Quantities: counts, shares, money, measures, durations, ordinals and clock times, as sets on a line."""

from checker.kinds.quantity.compare import compared, gap, relate, show
from checker.kinds.quantity.find import find

__all__ = ["compared", "find", "gap", "relate", "show"]
