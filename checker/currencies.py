"""The words of currencies: one that several share means all of them, each with the countries whose money it is."""

from collections.abc import Iterator, Mapping

from checker import lexicon
from checker.schemas import CurrencyEntry

SIGN = 4  # letters of a code or sign: USD, Rs., Mex$
OWN = {"forms": ("currency", 0), "exact": ("currency", lexicon.EXACT), "dual": ("currency-dual", 0)}
SHARED = {"shared": "currency", "shared_dual": "currency-dual"}
Row = tuple[str, str, object, str, int]  # form, category, value, language, flags


def words(entries: Mapping[str, CurrencyEntry]) -> Iterator[Row]:
    """Every word of every currency; the value is its code, or for a shared word pairs of country and code."""
    for code, entry in entries.items():
        for key, (category, flags) in OWN.items():
            for language, forms in getattr(entry, key).items():
                for form in forms:
                    yield from _rows(form, category, code, language, flags)
    for key, category in SHARED.items():
        pairs: dict[tuple[str, str], list[list[str]]] = {}
        for code, entry in entries.items():
            for language, forms in getattr(entry, key).items():
                for form in forms:
                    pairs.setdefault((form, language), []).extend([country, code] for country in entry.of)
        for (form, language), listed in pairs.items():
            yield from _rows(form, category, listed, language, 0)


def _rows(form: str, category: str, value: object, language: str, flags: int) -> Iterator[Row]:
    yield form, category, value, language, flags
    if category == "currency" and in_front(form):
        yield form, "currency-front", value, language, flags or lexicon.CAPITAL * form[0].isupper()


def in_front(form: str) -> bool:
    """Whether money is written so in front of its number: a sign or a code, but no word ("Euro 2020")."""
    return len(form) <= SIGN and (form[0].isupper() or not form[0].isalpha()) and " " not in form


def references(entry: CurrencyEntry) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """What an entry names: the place in it, whether it is a name or a language, and its id."""
    for at, country in enumerate(entry.of):
        yield ("of", at), "name", country
    for key in (*OWN, *SHARED):
        for language in getattr(entry, key):
            yield (key, language), "language", language
