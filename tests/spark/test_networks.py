"""Components, PageRank and labels on Spark are those of NetworkX and of kg on one machine."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import networkx as nx
import pytest
from pyspark.sql import DataFrame, SparkSession

from kg.build import Graph
from kg.network.centrality import Measure, rank
from kg.network.projection import to_network
from kg.network.propagation import label_propagation as labels_here
from kg.partitioned import QUADS_FOLDER, build_partitioned
from kg.resources import Resources
from kg.spark import networks


def drawn(seed: int) -> nx.MultiDiGraph[str]:
    """Communities, chains, hubs, loops, parallel ties and ends from which nothing leads on."""
    chance = random.Random(seed)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for block in range(4):
        names = [f"{block}-{number}-ə" if number % 7 == 0 else f"{block}-{number}" for number in range(30)]
        network.add_edges_from(pairwise(names[:13]))
        network.add_edges_from((chance.choice(names[12:]), chance.choice(names[12:])) for _ in range(60))
    network.add_edges_from([("loop", "loop"), ("1-0-ə", "2-20"), ("a", "b"), ("a", "b")])
    return network


def frame(spark: SparkSession, network: nx.Graph[str]) -> DataFrame:
    return spark.createDataFrame(list(network.edges()), "left string, right string")


def by_node(found: DataFrame) -> dict[str, object]:
    rows = found.collect()
    values = {row[0]: row[1] for row in rows}
    assert len(values) == len(rows)
    return values


@pytest.mark.parametrize("seed", [1, 2])
def test_components_are_those_of_networkx_named_by_their_least_node(spark: SparkSession, seed: int) -> None:
    network = drawn(seed)
    wanted = {node: min(part) for part in nx.weakly_connected_components(network) for node in part}
    assert by_node(networks.components(frame(spark, network))) == wanted


def test_a_long_chain_in_any_order_is_one_component(spark: SparkSession) -> None:
    numbers = list(range(300))
    random.Random(5).shuffle(numbers)
    chain = spark.createDataFrame(list(pairwise(numbers)), "left long, right long")
    assert set(by_node(networks.components(chain)).values()) == {0}


@pytest.mark.parametrize("directed", [False, True])
def test_pagerank_is_that_of_the_local_measure(spark: SparkSession, directed: bool) -> None:
    network = drawn(3)
    wanted = {score.node: score.value for score in rank(network, Measure.PAGERANK, directed=directed)}
    found = by_node(networks.pagerank(frame(spark, network), directed=directed))
    assert found == pytest.approx(wanted, abs=1e-6)
    plain = nx.DiGraph(network) if directed else nx.Graph(network)
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    assert found == pytest.approx(nx.pagerank(plain, tol=1e-10, max_iter=500), abs=1e-6)


@pytest.mark.parametrize("rounds", [1, 10])
def test_labels_are_those_of_the_local_propagation(spark: SparkSession, rounds: int) -> None:
    network = drawn(4)
    found = by_node(networks.label_propagation(frame(spark, network), rounds=rounds))
    assert found == labels_here(network, rounds=rounds)


def test_no_ties_give_no_rows(spark: SparkSession) -> None:
    empty = spark.createDataFrame([], "left string, right string")
    for found in (networks.components(empty), networks.pagerank(empty), networks.label_propagation(empty)):
        assert by_node(found) == {}


def test_ties_are_those_of_the_network_of_ties(spark: SparkSession, graph: Graph, tmp_path: Path) -> None:
    build_partitioned(spark, Resources.shipped().seeds, tmp_path / "build")
    schema = graph.ontology.schema
    found = networks.ties(spark, tmp_path / "build" / QUADS_FOLDER, schema).collect()
    told = to_network(graph.catalogue)
    wanted = set(told.edges())
    drawn_ties = {(left, right) for left, right, key in told.edges(keys=True) if "/" in key}
    pairs = {(row["left"], row["right"]) for row in found}
    assert pairs <= wanted and wanted - pairs <= drawn_ties
