"""Where the time goes: what each stage takes of it, and what each file and function of the program takes."""

import cProfile
import pstats
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from in_process import documents, warm
from measure import Figure

import checker
from checker import collector
from checker.clauses import clauses
from checker.collect import Collected
from checker.discrepancies import discrepancies
from checker.documents import document
from checker.facts import facts
from checker.kinds import date
from checker.mentions import mentions
from checker.model import Document, Fact, RawDocument
from checker.packs import Packs
from checker.page import read_page
from checker.pipeline import judge
from checker.questions import questions
from checker.rules import rules_of

REPORTS = 500
FILES = FUNCTIONS = 12  # that are told
HOUSE = Path(checker.__file__).parent


class Laps:
    """The seconds of each stage, in the order in which the stages first came up."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._start = time.process_time_ns()

    def start(self) -> None:
        """What came before counts for no stage."""
        self._start = time.process_time_ns()

    def lap(self, stage: str) -> None:
        """Ends a stage; the next begins."""
        now = time.process_time_ns()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + (now - self._start) / 1e9
        self._start = time.process_time_ns()


def figures(number: int = REPORTS) -> Iterator[Figure]:
    """The stages in milliseconds a report; files and functions in shares of the whole."""
    packs = warm()
    laps = Laps()
    go_through(documents(number, 21), packs, laps)
    for stage, seconds in laps.seconds.items():
        yield Figure(name=f"stage: {stage}", value=seconds / number * 1e3, unit="ms a report")
    raws = documents(number, 22)
    profile = cProfile.Profile(time.process_time)
    profile.runcall(judge, Collected(raw=raws), packs, compare=True)
    files, functions = _own(profile)
    whole = files.total()
    for name, seconds in files.most_common(FILES):
        yield Figure(name=f"file: {name}", value=seconds / whole * 100, unit="%")
    for name, seconds in functions.most_common(FUNCTIONS):
        yield Figure(name=f"function: {name}", value=seconds / whole * 100, unit="%")


@collector.paused()
def go_through(raws: list[RawDocument], packs: Packs, laps: Laps) -> None:
    """The stages as the pipeline goes through them, document by document, with a lap behind each."""
    documents: list[Document] = []
    said: list[Fact] = []
    laps.start()
    for raw in raws:
        page = read_page(raw.text, packs)
        laps.lap("read the page")
        made, _ = document(raw, page, packs)
        laps.lap("make the document")
        found = mentions(made, page, packs, date.day_order(page))
        laps.lap("find mentions")
        cut = clauses(made, page, packs, found)
        laps.lap("cut clauses")
        said += facts(made, page, packs, cut)
        documents.append(made)
        laps.lap("state facts")
    asked = questions(said, packs.questions)
    laps.lap("ask questions")
    discrepancies(asked, rules_of(packs), packs, documents)
    laps.lap("judge")


def _own(profile: cProfile.Profile) -> tuple[Counter[str], Counter[str]]:
    """The seconds of each file and function; what runs in C counts for the file that calls it."""
    files: Counter[str] = Counter()
    functions: Counter[str] = Counter()
    rows = pstats.Stats(profile).stats  # type: ignore[attr-defined]  # what the class is for, and typeshed leaves out
    for (path, line, name), (_, _, own, _, callers) in rows.items():
        if path.startswith(str(HOUSE)):
            home = str(Path(path).relative_to(HOUSE))
            files[home] += own
            functions[f"{home}:{line} {name}"] += own
            continue
        for (caller, _, _), (_, _, part, _) in callers.items():
            home = str(Path(caller).relative_to(HOUSE)) if caller.startswith(str(HOUSE)) else "others"
            files[home] += part
    return files, functions
