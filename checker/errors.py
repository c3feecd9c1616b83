"""The five ways in which a run can fail, one class per reaction.

Whatever is wrong with a *text* is a Fault in the report and never an exception that leaves a stage;
these classes are for wrong use and for our own files.
"""

from dataclasses import dataclass


@dataclass(slots=True, kw_only=True, frozen=True, order=True)
class Mistake:
    """One thing wrong in one file: where, what, and what to do about it.

    Lines and columns count from 1; 0 means that the mistake has no place inside the file.
    """

    path: str
    line: int = 0
    column: int = 0
    what: str
    way_out: str = ""

    @property
    def place(self) -> str:
        """The file, with the line and the column where there are any."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path

    @property
    def message(self) -> str:
        """What is wrong, and what to do about it."""
        return self.what + (f"; {self.way_out}" if self.way_out else "")

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


class CheckerError(Exception):
    """Anything that ends a run with exit code 2 and a message instead of a traceback."""


class WrongUse(CheckerError):
    """The command or the call can't be carried out as it was given."""


class NoInput(CheckerError):
    """There is nothing to read: no such path, or nothing in it that could be read."""


class UnusableFile(CheckerError):
    """A file of ours (rule, pack, configuration, decision, gold) with every mistake that was found in it."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(str(m) for m in mistakes))
        self.mistakes = mistakes


class Unreadable(CheckerError):
    """A document can't be read; the reading stage turns it into a Fault."""
