"""From a folder of tables to a checked `Project`; every fault of the run is gathered and raised once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from kg.facts.cells import choice, date
from kg.facts.identity import merge_ids
from kg.facts.languages import LANGUAGES
from kg.facts.model import (
    Decision,
    Entity,
    Exemption,
    Judgement,
    Name,
    NameRank,
    Project,
    Row,
    Source,
)
from kg.facts.problems import InputError, Problem, nearest
from kg.facts.rows import ENTITIES, FACT_COLUMNS, FACT_REQUIRED, SOURCES, FactReader, Twice, check_links
from kg.facts.schema import PropertyUse, Schema
from kg.facts.tables import Record, folders_of_tables, read_table, tables_of_facts

_ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_IDENTIFIER = re.compile(r"[a-z0-9-]+:\S+")
# A web address that is an IRI (RFC 3987) too, without a user's name.
_URL_CHARACTER = r"""(?:[^\s<>"{}|\\^`\[\]#%\ufff0-\uffff\U000e0000-\U000e0fff]|%[0-9A-Fa-f]{2})"""
_URL = re.compile(
    rf"https?://(?:(?![/?:@]){_URL_CHARACTER})+(?::[0-9]+)?"  # host and port
    rf"(?:[/?]{_URL_CHARACTER}*)?(?:#{_URL_CHARACTER}*)?"
)
SOURCE_COLUMNS = ("id", "title", "publisher", "published", "language", "url", "document")
_ENTITY = ("id", "class", "kind", "identifiers")
_NAME = ("entity", "language", "name", "rank")
_DECISION = ("left", "right", "judgement", "by", "date", "reason")
_EXEMPTION = ("entity", "shape", "reason")

T = TypeVar("T")


def is_id(text: str) -> bool:
    """Whether a text is formed as an id of a row.

    >>> is_id("ministry-of-economy"), is_id("Ministry")
    (True, False)
    """
    return _ID.fullmatch(text) is not None


def is_identifier(text: str) -> bool:
    """Whether a text is formed as an identifier of a thing elsewhere.

    >>> is_identifier("ror:02hpadn98"), is_identifier("02hpadn98")
    (True, False)
    """
    return _IDENTIFIER.fullmatch(text) is not None


def read_project(seeds: Path, schema: Schema, shapes: frozenset[str]) -> Project:
    """All tables below `seeds`; `shapes` are the names that `exceptions.csv` may use.

    Raises InputError with every fault of every table.
    """
    problems: list[Problem] = []
    project = gather_project(seeds, schema, shapes, problems)
    if problems:
        raise InputError(problems)
    return project


def gather_project(seeds: Path, schema: Schema, shapes: frozenset[str], problems: list[Problem]) -> Project:
    """What can be read of a folder's tables; every fault is appended to `problems`, and its row left out.

    Raises InputError only where there is no such folder.
    """
    reader = ProjectReader(seeds, schema, shapes, problems)
    return reader.read_facts(reader.read())


def known_columns(schema: Schema) -> tuple[str, ...]:
    """The columns that a table of facts may have."""
    return (*FACT_COLUMNS, *schema.names_of(PropertyUse.QUALIFIER))


class ProjectReader:
    """Reads the tables of a folder: `read` all but the facts, which may be too many to be read at once."""

    def __init__(self, seeds: Path, schema: Schema, shapes: frozenset[str], problems: list[Problem]) -> None:
        """Raises InputError where there is no such folder."""
        if not seeds.is_dir():
            raise InputError([Problem(str(seeds), 1, "there is no such folder", "Name the folder with --seeds.")])
        self.seeds = seeds
        self.schema = schema
        self.shapes = shapes
        self.problems = problems
        self.classes = schema.entity_classes()
        self.folders = folders_of_tables(seeds)
        self.unread: set[str] = set()
        """Tables of ids that could not be read at all: that the ids are unknown is not told row by row."""

    def read(self) -> Project:
        """All but the facts."""
        sources = self._keyed(SOURCES, SOURCE_COLUMNS, ("retrieved",), self._source)
        rows = self._keyed(ENTITIES, _ENTITY, (), self._entity)
        names = self._names(rows, sources)
        for source in sources.values():
            self._check_publisher(source, rows)
        for entity in rows.values():
            self._check_kind(entity, rows)
        decisions = self._decisions(rows)
        canonical = merge_ids(rows, decisions, self.problems)
        entities = _merge(rows, names, canonical)
        for entity in rows.values():
            merged = entities[canonical[entity.id]]
            known = {merged.class_name, entity.class_name} <= set(self.classes)
            if known and merged.class_name != entity.class_name:
                text = f"'{entity.id}' is judged the same as '{merged.id}', but their classes differ"
                fix = "Give both the same class, or correct decisions.csv."
                self.problems.append(Problem(entity.row.file, entity.row.line, text, fix))
        exemptions = self._exemptions(canonical)
        return Project(sources, entities, canonical, (), decisions, exemptions)

    def read_facts(self, project: Project) -> Project:
        """The project with its facts."""
        reader = FactReader(
            self.schema, project.sources, project.entities, project.canonical, self.unread, self.problems
        )
        twice = Twice(self.schema)
        facts = []
        for path in self.facts_files():
            for record in read_table(path, FACT_REQUIRED, known_columns(self.schema), self.problems):
                before = len(self.problems)
                fact = reader.fact(record)
                if fact is not None:
                    twice.check(fact, self.problems)
                    if len(self.problems) == before:
                        facts.append(fact)
        check_links(reader.links, self.problems)
        return replace(project, facts=tuple(facts))

    def facts_files(self) -> list[Path]:
        """The tables of facts, sorted by name, then those of each import; that there are none is a problem."""
        files = tables_of_facts(self.seeds)
        if not files:
            fix = "Add a table of facts, such as facts/agreements.csv."
            self.problems.append(Problem(str(self.seeds / "facts"), 1, "there are no tables of facts", fix))
        return files

    def _keyed(
        self, file: str, columns: tuple[str, ...], more: tuple[str, ...], make: Callable[[Record], T]
    ) -> dict[str, T]:
        """A table's values by the cell `id`, which must be well formed and stand once."""
        first: dict[str, Record] = {}
        values: dict[str, T] = {}
        for record in self._records(file, columns, more):
            key = record.cells["id"]
            if not _ID.fullmatch(key):
                fix = "Use lower-case letters a-z, digits and single hyphens, such as 'ministry-of-economy'."
                self.problems.append(record.problem(f"'{key}' cannot be an id", fix))
            elif key not in first:
                first[key] = record
                values[key] = make(record)
            elif not self._is_import(record) or record.cells.get("class") != first[key].cells.get("class"):
                text = f"the id '{key}' stands already in {_place(first[key].row, record)}"
                self.problems.append(record.problem(text, "Remove one of the two, or rename it."))
        return values

    def _records(self, file: str, columns: tuple[str, ...], more: tuple[str, ...]) -> Iterator[Record]:
        """The rows of a table, then those of the same table of each import."""
        for folder in self.folders:
            before = len(self.problems)
            records = read_table(folder / file, columns, more, self.problems, optional_file=len(self.folders) > 1)
            if not records and len(self.problems) > before:
                self.unread.add(file)
            yield from records

    def _is_import(self, record: Record) -> bool:
        """Whether an import wrote the row: what it repeats of other tables is no fault."""
        return record.row.file.startswith(str(self.seeds / "imports" / "x")[:-1])

    def _source(self, record: Record) -> Source:
        cells = record.cells
        self._language(record)
        if cells["url"] and not _URL.fullmatch(cells["url"]):
            fix = "Begin it with https://, and write blanks and brackets as %20, %5B and %5D."
            self.problems.append(record.problem(f"'{cells['url']}' is no web address", fix))
        document = cells["document"]
        if document and (document.startswith(".") or "/" in document or "\\" in document):
            fix = "Give the bare name of a file in the folder of documents."
            self.problems.append(record.problem(f"'{document}' is no plain file name", fix))
        if not cells["title"]:
            self.problems.append(record.problem("the source has no title", "Give its headline, or its file name."))
        return Source(
            id=cells["id"],
            title=cells["title"],
            publisher=cells["publisher"],
            published=date(record, "published", self.problems),
            retrieved=date(record, "retrieved", self.problems),
            language=cells["language"],
            url=cells["url"],
            document=document,
            row=record.row,
        )

    def _language(self, record: Record) -> None:
        code = record.cells["language"]
        if code not in LANGUAGES:
            fix = nearest(code, LANGUAGES, "Use an ISO 639-1 code such as az, en, kk or ru.")
            self.problems.append(record.problem(f"unknown language '{code}'", fix))

    def _entity(self, record: Record) -> Entity:
        name = record.cells["class"]
        if name not in self.classes:
            fix = nearest(name, self.classes, "See the classes in ontology/partnership.ttl.")
            self.problems.append(record.problem(f"unknown class '{name}'", fix))
        identifiers = tuple(sorted(record.cells["identifiers"].split()))
        for identifier in identifiers:
            if not is_identifier(identifier):
                fix = "Write scheme:value, such as ror:02hpadn98; several with a space between."
                self.problems.append(record.problem(f"'{identifier}' is no identifier", fix))
        key = record.cells["id"]
        return Entity(key, name, record.cells["kind"], identifiers, (), (key,), record.row)

    def _check_publisher(self, source: Source, entities: Mapping[str, Entity]) -> None:
        """A publisher that looks like an id must be one; any other text is the publisher's name."""
        if _ID.fullmatch(source.publisher) and source.publisher not in entities and ENTITIES not in self.unread:
            fix = nearest(source.publisher, entities, "Add it to entities.csv, or write the publisher's name.")
            text = f"unknown publisher '{source.publisher}'"
            self.problems.append(Problem(source.row.file, source.row.line, text, fix))

    def _check_kind(self, entity: Entity, entities: Mapping[str, Entity]) -> None:
        if not entity.kind:
            return
        kind = entities.get(entity.kind)
        if kind is None or not self.schema.is_a(kind.class_name, "Kind"):
            known = [key for key, value in entities.items() if value.class_name == "Kind"]
            fix = nearest(entity.kind, known, "Add it to entities.csv with the class Kind.")
            self.problems.append(Problem(entity.row.file, entity.row.line, f"unknown kind '{entity.kind}'", fix))

    def _known(self, record: Record, column: str, known: Mapping[str, object], file: str) -> bool:
        key = record.cells.get(column, "")
        if key in known or file in self.unread:
            return key in known
        fix = nearest(key, known, f"Add it to {file}.")
        self.problems.append(record.problem(f"unknown {column} '{key}'", fix))
        return False

    def _names(self, entities: Mapping[str, Entity], sources: Mapping[str, Source]) -> dict[str, list[Name]]:
        names: dict[str, list[Name]] = {key: [] for key in entities}
        first: dict[tuple[str, ...], Row] = {}
        for record in self._records("names.csv", _NAME, ("source",)):
            cells = record.cells
            is_import = self._is_import(record)
            self._language(record)
            rank = choice(record, "rank", NameRank, NameRank.ALTERNATIVE, self.problems)
            if not cells["name"]:
                self.problems.append(record.problem("the name is empty", "Write it, or remove the line."))
            if cells.get("source"):
                self._known(record, "source", sources, SOURCES)
            if not self._known(record, "entity", entities, ENTITIES):
                continue
            if is_import and (cells["entity"], cells["language"], cells["name"]) in first:
                continue
            shown = "shown" if rank in (NameRank.PREFERRED, NameRank.RENDERING) else ""
            if is_import and shown and (cells["entity"], cells["language"], "", shown) in first:
                rank, shown = NameRank.ALTERNATIVE, ""
            for key, what in (
                ((cells["entity"], cells["language"], cells["name"]), "this name"),
                ((cells["entity"], cells["language"], "", shown), "a preferred name or rendering in this language"),
            ):
                if len(key) == 4 and not shown:
                    continue
                if key in first:
                    text = f"{what} stands already in {_place(first[key], record)}"
                    self.problems.append(record.problem(text, "Keep one, or make one alternative."))
                first.setdefault(key, record.row)
            name = Name(cells["entity"], cells["language"], cells["name"], rank, cells.get("source", ""))
            names[name.entity].append(name)
        return names

    def _decisions(self, entities: Mapping[str, Entity]) -> tuple[Decision, ...]:
        decisions = []
        first: dict[tuple[str, ...], int] = {}
        for record in read_table(self.seeds / "decisions.csv", _DECISION, (), self.problems, optional_file=True):
            cells = record.cells
            known = [self._known(record, side, entities, ENTITIES) for side in ("left", "right")]
            judgement = choice(record, "judgement", Judgement, Judgement.UNSURE, self.problems)
            day = date(record, "date", self.problems)
            if day is None and not cells["date"]:
                self.problems.append(record.problem("the judgement has no date", "Write the day it was made."))
            if not cells["by"]:
                self.problems.append(record.problem("the judgement has no name", "Write who judged in 'by'."))
            if cells["left"] == cells["right"]:
                self.problems.append(record.problem("the judgement is on one id only", "Name two ids."))
            key = (*sorted((cells["left"], cells["right"])), cells["judgement"], cells["by"], cells["date"])
            self._once(record, key, "judgement", first)
            if all(known) and day is not None:
                decisions.append(
                    Decision(cells["left"], cells["right"], judgement, cells["by"], day, cells["reason"], record.row)
                )
        return tuple(decisions)

    def _exemptions(self, canonical: Mapping[str, str]) -> tuple[Exemption, ...]:
        exemptions = []
        first: dict[tuple[str, ...], int] = {}
        for record in read_table(self.seeds / "exceptions.csv", _EXEMPTION, (), self.problems, optional_file=True):
            cells = record.cells
            known = self._known(record, "entity", canonical, ENTITIES)
            if cells["shape"] not in self.shapes:
                fix = nearest(cells["shape"], self.shapes, "See the shapes in ontology/shapes.ttl.")
                self.problems.append(record.problem(f"unknown shape '{cells['shape']}'", fix))
            if not cells["reason"]:
                self.problems.append(record.problem("the exception has no reason", "Say why."))
            if known:
                key = canonical[cells["entity"]]
                self._once(record, (key, cells["shape"]), "exception", first)
                exemptions.append(Exemption(key, cells["shape"], cells["reason"], record.row))
        return tuple(exemptions)

    def _once(self, record: Record, key: tuple[str, ...], what: str, first: dict[tuple[str, ...], int]) -> None:
        """Tells a row whose key stood already; `first` holds the lines so far."""
        if key in first:
            text = f"the same {what} stands already in line {first[key]}"
            self.problems.append(record.problem(text, "Remove one of the two."))
        first.setdefault(key, record.row.line)


def _place(row: Row, record: Record) -> str:
    """Where a row stands, for a problem at another."""
    return f"line {row.line}" if row.file == record.row.file else f"{row.file}:{row.line}"


def _merge(
    rows: Mapping[str, Entity], names: Mapping[str, list[Name]], canonical: Mapping[str, str]
) -> dict[str, Entity]:
    """One entity for all ids that were judged the same, with all their names and identifiers."""
    members: dict[str, list[Entity]] = {}
    for key, row in rows.items():
        members.setdefault(canonical[key], []).append(row)
    entities = {}
    for key, group in members.items():
        group.sort(key=lambda entity: (entity.id != key, entity.id))
        kept: list[Name] = []
        for name in (name for entity in group for name in names[entity.id]):
            shown = name.rank in (NameRank.PREFERRED, NameRank.RENDERING)
            taken = shown and any(
                other.language == name.language and other.rank in (NameRank.PREFERRED, NameRank.RENDERING)
                for other in kept
            )
            rank = NameRank.ALTERNATIVE if taken else name.rank
            if all((other.language, other.text) != (name.language, name.text) for other in kept):
                kept.append(Name(key, name.language, name.text, rank, name.source))
        entities[key] = Entity(
            id=key,
            class_name=group[0].class_name,
            kind=next((canonical.get(entity.kind, entity.kind) for entity in group if entity.kind), ""),
            identifiers=tuple(sorted({item for entity in group for item in entity.identifiers})),
            names=tuple(kept),
            ids=tuple(entity.id for entity in group),
            row=group[0].row,
        )
    return entities
