"""sum: parts that one side tells side by side come to another figure than the whole that the other side gives."""

from checker.model import SUMMED, Camp, Fact, Reason
from checker.operands import Case, Options

TAKES = "camps"
OPTIONS: dict[str, str] = {}


def judge(a: Camp, b: Camp, case: Case, options: Options) -> Reason:
    """Whether one camp is told in parts, the other as a whole, and the two lie apart."""
    parts = [camp for camp in (a, b) if all(_is_sum(f) for f in camp.facts)]
    wholes = [camp for camp in (a, b) if not any(_is_sum(f) for f in camp.facts)]
    if len(parts) != 1 or len(wholes) != 1:
        return Reason(holds=False, says="not parts against a whole")
    added = next((m.read_by for f in parts[0].facts for m in f.mentions if m.value == f.value), parts[0].label)
    apart = case.relate(a.value, b.value) == "apart"
    children = [
        Reason(holds=True, says=f"the parts are {added}, which comes to {parts[0].label}"),
        Reason(holds=apart, says=f"the whole is {wholes[0].label}"),
    ]
    says = "the parts don't come to the whole" if apart else "the parts may come to the whole"
    return Reason(holds=apart, says=says, children=children)


def _is_sum(fact: Fact) -> bool:
    return fact.read_by == SUMMED
