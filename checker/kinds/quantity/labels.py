"""Numbers at the end of a name that no capital tells: the Falcon 9 rocket, channel Misr 4, case 2231."""

from checker.lexicon import CLOSED
from checker.page import Page
from checker.phrases import Phrase
from checker.text import word_after, word_before

WORDS = 3  # words of a name between the noun for what is named and its number
NAMES = frozenset(["name", "people", "place-word"])  # what a word of a name may be as well


def is_label(page: Page, phrase: Phrase) -> bool:
    """Whether the number ends a name that a noun opens, and nothing behind it can be what it counts."""
    item = phrase.items[0]
    if "labelled" not in page.items or len(phrase.items) != 1 or item.language is not None or item.prefix:
        return False
    return not is_noun_behind(page, phrase.end) and _opened(page, phrase.outer)


def _opened(page: Page, at: int) -> bool:
    """Whether a noun for what has a name stands some words in front, or with its article directly so."""
    text = page.folded.text
    for gap in range(WORDS + 1):
        if text[at - 1 : at] != " ":
            return False
        cue = page.before(at, "labelled")
        if cue is not None:
            return gap > 0 or cue.start < cue.outer + len(cue.prefix)
        begin = word_before(text, at - 1)
        if begin == at - 1 or text[begin : at - 1] in page.articles:
            return False
        if any(i.category not in NAMES for i in page.starting(begin)):
            return False
        at = begin
    return False


def is_noun_behind(page: Page, end: int) -> bool:
    """Whether a word without an article stands behind that is no small word: what a number counts has none."""
    text, at = page.folded.text, end + 1
    if text[end:at] != " " or word_after(text, at) == at:
        return False
    behind = page.starting(at)
    if any(i.prefix or i.flags & CLOSED or i.category in ("name", "relative", "say") for i in behind):
        return False
    return not any(text.startswith(a, at) or text.startswith(a, at + 1) for a in page.articles)
