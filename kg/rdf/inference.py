"""Running the rules until nothing new follows, and looking for what cannot be.

In the embedded store what rules read is taken out as arrays, closed there (`kg.rdf.clauses`), and what follows is
loaded as one graph: Oxigraph's own updates write one triple at a time and look up every name that they read. A rule
that is no Horn clause over known predicates is asked as SPARQL in between. A remote store runs all rules as updates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from pyoxigraph import NamedNode, QuerySolutions, Store

from kg.rdf.clauses import Program
from kg.rdf.closure import Axioms
from kg.rdf.plan import (
    Names,
    extension,
    is_in_claims,
    news,
    plan_of,
    quads_of,
    read_relations,
    relations_of,
)
from kg.rdf.relations import NOTHING, Delta, MemoryRelations, Terms, sorted_unique
from kg.rdf.rules import Rule, named
from kg.rdf.store import Dataset, graph_size
from kg.rdf.vocabulary import GraphName


@dataclass(frozen=True)
class Contradiction:
    """A thing that is of two classes which share nothing."""

    node: NamedNode
    first: NamedNode
    second: NamedNode


def infer(store: Dataset, rules: Sequence[Rule], node_of: Names = named) -> int:
    """The number of triples in the inferred graph once no rule adds to it any more.

    Reads the asserted, claims and inferred graphs and writes the inferred one, `node_of` saying what those are called
    in the store.
    """
    if isinstance(store, Store):
        _infer_in_arrays(store, rules, node_of)
    else:
        _infer_by_updates(store, rules, node_of)
    return graph_size(store, node_of(GraphName.INFERRED))


def _infer_by_updates(store: Dataset, rules: Sequence[Rule], node_of: Names) -> None:
    """Rule after rule until a round adds nothing; all is SPARQL 1.1."""
    updates = [rule.update(node_of) for rule in rules]
    inferred = node_of(GraphName.INFERRED)
    before, count = -1, graph_size(store, inferred)
    while count != before:
        for update in updates:
            store.update(update)
        before, count = count, graph_size(store, inferred)


def _infer_in_arrays(store: Store, rules: Sequence[Rule], node_of: Names) -> None:
    terms = Terms()
    plan = plan_of(rules, terms, lambda key: is_in_claims(store, key, node_of))
    known = MemoryRelations()
    written = read_relations(store, plan, terms, node_of)
    once = [relations_of(extension(store, rule, node_of), terms) for rule in plan.outside]
    delta = together([written, *once])
    while delta:
        new = close(plan.program, known, delta, written)
        store.bulk_extend(quads_of(new, terms, node_of(GraphName.INFERRED)))
        written = dict(known.pairs)
        between = together(relations_of(news(store, rule, node_of), terms) for rule in plan.between)
        delta = known.fresh({key: [pairs] for key, pairs in between.items()})


def close(program: Program, known: MemoryRelations, delta: Delta, written: Delta) -> Delta:
    """What of the simple layer is not among what is written, once all that follows from `delta` is known."""
    while delta:
        known.add(delta)
        delta = known.fresh(program.follow(delta, known))
    new = {key: pairs for key, pairs in known.pairs.items() if not key.claims}
    for key in new.keys() & written.keys():  # which is a part of what is known
        new[key] = np.setdiff1d(new[key], written[key], assume_unique=True)
    return new


def together(deltas: Iterable[Delta]) -> Delta:
    """The pairs of all, relation by relation."""
    listed = list(deltas)
    keys = {key for delta in listed for key in delta}
    return {key: sorted_unique(delta.get(key, NOTHING) for delta in listed) for key in keys}


def contradictions(store: Dataset, axioms: Axioms) -> list[Contradiction]:
    """Each thing that is, asserted or inferred, of two disjoint classes; sorted."""
    # The things of each class once, since most classes are in several pairs, and nearly all pairs share nothing.
    classes = {class_ for pair in axioms.disjoint for class_ in pair}
    things = {class_: _things_of(store, class_) for class_ in classes}
    found = [
        Contradiction(NamedNode(iri), first, second)
        for first, second in axioms.disjoint
        for iri in things[first] & things[second]
    ]
    return sorted(found, key=lambda item: (item.node.value, item.first.value, item.second.value))


def _things_of(store: Dataset, class_: NamedNode) -> set[str]:
    """The IRIs of what is, asserted or inferred, of a class."""
    query = f"SELECT ?x WHERE {{ ?x a {class_} }}"
    rows = store.query(query, default_graph=[GraphName.ASSERTED.node, GraphName.INFERRED.node])
    assert isinstance(rows, QuerySolutions)
    return {node.value for row in rows if isinstance(node := row["x"], NamedNode)}
