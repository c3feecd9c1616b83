"""Quantities in a page: what the words say, hedge applied, rounding not."""

from typing import NamedTuple

from checker.model import Amount
from checker.page import Page, Spans
from checker.phrases import Phrase
from checker.scan import Item

KINDS = {"share": "share", "points": "measure", "money": "money", "measure": "measure", "duration": "duration"}
HEDGE_REACH = 24  # code points between a count and a hedge behind its noun
PHONE = 7  # so many digits in a row without a thousands mark are no count


class Found(NamedTuple):
    """A quantity that was read: where, what, how hedged, and whether it states anything."""

    start: int
    end: int
    amount: Amount
    hedge: str
    latent: bool
    read_by: str


def find(page: Page) -> list[Found]:
    """Every quantity of the page, in folded offsets."""
    found: list[Found] = []
    for phrase in page.phrases:
        read = None
        if phrase.kind in KINDS or phrase.kind == "count":
            read = _amount(page, phrase)
        elif phrase.kind == "vague":
            read = _vague(phrase)
        elif phrase.kind == "clock":
            read = _clock(phrase)
        if read is not None:
            found.append(read)
    taken = Spans([(p.start, p.end) for p in page.phrases])
    found += _ordinals(page, taken)
    return sorted(found)


def _numbers(phrase: Phrase) -> list[tuple[float, str | None]]:
    return [i.value for i in phrase.items if i.category in ("number", "one") and isinstance(i.value, tuple)]


def _first(phrase: Phrase, *categories: str) -> str | None:
    return next((str(i.value) for i in phrase.items if i.category in categories), None)


def _amount(page: Page, phrase: Phrase) -> Found | None:
    numbers = _numbers(phrase)
    hedge = _first(phrase, "hedge") or _first(phrase, "hedge-after") or _behind(page, phrase) or "exact"
    unit = _first(phrase, "unit", "units", "currency", "measure", "unit-dual")
    if phrase.kind == "points":
        unit = "pp"
    kind = KINDS.get(phrase.kind, "count")
    if not numbers:
        if phrase.kind != "duration":
            return None
        few = any(i.category == "few" for i in phrase.items)
        amount = 2.0 if any(i.category == "unit-dual" for i in phrase.items) else 1.0
        low, high = (3.0, 10.0) if few else (amount, amount)
        hedge = "vague" if few else hedge
    else:
        low, high = numbers[0][0], numbers[-1][0]
        if high < low:
            return None  # a score or a sum, no range
    if kind in ("count", "duration") and numbers and _no_count(page, phrase, numbers):
        return None
    bounds = apply_hedge(low, high, hedge, whole=kind == "count")
    latent = kind == "count" and _is_year(phrase, numbers)
    amount_set = Amount(kind=kind, low=bounds[0], high=bounds[1], unit=unit)
    return Found(phrase.start, phrase.end, amount_set, hedge, latent, f"{phrase.kind}")


def apply_hedge(low: float, high: float, hedge: str, *, whole: bool) -> tuple[float | None, float | None]:
    """The bounds that hedged words set. About n: 10 % to each side of a round n, 2 % of another, at least 1 (2 from 10
    to 30); nearly n lies below. More than n is held from n on, for 240 and "more than 240" contradict nobody."""
    if hedge in ("at-least", "more-than"):
        return low, None
    if hedge in ("at-most", "less-than"):
        return 0, high
    if hedge in ("about", "nearly"):
        below, above = _slack(low, whole), _slack(high, whole)
        return max(0, low - below), high if hedge == "nearly" else high + above
    return low, high


def _behind(page: Page, phrase: Phrase) -> str | None:
    """A hedge behind the noun of a count: 15 people at least."""
    if phrase.kind != "count":
        return None
    for item in page.between("hedge-after", phrase.end, phrase.end + HEDGE_REACH):
        between = page.folded.text[phrase.end : item.outer]
        if not any(c.isdigit() or c in ",;.\n(" for c in between):
            return str(item.value)
    return None


def _slack(n: float, whole: bool) -> float:
    is_round = n % 10 == 0 or (n < 100 and n % 5 == 0)
    slack = n * (0.10 if is_round else 0.02)
    if whole:
        slack = max(slack, 2 if 10 <= n <= 30 else 1)
        return float(int(slack))
    return round(slack, 6)


def _is_year(phrase: Phrase, numbers: list[tuple[float, str | None]]) -> bool:
    """A lone 1990 to 2039 in four digits may be a year as well as a count."""
    written = numbers[0][1] if numbers else None
    return len(phrase.items) == 1 and written is not None and len(written) == 4 and 1950 <= numbers[0][0] <= 2039


def _no_count(page: Page, phrase: Phrase, numbers: list[tuple[float, str | None]]) -> bool:
    """Telephone numbers, parts of addresses and handles, list numbers, and what a word in front says is no count."""
    text = page.folded.text
    written = numbers[0][1] or ""
    if page.before(phrase.outer, "not-counted") is not None or (written.isdigit() and len(written) >= PHONE):
        return True
    if written.startswith("0") and written.isdigit() and len(written) > 1:
        return True
    before = text[phrase.start - 1 : phrase.start]
    after = text[phrase.end : phrase.end + 2]
    if before in tuple("@#/_:=&+") and before or after[:1] in tuple("/_:@=") and after:
        return True
    alone = phrase.start == 0 or text[phrase.start - 1] == "\n"
    return alone and (after[:1] in tuple(").-") and (len(after) < 2 or after[1] == " ") or after[:1] in ("", "\n"))


def _vague(phrase: Phrase) -> Found | None:
    item = next(i for i in phrase.items if i.category == "vague")
    low, high = item.value if isinstance(item.value, list) else (None, None)
    return Found(phrase.start, phrase.end, Amount(kind="count", low=low, high=high), "vague", False, "vague")


def _clock(phrase: Phrase) -> Found | None:
    item = next((i for i in phrase.items if i.category == "clock"), None)
    if item is None:
        hour = next(int(str(i.value)) for i in phrase.items if i.category == "ordinal")
        late = any(i.category == "day-part" and i.value in ("afternoon", "evening", "night") for i in phrase.items)
        minutes = (hour % 12 + (12 if late else 0)) * 60
    else:
        parts = [int(p) for p in str(item.value).split(":")]
        minutes = parts[0] * 60 + parts[1]
    amount = Amount(kind="time", low=minutes, high=minutes, unit="minute")
    return Found(phrase.start, phrase.end, amount, "exact", False, "clock")


def _ordinals(page: Page, taken: Spans) -> list[Found]:
    found = []
    for item in page.items.get("ordinal", []):
        if taken.touch(item.start, item.end) or not _stands_as_ordinal(page, item):
            continue
        amount = Amount(kind="ordinal", low=float(str(item.value)), high=float(str(item.value)))
        found.append(Found(item.start, item.end, amount, "exact", False, "ordinal"))
    return found


def _stands_as_ordinal(page: Page, item: Item) -> bool:
    """With its article, in digits, or in front of its noun; not the number of a brigade, and no adverb ("at first")."""
    text = page.folded.text
    numbered = page.before(item.outer, "not-counted") is not None or _names_follow(page, item.end)
    if numbered or page.before(item.outer, "in") is not None:
        return False
    if item.start < item.outer + len(item.prefix) or text[item.start].isdigit():
        return True
    return item.language in page.leading and text[item.end : item.end + 2].strip(" -").isalpha()


def _names_follow(page: Page, at: int) -> bool:
    """A brigade, a division: what stands behind makes the number a name."""
    return any(i.start == at + 1 for i in page.between("not-counted", at, at + 2))
