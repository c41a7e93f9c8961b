"""What tasks do: the functions of `kg.facts` and `kg.rdf` over Arrow batches.

Each takes and gives batches with the columns of its schema and knows nothing of Spark. Facts travel as the packed lists
of `kg.facts.batches`, a row for each share that a span of a table has facts of, so that a shuffle moves few rows.
"""

from __future__ import annotations

import gc
import pickle
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import pyarrow as pa

from kg.facts.batches import Known, from_bytes, read_batch, to_bytes, unpack
from kg.facts.claims import Supersession, fold
from kg.facts.model import Claim, Entity, Source
from kg.facts.names.folding import fold as fold_name
from kg.facts.problems import Problem
from kg.facts.reading import known_columns
from kg.facts.rows import FACT_REQUIRED, Twice
from kg.facts.schema import Schema
from kg.facts.spans import spans_of
from kg.rdf.mapping import Mapper

MOST_PROBLEMS = 1_000
"""How many of one span or share are told; a table that has more is not mended line by line."""


class Kind(Enum):
    """What a row is; those of lines are called as their graphs."""

    SPAN = "span"
    FACTS = "facts"
    LINKS = "links"
    TIES = "ties"
    PROBLEMS = "problems"
    COUNTS = "counts"
    ASSERTED = "asserted"
    CLAIMS = "claims"


SPANS = "kind string, number long, data binary"
FACTS = "kind string, share int, number long, data binary"
"""`number` is that of the span: tables in their order, spans in theirs."""
LINES = "kind string, key string, value string"
"""Lines of N-Quads, one or more a row, without the end of the last; or JSON for counts, a text for a problem."""
_SPANS = pa.schema([("kind", pa.string()), ("number", pa.int64()), ("data", pa.binary())])
_FACTS = pa.schema([("kind", pa.string()), ("share", pa.int32()), ("number", pa.int64()), ("data", pa.binary())])
_LINES = pa.schema([("kind", pa.string()), ("key", pa.string()), ("value", pa.string())])
_FILE_NUMBERS = 1 << 32
Batches = Iterable[pa.RecordBatch]


@dataclass(frozen=True)
class Told:
    """What every task is told: what rows are checked against, how lines are written, how many shares there are."""

    known: Known
    mapper: Mapper
    shares: int


def find_spans(batches: Batches, schema: Schema, span_bytes: int) -> Iterator[pa.RecordBatch]:
    """Rows of SPANS with the parts of each table; the rows that come in are its `number` and `path`."""
    columns = known_columns(schema)
    for batch in batches:
        for row in batch.to_pylist():
            problems: list[Problem] = []
            spans = spans_of(Path(row["path"]), FACT_REQUIRED, columns, problems, span_bytes)
            first = row["number"] * _FILE_NUMBERS
            found = [(Kind.SPAN, first + number, pickle.dumps(span)) for number, span in enumerate(spans)]
            if problems:
                found.append((Kind.PROBLEMS, first, pickle.dumps(problems)))
            yield _batch(((kind.value, number, data) for kind, number, data in found), _SPANS)


def read_facts(batches: Batches, told: Told) -> Iterator[pa.RecordBatch]:
    """Rows of FACTS: what each span, a row of SPANS, has for each share, and its ties, links and problems."""
    for batch in batches:
        for row in batch.to_pylist():
            with _without_looking_for_cycles():
                read = read_batch(pickle.loads(row["data"]), told.known, told.shares)  # noqa: S301 (kg wrote it)
                found: list[tuple[Kind, int, bytes]] = [
                    (Kind.FACTS, share, to_bytes(facts)) for share, facts in sorted(read.shares.items())
                ]
            others = ((Kind.LINKS, read.links), (Kind.TIES, read.ties), (Kind.PROBLEMS, read.problems[:MOST_PROBLEMS]))
            found += [(kind, -1, pickle.dumps(values)) for kind, values in others if values]
            found.append((Kind.COUNTS, -1, pickle.dumps(read.count)))
            yield _batch(((kind.value, share, row["number"], data) for kind, share, data in found), _FACTS)


def find_twice(rows: pa.Table, schema: Schema) -> pa.Table:
    """Rows of SPANS: the problems of rows that stand twice among the facts of one share."""
    problems: list[Problem] = []
    twice = Twice(schema)
    for packed in _packed(rows):
        twice.check(unpack(packed), problems)
    told = [(Kind.PROBLEMS.value, 0, pickle.dumps(problems[:MOST_PROBLEMS]))] if problems else []
    return pa.Table.from_batches([_batch(told, _SPANS)])


def map_share(rows: pa.Table, told: Told, ties: Supersession) -> pa.Table:
    """Rows of LINES: the facts of one share folded to claims and mapped, and what was counted."""
    with _without_looking_for_cycles():
        problems: list[Problem] = []
        twice = Twice(told.known.schema)
        facts = [unpack(packed) for packed in _packed(rows)]
        for fact in facts:
            twice.check(fact, problems)
        claims = list(fold(facts, told.known.sources, told.known.schema, ties))
        found = list(_lines(claims, told.mapper))
        found += ((Kind.PROBLEMS, "", pickle.dumps(problem).hex()) for problem in problems[:MOST_PROBLEMS])
        counted = Counter(f"claims {claim.status.value}" for claim in claims)
        counted["evidence"] = sum(len(claim.evidence) for claim in claims)
        counted["lines"] = sum(value.count("\n") + 1 for kind, _, value in found if kind is Kind.CLAIMS)
        found += ((Kind.COUNTS, name, str(number)) for name, number in sorted(counted.items()))
        return pa.Table.from_batches([_batch(((kind.value, key, value) for kind, key, value in found), _LINES)])


def _lines(claims: Iterable[Claim], mapper: Mapper) -> Iterator[tuple[Kind, str, str]]:
    for claim in claims:
        lines = list(mapper.claim_node(claim))
        for item in claim.evidence:
            lines.extend(mapper.evidence(claim, item))
        yield Kind.CLAIMS, claim.key, "".join(dict.fromkeys(lines))[:-1]
        if claim.asserted:
            yield Kind.ASSERTED, claim.key, mapper.simple(claim)[:-1]


Thing = Entity | tuple[str, str] | tuple[Source, str | None]
"""A thing; two ids that were judged not to be one; a source with the id of its publisher."""


def map_things(batches: Batches, mapper: Mapper) -> Iterator[pa.RecordBatch]:
    """Rows of LINES, a line each: of things, differences and sources, which come pickled in lists in `data`."""
    for batch in batches:
        for data in batch.column("data").to_pylist():
            things: Sequence[Thing] = pickle.loads(data)  # noqa: S301 (kg wrote it)
            found = ((kind.value, "", line[:-1]) for thing in things for kind, line in _of_thing(thing, mapper))
            yield _batch(found, _LINES)


def _of_thing(thing: Thing, mapper: Mapper) -> Iterator[tuple[Kind, str]]:
    if isinstance(thing, Entity):
        yield from ((Kind.ASSERTED, line) for line in mapper.entity(thing))
        return
    first, second = thing
    if isinstance(first, Source):
        yield from ((Kind.CLAIMS, line) for line in mapper.source(first, second))
    else:
        assert second is not None
        yield Kind.ASSERTED, mapper.difference(first, second)


def fold_names(batches: Batches) -> Iterator[pa.RecordBatch]:
    """The batches with one more column, `folded`: the column `name` as names are compared."""
    for batch in batches:
        folded = pa.array([fold_name(name) for name in batch.column("name").to_pylist()], pa.string())
        yield batch.append_column("folded", folded)


def _packed(rows: pa.Table) -> Iterator[tuple[object, ...]]:
    """The packed facts of one share in the order of their rows."""
    ordered = sorted(rows.select(["number", "data"]).to_pylist(), key=lambda row: row["number"])
    for row in ordered:
        yield from from_bytes(row["data"])


def _batch(rows: Iterable[tuple[object, ...]], schema: pa.Schema) -> pa.RecordBatch:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


@contextmanager
def _without_looking_for_cycles() -> Iterator[None]:
    """The work makes many small values and no cycles; otherwise a third of the time goes to looking for them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
