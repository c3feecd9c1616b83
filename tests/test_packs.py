"""Packs: compiled once, kept under the stamp of their content, and a desk's own folder over those that come along."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import judging
import pytest

from checker import packs
from checker.errors import NoInput, UnusableFile

BUNDLED = packs.bundled()
SMALL = {
    "languages/en.yaml": (BUNDLED / "languages" / "en.yaml").read_text(encoding="utf-8"),
    "names/places.yaml": "format: 1\nnames:\n  iraq: {type: country, forms: {en: [Iraq]}}\n",
    "concepts/forces.yaml": "format: 1\nconcepts:\n  troops: {en: [troops, soldiers]}\n",
}
COUNTED = """format: 1
questions:
  troops-present:
    ask: How many troops are there?
    answer: count
    varies: never
    says: troops
    take: {count-of: troops}
"""


def folder_of(folder: Path, files: dict[str, str]) -> Path:
    """A folder of packs."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A few packs in the place of those that come along, which compile at once, and a cache of their own."""
    home = folder_of(tmp_path / "rules", SMALL)
    monkeypatch.setattr(packs, "bundled", lambda: home)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return home


def kept(tmp_path: Path) -> list[Path]:
    """What lies in the cache."""
    return sorted((tmp_path / "cache" / "checker").glob("*"))


# --- where packs lie --------------------------------------------------------------------------------------------


def test_the_packs_of_a_checkout_are_found() -> None:
    assert BUNDLED == judging.ROOT / "rules"


def test_a_program_without_its_packs_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "__file__", str(tmp_path / "checker" / "packs.py"))
    with pytest.raises(NoInput, match="install it again"):
        packs.bundled()


def test_the_packs_of_a_wheel_come_before_a_folder_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("checker/_packs/languages", "rules/languages"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setattr(packs, "__file__", str(tmp_path / "checker" / "packs.py"))
    assert packs.bundled() == tmp_path / "checker" / "_packs"


def test_files_come_in_the_order_of_folders_and_names(tmp_path: Path) -> None:
    first = folder_of(tmp_path / "b", {"z.yaml": "", "a/y.yml": "", "notes.txt": ""})
    second = folder_of(tmp_path / "a", {"x.yaml": ""})
    names = [name for name, _ in packs.pack_files([first, second])]
    assert names == ["b/a/y.yml", "b/z.yaml", "a/x.yaml"]


def test_a_folder_of_rules_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoInput, match="missing: no such folder of rules"):
        packs.load([tmp_path / "missing"])


# --- the cache --------------------------------------------------------------------------------------------------


def test_the_compiled_form_is_kept_and_read_again(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = packs.load()
    (path,) = kept(tmp_path)
    assert path.name == f"packs-{first.stamp}.json"
    monkeypatch.setitem(sys.modules, "checker.compiling", None)  # compiling again would fail
    assert packs.load().names == first.names


def test_a_changed_pack_is_compiled_anew(small: Path, tmp_path: Path) -> None:
    before = packs.load()
    folder_of(
        small, {"names/places.yaml": SMALL["names/places.yaml"] + "  syria: {type: country, forms: {en: [Syria]}}\n"}
    )
    after = packs.load()
    assert before.stamp != after.stamp
    assert set(after.names) - set(before.names) == {"syria"}
    assert len(kept(tmp_path)) == 2


@pytest.mark.parametrize("content", ["", "{", "[]", '{"stamp": "other"}', "\udcff"])
def test_a_spoilt_cache_is_written_anew(small: Path, tmp_path: Path, content: str) -> None:
    packs.load()
    (path,) = kept(tmp_path)
    good = path.read_bytes()
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert set(packs.load().names) == {"iraq"}
    assert path.read_bytes() == good


def test_a_cache_of_another_stamp_is_not_believed(small: Path, tmp_path: Path) -> None:
    stamp = packs.load().stamp
    (path,) = kept(tmp_path)
    data = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(data | {"stamp": "0", "names": {}}), encoding="utf-8")
    assert packs.load().stamp == stamp
    assert set(packs.load().names) == {"iraq"}


def test_a_cache_that_cannot_be_written_is_done_without(small: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, no folder", encoding="utf-8")
    assert set(packs.load().names) == {"iraq"}
    assert (tmp_path / "cache").read_text(encoding="utf-8") == "a file, no folder"


def test_a_user_without_a_home_has_no_cache(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME", "USERPROFILE"):
        monkeypatch.delenv(name, raising=False)
    before = sorted(tmp_path.rglob("*"))
    assert set(packs.load().names) == {"iraq"}
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("variable", ["HOME", "USERPROFILE"])
def test_the_cache_lies_in_the_home(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME", "USERPROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, str(tmp_path / "home"))
    stamp = packs.load().stamp
    assert (tmp_path / "home" / ".cache" / "checker" / f"packs-{stamp}.json").is_file()


def test_the_cache_keeps_the_last_eight(small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "checker"
    folder.mkdir(parents=True)
    for age in range(10):
        old = folder / f"packs-{age}.json"
        old.write_text("{}", encoding="utf-8")
        os.utime(old, (age, age))
    stamp = packs.load().stamp
    left = {path.stem.removeprefix("packs-") for path in kept(tmp_path)}
    assert left == {stamp, *(str(age) for age in range(3, 10))}


def test_nothing_half_written_is_left(small: Path, tmp_path: Path) -> None:
    packs.load()
    assert [path.suffix for path in kept(tmp_path)] == [".json"]


def test_a_second_run_loads_neither_pydantic_nor_yaml(tmp_path: Path) -> None:
    code = (
        "import sys; from checker import packs; packs.load(); print(*sorted({'pydantic', 'yaml'} & set(sys.modules)))"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=judging.ROOT, env=environment
        ).stdout.split()
        for _ in range(2)
    ]
    assert runs == [["pydantic", "yaml"], []]


# --- the compiled form of a wheel -------------------------------------------------------------------------------


def test_what_is_compiled_for_a_wheel_is_what_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = folder_of(tmp_path / "rules", SMALL)
    target = tmp_path / "checker" / "_packs"
    packs.compile_all(source, target)
    shutil.copytree(source, target, dirs_exist_ok=True)
    monkeypatch.setattr(packs, "bundled", lambda: target)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setitem(sys.modules, "checker.compiling", None)  # compiling again would fail
    loaded = packs.load()
    assert set(loaded.names) == {"iraq"}
    assert kept(tmp_path) == []


# --- a desk's own folder ----------------------------------------------------------------------------------------


def test_an_entry_of_the_desk_wins_over_the_one_that_comes_along(small: Path, tmp_path: Path) -> None:
    folder_of(small, {"questions/counts.yaml": COUNTED})
    desk = folder_of(tmp_path / "desk", {"mine.yaml": COUNTED.replace("never", "over-time").replace("present", "here")})
    added = packs.load([desk]).questions
    assert {id: one["varies"] for id, one in added.items()} == {"troops-present": "never", "troops-here": "over-time"}
    folder_of(desk, {"mine.yaml": COUNTED.replace("never", "over-time")})
    assert {id: one["varies"] for id, one in packs.load([desk]).questions.items()} == {"troops-present": "over-time"}
    assert packs.load().questions["troops-present"]["varies"] == "never"


def test_words_of_the_desk_join_those_of_a_concept(small: Path, tmp_path: Path) -> None:
    desk = folder_of(tmp_path / "desk", {"mine.yaml": "format: 1\nconcepts:\n  troops: {en: [legionaries]}\n"})
    forms = packs.load([desk]).lexicon.single
    assert {"troops", "legionaries"} <= set(forms)
    assert "legionaries" not in packs.load().lexicon.single


def test_a_broken_folder_of_the_desk_is_told_with_its_place(small: Path, tmp_path: Path) -> None:
    desk = folder_of(tmp_path / "desk", {"mine.yaml": COUNTED.replace("answer: count", "answer: cuont")})
    with pytest.raises(UnusableFile) as raised:
        packs.load([desk])
    (mistake,) = raised.value.mistakes
    assert str(mistake).startswith("desk/mine.yaml:5:13: unknown word 'cuont' for 'answer'; did you mean 'count'?")
    assert kept(tmp_path) == []


# --- languages --------------------------------------------------------------------------------------------------

ESPERANTO = """format: 1
language: eo
script: latin
subject: before
words:
  month: {12: [decembro]}
  that: [ke]
  say: [diris, anoncis]
phrases:
  date: [day month year]
examples: {}
"""


def test_a_new_language_changes_nothing_in_another(tmp_path: Path) -> None:
    desk = folder_of(tmp_path / "desk", {"eo.yaml": ESPERANTO})
    more = packs.load([desk])
    assert set(more.languages) - set(judging.loaded().languages) == {"eo"}
    cases = [case for path in sorted(judging.FOLDER.glob("*.yaml")) for case in judging.read(path).flags.values()]
    for case in cases:
        documents = judging.raw(case)
        before, after = judging.report(documents), judging.report(documents, more)
        assert judging.findings(after) == judging.findings(before)
        assert after.mentions == before.mentions
    assert len(cases) > 50
