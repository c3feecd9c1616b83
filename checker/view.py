"""What a person sees of a report: places, words around a mark, counts in words. Nothing here judges."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker.camps import show
from checker.model import Discrepancy, Document, Fact, Question, Report
from checker.text import fold, sentences
from checker.timelines import timeline

FSI, PDI = "\u2068", "\u2069"  # first strong isolate, pop directional isolate (Unicode UAX 9)
MANNER = "deed"  # the key of a scope that says in which manner, not about what
MARKS = ("⟦", "⟧")
REVERSED = ("\x1b[7m", "\x1b[27m")
CUT = "…"
REACH = 4  # code points of context for a column of room: marks on letters take none

# Direction controls could turn round what stands beside a quote, control characters could command the terminal.
_DIRECTION = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_CONTROL = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421} | dict.fromkeys(range(128, 160), 65533)
_UNSAFE = _DIRECTION | _CONTROL

# The words of the interface that count things: one, several.
_NUMBERS = {
    "discrepancy": ("discrepancy", "discrepancies"),
    "info": ("info", "info"),
    "facts_without_a_question": ("fact without a question", "facts without a question"),
    "unresolved_mentions": ("unresolved mention", "unresolved mentions"),
    "documents_skipped": ("skipped document", "skipped documents"),
}
SEVERITIES = ("error", "warning", "info")


@dataclass(slots=True, kw_only=True)
class View:
    """How a report is shown: with colour or not, in how many columns (`None`: no screen), in which language."""

    colour: bool = False
    width: int | None = None
    language: str = "en"


# --- places -----------------------------------------------------------------------------------------------------


def line_starts(text: str) -> list[int]:
    """Where each line of a text starts; lines end as editors end them."""
    return [0, *(end.end() for end in re.finditer("\r\n|\n|\r", text))]


class Places:
    """Finds lines and columns in the texts of a report; each text is gone through once, and only if it is asked for."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.texts = {document.id: document.text for document in documents}
        self._starts: dict[str, list[int]] = {}

    def at(self, document: str, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, in code points."""
        starts = self._starts.get(document)
        if starts is None:
            starts = self._starts[document] = line_starts(self.texts[document])
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def shown(self, document: str, offset: int) -> str:
        """An offset as document:line:column."""
        line, column = self.at(document, offset)
        return f"{shown(document)}:{line}:{column}"

    def of(self, stated: Fact) -> str:
        """Where the words of a fact that carry its value stand, as document:line:column."""
        return self.shown(stated.document, stated.mark.start)

    def quote(self, stated: Fact, *, room: int, colour: bool = False) -> str:
        """The words of a fact that carry its value, marked, with as much of their sentence as fits into the room."""
        text, (start, end) = self.texts[stated.document], stated.mark
        line, column = self.at(stated.document, start)
        starts = self._starts[stated.document]
        reach = REACH * room  # what lies further off can't be shown
        first = max(start - column + 1, start - reach)
        last = max(end, min(starts[line] if line < len(starts) else len(text), end + reach))
        low, high = _sentence(text[first:last], start - first)
        low, high = min(first + low, max(first, stated.start)), max(first + high, min(last, stated.end), end)
        return marked((text[low:start], text[start:end], text[end:high]), room=room, colour=colour)


# --- words of a document ----------------------------------------------------------------------------------------


def one_line(words: str) -> str:
    """Words of a document made safe to show: on one line, control characters visible, direction controls gone."""
    return re.sub(r"\s+", " ", words).translate(_UNSAFE)


def shown(words: str) -> str:
    """Words that may come from a document or a file name, safe and whole in a line of the report."""
    return isolated(one_line(words))


def isolated(words: str) -> str:
    """Words kept whole in a line of another direction; words without right-to-left letters stay as they are."""
    if any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in words):
        return f"{FSI}{words}{PDI}"
    return words


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence that holds an offset starts and ends."""
    folded = fold(text)
    for start, end in sentences(folded.text, 0, len(folded.text)):
        if folded.start(start) <= at < folded.end(end):
            return folded.start(start), folded.end(end)
    return at, at


def marked(parts: tuple[str, str, str], *, room: int, colour: bool) -> str:
    """Words before a mark, the mark and words after it as one run, cut to the room around the mark."""
    opening, closing = REVERSED if colour else MARKS
    before, mark, after = around(*(one_line(part) for part in parts), room=room - (0 if colour else 2))
    return isolated(f"{before}{opening}{mark}{closing}{after}".strip())


def around(before: str, mark: str, after: str, *, room: int) -> tuple[str, str, str]:
    """As much of both sides as fits into the room beside the mark, in whole words, nearest words first."""
    from wcwidth import wcswidth

    if wcswidth(before + mark + after) <= room:
        return before, mark, after
    sides = (re.findall(r"\S+ ?|^ ", before)[::-1], re.findall(r" ?\S+| $", after))
    taken = [0, 0]
    full = [False, False]
    free = room - wcswidth(mark) - 2 * wcswidth(CUT)
    for side in _turns(len(sides[0]), len(sides[1])):
        width = wcswidth(sides[side][taken[side]])
        full[side] = full[side] or width > free
        if not full[side]:
            taken[side] += 1
            free -= width
    start = ("" if taken[0] == len(sides[0]) else CUT) + "".join(sides[0][: taken[0]][::-1])
    end = "".join(sides[1][: taken[1]]) + ("" if taken[1] == len(sides[1]) else CUT)
    return start, _cut_middle(mark, room), end


def _turns(left: int, right: int) -> Iterable[int]:
    """Which side gives the next word: one each in turn, then what is left of the longer side."""
    for turn in range(max(left, right)):
        if turn < left:
            yield 0
        if turn < right:
            yield 1


def _cut_middle(words: str, room: int) -> str:
    """The first and the last words of what is wider than the room."""
    from wcwidth import wcswidth

    half = (room - wcswidth(CUT)) // 2
    if wcswidth(words) <= room or half < 1:
        return words
    start = end = 0
    while wcswidth(words[: start + 1]) <= half:
        start += 1
    while wcswidth(words[len(words) - end - 1 :]) <= half:
        end += 1
    return f"{words[:start]}{CUT}{words[len(words) - end :]}"


# --- the words of the interface that every format shares --------------------------------------------------------


def ask(question: Question, language: str) -> str:
    """The question in a language, else in English, else in the first there is, else its id."""
    for one in (language, "en", *sorted(question.ask)):
        if one in question.ask:
            return question.ask[one]
    return question.id


def topic(question: Question, language: str, labels: Mapping[str, str]) -> str:
    """The question with what it is about: How many troops are there? (United States, Iraq)."""
    keys = [said for key, said in sorted(question.scope.items()) if key != MANNER]
    told = [", ".join(labels.get(one, one) for one in said.split("+")) for said in keys]
    return f"{ask(question, language)} ({'; '.join(told)})" if told else ask(question, language)


def counted(number: int, what: str) -> str:
    """A number with its noun."""
    one, several = _NUMBERS.get(what, (what.replace("_", " "), f"{what.replace('_', ' ')}s"))
    return f"{number} {one if number == 1 else several}"


def found_words(report: Report) -> str:
    """What was found, by severity, with what the desk has decided counted apart."""
    open_ones = [finding.severity for finding in report.discrepancies if finding.decided is None]
    decided = len(report.discrepancies) - len(open_ones)
    words = f"Found {counted(len(open_ones), 'discrepancy')}" if open_ones else "Found no discrepancy"
    severities = [*SEVERITIES, *sorted(set(open_ones) - set(SEVERITIES))]
    parts = [counted(open_ones.count(severity), severity) for severity in severities if severity in open_ones]
    return (
        words + (": " if parts else "") + ", ".join(parts) + (f"; {decided} decided by the desk." if decided else ".")
    )


def summary(report: Report) -> list[str]:
    """What was read, what was found, and what was not judged: a line each."""
    counts = [counted(report.counts.get(f"{noun}s", 0), noun) for noun in ("document", "mention", "fact", "question")]
    lines = [f"Read {counts[0]}: {', '.join(counts[1:])}.", found_words(report)]
    unjudged = [counted(number, what) for what, number in sorted(report.unjudged.items()) if number]
    if report.faults:
        unjudged.insert(0, counted(len(report.faults), "fault"))
    return [*lines, f"Not judged: {', '.join(unjudged)}."] if unjudged else lines


def in_time(found: Discrepancy, labels: Mapping[str, str]) -> str:
    """The steps of a finding that evolves, in one line; empty for any other."""
    told = []
    for step in timeline(found):
        voices = [shown(labels.get(v, v)) + (" again" if v in step.revised else "") for v in step.voices]
        told.append(f"{shown(step.label)} as of {isolated(show(step.as_of))} ({', '.join(voices)})")
    return f"In time: {'; '.join(told)}." if told else ""
