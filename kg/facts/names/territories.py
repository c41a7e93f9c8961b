"""Countries, languages and cities by their names in any language, as the Unicode CLDR tells them (through Babel)."""

from __future__ import annotations

import csv
from functools import cache

from kg.facts.names.folding import DATA, fold, lower
from kg.facts.names.inflection import bases

# Territories of CLDR that are no country or continent that a name could mean.
_NO_PLACE = frozenset({"ZZ", "XA", "XB", "EZ", "UN", "QO"})
# Taiwan and Hong Kong have names of their own for many countries.
_ALSO = {"zh": ("zh_Hant_HK", "zh_Hant")}
_LOCALES = {"zh": "zh_Hans", "uz": "uz", "uz-Cyrl": "uz_Cyrl", "kk": "kk"}


@cache
def place_names(language: str) -> dict[tuple[str, ...], str]:
    """Folded names, as words, of countries, regions and cities in a language, to a code.

    Countries and regions have CLDR's territory code; cities `city:` and the key of their time zone; a language stands
    for the territory where it is at home and official (Kazakh for Kazakhstan), but English for none.

    >>> names = place_names("az")
    >>> names[("cin",)], names[("baki",)], names[("qazax",)]
    ('CN', 'city:Asia/Baku', 'KZ')
    """
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        locale = Locale.parse(_LOCALES.get(language, language.split("-")[0]))
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[tuple[str, ...], str] = {}
    for other in _ALSO.get(language, ()):
        for code, name in sorted(Locale.parse(other).territories.items(), reverse=True):
            if code not in _NO_PLACE and not name.isdigit():
                found[tuple(fold(name.partition("(")[0]).split())] = code
    likely, official = get_global("likely_subtags"), get_global("territory_languages")
    for code, name in sorted(locale.languages.items()):
        home = likely.get(code, "").rpartition("_")[2]
        if code != "en" and official.get(home, {}).get(code, {}).get("official_status") == "official":
            for form in bases(lower(name, language), language, ("language",)):
                found.setdefault(tuple(fold(form).split()), home)
    for zone, city in _cities(locale, language).items():
        found[tuple(fold(city).split())] = f"city:{zone}"
    for code, name in sorted(locale.territories.items(), reverse=True):
        if code not in _NO_PLACE and not name.isdigit():
            found[tuple(fold(name.partition("(")[0]).split())] = code
    found.update(_told(language))
    found.pop((), None)
    return found


def _told(language: str) -> dict[tuple[str, ...], str]:
    """What `data/places.csv` adds to CLDR: short forms, adjectives, regions and cities whose names are translated.

    A place of a country has the country's code, a colon and a name; a sea or a continent's part just a name.
    """
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        tuple(fold(name).split()): row["place"]
        for row in rows
        for name in (row.get(language) or "").split("|")
        if fold(name)
    }


def _cities(locale: object, language: str) -> dict[str, str]:
    """Exemplar cities of time zones; English takes most of them from the zone's key."""
    from babel.core import get_global

    zones = getattr(locale, "time_zones")  # noqa: B009  (a property that Babel does not type)
    cities = {}
    for listed in get_global("territory_zones").values():
        for zone in listed:
            told = zones.get(zone, {}).get("city") if zone in zones else None
            if told:
                cities[zone] = told
            elif language == "en" and zone.count("/") == 1:
                cities[zone] = zone.partition("/")[2].replace("_", " ")
    return cities


@cache
def place_letters(language: str) -> dict[str, frozenset[str]]:
    """The folded first letters of each place's names in a language.

    >>> sorted(place_letters("en")["DE"])
    ['g']
    """
    found: dict[str, set[str]] = {}
    for words, code in place_names(language).items():
        found.setdefault(code, set()).add("".join(word[:1] for word in words))
    return {code: frozenset(letters) for code, letters in found.items()}


@cache
def home_of(language: str) -> str:
    """The territory where a language is most at home, by CLDR's likely subtags; empty where unknown.

    >>> home_of("az"), home_of("kk-Latn"), home_of("en")
    ('AZ', 'KZ', '')
    """
    from babel.core import get_global

    code = language.split("-")[0]
    return "" if code in ("", "en") else str(get_global("likely_subtags").get(code, "")).rpartition("_")[2]


@cache
def country_of_city(code: str) -> str:
    """The territory of a `city:` code, empty where several or none have its time zone; of another, what it opens with.

    >>> country_of_city("city:Asia/Baku")
    'AZ'
    """
    from babel.core import get_global

    kind, _, zone = code.partition(":")
    if kind != "city":
        return kind
    found = [territory for territory, zones in get_global("territory_zones").items() if zone in zones]
    return found[0] if len(found) == 1 and len(found[0]) == 2 else ""


@cache
def abbreviations(language: str) -> dict[str, str]:
    """Folded short forms of "republic of …" (at home, "federation" too) for territories in a language.

    >>> abbreviations("kk")["қр"], abbreviations("ru")["рф"]
    ('KZ', 'RU')
    """
    from kg.facts.names.lexicon import read_lexicon

    lexicon = read_lexicon()
    found: dict[str, str] = {}
    for spoken in (language, *lexicon.languages):
        code = home_of(spoken)
        letters = set(lexicon.first_letters("republic", language))
        if spoken == language:
            letters |= lexicon.first_letters("federation", language)
        for (name, *more), known in place_names(language).items():
            if known == code and code and not more:
                for short in (name[:1], name[:2]):
                    for letter in sorted(letters):
                        found.setdefault(short + letter, code)
                        found.setdefault(letter + short, code)
    return found
