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


class Monies:
    """The currencies of a text; what it says of countries is looked up once, where a money is nobody's by its name."""

    def __init__(self, page: Page, names: Mapping[str, NameInfo]) -> None:
        self._page, self._names = page, names
        self._said: tuple[frozenset[object], frozenset[str]] | None = None

    def currency(self, phrase: Phrase) -> str | None:
        """The ISO code of the money of a phrase; `None` where the text doesn't say whose pound it is."""
        worded = [i for i in phrase.items if i.category in CURRENCIES]
        for item in worded:
            if isinstance(item.value, str) and item.value:
                return item.value
        shared = next((i for i in worded if isinstance(i.value, list)), None)
        return None if shared is None else self._whose(shared)

    def _whose(self, shared: Item) -> str | None:
        """Which of several currencies of one name is meant.

        Told by the country beside it, else by the same money in full elsewhere, else by the one country that has it.
        """
        page = self._page
        of = {str(country): str(code) for country, code in shared.value}  # type: ignore[attr-defined]  # a list of pairs, as asked
        beside = [i for at in (shared.end + 1,) for i in page.starting(at)] + page.ending(shared.outer - 1)
        near = {of[id] for id in _countries(beside, self._names) if id in of}
        if len(near) == 1:
            return near.pop()
        in_full, countries = self._elsewhere()
        told = in_full.intersection(of.values())
        if told:
            return str(next(iter(told))) if len(told) == 1 else None
        home = {code for id, code in of.items() if id in countries}
        return home.pop() if len(home) == 1 else None

    def _elsewhere(self) -> tuple[frozenset[object], frozenset[str]]:
        """The monies that the text names in full, and the names in it with what they lie in or belong to."""
        if self._said is None:
            items = self._page.items
            in_full = frozenset(i.value for i in items.get("currency", []) if isinstance(i.value, str))
            listed = [*items.get("name", []), *items.get("people", [])]
            self._said = in_full, frozenset(_countries(listed, self._names))
        return self._said


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
