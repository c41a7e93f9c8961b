"""Which things to show of a network that is too large to be shown whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.network.projection import edges
from kg.network.walking import Walkable, walkable
from kg.rdf.catalogue import Catalogue


def core(catalogue: Catalogue, most: int) -> list[str]:
    """The best connected things: those that stand in the innermost k-cores of the ties network (Seidman 1983).

    Of one core, those with more neighbours come first, of as many the first by id. At most `most`; sorted.
    """
    import numpy as np
    import rustworkx

    rows = catalogue.index.ties() if catalogue.index is not None else edges(catalogue)
    pairs = {(min(ends), max(ends)) for edge in rows if edge.narrow for ends in [edge[:2]] if ends[0] != ends[1]}
    nodes = sorted({end for pair in pairs for end in pair})
    number = {node: place for place, node in enumerate(nodes)}
    graph: rustworkx.PyGraph[int | None, None] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(nodes)))
    graph.extend_from_edge_list([(number[left], number[right]) for left, right in pairs])
    cores: Any = rustworkx.graph_core_number(graph)  # a mapping, though its stub says int
    depth = np.array([cores[place] for place in range(len(nodes))])
    degrees = np.array([graph.degree(place) for place in range(len(nodes))])
    order = np.lexsort((np.arange(len(nodes)), -degrees, -depth))
    return sorted(nodes[place] for place in order[:most].tolist())


def surroundings(catalogue: Catalogue, start: str, hops: int, most: int) -> list[str]:
    """A thing and what lies within so many ties of it, at most `most` things; sorted.

    Nearer ones come first; of those equally near, the ones with more neighbours, then by id. Nothing is walked through
    that has more than `most` neighbours, but for the start: a country would bring in everybody.
    """
    network = walkable(catalogue)
    chosen, level = {start}, [start]
    for _ in range(hops):
        around: Mapping[str, None] = dict.fromkeys(
            other
            for node in level
            if node == start or _degree(network, node) <= most
            for other in (*network.succ[node], *network.pred[node])
            if other not in chosen
        )
        level = sorted(around, key=lambda node: (-_degree(network, node), node))[: most - len(chosen)]
        chosen.update(level)
    return sorted(chosen)


def _degree(network: Walkable, node: str) -> int:
    return len({*network.succ[node], *network.pred[node]} - {node})
