"""News reports in Arabic and English, made up from a seed: no two share figures, days, names or the order of sentences.

What they are made of stands in `words/`: files of lists, one entry a line, in which `<list>` asks for an entry of
another list, `<n 3 90>` for a number in digits, `<w 3 90>` in words, `<c 3 90>` in either, `<x 1 9>` for a decimal,
`<a|b>` for one of both, and the names of `Calendar` for the parts of a day. A list of `MENTIONS` counts as one mention.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

import yaml

WORDS = Path(__file__).parent / "words"
LANGUAGES = ("ar", "en")
SIZE = 5500  # bytes of UTF-8 that a report has, give or take a sentence
MENTIONS = frozenset(["when", "date", "period", "then", "place", "country", "body", "person", "people", "nation"])
AIM = {"ar": 39, "en": 38}  # mentions that a report is given: what is found of them is about forty
FIRST, LAST = date(2005, 1, 1), date(2025, 12, 31)
FILLER = "filler"
NUMERALS = frozenset("nwcx")

Part = tuple[str, tuple[str, ...]]  # the name of a slot with its arguments; "" for a text, "|" for a choice
Grammar = dict[str, list[list[Part]]]


def reports(number: int, seed: int) -> Iterator[tuple[str, str, dict[str, str]]]:
    """So many reports: id, text and metadata (day of publication and language), Arabic and English in turn."""
    for at in range(number):
        language = LANGUAGES[at % len(LANGUAGES)]
        yield _Writer(language, Random(f"{seed}-{at}")).report(f"{language}-{at:06d}")  # noqa: S311  # no secret


@cache
def grammar(language: str) -> Grammar:
    """The lists of a language, each entry cut into its parts."""
    lists: Grammar = {}
    for path in sorted(WORDS.glob(f"{language}-*.yaml")):
        for name, lines in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            assert name not in lists, f"{path}: the list {name!r} stands in two files"
            lists[name] = [_cut(line) for line in lines.strip().splitlines()]
    return lists


def _cut(line: str) -> list[Part]:
    parts: list[Part] = []
    for piece in line.strip().split("<"):
        slot, closed, rest = piece.partition(">")
        if not closed:
            parts.append(("", (piece,)))
            continue
        if "|" in slot:
            parts.append(("|", tuple(slot.split("|"))))
        else:
            name, *arguments = slot.split()
            parts.append((name, tuple(arguments)))
        parts.append(("", (rest,)))
    return [part for part in parts if part != ("", ("",))]


@dataclass(slots=True)
class Calendar:
    """A day, by the names under which an entry may ask for its parts."""

    day: date
    months: list[str]
    weekdays: list[str]
    ordinals: list[str]

    def part(self, name: str) -> str | None:
        """The part of the day in writing; `None` for what is no part of a day."""
        day = self.day
        match name:
            case "d":
                return str(day.day)
            case "dd":
                return f"{day.day:02d}"
            case "mm":
                return f"{day.month:02d}"
            case "later":
                return str(min(28, day.day + 2 + day.month % 3))
            case "y":
                return str(day.year)
            case "month":
                return self.months[day.month - 1]
            case "weekday":
                return self.weekdays[day.weekday()]
            case "nth":
                return self.ordinals[day.day - 1]
            case _:
                return None


class _Writer:
    """Writes one report."""

    def __init__(self, language: str, random: Random) -> None:
        self.language = language
        self.random = random
        self.lists = grammar(language)
        self.published = FIRST + timedelta(days=random.randrange((LAST - FIRST).days))
        self.count = 0  # mentions so far
        self.native = language == "ar" and random.random() < 0.25
        months = sorted(name for name in self.lists if name.startswith("months"))
        self.months = self._plain(random.choice(months))
        self.day = self._calendar(-20, 0)

    def report(self, id: str) -> tuple[str, str, dict[str, str]]:
        """The report under an id."""
        topic = self.random.choice([name for name in self.lists if name.startswith("topic-")])
        told = self._shuffled(topic)
        general = self._shuffled("general")
        title = self._sentence(self._pick("title-" + topic.removeprefix("topic-"))).rstrip(".")
        self.day.day = self.published
        head = [title, self._expand(self._pick("dateline"))]
        body = [self._sentence(told.pop())]
        size = len("".join(head + body).encode())
        while self.count < AIM[self.language]:
            source = told if told and (not general or self.random.random() < 0.7) else general
            body.append(self._sentence(source.pop() if source else self._pick("general")))
            size += len(body[-1].encode()) + 1
        filler = self._shuffled(FILLER)
        while size < SIZE - 80:
            body.append(self._sentence(filler.pop() if filler else self._pick(FILLER)))
            size += len(body[-1].encode()) + 1
        rest = body[1:]
        self.random.shuffle(rest)
        text = "\n\n".join([*head, *self._paragraphs([body[0], *rest])]) + "\n"
        return id, text, {"published": self.published.isoformat(), "language": self.language}

    def _paragraphs(self, sentences: list[str]) -> list[str]:
        made = []
        at = 0
        while at < len(sentences):
            long = self.random.choice((1, 2, 2, 3, 3, 4))
            made.append(" ".join(sentences[at : at + long]))
            at += long
        return made

    def _sentence(self, parts: list[Part]) -> str:
        text = self._expand(parts)
        return text[0].upper() + text[1:]

    def _expand(self, parts: list[Part]) -> str:
        return "".join(self._slot(name, arguments) for name, arguments in parts)

    def _slot(self, name: str, arguments: tuple[str, ...]) -> str:
        if not name:
            return arguments[0]
        if name == "|":
            return self.random.choice(arguments)
        if name in NUMERALS:
            self.count += 1
            return self._number(name, arguments)
        written = self.day.part(name)
        if written is not None:
            return self._digits(written)
        before = self.count
        if name in ("when", "date", "period"):
            self.day = self._calendar(-1200, 0)
        elif name == "then":
            self.day = self._calendar(1, 200)
        text = self._expand(self._pick(name))
        if name in MENTIONS:
            self.count = before + 1
        return text

    def _number(self, form: str, arguments: tuple[str, ...]) -> str:
        low, high = int(arguments[0]), int(arguments[1])
        if form == "x":
            return self._digits(f"{self.random.uniform(low, high):.1f}")
        value = self.random.randint(low, high)
        if form == "w" or form == "c" and value < 100 and self.random.random() < 0.4:
            return self._spelled(value, feminine="f" in arguments)
        return self._digits(f"{value:,}" if self.random.random() < 0.8 or value < 1000 else str(value))

    def _spelled(self, value: int, *, feminine: bool) -> str:
        """A number below a hundred in words."""
        ones = self._plain("ones-feminine" if feminine and "ones-feminine" in self.lists else "ones")
        if value < len(ones):
            return ones[value]
        tens, one = self._plain("tens")[value // 10 - 2], value % 10
        if not one:
            return tens
        return f"{ones[one]} و{tens}" if self.language == "ar" else f"{tens}-{ones[one]}"

    def _digits(self, written: str) -> str:
        if not self.native:
            return written
        return written.translate({ord("0") + at: chr(0x0660 + at) for at in range(10)})

    def _calendar(self, low: int, high: int) -> Calendar:
        day = self.published + timedelta(days=self.random.randint(low, high))
        return Calendar(day, self.months, self._plain("weekdays"), self._plain("ordinals"))

    def _plain(self, name: str) -> list[str]:
        return [parts[0][1][0] for parts in self.lists[name]]

    def _pick(self, name: str) -> list[Part]:
        return self.random.choice(self.lists[name])

    def _shuffled(self, name: str) -> list[list[Part]]:
        taken = list(self.lists[name])
        self.random.shuffle(taken)
        return taken
