"""Puts the packs into the wheel, as they are and compiled, so that an installed checker starts without reading YAML."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKS = "checker/_packs"  # where the wheel carries what `rules/` holds in a checkout


class PackHook(BuildHookInterface[Any]):
    """Adds `rules/` and its compiled form to the wheel; packs with a mistake in them build no wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles and adds; an editable install has none of it, since it reads `rules/` where it lies."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from checker.packs import compile_all
        finally:
            sys.path.remove(str(root))
        self._folder = tempfile.TemporaryDirectory()
        target = Path(self._folder.name) / Path(PACKS).name
        compile_all(root / "rules", target)
        made = sorted(path for path in target.rglob("*") if path.is_file())
        if not made:
            raise RuntimeError(f"no compiled packs came of {root / 'rules'}")
        build_data["force_include"][str(root / "rules")] = PACKS
        for path in made:
            build_data["force_include"][str(path)] = f"{PACKS}/{path.relative_to(target).as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Removes what the wheel holds by now."""
        if version != "editable":
            self._folder.cleanup()
