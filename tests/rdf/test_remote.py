"""The embedded store and a remote one behave alike; loading is all or nothing; addresses are found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyoxigraph import Quad, Store, Triple

from kg.facts.problems import CallError
from kg.opening import open_build
from kg.rdf.places import connect_store
from kg.rdf.publishing import aside, publish
from kg.rdf.remote import RemoteStore
from kg.rdf.store import graph_size
from kg.rdf.transport import StoreError
from kg.rdf.vocabulary import GraphName
from tests.rdf.dataset_behaviour import ACME, FOREIGN, GLOBEX, PARTNER, QUADS, SYMMETRIC, DatasetBehaviour
from tests.rdf.filling import fill, in_graph
from tests.rdf.oxigraph_server import free_port, oxigraph_server


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with oxigraph_server() as address:
        yield address


@pytest.fixture
def remote(server: str) -> Iterator[RemoteStore]:
    store = fill(connect_store(server))
    yield store
    store.close()


class TestEmbeddedStore(DatasetBehaviour):
    @pytest.fixture
    def dataset(self) -> Store:
        store = Store()
        store.extend(QUADS)
        return store


class TestOxigraphServer(DatasetBehaviour):
    @pytest.fixture
    def dataset(self, remote: RemoteStore) -> RemoteStore:
        return remote


@pytest.mark.parametrize("written", ["{}", "{}/", "{}/query", "{}/sparql", "query={0}/query update={0}/update"])
def test_an_address_may_be_that_of_the_store_or_of_an_endpoint(server: str, remote: RemoteStore, written: str) -> None:
    store = connect_store(written.format(server))
    assert len(store) == len(QUADS)
    publish(store, {GraphName.ANALYSIS: [QUADS[0].triple]})
    assert len(store) == len(QUADS) + 1
    publish(store, {GraphName.ANALYSIS: []})
    assert set(store) == set(QUADS)
    store.close()


def test_a_store_that_may_only_be_asked_says_so_when_it_is_changed(server: str, remote: RemoteStore) -> None:
    store = connect_store(f"query={server}/query")
    assert len(store) == len(QUADS)
    with pytest.raises(StoreError, match=r"no address for updates of .* is known\. Name it"):
        store.update("INSERT DATA {}")
    store.close()


def test_graphs_of_more_triples_than_one_request_takes_arrive_whole(
    remote: RemoteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.rdf.remote._CHUNK_TRIPLES", 3)
    triples = [quad.triple for quad in QUADS]
    assert len(triples) > 6
    publish(remote, {GraphName.ANALYSIS: triples})
    assert {quad.triple for quad in remote.quads_for_pattern(None, None, None, GraphName.ANALYSIS.node)} == {*triples}


def test_without_a_graph_store_updates_bring_the_graphs(
    server: str, remote: RemoteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.rdf.remote._CHUNK_TRIPLES", 3)
    store = connect_store(f"query={server}/query update={server}/update")
    triples = [quad.triple for quad in QUADS]
    publish(store, {GraphName.ANALYSIS: triples})
    assert {quad.triple for quad in remote.quads_for_pattern(None, None, None, GraphName.ANALYSIS.node)} == {*triples}
    store.close()


def everything(server: str) -> set[Quad]:
    """All quads of the server, whoever's they are."""
    import urllib.request

    from pyoxigraph import RdfFormat, parse

    with urllib.request.urlopen(f"{server}/store", timeout=30) as reply:
        return set(parse(reply.read(), format=RdfFormat.N_QUADS))


def test_loading_replaces_our_graphs_and_leaves_others_alone(server: str, remote: RemoteStore) -> None:
    triple = Triple(GLOBEX, PARTNER, ACME)
    total = publish(remote, {name: [triple] if name is GraphName.CLAIMS else [] for name in GraphName})
    assert total == 1
    assert everything(server) == {Quad(GLOBEX, PARTNER, ACME, GraphName.CLAIMS.node), FOREIGN}


def test_a_load_that_fails_leaves_the_last_graphs(
    server: str, remote: RemoteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = RemoteStore.put_graph
    loaded: list[object] = []

    def failing(store: RemoteStore, graph: object, triples: object) -> None:
        if len(loaded) == 3:
            raise StoreError("the connection broke off")
        loaded.append(graph)
        put(store, graph, triples)  # type: ignore[arg-type]

    monkeypatch.setattr(RemoteStore, "put_graph", failing)
    with pytest.raises(StoreError, match="broke off"):
        publish(remote, {name: [Triple(GLOBEX, PARTNER, ACME)] for name in GraphName})
    assert loaded == [aside(name) for name in list(GraphName)[:3]]
    assert everything(server) == {*QUADS, FOREIGN}


def test_a_store_that_loses_triples_keeps_its_last_graphs(
    server: str, remote: RemoteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = RemoteStore.put_graph
    monkeypatch.setattr(RemoteStore, "put_graph", lambda store, graph, triples: put(store, graph, triples[1:]))
    with pytest.raises(StoreError, match=r"has 1 triples in the graph 'asserted', where kg has 2"):
        publish(remote, {GraphName.ASSERTED: [Triple(GLOBEX, PARTNER, ACME), Triple(ACME, PARTNER, GLOBEX)]})
    assert everything(server) == {*QUADS, FOREIGN}


def test_the_store_may_infer_while_loading(server: str, remote: RemoteStore) -> None:
    graphs = {name: [quad.triple for quad in in_graph(name)] for name in GraphName}
    graphs[GraphName.INFERRED] = [Triple(q.object, q.predicate, q.subject) for q in QUADS[:2]]  # type: ignore[arg-type]
    publish(remote, graphs, [SYMMETRIC])
    found = {quad.triple for quad in remote.quads_for_pattern(None, None, None, GraphName.INFERRED.node)}
    assert found == set(graphs[GraphName.INFERRED])
    graphs[GraphName.INFERRED] = []
    with pytest.raises(StoreError, match="2 triples in the graph 'inferred', where kg has 0"):
        publish(remote, graphs, [SYMMETRIC])
    assert graph_size(remote, GraphName.INFERRED.node) == 2
    assert len(everything(server)) == len(QUADS) + 3


def test_a_store_without_a_build_says_how_to_load_one(server: str, remote: RemoteStore) -> None:
    publish(remote, {name: [] for name in GraphName})
    with pytest.raises(CallError, match=rf"no build in {server}\. Load one with: kg build --store {server}"):
        open_build(server)


def test_a_server_that_is_not_there_is_named() -> None:
    address = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(StoreError, match=rf"POST {address}: .*refused\. Is the store running"):
        connect_store(address)
