"""rustworkx and SciPy against NetworkX on random networks, and both against answers by hand."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.network.centrality import Engine, Measure, RefusedError, values
from kg.network.simple import Simple


@st.composite
def networks(draw: st.DrawFn, directed: bool) -> nx.MultiGraph[str]:
    """Up to 12 nodes with loops, parallel edges, several components, edges of several sources and of none."""
    network: nx.MultiGraph[str] = nx.MultiDiGraph() if directed else nx.MultiGraph()
    size = draw(st.integers(0, 12))
    network.add_nodes_from(f"n{number}" for number in range(size))
    ends = st.integers(0, size - 1).map(lambda number: f"n{number}")
    sources = st.sets(st.sampled_from("abcde")).map(lambda names: " ".join(sorted(names)))
    if size:
        for left, right, told in draw(st.lists(st.tuples(ends, ends, sources), max_size=30)):
            network.add_edge(left, right, sources=told)
    return network


@settings(max_examples=60, deadline=None)
@given(st.data(), st.booleans(), st.booleans())
def test_engines_agree_with_networkx(data: st.DataObject, directed: bool, weighted: bool) -> None:
    network = data.draw(networks(directed))
    for measure in Measure:
        try:
            plain = values(network, measure, directed=directed, weighted=weighted, engine=Engine.NETWORKX)
        except RefusedError:
            continue
        fast = values(network, measure, directed=directed, weighted=weighted, engine=Engine.RUSTWORKX)
        assert fast == pytest.approx(plain, abs=1e-9, rel=0), measure


@settings(max_examples=60, deadline=None)
@given(st.data(), st.booleans())
def test_hubs_and_authorities_are_a_fixed_point_of_kleinbergs_iteration(data: st.DataObject, weighted: bool) -> None:
    network = data.draw(networks(True))
    graph = nx.DiGraph(Simple(network, directed=True, weighted=weighted).graph)
    hubs = values(network, Measure.HUBS, directed=True, weighted=weighted)
    authorities = values(network, Measure.AUTHORITIES, directed=True, weighted=weighted)
    if not graph.size():
        assert set(hubs.values()) <= {0.0}
        return
    assert sum(hubs.values()) == pytest.approx(1)
    assert sum(authorities.values()) == pytest.approx(1)
    # A fixed point: one more round changes nothing but the scale.
    again = {
        node: sum(hubs[other] * graph[other][node]["weight"] for other in graph.predecessors(node)) for node in graph
    }
    back = {
        node: sum(again[other] * graph[node][other]["weight"] for other in graph.successors(node)) for node in graph
    }
    assert {node: value / sum(again.values()) for node, value in again.items()} == pytest.approx(authorities, abs=1e-9)
    assert {node: value / sum(back.values()) for node, value in back.items()} == pytest.approx(hubs, abs=1e-9)


def test_hubs_of_parts_that_are_equal_share() -> None:
    two_stars: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "b"), ("a", "c"), ("d", "e"), ("d", "f"), ("x", "y")])
    hubs = values(two_stars, Measure.HUBS, directed=True)
    assert hubs == pytest.approx(dict.fromkeys("bcefxy", 0.0) | {"a": 0.5, "d": 0.5})


def test_weight_is_the_number_of_sources_and_length_its_inverse() -> None:
    network: nx.MultiGraph[str] = nx.MultiGraph()
    network.add_edge("a", "b", sources="s1 s2")
    network.add_edge("b", "a", sources="s2 s3")
    network.add_edge("b", "c", sources="s1")
    network.add_edge("b", "c", sources="")
    network.add_edge("a", "c", sources="s1")
    simple = Simple(network, weighted=True)
    assert dict(zip(simple.pairs, simple.weights, strict=True)) == {("a", "b"): 3, ("a", "c"): 1, ("b", "c"): 2}
    assert (simple.unit, simple.lengths) == (6, [2, 6, 3])
    assert values(network, Measure.STRENGTH) == {"a": 4.0, "b": 5.0, "c": 3.0}
    # a … c by way of b is 1/3 + 1/2, shorter than 1.
    assert values(network, Measure.BETWEENNESS, weighted=True) == {"a": 0.0, "b": 1.0, "c": 0.0}
    assert values(network, Measure.BETWEENNESS) == {"a": 0.0, "b": 0.0, "c": 0.0}
    assert values(network, Measure.CLOSENESS, weighted=True)["c"] == pytest.approx(2 / (1 / 2 + 5 / 6))


@pytest.mark.parametrize("engine", [Engine.NETWORKX, Engine.RUSTWORKX])
def test_paths_of_equal_length_are_equal_whatever_the_rounding(engine: Engine) -> None:
    network: nx.MultiGraph[str] = nx.MultiGraph()
    tenths = " ".join(f"s{number}" for number in range(10))
    # Ten ties of length 1/10, which floats do not add up to 1.
    chain = ["a", *(f"x{number}" for number in range(9)), "z"]
    for left, right in pairwise(chain):
        network.add_edge(left, right, sources=tenths)
    network.add_edge("a", "z", sources="s0")
    found = values(network, Measure.BETWEENNESS, weighted=True, engine=engine)
    assert found["x4"] == pytest.approx(nx.betweenness_centrality(_in_tenths(network), weight="tenths")["x4"])


def _in_tenths(network: nx.MultiGraph[str]) -> nx.Graph[str]:
    tenths: nx.Graph[str] = nx.Graph()
    for left, right, data in network.edges(data=True):
        tenths.add_edge(left, right, tenths=10 // len(data["sources"].split()))
    return tenths


@pytest.mark.parametrize("engine", [Engine.NETWORKX, Engine.RUSTWORKX])
def test_closeness_across_components_is_corrected(engine: Engine) -> None:
    network: nx.MultiGraph[str] = nx.MultiGraph([("a", "b"), ("c", "d"), ("d", "e"), ("e", "f")])
    found = values(network, Measure.CLOSENESS, engine=engine)
    assert found["a"] == pytest.approx(1 / 5 * 1)  # reaches 1 of 5 others, at a mean distance of 1
    assert found["d"] == pytest.approx(3 / 5 * 3 / 4)  # reaches 3 of 5 others, at a mean distance of 4/3
    assert values(network, Measure.HARMONIC, engine=engine)["d"] == pytest.approx((1 + 1 + 1 / 2) / 5)


@pytest.mark.parametrize("engine", [Engine.NETWORKX, Engine.RUSTWORKX])
def test_directions(engine: Engine) -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")])

    def found(measure: Measure) -> dict[str, float]:
        return dict(values(network, measure, directed=True, engine=engine))

    assert found(Measure.DEGREE) == pytest.approx({"a": 1, "b": 2 / 3, "c": 2 / 3, "d": 1 / 3})
    assert found(Measure.CLOSENESS)["a"] == pytest.approx(3 / (1 + 1 + 2))  # c and d are 1 away from it, b 2
    assert found(Measure.CLOSENESS)["d"] == 0
    assert found(Measure.EIGENVECTOR) == pytest.approx({"a": 3**-0.5, "b": 3**-0.5, "c": 3**-0.5, "d": 0})


def test_long_chains_have_an_eigenvector() -> None:
    chain: nx.MultiGraph[str] = nx.MultiGraph((f"{node:04}", f"{node + 1:04}") for node in range(2999))
    found = values(chain, Measure.EIGENVECTOR)
    assert max(found, key=lambda node: found[node]) in ("1499", "1500")
    assert found["0000"] == pytest.approx(found["2999"], rel=1e-6)
