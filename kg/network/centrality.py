"""Who stands in the middle of the partnership network.

All measures look at the undirected simple network of partners: parallel ties between two of them count once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

import networkx as nx

DIGITS = 6


class Measure(Enum):
    """A centrality measure; the value is its name on the command line and in the graph."""

    DEGREE = "degree"
    BETWEENNESS = "betweenness"
    CLOSENESS = "closeness"
    EIGENVECTOR = "eigenvector"
    PAGERANK = "pagerank"


@dataclass(frozen=True)
class Score:
    """A node's value and its position, 1 being first; equal values share a position."""

    node: str
    value: float
    position: int


def rank(network: nx.MultiGraph[str], measure: Measure) -> list[Score]:
    """All nodes by falling value of a measure, equal ones by id; values are rounded to 6 digits."""
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(sorted(network))
    simple.add_edges_from(sorted((min(edge), max(edge)) for edge in network.edges() if edge[0] != edge[1]))
    values = {node: round(value, DIGITS) + 0.0 for node, value in _MEASURES[measure](simple).items()}
    ordered = sorted(values.items(), key=lambda item: (-item[1], item[0]))
    scores: list[Score] = []
    for index, (node, value) in enumerate(ordered):
        tied = scores and scores[-1].value == value
        scores.append(Score(node, value, scores[-1].position if tied else index + 1))
    return scores


def explanation(measure: Measure) -> str:
    """What a measure measures, its range, and the paper that it comes from."""
    return " ".join((_MEASURES[measure].__doc__ or "").split("\n\n")[0].split())


def degree(network: nx.Graph[str]) -> Mapping[str, float]:
    """Degree centrality: partners as a share of all other nodes, 0 to 1 (Freeman 1978)."""
    return nx.degree_centrality(network) if len(network) > 1 else dict.fromkeys(network, 0.0)


def betweenness(network: nx.Graph[str]) -> Mapping[str, float]:
    """Share of shortest paths between others that run through a node, 0 to 1 (Freeman 1977; Brandes 2001)."""
    return nx.betweenness_centrality(network)


def closeness(network: nx.Graph[str]) -> Mapping[str, float]:
    """Inverse of the mean distance to reachable nodes, times the share of nodes reached (Wasserman & Faust 1994)."""
    return nx.closeness_centrality(network, wf_improved=True)


def eigenvector(network: nx.Graph[str]) -> Mapping[str, float]:
    """Eigenvector centrality (Bonacich 1972) in the largest component, Euclidean norm 1; 0 elsewhere.

    Of components of one size, the one that holds the first id is taken.
    """
    values = dict.fromkeys(network, 0.0)
    components = sorted(nx.connected_components(network), key=lambda nodes: (-len(nodes), min(nodes)))
    if components and len(components[0]) > 1:
        largest = network.subgraph(sorted(components[0]))
        values.update(nx.eigenvector_centrality(largest, max_iter=10_000, tol=1e-9))
    return values


def pagerank(network: nx.Graph[str]) -> Mapping[str, float]:
    """PageRank with damping 0.85, both directions of each tie; values add up to 1 (Page et al. 1999)."""
    return nx.pagerank(network, alpha=0.85, tol=1e-10, max_iter=1000) if len(network) else {}


_MEASURES: Mapping[Measure, Callable[[nx.Graph[str]], Mapping[str, float]]] = {
    Measure.DEGREE: degree,
    Measure.BETWEENNESS: betweenness,
    Measure.CLOSENESS: closeness,
    Measure.EIGENVECTOR: eigenvector,
    Measure.PAGERANK: pagerank,
}
