"""What was recognised in a text: items, each with a category and a value, and the line of them in their places."""

from collections import defaultdict
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

MARKS = {"/": "slash", "-": "dash", ",": "comma", "(": "open", ")": "close"}
START = itemgetter(1)


class Item(NamedTuple):
    """One hit: the form without clitics, but with its article, from start to end; `outer` is where its word begins."""

    outer: int
    start: int
    end: int
    category: str
    value: object
    language: str | None  # None: digits, which belong to every language
    prefix: str
    flags: int


class Line:
    """The items of a text, by category and by the place where their words begin, with what lies between them."""

    def __init__(self, text: str, items: Iterable[Item] = ()) -> None:
        self.text = text
        self.items: defaultdict[str, list[Item]] = defaultdict(list)
        self.at: dict[int, list[Item]] = {}
        self._after: dict[int, list[Item]] = {}
        self.add(items)

    def add(self, items: Iterable[Item]) -> None:
        """Put further items in their places."""
        touched = set()
        for item in items:
            self.items[item.category].append(item)
            self.at.setdefault(item.outer, []).append(item)
            touched.add(item.category)
        for category in touched:
            self.items[category].sort(key=START)

    def after(self, end: int) -> list[Item]:
        """The items that follow directly behind an offset, and the punctuation mark there as an item of its own."""
        found = self._after.get(end)
        if found is None:
            place, text, size = end, self.text, len(self.text)
            while place < size and text[place] == " ":
                place += 1
            found = self.at.get(place, [])
            mark = MARKS.get(text[place]) if place < size else None
            if mark is not None:
                found = [*found, Item(place, place, place + 1, mark, None, None, "", 0)]
            self._after[end] = found
        return found
