"""People whom no pack lists: a full name beside a title, an office, an age or a verb of saying, then its short forms.

Only in scripts with capitals: a name is a few words that begin with one, and the words beside it tell a person.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from checker.kinds.name.known import WEAK, Known
from checker.kinds.name.made import named
from checker.lexicon import CLOSED
from checker.line import Item
from checker.model import Name
from checker.page import Page
from checker.spans import Spans

WORD = re.compile(r"[^\W\d_](?:\.(?!\n)|[^\W\d_]*(?:['-][^\W\d_]+)*)")  # a word of a name, or an initial with its point
RUN = re.compile(r"(?<=[\w,] )[A-Z\u00c0-\u00de][\w'’-]+(?: [A-Z\u00c0-\u00de][\w'’-]+)+")  # inside a sentence
MARKS = '"(,;:[*#>'  # what a word of a name may stand behind
WORDS_MOST = 5  # words of a name
ARTICLE = 5  # code points of an article with its hyphen
LONGEST = 24  # letters of one of them
PEOPLE_MOST = 400  # people of one text whose short forms are looked for, so that no list of names makes it slow
SHORTEST = 4  # letters of a surname that tells a person only by standing alone as well
APART = 48  # code points from the comma behind a name to the noun that tells what the person is
AGES = (10, 110)  # years that a number between commas behind a name may be
TELLING = ("courtesy", "speaker")  # in front of a name
# What ends a name where one of its words says it.
ENDS = frozenset([
    "courtesy", "speaker", "speaker-kind", "weekday", "month", "day-offset", "people", "place-word", "say", "number",
    "aside", "unlike-person", "according", "day-part", "ordinal",
])  # fmt: skip
UNLIKE = frozenset(["unlike-person", "place-word"])  # what no person is called
PLACED = ("in", "from", "to", "near", "of", "the")  # in front of words in capitals: a place or a body
BETWEEN = frozenset(["aside", "pluperfect", "weekday", "day-offset", "denied"])  # between a name and its verb


class Stranger(NamedTuple):
    """A person whom no pack lists, in folded offsets."""

    start: int
    end: int
    name: Name


class Strangers:
    """Finds the people of a page whom no pack lists, beside the names that were chosen."""

    def __init__(self, known: Known, chosen: list[tuple[Item, str]], others: Iterable[tuple[int, int]]) -> None:
        self.known = known
        self.page: Page = known.page
        self.text = known.page.folded.text
        firm = [(i.start, i.end) for i, _ in chosen if not i.flags & WEAK]
        self.taken = Spans([*firm, *others])
        self.offices = [i for i, id in chosen if known.names[id].type == "office"]
        particles = [*self.page.items.get("name-particle", ()), *self.page.items.get("name-article", ())]
        self.particles = frozenset(self.text[i.start : i.end] for i in particles)

    def names(self) -> list[Stranger]:
        """Every mention of them, in the order of the text and without overlap."""
        full: dict[str, tuple[int, int]] = {}
        single: set[tuple[int, int]] = set()
        for start, end, alone in self._introduced():
            name = self.text[start:end]
            if " " in name:
                full.setdefault(name, (start, end))
            elif alone:
                single.add((start, end))
        for start, end in self._recurring():
            full.setdefault(self.text[start:end], (start, end))
        found = list(self._told(dict(islice(full.items(), PEOPLE_MOST))))
        spans = Spans([(f.start, f.end) for f in found])
        for start, end in sorted(single):
            if not spans.touch(start, end):
                found.append(Stranger(start, end, self._named(self.text[start:end])))
        return sorted(found)

    # --- who is introduced --------------------------------------------------------------------------------------

    def _introduced(self) -> Iterator[tuple[int, int, bool]]:
        """Names in full beside what tells a person, and single words behind a title (`True`)."""
        page = self.page
        for category in TELLING:
            for item in page.items.get(category, ()):
                if item.value not in ("body", "statement") and self.text[item.outer - 1 : item.outer] != "-":
                    yield from self._right(item.end, alone=category == "courtesy")
                if category == "speaker" and item.value in ("head", "member", "official"):
                    yield from self._apposed(item)
        for item in self.offices:
            yield from self._right(item.end, alone=False)
        for item in page.items.get("say", ()):
            yield from self._left(self._before_verb(item.outer))
            if self.text[item.outer - 2 : item.outer - 1] in ('"', ","):
                yield from self._right(item.end, alone=False)
        for item in page.items.get("according", ()):
            yield from self._right(item.end, alone=False)
        for item in page.items.get("number", ()):
            if self._is_age(item):
                yield from self._left(item.start - 2)

    def _recurring(self) -> Iterator[tuple[int, int]]:
        """Words in capitals inside a sentence of which the text has the last alone as well: Ana Duarte, then Duarte."""
        page, text = self.page, self.text
        known = dict[str, bool]()
        for match in RUN.finditer(page.text):
            at = page.at(match.end())
            end = self._bare_end(self._word_start(at) or at, at)
            last = text[text.rfind(" ", 0, end) + 1 : end]
            if last not in known:
                told = len(last) >= SHORTEST and text.count(last) > 1 and last not in page.text
                known[last] = told and any(self._stands_alone(place, len(last)) for place in self._places(last))
            if known[last]:
                for start, stop, _ in self._left(end):
                    yield start, stop

    def _stands_alone(self, start: int, size: int) -> bool:
        """Whether a word in a capital stands inside a sentence, or in front of a verb of saying."""
        inside = self.text[start - 2 : start - 1].isalpha() and self.text[start - 1] == " "
        return inside or any(i.category == "say" for i in self.page.starting(start + size + 1))

    def _before_verb(self, at: int) -> int:
        """Where the words in front of a verb end, over what may stand between."""
        for _ in range(2):
            between = [i for i in self.page.ending(at - 1) if i.category in BETWEEN]
            if not between:
                break
            at = min(i.outer for i in between)
        return at - 1

    def _apposed(self, noun: Item) -> Iterator[tuple[int, int, bool]]:
        """The name in front of the comma behind which a noun tells what the person is: X Y, the mayor of."""
        comma = self.text.rfind(",", max(0, noun.start - APART), noun.start)
        if comma < 0 or any(c in '.;:"\n' for c in self.text[comma : noun.start]):
            return
        heads = self.page.starting(comma + 2)
        if comma + 2 == noun.outer or any(i.category in ("article", "the", "speaker-kind", "name") for i in heads):
            yield from self._left(comma)

    def _is_age(self, item: Item) -> bool:
        low, high = AGES
        value = item.value[0] if isinstance(item.value, tuple) else 0
        around = self.text[item.start - 2 : item.start], self.text[item.end : item.end + 1]
        return low <= value <= high and around[0] == ", " and around[1] in (",", ".", ";")

    def _left(self, end: int) -> Iterator[tuple[int, int, bool]]:
        """The words in capitals that end at a place, if they are no place or body."""
        words = list[tuple[int, int]]()
        at = end
        while at > 0 and len(words) < WORDS_MOST:
            start = self._word_start(at)
            if start is None or not self._is_part(start, at):
                break
            words.insert(0, (start, at))
            if self.text[start - 1 : start] != " ":
                break
            at = start - 1
        words = self._from_capital(words)
        if len(words) > 1 and not self._is_led(words[0][0]):
            yield words[0][0], words[-1][1], False

    def _is_led(self, at: int) -> bool:
        """Whether a small word in front makes what begins here a place or a body: in Deir Hafir, Health and Welfare."""
        if any(self.page.before(at, role) is not None for role in PLACED):
            return True
        joint = self.page.before(at, "and")
        if joint is None or self.text[joint.outer - 1 : joint.outer] != " ":
            return False
        begin = self._word_start(joint.outer - 1)
        return begin is not None and self._is_capital(begin)

    def _right(self, at: int, *, alone: bool) -> Iterator[tuple[int, int, bool]]:
        """The words in capitals that begin behind a place."""
        text = self.text
        at += text[at : at + 1] == "."
        if text[at : at + 1] == "," and not alone:
            at += 1
        words = list[tuple[int, int]]()
        while text[at : at + 1] == " " and len(words) < WORDS_MOST:
            match = WORD.match(text, at + 1, at + 1 + LONGEST)
            if match is None:
                break
            start, end = match.start(), self._bare_end(*match.span())
            if not self._is_part(start, end):
                if any(i.category in UNLIKE for i in self.page.starting(start)):
                    return
                break
            words.append((start, end))
            if end < match.end():
                break
            at = end
        while words and not self._is_capital(words[-1][0]):
            words.pop()
        if words and self._is_capital(words[0][0]) and (len(words) > 1 or alone):
            yield words[0][0], words[-1][1], alone

    def _word_start(self, end: int) -> int | None:
        """Where the word begins that ends at a place; `None` where none does."""
        text = self.text
        start = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end), end - LONGEST) + 1
        while start < end and text[start] in MARKS:
            start += 1
        match = WORD.match(text, start, end)
        return start if match is not None and match.end() == end else None

    def _bare_end(self, start: int, end: int) -> int:
        """Where a word ends without the possessive that hangs on it."""
        return next((i.start for i in self.page.between("possessive", start, end) if i.end == end), end)

    def _is_part(self, start: int, end: int) -> bool:
        """Whether a word may be part of a personal name: in a capital and no word of another sort, or a particle."""
        if not self._is_capital(start):
            return self.text[start:end] in self.particles
        if self.taken.touch(start, end):
            return False
        if end - start > 1 and self.page.original(start + 1, end).isupper():
            return self.text[start + 1] == "."
        elided = self.text.find("'", start, end) + 1  # L'Union
        for item in [*self.page.starting(start), *(self.page.starting(elided) if elided else ())]:
            if item.end >= end and (item.flags & CLOSED or item.category in ENDS):
                return False
        return True

    def _is_capital(self, at: int) -> bool:
        """Whether a word begins with a capital, behind its article if it has one: al-Halabi."""
        place = self.page.folded.start(at) if self.page.folded.cuts else at
        if self.page.text[place : place + 1].isupper():
            return True
        hyphen = self.text.find("-", at, at + ARTICLE)
        return hyphen > 0 and self.text[at:hyphen] in self.particles and self._is_capital(hyphen + 1)

    def _from_capital(self, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
        first = next((n for n, (start, _) in enumerate(words) if self._is_capital(start)), len(words))
        return words[first:]

    # --- what they are called -----------------------------------------------------------------------------------

    def _told(self, full: dict[str, tuple[int, int]]) -> Iterator[Stranger]:
        """Every place where one of them is named, in full or by the last words of the name."""
        owners: dict[str, set[str]] = {}
        for name in full:
            for short in _shorter(name):
                owners.setdefault(short, set()).add(name)
        covered = bytearray(len(self.text) if owners else 0)
        for short, names in sorted(owners.items(), key=lambda row: (-len(row[0]), row[0])):
            whole = _longest(names)
            if whole is None:
                continue
            person = self._named(whole)
            for start in self._places(short):
                end = start + len(short)
                if not self.taken.touch(start, end) and not any(covered[start:end]):
                    covered[start:end] = b"\1" * (end - start)
                    yield Stranger(start, end, person)

    def _places(self, short: str) -> Iterator[int]:
        """Where a name stands as a name of its own, with its capital and no further name beside it."""
        text, at = self.text, self.text.find(short)
        while at >= 0:
            end = at + len(short)
            begins = at == 0 or not (text[at - 1].isalnum() or text[at - 1] == "'")
            ends = not text[end : end + 1].isalnum() and text[end : end + 1] != "-"
            if begins and ends and self._is_capital(at) and not self._is_joined(at, end, whole=" " in short):
                yield at
            at = text.find(short, end)

    def _is_joined(self, start: int, end: int, *, whole: bool) -> bool:
        """Whether a word beside a short form makes it part of another name: Lane County, Carol Smith."""
        if self._goes_on(end):
            return True
        begin = None if whole or self.text[start - 1 : start] != " " else self._word_start(start - 1)
        if begin is None:
            return False
        other = self._is_capital(begin) and self._is_part(begin, start - 1)
        return other and self.text[begin - 2 : begin - 1] not in ("", ".", "\n", "!", "?", '"')

    def _goes_on(self, end: int) -> bool:
        if self.text[end : end + 1] != " " or not self._is_capital(end + 1):
            return False
        match = WORD.match(self.text, end + 1)
        if match is None:
            return False
        unlike = any(i.category in UNLIKE for i in self.page.starting(end + 1))
        return unlike or self._is_part(end + 1, match.end())

    def _named(self, folded: str) -> Name:
        """The name of a person by the words of it; one whom the packs list under this id is that one."""
        id = "-".join(re.findall(r"[^\W_]+", folded))
        if id in self.known.names and self.known.names[id].type == "person":
            return named(id, self.known.names)
        return Name(id=id, type="person", within=())


def _shorter(name: str) -> list[str]:
    """The name itself and its shorter forms: its last words, the last without its article too."""
    words = name.split(" ")
    forms = [" ".join(words[n:]) for n in range(len(words))]
    last = words[-1]
    article, _, rest = last.partition("-")
    return [*forms, rest] if len(article) <= 3 and len(rest) > 3 else forms


def _longest(names: set[str]) -> str | None:
    """The one person of several names that end alike: the fullest, if it holds the others; else nobody."""
    whole = max(names, key=lambda name: (len(name), name))
    return whole if all(whole.endswith(name) for name in names) else None
