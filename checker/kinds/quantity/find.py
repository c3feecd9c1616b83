"""Quantities in a page: what the words say, hedge applied, rounding not."""

from typing import NamedTuple

from checker.kinds.quantity import clock
from checker.lexicon import CLOSED
from checker.line import Item
from checker.model import Amount
from checker.page import Page
from checker.phrases import Phrase
from checker.spans import Spans

KINDS = {"share": "share", "points": "measure", "money": "money", "measure": "measure", "duration": "duration"}
FRAME_REACH = 60  # between "the number of" and its figure
HEDGE_REACH = 24  # code points between a count and a hedge behind its noun
PHONE = 7  # so many digits in a row without a thousands mark are no count
ADDRESS = 40  # code points between a house number and the word for a street
SMALLER = {  # how many of the next smaller unit make up one; years and months come out even, months and weeks don't
    "year": (12, "month"),
    "week": (7, "day"),
    "day": (24, "hour"),
    "hour": (60, "minute"),
    "minute": (60, "second"),
}


UNITS = ("unit", "units", "unit-dual", "currency", "measure")
FEW = (3.0, 10.0)
Number = tuple[float, str | None]  # and as written in digits; `None`: in words


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
    named = -1  # where the last number ends that is a name, no count: a list may go on behind it
    refused = -2  # where the last number ends that is no count for any other reason
    for phrase in clock.joined(page, page.phrases):
        read = None
        if phrase.kind == "count" and phrase.outer == refused + 1:
            refused = phrase.end  # a telephone number goes on
        elif phrase.kind in ("count", "duration") and _is_name(page, phrase, named):
            named = phrase.end
        elif phrase.kind in KINDS or phrase.kind == "count":
            read = _amount(page, phrase)
            refused = phrase.end if read is None else refused
        elif phrase.kind == "vague":
            read = _vague(phrase)
        elif phrase.kind == "clock":
            told = clock.read(page, phrase)
            read = None if told is None else Found(phrase.start, told.end, told.amount, told.hedge, False, "clock")
        if read is not None:
            found.append(read)
    times = [(f.start, f.end) for f in found if f.read_by == "clock"]  # what is no time after all may hold an ordinal
    taken = Spans([*times, *((p.start, p.end) for p in page.phrases if p.kind != "clock")])
    found += _duals(page, taken)
    found += _ordinals(page, taken)
    return sorted(found)


def _numbers(phrase: Phrase) -> list[Number]:
    return [i.value for i in phrase.items if i.category in ("number", "one") and isinstance(i.value, tuple)]


def _first(phrase: Phrase, *categories: str) -> str | None:
    return next((str(i.value) for i in phrase.items if i.category in categories), None)


def _amount(page: Page, phrase: Phrase) -> Found | None:
    numbers = _numbers(phrase)
    hedge = (
        _first(phrase, "hedge")
        or _first(phrase, "hedge-after")
        or _behind(page, phrase)
        or _before_frame(page, phrase)
        or "exact"
    )
    kind = KINDS.get(phrase.kind, "count")
    unit = "pp" if phrase.kind == "points" else _first(phrase, *UNITS)
    if kind == "duration":
        low, high, unit = _length(phrase, numbers, unit)
        hedge = "vague" if any(i.category == "few" for i in phrase.items) else hedge
    elif numbers:
        low, high = numbers[0][0], numbers[-1][0]
    else:
        low = high = next(float(str(i.value)) for i in phrase.items if i.category == "fraction")
    if kind == "money" and _is_word_in_front(page, phrase):
        return None  # Euro 2020
    if any(i.category == "one" for i in phrase.items) and kind == "count" and not _one_of_its_kind(page, phrase):
        return None
    if high < low or (len(numbers) == 2 and high == low and kind == "count") or _no_count(page, phrase, kind, numbers):
        return None  # 3-1 is a score, no range
    bounds = apply_hedge(low, high, hedge, whole=kind == "count")
    amount = Amount(kind=kind, low=bounds[0], high=bounds[1], unit=unit)
    latent = kind == "count" and hedge == "exact" and _is_year(phrase, numbers)
    return Found(phrase.start, phrase.end, amount, hedge, latent, phrase.kind)


def _is_word_in_front(page: Page, phrase: Phrase) -> bool:
    """Whether the currency stands in front of its number as a word, neither as a sign nor as a code."""
    first = phrase.items[0]
    name = page.original(first.start, first.end)
    return first.category == "currency" and name.isalpha() and not name.isupper()


def _one_of_its_kind(page: Page, phrase: Phrase) -> bool:
    """Whether a "one" in words counts: beside its noun, with no small word between (one of them, no one, this one)."""
    text = page.folded.text
    if phrase.items[-1].language in page.leading:
        beside = [*page.starting(phrase.end + 1), *page.ending(phrase.outer - 1)]
        known = any(i.flags & CLOSED or i.category in ("say", "pluperfect", "conditional", "rel") for i in beside)
        return text[phrase.end + 1 : phrase.end + 2].isalpha() and not known
    end = phrase.outer - 1
    noun = text[max(0, end) : phrase.outer] == " " and text[end - 1 : end].isalpha()
    return noun and not any(i.flags & CLOSED for i in page.ending(end))


def _length(phrase: Phrase, numbers: list[Number], unit: str | None) -> tuple[float, float, str | None]:
    """The bounds of a duration and its unit: of two in a row (2 years and 3 months) the smaller one."""
    units = [i for i in phrase.items if i.category in UNITS]
    parts = [float(str(i.value)) for i in phrase.items if i.category == "fraction"]
    if any(i.category == "few" for i in phrase.items):
        return *FEW, unit
    if len(units) == 2 and len(numbers) == 2:
        many, smaller = SMALLER.get(str(units[0].value), (0, ""))
        if smaller == units[1].value:
            total = numbers[0][0] * many + numbers[1][0]
            return total, total, smaller
        return 1, 0, unit  # no length that one unit could tell
    whole = 2.0 if any(i.category == "unit-dual" for i in phrase.items) else 1.0
    if parts and not numbers and phrase.items[-1].category == "unit":
        if phrase.items[-1].start < phrase.items[-1].outer + len(phrase.items[-1].prefix):
            return 1, 0, unit  # half of one certain year: no length
        return parts[0], parts[0], unit
    low, high = (numbers[0][0], numbers[-1][0]) if numbers else (whole, whole)
    return low + sum(parts), high + sum(parts), unit


def apply_hedge(low: float, high: float, hedge: str, *, whole: bool) -> tuple[float | None, float | None]:
    """The bounds that hedged words set.

    About n: 10 % to each side of a round n, 2 % of another, at least 1 (2 from 10 to 30); nearly n lies below.
    More than n is held from n on, for 240 and "more than 240" contradict nobody.
    """
    if hedge in ("at-least", "more-than"):
        return low, None
    if hedge in ("at-most", "less-than"):
        return 0, high
    if hedge in ("about", "nearly"):
        below, above = _slack(low, whole), _slack(high, whole)
        return max(0, low - below), high if hedge == "nearly" else high + above
    return low, high


def _before_frame(page: Page, phrase: Phrase) -> str | None:
    """A hedge in front of the frame: does not exceed the number of soldiers in Iraq 2,500."""
    frames = page.between("number-of", phrase.outer - FRAME_REACH, phrase.outer)
    if phrase.kind != "count" or not frames:
        return None
    between = page.folded.text[frames[-1].end : phrase.outer]
    hedge = page.before(frames[-1].outer, "hedge")
    return None if hedge is None or any(c.isdigit() or c in ",;.\n" for c in between) else str(hedge.value)


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


def _is_year(phrase: Phrase, numbers: list[Number]) -> bool:
    """Lone numbers of four digits from 1950 to 2039 may be years as well as counts: 2014, 2003-2011."""
    plain = all(i.category in ("number", "dash", "between", "from", "to", "and") for i in phrase.items)
    return plain and all(w is not None and len(w) == 4 and 1950 <= n <= 2039 for n, w in numbers)


def _is_name(page: Page, phrase: Phrase, named: int) -> bool:
    """A number that a word makes a name (article 5, brigade 14, 12 Abu Nuwas Street), or a list of such goes on to."""
    text = page.folded.text
    if page.before(phrase.outer, "not-counted") is not None:
        return True
    if any(i.outer == phrase.end + 1 for i in page.between("age", phrase.end, phrase.end + 2)):
        return True
    if phrase.kind == "duration":
        return _names_follow(page, phrase.end)
    if _is_address(page, phrase):
        return True
    if not 0 <= named <= phrase.outer <= named + ADDRESS:
        return False
    link = text[named : phrase.outer]
    if not link.strip(" "):
        return link != "" or bool(phrase.items[0].prefix)
    if link.strip(" ") in ("-", ","):
        after = text[phrase.end : phrase.end + 1]
        return "-" in link or after in (",", ".", ";", ")", "") or _goes_on(page, phrase.end)
    joint = page.before(phrase.outer, "and") or page.before(phrase.outer, "to")
    return joint is not None and not text[named : joint.outer].strip(" ,")


def _goes_on(page: Page, at: int) -> bool:
    """Whether a list goes on behind a place with "and"."""
    return any(i.outer == at + 1 for i in page.between("and", at, at + 2))


def _is_address(page: Page, phrase: Phrase) -> bool:
    """A house number: names in capitals stand between it and the word for a street."""
    street = next(iter(page.between("not-counted", phrase.end, phrase.end + ADDRESS)), None)
    if street is None or len(phrase.items) > 1:
        return False
    words = page.original(phrase.end, street.end).split(" ")
    return 2 <= len(words) - 1 <= 4 and all(w[:1].isupper() for w in words[1:])


def _no_count(page: Page, phrase: Phrase, kind: str, numbers: list[Number]) -> bool:
    """Telephone numbers, parts of addresses and handles, and the numbers of a list."""
    if kind not in ("count", "duration") or not numbers:
        return False
    text = page.folded.text
    written = numbers[0][1] or ""
    if written.isdigit() and (len(written) >= PHONE or (written[0] == "0" and len(written) > 1)):
        return True
    before = text[phrase.start - 1 : phrase.start]
    after = text[phrase.end : phrase.end + 2]
    if before in tuple("@#/_:=&+") and before or after[:1] in tuple("/_:@=") and after:
        return True
    begins = phrase.start == 0 or text[phrase.start - 1] == "\n"
    if not begins:
        return False
    counter = after[:1] in ("", "\n") and written != "" and not page.alone(phrase.start, phrase.end)
    return counter or (after[:1] in tuple(").-") and after != "" and (len(after) < 2 or after[1] in " \n"))


def _vague(phrase: Phrase) -> Found | None:
    item = next(i for i in phrase.items if i.category == "vague")
    low, high = item.value if isinstance(item.value, list) else (None, None)
    return Found(phrase.start, phrase.end, Amount(kind="count", low=low, high=high), "vague", False, "vague")


def _duals(page: Page, taken: Spans) -> list[Found]:
    """Nouns that say "two" by their form."""
    return [
        Found(i.start, i.end, Amount(kind="count", low=2, high=2), "exact", False, "dual")
        for i in page.items.get("dual", [])
        if not taken.touch(i.start, i.end)
    ]


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
    leading = item.language in page.leading
    if page.before(item.outer, "not-counted") is not None or (leading and _names_follow(page, item.end)):
        return False
    if page.before(item.outer, "in") is not None and leading:
        return False
    if item.start < item.outer + len(item.prefix) or text[item.start].isdigit():
        return True
    if not text[item.end : item.end + 2].strip(" -").isalpha():
        return page.alone(item.outer, item.end)
    return not any((i.flags & CLOSED and not leading) or i.category == "say" for i in page.starting(item.end + 1))


def _names_follow(page: Page, at: int) -> bool:
    """A brigade, a division, "old" of an age: what stands behind makes the number a name."""
    return any(i.start == at + 1 for i in page.between("not-counted", at, at + 2))
