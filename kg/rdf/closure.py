"""The ontology's axioms, closed and compiled to rules.

What OWL 2 RL says of classes and properties alone (https://www.w3.org/TR/owl2-profiles/, section 4.3, table 9) closes
the axioms to a table for each kind, and each kind is one rule of OWL 2 RL. The reference in tests is owlrl, which takes
a quarter of a second for the same tables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import BlankNode, NamedNode, Triple, Variable

from kg.rdf.ontology import Ontology, OntologyError
from kg.rdf.patterns import Pattern
from kg.rdf.rules import Rule, axiom_rule
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


def compile_axioms(ontology: Ontology) -> Axioms:
    """The rules that the ontology's axioms stand for."""
    check_supported(ontology.triples)
    x, y, c, d, p, q = (Variable(name) for name in "xycdpq")
    tables = close(ontology.triples)
    rules = [
        axiom_rule(
            "sub-class", "what is of a class is of its superclasses",
            (x, TYPE, d), ((x, TYPE, c),), (c, d), tables[RDFS + "subClassOf"],
        ),
        axiom_rule(
            "sub-property", "what a property relates, its superproperties relate",
            (x, q, y), ((x, p, y),), (p, q), tables[RDFS + "subPropertyOf"],
        ),
        axiom_rule(
            "domain", "the subject of a property is of its domain",
            (x, TYPE, c), ((x, p, y),), (p, c), tables[RDFS + "domain"],
        ),
        axiom_rule(
            "range", "the object of a property is of its range",
            (y, TYPE, c), ((x, p, y),), (p, c), tables[RDFS + "range"],
            things=(y,),
        ),
        axiom_rule(
            "inverse", "a property holds backwards as its inverse",
            (y, q, x), ((x, p, y),), (p, q), tables[OWL + "inverseOf"],
        ),
        axiom_rule(
            "symmetric", "a symmetric property holds both ways",
            (y, p, x), ((x, p, y),), (p,), tables[OWL + "SymmetricProperty"],
        ),
        axiom_rule(
            "transitive", "a transitive property reaches through",
            (x, p, y), ((x, p, c), (c, p, y)), (p,), tables[OWL + "TransitiveProperty"],
        ),
        *_chain_rules(tables[OWL + "propertyChainAxiom"]),
    ]  # fmt: skip
    disjoint = {tuple(sorted(pair, key=str)) for pair in tables[OWL + "disjointWith"]}
    return Axioms(
        rules=tuple(rule for rule in rules if rule.axioms),
        disjoint=tuple((first, second) for first, second in sorted(disjoint, key=str)),
    )


Row = tuple[NamedNode, ...]


def close(triples: Iterable[Triple]) -> Mapping[str, set[Row]]:
    """The tables of axioms: for each kind the classes and properties that it holds between, or, for chains, of."""
    told: dict[str, set[Row]] = defaultdict(set)
    cells: dict[BlankNode, dict[str, object]] = defaultdict(dict)
    chains: list[tuple[NamedNode, BlankNode]] = []
    for triple in triples:
        subject, predicate, object_ = triple.subject, triple.predicate.value, triple.object
        if isinstance(subject, BlankNode):
            cells[subject][predicate] = object_
        elif not isinstance(subject, NamedNode):
            continue
        elif isinstance(object_, NamedNode):
            if predicate == RDF + "type":
                told[object_.value].add((subject,))
            else:
                told[predicate].add((subject, object_))
        elif predicate == OWL + "propertyChainAxiom" and isinstance(object_, BlankNode):
            chains.append((subject, object_))
    classes = _above(told[RDFS + "subClassOf"] | _both(told[OWL + "equivalentClass"]))
    properties = _above(told[RDFS + "subPropertyOf"] | _both(told[OWL + "equivalentProperty"]))
    closed = {kind: told[kind] for kind in (*_KINDS_OF_PROPERTY, OWL + "disjointWith")}
    closed[RDFS + "subClassOf"] = {(low, high) for low, above in classes.items() for high in above}
    closed[RDFS + "subPropertyOf"] = {(low, high) for low, above in properties.items() for high in above}
    closed[OWL + "inverseOf"] = _both(told[OWL + "inverseOf"])
    below: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for low, high in closed[RDFS + "subPropertyOf"]:
        below[high].add(low)
    for kind in (RDFS + "domain", RDFS + "range"):
        closed[kind] = {
            (low, high)
            for property_, class_ in told[kind]
            for low in (property_, *below[property_])
            for high in (class_, *classes.get(class_, ()))
        }
    tables = {kind: {row for row in rows if not any(map(_is_built_in, row))} for kind, rows in closed.items()}
    tables[OWL + "propertyChainAxiom"] = {(property_, *_steps(cells, head)) for property_, head in chains}
    return tables


def _both(pairs: Iterable[Row]) -> set[Row]:
    """The pairs, and the same turned round."""
    return {row for first, second in pairs for row in ((first, second), (second, first))}


def _above(pairs: Iterable[Row]) -> dict[NamedNode, set[NamedNode]]:
    """All others that each node is below of."""
    next_: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for low, high in pairs:
        next_[low].add(high)
    closed: dict[NamedNode, set[NamedNode]] = {}
    for low in next_:
        found: set[NamedNode] = set()
        open_ = [low]
        while open_:
            new = next_.get(open_.pop(), set()) - found
            found |= new
            open_ += new
        closed[low] = found - {low}
    return closed


def _steps(cells: Mapping[BlankNode, Mapping[str, object]], head: object) -> Iterator[NamedNode]:
    """The members of a list."""
    while isinstance(head, BlankNode):
        member = cells[head][RDF + "first"]
        assert isinstance(member, NamedNode)
        yield member
        head = cells[head].get(RDF + "rest")


def _chain_rules(axioms: Iterable[Row]) -> Iterator[Rule]:
    """A rule for each length of property chain."""
    by_length: dict[int, set[Row]] = defaultdict(set)
    for axiom in axioms:
        by_length[len(axiom) - 1].add(axiom)
    for length, rows in sorted(by_length.items()):
        steps = [Variable(f"p{index}") for index in range(length)]
        nodes = [Variable(f"x{index}") for index in range(length + 1)]
        body: tuple[Pattern, ...] = tuple((nodes[index], steps[index], nodes[index + 1]) for index in range(length))
        parameters = (Variable("p"), *steps)
        head_pattern = (nodes[0], Variable("p"), nodes[length])
        title = "a chain of properties makes a property"
        yield axiom_rule(f"chain-{length}", title, head_pattern, body, parameters, rows)


def _is_built_in(node: NamedNode) -> bool:
    return node.value.startswith((OWL, RDFS, RDF, "http://www.w3.org/2001/XMLSchema#"))
