"""The scope of a fact: where, of whom, by whom, between whom, on which day. One function a key."""

from collections.abc import Callable

from checker.binding import date_of, distance, ids_of, in_clause
from checker.kinds.name import PLACES
from checker.model import Clause, Days, Mention, Name
from checker.packs import Packs

GROUP_REACH = 30  # code points between what is counted and whose it is
WIDE = frozenset(["country", "continent", "region", "sea"])
WHEN = frozenset(["on", "during", "since", "before", "after", "until"])
BODIES = frozenset(["force", "organisation", "committee"])


class Setting:
    """What the scope of a fact is read from: its words, its clause, and the clauses of its sentence."""

    __slots__ = ("anchor", "clause", "packs", "sentence", "text", "words")

    def __init__(
        self, words: list[Mention], anchor: Mention, clause: Clause, sentence: list[Clause], packs: Packs, text: str
    ) -> None:
        self.words = words
        self.anchor = anchor  # the word that carries the answer: what is counted, or what happened
        self.clause = clause
        self.sentence = sentence
        self.packs = packs
        self.text = text


def _names(clauses: list[Clause], types: frozenset[str]) -> list[Mention]:
    return [
        m
        for c in clauses
        for m in c.mentions
        if m.kind == "name" and isinstance(m.value, Name) and m.value.type in types
    ]


def places(setting: Setting) -> list[Name]:
    """Every place of the clause, or of the whole sentence when the clause has none."""
    own = [m for m in _names([setting.clause], PLACES) if not m.latent]
    found = own or [m for m in _names(setting.sentence, PLACES) if not m.latent]
    return [m.value for m in sorted(found, key=lambda m: distance(m, setting.anchor)) if isinstance(m.value, Name)]


def place(setting: Setting) -> str | None:
    """The nearest place; of places that lie in each other, the narrowest."""
    found = places(setting)
    if not found:
        return None
    nearest = found[0]
    inner = [p for p in found if nearest.id in p.within]
    return inner[0].id if inner else nearest.id


def country(setting: Setting) -> str | None:
    """The country of the nearest place."""
    for found in places(setting):
        for id in (found.id, *found.within):
            if id in setting.packs.names and setting.packs.names[id].type == "country":
                return id
    return None


def site(setting: Setting) -> str | None:
    """The nearest place that is no country: a town, a base, a province. A country is too wide to tell events apart."""
    found = [p for p in places(setting) if p.type not in WIDE]
    return found[0].id if found else None


def group(setting: Setting) -> str | None:
    """Whose what is counted is: a body or a country beside the noun, or the adjective of one."""
    near = []
    for mention in setting.clause.mentions:
        value = mention.value
        if mention.kind != "name" or not isinstance(value, Name) or distance(mention, setting.anchor) > GROUP_REACH:
            continue
        if value.type in BODIES:
            near.append((distance(mention, setting.anchor), 0, _owner(value, setting.packs)))
        elif value.type == "country" and mention.latent:
            near.append((distance(mention, setting.anchor), 1, value.id))
    return min(near)[2] if near else None


def _owner(value: Name, packs: Packs) -> str:
    info = packs.names[value.id]
    return info.of if info.type == "force" and info.of is not None else value.id


def subject(setting: Setting) -> str | None:
    """What the question is about, when it is a name."""
    return ids_of(setting.anchor) if isinstance(setting.anchor.value, Name) else None


def announcer(setting: Setting) -> str | None:
    """Who announces: the speaker of the reporting clause."""
    return setting.clause.speaker


def day(setting: Setting) -> str | None:
    """The day of the event, when its clause or its sentence gives one."""
    for clause in [setting.clause, *setting.sentence]:
        found = date_of(setting.anchor, clause, WHEN, setting.packs.predicates, setting.text, setting.words)
        if found is not None and isinstance(found.value, Days):
            start, end = found.value.start, found.value.end
            if start == end and start is not None:
                return start.isoformat()
            return f"{'' if start is None else start.isoformat()}/{'' if end is None else end.isoformat()}"
    return None


def parties(setting: Setting) -> str | None:
    """The countries that are named, a capital standing for its country; at least two make parties."""
    found = set()
    for mention in _names([setting.clause], PLACES | {"organisation"}):
        value = mention.value
        if isinstance(value, Name):
            countries = [
                p
                for p in (value.id, *value.within)
                if p in setting.packs.names and setting.packs.names[p].type == "country"
            ]
            found |= {countries[0]} if countries else set()
    return "+".join(sorted(found)) if len(found) > 1 else None


def target(setting: Setting) -> str | None:
    """What is hit: the nearest base or town behind the word that tells of it."""
    behind = [m for m in _names([setting.clause], frozenset(["base", "city"])) if m.start >= setting.anchor.start]
    near = sorted(behind, key=lambda m: distance(m, setting.anchor))
    return ids_of(near[0]) if near and in_clause(near[0], setting.clause) else None


READERS: dict[str, Callable[[Setting], str | None]] = {
    reader.__name__: reader for reader in (announcer, country, day, group, parties, place, site, subject, target)
}  # the keys that a question may name, each with the function that reads it


def read(key: str, setting: Setting) -> str | None:
    """What the words state for a key of the scope; `None` where they leave it open."""
    return READERS[key](setting)
