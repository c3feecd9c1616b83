"""What an operator is handed beside its camps: the question, what its YAML says, and how values compare."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from checker.errors import WrongUse
from checker.model import Document, Fact, Question, Reason, Value

Options = dict[str, str]


@dataclass(slots=True, kw_only=True)
class Case:
    """One question under judgement. Operators never name a kind: they ask `relate` and `gap`."""

    question: Question
    asked: dict[str, Any]  # the question's own YAML
    relate: Callable[[Value, Value], str | None]
    gap: Callable[[Value, Value], float]
    documents: Mapping[str, Document] = field(default_factory=dict)  # by id
    voices: Mapping[str, str] = field(default_factory=dict)  # whose word each fact is, by its id, copies counted as one

    def source(self, fact: Fact) -> str | None:
        """The outlet of a fact."""
        document = self.documents.get(fact.document)
        return None if document is None else document.source

    def voice(self, fact: Fact) -> str:
        """Whose word a fact is."""
        return self.voices.get(fact.id, fact.voice)


def beyond(far: float, options: Options, unit: str = "") -> Reason:
    """Whether answers lie farther apart than the option `by_more_than` asks for; 0 if it says nothing."""
    least = number(options, "by_more_than", 0)
    return Reason(holds=far > least, says=f"{far:g}{unit} apart, more than {least:g} asked for")


def number(options: Options, key: str, default: float) -> float:
    """An option as a number. Raises WrongUse for words that are none."""
    written = options.get(key)
    if written is None:
        return default
    try:
        return float(written)
    except ValueError:
        raise WrongUse(f"the option {key!r} is no number: {written!r}") from None
