"""Label propagation: communities in a few passes over the ties, for networks too large for Leiden.

Synchronous and deterministic, as LDBC Graphalytics defines it (CDLP; Iosup et al. 2016, after Raghavan, Albert &
Kumara 2007): what machines that share out a network compute alike. Its groups are coarser than those of
`kg.network.groups`, and where two sides of a network take each other's labels they swap for ever: hence the rounds.
"""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx
import numpy as np

from kg.network.partners import to_rows

ROUNDS = 10


def label_propagation(network: nx.Graph[str], *, rounds: int = ROUNDS) -> Mapping[str, str]:
    """For each node its label, which is a node; those of one label are a group.

    At first every node has its own. In each round it takes the label that most of its partners had in the round
    before, of equals the least; who has no partners keeps its own. Ends after so many rounds, or once none changes.
    Directions, loops and weights are ignored, parallel ties count once.

    >>> found = label_propagation(nx.relabel_nodes(nx.barbell_graph(4, 0), dict(enumerate("abcdefgh"))))
    >>> "".join(found.values())
    'aaaaeeee'
    """
    rows = to_rows(network)
    count, sources, targets = len(rows.nodes), rows.sources(), rows.targets
    labels = np.arange(count, dtype=np.int64)
    for _ in range(rounds):
        pairs, votes = np.unique(sources * count + labels[targets], return_counts=True)
        # By node, then most votes, then least label: the first of each node is its choice.
        order = np.lexsort((pairs % max(1, count), -votes, pairs // max(1, count)))
        nodes, first = np.unique((pairs // max(1, count))[order], return_index=True)
        new = labels.copy()
        new[nodes] = (pairs % max(1, count))[order][first]
        if np.array_equal(new, labels):
            break
        labels = new
    return {node: rows.nodes[label] for node, label in zip(rows.nodes, labels.tolist(), strict=True)}
