"""Subjects of a store with all that is said of them, and the values that they are read as."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Triple

from kg.facts.dates import PartialDate
from kg.facts.model import Entity, Name, NameRank, Rank, Row, Source
from kg.rdf.vocabulary import DCTERMS, ID, KG, RDF, RDFS, SKOS, local_name

Node = NamedNode | Literal
Description = Mapping[str, list[Node]]
"""The objects of one subject by the IRI of the predicate."""

STORE = Row("the store", 0)
"""Where the rows of what is read back stand."""
RANKS = {"preferredRank": Rank.PREFERRED, "normalRank": Rank.NORMAL, "deprecatedRank": Rank.DEPRECATED}
_NAMES = {
    RDFS + "label": None,
    SKOS + "prefLabel": NameRank.PREFERRED,
    SKOS + "altLabel": NameRank.ALTERNATIVE,
    KG + "acronym": NameRank.ACRONYM,
    KG + "rendering": NameRank.RENDERING,
}
TOLD_OF_ENTITIES = tuple(NamedNode(iri) for iri in (RDF + "type", KG + "kind", KG + "identifier", *_NAMES))
"""The predicates that a thing is read from."""


def describe(triples: Iterable[Triple]) -> dict[str, dict[str, list[Node]]]:
    """Each subject of the triples, with the objects of each predicate."""
    described: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        assert isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal)
        described[triple.subject.value][triple.predicate.value].append(triple.object)
    return {subject: dict(by) for subject, by in described.items()}


def entity_of(key: str, about: Description) -> Entity:
    """The thing with an id."""
    identifiers = sorted(node.value for node in about.get(KG + "identifier", ()))
    return Entity(
        id=key,
        class_name=local_name(about[RDF + "type"][0].value),
        kind=first(about, KG + "kind", ID),
        identifiers=tuple(text for text in identifiers if not text.startswith("kg:")),
        names=tuple(_names(key, about)),
        ids=(key, *(text.removeprefix("kg:") for text in identifiers if text.startswith("kg:"))),
        row=STORE,
    )


def first(about: Description, predicate: str, namespace: str = "") -> str:
    """The first value of a predicate without the namespace that it begins with; "" where there is none."""
    nodes = about.get(predicate)
    return nodes[0].value.removeprefix(namespace) if nodes else ""


def plain(node: Node) -> str:
    """The name of a term or thing, the text of a literal."""
    return local_name(node.value) if isinstance(node, NamedNode) else node.value


def date_of(about: Description, predicate: str) -> PartialDate | None:
    """A date; None where none is told."""
    text = first(about, predicate)
    return PartialDate(text) if text else None


def _names(key: str, about: Description) -> Iterator[Name]:
    """The names of a thing: preferred and rendered ones first, then by language and text."""
    ranks: dict[tuple[str, str], NameRank] = {}
    for predicate, rank in _NAMES.items():
        for node in about.get(predicate, ()):
            if rank is not None and isinstance(node, Literal):
                ranks[node.language or "", node.value] = rank
    yield from _in_order(key, ranks)


def _in_order(key: str, ranks: Mapping[tuple[str, str], NameRank]) -> Iterator[Name]:
    order = list(NameRank)
    for (language, text), rank in sorted(ranks.items(), key=lambda item: (order.index(item[1]), item[0])):
        yield Name(key, language, text, rank, "")


def read_back(entity: Entity) -> Entity:
    """A thing of the tables as it is read from a store that was made of them."""
    ranks: dict[tuple[str, str], NameRank] = {}
    for rank in filter(None, _NAMES.values()):
        ranks.update({(name.language.lower(), name.text): rank for name in entity.names if name.rank is rank})
    return replace(
        entity,
        identifiers=tuple(sorted(set(entity.identifiers))),
        names=tuple(_in_order(entity.id, ranks)),
        ids=(entity.id, *sorted(set(entity.ids[1:]))),
        row=STORE,
    )


def source_of(key: str, about: Description) -> Source:
    """The source with an id."""
    return Source(
        id=key,
        title=first(about, DCTERMS + "title"),
        publisher=first(about, KG + "publisher", ID) or first(about, KG + "publisherName"),
        published=date_of(about, KG + "published"),
        retrieved=date_of(about, KG + "retrieved"),
        language=first(about, DCTERMS + "language"),
        url=first(about, DCTERMS + "source"),
        document=first(about, KG + "document"),
        row=STORE,
    )
