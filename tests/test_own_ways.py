"""Ways of writing that one language has and others don't, as a pack of its own tells them."""

import pytest
from reading import written

from checker import packs as all_packs
from checker.documents import document
from checker.kinds import date
from checker.mentions import mentions
from checker.model import RawDocument
from checker.packs import Packs
from checker.page import read_page

PACK = """
format: 1
language: xx
script: latin
subject: before
decimal_comma: yes
words:
  number: {2: [duo], 3: [tri], 8: [okto], 20: [viti]}
  number-joined: {1: [uno]}
  scale: {1000000: [mija]}
  scale-alone: {100: [ceno], 1000: [milo]}
  units: {hour: [horas], minute: [minutos]}
  oclock: [h]
  less: [minu]
  article: [un]
  to: [ad]
  percent: ["%"]
  scale-signed: {1000000: [M]}
  currency: {EUR: ["€"]}
  measure: {m: [m]}
phrases:
  clock: [number hour-units|oclock number?, number hour-units less number, number oclock number to number oclock number]
  duration: [number units]
  share: [number percent]
  money: [number currency]
  measure: [number measure]
  count: [number]
"""


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """The packs of the program with one more language."""
    folder = tmp_path_factory.mktemp("rules")
    (folder / "xx.yaml").write_text(PACK.lstrip(), encoding="utf-8")
    return all_packs.load([folder])


def values(text: str, packs: Packs) -> list[tuple[str, str]]:
    """Kind and value of every mention of a text in the language of the pack, names and concepts aside."""
    raw = RawDocument(id="a.txt", text=text, metadata={"published": "2021-12-09", "language": "xx"})
    page = read_page(text, packs, "xx")
    listed = mentions(document(raw, page, packs)[0], page, packs, date.day_order(page))
    return [(m.kind, written(m.value)) for m in listed if m.kind not in ("name", "concept")]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("milo fantos", "1000"),
        ("ceno fantos", "100"),
        ("duo milo fantos", "2000"),
        ("duo ceno fantos", "200"),
        ("duo ceno uno fantos", "201"),
        ("milo ceno fantos", "1100"),
        ("milo duo ceno fantos", "1200"),
        ("ceno milo fantos", "100000"),
        ("tri mija duo ceno milo fantos", "3200000"),
        ("un mija fantos", "1000000"),
    ],
)
def test_a_scale_may_stand_alone(packs: Packs, words: str, value: str) -> None:
    assert values(words, packs) == [("count", value)]


@pytest.mark.parametrize("words", ["mija fantos", "uno fanto"])
def test_another_scale_needs_its_article_and_a_joined_number_its_numeral(packs: Packs, words: str) -> None:
    assert values(words, packs) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12.500 fantos", ("count", "12500")),
        ("1.234.567 fantos", ("count", "1234567")),
        ("12,500 % fantos", ("share", "12.5")),
        ("0,125 %", ("share", "0.125")),
        ("2 500 fantos", ("count", "2500")),
        ("2.500,5 fantos", ("count", "2500.5")),
        ("12,5 %", ("share", "12.5")),
        ("12.5 %", ("share", "12.5")),
    ],
)
def test_a_language_may_write_its_decimals_with_a_comma_only(packs: Packs, words: str, value: tuple[str, str]) -> None:
    assert values(words, packs) == [value]


def test_where_another_language_stands_beside_it_the_marks_are_read_as_ever(packs: Packs) -> None:
    assert ("count", "12500") in values("12,500 fantos, قال الوزير", packs)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("20 h 30", ("time", "20:30")),
        ("20 horas 30", ("time", "20:30")),
        ("okto horas viti", ("time", "08:20")),
        ("okto horas minu viti", ("time", "07:40")),
        ("8 h 15 ad 20 h 30", ("time", "08:15..20:30")),
        ("20 h", ("time", "20:00")),
        ("20 minutos", ("duration", "20 minute")),
    ],
)
def test_minutes_may_stand_behind_the_word_for_the_hour(packs: Packs, words: str, value: tuple[str, str]) -> None:
    assert values(words, packs) == [value]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12 M€ ad fantos", ("money", "12000000 EUR")),
        ("1,5 M€ ad fantos", ("money", "1500000 EUR")),
        ("12 M ad fantos", ("measure", "12 m")),
    ],
)
def test_a_scale_may_need_the_sign_of_a_currency_behind_it(packs: Packs, words: str, value: tuple[str, str]) -> None:
    assert values(words, packs) == [value]
