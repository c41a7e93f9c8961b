"""RDF as Turtle, TriG, N-Triples, N-Quads and RDF/XML, sorted.

Where a format has no named graphs, all of them are merged: each triple once, ontology included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from kg.exports.escaping import xml_text
from kg.exports.formats import Export
from kg.rdf.serialise import in_order, reading_order, used_prefixes
from kg.rdf.vocabulary import RDF


def merged(export: Export) -> list[Triple]:
    """The triples of all named graphs, each once, sorted."""
    return sorted({quad.triple for quad in export.catalogue.store}, key=reading_order)


def write_turtle(export: Export, out: BinaryIO) -> None:
    """Writes all graphs as one, with prefixes."""
    triples = merged(export)
    serialize(triples, out, RdfFormat.TURTLE, prefixes=used_prefixes(triples))
    out.write(b"\n")


def write_trig(export: Export, out: BinaryIO) -> None:
    """Writes the named graphs, with prefixes."""
    quads = in_order(export.catalogue.store)
    serialize(quads, out, RdfFormat.TRIG, prefixes=used_prefixes(quads))
    out.write(b"\n")


def write_ntriples(export: Export, out: BinaryIO) -> None:
    """Writes all graphs as one, a triple a line, in UTF-8."""
    _write_lines((str(triple) for triple in merged(export)), out)


def write_nquads(export: Export, out: BinaryIO) -> None:
    """Writes the named graphs, a quad a line, in UTF-8."""
    _write_lines((str(quad) for quad in in_order(export.catalogue.store)), out)


def write_rdfxml(export: Export, out: BinaryIO) -> None:
    """Writes all graphs as one; what XML cannot hold is replaced by U+FFFD."""
    triples = [_for_xml(triple) for triple in merged(export)]
    prefixes = {name: iri for name, iri in used_prefixes(triples).items() if iri != RDF}
    serialize(triples, out, RdfFormat.RDF_XML, prefixes=prefixes)
    out.write(b"\n")


def _write_lines(statements: Iterable[str], out: BinaryIO) -> None:
    out.writelines(_lines(statements))


def _lines(statements: Iterable[str]) -> Iterator[bytes]:
    for statement in statements:
        yield f"{statement} .\n".encode()


def _for_xml(triple: Triple) -> Triple:
    node = triple.object
    if not isinstance(node, Literal) or xml_text(node.value) == node.value:
        return triple
    text = xml_text(node.value)
    if node.language is not None:
        return Triple(triple.subject, triple.predicate, Literal(text, language=node.language))
    return Triple(triple.subject, triple.predicate, Literal(text, datatype=NamedNode(node.datatype.value)))
