"""The names of the gazetteer as they sound, opened from the compiled packs on first use."""

from checker.packs import Packs
from checker.spelling import Table, heard, plainly

KEPT = "names as they sound"  # where the packs keep them
MEMO_MOST = 50_000  # words whose sound is remembered
ARTICLE_MOST = 3  # letters of an article


class Variants:
    """The names of one script by plain spelling (articles and hyphens alike) and by sound."""

    def __init__(self, packs: Packs, script: str) -> None:
        self.lexicon = packs.lexicon
        short = [row for row in packs.lexicon.single.items() if len(row[0]) <= ARTICLE_MOST]
        self.articles = frozenset(form for form, rows in short if any(row[0] == "name-article" for row in rows))
        tables = packs.sounds.get(script, {})
        self.plain = _opened(tables.get("plain"))
        self.heard = _opened(tables.get("heard"))
        self._words = frozenset(" ".join([*self.heard, *heard("\n".join(self.plain)).split("\n")]).split(" "))
        self._memo: dict[str, str] = {}

    def plainly(self, folded: str) -> str:
        """A folded name with one article for all, blanks for hyphens, and no apostrophes."""
        return plainly(folded, self.articles)

    def sound(self, folded: str) -> str:
        """How a word sounds without its article."""
        return heard(self.plainly(folded))

    def sound_in_names(self, folded: str) -> str:
        """How a word sounds without its article; nothing where no name has a word that sounds so."""
        known = self._memo.get(folded)
        if known is None:
            known = self.sound(folded)
            if not self._words.issuperset(known.split(" ")):
                known = ""
            if len(self._memo) < MEMO_MOST:
                self._memo[folded] = known
        return known


def variants(packs: Packs, script: str) -> Variants:
    """The names of a script as they sound, opened on first use."""
    key = f"{KEPT}: {script}"
    found = packs.kept.get(key)
    if not isinstance(found, Variants):
        found = packs.kept[key] = Variants(packs, script)
    return found


def _opened(table: Table | None) -> dict[str, str]:
    return {} if table is None else dict(zip(table["keys"].split("\n"), table["ids"].split("\n"), strict=True))
