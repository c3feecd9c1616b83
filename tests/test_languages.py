"""What a language says of itself: which texts are read in it, how its numbers stand, and what its years are."""

from pathlib import Path

import pytest
from reading import DAY, HOME, written
from reading import packs as loaded

from checker import packs, yamlio
from checker.compiling import compile_files
from checker.documents import document
from checker.mentions import mentions
from checker.model import Mention, RawDocument
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


def test_where_nothing_tells_it_is_the_first_language_of_the_script(both: Packs) -> None:
    for text in ("60 % 2021-12-09", "Washington, London, Baghdad"):
        assert "en" in read_page(text, both).languages
        assert "eo" not in read_page(text, both).languages


def test_other_scripts_are_read_beside_it(both: Packs) -> None:
    page = read_page("Li diris ke ses mortis. أعلن يوم الخميس", both)
    assert {"ar", "eo"} <= set(page.languages)
    assert "en" not in page.languages
    assert "ar" in {item.language for item in page.items["weekday"]}


# --- what a language may say of its numbers and its years -------------------------------------------------------------

SOLAR = """format: 1
language: sol
script: latin
subject: before
conjunctive: yes
tens_first: yes
leading: yes
calendar: solar
decimal_marks: [/]
words:
  number: {1: [ik], 2: [du], 5: [panj], 20: [bist]}
  scale: {100: [sad], 1000: [hazar]}
  and: [va]
  unit: {month: [mah], year: [sal]}
  rel: {-1: [gozashte], 0: [jari]}
  year-offset: {-1: [parsal], 0: [emsal]}
  part: {end: [payan], summer: [tabestan]}
  month: {12: [desamber]}
  era: [miladi]
  age: [sale]
  percent: [darsad]
  say: [goft]
phrases:
  date:
    - "part? year-unit year era?"
    - "part year-unit|month-unit"
    - "year-unit|month-unit rel"
    - "part? year-offset"
    - "part year"
    - "named-part rel"
    - "numeric-date"
    - "day month year?"
  share: [number percent]
  count: [number, one]
examples: {}
"""


@pytest.fixture(scope="module")
def solar(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """The packs of the program with a made-up language whose years are solar."""
    desk: Path = tmp_path_factory.mktemp("solar")
    (desk / "sol.yaml").write_text(SOLAR, encoding="utf-8")
    return packs.load([desk])


def values_in(text: str, solar: Packs) -> list[str]:
    """The values of a text in the made-up language, read on 9 December 2021."""
    raw = RawDocument(id="a.txt", text=text, metadata={"published": DAY, "language": "sol"})
    page = read_page(text, solar, "sol")
    made, _ = document(raw, page, solar)
    return [written(m.value) for m in mentions(made, page, solar, None) if m.kind not in ("name", "concept")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sal 1400", "2021-03-21..2022-03-20"),
        ("sal 2014", "2014-01-01..2014-12-31"),
        ("sal 1914 miladi", "1914-01-01..1914-12-31"),
        ("1400/9/18", "2021-12-09"),
        ("2021/12/9", "2021-12-09"),
        ("emsal", "2021-03-21..2022-03-20"),
        ("parsal", "2020-03-20..2021-03-20"),
        ("sal gozashte", "2020-03-20..2021-03-20"),
        ("mah jari", "2021-11-22..2021-12-21"),
        ("mah gozashte", "2021-10-23..2021-11-21"),
        ("payan sal", "2022-03-20"),
        ("payan emsal", "2022-03-20"),
        ("tabestan gozashte", "2021-06-22..2021-09-22"),
        ("tabestan 1399", "2020-06-21..2020-09-21"),
        ("tabestan 2020", "2020-06-01..2020-08-31"),
        ("9 desamber", "2021-12-09"),
    ],
)
def test_years_and_months_without_a_name_are_of_the_calendar_of_the_language(
    text: str, value: str, solar: Packs
) -> None:
    assert values_in(text, solar) == [value]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bist va panj", ["25"]),
        ("sad va bist va panj", ["125"]),
        ("du hazar va panj", ["2005"]),
        ("panj va bist", ["5", "20"]),
        ("12/5 darsad", ["12.5"]),
        ("12/500", []),
        ("ik nafar goft", ["1"]),
        ("mard 25 sale goft", []),
        ("mard 25 goft", ["25"]),
    ],
)
def test_numbers_stand_as_the_language_writes_them(text: str, found: list[str], solar: Packs) -> None:
    assert values_in(text, solar) == found


# --- Arabic and Persian, which share a script -------------------------------------------------------------------------

CORPORA = sorted((HOME / "fixtures" / "corpus" / "ar").glob("*.yaml"))
REPORTS = [
    path
    for folder in ("mixed", "short")
    for path in sorted((HOME / "fixtures" / "reports" / folder).iterdir())
    if path.suffix in (".txt", ".md")
]


@pytest.fixture(scope="module")
def without_persian(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """The packs of the program as they are without a word of Persian."""
    home: Path = tmp_path_factory.mktemp("rules")
    files = []
    for name, path in packs.pack_files([HOME / "rules"]):
        if path.name in ("fa.yaml", "fa-places.yaml", "world-persian.yaml"):
            continue
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        target = home / name.replace("/", "-")
        target.write_text("".join(line for line in lines if not line.startswith("    fa: ")), encoding="utf-8")
        files.append((name, target))
    return packs.opened(compile_files(files, "without"))


def read_with(text: str, all_packs: Packs) -> list[Mention]:
    """Every mention of a text of which nobody says the language."""
    raw = RawDocument(id="a.txt", text=text, metadata={"published": DAY})
    page = read_page(text, all_packs)
    made, _ = document(raw, page, all_packs)
    return mentions(made, page, all_packs, None)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_report_is_read_as_if_there_were_no_persian(path: Path, without_persian: Packs) -> None:
    text = path.read_text(encoding="utf-8")
    assert read_with(text, loaded()) == read_with(text, without_persian)


@pytest.mark.parametrize("path", CORPORA, ids=lambda path: path.stem)
def test_an_arabic_phrase_is_read_as_if_there_were_no_persian(path: Path, without_persian: Packs) -> None:
    data = yamlio.read(path, name=path.name).data
    assert isinstance(data, dict)
    phrases = [phrase for listed in [*dict(data["values"]).values(), data["nothing"]] for phrase in listed]  # type: ignore[arg-type]  # a mapping
    assert phrases
    for phrase in phrases:
        assert read_with(str(phrase), loaded()) == read_with(str(phrase), without_persian), phrase


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("او گفت که سه نفر در این شهر کشته شدند.", {"fa"}),
        ("وزارت دفاع عراق اعلام کرد نیروهای آمریکایی تا پایان سال خارج می‌شوند.", {"fa"}),
        ("وزير الدفاع العراقي قال إن القوات ستنسحب قبل نهاية العام.", {"ar"}),
    ],
)
def test_a_sentence_is_read_with_the_words_of_its_language_alone(text: str, words: set[str]) -> None:
    page = read_page(text, loaded())
    assert {item.language for items in page.items.values() for item in items} - {None} == words
