"""Why a triple is in the graph: the claims that say it, or the rule and its premises, down to claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, QuerySolution, QuerySolutions, Variable

from kg.rdf.patterns import Atom, Pattern
from kg.rdf.queries import bind
from kg.rdf.rules import Rule
from kg.rdf.store import Dataset
from kg.rdf.vocabulary import CLAIM, RDF, GraphName, term

Node = NamedNode | Literal
Statement = tuple[NamedNode, NamedNode, Node]
_MAXIMAL_DEPTH = 12
_PARTS = tuple(NamedNode(RDF + name) for name in ("subject", "predicate", "object"))


@dataclass(frozen=True)
class Reason:
    """Why one triple holds.

    Either a row of the tables says so (`rule` is None; `claims` holds the keys of its claims, none for types and
    names, which need no evidence), or `rule` draws it from `premises`.
    """

    statement: Statement
    rule: Rule | None
    claims: tuple[str, ...]
    premises: tuple[Reason, ...]

    @property
    def is_about_a_claim(self) -> bool:
        """Whether the triple is one of the claim layer, about a claim and not about a thing."""
        return self.statement[0].value.startswith(CLAIM)

    def all_claims(self) -> list[str]:
        """The keys of all claims that the triple rests on, sorted."""
        return sorted({*self.claims, *(key for premise in self.premises for key in premise.all_claims())})


class Explainer:
    """Finds a shortest reason for triples of one store, which must not change meanwhile."""

    def __init__(self, store: Dataset, rules: Sequence[Rule]) -> None:
        self._store = store
        self._rules = rules
        self._queries = {rule.name: rule.query() for rule in rules}
        self._found: dict[Statement, tuple[int, Reason]] = {}
        self._searched: dict[Statement, int] = {}
        self._derived: dict[tuple[Statement, str], list[tuple[Statement, ...]]] = {}

    def explain(self, statement: Statement) -> Reason | None:
        """Why `statement` is in the graph; None if it is not, or if only the ontology says it."""
        return self._reason(statement, _MAXIMAL_DEPTH) if self._holds(statement) else None

    def claims(self, statement: Statement) -> tuple[str, ...]:
        """The keys of the claims on account of which the simple layer has this triple."""
        # The subject comes first: a thing has thousands of claims at most, a predicate may have millions.
        subject, predicate, object_ = (f"?claim {part} {node} ." for part, node in zip(_PARTS, statement, strict=True))
        text = f"SELECT ?claim WHERE {{ {{ SELECT ?claim WHERE {{ {subject} {object_} }} }} {predicate} }}"
        rows = self._store.query(text, default_graph=GraphName.CLAIMS.node)
        assert isinstance(rows, QuerySolutions)
        found = {row["claim"] for row in rows}
        claims = {node for node in found if isinstance(node, NamedNode) and self._is_asserted(node)}
        return tuple(sorted(node.value.removeprefix(CLAIM) for node in claims))

    def _is_asserted(self, claim: NamedNode) -> bool:
        graph = GraphName.CLAIMS.node
        return (
            Quad(claim, term("status"), term("stated"), graph) in self._store
            and Quad(claim, term("rank"), term("deprecatedRank"), graph) not in self._store
            and not any(self._store.quads_for_pattern(None, term("supersedes"), claim, graph))
        )

    def _holds(self, statement: Statement, *names: GraphName) -> bool:
        graphs = names or (GraphName.ASSERTED, GraphName.CLAIMS, GraphName.INFERRED)
        return any(Quad(*statement, name.node) in self._store for name in graphs)

    def _reason(self, statement: Statement, depth: int) -> Reason | None:
        """A shortest reason of at most `depth` rules on top of each other.

        A premise of a shortest reason cannot rest on what it is a premise of, so going round in circles ends where
        the depth does; what was once searched is kept, so that it is searched once.
        """
        if self._holds(statement, GraphName.ASSERTED):
            return Reason(statement, None, self.claims(statement), ())
        if self._holds(statement, GraphName.CLAIMS):
            subject = statement[0].value
            return Reason(statement, None, (subject.removeprefix(CLAIM),) if subject.startswith(CLAIM) else (), ())
        if statement in self._found:
            height, reason = self._found[statement]
            return reason if height <= depth else None
        for height in range(self._searched.get(statement, 0) + 1, depth + 1):
            for rule, premises in self._derivations(statement):
                reasons = self._reasons(premises, height - 1)
                if reasons is not None:
                    self._found[statement] = height, Reason(statement, rule, (), reasons)
                    return self._found[statement][1]
            self._searched[statement] = height
        return None

    def _reasons(self, premises: Sequence[Statement], depth: int) -> tuple[Reason, ...] | None:
        reasons = []
        for premise in premises:
            reason = self._reason(premise, depth)
            if reason is None:
                return None
            reasons.append(reason)
        return tuple(reasons)

    def _derivations(self, statement: Statement) -> Iterator[tuple[Rule, tuple[Statement, ...]]]:
        """Each rule that can give the statement, with the triples it would rest on."""
        for rule in self._rules:
            key = statement, rule.name
            if key not in self._derived:
                self._derived[key] = self._premises(statement, rule)
            for premises in self._derived[key]:
                yield rule, premises

    def _premises(self, statement: Statement, rule: Rule) -> list[tuple[Statement, ...]]:
        values = _match(rule.head, statement)
        if values is None:
            return []
        query = bind(self._queries[rule.name], values)
        rows = self._store.query(query, default_graph=[name.node for name in rule.graphs])
        assert isinstance(rows, QuerySolutions)
        found = set()
        for row in rows:
            premises = []
            for pattern in rule.body:
                subject, predicate, object_ = (_value(atom, values, row) for atom in pattern)
                assert isinstance(subject, NamedNode) and isinstance(predicate, NamedNode)
                premises.append((subject, predicate, object_))
            found.add(tuple(premises))
        return sorted(found, key=_order)


def _match(head: Pattern, statement: Statement) -> dict[Variable, Node] | None:
    """What the head's variables must be for it to be the statement."""
    values: dict[Variable, Node] = {}
    for atom, node in zip(head, statement, strict=True):
        if isinstance(atom, Variable):
            if values.setdefault(atom, node) != node:
                return None
        elif atom != node:
            return None
    return values


def _value(atom: Atom, values: dict[Variable, Node], row: QuerySolution) -> Node:
    if not isinstance(atom, Variable):
        return atom
    value = values[atom] if atom in values else row[atom]
    assert isinstance(value, NamedNode | Literal)
    return value


def _order(premises: tuple[Statement, ...]) -> tuple[bool, str]:
    """Premises of the claim layer come first, the rest in the order of their text."""
    return not any(premise[0].value.startswith(CLAIM) for premise in premises), str(premises)
