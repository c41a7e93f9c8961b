"""The store's claims as NetworkX networks.

The *ties* network is a `MultiDiGraph`: things as nodes, one edge for each claim, its key being the claim's key. The
*partnership* network is a `MultiGraph` of organisations, countries and people, one edge for each agreement or
initiative that two of them share and for each claim that ties two of them directly.
"""

from __future__ import annotations

from itertools import combinations

import networkx as nx

from kg.facts.model import Claim
from kg.facts.schema import Schema
from kg.rdf.catalogue import Catalogue

ACTORS = ("Organisation", "Country", "Person")
SHARED = ("Agreement", "Initiative")


def to_network(catalogue: Catalogue, *, ties_only: bool = True) -> nx.MultiDiGraph[str]:
    """All asserted relations between things.

    Nodes are ids with `class_name` and `label`. Edges carry `predicate`, `claim` (its key), `from`, `until`
    (as the claim tells them, "" if unknown) and `sources` (ids with a space between). With `ties_only`, only
    properties that the ontology marks as ties count: standing in one country makes nobody a partner.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    schema = catalogue.schema
    for entity in catalogue.entities.values():
        network.add_node(entity.id, class_name=entity.class_name, label=entity.label("en"))
    for claim in catalogue.claims.values():
        if claim.asserted and claim.object_is_entity and (not ties_only or schema.properties[claim.predicate].tie):
            network.add_edge(claim.subject, claim.object, key=claim.key, **_attributes(claim, claim.predicate))
    for tie in catalogue.derived_ties:
        claim = catalogue.claims[tie.claim]
        if not network.has_edge(tie.subject, tie.object):
            key = f"{tie.claim}/{tie.predicate}"
            network.add_edge(tie.subject, tie.object, key=key, **_attributes(claim, tie.predicate))
    return network


def _attributes(claim: Claim, predicate: str) -> dict[str, str]:
    return {
        "predicate": predicate,
        "claim": claim.key,
        "from": claim.from_.text if claim.from_ else "",
        "until": claim.until.text if claim.until else "",
        "sources": " ".join(claim.sources),
    }


def to_partnerships(network: nx.MultiDiGraph[str], schema: Schema) -> nx.MultiGraph[str]:
    """Organisations, countries and people of a ties network, joined by what they share.

    Edges carry `via` (the agreement or initiative; "" for a direct tie) and `claims` (keys with a space between).
    A person and the organisation in which the person holds a post are joined directly. Actors without any tie
    are left out.
    """

    def is_a(node: str, classes: tuple[str, ...]) -> bool:
        return any(schema.is_a(network.nodes[node]["class_name"], name) for name in classes)

    partnerships: nx.MultiGraph[str] = nx.MultiGraph()
    for node in network:
        if is_a(node, ACTORS):
            partnerships.add_node(node, **network.nodes[node])
    for left, right, key, data in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[2]):
        if left in partnerships and right in partnerships and left != right:
            partnerships.add_edge(left, right, key=key, via="", claims=data["claim"])
    for node in sorted(network):
        if is_a(node, (*SHARED, "Post")):
            members = _members(network, node, partnerships)
            for left, right in combinations(sorted(members), 2):
                claims = " ".join(sorted({*members[left], *members[right]}))
                partnerships.add_edge(left, right, key=node, via=node, claims=claims)
    partnerships.remove_nodes_from([node for node, degree in list(partnerships.degree()) if degree == 0])
    return partnerships


def _members(network: nx.MultiDiGraph[str], node: str, partnerships: nx.MultiGraph[str]) -> dict[str, set[str]]:
    """The actors tied to a node, with the claims that tie them."""
    members: dict[str, set[str]] = {}
    for left, right, data in (*network.in_edges(node, data=True), *network.out_edges(node, data=True)):
        other = left if right == node else right
        if other in partnerships and other != node:
            members.setdefault(other, set()).add(data["claim"])
    return members
