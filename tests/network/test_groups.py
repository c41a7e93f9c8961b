"""Communities: planted groups are found, modularity is NetworkX', and neither chance nor order moves them."""

from __future__ import annotations

import os
import random
import subprocess
import sys

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from kg.network.groups import adjusted_rand, communities
from kg.network.partners import to_simple
from tests.network.known_networks import LITERATURE, networks, of_the_literature, planted


@pytest.mark.parametrize("resolution", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("name", LITERATURE)
def test_modularity_is_that_of_networkx(name: str, resolution: float) -> None:
    network = of_the_literature(name)
    found = communities(network, resolution=resolution)
    simple = to_simple(network)
    expected = nx.community.modularity(simple, [set(group) for group in found.groups], resolution=resolution)
    assert found.modularity == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    ("name", "best"),
    [("karate_club_graph", 0.4197896), ("les_miserables_graph", 0.55), ("davis_southern_women_graph", 0.32)],
)
def test_as_good_as_what_is_known(name: str, best: float) -> None:
    """The club's optimum is proven (Brandes et al. 2008); for the others, at least what Louvain reaches."""
    network = of_the_literature(name)
    louvain = nx.community.louvain_communities(to_simple(network), seed=1)
    found = communities(network)
    assert found.modularity >= best - 1e-6
    assert found.modularity >= nx.community.modularity(to_simple(network), louvain) - 1e-6


def test_planted_groups_are_found_and_firm() -> None:
    found = communities(planted(groups=4, size=15, inside=0.6, outside=0.02))
    assert [len(group) for group in found.groups] == [15] * 4
    assert all(len({node[:2] for node in group}) == 1 for group in found.groups)
    assert found.stability == 1
    assert set(found.kept.values()) == {1.0}


def test_chance_ties_make_no_firm_groups() -> None:
    found = communities(planted(groups=1, size=60, inside=0.1, outside=0))
    assert found.stability < 0.7
    assert min(found.kept.values()) < 1


def test_who_stands_between_two_groups_is_told_as_wavering() -> None:
    network = planted(groups=2, size=8, inside=1, outside=0)
    network.add_edges_from(("broker", f"g{group}m{member:02}") for group in (0, 1) for member in range(4))
    found = communities(network, runs=20)
    assert found.kept["broker"] < 1
    assert all(found.kept[node] == 1 for node in network if node != "broker")
    assert 0.7 < found.stability < 1


def test_parallel_ties_loops_and_order_change_nothing() -> None:
    network = of_the_literature("karate_club_graph")
    edges = [*network.edges(), *network.edges(), ("0", "0"), ("33", "33")]
    random.Random(3).shuffle(edges)
    other: nx.MultiGraph[str] = nx.MultiGraph([(right, left) for left, right in edges])
    assert communities(other) == communities(network)


def test_the_seed_is_heard_and_the_resolution_too() -> None:
    network = planted(groups=1, size=60, inside=0.1, outside=0)
    assert communities(network, seed=1) == communities(network, seed=1)
    assert communities(network, seed=1).kept != communities(network, seed=2).kept
    assert len(communities(network, resolution=3).groups) > len(communities(network, resolution=0.5).groups)
    with pytest.raises(ValueError, match="above 0"):
        communities(network, resolution=0)


def test_the_same_groups_whatever_the_hash_seed() -> None:
    program = (
        "from tests.network.known_networks import planted\n"
        "from kg.network.groups import communities\n"
        "print(communities(planted(3, 12, 0.3, 0.1)))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1


@settings(deadline=None, max_examples=60)
@given(networks())
def test_every_node_has_one_group_within_its_component(network: nx.MultiGraph[str]) -> None:
    found = communities(network, runs=3)
    assert sorted(node for group in found.groups for node in group) == sorted(network)
    assert list(found.groups) == sorted(found.groups, key=lambda group: (-len(group), group))
    simple = to_simple(network)
    for index, group in enumerate(found.groups):
        assert nx.is_connected(simple.subgraph(group))
        assert {found.of(node) for node in group} == {index}
    assert set(found.kept) == set(network)
    assert all(0 <= share <= 1 for share in found.kept.values())
    assert -1 <= found.stability <= 1


def test_no_network_one_node_and_no_ties() -> None:
    empty: nx.MultiGraph[str] = nx.MultiGraph()
    assert communities(empty).groups == ()
    assert communities(empty).modularity == 0
    empty.add_node("one")
    assert communities(empty).groups == (("one",),)
    empty.add_edge("one", "one")
    empty.add_node("two")
    found = communities(empty)
    assert found.groups == (("one",), ("two",))
    assert (found.modularity, found.stability, found.kept["two"]) == (0, 1, 1)


def test_adjusted_rand_index() -> None:
    one = np.array([0, 0, 0, 1, 1, 1])
    assert adjusted_rand(one, np.array([5, 5, 5, 2, 2, 2])) == 1
    # By hand: pairs together in both 2, in one 6, in the other 3, of 15; (2 - 6*3/15) / ((6+3)/2 - 6*3/15).
    assert adjusted_rand(one, np.array([0, 0, 1, 1, 2, 2])) == pytest.approx((2 - 1.2) / (4.5 - 1.2))
    assert adjusted_rand(np.zeros(4, int), np.zeros(4, int)) == 1


def test_shown_in_a_notebook_without_running_what_a_name_says() -> None:
    network: nx.MultiGraph[str] = nx.MultiGraph([("<script>", "b"), ("b", "c")])
    html = communities(network)._repr_html_()
    assert "&lt;script&gt;" in html
    assert "<script>" not in html
    assert "modularity" in html
