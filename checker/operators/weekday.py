"""weekday: a weekday stands beside a date that is another day of the week."""

from checker.model import Clash, Reason
from checker.operands import Options

TAKES = "mention"
OPTIONS: dict[str, str] = {}


def judge(clash: Clash, gap: float, options: Options) -> Reason:
    """Whether the two sides of a phrase are a weekday and a day that isn't one."""
    a, b = (side.label for side in clash.sides)
    holds = clash.sort == "weekday"
    said = Reason(holds=holds, says=f"{a} and {b} are a weekday and a date")
    says = "the weekday is not that of the date" if holds else "no weekday stands against a date"
    return Reason(holds=holds, says=says, children=[said])
