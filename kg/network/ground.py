"""What a path may walk on: a network seen through filters, looked at only where a search comes by.

Nothing is copied: the neighbours of a thing are worked out when a search first reaches it, and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from enum import Enum
from itertools import pairwise
from weakref import WeakKeyDictionary

from kg.facts.model import Claim
from kg.facts.schema import Schema
from kg.network.filters import Filters
from kg.network.hops import Hop, Link, Path
from kg.network.projection import ACTORS, SHARED, WIDEST
from kg.network.walking import Walkable, walkable
from kg.rdf.catalogue import Catalogue

_JOINING = (*SHARED, "Post")

_MOST_KEPT = 8
_Networks = dict[bool, Walkable]
_networks: WeakKeyDictionary[Catalogue, _Networks] = WeakKeyDictionary()
_grounds: WeakKeyDictionary[Catalogue, dict[tuple[Filters, bool], Ground]] = WeakKeyDictionary()


def asks_for_a_place(schema: Schema, predicate: str, is_subject: bool) -> bool:
    """Whether the ontology gives this end of a property to places or countries."""
    property_ = schema.properties.get(predicate)
    asked = "" if property_ is None else property_.domain if is_subject else property_.range
    return schema.is_a(asked, "Place")


class Standing(Enum):
    """Whether a path may walk through a thing: always, never, or only where the thing acts."""

    FREE = "free"
    ACTING = "acting"
    CLOSED = "closed"


class Ground:
    """The things and ties of a network that a path may use; the network must not change meanwhile.

    Edges are walked both ways. A place is come from or gone to, never walked through. A country is walked through
    only where it acts: along a tie that the ontology gives to agents (party to, member of, joined …), never along one
    that asks for a place or a country at that end (is located in, is of the country, had participants from).
    Among `partners`, the neighbours of an organisation, country or person are those that it has a direct tie to, or
    shares an agreement, initiative or post with that has no more than `WIDEST` parties, as in `to_partnerships`.
    """

    def __init__(
        self,
        network: Walkable,
        schema: Schema,
        filters: Filters | None = None,
        claims: Mapping[str, Claim] | None = None,
        *,
        partners: bool = False,
    ) -> None:
        """`claims`, by key, are needed where filters look at evidence."""
        self.network, self.schema, self.partners = network, schema, partners
        self.filters = filters or Filters()
        self._claims = claims if claims is not None else {}
        self._counts = self._link_test()
        self._told: dict[str, Claim | None] = {}
        self._around: dict[str, tuple[str, ...]] = {}
        self._tied: dict[str, tuple[str, ...]] = {}
        self._within: dict[str, tuple[str, ...]] = {}
        self._standings: dict[str, Standing] = {}
        self._places: dict[tuple[str, bool], bool] = {}
        self.prices: dict[object, Callable[[str, str], int]] = {}
        """The prices of its steps, each kept under what it goes by (see `kg.network.costs`)."""

    def claim(self, key: str) -> Claim | None:
        """A claim as the filters leave it; None where it does not count."""
        if key not in self._told:
            claim = self._claims.get(key)
            self._told[key] = None if claim is None else self.filters.claim(claim, self.schema)
        return self._told[key]

    def has(self, node: str) -> bool:
        """Whether a path may begin or end here."""
        if node not in self.network or node in self.filters.avoid:
            return False
        return not self.partners or self.is_party(node)

    def is_party(self, node: str) -> bool:
        """Whether it is an organisation, a country or a person."""
        return self._is_a(node, ACTORS)

    def neighbours(self, node: str, ends: Collection[str] = ()) -> tuple[str, ...]:
        """Where a path between these ends may go from here, sorted."""
        if node in ends:
            return tuple(other for other in self.around(node) if other in ends or self._open(other, node))
        if node not in self._within:
            around = self.around(node) if self._standing(node) is not Standing.CLOSED else ()
            self._within[node] = tuple(n for n in around if self._open(n, node) and self._open(node, n))
        inner = self._within[node]
        more = [end for end in ends if end not in inner and node in self.around(end) and self._open(node, end)]
        return tuple(sorted((*inner, *more))) if more else inner

    def around(self, node: str) -> tuple[str, ...]:
        """All that ties join it to, sorted: where a path may end that begins here."""
        if not self.partners:
            return self._ties(node)
        if node not in self._around:
            found: set[str] = set()
            for other in self._ties(node):
                if self.is_party(other):
                    found.add(other)
                elif self._joins(other):
                    found.update(self.members(other))
            self._around[node] = tuple(sorted(found - {node}))
        return self._around[node]

    def shared(self, left: str, right: str) -> list[str]:
        """What two partners share: agreements, initiatives and posts, sorted."""
        return [node for node in self._both(left, right) if self.members(node)]

    def _both(self, left: str, right: str) -> list[str]:
        """What both are tied to and may be partners by, sorted."""
        others = set(self._ties(right))
        return [node for node in self._ties(left) if node in others and self._joins(node)]

    def beside(self, path: Path) -> dict[int, tuple[Hop, ...]]:
        """The agreements and initiatives that join two parties on the path as well, by the hop that ends the way.

        What a path between two parties goes by, or a direct tie of theirs, is often one of several that they share: of
        equal ones a path takes the first. Each hop here runs from one party to the other, by links `via` one thing.
        Among partners there are none, since a hop holds all that two share.
        """
        found: dict[int, tuple[Hop, ...]] = {}
        for index, hop in enumerate(path):
            if index and self._is_a(hop.start, SHARED):
                start, via = path[index - 1].start, hop.start
            elif not self._is_a(hop.start, ("Person",)) and not self._is_a(hop.end, ("Person",)):
                start, via = hop.start, ""
            else:
                continue  # a person's agreements stand behind a post of theirs, not beside it
            if not self.partners and self.is_party(start) and self.is_party(hop.end):
                others = [node for node in self._both(start, hop.end) if node != via and self._is_a(node, SHARED)]
                found[index] = tuple(Hop(start, hop.end, self._links_via(start, hop.end, node)) for node in others)
        return {index: hops for index, hops in found.items() if hops}

    def members(self, node: str) -> list[str]:
        """The parties that share an agreement, initiative or post, sorted; nobody where these are too many."""
        found = [other for other in self._ties(node) if self.is_party(other)]
        return found if len(found) <= WIDEST else []

    def links(self, start: str, end: str) -> tuple[Link, ...]:
        """All claims that join two neighbours: direct ones first, then by what they share; by predicate and claim."""
        direct = self.direct_links(start, end)
        if not self.partners:
            return direct
        by = [link for via in self.shared(start, end) for link in self._links_via(start, end, via)]
        return (*direct, *by)

    def _links_via(self, start: str, end: str, via: str) -> tuple[Link, ...]:
        """The claims that tie two to a thing that they share, those of the first one first."""
        sides = ((True, (start, via)), (False, (via, end)))
        return tuple(replace(link, via=via, near=near) for near, ends in sides for link in self.direct_links(*ends))

    def hop(self, start: str, end: str) -> Hop:
        """The step from one neighbour to another."""
        return Hop(start, end, self.links(start, end))

    def path(self, nodes: tuple[str, ...]) -> Path:
        """The path that visits these."""
        return tuple(self.hop(start, end) for start, end in pairwise(nodes))

    def nodes(self) -> list[str]:
        """Where a path may come by, sorted."""
        return sorted(node for node in self.network if self.has(node))

    def _ties(self, node: str) -> tuple[str, ...]:
        if node not in self._tied:
            forth, back = self.network.succ[node], self.network.pred[node]
            found = {n for edges in (forth, back) for n, by_key in edges.items() if self._any_counts(by_key)}
            self._tied[node] = tuple(sorted(found - {node, *self.filters.avoid}))
        return self._tied[node]

    def _any_counts(self, edges: Mapping[str, Mapping[str, str]]) -> bool:
        counts = self._counts
        return counts is None or any(map(counts, edges.values()))

    def direct_links(self, start: str, end: str) -> tuple[Link, ...]:
        """The claims that join two things themselves, by predicate and claim."""
        counts = self._counts
        links = [
            Link(data["claim"], data["predicate"], forward)
            for forward, edges in (
                (True, self.network.succ[start].get(end)),
                (False, self.network.pred[start].get(end)),
            )
            for data in (edges or {}).values()
            if counts is None or counts(data)
        ]
        return tuple(sorted(links, key=lambda link: (link.predicate, link.claim)))

    def _link_test(self) -> Callable[[Mapping[str, str]], bool] | None:
        """What says whether an edge counts; None if every one does."""
        filters = self.filters
        wanted, unwanted = frozenset(filters.predicates), frozenset(filters.without_predicates)
        of_places = filters.through_places and not filters.all_relations
        if not (wanted or unwanted or of_places or filters.touch_evidence):
            return None

        def counts(data: Mapping[str, str]) -> bool:
            predicate = data["predicate"]
            if (wanted and predicate not in wanted) or predicate in unwanted:
                return False
            if of_places and not (self._is_tie(predicate) or self._is_of_a_place(predicate)):
                return False
            return not filters.touch_evidence or self.claim(data["claim"]) is not None

        return counts

    def _open(self, node: str, other: str) -> bool:
        """Whether a path may walk through a thing when it comes from, or goes on to, this neighbour."""
        standing = self._standing(node)
        if standing is Standing.ACTING:
            return any(self._acts(node, predicate, is_subject) for predicate, is_subject in self._at(node, other))
        return standing is Standing.FREE

    def _at(self, node: str, other: str) -> Iterator[tuple[str, bool]]:
        """The predicates of the claims that touch a thing in a hop, and whether it is the subject."""
        for neighbour in (other, *(self.shared(node, other) if self.partners else ())):
            for link in self.direct_links(node, neighbour):
                yield link.predicate, link.forward

    def _acts(self, node: str, predicate: str, is_subject: bool) -> bool:
        return self._is_tie(predicate) and not self._asks_for_a_place(predicate, is_subject)

    def _is_tie(self, predicate: str) -> bool:
        property_ = self.schema.properties.get(predicate)
        return property_ is None or property_.tie

    def _is_of_a_place(self, predicate: str) -> bool:
        return any(self._asks_for_a_place(predicate, is_subject) for is_subject in (True, False))

    def _asks_for_a_place(self, predicate: str, is_subject: bool) -> bool:
        """Whether the ontology gives this end of a property to places or countries."""
        key = predicate, is_subject
        if key not in self._places:
            self._places[key] = asks_for_a_place(self.schema, predicate, is_subject)
        return self._places[key]

    def _standing(self, node: str) -> Standing:
        class_name = self.network.nodes[node]["class_name"]
        if class_name not in self._standings:
            self._standings[class_name] = self._standing_of(class_name)
        return self._standings[class_name]

    def _standing_of(self, class_name: str) -> Standing:
        if not self._passes(class_name):
            return Standing.CLOSED
        if self.filters.through_places or not self.schema.is_a(class_name, "Place"):
            return Standing.FREE
        return Standing.ACTING if self.schema.is_a(class_name, "Agent") else Standing.CLOSED

    def _passes(self, class_name: str) -> bool:
        """Whether the filters on classes let a path walk through a thing of this class."""
        wanted = self.filters.classes
        if self.partners:
            wanted = tuple(name for name in wanted if self.schema.is_a(name, "Agent") == self._is_actor(class_name))
        is_a = self.schema.is_a
        if any(is_a(class_name, name) for name in self.filters.without_classes):
            return False
        return not wanted or any(is_a(class_name, name) for name in wanted)

    def _is_actor(self, class_name: str) -> bool:
        return any(self.schema.is_a(class_name, name) for name in ACTORS)

    def _joins(self, node: str) -> bool:
        """Whether partners may be partners by it."""
        return self._is_a(node, _JOINING) and self._passes(self.network.nodes[node]["class_name"])

    def _is_a(self, node: str, classes: tuple[str, ...]) -> bool:
        class_name = self.network.nodes[node]["class_name"]
        return any(self.schema.is_a(class_name, name) for name in classes)


def ground_of(catalogue: Catalogue, filters: Filters, *, partners: bool = False) -> Ground:
    """What a path may walk on in a catalogue; kept for the next call, as long as the catalogue is."""
    kept = _grounds.setdefault(catalogue, {})
    ground = kept.pop((filters, partners), None)
    if ground is None:
        ties_only = not (filters.all_relations or filters.through_places)
        networks = _networks.setdefault(catalogue, {})
        if ties_only not in networks:
            networks[ties_only] = walkable(catalogue, ties_only=ties_only)
        ground = Ground(networks[ties_only], catalogue.schema, filters, catalogue.claims, partners=partners)
    kept[filters, partners] = ground
    if len(kept) > _MOST_KEPT:
        del kept[next(iter(kept))]
    return ground
