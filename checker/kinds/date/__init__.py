"""Dates: sets of days on the calendar."""

from checker.kinds.date.compare import gap, relate, show, widened
from checker.kinds.date.find import day_order, find
from checker.kinds.date.foreign import find as find_foreign

__all__ = ["day_order", "find", "find_foreign", "gap", "relate", "show", "widened"]
