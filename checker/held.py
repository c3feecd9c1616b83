"""What a clause holds, to be looked up: by kind, by what it means, by place.

A clause may hold hundreds of mentions; who looks through all of them for each of them doesn't come to an end.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from operator import attrgetter

from checker.model import Amount, Clause, Concept, Mention, Name

START = attrgetter("start")
AMOUNTS = "amounts"  # no kind of mention


class Row:
    """Mentions in the order of the text."""

    __slots__ = ("longest", "mentions", "starts")

    def __init__(self, mentions: list[Mention]) -> None:
        self.mentions = mentions
        self.starts = [m.start for m in mentions]
        self.longest = max([m.end - m.start for m in mentions], default=0)

    def near(self, low: int, high: int) -> list[Mention]:
        """Those that may touch a stretch: all that do, and some in front of it that don't."""
        first = bisect_left(self.starts, low - self.longest)
        return self.mentions[first : bisect_right(self.starts, high, first)]

    def before(self, place: int) -> Mention | None:
        """The last to begin of those that end in front of a place."""
        at = bisect_right(self.starts, place)
        while at > 0 and self.mentions[at - 1].end > place:
            at -= 1
        return self.mentions[at - 1] if at > 0 else None

    def behind(self, place: int) -> Mention | None:
        """The first that begins at a place or behind it."""
        at = bisect_left(self.starts, place)
        return self.mentions[at] if at < len(self.mentions) else None


NOTHING = Row([])  # most clauses hold none of what is asked for


def ids_of(mention: Mention) -> str | None:
    """The id of a concept or a name; `None` for values."""
    value = mention.value
    return value.id if isinstance(value, Concept | Name) else None


def of_kind(clause: Clause, kind: str) -> Row:
    """The mentions of a kind."""
    return _row(clause, kind, lambda m: m.kind == kind)


def amounts(clause: Clause) -> Row:
    """The counts that state an amount."""
    return _row(clause, AMOUNTS, lambda m: m.kind == "count" and isinstance(m.value, Amount) and not m.latent)


def telling(clause: Clause, ids: frozenset[str]) -> Row:
    """The concepts and names of some ids."""
    return _row(clause, ids, lambda m: ids_of(m) in ids)


def named(clause: Clause, types: frozenset[str]) -> Row:
    """The names of some types, latent ones too."""
    key = ("named", types)
    return _row(clause, key, lambda m: m.kind == "name" and isinstance(m.value, Name) and m.value.type in types)


def _row(clause: Clause, key: object, wanted: Callable[[Mention], bool]) -> Row:
    row = clause.held.get(key)
    if row is None:
        found = [m for m in clause.mentions if wanted(m)]
        row = clause.held[key] = Row(found) if found else NOTHING
    assert isinstance(row, Row)
    return row


def clause_at(sentence: Sequence[Clause], place: int) -> int | None:
    """The number of the clause of a sentence in which a place lies."""
    at = bisect_right(sentence, place, key=START) - 1
    return at if at >= 0 and place < sentence[at].end else None
