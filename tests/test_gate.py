"""The gate: what passes, what fails, and what is no answer."""

from dataclasses import replace

import made
import pytest

from checker import gate
from checker.model import Discrepancy, Fault, Report

FAULT = Fault(document="x.txt", stage="read", message="not text")


def only(*findings: Discrepancy) -> Report:
    """A report with these findings."""
    return replace(made.report(), discrepancies=list(findings))


TENSION, CONFLICT = made.report().discrepancies
EVOLVING = replace(CONFLICT, verdict="evolving", severity="warning")
DECIDED = replace(CONFLICT, decided="seen")


@pytest.mark.parametrize(
    ("findings", "fail_on", "code"),
    [
        ([], "info", gate.PASS),
        ([TENSION], "error", gate.PASS),
        ([TENSION], "warning", gate.FAIL),
        ([CONFLICT], "error", gate.FAIL),
        ([CONFLICT, TENSION], "never", gate.PASS),
        ([DECIDED], "error", gate.PASS),
        ([DECIDED, CONFLICT], "error", gate.FAIL),
        ([EVOLVING], "warning", gate.PASS),
        ([EVOLVING], "info", gate.FAIL),
    ],
)
def test_the_threshold_decides(findings: list[Discrepancy], fail_on: str, code: int) -> None:
    assert gate.judge(only(*findings), fail_on=fail_on).code == code


def test_a_fault_is_no_answer_unless_the_rest_may_decide() -> None:
    report = made.report(faults=[FAULT])
    assert gate.judge(report, fail_on="error").code == gate.UNANSWERED
    assert gate.judge(report, fail_on="never").code == gate.UNANSWERED
    assert gate.judge(report, fail_on="error", allow_incomplete=True).code == gate.FAIL
    assert gate.judge(replace(report, discrepancies=[]), fail_on="error", allow_incomplete=True).code == gate.PASS


@pytest.mark.parametrize(
    ("ours", "code"),
    [
        ([], gate.FAIL),
        (["drafts/**"], gate.FAIL),
        (["nothing/**", "wires/south.txt"], gate.PASS),
        (["wires/*"], gate.FAIL),
        (["*.md"], gate.PASS),
    ],
)
def test_only_findings_with_a_side_of_ours_count(ours: list[str], code: int) -> None:
    """The conflict is between wires/north.txt and drafts/own.md."""
    assert gate.judge(only(CONFLICT), fail_on="error", ours=ours).code == code


@pytest.mark.parametrize(
    ("document", "glob", "fits"),
    [
        ("drafts/a.txt", "drafts/**", True),
        ("drafts/today/late/a.txt", "drafts/**", True),
        ("drafts/a.txt", "drafts/", True),
        ("drafts/a.txt", "./drafts/*.txt", True),
        ("drafts/today/a.txt", "drafts/*.txt", False),
        ("a.txt", "**/a.txt", True),
        ("x/y/a.txt", "**/a.txt", True),
        ("x/y/ba.txt", "**/a.txt", False),
        ("Drafts/a.txt", "drafts/**", False),
        ("mydrafts/a.txt", "drafts/**", False),
        ("x/a.txt", "y/**", False),
        ("a/b/c/d.txt", "a/**/d.txt", True),
        ("a/d.txt", "a/**/d.txt", True),
        ("a/d.txt", "a/d.txt/x", False),
        ("مسودات/أ.txt", "مسودات/?.txt", True),
    ],
)
def test_a_glob_takes_whole_folders(document: str, glob: str, fits: bool) -> None:
    assert gate.matches(document, glob) is fits


def test_many_stars_cost_little() -> None:
    assert not gate.matches("/".join("a" * 60), "/".join(["**", "a"] * 40 + ["b"]))


def test_the_line_says_what_counted_and_what_did_not() -> None:
    both = only(CONFLICT, DECIDED)
    assert gate.judge(both, fail_on="error").line == "failed: 1 at or above error, 1 decided or not ours"
    assert gate.judge(only(), fail_on="error").line == "passed: 0 at or above error"
    assert gate.judge(both, fail_on="never").line == "passed: shown only"
    faulty = replace(both, faults=[FAULT, FAULT])
    assert gate.judge(faulty, fail_on="error").line.startswith("no answer: 2 faults (")
