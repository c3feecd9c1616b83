"""Ages: how old somebody is counts nothing, and says neither how long something took nor which one it was."""

from checker.kinds.quantity.labels import is_noun_behind
from checker.lexicon import CLOSED
from checker.line import Item
from checker.page import Page
from checker.phrases import Phrase

NAME = 40  # code points in which the last word of a name in front of an age lies
AGES_REACH = 30  # between the word for ages and the range
DEATH_REACH = 80  # between the word of a death and the age behind it
OLDEST = 110  # years
ENDS = (",", ".", ";")
NOT_COUNTED = frozenset(["say", "weekday", "day-offset", "month", "rel", "pronoun", "aside", "with", "then"])


def is_age(page: Page, phrase: Phrase) -> bool:
    """Whether a number or a length in years tells how old somebody is."""
    if _led(page, phrase) or _told_behind(page, phrase.end):
        return True
    if phrase.kind != "duration":
        return False
    return _in_years(phrase) and (_in_brackets(page, phrase) or _apposed(page, phrase) or _at_death(page, phrase))


def is_aged_ordinal(page: Page, item: Item) -> bool:
    """Whether an ordinal is a year of somebody's life: in the seventeenth of his age, under the eighteenth."""
    definite = item.start < item.outer + len(item.prefix)
    return (definite and page.before(item.outer, "aged") is not None) or _told_behind(page, item.end)


def is_age_between_commas(page: Page, phrase: Phrase, value: float, *, digits: bool) -> bool:
    """A lone number between commas behind a name (Omar Hadi, 35, said), or one that its words tell to be an age."""
    if not 0 < value <= OLDEST or value != int(value):
        return False
    if _is_told_as_age(page, phrase):
        return True
    text, front = page.folded.text, phrase.start - 2
    if len(phrase.items) != 1 or not digits or text[front : phrase.start] != ", ":
        return False
    if text[phrase.end : phrase.end + 1] not in ENDS:
        return False
    if any(page.before(front, role) is not None for role in ("single", "speaker", "courtesy")):
        return True
    word = page.original(max(0, front - NAME), front).split()[-1:]
    named = bool(word) and word[0][:1].isupper() and word[0].replace("-", "").isalpha()
    return named and phrase.items[0].outer == phrase.start


def _led(page: Page, phrase: Phrase) -> bool:
    """Whether a word for being so old stands in front, or is the hedge with which the phrase begins (over 60 years)."""
    if "aged" not in page.items:
        return False
    if not (_in_years(phrase) if phrase.kind == "duration" else _is_definite(phrase)):
        return False
    if phrase.kind != "duration" and is_noun_behind(page, phrase.end):
        return False  # over the thirty killed
    begins = any(i.category == "aged" for i in page.starting(phrase.outer))
    name = page.before(phrase.outer, "name")
    word = page.before(phrase.outer if name is None else name.outer, "aged")
    if word is not None and page.before(word.outer, "for") is not None:
        return False  # a contract whose length reaches ten years
    return begins or word is not None or _ranges(page, phrase)


def _ranges(page: Page, phrase: Phrase) -> bool:
    """Whether the ages of some are told as a range: the ages of those held lie between 19 and 45 years."""
    if phrase.kind != "duration" or phrase.items[0].category not in ("between", "from"):
        return False
    ages = page.between("not-counted", phrase.outer - AGES_REACH, phrase.outer)
    return any(i.category == "aged" for a in ages for i in page.starting(a.outer))


def _is_definite(phrase: Phrase) -> bool:
    """Whether the number carries an article: under the 18."""
    item = phrase.items[-1]
    return item.category == "number" and item.start < item.outer + len(item.prefix)


def _told_behind(page: Page, end: int) -> bool:
    """Whether the words behind make it an age: 25 years old, in his sixties."""
    return any(i.outer == end + 1 for i in page.between("age", end, end + 2))


def _in_years(phrase: Phrase) -> bool:
    return any(i.category in ("unit", "units") and i.value == "year" for i in phrase.items)


def _in_brackets(page: Page, phrase: Phrase) -> bool:
    """Behind the name: (40 years)."""
    text = page.folded.text
    return len(phrase.items) == 2 and text[phrase.start - 1 : phrase.start] == "(" and text[phrase.end :][:1] == ")"


def _apposed(page: Page, phrase: Phrase) -> bool:
    """Between commas behind the name: Salma, 29 years, was taken to hospital."""
    text, first = page.folded.text, phrase.items[0]
    if len(phrase.items) != 2 or first.category != "number" or first.prefix:
        return False
    return text[phrase.start - 2 : phrase.start] == ", " and text[phrase.end : phrase.end + 1] in ENDS


def _at_death(page: Page, phrase: Phrase) -> bool:
    """Behind a death: he died at 76 years."""
    at = page.before(phrase.outer, "relayed")
    return at is not None and bool(page.between("death", at.outer - DEATH_REACH, at.outer))


def _is_told_as_age(page: Page, phrase: Phrase) -> bool:
    """An age by the words in front (he turned 40, children under 10) or behind (at 16 she won)."""
    first = phrase.items[0]
    role = "of-age" if first.category == "hedge" else "age-before"
    if role in page.items and page.before(phrase.outer, role) is not None:
        return not _counts(page, phrase.end)
    if first.category == "hedge" or page.before(phrase.outer, "at") is None:
        return False
    behind = phrase.end + 1 + (page.folded.text[phrase.end : phrase.end + 1] == ",")
    return any(i.category == "pronoun" for i in page.starting(behind))


def _counts(page: Page, at: int) -> bool:
    """Whether a word that may be counted stands behind a place."""
    text = page.folded.text
    if text[at : at + 1] != " " or not text[at + 1 : at + 2].isalpha():
        return False
    return not any(i.flags & CLOSED or i.category in NOT_COUNTED for i in page.starting(at + 1))
