"""Stretches of a text: merged where they overlap, and asked what lies in them."""

from bisect import bisect_right
from collections.abc import Iterable


class Spans:
    """Stretches of a text, merged where they overlap, that can be asked what lies in them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def hold(self, start: int, end: int) -> bool:
        """Whether one of the stretches holds all of this one."""
        at = bisect_right(self.starts, start) - 1
        return at >= 0 and end <= self.ends[at]

    def touch(self, start: int, end: int) -> bool:
        """Whether one of the stretches overlaps this one."""
        at = bisect_right(self.ends, start)
        return at < len(self.starts) and self.starts[at] < end
