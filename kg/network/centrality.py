"""Who stands in the middle of the partnership network."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

import networkx as nx

from kg.network import measures
from kg.network.approximate import approximate_betweenness
from kg.network.groups import RUNS, SEED, communities
from kg.network.measures import Engine, Partition, RefusedError, Values
from kg.network.partners import WeightedRows
from kg.network.simple import Simple

__all__ = ["DIGITS", "Engine", "Measure", "RefusedError", "Score", "explanation", "rank", "rank_all", "values"]

DIGITS = 12
"""No value of a score has more decimals; how many it has depends on the size of the network (`scores`)."""


class Measure(Enum):
    """A centrality measure; the value is its name on the command line and in the graph."""

    DEGREE = "degree"
    STRENGTH = "strength"
    BETWEENNESS = "betweenness"
    CLOSENESS = "closeness"
    HARMONIC = "harmonic"
    EIGENVECTOR = "eigenvector"
    KATZ = "katz"
    PAGERANK = "pagerank"
    HUBS = "hubs"
    AUTHORITIES = "authorities"
    CONSTRAINT = "constraint"
    EFFECTIVE_SIZE = "effective-size"
    PARTICIPATION = "participation"


@dataclass(frozen=True)
class Score:
    """A node's value and its position, 1 being first; equal values share a position."""

    node: str
    value: float
    position: int


def rank(
    network: nx.MultiGraph[str],
    measure: Measure,
    *,
    directed: bool = False,
    weighted: bool = False,
    partition: Partition | None = None,
    engine: Engine = Engine.AUTO,
    approximate: float | None = None,
) -> list[Score]:
    """All nodes by falling value of a measure, equal ones by id; for the arguments see `values`.

    >>> star = nx.MultiGraph([("hub", "a"), ("hub", "b")])
    >>> [(score.node, score.value, score.position) for score in rank(star, Measure.BETWEENNESS)]
    [('hub', 1.0, 1), ('a', 0.0, 2), ('b', 0.0, 2)]
    """
    simple = _simple(network, measure, directed, weighted)
    return scores(_values(simple, measure, partition, engine, approximate))


def rank_all(
    network: nx.Graph[str] | WeightedRows, chosen: Iterable[Measure], partition: Partition | None = None
) -> dict[Measure, list[Score]]:
    """The ranks by several measures of the undirected network, each tie counting once."""
    plain = Simple(network)
    ranks = {}
    for measure in chosen:
        simple = Simple(network, weighted=True) if measure is Measure.STRENGTH else plain
        _check(network, measure, False, False)
        ranks[measure] = scores(_values(simple, measure, partition, Engine.AUTO, None))
    return ranks


def values(
    network: nx.MultiGraph[str],
    measure: Measure,
    *,
    directed: bool = False,
    weighted: bool = False,
    partition: Partition | None = None,
    engine: Engine = Engine.AUTO,
    approximate: float | None = None,
) -> Values:
    """The values of a measure as they were computed, by node.

    `directed` takes a network with directions; `weighted` counts a tie by its sources (see `Simple`). Participation
    takes a `partition`, each node's group, else finds one. `approximate` is the error that betweenness may have.
    Raises RefusedError where the measure has no meaning so.
    """
    return _values(_simple(network, measure, directed, weighted), measure, partition, engine, approximate)


def scores(values: Mapping[str, float]) -> list[Score]:
    """Nodes by falling value, equal ones by id.

    Values have 6 decimals, and one more with each tenfold of nodes above 100: shares of a whole get smaller with its
    size. They are first cut to 12 digits, so that what two engines sum in another order stays equal.
    """
    decimals = min(DIGITS, max(6, 4 + math.ceil(math.log10(max(len(values), 1)))))
    rounded = {node: round(float(f"{value:.12g}"), decimals) + 0.0 for node, value in values.items()}
    found: list[Score] = []
    for index, (node, value) in enumerate(sorted(rounded.items(), key=lambda item: (-item[1], item[0]))):
        tied = found and found[-1].value == value
        found.append(Score(node, value, found[-1].position if tied else index + 1))
    return found


def measures_of_a_build(nodes: int, ties: int) -> tuple[Measure, ...]:
    """The measures that a build writes: all that an undirected network has, and of a large one those that are quick.

    Large is more than 100 million nodes times ties, parallel ones counted (6,000 and 16,000): betweenness takes seconds
    from there on. Then degree, strength, eigenvector, PageRank.
    """
    if nodes * ties > 100_000_000:
        return (Measure.DEGREE, Measure.STRENGTH, Measure.EIGENVECTOR, Measure.PAGERANK)
    return tuple(measure for measure in Measure if (measure, "undirected") not in _REFUSED)


def explanation(measure: Measure) -> str:
    """What a measure measures, its range, and the paper that it comes from."""
    about = measures.participation if measure is Measure.PARTICIPATION else _MEASURES[measure]
    return " ".join((about.__doc__ or "").split("\n\n")[0].split())


def parameters(measure: Measure) -> str:
    """What `rank_all` computes a measure with, in one line, its partition being that of `communities`.

    >>> parameters(Measure.PAGERANK)
    'directed=false weighted=false damping=0.85'
    """
    weighted = "true" if measure is Measure.STRENGTH else "false"
    return " ".join(filter(None, (f"directed=false weighted={weighted}", _PARAMETERS.get(measure, ""))))


def _simple(network: nx.MultiGraph[str], measure: Measure, directed: bool, weighted: bool) -> Simple:
    _check(network, measure, directed, weighted)
    return Simple(network, directed=directed, weighted=weighted or measure is Measure.STRENGTH)


def _check(network: nx.Graph[str] | WeightedRows, measure: Measure, directed: bool, weighted: bool) -> None:
    for asked, word in ((directed, "directed"), (not directed, "undirected"), (weighted, "weighted")):
        if asked and (measure, word) in _REFUSED:
            raise RefusedError(_REFUSED[measure, word])
    if directed and not (isinstance(network, nx.Graph) and network.is_directed()):
        raise RefusedError("the partnership network has no directions: take the network of ties.")


def _values(
    simple: Simple, measure: Measure, partition: Partition | None, engine: Engine, approximate: float | None
) -> Values:
    if approximate is not None:
        if measure is not Measure.BETWEENNESS:
            raise RefusedError(f"{measure.value} is always computed exactly. Leave out --approximate.")
        return approximate_betweenness(simple, approximate)
    engine = engine.chosen(simple)
    if measure is Measure.PARTICIPATION:
        return measures.participation(simple, _communities(simple) if partition is None else partition)
    return _MEASURES[measure](simple, engine)


def _communities(simple: Simple) -> Partition:
    """The group of each node, numbered, as `communities` draws them: by ties, not by their weights."""
    return communities(simple.graph).indices


_MEASURES: Mapping[Measure, Callable[[Simple, Engine], Values]] = {
    Measure.DEGREE: measures.degree,
    Measure.STRENGTH: measures.strength,
    Measure.BETWEENNESS: measures.betweenness,
    Measure.CLOSENESS: measures.closeness,
    Measure.HARMONIC: measures.harmonic,
    Measure.EIGENVECTOR: measures.eigenvector,
    Measure.KATZ: measures.katz,
    Measure.PAGERANK: measures.pagerank,
    Measure.HUBS: measures.hubs,
    Measure.AUTHORITIES: measures.authorities,
    Measure.CONSTRAINT: measures.constraint,
    Measure.EFFECTIVE_SIZE: measures.effective_size,
}

_PARAMETERS: Mapping[Measure, str] = {
    Measure.KATZ: "attenuation=0.85/max(1,eigenvalue)",
    Measure.PAGERANK: "damping=0.85",
    Measure.PARTICIPATION: f"resolution=1 seed={SEED} runs={RUNS}",
}
_HITS = (
    "without directions, hubs and authorities are both the eigenvector centrality. Use --directed or --by eigenvector."
)
_REFUSED: Mapping[tuple[Measure, str], str] = {
    (Measure.DEGREE, "weighted"): "degree counts partners, not sources; the weighted degree is --by strength.",
    (Measure.HUBS, "undirected"): _HITS,
    (Measure.AUTHORITIES, "undirected"): _HITS,
    (Measure.PARTICIPATION, "directed"): (
        "participation is defined by partners and their groups, whichever way ties point. Leave out --directed."
    ),
}
"""The measures that have no meaning on a kind of network, and why."""
