"""GraphML, written by NetworkX: a directed multigraph, for NetworkX itself, igraph, yEd and Cytoscape."""

from __future__ import annotations

from typing import BinaryIO

import networkx as nx

from kg.exports.escaping import xml_text
from kg.exports.formats import Export
from kg.exports.records import edges, nodes

SEPARATOR = " | "


def write_graphml(export: Export, out: BinaryIO) -> None:
    """Writes nodes and edges; several values of one attribute are joined by `SEPARATOR`."""
    # NetworkX takes lxml where it is installed, which writes other bytes; this writer is always the same one.
    nx.write_graphml_xml(to_networkx(export), out, named_key_ids=True)
    out.write(b"\n")


def to_networkx(export: Export) -> nx.MultiDiGraph[str]:
    """The graph with attributes that GraphML can hold: text without what XML forbids, and truth values."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes(export):
        network.add_node(
            node.id,
            label=xml_text(node.name),
            class_name=node.class_name,
            kind=xml_text(node.kind),
            names=xml_text(SEPARATOR.join(node.names)),
            identifiers=xml_text(SEPARATOR.join(node.identifiers)),
            iri=node.iri,
        )
    for edge in edges(export):
        attributes = {
            "label": xml_text(edge.label),
            "predicate": edge.predicate,
            "fact": xml_text(edge.fact),
            "from": edge.from_,
            "until": edge.until,
            "begins": edge.begins,
            "ends": edge.ends,
            "derived": edge.derived,
            "quotes": xml_text(SEPARATOR.join(edge.quotes)),
            "sources": SEPARATOR.join(edge.sources),
            "iri": edge.iri,
        }
        network.add_edge(edge.source, edge.target, key=edge.id, **attributes)
    return network
