"""Parts are found by their file names, and loaded only when asked for."""

import sys
from pathlib import Path

import pytest

from checker import parts
from checker.errors import WrongUse


def test_the_ids_of_a_drawer_are_its_file_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    drawer = tmp_path / "operators"
    drawer.mkdir()
    for name in ("title_body.py", "apart.py", "__init__.py", "_hidden.py", "notes.txt"):
        (drawer / name).touch()
    monkeypatch.setattr(parts, "HOUSE", tmp_path)
    assert parts.find("operators") == ("apart", "title-body")
    assert parts.find("nothing") == ()


def test_a_part_is_loaded_by_its_id() -> None:
    sys.modules.pop("checker.readers.jsonl", None)
    assert "jsonl" in parts.find("readers")
    assert "checker.readers.jsonl" not in sys.modules
    assert parts.load("readers", "jsonl").suffixes == (".jsonl", ".ndjson")


def test_an_unknown_part_is_wrong_use_with_the_nearest_known() -> None:
    with pytest.raises(WrongUse, match=r"^unknown reader 'jsonn'; did you mean 'jsonl'\? \(known: jsonl, .*\)$"):
        parts.load("readers", "jsonn")
    with pytest.raises(WrongUse, match=r"^unknown reader 'x'; known: jsonl, markdown, text$"):
        parts.load("readers", "x")
