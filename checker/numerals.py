"""Numerals: words and digits in a row become one number: two hundred and five, half a million, 3 thousand.

A language gives the words with their values; how they add up is the same in all: units and tens add, a scale
multiplies what stands in front of it, and a smaller group follows a larger one. Ordinals of several words likewise.
"""

from checker.line import Item

PARTS = frozenset(["number", "scale", "scale-glued", "fraction"])
JOINTS = ("and", "article")  # the categories of the words that stand between parts
HUNDRED = 100.0
DUAL_FROM = 1000  # a single word of this value or more is a scale in the dual, so half of it is one scale


def compose(
    text: str, items: list[Item], conjunctive: frozenset[str], tens_first: frozenset[str] = frozenset()
) -> list[Item]:
    """The items with every run of numerals replaced by one `number` item, whose value is (number, digits or None).

    A lone 1 in words becomes `one`, for it may be an article or a pronoun; a lone fraction stays what it is.
    `conjunctive` names the languages that add with a conjunction only and in which a scale may stand alone (Arabic);
    in others sums need none and a lone scale needs an article (English "a hundred"). `tens_first` names those in which
    a conjunction joins units to the tens in front of them (vingt et un).
    """
    candidates = [i for i in items if i.category in PARTS] + [i for i in items if i.category == "ordinal"]
    kept = _longest(candidates)
    parts = [i for i in kept if i.category in PARTS]
    standing = {id(i) for i in kept}
    joins = {i.outer: i.end for i in items if i.category == "and"}
    articles = {i.end: i for i in items if i.category == "article"}
    rest = [i for i in items if i.category not in PARTS and (i.category != "ordinal" or id(i) in standing)]
    at = 0
    while at < len(parts):
        numeral, at = _read(text, parts, at, joins, articles, conjunctive, tens_first)
        if numeral is not None:
            rest.append(numeral)
    return rest


def _longest(parts: list[Item]) -> list[Item]:
    """The parts without those that lie inside a longer one."""
    kept: list[Item] = []
    for part in sorted(parts, key=lambda i: (i.outer, -i.end)):
        if not kept or part.end > kept[-1].end:
            if kept and part.start < kept[-1].end:
                continue
            kept.append(part)
    return kept


def _value(part: Item) -> float:
    value = part.value
    return float(value[0]) if isinstance(value, tuple) else float(str(value))


def _read(
    text: str,
    parts: list[Item],
    at: int,
    joins: dict[int, int],
    articles: dict[int, Item],
    conjunctive: frozenset[str],
    tens_first: frozenset[str],
) -> tuple[Item | None, int]:
    """One numeral that begins at a part, and the index of the part behind it."""
    first = parts[at]
    written = first.value[1] if isinstance(first.value, tuple) else None
    total, group, scale = 0.0, 0.0, float("inf")
    article = articles.get(_skip_back(text, first.outer))
    if first.category in ("scale", "scale-glued"):
        if first.language not in conjunctive and article is None:
            return None, at + 1
        if _value(first) == HUNDRED:
            group = HUNDRED
        else:
            total, scale = _value(first), _value(first)
    elif first.category == "number" and written is None and _value(first) >= DUAL_FROM:
        total, scale = _value(first), _value(first) / 2
    else:
        group = _value(first)
    last = first
    at += 1
    while at < len(parts):
        part = parts[at]
        gap, joined = _gap(text, last, part, joins)
        if not gap:
            break
        if isinstance(part.value, tuple) and last.language not in conjunctive:
            break  # "$5 million and 60 per cent" are two
        adds = joined or part.language not in conjunctive
        step = _step(part, last, adds, joined, part.language in tens_first, total, group, scale)
        if step is None:
            break
        total, group, scale = step
        last = part
        at += 1
    begin = article.start if article is not None and first.category == "scale" else first.start
    outer = article.outer if article is not None and first.category == "scale" else first.outer
    value = (total + group, written if last is first else None)
    if value[0] == 1 and written is None:
        return Item(outer, begin, last.end, "one", value, first.language, first.prefix, 0), at
    if first.category == "fraction" and last is first:
        return first, at
    language = None if first.language is None and last.language is None else (first.language or last.language)
    return Item(outer, begin, last.end, "number", value, language, first.prefix, 0), at


def _gap(text: str, last: Item, part: Item, joins: dict[int, int]) -> tuple[bool, bool]:
    """Whether a part follows closely, and whether a conjunction (of its own or as a prefix) joins it."""
    between = text[last.end : part.outer]
    if not between.strip(" ") or (between == "-" and last.language is not None and part.language is not None):
        return True, part.start > part.outer
    start = last.end + len(between) - len(between.lstrip(" "))
    end = joins.get(start)
    if end is not None and not text[end : part.outer].strip(" "):
        return True, True
    return False, False


def _step(
    part: Item, last: Item, adds: bool, joined: bool, behind: bool, total: float, group: float, scale: float
) -> tuple[float, float, float] | None:
    """The sums after one more part, or None when the part begins a numeral of its own.

    `adds`: the part may be added as it stands; `joined`: a conjunction is there; `behind`: units that are joined stand
    behind their tens.
    """
    value = _value(part)
    if part.category in ("scale", "scale-glued"):
        if group == 0 and not (joined and value < scale and total):
            return None
        if group == 0:
            return (total, HUNDRED, scale) if value == HUNDRED else (total + value, 0.0, value)
        if value == HUNDRED:
            return (total, group * HUNDRED, scale) if group < 10 and not joined else None
        return (total + group * value, 0.0, value) if value < scale and not joined else None
    if part.category == "fraction":
        return _fraction(value, total, group, scale) if joined else None
    digits = isinstance(part.value, tuple)
    if not digits and value >= DUAL_FROM:
        return (total + value, 0.0, value / 2) if joined and value / 2 <= scale and group == 0 else None
    if total and group == 0:
        return (total, value, scale) if adds and value < scale and (joined or not digits) else None
    if digits or isinstance(last.value, tuple):
        return None
    if group >= HUNDRED and group % HUNDRED == 0:
        return (total, group + value, scale) if adds and value < HUNDRED else None
    rest = group % HUNDRED
    units_first = joined and not behind and rest < 10 and value in range(20, 100, 10)
    tens_first = (behind or not joined) and rest >= 20 and rest % 10 == 0 and value < 10
    return (total, group + value, scale) if units_first or tens_first else None


def _fraction(value: float, total: float, group: float, scale: float) -> tuple[float, float, float] | None:
    """The sums after "and a half": of the scale that was named last, or of one."""
    if group == 0:
        return (total + value * scale, 0.0, scale / 1000) if total else None
    return total, group + value, scale


def ordinals(text: str, items: list[Item]) -> list[Item]:
    """The items with ordinals of several words as one: twenty-fifth, and where the ordinal comes first the same."""
    at = {i.outer: i for i in items if i.category in ("ordinal", "number") and _whole(i)}
    joins = {i.outer: i.end for i in items if i.category == "and"}
    joined: list[Item] = []
    gone: set[int] = set()  # by identity: the value of an item may be a list
    for first in items:
        if first.category not in ("ordinal", "number") or not _whole(first):
            continue
        start = first.end + (text[first.end : first.end + 1] in (" ", "-"))
        last = at.get(start) or at.get(joins.get(start, -2) + 1)
        if last is None or last.language != first.language or first.category == last.category:
            continue
        tens, unit = (first, last) if first.category == "number" else (last, first)
        if (
            _tens(tens)
            and int(str(unit.value)) < 10
            and (tens is first or last.start > last.outer or last.outer != start)
        ):
            value = int(_value(tens)) + int(str(unit.value))
            joined.append(first._replace(end=last.end, category="ordinal", value=value))
            gone |= {id(first), id(last)}
    return [i for i in items if id(i) not in gone] + joined


def _whole(item: Item) -> bool:
    """An ordinal, or a number that is written in words."""
    return item.category == "ordinal" or isinstance(item.value, tuple) and item.value[1] is None


def _tens(item: Item) -> bool:
    value = _value(item)
    return value == int(value) and value >= 20 and value % 10 == 0 and value % 100 != 0


def _skip_back(text: str, at: int) -> int:
    while at > 0 and text[at - 1] == " ":
        at -= 1
    return at
