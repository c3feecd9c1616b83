"""Phrases: sequences of categories, written in the language packs, matched over a line of items.

A pattern is categories in a row: `?` behind one makes it optional, capitals name a macro, `a|b` takes either, and
a first part in round brackets is context, which must stand there and does not belong to the phrase. A category with
`+` in front is a word that carries a preposition (Arabic "in the month"), where a phrase would else begin anew.
"""

from dataclasses import dataclass
from itertools import pairwise, product
from typing import Any, NamedTuple

from checker.line import Item, Line

END = "."  # the key of a node at which a phrase may end
LENGTHS = frozenset(["duration", "stretch", "shifted-date"])
RANGED = frozenset(["to", "bound", "or", "dash"])  # between the ends of a range
LATEST = 2200  # no year from here on
YEAR_DIGITS = 4  # of a year behind its word with an article
MOST = 20000  # sequences of one phrase; more is a slip in the pack
Trie = dict[str, Any]  # plain data, so that it can be kept compiled


@dataclass(slots=True)
class Phrase:
    """A stretch that matched a pattern: its kind, where it lies, and its items in order, without the context."""

    kind: str
    outer: int
    start: int
    end: int
    items: list[Item]
    context: Item | None = None
    calendar: str | None = None  # the calendar of its language, where that is not ours


def expand(pattern: str, macros: dict[str, list[str]], depth: int = 0) -> list[tuple[str, ...]]:
    """Every sequence of categories that a pattern stands for. Raises ValueError for one that can't be understood."""
    if depth > 6:
        raise ValueError("a macro names itself")
    slots: list[list[tuple[str, ...]]] = []
    for written in pattern.split():
        optional = written.endswith("?")
        token = written.removesuffix("?")
        alternatives: list[tuple[str, ...]] = []
        for name in token.strip("()").split("|"):
            if name.isupper():
                if name not in macros:
                    raise ValueError(f"unknown macro {name!r}")
                for inner in macros[name]:
                    alternatives += expand(inner, macros, depth + 1)
            else:
                alternatives.append((f"({name}" if token.startswith("(") else name,))
        slots.append([*alternatives, ()] if optional else alternatives)
    sequences = [tuple(c for part in choice for c in part) for choice in product(*slots)]
    if len(sequences) > MOST:
        raise ValueError(f"the pattern stands for {len(sequences)} sequences (at most {MOST})")
    return sequences


def compile_phrases(phrases: dict[str, list[str]], macros: dict[str, list[str]]) -> Trie:
    """All patterns of a language in one trie of categories.

    The first pattern that names a sequence keeps it, and at one length the pattern that stands first wins.
    """
    root: Trie = {}
    order = 0
    for kind, patterns in phrases.items():
        for pattern in patterns:
            order += 1
            for sequence in expand(pattern, macros):
                node = root
                for category in sequence:
                    child = node.setdefault(category, {})
                    assert isinstance(child, dict)
                    node = child
                if sequence:
                    node.setdefault(END, [kind, order])
    return root


Nodes = list[dict[str, Any]]  # the nodes of a trie as plain data: a child is the number of an earlier node


def shared(trie: Trie) -> Nodes:
    """The trie as plain data in which equal parts stand once; the root is the last node."""
    nodes: Nodes = []
    numbers: dict[tuple[tuple[str, Any], ...], int] = {}

    def number_of(node: Trie) -> int:
        made = {key: number_of(child) if isinstance(child, dict) else child for key, child in node.items()}
        key = tuple((k, tuple(v) if isinstance(v, list) else v) for k, v in sorted(made.items()))
        if key not in numbers:
            numbers[key] = len(nodes)
            nodes.append(made)
        return numbers[key]

    number_of(trie)
    return nodes


def unshared(nodes: Nodes) -> Trie:
    """The trie of such nodes; what stands there once is one part of it wherever it is used."""
    made: list[Trie] = []
    for node in nodes:
        made.append({key: made[child] if isinstance(child, int) else child for key, child in node.items()})
    return made[-1]


class Beginning(NamedTuple):
    """Where in a trie a category leads with which phrases begin, and what may follow it."""

    node: Trie
    context: int  # how many items in front are context: 1 or 0
    follows: frozenset[str]  # the categories that may stand behind it
    alone: str | None  # the kind of phrase that it makes by itself


Beginnings = dict[str, list[Beginning]]


def beginnings(trie: Trie) -> Beginnings:
    """The categories with which the phrases of a trie begin, without context first."""
    found: Beginnings = {}
    for key, node in sorted(trie.items(), key=lambda entry: entry[0].startswith("(")):
        follows = frozenset(category.removeprefix("+") for category in node if category != END)
        beginning = Beginning(node, int(key.startswith("(")), follows, node[END][0] if END in node else None)
        found.setdefault(key.removeprefix("("), []).append(beginning)
    return found


def match(
    begin: Beginnings, line: Line, language: str, inner: frozenset[str], calendar: str | None = None
) -> list[Phrase]:
    """The longest phrase of the language at every place where one begins, in the order of the text.

    `inner` are the prefixes (articles, conjunctions) that a word inside a phrase may carry; any other begins anew;
    `calendar` is the one of the language, where that is not ours.
    """
    places: set[int] = set()
    lone: dict[int, Phrase] = {}  # what one item makes with which nothing goes on, where no other phrase may begin
    after = line.after
    for category in begin.keys() & line.items.keys():
        for _, _, follows, alone in begin[category]:
            for item in line.items[category]:
                for behind in after(item.end):
                    if behind.category in follows:
                        places.add(item.outer)
                        break
                else:
                    if alone is not None and (item.language is None or item.language == language):
                        if item.outer in lone:
                            places.add(item.outer)
                        lone[item.outer] = Phrase(alone, item.outer, item.start, item.end, [item])
    found = [
        _longest(begin, line, language, place, inner) if place in places else lone[place]
        for place in sorted(places | lone.keys())
    ]
    phrases = [phrase for phrase in found if phrase is not None]
    for phrase in phrases if calendar is not None else ():
        phrase.calendar = calendar
    return phrases


def _longest(begin: Beginnings, line: Line, language: str, start: int, inner: frozenset[str]) -> Phrase | None:
    best: tuple[list[Item], int] | None = None
    kind, reached, rank = "", -1, 0
    stack: list[tuple[Trie, list[Item], int]] = [
        (node, [item], context)
        for item in line.at[start]
        if item.language is None or item.language == language
        for node, context, _, _ in begin.get(item.category, ())
    ]
    after = line.after
    while stack:
        node, items, context = stack.pop()
        end = items[-1].end
        final = node.get(END)
        if final is not None and (best is None or end > reached or (end == reached and final[1] < rank)):
            best, kind, reached, rank = (items, context), final[0], end, final[1]
        for item in after(end):
            prefix = item.prefix
            child = node.get(f"+{item.category}" if prefix and prefix not in inner else item.category)
            if child is not None and (item.language is None or item.language == language):
                stack.append((child, [*items, item], context))
    if best is None:
        return None
    items, context = best
    own = items[context:]
    return Phrase(kind, own[0].outer, own[0].start, reached, own, items[0] if context else None)


def parted(phrases: list[Phrase]) -> list[Phrase]:
    """The phrases without what runs from one thing into the next.

    A weekday ends where a clock time begins (Friday, the third in the afternoon), no range begins at the year of a
    date (from 300 in the year 2020 to 500), and no share or small number ends one (the index of the year 0.45 %). A
    sign for percent belongs to the number in front of it, and so do the words of one.
    """
    clocks = {p.outer: p.end for p in phrases if p.kind == "clock" and len(p.items) > 1}
    dates = [p for p in phrases if p.kind in ("date", "nth-date") and len(p.items) > 1]
    years = {p.end for p in dates if _ends_with_year(p)}
    cut: dict[int, Phrase] = {}
    for phrase in dates if clocks else ():
        last, end = phrase.items[-1], phrase.items[-2].end
        weekday = phrase.items[-2].category.endswith("weekday") and last.category in ("ordinal", "ordinal-day")
        if weekday and clocks.get(last.outer, 0) > phrase.end:
            cut[id(phrase)] = Phrase("date", phrase.outer, phrase.start, end, phrase.items[:-1], phrase.context)
    named = {p.outer for p in dates if p.items[0].category == "year-unit" and _is_year(p.items[1])}
    for phrase in phrases:
        at = _counted(phrase, named) if phrase.kind in LENGTHS else 0
        if at:
            cut[id(phrase)] = Phrase("count", phrase.outer, phrase.start, phrase.items[at - 1].end, phrase.items[:at])
    signs = [i for p in phrases if p.kind == "share" for i in p.items[1:] if i.category == "percent"]
    if not cut and not years and not signs:
        return phrases
    inside = {at for sign in signs for at in range(sign.outer, sign.end)}
    units = {p.outer for p in phrases if p.kind in ("share", "money", "measure") and p.items[0].end in years}
    return [cut.get(id(p), p) for p in phrases if p.outer not in inside and not _runs_on(p, years, units)]


def _ends_with_year(phrase: Phrase) -> bool:
    """Whether a date ends with its year, or with a number behind the word for one."""
    last = phrase.items[-1].category
    return last == "year" or (last == "number" and phrase.items[-2].category == "year-unit")


def _is_year(item: Item) -> bool:
    """Whether four digits without a prefix may name a year."""
    value = item.value[0] if isinstance(item.value, tuple) else item.value
    lone = item.category in ("year", "number") and item.end - item.outer == YEAR_DIGITS
    return lone and float(str(value)) < LATEST


def _counted(phrase: Phrase, named: set[int]) -> int:
    """How many items of a length are a count after all: two billion *the last year*, 1.2 billion *in the year 2021*.

    A number without an article counts no unit that has one, nor a year that has its own number; 0 for a length.
    """
    for at, (first, last) in enumerate(pairwise(phrase.items), 1):
        bare = first.category == "number" and first.start == first.outer + len(first.prefix)
        definite = last.category == "unit" and last.start < last.outer + len(last.prefix)
        if bare and (definite or last.outer in named):
            return at
    return 0


def _runs_on(phrase: Phrase, years: set[int], units: set[int]) -> bool:
    """Whether a range begins at the year of a date, a date ends with a sum or a share, or a share with the next."""
    if phrase.kind == "share":
        return phrase.items[0].category == "percent" and phrase.items[-1].prefix != ""
    if phrase.kind != "date":
        if len(phrase.items) < 3 or phrase.items[0].end not in years or phrase.items[1].category not in RANGED:
            return False
        return len(phrase.items) > 3 or not _is_year(phrase.items[2])
    if phrase.end not in years or len(phrase.items) < 2 or phrase.items[-2].category != "year-unit":
        return False
    year, number = phrase.items[-2:]
    small = number.category == "number" and number.end - number.start < YEAR_DIGITS
    return number.outer in units or (small and year.prefix != "" and len(phrase.items) == 2)


def choose(phrases: list[Phrase], size: int) -> list[Phrase]:
    """The phrases that stay when none may overlap another: the longest first, the earlier of two equals.

    Of two over the same words the one with a context wins: more words speak for it.

    `size` is the length of the folded text in which they lie.
    """
    taken: list[Phrase] = []
    covered = bytearray(size)
    for phrase in sorted(phrases, key=lambda p: (p.start - p.end, p.start, p.context is None)):
        if not any(covered[phrase.outer : phrase.end]):
            taken.append(phrase)
            covered[phrase.outer : phrase.end] = b"\1" * (phrase.end - phrase.outer)
    return sorted(taken, key=lambda p: p.start)
