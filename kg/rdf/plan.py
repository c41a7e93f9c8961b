"""How rules are run over a store: which as clauses over arrays, which as queries, and what passes between the two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, Store, Variable

from kg.rdf.clauses import Clause, Program, clauses_of
from kg.rdf.patterns import Pattern
from kg.rdf.relations import Delta, Key, Node, Numbers, Terms, firsts, key_of, seconds, sorted_unique
from kg.rdf.rules import Rule, named, pattern_text
from kg.rdf.store import Dataset
from kg.rdf.vocabulary import TYPE, GraphName, prologue

Statement = tuple[NamedNode, NamedNode, Node]
Names = Callable[[GraphName], NamedNode]
"""What the graphs are called in a store."""
BATCH = 1_000
"""How many values are looked up in one query; with ten times as many, Oxigraph goes over all triples instead."""
_FEW = 200_000


@dataclass(frozen=True)
class Plan:
    """How rules are run: as clauses; once, since they read nothing that rules write; or between the rounds."""

    program: Program
    outside: tuple[Rule, ...]
    between: tuple[Rule, ...]


def plan_of(rules: Sequence[Rule], terms: Terms, is_in_claims: Callable[[Key], bool]) -> Plan:
    """The plan for rules; `is_in_claims` tells whether the claims graph has triples of a relation."""
    written = {key for rule in rules for key in keys_of([rule.head], rule)}
    clauses: list[Clause] = []
    outside, between = [], []
    for rule in rules:
        if not rule.axioms and is_outside(rule, written):
            outside.append(rule)
            continue
        claimed = [key for key in keys_of(rule.body, rule) if key and is_in_claims(key)] if rule.reads_claims else []
        found = clauses_of(rule, terms, [key for key in claimed if key is not None])
        if found is None:
            between.append(rule)
        else:
            clauses += found
    return Plan(Program(clauses, terms), tuple(outside), tuple(between))


def is_outside(rule: Rule, written: Collection[Key | None]) -> bool:
    """Whether a rule reads nothing that any rule writes: neither in its body, nor in the tests of its filters."""
    if rule.tests is None or None in written:
        return False
    read = set(keys_of([*rule.body, *rule.tests], rule))
    return None not in read and not read & set(written)


def centre(rule: Rule) -> Variable | None:
    """The variable with which all patterns of a rule begin, so that each of its subjects stands for itself."""
    subjects = {pattern[0] for pattern in (*rule.body, *(rule.tests or ()))}
    [first, *more] = subjects
    return first if isinstance(first, Variable) and not more else None


def keys_of(patterns: Iterable[Pattern], rule: Rule) -> Iterator[Key | None]:
    """The relations of a rule's patterns, for each of its axioms; None for one that can be any."""
    for row in rule.axioms or ((),):
        values: dict[Variable, NamedNode] = dict(zip(rule.parameters, row, strict=True)) if row else {}
        for pattern in patterns:
            _, predicate, object_ = (values.get(atom, atom) if isinstance(atom, Variable) else atom for atom in pattern)
            known = isinstance(predicate, NamedNode) and (predicate != TYPE or isinstance(object_, NamedNode))
            yield key_of(predicate, object_) if known and isinstance(predicate, NamedNode) else None


def is_in_claims(store: Dataset, key: Key, node_of: Names) -> bool:
    """Whether the claims graph has triples of a relation."""
    object_ = f"<{key.class_}>" if key.class_ else "?o"
    answer = store.query(f"ASK {{ ?s {key.node} {object_} }}", default_graph=[node_of(GraphName.CLAIMS)])
    assert isinstance(answer, QueryBoolean)
    return bool(answer)


def read_relations(store: Store, plan: Plan, terms: Terms, node_of: Names) -> Delta:
    """What the store has of the relations that clauses speak of."""
    layers = {
        False: [node_of(GraphName.ASSERTED), node_of(GraphName.INFERRED)],
        True: [node_of(GraphName.CLAIMS)],
    }
    found: dict[Key, list[int]] = {key: [] for key in plan.program.keys}
    for predicate, claims in sorted({(key.predicate, key.claims) for key in found}):
        node = NamedNode(predicate)
        for graph in layers[claims]:
            for quad in store.quads_for_pattern(None, node, None, graph):
                subject, object_ = quad.subject, quad.object
                assert isinstance(subject, NamedNode) and isinstance(object_, NamedNode | Literal)
                pairs = found.get(key_of(node, object_, claims))
                if pairs is not None:
                    pairs.append(terms.pair(subject, object_))
    return {key: sorted_unique([np.array(pairs, dtype=np.int64)]) for key, pairs in found.items() if pairs}


def extension(store: Dataset, rule: Rule, node_of: Names = named) -> Iterator[Statement]:
    """A rule's conclusions, from all that the store holds.

    Begins with the pattern of the body that has the fewest triples: a store takes its own order from the form of the
    patterns alone, and would go over all claims for the few that are on somebody's behalf.
    """
    graphs = [node_of(name) for name in rule.graphs]
    counts = []
    for pattern in rule.body:
        text = f"SELECT (COUNT(*) AS ?n) WHERE {{ SELECT * WHERE {{ {pattern_text(pattern)} }} LIMIT {_FEW} }}"
        rows = store.query(text, default_graph=list(graphs))
        assert isinstance(rows, QuerySolutions)
        counts.append(int(next(rows)[0].value))
    fewest = min(range(len(counts)), key=counts.__getitem__)
    if counts[fewest] == 0:
        return
    if counts[fewest] == _FEW:
        yield from _conclusions(store, rule, graphs, "")
        return
    pattern = rule.body[fewest]
    variables = list(dict.fromkeys(atom for atom in pattern if isinstance(atom, Variable)))
    names = " ".join(map(str, variables))
    rows = store.query(f"SELECT {names or '*'} WHERE {{ {pattern_text(pattern)} }}", default_graph=list(graphs))
    assert isinstance(rows, QuerySolutions)
    values = iter([tuple(row[name.value] for name in variables) for row in rows])
    while batch := list(islice(values, BATCH)):
        rows_text = " ".join(f"({' '.join(map(str, row))})" for row in batch)
        yield from _conclusions(store, rule, graphs, f"VALUES ({names}) {{ {rows_text} }}" if names else "")


def news(store: Dataset, rule: Rule, node_of: Names) -> Iterator[Statement]:
    """A rule's conclusions that the store does not hold yet."""
    graphs = [node_of(name) for name in rule.graphs]
    return _conclusions(store, rule, graphs, "", f"FILTER NOT EXISTS {{ {pattern_text(rule.head)} }}")


def _conclusions(
    store: Dataset, rule: Rule, graphs: Sequence[NamedNode], before: str, after: str = ""
) -> Iterator[Statement]:
    names = dict.fromkeys(str(atom) for atom in rule.head if isinstance(atom, Variable))
    text = f"{prologue()}SELECT DISTINCT {' '.join(names) or '*'} WHERE {{\n{before}\n{rule.condition}\n{after}\n}}"
    rows = store.query(text, default_graph=list(graphs))
    assert isinstance(rows, QuerySolutions)
    for row in rows:
        subject, predicate, object_ = (row[atom.value] if isinstance(atom, Variable) else atom for atom in rule.head)
        if not isinstance(subject, NamedNode) or not isinstance(predicate, NamedNode):
            continue
        if isinstance(object_, NamedNode | Literal):
            yield subject, predicate, object_


def still_concluded(
    store: Dataset, rule: Rule, triples: Iterable[Statement], node_of: Names = named
) -> Iterator[Statement]:
    """Of these triples those that a rule concludes from what the store holds."""
    graphs = [node_of(name) for name in rule.graphs]
    names = list(dict.fromkeys(atom for atom in rule.head if isinstance(atom, Variable)))
    places = [rule.head.index(name) for name in names]
    matching = (
        triple
        for triple in triples
        if all(isinstance(atom, Variable) or atom == node for atom, node in zip(rule.head, triple, strict=True))
    )
    while batch := list(islice(matching, BATCH)):
        rows = " ".join(f"({' '.join(str(triple[place]) for place in places)})" for triple in batch)
        values = f"VALUES ({' '.join(map(str, names))}) {{ {rows} }}"
        yield from set(_conclusions(store, rule, graphs, values)).intersection(batch)


def relations_of(triples: Iterable[Statement], terms: Terms) -> Delta:
    """Triples as relations."""
    pairs: dict[Key, list[int]] = defaultdict(list)
    for subject, predicate, object_ in triples:
        pairs[key_of(predicate, object_)].append(terms.pair(subject, object_))
    return {key: np.unique(np.array(numbers, dtype=np.int64)) for key, numbers in pairs.items()}


def quads_of(relations: Mapping[Key, Numbers], terms: Terms, graph: NamedNode) -> Iterator[Quad]:
    """The triples of relations, in one graph, relation by relation."""
    nodes = terms.nodes
    for key, pairs in sorted(relations.items()):
        predicate = key.node
        for subject, object_ in zip(firsts(pairs).tolist(), seconds(pairs).tolist(), strict=True):
            yield Quad(nodes[subject], predicate, nodes[object_], graph)
