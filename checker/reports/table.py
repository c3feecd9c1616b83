"""The report for a terminal: one card per disagreement, a line per quote.

Words around the match, not the whole paragraph; the match by reverse video or brackets; right-to-left runs in isolates.
"""

from collections.abc import Iterable, Mapping, Sequence

from checker import values
from checker.model import Camp, Discrepancy, Fact, Fault, Mention, Note, Report
from checker.view import Places, View, counted, in_time, isolated, shown, summary, topic

SUFFIXES = (".txt",)

DECIDED_TITLE = "Decided by the desk, so they don't count:"
DECIDED, UNRESOLVED = "decided: ", "unresolved"
MENTION_HEADERS = ("place", "kind", "value", "hedge", "words")
FACT_HEADERS = ("place", "question", "value", "as of", "modality", "voice", "words")

ROOM = 100  # columns for a quote where there is no screen
LEAST_ROOM = 30  # on a narrow screen the line breaks, rather than show less
PAGE = 120  # columns of a card where there is no screen
VOICES_ROOM = 24  # columns for the names of voices; where they need more, they are counted
INDENT = "  "
SHORT = 8  # letters of a fingerprint; `explain` and `decide` take what is unique
# Red, magenta and cyan: what can be read on a dark and on a light ground.
COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;35m", "info": "\x1b[1;36m", "fault": "\x1b[1;31m"}
PLAIN = "\x1b[0m"


def render(report: Report, view: View) -> str:
    """Cards, faults and notes, and at the end what was read, what was found and what was not judged."""
    places = Places(report.documents)
    labels = report.labels
    blocks = [_card(one, places, view, labels) for one in report.discrepancies if one.decided is None]
    decided = [_card(one, places, view, labels) for one in report.discrepancies if one.decided is not None]
    if decided:
        blocks += [DECIDED_TITLE, *decided]
    blocks += [*_messages(report, view), "\n".join(summary(report))]
    return "\n\n".join(blocks) + "\n"


def render_extract(report: Report, view: View) -> str:
    """A table of mentions and a table of facts, then faults, notes and the counts."""
    places = Places(report.documents)
    blocks = []
    if report.mentions:
        blocks.append(_table([_mention_row(one, places) for one in report.mentions], MENTION_HEADERS))
    if report.facts:
        blocks.append(_table([_fact_row(one, places, view) for one in report.facts], FACT_HEADERS))
    lines = summary(report)
    blocks += [*_messages(report, view), "\n".join([lines[0], *lines[2:]])]
    return "\n\n".join(blocks) + "\n"


# --- cards ------------------------------------------------------------------------------------------------------


def _card(finding: Discrepancy, places: Places, view: View, labels: Mapping[str, str]) -> str:
    cells = [row for camp in finding.camps for row in _camp_cells(camp, places, labels)]
    taken = len(INDENT) + sum(max(_width(row[i]) for row in cells) + 2 for i in range(3))
    room = ROOM if view.width is None else max(LEAST_ROOM, view.width - taken)
    facts = [fact for camp in finding.camps for fact in camp.facts]
    rows = [[*row, places.quote(fact, room=room, colour=view.colour)] for row, fact in zip(cells, facts, strict=True)]
    lines = [_header(finding, view, labels), *(INDENT + line for line in _table(rows, right=(0,)).split("\n"))]
    lines.append(f"{INDENT} {shown(finding.sentence)}")
    lines += [f"{INDENT} {line}" for line in (in_time(finding, labels),) if line]
    if finding.decided is not None:
        lines.append(f"{INDENT} {DECIDED}{shown(finding.decided)}")
    return "\n".join(lines)


def _header(finding: Discrepancy, view: View, labels: Mapping[str, str]) -> str:
    severity = _coloured(finding.severity, finding.severity, view)
    left = f"{severity}  {shown(topic(finding.question, view.language, labels))}"
    right = f"{finding.rule}  {finding.fingerprint[:SHORT]}"
    space = (PAGE if view.width is None else view.width) - _width(left) - _width(right)
    return left + " " * max(2, space) + right


def _camp_cells(camp: Camp, places: Places, labels: Mapping[str, str]) -> list[list[str]]:
    """Label, voices and place of each fact of a camp; the first two only once."""
    first = [shown(camp.label), _voices(camp.voices, labels)]
    return [[*(first if i == 0 else ("", "")), places.of(fact)] for i, fact in enumerate(camp.facts)]


def _voices(voices: Sequence[str], labels: Mapping[str, str]) -> str:
    named = ", ".join(shown(labels.get(voice, voice)) for voice in voices)
    return named if voices and _width(named) <= VOICES_ROOM else counted(len(voices), "voice")


# --- rows of an extract -----------------------------------------------------------------------------------------


def _mention_row(mention: Mention, places: Places) -> list[str]:
    words = places.texts[mention.document][mention.start : mention.end]
    value = UNRESOLVED if mention.value is None else values.words(mention.value)
    where = places.shown(mention.document, mention.start)
    return [where, mention.kind, isolated(value), mention.hedge, shown(words)]


def _fact_row(fact: Fact, places: Places, view: View) -> list[str]:
    as_of = "" if fact.as_of is None else values.words(fact.as_of)
    words = places.quote(fact, room=ROOM, colour=view.colour)
    value = isolated(values.words(fact.value))
    return [places.of(fact), fact.question, value, as_of, fact.modality, shown(fact.voice), words]


# --- shared -----------------------------------------------------------------------------------------------------


def _messages(report: Report, view: View) -> list[str]:
    """The faults and the notes, a line each, as one block; nothing where there are none."""
    lines = []
    messages: list[Fault | Note] = [*report.faults, *report.notes]
    for message in messages:
        sort = "note" if isinstance(message, Note) else "fault"
        where = f"{shown(message.document)}: " if message.document else ""
        lines.append(f"{_coloured(sort, sort, view)}  {where}{message.stage}: {shown(message.message)}")
    return ["\n".join(lines)] if lines else []


def _table(rows: Sequence[Sequence[str]], headers: Sequence[str] = (), *, right: Iterable[int] = ()) -> str:
    from tabulate import tabulate

    align = ["right" if i in set(right) else "left" for i in range(len(rows[0]))]
    style = "simple" if headers else "plain"
    table = tabulate(rows, headers, tablefmt=style, colalign=align, disable_numparse=True)
    return "\n".join(line.rstrip() for line in table.split("\n"))


def _coloured(words: str, name: str, view: View) -> str:
    return f"{COLOURS[name]}{words}{PLAIN}" if view.colour and name in COLOURS else words


def _width(words: str) -> int:
    """Columns on a screen; a colour takes none."""
    from wcwidth import wcswidth

    for code in (*COLOURS.values(), PLAIN):
        words = words.replace(code, "")
    return wcswidth(words)
