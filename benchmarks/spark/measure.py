"""Rates of the same work in one process of this machine and on Spark in local mode, for `docs/scale.md`.

`python benchmarks/spark/measure.py SEEDS CORES [here] [build] [networks]` reads the tables that
`benchmarks/scale/generate.py` writes. Told are wall seconds and, since other programs may share the processors, seconds
of processor (for Spark: of the JVM and its Python workers together).
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pyspark.sql import SparkSession

from kg.facts.batches import read_batch, unpack
from kg.facts.claims import fold, supersession
from kg.facts.names.folding import fold as fold_name
from kg.facts.reading import known_columns
from kg.facts.rows import FACT_REQUIRED
from kg.facts.spans import spans_of
from kg.large import read_input
from kg.network.measures import Engine, pagerank
from kg.network.propagation import label_propagation
from kg.network.simple import Simple
from kg.partitioned import QUADS_FOLDER, build_partitioned
from kg.rdf.mapping import Mapper
from kg.rdf.ontology import Ontology
from kg.resources import Resources
from kg.spark import networks
from kg.spark.quads import QuadsJob, fold_names
from kg.spark.session import spark_session

_TICKS = os.sysconf("SC_CLK_TCK")


def processor_seconds() -> float:
    """Of this process and all below it, those that have ended included."""
    children: dict[int, list[int]] = {}
    ticks: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(path.parent.name))
        ticks[int(path.parent.name)] = sum(map(int, fields[11:15]))
    waiting, total = [os.getpid()], 0
    while waiting:
        process = waiting.pop()
        total += ticks.get(process, 0)
        waiting += children.get(process, [])
    return total / _TICKS


@contextmanager
def told(what: str, rows: int, of: str) -> Iterator[None]:
    """Prints how long the block took, and rates."""
    wall, used = time.perf_counter(), processor_seconds()
    yield
    wall, used = time.perf_counter() - wall, processor_seconds() - used
    rate = f"{rows / used:,.0f} {of} a second of processor" if used else ""
    print(f"{what:<34} {rows:>9,} {of:<6} wall {wall:7.1f} s  processor {used:7.1f} s  {rate}", flush=True)


def here(seeds: Path, ontology: Ontology) -> None:
    """One process, no files."""
    found = read_input(seeds, None, ontology)
    known, mapper = found.known, Mapper(ontology.schema)
    columns = known_columns(known.schema)
    spans = [span for path in found.files for span in spans_of(path, FACT_REQUIRED, columns, [])]
    facts = lines_of(seeds)
    names = [name.text for entity in found.project.entities.values() for name in entity.names]
    with told("here: names folded", len(names), "names"):
        for name in names:
            fold_name(name)
    with told("here: read, checked, packed", facts, "facts"):
        packed = [item for span in spans for items in read_batch(span, known, 64).shares.values() for item in items]
    with told("here: folded", facts, "facts"):
        claims = list(fold(map(unpack, packed), known.sources, known.schema, supersession(())))
    with told("here: mapped", facts, "facts"):
        for claim in claims:
            for _ in mapper.claim(claim):
                pass


def lines_of(seeds: Path) -> int:
    """The rows of the tables of facts, which have no line ends in cells."""
    return sum(path.read_bytes().count(b"\n") - 1 for path in seeds.glob("facts/*.csv"))


def there(session: SparkSession, seeds: Path, out: Path) -> None:
    """The build on Spark, job by job, and names."""
    facts = lines_of(seeds)
    steps = {"_spans": "spans found", "_check": "read, checked, packed", "_map": "shuffled, folded, mapped, written"}
    steps |= {"_write_things": "things", "_write_asserted": "asserted made unique"}
    for name, what in steps.items():
        setattr(QuadsJob, name, timed(getattr(QuadsJob, name), f"Spark: {what}", facts))
    with told("Spark: whole build", facts, "facts"):
        report = build_partitioned(session, seeds, out)
    size = sum(path.stat().st_size for path in (out / QUADS_FOLDER).rglob("*.nq"))
    print(f"{sum(report.quads.values()):,} quads, {size:,} bytes", flush=True)
    names = session.read.csv(str(seeds / "names.csv"), header=True).select("name").where("name is not null")
    with told("Spark: names folded", names.count(), "names"):
        fold_names(names).write.format("noop").mode("overwrite").save()


def networks_there(session: SparkSession, seeds: Path) -> None:
    """The network of all rows whose object is a thing, whatever the relation, on Spark and in this process."""
    rows = session.read.csv(str(seeds / "facts" / "*.csv"), header=True).where("object rlike '^[a-z]'")
    ties = rows.selectExpr("subject as left", "object as right").distinct().persist()
    count = ties.count()
    with told("Spark: components", count, "ties"):
        networks.components(ties).write.format("noop").mode("overwrite").save()
    with told("Spark: PageRank", count, "ties"):
        ranks = {row["node"]: row["rank"] for row in networks.pagerank(ties).toLocalIterator()}
    with told("Spark: label propagation", count, "ties"):
        labels = {row["node"]: row["label"] for row in networks.label_propagation(ties).toLocalIterator()}
    compare([(row["left"], row["right"]) for row in ties.toLocalIterator()], ranks, labels)


def compare(pairs: list[tuple[str, str]], ranks: dict[str, float], labels: dict[str, str]) -> None:
    """The same networks in this process."""
    import networkx as nx

    network: nx.MultiGraph[str] = nx.MultiGraph(pairs)
    with told("here: components", len(pairs), "ties"):
        parts = list(nx.connected_components(network))
    with told("here: PageRank", len(pairs), "ties"):
        wanted = pagerank(Simple(network), Engine.RUSTWORKX)
    with told("here: label propagation", len(pairs), "ties"):
        labelled = label_propagation(network)
    off = max(abs(wanted[node] - ranks[node]) for node in wanted)
    print(f"{len(network):,} nodes, {len(parts):,} components; PageRank off by {off:.1e}; labels {labelled == labels}")


def timed(function: Callable[..., object], what: str, rows: int) -> Callable[..., object]:
    """The function, telling how long it took."""

    def run(*arguments: object) -> object:
        with told(what, rows, "facts"):
            return function(*arguments)

    return run


if __name__ == "__main__":
    SEEDS, CORES = Path(sys.argv[1]), int(sys.argv[2])
    PARTS = sys.argv[3:] or ["here", "build", "networks"]
    ONTOLOGY = Resources.current().read_ontology()
    if "here" in PARTS:
        here(SEEDS, ONTOLOGY)
    with spark_session(CORES) as SESSION, tempfile.TemporaryDirectory() as FOLDER:
        if "build" in PARTS:
            there(SESSION, SEEDS, Path(FOLDER) / "build")
        if "networks" in PARTS:
            networks_there(SESSION, SEEDS)
