"""How fast the checker is, and beside it what a user would pick instead: `make bench`.

    python benchmarks/run.py [--part PART] [--rivals PYTHON] [--json FILE] [--quick]

Each part runs in a process of its own, so that its memory is its own. `--part` and `--rivals` may be given several
times; `PYTHON` is the interpreter of an environment that has other libraries.
"""

import argparse
import importlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from measure import ROOT, Figure
from tabulate import tabulate

PARTS = {
    "in_process": "Reading and judging, in process",
    "command_line": "From the command line",
    "hostile": "Texts of 100 KB that mean no good",
    "side_by_side": "Beside other libraries, on the same reports",
    "judged": "Judging alone, of facts that are made up",
    "stages": "Where the time goes",
}
QUICK = {
    "in_process": (200,),
    "command_line": (200, 2),
    "hostile": (10_000,),
    "side_by_side": (40,),
    "judged": (5_000,),
    "stages": (50,),
}


def main() -> int:
    """Prints a table for each part; the exit code is 0 whatever the figures are."""
    arguments = _parser().parse_args()
    if arguments.within is not None:
        for figure in _measured(arguments.within, arguments):
            print(json.dumps(asdict(figure)), flush=True)
        return 0
    found: dict[str, list[Figure]] = {}
    for part in arguments.part or PARTS:
        found[part] = list(_started(part, arguments))
        print(f"\n{PARTS[part]}\n\n{_table(found[part])}", flush=True)
    if arguments.json is not None:
        figures = {part: [asdict(one) for one in listed] for part, listed in found.items()}
        arguments.json.write_text(json.dumps(figures, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measures how fast the checker is.")
    parser.add_argument("--part", choices=tuple(PARTS), action="append", help="only this part; repeatable")
    parser.add_argument("--rivals", metavar="PYTHON", action="append", default=[], help="repeatable")
    parser.add_argument("--json", metavar="FILE", type=Path, help="also write the figures as JSON")
    parser.add_argument("--quick", action="store_true", help="few reports: whether it runs, not how fast it is")
    parser.add_argument("--within", choices=tuple(PARTS), help=argparse.SUPPRESS)
    return parser


def _measured(part: str, arguments: argparse.Namespace) -> Iterator[Figure]:
    """The figures of a part, measured in this process."""
    module = importlib.import_module(part)
    few = QUICK[part] if arguments.quick else ()
    if part == "side_by_side":
        yield from module.figures(arguments.rivals, *few)
    else:
        yield from module.figures(*few)


def _started(part: str, arguments: argparse.Namespace) -> Iterator[Figure]:
    """The figures of a part, measured in a process of its own."""
    program = [sys.executable, __file__, "--within", part]
    program += ["--quick"] if arguments.quick else []
    for interpreter in arguments.rivals:
        program += ["--rivals", interpreter]
    known = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    with subprocess.Popen(program, env=known, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:  # noqa: S603  # ours
        assert process.stdout is not None
        for line in process.stdout:
            yield Figure(**json.loads(line))
    if process.returncode != 0:
        print(f"{part} ended early, with {process.returncode}", file=sys.stderr)


def _table(figures: list[Figure]) -> str:
    rows = [(one.name, _written(one.value), one.unit, _bar(one)) for one in figures]
    return tabulate(rows, headers=("", "measured", "", "bar"), colalign=("left", "right", "left", "left"))


def _written(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _bar(figure: Figure) -> str:
    if figure.held() is None:
        return ""
    bar = f"at least {figure.least:g}" if figure.least is not None else f"at most {figure.most:g}"
    return f"{bar}, {'held' if figure.held() else 'NOT HELD'}"


if __name__ == "__main__":
    sys.exit(main())
