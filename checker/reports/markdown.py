"""The report for pull requests and mails: a heading and a table per disagreement.

Whatever comes from a document is escaped, so that it can't make markup, call people by their name, or link to issues.
"""

import re
from collections.abc import Mapping, Sequence

from checker.model import Camp, Discrepancy, Fault, Note, Report
from checker.view import Places, View, counted, found_words, in_time, shown, summary, topic

SUFFIXES = (".md", ".markdown")

DECIDED_TITLE, MESSAGES_TITLE = "Decided by the desk", "Faults and notes"
DECIDED, RULE = "Decided: ", "Rule"
HEADERS = ("answer", "voices", "place", "words")
ROOM = 160  # columns for a quote: a cell breaks its line, so it may hold more than a terminal's
SHORT = 8  # letters of a fingerprint; `explain` and `decide` take what is unique

_MARKUP = re.compile(r"([\\`*_\[\]|~$])")
_LINE_START = re.compile(r"^(\d+(?=[.)]\s)|(?=[-+=#]))")  # what makes a list or a heading of a line
_CALLS = re.compile(r"([@#])(?=\w)")  # a name or an issue number behind it would be looked up where this is posted
WORD_JOINER = "\u2060"


def render(report: Report, view: View) -> str:
    """A summary, the findings by severity as the report has them, what is decided, faults and notes."""
    places = Places(report.documents)
    lines = summary(report)
    blocks = [f"## {found_words(report)}"]
    labels = report.labels
    blocks += [_card(one, places, view, labels) for one in report.discrepancies if one.decided is None]
    decided = [_card(one, places, view, labels) for one in report.discrepancies if one.decided is not None]
    if decided:
        blocks += [f"## {DECIDED_TITLE}", *decided]
    messages: list[Fault | Note] = [*report.faults, *report.notes]
    if messages:
        blocks += [f"## {MESSAGES_TITLE}", "\n".join(_message(one) for one in messages)]
    blocks.append("  \n".join([lines[0], *lines[2:]]))
    return "\n\n".join(blocks) + "\n"


def escape(words: str) -> str:
    """Words that show as they are inside Markdown, also in a cell of a table."""
    words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    words = _CALLS.sub(rf"\1{WORD_JOINER}", words)
    return _LINE_START.sub(r"\1\\", _MARKUP.sub(r"\\\1", words))


def _card(finding: Discrepancy, places: Places, view: View, labels: Mapping[str, str]) -> str:
    from tabulate import tabulate

    rows = [row for camp in finding.camps for row in _rows(camp, places, labels)]
    table = tabulate(rows, HEADERS, tablefmt="pipe", colalign=["left"] * len(HEADERS), disable_numparse=True)
    blocks = [f"### {finding.severity}: {escape(shown(topic(finding.question, view.language, labels)))}", table]
    blocks.append(escape(shown(finding.sentence)))
    blocks += [escape(line) for line in (in_time(finding, labels),) if line]
    if finding.decided is not None:
        blocks.append(f"{DECIDED}{escape(shown(finding.decided))}")
    blocks.append(f"{RULE} `{finding.rule}`, `{finding.fingerprint[:SHORT]}`")
    return "\n\n".join(blocks)


def _rows(camp: Camp, places: Places, labels: Mapping[str, str]) -> list[list[str]]:
    """A row for each fact of a camp; its label and its voices only once."""
    first = [escape(shown(camp.label)), _voices(camp.voices, labels)]
    return [
        [
            *(first if i == 0 else ("", "")),
            escape(places.of(fact)),
            escape(places.quote(fact, room=ROOM)),
        ]
        for i, fact in enumerate(camp.facts)
    ]


def _voices(voices: Sequence[str], labels: Mapping[str, str]) -> str:
    return ", ".join(escape(shown(labels.get(voice, voice))) for voice in voices) if voices else counted(0, "voice")


def _message(message: Fault | Note) -> str:
    sort = "note" if isinstance(message, Note) else "**fault**"
    where = f"{escape(shown(message.document))}: " if message.document else ""
    return f"* {sort} {where}{message.stage}: {escape(shown(message.message))}"
