"""Furniture: what a site puts round an article: related links, buttons, notices, and what it prints twice."""

from checker.page import Page
from checker.rows import FINAL, PARAGRAPH, Row

CRUMBS = ("»", "›", ">", "/")
CLOSE = 12  # code points behind the words of a heading or a button
NOTICE = 400  # a longer row is no notice
COUNTER = 8  # code points of a figure in front of a button: 12 comments
SAID_TWICE = 60  # code points of the shortest sentence that is not read again
STOP = ". "  # between two sentences of a row
DASH, DATELINE = " - ", 70  # what ends a dateline, and how long it may be; it is no part of the sentence


def furnish(page: Page, rows: list[Row]) -> None:
    """Headings of related links and the short lines behind them, breadcrumbs, buttons and notices."""
    text = page.folded.text
    inside = False
    for row in rows:
        headings = [i for i in page.between("furniture", row.start, row.end) if i.start <= row.start + 2]
        heading = any(row.end - i.end <= CLOSE or text[i.end : i.end + 2].strip()[:1] == ":" for i in headings)
        if heading:
            inside = True
        elif inside and (row.end - row.start >= PARAGRAPH and text[row.end - 1] in FINAL):
            inside = False
        if inside or _crumbs(page, row) or _button(page, row) or _notice(page, row):
            row.kind = "furniture"


def _crumbs(page: Page, row: Row) -> bool:
    """The way from the start page to this one: Home > News."""
    if row.end - row.start >= PARAGRAPH or not any(
        i.start <= row.start + 1 for i in page.between("home", row.start, row.end)
    ):
        return False
    original = page.original(row.start, row.end)
    return any(mark in original for mark in CRUMBS)


def _button(page: Page, row: Row) -> bool:
    """A row that is only a button or a counter: 12 comments, Share."""
    for item in page.between("button", row.start, row.start + COUNTER):
        front = page.folded.text[row.start : item.outer].strip(" +#[(")
        if row.end - item.end <= CLOSE and (not front or front.replace(",", "").replace(".", "").isdigit()):
            return True
    return False


def _notice(page: Page, row: Row) -> bool:
    """A row that speaks of the site: cookies, newsletters, whose the rights are."""
    if row.end - row.start >= NOTICE:
        return False
    if page.between("notice", row.start, row.start + 2):
        return True
    held = page.between("copyright", row.start, row.end)
    return bool(held) and (held[0].outer <= row.start + 2 or row.end - row.start < PARAGRAPH)


def mirror(page: Page, rows: list[Row]) -> list[Row]:
    """The rows, with every sentence of the article that is printed again as a row of its own, which is not read.

    A teaser above the text that the text repeats is the one left out. Linear in the length of the text.
    """
    text = page.folded.text
    seen: dict[str, Row] = {}
    found: list[Row] = []
    for row in rows:
        if row.end - row.start >= SAID_TWICE and row.kind == "caption":
            seen.setdefault(text[row.start : row.end].strip(" ."), row)
        if row.end - row.start >= SAID_TWICE and row.kind == "body":
            found += _once(text, row, seen)
        else:
            found.append(row)
    return found


def _once(text: str, row: Row, seen: dict[str, Row]) -> list[Row]:
    """A row of the body, cut round the sentences that were seen before."""
    found: list[Row] = []
    at = row.start
    kept = Row(row.start, row.start, row.kind)
    for piece in text[row.start : row.end].split(STOP):
        end = min(row.end, at + len(piece) + len(STOP))
        words = _sentence(piece)
        first = seen.get(words) if len(words) >= SAID_TWICE else None
        if first is None:
            seen[words] = row
            kept.end = end
        elif first.kind == "caption":
            first.kind = "mirrored"
            seen[words] = row
            kept.end = end
        else:
            found += [kept] if kept.end > kept.start else []
            found.append(Row(at, end, "mirrored"))
            kept = Row(end, end, row.kind)
        at = end
    return [*found, kept] if kept.end > kept.start else found


def _sentence(piece: str) -> str:
    """The words of a sentence without the dateline in front of it."""
    dash = piece.find(DASH, 0, DATELINE)
    return (piece if dash < 0 else piece[dash + len(DASH) :]).strip(" .")
