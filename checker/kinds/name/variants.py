"""The names of the gazetteer as they sound, so that a spelling which no pack lists can be looked up.

Built once from the compiled forms, over all of them at a time; nothing here compares name by name.
"""

import re

from checker.kinds.name.made import PLACES, ids_of
from checker.packs import Packs
from checker.scan import EXACT, Lexicon
from checker.text import sounds

KEPT = "names as they sound"  # where the packs keep them
MEMO_MOST = 50_000  # words whose sound is remembered
ARTICLE = "al "  # how a plain spelling writes every article of a name


class Variants:
    """Names by plain spelling (articles and hyphens alike) and by sound (transliterations and both scripts alike)."""

    def __init__(self, packs: Packs) -> None:
        self._memo: dict[str, str] = {}
        self._lexicons: list[Lexicon] = list(packs.lexicons.values())
        articles = "|".join(sorted({re.escape(a) for a in _articles(packs)}, key=lambda a: (-len(a), a))) or "(?!)"
        self._article = re.compile(rf"(?<![\w-])(?:{articles})[- ](?=\w)")
        word = rf"(?:(?:{articles})[- ])?[A-Z\u00c0-\u00de][\w'’ʼ`]*(?:-[\w'’ʼ`]+)*"
        self.runs = re.compile(rf"\b{word}(?: {word})*")
        self.plain: dict[str, set[str]] = {}
        self.heard: dict[str, set[str]] = {}
        latin = _forms(packs, "latin")
        for plain, ids in zip(self.plainly("\n".join(latin)).split("\n"), latin.values(), strict=True):
            self.plain.setdefault(plain, set()).update(ids)
        listed = [*self.plain.items(), *_forms(packs, "arabic").items()]
        for heard, (_, ids) in zip(self._hear("\n".join(form for form, _ in listed)), listed, strict=True):
            people_and_places = {i for i in ids if packs.names[i].type == "person" or packs.names[i].type in PLACES}
            if people_and_places:
                self.heard.setdefault(heard, set()).update(people_and_places)
        self.words = frozenset(word for heard in self.heard for word in heard.split(" "))

    def is_listed(self, folded: str) -> bool:
        """Whether a pack has a form that is written so, whatever it means."""
        return any(folded in lexicon.forms for lexicon in self._lexicons)

    def plainly(self, folded: str) -> str:
        """Folded names with one article for all, blanks for hyphens, and no apostrophes."""
        return self._article.sub(ARTICLE, folded).replace("-", " ").replace("'", "").replace("`", "")

    def _hear(self, folded: str) -> list[str]:
        bare = self._article.sub("", folded).replace(ARTICLE, "")
        return sounds(bare).split("\n")

    def sounded(self, folded: str) -> str:
        """How a word sounds without its article."""
        return self._hear(folded)[0]

    def sound(self, folded: str) -> str:
        """How a word sounds without its article; nothing where no name has a word that sounds so."""
        known = self._memo.get(folded)
        if known is None:
            known = self.sounded(folded)
            if known not in self.words:
                known = ""
            if len(self._memo) < MEMO_MOST:
                self._memo[folded] = known
        return known


def variants(packs: Packs) -> Variants:
    """The names of the packs as they sound, made on first use."""
    found = packs.kept.get(KEPT)
    if not isinstance(found, Variants):
        found = packs.kept[KEPT] = Variants(packs)
    return found


def _articles(packs: Packs) -> list[str]:
    lexicons: list[Lexicon] = list(packs.lexicons.values())
    return [
        form
        for lexicon in lexicons
        for form, entries in lexicon.forms.items()
        if any(e.category == "name-article" for e in entries)
    ]


def _forms(packs: Packs, script: str) -> dict[str, list[str]]:
    """The forms of a script that name something, with the ids; not those that must be written letter for letter."""
    lexicon = packs.lexicons.get(script)
    rows = {} if lexicon is None else lexicon.forms
    return {
        form: [id for e in entries if e.category == "name" and not e.flags & EXACT for id in ids_of(e.value)]
        for form, entries in rows.items()
        if any(e.category == "name" and not e.flags & EXACT for e in entries)
    }
