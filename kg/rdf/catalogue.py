"""What a store holds, read back as things, sources and claims: for networks, views and look-ups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from pyoxigraph import NamedNode, Quad, Store

from kg.facts.conflicts import telling
from kg.facts.identity import NameIndex
from kg.facts.model import Claim, Entity, Evidence, Quote, Source, Status
from kg.facts.schema import PropertyUse
from kg.rdf.descriptions import (
    RANKS,
    STORE,
    TOLD_OF_ENTITIES,
    Description,
    date_of,
    describe,
    entity_of,
    first,
    plain,
    source_of,
)
from kg.rdf.index import Index
from kg.rdf.ontology import Ontology
from kg.rdf.reading import Reading
from kg.rdf.relation_rows import Relation, read_relations
from kg.rdf.store import Dataset, graph_triples
from kg.rdf.vocabulary import (
    CLAIM,
    EVIDENCE,
    ID,
    KG,
    OA,
    RDF,
    SOURCE,
    TYPE,
    GraphName,
    is_term,
    local_name,
    term,
    thing,
)


@dataclass(frozen=True)
class DerivedTie:
    """A relation that inference drew from a claim made on somebody's behalf."""

    subject: str
    predicate: str
    object: str
    claim: str


class Catalogue:
    """The things, sources and claims of one store, each read when first asked for.

    In a store at hand, what is asked for by its key is read alone; going through them reads all. Of a store elsewhere
    all are read at once, since each request takes its time.
    """

    def __init__(self, store: Dataset, ontology: Ontology, index: Index | None = None) -> None:
        """`index` is what the build prepared beside the store, if it did."""
        self.store = store
        self.ontology = ontology
        self.index = index
        self.schema = ontology.schema
        self._at_hand = isinstance(store, Store)

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """All things by id, sorted."""
        return Reading(self._read_entities, self._read_entity if self._at_hand else None)

    def _read_entities(self) -> dict[str, Entity]:
        # Not what they are related to: of a large graph that is most.
        quads = chain.from_iterable(self._quads(None, each, None, GraphName.ASSERTED) for each in TOLD_OF_ENTITIES)
        things = describe(quad.triple for quad in quads)
        return {
            iri.removeprefix(ID): entity_of(iri.removeprefix(ID), things[iri])
            for iri in sorted(things)
            if iri.startswith(ID) and RDF + "type" in things[iri]
        }

    def _read_entity(self, key: str) -> Entity | None:
        about = self._about(ID + key, GraphName.ASSERTED)
        return entity_of(key, about) if RDF + "type" in about else None

    def kinds(self) -> Iterator[tuple[str, str, str]]:
        """Id, class and English label of each thing, sorted."""
        if self.index is not None:
            yield from self.index.things()
        else:
            yield from ((key, entity.class_name, entity.label("en")) for key, entity in self.entities.items())

    @cached_property
    def classes(self) -> Mapping[str, str]:
        """The class of each thing by id, sorted."""
        return {key: class_name for key, class_name, _ in self.kinds()}

    @cached_property
    def names(self) -> NameIndex:
        """The index over all names of all things."""
        return NameIndex(self.index.directory if self.index is not None else self.entities)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """All sources by id, sorted."""
        return Reading(self._read_sources, self._read_source if self._at_hand else None)

    def _read_sources(self) -> dict[str, Source]:
        if self._at_hand:
            quads = self._quads(None, TYPE, term("Source"), GraphName.CLAIMS)
            keys = sorted(quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode))
            return {iri.removeprefix(SOURCE): self.sources[iri.removeprefix(SOURCE)] for iri in keys}
        return {
            iri.removeprefix(SOURCE): source_of(iri.removeprefix(SOURCE), about)
            for iri, about in sorted(self._claim_layer.items())
            if iri.startswith(SOURCE)
        }

    def _read_source(self, key: str) -> Source | None:
        about = self._described(SOURCE + key)
        return source_of(key, about) if about else None

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """All claims by key, sorted."""
        return Reading(self._read_claims, self._read_claim if self._at_hand else None)

    def _read_claims(self) -> dict[str, Claim]:
        layer = self._claim_layer
        return {
            iri.removeprefix(CLAIM): self._claim(iri.removeprefix(CLAIM), layer[iri])
            for iri in sorted(layer)
            if iri.startswith(CLAIM)
        }

    def _read_claim(self, key: str) -> Claim | None:
        about = self._described(CLAIM + key)
        return self._claim(key, about) if RDF + "subject" in about else None

    def relations(self) -> Iterator[Relation]:
        """The relations between things that claims assert, by the keys of the claims."""
        if self.index is None:
            yield from read_relations(self.store)
        else:
            for row in self.index.ties():
                if row.key == row.claim:
                    yield Relation(row.claim, row.subject, row.predicate, row.object, row.from_, row.until, row.sources)

    @cached_property
    def derived_ties(self) -> tuple[DerivedTie, ...]:
        """Inferred relations between a party and what a person did for it (signed, took part in), sorted."""
        if not self._at_hand:
            acting = [claim for claim in self.claims.values() if "onBehalfOf" in claim.qualifiers]
        else:
            acting = self._claims_among(self._quads(None, term("onBehalfOf"), None, GraphName.CLAIMS))
        return tuple(self._ties_derived_from(acting))

    def _ties_derived_from(self, claims: Iterable[Claim]) -> Iterator[DerivedTie]:
        for claim in claims:
            for party in claim.qualifiers.get("onBehalfOf", ()):
                predicate = self._inferred_tie(party, claim.object) if claim.asserted else None
                if predicate is not None:
                    yield DerivedTie(party, predicate, claim.object, claim.key)

    def _inferred_tie(self, subject: str, object_: str) -> str | None:
        """The first property, of those that are ties and no inverses, that inference drew between two things."""
        if self._at_hand:
            quads = self._quads(thing(subject), None, thing(object_), GraphName.INFERRED)
            found = sorted(quad.predicate.value for quad in quads)
        else:
            found = self._inferred_between.get((subject, object_), [])
        for name in map(local_name, found):
            property_ = self.schema.properties.get(name)
            if property_ is not None and property_.tie and property_.inverse_of is None:
                return name
        return None

    @cached_property
    def _inferred_between(self) -> Mapping[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for t in sorted(graph_triples(self.store, GraphName.INFERRED), key=str):
            if isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode):
                found[local_name(t.subject.value), local_name(t.object.value)].append(t.predicate.value)
        return found

    def _quads(
        self, subject: NamedNode | None, predicate: NamedNode | None, object_: NamedNode | None, graph: GraphName
    ) -> Iterator[Quad]:
        return self.store.quads_for_pattern(subject, predicate, object_, graph.node)

    def _about(self, iri: str, graph: GraphName) -> Description:
        """What a graph says of one subject; nothing of what cannot be one."""
        try:
            node = NamedNode(iri)
        except ValueError:
            return {}
        return describe(quad.triple for quad in self._quads(node, None, None, graph)).get(iri, {})

    def timeless_quads(self) -> list[Quad]:
        """What no claim tells and no day changes: types, names, identifiers, judgements on identity, sources."""
        told = set(self.schema.names_of(PropertyUse.RELATION, PropertyUse.FIGURE))
        asserted = self.store.quads_for_pattern(None, None, None, GraphName.ASSERTED.node)
        claims = self.store.quads_for_pattern(None, None, None, GraphName.CLAIMS.node)
        return [
            *(
                quad
                for quad in asserted
                if not (is_term(quad.predicate.value) and local_name(quad.predicate.value) in told)
            ),
            *(quad for quad in claims if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(SOURCE)),
        ]

    def inferred_about(self, entity: str) -> list[tuple[str, str, str]]:
        """What inference drew of a thing: subject, property and object, each relation in one direction; sorted."""
        node = thing(entity)
        graph = GraphName.INFERRED.node
        found = set()
        outgoing = self.store.quads_for_pattern(node, None, None, graph)
        incoming = self.store.quads_for_pattern(None, None, node, graph)
        for quad in chain(outgoing, incoming):
            property_ = self.schema.properties.get(local_name(quad.predicate.value))
            if property_ is None or property_.use is not PropertyUse.RELATION or property_.inverse_of is not None:
                continue
            if property_.symmetric and quad.subject != node:
                continue
            assert isinstance(quad.subject, NamedNode)
            assert isinstance(quad.object, NamedNode)
            found.add((local_name(quad.subject.value), property_.name, local_name(quad.object.value)))
        return sorted(found)

    def about(self, entity: str) -> list[Claim]:
        """The claims that a thing stands in, as subject, object or qualifier; sorted by date, then predicate."""
        if self._at_hand:
            claims: Iterable[Claim] = self._claims_among(self._quads(None, None, thing(entity), GraphName.CLAIMS))
        else:
            claims = self.claims.values()
        found = [
            claim
            for claim in claims
            if entity == claim.subject
            or (claim.object_is_entity and entity == claim.object)
            or any(entity in values for values in claim.qualifiers.values())
        ]
        return sorted(found, key=lambda claim: (claim.from_.text if claim.from_ else "~", claim.predicate, claim.key))

    def told_by(self, subjects: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The keys of the claims that have these subjects, each with its object where that is a thing, else ""."""
        if self._at_hand:
            subject = NamedNode(RDF + "subject")
            for key in subjects:
                yield from self._with_objects(self._quads(None, subject, thing(key), GraphName.CLAIMS))
        else:
            wanted = set(subjects)
            yield from (_with_object(claim) for claim in self.claims.values() if claim.subject in wanted)

    def told_for(self, parties: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The same of the claims of what was done on behalf of these."""
        if self._at_hand:
            for key in parties:
                yield from self._with_objects(self._quads(None, term("onBehalfOf"), thing(key), GraphName.CLAIMS))
        else:
            wanted = set(parties)
            acting = (claim for claim in self.claims.values() if "onBehalfOf" in claim.qualifiers)
            yield from (_with_object(claim) for claim in acting if wanted.intersection(claim.qualifiers["onBehalfOf"]))

    def _with_objects(self, quads: Iterable[Quad]) -> Iterator[tuple[str, str]]:
        """What is told of claims of which whoever asks wants few: a claim is read with its evidence."""
        predicate = NamedNode(RDF + "object")
        claims = (quad.subject for quad in quads if isinstance(quad.subject, NamedNode))
        for claim in (claim for claim in claims if claim.value.startswith(CLAIM)):
            for quad in self._quads(claim, predicate, None, GraphName.CLAIMS):
                object_ = quad.object
                told = object_.value.removeprefix(ID) if isinstance(object_, NamedNode) else ""
                yield claim.value.removeprefix(CLAIM), told

    def class_of(self, key: str) -> str | None:
        """The class of a thing; None where there is none of this id."""
        if self.index is not None:
            found = self.index.thing(key)
            return found[0] if found is not None else None
        return self.entities[key].class_name if key in self.entities else None

    @cached_property
    def _claim_layer(self) -> Mapping[str, Description]:
        return describe(graph_triples(self.store, GraphName.CLAIMS))

    def _described(self, iri: str) -> Description:
        """What the claim layer says of a claim, a source or a piece of evidence."""
        if self._at_hand and "_claim_layer" not in vars(self):
            return self._about(iri, GraphName.CLAIMS)
        return self._claim_layer.get(iri, {})

    def _claim(self, key: str, about: Description) -> Claim:
        evidence = tuple(sorted((self._evidence(node.value) for node in about[KG + "supportedBy"]), key=_reading_order))
        reported = [item.reported for item in telling(evidence) if item.reported is not None]
        object_ = about[RDF + "object"][0]
        qualifiers = {
            local_name(predicate): tuple(sorted(plain(node) for node in nodes))
            for predicate, nodes in sorted(about.items())
            if is_term(predicate) and local_name(predicate) in self._qualifiers
        }
        return Claim(
            key=key,
            subject=first(about, RDF + "subject", ID),
            predicate=local_name(about[RDF + "predicate"][0].value),
            object=plain(object_),
            object_is_entity=isinstance(object_, NamedNode),
            from_=date_of(about, KG + "from"),
            until=date_of(about, KG + "until"),
            reported=min(reported, key=lambda date: (date.latest, date.text), default=None),
            status=Status(local_name(about[KG + "status"][0].value)),
            rank=RANKS[local_name(about[KG + "rank"][0].value)],
            spell=int(first(about, KG + "spell") or 1),
            superseded=self._is_superseded(key),
            supersedes=tuple(sorted(local_name(node.value) for node in about.get(KG + "supersedes", ()))),
            qualifiers=qualifiers,
            evidence=evidence,
        )

    @cached_property
    def _qualifiers(self) -> frozenset[str]:
        return frozenset(self.schema.names_of(PropertyUse.QUALIFIER))

    def _claims_among(self, quads: Iterable[Quad]) -> list[Claim]:
        """The claims that are subjects of these, by key."""
        iris = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
        return [self.claims[iri.removeprefix(CLAIM)] for iri in sorted(iris) if iri.startswith(CLAIM)]

    def _is_superseded(self, key: str) -> bool:
        if self._at_hand and "_claim_layer" not in vars(self):
            later = self._quads(None, term("supersedes"), NamedNode(CLAIM + key), GraphName.CLAIMS)
            return next(later, None) is not None
        return CLAIM + key in self._superseded

    @cached_property
    def _superseded(self) -> frozenset[str]:
        return frozenset(
            node.value for about in self._claim_layer.values() for node in about.get(KG + "supersedes", ())
        )

    def _evidence(self, iri: str) -> Evidence:
        about = self._described(iri)
        source = first(about, OA + "hasSource", SOURCE)
        return Evidence(
            key=iri.removeprefix(EVIDENCE),
            source=source,
            quote=self._quote(iri, about),
            record=first(about, KG + "record"),
            from_=date_of(about, KG + "from"),
            until=date_of(about, KG + "until"),
            derived=first(about, KG + "dating", KG) == "derivedDate",
            status=Status(local_name(about[KG + "evidenceStatus"][0].value)),
            rank=RANKS[first(about, KG + "evidenceRank", KG) or "normalRank"],
            reported=self.sources[source].reported,
            row=STORE,
            qualifiers=dict(_pair(node.value) for node in about.get(KG + "qualifierTold", ())),
        )

    def _quote(self, iri: str, about: Description) -> Quote | None:
        selector = self._described(iri + "#quote")
        if not selector:
            return None
        position = self._described(iri + "#position")
        occurrence = first(about, KG + "occurrence")
        start, end = first(position, OA + "start"), first(position, OA + "end")
        return Quote(
            text=first(selector, OA + "exact"),
            occurrence=int(occurrence) if occurrence else None,
            start=int(start) if start else None,
            end=int(end) if end else None,
            verified=bool(position),
        )


def _reading_order(item: Evidence) -> tuple[str, int, str]:
    """Evidence by source, then as it stands in its document."""
    return item.source, item.quote.start or 0 if item.quote is not None else 0, item.key


def _pair(text: str) -> tuple[str, str]:
    """Name and value of a qualifier."""
    name, _, value = text.partition(" ")
    return name, value


def _with_object(claim: Claim) -> tuple[str, str]:
    return claim.key, claim.object if claim.object_is_entity else ""
