"""The files behind the paths that a user gives: each once, with the name that its document gets."""

import glob
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checker.errors import NoInput
from checker.located import quoted
from checker.metadata import LISTING
from checker.model import Fault, Note

STANDARD_INPUT = "-"


@dataclass(slots=True, kw_only=True)
class File:
    """One file to read."""

    path: Path | None  # as it can be opened from here; None: standard input
    id: str
    reader: str
    folders: tuple[Path, ...] = ()  # the folders whose `documents.yaml` may list it, the nearest last
    named: bool = False  # given by its own name, and not found in a folder
    linked: bool = False  # found through a link


@dataclass(slots=True, kw_only=True)
class Found:
    """What paths lead to, sorted by id."""

    files: list[File] = field(default_factory=list)
    folders: dict[Path, str] = field(default_factory=dict)  # every folder walked, and its `documents.yaml`'s name
    left_out: dict[str, str] = field(default_factory=dict)  # the suffixes of files of other kinds in folders, by place
    hidden: set[str] = field(default_factory=set)  # places of files and folders
    faults: list[Fault] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def find(paths: Sequence[str], suffixes: Mapping[str, str]) -> Found:
    """The files of paths; `suffixes` says which reader reads which.

    Raises NoInput with every path that leads to nothing and every folder without a document.
    """
    found = Found()
    nothing: list[str] = []
    for path in sorted(set(paths)):
        if path == STANDARD_INPUT:
            found.files.append(File(path=None, id=STANDARD_INPUT, reader="", named=True))
            continue
        leads_to = _expanded(path)
        if not leads_to:
            nothing.append(f"no such path: {quoted(path)}")
        for one in leads_to:
            if one.is_dir():
                walk = _Walk(one, suffixes, found)
                walk.go()
                if not walk.files and not walk.faults:
                    kinds = ", ".join(sorted(suffixes))
                    nothing.append(f"no document in the folder {quoted(one.as_posix())}; it may hold {kinds}")
            elif one.name != LISTING:
                found.files.append(_named(one, suffixes))
    if not paths:
        nothing.append("no path was given; name a file, a folder, or - for standard input")
    if nothing:
        raise NoInput("\n".join(nothing))
    _once(found)
    _tell_apart(found.files)
    found.files.sort(key=lambda file: file.id)
    return found


def _expanded(path: str) -> list[Path]:
    """The files and folders that a path or a glob names; of a glob over folders in folders, the files."""
    if os.path.exists(path):
        return [Path(path)]
    if not glob.has_magic(path):
        return []
    hits = [Path(hit) for hit in sorted(glob.glob(path, recursive=True))]
    return [hit for hit in hits if hit.is_file()] if "**" in path else hits


def _named(path: Path, suffixes: Mapping[str, str]) -> File:
    """A file given by its own name, which is read as text where its suffix says nothing."""
    id = path.name if path.is_absolute() or ".." in path.parts else _posix(path)
    reader = suffixes.get(path.suffix.lower(), "text")
    return File(path=path, id=id, reader=reader, folders=(path.parent,), named=True)


def _posix(path: Path) -> str:
    """A path as text; bytes of a name that are no UTF-8 are written out."""
    return os.fsencode(path.as_posix()).decode("utf-8", errors="backslashreplace")


class _Walk:
    """A folder with all in it; links come last, so that what is also there by itself keeps its own name."""

    def __init__(self, root: Path, suffixes: Mapping[str, str], found: Found) -> None:
        self.root, self.suffixes, self.found = root, suffixes, found
        self.walked: set[str] = set()
        self.links: list[tuple[Path, tuple[Path, ...]]] = []
        self.files = 0
        self.faults = 0

    def go(self) -> None:
        """Adds what the folder holds to what was found."""
        self.folders(self.root, (), linked=False)
        while self.links:
            links, self.links = sorted(self.links), []
            for path, above in links:
                self.link(path, above)

    def folders(self, top: Path, above: tuple[Path, ...], *, linked: bool) -> None:
        """A folder and those below it."""
        waiting = [(top, above)]
        while waiting:
            folder, above = waiting.pop()
            self.walked.add(os.path.realpath(folder))
            above = (*above, folder)
            self.found.folders[folder] = self.below(folder / LISTING)
            try:
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except OSError as error:
                reason = (error.strerror or type(error).__name__).lower()
                self.fault(folder, f"the folder can't be read: {reason}")
                continue
            for entry in entries:
                path = folder / entry.name
                if entry.name.startswith("."):
                    self.found.hidden.add(os.path.realpath(path))
                elif entry.is_symlink():
                    self.links.append((path, above))
                elif entry.is_dir():
                    waiting.append((path, above))
                else:
                    self.file(path, above, linked=linked)

    def link(self, path: Path, above: tuple[Path, ...]) -> None:
        """What a link leads to, unless that was walked already."""
        if os.path.isdir(path):
            if os.path.realpath(path) in self.walked:
                message = "a link to a folder that is read already, so not followed"
                self.found.notes.append(Note(document=self.below(path), stage="read", message=message))
            else:
                self.folders(path, above, linked=True)
        elif os.path.exists(path) or path.suffix.lower() not in self.suffixes:
            self.file(path, above, linked=True)
        else:
            self.fault(path, "a link that leads nowhere")

    def file(self, path: Path, above: tuple[Path, ...], *, linked: bool) -> None:
        """A file that is no folder; what isn't a document is counted."""
        if path.name == LISTING:
            return
        reader = self.suffixes.get(path.suffix.lower())
        if reader is None or not path.is_file():
            self.found.left_out[os.path.realpath(path)] = path.suffix.lower() or "without a suffix"
            return
        self.files += 1
        self.found.files.append(File(path=path, id=self.below(path), reader=reader, folders=above, linked=linked))

    def fault(self, path: Path, message: str) -> None:
        """Notes what can't be read."""
        self.faults += 1
        self.found.faults.append(Fault(document=self.below(path), stage="read", message=message))

    def below(self, path: Path) -> str:
        """The name of what lies in the folder: its path below it."""
        return _posix(path.relative_to(self.root))


def _once(found: Found) -> None:
    """Keeps one file of each that several paths lead to: the one that was named least, and through no link."""
    by_place: dict[str, list[File]] = {}
    for file in found.files:
        place = "" if file.path is None else os.path.realpath(file.path)
        by_place.setdefault(place, []).append(file)
        found.left_out.pop(place, None)
    found.files = []
    for files in by_place.values():
        first, *others = sorted(files, key=lambda file: (file.linked, file.named, -file.id.count("/"), file.id))
        found.files.append(first)
        for link in others:
            if link.linked and link.id != first.id:
                message = f"a link to {first.id}, which is read once"
                found.notes.append(Note(document=link.id, stage="read", message=message))


def _tell_apart(files: list[File]) -> None:
    """Gives files of one name the names of their paths as they were given."""
    renamed = True
    while renamed:
        renamed = False
        names = Counter(file.id for file in files)
        for file in files:
            if names[file.id] > 1 and file.path is not None and file.id != _posix(file.path):
                file.id = _posix(file.path)
                renamed = True
