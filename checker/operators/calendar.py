"""calendar: one date names a day that its month lacks, two months, or two days in two calendars."""

from checker.model import Clash, Reason
from checker.operands import Options, beyond

TAKES = "mention"
OPTIONS = {"by_more_than": "how far apart the two sides must lie, in days; 0 if nothing is said"}


def judge(clash: Clash, gap: float, options: Options) -> Reason:
    """Whether the two sides of a date can't be one day; `gap` is how far apart they lie."""
    a, b = (side.label for side in clash.sides)
    children = [
        Reason(holds=clash.sort == "calendar", says=f"{a} and {b} stand for one day"),
        beyond(gap, options),
    ]
    holds = all(child.holds for child in children)
    return Reason(holds=holds, says="the date can't be both" if holds else "the date may be both", children=children)
