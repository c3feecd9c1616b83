"""What the words of a date leave open: an underspecified date, before any day of publication is known."""

from dataclasses import dataclass, field

from checker.kinds.date.dated import Dated, said
from checker.phrases import Phrase


@dataclass(slots=True)
class Spec:
    """The parts that the words give; `None` is what they leave to the context."""

    year: int | None = None
    year_rel: int | None = None  # -1 last, 0 this, 1 next
    month: int | None = None
    month_rel: int | None = None
    day: int | None = None
    day_from: int | None = None  # the first day where days of one month are named as a range
    weekday: int | None = None  # ISO: Monday is 1
    weekday_rel: int | None = None
    offset: int | None = None  # days from the day of speech: yesterday is -1
    unit: str | None = None  # a period by its place: this week, last year
    unit_rel: int | None = None
    plural: bool = False  # the coming days, the last years
    part: str | None = None  # start, early, middle, late, end; of a year also its quarters, halves and seasons
    part_rel: int | None = None  # last summer, this spring
    decade: int | None = None  # its first year
    ago: tuple[float, float | None, str] | None = None  # from, to, unit
    other: Dated | None = None  # of another calendar, a holiday, or a fiscal year
    numeric: tuple[int, int, int] | None = None  # three parts as written, order unknown
    months: list[int] = field(default_factory=list)  # every month that is named


def spec_of(phrase: Phrase) -> Spec:
    """The parts of a date phrase."""
    spec = Spec(other=said(phrase))
    if spec.other is not None:
        return spec
    values: dict[str, list[object]] = {}
    for item in phrase.items:
        values.setdefault(item.category, []).append(item.value)
    _calendar_parts(spec, values)
    _relative_parts(spec, values)
    if "ago" in values:
        _ago(spec, values)
    return spec


def _last_int(values: dict[str, list[object]], *categories: str) -> int | None:
    for category in categories:
        if category in values:
            return int(str(values[category][-1]))
    return None


def _calendar_parts(spec: Spec, values: dict[str, list[object]]) -> None:
    spec.months = [int(str(m)) for m in values.get("month", [])]
    spec.month = spec.months[0] if spec.months else None
    spec.day = _last_int(values, "day", "ordinal-day")
    named = values.get("day", []) + values.get("ordinal-day", [])
    if len(named) == 2 and len(set(spec.months)) == 1:
        first, last = sorted(int(str(d)) for d in named)
        spec.day_from, spec.day = first, last
    if spec.day is None and spec.month is not None:
        spec.day = _last_int(values, "ordinal")
    spec.decade = _last_int(values, "decade")
    spec.year = _last_int(values, "year")
    spec.weekday = _last_int(values, "weekday")
    spec.offset = _last_int(values, "day-offset")
    parts = [str(p) for p in values.get("part", []) + values.get("named-part", [])]
    spec.part = parts[0] if parts else None
    if "numeric-date" in values:
        spec.numeric = numeric(str(values["numeric-date"][-1]))


def numeric(written: str) -> tuple[int, int, int]:
    """The three numbers of a numeric date, in the order in which they are written."""
    mark = next(c for c in written if not c.isdigit())
    first, second, third = (int(part) for part in written.split(mark))
    return first, second, third


def _relative_parts(spec: Spec, values: dict[str, list[object]]) -> None:
    units = [str(u) for u in values.get("unit", [])]
    units += [c.removesuffix("-unit").removeprefix("the-") for c in values if c.endswith("-unit")]
    if spec.weekday is not None:
        units = [u for u in units if u != "day"]
    plural = [str(u) for u in values.get("units", [])]
    if "year-offset" in values:
        spec.year_rel = _last_int(values, "year-offset")
        return
    rel = _last_int(values, "rel")
    if rel is None and "this" in values:
        rel = 0
    if "year" in units and (spec.month is not None or rel is None):
        if spec.year is None:
            spec.year_rel = 0 if rel is None else rel
        return
    if spec.part is not None and not units and not plural and spec.month is None:
        spec.part_rel = rel
    elif spec.month is not None:
        spec.month_rel = rel
    elif spec.day is not None and (rel is not None or "month" in units):
        spec.month_rel = 0 if rel is None else rel
    elif spec.weekday is not None and rel is not None and not units:
        spec.weekday_rel = rel
    elif "ago" not in values and (units or plural) and "day-offset" not in values and spec.weekday is None:
        spec.unit = (plural or units)[0]
        spec.unit_rel = 0 if rel is None else rel
        spec.plural = bool(plural)
    elif spec.weekday is not None and units and rel is not None:
        spec.unit, spec.unit_rel = units[0], rel


def _ago(spec: Spec, values: dict[str, list[object]]) -> None:
    named = [*values.get("unit", []), *values.get("units", []), *values.get("unit-dual", [])]
    unit = str(named[0]) if named else "day"
    hedge = str(values["hedge"][0]) if "hedge" in values else None
    if "number" in values:
        value = values["number"][0]
        amount = float(value[0]) if isinstance(value, tuple) else 1.0
    elif "unit-dual" in values:
        amount = 2.0
    elif "few" in values or "units" in values:
        spec.ago = (2.0, 10.0, unit)
        return
    else:
        amount = 1.0
    spec.ago = (amount, None if hedge in ("more-than", "at-least") else amount, unit)
