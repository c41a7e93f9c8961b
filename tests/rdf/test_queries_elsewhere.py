"""No query asks another server or brings a dataset of its own, wherever the words for it stand."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

import pytest
from pyoxigraph import Quad, QuerySolutions, Store

from kg.rdf.sparql import QueryError, Table, ask
from kg.rdf.vocabulary import TYPE, GraphName, thing
from tests.rdf.small_project import turtle_store


@pytest.fixture(scope="module")
def store() -> Store:
    return turtle_store("id:lab kg:locatedIn id:baku .")


@dataclass
class Server:
    """A port of this machine that counts who knocks."""

    port: int
    knocks: list[str] = field(default_factory=list)

    @property
    def iri(self) -> str:
        return f"<http://127.0.0.1:{self.port}/>"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0), backlog=50) as listening:
        found = Server(listening.getsockname()[1])

        def count() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                found.knocks.append("knock")
                connection.close()

        threading.Thread(target=count, daemon=True).start()
        yield found
        listening.shutdown(socket.SHUT_RDWR)


def test_the_engine_alone_would_ask_the_server(server: Server) -> None:
    """Else the tests below prove nothing."""
    before = len(server.knocks)
    with contextlib.suppress(OSError):
        solutions = Store().query(f"SELECT * {{ SERVICE {server.iri} {{ ?s ?p ?o }} }}")
        assert isinstance(solutions, QuerySolutions)
        list(solutions)
    assert len(server.knocks) > before


BEFORE = [
    "",
    "?a ?b ?c.",
    "?a ?b 1",
    "?a ?b true",
    "?a ?b kg:.",
    "?a ?b kg:a.",
    r"?a ?b kg:a\#b ",
    r"?a ?b kg:a\'b ",
    '?a ?b "x"@en.',
    '?a ?b """x"y""".',
    "?a ?b '''x'y'''.",
    '?a ?b "".',
    '?a ?b "x\\"y".',
    "?a ?b <http://x#>.",
    "?a ?b <http://x\u00a0#>.",
    "?a ?b _:b.",
    "FILTER(?a<?b||1=1)",
    "FILTER(?a<kg:b||1=1)",
    "{}",
    "OPTIONAL{}",
    "#comment\n",
    "#comment\r",
    "BIND('#' AS ?z)",
]
WORDS = ["SERVICE", "service ", "SeRvIcE SILENT ", "SERVICE#\n", "\\u0053ERVICE "]
AFTER = ["{?s ?p ?o}", '{?s ?p "#"}', "{} FILTER('a'='b') #"]


@pytest.mark.parametrize("before", BEFORE, ids=ascii)
def test_service_is_refused_wherever_it_stands(before: str, server: Server) -> None:
    store = Store()
    store.add(Quad(thing("a"), TYPE, thing("b"), GraphName.ASSERTED.node))
    knocks = len(server.knocks)
    for word, after, (opening, closing) in product(WORDS, AFTER, (("", ""), ("{", "\n}"))):
        with pytest.raises(QueryError):
            ask(store, f"SELECT * {{ {before}{opening}{word}{server.iri}{after}{closing}\n}}")
    assert len(server.knocks) == knocks


def test_service_by_a_name_or_a_variable_is_refused(server: Server) -> None:
    knocks = len(server.knocks)
    for text in (
        f"PREFIX : {server.iri} SELECT * {{ SERVICE:x {{ ?s ?p ?o }} }}",
        f"SELECT * {{ BIND({server.iri} AS ?x) SERVICE ?x {{ ?s ?p ?o }} }}",
        f"SELECT * {{ BIND({server.iri} AS ?x) SERVICE?x{{ ?s ?p ?o }} }}",
        f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE {server.iri} {{ ?s ?p ?o }} }}",
        f"ASK {{ FILTER EXISTS {{ SERVICE {server.iri} {{ ?s ?p ?o }} }} }}",
    ):
        with pytest.raises(QueryError, match="SERVICE asks another server"):
            ask(Store(), text)
    assert len(server.knocks) == knocks


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?x WHERE { ?x rdfs:label 'SERVICE' }",
        'SELECT ?x WHERE { ?x rdfs:label "a \\"SERVICE\\" <http://x/> {}" }',
        'SELECT ?x WHERE { ?x rdfs:label """a "b" SERVICE <http://x/> {}""" }',
        "SELECT ?x WHERE { ?x rdfs:label '''it's SERVICE''' }",
        "# SERVICE <http://x/> {}\nSELECT ?x WHERE { ?x ?p ?o }",
        "SELECT ?x WHERE { ?x ?p ?o } # SERVICE",
        "SELECT ?x WHERE { ?x ?p <http://x/SERVICE> }",
        "SELECT ?service WHERE { ?service ?p ?SERVICE }",
        "SELECT $service WHERE { $service ?p ?o }",
        "SELECT ?x WHERE { ?x kg:service id:customer-service }",
        "SELECT ?x WHERE { ?x a kg:Service ; kg:offers id:public.services }",
        "SELECT ?x WHERE { ?x rdfs:label 'x'@service }",
    ],
)
def test_service_as_a_mere_word_is_let_through(text: str, store: Store) -> None:
    assert isinstance(ask(store, text), Table)


@pytest.mark.parametrize("clause", ["FROM <http://x/>", "from named <http://x/>", "FROM<http://x/>FROM NAMED kg:x"])
@pytest.mark.parametrize("form", ["SELECT * {} WHERE {{ ?s ?p ?o }}", "ASK {} {{ ?s ?p ?o }}", "DESCRIBE id:a {}"])
def test_a_dataset_of_the_querys_own_is_refused_rather_than_passed_over(form: str, clause: str, store: Store) -> None:
    with pytest.raises(QueryError, match="Leave out FROM, and name graphs with GRAPH"):
        ask(store, form.format(clause))


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?from { ?from rdfs:label 'from' } # FROM <http://x/>",
        "PREFIX from: <http://x/> SELECT ?x { ?x from:from <http://x/FROM> }",
        "SELECT ?x { ?x kg:fromEarliest ?day }",
    ],
)
def test_from_as_a_mere_word_is_let_through(text: str, store: Store) -> None:
    assert isinstance(ask(store, text), Table)
