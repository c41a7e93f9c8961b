"""The parts of a build too large for memory, as functions that any process can run.

Rows are read in spans and dealt out to shares by the keys of their claims; each share is folded and mapped by itself,
and its lines go to the store and, dealt out to ranges of subjects, to the files. What functions pass on are `Piece`s of
files below one working folder. How many shares and ranges there are follows from the size of the tables alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg import state
from kg.facts.batches import Known, Packed, from_bytes, read_batch, share_of, to_bytes, unpack
from kg.facts.claims import Supersession, Tie, fold
from kg.facts.conflicts import Rival, nested, rival, within
from kg.facts.model import Claim, Conflict
from kg.facts.problems import Problem
from kg.facts.rows import Link, Twice
from kg.facts.schema import Schema
from kg.facts.spans import Span
from kg.rdf.mapping import Mapper
from kg.rdf.relation_rows import Relation
from kg.rdf.sorting import body_of, in_graph, range_of
from kg.rdf.vocabulary import GraphName
from kg.report import Tally
from kg.state import Remark


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
    state: Path
    """Where what the next build may go on from is kept."""
    before: Path | None = None
    """Where the last one kept it, if this one goes on from there."""
    acting: tuple[tuple[str, ...], ...] = ()
    """What the lines of a claim have that rules over claims are about, for each such rule."""


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
    for packed in packed_of(setup, share):
        twice.check(unpack(packed), problems)
    return tuple(problems)


def packed_of(setup: Setup, share: Share) -> Iterator[Packed]:
    """The packed facts of a share, in the order of their rows."""
    for piece in share.pieces:
        yield from from_bytes(read_piece(setup.folder, piece))


def fold_packed(
    packed: Iterable[Packed], setup: Setup, ties: Supersession, problems: list[Problem] | None = None
) -> list[Claim]:
    """The claims of packed facts; with `problems`, rows that stand twice are told."""
    twice = Twice(setup.known.schema)
    facts = [unpack(item) for item in packed]
    if problems is not None:
        for fact in facts:
            twice.check(fact, problems)
    return list(fold(facts, setup.known.sources, setup.known.schema, ties))


@dataclass(frozen=True)
class Remarks:
    """What is looked for between claims and told of them, of one share."""

    conflicts: tuple[Conflict, ...]
    rivals: tuple[tuple[Rival, str, str], ...]
    """For each claim that may have rivals: by what, its object, its key."""
    nested: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, remarks: Mapping[str, Remark]) -> Remarks:
        """Those of all claims, by key."""
        return cls(
            tuple(Conflict(*told) for conflicts, _, _ in remarks.values() for told in conflicts),
            tuple((rival_[0], rival_[1], key) for key, (_, rival_, _) in remarks.items() if rival_ is not None),
            tuple(pair for _, _, pairs in remarks.values() for pair in pairs),
        )


def remark(claim: Claim, schema: Schema) -> Remark:
    """What is remarked of one claim, as plain values."""
    told = (item.conflict() for item in within(claim))
    key = rival(claim, schema)
    return (
        tuple((item.claim, item.what, item.tellings, item.kept) for item in told),
        (key, claim.object) if key is not None else None,
        tuple(nested([claim], schema)),
    )


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
    acting: bytes
    """The lines of claims that rules over claims are about."""
    relations: Piece
    """The relations that its claims assert, packed, by the keys of the claims."""
    tally: Tally
    remarks: Remarks


def map_share(setup: Setup, share: Share) -> MappedShare:
    """A share folded and mapped, its lines written."""
    problems: list[Problem] = []
    packed = list(packed_of(setup, share))
    claims = fold_packed(packed, setup, share.ties, problems)
    mapper = setup.mapper
    counted = Tally()
    node_lines: list[str] = []
    asserted: list[str] = []
    acting: list[str] = []
    evidence: dict[int, list[str]] = {}
    for claim in claims:
        counted.add(claim, setup.known.classes)
        told_of_it = "".join(mapper.claim_node(claim))
        node_lines.append(told_of_it)
        if any(all(part in told_of_it for part in parts) for parts in setup.acting):
            acting.append(told_of_it)
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
    writer = PieceWriter(setup.folder, f"relations-{share.number}")
    relations = writer.write({0: to_bytes([*map(tuple, relations_of(claims))])})
    writer.close()
    remarks = {claim.key: remark(claim, setup.known.schema) for claim in claims}
    state.write_share(setup.state, share.number, state.kept(packed, remarks, share.ties, setup.known.sources))
    return MappedShare(
        problems=tuple(problems),
        file=file,
        body=write_body(setup, f"claims-{share.number}", _triples(nodes, mapper.end(GraphName.CLAIMS))),
        evidence=told,
        asserted=simple,
        acting="".join(acting).encode(),
        relations=relations[0],
        tally=counted,
        remarks=Remarks.of(remarks),
    )


def relations_of(claims: Iterable[Claim]) -> Iterator[Relation]:
    """The relations between things that claims assert, by the keys of the claims."""
    for claim in sorted(claims, key=lambda claim: claim.key):
        if claim.asserted and claim.object_is_entity:
            from_, until = (date.text if date is not None else "" for date in (claim.from_, claim.until))
            sources = " ".join(sorted({item.source for item in claim.evidence}))
            yield Relation(claim.key, claim.subject, claim.predicate, claim.object, from_, until, sources)


def claims_of(setup: Setup, job: tuple[Share, frozenset[str]]) -> list[Claim]:
    """The claims of a share that have these keys."""
    share, keys = job
    return fold_packed((item for item in packed_of(setup, share) if item[0] in keys), setup, share.ties)


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
    return write_body(setup, job.name, _triples(data, job.end))


def scatter(setup: Setup, job: tuple[str, Piece, tuple[bytes, ...]]) -> Pieces:
    """Lines of a piece dealt out to ranges of subjects."""
    name, piece, bounds = job
    writer = PieceWriter(setup.folder, name)
    pieces = writer.write(dealt(read_piece(setup.folder, piece).splitlines(keepends=True), bounds))
    writer.close()
    return pieces


def _triples(lines: bytes, end: str = "") -> list[bytes]:
    """Lines of N-Triples from lines of N-Quads that have this end, or from N-Triples."""
    return (lines.replace(end.encode(), b" .\n") if end else lines).splitlines(keepends=True)
