"""Numerals: numbers written out in words read back, and neighbours that are no numeral don't."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import of_kind, page, words_of

from checker.kinds.quantity.find import find
from checker.line import Item
from checker.numerals import compose
from checker.ordinals import ordinals
from checker.page import Page

LAW = settings(derandomize=True, max_examples=300, deadline=None)
ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
UNITS = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
TEENS = [
    "عشرة",
    "أحد عشر",
    "اثنا عشر",
    "ثلاثة عشر",
    "أربعة عشر",
    "خمسة عشر",
    "ستة عشر",
    "سبعة عشر",
    "ثمانية عشر",
    "تسعة عشر",
]
ARABIC_TENS = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
HUNDREDS = ["", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]
SCALES = [(10**9, "billion"), (10**6, "million"), (1000, "thousand")]
ARABIC_SCALES = [(10**6, "مليون", "مليونان", "ملايين"), (1000, "ألف", "ألفان", "آلاف")]


def english(number: int) -> str:
    """A whole number in English words."""
    for scale, name in SCALES:
        if number >= scale:
            rest = number % scale
            tail = "" if not rest else (" and " if rest < 100 else " ") + english(rest)
            return f"{english(number // scale)} {name}{tail}"
    if number >= 100:
        return f"{ENGLISH[number // 100]} hundred" + (f" and {english(number % 100)}" if number % 100 else "")
    if number >= 20:
        return TENS[number // 10] + (f"-{ENGLISH[number % 10]}" if number % 10 else "")
    return ENGLISH[number]


def arabic(number: int) -> str:
    """A whole number from 1 in Arabic words."""
    parts = []
    for scale, one, two, few in ARABIC_SCALES:
        many, number = divmod(number, scale)
        if many == 1:
            parts.append(one)
        elif many == 2:
            parts.append(two)
        elif many:
            parts.append(f"{arabic(many)} {few if many % 100 in range(3, 11) else one}")
    if number >= 100:
        parts.append(HUNDREDS[number // 100])
    number %= 100
    if 10 <= number < 20:
        parts.append(TEENS[number - 10])
    elif number:
        parts += [part for part in (UNITS[number % 10], ARABIC_TENS[number // 10]) if part]
    return " و".join(parts)


def read(text: str) -> list[tuple[float | None, float | None]]:
    """The bounds of every count of a text."""
    return [(q.amount.low, q.amount.high) for q in find(page(text)) if q.amount.kind == "count"]


@given(st.one_of(st.integers(2, 400), st.integers(2, 10**6), st.integers(2, 10**12 - 1)))
@LAW
def test_english_words_read_back(number: int) -> None:
    assert read(f"They saw {english(number)} birds.") == [(number, number)]


@given(st.one_of(st.integers(3, 400), st.integers(3, 10**6), st.integers(3, 10**9 - 1)))
@LAW
def test_arabic_words_read_back(number: int) -> None:
    assert read(f"ظهرت {arabic(number)} طائرا") == [(number, number)]


@given(st.integers(0, 10**9), st.sampled_from([",", " ", "'"]))
@LAW
def test_digits_read_back_with_any_mark(number: int, mark: str) -> None:
    written = f"{number:,}".replace(",", mark)
    expected = [] if number >= 10**6 and mark == "" else [(number, number)]
    years = [(n, n) for n in (number,) if written.isdigit() and 1950 <= n <= 2039]
    assert read(f"They saw {written} birds.") == (years or expected)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("3 thousand men", [(3000, 3000)]),
        ("2.5 million men", [(2.5e6, 2.5e6)]),
        ("two and a half million men", [(2.5e6, 2.5e6)]),
        ("half a million men", [(500000, 500000)]),
        ("thousand men", []),
        ("a thousand men", [(1000, 1000)]),
        ("two three four", [(2, 2), (3, 3), (4, 4)]),
        ("fifty forty", [(50, 50), (40, 40)]),
        ("They saw five twenty times", [(5, 5), (20, 20)]),
        ("one twenty two", [(122, 122)]),
        ("three hundred thousand", [(300000, 300000)]),
        ("two thousand million", [(2e9, 2e9)]),
        ("three thousand millions", [(3e9, 3e9)]),
        ("5 6", [(5, 5), (6, 6)]),
        ("20 five", [(20, 20), (5, 5)]),
        ("5 hundred men", [(500, 500)]),
        ("fifteen hundred", [(1500, 1500)]),
        ("3 million 200 thousand men", [(3e6, 3e6), (200000, 200000)]),
        ("3 million and 200 thousand men", [(3e6, 3e6), (200000, 200000)]),
        ("3 آلاف و200 جندي", [(3200, 3200)]),
        ("$5 million and 60 men", [(60, 60)]),
        ("مئة ألف وألفان", [(102000, 102000)]),
        ("مليون ومئتا ألف نازح", [(1.2e6, 1.2e6)]),
        ("ألفان وخمسمئة", [(2500, 2500)]),
        ("خمسة ألفان", [(5, 5), (2000, 2000)]),
        ("مليونان ونصف", [(2.5e6, 2.5e6)]),
        ("ثلاثة ونصف", [(3.5, 3.5)]),
        ("ألف مليون", [(1e9, 1e9)]),
        ("ثلاثة عشرون", [(3, 3), (20, 20)]),
        ("خمسة  \n  وعشرون", [(5, 5), (20, 20)]),
    ],
)
def test_what_adds_up_and_what_doesn_t(text: str, bounds: list[tuple[float, float]]) -> None:
    assert read(text) == bounds


def test_a_numeral_is_one_span() -> None:
    text = "About two thousand three hundred and forty-seven people marched."
    counted = of_kind(text, "count")
    assert [words_of(text, m) for m in counted] == ["About two thousand three hundred and forty-seven"]


def test_a_lone_one_is_kept_apart_from_numbers() -> None:
    made: Page = page("one soldier")
    assert "number" not in made.items
    assert [i.value for i in made.items["one"]] == [(1.0, None)]


def test_a_lone_fraction_stays_a_fraction() -> None:
    assert [i.value for i in page("half of them").items["fraction"]] == [0.5]


def test_an_overlap_goes_to_the_longer_word() -> None:
    long = Item(0, 0, 9, "number", 13, "en", "", 0)
    inside = Item(5, 5, 9, "number", 10, "en", "", 0)
    crossing = Item(7, 7, 12, "number", 4, "en", "", 0)
    kept = compose("thirteen ten", [inside, crossing, long], frozenset())
    assert [(i.start, i.end) for i in kept] == [(0, 9)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("the twenty-first man", [21]),
        ("the twenty first man", [21]),
        ("الحادية والعشرين", [21]),
        ("الخامس و العشرون", [25]),
        ("الخامس العشرون", [5]),
        ("the hundred first man", [1]),
        ("the fifth twenty", [5]),
        ("twenty thirtieth", [30]),
    ],
)
def test_ordinals_of_two_words_are_one(text: str, values: list[int]) -> None:
    assert [i.value for i in page(text).items.get("ordinal", [])] == values


def test_ordinals_of_two_languages_don_t_join() -> None:
    tens = Item(0, 0, 6, "number", (20.0, None), "en", "", 0)
    unit = Item(7, 7, 12, "ordinal", 5, "ar", "", 0)
    assert ordinals("twenty khams", [tens, unit]) == [tens, unit]
