"""Names in spellings that no pack lists: another article or hyphen, another transliteration, a slip of the pen.

Looked up by sound, never by comparing with every name; taken only where something beside them carries them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from checker.kinds.name.cues import PREPOSITIONS
from checker.kinds.name.known import Known
from checker.kinds.name.variants import Variants, variants
from checker.page import Spans
from checker.scan import Item
from checker.text import word_after

WORDS_MOST = 4  # words of a name that is looked up
PLACE_LEAST = 4  # consonants of a place that a cue carries
PERSON_LEAST = 5  # consonants of a full name
SURNAME_LEAST = 3  # consonants of the surname of a person whom the document names in full
SLIP_LEAST = 5  # consonants of a word in which a slip of the pen is looked for
PLAIN_LEAST = 5  # letters of a name in another plain spelling


class Nearly(NamedTuple):
    """A name in a spelling of its own, in folded offsets."""

    start: int
    end: int
    id: str


class Near:
    """What the names chosen so far leave over, looked up by sound."""

    def __init__(self, known: Known, chosen: list[tuple[Item, str]]) -> None:
        self.known = known
        self.page = known.page
        self.variants: Variants = variants(known.packs)
        people = self.page.items.get("people", [])
        self.taken = Spans([*((i.start, i.end) for i, _ in chosen), *((i.start, i.end) for i in people)])

    def names(self) -> list[Nearly]:
        """Every name that is found so, in the order of the text, without overlap."""
        found = []
        if "latin" in self.known.scripts:
            found += self._capitals()
        if "arabic" in self.known.scripts:
            found += self._behind_place_words()
        return found

    # --- words in capitals --------------------------------------------------------------------------------------

    def _capitals(self) -> Iterator[Nearly]:
        """Runs of words in capitals: the longest stretch of each that sounds like a name."""
        folded = self.page.folded
        for run in self.variants.runs.finditer(self.page.text):
            start, end = self.page.at(run.start()), self.page.at(run.end())
            words = list(_words(folded.text, start, end))
            at = 0
            while at < len(words):
                found = self._longest(words[at : at + WORDS_MOST])
                if found is None:
                    at += 1
                else:
                    yield found[0]
                    at += found[1]

    def _longest(self, words: list[tuple[int, int]]) -> tuple[Nearly, int] | None:
        text = self.page.folded.text
        free = 0
        while free < len(words) and not self.taken.touch(*words[free]):
            free += 1
        for count in range(free, 0, -1):
            start, end = words[0][0], words[count - 1][1]
            if self.variants.is_listed(text[start:end]):
                return None  # known as it is written, and no name here
            id = self._respelled(text[start:end])
            if id is None:
                id = self._sounding([text[a:b] for a, b in words[:count]], start, end)
            if id is not None:
                return Nearly(start, end, id), count
        return None

    def _respelled(self, written: str) -> str | None:
        """The name that differs in nothing but its article, its hyphens or its apostrophes."""
        if len(written) < PLAIN_LEAST or not ("-" in written or " " in written or "'" in written):
            return None
        ids = self.variants.plain.get(self.variants.plainly(written), set())
        full = [id for id in ids if id in self.known.full or " " in written]
        return full[0] if len(full) == 1 else None

    def _sounding(self, written: list[str], start: int, end: int) -> str | None:
        heard = [self.variants.sound(word) for word in written]
        if "" in heard:
            return None
        sound = " ".join(heard)
        ids = self.variants.heard.get(sound, ())
        size = len(sound) - len(heard) + 1
        people = [id for id in ids if self.known.names[id].type == "person"]
        if len(heard) > 1 and size >= PERSON_LEAST:
            return people[0] if len(people) == 1 else None
        named = [id for id in people if id in self.known.full]
        if len(named) == 1 and size >= SURNAME_LEAST:
            return named[0]
        places = [id for id in ids if self.known.is_place(id) and self.known.is_told(id)]
        if len(places) == 1 and size >= PLACE_LEAST and self._is_place_here(start, end):
            return places[0]
        return None

    def _is_place_here(self, start: int, end: int) -> bool:
        page = self.page
        if any(page.before(start, kind) is not None for kind in (*PREPOSITIONS, "place-word")):
            return True
        return any(i.category == "place-word" for i in page.starting(end + 1))

    # --- words behind a word for a place ------------------------------------------------------------------------

    def _behind_place_words(self) -> Iterator[Nearly]:
        """The word behind a word for a place, in a script without capitals."""
        text = self.page.folded.text
        for cue in self.page.items.get("place-word", []):
            start = cue.end + 1
            end = word_after(text, start)
            definite = cue.start < cue.outer + len(cue.prefix)
            if definite or cue.language in self.page.leading or text[cue.end : start] != " ":
                continue
            if self.taken.touch(start, end) or self.variants.is_listed(text[start:end]):
                continue
            id = self._misspelled(text[start:end])
            if id is not None:
                yield Nearly(start, end, id)

    def _misspelled(self, word: str) -> str | None:
        """The place of a country that the text tells about, whose name sounds as the word does but for one slip."""
        heard = self.variants.heard
        sound = self.variants.sounded(word)
        tried = [sound, *_slips(sound)] if len(sound) >= SLIP_LEAST else [sound]
        if len(sound) < PLACE_LEAST:
            return None
        for one in tried:
            ids = [id for id in heard.get(one, ()) if self.known.is_place(id) and self.known.is_told(id)]
            if ids:
                return ids[0] if len(ids) == 1 else None
        return None


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of a run, each with its article."""
    at = start
    for word in text[start:end].split(" "):
        yield at, at + len(word)
        at += len(word) + 1


def _slips(sound: str) -> list[str]:
    """What a word may have been without one letter too many, or with two neighbours in their order."""
    shorter = [sound[:i] + sound[i + 1 :] for i in range(1, len(sound))]
    swapped = [sound[:i] + sound[i + 1] + sound[i] + sound[i + 2 :] for i in range(len(sound) - 1)]
    return [*shorter, *swapped]
