"""The answer to a query on stdout: a table with names, or the formats of the SPARQL and RDF recommendations."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    serialize,
)

from kg.cli.opening import Opened
from kg.cli.output import Cell, said, tell, write_rows
from kg.facts.problems import CallError
from kg.rdf.absent import absent_names
from kg.rdf.sparql import Node, evaluate
from kg.rdf.vocabulary import ID, PREFIXES, TERMS, XSD, local_name, shorten

# How each format writes rows, and how many rows its bytes hold. No text of a node looks like what is counted:
# the formats escape line ends, quotes and angle brackets.
_ROWS: dict[str, tuple[QueryResultsFormat, Callable[[bytes], int]]] = {
    "tsv": (QueryResultsFormat.TSV, lambda data: data.count(b"\n") - 1),
    "json": (QueryResultsFormat.JSON, lambda data: 0 if data.endswith(b'"bindings":[]}}') else 1),
    "xml": (QueryResultsFormat.XML, lambda data: data.count(b"<result>")),
}
_GRAPHS = {
    "table": RdfFormat.TURTLE,
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "xml": RdfFormat.RDF_XML,
    "json": RdfFormat.JSON_LD,
}
_TRUTHS = {"json": QueryResultsFormat.JSON, "xml": QueryResultsFormat.XML}


def write_answer(opened: Opened, text: str, options: argparse.Namespace) -> int:
    """Asks and writes; 1 for no rows, no triples or a false ASK.

    Rows as `tsv`, `json` and `xml` are those of SPARQL 1.1; so is `csv`, but for cells that a spreadsheet program
    would run. With `--names`, rows of `csv`, `tsv`, `json` and `jsonl` hold names.
    """
    answer = evaluate(opened.catalogue.store, text)
    if isinstance(answer, QuerySolutions):
        code = _write_rows(answer, opened, options)
    elif isinstance(answer, QueryTriples):
        code = _write_graph(answer, options.format)
    else:
        code = _write_truth(answer, options.format)
    for item in absent_names(opened.catalogue, text, empty=code != 0):
        key = "absent near" if item.nearest else "absent"
        tell(said(key, options.lang, name=item.name, near=item.nearest))
    return code


def _write_rows(answer: QuerySolutions, opened: Opened, options: argparse.Namespace) -> int:
    if options.format in _GRAPHS and options.format not in ("table", *_ROWS):
        raise CallError(f"a SELECT has rows, which {options.format} cannot hold. Take table, csv, tsv, json or xml.")
    if options.format in _ROWS and not options.names:
        format_, count = _ROWS[options.format]
        data = answer.serialize(format=format_) or b""
        _write_bytes(data)
        found = count(data.rstrip()) if options.format == "json" else count(data)
    else:
        names = options.names or (options.format == "table" and not options.iris)
        columns = [variable.value for variable in answer.variables]
        rows = [[_cell(row[name], opened, names) for name in columns] for row in answer]
        found = write_rows(columns, rows, options.format) if rows or options.format != "table" else 0
    if not found:
        tell(said("no rows", options.lang))
    return 0 if found else 1


def _write_graph(answer: QueryTriples, format_: str) -> int:
    if format_ not in _GRAPHS:
        raise CallError(f"CONSTRUCT and DESCRIBE answer with a graph, which {format_} cannot hold. Take turtle or xml.")
    triples = sorted(answer, key=str)
    _write_bytes(serialize(triples, format=_GRAPHS[format_], prefixes=PREFIXES) or b"")
    return 0 if triples else 1


def _write_truth(answer: QueryBoolean, format_: str) -> int:
    if format_ in _TRUTHS:
        _write_bytes(answer.serialize(format=_TRUTHS[format_]) or b"")
    else:
        print("true" if answer else "false")
    return 0 if answer else 1


def _write_bytes(data: bytes) -> None:
    print(data.decode("utf-8"), end="" if data.endswith(b"\n") else "\n", file=sys.stdout)


def _cell(node: Node | None, opened: Opened, names: bool) -> Cell:
    """A node as a reader wants it: a name or an IRI, a number as a number."""
    if node is None:
        return None
    if isinstance(node, NamedNode):
        return readable(node, opened) if names else node.value
    if isinstance(node, Literal):
        return int(node.value) if node.datatype.value == XSD + "integer" else node.value
    return f"_:{node.value}" if isinstance(node, BlankNode) else str(node)


def readable(node: NamedNode, opened: Opened) -> str:
    """The name of a thing or term, the title of a source, else the IRI with its prefix."""
    key = local_name(node.value)
    source = opened.catalogue.sources.get(key)
    if node.value.startswith((ID, *TERMS)):
        return opened.sentences.name(key)
    return source.title if source is not None and "/source/" in node.value else shorten(node.value)
