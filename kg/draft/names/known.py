"""The things that may be named in an article and are known beforehand: the project's, countries, and cities."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.draft.language.grammar import DATA, languages
from kg.draft.language.uzbek_script import also_cyrillic
from kg.draft.language.words import Sentence
from kg.draft.model import Reason
from kg.draft.names.topics import Topics
from kg.draft.spans import Mention
from kg.facts.model import Entity, Fact, Name, NameRank, Row
from kg.facts.names.folding import fold
from kg.facts.names.mentions import MentionFinder
from kg.facts.names.territories import home_of
from kg.facts.new_source import slug

_FIRST = ("en", "az", "kk", "ru", "uz", "tr")
_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"})
_NOWHERE = Row("", 0)
_LONGEST_ENDING = 3
_STEM = 6
_SMALL_PLACES = ("елорда",)
"""Names of places in small letters: the capital, in Kazakh."""
_LONGEST_CASE, _LEAST_PLACE = 5, 4
_ORIGIN = {"uz": ("lik", "лик")}
"""What makes an adjective of a place's name, by which somebody is said to be from there."""
_KEPT = 20_000
"""Of how many words it is kept whether they are demonyms."""


@dataclass(frozen=True)
class Atlas:
    """Countries and cities as things: the project's own ids where it has them, and the country of each city."""

    entities: tuple[Entity, ...]
    country_of: Mapping[str, str]


def _languages() -> tuple[str, ...]:
    """The languages in which countries and cities have names: those that there are tables of."""
    return (*_FIRST, *(code for code in languages() if code not in _FIRST))


@cache
def _countries() -> dict[str, dict[str, tuple[str, ...]]]:
    """Names of each country by its code and language: those of CLDR, then what `data/countries.csv` adds."""
    from babel import Locale, UnknownLocaleError

    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        formal = {row["country"]: row for row in csv.DictReader(file)}
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for language in _languages():
        try:
            territories = Locale.parse(language).territories
        except UnknownLocaleError:  # CLDR has nothing of it
            continue
        for code, name in territories.items():
            if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY:
                more = (formal.get(code, {}).get(language) or "").split("|")
                names = tuple(dict.fromkeys(text for text in (name.partition(" (")[0], *more) if text))
                found.setdefault(code, {})[language] = names
    return found


@cache
def _demonym_words(language: str) -> frozenset[str]:
    return frozenset(word for word, _ in _demonyms(language))


@cache
def _demonyms(language: str) -> tuple[tuple[str, str], ...]:
    """Adjectives of countries, or what all their forms begin with, and the country's code."""
    with (DATA / "demonyms.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple((word, row["country"]) for row in rows for word in (row.get(language) or "").split("|") if word)


@lru_cache(maxsize=_KEPT)
def is_demonym(word: str, language: str) -> bool:
    """Whether a word in small letters is the adjective of a country.

    >>> is_demonym("estonian", "en"), is_demonym("nortal", "en")
    (True, False)
    """
    if language == "ru":
        return any(
            word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING for stem, _ in _demonyms(language)
        )
    return word in _demonym_words(language)


def atlas(entities: Iterable[Entity]) -> Atlas:
    """Every country and the cities of `data/cities.csv`; what the project has already keeps its id."""
    known = {entity.id: entity for entity in entities}
    by_code = {
        identifier.partition(":")[2]: entity.id
        for entity in known.values()
        for identifier in entity.identifiers
        if identifier.startswith("iso3166-1:")
    }
    found: list[Entity] = []
    ids: dict[str, str] = {}
    for code, names in sorted(_countries().items()):
        key = by_code.get(code) or slug(names["en"][0])
        ids[code] = key
        listed = [
            Name(key, language, text, NameRank.PREFERRED if n == 0 else NameRank.ALTERNATIVE, "")
            for language in _languages()
            for n, text in enumerate(names.get(language, ()))
        ]
        found.append(Entity(key, "Country", "", (f"iso3166-1:{code}",), tuple(listed), (key,), _NOWHERE))
    country_of: dict[str, str] = {}
    with (DATA / "cities.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            country_of[row["id"]] = ids[row["country"]]
            listed = [
                Name(row["id"], language, text, NameRank.PREFERRED if n == 0 else NameRank.ALTERNATIVE, "")
                for language in _languages()
                for n, text in enumerate(filter(None, (row.get(language) or "").split("|")))
            ]
            found.append(Entity(row["id"], "City", "", (), tuple(listed), (row["id"],), _NOWHERE))
    return Atlas(tuple(found), country_of)


class KnownThings:
    """Finds what is known beforehand in a text."""

    def __init__(self, entities: Mapping[str, Entity], facts: Iterable[Fact] = ()) -> None:
        self.entities = entities
        self.country_of = {fact.subject: fact.object for fact in facts if fact.predicate == "ofCountry"}
        """The country that a thing belongs to, where the project tells it."""
        self.atlas = atlas(entities.values())
        self.places = {entity.id: entity for entity in self.atlas.entities}
        told = [entity for entity in entities.values() if entity.class_name != "Post"]
        self._finder = MentionFinder([also_cyrillic(entity) for entity in (*told, *self.atlas.entities)])
        self.by_code = {
            identifier.partition(":")[2]: place.id
            for place in self.atlas.entities
            for identifier in place.identifiers
            if place.class_name == "Country"
        }
        self.topics = Topics(entities.values())
        places = [(also_cyrillic(place), place) for place in self.atlas.entities]
        self.place_names = {fold(name.text): place for also, place in places for name in also.names}
        self.by_name: dict[str, str] = {}
        for entity in entities.values():
            for name in entity.names:
                self.by_name.setdefault(fold(name.text), entity.id)

    def country(self, mention: Mention) -> str:
        """The country that a mention speaks of: itself, that of a city, or that of a known thing; empty for none."""
        if mention.class_name == "Country":
            return mention.entity
        return self.atlas.country_of.get(mention.entity) or self.country_of.get(mention.entity, "")

    def names_country(self, mention: Mention, country: str) -> bool:
        """Whether the name of a body, as it stands in a text, has that of its country in it."""
        told = fold(mention.name)
        return any(fold(name)[:_STEM] in told for name in self.names_of(country) if len(name) >= _STEM)

    def of_adjective(self, word: str, language: str) -> str:
        """The country that an adjective in small letters is of (узбекский, Uzbek); empty for none."""
        for stem, code in _demonyms(language):
            if word == stem or (
                language == "ru" and word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING
            ):
                return self.by_code.get(code, "")
        return ""

    def home(self, language: str) -> str:
        """The country where a language is most at home, if it is one that only one country's press writes in."""
        code = home_of(language) if language not in ("en", "ru") else ""
        return self.by_code.get(code, "")

    def names_of(self, key: str) -> list[str]:
        """All names of a known thing."""
        entities = (self.entities.get(key), self.places.get(key))
        return [name.text for entity in entities if entity is not None for name in entity.names]

    def inflected_places(self, sentence: Sentence, known: Sequence[Mention]) -> list[Mention]:
        """Places in a case that follows no rule of the language: Бакуде."""
        found = self._origins(sentence, known)
        for word in sentence.words if sentence.grammar.verb_last else ():
            small = word.lower.startswith(_SMALL_PLACES)
            if not (word.is_capital or small) or any(m.overlaps(word.start, word.end) for m in known):
                continue
            for length in range(_LONGEST_CASE, 1, -1):
                stem, case = word.lower[:-length], sentence.grammar.cases.get(word.lower[-length:], "")
                place = self.place_names.get(fold(stem)) if case and len(stem) >= _LEAST_PLACE else None
                if place is not None:
                    ours = place.id in self.entities
                    name = word.text[:-length]
                    found.append(
                        Mention(
                            word.start, word.end, name, place.class_name, sentence.grammar.code, "place-name", 0.85,
                            (Reason.BY_PLACE_NAMES,), entity=place.id, known=ours, case=case,
                        )
                    )  # fmt: skip
                    break
        return found

    def _origins(self, sentence: Sentence, known: Sequence[Mention]) -> list[Mention]:
        """Places in adjectives that say where something is from: toshkentlik, yaponiyalik."""
        ends = _ORIGIN.get(sentence.grammar.code, ())
        found: list[Mention] = []
        for word in sentence.words if ends else ():
            stem = next((word.lower[: -len(end)] for end in ends if word.lower.endswith(end)), "")
            place = self.place_names.get(fold(stem)) if len(stem) >= _LEAST_PLACE else None
            if place is not None and not any(m.overlaps(word.start, word.end) for m in known):
                name = word.text[: len(stem)].capitalize()
                found.append(
                    Mention(
                        word.start, word.end, name, place.class_name, sentence.grammar.code, "place-of-origin", 0.85,
                        (Reason.BY_PLACE_NAMES,), entity=place.id, known=place.id in self.entities, case="adj",
                    )
                )  # fmt: skip
        return found

    def find(self, text: str, offset: int, language: str) -> list[Mention]:
        """The known things that a stretch names; `offset` is where it begins in its article."""
        found = []
        for hit in self._finder.find(text, language):
            entity = self.entities.get(hit.entities[0]) or self.places[hit.entities[0]]
            ours = hit.entities[0] in self.entities
            mention = Mention(
                offset + hit.start,
                offset + hit.end,
                hit.name,
                entity.class_name,
                language,
                "known-name" if ours else "place-name",
                0.95 if ours else 0.9,
                (Reason.KNOWN_SUBJECT,) if ours else (Reason.BY_PLACE_NAMES,),
                entity=hit.entities[0],
                known=ours,
                candidates=hit.entities if len(hit.entities) > 1 else (),
                kind=entity.kind,
            )
            found.append(mention)
        return found
