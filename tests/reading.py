"""How tests read a text: the packs of the checkout, one page, one document with its mentions."""

from functools import cache
from pathlib import Path

from checker import packs as all_packs
from checker.documents import document
from checker.kinds import date
from checker.mentions import mentions
from checker.model import Amount, Days, Document, Mention, Name, Note, RawDocument, Value
from checker.packs import Packs
from checker.page import Page, read_page
from checker.values import to_data

HOME = Path(__file__).parent.parent
DAY = "2021-12-09"  # a Thursday


@cache
def packs() -> Packs:
    """The packs that come with the program."""
    return all_packs.load()


def page(text: str) -> Page:
    """A text after the one pass over it."""
    return read_page(text, packs())


def made(text: str, /, id: str = "a.txt", **metadata: str) -> tuple[Document, list[Note]]:
    """A document of a text and its metadata, with the notes on it."""
    raw = RawDocument(id=id, text=text, metadata=metadata)
    return document(raw, page(text), packs())


def found(text: str, published: str | None = DAY, **metadata: str) -> list[Mention]:
    """Every mention of a text that was published on a day; `None`: on a day that nobody says."""
    if published is not None:
        metadata["published"] = published
    whole, _ = made(text, **metadata)
    read = page(text)
    return mentions(whole, read, packs(), date.day_order(read))


def of_kind(text: str, kind: str, published: str | None = DAY, **metadata: str) -> list[Mention]:
    """The mentions of one kind that state something."""
    return [m for m in found(text, published, **metadata) if m.kind == kind and not m.latent]


def words_of(text: str, mention: Mention) -> str:
    """What a mention's span cuts out of its text."""
    return text[mention.start : mention.end]


def written(value: Value | None) -> str:
    """A value as corpora write it: 2021-12-09, 20..30, 40.., 3 day, baghdad; `unresolved` where it has none."""
    if value is None:
        return "unresolved"
    if isinstance(value, Days):
        return _ends(value.start, value.end)
    if isinstance(value, Name):
        return value.id
    assert isinstance(value, Amount)
    if value.kind == "time":
        data = to_data(value)
        return _ends(data["low"], data["high"]) + ("" if value.unit is None else f" {value.unit}")
    unit = "" if value.unit is None else f" {value.unit}"
    return _ends(_plain(value.low), _plain(value.high)) + unit


def _plain(number: float | None) -> str | None:
    return None if number is None else f"{number:.10g}" if number < 1e9 else str(int(number))


def _ends(low: object, high: object) -> str:
    if low == high:
        return str(low)
    return f"{'' if low is None else low}..{'' if high is None else high}"
