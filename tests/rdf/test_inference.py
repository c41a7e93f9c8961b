"""Inference: the compiled axioms against owlrl, what the compiler refuses, and the rules in another engine."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import owlrl
import pytest
import rdflib
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize

from kg.build import Graph
from kg.rdf.closure import compile_axioms
from kg.rdf.inference import infer
from kg.rdf.ontology import Ontology, OntologyError
from kg.rdf.rules import read_rule
from kg.rdf.store import graph_triples
from kg.rdf.vocabulary import ID, KG, OWL, RDF, TYPE, XSD, GraphName, prologue, term, thing
from kg.resources import Resources
from tests.rdf.small_project import (
    shipped_ontology,
    shortened,
    statement,
    turtle_quads,
    turtle_store,
)

Statements = set[tuple[NamedNode, NamedNode, NamedNode | Literal]]
SHIPPED = Resources.shipped().ontology
RULES = sorted((SHIPPED / "rules").glob("*.rq"))
# The same examples in every run, so that a red build is a change of ours; the slow part is owlrl, not the drawing.
LAW = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.generate),
)


def closed_by_owlrl(ontology: Ontology, asserted: Iterable[Triple]) -> Statements:
    """What owlrl says of individuals, over the terms of the ontology: ontology and graph closed together."""
    data = serialize([*ontology.triples, *asserted], format=RdfFormat.N_TRIPLES)
    assert data is not None
    graph = rdflib.Graph().parse(data=data.decode(), format="nt")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    properties, classes = vocabulary(ontology)
    found: Statements = set()
    for subject, predicate, object_ in graph:
        if not isinstance(subject, rdflib.URIRef) or not str(subject).startswith(ID):
            continue
        names_class = str(predicate) == TYPE.value and str(object_) in classes
        if str(predicate) in properties or names_class:
            if isinstance(object_, rdflib.Literal):
                value = Literal(str(object_), datatype=NamedNode(str(object_.datatype)))
                found.add((NamedNode(str(subject)), NamedNode(str(predicate)), value))
            else:
                found.add((NamedNode(str(subject)), NamedNode(str(predicate)), NamedNode(str(object_))))
    return found


def closed_by_rules(ontology: Ontology, asserted: Iterable[Triple]) -> Statements:
    """What our store holds, asserted and inferred, once the compiled axioms alone have run over the same triples."""
    store = Store()
    store.extend(Quad(t.subject, t.predicate, t.object, GraphName.ASSERTED.node) for t in asserted)
    infer(store, compile_axioms(ontology).rules)
    assert not set(graph_triples(store, GraphName.ASSERTED)) & set(graph_triples(store, GraphName.INFERRED))
    return over_vocabulary(ontology, (quad.triple for quad in store))


def over_vocabulary(ontology: Ontology, triples: Iterable[Triple]) -> Statements:
    """The triples whose predicate is a property of the ontology, or which name a class of it."""
    properties, classes = vocabulary(ontology)
    return {
        (subject, predicate, object_)
        for subject, predicate, object_ in map(statement, triples)
        if predicate.value in properties
        or (predicate == TYPE and isinstance(object_, NamedNode) and object_.value in classes)
    }


def vocabulary(ontology: Ontology) -> tuple[set[str], set[str]]:
    """The IRIs of the properties (annotations aside) and of the classes that ontology and alignments declare."""
    kinds = {OWL + "ObjectProperty", OWL + "DatatypeProperty"}
    declared = list(ontology.pairs(RDF + "type"))
    return {iri for iri, kind in declared if kind in kinds}, {iri for iri, kind in declared if kind == OWL + "Class"}


# The reference: on the seeds


def test_seeds_close_as_under_owlrl(graph: Graph) -> None:
    asserted = graph_triples(graph.store, GraphName.ASSERTED)
    ours = closed_by_rules(graph.ontology, asserted)
    assert ours == closed_by_owlrl(graph.ontology, asserted)
    assert len(ours) > len(over_vocabulary(graph.ontology, asserted)), "the seeds leave nothing to infer"


def test_compiled_axioms_give_what_the_build_gives_without_sparql_rules(graph: Graph) -> None:
    asserted = graph_triples(graph.store, GraphName.ASSERTED)
    both = [*asserted, *graph_triples(graph.store, GraphName.INFERRED)]
    assert closed_by_rules(graph.ontology, asserted) < over_vocabulary(graph.ontology, both)


# The reference: on random graphs over our own ontology

OURS = shipped_ontology()
PROPERTIES = [NamedNode(iri) for iri in sorted(vocabulary(OURS)[0]) if iri.startswith(KG)]
CLASSES = [NamedNode(iri) for iri in sorted(vocabulary(OURS)[1]) if iri.startswith(KG)]
OBJECT_PROPERTIES = [
    node for node in PROPERTIES if OURS.schema.properties[node.value.removeprefix(KG)].is_object_property
]
FIGURES = [node for node in PROPERTIES if node not in OBJECT_PROPERTIES]
# Those whose axioms work on each other: half of the draws are from here.
BUSY = [
    term(name)
    for name in (
        *("locatedIn", "locationOf", "heldIn", "heldWithin", "includesEvent", "establishedIn", "ofCountry"),
        *("subordinateTo", "supervises", "signedAt", "signedIn", "holdsPost", "postIn", "worksFor", "hasOfficial"),
        *("participatedIn", "spokeAt", "partnerOf", "cooperatesWith", "joined", "memberOf"),
    )
]


@st.composite
def individual_triples(draw: st.DrawFn, name: str, size: int = 12) -> list[Triple]:
    """A small random graph over our ontology whose five individuals bear `name`, so that two graphs never meet."""
    nodes = [thing(f"{name}-{index}") for index in range(5)]
    node = st.sampled_from(nodes)
    number = st.builds(lambda value: Literal(str(value), datatype=NamedNode(XSD + "decimal")), st.integers(-9, 99))
    triple = st.one_of(
        st.builds(Triple, node, st.sampled_from(BUSY), node),
        st.builds(Triple, node, st.sampled_from(BUSY), node),
        st.builds(Triple, node, st.sampled_from(OBJECT_PROPERTIES), node),
        st.builds(Triple, node, st.just(TYPE), st.sampled_from(CLASSES)),
        st.builds(Triple, node, st.sampled_from(FIGURES), number),
    )
    return draw(st.lists(triple, min_size=1, max_size=size))


@settings(LAW, max_examples=6)
@given(st.tuples(*(individual_triples(f"g{index}") for index in range(20))))
def test_random_graphs_close_as_under_owlrl(graphs: tuple[list[Triple], ...]) -> None:
    """Twenty graphs at a time, without a node in common: owlrl spends its second on the ontology, not on them."""
    asserted = [triple for graph in graphs for triple in graph]
    assert closed_by_rules(OURS, asserted) == closed_by_owlrl(OURS, asserted)


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_transitive_cycles_close_as_under_owlrl(size: int) -> None:
    nodes = [thing(f"n{index}") for index in range(size)]
    cycle = [Triple(node, term("locatedIn"), nodes[(index + 1) % size]) for index, node in enumerate(nodes)]
    closed = closed_by_rules(OURS, cycle)
    assert closed == closed_by_owlrl(OURS, cycle)
    assert {(a, term("locatedIn"), b) for a in nodes for b in nodes} <= closed


# The reference: on random ontologies drawn from all kinds of axioms that the compiler knows


@dataclass(frozen=True)
class Case:
    """A random ontology, in Turtle, and a graph over it."""

    axioms: str
    graph: str


_CLASSES = [f"kg:C{index}" for index in range(4)]
_RELATIONS = [f"kg:p{index}" for index in range(5)]
_VALUES = [f"kg:v{index}" for index in range(2)]
_DECLARED = "".join(
    [
        *(f"{name} a owl:Class .\n" for name in _CLASSES),
        *(f"{name} a owl:ObjectProperty .\n" for name in _RELATIONS),
        *(f"{name} a owl:DatatypeProperty .\n" for name in _VALUES),
    ]
)


def _axiom_strategies() -> dict[str, st.SearchStrategy[str]]:
    """For each kind of axiom that the compiler knows, Turtle of a random one."""
    kind, relation, value = (st.sampled_from(names) for names in (_CLASSES, _RELATIONS, _VALUES))

    def lines(template: str, *parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.tuples(*parts).map(lambda names: template.format(*names))

    return {
        "sub-class": lines("{} rdfs:subClassOf {} .", kind, kind),
        "sub-property": lines("{} rdfs:subPropertyOf {} .", relation, relation),
        "sub-property of values": lines("{} rdfs:subPropertyOf {} .", value, value),
        "domain": lines("{} rdfs:domain {} .", relation | value, kind),
        "range": lines("{} rdfs:range {} .", relation, kind),
        "inverse": lines("{} owl:inverseOf {} .", relation, relation),
        "symmetric": lines("{} a owl:SymmetricProperty .", relation),
        "transitive": lines("{} a owl:TransitiveProperty .", relation),
        "chain of two": lines("{} owl:propertyChainAxiom ( {} {} ) .", relation, relation, relation),
        "chain of three": lines("{} owl:propertyChainAxiom ( {} {} {} ) .", *(relation,) * 4),
        "equivalent classes": lines("{} owl:equivalentClass {} .", kind, kind),
        "equivalent properties": lines("{} owl:equivalentProperty {} .", relation, relation),
    }


AXIOMS = _axiom_strategies()


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A few axioms, and a few triples over the same terms."""
    axioms = draw(st.lists(st.one_of(*AXIOMS.values()), min_size=2, max_size=9, unique=True))
    node = st.integers(0, 3).map("id:n{}".format)
    triple = st.one_of(
        st.tuples(node, st.sampled_from(_RELATIONS), node),
        st.tuples(node, st.sampled_from(_RELATIONS), node),
        st.tuples(node, st.just("a"), st.sampled_from(_CLASSES)),
        st.tuples(node, st.sampled_from(_VALUES), st.integers(0, 9).map(str)),
    )
    graph = draw(st.lists(triple, min_size=1, max_size=8))
    return Case("\n".join(axioms), "\n".join(f"{' '.join(parts)} ." for parts in graph))


def small_ontology(folder: Path, axioms: str) -> Ontology:
    """An ontology of the terms above and these axioms."""
    (folder / "partnership.ttl").write_text(prologue() + _DECLARED + axioms, encoding="utf-8")
    (folder / "alignments.ttl").write_text("", encoding="utf-8")
    return Ontology(folder)


def check_case(case: Case) -> tuple[Statements, Statements]:
    """The statements of a case: those asserted, and all that follow, in which our rules and owlrl agree."""
    with tempfile.TemporaryDirectory() as folder:
        ontology = small_ontology(Path(folder), case.axioms)
        asserted = [quad.triple for quad in turtle_quads(case.graph, GraphName.ASSERTED)]
        ours = closed_by_rules(ontology, asserted)
        assert ours == closed_by_owlrl(ontology, asserted)
        return over_vocabulary(ontology, asserted), ours


@settings(LAW, max_examples=100)
@given(cases())
def test_random_ontologies_close_as_under_owlrl(case: Case) -> None:
    check_case(case)


EACH_KIND = {
    "sub-class": Case("kg:C0 rdfs:subClassOf kg:C1 .", "id:a a kg:C0 ."),
    "sub-property": Case("kg:p0 rdfs:subPropertyOf kg:p1 .", "id:a kg:p0 id:b ."),
    "sub-property of values": Case("kg:v0 rdfs:subPropertyOf kg:v1 .", "id:a kg:v0 7 ."),
    "domain": Case("kg:p0 rdfs:domain kg:C0 .", "id:a kg:p0 id:b ."),
    "range": Case("kg:p0 rdfs:range kg:C0 .", "id:a kg:p0 id:b ."),
    "inverse": Case("kg:p0 owl:inverseOf kg:p1 .", "id:a kg:p0 id:b . id:c kg:p1 id:d ."),
    "symmetric": Case("kg:p0 a owl:SymmetricProperty .", "id:a kg:p0 id:b ."),
    "transitive": Case("kg:p0 a owl:TransitiveProperty .", "id:a kg:p0 id:b . id:b kg:p0 id:c . id:c kg:p0 id:d ."),
    "chain of two": Case("kg:p0 owl:propertyChainAxiom ( kg:p1 kg:p2 ) .", "id:a kg:p1 id:b . id:b kg:p2 id:c ."),
    "chain of three": Case(
        "kg:p0 owl:propertyChainAxiom ( kg:p1 kg:p2 kg:p1 ) .", "id:a kg:p1 id:b . id:b kg:p2 id:c . id:c kg:p1 id:d ."
    ),
    "equivalent classes": Case("kg:C0 owl:equivalentClass kg:C1 .", "id:a a kg:C0 . id:b a kg:C1 ."),
    "equivalent properties": Case("kg:p0 owl:equivalentProperty kg:p1 .", "id:a kg:p0 id:b . id:c kg:p1 id:d ."),
}


@pytest.mark.parametrize("kind", AXIOMS)
def test_each_kind_of_axiom_gives_something_and_closes_as_under_owlrl(kind: str) -> None:
    asserted, closed = check_case(EACH_KIND[kind])
    assert asserted < closed


def test_an_inverse_of_itself_is_symmetric() -> None:
    _, closed = check_case(Case("kg:p0 owl:inverseOf kg:p0 .", "id:a kg:p0 id:b ."))
    assert (thing("b"), term("p0"), thing("a")) in closed


def test_two_chains_of_one_property_are_two_axioms() -> None:
    axioms = "kg:p0 owl:propertyChainAxiom ( kg:p1 kg:p2 ) , ( kg:p2 kg:p1 ) , ( kg:p1 kg:p2 kg:p2 ) ."
    chained = "id:a kg:p1 id:b . id:b kg:p2 id:c . id:d kg:p2 id:e . id:e kg:p1 id:f ."
    _, closed = check_case(Case(axioms, chained))
    assert {(a.value, b.value) for a, predicate, b in closed if predicate == term("p0")} == {
        (ID + "a", ID + "c"),
        (ID + "d", ID + "f"),
    }


# What the compiler does not know stops the build with its name

UNKNOWN = {
    "owl:hasKey": "kg:Person owl:hasKey ( kg:holdsPost ) .",
    "owl:someValuesFrom": "kg:Agreement rdfs:subClassOf "
    "[ a owl:Restriction ; owl:onProperty kg:hasParty ; owl:someValuesFrom kg:Agent ] .",
    "owl:Restriction": "kg:Agreement rdfs:subClassOf [ a owl:Restriction ; owl:onProperty kg:hasParty ] .",
    "owl:FunctionalProperty": "kg:ofCountry a owl:FunctionalProperty .",
    "owl:InverseFunctionalProperty": "kg:hasPost a owl:InverseFunctionalProperty .",
    "owl:IrreflexiveProperty": "kg:partnerOf a owl:IrreflexiveProperty .",
    "owl:AsymmetricProperty": "kg:signed a owl:AsymmetricProperty .",
    "owl:ReflexiveProperty": "kg:partnerOf a owl:ReflexiveProperty .",
    "owl:AllDisjointClasses": "[] a owl:AllDisjointClasses ; owl:members ( kg:Agent kg:Agreement kg:Event ) .",
    "owl:AllDisjointProperties": "[] a owl:AllDisjointProperties ; owl:members ( kg:signed kg:founded ) .",
    "owl:AllDifferent": "[] a owl:AllDifferent ; owl:distinctMembers ( kg:stated kg:planned ) .",
    "owl:NegativePropertyAssertion": "[] a owl:NegativePropertyAssertion ; owl:sourceIndividual kg:stated .",
    "owl:unionOf": "kg:signed rdfs:domain [ a owl:Class ; owl:unionOf ( kg:Person kg:Organisation ) ] .",
    "owl:intersectionOf": "kg:Country owl:intersectionOf ( kg:Agent kg:Place ) .",
    "owl:complementOf": "kg:Agreement owl:complementOf kg:Agent .",
    "owl:oneOf": "kg:ClaimStatus owl:oneOf ( kg:stated kg:planned kg:denied ) .",
    "owl:disjointUnionOf": "kg:Agent owl:disjointUnionOf ( kg:Person kg:Organisation kg:Country ) .",
    "owl:propertyDisjointWith": "kg:signed owl:propertyDisjointWith kg:founded .",
    "owl:sameAs": "kg:stated owl:sameAs kg:planned .",
    "owl:differentFrom": "kg:stated owl:differentFrom kg:planned .",
    "owl:onDatatype": "kg:Year a rdfs:Datatype ; owl:onDatatype xsd:integer .",
    "owl:Nothing": "kg:Kind rdfs:subClassOf owl:Nothing .",
    "owl:topObjectProperty": "owl:topObjectProperty rdfs:subPropertyOf kg:partnerOf .",
    "rdfs:subPropertyOf of something without a name": "kg:signed rdfs:subPropertyOf [ owl:inverseOf kg:signedBy ] .",
    "a list of something without a name": "kg:signed owl:propertyChainAxiom ( [ owl:inverseOf kg:role ] kg:signed ) .",
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_an_unknown_kind_of_axiom_stops_with_its_name(name: str, tmp_path: Path) -> None:
    with pytest.raises(
        OntologyError, match=rf"the ontology uses .*{re.escape(name)}\b.*, which inference does not know"
    ):
        compile_axioms(shipped_with(tmp_path, UNKNOWN[name]))


def test_all_unknown_kinds_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=re.escape("owl:FunctionalProperty, owl:hasKey,")):
        compile_axioms(shipped_with(tmp_path, UNKNOWN["owl:hasKey"] + UNKNOWN["owl:FunctionalProperty"]))


@pytest.mark.parametrize(
    "harmless",
    ["kg:Agent rdfs:subClassOf owl:Thing .", "kg:new a owl:Class ; owl:deprecated true ; owl:versionInfo '1' ."],
)
def test_what_says_nothing_of_individuals_is_no_unknown_kind(harmless: str, tmp_path: Path) -> None:
    before = compile_axioms(OURS)
    assert compile_axioms(shipped_with(tmp_path, harmless)) == before


def shipped_with(folder: Path, more: str) -> Ontology:
    """The shipped ontology with more Turtle at its end."""
    copy = Path(shutil.copytree(SHIPPED, folder / "ontology"))
    with (copy / "partnership.ttl").open("a", encoding="utf-8") as file:
        file.write(f"\n{more}\n")
    return Ontology(copy)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_rules_are_plain_sparql_update_for_another_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """rdflib draws the same from the same updates: all kinds of axioms, and the rules in files."""
    # By default rdflib looks on the web for the graphs that a USING names.
    monkeypatch.setattr("rdflib.plugins.sparql.SPARQL_LOAD_GRAPHS", False)
    axioms = "".join(f"{case.axioms}\n" for case in EACH_KIND.values())
    axioms += "kg:Tide a rdfs:Datatype . kg:v0 rdfs:range kg:Tide ."
    claims = (
        "claim:c a kg:Claim ; rdf:subject id:p ; rdf:predicate kg:signed ; rdf:object id:x ;"
        " kg:status kg:stated ; kg:rank kg:normalRank ; kg:onBehalfOf id:ministry ."
    )
    rules = [*compile_axioms(small_ontology(tmp_path, axioms)).rules, *(read_rule(path) for path in RULES)]
    ours = turtle_store("".join(case.graph for case in EACH_KIND.values()) + "id:o kg:partyTo id:x .", claims)
    theirs = rdflib.Dataset().parse(data="".join(f"{quad} .\n" for quad in ours), format="nquads")
    infer(ours, rules)
    before = -1
    while before != len(theirs):
        before = len(theirs)
        for rule in rules:
            theirs.update(rule.update())
    assert set(parse(theirs.serialize(format="nquads").encode(), format=RdfFormat.N_QUADS)) == set(ours)
    assert shortened(ours, GraphName.INFERRED) >= {
        ("id:ministry", "kg:partnerOf", "id:o"),
        ("id:o", "kg:partnerOf", "id:ministry"),
    }
