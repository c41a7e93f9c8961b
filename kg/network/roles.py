"""Brokers: who stands between two who are not partners themselves, and on whose side."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from itertools import combinations

import networkx as nx
import numpy as np

from kg.network.partners import Neighbours, Rows, neighbours_of, to_rows
from kg.network.role_counts import count_roles


class Role(Enum):
    """What a broker is to the two whom it joins (Gould & Fernandez 1989), by the sides that the three are on.

    Partnership has no direction. So gatekeeper (lets the stranger in) and representative (speaks to the stranger),
    which that paper tells apart by the direction of the ties, are one role here, counted once.
    """

    COORDINATOR = "coordinator"
    """All three are on one side."""
    ITINERANT = "itinerant"
    """The two are on one side and the broker is not (consultant)."""
    GATEKEEPER = "gatekeeper"
    """One of the two is on the broker's side (gatekeeper and representative)."""
    LIAISON = "liaison"
    """All three are on different sides."""


@dataclass(frozen=True)
class Standing:
    """How often a node stands between two, in each role."""

    node: str
    spans: int
    """How many pairs of different sides it joins."""
    counts: Mapping[Role, int]


@dataclass(frozen=True)
class Broker(Standing):
    """A node that stands between two: where it comes, and how open what is around it is."""

    position: int
    """By `spans`, then by `across`, 1 being the first; equal ones share it."""
    effective_size: float
    """Partners less the mean number of partners that a partner has among them (Burt 1992, as NetworkX): how many
    different directions they open. 0 without partners."""
    constraint: float
    """How far its partners are tied to one another (Burt 1992), near 0 for who spans many holes; 0 without partners."""

    @property
    def across(self) -> int:
        """Pairs of nodes joined in all roles but coordinator: two sides or more have a part in them."""
        return self.pairs - self.counts[Role.COORDINATOR]

    @property
    def pairs(self) -> int:
        """Pairs joined in all roles."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class BrokeredPair:
    """Two partners of a broker who are not partners, `left` being the first by id."""

    left: str
    right: str
    role: Role


def brokers(network: nx.Graph[str] | Rows, sides: Mapping[str, str], apart: Container[str] = ()) -> list[Broker]:
    """All nodes that join two others on known sides: who joins most pairs of sides comes first.

    Pairs count once, whatever number of ties they rest on, and only where both have a side in `sides`; so must the
    broker, unless it is one of those `apart`, which are on no side: such as an international organisation between
    countries. Each pair counts for every broker that joins it.

    Pairs of sides order brokers before pairs of nodes do, since whoever has many partners of its own side joins each of
    them to any one stranger, and would come before the stranger who joins three sides.
    """
    simple = neighbours_of(network)
    found = [
        Broker(item.node, item.spans, item.counts, 0, *structural_holes(simple, item.node))
        for item in standings(network, sides, apart)
    ]
    found.sort(key=lambda item: (-item.spans, -item.across, -item.pairs, item.node))
    places: dict[tuple[int, int], int] = {}
    for place, item in enumerate(found, start=1):
        places.setdefault((item.spans, item.across), place)
    return [replace(item, position=places[item.spans, item.across]) for item in found]


def standings(network: nx.Graph[str] | Rows, sides: Mapping[str, str], apart: Container[str] = ()) -> list[Standing]:
    """How often each of these brokers stands in each role, in order of ids: what can be told of all of them quickly."""
    rows = to_rows(network)
    told = {side: place for place, side in enumerate(sorted({sides[node] for node in rows if node in sides}))}
    side = np.array([told[sides[node]] if node in sides else -1 for node in rows], dtype=np.int64)
    counts = count_roles(rows, side, np.array([node in sides or node in apart for node in rows], dtype=bool))
    roles = (Role.COORDINATOR, Role.ITINERANT, Role.GATEKEEPER, Role.LIAISON)
    return [
        Standing(node, spans, dict(zip(roles, joined, strict=True)))
        for node, spans, joined in zip(rows.nodes, counts.spans.tolist(), counts.roles.T.tolist(), strict=True)
        if any(joined)
    ]


def brokered_pairs(
    network: nx.Graph[str] | Rows, sides: Mapping[str, str], node: str, apart: Container[str] = ()
) -> list[BrokeredPair]:
    """The pairs that a node joins, as `brokers` counts them: by role (liaison first, coordinator last), then by ids."""
    simple = neighbours_of(network)
    if node not in simple or not (node in sides or node in apart):
        return []
    partners = sorted(partner for partner in simple[node] if partner in sides)
    found = [
        BrokeredPair(left, right, role_of(sides[left], sides.get(node, ""), sides[right]))
        for left, right in combinations(partners, 2)
        if right not in simple[left]
    ]
    order = [Role.LIAISON, Role.GATEKEEPER, Role.ITINERANT, Role.COORDINATOR]
    return sorted(found, key=lambda pair: (order.index(pair.role), pair.left, pair.right))


def role_of(left: str, broker: str, right: str) -> Role:
    """The role of a broker by the sides of the three.

    >>> role_of("Norland", "Norland", "Sudland")
    <Role.GATEKEEPER: 'gatekeeper'>
    """
    if left == right:
        return Role.COORDINATOR if left == broker else Role.ITINERANT
    return Role.GATEKEEPER if broker in (left, right) else Role.LIAISON


def structural_holes(simple: Neighbours, node: str) -> tuple[float, float]:
    """Effective size and constraint of a node of a simple network, 6 digits; both 0 without partners (Burt 1992)."""
    partners = set(simple[node])
    if not partners:
        return 0.0, 0.0
    shared = {partner: partners.intersection(simple[partner]) for partner in partners}
    size = len(partners) - sum(len(found) for found in shared.values()) / len(partners)
    share = 1 / len(partners)
    constraint = 0.0
    for partner in sorted(partners):
        indirect = sum(share / len(simple[other]) for other in sorted(shared[partner]))
        constraint += (share + indirect) ** 2
    return round(size, 6), round(constraint, 6)
