"""A project of a few rows, written to disk by a test and answered by hand; and quads in Turtle for smaller cases."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.build import Graph, make_graph, read_facts
from kg.facts.claims import Claims, to_claims
from kg.rdf.mapping import to_quads
from kg.rdf.ontology import Ontology
from kg.rdf.store import graph_triples, new_store
from kg.rdf.vocabulary import XSD, GraphName, prologue, shorten
from kg.resources import Resources

Row = Mapping[str, str]

ENTITIES: tuple[tuple[str, ...], ...] = (
    ("id", "class", "kind", "identifiers"),
    ("ministry", "GovernmentBody", "", ""),
    ("acme", "Company", "", "lei:529900T8BM49AURSDO55"),
    ("globex", "Company", "", ""),
    ("minister", "Person", "", ""),
    ("memo", "MemorandumOfUnderstanding", "", ""),
    ("treaty", "Agreement", "", ""),
    ("lab", "InnovationCenter", "", ""),
    ("clusters", "Programme", "", ""),
    ("summit", "Event", "", ""),
    ("baku", "City", "", ""),
    ("azerbaijan", "Country", "", ""),
    ("as-minister", "Role", "", ""),
    ("as-chair", "Role", "", ""),
    ("tonne", "Unit", "", ""),
)
NAMES: tuple[tuple[str, ...], ...] = (
    ("entity", "language", "name", "rank", "source"),
    *((row[0], "en", row[0].replace("-", " "), "preferred", "") for row in ENTITIES[1:] if row[0] != "acme"),
    ("acme", "en", "Acme", "rendering", ""),
    ("acme", "az", "Akme", "preferred", "news-az"),
    ("acme", "az", "Akme MMC", "alternative", "news-az"),
    ("acme", "en", "ACM", "acronym", ""),
)
SOURCES: tuple[tuple[str, ...], ...] = (
    ("id", "title", "publisher", "published", "retrieved", "language", "url", "document"),
    ("news-en", "A memorandum is signed", "The Paper", "2026-01-20", "", "en", "https://example.org/news", "en.txt"),
    ("news-az", "Memorandum imzalanıb", "acme", "2026-01", "", "az", "", "az.txt"),
    ("registry", "The register", "", "", "2025", "en", "", ""),
)
DOCUMENTS = {
    "en.txt": "The minister signed the memo. The minister signed the memo again.",
    "az.txt": "Nazir memorandumu imzalayıb.",
}
_COLUMNS = ("subject", "predicate", "object", "source", "quote")


def write_project(
    folder: Path,
    facts: Iterable[Row],
    exceptions: Iterable[Sequence[str]] = (),
    decisions: Iterable[Sequence[str]] = (),
    entities: Iterable[Sequence[str]] = (),
) -> Path:
    """A folder of tables: these facts (a column that a row leaves out is empty) over the things above.

    A fact without a source is of the registry, one without quote and record has the record 'r1'.
    """
    rows = [dict(row) for row in facts]
    for row in rows:
        row.setdefault("source", "registry")
        if not row.get("quote"):
            row.setdefault("record", "r1")
    columns = list(dict.fromkeys((*_COLUMNS, *(name for row in rows for name in row))))
    (folder / "facts").mkdir(parents=True)
    _write(folder / "entities.csv", [*ENTITIES, *entities])
    _write(folder / "names.csv", [*NAMES, *((row[0], "en", row[0], "preferred", "") for row in entities)])
    _write(folder / "sources.csv", SOURCES)
    _write(folder / "facts" / "all.csv", [columns, *([row.get(name, "") for name in columns] for row in rows)])
    _write(folder / "exceptions.csv", [("entity", "shape", "reason"), *exceptions])
    header = ("left", "right", "judgement", "by", "date", "reason")
    _write(folder / "decisions.csv", [header, *decisions])
    return folder


def write_documents(folder: Path) -> Path:
    """The documents that the quotes of the small project stand in."""
    folder.mkdir()
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def small_graph(folder: Path, *facts: Row) -> Graph:
    """The graph of these facts."""
    return make_graph(write_project(folder / "seeds", facts))


@dataclass(frozen=True)
class Mapped:
    """What mapping alone makes of a project: its claims, and a store with the asserted and the claims graph."""

    claims: Claims
    store: Store


def map_project(seeds: Path, documents: Path | None = None) -> Mapped:
    """The two layers over the tables of a folder, without inference, analysis and validation."""
    ontology = shipped_ontology()
    project = read_facts(seeds, documents, ontology)
    claims = to_claims(project.facts, project.sources, ontology.schema)
    return Mapped(claims, new_store((), to_quads(project, claims.claims, ontology.schema)))


@cache
def shipped_ontology() -> Ontology:
    """The ontology of this program, read once."""
    return Ontology(Resources.shipped().ontology)


def shortened(store: Store, name: GraphName) -> set[tuple[str, str, str]]:
    """The triples of a named graph, written with our prefixes."""
    return {
        (_short(triple.subject), _short(triple.predicate), _short(triple.object))
        for triple in graph_triples(store, name)
    }


def _short(node: object) -> str:
    if isinstance(node, NamedNode):
        return shorten(node.value)
    assert isinstance(node, Literal)
    plain = node.language is not None or node.datatype.value == XSD + "string"
    return str(node) if plain else f'"{node.value}"^^{shorten(node.datatype.value)}'


def turtle_quads(text: str, name: GraphName) -> list[Quad]:
    """Turtle, our prefixes being known, as quads of a named graph."""
    triples = parse(prologue() + text, format=RdfFormat.TURTLE)
    return [Quad(quad.subject, quad.predicate, quad.object, name.node) for quad in triples]


def turtle_store(asserted: str, claims: str = "") -> Store:
    """A store with these asserted triples and these of the claim layer, in Turtle."""
    store = Store()
    store.extend(turtle_quads(asserted, GraphName.ASSERTED))
    store.extend(turtle_quads(claims, GraphName.CLAIMS))
    return store


def copy_of(store: Store) -> Store:
    """A store in memory with the same quads, to be changed."""
    copy = Store()
    copy.bulk_extend(store)
    return copy


def statement(triple: Triple) -> tuple[NamedNode, NamedNode, NamedNode | Literal]:
    """A triple without blank nodes as a plain tuple."""
    assert isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal)
    return triple.subject, triple.predicate, triple.object


def _write(path: Path, rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
