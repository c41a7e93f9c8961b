"""Running the rules in the store until nothing new follows, and looking for what cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, QuerySolutions, Store

from kg.rdf.closure import Axioms
from kg.rdf.rules import Rule
from kg.rdf.vocabulary import GraphName, prologue


@dataclass(frozen=True)
class Contradiction:
    """A thing that is of two classes which share nothing."""

    node: NamedNode
    first: NamedNode
    second: NamedNode


def infer(store: Store, rules: Sequence[Rule]) -> int:
    """The number of triples in the inferred graph once no rule adds to it any more.

    Reads the asserted, claims and inferred graphs and writes the inferred one. All is SPARQL 1.1 Update, so that
    a remote store can do the same.
    """
    updates = [rule.update() for rule in rules]
    before, count = -1, _inferred(store)
    while count != before:
        for update in updates:
            store.update(update)
        before, count = count, _inferred(store)
    return count


def _inferred(store: Store) -> int:
    return sum(1 for _ in store.quads_for_pattern(None, None, None, GraphName.INFERRED.node))


def contradictions(store: Store, axioms: Axioms) -> list[Contradiction]:
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
