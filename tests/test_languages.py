"""Of the languages that share a script a text is read in the one that it is written in."""

from pathlib import Path

import pytest

from checker import packs
from checker.packs import Packs
from checker.page import read_page

ESPERANTO = """format: 1
language: eo
script: latin
subject: before
letters: [ĉ, ŭ]
words:
  month: {3: [marto], 12: [decembro]}
  number: {6: [ses]}
  that: [ke]
  in: [en, on]
  say: [diris, anoncis]
phrases:
  date: [day month year]
  count: [number]
examples: {}
"""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """The packs of the program with one more of a script that is known."""
    desk: Path = tmp_path_factory.mktemp("desk")
    (desk / "eo.yaml").write_text(ESPERANTO, encoding="utf-8")
    return packs.load([desk])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Li diris ke ses mortis.", "eo"),
        ("He said on Friday that six died.", "en"),
        ("Ĉu ni iros on Friday, aŭ neniam?", "eo"),
    ],
    ids=["words of its own", "a word of the other stands among its own", "letters of its own"],
)
def test_a_text_is_read_in_the_language_that_it_is_written_in(both: Packs, text: str, language: str) -> None:
    page = read_page(text, both)
    assert language in page.languages
    assert {item.language for items in page.items.values() for item in items} <= {language, None}


def test_the_language_that_is_said_wins(both: Packs) -> None:
    assert "eo" in read_page("He said on Friday that six died.", both, "eo").languages
    assert "en" in read_page("Li diris ke ses mortis.", both, "en-GB").languages


def test_a_language_that_no_pack_of_the_script_has_leaves_the_text_to_tell(both: Packs) -> None:
    assert "eo" in read_page("Li diris ke ses mortis.", both, "tlh").languages
    assert "en" not in read_page("Li diris ke ses mortis.", both, "ar").languages


def test_where_nothing_tells_all_languages_of_the_script_are_read(both: Packs) -> None:
    assert {"en", "eo"} <= set(read_page("Decembro, December", both).languages)
    assert {"en", "eo"} <= set(read_page("60 % 2021-12-09", both).languages)


def test_names_tell_no_language(both: Packs) -> None:
    assert {"en", "eo"} <= set(read_page("Washington, London, Baghdad", both).languages)


def test_other_scripts_are_read_beside_it(both: Packs) -> None:
    page = read_page("Li diris ke ses mortis. أعلن يوم الخميس", both)
    assert {"ar", "eo"} <= set(page.languages)
    assert "en" not in page.languages
    assert "ar" in {item.language for item in page.items["weekday"]}
