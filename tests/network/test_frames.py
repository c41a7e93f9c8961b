"""Results as frames, attributes and small tables for notebooks."""

from __future__ import annotations

import sys

import networkx as nx
import pytest

import kg
from kg.build import Graph
from kg.facts.problems import CallError
from kg.network.centrality import Measure, rank
from kg.network.frames import Table, annotate, html_table, to_pandas, to_polars, to_table
from kg.network.groups import communities
from kg.network.paths import shortest_paths
from kg.network.projection import to_network
from kg.network.roles import brokers
from kg.network.similarity import guesses
from tests.network.known_networks import of_the_literature

NETWORK = of_the_literature("karate_club_graph")


def test_scores_as_frames() -> None:
    ranking = rank(NETWORK, Measure.DEGREE)
    pandas, polars = to_pandas(ranking), to_polars(ranking)
    assert list(pandas.columns) == polars.columns == ["node", "value", "position"]
    assert list(pandas["node"]) == polars["node"].to_list() == [score.node for score in ranking]
    assert pandas["value"].dtype.kind == "f"
    assert polars["value"].dtype.is_float()


def test_a_partition_has_a_row_for_each_node() -> None:
    partition = communities(NETWORK)
    frame = to_pandas(partition)
    assert list(frame.columns) == ["node", "group", "kept"]
    assert len(frame) == len(NETWORK)
    assert frame.groupby("group").size().tolist() == [len(group) for group in partition.groups]


def test_paths_have_a_row_for_each_hop(graph: Graph) -> None:
    catalogue = graph.catalogue
    paths = shortest_paths(to_network(catalogue), catalogue.schema, "socar", "world-economic-forum", 2)
    table = to_table(paths)
    assert table.columns[:4] == ("path", "hop", "start", "end")
    assert [row[:2] for row in table.rows][:3] == [(1, 1), (1, 2), (1, 3)]
    claims = {link.claim for path in paths for hop in path for link in hop.links}
    assert {claim for row in table.rows for claim in row[4].split()} == claims


def test_brokers_and_guesses() -> None:
    sides = {node: str(index) for node, index in communities(NETWORK).indices.items()}
    table = to_table(brokers(NETWORK, sides))
    assert {"liaison", "gatekeeper", "itinerant", "coordinator", "constraint"} <= set(table.columns)
    guess = guesses(NETWORK)[0]
    assert dict(zip(*(to_table([guess]).columns, to_table([guess]).rows[0]), strict=True))["shared"] == " ".join(
        guess.shared
    )


def test_nothing_and_what_is_no_result() -> None:
    assert to_table([]) == Table((), ())
    assert len(to_pandas([])) == len(to_polars([])) == 0
    with pytest.raises(CallError, match="no columns for a int"):
        to_table([1])


@pytest.mark.parametrize(("module", "function"), [("pandas", to_pandas), ("polars", to_polars)])
def test_a_missing_extra_says_how_to_get_it(module: str, function: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(CallError, match=r"pip install 'partnership-kg\[frames\]'"):
        function([])  # type: ignore[operator]


def test_attributes_for_notebooks() -> None:
    network = of_the_literature("karate_club_graph")
    network.add_edge("0", "tail")
    partition = communities(network)
    degrees = rank(network, Measure.DEGREE)
    assert annotate(network, {Measure.DEGREE: degrees}, partition) is network
    assert network.nodes["0"]["cut"] is True
    assert network.nodes["tail"]["cut"] is False
    assert network.nodes["tail"]["core"] == 1
    assert network.nodes["0"]["group"] == partition.of("0")
    assert network.nodes["0"]["kept"] == partition.kept["0"]
    assert network.nodes[degrees[0].node]["degree"] == degrees[0].value
    assert nx.get_node_attributes(kg.annotate(nx.MultiGraph([("a", "b")])), "core") == {"a": 1, "b": 1}


def test_tables_are_escaped_and_small() -> None:
    html = html_table(("<b>",), [("<script>alert(1)</script>",)] * 80, "a & b")
    assert "<script>" not in html and "<b>" not in html
    assert html.count("<td>") == 50
    assert "… and 30 more" in html
    assert "a &amp; b" in html
    assert "<td>x</td>" in Table(("c",), (("x",),))._repr_html_()
