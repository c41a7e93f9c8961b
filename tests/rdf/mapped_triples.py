"""Small projects as the mapper writes them: their triples by layer, with prefixes."""

from __future__ import annotations

from pathlib import Path

from kg.build import Graph
from kg.rdf.vocabulary import GraphName
from tests.rdf.small_project import (
    Mapped,
    Row,
    map_project,
    shortened,
    write_project,
)

Triples = set[tuple[str, str, str]]
SIGNED = {"subject": "minister", "predicate": "signed", "object": "memo"}
QUOTED = {**SIGNED, "source": "news-en", "quote": "signed the memo", "occurrence": "2"}


def mapped(folder: Path, *facts: Row) -> Mapped:
    return map_project(write_project(folder / "seeds", facts))


def asserted(graph: Graph | Mapped) -> Triples:
    return shortened(graph.store, GraphName.ASSERTED)


def claims(graph: Graph | Mapped) -> Triples:
    return shortened(graph.store, GraphName.CLAIMS)


def objects(triples: Triples, predicate: str, subject: str | None = None) -> set[str]:
    return {o for s, p, o in triples if p == predicate and subject in (None, s)}


def only_claim(graph: Mapped) -> str:
    (key,) = (claim.key for claim in graph.claims.claims)
    return f"claim:{key}"


def about(triples: Triples, subject: str) -> set[tuple[str, str]]:
    return {(p, o) for s, p, o in triples if s == subject}
