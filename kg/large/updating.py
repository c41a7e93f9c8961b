"""The RDF files of the last build brought up to date: what is said of a subject that did not change is copied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, Triple, parse, serialize

from kg.large.files import FILES
from kg.large.state import share_file
from kg.rdf.ontology import Ontology
from kg.rdf.patching import TurtleFile, block_of_subjects, declared, write_in_graph
from kg.rdf.serialise import skolemise
from kg.rdf.sorting import body_of, header, in_graph
from kg.rdf.vocabulary import PREFIXES, GraphName

_BATCH = 10_000


@dataclass(frozen=True)
class Change:
    """The quads that were added to a store, and those that were removed from it."""

    added: tuple[Quad, ...] = ()
    removed: tuple[Quad, ...] = ()

    def __add__(self, other: Change) -> Change:
        return Change((*self.added, *other.added), (*self.removed, *other.removed))

    @property
    def both(self) -> tuple[Quad, ...]:
        """All in which the store differs from what it was."""
        return (*self.added, *self.removed)

    def of(self, name: GraphName) -> Change:
        """What changed in one graph."""
        added, removed = (
            tuple(quad for quad in quads if quad.graph_name == name.node) for quads in (self.added, self.removed)
        )
        return Change(added, removed)


class Files:
    """The files of graphs that the last build left in `last`, to be brought up to date in `folder`."""

    def __init__(self, last: Path, folder: Path, triples: Mapping[str, int]) -> None:
        """`triples` says how many each graph of the last build has."""
        self.last = last
        self.folder = folder
        self.triples = dict(triples)
        self._written: set[GraphName] = set()

    def keep(self, name: GraphName) -> None:
        """A graph in which nothing changed has the same file."""
        share_file(self.last / FILES[name], self.folder / FILES[name])
        self._written.add(name)

    def replace(self, store: Store, name: GraphName, lines: Iterable[bytes]) -> None:
        """Makes a graph of the store, and its file, hold what these lines of N-Triples say, and nothing else."""
        now = set(lines)
        body = body_of(now)
        new = block_of_subjects(body.turtle)
        with TurtleFile(self.last / FILES[name]) as old:
            blocks = set(old.blocks())
            told = b"".join([header(old.prefixes), *(blocks - set(new.values()))])
        same = {subject for subject, block in new.items() if block in blocks}
        now = {line for line in now if line[: line.index(b" ")] not in same}
        before = set(lines_of(parse(told, RdfFormat.TURTLE)))
        _remove(store, name, sorted(before - now))
        store.bulk_load(b"".join(sorted(now - before)), RdfFormat.N_TRIPLES, to_graph=name.node)
        with (self.folder / FILES[name]).open("wb") as out:
            out.write(header(body.prefixes) if body.triples else b"\n")
            out.write(body.turtle)
        self.triples[name.value] = body.triples
        self._written.add(name)

    def write(self, store: Store, ontology: Ontology, change: Change) -> None:
        """Writes the file of each graph that is not written yet, and that of all graphs."""
        for name in FILES:
            if name not in self._written:
                self._patch(store, name, change.of(name))
        told = body_of(lines_of(skolemise(ontology.triples)))
        prefixes = told.prefixes.union(*(declared(self.folder / file)[0] for file in FILES.values()))
        with (self.folder / "dataset.trig").open("wb") as out:
            out.write(header(prefixes))
            for name in sorted(GraphName, key=lambda name: str(name.node)):
                if self.triples[name.value]:
                    out.write(f"{name.node} {{\n".encode())
                    if name in FILES:
                        write_in_graph(self.folder / FILES[name], out)
                    else:
                        out.write(in_graph(told.turtle))
                    out.write(b"}\n")

    def _patch(self, store: Store, name: GraphName, change: Change) -> None:
        subjects = {quad.subject for quad in change.both}
        graph = name.node
        told = [quad.triple for node in subjects for quad in store.quads_for_pattern(node, None, None, graph)]
        body = body_of(lines_of(told))
        blocks = dict.fromkeys((str(node).encode() for node in subjects), b"") | block_of_subjects(body.turtle)
        self.triples[name.value] += len(change.added) - len(change.removed)
        with TurtleFile(self.last / FILES[name]) as old, (self.folder / FILES[name]).open("wb") as out:
            if not self.triples[name.value]:
                out.write(b"\n")
                return
            doubtful = old.prefixes - body.prefixes
            iris = {prefix: PREFIXES[prefix] for prefix in doubtful}
            removed = "".join(str(quad.triple) for quad in change.removed)
            kept = {prefix for prefix, iri in iris.items() if iri not in removed or _is_used(store, name, iri)}
            old.write(blocks, body.prefixes | kept, out)


def _is_used(store: Store, name: GraphName, iri: str) -> bool:
    """Whether an IRI stands anywhere in a graph."""
    return any(iri in str(quad.triple) for quad in store.quads_for_pattern(None, None, None, name.node))


def lines_of(triples: Iterable[Triple] | Iterable[Quad]) -> list[bytes]:
    """Triples as lines of N-Triples."""
    data = serialize(triples, format=RdfFormat.N_TRIPLES)
    assert data is not None
    return data.splitlines(keepends=True)


def _remove(store: Store, name: GraphName, lines: Sequence[bytes]) -> None:
    """Takes what lines of N-Triples say out of a graph, many in one transaction."""
    for start in range(0, len(lines), _BATCH):
        part = b"".join(lines[start : start + _BATCH]).decode()
        store.update(f"DELETE DATA {{ GRAPH {name.node} {{ {part} }} }}")
