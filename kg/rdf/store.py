"""The embedded store: Oxigraph, in memory while a build runs, on disk for the questions after it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad, Store, Triple

from kg.facts.problems import CallError
from kg.rdf.vocabulary import GraphName

STORE_FOLDER = "store"


def new_store(ontology: Iterable[Triple], quads: Iterable[Quad]) -> Store:
    """A store in memory with the ontology's graph and these quads."""
    store = Store()
    graph = GraphName.ONTOLOGY.node
    store.bulk_extend(Quad(t.subject, t.predicate, t.object, graph) for t in ontology)
    store.bulk_extend(quads)
    return store


def graph_triples(store: Store, name: GraphName) -> list[Triple]:
    """The triples of one named graph, in no particular order."""
    return [quad.triple for quad in store.quads_for_pattern(None, None, None, name.node)]


def write_store(store: Store, folder: Path) -> None:
    """Copies a store to a new folder on disk."""
    on_disk = Store(str(folder))
    on_disk.bulk_extend(store)
    on_disk.flush()


def open_store(build: Path) -> Store:
    """The store of a build, to read only. Raises CallError where there is no build."""
    folder = build / STORE_FOLDER
    if not folder.is_dir():
        raise CallError(f"there is no build in {build}/. Make one with: kg build")
    return Store.read_only(str(folder))
