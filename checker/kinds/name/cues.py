"""What carries a weak form: a word for a place, a preposition, what it lies in behind it, a like name, an office."""

from bisect import bisect_left

from checker.kinds.name.known import Known
from checker.kinds.name.made import ids_of
from checker.lexicon import CUED
from checker.line import Item

PREPOSITIONS = ("in", "from", "to")
LONG = 5  # letters of a name on which a preposition may hang; in a shorter word it may be a letter
APART = 8  # code points between a surname and the office behind it: Araji, the national security adviser
CALENDAR = frozenset(["month", "weekday"])  # capitals that may stand behind a place


class Cues:
    """The names chosen so far, and which weak forms they and the words around carry."""

    def __init__(self, known: Known, chosen: list[tuple[Item, str]]) -> None:
        self.known = known
        self.page = known.page
        self.chosen = chosen
        self.starts = [i.start for i, _ in chosen]

    def carried(self, item: Item) -> str | None:
        """The name that a weak form gives where it stands; `None` where nothing carries it, or carries two."""
        ids = [id for id in ids_of(item.value) if self._carries(item, id, alone=" " not in str(item.value))]
        return ids[0] if len(ids) == 1 else None

    def _carries(self, item: Item, id: str, *, alone: bool) -> bool:
        if not self.known.is_place(id):
            return self.known.names[id].type == "person" and self._has_office(item, id)
        if id in self.known.full or self._lies_in_next(item, id) or self._is_joined(item, id):
            return True
        if not item.flags & CUED or self._is_part_of_name(item):
            return False
        told = self.known.is_told(id)
        if self._has_place_word(item):
            return told or alone
        if self._is_abbreviation(item):
            return True
        country = self.known.names[id].type == "country"
        return self._has_preposition(item) and (told or (country and alone))

    def _has_place_word(self, item: Item) -> bool:
        """A word for a place in front (city of X, the town of X), or behind (X province)."""
        page = self.page
        if page.before(item.outer, "place-word") is not None:
            return True
        of = page.before(item.outer, "of")
        if of is not None and page.before(of.outer, "place-word") is not None:
            return True
        return item.prefix == "" and any(i.category == "place-word" for i in page.starting(item.end + 1))

    def _has_preposition(self, item: Item) -> bool:
        """A preposition of place in front of the word, or hung on it."""
        if any(self.page.before(item.outer, kind) is not None for kind in PREPOSITIONS):
            return True
        return item.end - item.start >= LONG and item.prefix != "" and self._holds_preposition(item)

    def _holds_preposition(self, item: Item) -> bool:
        """Whether what hangs on a word is more than an "and" and an article."""
        alphabet = self.known.packs.alphabets[str(item.language)]
        rest = item.prefix
        for listed in (alphabet.conjunctions, alphabet.articles):
            rest = next((rest.removeprefix(one) for one in listed if rest.startswith(one)), rest)
        return rest != ""

    def _is_part_of_name(self, item: Item) -> bool:
        """Whether a word with a capital stands right behind the form, so that it is a part of another name."""
        at = item.end + 1
        if self.page.folded.text[item.end : at] != " " or not self.page.original(at, at + 1).isupper():
            return False
        return not any(i.category in CALENDAR or i.category == "place-word" for i in self.page.starting(at))

    def _is_abbreviation(self, item: Item) -> bool:
        """A state behind its town, as agencies shorten it: Norfolk, Va."""
        text = self.page.folded.text
        return text[item.end - 1] == "." and text[max(0, item.start - 2) : item.start] == ", "

    def _lies_in_next(self, item: Item, id: str) -> bool:
        """Whether the next name is what this one lies in: Harir in Erbil; Balad, in Salah al-Din."""
        at = bisect_left(self.starts, item.end)
        if at == len(self.chosen) or self.chosen[at][1] not in self.known.names[id].within:
            return False
        behind = self.chosen[at][0]
        if self._is_gap(item.end, behind.outer):
            return behind.prefix == "" or self._has_preposition(behind)
        preposition = self.page.before(behind.outer, "in")
        return preposition is not None and self._is_gap(item.end, preposition.outer)

    def _is_joined(self, item: Item, id: str) -> bool:
        """Whether a place of the same sort stands beside this one in a list: Aleppo and Hama."""
        at = bisect_left(self.starts, item.start)
        before = self.chosen[at - 1 : at] if at else []
        behind = self.chosen[at : at + 1]
        return any(self._is_like(id, other) and self._is_listed(i.end, item) for i, other in before) or any(
            self._is_like(id, other) and self._is_listed(item.end, i) for i, other in behind
        )

    def _is_like(self, id: str, other: str) -> bool:
        if not self.known.is_place(other):
            return False
        country = self.known.country(id)
        kinds = [self.known.names[id].type, self.known.names[other].type]
        if kinds[0] in ("country", "base") or kinds[1] in ("country", "base"):
            return kinds[0] == kinds[1]
        return country is not None and country == self.known.country(other)

    def _is_listed(self, end: int, item: Item) -> bool:
        """Whether nothing but a comma or an "and" stands between a name that ends at a place and the next."""
        if item.outer < end:
            return False
        alphabet = self.known.packs.alphabets[str(item.language)]
        joined = any(item.prefix.startswith(c) for c in alphabet.conjunctions)
        if self._is_gap(end, item.outer):
            return joined or "," in self.page.folded.text[end : item.outer]
        conjunction = self.page.before(item.outer, "and")
        return conjunction is not None and self._is_gap(end, conjunction.outer)

    def _is_gap(self, start: int, end: int) -> bool:
        return 0 <= end - start <= 4 and self.page.folded.text[start:end].strip(" ,") == ""

    def _has_office(self, item: Item, id: str) -> bool:
        """Whether an office that the person holds stands beside the surname, on either side of it."""
        roles = self.known.names[id].roles
        front = self.page.before(item.outer, "name")
        behind = [i for i in self.page.between("name", item.end, item.end + APART) if self._is_apposed(item, i)]
        offices = behind if front is None else [front, *behind]
        return any(role in roles for office in offices for role in ids_of(office.value))

    def _is_apposed(self, item: Item, office: Item) -> bool:
        """Whether nothing but a comma and an article stands between a name and the office behind it."""
        the = self.page.before(office.outer, "the")
        return self.page.folded.text[item.end : office.start if the is None else the.outer].strip() == ","
