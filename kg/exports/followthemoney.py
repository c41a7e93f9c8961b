"""FollowTheMoney entities, one JSON object a line, for Aleph and the tools around it.

Two tables in `data/` say which schema a class or a relation becomes; the first row that fits is taken. Agreements,
decrees and sources are Documents; every link carries its quotes, its sources as `proof`, its dates, and the key of its
claim. What FollowTheMoney has no entity for (topics, services, figures) is told on the thing that it is about, as a
keyword or a note; only what is told of topics among themselves is left out. So are planned and denied claims: its
readers take every link for a fact. The package itself is not needed to write them.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

from kg.exports.formats import Export
from kg.facts.model import Claim, Entity, NameRank, Source
from kg.facts.schema import TemporalKind
from kg.views.sentences import Sentences

_DATA = Path(__file__).parent / "data"
# The schemata above those that the tables name, as far as links ask for them (followthemoney 4).
_ABOVE = {
    "Person": {"LegalEntity", "Thing"},
    "Company": {"Organization", "LegalEntity", "Thing"},
    "PublicBody": {"Organization", "LegalEntity", "Thing"},
    "Organization": {"LegalEntity", "Thing"},
}
_KEYWORDS = frozenset({"focusesOn", "offers"})
_IN_COUNTRY = frozenset({"ofCountry", "locatedIn", "establishedIn", "heldIn"})
_ISO = "iso3166-1:"
# ISO 639-3, which FollowTheMoney wants, for the languages of our sources; of others none is told.
_LANGUAGES = {"az": "aze", "en": "eng", "kk": "kaz", "ru": "rus", "tr": "tur", "uz": "uzb", "zh": "zho"}

Properties = dict[str, list[str]]


@dataclass(frozen=True)
class Link:
    """A row of the table of links: the schema for a relation between two schemata, and which property holds which."""

    predicate: str
    subject: str
    object: str
    schema: str
    from_subject: str
    from_object: str


def write_entities(export: Export, out: BinaryIO) -> None:
    """Writes things, then sources, then links."""
    for entity in _Mapping(export).entities():
        out.write(f"{json.dumps(entity, ensure_ascii=False)}\n".encode())


@cache
def class_table() -> tuple[tuple[str, str], ...]:
    """Our classes and their schemata, the first that fits being the one."""
    with (_DATA / "followthemoney_classes.csv").open(encoding="utf-8", newline="") as file:
        return tuple((row["class"], row["schema"]) for row in csv.DictReader(file))


@cache
def link_table() -> tuple[Link, ...]:
    """Relations and their schemata, the first that fits being the one."""
    with (_DATA / "followthemoney_links.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Link(**row) for row in csv.DictReader(file))


class _Mapping:
    """One export, being mapped."""

    def __init__(self, export: Export) -> None:
        self._catalogue = export.catalogue
        self._words = Sentences(export.catalogue, export.language)
        self._schemata = {
            entity.id: schema
            for entity in export.catalogue.entities.values()
            if (schema := self._schema(entity)) is not None
        }
        self._claims = [claim for claim in export.catalogue.claims.values() if claim.asserted]

    def entities(self) -> Iterator[Mapping[str, object]]:
        told = self._told_of_things()
        for key, schema in self._schemata.items():
            yield _entity(_thing(key), schema, self._properties(key, told[key]))
        for source in self._catalogue.sources.values():
            yield _entity(_source(source.id), "Document", self._of_source(source))
        for claim in self._claims:
            link = self._link(claim)
            if link is not None:
                yield _entity(f"kg-claim-{claim.key}", link.schema, self._of_link(claim, link))

    def _schema(self, entity: Entity) -> str | None:
        is_a = self._catalogue.schema.is_a
        return next((schema for name, schema in class_table() if is_a(entity.class_name, name)), None)

    def _link(self, claim: Claim) -> Link | None:
        """The row for a claim; None where one of its ends is no entity there."""
        subject, object_ = self._schemata.get(claim.subject), self._schemata.get(claim.object)
        if not claim.object_is_entity or subject is None or object_ is None:
            return None
        fitting = (
            row
            for row in link_table()
            if row.predicate in ("", claim.predicate) and _is_a(subject, row.subject) and _is_a(object_, row.object)
        )
        return next(fitting)

    def _told_of_things(self) -> Mapping[str, Properties]:
        """What claims tell of a thing that is a property there: countries, keywords, posts' organisations, notes."""
        told: Mapping[str, Properties] = defaultdict(lambda: defaultdict(list))
        for claim in self._claims:
            about = told[claim.subject]
            if self._link(claim) is None:
                keyword = claim.object_is_entity and claim.predicate in _KEYWORDS
                holder = claim.subject if claim.subject in self._schemata else claim.object
                text = self._words.name(claim.object) if keyword else self._words.sentence(claim)
                told[holder]["keywords" if keyword else "notes"].append(text)
            elif claim.predicate in _IN_COUNTRY:
                about["country"] += self._codes(claim.object)
            elif claim.predicate == "postIn":
                about["organization"] += [_thing(claim.object)] if self._is_organisation(claim.object) else []
                about["country"] += self._codes(claim.object)
        return told

    def _is_organisation(self, key: str) -> bool:
        return _is_a(self._schemata[key], "Organization")

    def _codes(self, key: str) -> list[str]:
        identifiers = self._catalogue.entities[key].identifiers
        return [text.removeprefix(_ISO).lower() for text in identifiers if text.startswith(_ISO)]

    def _properties(self, key: str, told: Properties) -> Properties:
        entity, main = self._catalogue.entities[key], self._words.name(key)
        others = [name for name in entity.names if name.text != main]
        properties = {"name": [main], "alias": [n.text for n in others if n.rank is not NameRank.ACRONYM]}
        properties["weakAlias"] = [name.text for name in others if name.rank is NameRank.ACRONYM]
        if self._schemata[key] == "Document":
            properties["title"] = [main]
        codes = self._codes(key)
        return {**properties, **told, "country": [*codes, *told.get("country", ())]}

    def _of_source(self, source: Source) -> Properties:
        return {
            "name": [source.title],
            "title": [source.title],
            "publisher": [self._words.name(source.publisher)] if source.publisher else [],
            "publishedAt": [source.published.text] if source.published else [],
            "retrievedAt": [source.retrieved.text] if source.retrieved else [],
            "language": [_LANGUAGES.get(source.language, "")],
            "sourceUrl": [source.url] if source.url else [],
        }

    def _of_link(self, claim: Claim, link: Link) -> Properties:
        sources = [self._catalogue.sources[key] for key in claim.sources]
        event = self._catalogue.schema.properties[claim.predicate].temporal_kind is TemporalKind.EVENT
        return {
            link.from_subject: [_thing(claim.subject)],
            link.from_object: [_thing(claim.object)],
            "role": [] if link.schema == "Occupancy" else [self._words.term(claim.predicate)],
            "description": [self._words.sentence(claim)],
            "summary": [item.quote.text if item.quote else item.record for item in claim.evidence],
            "date" if event else "startDate": [claim.from_.text] if claim.from_ else [],
            "endDate": [claim.until.text] if claim.until else [],
            "recordId": [claim.key],
            "proof": [_source(source.id) for source in sources],
            "publisher": [self._words.name(source.publisher) for source in sources if source.publisher],
            "sourceUrl": [source.url for source in sources if source.url],
        }


def _entity(key: str, schema: str, properties: Properties) -> Mapping[str, object]:
    """An entity as its JSON has it: values sorted, each once, properties without a value left out."""
    kept = {name: sorted(set(filter(None, values))) for name, values in sorted(properties.items())}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _is_a(schema: str, wanted: str) -> bool:
    return wanted in ("Thing", schema) or wanted in _ABOVE.get(schema, ())


def _thing(key: str) -> str:
    return f"kg-{key}"


def _source(key: str) -> str:
    return f"kg-source-{key}"
