"""What an operator is handed beside its camps: the question, what its YAML says, and how values compare."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from checker.errors import WrongUse
from checker.model import Question, Value

Options = dict[str, str]


@dataclass(slots=True, kw_only=True)
class Case:
    """One question under judgement. Operators never name a kind: they ask `relate` and `gap`."""

    question: Question
    asked: dict[str, Any]  # the question's own YAML
    relate: Callable[[Value, Value], str | None]
    gap: Callable[[Value, Value], float]


def number(options: Options, key: str, default: float) -> float:
    """An option as a number. Raises WrongUse for words that are none."""
    written = options.get(key)
    if written is None:
        return default
    try:
        return float(written)
    except ValueError:
        raise WrongUse(f"the option {key!r} is no number: {written!r}") from None
