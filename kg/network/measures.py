"""The measures: what each means, its range, its paper, and how NetworkX and the faster engines compute it.

All look at a `Simple` network: parallel ties count once (their number is the weight, where a measure is weighted),
loops not at all. The first paragraph of each docstring is told to the user (`explanation`).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING

import networkx as nx

from kg.facts.problems import CallError
from kg.network.simple import Simple

if TYPE_CHECKING:
    from kg.network.reaching import Floats

Values = Mapping[str, float]
Partition = Mapping[str, int]


class Engine(Enum):
    """What computes a measure: NetworkX alone, or rustworkx and SciPy; `auto` chooses by size."""

    AUTO = "auto"
    NETWORKX = "networkx"
    RUSTWORKX = "rustworkx"

    def chosen(self, simple: Simple) -> Engine:
        """The engine for a network: NetworkX up to 200,000 nodes times ties, which take it a third of a second."""
        if self is not Engine.AUTO:
            return self
        return Engine.NETWORKX if simple.work <= _PLAIN_WORK else Engine.RUSTWORKX


_PLAIN_WORK = 200_000
_SAME_BITS_WORK = 100_000_000
"""Up to here betweenness runs on one processor, whose sums have the same last bits on every run."""


class RefusedError(CallError, ValueError):
    """A measure that has no meaning on the network that it was asked for; the text says why."""


def degree(simple: Simple, engine: Engine) -> Values:
    """Degree centrality: partners as a share of all other nodes, 0 to 1 (Freeman 1978).

    Directed: those tied to it and those it is tied to, 0 to 2. Not weighted: see `strength`. A single node has 0.
    """
    size = len(simple.nodes)
    return simple.named(simple.sums(weighted=False) * (1.0 / (size - 1.0) if size > 1 else 0.0))


def strength(simple: Simple, engine: Engine) -> Values:
    """Strength: how many sources tell of its ties, summed over partners; 0 and more (Barrat et al. 2004).

    Not normalised, and always weighted: parallel ties add the sources that the others do not name. Directed: ties in
    both directions are summed.
    """
    return simple.named(simple.sums(weighted=True))


def betweenness(simple: Simple, engine: Engine) -> Values:
    """Share of shortest paths between others that run through a node, 0 to 1 (Freeman 1977; Brandes 2001).

    Normalised by the pairs of other nodes, ordered ones where directed; pairs in two components have no path and add
    nothing. Weighted: the shortest paths are those of least length (Newman 2001).
    """
    if engine is Engine.NETWORKX:
        return nx.betweenness_centrality(simple.graph, weight=_length(simple))
    if simple.weighted:
        from kg.network.reaching import betweenness_by_length

        return simple.named(betweenness_by_length(simple.length_matrix))
    import rustworkx as rx

    fast = (rx.PyDiGraph if simple.directed else rx.PyGraph)(multigraph=False)
    fast.add_nodes_from(range(len(simple.nodes)))
    fast.extend_from_edge_list(simple.numbered())
    alone = len(simple.nodes) + 1 if simple.work <= _SAME_BITS_WORK else 50
    values = rx.betweenness_centrality(fast, parallel_threshold=alone)
    return simple.named(values[number] for number in range(len(simple.nodes)))


def closeness(simple: Simple, engine: Engine) -> Values:
    """Inverse of the mean distance to reachable nodes, times the share of nodes reached (Wasserman & Faust 1994).

    0 to 1; an isolated node has 0. Across components this is Wasserman and Faust's correction of Freeman's closeness:
    who is near to few does not pass who is near to many. Directed: by the distance of others to the node. Weighted: a
    distance is the least sum of lengths.
    """
    if engine is Engine.NETWORKX:
        plain = nx.closeness_centrality(simple.graph, distance=_length(simple), wf_improved=True)
        return {node: value * simple.unit for node, value in plain.items()}
    return simple.named(_by_distance(simple)[0])


def harmonic(simple: Simple, engine: Engine) -> Values:
    """Mean of the inverse distances to all other nodes, 0 for those out of reach (Marchiori & Latora 2000).

    0 to 1, more where weighted. Needs no correction across components (Boldi & Vigna 2014). Directed and weighted as
    for closeness.
    """
    if engine is Engine.NETWORKX:
        scale = simple.unit / max(len(simple.nodes) - 1, 1)
        plain = nx.harmonic_centrality(simple.graph, distance=_length(simple))
        return {node: value * scale for node, value in plain.items()}
    return simple.named(_by_distance(simple)[1])


def eigenvector(simple: Simple, engine: Engine) -> Values:
    """Eigenvector centrality (Bonacich 1972) in the largest component, Euclidean norm 1; 0 elsewhere.

    0 to 1; of components of one size, the one that holds the first id is taken. Directed: by incoming ties, in the
    largest strong component; refused where no tie leads back, as all values would be 0.
    """
    from kg.network import spectra

    nodes = spectra.largest_component(simple.matrix, "strong")
    if simple.directed and len(nodes) <= 1 and len(simple.ends):
        raise RefusedError(
            "eigenvector centrality has no meaning on a directed network without circles: all values are 0."
            " Use --by katz or --by pagerank, or leave out --directed."
        )
    values = dict.fromkeys(simple.nodes, 0.0)
    names = [simple.nodes[number] for number in nodes]
    if len(nodes) > 1:
        if engine is Engine.NETWORKX and len(nodes) > 3:
            part = simple.graph.subgraph(names)
            values.update(nx.eigenvector_centrality_numpy(part, weight=_weight(simple), max_iter=100_000))
        else:
            _, vector = spectra.eigenvector(simple.matrix[nodes][:, nodes])
            values.update(zip(names, map(float, vector), strict=True))
    return values


def katz(simple: Simple, engine: Engine) -> Values:
    """Katz centrality: walks that end at a node, longer ones counting less; Euclidean norm 1 (Katz 1953).

    0 to 1. The attenuation is 0.85 / the largest eigenvalue (at least 1), so that the sum exists in every network.
    All components count. Directed: walks along the ties.
    """
    from kg.network import spectra

    if engine is Engine.NETWORKX and len(simple.nodes) > 1:
        alpha = spectra.attenuation(simple.matrix)
        return nx.katz_centrality_numpy(simple.graph, alpha=alpha, beta=1.0, weight=_weight(simple))
    return simple.named(spectra.katz(simple.matrix))


def pagerank(simple: Simple, engine: Engine) -> Values:
    """PageRank: how often a walk along ties comes by, damping 0.85; values add up to 1 (Page et al. 1999).

    0 to 1, isolated nodes included. Not directed: ties are walked both ways. Directed: one way, and from where none
    leads on the walk goes to any node. Weighted: ties are chosen by weight.
    """
    if engine is Engine.NETWORKX and simple.nodes:
        tolerance = 1e-12 / len(simple.nodes)
        return nx.pagerank(simple.graph, alpha=0.85, tol=tolerance, max_iter=1000, weight=_weight(simple))
    from kg.network import spectra

    return simple.named(spectra.pagerank(simple.matrix))


def hubs(simple: Simple, engine: Engine) -> Values:
    """HITS: hubs are tied to many good authorities; values add up to 1, ties followed one way (Kleinberg 1999).

    0 to 1, and 0 outside the parts with the largest singular value. Always computed with SciPy: where several parts
    share that value, NetworkX gives whichever its solver meets.
    """
    return _hits(simple, 0)


def authorities(simple: Simple, engine: Engine) -> Values:
    """HITS: many good hubs are tied to authorities; values add up to 1, ties followed one way (Kleinberg 1999).

    As for hubs.
    """
    return _hits(simple, 1)


def constraint(simple: Simple, engine: Engine) -> Values:
    """Burt's constraint: how far its partners are each other's partners; brokers stand last (Burt 1992, 2004).

    0 and more, mostly below 1; local, so components do not matter. Not defined without partners: given as 0.
    Directed: ties of both directions are summed, as Burt does. Weighted: by shares of weight.
    """
    from kg.network import spectra

    if engine is Engine.NETWORKX and len(simple.ends):
        return _defined(nx.constraint(simple.graph, weight=_weight(simple)))
    return simple.named(spectra.constraint(simple.matrix))


def effective_size(simple: Simple, engine: Engine) -> Values:
    """Burt's effective size: partners less those who are redundant, 0 to the number of partners (Burt 1992).

    1 and more for whoever has partners, given as 0 without. Directed and weighted as for constraint.
    """
    from kg.network import spectra

    # Where directed, NetworkX 3.6 takes who has incoming ties only for one without partners. Asked for all nodes at
    # once, it divides the columns, not the rows, by the strongest tie of each row.
    if engine is Engine.NETWORKX and len(simple.ends) and not simple.directed:
        return _defined(nx.effective_size(simple.graph, nodes=simple.nodes, weight=_weight(simple)))
    return simple.named(spectra.effective_size(simple.matrix))


def participation(simple: Simple, partition: Partition) -> Values:
    """Participation: 0 if all partners are in one group, towards 1 the more evenly over groups (Guimerà & Amaral 2005).

    0 without partners. Weighted: shares of strength in place of shares of partners. Not directed.
    """
    import numpy as np

    from kg.network import spectra

    labels = sorted({partition[node] for node in simple.nodes})
    numbers = {label: number for number, label in enumerate(labels)}
    groups = np.array([numbers[partition[node]] for node in simple.nodes], dtype=np.int64)
    return simple.named(spectra.participation(simple.matrix, groups))


def _hits(simple: Simple, which: int) -> Values:
    from kg.network import spectra

    return simple.named(spectra.hubs_and_authorities(simple.matrix)[which])


def _by_distance(simple: Simple) -> tuple[Floats, Floats]:
    from kg.network.reaching import closeness_and_harmonic

    return closeness_and_harmonic(simple.matrix, simple.length_matrix if simple.weighted else None, simple.unit)


def _length(simple: Simple) -> str | None:
    return "length" if simple.weighted else None


def _weight(simple: Simple) -> str | None:
    return "weight" if simple.weighted else None


def _defined(values: Mapping[str, float]) -> Values:
    """Values with 0 in place of what is no number."""
    return {node: value if value == value else 0.0 for node, value in values.items()}
