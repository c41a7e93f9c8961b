"""The embedded store: Oxigraph, in memory while a build runs, on disk for the questions after it.

`Dataset` is what all that reads a store asks of it, so that a remote one (`kg.rdf.remote`) does as well.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
)

from kg.facts.problems import CallError
from kg.rdf.vocabulary import GraphName

STORE_FOLDER = "store"
REPORT_FILE = "report.json"
"""What a build tells of itself, beside its store."""
DefaultGraphs = NamedNode | BlankNode | DefaultGraph | list[NamedNode | BlankNode | DefaultGraph] | None
"""What a query takes for its default graph: one graph, or several merged."""


class Dataset(Protocol):
    """A store with the five named graphs of a build: `pyoxigraph.Store`, or a `RemoteStore`.

    A query sees all named graphs by GRAPH; its default graph is their union, or merged from those given.
    """

    def query(
        self,
        query: str,
        /,
        *,
        prefixes: dict[str, str] | None = None,
        use_default_graph_as_union: bool = False,
        default_graph: DefaultGraphs = None,
    ) -> QuerySolutions | QueryTriples | QueryBoolean:
        """The answer; SyntaxError where the text is no query."""

    def update(self, update: str, /) -> None:
        """Runs an update."""

    def quads_for_pattern(
        self,
        subject: NamedNode | BlankNode | Triple | None,
        predicate: NamedNode | None,
        object_: NamedNode | BlankNode | Literal | Triple | None,
        graph_name: NamedNode | BlankNode | DefaultGraph | None = None,
        /,
    ) -> Iterator[Quad]:
        """The quads that match, in no particular order; None stands for anything."""

    def __contains__(self, quad: Quad) -> bool: ...

    def __iter__(self) -> Iterator[Quad]: ...


def new_store(ontology: Iterable[Triple], quads: Iterable[Quad]) -> Store:
    """A store in memory with the ontology's graph and these quads."""
    store = Store()
    graph = GraphName.ONTOLOGY.node
    store.bulk_extend(Quad(t.subject, t.predicate, t.object, graph) for t in ontology)
    store.bulk_extend(quads)
    return store


def load_lines(store: Store, lines: Iterable[str]) -> None:
    """Loads N-Quads that were written here, so that nothing in them needs to be looked at twice."""
    store.bulk_load(input="".join(lines).encode(), format=RdfFormat.N_QUADS, lenient=True)


LOAD_BYTES = 96_000_000
"""How much of N-Quads is loaded at once, some 500,000 quads: memory grows with it, by 600 MB for each thread."""


class Loading:
    """Loads N-Quads files into a store as they come, in threads of its own; the files may hold a quad twice."""

    def __init__(self, store: Store, threads: int = 2) -> None:
        self._files: queue.SimpleQueue[Path | None] = queue.SimpleQueue()
        self._parts = _parts(self._files)
        self._reading = threading.Lock()
        self._errors: list[BaseException] = []
        self._threads = [threading.Thread(target=self._load, args=(store,), daemon=True) for _ in range(threads)]
        for thread in self._threads:
            thread.start()

    def add(self, file: Path) -> None:
        """One more file to load."""
        self._files.put(file)

    def finish(self) -> None:
        """Waits until all are loaded; raises what went wrong."""
        self._files.put(None)
        for thread in self._threads:
            thread.join()
        if self._errors:
            raise self._errors[0]

    def _load(self, store: Store) -> None:
        try:
            while True:
                with self._reading:
                    part = next(self._parts, b"")
                if not part:
                    return
                store.bulk_load(input=part, format=RdfFormat.N_QUADS, lenient=True)
        except BaseException as error:
            self._errors.append(error)


def load_files(store: Store, files: Iterable[Path]) -> None:
    """Loads these files of N-Quads into a store."""
    loading = Loading(store)
    for file in files:
        loading.add(file)
    loading.finish()


def _parts(files: queue.SimpleQueue[Path | None]) -> Iterator[bytes]:
    """The lines of a queue of files until it gives None, about `LOAD_BYTES` at a time."""
    kept: list[bytes] = []
    size = 0
    while (path := files.get()) is not None:
        with path.open("rb") as file:
            while data := file.read(LOAD_BYTES - size) + file.readline():
                kept.append(data)
                size += len(data)
                if size >= LOAD_BYTES:
                    yield b"".join(kept)
                    kept, size = [], 0
    if kept:
        yield b"".join(kept)


def graph_triples(store: Dataset, name: GraphName) -> list[Triple]:
    """The triples of one named graph, in no particular order."""
    return [quad.triple for quad in store.quads_for_pattern(None, None, None, name.node)]


def graph_size(store: Dataset, graph: NamedNode) -> int:
    """The number of triples in one named graph."""
    answer = store.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", default_graph=[graph])
    assert isinstance(answer, QuerySolutions)
    (row,) = answer
    count = row["n"]
    assert isinstance(count, Literal)
    return int(count.value)


def write_store(store: Dataset, folder: Path) -> None:
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
