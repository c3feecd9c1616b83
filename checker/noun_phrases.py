"""Noun phrases that stand for a speaker whom no pack names: the words round a speaker noun, or a personal name."""

from collections.abc import Iterator

from checker.line import Item
from checker.subjects import OWNED, Reading
from checker.text import word_after

NOUN = "speaker"
UNNAMED = 7  # words of a speaker whom no pack names
NAMED = 4  # words of a personal name that no pack has
REACH = 48  # code points between a speaker noun and the verb behind it
STOPS = frozenset(
    ["in", "to", "from", "with", "between", "that", "relative", "and", "say", "bound", "planned", "denied", "near",
     "according", "behalf", "of", "aside", "pluperfect", "conditional", "while", "pronoun", "passive", "relayed"]
)  # fmt: skip  # no word of a noun phrase in front of its noun
CALENDAR = frozenset(["weekday", "month", "day-offset", "year"])
LINKS = frozenset(["in", "of", "behalf", "from", "the", "article", "and"])  # join a speaker noun to what follows it
ENDS = (
    "aside",
    "relayed",
    "relative",
    "say",
    "address",
    "planned",
    "denied",
    "passive",
    "pluperfect",
)  # end a noun phrase
UNLIKE = (
    "in", "concept", "name", "number", "of", "to", "from", "with", "bound", "denied", "planned", "relative", "this",
    "near",
)  # fmt: skip  # no part of a personal name
SURE = frozenset(["speaker", "speaker-kind", "people", "name", "ordinal", "number"])
OPENS = frozenset(["the", "article", "number"])  # with which a noun phrase begins


def run_of(reading: Reading, nouns: list[Item]) -> list[Item]:
    """The speaker nouns that stand side by side at the beginning: police chief."""
    run = nouns[:1]
    for noun in nouns[1:]:
        if reading.page.folded.text[run[-1].end : noun.start].strip():
            break
        run.append(noun)
    return run


def capitals(reading: Reading, low: int, high: int) -> str | None:
    """A personal name that no pack has: capitalised words in front of the verb; one alone is a name told before."""
    page = reading.page
    words = page.original(low, high).split()
    named: list[str] = []
    for word in reversed(words):
        if not _capital(word):
            break
        named.insert(0, word)
    if 2 <= len(named) <= NAMED and not _owned_words(reading, low, high, named):
        return " ".join(named)
    if len(named) == 1 and reading.last is not None and reading.last.endswith(named[0]):
        return reading.last
    return None


def _owned_words(reading: Reading, low: int, high: int, named: list[str]) -> bool:
    """Whether a preposition, a weekday or a month stands among the last words of a stretch."""
    page = reading.page
    start = page.folded.text.rfind(named[0].lower(), low, high)
    found = any(i.category in STOPS or i.category in CALENDAR for i in page.starting(start))
    found = found or bool(reading.within("concept", start, high))
    return found or any(page.before(start, role) is not None for role in OWNED)


def head_of(reading: Reading, run: list[Item]) -> Item:
    """Which of the speaker nouns side by side the others belong to: the police *chief*."""
    return run[-1] if run[0].language in reading.page.leading else run[0]


def run_before(reading: Reading, nouns: list[Item], high: int) -> list[Item]:
    """The speaker nouns of the noun phrase that ends at a verb, led by the first that the others hang on.

    "A spokesman for the ministry" is one phrase; a noun that something is told of in front of it is none.
    """
    page = reading.page
    at = len(nouns) - 1
    if at < 0 or high - nouns[at].end > REACH or _tells(reading, nouns[at].end, high):
        return []
    while at > 0 and _linked(reading, nouns[at - 1].end, nouns[at].outer):
        at -= 1
    run = run_of(reading, nouns[at:])
    return [] if page.before(run[0].outer, "relative") is not None else run


def _tells(reading: Reading, low: int, high: int) -> bool:
    page = reading.page
    return bool(reading.predicates.between(page.folded.start(low), page.folded.start(high)))


def _linked(reading: Reading, low: int, high: int) -> bool:
    """Whether only small words and words that surely belong to a speaker stand between two speaker nouns."""
    page = reading.page
    return all(
        any(i.category in LINKS or i.category in SURE for i in page.starting(start))
        for start, _ in _words(reading, low, high)
    )


def words_round(reading: Reading, low: int, high: int, run: list[Item]) -> str:
    """The noun phrase round speaker nouns, up to the verb; a personal name at its end stands for it."""
    called = name_behind(reading, head_of(reading, run), word_after(reading.page.folded.text, run[-1].end), high)
    if called is not None:
        return called
    start = left(reading, low, run[0].outer)
    stop = right(reading, run[-1].end, high)
    return clean(reading, start, stop, run)


def name_behind(reading: Reading, noun: Item, start: int, high: int) -> str | None:
    """The personal name behind a title: police chief Ahmed Hassan; `None` where nothing shows it."""
    page = reading.page
    words = page.original(start, right(reading, start, high)).strip(" .").split()
    if cased(words):
        return " ".join(words) if 2 <= len(words) <= NAMED and all(_capital(word) for word in words) else None
    known = noun.value == "head" or noun.start < noun.outer + len(noun.prefix)
    return personal(reading, start, high) if known else None


def _capital(word: str) -> bool:
    """Whether a word is written as names are: Hadi, al-Hadi."""
    return word[:1].isupper() or ("-" in word and any(letter.isupper() for letter in word))


def cased(words: list[str]) -> bool:
    """Whether words are written in letters that have capitals."""
    return any(letter.isupper() or letter.islower() for word in words for letter in word)


def left(reading: Reading, low: int, at: int) -> int:
    """Where the words in front of a speaker noun begin that belong to it: known ones, or all behind an article."""
    page = reading.page
    text = page.folded.text
    sure = at
    seen = True
    for _ in range(UNNAMED):
        stop = at
        while stop > low and text[stop - 1] == " ":
            stop -= 1
        start = max(low, text.rfind(" ", low, stop) + 1)
        if start >= stop or text[stop - 1] in ',:;"(':
            return sure
        roles = {i.category for i in page.starting(start)}
        if roles & STOPS or roles & CALENDAR:
            return sure
        if roles & OPENS:
            return start
        seen = seen and bool(roles & SURE)
        sure = start if seen else sure
        at = start
    return sure


def right(reading: Reading, start: int, high: int) -> int:
    """Where the words behind a speaker noun end: a few words, up to a mark, a date or a word that is aside."""
    page = reading.page
    text = page.folded.text
    for role in ENDS:
        found = reading.within(role, start, high)
        high = min([high, *(i.outer for i in found[:1])])
    dated = [p.outer for p in page.phrases_in(start, high)[:1]]
    high = min([high, *dated])
    marks = [at for mark in ',;:"(' if (at := text.find(mark, start, high)) >= 0]
    return min([high, *marks])


def clean(reading: Reading, start: int, stop: int, run: list[Item]) -> str:
    """The words between two places, a few of them, without small words at their end and with a small first letter.

    "The official" behind "a security official", and a title behind the one who was introduced by it, are that speaker.
    """
    page = reading.page
    words = page.original(start, stop).strip(" .").split()[:UNNAMED]
    folded = page.folded.text[start:stop].strip(" .").split()[:UNNAMED]
    while len(words) > 1 and len(words) == len(folded):
        at = page.folded.text.rfind(folded[-1], start, stop)
        if not any(i.category in LINKS for i in page.starting(at)):
            break
        words.pop()
        folded.pop()
    known = again(reading, start, run, folded)
    if known is not None:
        return known
    roles = {i.category for i in page.starting(start)}
    if words and (len(words[0]) == 1 or words[0][1:].islower()) and roles & (OPENS | {NOUN, "speaker-kind"}):
        words[0] = words[0].lower()
    return " ".join(words)


def again(reading: Reading, start: int, run: list[Item], folded: list[str]) -> str | None:
    """Who was introduced by the same words before: by a whole title, or by the noun that now stands with "the"."""
    page = reading.page
    body = bool(run) and head_of(reading, run).value == "body"
    if len(folded) > 1 and not body:
        whole = f" {' '.join(folded)} "
        for who in reversed(reading.introduced):
            if reading.is_person(who) and whole in f" {reading.introduced[who]} ".replace(",", " "):
                return who
    noun = head_of(reading, run) if run else None
    the = any(i.category == "the" for i in page.starting(start))
    if noun is None or reading.last is None or not (the or noun.start < noun.outer + len(noun.prefix)):
        return None
    bare = page.folded.text[noun.outer + len(noun.prefix) : noun.end]
    if noun.value == "official" and reading.is_person(reading.last) and not page.folded.text[noun.end].isalpha():
        return reading.last
    if len(folded) > (1 if noun.value in ("head", "body") else 2) + the:
        return None
    known = [who for who in reversed(reading.introduced) if bare in reading.introduced[who].split()]
    return next((who for who in known if not (body and reading.is_person(who))), None)


def personal(reading: Reading, at: int, stop: int) -> str | None:
    """A personal name that no pack has, between a verb and its complement or a title: a few words and nothing else."""
    page = reading.page
    while at < stop and page.folded.text[at] == " ":
        at += 1
    nouns = [i.outer for i in reading.within(NOUN, at + 1, stop)[:1]]
    end = right(reading, at, min([stop, *nouns]))
    words = page.original(at, end).split()
    capital = all(_capital(word) for word in words)
    aside = end < stop and any(i.category == "aside" for i in page.starting(end))
    reaches = aside or end in nouns or (end == stop and stop < len(page.folded.text) and _complement(reading, stop))
    if not 2 <= len(words) <= NAMED or not (capital if cased(words) else reaches):
        return None
    known = any(i.category in STOPS for i in page.starting(at))
    return None if known or any(reading.within(role, at, end) for role in UNLIKE) else " ".join(words)


def _complement(reading: Reading, at: int) -> bool:
    """Whether a complement begins at a place: a complementiser, a colon or a quotation."""
    return reading.page.folded.text[at] in ':"' or any(i.category == "that" for i in reading.page.starting(at))


def extent(reading: Reading, run: list[Item], stop: int) -> int:
    """Where a noun phrase ends: the speaker nouns, and behind them what surely belongs to them."""
    end = word_after(reading.page.folded.text, run[-1].end)
    linked = False
    for start, after in _words(reading, end, right(reading, end, stop)):
        roles = {i.category for i in reading.page.starting(start) if not i.prefix}
        if _belongs(reading, start, run[-1]) or (linked and not roles & STOPS and "concept" not in roles):
            end, linked = after, False
        elif roles & LINKS:
            linked = "behalf" in roles
        else:
            break
    return end


def _words(reading: Reading, low: int, high: int) -> Iterator[tuple[int, int]]:
    text = reading.page.folded.text
    if low > 0 and text[low - 1].isalnum():
        low = word_after(text, low)
    for _ in range(UNNAMED):
        while low < high and text[low] == " ":
            low += 1
        if low >= high:
            return
        stop = text.find(" ", low, high)
        stop = high if stop < 0 else stop
        yield low, stop
        low = stop


def _belongs(reading: Reading, start: int, noun: Item) -> bool:
    """Whether a word behind a speaker noun belongs to it: a known one, or one with the article of the language."""
    page = reading.page
    found = page.starting(start)
    articles = reading.packs.alphabets[noun.language].articles if noun.language is not None else ()
    if any(i.category in SURE and i.category != "number" and i.prefix in ("", *articles[:1]) for i in found):
        return True
    if any(i.category in STOPS or i.prefix not in ("", *articles[:1]) for i in found):
        return False
    return page.original(start, start + len(articles[0])) == articles[0] if articles else True
