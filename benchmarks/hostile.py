"""What a text costs that means no good: one thing said over and over, and the same text twice as long."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count

import yaml
from corpus import WORDS
from in_process import warm
from measure import Figure
from stages import Laps, go_through

from checker.model import RawDocument
from checker.packs import Packs

SIZE = 100_000  # bytes of UTF-8
SHARES = (8, 4, 2, 1)  # the parts of that size which are read, one after the other
PATIENCE = 4.0  # seconds: a text that took so long is not read at twice its length
MOST = 2.0  # seconds that the whole text may take
SLOW = 0.3  # seconds: the growth of what is faster is that of the garbage collector
FIRST_DAY = date(2000, 1, 1)
GROWTH = 2.6  # times that twice the text may take before it is told


def figures(size: int = SIZE) -> Iterator[Figure]:
    """The seconds of each text with the stage that takes most, the slowest first; then what grows faster than its text.

    Of a text whose half took too long the whole is not read: its figure is what it would take at the least.
    """
    packs = warm()
    grown: list[Figure] = []
    taken: list[Figure] = []
    for name, unit in units().items():
        seconds, growth, stage = _measured(unit, size, packs)
        taken.append(Figure(name=f"{name} ({stage})", value=seconds, unit="s", most=MOST))
        if growth > GROWTH:
            grown.append(Figure(name=f"{name}: time of twice as much", value=growth, unit="times"))
    yield from sorted(taken, key=lambda one: -one.value)
    yield from sorted(grown, key=lambda one: -one.value)


def units() -> dict[str, str]:
    """What the texts are made of, by their names."""
    units: dict[str, str] = yaml.safe_load((WORDS / "hostile.yaml").read_text(encoding="utf-8"))
    return units


def text(unit: str, size: int) -> str:
    """A unit over and over, in at least so many bytes, with the marks of `hostile.yaml` filled in."""
    first, _, unit = unit.rpartition("<once>")
    parts = unit.split("<then>")
    return first + "".join(_repeated(part, size // len(parts)) for part in parts)


def _repeated(unit: str, size: int) -> str:
    """A unit in more than so many bytes; each copy has the next number, letters or day where it asks for them."""
    marks = [mark for mark in COUNTED if mark in unit]
    if not marks:
        return unit * (size // len(unit.encode()) + 1)
    made: list[str] = []
    length = 0
    for number in count(1):
        said = unit
        for mark in marks:
            said = said.replace(mark, COUNTED[mark](number))
        made.append(said)
        length += len(said.encode())
        if length > size:
            break
    return "".join(made)


def _letters(number: int) -> str:
    """A number as a word in a capital: A, B ... Z, Aa, Ab."""
    letters = ""
    while number:
        number, last = divmod(number - 1, 26)
        letters = chr(ord("a") + last) + letters
    return letters.capitalize()


def _day(number: int) -> str:
    return (FIRST_DAY + timedelta(days=number)).isoformat()


COUNTED: dict[str, Callable[[int], str]] = {"<number>": str, "<letters>": _letters, "<day>": _day}


def _measured(unit: str, size: int, packs: Packs) -> tuple[float, float, str]:
    """The seconds of the whole text, how they grew when it was last doubled, and the stage that takes most."""
    seconds = half = growth = 0.0
    stage = ""
    for share in SHARES:
        stages = _stages(unit, size // share, packs)
        stage = max(stages, key=stages.__getitem__)
        seconds, half = sum(stages.values()), seconds
        growth = seconds / half if half and seconds >= SLOW else growth
        if seconds >= PATIENCE:
            return seconds * share, growth, stage
    return seconds, growth, stage


def _stages(unit: str, size: int, packs: Packs) -> dict[str, float]:
    """The seconds of each stage."""
    given = {"source": "Wire", "published": "2021-12-09"}
    laps = Laps()
    go_through([RawDocument(id="a.txt", text=text(unit, size), metadata=given)], packs, laps)
    return laps.seconds
