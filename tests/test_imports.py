"""The house: imports run downward only, what is third-party has its place, and files and functions keep their size."""

import ast
import statistics
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "checker"

# The levels from the top. A room imports from the levels below its own and from nowhere else: neither from above nor
# from its room-mates. A new file gets its place here.
LEVELS = """
cli
commands rule_commands
lint
beginning
trials
pipeline explain output score
collect readers reports gate decisions fits
inside
finding view plain gold
timelines
documents mentions clauses facts questions discrepancies stretches
extents
speakers moments
cuts noun_phrases
subjects
wording
pairs
verdicts scopes summed
camps binding counted operators
held
kinds operands
layout
furniture
rows
page
rules languages
packs
compiling published
references
gathered currencies
schemas
checks phrases metadata units digits scan numerals spelling
ordinals
line lexicon spans
text values yamlio parts settings decoding almanac terms
misfits
located
model errors collector
"""
LEVEL = {room: -depth for depth, line in enumerate(LEVELS.split("\n")) for room in line.split()}

# Rooms that are drawers of parts: what lies in one part may import from the same part, but from no other.
DRAWERS = ("kinds", "operators", "readers", "reports", "engines")

# The files that may import a library; one in a drawer is named with its drawer.
LIBRARIES = {
    "charset_normalizer": ("decoding",),
    "dateparser": ("kinds.date.foreign",),
    "dateutil": ("kinds.date.holidays",),
    "hijridate": ("kinds.date.calendars",),
    "persiantools": ("kinds.date.calendars",),
    "pint": ("units",),
    "pydantic": (
        "checks",
        "gathered",
        "published",
        "schemas",
        "misfits",
        "gold",
        "rules",
        "rule_commands",
        "reports.json",
    ),
    "pydantic_core": ("checks", "misfits"),
    "tabulate": ("reports.table", "reports.markdown", "rule_commands"),
    "wcwidth": ("view", "reports.table"),
    "yaml": ("yamlio",),
}
# What a distribution is called where its import is not.
DISTRIBUTIONS = {
    "charset_normalizer": "charset-normalizer",
    "yaml": "pyyaml",
    "pydantic_core": "pydantic",
    "dateutil": "python-dateutil",
}
# What a start must not load: each costs more than reading a short report.
HEAVY = ("yaml", "pydantic", "dateparser", "tabulate", "charset_normalizer", "pint")

FILE_LIMIT, FILE_MEDIAN = 400, 130
FUNCTION_LIMIT, FUNCTION_MEDIAN = 60, 12

FILES = sorted(HOUSE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}


@dataclass(slots=True, kw_only=True)
class Arrow:
    """One import: from a file to a module."""

    path: Path
    line: int
    to: str  # the module with its package: checker.text, yaml.reader

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.line} imports {self.to}"


def place(module: str) -> tuple[str, str]:
    """The room of a module of ours, and its part where the room is a drawer."""
    _, room, *rest = [*module.split("."), ""]
    return room, rest[0] if room in DRAWERS else ""


def module_of(path: Path) -> str:
    """The name of a file as a module."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def modules(node: ast.stmt) -> Iterator[str]:
    """The modules that a statement imports; of `from checker import text`, the module `checker.text`."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports name their module in full"
        assert node.module is not None
        of_drawer = node.module == "checker" or node.module in {f"checker.{drawer}" for drawer in DRAWERS}
        yield from (f"{node.module}.{alias.name}" if of_drawer else node.module for alias in node.names)


ARROWS = [
    Arrow(path=path, line=node.lineno, to=to)
    for path, tree in TREES.items()
    for node in ast.walk(tree)
    if isinstance(node, ast.Import | ast.ImportFrom)
    for to in modules(node)
]
OWN = [arrow for arrow in ARROWS if arrow.to.partition(".")[0] == "checker"]
FOREIGN = [arrow for arrow in ARROWS if arrow.to.partition(".")[0] not in {"checker", *sys.stdlib_module_names}]


def test_every_room_has_a_level() -> None:
    rooms = {place(module_of(path))[0] for path in FILES} - {""}
    assert sorted(rooms - set(LEVEL)) == []


def test_imports_run_downward_only() -> None:
    wrong = []
    for arrow in OWN:
        room, part = place(module_of(arrow.path))
        to_room, to_part = place(arrow.to)
        if not room or (room == to_room and room in DRAWERS and part == to_part):
            continue  # the public names of the package, or one part's own files
        if LEVEL.get(to_room, 1) >= LEVEL.get(room, 0):
            wrong.append(str(arrow))
    assert wrong == []


def test_the_walk_sees_an_arrow_that_runs_up() -> None:
    (node,) = ast.parse("from checker import cli").body
    assert list(modules(node)) == ["checker.cli"]
    (node,) = ast.parse("from checker.kinds import date, name").body
    assert [place(module) for module in modules(node)] == [("kinds", "date"), ("kinds", "name")]
    assert LEVEL["cli"] > LEVEL["collect"] > LEVEL["packs"] > LEVEL["text"] > LEVEL["model"]
    assert len(OWN) > 50
    assert FOREIGN != []


def test_libraries_are_imported_where_they_belong() -> None:
    wrong = []
    for arrow in FOREIGN:
        allowed = LIBRARIES.get(arrow.to.partition(".")[0], ())
        if module_of(arrow.path).removeprefix("checker.") not in allowed:
            wrong.append(str(arrow))
    assert wrong == []


def test_dependencies_are_what_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {line.split(">")[0] for line in project["dependencies"]}
    imported = {arrow.to.partition(".")[0] for arrow in FOREIGN}
    # tabulate finds wcwidth by itself, and is wrong about the width of Arabic without it
    assert {DISTRIBUTIONS.get(name, name) for name in imported} | {"wcwidth"} == declared


@pytest.mark.parametrize("module", ["checker", "checker.cli"])
def test_a_start_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert sorted(set(HEAVY) & set(done.stdout.split())) == []


# --- letters ----------------------------------------------------------------------------------------------------


def is_arabic(character: str) -> bool:
    """Whether a character is a letter, digit or mark of the Arabic script; its punctuation is none."""
    named = unicodedata.name(character, "").startswith(("ARABIC", "EXTENDED ARABIC"))
    return named and unicodedata.category(character)[0] in "LMN"


def test_only_one_file_knows_letters() -> None:
    found = []
    for path, tree in TREES.items():
        if path == HOUSE / "text.py":
            continue
        written = [
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        letters = sorted(set(filter(is_arabic, "".join([path.read_text(encoding="utf-8"), *written]))))
        found += [f"{path.relative_to(ROOT)}: {' '.join(letters)}"] if letters else []
    assert found == []


def test_an_escaped_letter_is_a_letter() -> None:
    assert list(map(is_arabic, "\u0627\u0667\u064eaé7«\u060c")) == [True] * 3 + [False] * 5


# --- sizes ------------------------------------------------------------------------------------------------------


def lines_of_files() -> dict[str, int]:
    """How long every file is that holds anything."""
    lengths = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8").count("\n") for path in FILES}
    return {name: length for name, length in lengths.items() if length > 1}


def lines_of_functions() -> dict[str, int]:
    """How long every function is, from its name to its last line."""
    return {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_files_keep_their_size() -> None:
    lengths = lines_of_files()
    assert {name: length for name, length in lengths.items() if length > FILE_LIMIT} == {}
    assert statistics.median(lengths.values()) <= FILE_MEDIAN


def test_functions_keep_their_size() -> None:
    lengths = lines_of_functions()
    assert {name: length for name, length in lengths.items() if length > FUNCTION_LIMIT} == {}
    assert statistics.median(lengths.values()) <= FUNCTION_MEDIAN
