"""What a group is called: after the members that stand in its middle, and what binds them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import networkx as nx

from kg.network.countries import countries
from kg.network.groups import Partition
from kg.network.numbered import Ties
from kg.network.partners import Neighbours, Rows, neighbours_of
from kg.network.projection import SHARED
from kg.rdf.catalogue import Catalogue

HEADS = 2


@dataclass(frozen=True)
class GroupName:
    """What names a group: ids, for the reader's language to name."""

    heads: tuple[str, ...]
    """The members with most partners inside the group: two, or one of a group of one. Of equal ones, organisations and
    countries before people, then who has more partners at all, then by id."""
    bond: str
    """The initiative, agreement or country that most members share, more than half of them; "" if there is none."""
    bound: int
    """How many members share it."""
    members: tuple[str, ...]
    """All members in the order of which the heads are the first."""

    @property
    def binds_all(self) -> bool:
        """Whether all members, two or more, share the bond and it is none of the heads itself."""
        return bool(self.bond) and self.bound == len(self.members) > 1 and self.bond not in self.heads


def name_groups(
    partition: Partition,
    partnerships: nx.Graph[str] | Rows,
    network: nx.MultiDiGraph[str] | Ties,
    catalogue: Catalogue,
    country: Mapping[str, str] | None = None,
) -> list[GroupName]:
    """What each group of a partnership network is called; `network` holds the ties that it was made of.

    Whoever has the country of each thing (`countries`) at hand gives it.
    """
    simple = neighbours_of(partnerships)
    country = countries(catalogue) if country is None else country
    schema = catalogue.schema
    kinds = (
        dict(zip(network.nodes, network.classes, strict=True))
        if isinstance(network, Ties)
        else {node: data["class_name"] for node, data in network.nodes(data=True)}
    )
    people = {node for node, class_name in kinds.items() if schema.is_a(class_name, "Person")}
    shared = {node for node, name in kinds.items() if any(schema.is_a(name, above) for above in SHARED)}
    around = network.around(shared) if isinstance(network, Ties) else _around(network, shared)
    return [_name(simple, around, shared, people, country, group) for group in partition.groups]


def _around(network: nx.MultiDiGraph[str], shared: set[str]) -> Callable[[str], set[str]]:
    """What tells which shared things a node is tied to."""

    def around(node: str) -> set[str]:
        return shared.intersection((*network.pred[node], *network.succ[node])) if node in network else set()

    return around


def _name(
    simple: Neighbours,
    around: Callable[[str], set[str]],
    shared: set[str],
    people: set[str],
    country: Mapping[str, str],
    group: tuple[str, ...],
) -> GroupName:
    inside = set(group)
    ties = {node: len(inside.intersection(simple[node])) for node in group}
    members = sorted(group, key=lambda node: (-ties[node], node in people, -len(simple[node]), node))
    bonds: Counter[str] = Counter()
    for node in group:
        bonds.update(around(node) | ({country[node]} if node in country else set()))
    # Of bonds of equally many, an initiative or agreement before a country, then by id.
    bond, bound = min(bonds.items(), key=lambda item: (-item[1], item[0] not in shared, item[0]), default=("", 0))
    if bound < 2 or 2 * bound <= len(group):
        bond, bound = "", 0
    return GroupName(tuple(members[:HEADS]), bond, bound, tuple(members))
