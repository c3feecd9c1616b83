"""Numbers in digits, numeric dates and clock times in a folded text, with the clitics in front of them."""

from collections.abc import Container

from checker.lexicon import Alphabet, article_of
from checker.line import Item
from checker.text import DIGIT, DIGITS, FIGURES, Folded, number_of, word_after, word_before

DECADES_FROM = "1500"  # what hangs on an earlier year is the letter of an era
ENDLESS = 60  # code points of digits and marks without a blank; what is longer is no number at all
DECIMALS = 2  # digits behind a decimal mark that is a sign for other things too, at most
GROUP = 3  # digits of a thousand behind a full stop
WRITTEN_MOST = 20  # code points of a number in digits; what is longer is a code


def digits(
    folded: Folded,
    alphabets: dict[str, Alphabet],
    decimal_letters: frozenset[str],
    decimal_marks: frozenset[str] = frozenset(),
    *,
    comma: bool = False,
) -> list[Item]:
    """Every number in digits: numbers, numeric dates and clock times, with the clitic in front of them.

    A number that hangs on letters (F-16, K1, Covid-19) is the category `model`; one with a decimal letter (as
    some Arabic wires print) has its whole part behind the letter. `decimal_marks` are further signs for a decimal
    point, in front of a word. `comma`: the text writes decimals with a comma only.
    """
    text = folded.text
    clitics = [a for a in alphabets.values() if a.prefixes]
    suffixes = frozenset().union(*(a.suffixes for a in alphabets.values()))
    found: list[Item] = []
    done = 0
    while (first := DIGIT.search(text, done)) is not None:
        run = FIGURES.match(text, first.start())
        if run is not None and run.end() - run.start() > ENDLESS:
            found.append(Item(run.start(), run.start(), run.end(), "model", run.group(), None, "", 0))
            done = run.end()
            continue
        match = DIGITS.match(text, first.start())
        assert match is not None
        start, end = match.span()
        done = end
        outer = word_before(text, start) if start > 0 and text[start - 1] not in " \n" else start
        prefix = text[outer:start]
        written = match.group()
        if match["date"] is not None and _is_formation(written):
            found.append(Item(outer, start, end, "model", written, None, prefix, 0))
            continue
        if match["number"] is None:
            found.append(
                Item(outer, start, end, "numeric-date" if match["date"] else "clock", written, None, prefix, 0)
            )
            continue
        known = not prefix or any(prefix in a.prefixes for a in clitics)
        begin = start - max((article_of(prefix, a) for a in clitics), default=0) if known else start
        if not known or _hangs(text, start) or len(written) > WRITTEN_MOST:
            found.append(Item(outer, begin, end, "model", written, None, prefix, 0))
            continue
        value: tuple[float, str] = (number_of(written, comma=comma), written)
        mark = text[end : end + 1]
        if mark in decimal_letters or (mark in decimal_marks and written.isdigit()):
            value, end = _with_mark(text, start, end, value, backwards=mark in decimal_letters)
            done = end
        elif _is_decade(written) and text[end : word_after(text, end)] in suffixes:
            found.append(Item(outer, begin, word_after(text, end), "decade", int(written), None, prefix, 0))
            continue
        found.append(Item(outer, begin, end, "number", value, None, prefix, 0))
    return found


def with_groups(items: list[Item], text: str, units: Container[int]) -> list[Item]:
    """The numbers, a full stop with three digits behind it read as the mark of thousands where it can be no decimal.

    It is one where the text writes its decimals with a comma (22,6), and in front of a noun that is no unit (1.500
    workers). `units` are the places where a scale, a measure, a currency or the like begins.
    """
    stopped = [i for i in items if i.category == "number" and _is_stopped(i)]
    if not stopped:
        return items
    tails = [(mark, len(tail)) for i in items if i.category == "number" for mark, tail in _decimal(i)]
    sure = any(mark == "," and size < GROUP for mark, size in tails) and all(
        mark == "," or size == GROUP for mark, size in tails
    )
    grouped = {id(i): _grouped(i) for i in stopped if sure or _counts(i, text, units)}
    return [grouped.get(id(i), i) for i in items]


def _written(item: Item) -> str:
    return str(item.value[1]) if isinstance(item.value, tuple) else ""


def _is_stopped(item: Item) -> bool:
    """Whether a number is written with one full stop and three digits behind it."""
    whole, mark, tail = _written(item).partition(".")
    return (
        bool(mark)
        and len(tail) == GROUP
        and tail.isdigit()
        and whole.isdigit()
        and 0 < len(whole) <= GROUP
        and whole != "0"
    )


def _decimal(item: Item) -> list[tuple[str, str]]:
    """The only mark of a number with the digits behind it."""
    written = _written(item)
    marks = [c for c in written if c in ",."]
    return [(marks[0], written.partition(marks[0])[2])] if len(marks) == 1 else []


def _counts(item: Item, text: str, units: Container[int]) -> bool:
    """Whether a noun stands behind a number, and none that a decimal may count."""
    at = item.end + 1
    return text[item.end : at] == " " and text[at : at + 1].isalpha() and at not in units


def _grouped(item: Item) -> Item:
    written = _written(item)
    return item._replace(value=(float(written.replace(".", "")), written))


def _with_mark(
    text: str, start: int, end: int, value: tuple[float, str], *, backwards: bool
) -> tuple[tuple[float, str], int]:
    """A number and its end, with the digits behind a decimal letter or mark, if any are there.

    Behind a letter stands the whole part; a mark has at most DECIMALS digits, with a word behind them.
    """
    stop = word_after(text, end + 1)
    rest = text[end + 1 : stop]
    if not rest.isdigit() or stop - start > WRITTEN_MOST:
        return value, end
    if backwards:
        return (float(f"{rest}.{value[1]}"), text[start:stop]), stop
    if len(rest) > DECIMALS or not text[stop : stop + 2].strip().isalpha():
        return value, end
    return (float(f"{value[1]}.{rest}"), text[start:stop]), stop


def _is_formation(written: str) -> bool:
    """Three single digits with hyphens, which are no date: how a team lines up, 4-4-2."""
    return len(written) == 5 and written[1] == "-"


def _is_decade(written: str) -> bool:
    return len(written) == 4 and written[3] == "0" and written >= DECADES_FROM


def _hangs(text: str, start: int) -> bool:
    """A hyphen with a letter in front of the digits, as in F-16, but not as in 5m-7m."""
    if start < 2 or text[start - 1] != "-" or not text[start - 2].isalpha():
        return False
    return not text[word_before(text, start - 1)].isdigit()
