"""Camps: the fewest answers that leave every voice right.

On the line and the calendar the sets are sorted by their upper end and pierced from the left; in the tree a part joins
the camp of its whole; a state is a camp of its own.
"""

import math
from dataclasses import replace

from checker.kinds import date, name, quantity, state
from checker.model import Amount, Camp, Days, Fact, Name, State, Value
from checker.values import bounds

NEIGHBOURS = 12  # camps to each side whose facts are looked at for one that fits a camp too


class Sets:
    """What values may mean once rounding is allowed for, each worked out once, with how the sets relate."""

    def __init__(self, *, people: bool) -> None:
        self._people = people
        self._known: dict[int, tuple[Value, Value]] = {}  # by the identity of the value, which is kept alive here

    def of(self, value: Value) -> Value:
        """The set that a value may mean."""
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = (value, compared(value, self._people))
        return known[1]

    def relate(self, a: Value, b: Value) -> str | None:
        """How what two values may mean relates."""
        return relate(self.of(a), self.of(b))

    def gap(self, a: Value, b: Value) -> float:
        """How far apart what two values may mean lies."""
        return gap(self.of(a), self.of(b))


def camps(facts: list[Fact], *, people: bool = False, sets: Sets | None = None) -> list[Camp]:
    """The camps of facts that answer one question at one time, sorted by value; `sets` are those known from before."""
    if not facts:
        return []
    first = facts[0].value
    if isinstance(first, Amount | Days):
        groups = _pierce(facts, Sets(people=people) if sets is None else sets)
    elif isinstance(first, Name):
        groups = _tree(facts)
    else:
        by_state: dict[str, list[Fact]] = {}
        for fact in facts:
            by_state.setdefault(str(getattr(fact.value, "id", "")), []).append(fact)
        groups = [by_state[id] for id in sorted(by_state)]
    return [_camp(group) for group in groups]


def fitting(made: list[Camp], number: int, sets: Sets) -> list[Fact]:
    """The facts of the camps beside a camp that would fit it too."""
    near = [*made[max(0, number - NEIGHBOURS) : number], *made[number + 1 : number + 1 + NEIGHBOURS]]
    value = made[number].value
    return [f for other in near for f in other.facts if sets.relate(f.value, value) not in ("apart", None)]


def compared(value: Value, people: bool) -> Value:
    """The set that a value may mean once rounding, and the doubt about a day of the moon, is allowed for."""
    if isinstance(value, Days):
        return date.widened(value)
    return quantity.compared(value, people=people) if isinstance(value, Amount) else value


def relate(a: Value, b: Value) -> str | None:
    """How two values relate, as their kind says; `None` if they can't be compared."""
    if isinstance(a, Days) and isinstance(b, Days):
        return date.relate(a, b)
    if isinstance(a, Amount) and isinstance(b, Amount):
        return quantity.relate(a, b)
    if isinstance(a, Name) and isinstance(b, Name):
        return name.relate(a, b)
    return state.relate(a, b) if isinstance(a, State) and isinstance(b, State) else None


def gap(a: Value, b: Value) -> float:
    """How far apart two values lie, in days or in their unit."""
    if isinstance(a, Days) and isinstance(b, Days):
        return date.gap(a, b)
    if isinstance(a, Amount) and isinstance(b, Amount):
        return quantity.gap(a, b)
    return 0


def crossed(a: Value, b: Value) -> bool:
    """Whether two sums of money are one figure in two currencies, which otherwise don't compare."""
    if not isinstance(a, Amount) or not isinstance(b, Amount) or not a.kind == b.kind == "money":
        return False
    return None not in (a.unit, b.unit) and a.unit != b.unit and a.low == b.low == a.high == b.high is not None


def show(value: Value) -> str:
    """A value in a few words."""
    if isinstance(value, Days):
        return date.show(value)
    if isinstance(value, Amount):
        return quantity.show(value)
    if isinstance(value, Name):
        return name.show(value)
    return state.show(value) if isinstance(value, State) else value.id


def _ends(value: Value) -> tuple[float, float]:
    if isinstance(value, Days):
        low = -math.inf if value.start is None else value.start.toordinal()
        return low, math.inf if value.end is None else value.end.toordinal()
    if isinstance(value, Amount):
        return bounds(value)
    return 0, 0


def _line(value: Amount) -> str:
    """What the amounts have in common that can be compared: their kind, and their dimension or unit."""
    return f"{value.kind} {value.unit if value.base is None else value.base.dimension}"


def _pierce(facts: list[Fact], sets: Sets) -> list[list[Fact]]:
    """Groups of sets that share a point: the upper end of the first set that is still free pierces all it can."""
    units: dict[str, list[Fact]] = {}
    for fact in facts:
        unit = _line(fact.value) if isinstance(fact.value, Amount) else ""
        units.setdefault(unit, []).append(fact)
    groups = []
    for unit in sorted(units):
        point = -math.inf
        group: list[Fact] = []
        ends = [(*_ends(sets.of(fact.value)), fact) for fact in units[unit]]
        for low, high, fact in sorted(ends, key=lambda row: (row[1], row[0], row[2].document, row[2].start)):
            if group and low <= point:
                group.append(fact)
            else:
                group = [fact]
                groups.append(group)
                point = high
    return groups


def _tree(facts: list[Fact]) -> list[list[Fact]]:
    """Groups in the tree: the narrowest places first, a wider one joins the first camp that lies in it."""
    ordered = sorted(
        facts, key=lambda f: (-len(getattr(f.value, "within", ())), str(getattr(f.value, "id", "")), f.document)
    )
    groups: list[list[Fact]] = []
    homes: dict[str, list[Fact]] = {}  # by the place of a camp and by each that it lies in, the first camp
    for fact in ordered:
        id = str(getattr(fact.value, "id", ""))
        home = homes.get(id)
        if home is None:
            home = []
            groups.append(home)
            for place in (id, *getattr(fact.value, "within", ())):
                homes.setdefault(place, home)
        home.append(fact)
    return groups


def _camp(facts: list[Fact]) -> Camp:
    ordered = sorted(facts, key=lambda f: (f.document, f.start, f.end))
    value = _intersection([f.value for f in ordered])
    return Camp(value=value, label=show(value), facts=ordered, voices=sorted({f.voice for f in ordered}))


def _intersection(values: list[Value]) -> Value:
    """What all members allow; where a plain figure is among them, that figure as it was written."""
    first = values[0]
    if isinstance(first, Amount):
        exact = [v for v in values if isinstance(v, Amount) and v.low == v.high]
        if exact:
            return min(exact, key=lambda v: (_trailing(v.low or 0), v.low or 0))
        amounts = [v for v in values if isinstance(v, Amount)]
        alike = [v for v in amounts if v.unit == first.unit]
        lows = [v.low for v in alike if v.low is not None]
        highs = [v.high for v in alike if v.high is not None]
        return replace(first, low=max(lows) if lows else None, high=min(highs) if highs else None)
    if isinstance(first, Days):
        days = [v for v in values if isinstance(v, Days)]
        starts = [d.start for d in days if d.start is not None]
        ends = [d.end for d in days if d.end is not None]
        narrow = min(days, key=lambda d: (d.end - d.start).days if d.start is not None and d.end is not None else 10**6)
        start, end = (max(starts) if starts else None), (min(ends) if ends else None)
        grain = narrow.grain if (narrow.start, narrow.end) == (start, end) else "days"
        return Days(start=start, end=end, grain=grain)
    return max(values, key=lambda v: len(getattr(v, "within", ())))


def _trailing(value: float) -> int:
    """How round a figure is: its trailing noughts, or its decimals below nought; the least round one tells most."""
    if value != int(value):
        return -len(f"{value:.6f}".rstrip("0").partition(".")[2])
    if value == 0:
        return 0
    digits = str(int(value))
    return len(digits) - len(digits.rstrip("0"))
