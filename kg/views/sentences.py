"""Claims as sentences, in the language of the reader.

All wording is data: phrases and labels of the ontology, names of things. A new language is new literals.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from kg.facts.model import Claim, Entity, Evidence, Source, Status
from kg.facts.schema import Schema, TemporalKind
from kg.rdf.ontology import Ontology

_SLOT = re.compile(r"\{(subject|object)\}")
_IN_THE_OBJECT = ("comparison", "magnitude", "unit")


@dataclass(frozen=True)
class Part:
    """A piece of a sentence; `entity` is the id of the thing that it names, "" for other words."""

    text: str
    entity: str = ""


class Holding(Protocol):
    """What holds the things and sources that claims name: the catalogue of a build, or tables that are being made."""

    @property
    def ontology(self) -> Ontology:
        """The terms."""

    @property
    def schema(self) -> Schema:
        """The terms as the facts need them."""

    @property
    def entities(self) -> Mapping[str, Entity]:
        """Things by id."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """Sources by id."""


class Sentences:
    """Words for the claims of one catalogue in one language."""

    def __init__(self, catalogue: Holding, language: str) -> None:
        self._catalogue = catalogue
        self._ontology = catalogue.ontology
        self.language = language

    def name(self, key: str) -> str:
        """The name of a thing, or the label of a term of the ontology."""
        entity = self._catalogue.entities.get(key)
        return entity.label(self.language) if entity is not None else self.term(key)

    def term(self, name: str) -> str:
        """The label of a term of the ontology; its own name where it has none."""
        labels = self._ontology.labels.get(name, {})
        return labels.get(self.language) or labels.get("en") or name

    def kind(self, entity: Entity) -> str:
        """What a thing is: its kind where it has one, else its class."""
        return self.name(entity.kind) if entity.kind else self.term(entity.class_name)

    def sentence(self, claim: Claim, predicate: str | None = None, subject: str | None = None) -> str:
        """What a claim says, with its qualifiers in brackets.

        `predicate` and `subject` tell it as the relation that inference drew from it for somebody.
        """
        return _text(self.parts(claim, predicate, subject))

    def parts(self, claim: Claim, predicate: str | None = None, subject: str | None = None) -> list[Part]:
        """The same sentence in pieces, so that a page can make each name a link."""
        fillings = {"subject": [self._named(subject or claim.subject)], "object": self.object_parts(claim)}
        parts: list[Part] = []
        for index, piece in enumerate(self._template(predicate or claim.predicate)):
            parts += fillings[piece] if index % 2 else [Part(piece)] if piece else []
        details = self._details(claim, subject)
        return [*parts, Part(" ("), *details, Part(")")] if details else parts

    def relation(self, subject: str, predicate: str, object_: str) -> str:
        """A relation between two things, as a sentence without qualifiers."""
        return self.fill(predicate, self.name(subject), self.name(object_))

    def fill(self, predicate: str, subject: str, object_: str) -> str:
        """A property's phrase with these two texts in it."""
        texts = {"subject": subject, "object": object_}
        return "".join(texts[piece] if index % 2 else piece for index, piece in enumerate(self._template(predicate)))

    def _template(self, predicate: str) -> list[str]:
        """The pieces of a property's phrase; every second one is `subject` or `object`."""
        phrases = self._ontology.phrases[predicate]
        return _SLOT.split((phrases.get(self.language) or phrases["en"]).forward)

    def object(self, claim: Claim) -> str:
        """A claim's object: a name, or a figure with its comparison, magnitude and unit."""
        return _text(self.object_parts(claim))

    def object_parts(self, claim: Claim) -> list[Part]:
        """The same object in pieces."""
        if claim.object_is_entity:
            return [self._named(claim.object)]
        comparison, magnitude, unit = (claim.qualifiers.get(name, ()) for name in _IN_THE_OBJECT)
        return _joined(
            " ",
            *([Part(self.term(value))] for value in comparison),
            [Part(claim.object)],
            *([Part(self.term(value))] for value in magnitude),
            *([self._named(value)] for value in unit),
        )

    def details(self, claim: Claim) -> str:
        """A claim's other qualifiers and its status where it is not stated, in the words of their phrases."""
        return _text(self._details(claim))

    def _details(self, claim: Claim, party: str | None = None) -> list[Part]:
        """Told of the party on whose behalf it was done, a claim names the person who did it instead."""
        shown = [] if claim.status is Status.STATED else [[Part(self.term(claim.status.value))]]
        if party is not None:
            shown.append([self._named(claim.subject)])
        told = (*_IN_THE_OBJECT, "note") if party is None else (*_IN_THE_OBJECT, "note", "onBehalfOf")
        for name, values in claim.qualifiers.items():
            if name not in told:
                texts = _joined(", ", *([self._value(name, value)] for value in values))
                phrase = self._template(name) if name in self._ontology.phrases else [f"{self.term(name)}: ", "object"]
                shown.append([part for piece in phrase for part in _filled(piece, texts)])
        return _joined("; ", *shown)

    def _value(self, name: str, value: str) -> Part:
        return self._named(value) if self._catalogue.schema.properties[name].is_object_property else Part(value)

    def _named(self, key: str) -> Part:
        return Part(self.name(key), key if key in self._catalogue.entities else "")

    def date(self, claim: Claim) -> str:
        """When a claim holds or happened: `2021 →`, `2026 → 2029`, `2020-01-21`, or `≤ 2026-01-23` for what was
        reported by that day; empty where nothing is known."""
        kind = self._catalogue.schema.properties[claim.predicate].temporal_kind
        if claim.from_ is None and claim.until is None:
            return f"≤ {claim.reported.text}" if claim.reported is not None and claim.asserted else ""
        from_ = claim.from_.text if claim.from_ else ""
        until = claim.until.text if claim.until else ""
        if kind is TemporalKind.EVENT and not until:
            return from_
        return f"{from_} → {until}".strip()

    def proof(self, item: Evidence) -> str:
        """A piece of evidence in one line: the quote or record, then the source's id, publisher and date."""
        source = self._catalogue.sources[item.source]
        words = f"“{item.quote.text}”" if item.quote is not None else item.record
        publisher = self.name(source.publisher) if source.publisher else ""
        about = ", ".join(filter(None, (source.id, publisher, source.published.text if source.published else "")))
        return f"{words}  {about}"

    def sources(self, claim: Claim) -> str:
        """Who says so: the quotes and their sources' titles, one a line."""
        lines = []
        for item in claim.evidence:
            title = self._catalogue.sources[item.source].title
            lines.append(f"“{item.quote.text}” ({title})" if item.quote else f"{item.record} ({title})")
        return "\n".join(lines)


def _filled(piece: str, texts: list[Part]) -> list[Part]:
    """A piece of a qualifier's phrase, which has one place, for the object."""
    if piece == "object":
        return texts
    return [Part(piece)] if piece else []


def _text(parts: list[Part]) -> str:
    return "".join(part.text for part in parts)


def _joined(separator: str, *groups: list[Part]) -> list[Part]:
    parts: list[Part] = []
    for group in groups:
        parts += [Part(separator), *group] if parts else group
    return parts
