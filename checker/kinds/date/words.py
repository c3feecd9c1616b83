"""What the words of a date phrase say, each kind of phrase in its own way."""

from collections.abc import Sequence

from checker.kinds.date.dated import said
from checker.kinds.date.lengths import length_of
from checker.kinds.date.named import calendar
from checker.kinds.date.periods import WEEKENDS
from checker.kinds.date.spec import Spec
from checker.line import Item
from checker.phrases import Phrase

KINDS = frozenset(["date", "nth-date", "shifted-date", "stretch"])  # kinds of phrases that are dates
SIDES = {"coming": 1, "last": -1}  # on which side of today a stretch lies, beside "rel"
PERIODS = frozenset(["month", "month-unit", "year-unit", "year"])  # what begins a period that no small word leads to


def spec_of(phrase: Phrase) -> Spec:
    """The parts of a date phrase."""
    other = said(phrase)
    if other is not None:
        return Spec(other=other)
    items = phrase.items
    if phrase.kind == "nth-date":
        return _nth(items)
    if phrase.kind == "shifted-date":
        return _shifted(items)
    if phrase.kind == "stretch":
        return _stretch(items)
    return calendar(items)


# --- counted in a period ----------------------------------------------------------------------------------------


def _nth(items: Sequence[Item]) -> Spec:
    """One of the units or weekdays of a period: the first week of June, the last Monday of March."""
    joint = next((n for n, i in enumerate(items) if i.category in ("of", "in")), None)
    if joint is None:
        joint = next(n for n, i in enumerate(items) if n and i.category in PERIODS) - 1
    spec = _counted(items[: joint + 1])
    spec.inside = calendar(items[joint + 1 :])
    spec.leans = spec.inside.leans
    return spec


def _counted(items: Sequence[Item]) -> Spec:
    spec = Spec(nth=1)
    last = any(i.category in ("last", "rel") for i in items)
    places = [int(str(i.value)) for i in items if i.category in ("ordinal", "ordinal-day")]
    spec.nth = (-places[-1] if places else -1) if last else places[-1] if places else 1
    spec.unit = next((str(i.value) for i in items if i.category in ("unit", "units")), "day")
    number = next((i.value for i in items if i.category == "number"), None)
    spec.many = int(number[0]) if isinstance(number, tuple) else 1
    spec.weekday = next((int(str(i.value)) for i in items if i.category in ("weekday", "small-weekday")), None)
    return spec


# --- counted from a day -----------------------------------------------------------------------------------------


def _shifted(items: Sequence[Item]) -> Spec:
    """So long after or before today or the last day that was named: in three weeks, two days later."""
    spec = Spec()
    amount = length_of(items)
    turn = next((i for i in items if i.category == "later"), None)
    if any(i.category == "within" for i in items):
        spec.within = amount
    elif turn is not None and turn.value == -1:
        spec.ago = amount
    else:
        spec.hence = amount
    spec.leans = turn is not None
    if items[-1].category == "day-offset":
        spec.anchor = calendar(items[-1:])
    return spec


def _stretch(items: Sequence[Item]) -> Spec:
    """So many units on one side of today: the last three days, the next two years."""
    rel = next((SIDES.get(i.category) or int(str(i.value)) for i in items if i.category in ("rel", *SIDES)), 0)
    amount = length_of(items)
    unit = amount[2] if amount is not None else "day"
    if unit in WEEKENDS:
        return Spec(unit=unit, unit_rel=rel or -1)
    if any(i.category == "just-past" for i in items):
        return Spec(stretch=(1, 1, unit), unit=unit, unit_rel=-1)
    if amount is None or amount[0] != amount[1]:
        return Spec(unit=unit, unit_rel=rel, plural=True)
    return Spec(stretch=amount, unit=unit, unit_rel=rel)
