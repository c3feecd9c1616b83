"""What a unit of measure is worth in the unit in which its dimension is compared. Loaded where packs are compiled."""

from collections.abc import Iterator, Mapping
from functools import cache
from tokenize import TokenError

from pint import UnitRegistry
from pint.errors import PintError

# What a symbol is to the library where its own sign is another unit there, or none.
MEANT = {"bbl": "oil_bbl", "bpd": "oil_bbl / day", "m2": "m ** 2", "m3": "m ** 3", "km2": "km ** 2", "km3": "km ** 3"}
MEANT |= {"mi2": "mi ** 2", "ft2": "ft ** 2", "ft3": "ft ** 3", "cm2": "cm ** 2", "cm3": "cm ** 3", "yd2": "yd ** 2"}
MEANT |= {
    "m3/s": "m ** 3 / s",
    "m3/day": "m ** 3 / day",
    "st": "stone",
    "nmi": "nautical_mile",
    "kt": "knot",
    "t": "tonne",
}
# Units of scales that convert into nothing else.
COUNTED = ("deg", "kB", "MB", "GB", "TB")  # units without a dimension
OWN = ("magnitude", "point", "bp", "dunam", "feddan", "head")


ROLES = ("measure", "measure-dual", "measure-before")  # whose words are units


@cache
def _registry() -> "UnitRegistry[float]":
    registry: UnitRegistry[float] = UnitRegistry(autoconvert_offset_to_baseunit=True)
    for symbol in OWN:
        registry.define(f"own_{symbol} = [own_{symbol}]")
    return registry


def worth(symbol: str) -> tuple[str, float, float] | None:
    """The unit that a dimension is compared in, what one of a unit is in it, and what none of it is (of degrees).

    `None` for a symbol that is no unit.
    """
    registry = _registry()
    if symbol in OWN:
        return symbol, 1.0, 0.0
    try:
        none = registry.Quantity(0, MEANT.get(symbol, symbol)).to_root_units()
        one = registry.Quantity(1, MEANT.get(symbol, symbol)).to_root_units()
    except (PintError, AttributeError, AssertionError, TypeError, ValueError, TokenError):
        return None  # what the library raises for words that are no unit
    if not symbol or none.dimensionless and symbol not in COUNTED:
        return None
    return str(none.units), float(one.magnitude - none.magnitude), float(none.magnitude)


def unknown(words: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Role and symbol of the words of a language whose symbol is no unit."""
    for role in ROLES:
        listed = words.get(role)
        for symbol in listed if isinstance(listed, dict) else ():
            if worth(symbol) is None:
                yield role, symbol
