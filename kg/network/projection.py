"""The store's claims as NetworkX networks.

The *ties* network is a `MultiDiGraph`: things as nodes, one edge for each claim, its key being the claim's key. The
*partnership* network is a `MultiGraph` of organisations, countries and people, one edge for each agreement or
initiative that two of them share and for each claim that ties two of them directly.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import combinations

import networkx as nx

from kg.facts.schema import Schema
from kg.rdf.catalogue import Catalogue
from kg.rdf.index import TieRow
from kg.rdf.relation_rows import Relation

ACTORS = ("Organisation", "Country", "Person")
SHARED = ("Agreement", "Initiative")
WIDEST = 200
"""How many actors may share one thing and still be taken for partners: 19,900 pairs."""


def to_network(catalogue: Catalogue, *, ties_only: bool = True) -> nx.MultiDiGraph[str]:
    """All asserted relations between things.

    Nodes are ids with `class_name` and `label`. Edges carry `predicate`, `claim` (its key), `from`, `until`
    (as the claim tells them, "" if unknown) and `sources` (ids with a space between). With `ties_only`, only
    properties that the ontology marks as ties count: standing in one country makes nobody a partner. What inference
    drew from a claim made on somebody's behalf is an edge as well, unless edges between the same two already rest on
    all of its sources.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for key, class_name, label in catalogue.kinds():
        network.add_node(key, class_name=class_name, label=label)
    for edge in catalogue.index.ties() if catalogue.index is not None else edges(catalogue):
        if edge.narrow if ties_only else edge.wide:
            network.add_edge(edge.subject, edge.object, key=edge.key, **attributes(edge))
    return network


def attributes(edge: TieRow) -> dict[str, str]:
    """What an edge of the network carries."""
    return {
        "predicate": edge.predicate,
        "claim": edge.claim,
        "from": edge.from_,
        "until": edge.until,
        "sources": edge.sources,
    }


def edges(catalogue: Catalogue, relations: Iterable[Relation] | None = None) -> Iterator[TieRow]:
    """The edges of both networks, with ties only and with all relations, each with those that it is in.

    `relations` are those of the catalogue, where they are at hand.
    Claims come first, by their keys; then what inference drew from claims made on somebody's behalf.
    """
    properties = catalogue.schema.properties
    told = _Told({(tie.subject, tie.object) for tie in catalogue.derived_ties})
    for claim, subject, predicate, object_, from_, until, sources in (
        catalogue.relations() if relations is None else relations
    ):
        edge = TieRow(
            subject, object_, claim, predicate, claim, from_, until, sources, int(properties[predicate].tie), 1
        )
        told.add(edge)
        yield edge
    for tie in catalogue.derived_ties:
        claim_ = catalogue.claims[tie.claim]
        sources = " ".join(claim_.sources)
        narrow, wide = (told.adds((tie.subject, tie.object), sources, layer) for layer in (0, 1))
        if narrow or wide:
            edge = TieRow(
                tie.subject,
                tie.object,
                f"{tie.claim}/{tie.predicate}",
                tie.predicate,
                tie.claim,
                claim_.from_.text if claim_.from_ else "",
                claim_.until.text if claim_.until else "",
                sources,
                int(narrow),
                int(wide),
            )
            told.add(edge)
            yield edge


class _Told:
    """The sources that edges between some pairs of things rest on, in the network of ties and in that of all."""

    def __init__(self, pairs: set[tuple[str, str]]) -> None:
        self._known: tuple[dict[tuple[str, str], set[str] | None], ...] = tuple(dict.fromkeys(pairs) for _ in range(2))

    def add(self, edge: TieRow) -> None:
        pair = edge.subject, edge.object
        for known, counts in zip(self._known, (edge.narrow, edge.wide), strict=True):
            if counts and pair in known:
                known[pair] = (known[pair] or set()) | set(edge.sources.split())

    def adds(self, pair: tuple[str, str], sources: str, layer: int) -> bool:
        """Whether an edge with these sources says more than those between the same two."""
        known = self._known[layer][pair]
        return known is None or not set(sources.split()) <= known


def to_partnerships(network: nx.MultiDiGraph[str], schema: Schema, *, widest: int = WIDEST) -> nx.MultiGraph[str]:
    """Organisations, countries and people of a ties network, joined by what they share.

    Edges carry `via` (the agreement or initiative; "" for a direct tie), `claims` (keys with a space between) and
    `sources` (the ids of all sources that these claims rest on, with a space between). A person and the organisation
    in which the person holds a post are joined directly. Actors without any tie are left out.

    What k actors share makes k·(k-1)/2 pairs. An agreement or initiative of more than `widest` actors therefore joins
    nobody: to be one of hundreds in a body makes no partners. `graph["too_wide"]` of the result tells how many actors
    each such thing has, by its id.
    """
    partnerships: nx.MultiGraph[str] = nx.MultiGraph()
    actors, joining = _actors(network, schema)
    partnerships.add_nodes_from((node, network.nodes[node]) for node in actors)
    for left, right, key, data in _direct(network, actors, joining):
        partnerships.add_edge(left, right, key=key, via="", claims=data["claim"], sources=data["sources"])
    for thing, members in _shared(joining, widest):
        for left, right in combinations(sorted(members), 2):
            (claims, sources), (others, other_sources) = members[left], members[right]
            told = {"claims": " ".join(sorted(claims | others)), "sources": " ".join(sorted(sources | other_sources))}
            partnerships.add_edge(left, right, key=thing, via=thing, **told)
    partnerships.graph["too_wide"] = {
        thing: len(members) for thing, members in sorted(joining.items()) if len(members) > widest
    }
    partnerships.remove_nodes_from([node for node, degree in list(partnerships.degree()) if degree == 0])
    return partnerships


_Backing = tuple[set[str], set[str]]
"""The claims that tie an actor to what it shares with others, and the sources of these."""
_Joining = dict[str, dict[str, _Backing]]
"""The actors of what can be shared."""


def _actors(network: nx.MultiDiGraph[str], schema: Schema) -> tuple[dict[str, None], _Joining]:
    """Who may be partners, and what they may share, of whose actors nothing is told yet."""
    classes = {data["class_name"] for _, data in network.nodes(data=True)}
    actors, shared = (
        {name for name in classes if any(schema.is_a(name, above) for above in roots)}
        for roots in (ACTORS, (*SHARED, "Post"))
    )
    named = [(node, data["class_name"]) for node, data in network.nodes(data=True)]
    return dict.fromkeys(node for node, name in named if name in actors), {
        node: {} for node, name in named if name in shared
    }


def _direct(
    network: nx.MultiDiGraph[str], actors: Container[str], joining: _Joining
) -> Iterator[tuple[str, str, str, Mapping[str, str]]]:
    """The ties between two actors, by their keys; once all are given, `joining` tells who shares what."""
    for left, right, key, data in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[2]):
        if left == right:
            continue
        if left in actors and right in actors:
            yield left, right, key, data
        for member, thing in ((left, right), (right, left)):
            if thing in joining and member in actors:
                claims, sources = joining[thing].setdefault(member, (set(), set()))
                claims.add(data["claim"])
                sources.update(data["sources"].split())


def _shared(joining: _Joining, widest: int) -> Iterator[tuple[str, dict[str, _Backing]]]:
    """What is shared by few enough, and by whom."""
    return ((thing, members) for thing, members in sorted(joining.items()) if len(members) <= widest)
