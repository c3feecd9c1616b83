"""How tests hold what is read of annotated reports: no sort of mention falls below the F1 that was reached."""

from collections.abc import Mapping
from math import floor

from checker import score
from checker.gold import Gold
from checker.model import Report


def fallen(annotated: Gold, report: Report, floors: Mapping[str, float]) -> dict[str, list[str]]:
    """The sorts of mention whose F1, rounded down to three places, is below its floor, with what was missed of them."""
    scored = score.score(annotated, report)
    rates = {sort: scored.mentions[sort].f1 or 0.0 for sort in floors}
    return {
        sort: [line for line in scored.misses if f" {sort} " in line]
        for sort, least in floors.items()
        if floor(rates[sort] * 1000) / 1000 < least
    }
