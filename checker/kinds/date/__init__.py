"""Dates: sets of days on the calendar."""

from checker.kinds.date.compare import gap, relate, show
from checker.kinds.date.find import day_order, find

__all__ = ["day_order", "find", "gap", "relate", "show"]
