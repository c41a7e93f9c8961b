"""Networks as arrays of numbers say what NetworkX's say."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.build import Graph
from kg.facts.schema import Schema
from kg.network.cores import core_numbers, joints
from kg.network.countries import countries
from kg.network.group_names import name_groups
from kg.network.groups import communities
from kg.network.numbered import Ties, neighbours, number_ties, ties_of, to_partners
from kg.network.partners import to_rows, to_simple
from kg.network.projection import to_network, to_partnerships
from kg.network.roles import brokers, standings
from kg.network.simple import Simple
from kg.resources import Resources

SCHEMA = Resources.shipped().read_ontology().schema
CLASSES = ("Company", "Country", "Person", "Agreement", "Programme", "Post", "City")
NAMES = [f"n{number}" for number in range(12)]


def numbered(network: nx.MultiDiGraph[str]) -> Ties:
    return number_ties(
        ((node, data["class_name"]) for node, data in network.nodes(data=True)),
        ((left, right, data["sources"]) for left, right, data in network.edges(data=True)),
    )


@st.composite
def networks(draw: st.DrawFn) -> nx.MultiDiGraph[str]:
    """Things of any class, with loops, parallel ties and ties that name no source."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name, class_name in draw(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(CLASSES))).items():
        network.add_node(name, class_name=class_name, label=name)
    if network:
        ends = st.sampled_from(sorted(network))
        told = st.sets(st.sampled_from(["s1", "s2", "s3"])).map(lambda names: " ".join(sorted(names)))
        for place, (left, right, sources) in enumerate(draw(st.lists(st.tuples(ends, ends, told), max_size=40))):
            network.add_edge(left, right, key=f"c{place}", claim=f"c{place}", predicate="p", sources=sources)
    return network


def assert_same_partners(network: nx.MultiDiGraph[str], schema: Schema, widest: int) -> None:
    """Nodes, neighbours in their order, weights by sources, and how many ties there were."""
    partnerships = to_partnerships(network, schema, widest=widest)
    partners, whole = to_partners(numbered(network), schema, widest=widest), to_rows(partnerships)
    assert (partners.nodes, partners.targets.tolist()) == (whole.nodes, whole.targets.tolist())
    assert partners.ties == partnerships.number_of_edges()
    assert {node: partners[node] for node in partners} == {node: sorted(partnerships[node]) for node in partnerships}
    weighted, expected = (Simple(each, weighted=True) for each in (partners, partnerships))
    assert (weighted.pairs, weighted.weights) == (expected.pairs, expected.weights)


@pytest.mark.parametrize("widest", [2, 200])
def test_partners_are_partnerships_without_parallel_ties(graph: Graph, widest: int) -> None:
    assert_same_partners(to_network(graph.catalogue), graph.catalogue.schema, widest)


@settings(deadline=None)
@given(networks(), st.sampled_from([1, 2, 3, 200]))
def test_any_partners_are_partnerships_without_parallel_ties(network: nx.MultiDiGraph[str], widest: int) -> None:
    assert_same_partners(network, SCHEMA, widest)


@settings(deadline=None)
@given(networks())
def test_neighbours_are_those_of_the_network(network: nx.MultiDiGraph[str]) -> None:
    simple = nx.Graph(network)
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    rows = neighbours(numbered(network))
    assert {node: rows[node] for node in rows} == {node: sorted(simple[node]) for node in simple if simple[node]}


def test_a_catalogue_has_the_ties_of_its_network(graph: Graph) -> None:
    network, ties = to_network(graph.catalogue), ties_of(graph.catalogue)
    ends = zip(ties.subjects.tolist(), ties.objects.tolist(), strict=True)
    assert sorted((ties.nodes[left], ties.nodes[right]) for left, right in ends) == sorted(network.edges())
    kinds = {node: data["class_name"] for node, data in network.nodes(data=True)}
    assert dict(zip(ties.nodes, ties.classes, strict=True)) == kinds


def test_analyses_say_the_same_of_both(graph: Graph) -> None:
    catalogue = graph.catalogue
    network, ties = to_network(catalogue), ties_of(catalogue)
    simple, partners = to_simple(to_partnerships(network, catalogue.schema)), to_partners(ties, catalogue.schema)
    country, partition = countries(catalogue), communities(partners)
    assert partition == communities(simple)
    named = name_groups(partition, partners, ties, catalogue, country)
    assert named == name_groups(partition, simple, network, catalogue)
    assert core_numbers(partners) == nx.core_number(simple)
    assert joints(partners) == joints(simple)
    assert standings(partners, country) == standings(simple, country) != []
    assert brokers(partners, country) == brokers(simple, country)
