"""The command line: arguments, exit codes, files, and what goes to which stream. The pipeline is a stand-in."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import made
import pytest
from stand_in import HOME, Capture, Pipeline, fails_with, install

from checker import cli, output
from checker.errors import NoInput
from checker.model import Fault, Report
from checker.settings import Settings

FAULT = Fault(document="x.txt", stage="read", message="not text")


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Pipeline:
    """The stand-in, in a folder of its own."""
    return install(monkeypatch, tmp_path)


class Screen(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


# --- check ------------------------------------------------------------------------------------------------------


def test_check_prints_cards_and_answers_with_the_gate(pipeline: Pipeline, capsys: Capture) -> None:
    assert cli.main(["check", "news"]) == 1
    captured = capsys.readouterr()
    assert captured.out.startswith("warning  When was the end")
    assert captured.err == ""
    assert pipeline.asked == [(["news"], Settings())]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--fail-on", "never"], 0),
        (["--fail-on", "error"], 1),
        (["--fail-on=info"], 1),
        (["--format", "json", "--fail-on", "never"], 0),
    ],
)
def test_the_threshold_moves_the_exit_code(arguments: list[str], code: int) -> None:
    assert cli.main(["check", *arguments, "news"]) == code


def test_a_fault_ends_with_2_unless_the_rest_may_decide(pipeline: Pipeline, capsys: Capture) -> None:
    pipeline.report = made.report(faults=[FAULT])
    assert cli.main(["check", "news"]) == 2
    assert "fault  x.txt: read: not text" in capsys.readouterr().out
    assert cli.main(["check", "--allow-incomplete", "news"]) == 1
    assert cli.main(["extract", "news"]) == 2
    assert cli.main(["extract", "--allow-incomplete", "news"]) == 0


def test_the_configuration_is_read_and_the_command_line_goes_over_it(pipeline: Pipeline, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "checker.toml").write_text('fail-on = "never"\nrules = ["own"]\nours = ["other/**"]\n')
    assert cli.main(["check", "news"]) == 0
    assert cli.main(["check", "--fail-on", "error", "news"]) == 0
    other = tmp_path / "other.toml"
    other.write_text('fail-on = "never"\nallow-incomplete = true\n')
    assert cli.main(["check", "--config", str(other), "--fail-on", "error", "--rules", "a", "--rules", "b", "-"]) == 1
    settings = [asked[1] for asked in pipeline.asked]
    assert settings[0].rules == [tmp_path / "own"]
    assert settings[1].fail_on == "error"
    assert settings[2].rules == [Path("a"), Path("b")]
    assert settings[2].allow_incomplete
    assert pipeline.asked[2][0] == ["-"]


def test_outputs_are_written_beside_what_the_screen_shows(tmp_path: Path, capsys: Capture) -> None:
    arguments = ["--output", "a.json", "--output", "markdown:b.txt", "--output", "c.MD", "--output", "jsonl:d"]
    assert cli.main(["check", "news", *arguments]) == 1
    assert capsys.readouterr().out.startswith("warning  When")
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["format"] == 1
    assert (tmp_path / "b.txt").read_text(encoding="utf-8").startswith("## Found 2")
    assert (tmp_path / "c.MD").read_bytes() == (tmp_path / "b.txt").read_bytes()
    assert len((tmp_path / "d").read_text(encoding="utf-8").splitlines()) == 3
    assert len(list(tmp_path.iterdir())) == 4


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "--output", "a.docx", "news"], "the suffix of 'a.docx' names no format of `checker check`"),
        (["check", "--output", "a.csv", "news"], "use .json, .jsonl, .markdown, .md, .txt, or write FORMAT:PATH"),
        (["check", "--output", "none/a.json", "news"], "there is no folder 'none'"),
        (["check", "--output", "json:.", "news"], "'.' is a folder"),
        (["check", "--format", "jsn", "news"], "unknown report 'jsn'; did you mean 'json'?"),
        (["check", "--format", "csv", "news"], "`checker check` has no format 'csv'; it has json, jsonl, markdown"),
        (["extract", "--format", "json", "news"], "it has csv, jsonl, table"),
        (["check", "--config", "none.toml", "news"], "none.toml: the file can't be read"),
        (["check", "--decisions", "none.yaml", "news"], "none.yaml: the file can't be read"),
    ],
)
def test_wrong_use_is_told_before_anything_is_run(
    pipeline: Pipeline, capsys: Capture, arguments: list[str], told: str
) -> None:
    assert told in fails_with(capsys, *arguments)
    assert pipeline.asked == []


@pytest.mark.parametrize(
    "arguments",
    [[], ["chek"], ["check"], ["check", "--fail", "error", "x"], ["check", "--fail-on", "loud", "x"], ["rules"]],
)
def test_arguments_that_mean_nothing_end_with_2(capsys: Capture, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert caught.value.code == 2
    assert "usage: checker" in capsys.readouterr().err


def test_what_the_pipeline_refuses_is_told(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def refuse(paths: Sequence[str], settings: Settings) -> Report:
        raise NoInput(f"{paths[0]}: no such file or folder")

    monkeypatch.setattr(sys.modules["checker.pipeline"], "check", refuse)
    assert fails_with(capsys, "check", "none") == "none: no such file or folder\n"


def test_a_mistake_of_ours_is_not_taken_for_a_finding(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(sys.modules["checker.pipeline"], "check", lambda paths, settings: 1 / 0)
    assert "ZeroDivisionError" in fails_with(capsys, "check", "news")


# --- files and streams ------------------------------------------------------------------------------------------


def interrupt(*_: object) -> None:
    """Ctrl-C."""
    raise KeyboardInterrupt


def test_an_interrupt_ends_with_130_and_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.json").write_text("old")
    monkeypatch.setattr(os, "fsync", interrupt)
    assert cli.main(["check", "news", "--output", "a.json", "--output", "b.json"]) == 130
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert (tmp_path / "a.json").read_text() == "old"


def test_an_interrupt_of_a_run_ends_with_130_and_says_nothing(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(sys.modules["checker.pipeline"], "check", interrupt)
    assert cli.main(["check", "news"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_written_file_keeps_its_mode_and_its_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    output.write(link, "سطر\n")
    assert link.is_symlink()
    assert real.read_bytes() == "سطر\n".encode()
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_and_stays_one(capsys: Capture) -> None:
    assert cli.main(["check", "--fail-on", "never", "--output", "json:/dev/null", "news"]) == 0
    assert not Path("/dev/null").is_file()


def test_a_file_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert cli.main(["check", "--output", "a.json", "news"]) == 2
    assert capsys.readouterr().err == f"'{Path('a.json').resolve()}' can't be written: no space left on device\n"


@pytest.mark.parametrize(
    ("choice", "environment", "screen", "coloured"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"TERM": "dumb"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {}, True, False),
    ],
)
def test_colour_only_on_a_terminal_that_wants_it(
    monkeypatch: pytest.MonkeyPatch, choice: str, environment: dict[str, str], screen: bool, coloured: bool
) -> None:
    stream = Screen() if screen else io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert cli.main(["check", "--color", choice, "news"]) == 1
    assert ("\x1b[7m" in stream.getvalue()) is coloured


def test_the_screen_gives_the_width_and_hears_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    out, err = Screen(), Screen()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    monkeypatch.setenv("COLUMNS", "90")
    cli.main(["check", "--color", "never", "news"])
    assert len(out.getvalue().splitlines()[0]) == 90
    assert err.getvalue() == "failed: 1 at or above error\n"


RUN = """
import os, signal, sys, types
sys.path.insert(0, 'tests')
import made
pipeline = types.ModuleType('checker.pipeline')
def check(paths, settings):
    if paths == ['interrupted']:
        os.kill(os.getpid(), signal.SIGINT)
    report = made.report()
    report.discrepancies = report.discrepancies * 3000
    return report
pipeline.check = check
sys.modules['checker.pipeline'] = pipeline
from checker.cli import main
sys.exit(main(sys.argv[1:]))
"""


def start(*arguments: str) -> subprocess.Popen[bytes]:
    """A real process, with the stand-in for the pipeline and a locale that knows no Arabic."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-W", "error", "-c", RUN, *arguments]
    return subprocess.Popen(command, cwd=HOME, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_a_process_prints_utf_8_in_any_locale() -> None:
    out, err = start("check", "news").communicate(timeout=60)
    assert "اليوم الخميس" in out.decode("utf-8")
    assert err == b""


def test_a_reader_that_stops_early_is_no_trouble() -> None:
    process = start("check", "news")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 1


def test_a_signal_ends_a_process_with_130() -> None:
    process = start("check", "interrupted")
    assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == 130


# --- help -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "verb",
    [
        *("check", "extract", "explain", "rules", "decide", "score"),
        *("rules list", "rules show", "rules validate", "rules test", "rules schema"),
    ],
)
def test_every_command_has_help_with_an_example(capsys: Capture, verb: str) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main([*verb.split(), "--help"])
    assert caught.value.code == 0
    assert f"example:\n  checker {verb}" in capsys.readouterr().out


@pytest.mark.parametrize("found", [True, False])
def test_the_version_is_told(monkeypatch: pytest.MonkeyPatch, capsys: Capture, found: bool) -> None:
    import importlib.metadata

    def version(name: str) -> str:
        if not found:
            raise importlib.metadata.PackageNotFoundError(name)
        return "1.2.3"

    monkeypatch.setattr(importlib.metadata, "version", version)
    with pytest.raises(SystemExit) as caught:
        cli.main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == ("checker 1.2.3\n" if found else "checker (not installed)\n")


def test_help_and_wrong_arguments_load_nothing_heavy() -> None:
    code = "import sys; from checker import cli; cli._parser(); print([m for m in sys.argv[1:] if m in sys.modules])"
    heavy = ["yaml", "pydantic", "tabulate", "wcwidth", "dateparser", "tomllib", "checker.reports.table"]
    done = subprocess.run([sys.executable, "-c", code, *heavy], cwd=HOME, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
