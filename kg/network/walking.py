"""The network of ties as a search walks it: what is around a thing is read from the index when it comes by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from kg.network.projection import attributes, to_network
from kg.rdf.catalogue import Catalogue
from kg.rdf.index import Index

Around = Mapping[str, Mapping[Any, Mapping[str, str]]]
"""The neighbours of a thing, with the edges to each by their keys."""


class Walkable(Protocol):
    """What `kg.network.ground.Ground` asks of a network: a `nx.MultiDiGraph`, or an `IndexedNetwork`."""

    @property
    def succ(self) -> Mapping[str, Around]:
        """Where edges from a thing lead."""

    @property
    def pred(self) -> Mapping[str, Around]:
        """Where edges to a thing come from."""

    @property
    def nodes(self) -> Mapping[str, Mapping[str, Any]]:
        """The `class_name` and `label` of a thing."""

    def __contains__(self, node: object, /) -> bool: ...

    def __iter__(self) -> Iterator[str]: ...


def walkable(catalogue: Catalogue, *, ties_only: bool = True) -> Walkable:
    """The network of a catalogue, read as it is walked where the build prepared that."""
    if catalogue.index is not None:
        return IndexedNetwork(catalogue.index, ties_only=ties_only)
    return to_network(catalogue, ties_only=ties_only)


class IndexedNetwork:
    """The network that `kg.network.projection.to_network` makes, read from an index as far as it is looked at."""

    def __init__(self, index: Index, *, ties_only: bool) -> None:
        self.nodes: Mapping[str, Mapping[str, Any]] = _Things(index)
        self.succ: Mapping[str, Around] = _Ends(index, self.nodes, forward=True, ties_only=ties_only)
        self.pred: Mapping[str, Around] = _Ends(index, self.nodes, forward=False, ties_only=ties_only)

    def __contains__(self, node: object, /) -> bool:
        return node in self.nodes

    def __iter__(self) -> Iterator[str]:
        return iter(self.nodes)


class _Things(Mapping[str, Mapping[str, Any]]):
    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: dict[str, Mapping[str, Any]] = {}
        self._all = False

    def __getitem__(self, key: str) -> Mapping[str, Any]:
        if key not in self._known:
            row = None if self._all else self._index.thing(key)
            if row is None:
                raise KeyError(key)
            self._known[key] = {"class_name": row[0], "label": row[1]}
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        if not self._all:
            self._known = {key: {"class_name": name, "label": label} for key, name, label in self._index.things()}
            self._all = True
        return iter(self._known)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Ends(Mapping[str, Around]):
    def __init__(
        self, index: Index, things: Mapping[str, Mapping[str, Any]], *, forward: bool, ties_only: bool
    ) -> None:
        self._index, self._things, self._forward, self._ties_only = index, things, forward, ties_only
        self._known: dict[str, Around] = {}

    def __getitem__(self, key: str) -> Around:
        if key not in self._known:
            if key not in self._things:
                raise KeyError(key)
            around: dict[str, dict[str, Mapping[str, str]]] = {}
            for edge in self._index.ties_of(key, forward=self._forward):
                if edge.narrow if self._ties_only else edge.wide:
                    other = edge.object if self._forward else edge.subject
                    around.setdefault(other, {})[edge.key] = attributes(edge)
            self._known[key] = around
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)
