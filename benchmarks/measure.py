"""What every benchmark shares: a figure with its bar, and programs that are started and watched."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One thing that was measured."""

    name: str
    value: float
    unit: str
    least: float | None = None  # the bar that it is to reach
    most: float | None = None  # the bar that it is to stay under

    def held(self) -> bool | None:
        """Whether it keeps to its bar; `None` where it has none."""
        if self.least is None and self.most is None:
            return None
        return (self.least is None or self.value >= self.least) and (self.most is None or self.value <= self.most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a program took from its start to its end."""

    seconds: float  # of the clock
    processor: float  # seconds of the processor, its own and the system's for it
    peak: float  # megabytes of memory


def processor_seconds(work: Callable[[], object]) -> float:
    """The seconds of the processor that some work takes here."""
    start = time.process_time()
    work()
    return time.process_time() - start


def run(arguments: Sequence[str], *, folder: Path = ROOT, environment: dict[str, str] | None = None) -> Run:
    """A Python program, run to its end with what it prints thrown away; raises RuntimeError where it fails.

    What starts it must itself be small: the system counts the memory of the starter, until the program has begun, too.
    """
    program = [sys.executable, *arguments]
    known = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    start = time.perf_counter()
    with subprocess.Popen(program, cwd=folder, env=known, stdout=subprocess.DEVNULL) as process:  # noqa: S603  # ours
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(program)} ended with {process.returncode}")
    seconds = time.perf_counter() - start
    return Run(seconds=seconds, processor=used.ru_utime + used.ru_stime, peak=used.ru_maxrss / 1024)


def median(runs: Sequence[Run]) -> Run:
    """The medians of several runs."""
    return Run(
        seconds=statistics.median(one.seconds for one in runs),
        processor=statistics.median(one.processor for one in runs),
        peak=statistics.median(one.peak for one in runs),
    )
