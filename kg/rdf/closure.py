"""The ontology's axioms, closed by owlrl and compiled to rules.

owlrl (the reference implementation of OWL 2 RL) closes the small ontology, without its annotations and its facts.
What its closure says of classes and properties is then a table of axioms for each kind, and each kind is one rule
of OWL 2 RL (https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import rdflib
from pyoxigraph import BlankNode, NamedNode, Triple, Variable
from rdflib.collection import Collection

from kg.rdf.ontology import Ontology, OntologyError
from kg.rdf.rules import Pattern, Rule, axiom_rule
from kg.rdf.vocabulary import OWL, RDF, RDFS, TYPE, shorten

# What the compiler knows. Anything else of OWL in the ontology stops the build.
_AXIOMS = {
    RDFS + "subClassOf",
    RDFS + "subPropertyOf",
    RDFS + "domain",
    RDFS + "range",
    OWL + "inverseOf",
    OWL + "propertyChainAxiom",
    OWL + "disjointWith",
    OWL + "equivalentClass",
    OWL + "equivalentProperty",
}
_KINDS_OF_PROPERTY = {OWL + "SymmetricProperty", OWL + "TransitiveProperty"}
# Of these, what holds between a term and itself says nothing; an inverse of itself is symmetric.
_REFLEXIVE = {RDFS + "subClassOf", RDFS + "subPropertyOf"}
_DECLARATIONS = {
    *(OWL + name for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "Ontology")),
    *(OWL + name for name in ("NamedIndividual",)),
    RDFS + "Datatype",
}
_NOT_AXIOMS = {OWL + name for name in ("imports", "versionIRI", "versionInfo", "priorVersion", "deprecated")}


@dataclass(frozen=True)
class Axioms:
    """The closed ontology as rules, and the pairs of classes that nothing may be in at once."""

    rules: tuple[Rule, ...]
    disjoint: tuple[tuple[NamedNode, NamedNode], ...]


def check_supported(triples: Iterable[Triple]) -> None:
    """Raises OntologyError with the name of each axiom kind that the compiler does not know."""
    unknown = {name for triple in triples for name in _unknown(triple)}
    if unknown:
        raise OntologyError(
            f"the ontology uses {', '.join(sorted(unknown))}, which inference does not know. "
            "Say it with another axiom, or as a rule in ontology/rules/."
        )


def _unknown(triple: Triple) -> Iterator[str]:
    """What the compiler does not know in a triple of the ontology."""
    predicate = triple.predicate.value
    ends = (triple.subject, triple.object)
    names = [node.value for node in ends if isinstance(node, NamedNode)]
    if predicate == RDF + "type":
        known = _DECLARATIONS | _KINDS_OF_PROPERTY
        yield from (shorten(name) for name in names if name.startswith(OWL) and name not in known)
    elif predicate.startswith(OWL) and predicate not in _AXIOMS | _NOT_AXIOMS:
        yield shorten(predicate)
    elif predicate in _AXIOMS:
        yield from (shorten(name) for name in names if name.startswith(OWL) and name != OWL + "Thing")
        # A list is what a chain leads to. Any other blank node is a class or property without a name.
        unnamed = ends[:1] if predicate == OWL + "propertyChainAxiom" else ends
        if any(isinstance(node, BlankNode) for node in unnamed):
            yield f"{shorten(predicate)} of something without a name"
    elif predicate == RDF + "first" and isinstance(triple.object, BlankNode):
        yield "a list of something without a name"


def close(ontology: Ontology) -> rdflib.Graph:
    """The closure of the ontology's axioms under OWL 2 RL, as an rdflib graph.

    Annotations and individuals are left out first: they triple the time and say nothing of classes and properties.
    """
    import owlrl

    check_supported(ontology.triples)
    graph = rdflib.Graph()
    for triple in ontology.triples:
        if _is_axiom(triple):
            graph.add((_node(triple.subject), _node(triple.predicate), _node(triple.object)))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    return graph


def compile_axioms(ontology: Ontology) -> Axioms:
    """The rules that the ontology's axioms stand for."""
    graph = close(ontology)
    x, y, c, d, p, q = (Variable(name) for name in "xycdpq")
    pairs = _Pairs(graph)
    rules = [
        axiom_rule(
            "sub-class", "what is of a class is of its superclasses",
            (x, TYPE, d), ((x, TYPE, c),), (c, d), pairs.of(RDFS + "subClassOf"),
        ),
        axiom_rule(
            "sub-property", "what a property relates, its superproperties relate",
            (x, q, y), ((x, p, y),), (p, q), pairs.of(RDFS + "subPropertyOf"),
        ),
        axiom_rule(
            "domain", "the subject of a property is of its domain",
            (x, TYPE, c), ((x, p, y),), (p, c), pairs.of(RDFS + "domain"),
        ),
        axiom_rule(
            "range", "the object of a property is of its range",
            (y, TYPE, c), ((x, p, y),), (p, c), pairs.of(RDFS + "range"),
            things=(y,),
        ),
        axiom_rule(
            "inverse", "a property holds backwards as its inverse",
            (y, q, x), ((x, p, y),), (p, q), pairs.both(OWL + "inverseOf"),
        ),
        axiom_rule(
            "symmetric", "a symmetric property holds both ways",
            (y, p, x), ((x, p, y),), (p,), pairs.typed(OWL + "SymmetricProperty"),
        ),
        axiom_rule(
            "transitive", "a transitive property reaches through",
            (x, p, y), ((x, p, c), (c, p, y)), (p,), pairs.typed(OWL + "TransitiveProperty"),
        ),
        *_chains(graph),
    ]  # fmt: skip
    disjoint = {tuple(sorted(pair, key=str)) for pair in pairs.of(OWL + "disjointWith")}
    return Axioms(
        rules=tuple(rule for rule in rules if rule.axioms),
        disjoint=tuple((first, second) for first, second in sorted(disjoint, key=str)),
    )


class _Pairs:
    """Axioms of the closed ontology between named classes and properties."""

    def __init__(self, graph: rdflib.Graph) -> None:
        self._graph = graph

    def of(self, predicate: str) -> set[tuple[NamedNode, ...]]:
        found: set[tuple[NamedNode, ...]] = set()
        for subject, _, object_ in self._graph.triples((None, rdflib.URIRef(predicate), None)):
            named = isinstance(subject, rdflib.URIRef) and isinstance(object_, rdflib.URIRef)
            if not named or _is_built_in(subject) or _is_built_in(object_):
                continue
            if subject == object_ and predicate in _REFLEXIVE:
                continue
            found.add((NamedNode(str(subject)), NamedNode(str(object_))))
        return found

    def both(self, predicate: str) -> set[tuple[NamedNode, ...]]:
        found = self.of(predicate)
        return found | {(pair[1], pair[0]) for pair in found}

    def typed(self, kind: str) -> set[tuple[NamedNode, ...]]:
        subjects = self._graph.subjects(rdflib.RDF.type, rdflib.URIRef(kind))
        return {(NamedNode(str(subject)),) for subject in subjects if not _is_built_in(subject)}


def _chains(graph: rdflib.Graph) -> Iterator[Rule]:
    """A rule for each length of property chain."""
    by_length: dict[int, set[tuple[NamedNode, ...]]] = defaultdict(set)
    for property_, _, head in graph.triples((None, rdflib.OWL.propertyChainAxiom, None)):
        chain = [NamedNode(str(step)) for step in Collection(graph, head)]
        by_length[len(chain)].add((NamedNode(str(property_)), *chain))
    for length, axioms in sorted(by_length.items()):
        steps = [Variable(f"p{index}") for index in range(length)]
        nodes = [Variable(f"x{index}") for index in range(length + 1)]
        body: tuple[Pattern, ...] = tuple((nodes[index], steps[index], nodes[index + 1]) for index in range(length))
        parameters = (Variable("p"), *steps)
        head_pattern = (nodes[0], Variable("p"), nodes[length])
        title = "a chain of properties makes a property"
        yield axiom_rule(f"chain-{length}", title, head_pattern, body, parameters, axioms)


def _is_built_in(node: object) -> bool:
    return str(node).startswith((OWL, RDFS, RDF, "http://www.w3.org/2001/XMLSchema#"))


def _is_axiom(triple: Triple) -> bool:
    predicate = triple.predicate.value
    if predicate == RDF + "type":
        return isinstance(triple.object, NamedNode) and triple.object.value in _DECLARATIONS | _KINDS_OF_PROPERTY
    return predicate in _AXIOMS or predicate in (RDF + "first", RDF + "rest")


def _node(value: object) -> rdflib.term.Node:
    if isinstance(value, BlankNode):
        return rdflib.BNode(value.value)
    assert isinstance(value, NamedNode)
    return rdflib.URIRef(value.value)
