"""The parts of a build too large for memory, as functions that any process can run.

Rows are read in spans and dealt out to shares by the keys of their claims; each share is folded and mapped by itself,
and its lines go to the store and, dealt out to ranges of subjects, to the files. What functions pass on are `Piece`s of
files below one working folder. How many shares and ranges there are follows from the size of the tables alone.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.facts.batches import Known, from_bytes, read_batch, share_of, to_bytes, unpack
from kg.facts.claims import Supersession, Tie, fold
from kg.facts.conflicts import Rival, nested, rival, within
from kg.facts.model import Claim, Conflict
from kg.facts.problems import Problem
from kg.facts.rows import Link, Twice
from kg.facts.spans import Span
from kg.rdf.mapping import Mapper
from kg.rdf.sorting import body_of, in_graph, range_of
from kg.rdf.vocabulary import GraphName
from kg.report import Tally


@dataclass(frozen=True)
class Setup:
    """What every process knows."""

    known: Known
    mapper: Mapper
    folder: Path
    """Where pieces are kept."""
    shares: int
    bounds: tuple[bytes, ...]
    """The subjects at which ranges of the asserted graph begin."""
    compress: bool = False


@dataclass(frozen=True)
class Piece:
    """A part of a file in the working folder."""

    file: str
    start: int
    size: int


Pieces = Mapping[int, Piece]
"""A piece for each share or range that has one."""


class PieceWriter:
    """Writes pieces one after the other into one file."""

    def __init__(self, folder: Path, file: str) -> None:
        self._file = (folder / file).open("wb")
        self._name = file
        self._end = 0

    def write(self, parts: Mapping[int, bytes]) -> dict[int, Piece]:
        """A piece for each part, in the order of their numbers."""
        pieces = {}
        for number in sorted(parts):
            pieces[number] = Piece(self._name, self._end, len(parts[number]))
            self._file.write(parts[number])
            self._end += len(parts[number])
        return pieces

    def close(self) -> None:
        """All is written."""
        self._file.close()


def read_piece(folder: Path, piece: Piece) -> bytes:
    """The bytes of a piece."""
    with (folder / piece.file).open("rb") as file:
        file.seek(piece.start)
        return file.read(piece.size)


@dataclass(frozen=True)
class ReadSpan:
    """What came of the rows of one span."""

    facts: int
    pieces: Pieces
    """By share."""
    links: tuple[Link, ...]
    ties: tuple[Tie, ...]
    problems: tuple[Problem, ...]


def read_rows(setup: Setup, job: tuple[int, Span]) -> ReadSpan:
    """The facts of one span, dealt out."""
    number, span = job
    batch = read_batch(span, setup.known, setup.shares)
    writer = PieceWriter(setup.folder, f"facts-{number}")
    pieces = writer.write({share: to_bytes(facts) for share, facts in batch.shares.items()})
    writer.close()
    return ReadSpan(batch.count, pieces, batch.links, batch.ties, batch.problems)


@dataclass(frozen=True)
class Share:
    """The facts of one share: its number and its pieces in the order of their rows."""

    number: int
    pieces: tuple[Piece, ...]
    ties: Supersession


def find_twice(setup: Setup, share: Share) -> tuple[Problem, ...]:
    """A problem for each row of a share that stands twice."""
    problems: list[Problem] = []
    twice = Twice(setup.known.schema)
    for piece in share.pieces:
        for packed in from_bytes(read_piece(setup.folder, piece)):
            twice.check(unpack(packed), problems)
    return tuple(problems)


def fold_share(setup: Setup, share: Share, problems: list[Problem] | None = None) -> list[Claim]:
    """The claims of a share; with `problems`, rows that stand twice are told."""
    twice = Twice(setup.known.schema)
    facts = []
    for piece in share.pieces:
        for packed in from_bytes(read_piece(setup.folder, piece)):
            fact = unpack(packed)
            if problems is not None:
                twice.check(fact, problems)
            facts.append(fact)
    return list(fold(facts, setup.known.sources, setup.known.schema, share.ties))


@dataclass(frozen=True)
class MappedShare:
    """What came of one share."""

    problems: tuple[Problem, ...]
    file: str
    """All its lines, as N-Quads."""
    body: WrittenBody | None
    """The Turtle of its claims."""
    evidence: Pieces
    asserted: Pieces
    tally: Tally
    conflicts: tuple[Conflict, ...]
    rivals: tuple[tuple[Rival, str, str], ...]
    """For each claim that has rivals: by what, its object, its key."""
    nested: tuple[tuple[str, str], ...]


def map_share(setup: Setup, share: Share) -> MappedShare:
    """A share folded and mapped, its lines written."""
    problems: list[Problem] = []
    claims = fold_share(setup, share, problems)
    mapper, schema = setup.mapper, setup.known.schema
    counted = Tally()
    node_lines: list[str] = []
    asserted: list[str] = []
    evidence: dict[int, list[str]] = {}
    for claim in claims:
        counted.add(claim, setup.known.classes)
        node_lines.extend(mapper.claim_node(claim))
        if claim.asserted:
            asserted.append(mapper.simple(claim))
        for item in claim.evidence:
            evidence.setdefault(share_of(item.key, setup.shares), []).extend(mapper.evidence(claim, item))
    file = f"quads-{share.number}"
    writer = PieceWriter(setup.folder, file)
    nodes = "".join(node_lines).encode()
    writer.write({0: nodes})
    told = writer.write({number: "".join(lines).encode() for number, lines in evidence.items()})
    simple = writer.write(dealt((line.encode() for line in asserted), setup.bounds))
    writer.close()
    rivals = ((key, claim.object, claim.key) for claim in claims if (key := rival(claim, schema)) is not None)
    return MappedShare(
        problems=tuple(problems),
        file=file,
        body=write_body(setup, f"claims-{share.number}", _triples(nodes, mapper.end(GraphName.CLAIMS))),
        evidence=told,
        asserted=simple,
        tally=counted,
        conflicts=tuple(item.conflict() for claim in claims for item in within(claim)),
        rivals=tuple(rivals),
        nested=tuple(nested(claims, schema)),
    )


def claims_of(setup: Setup, job: tuple[Share, frozenset[str]]) -> list[Claim]:
    """The claims of a share that have these keys."""
    share, keys = job
    return [claim for claim in fold_share(setup, share) if claim.key in keys]


def dealt(lines: Iterable[bytes], bounds: Sequence[bytes]) -> dict[int, bytes]:
    """Lines by the ranges of their subjects."""
    ranges: dict[int, list[bytes]] = {}
    for line in lines:
        ranges.setdefault(range_of(line, bounds), []).append(line)
    return {number: b"".join(found) for number, found in ranges.items()}


@dataclass(frozen=True)
class WrittenBody:
    """The Turtle of one range of one graph: files for the graph and for the dataset, and what they need."""

    turtle: str
    trig: str
    prefixes: frozenset[str]
    triples: int


def write_body(setup: Setup, name: str, lines: Sequence[bytes]) -> WrittenBody | None:
    """Sorts lines of N-Triples and writes them as Turtle; None where there are none."""
    if not lines:
        return None
    body = body_of(lines)
    pack = gzipped if setup.compress else bytes
    (setup.folder / f"{name}.ttl").write_bytes(pack(body.turtle))
    (setup.folder / f"{name}.trig").write_bytes(pack(in_graph(body.turtle)))
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
    return write_body(setup, job.name, _triples(data, job.end))


def scatter(setup: Setup, job: tuple[str, Piece, tuple[bytes, ...]]) -> Pieces:
    """Lines of a piece dealt out to ranges of subjects."""
    name, piece, bounds = job
    writer = PieceWriter(setup.folder, name)
    pieces = writer.write(dealt(read_piece(setup.folder, piece).splitlines(keepends=True), bounds))
    writer.close()
    return pieces


def gzipped(data: bytes) -> bytes:
    """A member of a gzip file; members one after the other are one file (RFC 1952, section 2.2)."""
    return gzip.compress(data, 6, mtime=0)


def _triples(lines: bytes, end: str = "") -> list[bytes]:
    """Lines of N-Triples from lines of N-Quads that have this end, or from N-Triples."""
    return (lines.replace(end.encode(), b" .\n") if end else lines).splitlines(keepends=True)
