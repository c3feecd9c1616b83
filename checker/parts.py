"""The parts of a drawer, found by their file names: no list to keep in step, and none loaded before it is asked for."""

import importlib
from functools import cache
from pathlib import Path
from types import ModuleType

from checker.errors import WrongUse
from checker.located import nearest, quoted

HOUSE = Path(__file__).parent


def find(drawer: str) -> tuple[str, ...]:
    """The ids of a drawer's parts, sorted: the file names, with `-` for `_`."""
    names = (path.stem for path in (HOUSE / drawer).glob("*.py"))
    return tuple(sorted(name.replace("_", "-") for name in names if not name.startswith("_")))


@cache
def load(drawer: str, part: str) -> ModuleType:
    """The module of a part by its id; raises WrongUse where the drawer has none of that name."""
    known = find(drawer)
    if part not in known:
        raise WrongUse(f"unknown {drawer.removesuffix('s')} {quoted(part)}; {nearest(part, known)}")
    return importlib.import_module(f"checker.{drawer}.{part.replace('-', '_')}")
