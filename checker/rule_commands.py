"""`checker rules`: the only place that calls `rules` and the schemas of its files for a person."""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from checker import gate, output
from checker.errors import WrongUse
from checker.explain import find_rules
from checker.explain import rule as rule_text
from checker.located import nearest
from checker.model import Discrepancy
from checker.rules import load_rules
from checker.settings import load
from checker.view import shown

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
    """Rules as prose, with the names of their cases, and how often they speak in some reports."""
    folders = _folders(arguments)
    rules = find_rules(arguments.ids, load_rules(folders))
    texts = []
    for rule in rules:
        text = rule_text(rule)
        if arguments.over:
            from checker.trials import noise

            number, found = noise([rule], arguments.over, folders)
            text += f"\n{_noise(number, found)}\n"
        texts.append(text)
    output.show("\n".join(texts))
    return gate.PASS


def _noise(number: int, found: Sequence[Discrepancy]) -> str:
    """How often a rule speaks in some reports, and how loudly."""
    loud = Counter(one.severity for one in found)
    sorts = ", ".join(f"{loud[severity]} {severity}" for severity in ("error", "warning", "info") if loud[severity])
    rate = f"{100 * len(found) / number:.1f} findings per 100 reports" if number else "no report to measure it on"
    told = f" ({len(found)} in {number}{f': {sorts}' if sorts else ''})" if number else ""
    return f"Its noise: {rate}{told}."


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
    """Runs the cases of rules; a case that comes out otherwise than it is filed fails, and so does a broken calm."""
    from checker.trials import noise, run_cases

    folders = _folders(arguments)
    rules = load_rules(folders)
    chosen = find_rules(arguments.ids, rules) if arguments.ids else rules
    lines = []
    number = failed = 0
    for outcome in run_cases(chosen, folders):
        number += 1
        failed += not outcome.holds
        says = "" if outcome.holds else f": {shown(outcome.says)}"
        mark = PASSED if outcome.holds else FAILED
        lines.append(f"{mark}  {outcome.rule} {outcome.wanted}: {shown(outcome.name)}{says}\n")
        lines += [f"      {line[:2]}{shown(line[2:])}\n" for line in outcome.diff]
    told = f"{number} cases, {failed} failed\n"
    if arguments.calm:
        documents, found = noise(chosen, arguments.calm, folders)
        lines += [f"{FAILED}  {one.rule} is not silent: {_where(one)}\n" for one in found]
        told += f"{documents} calm reports, {len(found)} findings\n"
        failed += len(found)
    output.show("".join([*lines, told]))
    return gate.FAIL if failed else gate.PASS


def _where(one: Discrepancy) -> str:
    """A finding in one line: what is asked, and who answers what where."""
    sides = (f"{camp.label} ({', '.join(sorted({fact.document for fact in camp.facts}))})" for camp in one.camps)
    return shown(f"{one.question.id}, {' against '.join(sides)}")


def rules_schema(arguments: argparse.Namespace) -> int:
    """The JSON Schema of one kind of file, or of all by their names."""
    from checker.published import schemas
    from checker.schemas import FILES

    unknown = [kind for kind in arguments.ids if kind not in FILES]
    if unknown:
        raise WrongUse("\n".join(f"no kind of file '{kind}'; {nearest(kind, FILES)}" for kind in unknown))
    made = schemas(arguments.ids)
    one = made[arguments.ids[0]] if len(arguments.ids) == 1 else made
    output.show(json.dumps(one, ensure_ascii=False, indent=2) + "\n")
    return gate.PASS


def rules_new(arguments: argparse.Namespace) -> int:
    """Writes a rule to be edited, with cases that hold as they stand wherever a rule has such."""
    from checker import packs
    from checker.beginning import begin, path_of

    folders = _folders(arguments)
    about, *places = arguments.about or [None]
    places += [arguments.folder] if arguments.folder else []
    if len(places) > 1:
        raise WrongUse(f"one folder for the rule, not {len(places)}: {', '.join(places)}")
    folder = Path(places[0]) if places else (folders or [Path("desk")])[0]
    path = path_of(arguments.id, folder)
    known = folders if not folder.is_dir() or not any(folder.rglob("*.y*ml")) else [*folders, folder]
    begun = begin(arguments.id, about, packs.usable(known))
    folder.mkdir(parents=True, exist_ok=True)
    output.write(path, begun.text)
    told = "" if begun.holds else "; no case was found for it, so write its texts first"
    output.show(f"{path}: edit it{told}, then run: checker rules test {arguments.id} --rules {folder}\n")
    return gate.PASS
