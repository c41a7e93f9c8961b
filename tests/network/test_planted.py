"""A planted project, from its tables to the analysis graph: its groups, its broker and their names are found."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from kg.build import Graph, make_graph
from kg.network.centrality import Measure, parameters
from kg.network.countries import countries
from kg.network.group_names import name_groups
from kg.network.groups import communities
from kg.network.projection import to_network, to_partnerships
from kg.network.roles import brokers
from kg.rdf.sparql import Table, ask
from kg.rdf.vocabulary import GROUPING, LABEL, GraphName, term
from kg.views.groups import GroupWords
from kg.views.sentences import Sentences
from tests.network.planted_project import GROUPS, SIZE, write_planted
from tests.rdf.small_project import Row, write_project


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    return make_graph(write_planted(tmp_path_factory.mktemp("planted") / "seeds"))


def test_groups_are_found_and_named_after_what_binds_them(planted: Graph) -> None:
    catalogue = planted.catalogue
    network = to_network(catalogue)
    partnerships = to_partnerships(network, catalogue.schema)
    partition = communities(partnerships)
    names = name_groups(partition, partnerships, network, catalogue)
    assert len(partition.groups) == len(GROUPS)
    for group, name in zip(partition.groups, names, strict=True):
        (side,) = {node.split("-")[0] for node in group if "-" in node}
        assert {f"{side}-{number}" for number in range(SIZE)} <= set(group)
        assert (name.bond, name.bound) == (f"{side}-cluster", SIZE)
        assert name.heads[0] == f"{side}-0" or "hub" in group
        assert sorted(name.members) == list(group)
    whole = next(name for name in names if len(name.members) == SIZE)
    words = GroupWords(Sentences(catalogue, "en"))
    assert words.name(whole).endswith(f"({whole.bond})")
    assert words.bond(whole) == f"{whole.bond}: 6 of 6"


def test_the_broker_between_countries_is_the_one_between_groups(planted: Graph) -> None:
    catalogue = planted.catalogue
    partnerships = to_partnerships(to_network(catalogue), catalogue.schema)
    assert brokers(partnerships, countries(catalogue), {"mediator"})[0].node == "mediator"
    groups = {node: str(index) for node, index in communities(partnerships).indices.items()}
    assert brokers(partnerships, groups)[0].node == "mediator"


def test_sparql_ranks_and_groups(planted: Graph) -> None:
    first = "SELECT ?who WHERE { ?s kg:measure 'spans-countries' ; kg:scoreOf ?who ; kg:position 1 } ORDER BY ?who"
    answer = ask(planted.store, first)
    assert isinstance(answer, Table)
    assert [str(row[0]) for row in answer.rows] == ["<https://w3id.org/partnership-kg/id/mediator>"]
    sizes = ask(
        planted.store,
        "SELECT ?g (COUNT(?m) AS ?size) WHERE { ?g a kg:Group ; kg:groupMember ?m } GROUP BY ?g ORDER BY ?g",
    )
    assert isinstance(sizes, Table)
    assert sum(int(getattr(row[1], "value", "0")) for row in sizes.rows) == 3 * SIZE + 2


def texts(graph: Graph, predicate: NamedNode) -> dict[NamedNode, list[Literal]]:
    """The literals of a property in the analysis graph, by subject."""
    found: dict[NamedNode, list[Literal]] = defaultdict(list)
    for quad in graph.store.quads_for_pattern(None, predicate, None, GraphName.ANALYSIS.node):
        assert isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
        found[quad.subject].append(quad.object)
    return found


def test_every_result_says_what_it_was_made_with(planted: Graph) -> None:
    engines, measures = texts(planted, term("engine")), texts(planted, term("measure"))
    assert engines.keys() == measures.keys() > set()
    assert len(engines) > 50
    for node, (engine,) in engines.items():
        assert "partnership-kg" in engine.value
        assert measures[node][0].value in node.value
    partition = communities(to_partnerships(to_network(planted.catalogue), planted.catalogue.schema))
    whole = NamedNode(GROUPING + "leiden")
    assert texts(planted, term("parameters"))[whole] == [Literal(partition.parameters)]
    told = texts(planted, term("parameters"))
    for node, (measure,) in measures.items():
        if measure.value in {item.value for item in Measure}:
            assert told[node] == [Literal(parameters(Measure(measure.value)))]
    assert partition.parameters in parameters(Measure.PARTICIPATION)
    assert float(texts(planted, term("modularity"))[whole][0].value) == partition.modularity
    assert float(texts(planted, term("stability"))[whole][0].value) == partition.stability


def test_labels_of_groups_are_in_languages_in_which_the_heads_have_names(graph: Graph) -> None:
    labels = [label for found in texts(graph, LABEL).values() for label in found]
    assert {label.language for label in labels} >= {"en", "az"}
    assert not [label for label in labels if label.language == "kk" and "Ministry" in label.value]


def test_countries_by_the_surest_of_what_leads_to_one(tmp_path: Path) -> None:
    facts: list[Row] = [
        {"subject": "baku", "predicate": "locatedIn", "object": "azerbaijan"},
        {"subject": "lab", "predicate": "locatedIn", "object": "baku"},
        {"subject": "acme", "predicate": "ofCountry", "object": "norland"},
        {"subject": "acme", "predicate": "locatedIn", "object": "baku"},
        {"subject": "minister", "predicate": "worksFor", "object": "ministry"},
        {"subject": "ministry", "predicate": "ofCountry", "object": "azerbaijan"},
        {"subject": "un", "predicate": "locatedIn", "object": "baku"},
        {"subject": "torn", "predicate": "ofCountry", "object": "norland"},
        {"subject": "torn", "predicate": "ofCountry", "object": "azerbaijan"},
        {"subject": "office", "predicate": "subordinateTo", "object": "ministry"},
        {"subject": "egg", "predicate": "subordinateTo", "object": "hen"},
        {"subject": "hen", "predicate": "subordinateTo", "object": "egg"},
    ]
    entities = [("norland", "Country", "", ""), ("un", "InternationalOrganisation", "", "")]
    entities += [(name, "Company", "", "") for name in ("torn", "office", "egg", "hen")]
    found = countries(make_graph(write_project(tmp_path / "seeds", facts, entities=entities)).catalogue)
    home = {"baku", "lab", "minister", "ministry", "azerbaijan", "office"}
    assert {key: country for key, country in found.items() if key in {*home, "acme", "un", "torn", "egg", "hen"}} == {
        **dict.fromkeys(home, "azerbaijan"),
        "acme": "norland",
    }
