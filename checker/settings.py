"""How a desk wants its runs: read from `checker.toml`, or from `[tool.checker]` in `pyproject.toml`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from checker.errors import Mistake, UnusableFile
from checker.located import nearest

FILE, PROJECT_FILE, TABLE = "checker.toml", "pyproject.toml", "tool.checker"
DECISIONS_FILE = "decisions.yaml"
THRESHOLDS = ("error", "warning", "info", "never")
VERDICTS = ("known", "wrong-flag", "corrected", "accepted")  # of a decision
KEYS = ("rules", "decisions", "ours", "fail-on", "allow-incomplete")
_ERROR_PLACE = re.compile(r"^(?P<what>.*?) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")


@dataclass(slots=True, kw_only=True)
class Settings:
    """What a configuration may say; paths are as the process can open them."""

    rules: list[Path] = field(default_factory=list)  # folders of the desk's own rules, beside those that come along
    decisions: Path | None = None
    ours: list[str] = field(default_factory=list)  # globs over document ids; empty: every document is the desk's
    fail_on: str = "error"
    allow_incomplete: bool = False
    folder: Path = field(default_factory=Path)  # of the configuration, else the one that the process runs in


def load(first: Path, *, config: Path | None = None) -> Settings:
    """The settings of the given file, else of the nearest one found upward from a path, else the usual ones.

    Raises UnusableFile with every mistake of the file.
    """
    if config is not None:
        return _read(config, table=TABLE if config.name == PROJECT_FILE else "")
    try:
        folder = first.resolve()
        folder.is_file()
    except (OSError, ValueError):  # no such path: said by whoever reads it
        folder = Path.cwd()
    for one in (folder, *folder.parents):
        if (one / FILE).is_file():
            return _read(one / FILE, table="")
        if (one / PROJECT_FILE).is_file() and f"[{TABLE}]" in _text(one / PROJECT_FILE):
            return _read(one / PROJECT_FILE, table=TABLE)
    return Settings(decisions=_decisions_in(Path()))


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UnusableFile([Mistake(path=str(path), what=f"the file can't be read: {reason}")]) from error
    except UnicodeDecodeError as error:
        raise UnusableFile(
            [Mistake(path=str(path), what="the file is not UTF-8", way_out="save it as UTF-8")]
        ) from error


def _read(path: Path, *, table: str) -> Settings:
    import tomllib

    text = _text(path)
    try:
        data: object = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnusableFile([_broken(path, str(error))]) from error
    for key in table.split(".") if table else ():
        data = data.get(key, {}) if isinstance(data, dict) else {}
    return _Reader(path=path, text=text, table=table).settings(data if isinstance(data, dict) else {})


def _broken(path: Path, said: str) -> Mistake:
    place = _ERROR_PLACE.match(said)
    what, way_out = f"broken TOML: {place['what'] if place else said}", "write key = value, words in quotation marks"
    line, column = (int(place["line"]), int(place["column"])) if place and place["line"] else (0, 0)
    return Mistake(path=str(path), line=line, column=column, what=what, way_out=way_out)


def _decisions_in(folder: Path) -> Path | None:
    path = folder / DECISIONS_FILE
    return path if path.is_file() else None


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Turns the table of one file into settings, and collects what is wrong with it."""

    path: Path
    text: str
    table: str
    mistakes: list[Mistake] = field(default_factory=list)

    def settings(self, data: Mapping[str, object]) -> Settings:
        for key in data:
            if key not in KEYS:
                self.wrong(key, f"unknown key '{key}'", nearest(key, KEYS))
        folder = self.path.parent
        decisions = self.words(data, "decisions")
        settings = Settings(
            rules=[folder / one for one in self.list_of_words(data, "rules")],
            decisions=_decisions_in(folder) if decisions is None else folder / decisions,
            ours=self.list_of_words(data, "ours"),
            fail_on=self.threshold(data),
            allow_incomplete=self.yes_or_no(data, "allow-incomplete"),
            folder=folder,
        )
        for one in settings.rules:
            if not one.is_dir():
                self.wrong("rules", f"no such folder: '{one}'", "paths start at the folder of this file")
        if self.mistakes:
            raise UnusableFile(sorted(self.mistakes))
        return settings

    def threshold(self, data: Mapping[str, object]) -> str:
        word = self.words(data, "fail-on")
        if word is None or word in THRESHOLDS:
            return word or "error"
        self.wrong("fail-on", f"unknown threshold '{word}'", nearest(word, THRESHOLDS))
        return "error"

    def words(self, data: Mapping[str, object], key: str) -> str | None:
        value = data.get(key)
        if value is None or isinstance(value, str) and value:
            return value
        self.wrong(key, f"'{key}' is not a word", f'write {key} = "..."')
        return None

    def list_of_words(self, data: Mapping[str, object], key: str) -> list[str]:
        value = data.get(key, [])
        if isinstance(value, list) and all(isinstance(one, str) and one for one in value):
            return value
        self.wrong(key, f"'{key}' is not a list of words", f'write {key} = ["..."]')
        return []

    def yes_or_no(self, data: Mapping[str, object], key: str) -> bool:
        value = data.get(key, False)
        if isinstance(value, bool):
            return value
        self.wrong(key, f"'{key}' is neither true nor false", f"write {key} = true")
        return False

    def wrong(self, key: str, what: str, way_out: str) -> None:
        line, column = self.place(key)
        self.mistakes.append(Mistake(path=str(self.path), line=line, column=column, what=what, way_out=way_out))

    def place(self, key: str) -> tuple[int, int]:
        """Where a key of the table is written; (0, 0) where it is not written in the plain way."""
        table = ""
        for number, line in enumerate(self.text.splitlines(), 1):
            words = line.strip()
            if words.startswith("["):
                table = words.split("]")[0].strip("[ ")
            name = words.split("=")[0].strip().strip("\"'")
            if table == self.table and name == key and "=" in words:
                return number, len(line) - len(line.lstrip()) + 1
        return 0, 0
