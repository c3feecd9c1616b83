"""Whether words that could be a date are one here, and what their surroundings make of them.

"May" is a word, "in five days" may be how long something took, and "three days before the vote" has no day of its own.
"""

from bisect import bisect_right

from checker.kinds.date.spec import Spec
from checker.lexicon import CAPITAL
from checker.page import Page
from checker.phrases import Phrase

CLOCKS = frozenset(["second", "minute", "hour"])  # units of a clock: no day is so many of them away
SMALL = "small-"  # in front of the category of a word that is another word too
LEADS = ("the", "in", "bound", "part", "of", "hedge")  # small words in front of a date
ROLLS = ("bound", "within", "in-time", "in", "for")  # small words in front of a stretch that is counted from today
FIRST_YEAR = 1900  # of those that an era alone makes a year
SPOKEN = frozenset(["in-time", "within"])  # what may also tell how long something took


def _is_house(page: Page, phrase: Phrase) -> bool:
    """Four digits behind "at", which are a house number or a clock time and no year."""
    year = len(phrase.items) == 1 and phrase.items[0].category == "year"
    led = phrase.context is not None and phrase.context.category == "in"
    return year and led and page.before(phrase.outer, "at") is not None


def is_date(page: Page, phrase: Phrase, spec: Spec, *, ahead: bool, starts: list[int]) -> bool:
    """Whether a phrase that matched is a date where it stands."""
    if phrase.kind == "shifted-date":
        return _is_shift(page, phrase, spec, ahead=ahead, starts=starts)
    if spec.ago is not None:
        return not _of_event(page, phrase)
    if phrase.kind != "date":
        return not (spec.plural and (spec.unit in CLOCKS or _of_event(page, phrase)))
    if spec.unit in CLOCKS or (spec.unit == "day" and spec.part is not None and spec.unit_rel == 0):
        return False  # this very second; earlier in the day, whichever it is
    of_event = phrase.items[-1].category == "named-part" and _of_event(page, phrase)
    other = _is_other(page, phrase, spec) or _is_house(page, phrase)
    if of_event or other or _is_loose(page, phrase, spec):
        return False
    first = phrase.items[0]
    if len(phrase.items) == 1 and phrase.context is None:
        if first.category.startswith(SMALL):
            return _alone(page, phrase)
        if first.category == "named-part":
            return _alone(page, phrase) or (str(first.value).startswith("quarter") and _has_article(page, phrase))
        if first.category == "day-offset" and _is_numbered(page, phrase):
            return False
        if first.category == "month":
            return not first.flags & CAPITAL or _alone(page, phrase)
    if first.category.startswith(SMALL) and not page.original(first.start, first.end)[0].isupper():
        return phrase.context is not None or not _is_verb(page, phrase)
    if spec.decade is not None and len(phrase.items) == 1:
        words = page.folded.text[phrase.start : phrase.end]  # more than one say that it is a decade
        return words[0].isdigit() or " " in words or first.start < first.outer + len(first.prefix)
    if spec.pair is not None or _is_bare_number(phrase):
        return _is_written_date(page, phrase, spec)
    if _is_day_alone(phrase, spec):
        return not _goes_on(page, phrase)
    return not (first.category == "weekday" and page.before(phrase.outer, "every") is not None)


def _alone(page: Page, phrase: Phrase) -> bool:
    """Whether the text holds nothing but the phrase, small words in front and a full stop behind it aside."""
    text, start = page.folded.text, phrase.outer
    while (small := next((i for c in LEADS if (i := page.before(start, c)) is not None), None)) is not None:
        start = small.outer
    end = phrase.end + (text[phrase.end : phrase.end + 1] == ".")
    return page.alone(start, end)


def _is_loose(page: Page, phrase: Phrase, spec: Spec) -> bool:
    """Words that only stand side by side: a year and a count, or a period, a dash and what begins a new thought."""
    kinds = [i.category for i in phrase.items]
    if kinds == ["year-unit", "number"]:
        return spec.year is None
    return spec.unit is not None and "dash" in kinds and " - " in page.folded.text[phrase.start : phrase.end]


def _has_article(page: Page, phrase: Phrase) -> bool:
    """Whether an article stands in front of a phrase, or hangs on its first word."""
    hung = any(page.folded.text.startswith(a, phrase.start) for a in page.articles)
    return hung or page.before(phrase.outer, "the") is not None


def _is_other(page: Page, phrase: Phrase, spec: Spec) -> bool:
    """Words for a day or a decade that mean another thing: the last day, between the two, in his sixties, "Today"."""
    text, behind = page.folded.text, page.starting(phrase.end + 1)
    if spec.decade is not None:
        return any(i.category == "age" for i in behind)
    if spec.year is not None and [i.category for i in phrase.items] == ["year", "era"]:
        return spec.year < FIRST_YEAR or spec.year % 100 == 0  # 1500 metres
    if phrase.kind != "date" or len(phrase.items) != 1 or phrase.context is not None:
        return False
    first = phrase.items[0]
    if first.category == "day-offset":
        quoted = text[phrase.start - 1 : phrase.start] == text[phrase.end : phrase.end + 1] == '"'
        return quoted or (spec.offset == 0 and _is_one_of_several(page, phrase))
    return first.category == "weekday" and page.before(phrase.outer, "between") is not None


def _is_one_of_several(page: Page, phrase: Phrase) -> bool:
    """Whether the word for today is that for a day with its article, and one that is counted: the second day.

    What names an hour as well is one: today, the fifth in the evening.
    """
    behind = page.starting(phrase.end + 1)
    if any(i.category == "hour" for i in behind):
        return False
    if any(i.category in ("ordinal", "last") and i.prefix for i in behind):
        return True
    number = next((i for i in behind if i.category == "number" and not i.prefix), None)
    return number is not None and any(i.category == "of" for i in page.starting(number.end + 1))


def _is_verb(page: Page, phrase: Phrase) -> bool:
    """Whether a month in small letters is a word and its number counts what follows: they march 20 miles."""
    last = phrase.items[-1]
    return len(phrase.items) == 2 and last.category == "day" and _letter_follows(page, phrase)


def _letter_follows(page: Page, phrase: Phrase) -> bool:
    return page.folded.text[phrase.end : phrase.end + 2].strip(" -").isalpha()


def _goes_on(page: Page, phrase: Phrase) -> bool:
    return _letter_follows(page, phrase) and not any(
        i.category in ("in", "of", "and", "bound", "to") for i in page.starting(phrase.end + 1)
    )


def _is_numbered(page: Page, phrase: Phrase) -> bool:
    """Whether an ordinal with an article hangs on the word: the third day is not today, as one word for both has it."""
    behind = page.starting(phrase.end + 1)
    return any(i.category == "ordinal" and i.start < i.outer + len(i.prefix) for i in behind)


def _is_day_alone(phrase: Phrase, spec: Spec) -> bool:
    """The 25th, without a month or a weekday."""
    return spec.day is not None and spec.month is None and spec.weekday is None and spec.month_rel is None


def _is_bare_number(phrase: Phrase) -> bool:
    """Two numbers with a mark between them, as a fraction, a score, a season or a law has them too."""
    return all(i.category in ("day", "year", "slash", "dash") for i in phrase.items) and len(phrase.items) == 3


def _is_written_date(page: Page, phrase: Phrase, spec: Spec) -> bool:
    """Whether two numbers are a date: a year and a month that can be no season (2010/11), or a day after "on"."""
    if page.before(phrase.outer, "not-counted") is not None:
        return False
    if spec.pair is not None:
        return phrase.context is not None or _alone(page, phrase)
    return spec.year is not None and spec.month is not None and spec.month <= 12 and spec.month != spec.year % 100 + 1


# --- so long before or after ------------------------------------------------------------------------------------


def _is_shift(page: Page, phrase: Phrase, spec: Spec, *, ahead: bool, starts: list[int]) -> bool:
    """Whether "in three days" is a day to come and no length, and "a year earlier" no comparison."""
    first = phrase.items[0]
    if first.category in SPOKEN and not any(i.category == "hence" for i in phrase.items):
        lasting = page.before(phrase.outer, "superlative") is not None  # the driest in ten years looks back
        return (ahead or _alone(page, phrase)) and not (lasting or _of_event(page, phrase))
    if spec.leans and any(i.value in CLOCKS for i in phrase.items):
        return False
    if spec.leans and first.category == "article":
        return _opens(starts, phrase.outer) or _alone(page, phrase)
    return not _of_event(page, phrase)


def _opens(starts: list[int], at: int) -> bool:
    """Whether a sentence begins at a place."""
    index = bisect_right(starts, at) - 1
    return index >= 0 and starts[index] == at


def _of_event(page: Page, phrase: Phrase) -> bool:
    """Two days before *the vote*, the last days *of the empire*, the spring *of his career*: no date of its own."""
    text = page.folded.text
    at = phrase.end
    while at < len(text) and text[at] == " ":
        at += 1
    return any(i.outer == at for i in page.between("of", at, at + 4))


def stands_alone_ahead(page: Page, phrase: Phrase, spec: Spec) -> bool:
    """Whether a week named by its day, or a weekday counted in a month, is all that the text says.

    No clause then tells on which side of today it lies, and such words are for plans.
    """
    lone = spec.around is not None or (spec.weekday is not None and spec.nth is not None)
    return lone and _alone(page, phrase)


def is_rolling(page: Page, phrase: Phrase) -> bool:
    """Whether a stretch is counted from today: *over* the last two years; by itself it names whole years."""
    first = phrase.items[0]
    the = page.before(phrase.outer, "the")
    at = phrase.outer if the is None else the.outer
    led = first.start > first.outer or any(page.before(at, category) is not None for category in ROLLS)
    return led or not _alone(page, phrase)


def is_between(page: Page, phrase: Phrase) -> bool:
    """Whether two months or years are the ends of a stretch: between them, or side by side as a pair."""
    return phrase.items[0].category == "small-unit-dual" or page.before(phrase.outer, "between") is not None


def is_firm(page: Page, phrase: Phrase) -> bool:
    """Whether what leans on an earlier date must have one; "the following week", all by itself, is next week."""
    follows = any(i.category in ("lean", "rel") and i.value != 0 for i in phrase.items)
    return not (follows and _alone(page, phrase))
