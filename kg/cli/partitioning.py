"""`kg build --engine spark`."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from kg.cli.output import bar, console, make_table
from kg.facts.problems import CallError
from kg.partitioned import PartitionedReport, build_partitioned, load
from kg.spark.session import spark_session

if TYPE_CHECKING:
    from kg.rdf.remote import RemoteStore

_GRAPHS = {
    "asserted": "things, names, one triple a fact",
    "claims": "who says so, when, with which words",
    "ontology": "our terms",
}


def build(options: argparse.Namespace, seeds: Path, store: RemoteStore | None) -> int:
    """Writes partitioned N-Quads, sums up, and loads the store where one is named."""
    if options.full:
        raise CallError("a build on Spark is always made anew. Leave out --full.")
    start = time.perf_counter()
    with bar("Spark"), spark_session(options.processes) as session:
        report = build_partitioned(session, seeds, options.out, options.documents, compress=options.compress)
    _summarise(report, options.out, time.perf_counter() - start)
    if store is not None:
        _load(store, options, report)
    return 0


def _summarise(report: PartitionedReport, out: Path, seconds: float) -> None:
    screen = console()
    rows = [(f"quads/{name}/", lines, _GRAPHS[name]) for name, lines in sorted(report.quads.items())]
    screen.print(make_table((f"In {out}/", "Quads", "What it is"), rows))
    told = f"{report.claims['all']:,} claims from {report.facts:,} facts about {report.things:,} things."
    screen.print(Text(f"{told} Built on Spark in {seconds:.1f} s."))


def _load(store: RemoteStore, options: argparse.Namespace, report: PartitionedReport) -> None:
    start = time.perf_counter()
    try:
        with bar("loading"):
            total = load(store, options.out, report, inference=not options.no_inference)
    except CallError as error:
        raise CallError(f"{options.out}/ is written, but {store.address} was not loaded: {error}") from None
    seconds = time.perf_counter() - start
    what = "without inference" if options.no_inference else "what it inferred included"
    where = f"In {store.address}: {total:,} triples, {what}, in {seconds:.1f} s."
    console().print(Text(f"{where} Ask: kg query --store {store.address}"))
