"""Each check finds nothing in the shipped graph, and its own broken example."""

from __future__ import annotations

import re

import pytest
import rdflib
from pyoxigraph import Quad, RdfFormat, Store, Triple, parse

from kg.build import Graph
from kg.rdf.inference import infer
from kg.rdf.queries import NamedQuery
from kg.rdf.validation import run_checks
from kg.rdf.vocabulary import GraphName
from tests.queries.answers import BROKEN, CHECKS, rdflib_rows, rdflib_triples, rows_as_rdflib

each_check = pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)


def read_broken(check: NamedQuery) -> list[Triple]:
    quads = parse(path=str(BROKEN / f"{check.name}.ttl"), format=RdfFormat.TURTLE)
    return [quad.triple for quad in quads]


def broken_store(check: NamedQuery, graph: Graph) -> Store:
    """The shipped store with the broken example, and with all that follows from it, as after a build."""
    store = Store()
    store.bulk_extend(graph.store)
    graph_name = GraphName.ASSERTED.node
    store.extend(Quad(triple.subject, triple.predicate, triple.object, graph_name) for triple in read_broken(check))
    infer(store, graph.rules)
    return store


@each_check
def test_opens_with_problem_and_solution(check: NamedQuery) -> None:
    first, second, third = check.text.splitlines()[:3]
    assert re.fullmatch(r"# problem: .+\.", first)
    assert re.fullmatch(r"# solution: .+\.", second)
    assert third.startswith("#+ summary: ")


@each_check
def test_runs_in_any_engine(check: NamedQuery) -> None:
    Store().query(check.text)
    code = re.sub(r"<[^>\s]*>|\"[^\"]*\"|#[^\n]*", " ", check.text)
    assert not re.search(r"(?<![:?])\b(GRAPH|SERVICE|FROM)\b", code, re.IGNORECASE)
    assert "ORDER BY" in code
    assert not check.parameters


@each_check
def test_finds_nothing_in_the_seeds(check: NamedQuery, graph: Graph) -> None:
    assert run_checks(graph.store, [check]) == []


@each_check
def test_finds_its_broken_example(check: NamedQuery, graph: Graph) -> None:
    """What is found is of the example, so that no other thing hides a check that fails to see it."""
    subjects: set[object] = {triple.subject for triple in read_broken(check)}
    found = {row[0] for row in check.run(broken_store(check, graph)).rows}
    assert found
    assert found <= subjects


@each_check
def test_same_rows_in_rdflib(check: NamedQuery, graph: Graph, union: rdflib.Graph) -> None:
    store = broken_store(check, graph)
    added = rdflib_triples(quad.triple for quad in store if quad not in graph.store)
    added = [triple for triple in added if triple not in union]
    for triple in added:
        union.add(triple)
    try:
        rows = rdflib_rows(union, check.text)
    finally:
        for triple in added:
            union.remove(triple)
    assert rows == rows_as_rdflib(check.run(store))


@pytest.mark.parametrize("name", ["dates-reversed", "established-before-basis", "event-after-publication"])
def test_finds_each_case(name: str, graph: Graph) -> None:
    """Checks with several cases have an example of each."""
    found = {row[0] for row in CHECKS[name].run(broken_store(CHECKS[name], graph)).rows}
    assert len(found) == {"dates-reversed": 3}.get(name, 2)


def test_no_stray_broken_example() -> None:
    assert {path.stem for path in BROKEN.glob("*.ttl")} == set(CHECKS)


def test_groups_of_one_name_are_no_thing_entered_twice(graph: Graph) -> None:
    store = Store()
    store.bulk_extend(graph.store)
    groups = """
        PREFIX kg: <https://w3id.org/partnership-kg/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        INSERT DATA { <urn:g1> a kg:Group ; rdfs:label "A, B" . <urn:g2> a kg:Group ; rdfs:label "A, B" }
    """
    store.update(groups)
    assert run_checks(store, [CHECKS["same-name"]]) == []
