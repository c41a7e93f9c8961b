"""The network of partners without its parallel ties, as most of graph theory wants it, and as matrices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:

    class SimpleNetwork(nx.Graph[str]):
        """A network without parallel ties and loops, its nodes and the pairs of its ties in order of ids."""
else:

    class SimpleNetwork(nx.Graph):
        """A network without parallel ties and loops, its nodes and the pairs of its ties in order of ids."""


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
class Rows:
    """Neighbours as numbers: those of `nodes[i]` are `targets[starts[i]:starts[i + 1]]` (compressed sparse rows)."""

    nodes: tuple[str, ...]
    starts: NDArray[np.int64]
    targets: NDArray[np.int32]

    def sources(self) -> NDArray[np.int64]:
        """For each of the targets, the number of the node whose neighbour it is."""
        return np.repeat(np.arange(len(self.nodes), dtype=np.int64), np.diff(self.starts))


def to_rows(network: nx.Graph[str]) -> Rows:
    """Nodes in order of ids, and for each the numbers of its neighbours, sorted; pairs once, no loops."""
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
