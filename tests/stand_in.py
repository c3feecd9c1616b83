"""What stands in for the pipeline where the command line is tested."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import made
import pytest

from checker import cli
from checker.model import Report
from checker.settings import Settings

HOME = Path(__file__).parent.parent

Capture = pytest.CaptureFixture[str]


@dataclass
class Pipeline:
    """Gives a report, and keeps what it was asked."""

    report: Report = field(default_factory=made.report)
    asked: list[tuple[list[str], Settings]] = field(default_factory=list)

    def run(self, paths: Sequence[str], settings: Settings | None = None) -> Report:
        """The report, whatever the paths."""
        assert settings is not None
        self.asked.append((list(paths), settings))
        return self.report


def install(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Pipeline:
    """Puts the stand-in where the pipeline is looked for, and the process into a folder of its own."""
    stand_in = Pipeline()
    module = ModuleType("checker.pipeline")
    vars(module).update(check=stand_in.run, extract=stand_in.run)
    monkeypatch.setitem(sys.modules, "checker.pipeline", module)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return stand_in


def fails_with(capsys: Capture, *arguments: str) -> str:
    """What a command that ends with 2 writes on standard error; it answers nothing."""
    assert cli.main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err
