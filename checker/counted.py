"""Whose a count is, by the words around it: "the number of N is", "among them", and what opens a clause of its own."""

from checker.model import Clause, Mention
from checker.page import Page

PART_REACH = 60  # code points between "among them" and a count that it lists
NEXT = 2  # between a count and the "of them" that follows it
TAKEN = 10  # between a count and the word of whose it takes some: two of the wounded
GAP = 5  # code points between "the number of" and its noun


def frames(page: Page, clauses: list[Clause]) -> list[Mention]:
    """The concepts that stand directly behind "the number of"."""
    near = {page.folded.end(i.end) + gap for i in page.items.get("number-of", []) for gap in range(GAP)}
    return [m for c in clauses for m in c.mentions if m.kind == "concept" and m.start in near]


def is_part(page: Page, count: Mention, clause: Clause) -> bool:
    """Whether a count is one of the parts that "among them" lists, or is itself "of them": it tells no whole."""
    at, end = page.at(count.start), page.at(count.end)
    listed = page.between("among", max(page.at(clause.start), at - PART_REACH), at)
    return bool(listed) or bool(page.between("among", end, end + NEXT))


def is_taken_from(page: Page, count: Mention, word: Mention) -> bool:
    """Whether a count takes some from those that a word tells of: two of the wounded are not all of them."""
    low, high = page.at(count.end), page.at(word.start)
    return low < high <= low + TAKEN and bool(page.between("of", low, high))


def is_apart(page: Page, count: Mention, word: Mention) -> bool:
    """Whether a clause of its own begins between a word and a count: nine went missing *when* 61 were aboard."""
    low, high = (count.end, word.start) if count.end <= word.start else (word.end, count.start)
    return low < high and bool(page.between("subordinate", page.at(low), page.at(high)))
