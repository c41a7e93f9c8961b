"""What the tables of a project hold, kept in step with every row that a review adds or takes back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kg.facts.dates import PartialDate
from kg.facts.model import Entity, Fact, Name, NameRank, Quote, Rank, Row, Source, Status
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from kg.review.checking import Checker
from kg.review.model import Fault, NewRow

Stamp = tuple[tuple[str, int, int], ...]


class Holdings:
    """The project in memory; `refresh` reads it anew where somebody else has changed its files."""

    def __init__(self, seeds: Path, schema: Schema, shapes: frozenset[str]) -> None:
        """Raises InputError with every fault of the tables."""
        self.seeds = seeds
        self.schema = schema
        self._shapes = shapes
        self.checker = Checker(schema)
        self._read()

    def _read(self) -> None:
        self._stamp = self._now()
        project = read_project(self.seeds, self.schema, self._shapes)
        self.entities: dict[str, Entity] = dict(project.entities)
        self.canonical: dict[str, str] = dict(project.canonical)
        self.sources: dict[str, Source] = dict(project.sources)
        self._facts: dict[frozenset[str], list[Fact]] = defaultdict(list)
        self._files: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for fact in project.facts:
            self._facts[_ends(fact.subject, fact.object)].append(fact)
            self._files[fact.source][Path(fact.row.file).name] += 1

    def _now(self) -> Stamp:
        """What tells whether a table was changed by somebody else."""
        files = sorted((*self.seeds.glob("*.csv"), *(self.seeds / "facts").glob("*.csv")))
        stats = [(path, path.stat()) for path in files]
        return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in stats)

    def refresh(self) -> bool:
        """Reads the tables again where they are not as they were left; says whether they were not."""
        if self._now() == self._stamp:
            return False
        self._read()
        return True

    def settle(self) -> None:
        """Takes the tables as they are now for what is held: it has just been written."""
        self._stamp = self._now()

    def has(self, key: str) -> bool:
        """Whether the project has a thing of this id."""
        return key in self.canonical

    def facts_file(self, source: str) -> str:
        """The table for the facts of a source: the one that has most of them, else one of its own."""
        files = self._files.get(source)
        if not files:
            return f"facts/{source}.csv"
        return "facts/" + min(files, key=lambda name: (-files[name], name))

    def faults(self, rows: Sequence[NewRow]) -> list[Fault]:
        """What is wrong with rows that are to be added, all of them together."""
        return self.checker.faults(rows, self.entities, self.canonical, self.sources, self._beside(rows))

    def faults_of_source(self, row: NewRow) -> list[Fault]:
        """What is wrong with the row of a source, in place of the one that the tables may have."""
        others = {key: source for key, source in self.sources.items() if key != row.cells["id"]}
        return self.checker.faults([row], self.entities, self.canonical, others, ())

    def mend(self, row: NewRow) -> None:
        """Takes over the row of a source that was just corrected, where the tables have it."""
        if row.cells["id"] in self.sources:
            self.sources[row.cells["id"]] = _source(row.cells)
        self.settle()

    def stands(self, cells: Mapping[str, str]) -> bool:
        """Whether a row of facts with these things, predicate, source and quote stands already."""
        ends, quote = self._ends_of(cells), (cells["quote"], int(cells["occurrence"] or 1))
        return any(
            (fact.source, fact.quote.key if fact.quote else None) == (cells["source"], quote)
            and fact.predicate == cells["predicate"]
            and fact.qualifiers.get("role", "") == cells.get("role", "")
            for fact in self._facts.get(ends, ())
        )

    def _ends_of(self, cells: Mapping[str, str]) -> frozenset[str]:
        return _ends(*(self.canonical.get(cells[end], cells[end]) for end in ("subject", "object")))

    def used_beside(self, keys: Collection[str], rows: Iterable[NewRow]) -> str | None:
        """One of these things that facts other than these rows name; None where no other does."""
        for key in sorted(keys):
            told = sum(1 for facts in self._facts.values() for fact in facts if _names(fact, key))
            own = sum(1 for row in rows if row.table.startswith("facts/") and key in row.cells.values())
            if told > own:
                return key
        return None

    def _beside(self, rows: Iterable[NewRow]) -> list[Fact]:
        pairs = dict.fromkeys(self._ends_of(row.cells) for row in rows if row.table.startswith("facts/"))
        return [fact for pair in pairs for fact in self._facts.get(pair, ())]

    def add(self, rows: Iterable[NewRow]) -> None:
        """Takes over rows that were checked."""
        for row in rows:
            cells = row.cells
            if row.table == "entities.csv":
                identifiers = tuple(sorted(cells.get("identifiers", "").split()))
                told = (cells["class"], cells.get("kind", ""), identifiers)
                self.entities[cells["id"]] = Entity(cells["id"], *told, (), (cells["id"],), Row(row.table, 0))
                self.canonical[cells["id"]] = cells["id"]
            elif row.table == "names.csv":
                self._rename(cells, lambda names, name: (*names, name))
            elif row.table == "sources.csv":
                self.sources[cells["id"]] = _source(cells)
            else:
                self._facts[self._ends_of(cells)].append(self._fact(row))
                self._files[cells["source"]][Path(row.table).name] += 1

    def remove(self, rows: Sequence[NewRow]) -> None:
        """Takes back rows that were added, the last first."""
        for row in reversed(rows):
            cells = row.cells
            if row.table == "entities.csv":
                self.entities.pop(cells["id"], None)
                self.canonical.pop(cells["id"], None)
            elif row.table == "names.csv":
                self._rename(cells, lambda names, name: tuple(item for item in names if item != name))
            elif row.table == "sources.csv":
                self.sources.pop(cells["id"], None)
            else:
                self._forget(row)

    def _forget(self, row: NewRow) -> None:
        """Takes a fact out of what is held."""
        cells, ends = row.cells, self._ends_of(row.cells)
        words = cells["quote"]
        facts = self._facts.get(ends, [])
        keys = [(fact.predicate, fact.source, fact.quote.text if fact.quote else "") for fact in facts]
        wanted = (cells["predicate"], cells["source"], words)
        if wanted in keys:
            del facts[len(keys) - 1 - keys[::-1].index(wanted)]
        files, name = self._files[cells["source"]], Path(row.table).name
        files[name] -= 1
        if files[name] <= 0:
            del files[name]

    def _rename(self, cells: Mapping[str, str], change: Callable[[tuple[Name, ...], Name], tuple[Name, ...]]) -> None:
        entity = self.entities.get(self.canonical.get(cells["entity"], ""))
        if entity is not None:
            rank = NameRank(cells["rank"] or "alternative")
            name = Name(cells["entity"], cells["language"], cells["name"], rank, cells.get("source", ""))
            self.entities[entity.id] = replace(entity, names=change(entity.names, name))

    def _fact(self, row: NewRow) -> Fact:
        """A row that was checked, as far as later rows are compared with it."""
        cells = row.cells
        property_ = self.schema.properties[cells["predicate"]]
        subject, object_ = (self.canonical.get(cells[end], cells[end]) for end in ("subject", "object"))
        told = {name: cells[name] for name in ("role", "onBehalfOf") if cells.get(name)}
        quote = Quote(cells["quote"], int(cells["occurrence"]) if cells.get("occurrence") else None)
        return Fact(
            subject, cells["predicate"], object_, property_.is_object_property, None, None, False, cells["source"],
            quote if cells["quote"] else None, cells.get("record", ""), Status.STATED, Rank.NORMAL, 1, "", "", told,
            Row(row.table, 0),
        )  # fmt: skip


def _ends(subject: str, object_: str) -> frozenset[str]:
    return frozenset((subject, object_))


def _names(fact: Fact, key: str) -> bool:
    return key in (fact.subject, fact.object) or key in fact.qualifiers.values()


def _source(cells: Mapping[str, str]) -> Source:
    def date(name: str) -> PartialDate | None:
        return PartialDate(cells[name]) if cells.get(name) else None

    return Source(
        cells["id"], cells["title"], cells.get("publisher", ""), date("published"), date("retrieved"),
        cells["language"], cells.get("url", ""), cells.get("document", ""), Row("sources.csv", 0),
    )  # fmt: skip
