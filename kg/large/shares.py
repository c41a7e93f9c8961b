"""The parts of a build too large for memory, as functions that any process can run.

Rows are read in spans and dealt out to shares by the keys of their claims; each share is folded and mapped by itself,
and its lines go to the store and, dealt out to ranges of subjects, to the files. What functions pass on are `Piece`s of
files below one working folder. How many shares and ranges there are follows from the size of the tables alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from kg.facts.batches import Packed, from_bytes, read_batch, share_of, to_bytes, unpack
from kg.facts.claims import Supersession, Tie, fold_keyed
from kg.facts.conflicts import Rival, nested, rival, within
from kg.facts.model import Claim, Conflict
from kg.facts.problems import Problem
from kg.facts.rows import Link, Twice
from kg.facts.schema import Schema
from kg.facts.spans import Span
from kg.large import state
from kg.large.bodies import WrittenBody, triples_of, write_body
from kg.large.pieces import Piece, Pieces, PieceWriter, Setup, dealt, read_piece
from kg.large.state import Remark
from kg.rdf.relation_rows import Relation
from kg.rdf.vocabulary import GraphName
from kg.report import Tally


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
    facts = [(item[0], unpack(item)) for item in packed]
    if problems is not None:
        for _, fact in facts:
            twice.check(fact, problems)
    return list(fold_keyed(facts, setup.known.sources, ties))


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
    tally: Tally
    remarks: Remarks


def map_share(setup: Setup, share: Share) -> MappedShare:
    """A share folded and mapped, its lines written."""
    problems: list[Problem] = []
    packed = list(packed_of(setup, share))
    claims = fold_packed(packed, setup, share.ties, problems)
    claims.sort(key=attrgetter("key"))  # lines that are nearly in order are sorted in half the time
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
    state.write_relations(setup.state, share.number, relations_of(claims))
    remarks = {claim.key: remark(claim, setup.known.schema) for claim in claims}
    state.write_share(setup.state, share.number, state.kept(packed, remarks, share.ties, setup.known.sources))
    return MappedShare(
        problems=tuple(problems),
        file=file,
        body=write_body(setup, f"claims-{share.number}", triples_of(nodes, mapper.end(GraphName.CLAIMS))),
        evidence=told,
        asserted=simple,
        acting="".join(acting).encode(),
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
