"""From the YAML of packs to plain data: forms folded and varied, phrases as tries, names with what they lie in.

Every mistake of every file is collected and raised once.
"""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from checker import currencies, lexicon, units, yamlio
from checker.checks import LENGTHS, days_of
from checker.errors import Mistake, UnusableFile
from checker.gathered import Gathered, declared, take
from checker.phrases import compile_phrases, shared
from checker.references import references
from checker.schemas import HOME, LanguageFile, NameEntry, QuestionEntry, role_value
from checker.spelling import compile_sounds
from checker.text import fold_word, t_form

CLOSED = frozenset([
    "in", "of", "and", "between", "from", "to", "that", "relative", "ago", "bound", "planned", "denied", "still",
    "conditional", "pluperfect", "already", "this", "few", "according", "article", "the", "hedge-after", "possessive",
    "all", "percent", "past", "less", "oclock", "none", "nobody", "pronoun", "passive", "behalf", "relayed", "while",
    "untrue", "as-of", "then", "affirmed", "resumptive", "within", "in-time", "hence", "for", "lean", "pointing",
])  # fmt: skip  # roles of function words: they take no clitic but a conjunction
# the types of names that may be told by their sound
SOUNDED = frozenset(["person", "base", "city", "governorate", "region", "country"])
# what the stages need of a language as it is written
PLAIN = frozenset(["script", "subject", "conjunctive", "day_first", "letters", "calendar", "tens_first"])
SUFFIXED = frozenset(["concept", "say", "speaker"])
# flags of a wording
EXTRA = {"forms": 0, "short": lexicon.SHORT, "exact": lexicon.EXACT, "cued": lexicon.CUED, "people": 0}


Files = Sequence[tuple[str, Path]]  # the name for messages, and the path


def compile_files(files: Files, stamp: str, *, own: Collection[str] = ()) -> dict[str, Any]:
    """The plain data of all packs. Raises UnusableFile with every mistake.

    `own` are the names of those files that don't come along: of two of these none wins over the other.
    """
    build = _gather(files, stamp, own, frozenset())
    if build.mistakes:
        raise UnusableFile(sorted(set(build.mistakes)))
    return _compiled(build)


def compile_usable(files: Files, stamp: str, *, own: Collection[str]) -> dict[str, Any]:
    """The plain data of the files that can be used, with the mistakes of one's own that can't.

    What needs an entry of a file that is left out is left out too. Raises UnusableFile where what comes along is wrong.
    """
    left, mistakes, lost = list(files), set[Mistake](), frozenset[str]()
    while True:
        build = _gather(left, stamp, own, lost)
        if not build.mistakes:
            break
        mistakes |= set(build.mistakes)
        bad = {mistake.path for mistake in build.mistakes}
        if not bad <= set(own):
            raise UnusableFile(sorted(mistakes))
        left = [file for file in left if file[0] not in bad]
        lost |= build.declared
    told = [asdict(mistake) for mistake in sorted(mistakes)]
    return {**_compiled(build), "mistakes": told}


def _gather(files: Files, stamp: str, own: Collection[str], lost: frozenset[str]) -> Gathered:
    """What all files say, with every mistake of every file."""
    build = Gathered(stamp)
    build.lost |= lost
    for name, path in files:
        try:
            located = yamlio.read(path, name=name)
        except UnusableFile as error:
            build.mistakes += error.mistakes
            build.unread = True
            continue
        before = len(build.mistakes)
        take(build, located, own=name in own)
        if len(build.mistakes) > before:
            build.declared |= declared(located)
    references(build)
    return build


def _compiled(build: Gathered) -> dict[str, Any]:
    tries = {}
    for id, language in build.languages.items():
        _words(build, language)
        tries[id] = shared(compile_phrases(language.phrases, language.macros))
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


# --- forms ------------------------------------------------------------------------------------------------------


def _words(build: Gathered, language: LanguageFile) -> None:
    for role, words in language.words.items():
        listed = words.items() if isinstance(words, dict) else [("", words)]
        for written, forms in listed:
            value: object = role_value(role, written) if isinstance(words, dict) else None
            value = [written, *(units.worth(written) or ())] if role in units.ROLES else value
            flags = lexicon.CLOSED if role in CLOSED else 0
            flags |= lexicon.SUFFIXES if role in SUFFIXED else 0
            flags |= lexicon.GLUED if role.endswith("-glued") or role == "scale-decimal" else 0
            flags |= lexicon.EXACT if role == "scale-decimal" else 0
            flags |= lexicon.SIGNED if role == "scale-signed" else 0
            flags |= lexicon.CAPITAL if role in language.capitalised else 0
            ambiguous = language.ambiguous.get(role, ())
            for form in forms:
                capital = lexicon.CAPITAL if form in ambiguous else 0
                _vary(build, form, role, value, language.language, flags | capital, definite=False)
                if capital:  # in small letters it is what it says only where something beside it tells
                    _vary(build, form, f"small-{role}", value, language.language, flags, definite=False)
                if role == "currency" and currencies.in_front(form):
                    _vary(build, form, "currency-front", value, language.language, flags, definite=False)


def _names(build: Gathered) -> None:
    for id, (entry, _) in build.names.items():
        for key, extra in EXTRA.items():
            category = "people" if key == "people" else "name"
            for code, forms in getattr(entry, key).items():
                latin = build.languages[code].script == "latin"
                for form in forms:
                    capital = latin and not form[:1].islower()  # "international coalition" is written as any words are
                    flags = extra | (lexicon.CAPITAL if capital else 0) | (lexicon.SHORT if entry.generic else 0)
                    _vary(build, form, category, id, code, flags, definite=False)


def _vary(
    build: Gathered, written: str, category: str, value: object, code: str, flags: int, *, definite: bool
) -> None:
    """A form and the ones that follow from it: with the article on every word, assimilated, and in the t-form."""
    language = build.languages[code]
    form = fold_word(written)
    if not form:
        return
    forms = [form]
    if language.articles:
        article, assimilated = (fold_word(language.articles[at]) for at in (0, min(1, len(language.articles) - 1)))
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


def _data(build: Gathered, tries: dict[str, Any]) -> dict[str, Any]:
    sounded = frozenset(id for id, (entry, _) in build.names.items() if entry.type in SOUNDED)
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
                **x.model_dump(include=set(PLAIN)),
                "abbreviations": [fold_word(w) for w in x.abbreviations],
                "decimal_marks": [fold_word(w) for w in x.decimal_marks],
                "leading": not x.conjunctive if x.leading is None else x.leading,
                "decimal_letters": [fold_word(w) for w in x.decimal_letters],
                "decimal_comma": x.decimal_comma,
                "dot_groups": x.dot_groups,
                "borrows": x.borrows,
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
                **({"generic": True} if e.generic else {}),
                "label": _label(e),
            }
            for id, (e, _) in sorted(build.names.items())
        },
        "sounds": compile_sounds(_by_script(build), sounded),
        "questions": questions,
        "predicates": sorted(build.predicates),
        "rules": [rule.model_dump() for _, (rule, _) in sorted(build.rules.items())],
        "by_concept": _by_concept(questions),
    }


def _by_script(build: Gathered) -> dict[str, dict[str, list[list[object]]]]:
    """The forms by the script of the languages that have them."""
    found: dict[str, dict[str, list[list[object]]]] = {}
    for form, rows in build.forms.items():
        found.setdefault(build.languages[str(rows[0][2])].script, {})[form] = rows
    return found


def _label(entry: NameEntry) -> dict[str, str]:
    """How a reader knows a name, by language: its first full form."""
    listed = {**entry.short, **entry.cued, **entry.exact, **entry.forms}
    return {code: next((w for w in words if w[0].isalnum()), words[0]) for code, words in listed.items() if words}


def _within(build: Gathered, id: str) -> list[str]:
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
        data[key] = None if written is None else days_of(written)
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
