"""Which things to show of a network that is too large to be shown whole."""

from __future__ import annotations

from collections.abc import Mapping

from kg.network.walking import Walkable, walkable
from kg.rdf.catalogue import Catalogue


def core(catalogue: Catalogue, most: int) -> list[str]:
    """The best connected things: those that stand in the innermost k-cores of the ties network (Seidman 1983).

    Of one core, those with more neighbours come first, of as many the first by id. At most `most`; sorted.
    """
    import numpy as np

    from kg.network.cores import core_numbers
    from kg.network.numbered import neighbours, ties_of

    rows = neighbours(ties_of(catalogue))
    depth = np.array(list(core_numbers(rows).values()), dtype=np.int64)
    order = np.lexsort((np.arange(len(rows)), -np.diff(rows.starts), -depth))
    return sorted(rows.nodes[place] for place in order[:most].tolist())


def most_tied(catalogue: Catalogue, most: int) -> tuple[list[str], int]:
    """The things with most ties, of as many the first by id; how many things have any.

    At most `most`, less those without a tie to another of these; sorted.
    """
    import numpy as np

    from kg.network.numbered import ties_of

    ties = ties_of(catalogue)
    degrees = np.bincount(np.concatenate([ties.subjects, ties.objects]), minlength=len(ties.nodes))
    best = np.zeros(len(degrees), dtype=bool)
    best[np.lexsort((np.arange(len(degrees)), -degrees))[:most]] = True
    inside = best[ties.subjects] & best[ties.objects]
    shown = np.unique(np.concatenate([ties.subjects[inside], ties.objects[inside]]))
    return [ties.nodes[place] for place in shown.tolist()], int(np.count_nonzero(degrees))


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
