"""What a path may walk on: never through a place, through a country only where it acts, and only by ties that count."""

from __future__ import annotations

from itertools import combinations, pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from kg.build import Graph
from kg.network.filters import Filters
from kg.network.ground import Ground, ground_of
from kg.network.paths import best_paths, paths_within
from kg.network.projection import WIDEST, to_network, to_partnerships
from tests.network.random_networks import SCHEMA, all_routes, may_pass, networks


def nodes(path: tuple[object, ...]) -> tuple[str, ...]:
    return (path[0].start, *(hop.end for hop in path))  # type: ignore[attr-defined]


@given(networks())
def test_all_paths_are_those_that_no_place_is_in_the_middle_of(network: nx.MultiDiGraph[str]) -> None:
    expected = all_routes(network, "n0", "n1")
    assert [nodes(path) for path in best_paths(Ground(network, SCHEMA), "n0", "n1", count=1000)] == expected
    assert [nodes(path) for path in best_paths(Ground(network, SCHEMA), "n0", "n1")] == expected[:1]


@given(networks(), st.integers(1, 4))
def test_all_within_a_length(network: nx.MultiDiGraph[str], length: int) -> None:
    ground = Ground(network, SCHEMA)
    expected = [route for route in all_routes(network, "n0", "n1") if len(route) <= length + 1]
    found = paths_within(ground, "n0", "n1", length, limit=1000)
    assert [nodes(path) for path in found.paths] == expected
    assert not found.more
    few = paths_within(ground, "n0", "n1", length, limit=2)
    assert [nodes(path) for path in few.paths] == expected[:2]
    assert few.more == (len(expected) > 2)


@given(networks())
def test_each_link_joins_the_ends_of_its_hop_and_none_is_missing(network: nx.MultiDiGraph[str]) -> None:
    for path in best_paths(Ground(network, SCHEMA), "n0", "n1", count=3):
        for hop in path:
            told = {link.claim: (hop.start, hop.end) if link.forward else (hop.end, hop.start) for link in hop.links}
            between = [network.get_edge_data(*ends) or {} for ends in ((hop.start, hop.end), (hop.end, hop.start))]
            assert set(told) == {key for edges in between for key in edges}
            assert all(network.has_edge(*ends, key) for key, ends in told.items())


@given(networks(most=7))
def test_partners_are_those_of_the_partnership_network(network: nx.MultiDiGraph[str]) -> None:
    ground = Ground(network, SCHEMA, partners=True)
    partnerships = to_partnerships(network, SCHEMA)
    for node in network:
        if ground.is_party(node):
            assert list(ground.around(node)) == (sorted(partnerships[node]) if node in partnerships else [])


@given(networks(most=7))
def test_a_partnership_is_told_by_all_that_two_parties_share(network: nx.MultiDiGraph[str]) -> None:
    ground = Ground(network, SCHEMA, partners=True)
    partnerships = to_partnerships(network, SCHEMA)
    for start, end in combinations(sorted(partnerships), 2):
        if not partnerships.has_edge(start, end):
            continue
        links = ground.links(start, end)
        edges = partnerships.get_edge_data(start, end).values()
        assert {link.via for link in links} == {data["via"] for data in edges}
        assert {link.claim for link in links} == {claim for data in edges for claim in data["claims"].split()}
        for link in links:
            pairs = [(start, link.via), (link.via, end)] if link.via else [(start, end)]
            assert any(network.has_edge(*(p if link.forward else p[::-1]), link.claim) for p in pairs)


@given(networks(), st.sampled_from(["Organisation", "Agreement", "Person", "Agent"]))
def test_filters_on_classes_are_for_what_is_walked_through(network: nx.MultiDiGraph[str], name: str) -> None:
    def is_one(node: str) -> bool:
        return SCHEMA.is_a(network.nodes[node]["class_name"], name)

    routes = all_routes(network, "n0", "n1")
    only = best_paths(Ground(network, SCHEMA, Filters(classes=(name,))), "n0", "n1", 1000)
    assert [nodes(path) for path in only] == [route for route in routes if all(map(is_one, route[1:-1]))]
    without = best_paths(Ground(network, SCHEMA, Filters(without_classes=(name,))), "n0", "n1", 1000)
    assert [nodes(path) for path in without] == [route for route in routes if not any(map(is_one, route[1:-1]))]


@given(networks())
def test_filters_on_relations_and_things_to_avoid(network: nx.MultiDiGraph[str]) -> None:
    for filters, kept_if in (
        (Filters(predicates=("partyTo",)), True),
        (Filters(without_predicates=("partyTo",)), False),
    ):
        kept = network.copy()
        edges = network.edges(keys=True, data=True)
        kept.remove_edges_from([(a, b, k) for a, b, k, data in edges if (data["predicate"] == "partyTo") != kept_if])
        found = best_paths(Ground(network, SCHEMA, filters), "n0", "n1", 1000)
        assert [nodes(path) for path in found] == all_routes(kept, "n0", "n1")
    found = best_paths(Ground(network, SCHEMA, Filters(avoid=("n2",))), "n0", "n1", 1000)
    assert [nodes(path) for path in found] == [r for r in all_routes(network, "n0", "n1") if "n2" not in r]


def test_classes_among_partners_are_of_parties_or_of_what_they_share() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name, class_name in (("a", "Organisation"), ("b", "Organisation"), ("m", "Agreement"), ("p", "Post")):
        network.add_node(name, class_name=class_name)
    for number, (start, end) in enumerate([("a", "m"), ("b", "m"), ("a", "p"), ("b", "p")]):
        network.add_edge(start, end, key=str(number), claim=str(number), predicate="cooperatesWith")
    for filters, shared in (
        (Filters(), ["m", "p"]),
        (Filters(classes=("Agreement",)), ["m"]),
        (Filters(without_classes=("Agreement",)), ["p"]),
        (Filters(classes=("Person",)), ["m", "p"]),
    ):
        (path,) = best_paths(Ground(network, SCHEMA, filters, partners=True), "a", "b")
        assert sorted({link.via for link in path[0].links}) == shared


def test_a_body_of_hundreds_makes_no_partners() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node("body", class_name="Agreement")
    for number in range(WIDEST + 1):
        network.add_node(f"n{number}", class_name="Organisation")
        network.add_edge(f"n{number}", "body", key=str(number), claim=str(number), predicate="partyTo")
    assert best_paths(Ground(network, SCHEMA, partners=True), "n0", "n1") == []
    network.remove_node(f"n{WIDEST}")
    assert len(best_paths(Ground(network, SCHEMA, partners=True), "n0", "n1")) == 1


def test_through_places_if_asked() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name, class_name in (("a", "Organisation"), ("b", "Organisation"), ("city", "City"), ("land", "Country")):
        network.add_node(name, class_name=class_name)
    for number, (start, end) in enumerate([("a", "city"), ("b", "city"), ("a", "land"), ("b", "land")]):
        network.add_edge(start, end, key=str(number), claim=str(number), predicate="locatedIn")
    assert best_paths(Ground(network, SCHEMA), "a", "b", 9) == []
    found = best_paths(Ground(network, SCHEMA, Filters(through_places=True)), "a", "b", 9)
    assert [nodes(path) for path in found] == [("a", "city", "b"), ("a", "land", "b")]


def test_through_a_country_that_is_party_but_not_one_that_things_lie_in() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name, class_name in (("a", "Agreement"), ("b", "Agreement"), ("e", "Organisation"), ("land", "Country")):
        network.add_node(name, class_name=class_name)
    network.add_edge("land", "a", key="1", claim="1", predicate="partyTo")
    network.add_edge("land", "b", key="2", claim="2", predicate="partyTo")
    network.add_edge("e", "land", key="3", claim="3", predicate="hasParticipantFrom")
    ground = Ground(network, SCHEMA)
    assert nodes(best_paths(ground, "a", "b")[0]) == ("a", "land", "b")
    assert best_paths(ground, "a", "e") == []
    assert nodes(best_paths(ground, "land", "e")[0]) == ("land", "e")


def test_no_path_on_the_seeds_runs_through_a_place(graph: Graph) -> None:
    schema = graph.catalogue.schema
    for filters in (Filters(), Filters(all_relations=True)):
        ground = ground_of(graph.catalogue, filters)
        organisations = [
            n for n in ground.nodes() if schema.is_a(ground.network.nodes[n]["class_name"], "Organisation")
        ]
        for start, end in combinations(organisations, 2):
            for path in best_paths(ground, start, end):
                for hop, after in pairwise(path):
                    class_name = ground.network.nodes[hop.end]["class_name"]
                    assert not schema.is_a(class_name, "Place") or schema.is_a(class_name, "Country")
                    if schema.is_a(class_name, "Country"):
                        for step in (hop, after):
                            told = {link.predicate for link in step.links}
                            assert any(schema.properties[p].tie for p in told - {"hasParticipantFrom"})


def test_one_ground_is_kept_for_one_question(graph: Graph) -> None:
    ground = ground_of(graph.catalogue, Filters())
    assert ground_of(graph.catalogue, Filters()) is ground
    assert ground_of(graph.catalogue, Filters(avoid=("socar",))).network is ground.network
    assert set(ground.network) == set(to_network(graph.catalogue))


def test_the_reference_for_places_can_fail() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in ("a", "b"):
        network.add_node(name, class_name="Organisation")
    network.add_node("city", class_name="City")
    assert may_pass(network, ("a", "b"))
    assert not may_pass(network, ("a", "city", "b"))
