"""Parts that are told side by side: "four soldiers and eleven civilians" killed are fifteen people."""

from dataclasses import replace

from checker import binding, counted, held
from checker.model import Amount, Clause, Mention
from checker.packs import Packs
from checker.page import Page

FOLLOW = ("in", "near")  # roles of words behind the parts that belong to no verb of their own
REACH = 40  # code points beside the parts in which a word that tells something else may claim one of them


def whole(count: Mention, anchor: Mention, clause: Clause, nouns: frozenset[str], page: Page, packs: Packs) -> Mention:
    """The count of a predicate with those joined to it by "and", as one mention; the count itself where it is alone.

    Only parts whose nouns the question knows are summed, and none that another predicate beside them may claim.
    """
    listed = [m for m in held.of_kind(clause, "count").mentions if isinstance(m.value, Amount) and not m.latent]
    at = next((n for n, m in enumerate(listed) if m is count), None)
    if at is None or binding.is_none(count):
        return count
    behind = anchor.end <= count.start or anchor.start <= count.start < anchor.end
    first = last = at
    if behind:
        while last + 1 < len(listed) and _joined(listed[last], listed[last + 1], clause, nouns, page, packs):
            last += 1
    else:
        while first > 0 and _joined(listed[first - 1], listed[first], clause, nouns, page, packs):
            first -= 1
    parts = listed[first : last + 1]
    if len(parts) == 1 or _claimed(parts, anchor, clause, page, packs):
        return count
    free = _ends(parts[-1], clause, nouns, page) if behind else _begins(parts[0], clause, page)
    if not free:  # "killed two women and eleven men were rescued": the last part may have a verb of its own
        return count
    return _sum(parts, count)


def _joined(a: Mention, b: Mention, clause: Clause, nouns: frozenset[str], page: Page, packs: Packs) -> bool:
    """Whether two counts stand side by side, each with a noun of its own: "four soldiers and eleven civilians"."""
    ours = [_noun(one, clause, nouns, page) for one in (a, b)]
    if ours[0] is None or ours[1] is None or _words(ours[0], page) == _words(ours[1], page):
        return False
    low, high = page.at(max(a.end, ours[0].end)), page.at(b.start)
    gap = page.folded.text[low:high].strip()
    prefixed = any(gap in alphabet.conjunctions for alphabet in packs.alphabets.values())
    return prefixed or (" " not in gap and bool(page.between("and", low, high)))


def _noun(count: Mention, clause: Clause, nouns: frozenset[str], page: Page) -> Mention | None:
    noun = binding.noun_of(count, clause, page.text, ())
    return noun if noun is not None and held.ids_of(noun) in nouns else None


def _words(noun: Mention, page: Page) -> str:
    return page.folded.text[page.at(noun.start) : page.at(noun.end)]


def _claimed(parts: list[Mention], anchor: Mention, clause: Clause, page: Page, packs: Packs) -> bool:
    """Whether another predicate stands beside the parts, or one of them is listed as a part of something else."""
    low, high = parts[0].start - REACH, parts[-1].end + REACH
    others = held.telling(clause, packs.counting | packs.predicates).near(low, high)
    told = any(m is not anchor and low <= m.start <= high and not _before(m, anchor, parts) for m in others)
    return told or any(counted.is_part(page, one, clause) for one in parts)


def _ends(last: Mention, clause: Clause, nouns: frozenset[str], page: Page) -> bool:
    """Whether the noun of the last part ends what is told, or a place or a day follows."""
    noun = _noun(last, clause, nouns, page)
    end = last.end if noun is None else max(last.end, noun.end)
    behind = page.text[end : clause.end].lstrip(" ")
    at = end + len(page.text[end : clause.end]) - len(behind)
    if not behind or not behind[0].isalnum():
        return True
    return any(item.category in FOLLOW for item in page.starting(page.at(at))) or _setting(clause, at, "start")


def _begins(first: Mention, clause: Clause, page: Page) -> bool:
    """Whether the first part begins what is told, or stands behind a place or a day."""
    before = page.text[clause.start : first.start].rstrip(" ")
    return not before or not before[-1].isalnum() or _setting(clause, clause.start + len(before), "end")


def _setting(clause: Clause, at: int, side: str) -> bool:
    """Whether a day or a name begins, or ends, at a place."""
    return any(m.kind in ("date", "name") and getattr(m, side) == at for m in clause.mentions)


def _before(other: Mention, anchor: Mention, parts: list[Mention]) -> bool:
    """Whether a predicate stands in front of the one that takes the parts, and so takes none of them."""
    return other.end <= anchor.start < parts[0].start


def _sum(parts: list[Mention], count: Mention) -> Mention:
    values = [one.value for one in parts if isinstance(one.value, Amount)]
    lows, highs = [v.low for v in values], [v.high for v in values]
    low = sum(n for n in lows if n is not None) if None not in lows else None
    high = sum(n for n in highs if n is not None) if None not in highs else None
    hedge = next((one.hedge for one in parts if one.hedge != "exact"), "exact")
    return replace(
        count,
        start=parts[0].start,
        end=parts[-1].end,
        value=replace(values[0], low=low, high=high),
        hedge=hedge,
        read_by=" + ".join(f"{v.low:g}" if v.low == v.high else f"{v.low} to {v.high}" for v in values),
    )
