"""Whose a count is, by the words around it: "the number of N is", "among them", and what opens a clause of its own."""

from checker.model import Clause, Mention
from checker.page import Page

PART_REACH = 60  # code points between "among them" and a count that it lists
GAP = 5  # code points between "the number of" and its noun


def frames(page: Page, clauses: list[Clause]) -> list[Mention]:
    """The concepts that stand directly behind "the number of"."""
    near = {page.folded.end(i.end) + gap for i in page.items.get("number-of", []) for gap in range(GAP)}
    return [m for c in clauses for m in c.mentions if m.kind == "concept" and m.start in near]


def is_part(page: Page, count: Mention, clause: Clause) -> bool:
    """Whether a count is one of the parts that "among them" lists: it answers for the part, not for the whole."""
    at = page.at(count.start)
    return bool(page.between("among", max(page.at(clause.start), at - PART_REACH), at))


def is_apart(page: Page, count: Mention, word: Mention) -> bool:
    """Whether a clause of its own begins between a word and a count: nine went missing *when* 61 were aboard."""
    low, high = (count.end, word.start) if count.end <= word.start else (word.end, count.start)
    return low < high and bool(page.between("subordinate", page.at(low), page.at(high)))
