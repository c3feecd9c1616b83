"""Dates and periods by their names and places: 5 May 2021, last week, early in the year."""

from collections.abc import Sequence
from itertools import pairwise

from checker.kinds.date.digits import add_digits, numeric
from checker.kinds.date.lengths import length_of
from checker.kinds.date.periods import WEEKENDS
from checker.kinds.date.spec import Spec
from checker.line import Item
from checker.page import DECADES, FIRST_YEAR, LAST_YEAR


def _by_category(items: Sequence[Item]) -> dict[str, list[object]]:
    values: dict[str, list[object]] = {}
    for item in items:
        values.setdefault(item.category, []).append(item.value)
    return values


def calendar(items: Sequence[Item]) -> Spec:
    """A date or a period by its names and its place: 5 May 2021, last week, early in the year."""
    spec = Spec()
    values = _by_category(items)
    _calendar_parts(spec, values)
    add_digits(spec, items)
    for before, item in pairwise(items):
        if before.category == "weekday" and item.category in ("ordinal", "ordinal-day") and spec.month is not None:
            spec.nth = int(str(item.value))
    _several(spec, items)
    _relative_parts(spec, values)
    if spec.century is not None:
        spec.unit = None
    if spec.month is not None and spec.day is not None:
        spec.around = next((u for u in ("week", *WEEKENDS) if f"{u}-unit" in values), None)
    if "ago" in values or "ago-after" in values:
        spec.ago = length_of(items)
    elif "in-time" in values and spec.month is not None:
        spec.year_rel = int((length_of(items) or (0, 0, ""))[0])
    return spec


def _several(spec: Spec, items: Sequence[Item]) -> None:
    """Two months or two years that a conjunction on the second joins: the years 2020 and 2021."""
    months = [i for i in items if i.category in ("month", "small-month")]
    if len(months) == 2 and months[1].start > months[1].outer and spec.day is None:
        spec.month_to = int(str(months[1].value))
    years = [i for i in items if i.category in ("year", "number")]
    if len(years) == 2 and years[0].category == years[1].category == "year":
        spec.year, spec.year_to = int(str(years[0].value)), int(str(years[1].value))
    elif years and spec.year is None and any(i.category == "year-unit" for i in items):
        value = years[-1].value
        named = int(value[0]) if isinstance(value, tuple) else 0
        spec.year = named if FIRST_YEAR <= named <= LAST_YEAR else None


def _last_int(values: dict[str, list[object]], *categories: str) -> int | None:
    for category in categories:
        if category in values:
            return int(str(values[category][-1]))
    return None


def _calendar_parts(spec: Spec, values: dict[str, list[object]]) -> None:
    spec.months = [int(str(m)) for c in ("month", "small-month") for m in values.get(c, [])]
    spec.month = spec.months[0] if spec.months else None
    spec.day = _last_int(values, "day", "ordinal-day")
    named = values.get("day", []) + values.get("ordinal-day", [])
    if len(named) > 1 and len(set(spec.months)) == 1:
        days = [int(str(d)) for d in named]
        spec.day_from, spec.day = min(days), max(days)
    if spec.day is None and spec.month is not None:
        spec.day = _last_int(values, "ordinal")
    spec.year = _last_int(values, "year")
    spec.weekday = _last_int(values, "weekday", "small-weekday")
    spec.offset = _last_int(values, "day-offset", "small-day-offset")
    parts = [str(p) for p in values.get("part", []) + values.get("named-part", [])]
    decades = [DECADES[p] for p in parts if p in DECADES]
    parts = [p for p in parts if p not in DECADES]
    spec.decade = decades[0] if decades else _last_int(values, "decade")
    spec.part = parts[0] if parts else None
    spec.inner = parts[1] if len(parts) > 1 else None
    if "century-unit" in values and spec.decade is None:
        spec.century = _last_int(values, "ordinal-day", "day")
        spec.day = None if spec.century is not None else spec.day
    elif "century-unit" in values and spec.decade is not None:
        number = _last_int(values, "ordinal-day", "day")
        spec.decade = spec.decade if number is None else 100 * (number - 1) + spec.decade % 100
    if "numeric-date" in values:
        spec.numeric = numeric(str(values["numeric-date"][-1]))
        spec.dotted = "." in str(values["numeric-date"][-1])


def _relative_parts(spec: Spec, values: dict[str, list[object]]) -> None:
    units = [str(u) for u in values.get("unit", []) + values.get("small-unit", [])]
    units += [c.removesuffix("-unit").removeprefix("the-") for c in values if c.endswith("-unit") and c != "small-unit"]
    if spec.weekday is not None:
        units = [u for u in units if u != "day"]
    if spec.months and spec.day is not None:
        units = [u for u in units if u != "week" and u not in WEEKENDS]
    plural = [str(u) for u in values.get("units", [])]
    if "year-offset" in values:
        spec.year_rel = _last_int(values, "year-offset")
        return
    rel = _last_int(values, "rel-after", "rel", "lean")
    spec.leans = "lean" in values or "pointing" in values
    if rel is None and ("this" in values or "pointing" in values):
        rel = 0
    if "year" in units and (spec.month is not None or rel is None):
        if spec.year is None:
            spec.year_rel = 0 if rel is None else rel
        return
    if spec.part is not None and not units and not plural and spec.month is None and spec.weekday is None:
        spec.part_rel = rel
    elif spec.month is not None:
        spec.month_rel = rel
    elif spec.day is not None and (rel is not None or "month" in units):
        spec.month_rel = 0 if rel is None else rel
    elif spec.weekday is not None and rel is not None and not units:
        spec.weekday_rel = rel
    elif "ago" not in values and (units or plural) and "day-offset" not in values and spec.weekday is None:
        spec.unit = (plural or units)[0]
        spec.leans = spec.leans or (spec.unit == "day" and rel in (-1, 1))
        spec.unit_rel = rel if rel is not None or spec.unit in WEEKENDS else 0
        spec.plural = bool(plural)
    elif spec.weekday is not None and units and rel is not None:
        spec.unit, spec.unit_rel = units[0], rel
