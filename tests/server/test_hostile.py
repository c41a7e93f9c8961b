"""What strangers send: the server refuses it, ends it in time, and answers others meanwhile."""

from __future__ import annotations

import os
import socket
import threading
import time
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from kg.build import make_graph, report_of, write_files
from tests.server.serving import TIMEOUT, Served, serving

HOSTILE_NAMES = Path(__file__).parents[1] / "views" / "hostile"
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER (?c != ?f && ?f != ?i) }"
PATH = "SELECT (COUNT(*) AS ?n) { ?s (!rdf:nil|^!rdf:nil)* ?o . ?o (!rdf:nil|^!rdf:nil)* ?p }"
SORTED = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?f ?c"
DOUBLED = "SELECT (STRLEN(?z) AS ?n) { VALUES ?a { '" + "a" * 1000 + "' } "
for old, new in zip("abcdef", "bcdefz", strict=True):
    DOUBLED += f"BIND (CONCAT({', '.join([f'?{old}'] * 16)}) AS ?{new}) "
DOUBLED += "}"


@pytest.mark.parametrize("query", [CROSS, PATH, SORTED, DOUBLED], ids=["cross", "path", "sorted", "doubled"])
def test_what_takes_too_much_is_ended(server: Served, query: str) -> None:
    begun = time.monotonic()
    reply = server.sparql(query)
    assert reply.status == 503
    assert time.monotonic() - begun < TIMEOUT + 10
    assert server.sparql("ASK { ?s a kg:Center }").json["boolean"] is True


def test_a_huge_pattern_does_no_harm(server: Served) -> None:
    pattern = "(a{1,900}){1,900}" * 5
    reply = server.sparql(f'SELECT ?s {{ ?s rdfs:label ?n FILTER REGEX(STR(?n), "{pattern}") }}')
    assert reply.status in (200, 503)
    assert server.sparql("(" * 20_000).status in (400, 503)
    assert server.sparql("SELECT * { " + "{" * 20_000).status in (400, 503)


def test_others_are_answered_while_strangers_fill_the_endpoint(server: Served) -> None:
    statuses: list[int] = []

    def flood() -> None:
        statuses.append(server.sparql(CROSS).status)

    threads = [threading.Thread(target=flood) for _ in range(5)]
    for thread in threads:
        thread.start()
    try:
        answered = 0
        while any(thread.is_alive() for thread in threads):
            assert server.get("/questions/agreements.json", party="SOCAR").status == 200
            assert server.get("/id/socar", "text/html").status == 200
            answered += 1
    finally:
        for thread in threads:
            thread.join()
    assert answered > 0
    assert set(statuses) <= {429, 503}
    assert server.sparql("ASK {}").status == 200


def test_a_busy_endpoint_says_when_to_come_back(server: Served) -> None:
    threads = [threading.Thread(target=server.sparql, args=(CROSS,)) for _ in range(50)]
    for thread in threads:
        thread.start()
    time.sleep(1)
    reply = server.sparql("ASK {}")
    for thread in threads:
        thread.join()
    assert reply.status == 429
    assert int(reply.headers["retry-after"]) > 0
    assert server.sparql("ASK {}").status == 200


def test_a_query_that_nobody_waits_for_is_stopped(built: Path) -> None:
    with serving(built, "--timeout", "60") as served:
        path = f"/sparql?{urlencode({'query': CROSS})}"
        leaving = [socket.create_connection((served.host, served.port)) for _ in range(max(2, os.cpu_count() or 1))]
        for connection in leaving:
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        time.sleep(1)
        for connection in leaving:
            connection.close()
        assert served.sparql("ASK {}").status == 200


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\xff\x00\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 70_000 + b"\r\n\r\n",
    ],
)
def test_bytes_that_are_no_request(server: Served, data: bytes) -> None:
    with socket.create_connection((server.host, server.port), timeout=20) as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        assert b" 200 " not in connection.recv(200).split(b"\r\n")[0]
    assert server.get("/").status == 200


@pytest.mark.parametrize(
    ("path", "body", "kind"),
    [
        ("/sparql?query=%ff%fe", b"", ""),
        ("/sparql?query=%", b"", ""),
        ("/sparql", b"\xff\xfe\x00ASK", "application/sparql-query"),
        ("/sparql", b"query=%ff", "application/x-www-form-urlencoded"),
        ("/sparql", b"a=1&" * 5_000, "application/x-www-form-urlencoded"),
    ],
)
def test_malformed_queries_are_400(server: Served, path: str, body: bytes, kind: str) -> None:
    reply = server.ask(path, "POST" if body else "GET", body or None, Content_Type=kind)
    assert reply.status == 400
    assert "Traceback" not in reply.text


def test_nul_and_bidirectional_characters_in_addresses(server: Served) -> None:
    for path in (
        "/id/%00",
        "/id/%E2%80%AE",
        "/find?q=%00%01%E2%80%AE",
        "/questions/agreements?party=%00",
        "/%2e%2e/%2e%2e/x",
    ):
        reply = server.get(path, "text/html")
        assert reply.status in (200, 400, 404), path
        assert "Traceback" not in reply.text


def test_large_bodies_are_refused(server: Served) -> None:
    assert server.sparql("#" * 1_000_001).status == 413
    head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
    with socket.create_connection((server.host, server.port), timeout=20) as connection:
        connection.sendall(head + b"Transfer-Encoding: chunked\r\n\r\n")
        try:
            for _ in range(90):
                connection.sendall(b"10000\r\n" + b"#" * 0x10000 + b"\r\n")
        except OSError:
            pass
        assert connection.recv(100).startswith(b"HTTP/1.1 413 ")


def test_slow_heads_and_bodies_are_ended_and_block_nobody(built: Path) -> None:
    with serving(built, module="tests.server.impatient") as served:
        _send_slowly(served)


def _send_slowly(server: Served) -> None:
    head = (
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 99\r\n"
    )
    slow = [head + b"\r\nASK", head[:40], b"", b"G"] * 5
    connections = []
    for data in slow:
        connection = socket.create_connection((server.host, server.port), timeout=25)
        connection.sendall(data)
        connections.append((connection, data))
    assert server.sparql("ASK {}").status == 200
    for connection, data in connections:
        with connection:
            received = connection.recv(1000)
            assert received.startswith(b"HTTP/1.1 408 ") if b"ASK" in data else received == b""


def test_only_our_own_name_is_answered_on_loopback(server: Served) -> None:
    for host in ("evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", "[::2]", ""):
        assert server.ask("/", Host=host).status == 421, host
    for host in ("localhost", f"localhost:{server.port}", "127.0.0.1", f"[::1]:{server.port}", "LOCALHOST"):
        assert server.ask("/", Host=host).status == 200, host


def test_headers_that_every_answer_has(server: Served) -> None:
    pages = ("/", "/id/socar", "/ontology", "/explorer.html", "/nowhere", "/static/site.css")
    for path in (*pages, "/id/socar.ttl", "/files/graph.ttl", "/sparql?query=ASK%7B%7D", "/sparql?query=x"):
        headers = server.get(path, "text/html, */*;q=0.5").headers
        assert headers["x-content-type-options"] == "nosniff", path
        assert headers["referrer-policy"] == "no-referrer"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert "server" not in headers
        assert "access-control-allow-origin" not in headers


def test_other_origins_read_only_where_allowed(server: Served, built: Path) -> None:
    assert "access-control-allow-origin" not in server.ask("/sparql", Origin="https://a.example").headers
    with serving(built, "--cors", "https://a.example") as served:
        allowed = served.ask("/sparql?query=ASK%7B%7D", Origin="https://a.example")
        assert allowed.headers["access-control-allow-origin"] == "https://a.example"
        other = served.ask("/sparql?query=ASK%7B%7D", Origin="https://b.example")
        assert "access-control-allow-origin" not in other.headers
        asked = served.ask(
            "/sparql", "OPTIONS", None, 30, Origin="https://a.example", Access_Control_Request_Method="POST"
        )
        assert asked.status == 200


class Markup(HTMLParser):
    """The elements and attributes of a page, as a browser would find them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[tuple[str, str]] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {(name, value or "") for name, value in attrs}


def check_harmless(text: str, path: str) -> None:
    found = Markup(text)
    assert not {*found.tags} & {"img", "iframe", "object", "style", "base"}, path
    assert found.tags.count("script") == 2 * (("src", "/static/query.js") in found.attributes), path
    assert not [name for name, _ in found.attributes if name.startswith("on")], path
    assert not [v for name, v in found.attributes if name == "href" and v.lower().strip().startswith("javascript")], (
        path
    )


def test_names_are_never_markup(tmp_path: Path) -> None:
    graph = make_graph(HOSTILE_NAMES)
    write_files(graph, report_of(graph), tmp_path)
    with serving(tmp_path) as served:
        for kind, keys in (
            ("id", graph.catalogue.entities),
            ("claim", graph.catalogue.claims),
            ("source", graph.catalogue.sources),
        ):
            for key in keys:
                page = served.get(f"/{kind}/{quote(key)}", "text/html")
                assert page.status == 200
                check_harmless(page.text, key)
        attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
        for path, parameters in (
            ("/find", {"q": attack}),
            ("/query", {"query": attack}),
            ("/query", {"query": f"SELECT (STR('''{attack} ''') AS ?x) {{}}"}),
            ("/query", {"query": "SELECT (IRI('javascript:alert(1)') AS ?x) {}"}),
            ("/questions/agreements", {"party": attack}),
            (f"/id/{quote(attack)}", {}),
        ):
            page = served.get(path, "text/html", **parameters)
            check_harmless(page.text, path)
            assert "alert(1)" in page.text
