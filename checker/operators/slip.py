"""slip: two figures that a slip of the hand explains: a nought more or less, a mark read wrongly, another unit."""

from checker.model import Amount, Camp, Reason
from checker.operands import Case, Options, number

TAKES = "camps"
OPTIONS = {
    "digits": "how many digits the two figures must have in common; 2 if nothing is said",
    "large": "the figure from which on one digit in common is enough; 1000 if nothing is said",
}
TENS = (10, 100, 1000)
DIGITS, LARGE = 2, 1000


def judge(a: Camp, b: Camp, case: Case, options: Options) -> Reason:
    """Whether two plain figures have the same digits, and either another power of ten or another unit."""
    if not isinstance(a.value, Amount) or not isinstance(b.value, Amount):
        return Reason(holds=False, says="the answers are no figures")
    low, high = sorted([a.value, b.value], key=lambda v: v.low or 0)
    if not _is_plain(low) or not _is_plain(high) or low.kind != high.kind:
        return Reason(holds=False, says="one of the answers is no plain figure")
    children = [_shifted(low, high, options), _mixed(low, high)]
    holds = any(child.holds for child in children)
    says = next((child.says for child in children if child.holds), "no slip explains it")
    return Reason(holds=holds, says=says, children=children)


def _is_plain(value: Amount) -> bool:
    return value.low is not None and value.low == value.high and value.low > 0


def _shifted(low: Amount, high: Amount, options: Options) -> Reason:
    """Whether one figure is the other with its decimal mark or its noughts moved."""
    small, large = low.low or 0, high.low or 0
    times = next((ten for ten in TENS if f"{small * ten:.9g}" == f"{large:.9g}"), None)
    if low.unit != high.unit or times is None:
        return Reason(holds=False, says="the digits or the units differ")
    enough = _digits(small) >= number(options, "digits", DIGITS) or small >= number(options, "large", LARGE)
    said = f"{large:,.10g} is {small:,.10g} times {times}"
    return Reason(holds=enough, says=said if enough else f"{said}, which so short a figure may be by chance")


def _mixed(low: Amount, high: Amount) -> Reason:
    """Whether one figure has two units."""
    holds = low.low == high.low and low.unit != high.unit and low.unit is not None and high.unit is not None
    units = f"{low.unit} and {high.unit}"
    return Reason(holds=holds, says=f"one figure in two units: {units}" if holds else "no unit is exchanged")


def _digits(value: float) -> int:
    """How many digits of a figure tell: 2,500 has two, 3.4 two, 40,000 one."""
    written = f"{value:.0f}" if value == int(value) else f"{value:.6f}"
    return len(written.replace(".", "").strip("0"))
