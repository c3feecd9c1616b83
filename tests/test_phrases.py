"""Phrases: patterns become sequences, and the longest that stands in the text is found once."""

import pytest
from reading import page

from checker.line import Item, Line
from checker.phrases import MOST, Phrase, beginnings, choose, compile_phrases, expand, match, shared, unshared

MACROS = {"DAY": ["day", "the day"], "WHEN": ["DAY month", "weekday"]}
NONE: frozenset[str] = frozenset()


def item(start: int, end: int, category: str, *, language: str | None = "en", prefix: str = "") -> Item:
    """An item whose word begins where it does, its prefix in front."""
    return Item(start - len(prefix), start, end, category, None, language, prefix, 0)


def line(text: str, *items: Item) -> Line:
    """The line of a text."""
    return Line(text, list(items))


def spans(phrases: list[Phrase]) -> list[tuple[str, int, int]]:
    """Kind and span of each phrase."""
    return [(p.kind, p.start, p.end) for p in phrases]


@pytest.mark.parametrize(
    ("pattern", "sequences"),
    [
        ("day month", [("day", "month")]),
        ("day? month", [("day", "month"), ("month",)]),
        ("day|weekday month", [("day", "month"), ("weekday", "month")]),
        ("DAY month", [("day", "month"), ("the", "day", "month")]),
        ("WHEN", [("day", "month"), ("the", "day", "month"), ("weekday",)]),
        ("(in|from) year", [("(in", "year"), ("(from", "year")]),
        ("day?", [("day",), ()]),
    ],
)
def test_a_pattern_stands_for_every_sequence_that_it_allows(pattern: str, sequences: list[tuple[str, ...]]) -> None:
    assert expand(pattern, MACROS) == sequences


@pytest.mark.parametrize(
    ("pattern", "macros", "says"),
    [
        ("NIGHT", MACROS, "unknown macro 'NIGHT'"),
        ("A", {"A": ["A b"]}, "a macro names itself"),
        ("a? " * 15, {}, "the pattern stands for 32768 sequences"),
    ],
)
def test_a_pattern_that_can_t_be_understood_is_refused(pattern: str, macros: dict[str, list[str]], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        expand(pattern, macros)
    assert MOST < 32768


def test_a_trie_is_kept_with_its_equal_parts_once() -> None:
    trie = compile_phrases({"date": ["the? day|ordinal of? month year?", "weekday"]}, {})
    nodes = shared(trie)
    assert unshared(nodes) == trie
    assert len(nodes) == 7
    assert unshared(shared({})) == {}


def test_at_one_length_the_pattern_that_stands_first_wins() -> None:
    trie = compile_phrases({"date": ["day month"], "count": ["day", "day month"]}, {})
    found = match(beginnings(trie), line("5 may", item(0, 1, "day"), item(2, 5, "month")), "en", NONE)
    assert spans(found) == [("date", 0, 5)]


def test_an_empty_sequence_is_no_phrase() -> None:
    assert compile_phrases({"date": ["day?"]}, {}) == {"day": {".": ["date", 1]}}


def test_the_longest_phrase_is_found_at_each_place() -> None:
    trie = compile_phrases({"date": ["day", "day month", "month"]}, {})
    found = match(beginnings(trie), line("5 may", item(0, 1, "day"), item(2, 5, "month")), "en", NONE)
    assert spans(found) == [("date", 0, 5), ("date", 2, 5)]
    assert spans(choose(found, 5)) == [("date", 0, 5)]


def test_context_must_stand_there_and_does_not_belong_to_the_phrase() -> None:
    trie = compile_phrases({"date": ["(in) year"]}, {})
    found = match(beginnings(trie), line("in 2014", item(0, 2, "in"), item(3, 7, "year")), "en", NONE)
    assert spans(found) == [("date", 3, 7)]
    assert found[0].context is not None
    assert match(beginnings(trie), line("or 2014", item(3, 7, "year")), "en", NONE) == []


def test_marks_stand_between_words() -> None:
    trie = compile_phrases({"date": ["month slash month", "month open month close", "day dash day comma year"]}, {})
    assert spans(match(beginnings(trie), line("a / b", item(0, 1, "month"), item(4, 5, "month")), "en", NONE)) == [
        ("date", 0, 5)
    ]
    assert spans(match(beginnings(trie), line("a (b)", item(0, 1, "month"), item(3, 4, "month")), "en", NONE)) == [
        ("date", 0, 5)
    ]
    dashed = line("5-7, 2014", item(0, 1, "day"), item(2, 3, "day"), item(5, 9, "year"))
    assert spans(match(beginnings(trie), dashed, "en", NONE)) == [("date", 0, 9)]


def test_a_line_break_ends_a_phrase() -> None:
    trie = compile_phrases({"date": ["day month"]}, {})
    assert match(beginnings(trie), line("5\nmay", item(0, 1, "day"), item(2, 5, "month")), "en", NONE) == []


def test_words_of_another_language_and_foreign_prefixes_end_a_phrase() -> None:
    trie = compile_phrases({"date": ["day month"]}, {})
    other = line("5 may", item(0, 1, "day", language=None), item(2, 5, "month", language="fr"))
    assert match(beginnings(trie), other, "en", NONE) == []
    prefixed = line("5 amay", item(0, 1, "day"), item(3, 6, "month", prefix="a"))
    assert match(beginnings(trie), prefixed, "en", NONE) == []
    assert spans(match(beginnings(trie), prefixed, "en", frozenset("a"))) == [("date", 0, 6)]


def test_of_phrases_over_each_other_the_longest_stays_and_the_earlier_of_equals() -> None:
    long, short = Phrase("a", 0, 0, 9, []), Phrase("b", 5, 5, 12, [])
    equal, last = Phrase("c", 12, 12, 16, []), Phrase("d", 14, 14, 18, [])
    assert choose([short, last, equal, long], 18) == [long, equal]


def test_a_page_keeps_its_phrases_in_the_order_of_the_text() -> None:
    read = page("On 9 December 2021 about 2,500 troops left after 18 years, $5m and 60 percent at 10:30.")
    assert [p.kind for p in read.phrases] == ["date", "count", "duration", "money", "share", "clock"]
    assert read.phrases == sorted(read.phrases, key=lambda p: p.start)
