"""What a file may say about a document beside its text, in front matter and in `documents.yaml`."""

import difflib
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from checker import yamlio
from checker.errors import Mistake, UnusableFile
from checker.located import Located, given, nearest, quoted

FIELDS = ("source", "published", "language", "title", "story", "url")
LISTING = "documents.yaml"
UNSTATED = ("", "~", "null")  # words that state nothing where metadata is expected


@dataclass(slots=True, kw_only=True)
class Listing:
    """The `documents.yaml` of one folder: metadata by the path of a file below that folder."""

    path: str
    metadata: dict[str, dict[str, str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def of(self, below: str) -> dict[str, str]:
        """What is listed for a file, by its path below the folder; empty if it isn't listed."""
        return self.metadata.get(unicodedata.normalize("NFC", below), {})


def stated(located: Located, trail: tuple[str | int, ...], mistakes: list[Mistake]) -> dict[str, str]:
    """The fields that a mapping states; what isn't words is added to the mistakes, and unknown keys are left alone."""
    fields: dict[str, str] = {}
    data = located.data
    for step in trail:
        assert isinstance(data, dict)
        data = data[str(step)]
    if not isinstance(data, dict):
        mistakes.append(located.mistake(trail, f"{given(data)} where {', '.join(FIELDS)} are expected"))
        return fields
    for name, value in data.items():
        if name not in FIELDS:
            continue
        if not isinstance(value, str):
            mistakes.append(located.mistake((*trail, name), f"{given(value)} where the words of {quoted(name)} belong"))
        elif value not in UNSTATED:
            fields[name] = value
    return fields


def misspelt(located: Located) -> dict[str, str]:
    """The keys at the top that are no fields but nearly so, and the field that each is near to."""
    keys = located.data if isinstance(located.data, dict) else {}
    near = {key: difflib.get_close_matches(key, FIELDS, n=1, cutoff=0.8) for key in keys if key not in FIELDS}
    return {key: fields[0] for key, fields in near.items() if fields}


def read_listing(path: Path, *, name: str) -> Listing:
    """A folder's `documents.yaml`; `name` is what messages call it.

    Raises UnusableFile with every mistake: broken YAML, unknown keys, paths that lead out of the folder.
    """
    located = yamlio.read(path, name=name)
    if not isinstance(located.data, dict):
        way_out = "write 'FILE: {source: ..., published: ...}'"
        raise UnusableFile([located.mistake((), f"{given(located.data)} where a mapping is expected", way_out)])
    mistakes: list[Mistake] = []
    listing = Listing(path=name)
    for file, entry in located.data.items():
        if file == "format":
            if entry != "1":
                mistakes.append(located.mistake((file,), f"the format {given(entry)} is not known", "known: 1"))
            continue
        if PurePosixPath(file).is_absolute() or ".." in PurePosixPath(file).parts or "\\" in file:
            way_out = "write the path below this folder, with '/'"
            mistakes.append(located.key_mistake((file,), f"{quoted(file)} leads out of the folder", way_out))
        if isinstance(entry, dict):
            for key in entry.keys() - set(FIELDS):
                unknown = f"unknown key {quoted(key)}"
                mistakes.append(located.key_mistake((file, key), unknown, nearest(key, FIELDS)))
        key = unicodedata.normalize("NFC", PurePosixPath(file).as_posix())
        listing.metadata[key] = stated(located, (file,), mistakes)
        listing.lines[key] = located.key_place((file,))[0]
    if mistakes:
        raise UnusableFile(sorted(mistakes))
    return listing
