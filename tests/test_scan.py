"""The one pass: borders, clitics, letter case, and numbers in digits."""

import pytest
from reading import packs, page

from checker.digits import WRITTEN_MOST, digits
from checker.line import Item
from checker.scan import scan
from checker.text import fold


def items(text: str, language: str = "ar") -> list[Item]:
    """What the words of a language's script give."""
    line, aside, _ = scan(packs().lexicon, fold(text), text)
    return [i for listed in (*line.items.values(), aside) for i in listed if i.language == language]


def values(text: str, category: str, language: str = "ar") -> list[tuple[str, object]]:
    """The hits of one category: the words of the span, and the value."""
    folded = fold(text).text
    return [(folded[i.start : i.end], i.value) for i in items(text, language) if i.category == category]


def numbers(text: str) -> list[tuple[str, str, object]]:
    """Category, span and value of everything in digits."""
    folded = fold(text)
    found = digits(folded, packs().alphabets, packs().languages["ar"].decimal_letters)
    return [(i.category, folded.text[i.start : i.end], i.value) for i in found]


@pytest.mark.parametrize(
    ("text", "span"),
    [("الخميس", "الخميس"), ("والخميس", "الخميس"), ("ليوم الخميس", "الخميس"), ("بالخميس", "الخميس")],
)
def test_a_word_is_found_behind_its_clitics_and_keeps_its_article(text: str, span: str) -> None:
    assert values(text, "weekday") == [(span, 4)]


@pytest.mark.parametrize("text", ["سالخميس", "الخميسي", "xالخميس"])
def test_a_word_inside_another_is_none(text: str) -> None:
    assert values(text, "weekday") == []


def test_a_function_word_takes_no_clitic_but_a_conjunction() -> None:
    assert values("وفي البيت", "in") == [("في", None)]
    assert values("بفي البيت", "in") == []


def test_a_verb_may_be_future() -> None:
    found = [i for i in items("سيعلن") if i.category == "say"]
    assert [i.prefix for i in found] == ["س"]
    assert [i for i in items("سالخميس") if i.category == "weekday"] == []


def test_a_concept_carries_pronouns_and_others_don_t() -> None:
    assert values("قواتها", "concept") != []
    assert values("أمسها", "day-offset") == []


def test_a_month_needs_its_capital() -> None:
    assert values("in May", "month", "en") == [("may", 5)]
    assert values("may march", "month", "en") == []
    assert values("MAY", "month", "en") == [("may", 5)]


def test_a_unit_glued_to_its_number_is_told_from_a_letter() -> None:
    assert values("5bn", "scale-glued", "en") == [("b", 1e9), ("bn", 1e9)][1:]
    assert values("b 5", "scale-glued", "en") == []


def test_a_sign_stands_without_borders() -> None:
    assert values("60%", "percent", "en") == [("%", None)]
    assert values("x%", "percent", "en") == [("%", None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("٦٠", [("number", "60", (60.0, "60"))]),
        ("لـ45", [("number", "45", (45.0, "45"))]),
        ("الـ25", [("number", "ال25", (25.0, "25"))]),
        ("والـ25", [("number", "ال25", (25.0, "25"))]),
        ("F-16", [("model", "16", "16")]),
        ("كوفيد-19", [("model", "19", "19")]),
        ("K1", [("model", "1", "1")]),
        ("2021-12-09", [("numeric-date", "2021-12-09", "2021-12-09")]),
        ("10:30", [("clock", "10:30", "10:30")]),
        ("2ر13", [("number", "2ر13", (13.2, "2ر13"))]),
        ("2رx", [("number", "2", (2.0, "2"))]),
        ("1990s", [("decade", "1990s", 1990)]),
        ("1991s", [("number", "1991", (1991.0, "1991"))]),
        ("1990 s", [("number", "1990", (1990.0, "1990"))]),
        ("9" * WRITTEN_MOST, [("number", "9" * WRITTEN_MOST, (float("9" * WRITTEN_MOST), "9" * WRITTEN_MOST))]),
        ("9" * (WRITTEN_MOST + 1), [("model", "9" * (WRITTEN_MOST + 1), "9" * (WRITTEN_MOST + 1))]),
        ("2ر" + "1" * 30, [("number", "2", (2.0, "2")), ("model", "1" * 30, "1" * 30)]),
        ("no digits", []),
    ],
)
def test_digits_are_numbers_models_dates_times_or_decades(text: str, found: list[tuple[str, str, object]]) -> None:
    assert numbers(text) == found


def test_every_item_cuts_letters_that_stand_in_the_text() -> None:
    text = (
        "أعلن التحالف الدولي، الـ25 من تموز/ يوليو 2021، خروج 2ر13 في المئة من 3 آلاف جندي from Ain al-Asad on May 5."
    )
    read = page(text)
    everything = [i for listed in read.items.values() for i in listed]
    assert len(everything) > 20
    assert all(0 <= i.outer <= i.start < i.end <= len(read.folded.text) for i in everything)
    assert all(read.folded.text[i.outer : i.start].isalpha() or i.outer == i.start for i in everything)
