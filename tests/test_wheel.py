"""The wheel that users install: what it holds, and that it works where there is no checkout."""

import subprocess
import sys
import sysconfig
import tomllib
import venv
from email import message_from_string
from pathlib import Path
from zipfile import ZipFile

import pytest

from checker.schemas import FILES

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    """A program's answer, with what it said where it fails."""
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel and nothing of this checkout; its libraries are lent by the one that runs this."""
    folder = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(folder, with_pip=False)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--python", str(python)]
    run(*pip, "install", "--no-index", "--no-deps", "--no-warn-conflicts", wheel, cwd=folder.parent)
    return folder / "bin"


def test_the_wheel_holds_every_pack_once(wheel: Path) -> None:
    with ZipFile(wheel) as opened:
        names = opened.namelist()
    assert len(names) == len(set(names))
    packs = {name.removeprefix("checker/_packs/") for name in names if name.endswith(".yaml")}
    assert packs == {path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*.yaml")}
    assert packs != set()


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as opened:
        names = opened.namelist()
    python = {name for name in names if name.endswith(".py")}
    assert python == {path.relative_to(ROOT).as_posix() for path in (ROOT / "checker").rglob("*.py")}
    tops = {name.partition("/")[0] for name in names}
    assert sorted(top.removesuffix(".dist-info").partition("-")[0] for top in tops) == ["checker", "news_checker"]
    others = {Path(name).name for name in names if name.startswith("checker/") and not name.endswith((".py", ".yaml"))}
    schemas = {f"{kind}.json" for kind in FILES}
    assert others == {"compiled.json", "py.typed", *schemas}


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    with ZipFile(wheel) as opened:
        (name,) = (name for name in opened.namelist() if name.endswith(".dist-info/METADATA"))
        said = message_from_string(opened.read(name).decode("utf-8"))
        licences = [name for name in opened.namelist() if name.endswith("/licenses/LICENSE")]
    assert (said["Name"], said["Version"]) == ("news-checker", project["version"])
    assert (said["License-Expression"], len(licences)) == ("Apache-2.0", 1)
    assert said.get_payload() == (ROOT / "README.md").read_text(encoding="utf-8")


def test_an_installed_wheel_finds_its_packs_compiled_and_needs_no_yaml(installed: Path, tmp_path: Path) -> None:
    code = (
        "import sys, checker; from checker import packs; packs.load(); "
        "print(checker.__file__, 'yaml' in sys.modules, 'pydantic' in sys.modules, sep='|')"
    )
    place, *loaded = run(installed / "python", "-c", code, cwd=tmp_path).stdout.strip().split("|")
    assert Path(place).is_relative_to(installed.parent)
    assert loaded == ["False", "False"]


def test_an_installed_wheel_shows_the_rules_of_the_checkout(installed: Path, tmp_path: Path) -> None:
    there = run(installed / "checker", "rules", "list", cwd=tmp_path).stdout
    start = "import sys; from checker.cli import main; sys.exit(main())"
    here = run(sys.executable, "-c", start, "rules", "list", cwd=ROOT).stdout
    assert there == here != ""


def test_an_installed_wheel_reads_a_report(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mission ended on 9 December 2021.\n", encoding="utf-8")
    found = run(installed / "checker", "extract", "a.txt", "--format", "jsonl", cwd=tmp_path).stdout
    assert '"2021-12-09"' in found


def test_packs_with_a_mistake_build_no_wheel(tmp_path: Path) -> None:
    for name in ("checker", "hatch_build.py", "pyproject.toml", "README.md", "LICENSE", "rules"):
        source = ROOT / name
        if source.is_dir():
            for path in source.rglob("*"):
                if path.is_file() and "__pycache__" not in path.parts:
                    target = tmp_path / path.relative_to(ROOT)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(path.read_bytes())
        else:
            (tmp_path / name).write_bytes(source.read_bytes())
    (tmp_path / "rules" / "names" / "wrong.yaml").write_text("format: 1\nnames: no\n", encoding="utf-8")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path / "dist")]
    done = run(*command, cwd=tmp_path, check=False)
    assert done.returncode != 0
    assert "wrong.yaml:2:8: " in done.stderr
    assert list(tmp_path.glob("dist/*.whl")) == []
