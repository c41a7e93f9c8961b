"""RDF 1.2: each claim as the reifier of a triple term, beside its classic form (`rdf:subject`, `rdf:object` …).

`claim:… rdf:reifies <<( subject predicate object )>>` says what is claimed without asserting it (RDF 1.2 Concepts), so
that what is planned or denied has it too. All graphs are written as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from kg.exports.formats import Export
from kg.exports.rdf import merged
from kg.rdf.mapping import simple_triple
from kg.rdf.serialise import reading_order, used_prefixes
from kg.rdf.vocabulary import CLAIM, RDF

REIFIES = NamedNode(RDF + "reifies")


def reifiers(export: Export) -> Iterator[Triple]:
    """The triple of each claim that says what it reifies."""
    schema = export.catalogue.schema
    for claim in export.catalogue.claims.values():
        yield Triple(NamedNode(CLAIM + claim.key), REIFIES, Triple(*simple_triple(claim, schema)))


def write_turtle(export: Export, out: BinaryIO) -> None:
    """Writes RDF 1.2 Turtle, with prefixes and without a VERSION line, which some readers do not know yet."""
    triples = _with_reifiers(export)
    serialize(triples, out, RdfFormat.TURTLE, prefixes=used_prefixes(triples))
    out.write(b"\n")


def write_ntriples(export: Export, out: BinaryIO) -> None:
    """Writes RDF 1.2 N-Triples, a triple a line."""
    serialize(_with_reifiers(export), out, RdfFormat.N_TRIPLES)


def _with_reifiers(export: Export) -> list[Triple]:
    return sorted([*merged(export), *reifiers(export)], key=reading_order)
