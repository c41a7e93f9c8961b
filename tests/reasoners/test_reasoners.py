"""Whether the ontology is what it claims to be, by people who know OWL better: the OWL API and three reasoners."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, Triple, parse

from kg.build import Graph
from kg.rdf.closure import compile_axioms
from kg.rdf.inference import infer
from kg.rdf.store import graph_triples
from kg.rdf.vocabulary import ID, KG, TYPE, GraphName, prologue
from kg.resources import Resources
from tests.reasoners.voices import JAVA_REASONERS, Statement, Verdict, Voices

FOLDER = Resources.shipped().ontology
REASONERS = (*JAVA_REASONERS, "Konclude")
DECLARATIONS = """
kg:Odd a owl:Class ; rdfs:subClassOf kg:Entity . kg:oddly a owl:ObjectProperty . kg:Even a owl:Class .
"""
# What a broken twin adds to ontology and alignments, and where it then no longer belongs.
OUTSIDE = {
    "a superclass that is a union": (
        "kg:Odd rdfs:subClassOf [ a owl:Class ; owl:unionOf (kg:Event kg:Place) ] .",
        {"DL": True, "RL": False},
    ),
    "something that must exist": (
        "kg:Odd rdfs:subClassOf [ a owl:Restriction ; owl:onProperty kg:oddly ; owl:someValuesFrom kg:Event ] .",
        {"DL": True, "RL": False},
    ),
    "a property that nobody declared": ("kg:Odd kg:undeclared kg:Even .", {"DL": False, "RL": False}),
    "a class that nobody declared": ("kg:Odd rdfs:subClassOf kg:Undeclared .", {"DL": False, "RL": False}),
    "a transitive property that is functional": (
        "kg:oddly a owl:TransitiveProperty , owl:FunctionalProperty .",
        {"DL": False, "RL": False},
    ),
}


@pytest.fixture(scope="session")
def voices(tmp_path_factory: pytest.TempPathFactory) -> Voices:
    return Voices(tmp_path_factory.mktemp("voices"))


def read(*files: str) -> list[Triple]:
    return [quad.triple for file in files for quad in parse(path=str(FOLDER / file), format=RdfFormat.TURTLE)]


TERMS = read("partnership.ttl", "alignments.ttl")


def turtle(text: str) -> list[Triple]:
    declared = prologue().replace("PREFIX", "@prefix").replace(">\n", "> .\n")
    return [quad.triple for quad in parse(f"{declared}{text}", format=RdfFormat.TURTLE)]


@pytest.fixture(scope="session")
def facts(graph: Graph) -> list[Triple]:
    return graph_triples(graph.store, GraphName.ASSERTED)


@pytest.fixture(scope="session")
def everything(voices: Voices, facts: list[Triple]) -> Path:
    """Ontology, alignments and the facts of the seeds in one file."""
    return voices.write([*TERMS, *facts])


@pytest.fixture(scope="session", params=REASONERS)
def verdict(request: pytest.FixtureRequest, voices: Voices, everything: Path) -> tuple[str, Verdict]:
    """What each reasoner makes of it."""
    return request.param, voices.reason(request.param, everything)


# Profiles


@pytest.mark.parametrize("with_facts", [False, True], ids=["ontology", "ontology and graph.ttl"])
def test_it_is_in_owl_2_dl_and_owl_2_rl(with_facts: bool, voices: Voices, facts: list[Triple]) -> None:
    verdicts, violations = voices.profiles(voices.write([*TERMS, *(facts if with_facts else ())]))
    assert violations == []
    assert verdicts == {"DL": True, "RL": True}


@pytest.mark.parametrize("fault", OUTSIDE)
def test_a_broken_twin_falls_out_of_its_profile(fault: str, voices: Voices) -> None:
    text, expected = OUTSIDE[fault]
    verdicts, violations = voices.profiles(voices.write([*TERMS, *turtle(DECLARATIONS + text)]))
    assert verdicts == expected
    assert violations


# Consistency


def test_it_is_consistent_and_every_class_can_have_members(verdict: tuple[str, Verdict]) -> None:
    _, said = verdict
    assert said.consistent
    assert said.unsatisfiable == frozenset()


@pytest.mark.parametrize("reasoner", REASONERS)
def test_it_stays_consistent_with_all_that_we_infer(reasoner: str, voices: Voices, graph: Graph) -> None:
    inferred = graph_triples(graph.store, GraphName.INFERRED)
    assert len(inferred) > 500
    assert voices.reason(
        reasoner, voices.write([*TERMS, *graph_triples(graph.store, GraphName.ASSERTED), *inferred])
    ).consistent


@pytest.mark.parametrize("reasoner", REASONERS)
def test_a_thing_of_two_disjoint_classes_is_found(reasoner: str, voices: Voices, facts: list[Triple]) -> None:
    twin = turtle("id:socar a kg:Agreement .")
    assert not voices.reason(reasoner, voices.write([*TERMS, *facts, *twin])).consistent


@pytest.mark.parametrize("reasoner", REASONERS)
def test_a_class_that_can_have_no_member_is_found(reasoner: str, voices: Voices) -> None:
    twin = turtle(f"{DECLARATIONS} kg:Odd rdfs:subClassOf kg:Organisation , kg:Agreement .")
    assert voices.reason(reasoner, voices.write([*TERMS, *twin])).unsatisfiable == {f"{KG}Odd"}


# Entailments


@pytest.fixture(scope="session")
def ours(graph: Graph) -> set[Statement]:
    """What we assert and infer of things in our own terms, by the axioms alone: rules in SPARQL are not OWL's."""
    store = Store()
    for name in (GraphName.ONTOLOGY, GraphName.ASSERTED):
        store.extend(graph.store.quads_for_pattern(None, None, None, name.node))
    infer(store, compile_axioms(graph.ontology).rules)
    told = (*graph_triples(store, GraphName.ASSERTED), *graph_triples(store, GraphName.INFERRED))
    return set(in_our_terms((t.subject.value, t.predicate.value, t.object.value) for t in told))  # type: ignore[union-attr]


def in_our_terms(statements: Iterable[Statement]) -> Iterable[Statement]:
    """The types in our classes, and the relations by our properties, of things."""
    for subject, predicate, object_ in statements:
        end = KG if predicate == TYPE.value else ID
        if subject.startswith(ID) and object_.startswith(end) and predicate.startswith((KG, TYPE.value)):
            yield subject, predicate, object_


def test_they_conclude_what_we_conclude(verdict: tuple[str, Verdict], ours: set[Statement]) -> None:
    reasoner, said = verdict
    types = {statement for statement in ours if statement[1] == TYPE.value}
    assert len(types) > 300 and len(ours - types) > 300
    assert set(in_our_terms(said.types)) == types
    if reasoner != "Konclude":  # which tells types alone
        assert set(in_our_terms(said.relations)) == ours - types


def test_a_conclusion_that_we_miss_would_show(voices: Voices, facts: list[Triple], ours: set[Statement]) -> None:
    twin = turtle(f"{DECLARATIONS} kg:partyTo rdfs:subPropertyOf kg:oddly .")
    said = voices.reason("HermiT", voices.write([*TERMS, *facts, *twin]))
    assert set(in_our_terms(said.relations)) - ours
