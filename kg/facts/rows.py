"""Rows of facts tables, checked against the ontology and the other tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from typing import Protocol

from kg.facts.cells import choice, date, positive_integer
from kg.facts.model import Fact, Quote, Rank, Row, Source, Status
from kg.facts.problems import Problem, nearest
from kg.facts.schema import Property, PropertyUse, Schema
from kg.facts.tables import Record

ENTITIES, SOURCES = "entities.csv", "sources.csv"
FACT_REQUIRED = ("subject", "predicate", "object", "source", "quote")
FACT_COLUMNS = (
    *FACT_REQUIRED,
    *("from", "until", "dating", "occurrence", "record", "status", "rank", "spell", "supersedes", "id"),
)
QUOTE_WORDS = 8

_DECIMAL = re.compile(r"-?\d+(\.\d+)?")
# What tells how to read a number.
_OF_FIGURES = ("comparison", "magnitude", "unit")
_DECIMAL_COMMA = re.compile(r"-?\d+,\d+")


@dataclass(frozen=True)
class Link:
    """What ties a row to others: the id that it has, and that of the row which it supersedes; each may be empty."""

    id: str
    supersedes: str
    row: Row


class HasClass(Protocol):
    """What rows of facts are checked against of a thing."""

    @property
    def class_name(self) -> str:
        """Its class."""

    @property
    def row(self) -> Row:
        """Where it stands."""


class FactReader:
    """Checks rows of facts one by one; what ties them to one another is left to `check_links` and `Twice`."""

    def __init__(
        self,
        schema: Schema,
        sources: Mapping[str, Source],
        entities: Mapping[str, HasClass],
        canonical: Mapping[str, str],
        unread: Set[str],
        problems: list[Problem],
    ) -> None:
        """`unread` names the tables that could not be read: what refers to their ids is not checked."""
        self._schema = schema
        self._sources = sources
        self._entities = entities
        self._canonical = canonical
        self._unread = unread
        self._problems = problems
        self._relations = frozenset(schema.names_of(PropertyUse.RELATION, PropertyUse.FIGURE))
        self._qualifying = schema.names_of(PropertyUse.QUALIFIER)
        self.links: list[Link] = []
        """Of all rows read so far that have an id or supersede one, faulty ones included."""

    def fact(self, record: Record) -> Fact | None:
        """The fact of a row as far as it can be read; None where not even its predicate is known."""
        cells = record.cells
        if cells.get("id") or cells.get("supersedes"):
            self.links.append(Link(cells.get("id", ""), cells.get("supersedes", ""), record.row))
        return self._fact(record)

    def _fact(self, record: Record) -> Fact | None:
        cells = record.cells
        predicate = cells["predicate"]
        subject = self._entity(record, "subject", cells["subject"])
        if cells["source"] not in self._sources and SOURCES not in self._unread:
            fix = nearest(cells["source"], self._sources, f"Add it to {SOURCES}.")
            self._problems.append(record.problem(f"unknown source '{cells['source']}'", fix))
        if predicate not in self._relations:
            fix = nearest(predicate, self._relations, "See the properties in ontology/partnership.ttl.")
            self._problems.append(record.problem(f"unknown predicate '{predicate}'", fix))
            return None
        property_ = self._schema.properties[predicate]
        object_ = self._object(record, property_)
        if subject is not None:
            self._check_class(record, subject, property_.domain, f"the subject of '{predicate}'")
        from_, until = date(record, "from", self._problems), date(record, "until", self._problems)
        if from_ is not None and until is not None and from_.earliest > until.latest:
            text = f"'from' {from_.text} is after 'until' {until.text}"
            self._problems.append(record.problem(text, "Swap or correct them."))
        derived = cells.get("dating", "")
        if derived not in ("", "stated", "derived"):
            fix = "Write derived, or leave it empty."
            self._problems.append(record.problem(f"unknown dating '{derived}'", fix))
        elif derived and from_ is None and until is None:
            self._problems.append(record.problem("'dating' is told, but no date", "Add the date, or empty the cell."))
        quote = self._quote(record)
        fact = Fact(
            subject=subject or "",
            predicate=predicate,
            object=object_,
            object_is_entity=property_.is_object_property,
            from_=from_,
            until=until,
            derived=derived == "derived",
            source=cells["source"],
            quote=quote,
            record=cells.get("record", ""),
            status=choice(record, "status", Status, Status.STATED, self._problems),
            rank=choice(record, "rank", Rank, Rank.NORMAL, self._problems),
            spell=positive_integer(record, "spell", self._problems) or 1,
            id=cells.get("id", ""),
            supersedes=cells.get("supersedes", ""),
            qualifiers=self._qualifiers(record, property_),
            row=record.row,
        )
        return _forward(fact, property_)

    def _entity(self, record: Record, column: str, key: str) -> str | None:
        if key in self._canonical:
            return self._canonical[key]
        if ENTITIES not in self._unread:
            fix = nearest(key, self._canonical, f"Add it to {ENTITIES}.")
            self._problems.append(record.problem(f"unknown {column} '{key}'" if key else f"no {column}", fix))
        return None

    def _check_class(self, record: Record, key: str, class_name: str, what: str) -> None:
        entity = self._entities[key]
        if not self._schema.is_a(entity.class_name, "Entity"):
            return  # told at its row in entities.csv
        if not self._schema.is_a(entity.class_name, class_name):
            text = f"'{key}' is of class {entity.class_name}, but {what} is of class {class_name}"
            fix = f"Correct the row, or the class in {entity.row.file}:{entity.row.line}."
            self._problems.append(record.problem(text, fix))

    def _object(self, record: Record, property_: Property) -> str:
        text = record.cells["object"]
        if property_.is_object_property:
            key = self._entity(record, "object", text)
            if key is not None:
                self._check_class(record, key, property_.range, f"the object of '{property_.name}'")
            return key or ""
        return self._number(record, "object", text, integer=property_.range == "integer")

    def _number(self, record: Record, column: str, text: str, *, integer: bool) -> str:
        """A number in canonical form: no leading or trailing zeros, as XML Schema has it."""
        if _DECIMAL_COMMA.fullmatch(text):
            fix = f"Write a point: {text.replace(',', '.')}."
            self._problems.append(record.problem(f"'{text}' in '{column}' has a decimal comma", fix))
            return text
        if not text.isascii() or not _DECIMAL.fullmatch(text) or (integer and "." in text):
            kind = "whole number" if integer else "number"
            fix = "Write digits only; the unit and the magnitude have columns of their own."
            self._problems.append(record.problem(f"'{text}' in '{column}' is no {kind}", fix))
            return text
        whole, _, fraction = text.lstrip("-").partition(".")
        number = (whole.lstrip("0") or "0") + (f".{fraction.rstrip('0')}" if fraction.rstrip("0") else "")
        return f"-{number}" if text.startswith("-") and number != "0" else number

    def _quote(self, record: Record) -> Quote | None:
        text = record.cells["quote"]
        if not text:
            if not record.cells.get("record"):
                fix = f"Quote the words that say it (at most {QUOTE_WORDS}), or give a registry's record."
                self._problems.append(record.problem("the fact has no quote", fix))
            if record.cells.get("occurrence"):
                self._problems.append(record.problem("'occurrence' is told, but no quote", "Add the quote."))
            return None
        words = len(text.split())
        if words > QUOTE_WORDS:
            fix = f"Quote at most {QUOTE_WORDS}."
            self._problems.append(record.problem(f"the quote has {words} words", fix))
        source = self._sources.get(record.cells["source"])
        if source is not None and not source.document:
            fix = f"Name its document in {source.row.file}:{source.row.line}, or give a 'record' in place of the quote."
            self._problems.append(record.problem(f"the source '{source.id}' has no document to quote", fix))
        return Quote(text, positive_integer(record, "occurrence", self._problems))

    def _qualifiers(self, record: Record, property_: Property) -> dict[str, str]:
        values = {}
        for name in self._qualifying:
            text = record.cells.get(name, "")
            if text and name in _OF_FIGURES and property_.use is not PropertyUse.FIGURE:
                what = f"'{name}' belongs to a figure, but '{property_.name}' is a relation"
                self._problems.append(record.problem(what, "Empty the cell, or correct the predicate."))
            elif text:
                values[name] = self._qualifier(record, self._schema.properties[name], text)
        return values

    def _qualifier(self, record: Record, property_: Property, text: str) -> str:
        if property_.is_object_property:
            individuals = self._schema.individuals_of(property_.range)
            if individuals:
                if text not in individuals:
                    fix = nearest(text, individuals, f"One of: {', '.join(individuals)}.")
                    self._problems.append(record.problem(f"unknown {property_.name} '{text}'", fix))
                return text
            key = self._entity(record, property_.name, text)
            if key is not None:
                self._check_class(record, key, property_.range, f"the qualifier '{property_.name}'")
            return key or ""
        if property_.range in ("integer", "decimal"):
            return self._number(record, property_.name, text, integer=property_.range == "integer")
        return text


class Twice:
    """Tells rows that stand twice, in whichever direction."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._seen: dict[tuple[object, ...], Row] = {}

    def check(self, fact: Fact, problems: list[Problem]) -> None:
        """Appends a problem where the same fact with the same proof was checked before."""
        if not (fact.subject and fact.object and all(fact.qualifiers.values())):
            return  # what is unknown is told already, and is not the same unknown thing
        ends = (fact.subject, fact.object)
        if self._schema.properties[fact.predicate].symmetric:
            ends = (min(ends), max(ends))
        quote = fact.quote.key if fact.quote else fact.record
        people = (fact.qualifiers.get("role", ""), fact.qualifiers.get("onBehalfOf", ""), fact.spell)
        other = self._seen.setdefault((ends, fact.predicate, people, fact.source, quote), fact.row)
        if other is not fact.row:
            text = f"the same fact with the same quote stands already in {other.file}:{other.line}"
            problems.append(Problem(fact.row.file, fact.row.line, text, "Remove one of the two."))


def check_links(links: Iterable[Link], problems: list[Problem]) -> None:
    """Appends a problem for each id that stands twice, and for each row that supersedes none or in the end itself."""
    links = list(links)
    ids: dict[str, Link] = {}
    for link in links:
        other = ids.setdefault(link.id, link) if link.id else link
        if other is not link:
            text = f"the id '{link.id}' stands already in {other.row.file}:{other.row.line}"
            problems.append(Problem(link.row.file, link.row.line, text, "Give each row an id of its own."))
    followers = {link.id: link.supersedes for link in links if link.supersedes}
    for link in links:
        if link.supersedes and link.supersedes not in ids:
            fix = nearest(link.supersedes, ids, "Give the superseded row this text in its column 'id'.")
            text = f"'supersedes' names no row: '{link.supersedes}'"
            problems.append(Problem(link.row.file, link.row.line, text, fix))
        elif link.supersedes and _leads_back(link.id, followers):
            text = f"the row '{link.supersedes}' supersedes this one too, by itself or through others"
            fix = "Empty one of the cells 'supersedes'."
            problems.append(Problem(link.row.file, link.row.line, text, fix))


def _leads_back(start: str, followers: Mapping[str, str]) -> bool:
    """Whether the row `start`, if it has an id, comes again when one goes from row to superseded row."""
    seen: set[str] = set()
    key = followers.get(start, "") if start else ""
    while key and key != start and key not in seen:
        seen.add(key)
        key = followers.get(key, "")
    return bool(key) and key == start


def _forward(fact: Fact, property_: Property) -> Fact:
    """A fact told in the other direction, turned round to the property that facts are kept under."""
    if property_.inverse_of is None:
        return fact
    return replace(fact, subject=fact.object, predicate=property_.inverse_of, object=fact.subject)
