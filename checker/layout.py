"""Zones: which stretch of a text is its title, a caption, the date line, the body, or furniture of the site."""

from bisect import bisect_left
from dataclasses import dataclass

from checker.model import Zone
from checker.page import Page
from checker.phrases import Phrase
from checker.text import trim

PARAGRAPH = 150  # code points: a line as long as this is running text, whatever it ends with
TITLE = 220  # a longer first line is no title
ASIDE = 110  # a line of the body up to this length without a final mark is a headline inside the text
FEW = 3  # dates of a row that are looked at
HEADLINE = 4  # words of the shortest headline that follows a masthead or a section
MASTHEAD = 1  # words of a masthead or a section over a headline
DATELINE = 70  # how far into the first paragraph a dateline may reach
DASHES = (" - ", " -- ", ") -")  # what ends a dateline
DATE_REST = 30  # what else a date line may hold, in code points
FINAL = tuple('.!?";:')
CRUMBS = ("»", "›", ">", "/")


@dataclass(slots=True)
class _Row:
    """One line of the text that holds a letter or a digit, in folded offsets."""

    start: int
    end: int
    kind: str = ""


def zones(page: Page, body: int, title: str | None) -> list[Zone]:
    """The zones of a page whose text starts at `body` (after front matter), in offsets of the original."""
    rows = _rows(page, page.folded.text, body)
    if not rows:
        return []
    dates = [p for p in page.phrases if p.kind == "date"]
    _furniture(page, rows)
    _head(page, rows, dates, title)
    _aside(page, rows)
    merged: list[Zone] = []
    for row in _datelined(page, rows):
        start, end = page.folded.start(row.start), page.folded.end(row.end)
        if merged and merged[-1].kind == row.kind == "body":
            merged[-1].end = end
        else:
            merged.append(Zone(start=start, end=end, kind=row.kind))
    return merged


def _rows(page: Page, text: str, body: int) -> list[_Row]:
    start = page.at(body)
    rows = []
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        a, b = trim(text, start, stop)
        if any(letter.isalnum() for letter in text[a:b]):
            rows.append(_Row(a, b))
        start = stop + 1
    return rows


def _furniture(page: Page, rows: list[_Row]) -> None:
    """Headings of related links and the short lines behind them, breadcrumbs, and lines that are only a button."""
    text = page.folded.text
    inside = False
    for row in rows:
        size = row.end - row.start
        headings = [i for i in page.between("furniture", row.start, row.end) if i.start <= row.start + 2]
        heading = any(row.end - i.end <= 12 or text[i.end : i.end + 2].strip()[:1] == ":" for i in headings)
        crumbs = any(i.start <= row.start + 1 for i in page.between("home", row.start, row.end)) and size < PARAGRAPH
        if heading:
            inside = True
        elif inside and (size >= PARAGRAPH and text[row.end - 1] in FINAL):
            inside = False
        if inside or (
            crumbs
            and any(mark in page.text[page.folded.start(row.start) : page.folded.end(row.end)] for mark in CRUMBS)
        ):
            row.kind = "furniture"


def _head(page: Page, rows: list[_Row], dates: list[Phrase], title: str | None) -> None:
    """The rows in front of the running text: title and its repetition, date line, byline, captions."""
    text = page.folded.text
    open_rows = [row for row in rows if not row.kind]
    if not open_rows:
        return
    first = _headline(page, open_rows)
    for row in open_rows[: open_rows.index(first)]:
        row.kind = "furniture"
    given = None if title is None else " ".join(title.split())
    running = [r for r in open_rows if _runs(text, r)]
    if (
        len(open_rows) > 1
        and not _is_date_line(text, first, dates)
        and _is_title(page, first, given, alone=not running)
    ):
        first.kind = "title"
    for row in open_rows:
        if row.kind:
            continue
        if first.kind and text[row.start : row.end] == text[first.start : first.end]:
            row.kind = "title"
        elif len(open_rows) > 1 and _is_date_line(text, row, dates):
            row.kind = "date-line"
        elif _runs(text, row) or (not running and row is open_rows[-1]):
            row.kind = "body"
            break
        else:
            row.kind = (
                "byline"
                if row.end - row.start <= 45 and any(m in text[row.start : row.end] for m in ("-", ":", "|"))
                else "caption"
            )


def _headline(page: Page, rows: list[_Row]) -> _Row:
    """The row to begin with: the first, unless it stands over the headline (a section, an address, a row with bars).

    Only what comes before the running text and before any figure is looked at.
    """
    text = page.folded.text
    for row in rows:
        words = text[row.start : row.end]
        masthead = "|" in words or "://" in words or (row is rows[0] and len(words.split()) <= MASTHEAD)
        if not masthead and (row is rows[0] or len(words.split()) >= HEADLINE):
            return row
        if _runs(text, row) or any(c.isdigit() for c in words):
            break
    return rows[0]


def _datelined(page: Page, rows: list[_Row]) -> list[_Row]:
    """The rows, with the dateline of the first paragraph ("BAGHDAD, Dec 9 (Wire) -") as a row of its own."""
    text = page.folded.text
    first = next((n for n, row in enumerate(rows) if row.kind == "body"), None)
    if first is None:
        return rows
    row = rows[first]
    dashes = [text.find(mark, row.start, row.start + DATELINE) for mark in DASHES]
    dash = min((at for at in dashes if at > 0), default=row.start)
    names = page.between("name", row.start, dash)
    if not names or names[0].start > row.start + 2:
        return rows
    stop = dash + text[dash : dash + 4].rindex("-") + 1
    split = [_Row(row.start, dash + 1, "byline"), _Row(*trim(text, stop, row.end), "body")]
    return [*rows[:first], *split, *rows[first + 1 :]]


def _runs(text: str, row: _Row) -> bool:
    return row.end - row.start >= PARAGRAPH or (text[row.end - 1] in FINAL and row.end - row.start > 60)


def _is_title(page: Page, row: _Row, given: str | None, *, alone: bool) -> bool:
    if given is not None:
        return " ".join(page.text[page.folded.start(row.start) : page.folded.end(row.end)].split()) == given
    return not alone and row.end - row.start <= TITLE and page.folded.text[row.end - 1] != "."


def _is_date_line(text: str, row: _Row, dates: list[Phrase]) -> bool:
    """A full date and hardly anything beside it."""
    low = bisect_left(dates, row.start, key=lambda p: p.start)
    for phrase in dates[low : low + FEW]:
        if phrase.start < row.end and _full(phrase):
            rest = text[row.start : phrase.start] + text[phrase.end : row.end]
            return len(rest.strip()) <= DATE_REST
    return False


def _full(phrase: Phrase) -> bool:
    present = {i.category for i in phrase.items}
    return "numeric-date" in present or (
        {"year", "month"} <= present and bool({"day", "ordinal-day", "ordinal"} & present)
    )


def _aside(page: Page, rows: list[_Row]) -> None:
    """What is left: signatures of embedded posts, headlines inside the text, and the body."""
    text = page.folded.text
    for row in rows:
        if not row.kind and text[row.start] == "-" and "@" in text[row.start : row.end]:
            row.kind = "signature"
    last = max((n for n, row in enumerate(rows) if row.kind in ("", "body") and _runs(text, row)), default=-1)
    for n, row in enumerate(rows):
        if not row.kind:
            short = row.end - row.start <= ASIDE and text[row.end - 1] not in FINAL
            row.kind = "headline" if short and n < last else "body"
