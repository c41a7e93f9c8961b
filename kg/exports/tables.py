"""The graph as six flat tables: nodes, names, edges, claims, evidence, sources. CSV and Parquet write the same ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from kg.exports.formats import Export
from kg.exports.records import edges, lifetime, nodes
from kg.views.sentences import Sentences

Value = str | bool | int | tuple[str, ...] | None
Row = tuple[Value, ...]


class Kind(Enum):
    """What the cells of a column hold; NUMBER is a decimal number as text, DAY a date as ISO 8601."""

    TEXT = "text"
    TEXTS = "texts"
    NUMBER = "number"
    WHOLE = "whole number"
    DAY = "day"
    TRUTH = "truth"


@dataclass(frozen=True)
class Table:
    """A table: its name, its columns in order with what they hold, and its rows as a function of what is exported."""

    name: str
    columns: tuple[tuple[str, Kind], ...]
    rows: Callable[[Export], Iterator[Row]]


def _nodes(export: Export) -> Iterator[Row]:
    for node in nodes(export):
        yield node.id, node.name, node.class_name, node.classes, node.kind, node.identifiers, node.iri


def _names(export: Export) -> Iterator[Row]:
    for entity in export.catalogue.entities.values():
        for name in entity.names:
            yield entity.id, name.language, name.text, name.rank.value


def _edges(export: Export) -> Iterator[Row]:
    for e in edges(export):
        told = (e.id, e.source, e.target, e.predicate, e.label, e.fact, e.from_, e.until)
        yield *told, e.begins or None, e.ends or None, e.derived, e.quotes, e.sources, e.iri


def _claims(export: Export) -> Iterator[Row]:
    words = Sentences(export.catalogue, export.language)
    for claim in export.catalogue.claims.values():
        begins, ends = lifetime(export, claim)
        yield (
            claim.key,
            claim.subject,
            claim.predicate,
            claim.object if claim.object_is_entity else "",
            None if claim.object_is_entity else claim.object,
            words.sentence(claim),
            claim.status.value,
            claim.rank.value,
            claim.asserted,
            claim.from_.text if claim.from_ else "",
            claim.until.text if claim.until else "",
            begins or None,
            ends or None,
            json.dumps(claim.qualifiers, ensure_ascii=False, sort_keys=True),
        )


def _evidence(export: Export) -> Iterator[Row]:
    for claim in export.catalogue.claims.values():
        for item in claim.evidence:
            quote = item.quote
            yield (
                item.key,
                claim.key,
                item.source,
                quote.text if quote else "",
                quote.start if quote else None,
                quote.end if quote else None,
                item.record,
                item.status.value,
                item.from_.text if item.from_ else "",
                item.until.text if item.until else "",
            )


def _sources(export: Export) -> Iterator[Row]:
    words = Sentences(export.catalogue, export.language)
    for source in export.catalogue.sources.values():
        yield (
            source.id,
            source.title,
            words.name(source.publisher) if source.publisher else "",
            source.published.text if source.published else "",
            source.retrieved.text if source.retrieved else "",
            source.language,
            source.url,
        )


def _columns(text: str) -> tuple[tuple[str, Kind], ...]:
    """Columns written as `name` (text) or `name:KIND`."""
    pairs = (column.partition(":") for column in text.split())
    return tuple((name, Kind[kind] if kind else Kind.TEXT) for name, _, kind in pairs)


TABLES = (
    Table("nodes", _columns("id name class classes:TEXTS kind identifiers:TEXTS iri"), _nodes),
    Table("names", _columns("node language name rank"), _names),
    Table(
        "edges",
        _columns(
            "id source target predicate label fact from until begins:DAY ends:DAY derived:TRUTH quotes:TEXTS "
            "sources:TEXTS iri"
        ),
        _edges,
    ),
    Table(
        "claims",
        _columns(
            "id subject predicate object figure:NUMBER fact status rank asserted:TRUTH from until begins:DAY ends:DAY "
            "qualifiers"
        ),
        _claims,
    ),
    Table(
        "evidence",
        _columns("id claim source quote start:WHOLE end:WHOLE record status from until"),
        _evidence,
    ),
    Table("sources", _columns("id title publisher published retrieved language url"), _sources),
)
