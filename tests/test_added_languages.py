"""A language is data: what one more pack brings changes nothing in texts of another language."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from reading import HOME, packs

from checker import packs as all_packs
from checker import yamlio
from checker.documents import document
from checker.kinds import date
from checker.mentions import mentions
from checker.model import Mention, RawDocument
from checker.packs import Packs
from checker.page import read_page

CORPORA = HOME / "fixtures" / "corpus"
REPORTS = HOME / "fixtures" / "reports"
LEFT_OUT = "fr"
DAY = "2021-12-09"


def without(data: Any, language: str) -> Any:
    """What a file of rules says, without the words of a language."""
    if isinstance(data, dict):
        kept = {key: without(value, language) for key, value in data.items() if key != language}
        return {key: value for key, value in kept.items() if value != {} or data[key] == {}}
    return [without(value, language) for value in data] if isinstance(data, list) else data


@pytest.fixture(scope="module")
def fewer(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """The packs of the program without one language."""
    folder = tmp_path_factory.mktemp("rules")
    home = all_packs.bundled()
    for path in sorted(home.rglob("*.yaml")):
        data = without(yamlio.read(path, name=path.name).data, LEFT_OUT)
        if data.get("language") != LEFT_OUT:
            target = folder / path.relative_to(home)
            target.parent.mkdir(exist_ok=True)
            target.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(all_packs, "bundled", lambda: folder)
        return all_packs.load()


def read(text: str, packs: Packs) -> list[Mention]:
    """Every mention of a text whose language nobody says."""
    raw = RawDocument(id="a.txt", text=text, metadata={"published": DAY})
    page = read_page(text, packs)
    return mentions(document(raw, page, packs)[0], page, packs, date.day_order(page))


def phrases(language: str) -> Iterator[str]:
    """Every phrase of the corpora of a language."""
    for path in sorted((CORPORA / language).glob("*.yaml")):
        data: Any = yamlio.read(path, name=path.name).data
        for listed in [*data["values"].values(), data["nothing"], *data.get("todo", {}).values()]:
            yield from listed


def reports() -> list[Path]:
    """The reports that are not in the language left out."""
    return sorted(p for p in REPORTS.rglob("*") if p.suffix in (".txt", ".md") and p.parent.name != "french")


def test_the_language_is_there_and_can_be_left_out(fewer: Packs) -> None:
    assert LEFT_OUT in packs().languages
    assert sorted({*packs().languages} - {*fewer.languages}) == [LEFT_OUT]
    assert packs().names.keys() == fewer.names.keys()


@pytest.mark.parametrize("language", sorted(p.name for p in CORPORA.iterdir() if p.name != LEFT_OUT))
def test_one_more_language_changes_no_phrase_of_another(fewer: Packs, language: str) -> None:
    listed = list(phrases(language))
    assert [p for p in listed if read(p, packs()) != read(p, fewer)] == []


@pytest.mark.parametrize("path", reports(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_one_more_language_changes_no_report_in_another(fewer: Packs, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert read(text, packs()) == read(text, fewer)


@pytest.mark.parametrize(
    "text",
    [
        "On six main roads the army said that it may leave on 6 May. The mission on Mars is on.",
        "The minister told me on Monday in Nice: plus ten, pour on, for the car. Six of them chat.",
        "Le Monde and La Repubblica said that the son of de Gaulle was in Tours on 9 December 2021.",
    ],
)
def test_words_that_both_languages_have_are_read_in_the_one_that_is_spoken(fewer: Packs, text: str) -> None:
    assert read(text, packs()) == read(text, fewer)


def test_the_words_left_out_are_read_with_their_pack_only(fewer: Packs) -> None:
    text = "Au moins trois soldats ont été blessés mardi dernier, a déclaré le ministère de la Défense à Bagdad."
    kinds = {m.kind for m in read(text, packs())}
    assert {"date", "count", "concept", "name"} <= kinds
    assert [m for m in read(text, fewer) if m.kind in ("date", "count")] == []
