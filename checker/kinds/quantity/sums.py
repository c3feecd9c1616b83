"""Sums of money: their bounds, cents, and which country's pound, dinar or franc it is."""

from collections.abc import Iterator, Mapping

from checker.kinds.quantity.bounds import Number, bounds
from checker.line import Item
from checker.packs import NameInfo
from checker.page import Page
from checker.phrases import Phrase

CURRENCIES = ("currency", "currency-front", "currency-dual", "cent")
CENTS = 100


def sum_of(phrase: Phrase, numbers: list[Number]) -> tuple[float, float]:
    """The lowest and the highest sum of a phrase; cents are hundredths."""
    if not any(i.category == "cent" for i in phrase.items):
        return bounds(phrase, numbers)
    low, high = numbers[0][0], numbers[-1][0]
    if any(i.category in ("currency", "currency-front") for i in phrase.items):
        return low + high / CENTS, low + high / CENTS
    return low / CENTS, high / CENTS


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
    beside = [i for at in (shared.end + 1,) for i in page.starting(at)] + page.ending(shared.outer - 1)
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
