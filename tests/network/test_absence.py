"""What falls apart without a party, against taking it out by hand and by NetworkX."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from kg.build import Graph, make_graph
from kg.network.absence import Absence, absence, distances
from kg.network.partners import to_rows, to_simple
from kg.network.projection import to_network, to_partnerships
from tests.network.known_networks import networks
from tests.network.planted_project import GROUPS, SIZE, write_planted


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    return make_graph(write_planted(tmp_path_factory.mktemp("planted") / "seeds"))


def without(graph: Graph, *leavers: str) -> Absence:
    return absence(to_network(graph.catalogue), graph.catalogue.schema, leavers)


def test_progress_is_told(planted: Graph) -> None:
    told: list[tuple[int, int]] = []
    schema = planted.catalogue.schema
    absence(to_network(planted.catalogue), schema, ["mediator"], lambda done, all_: told.append((done, all_)))
    assert told == [(0, 3 * SIZE + 1)]


def lengths(network: nx.Graph[str]) -> dict[tuple[str, str], int]:
    return {
        (left, right): steps
        for left, found in nx.all_pairs_shortest_path_length(network)
        for right, steps in found.items()
        if left < right
    }


def check(graph: Graph, *leavers: str) -> Absence:
    """All of what is told of connections, compared with NetworkX on both networks."""
    found = without(graph, *leavers)
    schema, network = graph.catalogue.schema, to_network(graph.catalogue)
    before = lengths(to_simple(to_partnerships(network, schema)))
    network.remove_nodes_from(leavers)
    after = lengths(to_simple(to_partnerships(network, schema)))
    stay = {pair: steps for pair, steps in before.items() if not set(pair) & set(leavers)}
    assert found.pairs_disconnected == len(stay.keys() - after.keys())
    longer = {pair: after[pair] - steps for pair, steps in stay.items() if pair in after and after[pair] > steps}
    assert found.lengthened == len(longer)
    assert found.mean_growth == pytest.approx(sum(longer.values()) / len(longer) if longer else 0, abs=1e-6)
    expected = sorted(longer, key=lambda pair: (-longer[pair], pair))[:10]
    assert [(item.left, item.right) for item in found.detours] == expected
    assert all(
        (item.before, item.after) == (stay[pair], after[pair])
        for item, pair in zip(found.detours, expected, strict=True)
    )
    return found


def test_without_the_broker_the_groups_fall_apart(planted: Graph) -> None:
    found = check(planted, "mediator")
    (split,) = found.splits
    assert [len(group) for group in split.groups] == [SIZE + 1, SIZE, SIZE]
    assert found.pairs_disconnected == split.pairs == 7 * 6 + 7 * 6 + 6 * 6
    assert [(item.agreement, item.left) for item in found.agreements] == [
        (f"{group}-memo", (f"{group}-0",)) for group in sorted(GROUPS)
    ]
    assert found.bereft == ()


def test_without_a_clusters_operator(planted: Graph) -> None:
    found = check(planted, "south-0")
    assert [(item.thing, item.predicate, item.carriers) for item in found.bereft] == [
        ("south-cluster", "operates", ("south-0",))
    ]
    assert [item.agreement for item in found.agreements] == ["south-memo"]


def test_an_initiative_can_leave_as_well(planted: Graph) -> None:
    found = check(planted, "north-cluster")
    assert found.lengthened > 0
    assert [[len(group) for group in split.groups] for split in found.splits] == [[14, 6]]
    assert {len(group) for split in check(planted, "west-cluster").splits for group in split.groups} == {1, 15}


def test_several_leave_together(planted: Graph) -> None:
    found = check(planted, "mediator", "south-0")
    (short,) = [item for item in found.agreements if item.agreement == "south-memo"]
    assert short.left == ()


def test_nothing_falls_apart(planted: Graph) -> None:
    assert check(planted, "north-5").is_empty
    assert without(planted, "northland").is_empty
    with pytest.raises(KeyError):
        without(planted, "nobody")


@pytest.mark.parametrize("leaver", ["socar", "world-economic-forum", "ministry-of-economy-azerbaijan", "china", "itu"])
def test_the_shipped_facts(graph: Graph, leaver: str) -> None:
    check(graph, leaver)


@settings(deadline=None, max_examples=80)
@given(networks())
def test_distances_are_those_of_networkx(network: nx.MultiGraph[str]) -> None:
    rows = to_rows(network)
    found = distances(rows, np.arange(len(rows.nodes)))
    expected = dict(nx.all_pairs_shortest_path_length(to_simple(network)))
    for (one, left), (two, right) in combinations(enumerate(rows.nodes), 2):
        assert found[one, two] == found[two, one] == expected[left].get(right, 65535)


def test_more_sources_than_a_word_has_bits() -> None:
    ring: nx.MultiGraph[str] = nx.MultiGraph()
    nx.add_cycle(ring, [f"{index:03}" for index in range(150)])
    found = distances(to_rows(ring), np.arange(150))
    steps = np.abs(np.arange(150)[:, None] - np.arange(150)[None, :])
    assert (found == np.minimum(steps, 150 - steps)).all()
