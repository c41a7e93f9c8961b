"""A build's five graphs into a remote store: all of them or none, as far as the protocols allow.

Each is put under a name aside, counted, and only then are all moved to their own names in one update request, which a
store that has transactions does at once (SPARQL 1.1 Update, section 3: a request "SHOULD" be atomic).
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence

from pyoxigraph import NamedNode, Triple

from kg.rdf.inference import infer
from kg.rdf.remote import RemoteStore
from kg.rdf.rules import Rule
from kg.rdf.store import graph_size
from kg.rdf.transport import StoreError
from kg.rdf.vocabulary import GraphName


def aside(name: GraphName) -> NamedNode:
    """What a graph is called while it is being loaded."""
    return NamedNode(f"{name.node.value}/next")


def publish(
    store: RemoteStore,
    graphs: Mapping[GraphName, Sequence[Triple]],
    rules: Sequence[Rule] = (),
    progress: Callable[[str], None] = lambda stage: None,
) -> int:
    """The number of triples that the store now holds in these graphs, replacing what it held in them.

    With `rules`, the store draws the inferred graph itself. StoreError where it does not load, hold or infer what kg
    did; its graphs then are as they were.
    """
    sizes = {name: len(triples) for name, triples in graphs.items()}

    def put(name: GraphName) -> None:
        store.put_graph(aside(name), () if rules and name is GraphName.INFERRED else graphs[name])

    return _publish(store, sizes, put, rules, progress)


def publish_lines(
    store: RemoteStore,
    graphs: Mapping[GraphName, Iterable[bytes]],
    sizes: Mapping[GraphName, int],
    rules: Sequence[Rule] = (),
    progress: Callable[[str], None] = lambda stage: None,
) -> int:
    """The same of graphs too large for memory, which come as bodies of N-Triples; each graph has so many triples.

    What no body says is emptied; with `rules`, the inferred graph has what the store infers.
    """

    def put(name: GraphName) -> None:
        store.put_lines(aside(name), graphs.get(name, ()))

    known: dict[GraphName, int | None] = {name: sizes.get(name, 0) for name in GraphName}
    if rules:
        known[GraphName.INFERRED] = None
    return _publish(store, known, put, rules, progress)


def _publish(
    store: RemoteStore,
    sizes: Mapping[GraphName, int | None],
    put: Callable[[GraphName], None],
    rules: Sequence[Rule],
    progress: Callable[[str], None],
) -> int:
    """Puts graphs aside, infers, checks and swaps; a graph of no known size has what the store has then."""
    try:
        for name in sizes:
            progress(name.value)
            put(name)
        if rules:
            progress("inference")
            infer(store, rules, aside)
        found = {name: graph_size(store, aside(name)) if size is None else size for name, size in sizes.items()}
        _check(store, found, aside)
    except BaseException:
        with contextlib.suppress(StoreError):  # what is told is why it failed, not why clearing away did
            store.update(" ;\n".join(f"DROP SILENT GRAPH {aside(name)}" for name in sizes))
        raise
    progress("swap")
    store.update(" ;\n".join(_swap(name, size) for name, size in found.items()))
    _check(store, found, lambda name: name.node)
    return sum(found.values())


def _swap(name: GraphName, size: int) -> str:
    """The update that makes a graph what was put aside; a store may not know of an empty graph to move."""
    return f"MOVE GRAPH {aside(name)} TO GRAPH {name.node}" if size else f"DROP SILENT GRAPH {name.node}"


def _check(store: RemoteStore, sizes: Mapping[GraphName, int], node_of: Callable[[GraphName], NamedNode]) -> None:
    for name, size in sizes.items():
        found = graph_size(store, node_of(name))
        if found != size:
            what = f"{store.address} has {found:,} triples in the graph '{name.value}', where kg has {size:,}"
            raise StoreError(f"{what}. Either it stored them otherwise, or somebody else was loading: try again.")
