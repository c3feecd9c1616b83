"""Packs: what the YAML of `rules/` becomes. Compiled once to plain data, kept under the stamp of its content."""

import hashlib
import json
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker.errors import Mistake, NoInput, UnusableFile
from checker.lexicon import Alphabet, Lexicon
from checker.phrases import Beginnings, beginnings, unshared

CODE = (
    "packs.py",
    "schemas.py",
    "checks.py",
    "references.py",
    "almanac.py",
    "compiling.py",
    "gathered.py",
    "phrases.py",
    "text.py",
    "lexicon.py",
    "units.py",
    "currencies.py",
    "spelling.py",
)  # what the compiled form depends on
COMPILED = "compiled.json"
SCHEMAS = "schemas"  # the folder of the JSON Schemas in a wheel


@dataclass(slots=True)
class LanguagePack:
    """One language as the stages need it."""

    id: str
    script: str
    subject: str  # where the speaker stands: before or after the reporting verb
    conjunctive: bool
    day_first: bool
    abbreviations: frozenset[str]
    decimal_letters: frozenset[str]
    decimal_comma: bool  # 2,5 with a comma, and thousands with a point
    dot_groups: bool  # a point may part thousands: 1.500 workers
    borrows: frozenset[str]  # languages whose spellings of names are used beside its own
    decimal_marks: frozenset[str]
    letters: tuple[str, ...]  # what no other language of its script writes
    calendar: str | None  # of years and months without a name; None: ours
    tens_first: bool  # whether a conjunction stands between tens and units: vingt et un
    leading: bool  # whether "one" stands in front of its noun
    phrases: Beginnings


@dataclass(slots=True)
class NameInfo:
    """What the gazetteer knows of a name."""

    type: str
    within: tuple[str, ...]  # nearest first
    of: str | None
    roles: tuple[str, ...]
    label: dict[str, str]
    generic: bool = False  # a body that every country has: it needs one beside it


@dataclass(slots=True)
class Packs:
    """Everything that the YAML says, ready for use."""

    stamp: str
    languages: dict[str, LanguagePack]
    lexicon: Lexicon
    alphabets: dict[str, Alphabet]  # by language
    names: dict[str, NameInfo]
    questions: dict[str, dict[str, Any]]
    rules: list[dict[str, Any]]
    predicates: frozenset[str]
    counting: frozenset[str] = frozenset()  # the predicates that take a count of people: killed, wounded
    by_concept: dict[str, list[tuple[str, str | None, int]]] = field(default_factory=dict)
    sounds: dict[str, Any] = field(default_factory=dict)  # by script, as spelling makes them
    mistakes: list[Mistake] = field(default_factory=list)  # of files that were left out, as they can't be used
    kept: dict[str, Any] = field(default_factory=dict)  # what a stage makes of the packs on first use


def label_of(voice: str, names: dict[str, NameInfo]) -> str:
    """A voice as a reader knows it: the name in English, an outlet or unnamed speaker as it is written."""
    info = names.get(voice)
    return voice if info is None else info.label.get("en") or next(iter(info.label.values()), voice)


def bundled() -> Path:
    """The folder of the packs that come with the program: `rules/` of a checkout, `_packs/` of an installed wheel."""
    here = Path(__file__).resolve().parent
    for folder in (here / "_packs", here.parent / "rules"):
        if (folder / "languages").is_dir():
            return folder
    raise NoInput(f"the packs that come with the program are missing beside {here.name}; install it again")


def pack_files(folders: Sequence[Path]) -> list[tuple[str, Path]]:
    """Every YAML file of the folders as (name for messages, path), in the order of folders and names."""
    found = []
    seen: set[Path] = set()
    called = Counter(folder.resolve().name for folder in folders)
    for folder in folders:
        name = folder.resolve().name
        name = name if called[name] == 1 else folder.as_posix()
        if not folder.is_dir():
            raise NoInput(f"{folder}: no such folder of rules")
        paths = sorted(p for p in folder.rglob("*") if p.suffix in (".yaml", ".yml") and p.is_file())
        if not paths:
            raise NoInput(f"{folder}: no YAML in this folder of rules")
        for path in paths:
            if path.resolve() not in seen:  # a folder may be given twice, or lie in another
                seen.add(path.resolve())
                found.append((f"{name}/{path.relative_to(folder).as_posix()}", path))
    return found


def stamp_of(files: Sequence[tuple[str, Path]]) -> str:
    """What the compiled form is kept under: a hash of the packs and of the code that compiles them."""
    total = hashlib.blake2b(digest_size=16)
    here = Path(__file__).resolve().parent
    for path in [here / name for name in CODE]:
        total.update(path.read_bytes())
    for name, path in files:
        total.update(name.encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def load(folders: Sequence[Path] = ()) -> Packs:
    """The packs of the program, with those of further folders over them; compiled anew only if one has changed.

    Raises UnusableFile with every mistake of every file.
    """
    packs = usable(folders)
    if packs.mistakes:
        _, files, own = _wanted(folders)
        from checker.compiling import compile_files

        compile_files(files, "", own=own)  # raises: every mistake where it is, and none that follows from another
        raise UnusableFile(packs.mistakes)
    return packs


def usable(folders: Sequence[Path] = ()) -> Packs:
    """The same, but files of further folders that can't be used are left out, and their mistakes told in the packs."""
    home, files, own = _wanted(folders)
    stamp = stamp_of(files)
    kept = _cache(stamp)
    for path in (home / COMPILED, kept):
        data = _read(path, stamp)
        if data is not None:
            return opened(data)
    from checker.compiling import compile_usable

    data = compile_usable(files, stamp, own=own)
    if not data["mistakes"]:
        _keep(kept, data)
    return opened(data)


def _wanted(folders: Sequence[Path]) -> tuple[Path, list[tuple[str, Path]], frozenset[str]]:
    """The folder of what comes along, all files, and the names of those that don't come along."""
    home = bundled()
    files = pack_files([home, *folders])
    inside = home.resolve()
    return home, files, frozenset(name for name, path in files if not path.resolve().is_relative_to(inside))


def compile_all(source: Path, target: Path) -> None:
    """Write the compiled form of a folder of packs beside them, and the JSON Schemas of their files, for a wheel."""
    from checker.compiling import compile_files
    from checker.published import schemas

    files = [(f"{target.name}/{name.split('/', 1)[1]}", path) for name, path in pack_files([source])]
    data = compile_files(files, stamp_of(files))
    (target / SCHEMAS).mkdir(parents=True, exist_ok=True)
    for kind, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        (target / SCHEMAS / f"{kind}.json").write_text(text, encoding="utf-8")
    (target / COMPILED).write_text(json.dumps(data, ensure_ascii=False, sort_keys=True), encoding="utf-8")


def _cache(stamp: str) -> Path | None:
    """Where a compiled form is kept in the user's cache; `None` where there is no home."""
    root = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if not root:
        home = os.environ.get("HOME") or os.environ.get("USERPROFILE")
        if not home:
            return None
        root = str(Path(home) / ".cache")
    return Path(root) / "checker" / f"packs-{stamp}.json"


def _read(path: Path | None, stamp: str) -> dict[str, Any] | None:
    if path is None or not path.is_file():
        return None
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) and data.get("stamp") == stamp else None


def _keep(path: Path | None, data: dict[str, Any]) -> None:
    """Put a compiled form into the cache, all or nothing; a cache that can't be written is done without."""
    if path is None:
        return
    partial = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        partial.replace(path)
        for old in sorted(path.parent.glob("packs-*.json"), key=lambda p: p.stat().st_mtime)[:-8]:
            old.unlink()
    except OSError:
        return


def opened(data: dict[str, Any]) -> Packs:
    """The compiled form as the stages use it."""
    alphabets = {
        id: Alphabet(
            prefixes=frozenset(a["prefixes"]),
            conjunctions=frozenset(a["conjunctions"]),
            articles=tuple(a["articles"]),
            future=frozenset(a["future"]),
            suffixes=frozenset(a["suffixes"]),
        )
        for id, a in data["alphabets"].items()
    }
    forms = data["forms"]
    lexicon = Lexicon(forms["single"], forms["several"], forms["marked"], alphabets)
    languages = {
        id: LanguagePack(
            id=id,
            script=x["script"],
            subject=x["subject"],
            conjunctive=x["conjunctive"],
            day_first=x["day_first"],
            abbreviations=frozenset(x["abbreviations"]),
            decimal_letters=frozenset(x["decimal_letters"]),
            decimal_comma=x["decimal_comma"],
            dot_groups=x["dot_groups"],
            borrows=frozenset(x["borrows"]),
            decimal_marks=frozenset(x["decimal_marks"]),
            letters=tuple(x["letters"]),
            calendar=x["calendar"],
            tens_first=x["tens_first"],
            leading=x["leading"],
            phrases=beginnings(unshared(x["trie"])),
        )
        for id, x in data["languages"].items()
    }
    names = {
        id: NameInfo(x["type"], tuple(x["within"]), x["of"], tuple(x["roles"]), x["label"], x.get("generic", False))
        for id, x in data["names"].items()
    }
    packs = Packs(
        data["stamp"],
        languages,
        lexicon,
        alphabets,
        names,
        data["questions"],
        data["rules"],
        frozenset(data["predicates"]),
    )
    taking = [q["take"].get("count-of") for q in packs.questions.values() if q["nouns"]]
    packs.sounds = data["sounds"]
    packs.mistakes = [Mistake(**one) for one in data.get("mistakes", ())]
    packs.counting = frozenset(c for c in taking if c is not None)
    packs.by_concept = {c: [(q, s, n) for q, s, n in rows] for c, rows in data["by_concept"].items()}
    return packs
