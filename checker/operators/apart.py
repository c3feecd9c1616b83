"""apart: two camps give answers that can't both hold."""

from checker.model import Camp, Reason, State
from checker.operands import Case, Options, beyond

TAKES = "camps"
OPTIONS = {"by_more_than": "how far apart the answers must lie, in days or in their unit; 0 if nothing is said"}


def judge(a: Camp, b: Camp, case: Case, options: Options) -> Reason:
    """Whether the values of two camps exclude each other. States do so only where the question says it."""
    if isinstance(a.value, State) and isinstance(b.value, State):
        pair = sorted([a.value.id, b.value.id])
        holds = any(sorted(p) == pair for p in case.asked["apart"])
        return Reason(
            holds=holds, says=f"'{a.label}' and '{b.label}' {'exclude' if holds else 'do not exclude'} each other here"
        )
    relation = case.relate(a.value, b.value)
    said = Reason(holds=relation == "apart", says=f"{a.label} and {b.label}: {relation}")
    distance = beyond(case.gap(a.value, b.value), options)
    holds = said.holds and distance.holds and case.question.answer != "place"
    return Reason(
        holds=holds,
        says="the answers can't both hold" if holds else "the answers can both hold",
        children=[said, distance],
    )
