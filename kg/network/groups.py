"""Communities: groups of partners with more ties among them than chance would give.

They are found by the Leiden algorithm (Traag, Waltman & van Eck 2019), which keeps every group connected in itself. It
is run from several seeds: the division with the highest modularity is given, and with it how far the divisions agree,
since a division that every run draws anew says little about the network.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from itertools import combinations

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.network.partners import Rows, to_rows

SEED = 20260123
RUNS = 10
DIGITS = 6
METHOD = "leiden"
_THREADS = 2
_LARGE = 20_000
"""From how many ties on the runs are kept short, and the best of them is made anew at length."""
_PASSES, _SHORT, _LONG = 10, 2, 5
"""Passes over the network: of any run, of the runs over a large one, of the best of these."""

Labels = NDArray[np.int64]


@dataclass(frozen=True)
class Partition:
    """A division of a network into groups, and how much it can be trusted."""

    groups: tuple[tuple[str, ...], ...]
    """Ids of the members of each group, sorted; the largest group first, those of one size by their first id."""
    modularity: float
    """Ties inside groups as a share of all, less what chance would give at these degrees (Newman & Girvan 2004), with
    the resolution as its factor (Reichardt & Bornholdt 2006): at most 1, 0 for no groups at all. 6 digits."""
    stability: float
    """The mean adjusted Rand index (Hubert & Arabie 1985) over all pairs of runs: 1 where all agree, about 0 where they
    agree no more than by chance. 6 digits."""
    kept: Mapping[str, float]
    """For each node, the share of runs in which it stands with most of its group."""
    resolution: float = 1.0
    seed: int = SEED
    runs: int = RUNS

    def of(self, node: str) -> int:
        """The index in `groups` of the group of a node; KeyError where the network has no such node."""
        return self.indices[node]

    @cached_property
    def indices(self) -> Mapping[str, int]:
        """For each node, the index in `groups` of its group."""
        return {node: index for index, group in enumerate(self.groups) for node in group}

    @property
    def parameters(self) -> str:
        """What the division was computed with, in one line."""
        return f"resolution={self.resolution:g} seed={self.seed} runs={self.runs}"

    def _repr_html_(self) -> str:
        from kg.network.frames import html_table

        rows = [(number, len(group), ", ".join(group)) for number, group in enumerate(self.groups, start=1)]
        caption = f"{len(self.groups)} groups, modularity {self.modularity:.3f}, stability {self.stability:.3f}"
        return html_table(("group", "size", "members"), rows, caption)


@dataclass(frozen=True, eq=False)
class _Runs:
    """The labels that each run gives to all nodes, those that are taken in the end, and their modularity."""

    labels: Sequence[Labels]
    best: Labels
    modularity: float


def communities(
    network: nx.Graph[str] | Rows, *, seed: int = SEED, resolution: float = 1.0, runs: int = RUNS
) -> Partition:
    """The best of several divisions of a network into groups, by modularity.

    Directions, loops and weights are ignored, parallel ties count once; a node without ties is a group of its own. A
    higher resolution gives more and smaller groups (the limit that it moves: Fortunato & Barthélemy 2007). One seed
    gives the same groups on every run and machine. ValueError for a resolution that is not above 0.

    >>> barbell = nx.relabel_nodes(nx.barbell_graph(3, 0), dict(enumerate("abcdef")))
    >>> found = communities(barbell)
    >>> found.groups, found.of("e"), found.stability
    ((('a', 'b', 'c'), ('d', 'e', 'f')), 1, 1.0)
    """
    if not resolution > 0:
        raise ValueError(f"the resolution is {resolution:g}; it must be above 0")
    rows = to_rows(network)
    if not len(rows.targets):
        alone = tuple((node,) for node in rows.nodes)
        return Partition(alone, 0.0, 1.0, dict.fromkeys(rows.nodes, 1.0), resolution, seed, runs)
    found = _run(rows, seed, resolution, runs)
    best = found.best
    members: dict[int, list[str]] = {}
    for node, label in zip(rows.nodes, best.tolist(), strict=True):
        members.setdefault(label, []).append(node)
    groups = sorted((tuple(group) for group in members.values()), key=lambda group: (-len(group), group))
    return Partition(
        groups=tuple(groups),
        modularity=round(found.modularity, DIGITS) + 0.0,
        stability=round(_agreement(found.labels), DIGITS) + 0.0,
        kept=dict(zip(rows.nodes, _kept(best, found.labels).tolist(), strict=True)),
        resolution=resolution,
        seed=seed,
        runs=runs,
    )


def engine() -> str:
    """The library that finds the groups, with its version."""
    return f"graspologic-native {version('graspologic-native')}"


def adjusted_rand(one: Labels, other: Labels) -> float:
    """How far two divisions of the same nodes agree, 1 being equal (Hubert & Arabie 1985, equation 5).

    1 as well where both have one group only, or only groups of one.
    """
    _, sizes = np.unique(one * (int(other.max()) + 1) + other, return_counts=True)
    together, in_one, in_other = (
        float((n * (n - 1) // 2).sum()) for n in (sizes, np.bincount(one), np.bincount(other))
    )
    pairs = len(one) * (len(one) - 1) / 2
    expected = in_one * in_other / pairs if pairs else 0.0
    most = (in_one + in_other) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)


def _run(rows: Rows, seed: int, resolution: float, runs: int) -> _Runs:
    from graspologic_native import leiden_csr

    weights = np.ones(len(rows.targets))
    large = len(rows.targets) >= 2 * _LARGE

    def run(number: int, passes: int = _SHORT if large else _PASSES) -> Labels:
        _, found = leiden_csr(
            rows.starts, rows.targets, weights, len(rows.nodes), resolution=resolution, iterations=passes, seed=number
        )
        return np.array([found[index] for index in range(len(rows.nodes))], dtype=np.int64)

    # The engine leaves the interpreter's lock to others while it works.
    with ThreadPoolExecutor(_THREADS) as threads:
        labels = list(threads.map(run, range(seed, seed + runs)))
    # Of runs that differ in the last digits only, the first: which one it is must not hang on the processor.
    values = [round(_modularity(rows, item, resolution), 9) for item in labels]
    first = values.index(max(values))
    best = run(seed + first, _LONG) if large else labels[first]
    return _Runs(labels, best, _modularity(rows, best, resolution))


def _modularity(rows: Rows, labels: Labels, resolution: float) -> float:
    degrees = np.diff(rows.starts)
    ends = len(rows.targets)
    inside = int((np.repeat(labels, degrees) == labels[rows.targets]).sum())
    shares = np.bincount(labels, weights=degrees) / ends
    return inside / ends - resolution * float(np.dot(shares, shares))


def _agreement(runs: Sequence[Labels]) -> float:
    pairs = [adjusted_rand(one, other) for one, other in combinations(runs, 2)]
    return float(np.mean(pairs)) if pairs else 1.0


def _kept(best: Labels, runs: Sequence[Labels]) -> NDArray[np.float64]:
    """For each node, in how many runs it is in the group that holds most of its group; the first of equal ones."""
    stayed = np.zeros(len(best))
    for labels in runs:
        width = int(labels.max()) + 1
        keys, sizes = np.unique(best * width + labels, return_counts=True)
        main = np.zeros(int(best.max()) + 1, dtype=np.int64)
        order = np.lexsort((-keys, sizes))
        main[keys[order] // width] = keys[order] % width
        stayed += labels == main[best]
    return stayed / len(runs)
