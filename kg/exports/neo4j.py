"""Neo4j: files for `neo4j-admin database import`, which fills a new database, and a Cypher script for one that runs.

Labels of a node are its class and all classes above; the type of a relationship is the property in Neo4j's own style
(`partyTo` becomes PARTY_TO).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from kg.exports.escaping import cypher_name, cypher_string
from kg.exports.formats import Export
from kg.exports.records import Edge, Node, edges, nodes

ARRAY_DELIMITER = "\x1f"
"""Between the values of a list: a control character, which no name or quote of ours holds."""
LABEL = "Entity"

_NODE_HEADER = ("id:ID", "name", "kind", "names:string[]", "identifiers:string[]", "iri", ":LABEL")
_EDGE_HEADER = (
    ":START_ID", ":END_ID", ":TYPE", "id", "label", "fact", "from", "until", "begins:date", "ends:date",
    "derived:boolean", "quotes:string[]", "sources:string[]", "iri",
)  # fmt: skip
_COMMAND = """\
# Fills a new Neo4j 5 database with this folder:
neo4j-admin database import full neo4j --array-delimiter=U+001F --multiline-fields=true \\
  --nodes=nodes.csv --relationships=relationships.csv
"""


def relationship_type(predicate: str) -> str:
    """A property's name as Neo4j writes types.

    >>> relationship_type("partyTo")
    'PARTY_TO'
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", predicate).upper()


def write_import(export: Export, folder: Path) -> None:
    """Writes `nodes.csv` and `relationships.csv` with typed headers, and `import.sh`, the command that takes them."""
    with (folder / "nodes.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(_NODE_HEADER)
        for node in nodes(export):
            values = node.id, node.name, node.kind, _list(node.names), _list(node.identifiers), node.iri
            writer.writerow((*values, _list(node.classes)))
    with (folder / "relationships.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
        writer.writerow(_EDGE_HEADER)
        for edge in edges(export):
            about = edge.id, edge.label, edge.fact, edge.from_, edge.until, edge.begins, edge.ends
            proof = "true" if edge.derived else "false", _list(edge.quotes), _list(edge.sources), edge.iri
            writer.writerow((edge.source, edge.target, relationship_type(edge.predicate), *about, *proof))
    (folder / "import.sh").write_text(_COMMAND, encoding="utf-8", newline="\n")


def write_cypher(export: Export, out: BinaryIO) -> None:
    """Writes a script that may run twice: nodes and relationships are merged by their ids, a statement a line."""
    for statement in _statements(export):
        out.write(f"{statement};\n".encode())


def _statements(export: Export) -> Iterator[str]:
    yield f"CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:{LABEL}) REQUIRE n.id IS UNIQUE"
    for node in nodes(export):
        labels = "".join(f":{cypher_name(name)}" for name in node.classes if name != LABEL)
        labelled = f", n{labels}" if labels else ""
        yield f"MERGE (n:{LABEL} {{id: {cypher_string(node.id)}}}) SET n += {_map(_of_node(node))}{labelled}"
    for edge in edges(export):
        start, end = cypher_string(edge.source), cypher_string(edge.target)
        ends = f"MATCH (a:{LABEL} {{id: {start}}}) MATCH (b:{LABEL} {{id: {end}}})"
        type_ = cypher_name(relationship_type(edge.predicate))
        merge = f"MERGE (a)-[r:{type_} {{id: {cypher_string(edge.id)}}}]->(b)"
        yield f"{ends} {merge} SET r += {_map(_of_edge(edge))}"


def _of_node(node: Node) -> Mapping[str, str]:
    return {
        "name": cypher_string(node.name),
        "kind": cypher_string(node.kind),
        "names": _cypher_list(node.names),
        "identifiers": _cypher_list(node.identifiers),
        "iri": cypher_string(node.iri),
    }


def _of_edge(edge: Edge) -> Mapping[str, str]:
    return {
        "label": cypher_string(edge.label),
        "fact": cypher_string(edge.fact),
        "from": cypher_string(edge.from_),
        "until": cypher_string(edge.until),
        "begins": f"date({cypher_string(edge.begins)})" if edge.begins else "null",
        "ends": f"date({cypher_string(edge.ends)})" if edge.ends else "null",
        "derived": "true" if edge.derived else "false",
        "quotes": _cypher_list(edge.quotes),
        "sources": _cypher_list(edge.sources),
        "iri": cypher_string(edge.iri),
    }


def _map(values: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{cypher_name(name)}: {value}" for name, value in values.items()) + "}"


def _cypher_list(values: tuple[str, ...]) -> str:
    return "[" + ", ".join(map(cypher_string, values)) + "]"


def _list(values: tuple[str, ...]) -> str:
    return ARRAY_DELIMITER.join(value.replace(ARRAY_DELIMITER, " ") for value in values)
