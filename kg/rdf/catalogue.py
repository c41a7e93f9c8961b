"""What a store holds, read back as things, sources and claims: for networks, views and look-ups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.facts.conflicts import telling
from kg.facts.dates import PartialDate
from kg.facts.identity import NameIndex
from kg.facts.model import Claim, Entity, Evidence, Name, NameRank, Quote, Rank, Row, Source, Status
from kg.facts.schema import PropertyUse
from kg.rdf.ontology import Ontology
from kg.rdf.store import Dataset, graph_triples
from kg.rdf.vocabulary import (
    CLAIM,
    DCTERMS,
    EVIDENCE,
    ID,
    KG,
    OA,
    RDF,
    RDFS,
    SKOS,
    SOURCE,
    GraphName,
    is_term,
    local_name,
    thing,
)

Node = NamedNode | Literal
Description = Mapping[str, list[Node]]
"""The objects of one subject by the local name of the predicate."""

_STORE = Row("the store", 0)
_RANKS = {"preferredRank": Rank.PREFERRED, "normalRank": Rank.NORMAL, "deprecatedRank": Rank.DEPRECATED}
_NAMES = {
    RDFS + "label": None,
    SKOS + "prefLabel": NameRank.PREFERRED,
    SKOS + "altLabel": NameRank.ALTERNATIVE,
    KG + "acronym": NameRank.ACRONYM,
    KG + "rendering": NameRank.RENDERING,
}


@dataclass(frozen=True)
class DerivedTie:
    """A relation that inference drew from a claim made on somebody's behalf."""

    subject: str
    predicate: str
    object: str
    claim: str


class Catalogue:
    """The things, sources and claims of one store, each read when first asked for."""

    def __init__(self, store: Dataset, ontology: Ontology) -> None:
        self.store = store
        self.ontology = ontology
        self.schema = ontology.schema

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """All things by id, sorted."""
        things = _describe(graph_triples(self.store, GraphName.ASSERTED))
        found = {}
        for iri in sorted(things):
            if not iri.startswith(ID) or RDF + "type" not in things[iri]:
                continue
            key, about = iri.removeprefix(ID), things[iri]
            identifiers = sorted(node.value for node in about.get(KG + "identifier", ()))
            found[key] = Entity(
                id=key,
                class_name=local_name(about[RDF + "type"][0].value),
                kind=_first(about, KG + "kind", ID),
                identifiers=tuple(text for text in identifiers if not text.startswith("kg:")),
                names=tuple(_names(key, about)),
                ids=(key, *(text.removeprefix("kg:") for text in identifiers if text.startswith("kg:"))),
                row=_STORE,
            )
        return found

    @cached_property
    def names(self) -> NameIndex:
        """The index over all names of all things."""
        return NameIndex(self.entities)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """All sources by id, sorted."""
        return {
            iri.removeprefix(SOURCE): _source(iri.removeprefix(SOURCE), about)
            for iri, about in sorted(self._claim_layer.items())
            if iri.startswith(SOURCE)
        }

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """All claims by key, sorted."""
        layer = self._claim_layer
        return {
            iri.removeprefix(CLAIM): self._claim(iri.removeprefix(CLAIM), layer[iri])
            for iri in sorted(layer)
            if iri.startswith(CLAIM)
        }

    @cached_property
    def derived_ties(self) -> tuple[DerivedTie, ...]:
        """Inferred relations between a party and what a person did for it (signed, took part in), sorted."""
        inferred = {
            (local_name(t.subject.value), local_name(t.object.value)): local_name(t.predicate.value)
            for t in sorted(graph_triples(self.store, GraphName.INFERRED), key=str, reverse=True)
            if isinstance(t.subject, NamedNode)
            and isinstance(t.object, NamedNode)
            and (property_ := self.schema.properties.get(local_name(t.predicate.value))) is not None
            and property_.tie
            and property_.inverse_of is None
        }
        ties = []
        for claim in self.claims.values():
            for party in claim.qualifiers.get("onBehalfOf", ()):
                predicate = inferred.get((party, claim.object))
                if claim.asserted and predicate is not None:
                    ties.append(DerivedTie(party, predicate, claim.object, claim.key))
        return tuple(ties)

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
        found = [
            claim
            for claim in self.claims.values()
            if entity == claim.subject
            or (claim.object_is_entity and entity == claim.object)
            or any(entity in values for values in claim.qualifiers.values())
        ]
        return sorted(found, key=lambda claim: (claim.from_.text if claim.from_ else "~", claim.predicate, claim.key))

    @cached_property
    def _claim_layer(self) -> Mapping[str, Description]:
        return _describe(graph_triples(self.store, GraphName.CLAIMS))

    def _claim(self, key: str, about: Description) -> Claim:
        evidence = tuple(sorted((self._evidence(node.value) for node in about[KG + "supportedBy"]), key=_reading_order))
        reported = [item.reported for item in telling(evidence) if item.reported is not None]
        object_ = about[RDF + "object"][0]
        qualifiers = {
            local_name(predicate): tuple(sorted(_plain(node) for node in nodes))
            for predicate, nodes in sorted(about.items())
            if is_term(predicate) and local_name(predicate) in self._qualifiers
        }
        return Claim(
            key=key,
            subject=_first(about, RDF + "subject", ID),
            predicate=local_name(about[RDF + "predicate"][0].value),
            object=_plain(object_),
            object_is_entity=isinstance(object_, NamedNode),
            from_=_date(about, KG + "from"),
            until=_date(about, KG + "until"),
            reported=min(reported, key=lambda date: (date.latest, date.text), default=None),
            status=Status(local_name(about[KG + "status"][0].value)),
            rank=_RANKS[local_name(about[KG + "rank"][0].value)],
            spell=int(_first(about, KG + "spell") or 1),
            superseded=CLAIM + key in self._superseded,
            supersedes=tuple(sorted(local_name(node.value) for node in about.get(KG + "supersedes", ()))),
            qualifiers=qualifiers,
            evidence=evidence,
        )

    @cached_property
    def _qualifiers(self) -> frozenset[str]:
        return frozenset(self.schema.names_of(PropertyUse.QUALIFIER))

    @cached_property
    def _superseded(self) -> frozenset[str]:
        return frozenset(
            node.value for about in self._claim_layer.values() for node in about.get(KG + "supersedes", ())
        )

    def _evidence(self, iri: str) -> Evidence:
        about = self._claim_layer[iri]
        source = _first(about, OA + "hasSource", SOURCE)
        return Evidence(
            key=iri.removeprefix(EVIDENCE),
            source=source,
            quote=self._quote(iri, about),
            record=_first(about, KG + "record"),
            from_=_date(about, KG + "from"),
            until=_date(about, KG + "until"),
            derived=_first(about, KG + "dating", KG) == "derivedDate",
            status=Status(local_name(about[KG + "evidenceStatus"][0].value)),
            rank=_RANKS[_first(about, KG + "evidenceRank", KG) or "normalRank"],
            reported=self.sources[source].reported,
            row=_STORE,
            qualifiers=dict(_pair(node.value) for node in about.get(KG + "qualifierTold", ())),
        )

    def _quote(self, iri: str, about: Description) -> Quote | None:
        selector = self._claim_layer.get(iri + "#quote")
        if selector is None:
            return None
        position = self._claim_layer.get(iri + "#position", {})
        occurrence = _first(about, KG + "occurrence")
        start, end = _first(position, OA + "start"), _first(position, OA + "end")
        return Quote(
            text=_first(selector, OA + "exact"),
            occurrence=int(occurrence) if occurrence else None,
            start=int(start) if start else None,
            end=int(end) if end else None,
            verified=bool(position),
        )


def _describe(triples: list[Triple]) -> dict[str, dict[str, list[Node]]]:
    described: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        assert isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal)
        described[triple.subject.value][triple.predicate.value].append(triple.object)
    return {subject: dict(by) for subject, by in described.items()}


def _reading_order(item: Evidence) -> tuple[str, int, str]:
    """Evidence by source, then as it stands in its document."""
    return item.source, item.quote.start or 0 if item.quote is not None else 0, item.key


def _first(about: Description, predicate: str, namespace: str = "") -> str:
    nodes = about.get(predicate)
    return nodes[0].value.removeprefix(namespace) if nodes else ""


def _plain(node: Node) -> str:
    return local_name(node.value) if isinstance(node, NamedNode) else node.value


def _date(about: Description, predicate: str) -> PartialDate | None:
    text = _first(about, predicate)
    return PartialDate(text) if text else None


def _pair(text: str) -> tuple[str, str]:
    """Name and value of a qualifier."""
    name, _, value = text.partition(" ")
    return name, value


def _names(key: str, about: Description) -> Iterator[Name]:
    """The names of a thing: preferred and rendered ones first, then by language and text."""
    ranks: dict[tuple[str, str], NameRank] = {}
    for predicate, rank in _NAMES.items():
        for node in about.get(predicate, ()):
            if rank is not None and isinstance(node, Literal):
                ranks[node.language or "", node.value] = rank
    order = list(NameRank)
    for (language, text), rank in sorted(ranks.items(), key=lambda item: (order.index(item[1]), item[0])):
        yield Name(key, language, text, rank, "")


def _source(key: str, about: Description) -> Source:
    return Source(
        id=key,
        title=_first(about, DCTERMS + "title"),
        publisher=_first(about, KG + "publisher", ID) or _first(about, KG + "publisherName"),
        published=_date(about, KG + "published"),
        retrieved=_date(about, KG + "retrieved"),
        language=_first(about, DCTERMS + "language"),
        url=_first(about, DCTERMS + "source"),
        document=_first(about, KG + "document"),
        row=_STORE,
    )
