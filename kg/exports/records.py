"""The graph as nodes and edges with plain attributes, as graph programs and tables want it.

A node is a thing; an edge, an asserted relation between two things (a claim, or a tie that inference drew from one).
Planned, denied and superseded claims and figures are no edges: the tables of claims have them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.exports.formats import Export
from kg.facts.model import Claim, NameRank
from kg.facts.schema import TemporalKind
from kg.facts.validity import Interval
from kg.rdf.vocabulary import CLAIM, ID
from kg.views.sentences import Sentences


@dataclass(frozen=True)
class Node:
    """A thing. `names` are its main names, each after its language and a colon; `classes` its own and all above."""

    id: str
    iri: str
    name: str
    class_name: str
    classes: tuple[str, ...]
    kind: str
    names: tuple[str, ...]
    identifiers: tuple[str, ...]


@dataclass(frozen=True)
class Edge:
    """An asserted relation. `from_` and `until` are as told; `begins` and `ends`, the days from and to which it surely
    counts (ISO 8601, "" where unknown or open), so that a timeline shows what `--as-of` would."""

    id: str
    iri: str
    source: str
    target: str
    predicate: str
    label: str
    fact: str
    from_: str
    until: str
    begins: str
    ends: str
    derived: bool
    quotes: tuple[str, ...]
    sources: tuple[str, ...]


def nodes(export: Export) -> Iterator[Node]:
    """All things, sorted by id."""
    catalogue, words = export.catalogue, Sentences(export.catalogue, export.language)
    shown = (NameRank.PREFERRED, NameRank.RENDERING)
    for entity in catalogue.entities.values():
        yield Node(
            id=entity.id,
            iri=ID + entity.id,
            name=words.name(entity.id),
            class_name=entity.class_name,
            classes=tuple(sorted(catalogue.schema.superclasses[entity.class_name])),
            kind=words.name(entity.kind) if entity.kind else "",
            names=tuple(f"{name.language}:{name.text}" for name in entity.names if name.rank in shown),
            identifiers=entity.identifiers,
        )


def edges(export: Export) -> Iterator[Edge]:
    """All asserted relations between things, claims by key and then the ties drawn from them."""
    catalogue, words = export.catalogue, Sentences(export.catalogue, export.language)
    relations = [item for item in catalogue.claims.values() if item.asserted and item.object_is_entity]
    told = {(claim.subject, claim.predicate, claim.object) for claim in relations}
    for claim in relations:
        yield _edge(export, words, claim)
    for tie in catalogue.derived_ties:
        if (tie.subject, tie.predicate, tie.object) not in told:
            yield _edge(export, words, catalogue.claims[tie.claim], tie.subject, tie.predicate)


def _edge(export: Export, words: Sentences, claim: Claim, subject: str = "", predicate: str = "") -> Edge:
    """A claim's edge; with `subject` and `predicate`, that of the tie drawn from it for somebody."""
    begins, ends = lifetime(export, claim)
    derived = bool(subject)
    return Edge(
        id=f"{claim.key}-{predicate}-{subject}" if derived else claim.key,
        iri=CLAIM + claim.key,
        source=subject or claim.subject,
        target=claim.object,
        predicate=predicate or claim.predicate,
        label=words.term(predicate or claim.predicate),
        fact=words.sentence(claim, predicate or None, subject or None),
        from_=claim.from_.text if claim.from_ else "",
        until=claim.until.text if claim.until else "",
        begins=begins,
        ends=ends,
        derived=derived,
        quotes=tuple(item.quote.text if item.quote is not None else item.record for item in claim.evidence),
        sources=claim.sources,
    )


def lifetime(export: Export, claim: Claim) -> tuple[str, str]:
    """The first and the last day on which a claim surely counts; what happened stays happened."""
    interval = Interval.of(claim)
    event = export.catalogue.schema.properties[claim.predicate].temporal_kind is TemporalKind.EVENT
    begins, ends = interval.begins_latest, None if event else interval.ends_latest
    return (begins.isoformat() if begins else "", ends.isoformat() if ends else "")
