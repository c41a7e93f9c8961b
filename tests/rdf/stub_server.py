"""A server on loopback that gives the answers it was told to, to see what becomes of bad ones."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import sleep

JSON = "application/sparql-results+json"
TRUE, FALSE = b'{"head":{},"boolean":true}', b'{"head":{},"boolean":false}'


@dataclass(frozen=True)
class Response:
    """One answer; `cut` sends only half of the body that its length promises, `drop` nothing at all."""

    status: int = 200
    body: bytes = FALSE
    kind: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: bool = False
    drop: bool = False
    delay_seconds: float = 0.0


@dataclass(frozen=True)
class Asked:
    """One request as it came."""

    method: str
    path: str
    authorization: str
    body: bytes


@dataclass(frozen=True)
class Stub:
    """The address of the server, and what it was asked so far."""

    address: str
    asked: list[Asked]


@contextmanager
def stub(*responses: Response) -> Iterator[Stub]:
    """A server that gives these answers in turn, and the last of them from then on."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            response = responses[min(len(asked), len(responses) - 1)]
            asked.append(Asked(self.command, self.path, self.headers.get("Authorization") or "", body))
            sleep(response.delay_seconds)
            if response.drop:
                self.close_connection = True
                return
            self.send_response(response.status)
            for name, value in {"Content-Type": response.kind, **response.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(response.body)))
            self.end_headers()
            self.wfile.write(response.body[: len(response.body) // 2] if response.cut else response.body)
            self.close_connection = self.close_connection or response.cut

        do_GET = do_POST = do_PUT = answer

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield Stub(f"http://127.0.0.1:{server.server_port}", asked)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
