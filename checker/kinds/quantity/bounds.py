"""Bounds of a figure: of two numbers, of a number with a fraction behind it, and of a unit that no number counts."""

from checker.phrases import Phrase

SCALES = (1e12, 1e9, 1e6, 1e3)
FEW = (3.0, 10.0)
Number = tuple[float, str | None]  # and as written in digits; `None`: in words


def numbers_of(phrase: Phrase) -> list[Number]:
    """The numbers of a phrase."""
    return [i.value for i in phrase.items if i.category in ("number", "one") and isinstance(i.value, tuple)]


def bounds(phrase: Phrase, numbers: list[Number]) -> tuple[float, float]:
    """The lowest and the highest number of a phrase."""
    if not numbers:
        return _unnumbered(phrase)
    fraction = _fraction(phrase)
    if fraction and phrase.kind == "share":
        return fraction * numbers[0][0], fraction * numbers[0][0]  # half of one percent
    low, high = numbers[0][0] + fraction, numbers[-1][0] + fraction
    return (spread(low, numbers[0], high, numbers[-1]), high) if len(numbers) == 2 else (low, high)


def _fraction(phrase: Phrase) -> float:
    return sum(float(str(i.value)) for i in phrase.items if i.category == "fraction")


def _unnumbered(phrase: Phrase) -> tuple[float, float]:
    """What a dual, a fraction or "a few" says in front of its unit; a unit by itself is one of it."""
    categories = [i.category for i in phrase.items]
    if "few" in categories:
        return FEW
    alone = next((float(str(i.value)) for i in phrase.items if i.category == "number-alone"), None)
    if alone is not None:
        return alone, alone
    fraction = _fraction(phrase)
    own = [c for c in categories if c not in ("hedge", "minus")]
    whole = 2.0 if any(c.endswith("-dual") for c in own) else 0.0 if own[0] == "fraction" else 1.0
    return whole + fraction, whole + fraction


def spread(low: float, first: Number, high: float, last: Number) -> float:
    """The lower end of a range with the scale that only the upper one names: 5 to 7 million."""
    if low >= 1000 or last[1] is not None or (first[1] is None and low >= 100):
        return low
    scale = next((s for s in SCALES if high >= s), 100.0 if high >= 100 and high % 100 == 0 and low < 10 else 1.0)
    return low * scale if low * scale <= high else low
