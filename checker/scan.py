"""One pass over a folded text: every known form of every role, name and concept, but what longer ones hide."""

from itertools import accumulate

from checker.lexicon import (
    ASIDE,
    CAPITAL,
    CUED,
    EXACT,
    GLUED,
    OPEN,
    PLACED,
    SHORT,
    SIGNED,
    Lexicon,
    Opening,
    Reading,
)
from checker.line import Item, Line
from checker.spans import Spans
from checker.text import LETTERS, Folded, is_currency_sign, word_after

NAMES = frozenset(["name", "people"])
MONTHS = frozenset(["month", "hijri-month", "solar-month"])
COUNTED = frozenset(["number", "ordinal"])


class Hidden:
    """What longer forms hide, filled in the order of the text.

    A fixed phrase hides what it holds but its concepts (the "over" of "handed over"), a full name of several words all
    but names (the verb of "United States"), and a month of several words its numerals.
    """

    def __init__(self) -> None:
        self.until = 0  # where the last of the hiding forms ends
        self._ends = {"fixed": 0, "name": 0, "month": 0}
        self._spans: dict[str, list[tuple[int, int]]] = {kind: [] for kind in self._ends}

    def see(self, item: Item, text: str) -> None:
        """A form of several words, which may hide others."""
        category = item.category
        if category == "name":
            kind = "" if item.flags & (SHORT | CUED) or " " not in text[item.start : item.end] else "name"
        else:
            kind = "fixed" if category == "fixed" else "month" if category in MONTHS else ""
        if kind:
            self._ends[kind] = max(self._ends[kind], item.end)
            self._spans[kind].append((item.start, item.end))
            self.until = max(self.until, item.end)

    def hides(self, item: Item) -> bool:
        """Whether what was seen up to the place of an item hides it."""
        category, end, ends = item.category, item.end, self._ends
        return category not in OPEN and (
            end <= ends["fixed"]
            or (end <= ends["name"] and category not in NAMES)
            or (end <= ends["month"] and category in COUNTED)
        )

    def freed(self, items: list[Item]) -> list[Item]:
        """The items that nothing hides, wherever in the text they stand."""
        if not self.until:
            return items
        spans = {kind: Spans(listed) for kind, listed in self._spans.items()}
        fixed, names, months = spans["fixed"], spans["name"], spans["month"]
        return [
            i
            for i in items
            if not (
                fixed.hold(i.start, i.end)
                or names.hold(i.start, i.end)
                or (i.category in COUNTED and months.hold(i.start, i.end))
            )
        ]


def scan(lexicon: Lexicon, folded: Folded, original: str) -> tuple[Line, list[Item], Hidden]:
    """All forms of the lexicon that stand in the text with their borders, clitics and case as their entries ask.

    The line of them, those that are kept aside (as a list in the order of the text), and what longer forms hide. Of
    the items of one place longer ones come first.
    """
    text = folded.text
    pieces = LETTERS.split(text)  # what lies between two runs of letters, and the runs, in turn
    starts = list(accumulate(map(len, pieces)))[:-1:2]
    known = map(lexicon.words().__getitem__, pieces[1::2])
    line, kept, hidden = Line(text), list[Item](), Hidden()
    items, places = line.items, line.at
    make = tuple.__new__  # the hot loop of the program: half the time of Item()
    for at, word, behind in zip(starts, known, pieces[2::2], strict=True):
        if word is None:
            continue
        size, plain, readings, cuts, ahead, openings = word
        here: list[Item] = []
        for cut in cuts:
            if text[at + size : at + size + cut] in ahead:
                here = _opened(lexicon, at, openings, at + size, folded, original)
                for item in here:
                    hidden.see(item, text)
                    plain = plain and item.category not in ASIDE
                break
        if readings and not behind[:1].isdigit():
            for start, end, _, prefix, category, value, language, flags, _ in readings:
                here.append(make(Item, (at, at + start, at + end, category, value, language, prefix, flags)))
            if not plain:
                here = _fitting(here, readings, folded, original)
        if at < hidden.until:
            here = [item for item in here if not hidden.hides(item)]
        if not plain:
            kept += [item for item in here if item.category in ASIDE]
            here = [item for item in here if item.category not in ASIDE]
        if here:
            places[at] = here
            for item in here:
                items[item[3]].append(item)
    signs = hidden.freed(_signs(lexicon, folded, original))
    line.add(i for i in signs if i.category not in ASIDE)
    return line, kept + [i for i in signs if i.category in ASIDE], hidden


def _opened(lexicon: Lexicon, at: int, openings: list[Opening], end: int, folded: Folded, original: str) -> list[Item]:
    """The forms of several words that a word from a place to its end begins."""
    found: list[Item] = []
    for opening in openings:
        for cut in opening.cuts:
            lengths = opening.ahead.get(folded.text[end : end + cut])
            if lengths is not None:
                found += _longer(lexicon, at, opening, lengths, folded, original)
    return found


def _fitting(here: list[Item], readings: list[Reading], folded: Folded, original: str) -> list[Item]:
    """The items without those among the last of them, one for each reading, whose place is not as their entry asks."""
    longer, words = here[: -len(readings)], here[-len(readings) :]
    return longer + [
        item
        for item, reading in zip(words, readings, strict=True)
        if not reading.flags & PLACED or _placed(reading, folded, original, item.outer, item.end)
    ]


def _longer(
    lexicon: Lexicon, at: int, opening: Opening, lengths: list[int], folded: Folded, original: str
) -> list[Item]:
    """The forms of some lengths that an opening at a place begins."""
    text, begin = folded.text, at + opening.bare
    forms, found = opening.forms, list[Item]()
    for length in lengths:
        end = begin + length
        form = text[begin:end]
        if form not in forms:
            continue
        read = opening.known.get(form)
        if read is None or (text[end : end + 1].isalnum() and form[-1].isalnum()):
            suffix = text[end : word_after(text, end)] if form[-1].isalnum() else ""
            read = lexicon.longer(opening, form, suffix)
        for reading in read:
            if not reading.flags & PLACED or _placed(reading, folded, original, at, end):
                found.append(_item(at, reading))
    return found


def _item(at: int, read: Reading) -> Item:
    return Item(at, at + read.start, at + read.end, read.category, read.value, read.language, read.prefix, read.flags)


def _placed(reading: Reading, folded: Folded, original: str, at: int, end: int) -> bool:
    """Whether the place is as an entry asks: behind digits, in capitals, or letter for letter."""
    if reading.flags & GLUED and not (at > 0 and not reading.prefix and folded.text[at - 1].isdigit()):
        return False
    if reading.flags & SIGNED and not is_currency_sign(folded.text[end : end + 1]):
        return False
    start = folded.start(at + reading.bare)
    if reading.flags & EXACT:
        return original[start : folded.end(end)] == reading.written
    return not reading.flags & CAPITAL or original[start].isupper()


def _signs(lexicon: Lexicon, folded: Folded, original: str) -> list[Item]:
    """The forms that open with a sign or a digit."""
    signs, text = lexicon.signs(), folded.text
    found: list[Item] = []
    for hit in () if signs is None else signs.finditer(text):
        start, end = hit.span()
        if text[end - 1].isalnum() and text[end : end + 1].isalnum():
            continue
        if text[start].isdigit() and text[start - 1 : start].isdigit():
            continue
        for reading in lexicon.readings(lexicon.marked[hit.group()], "", "", end - start):
            if not reading.flags & PLACED or _placed(reading, folded, original, start, end):
                found.append(_item(start, reading))
    return found
