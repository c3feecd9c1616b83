"""What a page says of its names before any is chosen: which are named in full, and which countries it tells about."""

from checker.kinds.name.made import PLACES, ids_of
from checker.lexicon import CUED, SHORT
from checker.line import Item
from checker.packs import Packs
from checker.page import Page

WEAK = SHORT | CUED  # forms that need something beside them or elsewhere in the document
BODIES = "bodies by country"  # where the packs keep them
POSSESSIVE = "'s "
NOUN = 4  # letters of the shortest noun in the accusative; what is shorter and ends alike is a verb or a particle


class Known:
    """The names of a page in the order of the text, with what the document as a whole says of them."""

    def __init__(self, page: Page, packs: Packs) -> None:
        self.page = page
        self.packs = packs
        self.names = packs.names
        self.scripts = {packs.languages[id].script for id in page.languages}
        people = page.items.get("people", [])
        self.people = {i.start: i for i in people}
        near_people = {*self.people, *(i.outer - 1 for i in people), *(i.end + 1 for i in people)}
        self.items = []
        for item in page.items.get("name", []):
            beside = item.prefix or item.start in near_people or item.end in near_people
            fitting = self._fitting(item) if beside else item
            if fitting is not None:
                self.items.append(fitting)
        self.full: set[str] = set()
        self.told: set[str] = set()  # what the document tells about: names, what holds them, whose people
        self._told: dict[str, bool] = {}
        cued = {i.start for i in self.items if i.flags & CUED}
        for item in self.items:
            if not item.flags & WEAK:
                value = str(item.value)
                if " " in value:
                    self.full.update(ids_of(value))
                else:
                    self.full.add(value)
                    if item.start not in cued:
                        self.told.add(value)
        self.told.update(str(i.value) for i in people if " " not in str(i.value))
        self._widen(self.told)
        self.anchored = self.full | {place for id in self.full for place in self.names[id].within}

    def _widen(self, ids: set[str]) -> None:
        """Take what names lie in or belong to among what is told about."""
        for info in [self.names[id] for id in ids]:
            self.told.update(info.within)
            if info.of is not None:
                self.told.add(info.of)

    def add(self, id: str) -> None:
        """Count a name among those that the document gives in full."""
        self.full.add(id)
        self.anchored.add(id)
        self.told.add(id)
        self._widen({id})
        self._told.clear()

    def is_told(self, id: str) -> bool:
        """Whether the document tells about what a name lies in or belongs to, countries at most."""
        known = self._told.get(id)
        if known is None:
            known = any(up in self.told for up in self._holders(id))
            self._told[id] = known
        return known

    def _holders(self, id: str) -> tuple[str, ...]:
        """What a name lies in up to its country, and what it belongs to; a country holds itself."""
        info = self.names[id]
        country = self.country(id)
        if country is None:
            return (info.of or id, *info.within)
        return (country, *info.within[: info.within.index(country)]) if country != id else (id,)

    def best(self, ids: list[str]) -> str:
        """Of several names with one form, the one whose country the document tells about; then by id."""
        return ids[0] if len(ids) == 1 else min(ids, key=lambda id: (not self.is_told(id), id))

    def choose(self, items: list[Item]) -> tuple[Item, str] | None:
        """Which name one stretch gives by itself; `None` where every reading of it needs a cue."""
        if len(items) == 1 and not items[0].flags & WEAK and " " not in str(items[0].value):
            return items[0], str(items[0].value)
        strong = any(not i.flags & WEAK for i in items)
        rows = [
            (not self.is_told(id), i.flags & WEAK, id, i)
            for i in items
            for id in ids_of(i.value)
            if not i.flags & WEAK or id in self.anchored or (strong and i.flags & CUED)
        ]
        if not rows:
            return None
        *_, id, item = min(rows, key=lambda row: row[:3]) if len(rows) > 1 else rows[0]
        return item, id

    def bodies_of(self, country: str) -> list[str]:
        """The ids of the entries that belong to a country."""
        index = self.packs.kept.get(BODIES)
        if not isinstance(index, dict):
            index = self.packs.kept[BODIES] = {}
            for id, info in self.names.items():
                if info.of is not None:
                    index.setdefault(info.of, []).append(id)
        listed: list[str] = index.get(country, [])
        return listed

    def country(self, id: str) -> str | None:
        """The country that a place is or lies in."""
        return next((up for up in (id, *self.names[id].within) if self.names[up].type == "country"), None)

    def is_place(self, id: str) -> bool:
        """Whether a name is one of a place."""
        return self.names[id].type in PLACES

    def may_be_carried(self, item: Item) -> bool:
        """Whether a weak form is of a sort that something beside it may carry: a place or a person."""
        sort = self.names[str(item.value).partition(" ")[0]].type
        return sort in PLACES or sort == "person"

    def owner(self, item: Item) -> tuple[Item, int] | None:
        """The country whose possessive begins a form (Iraq's government), and where the rest of the form begins."""
        if item.language not in self.page.leading:
            return None
        text = self.page.folded.text
        at = text.find(POSSESSIVE, item.start, item.end)
        if at < 0:
            return None
        here = [i for i in self.page.between("name", item.start, item.start + 1) if i.end == at]
        return next(((i, at + len(POSSESSIVE)) for i in here if self.is_place(ids_of(i.value)[0])), None)

    def _fitting(self, item: Item) -> Item | None:
        """The form as a name; `None` with an article that is not its own, or as the accusative of a people.

        Where another country's people stand beside the form of a body, only bodies that every country has remain.
        """
        if item.prefix and item.start < item.outer + len(item.prefix):
            return None
        if item.start in self.people and self._is_adjective(item):
            return None
        people = self._people_beside(item)
        if people is None:
            return item
        ids = ids_of(item.value)
        owned = [id for id in ids if self.names[id].of is not None]
        owners = {self.names[id].of for id in owned}
        if not owned or not owners.isdisjoint(ids_of(people.value)):
            return item
        rest = [id for id in ids if id not in owned]
        return item._replace(value=" ".join(rest)) if rest else None

    def _people_beside(self, item: Item) -> Item | None:
        """The people's adjective that belongs to a form: behind it, or in front of one that is weak."""
        if item.language not in self.page.leading:
            people = self.people.get(item.end + 1)
            return people if people is not None and people.outer == item.end + 1 else None
        return self.page.before(item.outer, "people") if item.flags & WEAK else None

    def _is_adjective(self, item: Item) -> bool:
        """Whether the word for a country is the accusative of its people here: behind a noun that ends as it does."""
        people = self.people.get(item.start)
        if people is None or people.end != item.end or item.prefix:
            return False
        text = self.page.folded.text
        end = item.start - 1
        start = text.rfind(" ", 0, end) + 1 if end - NOUN >= 0 and text[end] == " " else end
        if end - start < NOUN or text[end - 1] != text[item.end - 1]:
            return False
        return self.page.before(item.start, "particle") is None
