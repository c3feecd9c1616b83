"""Which languages a text is read in: of those that share a script, the one that it is written in."""

from collections import Counter
from collections.abc import Sequence

from checker.packs import Packs
from checker.text import LETTERS, Folded, scripts

MIXED = 4  # words and letters of its own that a text must have in a language beside the first
SHARE = 2  # the first has no more than so many times those of the others
SAMPLE = 1500  # code points by which a language is told


def languages_of(text: str, folded: Folded, packs: Packs, stated: str | None = None) -> tuple[str, ...]:
    """The languages that a text may be read in, sorted: those whose script occurs in it.

    Of several with one script the `stated` one is taken, else the one with most words and letters of its own, and any
    that comes near it, for a page may be mixed. Where two have as many it is the first by id.
    """
    by_script: dict[str, list[str]] = {}
    for id, pack in sorted(packs.languages.items()):
        by_script.setdefault(pack.script, []).append(id)
    present = scripts(folded.text) & by_script.keys()
    named = None if stated is None else stated.partition("-")[0].lower()
    if not present and named in packs.languages:
        return (named,)
    kept: list[str] = []
    for script in present or by_script:  # digits and signs are read without letters
        ids = by_script[script]
        kept += ids if len(ids) == 1 else _written(text, folded, ids, packs, named)
    return tuple(sorted(kept))


def _written(text: str, folded: Folded, ids: Sequence[str], packs: Packs, named: str | None) -> list[str]:
    """The languages of one script in which a text may be written."""
    sample = text[:SAMPLE].lower()
    marks = {id: sum(map(sample.count, packs.languages[id].letters)) for id in ids}
    runs = set(LETTERS.findall(folded.text[:SAMPLE]))
    for owner, count in Counter(map(packs.lexicon.owners().__getitem__, runs)).items():
        if owner in marks:
            marks[owner] += count
    told = {id: n if n > 1 else 0 for id, n in marks.items()}  # one word may be anybody's
    best = named if named in marks else max(ids, key=lambda id: told[id])
    others = (id for id in ids if id != best and marks[id] >= MIXED and marks[id] * SHARE >= marks[best])
    return [best, *others]
