"""What a user waits for: commands on a folder of thousands of files, on one large file and on a short one."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import corpus
from measure import MEGABYTE, Figure, Run, median, run

REPORTS = 5000
RUNS = 3  # of what is long
STARTS = 9  # of what is short
LARGE = 50  # megabytes of the largest file
CHECK = ("check", "--format", "json", "--fail-on", "never")
EXTRACT = ("extract", "--format", "jsonl")


def figures(number: int = REPORTS, large: int = LARGE) -> Iterator[Figure]:
    """The processor's seconds for what takes long, the clock's for a start."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        yield from _starts(folder)
        yield from _folders(folder, number)
        yield from _large(folder, large)


def _checker(folder: Path, words: tuple[str, ...], path: Path, **given: str) -> Run:
    """One run of a command on a path, with a cache of its own; nothing of the user's is read."""
    start = "import sys; from checker.cli import main; sys.exit(main())"
    homes = {"XDG_CACHE_HOME": str(folder / "cache"), "XDG_CONFIG_HOME": str(folder / "config"), **given}
    return run(["-c", start, *words, str(path)], folder=folder, environment=homes)


# --- a start ----------------------------------------------------------------------------------------------------


def _starts(folder: Path) -> Iterator[Figure]:
    report = folder / "one.txt"
    report.write_text(next(corpus.reports(1, 31))[1], encoding="utf-8")
    nothing = median([run(["-c", ""]) for _ in range(STARTS)]).seconds
    imported = median([run(["-c", "import checker"]) for _ in range(STARTS)]).seconds
    used = median([run(["-c", "from checker import check"]) for _ in range(STARTS)]).seconds
    yield Figure(name="python alone", value=nothing, unit="s")
    yield Figure(name="import checker, with python", value=imported, unit="s", most=0.15)
    yield Figure(name="from checker import check, with python", value=used, unit="s")
    first = [_checker(folder, CHECK, report, XDG_CACHE_HOME=str(folder / f"cache-{at}")).seconds for at in range(RUNS)]
    yield Figure(name="check one file, packs to be compiled", value=sorted(first)[RUNS // 2], unit="s")
    unwritten = {"PYTHONPYCACHEPREFIX": str(folder / "none"), "PYTHONDONTWRITEBYTECODE": "1"}
    bare = median([_checker(folder, CHECK, report, **unwritten) for _ in range(RUNS)]).seconds
    yield Figure(name="check one file, Python to be compiled", value=bare, unit="s")
    again = median([_checker(folder, CHECK, report) for _ in range(STARTS)])
    yield Figure(name="check one file", value=again.seconds, unit="s", most=0.4)
    yield Figure(name="check one file, peak memory", value=again.peak, unit="MB")


# --- thousands of files -----------------------------------------------------------------------------------------


def _folders(folder: Path, number: int) -> Iterator[Figure]:
    half, whole = folder / "half", folder / "whole"
    size = sum(_write(path, count, seed) for path, count, seed in ((half, number // 2, 32), (whole, number, 33)))
    size = size * 2 // 3
    for words in (CHECK, EXTRACT):
        made = median([_checker(folder, words, whole) for _ in range(RUNS)])
        name = f"{words[0]} {number:,} files"
        least = 400 if words is CHECK else None
        yield Figure(name=f"{name}, reports a second", value=number / made.processor, unit="1/s", least=least)
        yield Figure(name=f"{name}, by the clock", value=number / made.seconds, unit="1/s")
        yield Figure(name=f"{name}, text a second", value=size / MEGABYTE / made.processor, unit="MB/s")
        yield Figure(name=f"{name}, peak memory", value=made.peak, unit="MB", most=250)
        less = median([_checker(folder, words, half) for _ in range(RUNS)])
        growth = made.processor / less.processor
        yield Figure(name=f"{words[0]}, time of twice as many files", value=growth, unit="times", most=2.1)


def _write(folder: Path, number: int, seed: int) -> int:
    """Reports as files of their own, with what is known of them; the bytes of their texts."""
    folder.mkdir()
    known = ["format: 1\n"]
    size = 0
    for id, text, given in corpus.reports(number, seed):
        written = text.encode()
        (folder / f"{id}.txt").write_bytes(written)
        known.append(f"{id}.txt: {{published: {given['published']}, language: {given['language']}}}\n")
        size += len(written)
    (folder / "documents.yaml").write_text("".join(known), encoding="utf-8")
    return size


# --- one large file ---------------------------------------------------------------------------------------------


def _large(folder: Path, size: int) -> Iterator[Figure]:
    """A file of many reports, one behind the other; twice the file is to take twice the time."""
    taken: list[float] = []
    for part in (size / 4, size / 2, size):
        path = folder / f"large-{part}.txt"
        _fill(path, int(part * MEGABYTE))
        made = _checker(folder, CHECK, path)
        path.unlink()
        yield Figure(name=f"check a file of {part:g} MB", value=made.processor, unit="s")
        yield Figure(name=f"check a file of {part:g} MB, peak memory", value=made.peak, unit="MB")
        taken.append(made.processor)
    yield Figure(name=f"time of {size / 2:g} MB to {size / 4:g} MB", value=taken[1] / taken[0], unit="times", most=2.3)
    yield Figure(name=f"time of {size:g} MB to {size / 2:g} MB", value=taken[2] / taken[1], unit="times", most=2.3)


def _fill(path: Path, size: int) -> None:
    with path.open("wb") as file:
        for _, text, _ in corpus.reports(size, 34):
            if file.tell() >= size:
                break
            file.write(text.encode() + b"\n")
