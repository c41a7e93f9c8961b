"""GEXF 1.3 for Gephi: a dynamic graph whose edges live from the day that they surely began, so its timeline works."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import BinaryIO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from kg.exports.escaping import xml_text
from kg.exports.formats import Export
from kg.exports.records import Edge, Node, edges, nodes

_NAMESPACE = "http://gexf.net/1.3"
_SEPARATOR = " | "
_NODE_ATTRIBUTES = ("class", "kind", "names", "identifiers", "iri")
_EDGE_ATTRIBUTES = ("predicate", "fact", "from", "until", "quotes", "sources", "derived", "iri")


class _Writer(XMLGenerator):
    """An XML writer whose texts hold nothing that XML forbids."""

    def open(self, name: str, **attributes: str) -> None:
        """Begins an element; a trailing underscore of an attribute's name is dropped (`for_`)."""
        safe = {key.rstrip("_"): xml_text(value) for key, value in attributes.items()}
        self.startElement(name, AttributesImpl(safe))

    def close(self, name: str) -> None:
        """Ends it, and the line."""
        self.endElement(name)
        self.ignorableWhitespace("\n")

    def empty(self, name: str, **attributes: str) -> None:
        """An element without content."""
        self.open(name, **attributes)
        self.close(name)


def write_gexf(export: Export, out: BinaryIO) -> None:
    """Writes nodes and edges; where nothing dates an edge, it has no spell and shows on every day."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="\n")
    xml = _Writer(text, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.open("gexf", xmlns=_NAMESPACE, version="1.3")
    xml.open("meta")
    xml.open("creator")
    xml.characters("Partnership KG")
    xml.close("creator")
    xml.close("meta")
    xml.open("graph", mode="dynamic", defaultedgetype="directed", timeformat="date", timerepresentation="interval")
    _declare(xml, "node", _NODE_ATTRIBUTES)
    _declare(xml, "edge", _EDGE_ATTRIBUTES)
    xml.open("nodes")
    for node in nodes(export):
        _write_node(xml, node)
    xml.close("nodes")
    xml.open("edges")
    for edge in edges(export):
        _write_edge(xml, edge)
    xml.close("edges")
    xml.close("graph")
    xml.close("gexf")
    xml.endDocument()
    text.detach()  # flushes, and leaves the stream open for whoever gave it


def _declare(xml: _Writer, what: str, names: Sequence[str]) -> None:
    xml.open("attributes", class_=what)
    for name in names:
        xml.empty("attribute", id=name, title=name, type="boolean" if name == "derived" else "string")
    xml.close("attributes")


def _write_node(xml: _Writer, node: Node) -> None:
    xml.open("node", id=node.id, label=node.name)
    values = (
        node.class_name,
        node.kind,
        _SEPARATOR.join(node.names),
        _SEPARATOR.join(node.identifiers),
        node.iri,
    )
    _write_values(xml, dict(zip(_NODE_ATTRIBUTES, values, strict=True)))
    xml.close("node")


def _write_edge(xml: _Writer, edge: Edge) -> None:
    # Parallel edges of one kind are merged by Gephi; with kinds, each relation stays an edge of its own.
    xml.open("edge", id=edge.id, source=edge.source, target=edge.target, label=edge.label, kind=edge.predicate)
    values = (
        edge.predicate,
        edge.fact,
        edge.from_,
        edge.until,
        _SEPARATOR.join(edge.quotes),
        _SEPARATOR.join(edge.sources),
        "true" if edge.derived else "false",
        edge.iri,
    )
    _write_values(xml, dict(zip(_EDGE_ATTRIBUTES, values, strict=True)))
    if edge.begins or edge.ends:
        xml.open("spells")
        xml.empty("spell", **{key: day for key, day in (("start", edge.begins), ("end", edge.ends)) if day})
        xml.close("spells")
    xml.close("edge")


def _write_values(xml: _Writer, values: Mapping[str, str]) -> None:
    xml.open("attvalues")
    for name, value in values.items():
        if value:
            xml.empty("attvalue", for_=name, value=value)
    xml.close("attvalues")
