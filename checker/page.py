"""A page: one text after the one pass over it, with everything that was recognised and nothing resolved yet."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from checker.digits import digits, with_groups
from checker.languages import languages_of
from checker.lexicon import ASIDE, CLOSED, Alphabet, Lexicon
from checker.line import START, Item, Line
from checker.model import Zone
from checker.numerals import JOINTS, compose
from checker.ordinals import ordinals
from checker.packs import Packs
from checker.phrases import Phrase, choose, match, parted
from checker.scan import scan
from checker.text import Folded, fold, sentences, trim, word_before

UNREAD = frozenset(["furniture", "mirrored"])  # zones of the site, and what the page prints twice
FIRST_YEAR, LAST_YEAR = 1000, 2199
HALVES = frozenset(["am", "pm"])  # values of a day-part that turn a number in front of them into a clock time
# Parts that any period has; others are a year's own.
POINTS = frozenset(["start", "early", "middle", "late", "end", "so-far", "rest"])
WORDS_BACK = 4  # words that a form may have which is looked for by its end
UNITS = ("measure", "currency", "percent", "percent-point", "cent")
NEARBY = 8  # items of one category that begin in front of a place and are looked at
DECADES = {f"{decade}s": decade for decade in range(1800, 2100, 10)}  # a decade with a name of its own


@dataclass(slots=True)
class Page:
    """The folded text, its items by category, and the phrases that they make, in the order of the text."""

    text: str
    folded: Folded
    languages: tuple[str, ...]
    items: dict[str, list[Item]]
    phrases: list[Phrase]
    future: frozenset[str]  # the prefixes that make a verb future, in the languages of the page
    leading: frozenset[str]  # languages whose numerals stand in front of their noun
    articles: tuple[str, ...]  # that hang on their noun, in the languages of the page
    day_first: bool  # every language of the page writes numeric dates with the day first
    line: Line
    bounds: tuple[int, int]  # where the folded text begins and ends, white space aside
    _starts: dict[str, list[int]] = field(default_factory=dict)
    _begun: list[int] | None = None  # where the phrases begin
    _sentences: tuple[Sequence[Zone], list[tuple[int, int]]] | None = None

    def ending(self, at: int) -> list[Item]:
        """The items that end at a place of the folded text, of words that begin not far in front of it."""
        text, place, found = self.folded.text, at, list[Item]()
        for _ in range(WORDS_BACK):
            place = word_before(text, place)
            found += [item for item in self.line.at.get(place, ()) if item.end == at]
            if text[place - 1 : place] != " ":
                break
            place -= 1
        return found

    def before(self, at: int, category: str) -> Item | None:
        """The longest item of a category that ends directly in front of a place, blanks aside."""
        listed = self.items.get(category)
        if listed is None:
            return None
        text = self.folded.text
        while at > 0 and text[at - 1] == " ":
            at -= 1
        stop = bisect_left(self._places(category, listed), at)
        best = None
        for item in listed[max(0, stop - NEARBY) : stop]:
            if item.end == at and (best is None or item.start < best.start):
                best = item
        return best

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
        if self._begun is None:
            self._begun = [phrase.start for phrase in self.phrases]
        low = bisect_left(self._begun, start)
        return self.phrases[low : bisect_left(self._begun, end, low)]

    def at(self, original: int) -> int:
        """The folded place of a place in the original."""
        return self.folded.at(original)

    def sentences(self, zones: Sequence[Zone], packs: Packs) -> list[tuple[int, int]]:
        """Where the sentences of the zones that are read lie, in folded offsets; worked out once."""
        if self._sentences is None or self._sentences[0] is not zones:
            abbreviations = frozenset().union(*(packs.languages[id].abbreviations for id in self.languages))
            read = [zone for zone in zones if zone.kind not in UNREAD]
            cut = [sentences(self.folded.text, self.at(z.start), self.at(z.end), abbreviations) for z in read]
            self._sentences = (zones, [span for spans in cut for span in spans])
        return self._sentences[1]

    def between(self, category: str, start: int, end: int) -> list[Item]:
        """The items of a category that begin between two places of the folded text."""
        listed = self.items.get(category)
        if listed is None:
            return []
        places = self._places(category, listed)
        low = bisect_left(places, start)
        return listed[low : bisect_left(places, end, low)]

    def _places(self, category: str, listed: list[Item]) -> list[int]:
        """Where the items of a category begin, for bisection."""
        places = self._starts.get(category)
        if places is None:
            places = self._starts[category] = [item.start for item in listed]
        return places


def read_page(text: str, packs: Packs, language: str | None = None) -> Page:
    """Everything that the packs know in a text, found in one pass; `language` is the one that it is said to be in."""
    folded = fold(text)
    languages = languages_of(text, folded, packs, language)
    line = _line(text, folded, languages, packs)
    phrases: list[Phrase] = []
    for id in languages:
        pack = packs.languages[id]
        phrases += match(pack.phrases, line, id, _inner(packs.alphabets[id]), pack.calendar)
    phrases.sort(key=lambda p: p.kind != "date" or p.calendar is None)  # a calendar of its own tells more
    return Page(
        text,
        folded,
        languages,
        line.items,
        choose(parted(phrases), len(folded.text)),
        frozenset().union(*(packs.alphabets[id].future for id in languages)),
        frozenset(id for id in languages if packs.languages[id].leading),
        tuple(a for id in languages for a in packs.alphabets[id].articles),
        all(packs.languages[id].day_first for id in languages),
        line,
        trim(folded.text, 0, len(folded.text)),
    )


def _line(text: str, folded: Folded, languages: tuple[str, ...], packs: Packs) -> Line:
    """Every item of a text in its place: what was found, composed numerals, and what they may also be."""
    borrowed = frozenset().union(*(packs.languages[id].borrows for id in languages))
    lexicon = packs.lexicon.of(frozenset(languages), borrowed)
    line, numeric, hidden = scan(lexicon, folded, text)
    letters = frozenset().union(*(packs.languages[id].decimal_letters for id in languages))
    marks = frozenset().union(*(packs.languages[id].decimal_marks for id in languages))
    comma = all(packs.languages[id].decimal_comma for id in languages)
    written = digits(folded, {id: packs.alphabets[id] for id in languages}, letters, marks, comma=comma)
    if all(packs.languages[id].dot_groups for id in languages):
        written = with_groups(written, folded.text, {i.outer for i in numeric} | _units(line))
    line.add([i._replace(category="harm") for i in line.items.get("concept", ()) if i.value in packs.counting])
    if numeric or written:
        conjunctive = frozenset(id for id in languages if packs.languages[id].conjunctive)
        parts = hidden.freed(_with_named_years(written, lexicon))
        numeric += [i for i in parts if i.category in ASIDE]
        numeric.sort(key=START)
        small = _small(line, numeric)
        tens_first = frozenset(id for id in languages if packs.languages[id].tens_first)
        freed = _freed(numeric, line.items.get("month", []))
        composed = compose(folded.text, freed + small, conjunctive, tens_first)
        joints = {id(i) for i in small}
        line.add(_derive([i for i in ordinals(folded.text, composed) if id(i) not in joints]))
        line.add(i for i in parts if i.category not in ASIDE)
    return line


def _units(line: Line) -> set[int]:
    """Where words begin that a number with decimals may stand in front of."""
    return {i.outer for category in UNITS for i in line.items.get(category, ())}


def _small(line: Line, numeric: list[Item]) -> list[Item]:
    """The small words that may stand between the parts of numerals; beside a dual scale all of them tell."""
    if any(i.category == "scale-dual" for i in numeric):
        return [i for listed in line.items.values() for i in listed if i.flags & CLOSED or i.category in JOINTS]
    return [i for category in JOINTS for i in line.items.get(category, ())]


def _inner(alphabet: Alphabet) -> frozenset[str]:
    joined = [c + a for c in alphabet.conjunctions for a in alphabet.articles]
    return frozenset([*alphabet.articles, *alphabet.conjunctions, *joined])


def _freed(items: list[Item], months: list[Item]) -> list[Item]:
    """The items, with the year that hangs on a part of it or a month (mid-2021, 9-Dec-21) as the number that it is."""
    long = {i.end for i in items if i.category == "part"}
    short = {i.end for i in items if i.category == "ordinal-glued"} | {i.end for i in months}
    return [
        i._replace(category="number", value=(float(str(i.value)), i.value))
        if i.category == "model"
        and str(i.value).isdigit()
        and (
            (i.start - 1 in long and len(str(i.value)) == 4)
            or (i.start - 1 in short and len(str(i.value)) in (1, 2, 4))
        )
        else i
        for i in items
    ]


def _with_named_years(items: list[Item], lexicon: Lexicon) -> list[Item]:
    """The items, with the word for a year of its own that is glued to its digits (FY2021) as the two that it is."""
    found: list[Item] = []
    for item in items:
        written = str(item.value) if item.category == "model" and item.prefix else ""
        kind = lexicon.named_year(item.prefix) if len(written) == 4 and written.isdigit() else None
        if kind is None:
            found.append(item)
            continue
        found.append(Item(item.outer, item.outer, item.start, kind.category, kind.value, kind.language, "", 0))
        found.append(Item(item.start, item.start, item.end, "number", (float(written), written), None, "", 0))
    return found


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
    if written is not None and len(written) == 4 and written.isdigit() and value < 2400 and value % 100 < 60:
        found.append(item._replace(category="clock-digits", value=f"{written[:2]}:{written[2:]}"))
    if written is not None and len(written) == 4 and written.isdigit() and FIRST_YEAR <= value <= LAST_YEAR:
        found.append(item._replace(category="year", value=int(value)))
    return found
