"""What is asked again and what never, who is told to whom, and what errors say: on a server that misbehaves."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from kg.facts.problems import CallError
from kg.rdf.endpoints import candidates
from kg.rdf.remote import RemoteStore, connect
from kg.rdf.sparql import ask
from kg.rdf.transport import PASSWORD, TOKEN, USER, Access, Patience, StoreError, Transport
from tests.rdf.stub_server import TRUE, Response, stub

BRIEF = Patience(answer_seconds=5.0, pauses_seconds=(0.01, 0.01))
ROWS = b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"literal","value":"x"}}]}}'
QUERY = "SELECT ?s WHERE { ?s ?p ?o }"


@pytest.fixture
def transport() -> Iterator[Transport]:
    made = Transport(patience=BRIEF)
    yield made
    made.close()


def store_at(address: str, transport: Transport) -> RemoteStore:
    (endpoints,) = candidates(f"query={address}/query update={address}/update graphs={address}/store")
    return RemoteStore(address, endpoints, transport)


@pytest.mark.parametrize("bad", [Response(status) for status in (502, 503, 504)], ids=lambda bad: str(bad.status))
def test_a_busy_store_is_asked_again(bad: Response, transport: Transport) -> None:
    with stub(bad, bad, Response(body=ROWS)) as server:
        assert ask(store_at(server.address, transport), QUERY) is not None
        assert len(server.asked) == 3
        assert len({asked.body for asked in server.asked}) == 1


@pytest.mark.parametrize("bad", [Response(body=ROWS, cut=True), Response(drop=True)], ids=["cut", "dropped"])
def test_an_answer_that_breaks_off_is_asked_for_again(bad: Response, transport: Transport) -> None:
    with stub(bad, Response(body=ROWS)) as server:
        ask(store_at(server.address, transport), QUERY)
        assert len(server.asked) == 2
    with (
        stub(bad) as server,
        pytest.raises(StoreError, match=rf"POST {server.address}/query: the connection broke off: .*Try again later\."),
    ):
        ask(store_at(server.address, transport), QUERY)
    assert len(server.asked) == 3


@pytest.mark.parametrize("bad", [Response(503), Response(drop=True)], ids=["busy", "dropped"])
def test_an_update_is_sent_once(bad: Response, transport: Transport) -> None:
    with stub(Response(204, b""), bad) as server:
        with pytest.raises(StoreError, match=f"POST {server.address}/update"):
            store_at(server.address, transport).update("MOVE <urn:a> TO <urn:b>")
        assert [asked.body for asked in server.asked] == [b"INSERT DATA {}", b"MOVE <urn:a> TO <urn:b>"]


def test_a_store_that_is_slow_is_not_asked_again() -> None:
    transport = Transport(patience=Patience(answer_seconds=0.1, pauses_seconds=(0.01,)))
    with stub(Response(delay_seconds=0.5)) as server:
        with pytest.raises(StoreError, match=r"no answer within 0\.1 s"):
            ask(store_at(server.address, transport), QUERY)
        assert len(server.asked) == 1
    transport.close()


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (
            Response(400, b"\n<title>no</title><p>no such\x1b[2J thing.</p>\n<p>more"),
            r"answered 400 .*: no such \[",
        ),
        (Response(401, b""), rf"answered 401 .*\. The store asks who you are\. Set {USER}"),
        (Response(403, b"closed"), r"answered 403 Forbidden: closed\. This needs a user"),
        (Response(404, b""), r"answered 404 Not Found\. Is this the address of a SPARQL store\?"),
        (Response(503, b"later"), r"answered 503 .*: later\. It is busy"),
        (Response(301, b"", headers={"Location": "https://example.org/"}), r"points: https://example\.org/"),
        (Response(kind="text/html"), r"answered with text/html, which is no answer to a query"),
        (Response(body=ROWS[:-9]), r"broke off or cannot be read"),
        (Response(body=b"Virtuoso S1T00"), r"broke off or cannot be read"),
        (Response(body=ROWS, headers={"X-SPARQL-MaxRows": "1"}), r"the first 1 rows only\. Raise ResultSetMaxRows"),
    ],
)
def test_an_error_names_the_address_the_answer_and_the_way_out(
    answer: Response, message: str, transport: Transport
) -> None:
    with stub(answer) as server:
        with pytest.raises(StoreError) as raised:
            ask(store_at(server.address, transport), QUERY)
        text = str(raised.value)
        assert text.startswith(f"POST {server.address}/query")
        assert re.search(message, text), text
        assert text.isprintable()


def test_no_part_of_a_graph_is_taken_for_all_of_it(transport: Transport) -> None:
    from kg.rdf.store import graph_triples
    from kg.rdf.vocabulary import GraphName

    part = Response(body=b"<urn:s> <urn:p> <urn:o> .\n", kind="application/n-triples")
    count = b'{"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"literal","value":"12345"}}]}}'
    with (
        stub(part, Response(body=count)) as server,
        pytest.raises(StoreError, match="gave 1 of the 12,345 triples"),
    ):
        graph_triples(store_at(server.address, transport), GraphName.CLAIMS)


def test_a_store_that_does_not_heed_the_dataset_of_a_query_is_refused(transport: Transport) -> None:
    with stub(Response(body=TRUE)) as server, pytest.raises(StoreError, match="takes no heed of default-graph-uri"):
        connect(server.address, transport)


def test_a_page_is_no_store(transport: Transport) -> None:
    with (
        stub(Response(body=b"<html>Welcome</html>", kind="text/html")) as server,
        pytest.raises(StoreError, match="Is this a SPARQL store"),
    ):
        connect(server.address, transport)


BASIC = Response(401, headers={"WWW-Authenticate": 'Basic realm="kg"'})
DIGEST = Response(401, headers={"WWW-Authenticate": 'Digest realm="kg", nonce="n", qop="auth", algorithm="MD5"'})


@pytest.mark.parametrize(("challenge", "manner"), [(BASIC, "Basic c2FpZDrQsQ=="), (DIGEST, 'Digest username="said"')])
def test_a_user_is_told_as_the_store_asks_for_it_and_not_before(challenge: Response, manner: str) -> None:
    transport = Transport(Access("said", "б"), BRIEF)
    with stub(challenge, *([challenge] if challenge is DIGEST else []), Response(body=ROWS)) as server:
        store = store_at(server.address, transport)
        ask(store, QUERY)
        assert server.asked[0].authorization == ""
        assert server.asked[-1].authorization.startswith(manner)
        asked = len(server.asked)
        ask(store, QUERY)
        assert len(server.asked) == asked + 1, "the store knows who asks by now"
        assert server.asked[-1].authorization.startswith(manner)
    transport.close()


def test_a_wrong_password_is_told_and_not_shown() -> None:
    transport = Transport(Access("said", "hunter2"), BRIEF)
    with stub(BASIC) as server, pytest.raises(StoreError, match=f"does not take the user and password in {USER}") as e:
        ask(store_at(server.address, transport), QUERY)
    assert "hunter2" not in str(e.value)
    assert len(server.asked) == 2
    transport.close()


def test_a_token_goes_with_every_request() -> None:
    transport = Transport(Access(token="abc.def"), BRIEF)
    with stub(Response(body=ROWS)) as server:
        ask(store_at(server.address, transport), QUERY)
        assert server.asked[0].authorization == "Bearer abc.def"
    transport.close()


def test_nobody_is_told_of_netrc(tmp_path: object, monkeypatch: pytest.MonkeyPatch, transport: Transport) -> None:
    from pathlib import Path

    netrc = Path(str(tmp_path)) / "netrc"
    netrc.write_text("machine 127.0.0.1 login said password hunter2\n")
    monkeypatch.setenv("NETRC", str(netrc))
    with stub(Response(body=ROWS)) as server:
        ask(store_at(server.address, transport), QUERY)
        assert server.asked[0].authorization == ""


def test_credentials_come_from_the_environment_and_are_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (USER, PASSWORD, TOKEN):
        monkeypatch.delenv(name, raising=False)
    assert Access.from_environment() == Access()
    monkeypatch.setenv(USER, "said")
    with pytest.raises(CallError, match="belong together"):
        Access.from_environment()
    monkeypatch.setenv(PASSWORD, "hunter2")
    assert Access.from_environment() == Access("said", "hunter2")
    assert "hunter2" not in repr(Access.from_environment())
    monkeypatch.setenv(TOKEN, "abc")
    with pytest.raises(CallError, match="both set"):
        Access.from_environment()
    monkeypatch.delenv(USER)
    monkeypatch.delenv(PASSWORD)
    monkeypatch.setenv(TOKEN, "hunter2\nX-Other: y")
    with pytest.raises(CallError, match=f"{TOKEN} holds") as raised:
        Access.from_environment()
    assert "hunter2" not in str(raised.value)


@pytest.mark.parametrize(
    "address",
    ["http://", "ftp://example.org/", "http://host:port/", "http://[::1/", "http://h/?query=x", "query=http://h what"],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(CallError, match="Write"):
        candidates(address)


def test_an_address_with_a_password_is_refused_without_showing_it() -> None:
    with pytest.raises(CallError, match=f"Put both into {USER} and {PASSWORD}") as raised:
        candidates("http://said:hunter2@example.org/sparql")
    assert "hunter2" not in str(raised.value)


def endpoints_of(address: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    return [(item.query, item.writing) for item in candidates(address)]


def test_the_conventions_of_known_stores_are_among_what_is_tried() -> None:
    root = "http://h:1"
    expected = {
        f"{root}/repositories/x": ("", "/statements", "/rdf-graphs/service"),
        f"{root}": ("/query", "/update", "/store"),
        f"{root}/ds": ("/sparql", "/update", "/data"),
        f"{root}/": ("/sparql", "/sparql-auth", "/sparql-graph-crud-auth"),
    }
    for address, (query, update, graphs) in expected.items():
        base = address.rstrip("/")
        assert (base + update, base + graphs) in dict(endpoints_of(address))[base + query]
    assert (f"{root}/ds/update", f"{root}/ds/data") in dict(endpoints_of(f"{root}/ds/query"))[f"{root}/ds/query"]
    assert (f"{root}/sparql", "") in dict(endpoints_of(f"{root}/sparql"))[f"{root}/sparql"]
