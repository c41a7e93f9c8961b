"""Contradictions: two classes that share nothing, found once, with the claims that they rest on."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.build import Graph, validate
from kg.rdf.closure import Axioms, compile_axioms
from kg.rdf.inference import Contradiction, contradictions, infer
from kg.rdf.vocabulary import GraphName, term, thing
from kg.resources import Resources
from tests.rdf.small_project import (
    copy_of,
    shipped_ontology,
    small_graph,
    turtle_quads,
    turtle_store,
)


@pytest.fixture(scope="module")
def axioms() -> Axioms:
    return compile_axioms(shipped_ontology())


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
