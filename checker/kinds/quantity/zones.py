"""The zones of clock times: what the words name, and how two times relate on the round of the clock."""

from checker import values
from checker.almanac import LOCAL, offset, zone
from checker.model import Amount
from checker.page import Page
from checker.phrases import Phrase

ROUND = 24 * 60
RANKS = ("same", "narrower", "wider", "overlaps", "apart")  # the closest relation first
CODE = 4  # letters of the code of a zone at most


def is_word(page: Page, phrase: Phrase) -> bool:
    """Whether what could be the code of a zone is written small, and so is a word of its own."""
    named = next((i for i in phrase.items if i.category == "zone"), None)
    code = "" if named is None else page.original(named.start, named.end)
    return 0 < len(code) <= CODE and code.isascii() and not code.isupper()


def is_hours(page: Page, phrase: Phrase) -> bool:
    """Whether the digits of a time are those of a zone in front of them: GMT+5:30."""
    before = page.folded.text[max(0, phrase.start - 2) : phrase.start]
    return before[-1:] == "+" or (before[-1:] == "-" and before[:1].isalpha())


def read(page: Page, phrase: Phrase) -> tuple[str | None, int]:
    """The zone of a time and where its words end: hours behind a zone (GMT+3) belong to it."""
    named = next((i for i in phrase.items if i.category == "zone"), None)
    if named is None:
        return None, phrase.end
    text, end = page.folded.text, phrase.end
    if named.end != end or text[end : end + 1] not in ("+", "-") or not text[end + 1 : end + 2].isdigit():
        return str(named.value), end
    stop = end + 2
    while stop < len(text) and (text[stop].isdigit() or (text[stop] == ":" and text[stop + 1 : stop + 2].isdigit())):
        stop += 1
    hours, _, rest = text[end + 1 : stop].partition(":")
    written = f"{named.value}{text[end]}{int(hours)}{':' if rest else ''}{rest}"
    try:
        return zone(written), stop
    except ValueError:
        return None, phrase.end


def relate(a: Amount, b: Amount) -> str | None:
    """How a relates to b on the round of the clock; `None` where the zones don't tell how far they are apart."""
    turned = _beside(a, b)
    if not turned:
        return None
    found = [values.relate(a, one) for one in turned]
    return min((relation for relation in found if relation is not None), key=RANKS.index)


def gap(a: Amount, b: Amount) -> float:
    """Minutes between the nearest ends of two times; 0 when they touch or can't be compared."""
    gaps = []
    for one in _beside(a, b):
        if a.low is None or a.high is None or one.low is None or one.high is None:
            return 0
        gaps.append(max(0.0, one.low - a.high, a.low - one.high))
    return min(gaps, default=0)


def _beside(a: Amount, b: Amount) -> list[Amount]:
    """The second time in the zone of the first, on the days before and after too; none if that isn't known."""
    mine, other = a.unit or LOCAL, b.unit or LOCAL
    ahead, others = offset(mine), offset(other)
    if mine == other:
        shift = 0
    elif ahead is not None and others is not None:
        shift = ahead - others
    else:
        return []
    turns = (0, -ROUND, ROUND, -2 * ROUND, 2 * ROUND)
    return [
        Amount(
            kind="time",
            low=None if b.low is None else b.low + shift + turn,
            high=None if b.high is None else b.high + shift + turn,
            unit=a.unit,
        )
        for turn in turns
    ]
