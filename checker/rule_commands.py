"""`checker rules`: the only place that calls `rules` and the schemas of its files for a person."""

import argparse
import json
from pathlib import Path
from typing import Any

from checker import gate, output
from checker.errors import WrongUse
from checker.explain import find_rules
from checker.explain import rule as rule_text
from checker.located import nearest
from checker.rules import load_rules
from checker.settings import load

LIST_HEADERS = ("rule", "operator", "flags", "passes")
PASSED, FAILED = "ok  ", "FAIL"


def _folders(arguments: argparse.Namespace) -> list[Path]:
    config = None if arguments.config is None else Path(arguments.config)
    return [*load(Path(), config=config).rules, *(Path(one) for one in arguments.rules)]


def rules_list(arguments: argparse.Namespace) -> int:
    """The rules, sorted by id."""
    from tabulate import tabulate

    rules = sorted(load_rules(_folders(arguments)), key=lambda rule: rule.id)
    rows = [[rule.id, rule.operator, len(rule.cases.flags), len(rule.cases.passes)] for rule in rules]
    output.show(tabulate(rows, LIST_HEADERS, tablefmt="simple", disable_numparse=True) + "\n")
    return gate.PASS


def rules_show(arguments: argparse.Namespace) -> int:
    """Rules as prose, with the names of their cases."""
    rules = find_rules(arguments.ids, load_rules(_folders(arguments)))
    output.show("\n".join(rule_text(rule) for rule in rules))
    return gate.PASS


def rules_validate(arguments: argparse.Namespace) -> int:
    """Reads every file of rules and packs; whatever is wrong is raised with its place.

    What does no good in them (words that fold to one, clash, or are never found) is listed, and fails.
    """
    from checker import packs
    from checker.lint import remarks

    folders = _folders(arguments)
    packs.load(folders)
    number = len(load_rules(folders))
    found = remarks(packs.pack_files([packs.bundled(), *folders]))
    told = f", {len(found)} entries do no good" if found else ""
    output.show("".join(f"{one}\n" for one in found) + f"{number} rules and their packs can be used{told}.\n")
    return gate.FAIL if found else gate.PASS


def rules_test(arguments: argparse.Namespace) -> int:
    """Runs the cases of rules; a case that comes out otherwise than it is filed fails."""
    from checker.trials import run_cases

    rules = load_rules(_folders(arguments))
    chosen = find_rules(arguments.ids, rules) if arguments.ids else rules
    lines = []
    failed = 0
    for outcome in run_cases(chosen, _folders(arguments)):
        failed += not outcome.holds
        says = "" if outcome.holds else f": {outcome.says}"
        lines.append(f"{PASSED if outcome.holds else FAILED}  {outcome.rule} {outcome.wanted}: {outcome.name}{says}\n")
    lines.append(f"{len(lines)} cases, {failed} failed\n")
    output.show("".join(lines))
    return gate.FAIL if failed else gate.PASS


def rules_schema(arguments: argparse.Namespace) -> int:
    """The JSON Schema of one kind of file, or of all by their names."""
    import pydantic

    from checker.schemas import FILES

    unknown = [kind for kind in arguments.ids if kind not in FILES]
    if unknown:
        raise WrongUse("\n".join(f"no kind of file '{kind}'; {nearest(kind, FILES)}" for kind in unknown))
    kinds = arguments.ids or sorted(FILES)
    files: dict[str, Any] = dict(FILES)
    schemas = {kind: pydantic.TypeAdapter(files[kind]).json_schema() for kind in kinds}
    shown = schemas[kinds[0]] if len(arguments.ids) == 1 else schemas
    output.show(json.dumps(shown, ensure_ascii=False, indent=2) + "\n")
    return gate.PASS
