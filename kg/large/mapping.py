"""All facts read, folded and mapped in shares, which flow into the store; what follows from them flows after them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from kg.facts import conflicts, quotes
from kg.facts.batches import Known
from kg.facts.claims import supersession
from kg.facts.model import Claim, Conflict, Judgement, Project
from kg.facts.problems import InputError, Problem
from kg.facts.reading import ProjectReader, known_columns
from kg.facts.rows import FACT_REQUIRED, check_links
from kg.facts.spans import SPAN_BYTES, spans_of
from kg.facts.tables import folders_of_tables
from kg.large import shares as shared
from kg.large import state, tables
from kg.large.bodies import Coming, Range, WrittenBody, gather
from kg.large.pieces import Piece, PieceWriter, Setup, dealt, read_piece
from kg.large.shares import MappedShare, ReadSpan, Remarks, Share
from kg.large.workers import Workers
from kg.rdf.line_inference import LinePlan, infer_from_lines, inferred_lines
from kg.rdf.mapping import Mapper
from kg.rdf.ontology import Ontology
from kg.rdf.relation_rows import Relation
from kg.rdf.sorting import bounds_of
from kg.rdf.store import Loading
from kg.rdf.vocabulary import GraphName
from kg.report import Tally

SHARE_BYTES = 500_000
"""How much of the tables of facts goes into one share; a share's claims and lines fit in memory many times over."""


S = TypeVar("S")

INFERRED = "inferred-quads"
"""The file of what follows, in the working folder."""


@dataclass(frozen=True)
class Input:
    """All tables but those of facts, and what rows of facts are checked against."""

    seeds: Path
    others: str
    """A checksum of all tables but those of facts."""
    project: Project
    known: Known
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]

    @property
    def size(self) -> int:
        """The bytes of the tables of facts."""
        return sum(path.stat().st_size for path in self.files)


@dataclass(frozen=True)
class Mapped:
    """What came of all facts."""

    facts: int
    tally: Tally
    conflicts: tuple[Conflict, ...]
    bodies: Mapping[GraphName, Sequence[WrittenBody | Coming | None]]
    """Those to come are written while the store is loaded and what it holds is analysed."""


def read_input(seeds: Path, documents: Path | None, ontology: Ontology) -> Input:
    """The tables of a folder but for the rows of facts; their faults are kept for those of the facts."""
    others = checksum_of(path for folder in folders_of_tables(seeds) for path in sorted(folder.glob("*.csv")))
    problems: list[Problem] = []
    reader = ProjectReader(seeds, ontology.schema, ontology.shapes, problems)
    project = reader.read()
    recorded = quotes.gather_recorded(seeds, problems)
    texts = {}
    if documents is not None:
        texts = quotes.read_documents(project.sources.values(), documents, problems)
        project = replace(project, notes=quotes.check_unchanged(project, texts, recorded, problems))
    known = Known.of(project, ontology.schema, reader.unread, recorded, texts)
    return Input(seeds, others, project, known, tuple(reader.facts_files()), tuple(problems))


def checksum_of(files: Iterable[Path]) -> str:
    """One checksum of the names and bytes of some files."""
    checksum = hashlib.sha256()
    for path in files:
        data = path.read_bytes() if path.is_file() else b""
        checksum.update(f"{path.parent.name}/{path.name}\0{len(data)}\0".encode() + data)
    return checksum.hexdigest()


def set_up(
    found: Input,
    folder: Path,
    state: Path,
    before: Path | None = None,
    shares: int | None = None,
    rules: LinePlan | None = None,
) -> Setup:
    """What the processes are told; a build that goes on from `before` has as many shares as that."""
    mapper = Mapper(found.known.schema)
    shares = shares or max(4, found.size // SHARE_BYTES)
    subjects = (f"<{mapper.base}id/{key}>".encode() for key in found.project.entities)
    bounds = tuple(bounds_of(subjects, shares))
    return Setup(found.known, mapper, folder, shares, bounds, state, before, rules.acting if rules is not None else ())


def map_facts(
    found: Input,
    setup: Setup,
    workers: Workers[Setup],
    loading: Loading,
    rules: LinePlan | None = None,
    progress: Callable[[str], None] = lambda stage: None,
) -> Mapped:
    """Reads, checks, folds and maps all facts; their lines and those of things and sources go to the store.

    With `rules` what follows by them goes there too. Raises InputError with every fault of every table.
    """
    read = read_rows(found, setup, workers)
    shares = shares_of(read, setup)
    pending = [workers.submit(shared.map_share, share) for share in shares]
    things, sources = map_things(found, setup)
    loading.add(setup.state / "things")
    mapped = []
    for future in pending:
        share = future.result()
        loading.add(setup.folder / share.file)
        mapped.append(share)
    _raise([problem for share in mapped for problem in share.problems])
    disagreements = all_conflicts([share.remarks for share in mapped], shares, setup, workers, shared.claims_of)
    bodies: dict[GraphName, Sequence[WrittenBody | Coming | None]] = {
        GraphName.CLAIMS: [
            *(share.body for share in mapped),
            *(workers.submit(gather, job) for job in _evidence(mapped, sources, setup)),
        ],
        GraphName.ASSERTED: [workers.submit(gather, job) for job in _asserted(mapped, things, setup)],
    }
    if rules is not None:
        progress("inference")
        told = [piece for share in mapped for _, piece in sorted(share.asserted.items())]
        inferred = infer(rules, [*things.values(), *told], b"".join(share.acting for share in mapped), setup)
        loading.add(setup.folder / INFERRED)
        bodies[GraphName.INFERRED] = [workers.submit(gather, job) for job in inferred]
    counted = Tally()
    for share in mapped:
        counted.merge(share.tally)
    return Mapped(sum(span.facts for span in read), counted, disagreements, bodies)


def relations(setup: Setup) -> Iterator[Relation]:
    """The relations between things that claims assert, by the keys of the claims."""
    for number in range(setup.shares):
        yield from state.read_relations(setup.state, number)


def infer(rules: LinePlan, asserted: Iterable[Piece], acting: bytes, setup: Setup) -> list[Range]:
    """Writes the lines that follow, and tells the ranges of their graph."""
    lines = (line for piece in asserted for line in io.BytesIO(read_piece(setup.folder, piece)))
    relations = infer_from_lines(rules, lines, acting)
    writer = PieceWriter(setup.folder, INFERRED)
    pieces = {
        number: writer.write({number: part})[number]
        for number, part in inferred_lines(relations, rules.terms, setup.bounds)
    }
    writer.close()
    end = setup.mapper.end(GraphName.INFERRED)
    return [Range(f"inferred-{number}", (piece,), end) for number, piece in pieces.items()]


def read_rows(found: Input, setup: Setup, workers: Workers[Setup]) -> list[ReadSpan]:
    """All rows of facts, dealt out to shares; InputError with every fault of every table."""
    problems = list(found.problems)
    columns = known_columns(setup.known.schema)
    spans = [span for path in found.files for span in spans_of(path, FACT_REQUIRED, columns, problems, SPAN_BYTES)]
    read = list(workers.map(shared.read_rows, enumerate(spans)))
    problems += (problem for span in read for problem in span.problems)
    check_links((link for span in read for link in span.links), problems)
    if problems:
        no_ties = supersession(())
        for number in range(setup.shares):
            pieces = tuple(span.pieces[number] for span in read if number in span.pieces)
            problems += shared.find_twice(setup, Share(number, pieces, no_ties))
    _raise(problems)
    return read


def shares_of(read: Sequence[ReadSpan], setup: Setup) -> list[Share]:
    """The shares that rows were dealt out to; InputError where claims supersede one another."""
    told = [tie for span in read for tie in span.ties]
    ties = supersession(told)
    tables.write_ties(setup.state, told)
    return [
        Share(number, tuple(span.pieces[number] for span in read if number in span.pieces), ties)
        for number in range(setup.shares)
    ]


def _raise(problems: Sequence[Problem]) -> None:
    if problems:
        raise InputError(problems)


def map_things(found: Input, setup: Setup) -> tuple[dict[int, Piece], Piece]:
    """Writes the lines of things and sources into the state: a piece for each range of things, one for all sources."""
    project, mapper = found.project, setup.mapper

    def things() -> Iterator[str]:
        for entity in project.entities.values():
            yield from mapper.entity(entity)
        for decision in project.decisions:
            if decision.judgement is Judgement.DIFFERENT:
                yield mapper.difference(project.canonical[decision.left], project.canonical[decision.right])

    writer = PieceWriter(setup.folder, f"../{setup.state.name}/things")
    pieces = writer.write(dealt((line.encode() for line in things()), setup.bounds))
    told = (
        line
        for source in project.sources.values()
        for line in mapper.source(source, project.canonical.get(source.publisher))
    )
    sources = writer.write({0: "".join(told).encode()})
    writer.close()
    return pieces, sources[0]


def _evidence(mapped: Iterable[MappedShare], sources: Piece, setup: Setup) -> Iterator[Range]:
    """The ranges of the claims graph after the claims themselves: evidence, then sources."""
    end = setup.mapper.end(GraphName.CLAIMS)
    mapped = list(mapped)
    for number in range(setup.shares):
        pieces = tuple(share.evidence[number] for share in mapped if number in share.evidence)
        yield Range(f"evidence-{number}", pieces, end)
    yield Range("sources", (sources,), end)


def _asserted(mapped: Sequence[MappedShare], things: Mapping[int, Piece], setup: Setup) -> Iterator[Range]:
    end = setup.mapper.end(GraphName.ASSERTED)
    for number in range(len(setup.bounds) + 1):
        told = [share.asserted[number] for share in mapped if number in share.asserted]
        own = [things[number]] if number in things else []
        yield Range(f"asserted-{number}", (*own, *told), end)


def all_conflicts(
    remarks: Sequence[Remarks],
    shares: Sequence[S],
    setup: Setup,
    workers: Workers[Setup],
    claims_of: Callable[[Setup, tuple[S, frozenset[str]]], list[Claim]],
) -> tuple[Conflict, ...]:
    """All conflicts; claims of a share that may be in one with others are folded again for this, by `claims_of`."""
    objects: dict[conflicts.Rival, set[str]] = {}
    for share in remarks:
        for key, object_, _ in share.rivals:
            objects.setdefault(key, set()).add(object_)
    apart = {key for key, found in objects.items() if len(found) > 1}
    jobs = []
    for number, result in enumerate(remarks):
        keys = frozenset(claim for key, _, claim in result.rivals if key in apart)
        if keys:
            jobs.append((shares[number], keys))
    claims = [claim for found in workers.map(claims_of, jobs) for claim in found]
    nesting = (pair for share in remarks for pair in share.nested)
    between = (item.conflict() for item in conflicts.between(claims, nesting, setup.known.schema))
    found = [*between, *(item for share in remarks for item in share.conflicts)]
    return tuple(sorted(found, key=lambda item: (item.claim, item.what, item.kept)))
