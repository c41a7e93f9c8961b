"""Cytoscape JSON: what Cytoscape imports as a network and Cytoscape.js takes as its elements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from kg.exports.formats import Export
from kg.exports.records import edges, nodes


def write_cytoscape(export: Export, out: BinaryIO) -> None:
    """Writes one JSON object, an element a line. `key` keeps parallel edges apart for NetworkX too."""
    out.write(b'{"data": {"name": "Partnership KG"}, "directed": true, "multigraph": true, "elements": {\n"nodes": [\n')
    _write(out, ({"id": n.id, "value": n.id, "class_name": n.class_name, "kind": n.kind, "name": n.name,
                  "names": n.names, "identifiers": n.identifiers, "iri": n.iri} for n in nodes(export)))  # fmt: skip
    out.write(b'],\n"edges": [\n')
    _write(out, ({"id": e.id, "key": e.id, "source": e.source, "target": e.target, "interaction": e.predicate,
                  "name": e.label, "fact": e.fact, "from": e.from_, "until": e.until, "begins": e.begins,
                  "ends": e.ends, "derived": e.derived, "quotes": e.quotes, "sources": e.sources, "iri": e.iri}
                 for e in edges(export)))  # fmt: skip
    out.write(b"]}}\n")


def _write(out: BinaryIO, elements: Iterable[Mapping[str, Any]]) -> None:
    before = ""
    for data in elements:
        out.write(f"{before}{json.dumps({'data': data}, ensure_ascii=False)}".encode())
        before = ",\n"
    out.write(b"\n")
