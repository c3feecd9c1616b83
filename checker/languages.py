"""Which languages a text is read in: of those that share a script, the one that it is written in."""

from checker.lexicon import Lexicon
from checker.packs import Packs
from checker.text import LETTERS, Folded, scripts

SAMPLE = 1500  # code points by which a language is told


def languages_of(text: str, folded: Folded, packs: Packs, stated: str | None) -> tuple[tuple[str, ...], Lexicon]:
    """The languages whose script occurs in a text, and the words of all that it may be read in.

    Of several with one script the `stated` one is taken, else the one with most words and letters of its own. Where
    nothing tells, all of them stay.
    """
    by_script: dict[str, list[str]] = {}
    for id, pack in sorted(packs.languages.items()):
        by_script.setdefault(pack.script, []).append(id)
    present = scripts(folded.text) & by_script.keys() or by_script.keys()  # digits and signs are read without letters
    kept: set[str] = set()
    for script, ids in by_script.items():
        kept |= set(ids if len(ids) == 1 or script not in present else _written(text, folded, ids, packs, stated))
    return tuple(sorted(id for id in kept if packs.languages[id].script in present)), packs.lexicon.of(frozenset(kept))


def _written(text: str, folded: Folded, ids: list[str], packs: Packs, stated: str | None) -> list[str]:
    """The languages of one script in which a text may be written."""
    named = None if stated is None else stated.partition("-")[0].lower()
    if named in ids:
        return [named]
    sample = text[:SAMPLE].lower()
    marks = {id: sum(map(sample.count, packs.languages[id].letters)) for id in ids}
    for run in set(LETTERS.findall(folded.text[:SAMPLE])):
        only = packs.lexicon.telling(run)
        if only in marks:
            marks[only] += 1
    most = max(marks.values())
    return [id for id in ids if marks[id] == most]
