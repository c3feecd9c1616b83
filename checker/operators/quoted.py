"""quoted: two outlets give one origin's answer of one time differently."""

from checker.model import Camp, Fact, Reason
from checker.operands import Case, Options

TAKES = "facts"
OPTIONS: dict[str, str] = {}
MOST = 24  # facts of a camp that are looked at for each origin


def judge(a: Camp, b: Camp, case: Case, options: Options) -> Reason:
    """Whether an origin that both camps name is quoted by two outlets, as of one time, with answers that lie apart."""
    mine, theirs = _named(a, case), _named(b, case)
    shared = sorted(mine.keys() & theirs.keys())
    found = [
        (left, right)
        for origin in shared
        if _by_two_outlets(mine[origin], theirs[origin], case)
        for left in mine[origin]
        for right in theirs[origin]
        if _of_one_time(left, right, case)
    ]
    apart = case.relate(a.value, b.value) == "apart"
    children = [
        Reason(holds=apart, says=f"{a.label} and {b.label} {'lie' if apart else 'do not lie'} apart"),
        Reason(holds=shared != [], says=f"both quote {', '.join(shared)}" if shared else "they name no common origin"),
        Reason(
            holds=found != [],
            says=f"{case.source(found[0][0])} and {case.source(found[0][1])} quote it as of one time"
            if found
            else "no two outlets quote it as of one time",
        ),
    ]
    holds = all(child.holds for child in children)
    return Reason(holds=holds, says="one origin, quoted differently" if holds else "no such quotes", children=children)


def _named(camp: Camp, case: Case) -> dict[str, list[Fact]]:
    """The facts of a camp by the origin that they quote; who only does what is told of is not quoted for it."""
    found: dict[str, list[Fact]] = {}
    for fact in camp.facts:
        if fact.speaker is not None and fact.speaker not in fact.scope.values():
            told = found.setdefault(case.voice(fact), [])
            if len(told) < MOST:
                told.append(fact)
    return found


def _by_two_outlets(mine: list[Fact], theirs: list[Fact], case: Case) -> bool:
    """Whether the outlets of both sides are known and others; one that gives both answers misquotes nobody."""
    one, other = ({case.source(fact) for fact in facts} for facts in (mine, theirs))
    return None not in one | other and not one & other


def _of_one_time(left: Fact, right: Fact, case: Case) -> bool:
    if left.as_of is None or right.as_of is None:
        return left.as_of is right.as_of
    return case.relate(left.as_of, right.as_of) != "apart"
