"""zero-some: one camp says that there was none, another that there were some."""

from checker.model import Amount, Camp, Reason
from checker.operands import Case, Options

TAKES = "camps"
OPTIONS: dict[str, str] = {}


def judge(a: Camp, b: Camp, case: Case, options: Options) -> Reason:
    """Whether one camp states nought and the other at least something."""
    if not isinstance(a.value, Amount) or not isinstance(b.value, Amount):
        return Reason(holds=False, says="the answers are no figures")
    none = [camp for camp in (a, b) if _is_nought(camp)]
    some = [camp for camp in (a, b) if isinstance(camp.value, Amount) and (camp.value.low or 0) > 0]
    children = [
        Reason(holds=none != [], says=f"{none[0].label} is none" if none else "neither says that there was none"),
        Reason(holds=some != [], says=f"{some[0].label} is some" if some else "neither says that there were some"),
    ]
    holds = none != [] and some != []
    return Reason(holds=holds, says="none against some" if holds else "not none against some", children=children)


def _is_nought(camp: Camp) -> bool:
    return isinstance(camp.value, Amount) and camp.value.low == 0 and camp.value.high == 0
