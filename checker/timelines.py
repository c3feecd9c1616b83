"""The order in which the answers of an evolving question came: who gave each first, and who revised his own."""

from dataclasses import dataclass

from checker.model import Days, Discrepancy, Fact

EVOLVING = "evolving"


@dataclass(slots=True, kw_only=True)
class Step:
    """One answer as of one day; `voices` give it, and of them `revised` gave another answer before."""

    as_of: Days
    label: str
    voices: list[str]
    revised: list[str]
    facts: list[Fact]


def timeline(found: Discrepancy) -> list[Step]:
    """The steps of a finding that is a sequence in time, the earliest first; empty for any other.

    An answer that is given again on a later day is no step of its own, unless another came between.
    """
    if found.verdict != EVOLVING:
        return []
    rows = [(fact, camp.label) for camp in found.camps for fact in camp.facts if fact.as_of is not None]
    steps: list[Step] = []
    said: dict[str, str] = {}  # the answer that each voice gave last
    for fact, label in sorted(rows, key=lambda row: (_ends(row[0]), row[0].document, row[0].start)):
        if not steps or steps[-1].label != label:
            assert fact.as_of is not None
            steps.append(Step(as_of=fact.as_of, label=label, voices=[], revised=[], facts=[]))
        step = steps[-1]
        step.facts.append(fact)
        if fact.voice not in step.voices:
            step.voices.append(fact.voice)
            if said.get(fact.voice, label) != label:
                step.revised.append(fact.voice)
        said[fact.voice] = label
    return steps


def _ends(fact: Fact) -> int:
    """The last day as of which a fact is told, as a number; behind all others where it has no end."""
    assert fact.as_of is not None
    return 10**9 if fact.as_of.end is None else fact.as_of.end.toordinal()
