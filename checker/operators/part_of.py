"""part-of: two camps put one thing into places of which neither lies in the other."""

from checker.model import Camp, Name, Reason
from checker.operands import Case, Options

TAKES = "camps"
OPTIONS: dict[str, str] = {}


def judge(a: Camp, b: Camp, case: Case, options: Options) -> Reason:
    """Whether two places exclude each other in the tree of places; a part and its whole never do."""
    if not isinstance(a.value, Name) or not isinstance(b.value, Name):
        return Reason(holds=False, says="the answers are no places")
    relation = case.relate(a.value, b.value)
    words = {
        "same": "are one place",
        "narrower": f"agree: {a.label} lies in {b.label}",
        "wider": f"agree: {b.label} lies in {a.label}",
        "overlaps": "may share ground",
    }.get(str(relation), "lie apart: neither lies in the other")
    return Reason(holds=relation == "apart", says=f"{a.label} and {b.label} {words}")
