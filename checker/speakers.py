"""Who speaks: the name or the words that a verb of saying, a citation or the colon of a headline belongs to.

A speaker is a name of the packs, else the words of a noun phrase round a speaker noun ("a security source"), else
nobody: an unsure speaker is left to the outlet.
"""

from checker.line import Item
from checker.model import Mention
from checker.noun_phrases import (
    NOUN,
    STOPS,
    capitals,
    clean,
    extent,
    head_of,
    left,
    name_behind,
    personal,
    run_before,
    run_of,
    words_round,
)
from checker.subjects import NEAR, TOUCHING, Reading, body_at, id_of, named, owned, state, type_of
from checker.text import word_after

COLON_REACH = 16  # code points between a name and the colon of a headline: Name in a statement: ...
HEADLINE_WORDS = 4  # of a speaker without a name in front of the colon of a headline
APART = (
    "to",
    "with",
    "aside",
    "say",
    "bound",
    "that",
    "relative",
    "planned",
    "denied",
)  # no subject behind


def speaker(reading: Reading, say: Item, low: int, high: int) -> str | None:
    """Who a verb of saying belongs to, within its clause; who spoke last, where a pronoun or nothing stands for it."""
    page = reading.page
    if page.before(say.outer, "passive") is not None:
        return _agent(reading, say, high)
    had = page.before(say.outer, "pluperfect")
    if page.before(say.outer if had is None else had.outer, "pronoun") is not None:
        return reading.last
    if reading.within("quoted", say.start, say.start + 1):
        return _quoted(reading, say, low)
    follows = say.language is not None and reading.packs.languages[say.language].subject == "after"
    pluperfect = bool(reading.within("pluperfect", low, say.outer))
    if not follows or (pluperfect and named(reading, low, say.outer)):
        return _in_front(reading, say, low, high)
    return _behind(reading, say, low, high)


def _quoted(reading: Reading, say: Item, low: int) -> str | None:
    """Whom words such as "his saying" quote: who stands in front of them, behind the last word that hands on."""
    source = reading.within("relayed", low, say.outer) or reading.within("according", low, say.outer)
    if source:
        return _phrase_behind(reading, source[-1].end, say.outer)
    return _subject(reading, low, say.outer) or reading.last


def _agent(reading: Reading, say: Item, high: int) -> str | None:
    """Who stands behind "by" after a passive: was announced by the ministry."""
    for item in reading.within("bound", say.end, min(high, say.end + NEAR)):
        if item.value == "by":
            return _phrase_behind(reading, item.end, high)
    return None


def _in_front(reading: Reading, say: Item, low: int, high: int) -> str | None:
    """The subject in the stretch between the verb and the comma in front of it, or over that comma in an apposition."""
    page = reading.page
    text = page.folded.text
    if not text[low : say.outer].strip(' ",-'):
        return _inverted(reading, say, high) or reading.last
    inverted = text[low : say.outer].rstrip()[-1:] in ('"', ",") and _inverted(reading, say, high)
    if inverted:
        return inverted
    end = say.outer
    while end > low:
        start = max(text.rfind(mark, low, end) + 1 for mark in ',;:"(')
        start = max(start, low)
        if text[start:end].strip():
            source = reading.within("according", start, end)
            if source and page.before(source[0].outer, "passive") is not None:
                end, source = source[0].outer, []
            if source:
                return _phrase_behind(reading, source[-1].end, end)
            found = _subject(reading, start, end)
            if found is not None:
                return _apposed(reading, low, start - 1, found) if end < say.outer else found
            if end == say.outer and not any(reading.within(role, start, end) for role in ("relative", "pluperfect")):
                return None
        end = start - 1
    return None


def _apposed(reading: Reading, low: int, end: int, found: str) -> str:
    """The person in front of the words that tell what he is: Omar Hadi, a spokesman, said; else those words."""
    if end <= low or found in reading.packs.names:
        return found
    start = max(reading.page.folded.text.rfind(mark, low, end) + 1 for mark in ',;:"(')
    return capitals(reading, max(start, low), end) or found


def _inverted(reading: Reading, say: Item, high: int) -> str | None:
    """The subject behind a verb that follows a quotation: "...", said Name."""
    if reading.within("address", say.start, say.start + 1):
        return None
    return _phrase_behind(reading, say.end, high)


def _subject(reading: Reading, low: int, high: int) -> str | None:
    """The speaker in one stretch that ends at a verb: people, then bodies, then words round a speaker noun."""
    page = reading.page
    near = named(reading, low, high)
    people = [n for n in near if type_of(n) in ("person", "office") and not owned(reading, n)]
    if people:
        return id_of(max(people, key=lambda n: type_of(n) == "person"))
    nouns = reading.within(NOUN, low, high)
    free = [n for n in near if not owned(reading, n)]
    run = run_before(reading, nouns, high)
    if run and free and page.at(free[-1].start) > run[-1].end and high - page.at(free[-1].end) <= TOUCHING:
        return id_of(free[-1])
    if run and run[0].value == "statement":
        return _phrase_behind(reading, _over_links(reading, run[0].end, high), high) or reading.last
    if run:
        head = head_of(reading, run).value
        within = near if head == "head" else [n for n in free if head == "body"]
        return id_of(within[0]) if within else words_round(reading, low, high, run)
    if free:
        return id_of(free[-1])
    land = state(reading, low, high)
    return land if land is not None else capitals(reading, low, high)


def _behind(reading: Reading, say: Item, low: int, high: int) -> str | None:
    """The subject behind the verb, or a name right in front of it, as headlines have it."""
    page = reading.page
    relative = page.before(say.outer, "relative")
    beside = named(reading, low, say.outer)[-1:]
    gap = page.folded.text[page.at(beside[0].end) : say.outer] if beside else ""
    if beside and (
        not gap.strip()
        or relative is not None
        and len(gap) <= len(page.folded.text[relative.outer : say.outer]) + TOUCHING
    ):
        return id_of(beside[0])
    stop = min(high, say.end + NEAR)
    land = state(reading, low, say.outer)
    if land is not None and len(page.folded.text[low : say.outer].split()) == 1:
        return land
    found = _phrase_behind(reading, say.end, high)
    if found is not None and reading.is_media(found):
        relayed = reading.within("relayed", say.end, stop)
        return (_phrase_behind(reading, relayed[0].end, high) if relayed else None) or found
    if found is not None:
        return found
    if not _unnamed(reading, say, stop):
        return None
    ahead = [n for n in named(reading, low, say.outer) if say.outer - page.at(n.end) <= NEAR and not owned(reading, n)]
    if ahead and not reading.within("continue", say.start, say.start + 1):
        return id_of(max(ahead, key=lambda n: type_of(n) == "person"))
    return reading.last_of(say)


def _unnamed(reading: Reading, say: Item, stop: int) -> bool:
    """Whether a verb leaves its subject to who spoke last: its complement or what it tells of follows at once."""
    page = reading.page
    at = _skip(reading, say.end, stop)
    if at >= stop or page.folded.text[at] in ':".' or reading.within("continue", say.start, say.start + 1):
        return True
    if any(i.category in STOPS or i.category == "resumptive" or i.prefix for i in page.starting(at)):
        return True
    return bool(reading.predicates.between(page.folded.start(at), page.folded.start(at) + 1))


def _skip(reading: Reading, at: int, high: int) -> int:
    """Where the words behind a verb begin, over blanks, marks, dates and words that are aside."""
    page = reading.page
    text = page.folded.text
    moved = True
    while moved and at < high:
        moved = False
        while at < high and text[at] in " ,":
            at += 1
        ends = [i.end for i in page.starting(at) if i.category == "aside"]
        ends += [p.end for p in page.phrases_in(at, at + 4)[:1] if p.outer == at and p.kind in ("date", "clock")]
        if ends:
            at, moved = max(ends), True
    return at


def _phrase_behind(reading: Reading, low: int, high: int) -> str | None:
    """The speaker who stands directly behind a verb, "by" or "according to": a name or the words of a noun phrase."""
    page = reading.page
    stop = _sentence_part(reading, low, min(high, low + NEAR))
    at = _skip(reading, low, stop)
    nouns = reading.within(NOUN, at, stop)
    near = named(reading, at, stop)
    people = [n for n in near if type_of(n) == "person" and (page.at(n.start) == at or not owned(reading, n))]
    people = [n for n in people if _one_phrase(reading, at, n)]
    head = nouns[0] if nouns and (nouns[0].outer == at or _led(reading, at, nouns[0])) else None
    if head is not None and head.value == "statement":
        return _phrase_behind(reading, _over_links(reading, head.end, stop), high)
    if people:
        return id_of(people[0])
    if head is not None:
        run = run_of(reading, nouns)
        end = extent(reading, run, stop)
        noun = head_of(reading, run)
        reach = {"head": end, "body": run[-1].end + TOUCHING}.get(str(noun.value), head.end)
        within = [n for n in near if page.at(n.start) < reach]
        first = run[0].start if run[0].outer == at else at
        if within:
            return id_of(within[0])
        from_noun = word_after(page.folded.text, run[-1].end) if noun.language in page.leading else end
        return name_behind(reading, noun, from_noun, stop) or clean(reading, first, end, run)
    return body_at(reading, at, stop) or personal(reading, at, stop)


def _one_phrase(reading: Reading, at: int, name: Mention) -> bool:
    """Whether a name may still belong to the noun phrase that begins at a place."""
    page = reading.page
    return not any(reading.within(role, at, page.at(name.start)) for role in APART)


def _led(reading: Reading, at: int, noun: Item) -> bool:
    """Whether nothing but the first words of a noun phrase stands between a place and a speaker noun."""
    return noun.language in reading.page.leading and left(reading, at, noun.outer) == at


def _over_links(reading: Reading, at: int, high: int) -> int:
    """Where the words behind "a statement by the" begin."""
    page = reading.page
    moved = True
    while moved and at < high:
        at = _skip(reading, at, high)
        ends = [i.end for i in page.starting(at) if i.category in ("of", "behalf", "from", "bound")]
        moved = bool(ends)
        at = max(ends, default=at)
    return at


def _sentence_part(reading: Reading, low: int, high: int) -> int:
    """Where the part behind a verb ends: at its complement, a colon or a quotation."""
    page = reading.page
    ends = [i.outer for i in reading.within("that", low + 1, high)[:1]]
    ends += [at for mark in ':";' if (at := page.folded.text.find(mark, low, high)) >= 0]
    return min([high, *ends])


def headlined(reading: Reading, start: int, end: int, zone: str) -> str | None:
    """Name, colon, words: the way of headlines; in a title also words, dash, name, and a speaker without a name."""
    page = reading.page
    text = page.folded.text
    colon = text.find(":", start, min(end, start + NEAR))
    if colon > 0:
        near = [n for n in named(reading, start, colon) if type_of(n) != "media"]
        if near and colon - page.at(near[-1].end) <= COLON_REACH:
            return id_of(near[-1])
        words = text[start:colon].split()
        if zone == "title" and 0 < len(words) <= HEADLINE_WORDS and reading.within(NOUN, start, colon):
            return clean(reading, start, colon, [])
    dash = text.rfind(" - ", start, end) if zone == "title" else -1
    if dash > 0:
        near = [n for n in named(reading, dash, end) if type_of(n) != "media"]
        if near and not text[dash + 3 : page.at(near[0].start)].strip() and page.at(near[0].end) == end:
            return id_of(near[0])
    return None


def cited(reading: Reading, start: int, end: int) -> str | None:
    """Whom a sentence names as its source: according to, citing."""
    for item in reading.within("according", start, end):
        found = _phrase_behind(reading, item.end, end)
        if found is not None:
            return found
    return None
