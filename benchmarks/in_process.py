"""How fast reports are read and judged in process, and whether twice as many take twice as long."""

import resource
import statistics
from collections.abc import Iterator

import corpus
from measure import MEGABYTE, Figure, processor_seconds

from checker import packs as all_packs
from checker.collect import Collected
from checker.model import RawDocument, Report
from checker.packs import Packs
from checker.pipeline import judge

REPORTS = 2000
RUNS = 3
WARM = 100  # reports that are read before anything is measured


def documents(number: int, seed: int) -> list[RawDocument]:
    """Reports of the corpus as documents."""
    return [RawDocument(id=id, text=text, metadata=dict(given)) for id, text, given in corpus.reports(number, seed)]


def warm() -> Packs:
    """The packs, with everything built that is built when it is first used."""
    packs = all_packs.load()
    judge(Collected(raw=documents(WARM, 0)), packs, compare=True)
    return packs


def named(report: Report) -> int:
    """The mentions of a report that are dates, numbers or names."""
    return sum(1 for one in report.mentions if one.kind != "concept")


def figures(number: int = REPORTS) -> Iterator[Figure]:
    """Every run reads reports that no other run has read."""
    packs = warm()
    once = [_measure(number, seed, packs) for seed in range(1, RUNS + 1)]
    seconds = statistics.median(one for one, _, _ in once)
    size = statistics.mean(size for _, size, _ in once)
    mentions = statistics.mean(count for _, _, count in once)
    yield Figure(name="reports a second", value=number / seconds, unit="1/s", least=600)
    yield Figure(name="text a second", value=size / MEGABYTE / seconds, unit="MB/s")
    yield Figure(name="time of a report", value=seconds / number * 1e3, unit="ms")
    yield Figure(name="time of a mention (date, number, name)", value=seconds / mentions * 1e6, unit="µs")
    yield Figure(name="mentions of a report (dates, numbers, names)", value=mentions / number, unit="")
    yield Figure(name="size of a report", value=size / number / 1e3, unit="kB")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Figure(name=f"peak memory, {number:,} reports", value=peak, unit="MB")
    twice = statistics.median(_measure(2 * number, seed, packs)[0] for seed in range(11, 11 + RUNS))
    yield Figure(name="time of twice as many reports", value=twice / seconds, unit="times", most=2.1)


def _measure(number: int, seed: int, packs: Packs) -> tuple[float, int, int]:
    """The seconds that some reports take, their bytes and their mentions."""
    collected = Collected(raw=documents(number, seed))
    made: list[Report] = []
    seconds = processor_seconds(lambda: made.append(judge(collected, packs, compare=True)))
    faults = made[0].faults
    assert not faults, f"a report could not be read: {faults[0].message}"
    return seconds, sum(len(raw.text.encode()) for raw in collected.raw), named(made[0])
