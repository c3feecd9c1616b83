"""Concepts: what a text is about, found in a page."""

from typing import NamedTuple

from checker.page import Page


class Found(NamedTuple):
    """A concept that was read, in folded offsets; `future`: its verb has a future prefix."""

    start: int
    end: int
    id: str
    future: bool


def find(page: Page) -> list[Found]:
    """Every concept of the page; of two forms of one concept over each other, the longer."""
    found: list[Found] = []
    last: dict[str, int] = {}
    for item in page.items.get("concept", []):
        id = str(item.value)
        if item.start >= last.get(id, -1):
            found.append(Found(item.start, item.end, id, item.prefix in page.future))
            last[id] = item.end
    return found
