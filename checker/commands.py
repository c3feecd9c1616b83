"""What each command does: settings, one call of the pipeline, a text, an exit code."""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

from checker import gate, output
from checker.errors import WrongUse
from checker.model import Report
from checker.settings import DECISIONS_FILE, Settings, load
from checker.view import View

RULES = "rules"  # the stage of faults in files of rules

# --- what every command needs -----------------------------------------------------------------------------------


def _settings(arguments: argparse.Namespace, paths: Sequence[str]) -> Settings:
    """The configuration with what the command line says over it."""
    config = None if arguments.config is None else Path(arguments.config)
    first = Path(paths[0]) if paths and paths[0] != "-" else Path()
    settings = load(first, config=config)
    given = vars(arguments)
    changes: dict[str, object] = {"rules": [*settings.rules, *(Path(one) for one in arguments.rules)]}
    changes |= {key: given[key] for key in ("fail_on", "allow_incomplete") if given.get(key) is not None}
    if given.get("decisions") is not None:
        changes["decisions"] = Path(arguments.decisions)
    return replace(settings, **changes)  # type: ignore[arg-type]  # the values are those of the fields


def _view(arguments: argparse.Namespace) -> View:
    """Colour only on a terminal that wants it; the width of the terminal, or none."""
    screen = sys.stdout.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    choice = arguments.color
    colour = choice == "always" or choice == "auto" and screen and not plain
    return View(colour=colour, width=shutil.get_terminal_size().columns if screen else None)


def _checked(arguments: argparse.Namespace, paths: Sequence[str], settings: Settings) -> Report:
    """The report of a whole run, with what the desk has decided."""
    from checker.pipeline import check as run

    if settings.decisions is None:
        return run(paths, settings)
    from checker import decisions

    known = decisions.read(settings.decisions)  # first, so that a mistake in it costs no run
    return decisions.cover(run(paths, settings), known, today=arguments.today)


def _sure(arguments: argparse.Namespace, paths: Sequence[str], settings: Settings) -> Report:
    """The same, where an answer without some of the rules would mislead: files that can't be used end the run."""
    report = _checked(arguments, paths, settings)
    left_out = [f"{fault.document}: {fault.message}" for fault in report.faults if fault.stage == RULES]
    if left_out:
        raise WrongUse("\n".join(left_out))
    return report


def _publish(arguments: argparse.Namespace, report: Report, *, verb: str) -> None:
    """Writes the files, then shows the answer."""
    targets = arguments.targets
    texts = [output.render(report, one.format, View(), verb=verb) for one in targets]
    screen = output.render(report, arguments.format, _view(arguments), verb=verb)
    for one, text in zip(targets, texts, strict=True):
        output.write(one.path, text)
    output.show(screen)


def _plan(arguments: argparse.Namespace, *, verb: str) -> None:
    """Finds out, before anything is run, whether the answer can be shown and written."""
    output.find_format(arguments.format, verb=verb)
    arguments.targets = [output.target(one, verb=verb) for one in arguments.output]


def _tell(line: str) -> None:
    """A word beside the answer, for people only."""
    if sys.stderr.isatty():
        print(line, file=sys.stderr)


# --- check, extract, explain ------------------------------------------------------------------------------------


def check(arguments: argparse.Namespace) -> int:
    """Prints the disagreements; the exit code is the gate's."""
    _plan(arguments, verb="check")
    settings = _settings(arguments, arguments.paths)
    report = _checked(arguments, arguments.paths, settings)
    answer = gate.judge(
        report, fail_on=settings.fail_on, ours=settings.ours, allow_incomplete=settings.allow_incomplete
    )
    _publish(arguments, report, verb="check")
    _tell(answer.line)
    return answer.code


def extract(arguments: argparse.Namespace) -> int:
    """Prints mentions and facts; a document that could not be read makes the answer incomplete."""
    from checker.pipeline import extract as run

    _plan(arguments, verb="extract")
    settings = _settings(arguments, arguments.paths)
    report = run(arguments.paths, settings)
    _publish(arguments, report, verb="extract")
    return gate.UNANSWERED if report.faults and not settings.allow_incomplete else gate.PASS


def explain(arguments: argparse.Namespace) -> int:
    """Prints why a finding was made, what a rule looks for, or what stands between two statements."""
    from checker import explain as explaining

    if arguments.between is not None:
        first, second = (explaining.spot(one) for one in arguments.between)
        if not arguments.words:
            raise WrongUse("no documents; write `checker explain --between FILE:LINE FILE:LINE PATH...`")
        report = _sure(arguments, arguments.words, _settings(arguments, arguments.words))
        output.show(explaining.between(report, first, second))
        return gate.PASS
    if not arguments.words:
        raise WrongUse("nothing to explain; give the fingerprint of a finding with its documents, or a rule")
    name, *paths = arguments.words
    settings = _settings(arguments, paths)
    if not paths:
        from checker.rules import load_rules

        (rule,) = explaining.find_rules([name], load_rules(settings.rules))
        output.show(explaining.rule(rule))
        return gate.PASS
    report = _sure(arguments, paths, settings)
    output.show(explaining.finding(explaining.find(report, name), report, paths=paths))
    return gate.PASS


# --- decide, score ----------------------------------------------------------------------------------------------


def decide(arguments: argparse.Namespace) -> int:
    """Adds an entry to the decisions, in a file that is made where there is none."""
    from checker import decisions
    from checker.explain import find

    if not arguments.reason.strip():
        raise WrongUse("a decision needs a reason; write it behind --reason")
    until = _until(arguments)
    settings = _settings(arguments, arguments.paths)
    path = settings.decisions or settings.folder / DECISIONS_FILE
    report = _sure(arguments, arguments.paths, replace(settings, decisions=path if path.exists() else None))
    finding = find(report, arguments.fingerprint)
    if finding.decided is not None:
        raise WrongUse(f"{finding.fingerprint} is decided already: {finding.decided}; change the entry in {path}")
    decision = decisions.decide(
        finding,
        verdict=arguments.verdict,
        reason=arguments.reason,
        by=arguments.by,
        until=until,
        evidence=arguments.evidence,
    )
    text = path.read_text(encoding="utf-8-sig") if path.exists() else None
    output.write(path, decisions.appended(text, decision, name=str(path)))
    output.show(f"{path}: {finding.fingerprint} is {decision.verdict}: {decision.reason}\n")
    return gate.PASS


def _until(arguments: argparse.Namespace) -> date | None:
    if arguments.until is None:
        return None
    try:
        until = date.fromisoformat(arguments.until)
    except ValueError:
        raise WrongUse(f"--until is not a day: '{arguments.until}'; write it as 2026-12-31") from None
    if until < arguments.today:
        raise WrongUse(f"--until {until} is over; give a day to come")
    return until


def score(arguments: argparse.Namespace) -> int:
    """Prints the figures of a run against annotated documents."""
    from checker import gold
    from checker import score as scoring

    annotated = gold.read(Path(arguments.gold))
    report = _sure(arguments, arguments.paths, _settings(arguments, arguments.paths))
    scored = scoring.score(annotated, report, doubt=arguments.doubt)
    misses = "".join(f"{line}\n" for line in scored.misses) if arguments.misses else ""
    if arguments.json:
        figures = asdict(scored)
        if not arguments.misses:
            del figures["misses"]
        output.show(json.dumps(figures, ensure_ascii=False) + "\n")
    else:
        output.show(misses + scoring.table(scored))
    return gate.PASS
