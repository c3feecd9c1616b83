"""Mentions and facts as a table for spreadsheets: one row each, values spread over columns, UTF-8 with commas."""

import csv
import io
from collections.abc import Iterator

from checker import plain
from checker.model import Report
from checker.view import Places, View

SUFFIXES = (".csv",)
COLUMNS = (
    *("type", "document", "line", "column", "start", "end", "words", "kind", "question", "scope"),
    *("value_start", "value_end", "grain", "low", "high", "unit", "id", "id_type", "in"),
    *(
        "hedge",
        "of",
        "zone",
        "latent",
        "modality",
        "voice",
        "speaker",
        "as_of_start",
        "as_of_end",
        "read_by",
        "message",
    ),
)
# Where the key of a value goes, if not into the column of its own name.
_VALUE_COLUMNS = {"start": "value_start", "end": "value_end", "type": "id_type", "is": "id"}
_VALUE_COLUMNS |= {"currency": "unit", "zone": "unit"}


def render_extract(report: Report, view: View) -> Iterator[str]:
    """A header, then a row for each mention, fact, fault and note; an empty cell is a value that is not stated."""
    places = Places(report.documents)
    output = io.StringIO()
    table = csv.DictWriter(output, COLUMNS, lineterminator="\n")
    table.writeheader()
    for row in plain.extract(report):
        table.writerow(_cells(row, places))
        yield output.getvalue()
        output.seek(0)
        output.truncate()
    yield output.getvalue()


def _cells(row: plain.Data, places: Places) -> plain.Data:
    cells: plain.Data = {column: row[column] for column in COLUMNS if column in row}
    value, as_of, scope, start = row.get("value"), row.get("as_of"), row.get("scope"), row.get("start")
    cells["words"] = row.get("text", row.get("quote"))
    if isinstance(value, dict):
        cells |= {_VALUE_COLUMNS.get(str(key), str(key)): _cell(part) for key, part in value.items()}
    if isinstance(as_of, dict):
        cells |= {"as_of_start": as_of["start"], "as_of_end": as_of["end"]}
    if isinstance(scope, dict):
        cells["scope"] = " ".join(f"{key}={stated}" for key, stated in scope.items())
    if isinstance(start, int):
        cells["line"], cells["column"] = places.at(str(row["document"]), start)
    if "latent" in cells:
        cells["latent"] = "yes" if cells["latent"] else "no"
    return cells


def _cell(part: object) -> object:
    return " ".join(part) if isinstance(part, list) else part
