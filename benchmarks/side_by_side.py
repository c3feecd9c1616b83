"""The checker and what a user would pick instead, on the same reports, in the same run."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import rivals
from in_process import documents, named, warm
from measure import Figure, processor_seconds

from checker.collect import Collected
from checker.model import RawDocument, Report
from checker.packs import Packs
from checker.pipeline import judge

REPORTS = 400  # half of each language: ours reads all, another library as many as its time allows
RUNS = 5
BARS = {"dateparser": 20}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What another library took for some reports of a language."""

    name: str
    version: str
    language: str
    what: str  # what it reads
    reports: int
    found: int
    failed: int  # reports that it gave up with an error
    seconds: float  # of the processor


def figures(interpreters: Sequence[str], number: int = REPORTS) -> Iterator[Figure]:
    """Ours reads dates, numbers and names, states facts and judges; another library does its part of that."""
    raws = documents(number, 41)
    ours = dict(_ours(raws, warm()))
    for language, (speed, found) in ours.items():
        yield Figure(name=f"{language}: checker (everything)", value=speed, unit="reports/s")
        yield Figure(name=f"{language}: checker, found", value=found, unit="a report")
    for row in _theirs(interpreters, raws):
        speed = row.reports / row.seconds
        yield Figure(name=f"{row.language}: {row.name} {row.version} ({row.what})", value=speed, unit="reports/s")
        yield Figure(name=f"{row.language}: {row.name}, found", value=row.found / row.reports, unit="a report")
        if row.failed:
            yield Figure(name=f"{row.language}: {row.name}, not read", value=row.failed, unit=f"of {row.reports}")
        ratio = ours[row.language][0] / speed
        yield Figure(name=f"{row.language}: checker to {row.name}", value=ratio, unit="times", least=BARS.get(row.name))


def _ours(raws: list[RawDocument], packs: Packs) -> Iterator[tuple[str, tuple[float, float]]]:
    """For each language the reports a second, and the dates, numbers and names that are found in one."""
    for language in ("ar", "en"):
        chosen = [raw for raw in raws if raw.metadata["language"] == language]
        made: list[Report] = []
        seconds = sorted(
            processor_seconds(lambda c=chosen, m=made: m.append(judge(Collected(raw=c), packs, compare=True)))  # type: ignore[misc]  # bound by default
            for _ in range(RUNS)
        )[RUNS // 2]
        yield language, (len(chosen) / seconds, named(made[0]) / len(chosen))


def _theirs(interpreters: Sequence[str], raws: list[RawDocument]) -> Iterator[Row]:
    """What each library took, by the environments that have one."""
    missing = {name for name, _, _, _ in rivals.RIVALS}
    lines = "".join(json.dumps({"text": raw.text, **raw.metadata}) + "\n" for raw in raws)
    for interpreter in interpreters:
        answer = subprocess.run(  # noqa: S603  # the environments are our own
            [interpreter, rivals.__file__], input=lines, capture_output=True, text=True, encoding="utf-8", check=True
        )
        for line in answer.stdout.splitlines():
            row = Row(**json.loads(line))
            missing.discard(row.name)
            yield row
    for name in sorted(missing):
        print(f"{name} is not installed, and left out", file=sys.stderr)
