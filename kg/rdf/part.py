"""A part of a catalogue: chosen things, and what is told between them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from kg.facts.model import Claim, Entity, Source
from kg.rdf.catalogue import Catalogue, DerivedTie
from kg.rdf.relation_rows import Relation

_STEPS_OF_PLACES = 3
"""So far places are followed to what they lie in, which is how a thing comes by its country."""


class Part(Catalogue):
    """A catalogue of some things of another, and of what their claims cannot be told without.

    With each chosen thing come its places and countries, who acts on its behalf, what its claims name in qualifiers,
    its kind, and the publishers of its sources; and the claims of the chosen things among all these.
    """

    def __init__(self, whole: Catalogue, chosen: Collection[str]) -> None:
        super().__init__(whole.store, whole.ontology)
        self.whole = whole
        self.chosen = frozenset(chosen)
        self._told = self._tell()

    def _tell(self) -> list[Claim]:
        """The claims of the chosen things, or made on their behalf, and those that say where their places lie."""
        whole = self.whole
        chosen = sorted(self.chosen)
        told = new = [*whole.told_by(chosen), *whole.told_for(chosen)]
        reached = set(self.chosen)
        for _ in range(_STEPS_OF_PLACES):
            ends = {object_ for _, object_ in new if object_ and object_ not in reached}
            places = sorted(key for key in ends if self.schema.is_a(whole.class_of(key) or "", "Place"))
            reached.update(places)
            new = [(claim, object_) for claim, object_ in whole.told_by(places) if object_]
            told = [*told, *new]
        return [
            whole.claims[key] for key in sorted({key for key, object_ in told if not object_ or object_ in reached})
        ]

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """The things of the part by id, sorted."""
        whole = self.whole.entities
        keys = set(self.chosen)
        for claim in self._told:
            keys.update((claim.subject, claim.object) if claim.object_is_entity else (claim.subject,))
            keys.update(value for values in claim.qualifiers.values() for value in values)
            keys.update(self.whole.sources[source].publisher for source in claim.sources)
        found = {key: whole[key] for key in keys if key in whole}
        kinds = {thing.kind for thing in found.values() if thing.kind in whole}
        return dict(sorted((found | {key: whole[key] for key in kinds}).items()))

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims of the part by key, sorted."""
        return {claim.key: claim for claim in self._told}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources that the claims of the part rest on by id, sorted."""
        return {key: self.whole.sources[key] for key in sorted({key for c in self._told for key in c.sources})}

    def relations(self) -> Iterator[Relation]:
        """The relations between things of the part."""
        for claim in self._told:
            if claim.asserted and claim.object_is_entity:
                yield Relation(
                    claim.key,
                    claim.subject,
                    claim.predicate,
                    claim.object,
                    claim.from_.text if claim.from_ else "",
                    claim.until.text if claim.until else "",
                    " ".join(claim.sources),
                )

    @cached_property
    def derived_ties(self) -> tuple[DerivedTie, ...]:
        """Those between things of the part."""
        ties = self._ties_derived_from(self._told)
        return tuple(tie for tie in ties if tie.subject in self.entities and tie.object in self.entities)
