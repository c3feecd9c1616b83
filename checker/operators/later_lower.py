"""later-lower: a count that only runs one way is told later as one that has run back."""

from datetime import date

from checker.model import Amount, Camp, Reason
from checker.operands import Case, Options

TAKES = "facts"
OPTIONS: dict[str, str] = {}
RUNS = {"only-up": "up", "only-down": "down"}


def judge(a: Camp, b: Camp, case: Case, options: Options) -> Reason:
    """Whether the answer that a running count must pass first is told as of a later day than the other."""
    runs = RUNS.get(case.asked["varies"])
    if runs is None:
        return Reason(holds=False, says="the count may run both ways")
    if not isinstance(a.value, Amount) or not isinstance(b.value, Amount) or case.relate(a.value, b.value) != "apart":
        return Reason(holds=False, says="the answers are no figures that lie apart")
    low, high = (a, b) if (a.value.low or 0) < (b.value.low or 0) else (b, a)
    first, then = (low, high) if runs == "up" else (high, low)
    early, late = min(_days(then), default=None), max(_days(first), default=None)
    if early is None or late is None:
        return Reason(holds=False, says="one side does not say as of when")
    holds = late > early
    says = f"{first.label} as of {late} and {then.label} as of {early}, of a count that runs {runs}"
    return Reason(holds=holds, says=f"{says}: it has run back" if holds else f"{says}: in order")


def _days(camp: Camp) -> list[date]:
    """The last days as of which a camp speaks; a correction says itself that it goes back."""
    stated = [f.as_of for f in camp.facts if f.as_of is not None]
    return [one.end for one in stated if one.end is not None]
