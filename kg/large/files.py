"""The RDF files of a large build: each graph as Turtle, and all as TriG, from parts that processes wrote."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from pyoxigraph import RdfFormat, Store, serialize

from kg.large.bodies import Coming, Range, WrittenBody, gather, scatter, write_body
from kg.large.pieces import Piece, PieceWriter, Setup, dealt, read_piece
from kg.large.workers import Workers
from kg.rdf.index import INDEX_FILE
from kg.rdf.ontology import Ontology
from kg.rdf.serialise import skolemise
from kg.rdf.sorting import bounds_of, header
from kg.rdf.store import Loading
from kg.rdf.vocabulary import GraphName

_PART = 8_000_000
"""How much of a graph goes into one part."""
FILES = {
    GraphName.ASSERTED: "graph.ttl",
    GraphName.CLAIMS: "claims.ttl",
    GraphName.INFERRED: "inferred.ttl",
    GraphName.ANALYSIS: "analysis.ttl",
}
"""The files of graphs; that of the ontology has its blank nodes, which those of a store are not."""
Bodies = Mapping[GraphName, Sequence[WrittenBody]]
"""The Turtle of each graph, in the order of its subjects."""


def paths(folder: Path) -> list[Path]:
    """The files in the folder of a build that the next one may go on from."""
    from kg.views.pages import PAGES

    return [path for name in (*FILES.values(), INDEX_FILE, *PAGES) if (path := folder / name).is_file()]


def load_ontology(ontology: Ontology, setup: Setup, loading: Loading) -> list[WrittenBody]:
    """The Turtle of the ontology's graph, which goes to the store too."""
    triples = skolemise(ontology.triples)
    lines = serialize(triples, format=RdfFormat.N_TRIPLES)
    assert lines is not None
    end = setup.mapper.end(GraphName.ONTOLOGY).encode()
    (setup.folder / "ontology").write_bytes(b"".join(line[:-3] + end for line in lines.splitlines(keepends=True)))
    loading.add(setup.folder / "ontology")
    body = write_body(setup, "ontology", lines.splitlines(keepends=True))
    return [body] if body is not None else []


def bodies_of_file(file: Path, name: GraphName, setup: Setup, workers: Workers[Setup]) -> list[Coming]:
    """The Turtle to come of lines of one graph, which stand in a file of the working folder."""
    bounds = _sampled(file, max(1, file.stat().st_size // _PART))
    writer = PieceWriter(setup.folder, f"{name.value}-lines")
    pieces: dict[int, list[Piece]] = {}
    for part in _pieces_of(file):
        lines = read_piece(setup.folder, part).splitlines(keepends=True)
        for number, piece in writer.write(dealt(lines, bounds)).items():
            pieces.setdefault(number, []).append(piece)
    writer.close()
    end = setup.mapper.end(name)
    ranges = (Range(f"{name.value}-{number}", tuple(told), end) for number, told in sorted(pieces.items()))
    return [workers.submit(gather, job) for job in ranges]


def bodies_of_graph(store: Store, name: GraphName, setup: Setup, workers: Workers[Setup]) -> list[WrittenBody]:
    """The Turtle of a graph of the store, which gives it in no order."""
    dump = setup.folder / f"{name.value}.nt"
    store.dump(dump, RdfFormat.N_TRIPLES, from_graph=name.node)
    pieces = list(_pieces_of(dump))
    bounds = _sampled(dump, max(1, dump.stat().st_size // (_PART)))
    jobs = [(f"{name.value}-lines-{index}", piece, bounds) for index, piece in enumerate(pieces)]
    scattered = list(workers.map(scatter, jobs))
    ranges = [
        Range(f"{name.value}-{number}", tuple(found[number] for found in scattered if number in found))
        for number in range(len(bounds) + 1)
    ]
    return [body for body in workers.map(gather, ranges) if body is not None]


def _pieces_of(file: Path, size: int = _PART) -> Iterator[Piece]:
    """Parts of a file of lines."""
    end, total = 0, file.stat().st_size
    with file.open("rb") as lines:
        while end < total:
            start = end
            lines.seek(min(start + size, total))
            lines.readline()
            end = lines.tell()
            yield Piece(file.name, start, end - start)


def _sampled(file: Path, ranges: int) -> tuple[bytes, ...]:
    """Bounds of so many ranges, from subjects all over a file of lines."""
    total = file.stat().st_size
    subjects = []
    with file.open("rb") as lines:
        for place in range(0, total, max(1, total // (ranges * 40))):
            lines.seek(place)
            lines.readline()
            line = lines.readline()
            if line:
                subjects.append(line.split(b" ", 1)[0])
    return tuple(bounds_of(subjects, ranges))


def write_graphs(bodies: Bodies, setup: Setup, folder: Path, *, compress: bool) -> None:
    """Writes each graph as Turtle, and all as TriG, from the parts that lie in the working folder."""
    for name, file in FILES.items():
        parts = bodies[name]
        with _opened(folder / file, compress=compress) as out:
            out.write(header(prefix for part in parts for prefix in part.prefixes) if parts else b"\n")
            _append((setup.folder / part.turtle for part in parts), out)
    with _opened(folder / "dataset.trig", compress=compress) as out:
        out.write(header(prefix for parts in bodies.values() for part in parts for prefix in part.prefixes))
        for name in sorted(bodies, key=lambda name: str(name.node)):
            if bodies[name]:
                out.write(f"{name.node} {{\n".encode())
                _append((setup.folder / part.trig for part in bodies[name]), out)
                out.write(b"}\n")


@contextmanager
def _opened(path: Path, *, compress: bool) -> Iterator[BinaryIO]:
    """A file to write; a compressed one tells neither a time nor a name, so that the same content is the same bytes."""
    if not compress:
        with path.open("wb") as out:
            yield out
        return
    with path.with_name(f"{path.name}.gz").open("wb") as file, gzip.GzipFile("", "wb", 5, file, mtime=0) as packed:
        yield cast(BinaryIO, packed)


def _append(files: Iterable[Path], out: BinaryIO) -> None:
    for file in files:
        with file.open("rb") as part:
            shutil.copyfileobj(part, out, 1 << 20)
