"""A server process: uvicorn on a socket of ours, with an end to heads that never come."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.facts.problems import CallError
from kg.server.application import make_application
from kg.server.reviewing import Desk
from kg.server.settings import Settings
from kg.server.site import Site

_CONNECTIONS = 200
_HEAD_BYTES = 65_536


def listen(settings: Settings) -> socket.socket:
    """The socket of a server; CallError where the address cannot be had."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=256)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CallError(
            f"{settings.host}:{settings.port} cannot be listened on: {reason}. Choose another with --port or --host."
        ) from None


def serve(
    site: Site,
    settings: Settings,
    ready: Callable[[str], None],
    desk: Desk | None = None,
    reopen: Callable[[], Site] | None = None,
) -> None:
    """Serves a build until the process is told to stop; `ready` is called with the address.

    With a `desk`, its drafts are reviewed too, which changes the tables of facts. `reopen` opens the build again when
    its folder holds another one; None where that is not looked for.
    """
    site.read_ahead()
    with listen(settings) as listening:
        host, port = listening.getsockname()[:2]
        ready(f"http://{f'[{host}]' if ':' in host else host}:{port}/")
        config = uvicorn.Config(
            make_application(site, settings, desk, reopen),
            http=_patient_protocol(settings.body_seconds),
            ws="none",
            lifespan="on",
            log_level="critical",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=_CONNECTIONS,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=3,
            h11_max_incomplete_event_size=_HEAD_BYTES,
        )
        uvicorn.Server(config).run(sockets=[listening])


def _patient_protocol(seconds: float) -> type[H11Protocol]:
    """uvicorn's protocol, which ends a connection where the head of a request takes longer than this to come.

    uvicorn itself waits for ever, so that idle connections could take all places.
    """

    class Patient(H11Protocol):
        _deadline: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._deadline = self.loop.call_later(seconds, transport.close)

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self.conn.their_state is not h11.IDLE:
                self._forget()
            elif self._deadline is None:
                self._deadline = self.loop.call_later(seconds, self.transport.close)

        def connection_lost(self, exc: Exception | None) -> None:
            self._forget()
            super().connection_lost(exc)

        def _forget(self) -> None:
            if self._deadline is not None:
                self._deadline.cancel()
                self._deadline = None

    return Patient
