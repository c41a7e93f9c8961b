"""Claims as sentences, in the language of the reader.

All wording is data: phrases and labels of the ontology, names of things. A new language is new literals.
"""

from __future__ import annotations

from kg.facts.model import Claim, Entity, Status
from kg.facts.schema import TemporalKind
from kg.rdf.catalogue import Catalogue


class Sentences:
    """Words for the claims of one catalogue in one language."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
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

    def sentence(self, claim: Claim) -> str:
        """What a claim says, with its qualifiers in brackets."""
        text = self.fill(claim.predicate, self.name(claim.subject), self.object(claim))
        details = self.details(claim)
        return f"{text} ({details})" if details else text

    def relation(self, subject: str, predicate: str, object_: str) -> str:
        """A relation between two things, as a sentence without qualifiers."""
        return self.fill(predicate, self.name(subject), self.name(object_))

    def fill(self, predicate: str, subject: str, object_: str) -> str:
        """A property's phrase with these two texts in it."""
        phrases = self._ontology.phrases[predicate]
        template = (phrases.get(self.language) or phrases["en"]).forward
        before, _, after = template.partition("{subject}")
        return before.replace("{object}", object_) + subject + after.replace("{object}", object_)

    def object(self, claim: Claim) -> str:
        """A claim's object: a name, or a figure with its comparison, magnitude and unit."""
        if claim.object_is_entity:
            return self.name(claim.object)
        words = [
            *(self.term(value) for value in claim.qualifiers.get("comparison", ())),
            claim.object,
            *(self.term(value) for value in claim.qualifiers.get("magnitude", ())),
            *(self.name(value) for value in claim.qualifiers.get("unit", ())),
        ]
        return " ".join(words)

    def details(self, claim: Claim) -> str:
        """A claim's other qualifiers and its status where it is not stated, as `label: value`."""
        shown = [] if claim.status is Status.STATED else [self.term(claim.status.value)]
        for name, values in claim.qualifiers.items():
            if name not in ("comparison", "magnitude", "unit", "note"):
                texts = ", ".join(self._value(name, value) for value in values)
                shown.append(f"{self.term(name)}: {texts}")
        return "; ".join(shown)

    def _value(self, name: str, value: str) -> str:
        return self.name(value) if self._catalogue.schema.properties[name].is_object_property else value

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

    def sources(self, claim: Claim) -> str:
        """Who says so: the quotes and their sources' titles, one a line."""
        lines = []
        for item in claim.evidence:
            title = self._catalogue.sources[item.source].title
            lines.append(f"“{item.quote.text}” ({title})" if item.quote else f"{item.record} ({title})")
        return "\n".join(lines)
