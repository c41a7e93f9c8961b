"""Facts in batches, for projects too large for memory: read from parts of tables, dealt out by the keys of claims.

Every function here is pure and takes and gives values that can be sent to another process. A *share* is a range of
claim keys; since keys are hashes, shares are about equally large, and all rows of one claim are in one share.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from kg.facts import quotes
from kg.facts.claims import Tie, claim_key
from kg.facts.dates import PartialDate
from kg.facts.model import Fact, Project, Quote, Rank, Row, Source, Status
from kg.facts.problems import Problem
from kg.facts.quotes import Document, Key, RecordedQuote
from kg.facts.reading import known_columns
from kg.facts.rows import FACT_REQUIRED, FactReader, Link
from kg.facts.schema import Schema
from kg.facts.spans import Span, read_span
from kg.facts.tables import Record

Packed = tuple[Any, ...]
"""A fact as a tuple of plain values, which is sent and kept ten times faster than a dataclass."""


class Classed(NamedTuple):
    """A thing's class and where it stands."""

    class_name: str
    row: Row


@dataclass(frozen=True)
class Known:
    """What rows of facts are checked against, without the names of things."""

    schema: Schema
    sources: Mapping[str, Source]
    canonical: Mapping[str, str]
    classes: Mapping[str, str]
    """By the id of the node."""
    lines: Mapping[str, int]
    """Where each stands in `table`."""
    table: str
    unread: frozenset[str]
    recorded: Mapping[Key, RecordedQuote]
    documents: Mapping[str, Document]

    @classmethod
    def of(
        cls,
        project: Project,
        schema: Schema,
        unread: Iterable[str],
        recorded: Mapping[Key, RecordedQuote],
        documents: Mapping[str, Document],
    ) -> Known:
        """What a project's other tables say."""
        entities = project.entities.values()
        return cls(
            schema=schema,
            sources=project.sources,
            canonical=project.canonical,
            classes={entity.id: entity.class_name for entity in entities},
            lines={entity.id: entity.row.line for entity in entities},
            table=next((entity.row.file for entity in entities), ""),
            unread=frozenset(unread),
            recorded=recorded,
            documents=documents,
        )

    def reader(self, problems: list[Problem]) -> FactReader:
        """A reader of rows that checks against this."""
        return FactReader(self.schema, self.sources, _Things(self), self.canonical, self.unread, problems)


class _Things(dict[str, Classed]):
    """Things by id, made when they are asked for."""

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._known = known

    def __missing__(self, key: str) -> Classed:
        return Classed(self._known.classes[key], Row(self._known.table, self._known.lines[key]))


@dataclass(frozen=True)
class Batch:
    """The facts of one part of a table, by share; the ties of its rows, and its faults."""

    count: int
    shares: Mapping[int, list[Packed]]
    links: tuple[Link, ...]
    ties: tuple[Tie, ...]
    problems: tuple[Problem, ...]


def read_batch(span: Span, known: Known, shares: int) -> Batch:
    """The facts of one part of a table, dealt out to so many shares; see `batch_of`."""
    problems: list[Problem] = []
    records = read_span(span, FACT_REQUIRED, known_columns(known.schema), problems)
    return batch_of(records, known, shares, problems)


def batch_of(records: Iterable[Record], known: Known, shares: int, problems: list[Problem]) -> Batch:
    """The facts of some rows, dealt out to so many shares; `problems` are those met in reading the rows.

    Faulty rows are among them as far as they can be read: they too may stand twice. Whoever folds looks at the
    problems first.
    """
    reader = known.reader(problems)
    dealt: dict[int, list[Packed]] = {}
    ties = []
    count = 0
    for record in records:
        before = len(problems)
        fact = reader.fact(record)
        if fact is None:
            continue
        if fact.quote is not None and len(problems) == before:
            (fact,) = quotes.apply_recorded(quotes.locate([fact], known.documents, problems), known.recorded)
        key = claim_key(fact, known.schema)
        count += 1
        dealt.setdefault(share_of(key, shares), []).append(pack(key, fact))
        if fact.id or fact.supersedes:
            ties.append(Tie(key, fact.id, fact.supersedes, fact.row))
    return Batch(count, dealt, tuple(reader.links), tuple(ties), tuple(problems))


def share_of(key: str, shares: int) -> int:
    """The share that a key of hexadecimal digits falls to; shares are in the order of their keys.

    >>> share_of("ffff0", 4), share_of("00000", 4)
    (3, 0)
    """
    return int(key[:5], 16) * shares >> 20


def pack(key: str, fact: Fact) -> Packed:
    """A fact as plain values, the key of its claim first, its row last."""
    quote = fact.quote
    return (
        key,
        fact.subject,
        fact.predicate,
        fact.object,
        fact.object_is_entity,
        fact.from_.text if fact.from_ is not None else "",
        fact.until.text if fact.until is not None else "",
        fact.derived,
        fact.source,
        (quote.text, quote.occurrence, quote.start, quote.end, quote.verified) if quote is not None else None,
        fact.record,
        fact.status.value,
        fact.rank.value,
        fact.spell,
        fact.id,
        fact.supersedes,
        tuple(fact.qualifiers.items()),
        fact.row.file,
        fact.row.line,
    )


def unpack(packed: Packed) -> Fact:
    """The fact that was packed."""
    (_, subject, predicate, object_, is_entity, from_, until, derived, source, quote, record, *rest) = packed
    status, rank, spell, id_, supersedes, qualifiers, file, line = rest
    return Fact(
        subject=subject,
        predicate=predicate,
        object=object_,
        object_is_entity=is_entity,
        from_=PartialDate(from_) if from_ else None,
        until=PartialDate(until) if until else None,
        derived=derived,
        source=source,
        quote=Quote(*quote) if quote is not None else None,
        record=record,
        status=_STATUSES[status],
        rank=_RANKS[rank],
        spell=spell,
        id=id_,
        supersedes=supersedes,
        qualifiers=dict(qualifiers),
        row=Row(file, line),
    )


_STATUSES = {status.value: status for status in Status}
_RANKS = {rank.value: rank for rank in Rank}


def to_bytes(values: Any) -> bytes:
    """Plain values, such as packed facts, as bytes for this version of Python only."""
    return marshal.dumps(values)


def from_bytes(data: bytes) -> Any:
    """What `to_bytes` made bytes of."""
    return marshal.loads(data)  # noqa: S302 (files that kg wrote)
