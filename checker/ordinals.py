"""Numbers with an ordinal in them: twenty-first, the hundredth, two thirds."""

from checker.line import Item


def value_of(part: Item) -> float:
    """The number of an item, in words or in digits."""
    value = part.value
    return float(value[0]) if isinstance(value, tuple) else float(str(value))


def skip(text: str, at: int) -> int:
    """The next place that holds no blank."""
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def fractions(
    text: str, links: dict[int, int], joins: dict[int, int], further: list[Item], items: list[Item]
) -> list[Item]:
    """The items with fractions of two words as one (two thirds, a fifth of); `further` has the denominators."""
    below = {i.outer: i for i in further if i.category == "denominator"}
    ordinals_at = {i.outer: i for i in items if i.category == "ordinal"}
    made: list[Item] = []
    gone: set[int] = set()
    joined = {skip(text, end): outer for outer, end in joins.items()}
    numbers = {i.end: i for i in items if i.category in ("number", "one")}
    for item in items:
        if item.category not in ("number", "one", "article"):
            continue
        start = item.end + (text[item.end : item.end + 1] in (" ", "-"))
        whole = value_of(item) if item.category != "article" else 1.0
        part = (below.get(start) if whole != 1 else None) or (ordinals_at.get(start) if whole == 1 else None)
        if part is None or part.language != item.language or whole != int(whole) or start == item.end:
            continue
        of = links.get(skip(text, part.end)) is not None
        whole_text = item.start == skip(text, 0) and text[part.end :].strip() == ""
        if int(str(part.value)) < 3 or (whole == 1 and not of and not (item.category == "one" and whole_text)):
            continue
        value = whole / int(str(part.value))
        gone |= {id(item), id(part)}
        before = numbers.get(joined.get(item.outer, 0) - 1)
        if before is not None and item.category != "article":  # two and two thirds
            gone.add(id(before))
            value = round(value_of(before) + value, 9)
            made.append(before._replace(category="number", value=(value, None), end=part.end))
            continue
        made.append(item._replace(category="fraction", value=value, end=part.end))
    return [i for i in items if id(i) not in gone] + made


def ordinals(text: str, items: list[Item]) -> list[Item]:
    """The items with ordinals of several words as one: twenty-fifth, and where the ordinal comes first the same."""
    at = {i.outer: i for i in items if i.category in ("ordinal", "number", "one") and _whole(i)}
    joins = {i.outer: i.end for i in items if i.category == "and"}
    joined: list[Item] = []
    gone: set[int] = set()  # by identity: the value of an item may be a list
    for first in items:
        if first.category not in ("ordinal", "number", "one") or not _whole(first):
            continue
        start = first.end + (text[first.end : first.end + 1] in (" ", "-"))
        last = at.get(start) or at.get(joins.get(start, -2) + 1)
        if (
            last is None
            or last.language != first.language
            or (first.category == "ordinal") == (last.category == "ordinal")
        ):
            continue
        value = _ordinal(first, last, joined=last.start > last.outer or last.outer != start)
        if value is not None:
            joined.append(first._replace(end=last.end, category="ordinal", value=value))
            gone |= {id(first), id(last)}
    return [i for i in items if id(i) not in gone] + joined


def _ordinal(first: Item, last: Item, *, joined: bool) -> int | None:
    """What a number and an ordinal say together; None when they stand for themselves."""
    number, ordinal = (last, first) if first.category == "ordinal" else (first, last)
    whole, place = int(value_of(number)), int(str(ordinal.value))
    if number is last:
        return whole + place if joined and _tens(number) and place < 10 else None
    if place in (100, 1000, 10**6):
        return whole * place if whole < place and not joined else None
    hundreds = whole % 100 == 0 and whole > 0 and place < 100
    return whole + place if (_tens(number) and place < 10 and not joined) or hundreds else None


def _whole(item: Item) -> bool:
    """An ordinal, or a number that is written in words."""
    return item.category == "ordinal" or isinstance(item.value, tuple) and item.value[1] is None


def _tens(item: Item) -> bool:
    value = value_of(item)
    return value == int(value) and value % 100 >= 20 and value % 10 == 0
