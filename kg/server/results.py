"""The rows of a SELECT as the formats of SPARQL 1.1, counted while they are written.

The store's own writers cannot be told to stop at a number of rows.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.rdf.sparql import Node
from kg.rdf.vocabulary import RDF, XSD

Row = Sequence[Node | None]
_RESULTS = "http://www.w3.org/2005/sparql-results#"
_PLAIN = (XSD + "string", RDF + "langString")


def write_json(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """SPARQL 1.1 Query Results JSON Format."""
    bindings = [
        {name: _as_json(node) for name, node in zip(columns, row, strict=True) if node is not None} for row in rows
    ]
    data = {"head": {"vars": list(columns)}, "results": {"bindings": bindings}}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _as_json(node: Node) -> dict[str, object]:
    if isinstance(node, NamedNode):
        return {"type": "uri", "value": node.value}
    if isinstance(node, BlankNode):
        return {"type": "bnode", "value": node.value}
    if isinstance(node, Literal):
        found: dict[str, object] = {"type": "literal", "value": node.value}
        if node.language:
            found["xml:lang"] = node.language
        elif node.datatype.value not in _PLAIN:
            found["datatype"] = node.datatype.value
        return found
    parts = {"subject": node.subject, "predicate": node.predicate, "object": node.object}
    return {"type": "triple", "value": {name: _as_json(part) for name, part in parts.items()}}


def write_xml(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """SPARQL Query Results XML Format (Second Edition); what XML cannot hold becomes U+FFFD."""
    root = Element("sparql", {"xmlns": _RESULTS})
    head = SubElement(root, "head")
    for name in columns:
        SubElement(head, "variable", {"name": name})
    results = SubElement(root, "results")
    for row in rows:
        result = SubElement(results, "result")
        for name, node in zip(columns, row, strict=True):
            if node is not None:
                _add_xml(SubElement(result, "binding", {"name": name}), node)
    text = tostring(root, encoding="unicode", xml_declaration=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.replace("\r", "&#13;").encode()


def _add_xml(parent: Element, node: Node) -> None:
    if isinstance(node, NamedNode):
        SubElement(parent, "uri").text = _xml_text(node.value)
    elif isinstance(node, BlankNode):
        SubElement(parent, "bnode").text = node.value
    elif isinstance(node, Literal):
        attributes = {}
        if node.language:
            attributes["xml:lang"] = node.language
        elif node.datatype.value not in _PLAIN:
            attributes["datatype"] = _xml_text(node.datatype.value)
        SubElement(parent, "literal", attributes).text = _xml_text(node.value)
    else:
        triple = SubElement(parent, "triple")
        for name, part in (("subject", node.subject), ("predicate", node.predicate), ("object", node.object)):
            _add_xml(SubElement(triple, name), part)


def _xml_text(text: str) -> str:
    return "".join(c if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") else "\ufffd" for c in text)


def write_csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """SPARQL 1.1 Query Results CSV Format: values only, CRLF, an unbound cell empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_as_csv(node) for node in row] if columns else [])
    return out.getvalue().encode()


def _as_csv(node: Node | None) -> str:
    if node is None:
        return ""
    if isinstance(node, NamedNode | Literal):
        return node.value
    return str(node)


def write_tsv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """SPARQL 1.1 Query Results TSV Format: terms as in Turtle, an unbound cell empty."""
    lines = ["\t".join(f"?{name}" for name in columns)]
    lines += ["\t".join("" if node is None else str(node).replace("\t", "\\t") for node in row) for row in rows]
    return ("\n".join(lines) + "\n").encode()


WRITERS: Mapping[str, Callable[[Sequence[str], Iterable[Row]], bytes]] = {
    "json": write_json,
    "xml": write_xml,
    "csv": write_csv,
    "tsv": write_tsv,
}
"""By the ending of the form."""
