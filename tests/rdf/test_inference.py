"""Inference: the compiled axioms against owlrl, what the compiler refuses, contradictions, and each SPARQL rule."""

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

from kg.build import Graph, validate
from kg.rdf.closure import Axioms, compile_axioms
from kg.rdf.inference import Contradiction, contradictions, infer
from kg.rdf.ontology import Ontology, OntologyError
from kg.rdf.rules import Rule, read_rule, read_rules
from kg.rdf.store import graph_triples
from kg.rdf.vocabulary import ID, KG, OWL, RDF, TYPE, XSD, GraphName, prologue, term, thing
from kg.resources import Resources
from tests.rdf.small_project import (
    Row,
    copy_of,
    shipped_ontology,
    shortened,
    small_graph,
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


# Contradictions


@pytest.fixture(scope="module")
def axioms() -> Axioms:
    return compile_axioms(OURS)


def test_seeds_hold_no_contradiction(graph: Graph, axioms: Axioms) -> None:
    assert contradictions(graph.store, axioms) == []


def test_two_disjoint_classes_are_found_once_below_their_superclasses(axioms: Axioms) -> None:
    store = turtle_store("id:x a kg:LetterOfIntent , kg:Company .")
    infer(store, axioms.rules)
    assert contradictions(store, axioms) == [Contradiction(thing("x"), term("Agent"), term("Agreement"))]


def test_a_country_is_agent_and_place_without_contradiction(axioms: Axioms) -> None:
    store = turtle_store("id:x a kg:Country .")
    infer(store, axioms.rules)
    assert contradictions(store, axioms) == []


def test_a_contradiction_is_reported_with_the_claims_that_cause_it(tmp_path: Path, axioms: Axioms) -> None:
    """A row that gets past the tables (here: put in as quads) makes an agreement a signatory and so an agent."""
    graph = small_graph(
        tmp_path,
        {"subject": "acme", "predicate": "partyTo", "object": "memo"},
        {"subject": "globex", "predicate": "partyTo", "object": "memo"},
        {"subject": "minister", "predicate": "signed", "object": "treaty"},
    )
    assert "contradiction" not in {item.kind for item in graph.verdict.violations}
    store = Store()
    store.extend(quad for quad in graph.store if quad.graph_name != GraphName.INFERRED.node)
    store.extend(turtle_quads("id:memo kg:partyTo id:treaty .", GraphName.ASSERTED))
    store.extend(
        turtle_quads(
            "claim:wrong a kg:Claim ; rdf:subject id:memo ; rdf:predicate kg:partyTo ; rdf:object id:treaty ;"
            " kg:status kg:stated ; kg:rank kg:normalRank .",
            GraphName.CLAIMS,
        )
    )
    infer(store, graph.rules)
    verdict = validate(store, graph.project, graph.ontology, axioms, graph.rules, Resources.shipped())
    (found,) = (item for item in verdict.violations if item.kind == "contradiction")
    assert found.node == "id:memo"
    assert found.message == "is both kg:Agent and kg:Agreement, which share nothing; this rests on claim:wrong"


def test_a_contradiction_of_the_tables_alone_says_so(graph: Graph, axioms: Axioms) -> None:
    store = copy_of(graph.store)
    store.extend(turtle_quads("id:both a kg:Company , kg:Agreement ; rdfs:label 'both' .", GraphName.ASSERTED))
    infer(store, graph.rules)
    verdict = validate(store, graph.project, graph.ontology, axioms, graph.rules, Resources.shipped())
    messages = {item.message for item in verdict.violations if item.kind == "contradiction"}
    assert messages == {
        "is both kg:Agent and kg:Agreement, which share nothing; this rests on the classes in entities.csv"
    }


# Each SPARQL rule does what it says

CLAIM_PARTS = "claim:c a kg:Claim ; rdf:subject id:p ; rdf:object id:x ; kg:status kg:{status} ; kg:rank kg:{rank} ."


def drawn(name: str, asserted: str, claims: str = "") -> set[tuple[str, str, str]]:
    """What one shipped rule alone draws from these triples."""
    store = turtle_store(asserted, claims)
    infer(store, [read_rule(SHIPPED / "rules" / f"{name}.rq")])
    return shortened(store, GraphName.INFERRED)


def test_every_shipped_rule_is_tested_here() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    assert [path.stem for path in RULES if f'"{path.stem}"' not in text] == []


def both_ways(left: str, predicate: str, right: str) -> set[tuple[str, str, str]]:
    return {(left, predicate, right), (right, predicate, left)}


def test_parties_of_one_agreement_are_partners_and_nobody_is_their_own() -> None:
    asserted = "id:a kg:partyTo id:x . id:b kg:partyTo id:x . id:c kg:partyTo id:y . id:a kg:partyTo id:z ."
    assert drawn("parties-are-partners", asserted) == both_ways("id:a", "kg:partnerOf", "id:b")


def test_founders_of_one_thing_are_partners_and_nobody_is_their_own() -> None:
    asserted = "id:a kg:founded id:x . id:b kg:founded id:x . id:c kg:founded id:y ."
    assert drawn("founders-are-partners", asserted) == both_ways("id:a", "kg:partnerOf", "id:b")


def test_cooperating_agents_are_partners_and_other_things_are_not() -> None:
    asserted = (
        "id:a a kg:Agent ; kg:cooperatesWith id:b , id:project , id:a . id:b a kg:Agent ; kg:cooperatesWith id:a . "
        "id:project a kg:Initiative ; kg:cooperatesWith id:a ."
    )
    assert drawn("cooperating-agents-are-partners", asserted) == both_ways("id:a", "kg:partnerOf", "id:b")


def test_whom_a_person_signs_for_is_party_and_no_other_employer() -> None:
    asserted = (
        "id:p kg:signed id:x ; kg:worksFor id:ministry , id:university ; kg:represents id:council . "
        "id:q kg:signed id:x ; kg:worksFor id:company ."
    )
    claims = CLAIM_PARTS.format(status="stated", rank="normalRank")
    claims += "claim:c rdf:predicate kg:signed ; kg:onBehalfOf id:ministry ."
    assert drawn("signs-for-is-party", asserted, claims) == {("id:ministry", "kg:partyTo", "id:x")}


@pytest.mark.parametrize("predicate", ["participatedIn", "spokeAt"])
def test_whom_a_person_takes_part_for_takes_part(predicate: str) -> None:
    claims = CLAIM_PARTS.format(status="stated", rank="preferredRank")
    claims += f"claim:c rdf:predicate kg:{predicate} ; kg:onBehalfOf id:ministry ."
    asserted = f"id:p kg:{predicate} id:x ; kg:worksFor id:university ."
    assert drawn("participates-for", asserted, claims) == {("id:ministry", "kg:participatedIn", "id:x")}


def test_whom_a_person_informs_for_takes_part_in_nothing() -> None:
    claims = CLAIM_PARTS.format(status="stated", rank="normalRank")
    claims += "claim:c rdf:predicate kg:informed ; kg:onBehalfOf id:ministry ."
    for name in ("participates-for", "signs-for-is-party"):
        assert drawn(name, "", claims) == set()


READING_CLAIMS = {"signs-for-is-party": "signed", "participates-for": "participatedIn"}


def test_the_rules_that_read_claims_are_known() -> None:
    reading = {path.stem for path in RULES if any(atom == term("status") for p in read_rule(path).body for atom in p)}
    assert reading == set(READING_CLAIMS)


@pytest.mark.parametrize("name", READING_CLAIMS)
@pytest.mark.parametrize(
    ("status", "rank"), [("planned", "normalRank"), ("denied", "normalRank"), ("stated", "deprecatedRank")]
)
def test_claims_that_are_not_asserted_do_not_fire(name: str, status: str, rank: str) -> None:
    claims = CLAIM_PARTS.format(status=status, rank=rank)
    claims += f"claim:c rdf:predicate kg:{READING_CLAIMS[name]} ; kg:onBehalfOf id:ministry ."
    assert drawn(name, "", claims) == set()


def test_superseded_claims_do_not_fire(tmp_path: Path) -> None:
    """A later source says that the minister signed for another; the mapping deprecates the first claim."""
    first: Row = {"subject": "minister", "predicate": "signed", "object": "memo", "onBehalfOf": "ministry", "id": "old"}
    graph = small_graph(tmp_path, first, {**first, "onBehalfOf": "acme", "id": "new", "supersedes": "old"})
    parties = {triple[0] for triple in shortened(graph.store, GraphName.INFERRED) if triple[1] == "kg:partyTo"}
    assert parties == {"id:acme"}


def test_rules_work_on_what_other_rules_draw(tmp_path: Path) -> None:
    """The ministry is party only by the rule for signatures, and so a partner by the rule for parties."""
    signature: Row = {"subject": "minister", "predicate": "signed", "object": "memo", "onBehalfOf": "ministry"}
    graph = small_graph(tmp_path, signature, {"subject": "acme", "predicate": "partyTo", "object": "memo"})
    inferred = shortened(graph.store, GraphName.INFERRED)
    assert both_ways("id:ministry", "kg:partnerOf", "id:acme") | {("id:memo", "kg:hasParty", "id:ministry")} <= inferred
    assert not [triple for triple in inferred if triple[1] == "kg:partnerOf" and triple[0] == triple[2]]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_rules_are_plain_sparql_update_for_another_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """rdflib draws the same from the same updates: all kinds of axioms, and the rules in files."""
    # By default rdflib looks on the web for the graphs that a USING names.
    monkeypatch.setattr("rdflib.plugins.sparql.SPARQL_LOAD_GRAPHS", False)
    axioms = "".join(f"{case.axioms}\n" for case in EACH_KIND.values())
    axioms += "kg:Tide a rdfs:Datatype . kg:v0 rdfs:range kg:Tide ."
    claims = CLAIM_PARTS.format(status="stated", rank="normalRank")
    claims += "claim:c rdf:predicate kg:signed ; kg:onBehalfOf id:ministry ."
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
    assert shortened(ours, GraphName.INFERRED) >= both_ways("id:ministry", "kg:partnerOf", "id:o")


def test_nobody_in_the_seeds_is_their_own_partner(graph: Graph) -> None:
    partners = [t for t in graph_triples(graph.store, GraphName.INFERRED) if t.predicate == term("partnerOf")]
    assert partners
    assert [t for t in partners if t.subject == t.object] == []


def test_inference_is_a_fixpoint_and_leaves_the_other_graphs(graph: Graph) -> None:
    store = copy_of(graph.store)
    infer(store, graph.rules)
    assert set(store) == set(graph.store)


# What a rule file may hold

HEADER = "#+ title: a title\n#+ why: a reason\n"
KNOWN = f"PREFIX kg: <{KG}>\n"
REFUSED = {
    "a path of one or more": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a kg:p+ ?b }", "a property path"),
    "a path of two steps": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a kg:p/kg:r ?b }", "a property path"),
    "a path backwards": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a ^kg:p ?b }", "a property path"),
    "OPTIONAL": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a kg:p ?b OPTIONAL { ?b kg:r ?c } }", "cannot use OPTIONAL"),
    "UNION": ("CONSTRUCT { ?a kg:q ?b } WHERE { { ?a kg:p ?b } UNION { ?a kg:r ?b } }", "cannot use UNION"),
    "MINUS": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a kg:p ?b MINUS { ?a kg:r ?b } }", "cannot use MINUS"),
    "GRAPH": ("CONSTRUCT { ?a kg:q ?b } WHERE { GRAPH ?g { ?a kg:p ?b } }", "cannot use GRAPH"),
    "SERVICE": ("CONSTRUCT { ?a kg:q ?b } WHERE { SERVICE kg:s { ?a kg:p ?b } }", "cannot use SERVICE"),
    "BIND": ("CONSTRUCT { ?a kg:q ?c } WHERE { ?a kg:p ?b BIND(?b AS ?c) }", "cannot use BIND"),
    "VALUES": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a kg:p ?b VALUES ?a { kg:x } }", "cannot use VALUES"),
    "a sub-query": ("CONSTRUCT { ?a kg:q ?b } WHERE { { SELECT ?a ?b WHERE { ?a kg:p ?b } } }", "cannot use SELECT"),
    "LIMIT": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a kg:p ?b } LIMIT 1", "cannot use LIMIT"),
    "a blank node in the body": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a kg:p [ kg:r ?b ] }", "a blank node"),
    "a blank node in the head": ("CONSTRUCT { ?a kg:q [] } WHERE { ?a kg:p ?b }", "a blank node"),
    "a head of two triples": ("CONSTRUCT { ?a kg:q ?b . ?b kg:q ?a } WHERE { ?a kg:p ?b }", "one triple"),
    "an empty head": ("CONSTRUCT { } WHERE { ?a kg:p ?b }", "one triple"),
    "SELECT": ("SELECT ?a WHERE { ?a kg:p ?b }", "one CONSTRUCT"),
    "a head that nothing gives a value": ("CONSTRUCT { ?a kg:q ?z } WHERE { ?a kg:p ?b }", r"\?z"),
    "a prefix of its own": (
        "PREFIX e: <http://example.org/>\nCONSTRUCT { ?a kg:q ?b } WHERE { ?a e:p ?b }",
        "the prefix 'e:' for <http://example.org/>",
    ),
    "another meaning of a prefix": (
        "PREFIX org: <http://example.org/>\nCONSTRUCT { ?a kg:q ?b } WHERE { ?a org:p ?b }",
        "the prefix 'org:'",
    ),
    "broken SPARQL": ("CONSTRUCT { ?a kg:q ?b } WHERE { ?a kg:p }", "a value is missing"),
}


def rule_file(folder: Path, text: str) -> Path:
    path = folder / "some-rule.rq"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("case", REFUSED)
def test_a_rule_refuses(case: str, tmp_path: Path) -> None:
    text, reason = REFUSED[case]
    with pytest.raises(OntologyError, match=rf"some-rule\.rq:\d+: .*{reason}"):
        list(read_rules([rule_file(tmp_path, HEADER + KNOWN + text).parent]))


@pytest.mark.parametrize(
    "header", ["", "#+ title: a title\n", "#+ why: a reason\n", "#+ title:\n#+ why:\n", "# a note\n"]
)
def test_a_rule_needs_a_title_and_a_reason(header: str, tmp_path: Path) -> None:
    path = rule_file(tmp_path, f"{header}{KNOWN}CONSTRUCT {{ ?a kg:q ?b }} WHERE {{ ?a kg:p ?b }}")
    with pytest.raises(OntologyError, match=r"some-rule\.rq:1: a rule opens with '#\+ title:' and '#\+ why:'"):
        read_rule(path)


def test_a_rule_is_read_and_run(tmp_path: Path) -> None:
    where = '{ ?b kg:r "x"@en . } ?a kg:p ?b FILTER(?a != ?b) FILTER NOT EXISTS { ?b kg:s ?a }'
    rule = read_rule(rule_file(tmp_path, f"{HEADER}{KNOWN}CONSTRUCT {{ ?a kg:q ?b }} WHERE {{ {where} }}"))
    assert (rule.name, rule.title, len(rule.body)) == ("some-rule", "a title", 2)
    store = turtle_store("id:a kg:p id:a , id:b , id:c . id:a kg:r 'x'@en . id:b kg:r 'x'@en . id:c kg:r 'x' .")
    infer(store, [rule])
    assert shortened(store, GraphName.INFERRED) == {("id:a", "kg:q", "id:b")}


def test_the_compiled_rules_know_their_kinds(graph: Graph) -> None:
    compiled: list[Rule] = [rule for rule in graph.rules if rule.axioms]
    assert {rule.name for rule in compiled} == {
        *("sub-class", "sub-property", "domain", "range", "inverse", "symmetric", "transitive", "chain-2"),
    }
    assert {path.stem for path in RULES} == {rule.name for rule in graph.rules if not rule.axioms}
