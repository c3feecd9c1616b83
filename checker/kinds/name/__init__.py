"""Names: what the gazetteer knows, found in a page, and how two relate in the tree of places and bodies."""

from checker.kinds.name.find import Found, find
from checker.kinds.name.made import INTRODUCED, PLACES, named
from checker.model import Name
from checker.values import relate

__all__ = ["INTRODUCED", "PLACES", "Found", "find", "gap", "named", "relate", "show"]


def gap(a: Name, b: Name) -> float:
    """0: names have no distance."""
    return 0


def show(name: Name, language: str = "en") -> str:
    """The id in words."""
    return name.id.replace("-", " ").title()
