"""A server process: uvicorn on a socket of ours, with an end to heads that never come."""

from __future__ import annotations

import asyncio
import socket
from collections import Counter
from collections.abc import Callable
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.facts.problems import CallError
from kg.server.application import make_application
from kg.server.reviewing import Desk
from kg.server.settings import Settings
from kg.server.shares import client_of
from kg.server.site import Site

_CONNECTIONS = 200
_HEAD_BYTES = 65_536
_TOO_MANY = (
    b"HTTP/1.1 429 Too Many Requests\r\nretry-after: 2\r\nconnection: close\r\n"
    b"content-type: text/plain; charset=utf-8\r\ncontent-length: 34\r\n\r\nToo many connections from there.\r\n"
)


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
            http=_patient_protocol(settings),
            ws="none",
            lifespan="on",
            log_level="critical",
            access_log=False,
            server_header=False,
            proxy_headers=bool(settings.proxies),
            forwarded_allow_ips=list(settings.proxies),
            limit_concurrency=_CONNECTIONS,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=3,
            h11_max_incomplete_event_size=_HEAD_BYTES,
        )
        uvicorn.Server(config).run(sockets=[listening])


def _patient_protocol(settings: Settings) -> type[H11Protocol]:
    """uvicorn's protocol, which ends a connection where the head of a request takes too long to come.

    uvicorn itself waits for ever, so that idle connections could take all places. Half of these are for one address.
    """
    open_: Counter[str] = Counter()
    proxies = [ip_network(text) for text in settings.proxies]

    class Patient(H11Protocol):
        _deadline: asyncio.TimerHandle | None = None
        _counted: str | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._deadline = self.loop.call_later(settings.body_seconds, transport.close)
            host = self.client[0] if self.client else ""
            if _is_of(host, proxies):
                return
            self._counted = client_of(host)
            open_[self._counted] += 1
            if open_[self._counted] > _CONNECTIONS // 2:
                transport.write(_TOO_MANY)
                transport.close()

        def data_received(self, data: bytes) -> None:
            if self.transport.is_closing():
                return
            super().data_received(data)
            if self.conn.their_state is not h11.IDLE:
                self._forget()
            elif self._deadline is None:
                self._deadline = self.loop.call_later(settings.body_seconds, self.transport.close)

        def connection_lost(self, exc: Exception | None) -> None:
            self._forget()
            if self._counted is not None:
                open_.subtract([self._counted])
                if not open_[self._counted]:
                    del open_[self._counted]
            super().connection_lost(exc)

        def _forget(self) -> None:
            if self._deadline is not None:
                self._deadline.cancel()
                self._deadline = None

    return Patient


def _is_of(host: str, networks: list[IPv4Network | IPv6Network]) -> bool:
    """Whether an address is in one of these networks."""
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return any(address in network for network in networks)
