"""Which languages a text is read in, where several share a script."""

from pathlib import Path

import pytest
from reading import found

from checker import packs as all_packs
from checker.documents import document
from checker.kinds import date
from checker.languages import languages_of
from checker.mentions import mentions
from checker.model import Mention, RawDocument
from checker.packs import Packs
from checker.page import read_page
from checker.text import fold

PACK = """
format: 1
language: xx
script: latin
subject: before
borrows: [en]
words:
  month: {5: [may], 7: [lulio], 8: [augo]}
  number: {2: [on], 3: [tri], 6: [six]}
  unit: {day: [di]}
  of: [da, na]
  the: [lo, la]
  that: [ke]
phrases:
  date: [day month year?]
  count: [number]
"""
NAMES = "format: 1\nnames:\n  quvlo: {type: city, forms: {xx: [Quvlo], en: [Quveltown]}}\n"
SPOKEN = "Lo 9 lulio 2021 da la tri di na Quvlo, ke augo"


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """The packs of the program with a language beside English."""
    folder = tmp_path_factory.mktemp("rules")
    (folder / "xx.yaml").write_text(PACK.lstrip(), encoding="utf-8")
    (folder / "names.yaml").write_text(NAMES, encoding="utf-8")
    return all_packs.load([folder])


def read(text: str, packs: Packs, language: str | None = None) -> list[Mention]:
    """Every mention of a text, published on a Thursday in December."""
    raw = RawDocument(id="a.txt", text=text, metadata={"published": "2021-12-09"})
    page = read_page(text, packs, language)
    return mentions(document(raw, page, packs)[0], page, packs, date.day_order(page))


@pytest.mark.parametrize(
    ("text", "named", "expected"),
    [
        (SPOKEN, None, "xx"),
        ("The minister said on Thursday that six soldiers of the army were killed", None, "en"),
        ("The minister of the city said that the army came to la Quvlo da Lo", None, "en"),
        ("six", None, "en"),
        ("six", "xx", "xx"),
        ("six", "xx-CA", "xx"),
        ("six", "de", "en"),
        ("CNN 25", None, "en"),
        (f"{SPOKEN}. The minister said on Thursday that six soldiers of the army were killed.", None, "en xx"),
        ("قال الوزير إن CNN", None, "ar en"),
        (f"قال الوزير: {SPOKEN}", None, "ar xx"),
    ],
)
def test_the_languages_are_those_whose_own_words_a_text_uses(
    packs: Packs, text: str, named: str | None, expected: str
) -> None:
    shared = {"ar", "en", "xx"}
    assert " ".join(id for id in languages_of(text, fold(text), packs, named) if id in shared) == expected


def test_a_text_without_letters_is_read_in_a_language_of_each_script(packs: Packs) -> None:
    assert {packs.languages[id].script for id in languages_of("12.5 % - 9", fold("12.5 % - 9"), packs)} == {
        "arabic",
        "latin",
    }


@pytest.mark.parametrize("text", ["He may leave on 9 May 2021, at six.", "on 5 May", "The Quvlo of on 3 March 2021"])
def test_words_of_another_language_change_nothing_in_a_text(packs: Packs, text: str) -> None:
    assert read(text, packs) == found(text)


def test_names_are_borrowed_one_way_only(packs: Packs) -> None:
    def names(text: str) -> list[str]:
        return [text[m.start : m.end] for m in read(text, packs) if m.kind == "name"]

    assert names(f"{SPOKEN} da Quveltown, Baghdad") == ["Quvlo", "Quveltown", "Baghdad"]
    assert names("The army of Quvlo said that it left Quveltown for Baghdad") == ["Quveltown", "Baghdad"]


def test_a_word_that_two_languages_share_is_read_in_the_one_that_is_spoken(packs: Packs) -> None:
    spoken = [(m.kind, m.value) for m in read(f"{SPOKEN}, on lo may", packs) if m.kind == "count"]
    assert spoken[-1][1] is not None
    assert getattr(spoken[-1][1], "low", None) == 2


def test_without_borrowing_no_name_of_another_language_is_read(tmp_path: Path) -> None:
    (tmp_path / "xx.yaml").write_text(PACK.replace("borrows: [en]\n", "").lstrip(), encoding="utf-8")
    alone = all_packs.load([tmp_path])
    assert [m for m in read(f"{SPOKEN} da Baghdad", alone) if m.kind == "name"] == []
