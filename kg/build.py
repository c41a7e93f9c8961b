"""The main job: facts to a graph that answers questions."""

from __future__ import annotations

import datetime as dt
import gc
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Quad, Store

from kg.facts import quotes, validity
from kg.facts.claims import Claims, to_claims
from kg.facts.model import Conflict, Project
from kg.facts.problems import InputError, Problem
from kg.facts.reading import gather_project
from kg.folders import check_replaceable, locked, recover, replace_folder
from kg.network.analysis import analyse
from kg.network.centrality import Measure, Score
from kg.network.preparing import prepare
from kg.rdf.catalogue import Catalogue
from kg.rdf.closure import Axioms, compile_axioms
from kg.rdf.descriptions import read_back
from kg.rdf.explain import Explainer
from kg.rdf.inference import contradictions, infer
from kg.rdf.line_inference import LinePlan, line_plan
from kg.rdf.maintenance import infer_change
from kg.rdf.mapping import claim_quads, to_quads
from kg.rdf.ontology import Ontology
from kg.rdf.rules import Rule, read_rules
from kg.rdf.serialise import skolemise, write_trig, write_turtle
from kg.rdf.store import REPORT_FILE, STORE_FOLDER, Loading, graph_triples, new_store, open_store, write_store
from kg.rdf.validation import Verdict, check_queries, contradiction_violation, run_checks, validate_shapes
from kg.rdf.vocabulary import TYPE, GraphName
from kg.report import Report, Tally, make_report, tally
from kg.resources import Resources
from kg.streaming import Piece, Setup, WrittenBody
from kg.workers import Workers

if TYPE_CHECKING:
    from kg.large import Input

Progress = Callable[[str], None]
"""Called with the name of each stage as it begins."""

STAGES = ("ontology", "facts", "quotes", "claims", "inference", "analysis", "validation", "files")


@dataclass(frozen=True)
class Way:
    """How a build is made. Only `compress` and `inference` change what comes of it."""

    processes: int | None = None
    """How many processes a large build takes; None for as many as there are processors."""
    inference: bool = True
    """Without it nothing is inferred, analysed or validated."""
    compress: bool = False
    """Whether a large build leaves its RDF files gzipped."""
    full: bool = False
    """Whether a large build begins from nothing, though the last one could be brought up to date."""
    large: bool | None = None
    """Whether facts stream through several processes; None for by the size of the tables."""


@dataclass(frozen=True)
class Graph:
    """All that a build holds in memory before it writes; of a large one, all but its facts and claims."""

    ontology: Ontology
    project: Project
    claims: Claims
    store: Store
    rules: tuple[Rule, ...]
    ranking: Mapping[Measure, list[Score]]
    verdict: Verdict
    way: Way = Way()

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
    way: Way = Way(),
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
_NO_INFERENCE = "it was built without inference"


def facts_size(seeds: Path) -> int:
    """The bytes of a folder's tables of facts."""
    return sum(path.stat().st_size for path in (*seeds.glob("facts/*.csv"), *seeds.glob("imports/*/facts/*.csv")))


def build_large(
    seeds: Path, out: Path, documents: Path | None, resources: Resources, progress: Progress, way: Way
) -> tuple[Graph, Report]:
    """The same by several processes, facts streaming through; the last build is brought up to date if it can be."""
    made: list[tuple[Graph, Report]] = []

    def write(folder: Path) -> None:
        graph, report = _LargeBuild(seeds, out, folder, documents, resources, progress, way).write()
        made.append((replace(graph, store=new_store((), ())), report))

    try:
        replace_folder(out, write)
    finally:
        gc.collect()  # a store is closed when nothing leads to it any more, and catalogues lead to themselves
    ((graph, report),) = made
    return replace(graph, store=open_store(out)), report


class _LargeBuild:
    """One streaming build into a new folder, beside that of the last one."""

    def __init__(
        self,
        seeds: Path,
        last: Path,
        folder: Path,
        documents: Path | None,
        resources: Resources,
        progress: Progress,
        way: Way,
    ) -> None:
        self.seeds = seeds
        self.last = last
        self.folder = folder
        self.documents = documents
        self.resources = resources
        self.progress = progress
        self.way = way
        progress("ontology")
        self.ontology = resources.read_ontology()
        self.axioms = compile_axioms(self.ontology)
        self.rules = (*self.axioms.rules, *read_rules(self.ontology.rules_folders))
        self.bodies: dict[GraphName, Sequence[WrittenBody]] = dict.fromkeys(GraphName, ())
        self.relations: Sequence[Piece] = ()

    def write(self) -> tuple[Graph, Report]:
        """Everything that a build leaves."""
        from kg import large, state
        from kg.workers import processors

        ontology, way, folder, progress = self.ontology, self.way, self.folder, self.progress
        work, kept = folder / ".work", folder / state.STATE_FOLDER
        work.mkdir()
        kept.mkdir()
        progress("facts")
        found = large.read_input(self.seeds, self.documents, ontology)
        basis = state.basis(ontology, way.inference, self._texts())
        shares = self._shares_to_go_on_from(found, basis)
        before = self.last / state.STATE_FOLDER if shares is not None else None
        plan = line_plan(self.rules, ontology.schema) if way.inference and before is None else None
        setup = large.set_up(found, work, kept, before, shares, plan)
        with Workers(way.processes or processors(), setup) as workers:
            store, facts, counted, conflicts = self._load(found, setup, workers, plan)
            state.write_rest(kept, basis, setup.shares, found.known.classes, counted)
            catalogue = self._prepare(store, found, setup)
            ranking, verdict = self._conclude(catalogue, found.project)
            store.flush()
            progress("files")
            for name in GraphName:
                if not self.bodies[name]:
                    self.bodies[name] = large.bodies_of_graph(store, name, setup, workers)
        large.write_graphs(self.bodies, setup, folder, compress=way.compress)
        write_turtle(ontology.triples, folder / "ontology.ttl")
        shutil.rmtree(work)
        graph = Graph(ontology, found.project, Claims((), conflicts), store, self.rules, ranking, verdict, way)
        if way.inference:
            _write_pages(catalogue, folder, self.documents)
        triples = {name.value: sum(body.triples for body in self.bodies[name]) for name in GraphName}
        schema, missing = ontology.schema, left_out(way)
        report = make_report(found.project, facts, counted, conflicts, schema, triples, verdict, ranking, missing)
        report.write(folder / REPORT_FILE)
        return graph, report

    def _texts(self) -> list[Path]:
        """The files that decide what is inferred and checked."""
        resources = self.resources
        folders = (resources.ontology, resources.own_ontology, *resources.checks)
        return [
            path
            for folder in folders
            if folder is not None
            for path in folder.rglob("*")
            if path.suffix in (".ttl", ".rq")
        ]

    def _shares_to_go_on_from(self, found: Input, basis: str) -> int | None:
        """How many shares the last build kept; None where this one must begin anew."""
        from kg import state

        kept = self.last / state.STATE_FOLDER
        shares = None if self.way.full else state.read_shares(kept, basis)
        if shares is None or not (self.last / STORE_FOLDER).is_dir():
            return None
        old, new = state.read_classes(kept), found.known.classes
        return shares if all(old.get(key, name) == name for key, name in new.items()) else None

    def _load(
        self, found: Input, setup: Setup, workers: Workers[Setup], plan: LinePlan | None
    ) -> tuple[Store, int, Tally, tuple[Conflict, ...]]:
        """The store with all but analyses, and what was counted of facts and claims."""
        from kg import incremental, large

        progress, path = self.progress, self.folder / STORE_FOLDER
        if setup.before is not None:
            progress("claims")
            changed = incremental.find_changes(found, setup, workers)
            incremental.copy_store(self.last / STORE_FOLDER, path)
            store = Store(str(path))
            added, removed = incremental.apply_changes(store, changed)
            if self.way.inference:
                progress("inference")
                infer_change(store, self.rules, added, removed)
                store.clear_graph(GraphName.ANALYSIS.node)
            return store, changed.facts, changed.tally, changed.conflicts
        progress("claims")
        store = Store(str(path))
        loading = Loading(store)
        try:
            self.bodies[GraphName.ONTOLOGY] = large.load_ontology(self.ontology, setup, loading)
            mapped = large.map_facts(found, setup, workers, loading, plan, progress)
        finally:
            loading.finish()
        self.bodies.update(mapped.bodies)
        if self.way.inference and plan is None:
            progress("inference")
            infer(store, self.rules)
        self.relations = mapped.relations
        return store, mapped.facts, mapped.tally, mapped.conflicts

    def _prepare(self, store: Store, found: Input, setup: Setup) -> Catalogue:
        """Writes what is looked up beside the store; analyses and pages read it too."""
        from kg import large

        things = {key: read_back(entity) for key, entity in sorted(found.project.entities.items())}
        told = large.relations(self.relations, setup) if self.relations else None
        return prepare(Catalogue(store, self.ontology), self.folder, things, told)

    def _conclude(self, catalogue: Catalogue, project: Project) -> tuple[Mapping[Measure, list[Score]], Verdict]:
        """Analyses, which go to the store, and validation."""
        if not self.way.inference:
            return {}, Verdict((), 0)
        self.progress("analysis")
        store = catalogue.store
        assert isinstance(store, Store)
        results, ranking = analyse(catalogue)
        store.bulk_extend(results)
        self.progress("validation")
        return ranking, validate(store, project, self.ontology, self.axioms, self.rules, self.resources)


def left_out(way: Way) -> dict[str, str]:
    """What a build of this way leaves out."""
    if way.inference:
        return {}
    return dict.fromkeys(("inferred graph", "analyses", "validation", "pages"), _NO_INFERENCE)


def _write_pages(catalogue: Catalogue, folder: Path, documents: Path | None) -> None:
    """The pages, which rest on what is inferred."""
    from kg.views.pages import write_pages

    write_pages(catalogue, folder, documents)


def make_graph(
    seeds: Path,
    documents: Path | None = None,
    resources: Resources | None = None,
    progress: Progress = lambda stage: None,
    way: Way = Way(),
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
    told = to_quads(project, claims.claims, ontology.schema)
    if not way.inference:
        store = new_store(skolemise(ontology.triples), told)
        return Graph(ontology, project, claims, store, rules, {}, Verdict((), 0), way)
    store, ranking = fill_store(ontology, told, rules, progress)
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
    return replace(verdict, violations=tuple(sorted((*verdict.violations, *checks, *impossible))))


def report_of(graph: Graph) -> Report:
    """What the build tells of itself."""
    triples = {name.value: len(graph_triples(graph.store, name)) for name in GraphName}
    classes = {key: entity.class_name for key, entity in graph.project.entities.items()}
    counted = tally(graph.claims.claims, classes)
    schema, conflicts = graph.ontology.schema, graph.claims.conflicts
    facts = len(graph.project.facts)
    verdict, ranking = graph.verdict, graph.ranking
    missing = left_out(graph.way)
    return make_report(graph.project, facts, counted, conflicts, schema, triples, verdict, ranking, missing)


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
    catalogue = prepare(graph.catalogue, folder)
    if graph.way.inference:
        _write_pages(catalogue, folder, documents)
    write_store(store, folder / STORE_FOLDER)
    report.write(folder / REPORT_FILE)
