"""From the paths that a user gives to raw documents: finds the files, names them, and has each read by its reader."""

import io
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from checker import decoding, parts
from checker.errors import Mistake, NoInput, UnusableFile
from checker.finding import STANDARD_INPUT, File, Found, find
from checker.located import quoted
from checker.metadata import LISTING, Listing, read_listing
from checker.model import Fault, Note, RawDocument

SHOWN = 5  # names listed in one note


@dataclass(slots=True, kw_only=True)
class Collected:
    """Everything that was read, sorted by id, and what wasn't."""

    raw: list[RawDocument] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    skipped: int = 0  # files of other kinds, and documents without a text
    paths: dict[str, str] = field(default_factory=dict)  # by document: the file, as it can be opened from here


def collect(paths: Sequence[str], *, stdin: BinaryIO | None = None) -> Collected:
    """The documents of files, folders, globs, and `-` for standard input.

    The same files give the same documents in whatever order they are named. Raises NoInput where a path leads to
    nothing or a folder holds no document, and UnusableFile for a `documents.yaml` that can't be used.
    """
    suffixes = {suffix: part for part in parts.find("readers") for suffix in parts.load("readers", part).suffixes}
    found = find(paths, suffixes)
    listings = _listings(found)
    collected = Collected(faults=list(found.faults), notes=list(found.notes), skipped=len(found.left_out))
    holders: dict[str, str] = {}  # by the id of a document: the file that gave it
    for file in found.files:
        listed = _listed(file, listings)
        for one in _read(file, stdin):
            if isinstance(one, RawDocument):
                one.metadata |= listed
                if "published" in one.metadata:
                    one.metadata["published_from"] = LISTING if "published" in listed else "metadata"
                _take(one, file, collected, holders)
            elif isinstance(one, Fault):
                collected.faults.append(one)
            else:
                collected.notes.append(one)
                collected.skipped += one.message == decoding.EMPTY
    if not collected.raw and not collected.faults:
        raise NoInput(f"nothing to read in {', '.join(map(quoted, paths))}: no document has a text")
    collected.notes += _left_out(found)
    collected.notes += [note for folder in found.folders for note in _missing(folder, listings, found)]
    collected.raw.sort(key=lambda document: document.id)
    collected.faults.sort(key=lambda fault: (fault.document, fault.message))
    collected.notes.sort(key=lambda note: (note.document, note.message))
    return collected


def _read(file: File, stdin: BinaryIO | None) -> Iterator[RawDocument | Fault | Note]:
    """What the reader of a file gives, and a Fault where the file can't be opened or read to its end."""
    try:
        if file.path is None:
            content = (sys.stdin.buffer if stdin is None else stdin).read()
            part = "jsonl" if content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") else "text"
            yield from parts.load("readers", part).parse(io.BytesIO(content), file.id)
        else:
            yield from parts.load("readers", file.reader).read(file.path, file.id)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        yield Fault(document=file.id, stage="read", message=f"the file can't be read: {reason}")


def _take(document: RawDocument, file: File, collected: Collected, holders: dict[str, str]) -> None:
    """Adds a document, unless another file has given one of its name."""
    if document.id in holders:
        message = f"the id {quoted(document.id)} is taken by a document of {holders[document.id]}; give it another"
        collected.faults.append(Fault(document=file.id, stage="read", message=message))
        return
    holders[document.id] = file.id
    collected.paths[document.id] = STANDARD_INPUT if file.path is None else file.path.as_posix()
    collected.raw.append(document)


# --- documents.yaml ---------------------------------------------------------------------------------------------


def _listings(found: Found) -> dict[Path, Listing]:
    """The `documents.yaml` of every folder that was found, by folder; raises all of their mistakes together."""
    listings: dict[Path, Listing] = {}
    mistakes: list[Mistake] = []
    for folder in sorted({folder for file in found.files for folder in file.folders} | set(found.folders)):
        path = folder / LISTING
        if path.is_file():
            try:
                listings[folder] = read_listing(path, name=path.as_posix())
            except UnusableFile as error:
                mistakes += error.mistakes
    if mistakes:
        raise UnusableFile(mistakes)
    return listings


def _listed(file: File, listings: dict[Path, Listing]) -> dict[str, str]:
    """What is listed for a file; the nearer of two folders wins, field by field."""
    fields: dict[str, str] = {}
    for folder in file.folders:
        if folder in listings and file.path is not None:
            fields |= listings[folder].of(file.path.relative_to(folder).as_posix())
    return fields


def _missing(folder: Path, listings: dict[Path, Listing], found: Found) -> Iterator[Note]:
    """A note on what a folder's `documents.yaml` lists and the folder hasn't."""
    listing = listings.get(folder)
    if listing is None:
        return
    missing = [f"{file} (line {line})" for file, line in listing.lines.items() if not (folder / file).is_file()]
    if missing:
        more = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
        message = f"lists what is not there: {', '.join(missing[:SHOWN])}{more}"
        yield Note(document=found.folders[folder], stage="read", message=message)


def _left_out(found: Found) -> Iterator[Note]:
    """One note that counts the files of other kinds, and one the hidden ones."""
    total, hidden = len(found.left_out), len(found.hidden)
    if total:
        kinds = sorted(Counter(found.left_out.values()).items(), key=lambda counted: (-counted[1], counted[0]))
        listed = ", ".join(f"{count} {kind}" for kind, count in kinds[:SHOWN]) + ", …" * (len(kinds) > SHOWN)
        files = "1 file of another kind" if total == 1 else f"{total} files of other kinds"
        yield Note(document="", stage="read", message=f"{files} left out ({listed})")
    if hidden:
        files = "1 hidden file or folder" if hidden == 1 else f"{hidden} hidden files and folders"
        yield Note(document="", stage="read", message=f"{files} left out")
