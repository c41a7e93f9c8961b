"""The Turtle of graphs too large for memory, range of subjects by range of subjects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from kg.large.pieces import Piece, Pieces, PieceWriter, Setup, dealt, read_piece
from kg.rdf.sorting import body_of, in_graph


@dataclass(frozen=True)
class WrittenBody:
    """The Turtle of one range of one graph: files for the graph and for the dataset, and what they need."""

    turtle: str
    trig: str
    prefixes: frozenset[str]
    triples: int


Coming = Future[WrittenBody | None]
"""The Turtle of a range that some process is to write."""


def written(bodies: Iterable[WrittenBody | Coming | None]) -> list[WrittenBody]:
    """What there is of these, once all is written."""
    found = (body.result() if isinstance(body, Future) else body for body in bodies)
    return [body for body in found if body is not None]


def write_body(setup: Setup, name: str, lines: Sequence[bytes]) -> WrittenBody | None:
    """Sorts lines of N-Triples and writes them as Turtle; None where there are none."""
    if not lines:
        return None
    body = body_of(lines)
    (setup.folder / f"{name}.ttl").write_bytes(body.turtle)
    (setup.folder / f"{name}.trig").write_bytes(in_graph(body.turtle))
    return WrittenBody(f"{name}.ttl", f"{name}.trig", body.prefixes, body.triples)


@dataclass(frozen=True)
class Range:
    """A range of subjects of one graph: what its files are called, its pieces, and what their lines end with."""

    name: str
    pieces: tuple[Piece, ...]
    end: str = ""


def gather(setup: Setup, job: Range) -> WrittenBody | None:
    """The Turtle of one range."""
    data = b"".join(read_piece(setup.folder, piece) for piece in job.pieces)
    return write_body(setup, job.name, triples_of(data, job.end))


def scatter(setup: Setup, job: tuple[str, Piece, tuple[bytes, ...]]) -> Pieces:
    """Lines of a piece dealt out to ranges of subjects."""
    name, piece, bounds = job
    writer = PieceWriter(setup.folder, name)
    pieces = writer.write(dealt(read_piece(setup.folder, piece).splitlines(keepends=True), bounds))
    writer.close()
    return pieces


def triples_of(lines: bytes, end: str = "") -> list[bytes]:
    """Lines of N-Triples from lines of N-Quads that have this end, or from N-Triples."""
    return (lines.replace(end.encode(), b" .\n") if end else lines).splitlines(keepends=True)
