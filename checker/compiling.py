"""From the YAML of packs to plain data: forms folded and varied, phrases as tries, names with what they lie in.

Every mistake of every file is collected and raised once.
"""

from collections.abc import Sequence
from math import isfinite
from pathlib import Path
from typing import Any, get_args

from pydantic import TypeAdapter

from checker import currencies, lexicon, parts, units, yamlio
from checker.errors import Mistake, UnusableFile
from checker.located import Located, nearest
from checker.phrases import compile_phrases
from checker.schemas import (
    FILES,
    HOME,
    ConceptsFile,
    CurrenciesFile,
    CurrencyEntry,
    LanguageFile,
    NameEntry,
    NamesFile,
    NameType,
    QuestionEntry,
    QuestionsFile,
    RuleFile,
    role_value,
)
from checker.text import fold_word, t_form

KEYS = {
    "language": "languages",
    "names": "names",
    "concepts": "concepts",
    "currencies": "currencies",
    "questions": "questions",
    "rule": "contradictions",
}
CLOSED = frozenset([
    "in", "of", "and", "between", "from", "to", "that", "relative", "ago", "bound", "planned", "denied", "still",
    "conditional", "pluperfect", "already", "this", "few", "according", "article", "the", "hedge-after", "possessive",
    "all", "percent", "past", "less", "oclock", "none", "nobody", "pronoun", "passive", "behalf", "relayed", "while",
    "untrue", "as-of", "then", "affirmed", "resumptive",
])  # fmt: skip  # roles of function words: they take no clitic but a conjunction
SUFFIXED = frozenset(["concept", "say", "speaker"])
LENGTHS = ("holds_for", "settles_after", "same_within")
DAYS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30, "year": 365, "years": 365}


class _Build:
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
        self.concept_files: list[tuple[ConceptsFile, Located]] = []
        self.declared: set[str] = set()  # ids of entries in files that can't be used for another reason
        self.unread = False  # whether a file could not be read at all, so that what it holds is not known
        self.stamp = stamp

    def add(self, form: str, category: str, value: object, language: str, flags: int, written: str) -> None:
        rows = self.forms.setdefault(form, [])
        row = [category, value, language, flags, written if flags & lexicon.EXACT else ""]
        if row not in rows:
            rows.append(row)


def compile_files(files: Sequence[tuple[str, Path]], stamp: str) -> dict[str, Any]:
    """The plain data of all packs. Raises UnusableFile with every mistake."""
    build = _Build(stamp)
    for name, path in files:
        try:
            located = yamlio.read(path, name=name)
        except UnusableFile as error:
            build.mistakes += error.mistakes
            build.unread = True
            continue
        try:
            _take(build, located)
        except UnusableFile as error:
            build.mistakes += error.mistakes
            build.declared |= _declared(located)
    _references(build)
    if build.mistakes:
        raise UnusableFile(sorted(build.mistakes))
    tries = {}
    for id, language in build.languages.items():
        _words(build, language)
        tries[id] = compile_phrases(language.phrases, language.macros)
    _names(build)
    for form, category, value, code, flags in currencies.words(
        {c: entry for c, (entry, _) in build.currencies.items()}
    ):
        _vary(build, form, category, value, code, flags, definite=False)
    for id, by_language in build.concepts.items():
        for code, forms in by_language.items():
            for form in forms:
                _vary(build, form, "concept", id, code, lexicon.SUFFIXES, definite=True)
    return _data(build, tries)


def _take(build: _Build, located: Located) -> None:
    """Put what one file says into the build; a later file wins over an earlier one, id by id."""
    top = located.data if isinstance(located.data, dict) else {}
    kind = next((k for key, k in KEYS.items() if key in top), None)
    if kind is None:
        what = f"the file says none of {', '.join(KEYS)}, so it can't be told what it is"
        raise UnusableFile([located.mistake((), what, "begin with `format: 1` and one of these")])
    adapter: TypeAdapter[Any] = TypeAdapter(FILES[kind])
    file = yamlio.fit(located, adapter)
    if isinstance(file, LanguageFile):
        try:
            compile_phrases(file.phrases, file.macros)
        except ValueError as error:
            raise UnusableFile([located.mistake(("phrases",), str(error))]) from error
        for role, symbol in units.unknown(file.words):
            mistake = located.mistake(
                ("words", role, symbol), f"unknown unit '{symbol}'", "write one such as km or kWh"
            )
            build.mistakes.append(mistake)
        build.languages[file.language] = file
    elif isinstance(file, NamesFile):
        build.names |= {id: (entry, located) for id, entry in file.names.items()}
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


def _declared(located: Located) -> set[str]:
    """The ids that a file gives, whatever else is wrong with it."""
    found: set[str] = set()
    top = located.data if isinstance(located.data, dict) else {}
    for key in KEYS:
        entries = top.get(key)
        found |= {entries} if isinstance(entries, str) else set(entries) if isinstance(entries, dict) else set()
    return found


# --- references -------------------------------------------------------------------------------------------------


def _references(build: _Build) -> None:
    """Every id that one entry names must be an entry."""
    known = build.names.keys() | build.concepts.keys() | {f"any-{sort}" for sort in get_args(NameType)}
    for id, (entry, located) in build.names.items():
        for key, target in [("in", entry.within), ("of", entry.of), *(("roles", r) for r in entry.roles)]:
            if target is not None and target not in build.names:
                _unknown(build, located, ("names", id, key), "name", target, build.names)
        for key in ("forms", "short", "exact", "people"):
            for code in getattr(entry, key):
                if code not in build.languages:
                    _unknown(build, located, ("names", id, key, code), "language", code, build.languages)
    for id, (question, located) in build.questions.items():
        patterns: list[tuple[tuple[str, ...], list[list[str]]]] = [(("says",), question.says or [])]
        patterns += [(("states", state), p.says) for state, p in question.states.items()]
        named: list[tuple[tuple[str, ...], str]] = [
            (trail, c) for trail, lists in patterns for one in lists for c in one
        ]
        named += [(("without",), c) for c in question.without]
        named += [(("states", state), c) for state, p in question.states.items() for c in p.without]
        named += [(("take",), c) for c in question.take.values()] + [(("nouns",), c) for c in question.nouns]
        for trail, concept in named:
            if concept not in known:
                _unknown(build, located, ("questions", id, *trail), "concept", concept, build.concepts)
        for key in ("where", "assume"):
            for role, name in getattr(question, key).items():
                for one in name.split("+"):
                    if one not in build.names and (key, name) != ("assume", HOME):
                        _unknown(build, located, ("questions", id, key, role), "name", one, build.names)
        for key in LENGTHS:
            if getattr(question, key) is not None and _days(getattr(question, key)) is None:
                build.mistakes.append(located.mistake(("questions", id, key), "no length such as '30 days'"))
    _rule_references(build)
    _concept_references(build)
    _currency_references(build)


def _concept_references(build: _Build) -> None:
    for file, located in build.concept_files:
        for id, forms in file.concepts.items():
            for code in forms:
                if code not in build.languages:
                    _unknown(build, located, ("concepts", id, code), "language", code, build.languages)
        for at, id in enumerate(file.predicates):
            if id not in build.concepts:
                _unknown(build, located, ("predicates", at), "concept", id, build.concepts)


def _currency_references(build: _Build) -> None:
    for code, (entry, located) in build.currencies.items():
        for trail, what, id in currencies.references(entry):
            known: Any = build.names if what == "name" else build.languages
            if id not in known:
                _unknown(build, located, ("currencies", code, *trail), what, id, known)


def _rule_references(build: _Build) -> None:
    operators = parts.find("operators")
    for rule, located in build.rules.values():
        for operator, options in rule.flag_when.items():
            if operator not in operators:
                _unknown(build, located, ("flag_when", operator), "operator", operator, operators)
            else:
                _options(build, located, operator, options)
        for question in rule.about:
            if question != "any" and question not in build.questions:
                _unknown(build, located, ("about",), "question", question, build.questions)


def _options(build: _Build, located: Located, operator: str, options: dict[str, str]) -> None:
    """The options of an operator: those that it knows, all of them numbers."""
    known = parts.load("operators", operator).OPTIONS
    for key, written in options.items():
        trail = ("flag_when", operator, key)
        if key not in known:
            _unknown(build, located, trail, "option", key, known)
        elif not _is_number(written):
            build.mistakes.append(located.mistake(trail, f"'{written}' is no number", "write one such as 3 or 0.5"))


def _is_number(written: str) -> bool:
    try:
        return isfinite(float(written))
    except ValueError:
        return False


def _unknown(build: _Build, located: Located, trail: tuple[str | int, ...], what: str, word: str, known: Any) -> None:
    if word in build.declared or (build.unread and what != "operator"):
        return  # told once, where the mistake is
    ids = sorted(known)
    way_out = nearest(word, ids)
    if len(ids) > 12:
        way_out = way_out.split(" (known:")[0].split("known:")[0]
    build.mistakes.append(located.mistake(trail, f"unknown {what} '{word}'", way_out))


def _days(written: str) -> int | None:
    amount, _, unit = written.partition(" ")
    return int(amount) * DAYS[unit] if amount.isdigit() and unit in DAYS else None


# --- forms ------------------------------------------------------------------------------------------------------


def _words(build: _Build, language: LanguageFile) -> None:
    for role, words in language.words.items():
        listed = words.items() if isinstance(words, dict) else [("", words)]
        for written, forms in listed:
            value: object = role_value(role, written) if isinstance(words, dict) else None
            value = [written, *(units.worth(written) or ())] if role in units.ROLES else value
            flags = lexicon.CLOSED if role in CLOSED else 0
            flags |= lexicon.SUFFIXES if role in SUFFIXED else 0
            flags |= lexicon.GLUED if role.endswith("-glued") or role == "scale-decimal" else 0
            flags |= lexicon.EXACT if role == "scale-decimal" else 0
            flags |= lexicon.CAPITAL if role in language.capitalised else 0
            for form in forms:
                _vary(build, form, role, value, language.language, flags, definite=False)
                if role == "currency" and currencies.in_front(form):
                    _vary(build, form, "currency-front", value, language.language, flags, definite=False)


def _names(build: _Build) -> None:
    for id, (entry, _) in build.names.items():
        for key, extra in (("forms", 0), ("short", lexicon.SHORT), ("exact", lexicon.EXACT), ("people", 0)):
            category = "people" if key == "people" else "name"
            for code, forms in getattr(entry, key).items():
                latin = build.languages[code].script == "latin"
                for form in forms:
                    capital = latin and not form[:1].islower()  # "international coalition" is written as any words are
                    flags = extra | (lexicon.CAPITAL if capital else 0)
                    _vary(build, form, category, id, code, flags, definite=False)


def _vary(build: _Build, written: str, category: str, value: object, code: str, flags: int, *, definite: bool) -> None:
    """A form and the ones that follow from it: with the article on every word, assimilated, and in the t-form."""
    language = build.languages[code]
    form = fold_word(written)
    if not form:
        return
    forms = [form]
    if language.articles:
        article, assimilated = (fold_word(a) for a in language.articles[:2])
        pieces = form.split(" ")
        if definite and len(pieces) > 1 and not any(p.startswith(article) for p in pieces):
            forms.append(" ".join(article + p for p in pieces))
        if not flags & lexicon.CLOSED:
            rests = [f.removeprefix(article) for f in forms if f.startswith(article)]
            forms += [assimilated + r.removeprefix(assimilated[0]) for r in rests]
    for one in forms:
        build.add(one, category, value, code, flags, written)
    if flags & lexicon.SUFFIXES:
        for one in forms:
            stem = t_form(written, one)
            if stem is not None:
                build.add(stem, category, value, code, flags | lexicon.SUFFIXED, written)


# --- the whole --------------------------------------------------------------------------------------------------


def _data(build: _Build, tries: dict[str, Any]) -> dict[str, Any]:
    questions = {id: _question(entry) for id, (entry, _) in sorted(build.questions.items())}
    return {
        "stamp": build.stamp,
        "forms": lexicon.arranged(build.forms),
        "alphabets": {
            code: {
                key: [fold_word(w) for w in getattr(language, key)]
                for key in ("prefixes", "conjunctions", "articles", "future", "suffixes")
            }
            for code, language in sorted(build.languages.items())
        },
        "languages": {
            code: {
                **x.model_dump(include={"script", "subject", "conjunctive", "letters", "calendar", "tens_first"}),
                "abbreviations": [fold_word(w) for w in x.abbreviations],
                "decimal_marks": [fold_word(w) for w in x.decimal_marks],
                "leading": not x.conjunctive if x.leading is None else x.leading,
                "decimal_letters": [fold_word(w) for w in x.decimal_letters],
                "trie": tries[code],
            }
            for code, x in sorted(build.languages.items())
        },
        "names": {
            id: {
                "type": e.type,
                "within": _within(build, id),
                "of": e.of,
                "roles": e.roles,
                "label": _label(e),
            }
            for id, (e, _) in sorted(build.names.items())
        },
        "questions": questions,
        "predicates": sorted(build.predicates),
        "rules": [rule.model_dump() for _, (rule, _) in sorted(build.rules.items())],
        "by_concept": _by_concept(questions),
    }


def _label(entry: NameEntry) -> dict[str, str]:
    """How a reader knows a name, by language: its first full form."""
    listed = {**entry.short, **entry.exact, **entry.forms}
    return {code: next((w for w in words if w[0].isalnum()), words[0]) for code, words in listed.items() if words}


def _within(build: _Build, id: str) -> list[str]:
    """What a name lies in, nearest first; a circle ends where it closes."""
    chain: list[str] = []
    parent = build.names[id][0].within
    while parent is not None and parent not in chain and parent != id:
        chain.append(parent)
        parent = build.names[parent][0].within
    return chain


def _question(entry: QuestionEntry) -> dict[str, Any]:
    data = entry.model_dump()
    data["assume"] = {key: None if value == HOME else value for key, value in entry.assume.items()}
    data["ask"] = {"en": entry.ask} if isinstance(entry.ask, str) else entry.ask
    for key in LENGTHS:
        written = getattr(entry, key)
        data[key] = None if written is None else _days(written)
    return data


def _by_concept(questions: dict[str, dict[str, Any]]) -> dict[str, list[list[object]]]:
    """Which patterns begin with which concept: question, state (or null), number of the alternative."""
    index: dict[str, list[list[object]]] = {}
    for id, question in questions.items():
        patterns = (
            {None: question["says"]} if question["says"] else {s: p["says"] for s, p in question["states"].items()}
        )
        for state, alternatives in patterns.items():
            for number, alternative in enumerate(alternatives):
                index.setdefault(alternative[0], []).append([id, state, number])
    return index
