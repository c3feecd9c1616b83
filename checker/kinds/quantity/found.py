"""What the readers of quantities hand over."""

from typing import NamedTuple

from checker.model import Amount


class Found(NamedTuple):
    """A quantity that was read: where, what, how hedged, and whether it states anything."""

    start: int
    end: int
    amount: Amount
    hedge: str
    latent: bool
    read_by: str


def count(start: int, end: int, number: float, read_by: str) -> Found:
    """An exact count that no numeral tells."""
    return Found(start, end, Amount(kind="count", low=number, high=number), "exact", False, read_by)
