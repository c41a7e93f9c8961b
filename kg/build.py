"""The main job: facts to a graph that answers questions."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Quad, Store

from kg.facts import quotes, validity
from kg.facts.claims import to_claims
from kg.facts.model import Project
from kg.facts.problems import InputError, Problem
from kg.facts.reading import gather_project
from kg.facts.tables import tables_of_facts
from kg.folders import check_replaceable, locked, recover, replace_folder
from kg.made import USUAL, Graph, Progress, Way, judge, left_out
from kg.rdf.catalogue import Catalogue
from kg.rdf.closure import Axioms, check_supported, compile_axioms
from kg.rdf.mapping import Mapper, claim_quads, quads_of, to_lines
from kg.rdf.ontology import Ontology
from kg.rdf.rules import Rule, read_rules
from kg.rdf.serialise import skolemise, write_trig, write_turtle
from kg.rdf.store import REPORT_FILE, STORE_FOLDER, graph_triples, load_lines, new_store, open_store, write_store
from kg.rdf.vocabulary import GraphName
from kg.report import Report, Told, make_report, tally
from kg.resources import Resources

if TYPE_CHECKING:
    from kg.network.centrality import Measure, Score
    from kg.rdf.validation import Verdict

__all__ = [
    "STAGES",
    "Graph",
    "Progress",
    "Way",
    "as_of",
    "build",
    "facts_size",
    "fill_store",
    "make_graph",
    "read_facts",
    "record_quotes",
    "report_of",
    "rules_of",
    "validate",
    "write_files",
]

STAGES = ("ontology", "facts", "quotes", "claims", "inference", "analysis", "validation", "files")


def build(
    seeds: Path,
    out: Path,
    documents: Path | None = None,
    resources: Resources | None = None,
    progress: Progress = lambda stage: None,
    way: Way = USUAL,
) -> tuple[Graph, Report]:
    """Reads the tables in `seeds` and leaves the graph and its views in `out`.

    Raises InputError for bad input and CallError where `out` is not kg's to replace; nothing is written then.
    Violations are no error: the files are written, and the report lists them.
    """
    check_replaceable(out)
    resources = resources or Resources.current()
    with locked(out):
        recover(out)
        if way.large or (way.large is None and facts_size(seeds) > LARGE_BYTES):
            return build_large(seeds, out, documents, resources, progress, way)
        graph = make_graph(seeds, documents, resources, progress, way)
        progress("files")
        report = report_of(graph)
        replace_folder(out, lambda folder: write_files(graph, report, folder, documents))
    return graph, report


LARGE_BYTES = 4_000_000
"""From this size of the tables of facts on (some 40,000 facts) a build streams."""


def facts_size(seeds: Path) -> int:
    """The bytes of a folder's tables of facts."""
    return sum(path.stat().st_size for path in tables_of_facts(seeds))


def build_large(
    seeds: Path, out: Path, documents: Path | None, resources: Resources, progress: Progress, way: Way
) -> tuple[Graph, Report]:
    """The same by several processes, facts streaming through; the last build is brought up to date if it can be."""
    from kg.large.building import LargeBuild

    made: list[tuple[Graph, Report]] = []

    def write(folder: Path) -> None:
        graph, report = LargeBuild(seeds, out, folder, documents, resources, progress, way).write()
        made.append((replace(graph, store=new_store((), ())), report))

    collects = gc.isenabled()
    try:
        replace_folder(out, write)
    finally:
        (gc.enable if collects else gc.disable)()
        gc.unfreeze()
        gc.collect()  # a store is closed when nothing leads to it any more, and catalogues lead to themselves
    ((graph, report),) = made
    return replace(graph, store=open_store(out)), report


def make_graph(
    seeds: Path,
    documents: Path | None = None,
    resources: Resources | None = None,
    progress: Progress = lambda stage: None,
    way: Way = USUAL,
) -> Graph:
    """Facts to claims, claims to RDF, inference, analysis and validation; nothing is written."""
    resources = resources or Resources.current()
    progress("ontology")
    ontology = resources.read_ontology()
    progress("facts")
    project = read_facts(seeds, documents, ontology, progress)
    progress("claims")
    claims = to_claims(project.facts, project.sources, ontology.schema)
    store = new_store(skolemise(ontology.triples), ())
    load_lines(store, to_lines(project, claims.claims, Mapper(ontology.schema)))
    if not way.inference:
        from kg.rdf.validation import Verdict

        check_supported(ontology.triples)
        return Graph(ontology, project, claims, store, (), {}, Verdict((), 0), way)
    axioms = compile_axioms(ontology)
    rules = (*axioms.rules, *read_rules(ontology.rules_folders))
    ranking = _conclude(store, ontology, rules, progress)
    progress("validation")
    verdict = validate(store, project, ontology, axioms, rules, resources)
    return Graph(ontology, project, claims, store, rules, ranking, verdict, way)


def fill_store(
    ontology: Ontology,
    quads: Iterable[Quad],
    rules: Sequence[Rule],
    progress: Progress = lambda stage: None,
) -> tuple[Store, dict[Measure, list[Score]]]:
    """A store in memory with these asserted and claim quads, and what rules and analyses make of them."""
    store = new_store(skolemise(ontology.triples), quads)
    return store, _conclude(store, ontology, rules, progress)


def _conclude(
    store: Store, ontology: Ontology, rules: Sequence[Rule], progress: Progress
) -> dict[Measure, list[Score]]:
    """Adds what follows, and then what analyses find; the rankings."""
    progress("inference")
    from kg.rdf.inference import infer  # takes time that a build without it need not spend

    infer(store, rules)
    progress("analysis")
    from kg.network.analysis import analyse

    results, ranking = analyse(Catalogue(store, ontology))
    store.extend(quads_of(results))
    return ranking


def as_of(catalogue: Catalogue, day: dt.date) -> tuple[Catalogue, int]:
    """The graph as of a day, in memory: only the claims that hold then, inference and analyses included.

    With it, the number of claims that were left out since nobody knows whether they held.
    """
    view = validity.as_of(catalogue.claims.values(), day, catalogue.schema)
    ontology = catalogue.ontology
    told = (quad for claim in view.claims for quad in claim_quads(claim, catalogue.schema))
    store, _ = fill_store(ontology, (*catalogue.timeless_quads(), *told), rules_of(ontology))
    return Catalogue(store, ontology), view.unknown


@lru_cache(maxsize=1)
def rules_of(ontology: Ontology) -> tuple[Rule, ...]:
    """What inference goes by, axioms and rules, compiled once: that takes longer than to fill a small store."""
    return (*compile_axioms(ontology).rules, *read_rules(ontology.rules_folders))


def read_facts(
    seeds: Path, documents: Path | None, ontology: Ontology, progress: Progress = lambda stage: None
) -> Project:
    """The tables of a folder, with their quotes located in `documents` or vouched for by `quotes.csv`."""
    problems: list[Problem] = []
    project = gather_project(seeds, ontology.schema, ontology.shapes, problems)
    progress("quotes")
    recorded = quotes.gather_recorded(seeds, problems)
    facts = list(project.facts)
    notes: tuple[Problem, ...] = ()
    if documents is not None:
        texts = quotes.read_documents(project.sources.values(), documents, problems)
        notes = quotes.check_unchanged(project, texts, recorded, problems)
        facts = quotes.locate(facts, texts, problems)
    if problems:
        raise InputError((*problems, *notes))
    return replace(project, facts=tuple(quotes.apply_recorded(facts, recorded)), notes=notes)


def record_quotes(seeds: Path, documents: Path, resources: Resources) -> str:
    """The text of `quotes.csv` for the tables in `seeds`, every quote found in `documents`.

    Raises InputError with each that is not there.
    """
    ontology = resources.read_ontology()
    problems: list[Problem] = []
    project = gather_project(seeds, ontology.schema, ontology.shapes, problems)
    texts = quotes.read_documents(project.sources.values(), documents, problems)
    facts = quotes.locate(project.facts, texts, problems)
    if problems:
        raise InputError(problems)
    return quotes.recorded_table(facts, texts)


def validate(
    store: Store,
    project: Project,
    ontology: Ontology,
    axioms: Axioms,
    rules: tuple[Rule, ...],
    resources: Resources,
) -> Verdict:
    """Shapes, checks and contradictions, in one list."""
    from kg.rdf.validation import validate_shapes

    return judge(store, validate_shapes(store, ontology, project.exemptions), axioms, rules, resources)


def report_of(graph: Graph) -> Report:
    """What the build tells of itself."""
    triples = {name.value: len(graph_triples(graph.store, name)) for name in GraphName}
    told = Told.of(graph.project)
    counted = tally(graph.claims.claims, told.classes)
    schema, conflicts = graph.ontology.schema, graph.claims.conflicts
    facts = len(graph.project.facts)
    verdict, ranking = graph.verdict, graph.ranking
    missing = left_out(graph.way)
    return make_report(told, facts, counted, conflicts, schema, triples, verdict, ranking, missing)


def write_files(graph: Graph, report: Report, folder: Path, documents: Path | None = None) -> None:
    """Everything that a build leaves, into an empty folder; with `documents`, pages show quotes in their sentences."""
    store = graph.store
    write_turtle(graph.ontology.triples, folder / "ontology.ttl")
    for file, name in (
        ("graph.ttl", GraphName.ASSERTED),
        ("claims.ttl", GraphName.CLAIMS),
        ("inferred.ttl", GraphName.INFERRED),
        ("analysis.ttl", GraphName.ANALYSIS),
    ):
        write_turtle(graph_triples(store, name), folder / file)
    write_trig(store, folder / "dataset.trig")
    from kg.network.preparing import prepare

    catalogue = prepare(graph.catalogue, folder)
    if graph.way.inference:
        from kg.views.pages import write_pages

        write_pages(catalogue, folder, documents)
    write_store(store, folder / STORE_FOLDER)
    report.write(folder / REPORT_FILE)
