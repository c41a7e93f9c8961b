"""Random multigraphs of ties with places, countries and parallel claims, and what a path on them may be."""

from __future__ import annotations

import networkx as nx
from hypothesis import strategies as st

from kg.facts.schema import Property, PropertyUse, Schema, TemporalKind


def _property(name: str, domain: str, range_: str, *, tie: bool = True) -> Property:
    return Property(name, PropertyUse.RELATION, domain, range_, True, TemporalKind.STATE, tie=tie)


SCHEMA = Schema(
    superclasses={
        "Organisation": frozenset({"Organisation", "Agent", "Entity"}),
        "Person": frozenset({"Person", "Agent", "Entity"}),
        "Agreement": frozenset({"Agreement", "Entity"}),
        "Post": frozenset({"Post", "Entity"}),
        "City": frozenset({"City", "Place", "Entity"}),
        "Country": frozenset({"Country", "Place", "Agent", "Entity"}),
        "Place": frozenset({"Place", "Entity"}),
        "Agent": frozenset({"Agent", "Entity"}),
        "Entity": frozenset({"Entity"}),
    },
    properties={
        "partyTo": _property("partyTo", "Agent", "Agreement"),
        "cooperatesWith": _property("cooperatesWith", "Entity", "Entity"),
        "hasParticipantFrom": _property("hasParticipantFrom", "Entity", "Country"),
        "locatedIn": _property("locatedIn", "Entity", "Place", tie=False),
    },
    individuals={},
    factors={},
)
TERRITORIAL = ("hasParticipantFrom", "locatedIn")
CLASSES = ("Organisation", "Organisation", "Person", "Agreement", "Agreement", "Post", "City", "Country")


@st.composite
def networks(draw: st.DrawFn, most: int = 9) -> nx.MultiDiGraph[str]:
    """Up to `most` things; claims between any two of them, several between some."""
    count = draw(st.integers(2, most))
    names = [f"n{index}" for index in range(count)]
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name in names:
        network.add_node(name, class_name=draw(st.sampled_from(CLASSES)))
    pairs = st.tuples(st.sampled_from(names), st.sampled_from(names), st.sampled_from(sorted(SCHEMA.properties)))
    for number, (start, end, predicate) in enumerate(draw(st.lists(pairs, max_size=3 * count))):
        network.add_edge(
            start, end, key=f"c{number}", claim=f"c{number}", predicate=predicate, sources=f"s{number % 3}"
        )
    return network


def may_pass(network: nx.MultiDiGraph[str], route: tuple[str, ...]) -> bool:
    """Whether nothing on the way, its ends apart, is a place; nor a country, but where it acts on both sides."""
    for before, node, after in zip(route, route[1:], route[2:], strict=False):
        class_name = network.nodes[node]["class_name"]
        if class_name == "City":
            return False
        if class_name == "Country" and not (_acts(network, node, before) and _acts(network, node, after)):
            return False
    return True


def _acts(network: nx.MultiDiGraph[str], country: str, other: str) -> bool:
    """Whether a country acts in any claim between it and another thing: as anything but the object of a place's."""
    said = [(data["predicate"], True) for data in (network.get_edge_data(country, other) or {}).values()]
    said += [(data["predicate"], False) for data in (network.get_edge_data(other, country) or {}).values()]
    return any(
        p in ("partyTo", "cooperatesWith") or (p == "hasParticipantFrom" and is_subject) for p, is_subject in said
    )


def all_routes(network: nx.MultiDiGraph[str], start: str, end: str, most: int | None = None) -> list[tuple[str, ...]]:
    """All loopless routes that a path may take, shortest first and then by their nodes; by brute force."""
    plain: nx.Graph[str] = nx.Graph(network.to_undirected())
    routes = {tuple(route) for route in nx.all_simple_paths(plain, start, end, cutoff=most)}
    return sorted((route for route in routes if may_pass(network, route)), key=lambda route: (len(route), route))
