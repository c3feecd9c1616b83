"""Counts that no numeral tells: nouns that say "two" by their form, nobody and none, and the one who came to harm."""

from checker.kinds.quantity.found import Found, count
from checker.line import Item
from checker.page import Page
from checker.phrases import Phrase
from checker.spans import Spans

HARM_REACH = 40  # code points from "no one" to what did not happen to them
NOUN_REACH = 30  # from the noun of "no soldiers" to it
WORDS_BETWEEN = 24  # between an article and its noun: an off-duty police officer
MARKS = ",;.\n:("
OTHERS = frozenset(["article", "number", "one", "single", "few", "vague", "dual"])


def find(page: Page, taken: Spans) -> list[Found]:
    """The counts of a page that are told without a numeral, outside of what is `taken`."""
    duals = [count(i.start, i.end, 2, "dual") for i in _duals(page) if not taken.touch(i.start, i.end)]
    zeros = [_none(page, i) for i in page.items.get("none", []) if not taken.touch(i.start, i.end)]
    ones = [_single(page, i, taken) for i in page.items.get("single", [])] if "harm" in page.items else []
    return [*duals, *(f for f in [*zeros, *ones] if f is not None)]


def _duals(page: Page) -> list[Item]:
    """The nouns that say "two" by their form, the longest at each place; a dual right behind one is its adjective."""
    found: list[Item] = []
    for item in sorted(page.items.get("dual", []), key=lambda i: (i.start, -i.end)):
        if found and (item.end <= found[-1].end or (item.outer == found[-1].end + 1 and not item.prefix)):
            continue
        found.append(item)
    return found


def nobody(page: Page, phrase: Phrase) -> Found | None:
    """No one, where a word of harm follows (no one was killed), lies in it (no casualties), or stands in front."""
    if page.before(phrase.outer, "harm") is not None:
        return count(phrase.start, phrase.end, 0, "none")
    harmed = page.between("harm", phrase.start, phrase.end + HARM_REACH)
    if not harmed or _marked(page, phrase.end, harmed[0].start):
        return None
    return count(phrase.start, phrase.end, 0, "none")


def _none(page: Page, item: Item) -> Found | None:
    """None of what is named behind: no deaths, no soldiers were hurt; a longer word (no more than) is another."""
    behind = page.starting(item.end + 1)
    if any(i.end > item.end and i.category != "concept" for i in page.starting(item.outer)):
        return None
    if any(i.category == "harm" for i in behind):
        return count(item.start, item.end, 0, "none")
    noun = max((i for i in behind if i.category == "concept"), key=lambda i: i.end, default=None)
    if noun is None:
        return None
    harmed = page.between("harm", noun.end, noun.end + NOUN_REACH)
    passive = harmed and page.before(harmed[0].outer, "passive") is not None
    return count(item.start, item.end, 0, "none") if passive and not _marked(page, noun.end, harmed[0].start) else None


def _single(page: Page, noun: Item, taken: Spans) -> Found | None:
    """The one of "a soldier was killed" and "killed a soldier": one person, beside a word of harm."""
    if noun.language not in page.leading:
        return _single_behind(page, noun, taken)
    article = max(page.between("article", noun.start - WORDS_BETWEEN, noun.start), key=lambda i: i.start, default=None)
    if article is None or _marked(page, article.end, noun.start) or taken.touch(article.start, noun.end):
        return None
    if any(i.category in ("harm", "of", "in") for i in _inside(page, article.end, noun.start)):
        return None
    if any(page.before(article.start, role) is not None for role in ("and", "among")) or _more_follow(page, noun.end):
        return None
    of = page.before(article.start, "of")
    if page.before(article.start if of is None else of.start, "harm") is not None:
        return count(article.start, noun.end, 1, "single")
    harmed = next(iter(page.between("harm", noun.end, noun.end + NOUN_REACH)), None)
    if harmed is None or _marked(page, noun.end, harmed.start) or _told_between(page, noun.end, harmed.start):
        return None
    return count(article.start, noun.end, 1, "single") if page.before(harmed.outer, "passive") is not None else None


def _single_behind(page: Page, noun: Item, taken: Spans) -> Found | None:
    """One person without an article right behind the word of harm, and no number behind: whom that one killed."""
    if noun.prefix or taken.touch(noun.start, noun.end) or page.before(noun.start, "harm") is None:
        return None
    if _more_follow(page, noun.end):
        return None
    if page.folded.text[noun.start - 1 : noun.start] != " " or page.phrases_in(noun.end, noun.end + 3):
        return None
    return count(noun.start, noun.end, 1, "single")


def _inside(page: Page, start: int, end: int) -> list[Item]:
    return [i for at in range(start, end) for i in page.starting(at)]


def _told_between(page: Page, start: int, end: int) -> bool:
    """Whether a verb of saying or another figure stands between two places."""
    if any(page.between(role, start, end) for role in ("say", "single", "and")):
        return True
    return bool(page.phrases_in(start, end))


def _more_follow(page: Page, end: int) -> bool:
    """Whether "and" and others stand behind: a woman and two children."""
    joint = next((i for i in page.starting(end + 1) if i.category == "and"), None)
    at = end + 1 if joint is None else joint.end + 1
    behind = page.starting(at)
    return any(i.category in OTHERS and (joint is not None or i.start > i.outer) for i in behind)


def _marked(page: Page, start: int, end: int) -> bool:
    return any(c in MARKS for c in page.folded.text[start:end])
