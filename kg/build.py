"""The main job: facts to a graph that answers questions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from pyoxigraph import Quad, Store

from kg.facts import quotes, validity
from kg.facts.claims import Claims, to_claims
from kg.facts.model import Project
from kg.facts.problems import InputError, Problem
from kg.facts.reading import gather_project
from kg.folders import check_replaceable, locked, recover, replace_folder
from kg.network.analysis import analyse
from kg.network.centrality import Measure, Score
from kg.network.preparing import prepare
from kg.rdf.catalogue import Catalogue
from kg.rdf.closure import Axioms, compile_axioms
from kg.rdf.explain import Explainer
from kg.rdf.inference import contradictions, infer
from kg.rdf.mapping import claim_quads, to_quads
from kg.rdf.ontology import Ontology
from kg.rdf.rules import Rule, read_rules
from kg.rdf.serialise import skolemise, write_trig, write_turtle
from kg.rdf.store import REPORT_FILE, STORE_FOLDER, graph_triples, new_store, write_store
from kg.rdf.validation import Verdict, check_queries, contradiction_violation, run_checks, validate_shapes
from kg.rdf.vocabulary import TYPE, GraphName
from kg.report import Report, make_report
from kg.resources import Resources

Progress = Callable[[str], None]
"""Called with the name of each stage as it begins."""

STAGES = ("ontology", "facts", "quotes", "claims", "inference", "analysis", "validation", "files")


@dataclass(frozen=True)
class Graph:
    """All that a build holds in memory before it writes."""

    ontology: Ontology
    project: Project
    claims: Claims
    store: Store
    rules: tuple[Rule, ...]
    ranking: Mapping[Measure, list[Score]]
    verdict: Verdict

    @cached_property
    def catalogue(self) -> Catalogue:
        """The store's content as things, sources and claims."""
        return Catalogue(self.store, self.ontology)


def build(
    seeds: Path,
    out: Path,
    documents: Path | None = None,
    resources: Resources | None = None,
    progress: Progress = lambda stage: None,
) -> tuple[Graph, Report]:
    """Reads the tables in `seeds` and leaves the graph and its views in `out`.

    Raises InputError for bad input and CallError where `out` is not kg's to replace; nothing is written then.
    Violations are no error: the files are written, and the report lists them.
    """
    check_replaceable(out)
    with locked(out):
        recover(out)
        graph = make_graph(seeds, documents, resources or Resources.current(), progress)
        progress("files")
        report = report_of(graph)
        replace_folder(out, lambda folder: write_files(graph, report, folder, documents))
    return graph, report


def make_graph(
    seeds: Path,
    documents: Path | None = None,
    resources: Resources | None = None,
    progress: Progress = lambda stage: None,
) -> Graph:
    """Facts to claims, claims to RDF, inference, analysis and validation; nothing is written."""
    resources = resources or Resources.current()
    progress("ontology")
    ontology = resources.read_ontology()
    progress("facts")
    project = read_facts(seeds, documents, ontology, progress)
    progress("claims")
    claims = to_claims(project.facts, project.sources, ontology.schema)
    axioms = compile_axioms(ontology)
    rules = (*axioms.rules, *read_rules(ontology.rules_folders))
    store, ranking = fill_store(ontology, to_quads(project, claims.claims, ontology.schema), rules, progress)
    progress("validation")
    verdict = validate(store, project, ontology, axioms, rules, resources)
    return Graph(ontology, project, claims, store, rules, ranking, verdict)


def fill_store(
    ontology: Ontology,
    quads: Iterable[Quad],
    rules: Sequence[Rule],
    progress: Progress = lambda stage: None,
) -> tuple[Store, dict[Measure, list[Score]]]:
    """A store in memory with these asserted and claim quads, and what rules and analyses make of them."""
    store = new_store(skolemise(ontology.triples), quads)
    progress("inference")
    infer(store, rules)
    progress("analysis")
    results, ranking = analyse(Catalogue(store, ontology))
    store.extend(results)
    return store, ranking


def as_of(catalogue: Catalogue, day: dt.date) -> tuple[Catalogue, int]:
    """The graph as of a day, in memory: only the claims that hold then, inference and analyses included.

    With it, the number of claims that were left out since nobody knows whether they held.
    """
    view = validity.as_of(catalogue.claims.values(), day, catalogue.schema)
    ontology = catalogue.ontology
    told = (quad for claim in view.claims for quad in claim_quads(claim, catalogue.schema))
    store, _ = fill_store(ontology, (*catalogue.timeless_quads(), *told), _rules(ontology))
    return Catalogue(store, ontology), view.unknown


@lru_cache(maxsize=1)
def _rules(ontology: Ontology) -> tuple[Rule, ...]:
    """What inference goes by: compiled once for many days, since that takes longer than to fill a small store."""
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
    verdict = validate_shapes(store, ontology, project.exemptions)
    explainer = Explainer(store, rules)
    impossible = []
    for found in contradictions(store, axioms):
        reasons = [explainer.explain((found.node, TYPE, kind)) for kind in (found.first, found.second)]
        claims = sorted({key for reason in reasons if reason is not None for key in reason.all_claims()})
        impossible.append(contradiction_violation(found, claims))
    checks = run_checks(store, check_queries(resources.checks))
    return Verdict(tuple(sorted((*verdict.violations, *checks, *impossible))), verdict.excused)


def report_of(graph: Graph) -> Report:
    """What the build tells of itself."""
    triples = {name.value: len(graph_triples(graph.store, name)) for name in GraphName}
    return make_report(graph.project, graph.claims, graph.ontology.schema, triples, graph.verdict, graph.ranking)


def write_files(graph: Graph, report: Report, folder: Path, documents: Path | None = None) -> None:
    """Everything that a build leaves, into an empty folder; with `documents`, pages show quotes in their sentences."""
    from kg.views.pages import write_pages

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
    write_pages(prepare(graph.catalogue, folder), folder, documents)
    write_store(store, folder / STORE_FOLDER)
    report.write(folder / REPORT_FILE)
