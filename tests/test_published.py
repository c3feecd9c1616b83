"""The published JSON Schemas: every pack that comes along fits its own, as a validator of other people reads it."""

import json
import subprocess
import sys
from pathlib import Path

import judging
import pytest

from checker import packs
from checker.published import schemas
from checker.schemas import FILES

RULES = judging.ROOT / "rules"


def validated(kind: str, *files: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """What check-jsonschema says of some files."""
    (folder / "schema.json").write_text(json.dumps(schemas([kind])[kind]), encoding="utf-8")
    command: list[str | Path] = [sys.executable, "-m", "check_jsonschema", "--schemafile", folder / "schema.json"]
    return subprocess.run([*command, *files], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("kind", sorted(FILES))
def test_every_pack_that_comes_along_fits_the_published_schema(kind: str, tmp_path: Path) -> None:
    files = sorted((RULES / kind).glob("*.yaml"))
    assert files != []
    done = validated(kind, *files, folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("contradictions", "format: 1\nrule: a\nabout: any\nflag_when: {apart: {}}\nsays: {en: x}\n"),
        ("concepts", "format: 2\nconcepts: {}\n"),
        ("concepts", "format: 1\nconcepts: {troops: {en: troops}}\n"),
        ("names", "format: 1\nnames: {a: {type: village}}\n"),
        ("questions", "format: 1\nquestions: {a: {ask: x, answer: count, varies: never, says: {a: b}}}\n"),
        ("questions", "format: 1\nquestions: {a: {ask: x, answer: count, varies: never, says: a, nera: 3}}\n"),
        ("currencies", "format: 1\ncurrencies: {dinar: {}}\n"),
        ("languages", "format: 1\nlanguage: xx\n"),
    ],
)
def test_a_file_with_a_mistake_does_not_fit(kind: str, text: str, tmp_path: Path) -> None:
    (tmp_path / "wrong.yaml").write_text(text, encoding="utf-8")
    assert validated(kind, tmp_path / "wrong.yaml", folder=tmp_path).returncode == 1


@pytest.mark.parametrize(
    "says", ["troops", "[troops, killed]", "[[troops], [killed, troops]]"], ids=["word", "list", "lists"]
)
def test_the_short_forms_and_plain_numbers_fit(says: str, tmp_path: Path) -> None:
    text = f"format: 1\nquestions:\n  a: {{ask: 7, answer: count, varies: never, says: {says}, people: yes, near: 8}}\n"
    (tmp_path / "good.yaml").write_text(text, encoding="utf-8")
    done = validated("questions", tmp_path / "good.yaml", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_wheel_holds_a_schema_of_each_kind(tmp_path: Path) -> None:
    small = tmp_path / "rules"
    (small / "languages").mkdir(parents=True)
    (small / "languages" / "fr.yaml").write_bytes((RULES / "languages" / "fr.yaml").read_bytes())
    packs.compile_all(small, tmp_path / "_packs")
    found = {
        path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "_packs").glob("schemas/*")
    }
    assert found == schemas()
