"""The report as one JSON object."""

import json

from checker import plain
from checker.model import Report
from checker.view import View

SUFFIXES = (".json",)


def render(report: Report, view: View) -> str:
    """The same report gives the same text: keys in a fixed order, letters as they are."""
    return json.dumps(plain.report(report), ensure_ascii=False, indent=2) + "\n"
