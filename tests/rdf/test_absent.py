"""Names of a query that the graph lacks are told of, with the nearest that it has; nothing else is."""

from __future__ import annotations

import pytest

from kg.build import Graph
from kg.rdf.absent import Absent, absent_names
from kg.rdf.queries import read_questions
from kg.resources import Resources

SOCARR = Absent("id:socarr", "id:socar")
ABSENT = {
    "SELECT ?x { id:socarr ?p ?x }": [SOCARR],
    "SELECT ?x { <https://w3id.org/partnership-kg/id/socarr> ?p ?x . id:socarr ?q ?x }": [SOCARR],
    "PREFIX s: <https://w3id.org/partnership-kg/id/> SELECT ?x { s:socarr ?p ?x }": [SOCARR],
    "DESCRIBE id:socarr": [SOCARR],
    "CONSTRUCT { id:new ?p ?x } WHERE { id:socarr ?p ?x }": [SOCARR],
    "ASK { ?x kg:partyTo id:socarr FILTER(?x != id:qqqqqq) }": [SOCARR, Absent("id:qqqqqq", "")],
    "SELECT ?x { ?x a org:Organisation ; prov:wasDerivedFrm ?y }": [
        Absent("org:Organisation", "org:Organization"),
        Absent("prov:wasDerivedFrm", "prov:wasDerivedFrom"),
    ],
    "SELECT ?x { ?x skos:prefLabl|rdfs:lable ?y }": [
        Absent("skos:prefLabl", "skos:prefLabel"),
        Absent("rdfs:lable", "rdfs:label"),
    ],
    "SELECT ?x { ?x schema:birthPlace ?y }": [Absent("schema:birthPlace", "")],
}
PRESENT = (
    "SELECT ?x { ?x a org:Organization ; rdfs:label ?y . FILTER(LANG(?y) = 'en' && ?x != id:socar) }",
    "CONSTRUCT { id:new org:nope schema:none } WHERE { id:socar ?p ?o }",
    "SELECT ?x (id:none AS ?y) { ?x a kg:Center BIND(id:nowhere AS ?z) }",
    "SELECT ?x { ?x ?p '1'^^xsd:int FILTER(xsd:date(?y) > '2020-01-01'^^xsd:date) }",
    "PREFIX id: <http://elsewhere/> SELECT ?x { id:socarr ?p ?x }",
    "SELECT ?x { GRAPH <https://w3id.org/partnership-kg/graph/asserted> { ?x a <http://example.org/none> } }",
    'SELECT ?x { ?x rdfs:label "id:socarr" } # id:socarr',
    "SELECT ?x { ?x kg:locatedIn ?y }",
)


@pytest.mark.parametrize("query", ABSENT)
def test_what_the_graph_lacks_is_told(query: str, graph: Graph) -> None:
    assert absent_names(graph.catalogue, query, empty=False) == ABSENT[query]


@pytest.mark.parametrize("query", PRESENT)
def test_there_is_no_false_alarm(query: str, graph: Graph) -> None:
    assert absent_names(graph.catalogue, query, empty=True) == []


def test_of_values_only_an_empty_answer_tells(graph: Graph) -> None:
    query = "SELECT ?x { VALUES ?x { id:socarr id:socar } ?x a kg:Company }"
    assert absent_names(graph.catalogue, query, empty=False) == []
    assert absent_names(graph.catalogue, query, empty=True) == [SOCARR]


def test_the_shipped_questions_raise_no_alarm(graph: Graph) -> None:
    questions = read_questions(Resources.shipped().questions)
    assert {name: absent_names(graph.catalogue, item.bound(), empty=True) for name, item in questions.items()} == {
        name: [] for name in questions
    }
