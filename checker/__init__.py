"""A fact-consistency checker for news: what reports claim, and where they contradict each other or themselves.

The public names are loaded when they are first asked for, so that importing the package costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model import Document, Report
    from checker.pipeline import check, extract

__all__ = ["Document", "Report", "check", "extract"]

_HOMES = {
    "Document": "checker.model",
    "Report": "checker.model",
    "check": "checker.pipeline",
    "extract": "checker.pipeline",
}


def __getattr__(name: str) -> object:
    """A public name, from the module that holds it."""
    if name not in _HOMES:
        raise AttributeError(f"module 'checker' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
