"""Quads as Turtle and TriG files: sorted, prefixed, the same bytes for the same graph."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.rdf.vocabulary import BASE, PREFIXES, TYPE


def write_turtle(triples: Iterable[Triple], path: Path) -> None:
    """Writes triples as Turtle, sorted by subject, predicate (types first) and object."""
    ordered = sorted(triples, key=reading_order)
    path.write_bytes(_end(serialize(ordered, format=RdfFormat.TURTLE, prefixes=used_prefixes(ordered))))


def write_trig(quads: Iterable[Quad], path: Path) -> None:
    """Writes quads as TriG, graph by graph, each sorted as in `write_turtle`."""
    ordered = in_order(quads)
    path.write_bytes(_end(serialize(ordered, format=RdfFormat.TRIG, prefixes=used_prefixes(ordered))))


def skolemise(triples: Iterable[Triple]) -> list[Triple]:
    """Triples with IRIs in place of blank nodes, as RDF 1.1 Concepts, section 3.5, has it."""

    def named(node: object) -> object:
        return NamedNode(f"{BASE}.well-known/genid/{node.value}") if isinstance(node, BlankNode) else node

    return [Triple(named(t.subject), t.predicate, named(t.object)) for t in triples]  # type: ignore[arg-type]


def in_order(quads: Iterable[Quad]) -> list[Quad]:
    """Quads graph by graph, each graph in the order of `reading_order`."""
    return sorted(quads, key=lambda quad: (str(quad.graph_name), *reading_order(quad)))


def reading_order(item: Triple | Quad) -> tuple[str, bool, str, str]:
    """What triples are sorted by: subject, predicate (types first) and object."""
    return str(item.subject), item.predicate != TYPE, item.predicate.value, str(item.object)


def used_prefixes(items: Iterable[Triple | Quad]) -> dict[str, str]:
    """The prefixes that a file needs."""
    text = {str(node) for item in items for node in (item.subject, item.predicate, item.object)}
    return {name: iri for name, iri in PREFIXES.items() if any(iri in node for node in text)}


def _end(data: bytes | None) -> bytes:
    assert data is not None
    return data if data.endswith(b"\n") else data + b"\n"
