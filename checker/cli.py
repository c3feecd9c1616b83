"""The command line: arguments, exit codes, and nothing that reads or judges."""

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeAlias

from checker import collector
from checker.errors import CheckerError
from checker.gate import INTERRUPTED, UNANSWERED
from checker.settings import THRESHOLDS, VERDICTS

DISTRIBUTION = "news-checker"
PATHS_HELP = "folders, files, globs, or - for standard input"

DESCRIPTION = "Finds where news reports contradict each other or themselves, and shows the words of both sides."
EPILOG = """exit codes:
  0    nothing at or above --fail-on
  1    findings at or above it
  2    no answer: wrong use, no input, an unusable file, or a document that could not be read
  130  interrupted

example:
  checker check reports/ --output report.json"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command; the exit code says how it ended. `None` takes the arguments of the process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        arguments = _parser().parse_args(argv)
        return _run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except CheckerError as error:
        print(error, file=sys.stderr)
        return UNANSWERED
    except Exception as error:  # noqa: BLE001  # a mistake of ours: Python's own 1 would say that there are findings
        sys.excepthook(type(error), error, error.__traceback__)
        return UNANSWERED


def _run(arguments: argparse.Namespace) -> int:
    module = "checker.rule_commands" if arguments.run.startswith("rules_") else "checker.commands"
    run: Callable[[argparse.Namespace], int] = getattr(importlib.import_module(module), arguments.run)
    arguments.today = date.today()  # noqa: DTZ011  # the only clock, on the desk's own day; what is below gets it
    with collector.paused():
        return run(arguments)


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str, **_: object) -> None:
        super().__init__(option_strings, dest, nargs=0, help="show the version and exit")

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version(DISTRIBUTION)
        except PackageNotFoundError:
            number = "(not installed)"
        print(f"checker {number}")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = _described(argparse.ArgumentParser(prog="checker", allow_abbrev=False), DESCRIPTION, EPILOG)
    parser.add_argument("--version", action=_Version)
    verbs = parser.add_subparsers(metavar="COMMAND", required=True)
    for add in (_add_check, _add_extract, _add_explain, _add_rules, _add_decide, _add_score):
        add(verbs)
    return parser


Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001  # argparse has no other name


def _described(parser: argparse.ArgumentParser, description: str, epilog: str) -> argparse.ArgumentParser:
    parser.description, parser.epilog = description, epilog
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    return parser


def _add(verbs: Verbs, name: str, run: str, does: str, example: str) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=does, allow_abbrev=False)
    parser.set_defaults(run=run)
    return _described(parser, does[0].upper() + does[1:] + ".", f"example:\n  {example}")


def _add_settings(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("settings")
    group.add_argument(
        "--config", metavar="FILE", help="configuration (else the nearest checker.toml or pyproject.toml)"
    )
    group.add_argument("--rules", metavar="DIR", action="append", default=[], help="folder of more rules; repeatable")
    group.add_argument("--decisions", metavar="FILE", help="what the desk has decided (else decisions.yaml)")


def _add_color(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="default: auto")


def _add_output(parser: argparse.ArgumentParser, formats: str) -> None:
    parser.add_argument("--format", metavar="FORMAT", default="table", help=f"{formats}; default: table")
    parser.add_argument(
        "--output",
        metavar="[FORMAT:]PATH",
        action="append",
        default=[],
        help="also write a file, its format named by its suffix or before it; repeatable",
    )


def _add_incomplete(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--allow-incomplete",
        action="store_true",
        default=None,
        help="let the rest decide where a document can't be read",
    )


def _add_check(verbs: Verbs) -> None:
    does = "read, compare and print the disagreements; the exit code is the gate"
    parser = _add(verbs, "check", "check", does, "checker check reports/ --output report.json --fail-on warning")
    parser.add_argument("paths", metavar="PATH", nargs="+", help=PATHS_HELP)
    _add_output(parser, "table, markdown, json or jsonl")
    parser.add_argument("--fail-on", choices=THRESHOLDS, help="least severity that fails; default: error")
    _add_incomplete(parser)
    _add_color(parser)
    _add_settings(parser)


def _add_extract(verbs: Verbs) -> None:
    does = "print the mentions and facts of each document"
    parser = _add(verbs, "extract", "extract", does, "checker extract reports/ --format jsonl")
    parser.add_argument("paths", metavar="PATH", nargs="+", help=PATHS_HELP)
    _add_output(parser, "table, jsonl or csv")
    _add_incomplete(parser)
    _add_color(parser)
    _add_settings(parser)


def _add_explain(verbs: Verbs) -> None:
    does = "tell why: a finding, a rule, or what stands between two statements"
    example = (
        "checker explain a1b2c3d4 reports/\n  checker explain answers-apart\n"
        "  checker explain --between a.txt:12 b.txt:30 reports/"
    )
    parser = _add(verbs, "explain", "explain", does, example)
    parser.add_argument(
        "--between", nargs=2, metavar=("FILE:LINE", "FILE:LINE"), help="two places in documents, also with a column"
    )
    parser.add_argument("words", metavar="ID PATH", nargs="*", help="a fingerprint or a rule, then the documents")
    _add_settings(parser)


def _add_rules(verbs: Verbs) -> None:
    does = "list, show, validate and test the rules, begin a new one, or print the schema of their files"
    parser = _add(verbs, "rules", "rules", does, "checker rules test --rules my-rules/")
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    for action, words, help_of_action in (
        ("list", None, "the rules, with operators and numbers of cases"),
        ("show", "ID", "a rule as prose, with its cases"),
        ("validate", None, "read every file; list every mistake of every file"),
        ("test", "ID", "run the cases of the rules (of all, without an ID)"),
        ("schema", "FILE-KIND", "the JSON Schema of a kind of file (of all, without one)"),
    ):
        example = f"checker rules {action}" + (" answers-apart" if words == "ID" else "")
        one = _add(actions, action, f"rules_{action}", help_of_action, example)
        one.add_argument("--rules", metavar="DIR", action="append", default=[], help="folder of more rules; repeatable")
        one.add_argument("--config", metavar="FILE", help="configuration (else the nearest one)")
        if words is not None:
            one.add_argument("ids", metavar=words, nargs="+" if action == "show" else "*")
        if action == "show":
            one.add_argument(
                "--over", metavar="PATH", action="append", default=[], help="measure its noise on reports; repeatable"
            )
        if action == "test":
            one.add_argument(
                "--calm", metavar="PATH", action="append", default=[], help="reports without findings; repeatable"
            )
    _add_rules_new(actions)


def _add_rules_new(actions: Verbs) -> None:
    does = "write a rule of one's own, with a case that flags and one that passes, to be edited"
    one = _add(actions, "new", "rules_new", does, "checker rules new my-toll --about people-killed desk")
    one.add_argument("id", metavar="ID", help="of the rule; the file is called so too")
    one.add_argument("folder", metavar="DIR", nargs="?", help="where to; default: the configuration's, else desk")
    one.add_argument(
        "--about",
        metavar=("QUESTION", "DIR"),
        nargs="+",  # argparse gives an optional word behind an option to nobody else
        default=[],
        help="the question that it looks at; default: any",
    )
    one.add_argument("--rules", metavar="DIR", action="append", default=[], help="folder of more rules; repeatable")
    one.add_argument("--config", metavar="FILE", help="configuration (else the nearest one)")


def _add_decide(verbs: Verbs) -> None:
    does = "write down what the desk decides about a finding, so that it doesn't fail the gate"
    example = (
        "checker decide a1b2c3d4 reports/ --verdict known --reason 'two announcements' --by Huda --until 2026-12-31"
    )
    parser = _add(verbs, "decide", "decide", does, example)
    parser.add_argument("fingerprint", metavar="FINGERPRINT", help="of the finding, or its first letters")
    parser.add_argument("paths", metavar="PATH", nargs="+", help=PATHS_HELP)
    parser.add_argument("--verdict", choices=VERDICTS, required=True)
    parser.add_argument("--reason", required=True, help="why; it is shown with the finding")
    parser.add_argument("--by", metavar="NAME", help="who decided")
    parser.add_argument("--until", metavar="DAY", help="last day on which it counts, such as 2026-12-31")
    parser.add_argument("--evidence", metavar="WORDS", help="where the proof is")
    _add_settings(parser)


def _add_score(verbs: Verbs) -> None:
    does = "measure precision and recall against annotated documents"
    parser = _add(verbs, "score", "score", does, "checker score fixtures/gold.yaml seeds/ --misses")
    parser.add_argument("gold", metavar="GOLD", help="the annotation, a YAML file")
    parser.add_argument("paths", metavar="PATH", nargs="+", help=PATHS_HELP)
    parser.add_argument("--misses", action="store_true", help="list what was missed, read wrongly or flagged wrongly")
    parser.add_argument("--doubt", action="store_true", help="let dates open that the text alone leaves open")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    _add_settings(parser)


if __name__ == "__main__":
    sys.exit(main())
