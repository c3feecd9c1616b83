"""Zones: which stretch of a text is its title, a caption, the date line, the body, or furniture of the site."""

from checker.furniture import furnish, mirror
from checker.model import Zone
from checker.page import Page
from checker.phrases import Phrase
from checker.rows import FINAL, Row, is_date_line, label, rows, runs
from checker.text import trim

TITLE = 220  # a longer first line is no title
ASIDE = 110  # a line of the body up to this length without a final mark is a headline inside the text
HEADLINE = 4  # words of the shortest headline that follows a masthead or a section
MASTHEAD = 1  # words of a masthead or a section over a headline
BYLINE = 60  # code points of a byline that names its writer
CAPTION = 160  # of a line that ends with who took the picture
DATELINE = 70  # how far into the first paragraph a dateline may reach
SLASHED = 24  # code points between two slashes of a dateline
DASHES = (" - ", " -- ", ") -")  # what ends a dateline
LABELLED = {"title": "title", "caption": "caption", "published": "date-line", "source": "byline", "byline": "byline"}


def zones(page: Page, body: int, title: str | None) -> list[Zone]:
    """The zones of a page whose text starts at `body` (after front matter), in offsets of the original."""
    found = rows(page, body)
    if not found:
        return []
    dates = [p for p in page.phrases if p.kind == "date"]
    furnish(page, found)
    _labelled(page, found, dates)
    _head(page, found, dates, title)
    _aside(page, found)
    merged: list[Zone] = []
    for row in mirror(page, _datelined(page, found)):
        start, end = page.folded.start(row.start), page.folded.end(row.end)
        if merged and merged[-1].kind == row.kind == "body":
            merged[-1].end = end
        else:
            merged.append(Zone(start=start, end=end, kind=row.kind))
    return merged


def _labelled(page: Page, found: list[Row], dates: list[Phrase]) -> None:
    """Rows that say what they are: "Title: ...", "Photo: ...", "Published: 9 Dec 2021", "By Omar Hadi"."""
    text = page.folded.text
    for row in found:
        if row.kind or runs(text, row) and row.end - row.start > CAPTION:
            continue
        own = LABELLED.get(label(page, row) or "")
        if own == "date-line" and not is_date_line(text, row, dates):
            own = None
        if own is None and _signed(page, row):
            own = "byline"
        if own is None and row.end - row.start <= CAPTION and _pictured(page, row):
            own = "caption"
        if own == "title":
            row.start = trim(text, text.index(":", row.start) + 1, row.end)[0]
        row.kind = own or ""


def _signed(page: Page, row: Row) -> bool:
    """A short row that begins with "by" and goes on with capitals or few words."""
    text = page.folded.text
    if row.end - row.start > BYLINE or text[row.end - 1] in FINAL:
        return False
    for item in page.between("label", row.start, row.start + 1):
        rest = page.original(item.end, row.end).split()
        if item.value == "byline" and item.outer == row.start and rest:
            return rest[0][:1].isupper() or not rest[0][:1].islower()
    return False


def _pictured(page: Page, row: Row) -> bool:
    """A row that ends with whose or what picture it stands under: (Reuters/Omar Hadi), (archive)."""
    text = page.folded.text
    if text[row.end - 1] != ")":
        return False
    opened = text.rfind("(", row.start, row.end)
    if opened < 0:
        return False
    agency = page.between("name", opened + 1, opened + 2) and "/" in text[opened : row.end]
    return bool(agency) or any(i.value == "caption" for i in page.between("label", opened, row.end))


def _head(page: Page, found: list[Row], dates: list[Phrase], title: str | None) -> None:
    """The rows in front of the running text: title and its repetition, date line, byline, captions."""
    text = page.folded.text
    open_rows = [row for row in found if not row.kind]
    if not open_rows:
        return
    titled = any(row.kind == "title" for row in found)
    undated = [row for row in open_rows if not is_date_line(text, row, dates)]
    first = _headline(page, undated) if undated else open_rows[0]
    for row in open_rows[: open_rows.index(first)]:
        row.kind = "date-line" if is_date_line(text, row, dates) else "furniture"
    given = None if title is None else " ".join(title.split())
    running = [r for r in open_rows if runs(text, r)]
    if len(open_rows) > 1 and undated and not titled and _is_title(page, first, given, alone=not running):
        first.kind = "title"
    for row in open_rows:
        if row.kind:
            continue
        if first.kind and text[row.start : row.end] == text[first.start : first.end]:
            row.kind = "title"
        elif len(open_rows) > 1 and is_date_line(text, row, dates):
            row.kind = "date-line"
        elif runs(text, row) or (not running and row is open_rows[-1]):
            row.kind = "body"
            break
        else:
            marked = any(m in text[row.start : row.end] for m in ("-", ":", "|", "/"))
            row.kind = "byline" if row.end - row.start <= 45 and marked else "caption"


def _headline(page: Page, rows: list[Row]) -> Row:
    """The row to begin with: the first, unless it stands over the headline (a section, an address, a row with bars).

    Only what comes before the running text and before any figure is looked at.
    """
    text = page.folded.text
    for row in rows:
        words = text[row.start : row.end]
        masthead = "|" in words or "://" in words or (row is rows[0] and len(words.split()) <= MASTHEAD)
        if not masthead and (row is rows[0] or len(words.split()) >= HEADLINE):
            return row
        if runs(text, row) or any(c.isdigit() for c in words):
            break
    return rows[0]


def _datelined(page: Page, rows: list[Row]) -> list[Row]:
    """The rows, with the dateline of the first paragraph ("BAGHDAD, Dec 9 (Wire) -") as a row of its own."""
    text = page.folded.text
    first = next((n for n, row in enumerate(rows) if row.kind == "body"), None)
    if first is None:
        return rows
    row = rows[first]
    dashes = [text.find(mark, row.start, row.start + DATELINE) for mark in DASHES]
    dash = min((at for at in dashes if at > 0), default=row.start)
    stop = dash + text[dash : dash + 4].rfind("-") + 1
    if dash == row.start:
        dash = _slashed(text, row)
        stop = dash + 1
    names = page.between("name", row.start, dash)
    if not names or names[0].start > row.start + 2:
        return rows
    split = [Row(row.start, dash + 1, "byline"), Row(*trim(text, stop, row.end), "body")]
    return [*rows[:first], *split, *rows[first + 1 :]]


def _slashed(text: str, row: Row) -> int:
    """Where the last slash of a dateline stands: BAGHDAD / Dec 9 / ...; the start of the row where it has none."""
    last = row.start
    at = text.find("/", row.start, row.start + SLASHED)
    while at > 0 and at - last <= SLASHED:
        last = at
        at = text.find("/", at + 1, row.start + DATELINE)
    return last


def _is_title(page: Page, row: Row, given: str | None, *, alone: bool) -> bool:
    if given is not None:
        return " ".join(page.text[page.folded.start(row.start) : page.folded.end(row.end)].split()) == given
    return not alone and row.end - row.start <= TITLE and page.folded.text[row.end - 1] != "."


def _aside(page: Page, rows: list[Row]) -> None:
    """What is left: signatures of embedded posts, headlines inside the text, and the body."""
    text = page.folded.text
    for row in rows:
        if not row.kind and text[row.start] == "-" and "@" in text[row.start : row.end]:
            row.kind = "signature"
    last = max((n for n, row in enumerate(rows) if row.kind in ("", "body") and runs(text, row)), default=-1)
    for n, row in enumerate(rows):
        if not row.kind:
            short = row.end - row.start <= ASIDE and text[row.end - 1] not in FINAL
            row.kind = "headline" if short and n < last else "body"
