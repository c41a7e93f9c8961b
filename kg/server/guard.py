"""What every request passes: who it speaks to, how long it may take, and the headers that every answer has."""

from __future__ import annotations

import asyncio
import sys
import traceback

from h11 import LocalProtocolError
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.server.settings import LOOPBACK, Settings

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
"""The Content-Security-Policy of every answer that has none of its own."""
FRAMES = "frame-ancestors 'none'"
"""Of pages whose own policy, in the page, names its scripts and styles by their hash."""
_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_SENDING_SECONDS = 60.0
_READ_AWAY = 4
"""How many times a body may be too large and still be read to its end, so that its sender comes to hear why."""


class Refused(Exception):
    """A request that is not answered, with the status and the reason."""

    def __init__(self, status: int, text: str, headers: dict[str, str] | None = None) -> None:
        self.status, self.text, self.headers = status, text, headers or {}
        super().__init__(text)


class Guard:
    """An ASGI application around another."""

    def __init__(self, application: ASGIApp, settings: Settings) -> None:
        self._application = application
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("content-security-policy", POLICY)
                if not self._settings.cors:
                    headers.setdefault("cross-origin-resource-policy", "same-origin")
            async with asyncio.timeout(_SENDING_SECONDS):  # a reader that does not read
                await send(message)

        try:
            if not self._speaks_to_us(Headers(scope=scope).get("host", "")):
                text = "This server answers only to its own name, such as localhost.\n"
                await PlainTextResponse(text, 421)(scope, receive, guarded)
                return
            await self._application(scope, receive, guarded)
        except (TimeoutError, ClientDisconnect, LocalProtocolError):  # whoever asked is gone, or spoke no HTTP
            return
        except Exception:  # told to the operator, not to the stranger
            traceback.print_exc(file=sys.stderr)
            if not begun:
                await PlainTextResponse("Something went wrong in this server.\n", 500)(scope, receive, guarded)

    def _speaks_to_us(self, host: str) -> bool:
        """Whether the Host header names this machine, where only it can ask: no page may rebind its name to us.

        Behind a proxy any name may stand there: others read the same anyway.
        """
        if not self._settings.on_loopback or self._settings.proxies:
            return True
        name = host[1 : host.index("]")] if host.startswith("[") and "]" in host else host.rsplit(":", 1)[0]
        return name.lower() in LOOPBACK


async def read_body(request: Request, settings: Settings) -> bytes:
    """The body of a request; Refused where it is too large (413) or too slow (408)."""
    close = {"connection": "close"}
    too_large = Refused(413, f"A request may have at most {settings.body_bytes:,} bytes.", close)
    length = request.headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit():
        raise Refused(400, "Content-Length is no number.", close)
    if int(length) > _READ_AWAY * settings.body_bytes:
        raise too_large
    body = bytearray()
    size = 0
    try:
        async with asyncio.timeout(settings.body_seconds):
            async for chunk in request.stream():
                size += len(chunk)
                if size <= settings.body_bytes:
                    body += chunk
                elif size > _READ_AWAY * settings.body_bytes:
                    raise too_large
    except TimeoutError:
        raise Refused(408, "The request came too slowly.", close) from None
    if size > settings.body_bytes:
        raise too_large
    return bytes(body)
