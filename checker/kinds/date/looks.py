"""Whether a clause looks ahead, so that a weekday or a month in it is still to come."""

from bisect import bisect_right

from checker.page import Page

LOOKS = ("planned", "ahead", "say", "pluperfect", "relative", "behind")  # the nearest in front says it


def looks_ahead(page: Page, at: int, starts: list[int]) -> bool:
    """Whether the nearest verb of saying or planning in front of a place in its sentence looks ahead.

    A relative pronoun behind it ends what it says: "is to meet the envoy who arrived on Sunday".
    """
    begin = starts[max(0, bisect_right(starts, at) - 1)] if starts else 0
    best, ahead = begin - 1, False
    for category in LOOKS:
        for item in page.between(category, begin, at):
            future = category in ("planned", "ahead") or item.prefix in page.future
            if item.start > best:
                best, ahead = item.start, future
    for item in page.between("concept", begin, at):
        if item.start > best and item.prefix in page.future:
            best, ahead = item.start, True
    return ahead
