"""A remote store with the quads of `dataset_behaviour`, and somebody else's graph beside them."""

from __future__ import annotations

from pyoxigraph import Quad

from kg.rdf.publishing import publish
from kg.rdf.remote import RemoteStore
from kg.rdf.vocabulary import GraphName
from tests.rdf.dataset_behaviour import FOREIGN, QUADS


def fill(store: RemoteStore) -> RemoteStore:
    """The store, holding nothing else in our graphs."""
    publish(store, {name: [quad.triple for quad in in_graph(name)] for name in GraphName})
    store.update(f"INSERT DATA {{ GRAPH {FOREIGN.graph_name} {{ {FOREIGN.triple} }} }}")
    return store


def in_graph(name: GraphName) -> list[Quad]:
    """The quads of one graph."""
    return [quad for quad in QUADS if quad.graph_name == name.node]
