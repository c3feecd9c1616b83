"""Names in spellings that no pack lists: another article or hyphen, another transliteration, a slip of the pen.

Looked up by sound, never by comparing with every name; taken only where something beside them carries them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.kinds.name.cues import PREPOSITIONS
from checker.kinds.name.known import Known
from checker.kinds.name.made import ids_of
from checker.kinds.name.variants import Variants, variants
from checker.line import Item
from checker.spans import Spans
from checker.text import word_after

CAPITALS = re.compile(r"[A-Z\u00c0-\u00de][\w'’ʼ`-]+")
WORDS_MOST = 4  # words of a name that is looked up
PLACE_LEAST = 4  # consonants of a place that a cue carries
PERSON_LEAST = 5  # consonants of a full name
SURNAME_LEAST = 3  # consonants of the surname of a person whom the document names in full
SLIP_LEAST = 6  # consonants of a word in which a slip of the pen is looked for


class Nearly(NamedTuple):
    """A name in a spelling of its own, in folded offsets."""

    start: int
    end: int
    id: str


class _Word(NamedTuple):
    """A word in capitals with its article, how it sounds, and whether anything joins it to an article or a word."""

    start: int
    end: int
    sound: str
    joined: bool


class Near:
    """What the names chosen so far leave over, looked up by sound."""

    def __init__(self, known: Known, chosen: list[tuple[Item, str]]) -> None:
        self.known = known
        self.page = known.page
        people = self.page.items.get("people", [])
        self.taken = Spans([*((i.start, i.end) for i, _ in chosen), *((i.start, i.end) for i in people)])

    def names(self) -> list[Nearly]:
        """Every name that is found so, without overlap."""
        found: list[Nearly] = []
        if "latin" in self.known.scripts:
            found += self._capitals(variants(self.known.packs, "latin"))
        if "arabic" in self.known.scripts:
            found += self._behind_place_words("arabic")
        return found

    # --- words in capitals --------------------------------------------------------------------------------------

    def _capitals(self, known: Variants) -> Iterator[Nearly]:
        """Of every run of words in capitals that sound like words of names, the longest stretches that are names."""
        for run in self._runs(known):
            at = 0
            if len(run) == 1 and len(run[0].sound) < SURNAME_LEAST and not run[0].joined:
                continue
            while at < len(run):
                count = min(WORDS_MOST, len(run) - at)
                id = None
                while count and id is None:
                    id = self._named(known, run[at : at + count])
                    count -= id is None
                if id is not None:
                    yield Nearly(run[at].start, run[at + count - 1].end, id)
                at += count or 1

    def _runs(self, known: Variants) -> list[list[_Word]]:
        text, folded = self.page.folded.text, self.page.folded
        runs: list[list[_Word]] = []
        end = -1
        for match in CAPITALS.finditer(self.page.text):
            start, stop = match.span()
            if folded.cuts:
                start, stop = self.page.at(start), self.page.at(stop)
            written = text[start:stop]
            if written in known.articles:
                continue
            sound = known.sound_in_names(written)
            if not sound or self.taken.touch(start, stop):
                continue
            begin = _with_article(text, start, known.articles)
            word = _Word(begin, stop, sound, begin < start or "-" in written or "'" in written)
            if runs and begin == end + 1 and text[end] == " ":
                runs[-1].append(word)
            else:
                runs.append([word])
            end = stop
        return runs

    def _named(self, known: Variants, words: list[_Word]) -> str | None:
        sound = words[0].sound if len(words) == 1 else " ".join([word.sound for word in words])
        ids = known.heard.get(sound)
        joined = any(word.joined for word in words)
        if ids is None and not joined:
            return None
        written = self.page.folded.text[words[0].start : words[-1].end]
        if known.lexicon.lists(written):
            return None  # known as it is written, and no name here
        id = self._respelled(known, written) if joined else None
        return self._sounding(ids_of(ids), sound, words) if id is None and ids is not None else id

    def _respelled(self, known: Variants, written: str) -> str | None:
        """The name that differs in nothing but its article, its hyphens or its apostrophes."""
        ids = ids_of(known.plain.get(known.plainly(written), ""))
        return ids[0] if len(ids) == 1 else None

    def _sounding(self, ids: list[str], sound: str, words: list[_Word]) -> str | None:
        """The person whose full name sounds so, whose surname does if the document names him, or the place."""
        size = len(sound) - sound.count(" ")
        people = [id for id in ids if self.known.names[id].type == "person"]
        if " " in sound and size >= PERSON_LEAST and people:
            return people[0] if len(people) == 1 else None
        named = [id for id in people if id in self.known.full]
        if len(named) == 1 and size >= SURNAME_LEAST:
            return named[0]
        places = [id for id in ids if self.known.is_place(id) and self.known.is_told(id)]
        least = PLACE_LEAST - (" " in sound)  # two words that sound right are better than one
        beside = size > least and " " in sound or self._is_place_here(words[0].start, words[-1].end)
        return places[0] if len(places) == 1 and size >= least and beside else None

    def _is_place_here(self, start: int, end: int) -> bool:
        page = self.page
        if any(page.before(start, kind) is not None for kind in (*PREPOSITIONS, "place-word")):
            return True
        return any(i.category == "place-word" for i in page.starting(end + 1))

    # --- words behind a word for a place ------------------------------------------------------------------------

    def _behind_place_words(self, script: str) -> Iterator[Nearly]:
        """The word behind a word for a place, in a script without capitals."""
        text = self.page.folded.text
        for cue in self.page.items.get("place-word", []):
            start = cue.end + 1
            definite = cue.start < cue.outer + len(cue.prefix)
            if definite or cue.language in self.page.leading or text[cue.end : start] != " ":
                continue
            end = word_after(text, start)
            if not self.taken.touch(start, end) and end - start >= PLACE_LEAST:
                id = self._misspelled(variants(self.known.packs, script), text[start:end])
                if id is not None:
                    yield Nearly(start, end, id)

    def _misspelled(self, known: Variants, word: str) -> str | None:
        """The place of a country that the text tells about, whose name sounds as the word does but for one slip."""
        if known.lexicon.lists(word):
            return None
        sound = known.sound(word)
        if len(sound) < PLACE_LEAST:
            return None
        for one in [sound, *_slips(sound)]:
            ids = {id for id in ids_of(known.heard.get(one, "")) if self.known.is_place(id) and self.known.is_told(id)}
            if ids:
                return next(iter(ids)) if len(ids) == 1 else None
        return None


def _with_article(text: str, start: int, articles: frozenset[str]) -> int:
    """Where a word begins with the article in front of it: al-Kadhimi, Al Anbar."""
    if text[start - 1 : start] not in ("-", " "):
        return start
    for length in (2, 3):
        at = start - length - 1
        if at >= 0 and text[at : start - 1] in articles and not text[at - 1 : at].isalnum():
            return at
    return start


def _slips(sound: str) -> list[str]:
    """What a word may have been without one letter too many, or with two neighbours in their order."""
    if len(sound) < SLIP_LEAST:
        return []
    shorter = [sound[:i] + sound[i + 1 :] for i in range(1, len(sound))]
    swapped = [sound[:i] + sound[i + 1] + sound[i] + sound[i + 2 :] for i in range(len(sound) - 1)]
    return [*shorter, *swapped]
