"""States: over, to come, denied. Which of them exclude each other is said by the question."""

from checker.model import State
from checker.values import relate

__all__ = ["gap", "relate", "show"]


def gap(a: State, b: State) -> float:
    """0: states have no distance."""
    return 0


def show(state: State, language: str = "en") -> str:
    """The state in words."""
    return state.id.replace("-", " ")
