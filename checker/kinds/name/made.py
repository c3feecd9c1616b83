"""The name of an id: its type, and what it lies in or belongs to."""

from checker.model import Name
from checker.packs import NameInfo

INTRODUCED = "introduced"  # how a person was read whom no pack lists
PLACES = frozenset(["base", "city", "governorate", "region", "country", "continent", "sea", "river"])


def named(id: str, names: dict[str, NameInfo]) -> Name:
    """The name of an id, with what it lies in or belongs to."""
    info = names[id]
    within = info.within
    if info.of is not None and info.of not in within:
        within = (*within, info.of)
    return Name(id=id, type=info.type, within=within)


def ids_of(value: object) -> list[str]:
    """The ids of the names that share a form, as the compiled packs hold them: sorted, with blanks between."""
    return str(value).split()
