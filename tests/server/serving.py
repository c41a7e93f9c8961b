"""A real server process on a free port of this machine, and requests to it."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

TIMEOUT, ROWS = 1.5, 500


@dataclass(frozen=True)
class Reply:
    """What came back: the status, the headers in lower case, the body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").split(";")[0]


@dataclass(frozen=True)
class Served:
    """A server that runs."""

    host: str
    port: int
    process: subprocess.Popen[str]

    @property
    def address(self) -> str:
        return f"http://{self.host}:{self.port}"

    def ask(
        self,
        path: str,
        method: str = "GET",
        body: bytes | None = None,
        timeout: float = 30,
        source: str | None = None,
        **headers: str,
    ) -> Reply:
        """The reply; `source` is the address of this machine to ask from."""
        connection = http.client.HTTPConnection(
            self.host, self.port, timeout=timeout, source_address=(source, 0) if source else None
        )
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            fields = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(answer.status, fields, answer.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str = "*/*", **parameters: str) -> Reply:
        return self.ask(f"{path}?{urlencode(parameters)}" if parameters else path, Accept=accept)

    def sparql(self, query: str, accept: str = "*/*", source: str | None = None, **headers: str) -> Reply:
        """A query sent as the body."""
        kind = "application/sparql-query"
        return self.ask("/sparql", "POST", query.encode(), 30, source, Content_Type=kind, Accept=accept, **headers)

    def form(self, accept: str = "*/*", **fields: str) -> Reply:
        """A query sent as a form."""
        body = urlencode(fields, quote_via=quote).encode()
        return self.ask("/sparql", "POST", body, Content_Type="application/x-www-form-urlencoded", Accept=accept)


@contextmanager
def serving(place: Path | str, *options: str, module: str = "kg") -> Iterator[Served]:
    """A server over a build in a folder, or in the store at an address, until the block ends."""
    where = "--build" if isinstance(place, Path) else "--store"
    command = [sys.executable, "-m", module, "serve", where, str(place), "--port", "0", *options]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=environment)
    assert process.stderr is not None
    try:
        line = ""
        for line in process.stderr:
            if line.startswith("Serving "):
                break
        assert " at http://" in line, line
        address = urlsplit(line.split(" at ")[1].split()[0])
        assert address.hostname is not None and address.port is not None
        yield Served(address.hostname, address.port, process)
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
        assert process.wait(15) == 0, said
        assert said == "", said
    finally:
        process.kill()
        process.wait()
        process.stderr.close()
