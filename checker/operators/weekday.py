"""weekday: a weekday stands beside a date that is another day of the week."""

from checker.model import Clash, Reason
from checker.operands import Options

TAKES = "mention"
OPTIONS: dict[str, str] = {}


def judge(clash: Clash, options: Options, gap: float) -> Reason:
    """Whether the two sides of a phrase are a weekday and a day that isn't one."""
    a, b = (side.label for side in clash.sides)
    holds = clash.sort == "weekday"
    return Reason(holds=holds, says=f"{a} and {b}: {'two days of the week' if holds else 'no weekday against a date'}")
