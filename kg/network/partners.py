"""The network of partners without its parallel ties, as most of graph theory wants it, and as matrices."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import networkx as nx
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:

    class SimpleNetwork(nx.Graph[str]):
        """A network without parallel ties and loops, its nodes and the pairs of its ties in order of ids."""
else:

    class SimpleNetwork(nx.Graph):
        """A network without parallel ties and loops, its nodes and the pairs of its ties in order of ids."""


class Neighbours(Protocol):
    """Nodes, and the neighbours of each: a `SimpleNetwork`, or `Rows`."""

    def __iter__(self) -> Iterator[str]: ...

    def __len__(self) -> int: ...

    def __contains__(self, node: object, /) -> bool: ...

    def __getitem__(self, node: str, /) -> Collection[str]: ...


def neighbours_of(network: nx.Graph[str] | Rows) -> Neighbours:
    """Each node's neighbours once, no loops, in order of ids."""
    return network if isinstance(network, Rows) else to_simple(network)


def to_simple(network: nx.Graph[str]) -> SimpleNetwork:
    """The same nodes and neighbours, each pair once, no loops; in order of ids, so that nothing hangs on chance.

    What is one already is given back itself.
    """
    if isinstance(network, SimpleNetwork):
        return network
    simple = SimpleNetwork()
    rows = to_rows(network)
    simple.add_nodes_from(rows.nodes)
    sources = rows.sources()
    once = sources < rows.targets
    nodes = np.array(rows.nodes, dtype=object)
    simple.add_edges_from(zip(nodes[sources[once]].tolist(), nodes[rows.targets[once]].tolist(), strict=True))
    return simple


@dataclass(frozen=True, eq=False)
class Lists:
    """Lists of numbers: the i-th is `values[starts[i]:starts[i + 1]]`."""

    starts: NDArray[np.int64]
    values: NDArray[np.int32]

    def of(self, which: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """The values of some lists after one another; for each, the place in `which` that it belongs to."""
        begin = self.starts[which]
        sizes = self.starts[which + 1] - begin
        owners = np.repeat(np.arange(len(which)), sizes)
        return owners, self.values[np.arange(len(owners)) + (begin - np.cumsum(sizes) + sizes)[owners]]

    def empty(self) -> NDArray[np.bool_]:
        """Which lists hold nothing."""
        found: NDArray[np.bool_] = np.diff(self.starts) == 0
        return found


@dataclass(frozen=True, eq=False)
class Rows:
    """Neighbours as numbers: those of `nodes[i]` are `targets[starts[i]:starts[i + 1]]` (compressed sparse rows)."""

    nodes: tuple[str, ...]
    starts: NDArray[np.int64]
    targets: NDArray[np.int32]

    @property
    def lists(self) -> Lists:
        """The neighbours alone."""
        return Lists(self.starts, self.targets)

    @cached_property
    def number(self) -> dict[str, int]:
        """The place of each node."""
        return {node: place for place, node in enumerate(self.nodes)}

    def __iter__(self) -> Iterator[str]:
        return iter(self.nodes)

    def __len__(self) -> int:
        return len(self.nodes)

    def __contains__(self, node: object, /) -> bool:
        return node in self.number

    def __getitem__(self, node: str, /) -> list[str]:
        """The neighbours of a node, sorted."""
        place = self.number[node]
        return [self.nodes[other] for other in self.targets[self.starts[place] : self.starts[place + 1]].tolist()]

    def sources(self) -> NDArray[np.int64]:
        """For each of the targets, the number of the node whose neighbour it is."""
        return np.repeat(np.arange(len(self.nodes), dtype=np.int64), np.diff(self.starts))


@dataclass(frozen=True, eq=False)
class WeightedRows(Rows):
    """The network of `kg.network.projection.to_partnerships` without its parallel ties."""

    weights: NDArray[np.int64]
    """For each of `targets`, how many sources tell of ties between the two; each tie that names none adds one."""
    ties: int
    """How many ties there are, parallel ones counted."""

    def pairs(self) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Each pair of neighbours once, as a row of two places in `nodes`, in order; the weight of each."""
        sources = self.sources()
        once = sources < self.targets
        return np.stack([sources[once].astype(np.int32), self.targets[once]], axis=1), self.weights[once]


def to_rows(network: nx.Graph[str] | Rows) -> Rows:
    """Nodes in order of ids, and for each the numbers of its neighbours, sorted; pairs once, no loops."""
    if isinstance(network, Rows):
        return network
    nodes = sorted(network)
    number = {node: index for index, node in enumerate(nodes)}
    # Keyed by numbers: sets of texts come in another order in each run.
    pairs = np.array(
        [(number[left], number[right]) for left, right in network.edges() if left != right], dtype=np.int64
    ).reshape(-1, 2)
    keys = np.unique(np.concatenate([pairs @ [len(nodes), 1], pairs @ [1, len(nodes)]]))
    starts = np.zeros(len(nodes) + 1, dtype=np.int64)
    np.cumsum(np.bincount(keys // max(1, len(nodes)), minlength=len(nodes)), out=starts[1:])
    return Rows(tuple(nodes), starts, (keys % max(1, len(nodes))).astype(np.int32))
