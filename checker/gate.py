"""The answer of a run as an exit code and one line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from checker.model import Discrepancy, Report

PASS, FAIL, UNANSWERED, INTERRUPTED = 0, 1, 2, 130
LEVELS = {"info": 0, "warning": 1, "error": 2, "never": 3}  # higher is worse


@dataclass(slots=True, kw_only=True)
class Answer:
    """What a run answers: the code for machines and the line for people."""

    code: int
    line: str


def judge(report: Report, *, fail_on: str, ours: Sequence[str] = (), allow_incomplete: bool = False) -> Answer:
    """Whether a report passes. Findings that the desk has decided, or that touch no document of its own, don't count.

    `ours` are globs over document ids and over the paths of their files as given; without one, every document is the
    desk's own.
    """
    if report.faults and not allow_incomplete:
        line = f"no answer: {len(report.faults)} faults" if len(report.faults) > 1 else "no answer: 1 fault"
        return Answer(code=UNANSWERED, line=f"{line} (--allow-incomplete lets the rest decide)")
    paths = {d.id: d.path for d in report.documents if d.path is not None}
    loud = [finding for finding in report.discrepancies if _level(finding) >= LEVELS[fail_on]]
    counted = [finding for finding in loud if finding.decided is None and is_ours(finding, ours, paths)]
    left_out = len(loud) - len(counted)
    line = f"{len(counted)} at or above {fail_on}" + (f", {left_out} decided or not ours" if left_out else "")
    if fail_on == "never":
        line = "shown only"
    return Answer(code=FAIL if counted else PASS, line=f"{'failed' if counted else 'passed'}: {line}")


def is_ours(finding: Discrepancy, ours: Sequence[str], paths: Mapping[str, str]) -> bool:
    """Whether one side of a finding stands in a document of the desk."""
    documents = {fact.document for camp in finding.camps for fact in camp.facts}
    names = documents | {paths[document] for document in documents if document in paths}
    return not ours or any(matches(name, glob) for name in names for glob in ours)


def matches(document: str, glob: str) -> bool:
    """Whether a document id fits a glob: `*` and `?` stay within one folder, `**` crosses any number of them.

    A glob that ends with a slash takes everything below that folder.
    """
    parts = glob.removeprefix("./").split("/")
    if parts[-1] == "":
        parts[-1] = "**"
    return _fits(document.split("/"), parts)


def _fits(folders: list[str], parts: list[str]) -> bool:
    """Position by position instead of by recursion, so that many `**` cost no more than their product with the path."""
    reached = {0}
    for part in parts:
        if part == "**":
            reached = set(range(min(reached), len(folders) + 1)) if reached else set()
        else:
            reached = {at + 1 for at in reached if at < len(folders) and fnmatchcase(folders[at], part)}
    return len(folders) in reached


def _level(finding: Discrepancy) -> int:
    """A sequence in time is information, whatever severity its rule gives it."""
    return LEVELS["info"] if finding.verdict == "evolving" else LEVELS[finding.severity]
