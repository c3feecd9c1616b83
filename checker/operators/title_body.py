"""title-body: a title says something else than the body below it, or says it without the body's hedge."""

from checker.model import Camp, Reason
from checker.operands import Case, Options

TAKES = "zones"
OPTIONS: dict[str, str] = {}


def judge(title: Camp, body: Camp, case: Case, options: Options) -> Reason:
    """Whether a title and its own body answer apart, or the title drops the hedge under which the body answers."""
    relation = case.relate(title.value, body.value)
    plain = all(f.hedge == "exact" for f in title.facts)
    hedged = all(f.hedge != "exact" for f in body.facts)
    children = [
        Reason(holds=relation == "apart", says=f"the title has {title.label}, the body {body.label}: {relation}"),
        Reason(
            holds=plain and hedged,
            says="the body hedges, the title does not" if plain and hedged else "no hedge is dropped",
        ),
    ]
    holds = any(child.holds for child in children)
    return Reason(holds=holds, says="title and body differ" if holds else "title and body agree", children=children)
