"""From staged statements to rows of tables: what is told twice folds, what does not hold together is set aside."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from kg.facts.dates import PartialDate
from kg.facts.languages import UNDETERMINED
from kg.facts.schema import Schema
from kg.importing.choices import NAME_RANKS
from kg.importing.staging import Stage

OWN = -1
"""The input of what no row tells: countries and kinds."""
_THINGS = "SELECT id, key, class, kind, identifiers, input, line FROM thing ORDER BY id, input, line"
_NAMES = """
SELECT n.entity, n.language, n.name, n.rank, n.weight, n.source, n.input, n.line, e.class
FROM name n LEFT JOIN entity e ON e.id = n.entity
ORDER BY n.entity, n.rank, n.weight, n.language = 'und', n.language, n.input, n.line, n.name
"""
_FACTS = """
SELECT f.subject, f.predicate, f.object, f.people, f."from", f.until, f.source, f.record, f.quote, f.status, f.rank,
       f.spell, f.qualifiers, f.input, f.line, s.class, o.class
FROM fact f LEFT JOIN entity s ON s.id = f.subject LEFT JOIN entity o ON o.id = f.object
ORDER BY f.subject, f.predicate, f.object, f.people, f."from", f.until, f.source, f.record, f.quote, f.input, f.line
"""


@dataclass(frozen=True)
class FactRow:
    """A row of a facts table."""

    subject: str
    predicate: str
    object: str
    people: str
    from_: str
    until: str
    source: str
    record: str
    quote: str
    status: str
    rank: str
    spell: str
    qualifiers: str
    input: int
    line: int
    subject_class: str | None
    object_class: str | None

    @property
    def evidence(self) -> tuple[str, str, str]:
        """What proves it."""
        return self.source, self.record, self.quote

    def cells(self) -> dict[str, str]:
        """Its cells by column."""
        named = {
            "subject": self.subject,
            "predicate": self.predicate,
            "object": self.object,
            "from": self.from_,
            "until": self.until,
            "source": self.source,
            "quote": self.quote,
            "record": self.record,
            "status": self.status,
            "rank": self.rank,
            "spell": self.spell,
        }
        return {**named, **(json.loads(self.qualifiers) if self.qualifiers else {})}


class Settling:
    """Reads staged statements in order; the order of its three readings is things, names, facts."""

    def __init__(self, stage: Stage, schema: Schema, taken: Mapping[str, str], shown: Callable[[int], str]) -> None:
        """`taken`: ids and classes of the tables that people write; `shown` names an input."""
        self._stage = stage
        self._schema = schema
        self._taken = taken
        self._shown = shown
        self._classes: dict[str, str | None] = {}
        self.unnamed = 0
        """Things without any name."""
        self.again = 0
        """Facts whose relation another row tells too, by other evidence."""

    def _count(self, input_: int, kind: str, what: str) -> None:
        self._stage.counts[input_, kind, what] += 1

    def _aside(self, kind: str, input_: int, line: int, reason: str) -> None:
        self._count(input_, kind, "aside")
        self._stage.set_aside(input_, line, reason)

    def things(self) -> Iterator[tuple[str, str, str, str]]:
        """Id, class, kind and identifiers of each thing, by id."""
        self._stage.flush()
        for id_, group in groupby(self._stage.rows(_THINGS), itemgetter(0)):
            rows = list(group)
            _, key, class_name, kind, identifiers, input_, line = rows[0]
            self._count(input_, "thing", "written")
            first = (input_, line)
            known = set(identifiers.split())
            for _, other, told, other_kind, more, input_, line in rows[1:]:
                better = self._joined(class_name, told)
                if other != key:
                    self._aside("thing", input_, line, f"the keys '{key}' and '{other}' would both be '{id_}'")
                elif better is None:
                    text = f"'{id_}' is of class {told} here, but {class_name} in {self._shown(first[0])}:{first[1]}"
                    self._aside("thing", input_, line, text)
                else:
                    class_name, kind = better, kind or other_kind
                    known.update(more.split())
                    self._count(input_, "thing", "folded")
            class_name = self._taken.get(id_, class_name)
            self._stage.add("entity", id_, class_name)
            yield id_, class_name, kind, " ".join(sorted(known))
        self._stage.flush()
        own = ((id_, class_name) for id_, class_name in self._taken.items())
        self._stage.database.executemany("INSERT OR IGNORE INTO entity VALUES (?, ?)", own)

    def _joined(self, one: str, other: str) -> str | None:
        """The narrower of two classes; None where neither is below the other."""
        if self._schema.is_a(other, one):
            return other
        return one if self._schema.is_a(one, other) else None

    def names(self) -> Iterator[tuple[str, str, str, str, str]]:
        """Entity, language, name, rank and source of each name: by entity, what is shown first."""
        named = 0
        for entity, group in groupby(self._stage.rows(_NAMES), itemgetter(0)):
            rows = list(group)
            if rows[0][-1] is None:
                for row in rows:
                    self._aside("name", row[6], row[7], f"there is no thing '{entity}'")
                continue
            named += 1
            yield from self._names_of(entity, rows)
        [(things,)] = self._stage.rows("SELECT count(*) FROM (SELECT DISTINCT id FROM thing)")
        self.unnamed = max(0, things - named)

    def _names_of(self, entity: str, rows: list[Any]) -> Iterator[tuple[str, str, str, str, str]]:
        spoken = {row[2] for row in rows if row[1] != UNDETERMINED}
        seen: set[tuple[str, str]] = set()
        shown: set[str] = set()
        kept = []
        for _, language, name, rank, _, source, input_, _, _ in rows:
            if (language, name) in seen or (language == UNDETERMINED and name in spoken):
                self._count(input_, "name", "folded")
                continue
            seen.add((language, name))
            rank_ = NAME_RANKS[rank]
            if rank_ in ("preferred", "rendering"):
                rank_ = "alternative" if language in shown else rank_
                shown.add(language)
            self._count(input_, "name", "written")
            kept.append([entity, language, name, rank_, source])
        if not shown:
            kept[0][3] = "preferred"
        kept.sort(key=lambda row: NAME_RANKS.index(row[3]))
        for cells in kept:
            yield tuple(cells)

    def facts(self) -> Iterator[FactRow]:
        """The facts, by subject, predicate and object."""
        rows = (FactRow(*row) for row in self._stage.rows(_FACTS))
        for _, group in groupby(rows, lambda row: (row.subject, row.predicate, row.object, row.people)):
            fitting = [row for row in group if self._fits(row)]
            kept: dict[tuple[str, ...], FactRow] = {}
            for row, spell in _spells(fitting):
                key = (*row.evidence, spell)
                first = kept.setdefault(key, row)
                if first is row:
                    self._count(row.input, "fact", "written")
                    self.again += len(kept) > 1
                    yield FactRow(**{**row.__dict__, "spell": spell})
                elif _told(first) == _told(row):
                    self._count(row.input, "fact", "folded")
                else:
                    text = f"the same record tells this otherwise in {self._shown(first.input)}:{first.line}"
                    self._aside("fact", row.input, row.line, text)

    def _fits(self, row: FactRow) -> bool:
        """Whether both ends are there and of the right class; otherwise the row is set aside."""
        property_ = self._schema.properties[row.predicate]
        ends = [("subject", row.subject, row.subject_class, property_.domain)]
        if property_.is_object_property:
            ends.append(("object", row.object, row.object_class, property_.range))
        for what, id_, class_name, wanted in ends:
            if class_name is None:
                self._aside("fact", row.input, row.line, f"there is no thing '{id_}'")
                return False
            if not self._schema.is_a(class_name, wanted):
                text = f"'{id_}' is of class {class_name}, but the {what} of '{row.predicate}' is of class {wanted}"
                self._aside("fact", row.input, row.line, text)
                return False
        return not row.qualifiers or self._qualifiers_fit(row)

    def _qualifiers_fit(self, row: FactRow) -> bool:
        for name, text in json.loads(row.qualifiers).items():
            property_ = self._schema.properties[name]
            if not property_.is_object_property or property_.range in self._schema.individuals.values():
                continue
            class_name = self._class_of(text)
            if class_name is None or not self._schema.is_a(class_name, property_.range):
                what = f"there is no thing '{text}'" if class_name is None else f"'{text}' is of class {class_name}"
                self._aside("fact", row.input, row.line, f"{what}; it is told as {name}")
                return False
        return True

    def _class_of(self, id_: str) -> str | None:
        if len(self._classes) > 100_000:
            self._classes.clear()
        if id_ not in self._classes:
            row = self._stage.database.execute("SELECT class FROM entity WHERE id = ?", (id_,)).fetchone()
            self._classes[id_] = row[0] if row else None
        return self._classes[id_]


def _told(row: FactRow) -> tuple[str, ...]:
    return row.from_, row.until, row.status, row.rank, row.qualifiers


def _spells(rows: list[FactRow]) -> Iterable[tuple[FactRow, str]]:
    """Rows of one relation with the spell of each: another one began where one had surely ended before."""
    if len({(row.from_, row.until) for row in rows}) < 2 or any(row.spell for row in rows):
        return [(row, row.spell) for row in rows]
    spell = 1
    ends: list[dt.date] = []
    is_open = False
    found = []
    for row in rows:  # by beginning, what has none first
        if row.from_ and ends and not is_open and max(ends) < PartialDate(row.from_).earliest:
            spell, ends = spell + 1, []
        if row.until:
            ends.append(PartialDate(row.until).latest)
        elif row.from_:
            is_open = True
        found.append((row, str(spell) if spell > 1 else ""))
    return found
