"""Where the words of one of our own files stand, and how a message names them."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from checker.errors import Mistake

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
Trail: TypeAlias = tuple[str | int, ...]  # keys and list positions from the top; () is the whole file
Place: TypeAlias = tuple[int, int]  # line and column, from 1

SHOWN = 60  # characters of the file's own words in a message


@dataclass(slots=True, kw_only=True)
class Located:
    """The words of a file and where each stands."""

    path: str  # the file, as messages call it
    data: Data
    marks: dict[Trail, Place]  # where a value starts; the words behind an alias stand at its anchor
    keys: dict[Trail, Place] = field(default_factory=dict)  # where the key of that value starts

    def place(self, trail: Trail) -> Place:
        """Where a value starts; of one that isn't in the file, where its nearest holder starts."""
        while trail not in self.marks and trail:
            trail = trail[:-1]
        return self.marks.get(trail, (1, 1))

    def key_place(self, trail: Trail) -> Place:
        """Where the key of a value stands; for what has no key of its own, as `place`."""
        return self.keys.get(trail) or self.place(trail)

    def mistake(self, trail: Trail, what: str, way_out: str = "") -> Mistake:
        """A mistake placed at a value."""
        line, column = self.place(trail)
        return Mistake(path=self.path, line=line, column=column, what=what, way_out=way_out)

    def key_mistake(self, trail: Trail, what: str, way_out: str = "") -> Mistake:
        """A mistake placed at the key of a value."""
        line, column = self.key_place(trail)
        return Mistake(path=self.path, line=line, column=column, what=what, way_out=way_out)


def nearest(word: str, known: Iterable[str]) -> str:
    """The way out for an unknown word: the nearest known one, and all of them."""
    words = sorted(known)
    near = difflib.get_close_matches(word, words, n=1)
    listed = f"known: {', '.join(words)}" if words else "none is known here"
    return f"did you mean {quoted(near[0])}? ({listed})" if near else listed


def given(value: object) -> str:
    """What stands in a file, as a message says it."""
    if isinstance(value, str):
        return quoted(value) if value else "nothing"
    return "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else "this"


def quoted(words: str) -> str:
    """Words in quotation marks, the long ones cut."""
    return f"'{words if len(words) <= SHOWN else words[: SHOWN - 1] + '…'}'"
