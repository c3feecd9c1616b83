"""Values as sets and as data: how two relate, their JSON form and the way back, and a value in short words.

Relations are those of the plain sets, without rounding: kinds that round when they compare do so before they ask.
"""

import math
from collections.abc import Mapping
from datetime import date

from checker.model import Amount, Base, Concept, Days, Name, State, Value

LINES = ("count", "share", "money", "measure", "duration", "ordinal", "time")  # kinds of Amount
KINDS = ("date", *LINES, "name", "state", "concept")
UNIT_KEYS = {"money": "currency", "time": "zone", "measure": "unit", "duration": "unit"}

PLACES = 9  # of a converted measure: 0 degrees Celsius are 32 degrees Fahrenheit

Bounds = tuple[float, float]


# --- sets -------------------------------------------------------------------------------------------------------


def relate(a: Value, b: Value) -> str | None:
    """How a relates to b: same, narrower, wider, overlaps or apart; `None` if the two can't be compared."""
    if isinstance(a, Days) and isinstance(b, Days):
        return _relate_bounds(_days(a), _days(b))
    if isinstance(a, Amount) and isinstance(b, Amount):
        lines = lines_of(a, b)
        return None if lines is None else _relate_bounds(*lines)
    if isinstance(a, Name) and isinstance(b, Name):
        return _relate_names(a, b)
    if isinstance(a, State) and isinstance(b, State) or isinstance(a, Concept) and isinstance(b, Concept):
        return "same" if a.id == b.id else "apart"
    return None


def lies_in(a: Value, b: Value) -> bool:
    """Whether everything that a may be is something that b may be."""
    return relate(a, b) in ("same", "narrower")


def _relate_bounds(a: Bounds, b: Bounds) -> str:
    if a == b:
        return "same"
    if b[0] <= a[0] and a[1] <= b[1]:
        return "narrower"
    if a[0] <= b[0] and b[1] <= a[1]:
        return "wider"
    return "overlaps" if a[0] <= b[1] and b[0] <= a[1] else "apart"


def _relate_names(a: Name, b: Name) -> str:
    if a.id == b.id:
        return "same"
    if b.id in a.within:
        return "narrower"
    if a.id in b.within:
        return "wider"
    return "overlaps" if _may_meet(a, b) or _may_meet(b, a) else "apart"


def _may_meet(region: Name, other: Name) -> bool:
    """Whether a region, whose borders are no province's, may share ground with another place of the same whole."""
    return region.type == "region" and bool(region.within) and region.within[0] in other.within


def _days(value: Days) -> Bounds:
    start = -math.inf if value.start is None else value.start.toordinal()
    return start, math.inf if value.end is None else value.end.toordinal()


def lines_of(a: Amount, b: Amount) -> tuple[Bounds, Bounds] | None:
    """The bounds of two amounts in one unit, that of their dimension if they have two; `None` if there is none."""
    if a.kind != b.kind or (a.kind == "money" and None in (a.unit, b.unit)):
        return None  # no one knows whose pounds they are
    if a.unit == b.unit:
        return _line(a, None), _line(b, None)
    if a.base is None or b.base is None or a.base.dimension != b.base.dimension:
        return None
    return _line(a, a.base), _line(b, b.base)


def bounds(value: Amount) -> Bounds:
    """Both ends of an amount, open ones endless; those of a measure in the unit of its dimension."""
    return _line(value, value.base)


def _line(value: Amount, base: Base | None) -> Bounds:
    low = -math.inf if value.low is None else value.low
    high = math.inf if value.high is None else value.high
    if base is None:
        return low, high
    return round(low * base.factor + base.offset, PLACES), round(high * base.factor + base.offset, PLACES)


# --- data -------------------------------------------------------------------------------------------------------


def to_data(value: Value) -> dict[str, object]:
    """The JSON form of a value, with its kind first."""
    if isinstance(value, Days):
        return {"kind": "date", **days_to_data(value), "grain": value.grain}
    if isinstance(value, Amount):
        return _amount_to_data(value)
    if isinstance(value, Name):
        return {"kind": "name", "id": value.id, "type": value.type, "in": list(value.within)}
    if isinstance(value, State):
        return {"kind": "state", "is": value.id}
    return {"kind": "concept", "id": value.id}


def days_to_data(days: Days) -> dict[str, object]:
    """The first and the last day as ISO dates; `None` stays open."""
    start = None if days.start is None else days.start.isoformat()
    return {"start": start, "end": None if days.end is None else days.end.isoformat()}


def _amount_to_data(value: Amount) -> dict[str, object]:
    shown = _clock if value.kind == "time" else _number
    data: dict[str, object] = {"kind": value.kind, "low": shown(value.low), "high": shown(value.high)}
    if value.kind in UNIT_KEYS:
        data[UNIT_KEYS[value.kind]] = value.unit
    elif value.unit is not None:
        data["unit"] = value.unit
    return data


def _number(number: float | None) -> float | None:
    return int(number) if number is not None and number == int(number) else number


def _clock(minutes: float | None) -> str | None:
    if minutes is None:
        return None
    hours, rest = divmod(round(minutes * 60), 3600)
    clock = f"{hours:02}:{rest // 60:02}"
    return f"{clock}:{rest % 60:02}" if rest % 60 else clock


# --- and back ---------------------------------------------------------------------------------------------------


def from_data(data: Mapping[str, object]) -> Value:
    """The value of a JSON form whose scalars may all be words, as YAML gives them.

    Raises ValueError with what is wrong.
    """
    kind = _word(data, "kind")
    if kind == "date":
        days = Days(start=_day(data, "start"), end=_day(data, "end"), grain=_word(data, "grain", "day"))
        _in_order(days.start, days.end)
        return days
    if kind in LINES:
        return _amount_from_data(kind, data)
    if kind == "name":
        within = data.get("in", [])
        if not isinstance(within, list):
            raise ValueError("'in' is not a list of ids")
        return Name(id=_word(data, "id"), type=_word(data, "type", ""), within=tuple(str(one) for one in within))
    if kind == "state":
        return State(id=_word(data, "is"))
    if kind == "concept":
        return Concept(id=_word(data, "id"))
    raise ValueError(f"unknown kind '{kind}' (known: {', '.join(KINDS)})")


def _amount_from_data(kind: str, data: Mapping[str, object]) -> Amount:
    read = _minutes if kind == "time" else _float
    key = UNIT_KEYS.get(kind, "unit")
    unit = None if _absent(data.get(key)) else str(data[key])
    amount = Amount(kind=kind, low=read(data, "low"), high=read(data, "high"), unit=unit)
    _in_order(amount.low, amount.high)
    return amount


def _absent(scalar: object) -> bool:
    return scalar in (None, "", "null", "~")


def _word(data: Mapping[str, object], key: str, default: str | None = None) -> str:
    scalar = data.get(key)
    if isinstance(scalar, str) and scalar:
        return scalar
    if scalar is None and default is not None:
        return default
    raise ValueError(f"'{key}' is missing" if scalar is None else f"'{key}' is not a word")


def _day(data: Mapping[str, object], key: str) -> date | None:
    scalar = data.get(key)
    if _absent(scalar):
        return None
    try:
        return date.fromisoformat(str(scalar))
    except ValueError:
        raise ValueError(f"'{key}' is not a day such as 2021-12-09: '{scalar}'") from None


def _float(data: Mapping[str, object], key: str) -> float | None:
    scalar = data.get(key)
    if _absent(scalar):
        return None
    try:
        number = float(str(scalar))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(f"'{key}' is not a number: '{scalar}'")
    return number


def _minutes(data: Mapping[str, object], key: str) -> float | None:
    scalar = data.get(key)
    if _absent(scalar):
        return None
    parts = str(scalar).split(":")
    if len(parts) not in (2, 3) or not all(part.isdecimal() for part in parts):
        raise ValueError(f"'{key}' is not a clock time such as 18:30: '{scalar}'")
    hours, minutes, *seconds = (int(part) for part in parts)
    return hours * 60 + minutes + sum(seconds) / 60


def _in_order(low: date | float | None, high: date | float | None) -> None:
    if low is not None and high is not None and low > high:  # type: ignore[operator]  # both of one type
        raise ValueError(f"it ends ({high}) before it starts ({low})")


# --- words ------------------------------------------------------------------------------------------------------


def words(value: Value) -> str:
    """A value in a few words that are the same everywhere: ISO days, plain numbers, ids."""
    if isinstance(value, Days):
        return _range_words(*days_to_data(value).values(), after="from")
    if isinstance(value, Amount):
        data = _amount_to_data(value)
        unit = "%" if value.kind == "share" else value.unit
        return _range_words(data["low"], data["high"], after="at least") + (f" {unit}" if unit is not None else "")
    return value.id


def _range_words(low: object, high: object, *, after: str) -> str:
    if low is None and high is None:
        return "any"
    if low is None:
        return f"up to {high}"
    if high is None:
        return f"{after} {low}"
    return str(low) if low == high else f"{low} to {high}"
