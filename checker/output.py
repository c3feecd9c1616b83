"""Where reports go: formats by name or suffix, standard output, and files that are there whole or not at all."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import BinaryIO

from checker import parts
from checker.errors import WrongUse
from checker.model import Report
from checker.view import View

DRAWER = "reports"
ANSWERS = {"check": "render", "extract": "render_extract"}  # which function of a format renders the answer of a verb


@dataclass(slots=True, kw_only=True)
class Target:
    """A file that a report goes to, in a format."""

    format: str
    path: Path


def formats(verb: str) -> list[str]:
    """The formats that can show the answer of a verb."""
    return [one for one in parts.find(DRAWER) if hasattr(parts.load(DRAWER, one), ANSWERS[verb])]


def render(report: Report, format: str, view: View, *, verb: str) -> Iterable[str]:
    """The text of a report in pieces, which a long one makes as they are written; raises WrongUse as `find_format`."""
    text: str | Iterable[str] = getattr(find_format(format, verb=verb), ANSWERS[verb])(report, view)
    return _pieces(text)


def _pieces(text: str | Iterable[str]) -> Iterable[str]:
    return [text] if isinstance(text, str) else text


def find_format(format: str, *, verb: str) -> ModuleType:
    """The part for a format; raises WrongUse for an unknown one, or one that doesn't show this answer."""
    module = parts.load(DRAWER, format)
    if not hasattr(module, ANSWERS[verb]):
        raise WrongUse(f"`checker {verb}` has no format '{format}'; it has {', '.join(formats(verb))}")
    return module


def target(words: str, *, verb: str) -> Target:
    """What PATH or FORMAT:PATH means; the suffix of a path names its format where no format stands before it.

    Raises WrongUse before anything is run, where nothing could be written.
    """
    format, colon, rest = words.partition(":")
    if colon and rest and format in formats(verb):
        path = Path(rest)
    else:
        path = Path(words)
        format = _by_suffix(path, verb)
    if path.is_dir():
        raise WrongUse(f"'{path}' is a folder; give --output the name of a file")
    if not path.parent.is_dir():
        raise WrongUse(f"there is no folder '{path.parent}' to write '{path.name}' in; make it first")
    return Target(format=format, path=path)


def _by_suffix(path: Path, verb: str) -> str:
    known = {suffix: one for one in formats(verb) for suffix in parts.load(DRAWER, one).SUFFIXES}
    if path.suffix.lower() in known:
        return known[path.suffix.lower()]
    listed = ", ".join(sorted(known))
    raise WrongUse(f"the suffix of '{path}' names no format of `checker {verb}`; use {listed}, or write FORMAT:PATH")


def write(path: Path, text: str | Iterable[str]) -> None:
    """Puts a text into a file at once: whoever reads it sees the old text or the new, also after an interrupt.

    Raises WrongUse where the file can't be written.
    """
    path = Path(os.path.realpath(path))  # a link stays a link
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:  # a device or a pipe has no other whole
                _put(file, text)
            return
        _replace(path, text)
    except OSError as error:
        raise WrongUse(f"'{path}' can't be written: {(error.strerror or str(error)).lower()}") from error


def _put(file: BinaryIO, text: str | Iterable[str]) -> None:
    file.writelines(piece.encode("utf-8", "backslashreplace") for piece in _pieces(text))


def _replace(path: Path, text: str | Iterable[str]) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            if path.exists():
                part.chmod(path.stat().st_mode & 0o777)
            _put(file, text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def show(text: str | Iterable[str]) -> None:
    """Puts a text on standard output; whoever stops reading, such as `head`, has seen enough."""
    try:
        for piece in _pieces(text):
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is left in the buffer would fail again when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
