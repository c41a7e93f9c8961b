"""The build on Spark: partitioned N-Quads of facts that one machine does not hold, and their way into a remote store.

Things, names and sources are read here, as a build in streams reads them; facts are read, folded and mapped by tasks.
What is inferred, ranked and validated is left to the store.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from pyoxigraph import RdfFormat, serialize

from kg import __version__
from kg.facts.model import Judgement, Project
from kg.folders import check_replaceable, locked, recover, replace_folder
from kg.large.mapping import read_input
from kg.rdf.closure import compile_axioms
from kg.rdf.mapping import Mapper
from kg.rdf.ontology import Ontology
from kg.rdf.rules import read_rules
from kg.rdf.serialise import skolemise
from kg.rdf.store import REPORT_FILE
from kg.rdf.vocabulary import BASE, GraphName
from kg.resources import Resources

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

    from kg.rdf.remote import RemoteStore
    from kg.spark.quads import Sizes
    from kg.spark.stages import Thing

QUADS_FOLDER = "quads"
_BODY_LINES = 100_000
"""How many triples are sent in one request."""


@dataclass(frozen=True)
class PartitionedReport:
    """The content of `report.json`, its field names being the keys."""

    generator: str
    base: str
    things: int
    sources: int
    facts: int
    claims: Mapping[str, int]
    """Claims by status."""
    evidence: int
    quads: Mapping[str, int]
    """Lines by named graph, each of which is one statement that no other line of the graph repeats."""
    left_out: Mapping[str, str]


def build_partitioned(
    session: SparkSession,
    seeds: Path,
    out: Path,
    documents: Path | None = None,
    resources: Resources | None = None,
    *,
    compress: bool = False,
    sizes: Sizes | None = None,
    progress: Callable[[str], None] = lambda stage: None,
) -> PartitionedReport:
    """Reads the tables in `seeds` and leaves N-Quads in `out/quads/GRAPH/`, in parts.

    Together they say what a build without inference says, and no quad stands twice. Raises InputError and CallError as
    `kg.build.build` does; nothing is written then. All folders lie where every worker sees them.
    """
    from kg.spark.quads import QuadsJob, Sizes, Tables

    check_replaceable(out)
    resources = resources or Resources.current()
    made: list[PartitionedReport] = []
    with locked(out):
        recover(out)
        progress("ontology")
        ontology = resources.read_ontology()
        mapper = Mapper(ontology.schema)
        progress("things")
        found = read_input(seeds.absolute(), documents, ontology)
        tables = Tables(found.files, found.known, found.problems)

        def write(folder: Path) -> None:
            quads = folder.absolute() / QUADS_FOLDER
            quads.mkdir()
            progress("facts")
            job = QuadsJob(session, mapper, quads, sizes or Sizes(), compress=compress)
            written = job.write(tables, things_of(found.project), ontology_lines(ontology, mapper))
            why = "it was built on Spark; the store of --store infers"
            report = PartitionedReport(
                generator=f"partnership-kg {__version__}",
                base=BASE,
                things=len(found.project.entities),
                sources=len(found.project.sources),
                facts=written.facts,
                claims={"all": sum(written.claims.values()), **written.claims},
                evidence=written.evidence,
                quads={name.value: lines for name, lines in written.lines.items()},
                left_out=dict.fromkeys(("analyses", "conflicts", "inferred graph", "pages", "validation"), why),
            )
            text = json.dumps(asdict(report), ensure_ascii=False, indent=2) + "\n"
            (folder / REPORT_FILE).write_text(text, encoding="utf-8")
            made.append(report)

        replace_folder(out, write)
    (report,) = made
    return report


def things_of(project: Project) -> Iterator[Thing]:
    """All that is mapped beside facts."""
    yield from project.entities.values()
    for decision in project.decisions:
        if decision.judgement is Judgement.DIFFERENT:
            yield project.canonical[decision.left], project.canonical[decision.right]
    for source in project.sources.values():
        yield source, project.canonical.get(source.publisher)


def ontology_lines(ontology: Ontology, mapper: Mapper) -> bytes:
    """The ontology's graph as sorted N-Quads."""
    lines = serialize(skolemise(ontology.triples), format=RdfFormat.N_TRIPLES)
    assert lines is not None
    end = mapper.end(GraphName.ONTOLOGY).encode()
    return b"".join(line[:-3] + end for line in sorted(set(lines.splitlines(keepends=True))))


def load(
    store: RemoteStore,
    out: Path,
    report: PartitionedReport,
    resources: Resources | None = None,
    *,
    inference: bool = True,
    progress: Callable[[str], None] = lambda stage: None,
) -> int:
    """The number of triples that the store holds once it has what a partitioned build left, and what it infers.

    Parts are read one after the other. StoreError where the store does not do it; its graphs then are as they were.
    """
    from kg.rdf.publishing import publish_lines  # needs the extra `remote`

    ontology = (resources or Resources.current()).read_ontology()
    rules = (*compile_axioms(ontology).rules, *read_rules(ontology.rules_folders)) if inference else ()
    sizes = {GraphName(name): lines for name, lines in report.quads.items()}
    graphs = {name: bodies(out / QUADS_FOLDER / name.value, Mapper(ontology.schema).end(name)) for name in sizes}
    return publish_lines(store, graphs, sizes, rules, progress)


def bodies(folder: Path, end: str) -> Iterator[bytes]:
    """N-Triples in bodies for one request each, from parts of N-Quads whose lines end so."""
    for path in sorted(folder.glob("*.nq*")):
        with path.open("rb") as file:
            lines = cast(BinaryIO, gzip.GzipFile(fileobj=file)) if path.suffix == ".gz" else file
            while chunk := b"".join(islice(lines, _BODY_LINES)):
                yield chunk.replace(end.encode(), b" .\n")
