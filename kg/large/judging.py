"""What is judged and shown of a store that nobody writes to, as functions that any process can run.

Each opens the store for itself: in one process, threads that ask a store hardly work beside one another, since each row
of an answer waits for the interpreter. Each reads the ontology too: jobs are made into bytes by a thread, meanwhile an
ontology would be filled with what is asked of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import Quad

from kg.facts.model import Exemption
from kg.large import state
from kg.large.pieces import Setup
from kg.made import find_contradictions
from kg.rdf.catalogue import Catalogue
from kg.rdf.closure import compile_axioms
from kg.rdf.index import open_index
from kg.rdf.queries import NamedQuery
from kg.rdf.rules import read_rules
from kg.rdf.store import open_store
from kg.rdf.validation import Verdict, Violation, run_checks, validate_change, validate_shapes
from kg.resources import Resources


@dataclass(frozen=True)
class Judged:
    """The folder of a build, and what it is judged by."""

    folder: Path
    resources: Resources
    exemptions: tuple[Exemption, ...]
    change: tuple[Quad, ...] | None
    """All quads in which the store differs from the last one; None where it was made anew."""


def judge(setup: Setup, job: Judged) -> Verdict:
    """What shapes find, and contradictions."""
    store, ontology = open_store(job.folder), job.resources.read_ontology()
    before = state.read_shapes(setup.before, job.exemptions) if setup.before is not None else None
    if before is None or job.change is None:
        shapes = validate_shapes(store, ontology, job.exemptions)
    else:
        shapes = validate_change(store, ontology, job.exemptions, before, job.change)
    state.write_shapes(setup.state, shapes, job.exemptions)
    axioms = compile_axioms(ontology)
    rules = (*axioms.rules, *read_rules(ontology.rules_folders))
    impossible = find_contradictions(store, axioms, rules)
    return replace(shapes, violations=(*shapes.violations, *impossible))


def check(setup: Setup, job: tuple[Path, Sequence[NamedQuery]]) -> list[Violation]:
    """What checks find in the build in a folder, one after the other."""
    folder, queries = job
    return run_checks(open_store(folder), queries)


@dataclass(frozen=True)
class Shown:
    """A page of the build in a folder, by its file's name."""

    name: str
    folder: Path
    resources: Resources
    documents: Path | None


def show(setup: Setup, job: Shown) -> None:
    """Writes the page."""
    from kg.views.page import write_page
    from kg.views.pages import page_of

    catalogue = Catalogue(open_store(job.folder), job.resources.read_ontology(), open_index(job.folder))
    write_page(job.folder / job.name, page_of(catalogue, job.name, job.documents))
