"""Which languages a text is written in: of those that share a script, the ones whose own words it uses."""

from collections import Counter
from collections.abc import Sequence

from checker.packs import Packs
from checker.text import LETTERS, scripts

MIXED = 4  # distinct words of its own that a text must have in a language beside the first
SHARE = 2  # the first has no more than so many times the words of the others


def languages(folded: str, packs: Packs, named: str | None = None) -> tuple[str, ...]:
    """The languages in which a folded text is read, sorted.

    Of several that share a script it is the one of whose own words the text has most, and those that come near it.
    `named` is the language that the metadata give; of two as good it is the one, else the first by id.
    """
    first = "" if named is None else named.partition("-")[0].lower()
    known = frozenset(pack.script for pack in packs.languages.values())
    present = scripts(folded) & known
    if not present and first in packs.languages:
        return (first,)
    present = present or known  # a page without letters may still have digits and signs
    by_script: dict[str, list[str]] = {}
    for id, pack in sorted(packs.languages.items()):
        if pack.script in present:
            by_script.setdefault(pack.script, []).append(id)
    if all(len(ids) == 1 for ids in by_script.values()):
        return tuple(sorted(ids[0] for ids in by_script.values()))
    found = Counter(map(packs.lexicon.owners().__getitem__, set(LETTERS.findall(folded))))
    return tuple(sorted(id for ids in by_script.values() for id in _read(ids, found, first)))


def _read(ids: Sequence[str], found: Counter[str | None], named: str) -> list[str]:
    """Those of the languages of one script that are read."""
    best = max(ids, key=lambda id: (found[id] + (id == named) * MIXED, id == named))
    others = (id for id in ids if id != best and found[id] >= MIXED and found[id] * SHARE >= found[best])
    return [best, *others]
