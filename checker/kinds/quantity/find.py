"""Quantities in a page: what the words say, hedge applied, rounding not."""

from collections.abc import Mapping

from checker.kinds.quantity import changes, clock, durations, shares, sums, told
from checker.kinds.quantity.ages import is_aged_ordinal
from checker.kinds.quantity.bounds import FEW, Number, bounds, numbers_of
from checker.kinds.quantity.found import Found
from checker.kinds.quantity.hedges import apply_hedge, hedge_of
from checker.kinds.quantity.named import in_a_name, is_calibre, is_name, names_follow, no_count
from checker.lexicon import CLOSED
from checker.line import Item
from checker.model import Amount, Base
from checker.packs import NameInfo
from checker.page import Page
from checker.phrases import Phrase
from checker.spans import Spans

__all__ = ["Found", "apply_hedge", "find"]

KINDS = {"share": "share", "points": "measure", "money": "money", "measure": "measure", "duration": "duration"}
SORTS = frozenset([*KINDS, "count"])
# Words in which "second" may be an ordinal after all.
FREE = ("the", "article", "ordinal-day", "unit", "lean", "pointing", "this", "rel")
LENGTHS = ("stretch", "shifted-date")  # dates that name a length too: the last three days
UNITS = ("unit", "units", "unit-dual")
# In front of a "one" that counts nothing: this one, the one place, in one sense.
POINTED = frozenset(["the", "lean", "pointing", "this", "rel", "article", "in", "no", "all", "as-of", "every"])


def find(page: Page, names: Mapping[str, NameInfo] | None = None) -> list[Found]:
    """Every quantity of the page, in folded offsets. `names` tell which country a place lies in, for its currency."""
    found: list[Found] = []
    monies = sums.Monies(page, names or {})
    named = -1  # where the last number ends that is a name, no count: a list may go on behind it
    refused = -2  # where the last number ends that is no count for any other reason
    taken_in = -1  # where a ratio ends that took the phrase behind it in
    phrases = clock.joined(page, page.phrases)
    for at, phrase in enumerate(phrases):
        if phrase.kind == "date" or phrase.outer < taken_in:
            continue
        follows = phrase.kind == "count" and at + 1 < len(phrases)
        read = shares.one_in(page, phrase, phrases[at + 1]) if follows else None
        if read is not None:
            found.append(read)
            taken_in = read.end
            continue
        if phrase.kind == "count" and phrase.outer == refused + 1:
            refused = phrase.end  # a telephone number goes on
        elif (phrase.kind in ("count", "duration") or _is_lettered(phrase)) and is_name(page, phrase, named):
            named = phrase.end
        elif phrase.items[0].category == "number-alone" and not page.alone(phrase.outer, phrase.end):
            read = _unless_alone(page, phrase)
        elif phrase.kind == "measure" and is_calibre(page, phrase):
            continue
        elif phrase.kind in SORTS and (parted := changes.halves(page, phrase) or durations.apart(phrase)):
            read_apart = [_amount(page, one, monies) for one in parted]
            found += [one for one in read_apart if one is not None]
        elif phrase.kind in SORTS:
            read = shares.definite(page, phrase) or _numbered(page, phrase) or _amount(page, phrase, monies)
            refused = phrase.end if read is None else refused
        elif phrase.kind in LENGTHS:
            inner = durations.parts(phrase)
            read = None if inner is None else _amount(page, inner, monies)
            both = phrase.kind == "stretch" or phrase.items[0].category == "within"
            read = read._replace(read_by="stretch") if read is not None and both else read
        elif phrase.kind == "vague":
            read = _vague(page, phrase)
        elif phrase.kind == "ratio":
            read = shares.ratio(page, phrase)
            found += _apart(page, phrase, monies) if read is None else []
        elif phrase.kind == "none":
            read = told.nobody(page, phrase)
        elif phrase.kind == "clock":
            time = clock.read(page, phrase)
            read = None if time is None else Found(phrase.start, time.end, time.amount, time.hedge, False, "clock")
        if read is not None:
            found.append(read)
    times = [(f.start, f.end) for f in found if f.read_by == "clock"]  # what is no time after all may hold an ordinal
    stated = {f.start for f in found}
    stands = [p for p in page.phrases if p.kind != "clock" and (p.start in stated or not _is_free(p))]
    taken = Spans([*times, *((p.start, p.end) for p in stands)])
    found += told.find(page, taken)
    found += shares.find(page, taken)
    found += _ordinals(page, taken)
    return sorted(found, key=lambda f: f[:2])


def _is_lettered(phrase: Phrase) -> bool:
    """A measure whose unit is one letter, which may as well belong to a number that is a name: flat 12C."""
    last = phrase.items[-1]
    return phrase.kind == "measure" and last.end - last.start == 1


def _is_free(phrase: Phrase) -> bool:
    """A phrase that states nothing for sure, so that its words may be more: a *second*, *no one* of the members."""
    return phrase.kind == "none" or all(i.category in FREE for i in phrase.items)


def _apart(page: Page, phrase: Phrase, monies: sums.Monies) -> list[Found]:
    """The counts of a phrase that is no ratio after all: 12 out of 15 provinces."""
    found = []
    for item in phrase.items:
        if item.category == "number":
            read = _amount(page, Phrase("count", item.outer, item.start, item.end, [item]), monies)
            found += [] if read is None else [read]
    return found


def _first(phrase: Phrase, *categories: str) -> str | None:
    return next((str(i.value) for i in phrase.items if i.category in categories), None)


def _amount(page: Page, phrase: Phrase, monies: sums.Monies) -> Found | None:
    numbers = numbers_of(phrase)
    hedge = "vague" if any(i.category == "few" for i in phrase.items) else hedge_of(page, phrase)
    kind = KINDS.get(phrase.kind, "count")
    if _stands_otherwise(page, phrase, kind, numbers):
        return None
    if kind == "count" and [n for n, _ in numbers] == [2.0] and page.before(phrase.outer, "dual") is not None:
        return None  # the dual in front of it has said so
    unit, base = _unit(page, phrase, monies)
    if kind == "duration":
        length = durations.length(page, phrase)
        if length is None:
            return None
        low, high, unit = length
        hedge = "vague" if any(i.category == "few" for i in phrase.items) else hedge
    elif kind == "money":
        low, high = sums.sum_of(phrase, numbers)
    else:
        low, high = bounds(phrase, numbers)
    minus = _minus(page, phrase, kind) if numbers else None
    if minus is not None:
        low, high = -high, -low
    if high < low or (len(numbers) == 2 and high == low and kind == "count") or no_count(page, phrase, kind, numbers):
        return None  # 3-1 is a score, no range
    least, most = apply_hedge(low, high, hedge, whole=kind == "count")
    amount = Amount(kind=kind, low=least, high=most, unit=unit, base=base)
    latent = kind == "count" and hedge == "exact" and _is_year(phrase, numbers)
    if latent and len(numbers) == 1 and page.alone(phrase.outer, phrase.end):
        latent = False
    elif latent and _is_name_in_capitals(page, phrase):
        return None
    return Found(phrase.start if minus is None else minus, phrase.end, amount, hedge, latent, phrase.kind)


def _stands_otherwise(page: Page, phrase: Phrase, kind: str, numbers: list[Number]) -> bool:
    """Whether the words are no quantity where they stand: this one, one of them."""
    lone = len(numbers) == 1 and any(i.category == "one" for i in phrase.items)
    return kind == "count" and lone and not _one_of_its_kind(page, phrase)


def _unit(page: Page, phrase: Phrase, monies: sums.Monies) -> tuple[str | None, Base | None]:
    """The unit of a phrase, and for a measure what it is worth in the unit of its dimension."""
    if phrase.kind == "money":
        return monies.currency(phrase), None
    if phrase.kind == "points":
        return "pp", None
    for item in phrase.items:
        if item.category in ("measure", "measure-dual", "measure-before"):
            symbol, dimension, factor, offset = item.value if isinstance(item.value, list) else (item.value, "", 1, 0)
            return str(symbol), Base(str(dimension), float(factor), float(offset)) if dimension else None
    return _first(phrase, *UNITS), None


def _minus(page: Page, phrase: Phrase, kind: str) -> int | None:
    """Where a minus in front begins: a word, or a sign that is neither a dash nor the mark of a list."""
    if any(i.category == "minus" for i in phrase.items):
        return phrase.start
    text, at = page.folded.text, phrase.outer
    first, last = page.bounds
    if phrase.end == last and text[first:at] in ("-", "- "):
        return first
    free = (
        text[at - 1 : at] == "-" and (at == 1 or text[at - 2] in " (") and not text[max(0, at - 3) : at - 2].isdigit()
    )
    return at - 1 if free and kind != "count" else None


def _is_name_in_capitals(page: Page, phrase: Phrase) -> bool:
    """Whether a code in capitals stands in front of a number, among words that are not all in capitals: ABC 2000."""
    words = page.original(max(0, phrase.start - 30), phrase.start).split(" ")
    if len(words) < 3 or words[-1] != "":
        return False
    return words[-2].isalpha() and words[-2].isupper() and len(words[-2]) > 1 and not words[-3].isupper()


def _one_of_its_kind(page: Page, phrase: Phrase) -> bool:
    """Whether a "one" in words counts: beside its noun, with no small word between (one of them, no one, this one)."""
    text = page.folded.text
    if page.alone(phrase.outer, phrase.end):
        return True
    if phrase.items[-1].language in page.leading:
        behind = page.starting(phrase.end + 1)
        joint = any(i.category == "and" for i in behind) or text[phrase.end : phrase.end + 1] in (",", ".")
        if joint and page.before(phrase.outer, "harm") is not None:
            return True
        known = any(i.flags & CLOSED or i.category in ("say", "pluperfect", "conditional", "rel") for i in behind)
        pointed = any(i.category in POINTED for i in page.ending(phrase.outer - 1))
        return text[phrase.end + 1 : phrase.end + 2].isalpha() and not known and not pointed
    end = phrase.outer - 1
    noun = text[max(0, end) : phrase.outer] == " " and text[end - 1 : end].isalpha()
    return noun and not any(i.flags & CLOSED for i in page.ending(end))


def _is_year(phrase: Phrase, numbers: list[Number]) -> bool:
    """Lone numbers of four digits from 1950 to 2039 may be years as well as counts: 2014, 2003-2011."""
    plain = all(i.category in ("number", "dash", "between", "from", "to", "and") for i in phrase.items)
    return plain and all(w is not None and len(w) == 4 and 1950 <= n <= 2039 for n, w in numbers)


def _unless_alone(page: Page, phrase: Phrase) -> Found | None:
    """What a word that is a number only by itself (a pair of) says in a text: a vague number, or nothing."""
    item = next((i for i in page.starting(phrase.outer) if i.category == "vague" and i.end == phrase.end), None)
    return None if item is None else _vague(page, Phrase("vague", phrase.outer, phrase.start, phrase.end, [item]))


def _vague(page: Page, phrase: Phrase) -> Found | None:
    """Dozens, several hundred: the range that the pack gives; with a bound, from its lower or to its upper end."""
    item = next(i for i in phrase.items if i.category in ("vague", "few"))
    if item.category == "few" and item.language not in page.leading and not _noun_behind(page, phrase):
        return None  # it stands behind its noun, or is another word
    low, high = item.value if isinstance(item.value, list) else FEW
    hedge = hedge_of(page, phrase)
    if hedge in ("at-least", "more-than"):
        high = None
    elif hedge in ("at-most", "less-than"):
        low = 0.0
    return Found(phrase.start, phrase.end, Amount(kind="count", low=low, high=high), "vague", False, "vague")


def _numbered(page: Page, phrase: Phrase) -> Found | None:
    """A number with its article that stands as an ordinal, behind its noun or by itself: the hundredth session."""
    item = phrase.items[0]
    numbers = numbers_of(phrase)
    if [i.category for i in phrase.items] != ["number"] or numbers[0][1] is not None or phrase.kind != "count":
        return None
    value = numbers[0][0]
    if item.start == item.outer + len(item.prefix) or value != int(value):
        return None
    noun = page.before(item.outer, "numbered")
    joined = value > 20 and value % 10 == 1
    if not (
        joined or page.alone(item.outer, item.end) or (noun is not None and noun.start < noun.outer + len(noun.prefix))
    ):
        return None
    return Found(item.start, item.end, Amount(kind="ordinal", low=value, high=value), "exact", False, "ordinal")


def _noun_behind(page: Page, phrase: Phrase) -> bool:
    text, at = page.folded.text, phrase.end + 1
    small = any(i.flags & CLOSED for i in page.starting(at))
    return (text[at - 1 : at] == " " and text[at : at + 1].isalpha() and not small) or page.alone(
        phrase.outer, phrase.end
    )


def _ordinals(page: Page, taken: Spans) -> list[Found]:
    found = []
    for item in page.items.get("ordinal", []):
        if taken.touch(item.start, item.end) or not _stands_as_ordinal(page, item):
            continue
        amount = Amount(kind="ordinal", low=float(str(item.value)), high=float(str(item.value)))
        found.append(Found(item.start, item.end, amount, "exact", False, "ordinal"))
    return found


def _of_a_time(page: Page, item: Item) -> bool:
    """Whether the ordinal begins a quarter or half of a year, or numbers a century."""
    century = any(i.category == "century-unit" for i in page.starting(item.end + 1))
    return century or any(i.category == "part" for i in page.starting(item.outer))


def _stands_as_ordinal(page: Page, item: Item) -> bool:
    """With its article, in digits, or in front of its noun; not the number of a brigade, and no adverb ("at first")."""
    text = page.folded.text
    leading = item.language in page.leading
    if page.before(item.outer, "not-counted") is not None or (leading and names_follow(page, item.end)):
        return False
    if is_aged_ordinal(page, item):
        return False
    if (page.before(item.outer, "in") is not None or in_a_name(page, item) or _of_a_time(page, item)) and leading:
        return False
    if item.start < item.outer + len(item.prefix) or text[item.start].isdigit():
        return True
    if not text[item.end : item.end + 2].strip(" -").isalpha():
        return page.alone(item.outer, item.end)
    return not any((i.flags & CLOSED and not leading) or i.category == "say" for i in page.starting(item.end + 1))
