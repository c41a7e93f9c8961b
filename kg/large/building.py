"""The build of a project too large for memory: the same files as `kg.build` leaves, made by several processes.

Facts are read, folded and mapped in shares and flow into the store and the files, what follows from them after them.
Then the network is analysed while the store is validated. Memory is bounded by the things, their names and their
ties, not by what is said of these.
"""

from __future__ import annotations

import gc
import shutil
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from pyoxigraph import RdfFormat, Store, parse

from kg.facts.claims import Claims
from kg.facts.model import Conflict
from kg.large import changes, files, judging, mapping, state, tables
from kg.large.bodies import Coming, WrittenBody, triples_of, written
from kg.large.mapping import Input
from kg.large.memory import give_back
from kg.large.pieces import Setup
from kg.large.updating import Change, Files
from kg.large.workers import Workers, processors
from kg.made import Graph, Progress, Way, left_out
from kg.network.analysis import analyse
from kg.network.centrality import Measure, Score
from kg.network.preparing import prepare
from kg.rdf.catalogue import Catalogue
from kg.rdf.closure import compile_axioms
from kg.rdf.descriptions import read_back
from kg.rdf.index import INDEX_FILE, open_index
from kg.rdf.inference import infer
from kg.rdf.line_inference import LinePlan, line_plan
from kg.rdf.maintenance import infer_change
from kg.rdf.rules import read_rules
from kg.rdf.serialise import write_turtle
from kg.rdf.store import REPORT_FILE, STORE_FOLDER, Loading, load_files, open_store
from kg.rdf.validation import Verdict, check_queries
from kg.rdf.vocabulary import GraphName
from kg.report import Report, Tally, Told, make_report
from kg.resources import Resources

CHECKS_AT_ONCE = 2
"""However many processors there are: a check may take a gigabyte at a million facts."""


class LargeBuild:
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
        self.rules = (*compile_axioms(self.ontology).rules, *read_rules(self.ontology.rules_folders))
        self.bodies: dict[GraphName, Sequence[WrittenBody | Coming | None]] = dict.fromkeys(GraphName, ())
        self.change: Change | None = None
        """How the store differs from the last one; None where this one is made anew."""
        self.files: Files | None = None
        """Those of the last build, where they can be brought up to date."""
        self.same = False
        """Whether index and pages are those of the last build."""
        self.pages: Sequence[Future[None]] = ()
        """Those that are being written."""
        self.found: Input
        """What the tables hold but for facts; once the index is written, without the things and their names."""

    def write(self) -> tuple[Graph, Report]:
        """Everything that a build leaves."""
        gc.disable()  # what is made up to the analyses stays; looking through it again and again takes a tenth
        try:
            return self._write()
        finally:
            gc.unfreeze()
            gc.enable()

    def _write(self) -> tuple[Graph, Report]:
        ontology, way, folder, progress = self.ontology, self.way, self.folder, self.progress
        work, kept = folder / ".work", folder / state.STATE_FOLDER
        work.mkdir()
        kept.mkdir()
        progress("facts")
        self.found = found = mapping.read_input(self.seeds, self.documents, ontology)
        gc.freeze()
        looks = state.looks_of(path for path in found.files if path.is_file())
        basis = state.basis(ontology, way.inference, self._texts())
        shares = self._shares_to_go_on_from(found, basis)
        before = self.last / state.STATE_FOLDER if shares is not None else None
        plan = line_plan(self.rules, ontology.schema) if way.inference and before is None else None
        setup = mapping.set_up(found, work, kept, before, shares, plan)
        with Workers(way.processes or processors(), setup) as workers:
            facts, counted, conflicts = self._load(found, setup, workers, plan)
            tables.write_rows(kept, self.seeds, found.files, looks, found.known)
            tables.write_others(kept, found.others)
            state.write_rest(kept, basis, setup.shares, found.known.classes, counted)
            self.same = self._is_same(found, setup)
            told = Told.of(found.project)
            del found, plan  # many texts; those of things are needed up to `_prepare`, which lets go of them
            give_back()
            ranking, verdict = self._conclude(setup, workers)
            progress("files")
            store = open_store(folder)
            triples = self._write_graphs(store, setup, workers)
            for page in self.pages:
                page.result()
        write_turtle(ontology.triples, folder / "ontology.ttl")
        shutil.rmtree(work)
        graph = Graph(ontology, self.found.project, Claims((), conflicts), store, self.rules, ranking, verdict, way)
        if not way.compress:
            state.write_files(kept, files.paths(folder), triples)
        schema, missing = ontology.schema, left_out(way)
        report = make_report(told, facts, counted, conflicts, schema, triples, verdict, ranking, missing)
        report.write(folder / REPORT_FILE)
        return graph, report

    def _is_same(self, found: Input, setup: Setup) -> bool:
        """Whether nothing that index and pages tell is other than in the last build."""
        if self.files is None or self.change is None or self.change.both or setup.before is None:
            return False
        return tables.read_others(setup.before) == found.others and tables.has_documents(setup.before, found.known)

    def _write_pages(self, workers: Workers[Setup]) -> list[Future[None]]:
        """The pages to come."""
        from kg.views.pages import PAGES

        if not self.same:
            pages = (judging.Shown(name, self.folder, self.resources, self.documents) for name in PAGES)
            return [workers.submit(judging.show, page) for page in pages]
        for name in PAGES:
            state.share_file(self.last / name, self.folder / name)
        return []

    def _write_graphs(self, store: Store, setup: Setup, workers: Workers[Setup]) -> Mapping[str, int]:
        """Writes the RDF files; how many triples each graph has."""
        if self.files is not None and self.change is not None:
            self.files.write(store, self.ontology, self.change)
            return self.files.triples
        bodies = {name: written(found) for name, found in self.bodies.items()}
        for name in GraphName:
            if not bodies[name]:
                bodies[name] = files.bodies_of_graph(store, name, setup, workers)
        files.write_graphs(bodies, setup, self.folder, compress=self.way.compress)
        return {name.value: sum(body.triples for body in bodies[name]) for name in GraphName}

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
        kept = self.last / state.STATE_FOLDER
        shares = None if self.way.full else state.read_shares(kept, basis)
        if shares is None or not (self.last / STORE_FOLDER).is_dir():
            return None
        old, new = state.read_classes(kept), found.known.classes
        return shares if all(old.get(key, name) == name for key, name in new.items()) else None

    def _load(
        self, found: Input, setup: Setup, workers: Workers[Setup], plan: LinePlan | None
    ) -> tuple[int, Tally, tuple[Conflict, ...]]:
        """What was counted of facts and claims; the store has all but analyses, and is closed again."""
        progress, path = self.progress, self.folder / STORE_FOLDER
        if setup.before is not None:
            progress("claims")
            changed = changes.find_changes(found, setup, workers)
            changes.copy_store(self.last / STORE_FOLDER, path)
            store = Store(str(path))
            self.change = changes.apply_changes(store, changed)
            if self.way.inference:
                progress("inference")
                inferred = infer_change(store, self.rules, self.change.added, self.change.removed)
                self.change += Change(inferred.added, inferred.removed)
            triples = None if self.way.compress else state.read_files(setup.before, files.paths(self.last))
            if triples is not None:
                self.files = Files(self.last, self.folder, triples)
            return changed.facts, changed.tally, changed.conflicts
        progress("claims")
        store = Store(str(path))
        loading = Loading(store)
        try:
            self.bodies[GraphName.ONTOLOGY] = files.load_ontology(self.ontology, setup, loading)
            mapped = mapping.map_facts(found, setup, workers, loading, plan, progress)
        finally:
            loading.finish()
        self.bodies.update(mapped.bodies)
        if self.way.inference and plan is None:
            progress("inference")
            infer(store, self.rules)
        return mapped.facts, mapped.tally, mapped.conflicts

    def _prepare(self, setup: Setup) -> Catalogue:
        """Writes what is looked up beside the store; analyses and pages read it too."""
        store = open_store(self.folder)
        if self.same:
            state.share_file(self.last / INDEX_FILE, self.folder / INDEX_FILE)
            catalogue = Catalogue(store, self.ontology, open_index(self.folder))
        else:
            things = {key: read_back(entity) for key, entity in sorted(self.found.project.entities.items())}
            catalogue = prepare(Catalogue(store, self.ontology), self.folder, things, mapping.relations(setup))
        self.found = replace(self.found, project=replace(self.found.project, entities={}))
        return catalogue

    def _conclude(self, setup: Setup, workers: Workers[Setup]) -> tuple[Mapping[Measure, list[Score]], Verdict]:
        """The index, analyses, validation and pages, in as many processes as there are.

        Checks may ask about analyses, and pages show them; shapes and contradictions know nothing of them, and are
        looked for meanwhile. The store is written to only while nobody reads it.
        """
        progress, change = self.progress, self.change
        if change is not None:  # what was not loaded in bulk lies in a log, which each reader would go through
            Store(str(self.folder / STORE_FOLDER)).flush()
        progress("analysis" if self.way.inference else "files")
        if not self.way.inference:
            self._prepare(setup)
            return {}, Verdict((), 0)
        judged = workers.submit(
            judging.judge,
            judging.Judged(self.folder, self.resources, self.found.project.exemptions, change.both if change else None),
        )
        ranking, lines = self._analyse(self._prepare(setup), setup)
        verdict = judged.result()
        if lines is not None:
            self._load_analysis(lines, setup, workers)
        progress("validation")
        give_back()
        queries = check_queries(self.resources.checks)
        checks = [
            workers.submit(judging.check, (self.folder, queries[first::CHECKS_AT_ONCE]))
            for first in range(CHECKS_AT_ONCE)
        ]
        self.pages = self._write_pages(workers)
        found = [violation for future in checks for violation in future.result()]
        return ranking, replace(verdict, violations=tuple(sorted((*verdict.violations, *found))))

    def _analyse(self, catalogue: Catalogue, setup: Setup) -> tuple[Mapping[Measure, list[Score]], Path | None]:
        """The rankings, and a file with them and all other results; None where the store has them from before."""
        assert catalogue.index is not None
        network = catalogue.index.checksum()
        ranking = state.read_ranking(setup.before, network) if setup.before is not None else None
        file = None
        if ranking is None:
            lines, ranking = analyse(catalogue)
            file = setup.folder / "analysis-quads"
            with file.open("w", encoding="utf-8", newline="\n") as out:
                out.writelines(lines)
            gc.enable()
        elif self.files is not None:
            self.files.keep(GraphName.ANALYSIS)
        state.write_ranking(setup.state, network, ranking)
        return ranking, file

    def _load_analysis(self, file: Path, setup: Setup, workers: Workers[Setup]) -> None:
        """Results go to the store; their Turtle is to come."""
        name = GraphName.ANALYSIS
        store = Store(str(self.folder / STORE_FOLDER))
        if self.files is not None:
            self.files.replace(store, name, triples_of(file.read_bytes(), setup.mapper.end(name)))
        else:
            self.bodies[name] = files.bodies_of_file(file, name, setup, workers)
            if self.change is None:
                load_files(store, [file])
            else:
                changes.replace_graph(store, name, parse(path=file, format=RdfFormat.N_QUADS))
        store.flush()
