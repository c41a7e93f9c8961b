"""Countries by the codes and names that registries give them, as the Unicode CLDR tells them (through Babel)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from kg.facts.names.folding import fold

LANGUAGES = ("en", "az", "kk", "ru")
"""Those that a country is named in."""
_READ = (*LANGUAGES, "tr", "uz", "de", "fr", "es", "pt", "it", "zh", "uk")
_FILE = Path(__file__).with_name("data") / "countries.csv"
# Of the two-letter codes of CLDR, those of no country: unions, tests, the unknown.
_NO_COUNTRY = frozenset({"ZZ", "XA", "XB", "EZ", "UN", "QO", "EU"})
# What is left out of a country's full name. Not "democratic" or "people's": these tell two countries apart.
_FORM = r"(?:islamic|plurinational|bolivarian|federated|united|republic|kingdom|states?|of|the|province|china|\s)+"
_TAIL = re.compile(rf"\s*(?:\({_FORM}\)|,{_FORM})$", re.IGNORECASE)
_AROUND = re.compile(r"^(?:the|республика)\s+|\s+(?:respublikası|республикасы)$", re.IGNORECASE)


@cache
def _territories() -> Mapping[str, Mapping[str, str]]:
    """Codes of countries to their names in the languages of the interface, by CLDR."""
    from babel import Locale

    told: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if isinstance(code, str) and len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY:
                told.setdefault(code, {})[language] = str(name).partition(" (")[0]
    return told


def country_names(code: str) -> Mapping[str, str]:
    """What CLDR calls a country, by language."""
    return _territories()[code]


@cache
def country_code(text: str) -> str | None:
    """The ISO 3166-1 code of a country by its code of two or three letters, or its name; None if it is none.

    >>> [country_code(text) for text in ("AZE", "gb", "Qazaxıstan", "Korea, Republic of", "Nowhere")]
    ['AZ', 'GB', 'KZ', 'KR', None]
    """
    from babel.core import get_global

    from kg.facts.names.territories import place_names

    told = _told().get(fold(text))
    if told is not None:
        return told
    if text.isascii() and text.isalpha() and len(text) in (2, 3):
        upper = text.upper()
        aliases = [upper] if upper in _territories() else get_global("territory_aliases").get(upper, ())
        return aliases[0] if len(aliases) == 1 and aliases[0] in _territories() else None
    for form in _forms(text):
        words = tuple(fold(form).split())
        for language in _READ:
            code = place_names(language).get(words)
            if code in _territories():
                return code
    return None


def _forms(text: str) -> Iterator[str]:
    """A name as it stands, then without what full names add."""
    yield text
    short = _AROUND.sub("", _TAIL.sub("", text))
    yield short
    yield short.replace(" and ", " & ")


@cache
def _told() -> Mapping[str, str]:
    """Names that `data/countries.csv` adds to CLDR: of ISO 3166, of other lists, former ones."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {fold(row["name"]): row["code"] for row in csv.DictReader(file)}
