"""Tables of facts to partitioned N-Quads, as Spark jobs.

One shuffle brings the facts of a claim together (by shares of claim keys), a second makes the lines of the asserted
graph unique, since several claims may say the same. What is written does not hang on which task ran where.
"""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyspark import StorageLevel
from pyspark.sql import functions as f
from pyspark.sql.types import StringType, StructField, StructType

from kg.facts.batches import Known
from kg.facts.claims import Supersession, supersession
from kg.facts.problems import InputError, Problem
from kg.facts.rows import check_links
from kg.facts.schema import Schema
from kg.rdf.mapping import Mapper
from kg.rdf.vocabulary import GraphName
from kg.spark import stages
from kg.spark.session import parallelism
from kg.spark.stages import Kind, Thing, Told

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.core.broadcast import Broadcast
    from pyspark.sql import DataFrame, SparkSession

MOST_PROBLEMS = 10_000
"""How many are told of all tables together."""
_THINGS_A_ROW = 5_000
_LARGEST_SHARES = 1 << 20


@dataclass(frozen=True)
class Sizes:
    """How much of the tables goes into one span, which is read by one task, and into one share, folded by one."""

    span_bytes: int = 8_000_000
    share_bytes: int = 1_000_000


@dataclass(frozen=True)
class Tables:
    """What is mapped: tables of facts, what their rows are checked against, and the faults of the other tables."""

    files: tuple[Path, ...]
    known: Known
    problems: tuple[Problem, ...]

    @property
    def size(self) -> int:
        """The bytes of the tables of facts."""
        return sum(path.stat().st_size for path in self.files)


@dataclass(frozen=True)
class Written:
    """What was counted: facts; claims by status; pieces of evidence; lines of each graph."""

    facts: int
    claims: dict[str, int]
    evidence: int
    lines: dict[GraphName, int]


class QuadsJob:
    """Maps tables in one session and writes the lines of each graph to a folder `GRAPH/part-*.nq` of its own.

    Tables and folder lie where every worker sees them.
    """

    def __init__(self, session: SparkSession, mapper: Mapper, folder: Path, sizes: Sizes, *, compress: bool) -> None:
        self._session = session
        self._mapper = mapper
        self._folder = folder
        self._sizes = sizes
        self._compress = compress
        self._cores = parallelism(session)

    def write(self, tables: Tables, things: Iterable[Thing], ontology: bytes) -> Written:
        """All lines written; InputError with every fault of every table, or the first of very many."""
        shares = min(max(2 * self._cores, tables.size // self._sizes.share_bytes), _LARGEST_SHARES)
        problems = list(tables.problems)
        told = self._session.sparkContext.broadcast(Told(tables.known, self._mapper, shares))
        read = self._read(told, self._spans(tables, problems)).persist(StorageLevel.DISK_ONLY)
        try:
            facts = read.where(f.col("kind") == Kind.FACTS.value).select("share", "number", "data")
            facts = facts.repartition(self._partitions(shares), "share")
            ties, count = self._check(read, facts, tables.known.schema, problems)
            counts = self._map(facts, told, ties)
        finally:
            read.unpersist(blocking=True)
            told.unpersist()
        self._write_things(things)
        asserted = self._write_asserted()
        sources = self._settle_claims()
        self._write_ontology(ontology)
        lines = {
            GraphName.ONTOLOGY: ontology.count(b"\n"),
            GraphName.ASSERTED: asserted,
            GraphName.CLAIMS: counts.pop("lines", 0) + sources,
        }
        evidence = counts.pop("evidence", 0)
        claims = {name.removeprefix("claims "): number for name, number in sorted(counts.items())}
        return Written(count, claims, evidence, lines)

    def _read(self, told: Broadcast[Told], spans: list[tuple[str, int, bytes]]) -> DataFrame:
        """Rows of FACTS."""

        def read(batches: stages.Batches) -> Iterator[pa.RecordBatch]:
            return stages.read_facts(batches, told.value)

        return self._rows(spans, stages.SPANS).mapInArrow(read, stages.FACTS)

    def _check(
        self, read: DataFrame, facts: DataFrame, schema: Schema, problems: list[Problem]
    ) -> tuple[Supersession, int]:
        """What rows supersede, and the number of facts; InputError with all faults where there are any."""
        others = [
            (Kind(row["kind"]), pickle.loads(row["data"]))  # noqa: S301 (kg wrote it)
            for row in read.where(f.col("kind") != Kind.FACTS.value).orderBy("number").toLocalIterator()
        ]
        check_links((link for kind, data in others if kind is Kind.LINKS for link in data), problems)
        problems += (problem for kind, data in others if kind is Kind.PROBLEMS for problem in data)
        if problems:
            twice = facts.groupBy("share").applyInArrow(lambda share: stages.find_twice(share, schema), stages.SPANS)
            for row in twice.toLocalIterator():
                problems += pickle.loads(row["data"])  # noqa: S301 (kg wrote it)
        _raise(problems)
        count = sum(data for kind, data in others if kind is Kind.COUNTS)
        return supersession(tie for kind, data in others if kind is Kind.TIES for tie in data), count

    def _spans(self, tables: Tables, problems: list[Problem]) -> list[tuple[str, int, bytes]]:
        """Rows of SPANS, the parts of all tables in order; tables are looked through at the same time."""
        schema, span_bytes = tables.known.schema, self._sizes.span_bytes
        files = self._rows(
            [(number, str(path)) for number, path in enumerate(tables.files)], "number long, path string"
        )
        found = files.mapInArrow(lambda batches: stages.find_spans(batches, schema, span_bytes), stages.SPANS).collect()
        for row in found:
            if row["kind"] == Kind.PROBLEMS.value:
                problems += pickle.loads(row["data"])  # noqa: S301 (kg wrote it)
        spans = ((row["kind"], row["number"], bytes(row["data"])) for row in found if row["kind"] == Kind.SPAN.value)
        return sorted(spans, key=lambda span: span[1])

    def _map(self, facts: DataFrame, told: Broadcast[Told], ties: Supersession) -> dict[str, int]:
        """Writes the lines of claims, and gives what was counted of them; InputError where rows stand twice."""
        tied = self._session.sparkContext.broadcast(ties)

        def mapped(share: pa.Table) -> pa.Table:
            return stages.map_share(share, told.value, tied.value)

        lines = facts.groupBy("share").applyInArrow(mapped, stages.LINES)
        self._write(lines.sortWithinPartitions("kind", "key"), "mapped", "kind")
        _raise(pickle.loads(bytes.fromhex(text)) for text in islice(self._told(Kind.PROBLEMS), MOST_PROBLEMS + 1))  # noqa: S301
        counts: dict[str, int] = {}
        for text in self._told(Kind.COUNTS):
            name, _, number = text.rpartition(" ")
            counts[name] = counts.get(name, 0) + int(number)
        return counts

    def _told(self, kind: Kind) -> Iterator[str]:
        """The texts of a kind that were written with the lines."""
        folder = self._folder / "mapped" / f"kind={kind.value}"
        if folder.is_dir():
            for row in self._session.read.text(str(folder)).toLocalIterator():
                yield row["value"]

    def _write_things(self, things: Iterable[Thing]) -> None:
        rest = iter(things)
        rows = []
        while some := list(islice(rest, _THINGS_A_ROW)):
            rows.append((pickle.dumps(some),))
        mapper = self._mapper
        lines = self._rows(rows, "data binary").mapInArrow(
            lambda batches: stages.map_things(batches, mapper), stages.LINES
        )
        self._write(lines.sortWithinPartitions("kind"), "things", "kind")

    def _write_asserted(self) -> int:
        """Writes each line of the asserted graph once, sorted within its part; their number."""
        found = [self._folder / name / f"kind={Kind.ASSERTED.value}" for name in ("mapped", "things")]
        folders = [str(path) for path in found if path.is_dir()]
        if not folders:
            return 0
        size = sum(path.stat().st_size for folder in folders for path in Path(folder).iterdir())
        parts = max(self._cores, size // (64 << 20))
        lines = self._session.read.text(folders).repartition(parts, "value").dropDuplicates()
        self._write(lines.sortWithinPartitions("value"), GraphName.ASSERTED.value)
        self._name_parts(GraphName.ASSERTED.value, "part")
        return int(self._session.read.text(str(self._folder / GraphName.ASSERTED.value)).count())

    def _settle_claims(self) -> int:
        """Puts the lines of claims and sources in place; the number of those of sources."""
        target = self._folder / GraphName.CLAIMS.value
        target.mkdir()
        lines = 0
        for name, called in (("mapped", "part"), ("things", "sources")):
            folder = self._folder / name / f"kind={Kind.CLAIMS.value}"
            if not folder.is_dir():
                continue
            if name == "things":
                lines = int(self._session.read.text(str(folder)).count())
            for path in self._name_parts(f"{name}/{folder.name}", called):
                path.rename(target / path.name)
        for name in ("mapped", "things"):
            shutil.rmtree(self._folder / name, ignore_errors=True)
        return lines

    def _write_ontology(self, lines: bytes) -> None:
        folder = self._folder / GraphName.ONTOLOGY.value
        folder.mkdir()
        (folder / "part-00000.nq").write_bytes(lines)

    def _write(self, lines: DataFrame, name: str, kind: str | None = None) -> None:
        """Writes the column `value`, with `kind` into a folder for each kind."""
        if kind is not None:
            counted = f.concat_ws(" ", "key", "value")
            value = f.when(f.col("kind") == Kind.COUNTS.value, counted).otherwise(f.col("value"))
            lines = lines.select("kind", value.alias("value"))
        writer = lines.write.partitionBy(kind) if kind is not None else lines.write
        writer.text(str(self._folder / name), compression="gzip" if self._compress else "none")

    def _name_parts(self, folder: str, called: str) -> list[Path]:
        """The files of a folder that Spark wrote, named by their numbers alone; what Spark keeps beside is removed."""
        named: list[Path] = []
        for path in sorted((self._folder / folder).iterdir()):
            if not path.name.startswith("part-"):
                path.unlink()
                continue
            ending = ".nq.gz" if path.name.endswith(".gz") else ".nq"
            named.append(path.rename(path.with_name(f"{called}-{len(named):05}{ending}")))
        return named

    def _partitions(self, shares: int) -> int:
        """Of the shuffle by shares: a few for each core, and not so many shares in one that a late task is long."""
        return min(shares, max(4 * self._cores, shares // 16))

    def _rows(self, rows: Sequence[tuple[Any, ...]], schema: str) -> DataFrame:
        """A frame with a task for each row."""
        spread = self._session.sparkContext.parallelize(rows, max(1, len(rows)))
        return self._session.createDataFrame(spread, schema)


def _raise(problems: Iterable[Problem]) -> None:
    found = list(problems)
    if found:
        raise InputError(sorted(set(found))[:MOST_PROBLEMS])


def fold_names(names: DataFrame) -> DataFrame:
    """Names with one more column, `folded`: the column `name` as names are compared."""
    folded = StructField("folded", StringType())
    return names.mapInArrow(stages.fold_names, StructType([*names.schema.fields, folded]))
