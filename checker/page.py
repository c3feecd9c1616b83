"""A page: one text after the one pass over it, with everything that was recognised and nothing resolved yet."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from checker.model import Zone
from checker.numerals import compose, ordinals
from checker.packs import Packs
from checker.phrases import Line, Phrase, choose, match
from checker.scan import SHORT, Alphabet, Item, digits, words
from checker.text import Folded, fold, scripts, sentences, trim

UNREAD = frozenset(["furniture"])  # zones of the site, not of the article
NAMES = frozenset(["name", "people"])
OPEN = frozenset(["concept"])  # what is read inside a fixed phrase all the same
MONTHS = frozenset(["month", "hijri-month"])
FIRST_YEAR, LAST_YEAR = 1000, 2199
HALVES = frozenset(["am", "pm"])  # values of a day-part that turn a number in front of them into a clock time
POINTS = frozenset(
    ["start", "early", "middle", "late", "end", "so-far", "rest"]
)  # parts that any period has; others are a year's own
DECADES = {f"{decade}s": decade for decade in range(1800, 2100, 10)}  # a decade with a name of its own


class Spans:
    """Stretches of a text, merged where they overlap, that can be asked what lies in them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def hold(self, start: int, end: int) -> bool:
        """Whether one of the stretches holds all of this one."""
        at = bisect_right(self.starts, start) - 1
        return at >= 0 and end <= self.ends[at]

    def touch(self, start: int, end: int) -> bool:
        """Whether one of the stretches overlaps this one."""
        at = bisect_right(self.ends, start)
        return at < len(self.starts) and self.starts[at] < end


@dataclass(slots=True)
class Page:
    """The folded text, its items by category, and the phrases that they make, in the order of the text."""

    text: str
    folded: Folded
    languages: tuple[str, ...]
    items: dict[str, list[Item]]
    phrases: list[Phrase]
    future: frozenset[str]  # the prefixes that make a verb future, in the languages of the page
    leading: frozenset[str]  # languages whose adjectives stand in front of their noun
    day_first: bool  # every language of the page writes numeric dates with the day first
    line: Line
    bounds: tuple[int, int]  # where the folded text begins and ends, white space aside
    ends: dict[int, list[Item]] = field(default_factory=dict)

    def before(self, at: int, category: str) -> Item | None:
        """The longest item of a category that ends directly in front of a place, blanks aside."""
        text = self.folded.text
        while at > 0 and text[at - 1] == " ":
            at -= 1
        found = [i for i in self.ends.get(at, ()) if i.category == category]
        return min(found, key=lambda i: i.start) if found else None

    def starting(self, at: int) -> list[Item]:
        """The items whose word begins at a place of the folded text."""
        return self.line.at.get(at, [])

    def alone(self, start: int, end: int) -> bool:
        """Whether the text holds nothing else than what stands between two places."""
        return (start, end) == self.bounds

    def original(self, start: int, end: int) -> str:
        """The text as received between two places of the folded text."""
        return self.text[self.folded.start(start) : self.folded.end(end)]

    def phrases_in(self, start: int, end: int) -> list[Phrase]:
        """The phrases that begin between two places of the folded text."""
        low = bisect_left(self.phrases, start, key=lambda p: p.start)
        high = bisect_left(self.phrases, end, key=lambda p: p.start)
        return self.phrases[low:high]

    def at(self, original: int) -> int:
        """The folded place of a place in the original."""
        origin = self.folded.origin
        return original if origin is None else bisect_left(origin, original)

    def sentences(self, zones: Sequence[Zone], packs: Packs) -> list[tuple[int, int]]:
        """Where the sentences of the zones that are read lie, in folded offsets."""
        abbreviations = frozenset().union(*(packs.languages[id].abbreviations for id in self.languages))
        spans: list[tuple[int, int]] = []
        for zone in zones:
            if zone.kind not in UNREAD:
                spans += sentences(self.folded.text, self.at(zone.start), self.at(zone.end), abbreviations)
        return spans

    def between(self, category: str, start: int, end: int) -> list[Item]:
        """The items of a category that begin between two places of the folded text."""
        listed = self.items.get(category, [])
        low = bisect_left(listed, start, key=lambda i: i.start)
        high = bisect_left(listed, end, key=lambda i: i.start)
        return listed[low:high]


def read_page(text: str, packs: Packs) -> Page:
    """Everything that the packs know in a text, found in one pass."""
    folded = fold(text)
    known = frozenset(packs.lexicons)
    present = scripts(folded.text) & known or known  # a page without letters may still have digits and signs
    found: list[Item] = []
    for script in sorted(present):
        found += words(packs.lexicons[script], folded, text)
    languages = tuple(sorted(id for id, pack in packs.languages.items() if pack.script in present))
    letters = frozenset().union(*(packs.languages[id].decimal_letters for id in languages))
    found = _freed(found + digits(folded, {id: packs.alphabets[id] for id in languages}, letters))
    conjunctive = frozenset(id for id in languages if packs.languages[id].conjunctive)
    items = _derive(ordinals(folded.text, compose(folded.text, _visible(folded.text, found), conjunctive)))
    line = Line(folded.text, items)
    phrases = [p for id in languages for p in match(packs.languages[id].trie, line, id, _inner(packs.alphabets[id]))]
    leading = frozenset(id for id in languages if not packs.languages[id].conjunctive)
    future = frozenset().union(*(packs.alphabets[id].future for id in languages))
    page = Page(
        text,
        folded,
        languages,
        {},
        choose(phrases, len(folded.text)),
        future,
        leading,
        all(packs.languages[id].day_first for id in languages),
        line,
        trim(folded.text, 0, len(folded.text)),
    )
    for item in sorted(items, key=lambda i: (i.start, -i.end)):
        page.items.setdefault(item.category, []).append(item)
        page.ends.setdefault(item.end, []).append(item)
    return page


def _inner(alphabet: Alphabet) -> frozenset[str]:
    joined = [c + a for c in alphabet.conjunctions for a in alphabet.articles]
    return frozenset([*alphabet.articles, *alphabet.conjunctions, *joined])


def _freed(items: list[Item]) -> list[Item]:
    """The items, with the year that hangs on a part of it or a month (mid-2021, 9-Dec-21) as the number that it is."""
    parts = {i.end for i in items if i.category in ("part", "month", "ordinal-glued")}
    return [
        i._replace(category="number", value=(float(str(i.value)), i.value))
        if i.category == "model" and i.start - 1 in parts and len(str(i.value)) in (1, 2, 4) and str(i.value).isdigit()
        else i
        for i in items
    ]


def _visible(text: str, items: list[Item]) -> list[Item]:
    """The items without those that a longer one hides: the "over" of "handed over", the ordinal in a month's name."""
    fixed = Spans([(i.start, i.end) for i in items if i.category == "fixed"])
    names = Spans([(i.start, i.end) for i in items if _long_name(text, i)])
    months = Spans([(i.start, i.end) for i in items if i.category in MONTHS and " " in text[i.start : i.end]])
    return [
        i
        for i in items
        if i.category in OPEN
        or not fixed.hold(i.start, i.end)
        and not (i.category in ("number", "ordinal") and months.hold(i.start, i.end))
        and not (i.category not in NAMES and names.hold(i.start, i.end))
    ]


def _long_name(text: str, item: Item) -> bool:
    """A full name of several words: what stands in it is no word of its own (the verb of "United States")."""
    return item.category == "name" and not item.flags & SHORT and " " in text[item.start : item.end]


def _derive(items: list[Item]) -> list[Item]:
    """The items, and what they may also be: a number a day or a year, a unit its own category, 25th an ordinal."""
    glued = {i.start: i for i in items if i.category == "ordinal-glued"}
    derived: list[Item] = []
    for item in items:
        if item.category == "number":
            derived += _of_number(item, glued.get(item.end))
            continue
        derived.append(item)
        if item.category in ("unit", "units"):
            derived.append(item._replace(category=f"{item.value}-{item.category}"))
            if item.start < item.outer + len(item.prefix):
                derived.append(item._replace(category=f"the-{item.value}-{item.category}"))
        elif item.category == "ordinal" and isinstance(item.value, int) and item.value <= 31:
            derived.append(item._replace(category="ordinal-day"))
        elif item.category == "day-part" and item.value in HALVES:
            derived.append(item._replace(category="half-day"))
        elif item.category == "part" and str(item.value) in DECADES:
            derived.append(item._replace(category="decade", value=DECADES[str(item.value)]))
        elif item.category == "part" and str(item.value) not in POINTS:
            derived.append(item._replace(category="named-part"))
    return derived


def _of_number(item: Item, suffix: Item | None) -> list[Item]:
    """What a number may be; with an ordinal's suffix directly behind it (25th) it is no number."""
    assert isinstance(item.value, tuple)
    value, written = item.value
    if suffix is not None:
        ordinal = item._replace(category="ordinal", value=int(value), end=suffix.end, language=suffix.language)
        return [ordinal, ordinal._replace(category="ordinal-day")] if 1 <= value <= 31 else [ordinal]
    found = [item]
    if value == int(value) and 1 <= value <= 31 and (written is None or len(written) <= 2):
        found.append(item._replace(category="day", value=int(value)))
    if written is not None and len(written) == 4 and written.isdigit() and FIRST_YEAR <= value <= LAST_YEAR:
        found.append(item._replace(category="year", value=int(value)))
    return found
