"""The simple network that measures look at: parallel ties made one, loops left out, nodes in order."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.network.partners import WeightedRows

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    Matrix: TypeAlias = csr_array[np.float64, tuple[int, int]]

_FINEST = 2**32
"""Distances are whole multiples of a unit; this many of them are the distance of weight 1 where weights share none."""


class Simple:
    """A simple network of sorted nodes and weighted ties, as a NetworkX graph and as a sparse matrix.

    The weight of a tie is 1, or, where `weighted`, the number of different sources that tell it: what its parallel
    edges name in `sources`, and one for each edge that names none. The length of a tie is 1 / weight (Newman 2001;
    Opsahl, Agneessens & Skvoretz 2010), counted in whole units so that paths of equal length are equal.
    """

    def __init__(
        self, network: nx.Graph[str] | WeightedRows, *, directed: bool = False, weighted: bool = False
    ) -> None:
        self.directed = directed
        self.weighted = weighted
        if isinstance(network, WeightedRows):
            self.nodes, (self.ends, counts) = network.nodes, network.pairs()
            self._counts = counts if weighted else np.ones(len(counts), dtype=np.int64)
        else:
            self.nodes = tuple(sorted(network))
            weights = _weights(network, directed) if weighted else dict.fromkeys(_pairs(network.edges(), directed), 1)
            numbers = {node: number for number, node in enumerate(self.nodes)}
            ties = sorted((numbers[left], numbers[right], weight) for (left, right), weight in weights.items())
            told = np.array(ties, dtype=np.int64).reshape(-1, 3)
            self.ends, self._counts = told[:, :2].astype(np.int32), told[:, 2].copy()
        common = math.lcm(*np.unique(self._counts).tolist())
        self.unit = common if common <= _FINEST else _FINEST
        """How many units of length the distance of weight 1 has."""

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The two ends of each tie; those of `ends`, which are places in `nodes`."""
        return [(self.nodes[left], self.nodes[right]) for left, right in self.numbered()]

    @property
    def weights(self) -> list[int]:
        """The weight of each tie."""
        return list(map(int, self._counts))

    @property
    def lengths(self) -> list[int]:
        """The length of each tie, in units."""
        return [round(self.unit / weight) for weight in self.weights]

    @property
    def work(self) -> int:
        """Nodes times ties: what all shortest paths take grows with it."""
        return len(self.nodes) * len(self.ends)

    def sums(self, *, weighted: bool) -> NDArray[np.float64]:
        """For each node its ties, or their weights, added up."""
        size, weights = len(self.nodes), self._counts if weighted else None
        left, right = (np.bincount(self.ends[:, side], weights, minlength=size) for side in (0, 1))
        return (left + right).astype(float)

    @cached_property
    def graph(self) -> nx.Graph[str]:
        """As NetworkX has it (a DiGraph where directed); edges carry `weight` and `length`."""
        graph: nx.Graph[str] = nx.DiGraph() if self.directed else nx.Graph()
        graph.add_nodes_from(self.nodes)
        for (left, right), weight, length in zip(self.pairs, self.weights, self.lengths, strict=True):
            graph.add_edge(left, right, weight=weight, length=length)
        return graph

    @cached_property
    def matrix(self) -> Matrix:
        """Weights by row (from) and column (to), symmetric where not directed."""
        return self._matrix(self._counts)

    @cached_property
    def length_matrix(self) -> Matrix:
        """Lengths in units by row (from) and column (to)."""
        return self._matrix(self.lengths)

    def numbered(self) -> list[tuple[int, int]]:
        """The ties as pairs of positions in `nodes`."""
        return list(map(tuple, self.ends.tolist()))

    def named(self, values: Any) -> dict[str, float]:
        """An array with a value for each node, by node."""
        return dict(zip(self.nodes, map(float, values), strict=True))

    def _matrix(self, values: NDArray[np.int64] | list[int]) -> Matrix:
        from scipy.sparse import coo_array

        size = len(self.nodes)
        arcs = coo_array(
            (np.array(values, dtype=float), (self.ends[:, 0], self.ends[:, 1])), shape=(size, size)
        ).tocsr()
        return arcs if self.directed else (arcs + arcs.T).tocsr()


def _pairs(edges: Iterable[tuple[str, str]], directed: bool) -> set[tuple[str, str]]:
    return {(left, right) if directed or left < right else (right, left) for left, right in edges if left != right}


def _weights(network: nx.Graph[str], directed: bool) -> dict[tuple[str, str], int]:
    sources: dict[tuple[str, str], set[str]] = defaultdict(set)
    unnamed: dict[tuple[str, str], int] = defaultdict(int)
    for left, right, data in network.edges(data=True):
        told = data.get("sources", "").split()
        for pair in _pairs([(left, right)], directed):
            sources[pair].update(told)
            unnamed[pair] += not told
    return {pair: len(names) + unnamed[pair] for pair, names in sources.items()}
