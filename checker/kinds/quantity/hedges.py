"""Hedges: which one goes with a figure, in front of it or behind, beside it or some words away, and what it makes."""

from checker.line import Item
from checker.page import Page
from checker.phrases import Phrase

BOUNDS = frozenset(["at-least", "more-than", "at-most", "less-than"])
FRAME_REACH = 60  # between "the number of" and its figure
HEDGE_REACH = 24  # code points between a count and a hedge behind its noun
VERB_REACH = 40  # between a verb that bounds a figure and the figure
BREAKS = ",;.\n"


def hedge_of(page: Page, phrase: Phrase) -> str:
    """The hedge of a phrase: a bound before an "about", its own before one that stands apart; else `exact`."""
    own = [str(i.value) for i in phrase.items if i.category == "hedge"][::-1]  # the nearest to the figure first
    own += [str(i.value) for i in phrase.items if i.category == "hedge-after"]
    if not BOUNDS & set(own):
        apart = _behind(page, phrase) or _before_frame(page, phrase)
        if apart is None and ("hedge-verb" in page.items or "hedge-open" in page.items):
            apart = _verb(page, phrase)
        if apart is not None:
            return apart
    return next((h for h in own if h in BOUNDS), own[0] if own else "exact")


def _before_frame(page: Page, phrase: Phrase) -> str | None:
    """A hedge in front of the frame: does not exceed the number of soldiers in Iraq 2,500."""
    if phrase.kind != "count" or "number-of" not in page.items:
        return None
    frames = page.between("number-of", phrase.outer - FRAME_REACH, phrase.outer)
    if not frames:
        return None
    hedge = page.before(frames[-1].outer, "hedge")
    return None if hedge is None or _broken(page, frames[-1].end, phrase.outer) else str(hedge.value)


def _behind(page: Page, phrase: Phrase) -> str | None:
    """A hedge behind the noun of a count: 15 people at least."""
    if phrase.kind not in ("count", "vague") or "hedge-after" not in page.items:
        return None
    for item in page.between("hedge-after", phrase.end, phrase.end + HEDGE_REACH):
        joined = any(i.category == "and" for i in page.starting(item.outer))
        joined = joined or any(i.category in ("number", "one") for i in page.starting(item.end + 1))  # its own
        if not joined and str(item.value) != "exact" and not _broken(page, phrase.end, item.outer, "("):
            return str(item.value)
    return None


def _verb(page: Page, phrase: Phrase) -> str | None:
    """A verb that bounds the figure from some words in front of it: does not exceed today 2,500."""
    close = page.before(phrase.outer, "hedge-close")
    for category, end in (("hedge-open", None if close is None else close.outer), ("hedge-verb", phrase.outer)):
        found = [] if end is None else page.between(category, end - VERB_REACH, end)
        verb = _widest(found)
        if verb is not None and end is not None and not _broken(page, verb.end, end) and _free(page, verb.end, end):
            return str(verb.value)
    return None


def _widest(found: list[Item]) -> Item | None:
    """The last of the verbs, with the denial in front of it where it has one."""
    last = max(found, key=lambda i: i.end, default=None)
    return None if last is None else min((i for i in found if i.end == last.end), key=lambda i: i.start)


def _free(page: Page, start: int, end: int) -> bool:
    """Whether no other quantity stands between two places."""
    return not any(p.kind not in ("date", "clock") for p in page.phrases_in(start, end))


def _broken(page: Page, start: int, end: int, further: str = "") -> bool:
    """Whether a figure or a mark stands between two places."""
    return any(c.isdigit() or c in BREAKS or c in further for c in page.folded.text[start:end])


def apply_hedge(low: float, high: float, hedge: str, *, whole: bool) -> tuple[float | None, float | None]:
    """The bounds that hedged words set.

    About n: 10 % to each side of a round n, 2 % of another, at least 1 (2 from 10 to 30); nearly n lies below.
    More than n is held from n on, for 240 and "more than 240" contradict nobody.
    """
    if hedge in ("at-least", "more-than"):
        return low, None
    if hedge in ("at-most", "less-than"):
        return min(0.0, low), high
    if hedge in ("about", "nearly"):
        below, above = _slack(abs(low), whole), _slack(abs(high), whole)
        lowest = low - below if low < 0 else max(0, low - below)
        return lowest, high if hedge == "nearly" else high + above
    return low, high


def _slack(n: float, whole: bool) -> float:
    is_round = n % 10 == 0 or (n < 100 and n % 5 == 0)
    slack = n * (0.10 if is_round else 0.02)
    if whole and n == int(n):
        slack = max(slack, 2 if 10 <= n <= 30 else 1)
        return float(int(slack))
    return round(slack, 6)
