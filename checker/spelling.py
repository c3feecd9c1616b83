"""Names as they sound, so that a spelling which no pack lists can be looked up: made once, when packs are compiled.

All forms of a script are folded at a time; nothing here compares name by name.
"""

from collections.abc import Iterable, Mapping, Sequence

from checker.lexicon import EXACT
from checker.text import sounds

ARTICLE = "al "  # how a plain spelling writes every article of a name
Table = dict[str, str]  # lines joined: "keys" and, line by line, the "ids" of the names, with blanks between
Forms = Mapping[str, Sequence[Sequence[object]]]  # rows of category, value, language, flags, written


def plainly(folded: str, articles: Iterable[str]) -> str:
    """Folded names with one article for all, blanks for hyphens, and no apostrophes."""
    text = f"\n{folded}"
    for article in articles:
        for mark in "- ":
            for before in "\n ":
                text = text.replace(before + article + mark, before + ARTICLE)
    return text[1:].replace("-", " ").replace("'", "").replace("`", "")


def heard(plain: str) -> str:
    """How plain spellings sound, without their articles."""
    text = f"\n{plain}".replace(f"\n{ARTICLE}", "\n").replace(f" {ARTICLE}", " ")
    return sounds(text[1:])


def compile_sounds(forms: Mapping[str, Forms], sounded: frozenset[str]) -> dict[str, dict[str, Table]]:
    """By script the names in plain spelling where it differs from the listed one, and those `sounded` by sound.

    A name that has no form in the script is there by the sound of its forms in the others.
    """
    articles = sorted(f for rows in forms.values() for f, r in rows.items() if any(x[0] == "name-article" for x in r))
    named = {script: _named(rows) for script, rows in forms.items()}
    found = {}
    for script, own in named.items():
        plain = plainly("\n".join(own), articles).split("\n") if own else []
        respelled = [(p, ids) for p, form, ids in zip(plain, own, own.values(), strict=True) if p != form]
        known = frozenset(" ".join(own.values()).split())
        others = {
            f: ids
            for s, rows in named.items()
            if s != script
            for f, ids in rows.items()
            if known.isdisjoint(ids.split())
        }
        told = [*own.values(), *others.values()]
        rows = zip(heard("\n".join([*plain, *others])).split("\n") if told else [], told, strict=True)
        kept = ((sound, " ".join(i for i in ids.split() if i in sounded)) for sound, ids in rows)
        found[script] = {"plain": _table(respelled), "heard": _table((s, ids) for s, ids in kept if s and ids)}
    return found


def _named(rows: Forms) -> dict[str, str]:
    """The forms that name something, with their ids; not those that must be written letter for letter."""
    return {
        form: " ".join(sorted({str(r[1]) for r in listed if r[0] == "name" and not int(str(r[3])) & EXACT}))
        for form, listed in rows.items()
        if any(r[0] == "name" and not int(str(r[3])) & EXACT for r in listed)
    }


def _table(rows: Iterable[tuple[str, str]]) -> Table:
    found: dict[str, set[str]] = {}
    for key, ids in rows:
        found.setdefault(key, set()).update(ids.split())
    return {"keys": "\n".join(found), "ids": "\n".join(" ".join(sorted(ids)) for ids in found.values())}
