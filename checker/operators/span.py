"""span: a length of time stands beside the days that it tells of, and they are more or fewer."""

from checker.model import Clash, Reason
from checker.operands import Options, beyond

TAKES = "mention"
OPTIONS = {"by_more_than": "how many days too long or too short the length must be; 0 if nothing is said"}


def judge(clash: Clash, gap: float, options: Options) -> Reason:
    """Whether a length and its days differ; `gap` is by how many days."""
    a, b = (side.label for side in clash.sides)
    children = [
        Reason(holds=clash.sort == "span", says=f"{a} and {b} stand for one time"),
        beyond(gap, options, " days"),
    ]
    holds = all(child.holds for child in children)
    return Reason(holds=holds, says="length and days differ" if holds else "length and days agree", children=children)
