"""Where the clauses of a sentence begin: at complementisers, quotations, semicolons, and before verbs of saying."""

from checker.line import Item
from checker.page import Page
from checker.subjects import BLANKS, Reading

NEAR = 90  # code points between a comma and the verb of saying whose clause it begins
QUOTED_NAME = 26  # a quotation no longer than this is a name or a word, no speech


def cuts(reading: Reading, says: list[Item], told: list[int], start: int, end: int) -> list[int]:
    """Where the clauses of a sentence begin; `says` are its verbs of saying, `told` the places of its predicates."""
    page = reading.page
    text = page.folded.text
    found = {start}
    found |= {i.outer for i in reading.within("that", start + 1, end) if not _planned(page, i)} - {start}
    if says:
        after = reading.within("while", start + 1, end)
        found |= {i.outer for i in after if any(0 < s.outer - i.end <= NEAR for s in says)}
    for number, item in enumerate(says):
        found |= _before_saying(reading, item, max(c for c in found if c <= item.outer), told, number, end)
    found |= set(quotes(text, start, end))
    at = text.find(";", start, end)
    while at >= 0:
        found.add(at + 1)
        at = text.find(";", at + 1, end)
    return sorted(c for c in found if text[c:end].strip(BLANKS))


def _planned(page: Page, that: Item) -> bool:
    """Whether a complement belongs to a word of plan or condition in front of it: it is planned that they leave."""
    return any(page.before(that.outer, role) is not None for role in ("planned", "conditional"))


def sayings(reading: Reading, start: int, end: int) -> list[Item]:
    """The verbs of saying that begin between two places; with an article, or in a longer word, they are none."""
    found = reading.within("say", start, end)
    articles = reading.packs.alphabets
    longer = {i.outer + len(i.prefix): i.end for i in reading.within("aside", start, end)} if found else {}
    return [
        i
        for i in found
        if not (i.prefix and i.prefix.endswith(articles[str(i.language)].articles)) and longer.get(i.start, 0) <= i.end
    ]


def _before_saying(reading: Reading, item: Item, low: int, told: list[int], number: int, end: int) -> set[int]:
    """The cut in front of a further verb of saying, or of a first one with something told in front of it."""
    text = reading.page.folded.text
    before = text[low : item.outer].rstrip()
    if number and (before.endswith((",", '"')) or (item.prefix and not before.endswith("("))):
        return {item.outer}
    if item.language is None:
        return set()
    if reading.packs.languages[item.language].subject == "after":
        tells = item.prefix and before.endswith(",") and any(low <= at < item.outer for at in told)
        return {item.outer} if tells else set()
    comma = text.rfind(",", low, item.outer)
    if comma < 0 or item.outer - comma - 1 > NEAR:
        return set()
    tells = any(low <= at < comma for at in told) and bool(reading.within("that", item.end, min(end, item.end + NEAR)))
    return {comma + 1} if number or (tells and text[comma + 1 : item.outer].strip()) else set()


def quotes(text: str, start: int, end: int) -> list[int]:
    """The quotation marks at which a sentence is cut: not those round a name or a single word."""
    found = []
    at = text.find('"', start, end)
    while at >= 0:
        closing = text.find('"', at + 1, min(end, at + QUOTED_NAME))
        if closing >= 0:
            at = text.find('"', closing + 1, end)
            continue
        found.append(at)
        at = text.find('"', at + 1, end)
    return found
