"""What the YAML files of packs say, gathered: entries by id, with the places at which they stand."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from checker import lexicon, units, yamlio
from checker.errors import Mistake, UnusableFile
from checker.located import Located, Trail, nearest, quoted
from checker.phrases import expand
from checker.schemas import (
    FILES,
    WORDINGS,
    ConceptsFile,
    CurrenciesFile,
    CurrencyEntry,
    LanguageFile,
    NameEntry,
    NamesFile,
    QuestionEntry,
    QuestionsFile,
    RuleFile,
)

KEYS = {
    "language": "languages",
    "names": "names",
    "concepts": "concepts",
    "currencies": "currencies",
    "questions": "questions",
    "rule": "contradictions",
}
NAMES = frozenset(["name", "people"])
ENTRIES = ("names", "concepts", "currencies", "questions")  # kinds of files with entries that can be read one by one


class Gathered:
    """What the files have said so far."""

    def __init__(self, stamp: str) -> None:
        self.mistakes: list[Mistake] = []
        self.languages: dict[str, LanguageFile] = {}
        self.names: dict[str, tuple[Any, Located]] = {}
        self.concepts: dict[str, dict[str, list[str]]] = {}
        self.questions: dict[str, tuple[QuestionEntry, Located]] = {}
        self.currencies: dict[str, tuple[CurrencyEntry, Located]] = {}
        self.rules: dict[str, tuple[RuleFile, Located]] = {}
        self.forms: dict[str, list[list[object]]] = {}
        self.predicates: set[str] = set()
        self.asked: list[Located] = []  # files of questions and of rules, also those with a mistake in them
        self.own: dict[tuple[str, str], str] = {}  # entries of files that don't come along, with their places
        self.lost: set[str] = set()  # ids of entries in files that were left out, as they can't be used
        self.concept_files: list[tuple[ConceptsFile, Located]] = []
        self.declared: set[str] = set()  # ids of entries in files that can't be used for another reason
        self.unread = False  # whether a file could not be read at all, so that what it holds is not known
        self.stamp = stamp

    def add(self, form: str, category: str, value: object, language: str, flags: int, written: str) -> None:
        """Put down what a folded form may be; `written` as the pack has it."""
        rows = self.forms.setdefault(form, [])
        row = [category, value, language, flags, written if flags & lexicon.EXACT else ""]
        twin = next((r for r in rows if [r[0], *r[2:]] == [row[0], *row[2:]]), None) if category in NAMES else None
        if twin is not None:  # one row for all names that share a form: their ids with blanks between
            twin[1] = " ".join(dict.fromkeys(sorted([*str(twin[1]).split(), str(value)])))
        elif row not in rows:
            rows.append(row)


def take(build: Gathered, located: Located, *, own: bool = False) -> None:
    """Put what one file says into the build, with its mistakes; a later file wins over an earlier one, id by id.

    `own`: the file doesn't come along, so no other such file may say the same id.
    """
    top = located.data if isinstance(located.data, dict) else {}
    kind = next((k for key, k in KEYS.items() if key in top), None)
    if kind is None:
        what = f"the file says none of {', '.join(KEYS)}, so it can't be told what it is"
        build.mistakes.append(located.mistake((), what, "begin with `format: 1` and one of these"))
        return
    if kind in ("questions", "contradictions"):
        build.asked.append(located)
    if kind == "languages":
        build.mistakes += _patterns(located)
    if own:
        _clashes(build, located, kind)
    adapter: TypeAdapter[Any] = TypeAdapter(FILES[kind])
    try:
        _put(build, yamlio.fit(located, adapter), located)
    except UnusableFile as error:
        build.mistakes += error.mistakes
        build.declared |= declared(located)
        entries = top.get(kind) if kind in ENTRIES else None
        for id, entry in entries.items() if isinstance(entries, dict) else ():
            try:
                sound = adapter.validate_python({"format": "1", kind: {id: entry}})
            except ValidationError:
                continue
            _put(build, sound, located)


def _patterns(located: Located) -> list[Mistake]:
    """The patterns of a language that can't be understood."""
    data: Any = located.data
    phrases, macros = (data.get(key) for key in ("phrases", "macros"))
    written = phrases if isinstance(phrases, dict) else {}
    known = macros if isinstance(macros, dict) else {}
    known = {name: [one for one in listed if isinstance(one, str)] for name, listed in known.items() if listed}
    found = []
    for kind, patterns in written.items():
        for at, pattern in enumerate(patterns if isinstance(patterns, list) else []):
            try:
                expand(pattern if isinstance(pattern, str) else "", known)
            except ValueError as error:
                found.append(located.mistake(("phrases", kind, at), str(error)))
    return found


def _clashes(build: Gathered, located: Located, kind: str) -> None:
    """Note entries that two files say of which none comes along; words that are only added never clash."""
    data: Any = located.data
    if kind == "concepts":
        return
    key = next(key for key, one in KEYS.items() if one == kind)
    said = data[key]
    ids: list[tuple[str, Trail]] = [(said, (key,))] if isinstance(said, str) else []
    if isinstance(said, dict):
        ids = [(id, (key, id)) for id, one in said.items() if not (isinstance(one, dict) and one.get("add"))]
    for id, trail in ids:
        line, column = located.key_place(trail)
        before = build.own.setdefault((kind, id), f"{located.path}:{line}:{column}")
        if before != f"{located.path}:{line}:{column}":
            what = f"{quoted(id)} stands at {before} already, and of two files of one's own neither wins"
            build.mistakes.append(located.key_mistake(trail, what, "give one of them another id, or take it out"))


def _put(build: Gathered, file: object, located: Located) -> None:
    """Put what fits a schema into the build."""
    if isinstance(file, LanguageFile):
        for role, symbol in units.unknown(file.words):
            trail = ("words", role, symbol)
            build.mistakes.append(located.mistake(trail, f"unknown unit '{symbol}'", "write one such as km or kWh"))
        build.languages[file.language] = file
    elif isinstance(file, NamesFile):
        for id, name in file.names.items():
            _take_name(build, id, name, located)
    elif isinstance(file, ConceptsFile):
        build.predicates |= set(file.predicates)
        build.concept_files.append((file, located))
        for id, forms in file.concepts.items():
            kept = build.concepts.setdefault(id, {})
            for code, words in forms.items():
                kept[code] = [*kept.get(code, []), *words]
    elif isinstance(file, CurrenciesFile):
        build.currencies |= {code: (entry, located) for code, entry in file.currencies.items()}
    elif isinstance(file, QuestionsFile):
        build.questions |= {id: (entry, located) for id, entry in file.questions.items()}
    elif isinstance(file, RuleFile):
        build.rules[file.rule] = (file, located)


def _take_name(build: Gathered, id: str, entry: NameEntry, located: Located) -> None:
    """Put a name into the build: over one of that id from an earlier file, or its words to it where it says `add`."""
    if not entry.add:
        build.names[id] = (entry, located)
    elif id in build.names:
        earlier, where = build.names[id]
        words = {
            key: {code: [*old.get(code, []), *new.get(code, [])] for code in dict.fromkeys([*old, *new])}
            for key in WORDINGS
            for old, new in [(getattr(earlier, key), getattr(entry, key))]
        }
        build.names[id] = (earlier.model_copy(update=words), where)
    elif id not in build.declared:
        unknown(build, located, ("names", id), "name", id, build.names)


def declared(located: Located) -> set[str]:
    """The ids that a file gives, whatever else is wrong with it."""
    found: set[str] = set()
    top = located.data if isinstance(located.data, dict) else {}
    for key in KEYS:
        entries = top.get(key)
        found |= {entries} if isinstance(entries, str) else set(entries) if isinstance(entries, dict) else set()
    return found


def unknown(build: Gathered, located: Located, trail: tuple[str | int, ...], what: str, word: str, known: Any) -> None:
    """Note a word that should be one of the known ones, unless the mistake lies elsewhere."""
    if word in build.declared or build.unread:
        return  # told once, where the mistake is
    if word in build.lost:
        what_else = f"{quoted(word)} is in a file that can't be used, so this one can't either"
        build.mistakes.append(located.mistake(trail, what_else, "mend that file"))
        return
    ids = sorted(known)
    way_out = nearest(word, ids)
    if len(ids) > 12:
        way_out = way_out.split(" (known:")[0].split("known:")[0]
    build.mistakes.append(located.mistake(trail, f"unknown {what} '{word}'", way_out))
