"""Letters: folding keeps offsets, numbers of every writing, borders of words, sentences, lines and columns."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.text import (
    DIGITS,
    DROP,
    LONGEST,
    WORD_MOST,
    arabic_share,
    fold,
    fold_letter,
    fold_word,
    number_of,
    scripts,
    sentences,
    sounds,
    t_form,
    trim,
    word_after,
    word_before,
)

LETTERS = "اأإآةىيئؤكکهھہبسل ABçéİıß09٣۴،؛؟٪«»“’—– \t\u00a0\u2009ـًَّ\u200c\u200f\u0301😀𝕏\n.,-"
TEXTS = st.text(alphabet=st.one_of(st.sampled_from(LETTERS), st.characters(exclude_categories=["Cs"])), max_size=60)
LAW = settings(derandomize=True, max_examples=300, deadline=None)


@given(TEXTS)
@LAW
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(TEXTS)
@LAW
def test_every_folded_letter_stands_where_its_original_stood(text: str) -> None:
    folded = fold(text)
    places = [folded.start(at) for at in range(len(folded.text))]
    assert places == sorted(set(places))
    assert [fold_letter(text[at]) for at in places] == list(folded.text)
    assert folded.start(len(folded.text)) == folded.end(len(folded.text)) == len(text)


@given(TEXTS)
@LAW
def test_only_marks_and_doubled_blanks_are_taken_out(text: str) -> None:
    folded = fold(text)
    kept = {folded.start(at) for at in range(len(folded.text))}
    assert all(text[at] in DROP or fold_letter(text[at]) == " " for at in range(len(text)) if at not in kept)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أحمد إلى آب", "احمد الي اب"),
        ("مُـحـمَّـد", "محمد"),
        ("قوّةٌ", "قوه"),
        ("٣١/١٢/٢٠٢١", "31/12/2021"),
        ("۱۲٫۵٪", "12.5%"),
        ("«كلام»، ثم؛ لماذا؟", '"كلام", ثم; لماذا?'),
        ("آن\u200cها", "انها"),
        ("a\u00a0 \t b", "a b"),
        ("Émigré ﬁ", "emigre f"),
        ("İstanbul ISPARTA", "istanbul isparta"),
        ("26—27 – 28", "26-27 - 28"),
        ("plain ascii", "plain ascii"),
        ("", ""),
    ],
)
def test_letters_that_writers_use_alike_are_one(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_a_span_of_a_text_with_astral_letters_cuts_its_words() -> None:
    text = "😀 مُحَمَّد\u200f 𝕏 9"
    folded = fold(text)
    at = folded.text.index("محمد")
    assert text[folded.start(at) : folded.end(at + 4)].startswith("مُحَمَّد")
    nine = folded.text.index("9")
    assert text[folded.start(nine) : folded.end(nine + 1)] == "9"


def test_a_word_of_a_pack_folds_to_one_line_of_single_blanks() -> None:
    assert fold_word("  كانون   الأوّل ") == "كانون الاول"


def test_only_ta_marbuta_has_a_form_in_front_of_suffixes() -> None:
    assert t_form("قوة", "قوه") == "قوت"
    assert t_form("قوه", "قوه") is None


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("2347", 2347),
        ("2,347", 2347),
        ("2 347", 2347),
        ("2'347", 2347),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("45.000", 45000),
        ("45.125", 45.125),
        ("0.500", 0.5),
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        ("1,234,567.5", 1234567.5),
        ("1.234.567,5", 1234567.5),
        ("0", 0),
    ],
)
def test_a_number_is_read_with_any_marks(written: str, number: float) -> None:
    assert number_of(written) == number


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from([",", ".", " ", "'"]))
@LAW
def test_a_whole_number_survives_its_thousands_marks(number: int, mark: str) -> None:
    written = f"{number:,}".replace(",", mark)
    if mark == "." and written.count(".") == 1 and not written.endswith("000"):
        assert number_of(written) == number / 1000
    else:
        assert number_of(written) == number


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("31/12/2021", ["date"]),
        ("2021-12-09", ["date"]),
        ("9.12.21", ["date"]),
        ("10:30", ["time"]),
        ("10:30:15", ["time"]),
        ("25:30", ["number", "number"]),
        ("1/2", ["number", "number"]),
        ("3 2015", ["number", "number"]),
        ("1,500 2", ["number", "number"]),
        ("9.12.", ["number"]),
        ("1.2.3.4", ["number", "number"]),
    ],
)
def test_digits_are_dates_times_or_numbers(text: str, groups: list[str]) -> None:
    assert [m.lastgroup if m.lastgroup != "mark" else "date" for m in DIGITS.finditer(text)] == groups


def test_a_word_ends_at_what_is_no_letter() -> None:
    assert word_before("an old_2 ", 8) == 3
    assert word_before("a b", 2) == 2
    assert word_after("an old_2 ", 3) == 8
    assert word_after("a b", 1) == 1


def test_a_run_of_letters_is_followed_only_so_far() -> None:
    assert word_before("x" * 1000, 900) == 900 - WORD_MOST
    assert word_after("x" * 1000, 100) == 100 + WORD_MOST


def test_scripts_and_their_share() -> None:
    assert scripts("abc كلمة") == {"arabic", "latin"}
    assert scripts("12 €") == frozenset()
    assert scripts("бывший") == frozenset()
    assert arabic_share("كل ab") == 0.5
    assert arabic_share("12") == 0.0


def cut(text: str, *abbreviations: str) -> list[str]:
    """The sentences of a text."""
    folded = fold(text).text
    return [folded[a:b] for a, b in sentences(folded, 0, len(folded), frozenset(abbreviations))]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("one. two", ["one.", "two"]),
        ("one! two? three; four", ["one!", "two?", "three;", "four"]),
        ("one\n\n two \n", ["one", "two"]),
        ("3.5 per cent. then", ["3.5 per cent.", "then"]),
        ('he said "no." then left', ['he said "no."', "then left"]),
        ("dr. hadi came. j. smith left", ["dr. hadi came.", "j. smith left"]),
        ("wait... what", ["wait...", "what"]),
        ("كلام؛ ثم كلام؟ نعم", ["كلام;", "ثم كلام?", "نعم"]),
        ("a.f.p. said", ["a.f.p. said"]),
        ("the end.", ["the end."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_at_final_marks_and_lines(text: str, pieces: list[str]) -> None:
    assert cut(text, "dr") == pieces


def test_a_sentence_without_end_is_cut_at_blanks() -> None:
    pieces = cut("word " * LONGEST)
    assert len(pieces) > 2
    assert all(LONGEST // 3 < len(piece) <= LONGEST for piece in pieces[:-1])
    assert " ".join(pieces).split() == ["word"] * LONGEST


def test_a_sentence_without_blanks_is_cut_all_the_same() -> None:
    pieces = cut("x" * (2 * LONGEST + 5))
    assert [len(piece) for piece in pieces] == [LONGEST, LONGEST, 5]


@given(TEXTS)
@LAW
def test_sentences_lie_in_order_and_lose_nothing_but_white_space(text: str) -> None:
    folded = fold(text).text
    spans = sentences(folded, 0, len(folded))
    assert all(a < b for a, b in spans)
    assert all(first[1] <= last[0] for first, last in pairwise(spans))
    assert "".join("".join(folded[a:b].split()) for a, b in spans) == "".join(folded.split())


def test_white_space_is_trimmed_from_a_span() -> None:
    assert trim("  ab  ", 0, 6) == (2, 4)
    assert trim("   ", 0, 3) == (3, 3)


# --- names as they sound ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "spellings",
    [
        ["kadhimi", "kazimi", "kathemi", "كاظمي"],
        ["sulaymaniyah", "suleimaniya", "slemaniyya", "سليمانيه"],
        ["qusayr", "kuseir", "قصير"],
        ["daoud", "dawood", "داوود"],
    ],
)
def test_spellings_of_one_name_sound_alike(spellings: list[str]) -> None:
    assert len({sounds(one) for one in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("mosul", "basra"), ("hyde park", "ehud barak"), ("hama", "homs"), ("صلاح", "صلاح الدين")]
)
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert sounds(one) != sounds(other)


def test_lines_and_blanks_stay_where_names_are_heard_together() -> None:
    together = sounds("deir ez zor\nfallujah\nanbar")
    assert together.split("\n") == [sounds(one) for one in ("deir ez zor", "fallujah", "anbar")]
