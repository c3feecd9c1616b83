"""Long texts in stretches, so that the memory for reading one doesn't grow with its length.

A text that is longer than a book is read stretch by stretch, each as a page of its own; what is found is put where it
stands in the whole. What a later stretch says of its own layout is not asked: all of it is body, or furniture.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.layout import zones
from checker.model import Clash, Document, Fact, Mention, RawDocument, Span, Zone
from checker.page import Page

LONG = 400_000  # code points of a stretch, at most
OWN = frozenset(["furniture", "mirrored"])  # zones that a later stretch has as any page has them


def stretches(raw: RawDocument) -> Iterator[tuple[int, RawDocument]]:
    """The parts of a document in which it is read, with where they begin; most documents are one.

    They are cut at ends of lines, or at blanks where a line is longer than a stretch.
    """
    text, start = raw.text, 0
    while len(text) - start > LONG:
        half, most = start + LONG // 2, start + LONG
        line, blank = text.rfind("\n", half, most), text.rfind(" ", half, most)
        stop = line + 1 if line > 0 else blank + 1 if blank > 0 else most
        yield start, replace(raw, text=text[start:stop], body=raw.body if start == 0 else 0)
        start = stop
    yield start, raw if start == 0 else replace(raw, text=text[start:], body=0)


def going_on(made: Document, part: RawDocument, page: Page) -> Document:
    """The document as its later stretch is read: of the same source and day, with the text of that stretch."""
    laid = [z if z.kind in OWN else replace(z, kind="body") for z in zones(page, 0, made.title)]
    return replace(made, text=part.text, zones=laid)


def whole(made: Document, raw: RawDocument, laid: Sequence[Zone]) -> Document:
    """The document with all of its text and the zones of all of its stretches."""
    return replace(made, text=raw.text, zones=list(laid))


def shift(laid: Sequence[Zone], mentions: Sequence[Mention], facts: Sequence[Fact], by: int) -> None:
    """Put what was found in a stretch where it stands in the whole; the mentions of facts are among the mentions."""
    for zone in laid:
        zone.start += by
        zone.end += by
    for mention in mentions:
        mention.start += by
        mention.end += by
        mention.clashes = tuple(_moved(clash, by) for clash in mention.clashes)
    for fact in facts:
        fact.start += by
        fact.end += by
        fact.mark = Span(fact.mark.start + by, fact.mark.end + by)


def _moved(clash: Clash, by: int) -> Clash:
    first, last = (side._replace(start=side.start + by, end=side.end + by) for side in clash.sides)
    return clash._replace(sides=(first, last))
