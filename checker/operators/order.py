"""order: what comes first by its nature is told of a later day than what comes after it."""

from checker.model import Camp, Reason
from checker.operands import Case, Options, beyond

TAKES = "pair-of-questions"
OPTIONS = {"by_more_than": "how many days too late the first must be; 0 if nothing is said"}


def judge(first: Camp, then: Camp, case: Case, options: Options) -> Reason:
    """Whether the answer that comes first lies wholly behind the other; `case` is the first one's question."""
    begin, end = getattr(first.value, "start", None), getattr(then.value, "end", None)
    late = begin is not None and end is not None and begin > end
    children = [
        Reason(holds=late, says=f"{first.label} lies {'behind' if late else 'no day behind'} {then.label}"),
        beyond(case.gap(first.value, then.value), options, " days"),
    ]
    apart = case.relate(first.value, then.value) == "apart"
    holds = apart and all(child.holds for child in children)
    return Reason(
        holds=holds, says="the later comes first" if holds else "they may follow each other", children=children
    )
