"""How fast the checker reads and judges: articles and mentions a second, stage by stage, and the memory that it takes.

The reports of `seeds/` and `fixtures/reports/` are repeated, each copy under an id of its own. Every stage is gone
through for all documents before the next begins, so that its time is its own; the packs are loaded before, from a warm
cache. A copy says what its original says, so judging sees many documents in few questions, which is its hardest case.

    python benchmarks/throughput.py [DOCUMENTS]
"""

import argparse
import resource
import sys
import time
from itertools import cycle, islice
from pathlib import Path

from checker import packs as all_packs
from checker.clauses import clauses
from checker.collect import collect
from checker.discrepancies import discrepancies
from checker.documents import document
from checker.facts import facts
from checker.kinds import date
from checker.mentions import mentions
from checker.model import Clause, Document, Fact, Mention, RawDocument
from checker.packs import Packs
from checker.page import Page, read_page
from checker.questions import questions
from checker.rules import rules_of

ROOT = Path(__file__).parent.parent
FOLDERS = ("seeds", "fixtures/reports")
DOCUMENTS = 2000
MEGABYTE = 1 << 20


class Stopwatch:
    """The seconds of each stage, in the order in which they were measured."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._start = time.perf_counter()

    def lap(self, stage: str) -> None:
        """Ends a stage, and begins the next."""
        now = time.perf_counter()
        self.seconds[stage] = now - self._start
        self._start = time.perf_counter()


def corpus(number: int) -> list[RawDocument]:
    """So many documents: the reports of the project in turn, copy by copy."""
    originals = collect([str(ROOT / folder) for folder in FOLDERS]).raw
    return [
        RawDocument(id=f"{at:06d}-{raw.id}", text=raw.text, metadata=dict(raw.metadata), body=raw.body)
        for at, raw in enumerate(islice(cycle(originals), number))
    ]


Row = tuple[Document, list[Mention], list[Fact]]


def read(raws: list[RawDocument], packs: Packs, watch: Stopwatch) -> list[Row]:
    """The stages that need no other document, one after the other."""
    pages: list[Page] = [read_page(raw.text, packs) for raw in raws]
    watch.lap("read pages")
    documents = [document(raw, page, packs)[0] for raw, page in zip(raws, pages, strict=True)]
    watch.lap("make documents")
    pairs = list(zip(documents, pages, strict=True))
    found = [mentions(made, page, packs, date.day_order(page)) for made, page in pairs]
    watch.lap("find mentions")
    cut: list[list[Clause]] = [
        clauses(made, page, packs, listed) for (made, page), listed in zip(pairs, found, strict=True)
    ]
    watch.lap("cut clauses")
    said = [facts(made, page, packs, listed) for (made, page), listed in zip(pairs, cut, strict=True)]
    watch.lap("state facts")
    return list(zip(documents, found, said, strict=True))


def main() -> int:
    """Measures, and prints a line for each figure."""
    parser = argparse.ArgumentParser(description="Measures how fast the checker reads and judges.")
    parser.add_argument("documents", metavar="DOCUMENTS", type=int, nargs="?", default=DOCUMENTS)
    number: int = parser.parse_args().documents
    packs = all_packs.load()
    raws = corpus(number)
    read_page(" ".join(raw.text for raw in raws[:100]), packs)  # builds the automata
    watch = Stopwatch()
    rows = read(raws, packs, watch)
    asked = questions([fact for _, _, said in rows for fact in said], packs.questions)
    watch.lap("ask questions")
    found = discrepancies(asked, rules_of(packs), packs, [made for made, _, _ in rows])
    watch.lap("judge")
    total = sum(watch.seconds.values())
    counts = {
        "documents": number,
        "mentions": sum(len(listed) for _, listed, _ in rows),
        "facts": sum(len(said) for _, _, said in rows),
        "questions": len(asked),
        "discrepancies": len(found),
    }
    size = sum(len(raw.text.encode()) for raw in raws)
    print(f"{'megabytes':<16}{size / MEGABYTE:>12,.1f}")
    for name, count in counts.items():
        print(f"{name:<16}{count:>12,}")
    print()
    for stage, seconds in {**watch.seconds, "all stages": total}.items():
        print(f"{stage:<16}{seconds:>8.2f} s {seconds / total:>6.0%} {number / seconds:>10,.0f} documents/s")
    print(f"{'mentions/s':<16}{counts['mentions'] / total:>12,.0f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # kilobytes on Linux
    print(f"{'peak memory':<16}{peak / 1024:>9,.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
