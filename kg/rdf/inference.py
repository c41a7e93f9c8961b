"""Running the rules in the store until nothing new follows, and looking for what cannot be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, QuerySolutions

from kg.rdf.closure import Axioms
from kg.rdf.rules import Rule, named
from kg.rdf.store import Dataset, graph_size
from kg.rdf.vocabulary import GraphName, prologue


@dataclass(frozen=True)
class Contradiction:
    """A thing that is of two classes which share nothing."""

    node: NamedNode
    first: NamedNode
    second: NamedNode


def infer(store: Dataset, rules: Sequence[Rule], node_of: Callable[[GraphName], NamedNode] = named) -> int:
    """The number of triples in the inferred graph once no rule adds to it any more.

    Reads the asserted, claims and inferred graphs and writes the inferred one, `node_of` saying what those are called
    in the store. All is SPARQL 1.1, so that a remote store can do the same.
    """
    updates = [rule.update(node_of) for rule in rules]
    inferred = node_of(GraphName.INFERRED)
    before, count = -1, graph_size(store, inferred)
    while count != before:
        for update in updates:
            store.update(update)
        before, count = count, graph_size(store, inferred)
    return count


def contradictions(store: Dataset, axioms: Axioms) -> list[Contradiction]:
    """Each thing that is, asserted or inferred, of two disjoint classes; sorted."""
    rows = "\n".join(f"({first} {second})" for first, second in axioms.disjoint)
    if not rows:
        return []
    pattern = f"VALUES (?c ?d) {{\n{rows}\n}}\n?x a ?c . ?x a ?d ."
    query = f"{prologue()}SELECT ?x ?c ?d WHERE {{\n{pattern}\n}} ORDER BY ?x ?c ?d"
    answer = store.query(query, default_graph=[GraphName.ASSERTED.node, GraphName.INFERRED.node])
    assert isinstance(answer, QuerySolutions)
    found = []
    for row in answer:
        node, first, second = row["x"], row["c"], row["d"]
        assert isinstance(node, NamedNode) and isinstance(first, NamedNode) and isinstance(second, NamedNode)
        found.append(Contradiction(node, first, second))
    return found
