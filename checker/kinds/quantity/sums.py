"""Sums of money: their bounds, cents, and which country's pound, dinar or franc it is."""

from collections.abc import Iterator, Mapping

from checker.kinds.quantity.named import Number
from checker.packs import NameInfo
from checker.page import Page
from checker.phrases import Phrase
from checker.scan import Item

CURRENCIES = ("currency", "currency-front", "currency-dual", "cent")
CENTS = 100
SCALES = (1e12, 1e9, 1e6, 1e3)


def bounds(phrase: Phrase, numbers: list[Number]) -> tuple[float, float]:
    """The lowest and the highest sum of a phrase; cents are hundredths."""
    fractions = sum(float(str(i.value)) for i in phrase.items if i.category == "fraction")
    cents = any(i.category == "cent" for i in phrase.items)
    if not numbers:
        whole = 2.0 if any(i.category == "currency-dual" for i in phrase.items) else 0.0 if fractions else 1.0
        return whole + fractions, whole + fractions
    low, high = numbers[0][0], numbers[-1][0]
    if cents and any(i.category in ("currency", "currency-front") for i in phrase.items):
        return low + high / CENTS, low + high / CENTS
    if cents:
        return low / CENTS, high / CENTS
    if len(numbers) == 2 and low < 1000 and numbers[1][1] is None and (numbers[0][1] is not None or low < 100):
        scale = next((s for s in SCALES if high >= s), 1.0)
        low = low * scale if low * scale <= high else low
    return low, high


def currency(page: Page, phrase: Phrase, names: Mapping[str, NameInfo]) -> str | None:
    """The ISO code of the money of a phrase; `None` where the text doesn't say whose pound it is."""
    worded = [i for i in phrase.items if i.category in CURRENCIES]
    for item in worded:
        if isinstance(item.value, str) and item.value:
            return item.value
    shared = next((i for i in worded if isinstance(i.value, list)), None)
    return None if shared is None else _whose(page, shared, names)


def _whose(page: Page, shared: Item, names: Mapping[str, NameInfo]) -> str | None:
    """Which of several currencies of one name is meant.

    Told by the country beside it, else by the same money in full elsewhere, else by the one country that has it.
    """
    of = {str(country): str(code) for country, code in shared.value}  # type: ignore[attr-defined]  # a list of pairs, as asked
    beside = [i for at in (shared.end + 1,) for i in page.starting(at)] + page.ends.get(shared.outer - 1, [])
    near = {of[id] for id in _countries(beside, names) if id in of}
    if len(near) == 1:
        return near.pop()
    codes = set(of.values())
    told = {i.value for i in page.items.get("currency", []) if isinstance(i.value, str) and i.value in codes}
    if told:
        return str(told.pop()) if len(told) == 1 else None
    listed = [*page.items.get("name", []), *page.items.get("people", [])]
    home = {of[id] for id in _countries(listed, names) if id in of}
    return home.pop() if len(home) == 1 else None


def _countries(items: list[Item], names: Mapping[str, NameInfo]) -> Iterator[str]:
    """The names of the items, and what they lie in or belong to."""
    for item in items:
        if item.category in ("name", "people"):
            id = str(item.value)
            yield id
            info = names.get(id)
            if info is not None:
                yield from info.within
                if info.of is not None:
                    yield info.of
