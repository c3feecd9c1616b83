"""Annotated documents: what a careful reader found in them, as `checker score` takes it.

Spans are code points, half-open. Keys that only people read (quotes, notes, ids of claims) are passed over.
"""

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path

from checker import yamlio
from checker.located import Data

NULLS = ("", "~", "null", "Null", "NULL")

Range = list[float | None]  # lowest and highest, None = open
DayRange = list[str | None]  # first and last day in ISO form, None = open


@dataclass(slots=True, kw_only=True)
class GoldDate:
    """An expression of time; `range` holds its first and last day, `doubt` what the text alone leaves open."""

    start: int
    end: int
    type: str  # date, interval, duration, set ...
    granularity: str = ""
    value: str | list[str | None] | None = None  # ISO date, reduced ISO, ISO duration
    range: DayRange | None = None
    accept: list[DayRange] = field(default_factory=list)  # what a fair reader may give as well
    doubt: list[str] | None = None
    bound: str | None = None
    mod: str | None = None
    zone: str | None = None
    optional: bool = False


@dataclass(slots=True, kw_only=True)
class GoldNumber:
    """A number; form says how it is written, and traps are forms that count nothing."""

    start: int
    end: int
    form: str
    value: float | None = None
    range: Range | None = None
    hedge: str | None = None
    zone: str | None = None
    optional: bool = False


@dataclass(slots=True, kw_only=True)
class GoldName:
    """A name; the id stands behind the first dot of its entity."""

    start: int
    end: int
    type: str
    entity: str
    accept: list[str] = field(default_factory=list)
    form: str | None = None
    zone: str | None = None
    optional: bool = False


@dataclass(slots=True, kw_only=True)
class Stretch:
    """A part of a document."""

    start: int
    end: int


@dataclass(slots=True, kw_only=True)
class GoldDocument:
    """One document with all that should be read in it."""

    id: str
    file: str
    dates: list[GoldDate] = field(default_factory=list)
    numbers: list[GoldNumber] = field(default_factory=list)
    names: list[GoldName] = field(default_factory=list)
    furniture: list[Stretch] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Member:
    """A statement: the id of its document, and its place."""

    doc: str
    start: int
    end: int


@dataclass(slots=True, kw_only=True)
class GoldCamp:
    """The statements that give one answer."""

    members: list[Member] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Opposition:
    """A discrepancy, or what only looks like one: camps, or members that each stand alone."""

    id: str
    severity: str | None = None
    expected_flag: str = "yes"  # yes, optional, no
    camps: list[GoldCamp] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)

    def sides(self) -> list[list[Member]]:
        """The statements of each side."""
        return [camp.members for camp in self.camps] if self.camps else [[member] for member in self.members]


@dataclass(slots=True, kw_only=True)
class Gold:
    """A whole annotation; where it is partial, what is not annotated says nothing."""

    documents: list[GoldDocument]
    discrepancies: list[Opposition] = field(default_factory=list)
    non_discrepancies: list[Opposition] = field(default_factory=list)
    partial: bool = False


def read(path: Path) -> Gold:
    """The annotation in a file; raises UnusableFile with every mistake in it."""
    import pydantic

    located = yamlio.read(path)
    return yamlio.fit(dataclasses.replace(located, data=_stated(located.data)), pydantic.TypeAdapter(Gold))


def _stated(data: Data) -> Data:
    """The data without the keys that are null; a null inside a list stays as None, an open end."""
    if isinstance(data, dict):
        return {key: _stated(value) for key, value in data.items() if value not in NULLS}
    if isinstance(data, list):
        return [None if value in NULLS else _stated(value) for value in data]  # type: ignore[misc]  # None: see above
    return data
