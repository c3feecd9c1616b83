"""The rows of a page: its lines that hold a letter or a digit, and what their shape and their dates tell of them."""

from bisect import bisect_left
from dataclasses import dataclass

from checker.page import Page
from checker.phrases import Phrase
from checker.text import trim

PARAGRAPH = 150  # code points: a line as long as this is running text, whatever it ends with
SENTENCE = 60  # a line longer than this with a final mark is running text
FEW = 3  # dates of a row that are looked at
DATE_REST = 30  # what else a date line may hold, in code points
MONTHS = frozenset(["month", "solar-month"])
FINAL = tuple('.!?";:')


@dataclass(slots=True)
class Row:
    """One line of the text, in folded offsets, and its zone once it is known."""

    start: int
    end: int
    kind: str = ""


def rows(page: Page, body: int) -> list[Row]:
    """The rows of a page whose text starts at `body` in the original."""
    text = page.folded.text
    start = page.at(body)
    found = []
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        a, b = trim(text, start, stop)
        if any(letter.isalnum() for letter in text[a:b]):
            found.append(Row(a, b))
        start = stop + 1
    return found


def runs(text: str, row: Row) -> bool:
    """Whether a row is running text."""
    return row.end - row.start >= PARAGRAPH or (text[row.end - 1] in FINAL and row.end - row.start > SENTENCE)


def is_date_line(text: str, row: Row, dates: list[Phrase]) -> bool:
    """A full date and hardly anything beside it."""
    low = bisect_left(dates, row.start, key=lambda p: p.start)
    for phrase in dates[low : low + FEW]:
        if phrase.start < row.end and _full(phrase):
            rest = text[row.start : phrase.start] + text[phrase.end : row.end]
            return len(rest.strip()) <= DATE_REST
    return False


def _full(phrase: Phrase) -> bool:
    present = {i.category.removeprefix("small-") for i in phrase.items}
    return "numeric-date" in present or (
        "year" in present and not MONTHS.isdisjoint(present) and bool({"day", "ordinal-day", "ordinal"} & present)
    )


def label(page: Page, row: Row) -> str | None:
    """What a row calls itself with a word and a colon at its beginning: title, caption, published, source."""
    text = page.folded.text
    found = [i for i in page.between("label", row.start, row.start + 2) if i.outer == row.start]
    for item in sorted(found, key=lambda i: -i.end):
        if text[item.end : item.end + 2].lstrip()[:1] == ":":
            return str(item.value)
    return None
