"""Shares that no percent tells: half of the voters, most of them, all troops, one in three."""

from checker.kinds.quantity.found import Found
from checker.kinds.quantity.hedges import apply_hedge, hedge_of
from checker.lexicon import CLOSED
from checker.line import Item
from checker.model import Amount
from checker.page import Page
from checker.phrases import Phrase
from checker.spans import Spans

HALF = (45.0, 55.0)  # "half" is said of what is near it
WHOLE = 100.0
IN_REACH = 6  # code points of the word between one and three
DETERMINERS = 12  # code points of the small words in front of a noun: of all the
ROUND = frozenset([3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 20.0, 50.0, 100.0, 1000.0])  # out of which one counts
DECIMAL = frozenset([4.0, 5.0, 10.0, 100.0, 1000.0])
GAME = 40  # code points to each side in which a word of a game makes two in four no share
TIMES = frozenset(
    ["unit", "units", "unit-dual", "month", "weekday", "measure", "currency", "number", "percent", "part"]
)
GROUPS = frozenset(["concept", "people"])


def one_in(page: Page, phrase: Phrase, behind: Phrase) -> Found | None:
    """The share of one in three, two counts with "in" between them."""
    if behind.kind != "count" or behind.outer - phrase.end > IN_REACH:
        return None
    between = page.before(behind.outer, "in")
    if between is None or page.folded.text[phrase.end : between.outer] != " ":
        return None
    if [i.category for i in behind.items] != ["number"] or phrase.items[-1].category not in ("number", "one"):
        return None
    items = [*phrase.items, *behind.items]
    return ratio(page, Phrase("ratio", phrase.outer, phrase.start, behind.end, items))


def ratio(page: Page, phrase: Phrase) -> Found | None:
    """The share of one in three, two out of five; `None` for two in three days."""
    numbers = [i.value[0] for i in phrase.items if isinstance(i.value, tuple)]
    part, whole = numbers[0], numbers[-1]
    clear = any(i.category in ("out-of", "every") for i in phrase.items)
    if len(numbers) != 2 or not 0 < part < whole or whole not in ROUND:
        return None
    if not (clear or page.alone(phrase.outer, phrase.end) or _people_behind(page, phrase, part, whole)):
        return None
    if _is_time(page, phrase.end):
        return None
    return _found(phrase.start, phrase.end, part / whole, hedge_of(page, phrase), "ratio")


def _people_behind(page: Page, phrase: Phrase, part: float, whole: float) -> bool:
    """Whether those of whom one in three is told stand behind; of more than one, only where both are usual words."""
    if _group_at(page, phrase.end) is not None:
        return True
    words = all(i.value[1] is None for i in phrase.items if isinstance(i.value, tuple))
    noun = page.folded.text[phrase.end : phrase.end + 1] == " " and page.folded.text[phrase.end + 1].isalpha()
    small = any(i.flags & CLOSED for i in page.starting(phrase.end + 1))
    game = page.between("result", phrase.start - GAME, phrase.end + GAME)
    return words and noun and not small and not game and (part == 1 or whole in DECIMAL)


def find(page: Page, taken: Spans) -> list[Found]:
    """The shares of a page that are told by a fraction or a quantifier with a group behind it."""
    found = []
    for item in page.items.get("fraction", []):
        if not taken.touch(item.start, item.end):
            read = _fraction(page, item)
            found += [] if read is None else [read]
    for category in ("portion", "most"):
        for item in page.items.get(category, []):
            article = item.language not in page.leading and _has_article(item)
            if article or taken.touch(item.start, item.end) or not _begins(page, item):
                continue
            if _group_at(page, item.end) is not None if category == "most" else _named(page, item):
                found.append(_portion(page, item))
    return found


def _portion(page: Page, item: Item) -> Found:
    """The range of a quantifier, or what a hedge makes of an exact one: almost all of."""
    low, high = item.value if isinstance(item.value, list) else (0.0, WHOLE)
    before = page.before(item.outer, "hedge")
    if low != high or before is None:
        hedge = "exact" if low == high else "vague"
        return Found(item.start, item.end, Amount(kind="share", low=low, high=high), hedge, False, "portion")
    hedge = str(before.value)
    bounds = apply_hedge(low, high, hedge, whole=False)
    top = WHOLE if bounds[1] is None else min(WHOLE, bounds[1])
    return Found(before.start, item.end, Amount(kind="share", low=bounds[0], high=top), hedge, False, "portion")


def _fraction(page: Page, item: Item) -> Found | None:
    """A fraction of a group; by itself a number. Of a time, a measure or a sum it is none."""
    if page.alone(item.outer, item.end):
        value = float(str(item.value))
        return Found(item.start, item.end, Amount(kind="count", low=value, high=value), "exact", False, "fraction")
    if not _named(page, item) or (item.language not in page.leading and _has_article(item)):
        return None
    hedge = page.before(item.outer, "hedge")
    start = item.start if hedge is None else hedge.start
    return _found(start, item.end, float(str(item.value)), "exact" if hedge is None else str(hedge.value), "fraction")


def definite(page: Page, phrase: Phrase) -> Found | None:
    """A number word that is a fraction in front of a noun with its article: a fifth of the people."""
    if "fraction-definite" not in page.items:
        return None
    item = phrase.items[-1]
    if (
        phrase.kind != "count"
        or item.category != "number"
        or len([i for i in phrase.items if i.category == "number"]) != 1
    ):
        return None
    part = next((i for i in page.starting(item.outer) if i.category == "fraction-definite" and i.end == item.end), None)
    if part is None or _has_article(item) or _is_time(page, item.end):
        return None
    if not any(page.folded.text.startswith(a, item.end + 1) for a in page.articles):
        return None
    return _found(phrase.start, item.end, float(str(part.value)), hedge_of(page, phrase), "definite")


def _has_article(item: Item) -> bool:
    return item.start < item.outer + len(item.prefix)


def _found(start: int, end: int, value: float, hedge: str, read_by: str) -> Found:
    """A share from 0 to 100: half is a range, a third has one decimal place."""
    share = round(value * WHOLE, 1)
    low, high = HALF if value == 0.5 and hedge == "exact" and read_by == "fraction" else (share, share)
    bounds = apply_hedge(low, high, hedge, whole=False)
    return Found(start, end, Amount(kind="share", low=bounds[0], high=bounds[1]), hedge, False, read_by)


def _begins(page: Page, item: Item) -> bool:
    """Whether no longer word begins at the same place: all but, all over."""
    return not any(
        i.end > item.end and i.category in ("fixed", "hedge", "name", "portion") for i in page.starting(item.outer)
    )


def _named(page: Page, item: Item) -> bool:
    """Whether a group is named behind, with "of" or as a noun; a time, a measure or a sum is none."""
    of = next((i for i in page.starting(item.end + 1) if i.category == "of"), None)
    leading = item.language in page.leading
    if of is None and leading and item.category == "fraction":
        the = next((i for i in page.starting(item.end + 1) if i.category == "the"), None)
        if the is None:
            return _group_at(page, item.end) is not None
        of = the
    end = item.end if of is None else of.end
    if _is_time(page, end):
        return False
    if leading or of is not None:
        return page.folded.text[end + 1 : end + 2].isalpha()
    return _is_definite(page, end)


def _is_definite(page: Page, end: int) -> bool:
    """Whether the noun behind has its article, or is one that can be counted."""
    behind = page.starting(end + 1)
    text = page.folded.text
    return any(i.category in GROUPS for i in behind) or any(text.startswith(a, end + 1) for a in page.articles)


def _group_at(page: Page, end: int) -> Item | None:
    """The group that is named behind a place, small words aside: all the Iraqi troops."""
    text = page.folded.text
    at = end + 1
    while at < end + DETERMINERS and text[at - 1 : at] == " ":
        behind = page.starting(at)
        group = next((i for i in behind if i.category in GROUPS), None)
        if group is not None:
            return group
        small = max((i.end for i in behind if i.flags & CLOSED or i.category == "the"), default=None)
        if small is None:
            return None
        at = small + 1
    return None


def _is_time(page: Page, end: int) -> bool:
    """Whether a time, a measure or a sum stands behind a place, small words aside."""
    at = end + 1
    for _ in range(3):
        behind = page.starting(at)
        if any(i.category in TIMES or i.category.startswith("the-") for i in behind):
            return True
        small = max((i.end for i in behind if i.flags & CLOSED), default=None)
        if small is None:
            return False
        at = small + 1
    return False
