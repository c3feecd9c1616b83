"""One JSON object a line: findings, or mentions and facts; each says its type, and the faults and notes come last."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain

from checker import plain
from checker.model import Report
from checker.view import View

SUFFIXES = (".jsonl",)


def render(report: Report, view: View) -> Iterator[str]:
    """One finding a line."""
    found = ({"type": "discrepancy", **plain.discrepancy(one)} for one in report.discrepancies)
    return chain(_lines(found), _lines(plain.messages(report)))


def render_extract(report: Report, view: View) -> Iterator[str]:
    """One mention or fact a line, document by document."""
    return _lines(plain.extract(report))


def _lines(rows: Iterable[plain.Data]) -> Iterator[str]:
    return (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
