"""Numerals: words and digits in a row become one number: two hundred and five, half a million, 3 thousand.

A language gives the words with their values; how they add up is the same in all: units and tens add, a scale
multiplies what stands in front of it, and a smaller group follows a larger one. Vague numbers take scales likewise.
"""

from typing import NamedTuple

from checker.lexicon import CLOSED
from checker.line import Item
from checker.ordinals import fractions, skip, value_of

ALONE = "scale-alone"  # one that stands for one of it without an article, as French "mille"
SCALES = frozenset(["scale", "scale-glued", "scale-dual", "scale-decimal", "scale-signed", ALONE])
PARTS = frozenset(["number", "number-joined", "fraction", *SCALES])
VAGUE = frozenset(["vague", "few"])
JOINTS = ("and", "of", "article", "between")  # the categories of the words that stand between parts
SMALL = (*JOINTS, "point")
USED_UP = PARTS | {"point", "denominator"}  # stand for nothing outside of a numeral
HUNDRED = 100.0
DUAL_FROM = 1000  # a single word of this value or more is a scale in the dual, so half of it is one scale
PLACES = 6  # decimals that a product keeps: 4.1 million is a whole number
WHOLE_FROM = 1e8  # from here on it keeps none
A_FEW = (3.0, 10.0)
LONGEST_TAIL = 12  # digits behind a decimal point that is said as a word


class _Sum(NamedTuple):
    """What the words of a numeral have come to: finished groups, the group that is being read, the last scale."""

    total: float
    group: float
    scale: float


class _Text(NamedTuple):
    """The text of the numerals and the small words that join them."""

    text: str
    joins: dict[int, int]  # a conjunction: where it begins, where it ends
    links: dict[int, int]  # the word for "of", likewise
    articles: dict[int, Item]  # by where they end
    between: frozenset[int]  # where the word for "between" ends
    points: dict[int, Item]  # the word for a decimal point
    conjunctive: frozenset[str]
    tens_first: frozenset[str]
    closed: frozenset[int]  # where small words and numbers begin
    alone: bool  # the numeral is all that the text holds


def compose(
    text: str, items: list[Item], conjunctive: frozenset[str], tens_first: frozenset[str] = frozenset()
) -> list[Item]:
    """The items with every run of numerals replaced by one `number` item, whose value is (number, digits or None).

    A lone 1 in words becomes `one`, for it may be an article or a pronoun; a lone fraction stays what it is, and a
    vague number takes the scales behind it. `conjunctive` names the languages that add with a conjunction only and in
    which a scale may stand alone (Arabic); in others sums need none and a lone scale needs an article ("a hundred").
    `tens_first` names those in which a conjunction joins units to the tens in front of them (vingt et un).
    """
    by: dict[str, list[Item]] = {category: [] for category in (*SMALL, *PARTS, "ordinal", "denominator")}
    rest = []
    for item in items:
        if item.category in by:
            by[item.category].append(item)
        if item.category not in USED_UP and item.category != "ordinal":
            rest.append(item)
    whole = frozenset((i.outer, i.end) for i in by["denominator"] if not i.prefix)  # an eighth, no prefix and eight
    numeric = [i for category in (*sorted(PARTS), "ordinal") for i in by[category]]
    kept = _longest([i for i in numeric if not i.prefix or (i.outer, i.end) not in whole])
    parts = [i for i in kept if i.category in PARTS]
    rest += [i for i in kept if i.category == "ordinal"]
    around = _Text(
        text,
        {i.outer: i.end for i in by["and"]},
        {i.outer: i.end for i in by["of"]},
        {i.end: i for i in by["article"]},
        frozenset(i.end for i in by["between"]),
        {i.outer: i for i in by["point"]},
        conjunctive,
        tens_first,
        frozenset(i.outer for i in items if i.flags & CLOSED or i.category in PARTS)
        if by["scale-dual"]
        else frozenset(),
        parts != [] and text[: parts[0].outer].strip() == "" and text[parts[-1].end :].strip() == "",
    )
    parts = _decimals(around, parts)
    if any(by[category] for category in ("scale", "scale-dual", ALONE)):
        rest, parts = _vague(around, rest, parts)
    at = 0
    numerals = []
    while at < len(parts):
        if _is_whole(parts, at):
            numerals.append(parts[at])
            at += 1
            continue
        numeral, at = _read_end(around, parts, at) or _read(around, parts, at)
        if numeral is not None:
            numerals.append(numeral)
    if not by["denominator"] and not by["ordinal"]:
        return rest + numerals
    return fractions(text, around.links, around.joins, [*by["article"], *by["denominator"]], rest + numerals)


def _is_whole(parts: list[Item], at: int) -> bool:
    """Whether a part is a numeral by itself since it and the next one are written in digits."""
    part = parts[at]
    if part.category != "number" or part.language is not None or part.flags or not isinstance(part.value, tuple):
        return False
    followed = at + 1 < len(parts) and not isinstance(parts[at + 1].value, tuple)
    return not followed and part.value[1] is not None and round(part.value[0], 9) == part.value[0]


def _longest(parts: list[Item]) -> list[Item]:
    """The parts without those that lie inside a longer one; of two as long the one without a prefix stays."""
    kept: list[Item] = []
    for part in sorted(parts, key=lambda i: (i.outer, -i.end, i.start)):
        if not kept or part.end > kept[-1].end:
            if kept and part.start < kept[-1].end:
                continue
            kept.append(part)
    return kept


def _read(around: _Text, parts: list[Item], at: int) -> tuple[Item | None, int]:
    """One numeral that begins at a part, and the index of the part behind it."""
    first = last = parts[at]
    article = around.articles.get(_skip_back(around.text, first.outer))
    lone = first.category == ALONE or first.language in around.conjunctive or article is not None
    if first.category in SCALES and not lone:
        return None, at + 1
    so_far = _begin(around, first)
    at += 1
    while at < len(parts):
        part = parts[at]
        gap, joined = _gap(around, last, part)
        if not gap or (isinstance(part.value, tuple) and last.language not in around.conjunctive):
            break  # "$5 million and 60 per cent" are two
        if isinstance(first.value, tuple) and so_far.total and not joined and part.category == "number":
            break  # and so are "$1.2 million two years ago"
        glued = part.outer == last.end
        adds = joined or part.language not in around.conjunctive
        behind = part.language in around.tens_first
        step = _step(part, last, so_far, adds=adds, joined=joined or glued, behind=behind)
        if step is None and around.alone and adds and not joined:
            step = _spoken(part, so_far)
        if step is None:
            break
        so_far, last = step, part
        at += 1
    if last is first and first.category == "number-joined":
        return None, at
    return _made(first, last, so_far, article), at


def _read_end(around: _Text, parts: list[Item], at: int) -> tuple[Item | None, int] | None:
    """The lower end of a range behind "between" that runs into its upper end: between a thousand and two thousand."""
    first = parts[at]
    known = first.language in around.conjunctive or (first.language is None and bool(around.conjunctive))
    if not known or _skip_back(around.text, first.outer) not in around.between:
        return None
    _, end = _read(around, parts, at)
    if end < len(parts) and parts[end].category == "number" and _gap(around, parts[end - 1], parts[end])[1]:
        return None
    for cut in range(at + 1, end):
        if _gap(around, parts[cut - 1], parts[cut])[1]:
            lower, upper = _read(around, parts[:cut], at)[0], _read(around, parts, cut)[0]
            if lower is not None and upper is not None and value_of(upper) > value_of(lower):
                return lower, cut
    return None


def _begin(around: _Text, first: Item) -> _Sum:
    """The sum that the first part of a numeral comes to."""
    value = value_of(first)
    if first.category in SCALES:
        value = 2 * value if _is_dual(around, first) else value
        return _Sum(0.0, HUNDRED, float("inf")) if value == HUNDRED else _Sum(value, 0.0, value_of(first))
    if first.category == "number" and not isinstance(first.value, tuple) and value >= DUAL_FROM:
        return _Sum(value, 0.0, value / 2)
    return _Sum(0.0, value, float("inf"))


def _is_dual(around: _Text, part: Item) -> bool:
    """Whether a scale that may be a dual is one: only in front of its noun, for it has lost its ending there."""
    at = part.end + 1
    return part.category == "scale-dual" and around.text[at : at + 1].isalpha() and at not in around.closed


def _made(first: Item, last: Item, so_far: _Sum, article: Item | None) -> Item:
    """The item of a numeral from its first to its last part."""
    written = first.value[1] if isinstance(first.value, tuple) else None
    begin = article if article is not None and first.category in SCALES else first
    value = (round(so_far.total + so_far.group, 9), written if last is first else None)
    if value[0] == 1 and written is None and last is first:
        return Item(begin.outer, begin.start, last.end, "one", value, first.language, first.prefix, 0)
    if first.category == "fraction" and last is first:
        return first
    language = None if first.language is None and last.language is None else (first.language or last.language)
    return Item(begin.outer, begin.start, last.end, "number", value, language, first.prefix, 0)


def _gap(around: _Text, last: Item, part: Item) -> tuple[bool, bool]:
    """Whether a part follows closely, and whether a conjunction (of its own or as a prefix) joins it."""
    between = around.text[last.end : part.outer]
    if not between.strip(" ") or (between == "-" and last.language is not None and part.language is not None):
        return True, part.start > part.outer
    start = last.end + len(between) - len(between.lstrip(" "))
    end = around.joins.get(start)
    if end is not None and not around.text[end : part.outer].strip(" "):
        return True, True
    return False, False


def _step(part: Item, last: Item, so_far: _Sum, *, adds: bool, joined: bool, behind: bool) -> _Sum | None:
    """The sum after one more part, or None when the part begins a numeral of its own.

    `adds`: the part may be added as it stands; `joined`: a conjunction is there, or no blank; `behind`: units that
    are joined stand behind their tens.
    """
    total, group, scale = so_far
    value = value_of(part)
    if part.category in SCALES:
        return _scaled(part, last, so_far, joined=joined)
    if part.category == "fraction":
        return _and_a_half(value, so_far) if joined else None
    digits = isinstance(part.value, tuple)
    if not digits and value >= DUAL_FROM:
        return _Sum(total + value, 0.0, value / 2) if joined and value / 2 <= scale and group == 0 else None
    if total and group == 0:
        return _Sum(total, value, scale) if adds and value < scale and (joined or not digits) else None
    if digits or isinstance(last.value, tuple):
        return None
    if group >= HUNDRED and group % HUNDRED == 0:
        return _Sum(total, group + value, scale) if adds and value < HUNDRED else None
    rest = group % HUNDRED
    units_first = joined and not behind and rest < 10 and value in range(20, 100, 10)
    tens_first = (behind or not joined) and rest >= 20 and rest % 10 == 0 and value < 10
    return _Sum(total, group + value, scale) if units_first or tens_first else None


def _scaled(part: Item, last: Item, so_far: _Sum, *, joined: bool) -> _Sum | None:
    """The sum after a scale: it multiplies the group in front of it, or stands for one of its own behind "and"."""
    total, group, scale = so_far
    value = value_of(part)
    own = part.start > part.outer or (joined and part.outer != last.end)
    if last.category == "fraction" and group == 0 and value == scale * 1000 and not own:
        return so_far  # a million and a half million
    if part.category == "scale-decimal" and group == int(group):
        return None
    if group == 0:
        if (own or part.category == ALONE) and value < scale and total:
            return _Sum(total, HUNDRED, scale) if value == HUNDRED else _Sum(total + value, 0.0, value)
        once = last.category in SCALES and value > scale and total in (scale, _last_group(total, scale))
        return _Sum(_tidy(total * value), 0.0, value) if once and not own else None
    if own:
        return None
    if value == HUNDRED:
        small = group < 10 or group % 10 != 0 or isinstance(last.value, tuple)
        return _Sum(total, group * HUNDRED, scale) if small else None
    return _Sum(_tidy(total + group * value), 0.0, value) if value < scale else None


def _tidy(product: float) -> float:
    """A product of decimals without what the machine adds to it: 16.9 billion is a whole number."""
    return round(product, PLACES if product < WHOLE_FROM else 0)


def _last_group(total: float, scale: float) -> float:
    """The total, if one group of the last scale is all that it holds (7.5 lakh); else a number that it is not."""
    return total if total / scale < 1000 else -1.0


def _spoken(part: Item, so_far: _Sum) -> _Sum | None:
    """A hundred that is only spoken: one twenty-two."""
    value = value_of(part)
    plain = part.category == "number" and not isinstance(part.value, tuple) and not so_far.total
    return so_far._replace(group=so_far.group * HUNDRED + value) if plain and so_far.group < 10 <= value else None


def _and_a_half(value: float, so_far: _Sum) -> _Sum | None:
    """The sum after "and a half": of the scale that was named last, or of one."""
    if so_far.group == 0:
        scale = so_far.scale
        return _Sum(so_far.total + value * scale, 0.0, scale / 1000) if so_far.total else None
    return so_far._replace(group=so_far.group + value)


# --- decimals and vague numbers ---------------------------------------------------------------------------------


def _decimals(around: _Text, parts: list[Item]) -> list[Item]:
    """The parts with numbers around a decimal point that is said (three point one four) as one."""
    if not around.points:
        return parts
    made: list[Item] = []
    at = 0
    while at < len(parts):
        part = parts[at]
        at += 1
        point = around.points.get(skip(around.text, part.end))
        if point is not None and part.category == "number":
            tail, at = _tail(around.text, parts, at, point.end)
            if tail:
                part = _with_tail(part, tail, parts[at - 1].end)
        elif not made and around.points.get(skip(around.text, 0)) is not None:
            point = around.points[skip(around.text, 0)]
            tail, after = _tail(around.text, parts, at - 1, point.end)
            if tail and around.text[parts[after - 1].end :].strip() == "":
                part, at = _with_tail(part._replace(value=0.0, start=point.start), tail, parts[after - 1].end), after
        made.append(part)
    return made


def _tail(text: str, parts: list[Item], at: int, end: int) -> tuple[str, int]:
    """The digits behind a decimal point, and the index of the part behind them."""
    digits = ""
    while at < len(parts) and parts[at].category == "number" and not text[end : parts[at].outer].strip(" "):
        value = value_of(parts[at])
        whole = parts[at].value[1] if isinstance(parts[at].value, tuple) else str(int(value))  # type: ignore[index]  # a tuple, as asked
        if (
            value != int(value)
            or value >= HUNDRED
            or len(digits + whole) > LONGEST_TAIL
            or text[end : parts[at].outer] == ""
        ):
            break
        digits += whole
        end = parts[at].end
        at += 1
        if len(whole) > 1:
            break  # point seventy-seven
    return digits, at


def _with_tail(part: Item, tail: str, end: int) -> Item:
    value = float(f"{int(value_of(part))}.{tail}")
    return part._replace(value=(value, f"{value}") if isinstance(part.value, tuple) else value, end=end)


def _vague(around: _Text, rest: list[Item], parts: list[Item]) -> tuple[list[Item], list[Item]]:
    """Vague numbers with the scales behind them (tens of thousands, several hundred), and the parts that are left."""
    scales = {p.outer: p for p in parts if p.category in ("scale", "scale-dual", ALONE)}
    made = []
    used: set[int] = set()
    said = {(i.start, i.end) for i in rest if i.category == "vague"}
    for item in rest:
        if item.category == "few" and (item.start, item.end) in said and scales:
            continue
        scale = _scale_behind(around, item, scales) if item.category in VAGUE and scales else None
        if scale is None:
            made.append(item)
            continue
        low, high = item.value if isinstance(item.value, list) else A_FEW
        end = item.end
        while scale is not None:
            low, high = low * value_of(scale), None if high is None else high * value_of(scale)
            used.add(id(scale))
            end = scale.end
            scale = _scale_behind(around, scale, scales)
        made.append(item._replace(category="vague", value=[low, high], end=end))
    kept = {id(i) for i in _longest([i for i in made if i.category == "vague"])}
    return [i for i in made if i.category != "vague" or id(i) in kept], [p for p in parts if id(p) not in used]


def _scale_behind(around: _Text, item: Item, scales: dict[int, Item]) -> Item | None:
    """The scale right behind an item, or behind the "of" that follows it."""
    at = skip(around.text, item.end)
    scale = scales.get(at)
    if scale is None and at in around.links:
        scale = scales.get(skip(around.text, around.links[at]))
    return None if scale is None or scale.start > scale.outer or at == item.end else scale


def _skip_back(text: str, at: int) -> int:
    while at > 0 and text[at - 1] == " ":
        at -= 1
    return at
