"""Remote stores on real servers: Oxigraph's, Jena's engine at the addresses of Fuseki, and Virtuoso.

Virtuoso asks for a user by Digest and has its own SPARQL.

Whether Virtuoso's answers are those of the standard is a question of `test_engines`; here it is whether kg says of a
remote store what that store holds and answers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, Triple

from kg.build import Graph
from kg.cli import main
from kg.opening import open_build
from kg.rdf.places import connect_store
from kg.rdf.publishing import publish
from kg.rdf.queries import NamedQuery, read_questions
from kg.rdf.remote import RemoteStore
from kg.rdf.store import graph_triples
from kg.rdf.transport import PASSWORD, TOKEN, USER, Access, StoreError, Transport
from kg.rdf.vocabulary import XSD, GraphName
from kg.resources import Resources
from tests.engines.answers import from_json
from tests.engines.engines import Endpoint, JenaServer, OxigraphServer, Virtuoso
from tests.rdf.dataset_behaviour import DatasetBehaviour
from tests.rdf.filling import fill

QUESTIONS = read_questions(Resources.shipped().questions)
_BOOLEAN = NamedNode(XSD + "boolean")


def content(graph: Graph) -> dict[GraphName, list[Triple]]:
    return {name: graph_triples(graph.store, name) for name in GraphName}


def same_values(triples: list[Triple]) -> set[Triple]:
    """The triples, with `1` for true: Virtuoso writes truth values so, which RDF lets it."""

    def one(triple: Triple) -> Triple:
        node = triple.object
        if isinstance(node, Literal) and node.datatype == _BOOLEAN and node.value in ("true", "false"):
            node = Literal("1" if node.value == "true" else "0", datatype=_BOOLEAN)
        return Triple(triple.subject, triple.predicate, node)

    return {one(triple) for triple in triples}


@pytest.fixture(scope="module")
def as_dba() -> Iterator[None]:
    """The user of a new Virtuoso, as the environment tells it; Oxigraph asks for none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(USER, "dba")
        patch.setenv(PASSWORD, "dba")
        patch.delenv(TOKEN, raising=False)
        yield


@pytest.fixture(scope="module", params=[OxigraphServer, JenaServer, Virtuoso], ids=lambda engine: engine.__name__)
def engine(
    request: pytest.FixtureRequest, as_dba: None, built: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Endpoint]:
    """A server, which held the shipped graph once: Virtuoso plans by what its own loader first brought.

    Where that was a handful of triples, or came otherwise, it took minutes for one question in place of a second.
    """
    started = request.param(tmp_path_factory.mktemp("remote"))
    started.load("shipped", built / "dataset.trig")
    yield started
    started.close()


@pytest.fixture
def remote(engine: Endpoint) -> Iterator[RemoteStore]:
    store = connect_store(engine._address.rpartition("/")[0])
    yield store
    store.close()


class TestRemoteStores(DatasetBehaviour):
    @pytest.fixture
    def dataset(self, remote: RemoteStore) -> RemoteStore:
        return fill(remote)


@pytest.fixture(scope="module")
def loaded(engine: Endpoint, graph: Graph) -> str:
    """The address of a store into which the shipped graph was loaded, over what it held of another."""
    address = engine._address.rpartition("/")[0]
    store = connect_store(address)
    publish(fill(store), content(graph))
    store.close()
    return address


def test_the_store_holds_what_was_loaded(loaded: str, remote: RemoteStore, graph: Graph) -> None:
    for name in GraphName:
        assert same_values(graph_triples(remote, name)) == same_values(graph_triples(graph.store, name)), name


def test_what_is_read_back_is_what_the_folder_holds(loaded: str, built: Path) -> None:
    there, here = open_build(loaded), open_build(built)
    assert there.entities == here.entities
    assert there.claims == here.claims
    assert there.sources == here.sources
    assert there.derived_ties == here.derived_ties


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_is_answered_as_the_store_answers_it(
    question: NamedQuery, loaded: str, remote: RemoteStore, engine: Endpoint, graph: Graph
) -> None:
    answer = question.run(remote)
    if isinstance(engine, OxigraphServer):
        assert answer == question.run(graph.store)
        return
    engine._graphs["loaded"] = tuple(name.node.value for name in GraphName)
    solutions = remote.query(question.bound(), use_default_graph_as_union=True)
    assert isinstance(solutions, QuerySolutions)
    data = solutions.serialize(format=QueryResultsFormat.JSON)
    assert from_json(json.loads(data or b"")) == engine.select("loaded", question.bound())
    assert len(answer.rows) > 0


@pytest.mark.parametrize(
    "command",
    [
        ("path", "SOCAR", "World Economic Forum", "-k", "3"),
        ("show", "International Telecommunication Union", "--lang", "kk"),
        ("rank", "--by", "pagerank"),
        ("timeline", "SOCAR", "--as-of", "2026"),
        ("explain", "SOCAR", "partnerOf", "Ministry of Economy of Azerbaijan"),
    ],
    ids=" ".join,
)
def test_a_command_says_the_same(
    command: tuple[str, ...], loaded: str, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--build", str(built)]) == 0
    expected = capsys.readouterr()
    assert main([*command, "--store", loaded]) == 0
    assert capsys.readouterr() == expected
    assert expected.out


def test_the_store_infers_what_kg_does(engine: Endpoint, loaded: str, remote: RemoteStore, graph: Graph) -> None:
    publish(remote, content(graph), graph.rules)
    found = graph_triples(remote, GraphName.INFERRED)
    assert set(found) == set(graph_triples(graph.store, GraphName.INFERRED))


def test_a_user_whom_the_store_does_not_know_changes_nothing(
    engine: Endpoint, loaded: str, remote: RemoteStore, graph: Graph
) -> None:
    if not isinstance(engine, Virtuoso):
        return  # they let everybody do everything
    from kg.rdf.remote import connect

    for access, message in ((Access(), f"Set {USER}"), (Access("dba", "wrong"), "does not take the user")):
        transport = Transport(access)
        stranger = connect(loaded, transport)
        with pytest.raises(StoreError, match=message):
            publish(stranger, {name: [] for name in GraphName})
        transport.close()
    assert set(graph_triples(remote, GraphName.CLAIMS)) == set(graph_triples(graph.store, GraphName.CLAIMS))
