"""Settings: where they are found, what they say, and how mistakes are told."""

from pathlib import Path

import pytest

from checker.errors import UnusableFile
from checker.settings import Settings, load


def put(path: Path, text: str) -> Path:
    """A file with this text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(path: Path) -> list[str]:
    """What is wrong with a configuration, each from its line on."""
    with pytest.raises(UnusableFile) as caught:
        load(path.parent, config=path)
    return [str(one).removeprefix(str(path)) for one in caught.value.mistakes]


def test_the_nearest_file_upward_counts_and_its_paths_start_there(tmp_path: Path) -> None:
    put(tmp_path / "checker.toml", 'fail-on = "info"\n')
    (tmp_path / "desk" / "own-rules").mkdir(parents=True)
    put(tmp_path / "desk" / "known.yaml", "format: 1\n")
    put(
        tmp_path / "desk" / "checker.toml",
        'rules = ["own-rules"]\ndecisions = "known.yaml"\nours = ["drafts/**"]\nfail-on = "warning"\n'
        "allow-incomplete = true\n",
    )
    put(tmp_path / "desk" / "drafts" / "a.txt", "")
    desk = tmp_path / "desk"
    wanted = Settings(
        rules=[desk / "own-rules"],
        decisions=desk / "known.yaml",
        ours=["drafts/**"],
        fail_on="warning",
        allow_incomplete=True,
        folder=desk,
    )
    assert load(desk / "drafts" / "a.txt") == wanted
    assert load(desk / "drafts" / "not-there.txt") == wanted
    assert load(tmp_path).fail_on == "info"


def test_a_project_file_counts_only_with_the_table(tmp_path: Path) -> None:
    put(tmp_path / "pyproject.toml", '[tool.checker]\nfail-on = "never"\n')
    put(tmp_path / "inner" / "pyproject.toml", '[tool.other]\nfail-on = "x"\n')
    assert load(tmp_path / "inner").fail_on == "never"


def test_checker_toml_comes_before_the_project_file(tmp_path: Path) -> None:
    put(tmp_path / "pyproject.toml", '[tool.checker]\nfail-on = "never"\n')
    put(tmp_path / "checker.toml", 'fail-on = "info"\n')
    assert load(tmp_path).fail_on == "info"


def test_decisions_beside_the_configuration_are_found(tmp_path: Path) -> None:
    put(tmp_path / "checker.toml", "")
    assert load(tmp_path).decisions is None
    put(tmp_path / "decisions.yaml", "format: 1\n")
    assert load(tmp_path).decisions == tmp_path / "decisions.yaml"


def test_without_a_configuration_the_folder_of_the_process_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert load(Path("a.txt")) == Settings()
    put(tmp_path / "decisions.yaml", "format: 1\n")
    assert load(Path("a.txt")) == Settings(decisions=Path("decisions.yaml"))


def test_all_mistakes_are_told_with_their_lines(tmp_path: Path) -> None:
    path = put(
        tmp_path / "checker.toml",
        'rules = ["none"]\nour = ["a"]\n  fail-on = "warnings"\nallow-incomplete = "yes"\n',
    )
    assert mistakes(path) == [
        f":1:1: no such folder: '{tmp_path / 'none'}'; paths start at the folder of this file",
        (":2:1: unknown key 'our'; did you mean 'ours'? (known: allow-incomplete, decisions, fail-on, ours, rules)"),
        ":3:3: unknown threshold 'warnings'; did you mean 'warning'? (known: error, info, never, warning)",
        ":4:1: 'allow-incomplete' is neither true nor false; write allow-incomplete = true",
    ]


def test_a_mistake_in_a_project_file_is_looked_for_in_its_table(tmp_path: Path) -> None:
    path = put(
        tmp_path / "pyproject.toml", '[tool.other]\nfail-on = 1\n\n[tool.checker]\n"fail-on" = 1\ndecisions = 3\n'
    )
    told = mistakes(path)
    assert told == [
        ":5:1: 'fail-on' is not a word; write fail-on = \"...\"",
        ":6:1: 'decisions' is not a word; write decisions = \"...\"",
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"fail-on = \n", ":1:11: broken TOML: Invalid value"),
        (b'ours = ["a"', ": broken TOML: "),
        (b"\xff", ": the file is not UTF-8"),
    ],
)
def test_broken_files_are_told(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "checker.toml"
    path.write_bytes(content)
    assert mistakes(path)[0].startswith(told)


def test_a_configuration_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert mistakes(tmp_path / "none.toml") == [": the file can't be read: no such file or directory"]


def test_a_key_written_in_another_way_has_no_line(tmp_path: Path) -> None:
    path = put(tmp_path / "pyproject.toml", "[tool]\nchecker.fail-on = 1\n")
    assert mistakes(path) == [": 'fail-on' is not a word; write fail-on = \"...\""]
