"""What a build makes, and what it is judged by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from pyoxigraph import Store

from kg.facts.claims import Claims
from kg.facts.model import Project
from kg.rdf.catalogue import Catalogue
from kg.rdf.closure import Axioms
from kg.rdf.explain import Explainer
from kg.rdf.ontology import Ontology
from kg.rdf.rules import Rule
from kg.rdf.vocabulary import TYPE
from kg.resources import Resources

if TYPE_CHECKING:
    from kg.network.centrality import Measure, Score
    from kg.rdf.validation import Verdict, Violation

Progress = Callable[[str], None]
"""Called with the name of each stage as it begins."""
_NO_INFERENCE = "it was built without inference"


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


USUAL = Way()
"""By the size of the tables, on all processors."""


@dataclass(frozen=True)
class Graph:
    """All that a build holds in memory before it writes; of a large one, all but its things, facts and claims."""

    ontology: Ontology
    project: Project
    claims: Claims
    store: Store
    rules: tuple[Rule, ...]
    ranking: Mapping[Measure, list[Score]]
    verdict: Verdict
    way: Way = USUAL

    @cached_property
    def catalogue(self) -> Catalogue:
        """The store's content as things, sources and claims."""
        return Catalogue(self.store, self.ontology)


def left_out(way: Way) -> dict[str, str]:
    """What a build of this way leaves out."""
    if way.inference:
        return {}
    return dict.fromkeys(("inferred graph", "analyses", "validation", "pages"), _NO_INFERENCE)


def judge(
    store: Store,
    shapes: Verdict,
    axioms: Axioms,
    rules: tuple[Rule, ...],
    resources: Resources,
) -> Verdict:
    """What shapes found, and with it what checks and contradictions tell, in one list."""
    from kg.rdf.validation import check_queries, run_checks

    impossible = find_contradictions(store, axioms, rules)
    checks = run_checks(store, check_queries(resources.checks))
    return replace(shapes, violations=tuple(sorted((*shapes.violations, *checks, *impossible))))


def find_contradictions(store: Store, axioms: Axioms, rules: tuple[Rule, ...]) -> list[Violation]:
    """What cannot be, and the claims that it rests on."""
    from kg.rdf.inference import contradictions
    from kg.rdf.validation import contradiction_violation

    explainer = Explainer(store, rules)
    impossible = []
    for found in contradictions(store, axioms):
        reasons = [explainer.explain((found.node, TYPE, kind)) for kind in (found.first, found.second)]
        claims = sorted({key for reason in reasons if reason is not None for key in reason.all_claims()})
        impossible.append(contradiction_violation(found, claims))
    return impossible
