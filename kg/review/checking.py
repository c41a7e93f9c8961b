"""New rows checked as hand-written ones are: by the reader of the tables, on a small project made of what they need.

Reading the whole project for each key that is pressed would make a reviewer of a large one wait.
"""

from __future__ import annotations

import csv
import io
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kg.facts.model import Entity, Fact, Source
from kg.facts.problems import InputError, Problem, nearest
from kg.facts.reading import read_project
from kg.facts.rows import FACT_COLUMNS
from kg.facts.schema import PropertyUse, Schema
from kg.review.model import Fault, NewRow
from kg.review.tables import HEADERS

_FACTS = "facts/new.csv"
Cells = Mapping[str, str]


class Checker:
    """Checks rows against what a project holds; it is told all things, sources and facts that they may touch."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._links = [
            name for name in schema.names_of(PropertyUse.QUALIFIER) if schema.properties[name].is_object_property
        ]

    def ids_of(self, cells: Cells) -> list[str]:
        """The ids of things that a row of facts names."""
        property_ = self._schema.properties.get(cells.get("predicate", ""))
        ends = ["subject", *(["object"] if property_ is None or property_.is_object_property else [])]
        named = [cells.get(column, "") for column in (*ends, *self._links)]
        return [key for key in dict.fromkeys(named) if key and key not in self._schema.individuals]

    def faults(
        self,
        rows: Sequence[NewRow],
        entities: Mapping[str, Entity],
        canonical: Mapping[str, str],
        sources: Mapping[str, Source],
        beside: Iterable[Fact],
    ) -> list[Fault]:
        """What is wrong with rows; `beside` are the facts on the same pairs of things as these."""
        new_ids = {row.cells["id"] for row in rows if row.table == "entities.csv"}
        faults = [fault for row in rows if _is_fact(row) for fault in self._unknown(row, new_ids, canonical)]
        if faults:
            return faults
        lines = _Lines(self._schema)
        needed = {canonical[key] for row in rows for key in self._named(row) if key in canonical}
        facts = list(beside)
        needed |= {key for fact in facts for key in self.ids_of(_fact_cells(fact))} & entities.keys()
        told = {row.cells.get("source", "") for row in rows} | {fact.source for fact in facts}
        for key in sorted(told & sources.keys()):
            lines.add("sources.csv", _source_cells(sources[key]), _row(sources[key].row.file, sources[key].row.line))
        needed |= {source.publisher for key, source in sources.items() if key in told and source.publisher in entities}
        needed |= {entities[key].kind for key in needed if entities[key].kind in entities}
        for key in sorted(needed):
            entity = entities[key]
            lines.add("entities.csv", _entity_cells(entity), _row(entity.row.file, entity.row.line))
            for name in entity.names:
                cells = {"entity": key, "language": name.language, "name": name.text, "rank": name.rank.value}
                lines.add("names.csv", cells, _row("names.csv", 0))
        for fact in facts:
            lines.add(_FACTS, _fact_cells(fact), _row(fact.row.file, fact.row.line))
        for row in rows:
            lines.add(_FACTS if _is_fact(row) else row.table, self._canonical(row, canonical), row)
        return lines.faults(canonical)

    def _unknown(self, row: NewRow, new: set[str], known: Mapping[str, str]) -> list[Fault]:
        """Ids that neither the project nor the new rows have, with the nearest of the whole project."""
        return [
            Fault(row, f"unknown thing '{key}'", nearest(key, [*known, *new], "Add it to entities.csv."))
            for key in self.ids_of(row.cells)
            if key not in known and key not in new and self._schema.properties.get(row.cells["predicate"]) is not None
        ]

    def _named(self, row: NewRow) -> list[str]:
        """The ids of things that a row of any table names."""
        if _is_fact(row):
            return self.ids_of(row.cells)
        return [row.cells.get(column, "") for column in ("id", "entity", "kind", "publisher")]

    def _canonical(self, row: NewRow, canonical: Mapping[str, str]) -> Cells:
        if row.table == "names.csv":
            return {**row.cells, "entity": canonical.get(row.cells["entity"], row.cells["entity"])}
        if not _is_fact(row):
            return row.cells
        keys = set(self.ids_of(row.cells))
        return {name: canonical.get(text, text) if text in keys else text for name, text in row.cells.items()}


def _is_fact(row: NewRow) -> bool:
    return row.table.startswith("facts/")


def _row(file: str, line: int) -> str:
    return f"{file}:{line}" if line else file


class _Lines:
    """The tables of the small project; of each line what it is: a new row, or where it stands in the real project."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        qualifiers = schema.names_of(PropertyUse.QUALIFIER)
        self._headers = {**HEADERS, _FACTS: tuple(dict.fromkeys((*FACT_COLUMNS, *qualifiers)))}
        self._lines: dict[str, list[Cells]] = {file: [] for file in self._headers}
        self._of: dict[tuple[str, int], NewRow | str] = {}
        self._strange: list[Fault] = []

    def add(self, file: str, cells: Cells, origin: NewRow | str) -> None:
        known = {*self._headers[file], *([] if file == _FACTS else ["source"])}
        if isinstance(origin, NewRow):
            for name in [name for name, text in cells.items() if text and name not in known]:
                fix = nearest(name, self._headers[file], "Leave it out.")
                self._strange.append(Fault(origin, f"unknown column or qualifier '{name}'", fix))
        self._lines[file].append({name: " ".join(text.split("\n")) for name, text in cells.items()})
        self._of[file, len(self._lines[file]) + 1] = origin

    def faults(self, canonical: Mapping[str, str]) -> list[Fault]:
        with tempfile.TemporaryDirectory(prefix="kg-review-") as name:
            folder = Path(name)
            (folder / "facts").mkdir()
            for file, rows in self._lines.items():
                output = io.StringIO()
                writer = csv.writer(output, lineterminator="\n")
                writer.writerow(self._headers[file])
                writer.writerows([row.get(column, "") for column in self._headers[file]] for row in rows)
                (folder / file).write_text(output.getvalue(), encoding="utf-8", newline="")
            try:
                read_project(folder, self._schema, frozenset())
            except InputError as error:
                found = [self._fault(problem, folder) for problem in error.problems]
                return [*self._strange, *(fault for fault in found if fault is not None)]
        return self._strange

    def _fault(self, problem: Problem, folder: Path) -> Fault | None:
        """A problem at a new row, its places those of the real project; None for one that stood there before."""
        file = Path(problem.file).relative_to(folder).as_posix()
        origin = self._of.get((file, problem.line))
        if not isinstance(origin, NewRow):
            return None

        def place(found: re.Match[str]) -> str:
            stands = self._of.get((found[1], int(found[2])), "")
            return stands if isinstance(stands, str) else "the new rows"

        def line(found: re.Match[str]) -> str:
            stands = self._of.get((file, int(found[1])), "")
            return f"in {stands}" if isinstance(stands, str) else "in the new rows"

        places = re.compile(re.escape(f"{folder}/") + r"([\w./-]+):(\d+)")
        text, fix = (places.sub(place, told) for told in (problem.text.replace("\\", "/"), problem.fix))
        return Fault(origin, re.sub(r"in line (\d+)", line, text), fix)


def _entity_cells(entity: Entity) -> Cells:
    return {
        "id": entity.id,
        "class": entity.class_name,
        "kind": entity.kind,
        "identifiers": " ".join(entity.identifiers),
    }


def _source_cells(source: Source) -> Cells:
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published.text if source.published else "",
        "retrieved": source.retrieved.text if source.retrieved else "",
        "language": source.language,
        "url": source.url,
        "document": source.document,
    }


def _fact_cells(fact: Fact) -> Cells:
    """Of a fact what tells whether another row says the same again."""
    return {
        "subject": fact.subject,
        "predicate": fact.predicate,
        "object": fact.object,
        "source": fact.source,
        "quote": fact.quote.text if fact.quote else "",
        "occurrence": str(fact.quote.occurrence) if fact.quote and fact.quote.occurrence else "",
        "record": fact.record,
        "spell": str(fact.spell),
        "role": fact.qualifiers.get("role", ""),
        "onBehalfOf": fact.qualifiers.get("onBehalfOf", ""),
    }
