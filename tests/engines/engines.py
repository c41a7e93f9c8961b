"""SPARQL engines that share no code (but for the two faces of Oxigraph), behind one interface.

Each answers on the union of all graphs of a file that it loaded itself, by its own parser.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from abc import ABC, abstractmethod
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import rdflib
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, Store

from kg.rdf.vocabulary import GraphName
from tests.engines.answers import Answer, from_json
from tests.engines.install import JAVA, ROOT, WORKERS, class_path

_PATIENCE_SECONDS = 120.0


class Engine(ABC):
    """One engine, running. `name` is whom its failures are told of."""

    name: str

    @abstractmethod
    def load(self, dataset: str, file: Path) -> int:
        """Loads a file under a name of ours; how many statements (in named graphs or not) it found there."""

    @abstractmethod
    def select(self, dataset: str, query: str) -> Answer:
        """The answer to a SELECT on the union of all graphs that were loaded under that name."""

    def close(self) -> None:  # noqa: B027
        """Stops what it started."""


class Oxigraph(Engine):
    """The engine of our own store: what the others are compared with."""

    name = "Oxigraph"

    def __init__(self) -> None:
        self._stores: dict[str, Store] = {}

    def load(self, dataset: str, file: Path) -> int:
        self._stores[dataset] = store = Store()
        store.load(path=str(file), format=RdfFormat.TRIG if file.suffix == ".trig" else RdfFormat.TURTLE)
        return len(store)

    def select(self, dataset: str, query: str) -> Answer:
        answer = self._stores[dataset].query(query, use_default_graph_as_union=True)
        assert isinstance(answer, QuerySolutions)
        return from_json(json.loads(answer.serialize(format=QueryResultsFormat.JSON) or b""))


class Rdflib(Engine):
    """rdflib, in Python."""

    name = "rdflib"

    def __init__(self) -> None:
        self._unions: dict[str, rdflib.Graph] = {}

    def load(self, dataset: str, file: Path) -> int:
        self._unions[dataset] = union = rdflib.Graph()
        parsed = rdflib.Dataset()
        parsed.parse(file, format="trig" if file.suffix == ".trig" else "turtle")
        count = 0
        for subject, predicate, object_, _ in parsed.quads((None, None, None, None)):
            union.add((subject, predicate, object_))
            count += 1
        return count

    def select(self, dataset: str, query: str) -> Answer:
        return from_json(json.loads(self._unions[dataset].query(query).serialize(format="json") or b""))


class Worker(Engine):
    """An engine in another language, asked over its standard input and output.

    A request is a line, `LOAD name path` or `SELECT name query`, tabs between, the query in base64. So is the reply:
    `OK value`, which is the count of a LOAD or SPARQL JSON in base64, or `ERROR message`, in base64 too.
    """

    def __init__(self, name: str, *command: str) -> None:
        self.name = name
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def load(self, dataset: str, file: Path) -> int:
        return int(self._ask("LOAD", dataset, str(file)))

    def select(self, dataset: str, query: str) -> Answer:
        reply = self._ask("SELECT", dataset, b64encode(query.encode()).decode())
        return from_json(json.loads(b64decode(reply)))

    def _ask(self, *request: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("\t".join(request) + "\n")
        self._process.stdin.flush()
        status, _, value = self._process.stdout.readline().rstrip("\n").partition("\t")
        assert status == "OK", f"{self.name}: {b64decode(value).decode() or 'it ended'}"
        return value

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=30)
        assert self._process.stdout is not None
        self._process.stdout.close()


class Endpoint(Engine):
    """A server on loopback, asked by the SPARQL 1.1 protocol; each dataset is a list of its graphs."""

    def __init__(self, name: str, command: list[str], folder: Path, port: int, address: str) -> None:
        self.name = name
        self._address = address
        self._graphs: dict[str, tuple[str, ...]] = {}
        log = (folder / "output.log").open("wb")
        self._process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        log.close()
        _await_port(port, self._process)

    def select(self, dataset: str, query: str) -> Answer:
        graphs = [("default-graph-uri", graph) for graph in self._graphs[dataset]]
        data = urllib.parse.urlencode([("query", query), *graphs]).encode()
        return from_json(json.loads(_http(self._address, data, "application/sparql-results+json")))

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=60)

    def _count(self, dataset: str) -> int:
        (row,) = self.select(dataset, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows
        return int(row[0][1])

    def _name_graphs(self, dataset: str, file: Path) -> None:
        named = tuple(name.node.value for name in GraphName) if file.suffix == ".trig" else (_graph(dataset),)
        self._graphs[dataset] = named


class GraphStore(Endpoint):
    """A server that takes files by the SPARQL 1.1 Graph Store Protocol, below its root."""

    _root: str
    _graphs_at: str

    def load(self, dataset: str, file: Path) -> int:
        self._name_graphs(dataset, file)
        trig = file.suffix == ".trig"
        target = self._root + self._graphs_at + ("" if trig else f"?graph={urllib.parse.quote(_graph(dataset))}")
        _http(target, file.read_bytes(), "*/*", "application/trig" if trig else "text/turtle")
        return self._count(dataset)


class OxigraphServer(GraphStore):
    """Oxigraph's own server: the same engine by way of the protocol."""

    _graphs_at = "/store"

    def __init__(self, folder: Path) -> None:
        port = _free_port()
        self._root = f"http://127.0.0.1:{port}"
        command = [_program("oxigraph", "pip install oxigraph"), "serve", "--bind", f"127.0.0.1:{port}"]
        super().__init__("Oxigraph server", command, folder, port, f"{self._root}/query")


class JenaServer(GraphStore):
    """Jena's engine behind the protocols, at the addresses of Fuseki, by a server of the JDK (`workers/`)."""

    _graphs_at = "/data"

    def __init__(self, folder: Path) -> None:
        port = _free_port()
        self._root = f"http://127.0.0.1:{port}/ds"
        program = _program("java", "apt-get install openjdk-17-jdk-headless")
        command = [program, "-Xmx512m", "-cp", class_path("jena"), "JenaServer", str(port)]
        super().__init__("Jena server", command, folder, port, f"{self._root}/query")


class Virtuoso(Endpoint):
    """OpenLink Virtuoso 7, with a database of its own in a folder."""

    def __init__(self, folder: Path) -> None:
        server = _program("virtuoso-t", "apt-get install virtuoso-opensource-7-bin")
        self._sql_port, port = _free_port(), _free_port()
        self._folder = folder
        settings = (WORKERS / "virtuoso.ini").read_text().format(sql_port=self._sql_port, http_port=port)
        (folder / "virtuoso.ini").write_text(settings)
        command = [server, "+foreground", "+configfile", "virtuoso.ini"]
        super().__init__("Virtuoso", command, folder, port, f"http://127.0.0.1:{port}/sparql")
        _await_port(self._sql_port, self._process)

    def load(self, dataset: str, file: Path) -> int:
        self._name_graphs(dataset, file)
        shutil.copy(file, self._folder / file.name)  # it reads only below its own folder
        flags = 256 if file.suffix == ".trig" else 0
        self._sql(f"DB.DBA.TTLP_MT (file_open ('{file.name}'), '', '{_graph(dataset)}', {flags}, 1);")
        return self._count(dataset)

    def close(self) -> None:
        self._sql("shutdown;")
        self._process.wait(timeout=60)

    def _sql(self, statement: str) -> None:
        command = [_program("isql-vt", "apt-get install virtuoso-opensource-7-bin")]
        command += [f"127.0.0.1:{self._sql_port}", "dba", "dba", "VERBOSE=OFF", f"EXEC={statement}"]
        result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_PATIENCE_SECONDS)
        assert "Error" not in result.stderr + result.stdout or statement == "shutdown;", result.stderr + result.stdout


def _java(engine: str, name: str) -> Worker:
    program = _program("java", "apt-get install openjdk-17-jdk-headless")
    return Worker(name, program, "-Xmx512m", "-cp", class_path(engine), JAVA[engine])


def start(name: str, folder: Path) -> Engine:
    """The engine of that name, running; `folder` is empty and its own."""
    if name == "Oxigraph server":
        return OxigraphServer(folder)
    if name == "Virtuoso":
        return Virtuoso(folder)
    if name == "Jena":
        return _java("jena", name)
    if name == "RDF4J":
        return _java("rdf4j", name)
    if name == "Comunica":
        return Worker(name, _program("node", "apt-get install nodejs"), str(WORKERS / "comunica.mjs"), str(ROOT))
    return Rdflib()


ENGINES = ("rdflib", "Jena", "RDF4J", "Comunica", "Virtuoso", "Oxigraph server")
"""Those that are compared with Oxigraph as our store embeds it."""


def _graph(dataset: str) -> str:
    return f"urn:x-kg:{dataset}"


def _program(name: str, how: str) -> str:
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.is_file() else shutil.which(name)
    assert found is not None, f"{name} is missing: {how}"
    return found


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def _await_port(port: int, process: subprocess.Popen[Any]) -> None:
    for _ in _until(_PATIENCE_SECONDS):
        assert process.poll() is None, "the server ended"
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
    raise AssertionError("the server does not answer")


def _until(seconds: float) -> Iterator[None]:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield
        time.sleep(0.2)


def _http(address: str, data: bytes, accept: str, kind: str = "application/x-www-form-urlencoded") -> bytes:
    request = urllib.request.Request(address, data, {"Accept": accept, "Content-Type": kind})
    with urllib.request.urlopen(request, timeout=_PATIENCE_SECONDS) as reply:
        body: bytes = reply.read()
        return body
