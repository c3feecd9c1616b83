"""The scope of a fact: where, of whom, by whom, between whom, on which day. One function a key."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from operator import itemgetter
from typing import Any

from checker.binding import BREAKS, DATE_REACH, LONGEST, date_of, distance, in_clause, modality
from checker.held import Row, clause_at, ids_of, named, of_kind
from checker.kinds.name import PLACES
from checker.model import Clause, Days, Mention, Name
from checker.packs import Packs
from checker.page import Page

CLOSE = 18  # between a place and the one that it lies in
BESIDE = 10  # between two names that are parties
REACHES = (60, 500)  # code points in which the nearest places are looked for before the others are
GROUP_REACH = 30  # code points between what is counted and whose it is
WIDE = frozenset(["country", "continent", "region", "sea"])
WHEN = frozenset(["on", "during", "since", "before", "after", "until"])
PARTIES = frozenset(["country", "city", "organisation"])
BODIES = frozenset(["force", "organisation", "committee"])
AGREEMENTS = frozenset(["agreement"])
TARGETS = frozenset(["base", "city"])
OWNERS = BODIES | {"country"}


@dataclass(slots=True)
class Setting:
    """What the scope of a fact is read from: its words, its clause, and the clauses of its sentence."""

    words: list[Mention]
    anchor: Mention  # the word that carries the answer: what is counted, or what happened
    clause: Clause
    sentence: list[Clause]
    packs: Packs
    page: Page
    home: str | None  # the country that the document is about


def _located(setting: Setting) -> Row:
    """Every place of the clause, or of the whole sentence when the clause has none; looked up once for each clause.

    A capital or a country that stands for its government (with Washington, between A and B) is no place.
    """
    key = ("places", setting.sentence[0].start, setting.sentence[-1].end)
    known = setting.clause.held.get(key)
    if known is None:
        own = [m for m in named(setting.clause, PLACES).mentions if not m.latent]
        found = own or [m for c in setting.sentence for m in named(c, PLACES).mentions if not m.latent]
        partners = {id(m) for m in partners_of(found, setting.page)}
        known = setting.clause.held[key] = Row([m for m in found if id(m) not in partners])
    assert isinstance(known, Row)
    return known


def _nearest(row: Row, anchor: Mention) -> Iterator[Mention]:
    """The mentions of a row by their distance from an anchor; the far ones are looked at when somebody asks on."""
    done = -1
    for reach in (*REACHES, max(anchor.end, row.starts[-1] + row.longest if row.starts else 0)):
        far = [(distance(m, anchor), m) for m in row.near(anchor.start - reach, anchor.end + reach)]
        yield from (m for d, m in sorted(far, key=itemgetter(0)) if done < d <= reach)
        done = max(done, reach)


def places(setting: Setting) -> Iterator[Name]:
    """The names of the places of a clause, the nearest first."""
    return (m.value for m in _nearest(_located(setting), setting.anchor) if isinstance(m.value, Name))


def partners_of(names: list[Mention], page: Page) -> list[Mention]:
    """The names that stand beside each other as parties (A and B), or behind "with" and "between"."""
    ordered = sorted(names, key=lambda m: m.start)
    found = [m for m in ordered if page.before(page.at(m.start), "with") or page.before(page.at(m.start), "between")]
    for a, b in pairwise(ordered):
        between = page.text[a.end : b.start]
        if len(between) <= BESIDE and not BREAKS & set(between) and not _inside(a, b) and _joined(page, a, b):
            found += [a, b]
    return found


def _joined(page: Page, a: Mention, b: Mention) -> bool:
    """Whether "and" or "with" stands between two names, as a word or as a prefix of the second."""
    low, high = page.at(a.end), page.at(b.start)
    word = any(page.between(role, low, high) for role in ("and", "with"))
    return word or bool(page.text[a.end : b.start].strip())


def _inside(a: Mention, b: Mention) -> bool:
    """Whether one of two names lies in the other: Baghdad, Iraq are no parties."""
    if not isinstance(a.value, Name) or not isinstance(b.value, Name):
        return False
    return a.value.id in b.value.within or b.value.id in a.value.within


def home(clauses: list[Clause], packs: Packs) -> str | None:
    """The country that most of the names of a document lie in or belong to; `None` where it names none."""
    counted: Counter[str] = Counter()
    for clause in clauses:
        for mention in clause.mentions:
            if mention.kind == "name" and isinstance(mention.value, Name):
                country_of = _country(mention.value, packs)
                if country_of is not None:
                    counted[country_of] += 1
    if not counted:
        return None
    return min(counted, key=lambda id: (-counted[id], id))


def _country(name: Name, packs: Packs) -> str | None:
    return next((i for i in (name.id, *name.within) if i in packs.names and packs.names[i].type == "country"), None)


def place(setting: Setting) -> str | None:
    """The nearest place; of places close to each other that lie in each other, the narrowest."""
    found = _nearest(_located(setting), setting.anchor)
    first = next(found, None)
    if first is None:
        return None
    nearest, reach = ids_of(first), distance(first, setting.anchor) + first.end - first.start + CLOSE
    close = takewhile(lambda m: distance(m, setting.anchor) <= reach, found)
    inner = next((m for m in close if _lies(m, str(nearest)) and distance(m, first) <= CLOSE), None)
    return nearest if inner is None else ids_of(inner)


def _lies(mention: Mention, whole: str) -> bool:
    return isinstance(mention.value, Name) and whole in mention.value.within


def country(setting: Setting) -> str | None:
    """The country of the nearest place."""
    return next((c for p in places(setting) if (c := _country(p, setting.packs)) is not None), None)


def site(setting: Setting) -> str | None:
    """The nearest place that is no country: a town, a base, a province. A country is too wide to tell events apart.

    A place that only says where another lies (north of Baghdad, near Kirkuk) is no site.
    """
    page = setting.page
    key = ("sites", setting.sentence[0].start, setting.sentence[-1].end)
    known = setting.clause.held.get(key)
    if known is None:
        narrow = [m for m in _located(setting).mentions if isinstance(m.value, Name) and m.value.type not in WIDE]
        known = setting.clause.held[key] = Row([m for m in narrow if page.before(page.at(m.start), "near") is None])
    assert isinstance(known, Row)
    nearest = next(_nearest(known, setting.anchor), None)
    return None if nearest is None else ids_of(nearest)


def group(setting: Setting) -> str | None:
    """Whose what is counted is: a body or a country beside the noun, or the adjective of one.

    It does not reach over a comma or another count: "2,500 US soldiers and 1,000 coalition troops".
    """
    near = []
    anchor = setting.anchor
    for mention in named(setting.clause, OWNERS).near(anchor.start - GROUP_REACH, anchor.end + GROUP_REACH):
        value = mention.value
        far = distance(mention, anchor)
        if not isinstance(value, Name) or far > GROUP_REACH or _parted(mention, setting):
            continue
        if value.type in BODIES:
            near.append((far, 0, _owner(value, setting.packs)))
        elif value.type == "country" and mention.latent:
            near.append((far, 1, value.id))
    return min(near)[2] if near else None


def _parted(name: Mention, setting: Setting) -> bool:
    """Whether a comma or a count stands between a name and the anchor."""
    anchor = setting.anchor
    low, high = (name.end, anchor.start) if name.end <= anchor.start else (anchor.end, name.start)
    counts = any(low <= m.start and m.end <= high for m in of_kind(setting.clause, "count").near(low, high))
    return counts or bool(BREAKS & set(setting.page.text[low:high]))


def _owner(value: Name, packs: Packs) -> str:
    info = packs.names.get(value.id)
    return info.of if info is not None and info.type == "force" and info.of is not None else value.id


def subject(setting: Setting) -> str | None:
    """What the question is about, when it is a name."""
    return ids_of(setting.anchor) if isinstance(setting.anchor.value, Name) else None


def announcer(setting: Setting) -> str | None:
    """Who announces: the speaker of the reporting clause."""
    return setting.clause.speaker


def day(setting: Setting) -> str | None:
    """The day of the event, when its clause or its sentence gives one."""
    anchor, sentence = setting.anchor, setting.sentence
    first = clause_at(sentence, max(anchor.start - DATE_REACH - LONGEST, sentence[0].start)) or 0
    last = clause_at(sentence, min(anchor.end + DATE_REACH, sentence[-1].end - 1))
    for clause in [setting.clause, *sentence[first : None if last is None else last + 1]]:
        found = date_of(anchor, clause, WHEN, setting.packs.counting, setting.page.text, setting.words, clause.as_of)
        if found is not None and isinstance(found.value, Days):
            start, end = found.value.start, found.value.end
            if start == end and start is not None:
                return start.isoformat()
            return f"{'' if start is None else start.isoformat()}/{'' if end is None else end.isoformat()}"
    return None


def parties(setting: Setting) -> str | None:
    """Two sides that are named beside each other, a capital standing for its country: iraq+us."""
    known = setting.clause.held.get("parties")
    if known is None:
        names = [m for m in named(setting.clause, PARTIES).mentions if not m.latent]
        found = {
            _country(m.value, setting.packs) or m.value.id
            for m in partners_of(names, setting.page)
            if isinstance(m.value, Name)
        }
        known = setting.clause.held["parties"] = "+".join(sorted(found)) if len(found) > 1 else ""
    return str(known) or None


def agreement(setting: Setting) -> str | None:
    """The agreement that is named in the clause."""
    row = named(setting.clause, AGREEMENTS)
    anchor = setting.anchor
    before, behind = row.before(anchor.start), row.behind(anchor.start)
    reach = min((distance(m, anchor) for m in (before, behind) if m is not None), default=None)
    if reach is None:
        return ids_of(row.mentions[0]) if row.mentions else None
    beside = row.near(anchor.start - reach, anchor.end + reach)
    return ids_of(min(beside, key=lambda m: distance(m, anchor)))


def deed(setting: Setting) -> str | None:
    """Whether what is announced is told as done or as still to come: the modality of the second word."""
    if len(setting.words) < 2:
        return None
    word = setting.words[1]
    at = clause_at(setting.sentence, word.start)
    return modality([word], setting.clause if at is None else setting.sentence[at])


def target(setting: Setting) -> str | None:
    """What is hit: the nearest base or town behind the word that tells of it."""
    found = named(setting.clause, TARGETS).behind(setting.anchor.start)
    return ids_of(found) if found is not None and in_clause(found, setting.clause) else None


READERS: dict[str, Callable[[Setting], str | None]] = {
    reader.__name__: reader
    for reader in (agreement, announcer, country, day, deed, group, parties, place, site, subject, target)
}  # the keys that a question may name, each with the function that reads it


def read(key: str, setting: Setting) -> str | None:
    """What the words state for a key of the scope; `None` where they leave it open."""
    return READERS[key](setting)


def scope(question: dict[str, Any], setting: Setting) -> tuple[dict[str, str], frozenset[str]] | None:
    """The keys that the words state, with what the question assumes; `None` when the fact is about something else."""
    stated: dict[str, str] = {}
    for key in [*question["separates"], *question["softens"]]:
        found = read(key, setting)
        if found is not None:
            stated[key] = found
    if any(key not in stated for key in question["needs"]):
        return None
    assumed: set[str] = set()
    for key, wanted in question["where"].items():
        if not _there(key, wanted, stated, question, setting, assumed):
            return None
    for key, value in question["assume"].items():
        known = setting.home if value is None else value
        if key not in stated and known is not None:
            stated[key] = known
            assumed.add(key)
    return stated, frozenset(assumed)


def _there(
    key: str, wanted: str, stated: dict[str, str], question: dict[str, Any], setting: Setting, assumed: set[str]
) -> bool:
    """Whether a fact is about what the question asks: said by its words, or assumed where they leave it open."""
    if key != "place":
        return bool(stated.get(key, question["assume"].get(key)) == wanted)
    values = [m.value for m in _located(setting).mentions]
    if not any(isinstance(v, Name) and (wanted == v.id or wanted in v.within) for v in values):
        if values or question["assume"].get(key) != wanted or setting.home != wanted:
            return False
        assumed.add(key)
    stated[key] = wanted
    return True
