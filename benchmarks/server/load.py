"""Load and abuse: eight clients on one server, then four of them hostile. Run: python -m benchmarks.server.load

Prints requests a second, latencies and statuses as Markdown; needs the extra `serve`, and asks only a
server of its own on this machine.
"""

from __future__ import annotations

import itertools
import os
import platform
import socket
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

from kg.build import build
from kg.resources import Resources
from tests.server.serving import Served, serving

CLIENTS = 8
TIMEOUT = 3
HOSTILE = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER (?c != ?f && ?f != ?i) }",
    "SELECT (COUNT(*) AS ?n) { ?s (!rdf:nil|^!rdf:nil)* ?o . ?o (!rdf:nil|^!rdf:nil)* ?p }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?f ?c",
    'SELECT ?s { ?s ?p ?n . ?t ?q ?m FILTER REGEX(CONCAT(STR(?n), STR(?m)), "(a{1,50}){1,50}$") }',
    "LOAD <http://127.0.0.1/>",
    "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    "SELECT * WHERE { \ufffd",
    "#" * 1_100_000,
)
Measured = list[tuple[float, int]]


def good(served: Served) -> Iterator[Callable[[], int]]:
    """Requests of readers: every question as a page, JSON and CSV, things' cards and RDF, a query."""
    paths = [item["address"] for item in served.get("/questions", "application/json").json]
    requests: list[tuple[str, str]] = list(itertools.product(paths, ("text/html", "application/json", "text/csv")))
    requests += [("/id/socar", "text/html"), ("/id/azerbaijan", "text/turtle"), ("/find?q=markaz", "application/json")]
    for path, accept in itertools.cycle(requests):
        yield lambda path=path, accept=accept: served.get(path, accept).status  # type: ignore[misc]


def hostile(served: Served) -> Iterator[Callable[[], int]]:
    """Requests of strangers who mean harm."""
    asks: list[Callable[[], int]] = [lambda query=query: served.sparql(query).status for query in HOSTILE]  # type: ignore[misc]
    asks += [lambda: _raw(served, b"\x00\xff\xfe\r\n\r\n"), lambda: _slow(served)]
    yield from itertools.cycle(asks)


def stranger(served: Served, source: str) -> Iterator[Callable[[], int]]:
    """SPARQL of somebody who pauses, at an address of this machine (all of 127.0.0.0/8 is, on Linux and Windows)."""
    for number in itertools.count():
        query = f"SELECT ?c {{ ?c a kg:Center ; kg:locatedIn ?p }} ORDER BY ?c OFFSET {number % 5}"
        time.sleep(0.1)
        yield lambda query=query: served.sparql(query, source=source).status  # type: ignore[misc]


def heavy(served: Served, source: str) -> Iterator[Callable[[], int]]:
    """Queries that run to the limit of time, without a pause."""
    yield from itertools.repeat(lambda: served.sparql(HOSTILE[0], source=source).status)


def _raw(served: Served, data: bytes) -> int:
    with socket.create_connection((served.host, served.port), timeout=30) as connection:
        connection.sendall(data)
        return int((connection.recv(100).split() or [b"", b"0"])[1])


def _slow(served: Served) -> int:
    head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
    return _raw(served, head + b"Content-Length: 9\r\n\r\nASK")


def run(seconds: float, clients: list[Iterator[Callable[[], int]]]) -> list[Measured]:
    """Latency in seconds and status of each request of each client, all asking at once for so long."""
    ends = time.monotonic() + seconds
    found: list[Measured] = [[] for _ in clients]

    def client(number: int) -> None:
        for ask in clients[number]:
            begun = time.monotonic()
            if begun > ends:
                return
            try:
                status = ask()
            except OSError:
                status = -1
            found[number].append((time.monotonic() - begun, status))

    threads = [threading.Thread(target=client, args=(number,)) for number in range(len(clients))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def row(name: str, measured: list[Measured], seconds: float) -> str:
    """A line of the table."""
    all_ = [item for client in measured for item in client]
    times = sorted(time_ * 1000 for time_, _ in all_)
    cuts = statistics.quantiles(times, n=100)
    statuses = ", ".join(f"{count} x {status}" for status, count in sorted(Counter(s for _, s in all_).items()))
    per_second = len(all_) / seconds
    return f"| {name} | {per_second:.0f} | {cuts[49]:.0f} | {cuts[94]:.0f} | {times[-1]:.0f} | {statuses} |"


def main() -> None:
    """Measures and prints."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "build"
        build(Resources.shipped().seeds, out)
        with serving(out, "--timeout", str(TIMEOUT)) as served:
            readers = [itertools.islice(good(served), 9 * number, None) for number in range(CLIENTS)]
            calm = run(seconds, list(readers))
            mixed = [good(served) if number % 2 else hostile(served) for number in range(CLIENTS)]
            storm = run(seconds, mixed)
            after = run(2, [good(served)])
            shared = {}
            for name, hosts in (("one address", [2] * 4), ("four addresses", [3, 4, 5, 6])):
                attacks = [heavy(served, f"127.0.0.{host}") for host in hosts]
                shared[name] = run(
                    seconds, [stranger(served, f"127.0.{hosts[0]}.{number}") for number in (1, 2)] + attacks
                )
    packages = ", ".join(f"{name} {version(name)}" for name in ("starlette", "uvicorn", "pyoxigraph"))
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {packages}; {seconds:g} s each.\n")
    print("| clients | requests/s | p50 ms | p95 ms | most ms | statuses |\n|---|---|---|---|---|---|")
    print(row("8 readers", calm, seconds))
    print(row("4 readers beside 4 hostile", storm[1::2], seconds))
    print(row("the 4 hostile", storm[::2], seconds))
    print(row("1 reader, afterwards", after, 2))
    for name, found in shared.items():
        print(row(f"SPARQL of 2 strangers beside 4 hostile of {name}", found[:2], seconds))
        print(row(f"those 4 hostile of {name}", found[2:], seconds))


if __name__ == "__main__":
    main()
