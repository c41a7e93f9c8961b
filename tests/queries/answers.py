"""Questions and checks, run for tests: on the shipped graph, on changed seeds, and in rdflib."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from kg.build import Graph, read_facts
from kg.facts.claims import to_claims
from kg.network.analysis import analyse
from kg.rdf.catalogue import Catalogue
from kg.rdf.inference import infer
from kg.rdf.mapping import quads_of, to_quads
from kg.rdf.queries import NamedQuery, bind, read_questions, value_of
from kg.rdf.serialise import skolemise
from kg.rdf.sparql import Table
from kg.rdf.store import new_store
from kg.rdf.vocabulary import XSD
from kg.resources import Resources

FOLDER = Path(__file__).parent
GOLDEN = FOLDER / "golden"
BROKEN = FOLDER / "broken"
QUESTIONS = read_questions(Resources.shipped().questions)
CHECKS = read_questions(Resources.shipped().checks)

Node = NamedNode | BlankNode | Literal | Triple
_MEASURED = frozenset({"best-connected", "groups"})


@dataclass(frozen=True)
class RestsOn:
    """Cells of the row of a table in `seeds/` without which a question has another answer."""

    question: str
    table: str
    cells: tuple[tuple[str, str], ...]


def read_rests_on() -> list[RestsOn]:
    """The facts of `rests_on.csv`; for `names`, the columns hold the entity, the language and the name."""
    columns = {"facts": ("subject", "predicate", "object"), "names": ("entity", "language", "name")}
    with (FOLDER / "rests_on.csv").open(encoding="utf-8", newline="") as file:
        return [
            RestsOn(
                row["question"],
                row["table"],
                tuple(zip(columns[row["table"]], (row["subject"], row["predicate"], row["object"]), strict=True)),
            )
            for row in csv.DictReader(file)
        ]


def to_csv(table: Table) -> str:
    """An answer as CSV: a header row, then IRIs in full and the text of literals."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow("" if cell is None else "" if isinstance(cell, Triple) else cell.value for cell in row)
    return text.getvalue()


def without(rests_on: RestsOn, seeds: Path, folder: Path) -> Path:
    """A copy of `seeds` in `folder`, less all rows that tell the fact."""
    copy = shutil.copytree(seeds, folder / "seeds")
    files = sorted((copy / "facts").glob("*.csv")) if rests_on.table == "facts" else [copy / f"{rests_on.table}.csv"]
    removed = 0
    for path in files:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            rows = list(reader)
            columns = reader.fieldnames or []
        kept = [row for row in rows if any(row[column] != value for column, value in rests_on.cells)]
        removed += len(rows) - len(kept)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(kept)
    assert removed, f"no table in seeds tells {rests_on.cells}: correct rests_on.csv"
    return copy


def store_of(seeds: Path, shipped: Graph, measured: bool) -> Store:
    """The store that a build makes of `seeds`, not validated; with scores where `measured`.

    Ontology and rules are those of the shipped graph, which saves compiling them again.
    """
    ontology = shipped.ontology
    project = read_facts(seeds, None, ontology)
    claims = to_claims(project.facts, project.sources, ontology.schema).claims
    store = new_store(skolemise(ontology.triples), to_quads(project, claims, ontology.schema))
    infer(store, shipped.rules)
    if measured:
        lines, _ = analyse(Catalogue(store, ontology))
        store.extend(quads_of(lines))
    return store


def is_measured(question: str) -> bool:
    """Whether a question asks about the scores of the network analysis."""
    return question in _MEASURED


def bound_text(query: NamedQuery) -> str:
    """A question's SPARQL with its parameters at their defaults."""
    return bind(query.text, {item.variable: value_of(item, item.default) for item in query.parameters})


def to_rdflib(node: Node | None) -> rdflib.term.Identifier | None:
    """The same term for rdflib, the text of literals kept as it is."""
    if isinstance(node, NamedNode):
        return rdflib.URIRef(node.value)
    if isinstance(node, BlankNode):
        return rdflib.BNode(node.value)
    if isinstance(node, Literal):
        if node.language is not None:
            return rdflib.Literal(node.value, lang=node.language)
        datatype = None if node.datatype.value == XSD + "string" else rdflib.URIRef(node.datatype.value)
        return rdflib.Literal(node.value, datatype=datatype, normalize=False)
    assert node is None
    return None


def rdflib_triples(triples: Iterable[Triple]) -> list[tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]]:
    """The same triples for rdflib."""
    converted: list[tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]] = []
    for triple in triples:
        nodes = to_rdflib(triple.subject), to_rdflib(triple.predicate), to_rdflib(triple.object)
        subject, predicate, object_ = nodes
        assert subject is not None
        assert predicate is not None
        assert object_ is not None
        converted.append((subject, predicate, object_))
    return converted


def rdflib_rows(graph: rdflib.Graph, text: str) -> list[tuple[str | None, ...]]:
    """What rdflib answers to a SELECT, each term as N-Triples, in its order."""
    return [
        tuple(None if cell is None else cell.n3() for cell in row)
        for row in graph.query(text)
        if isinstance(row, rdflib.query.ResultRow)
    ]


def rows_as_rdflib(table: Table) -> list[tuple[str | None, ...]]:
    """An answer of the store, written as `rdflib_rows` writes its own."""
    rows = []
    for row in table.rows:
        nodes = [to_rdflib(cell) for cell in row]
        rows.append(tuple(None if node is None else node.n3() for node in nodes))
    return rows
