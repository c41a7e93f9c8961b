"""A server that goes on when its build is made anew: the next request is answered from the new one."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.facts.problems import CallError
from kg.rdf.store import REPORT_FILE
from kg.server.site import Site

_LOOK_SECONDS = 1.0


class Closing(Protocol):
    """What an application holds open: processes for queries."""

    async def close(self) -> None:
        """Ends it."""


class Renewal:
    """An ASGI application that hands each request to that of the newest build.

    A request that has begun is finished by the build that it began with; only then are that one's processes ended.
    """

    def __init__(
        self, site: Site, make: Callable[[Site], tuple[ASGIApp, Closing]], reopen: Callable[[], Site] | None
    ) -> None:
        """`make` gives an application for a build; `reopen` opens the build again, None where it cannot change."""
        self._make = make
        self._reopen = reopen
        self._folder = site.build
        self._seen = _state(site.build)
        self._current = _Turn(*make(site))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request, or lives as long as the server does."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        turn = self._current
        turn.requests += 1
        try:
            await turn.application(scope, receive, send)
        finally:
            turn.requests -= 1
            if turn.over and not turn.requests:
                await asyncio.shield(turn.held.close())

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        watching = asyncio.ensure_future(self._watch())
        await send({"type": "lifespan.startup.complete"})
        while (await receive())["type"] != "lifespan.shutdown":
            pass
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching
        await self._current.held.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def _watch(self) -> None:
        """Looks for another build in the folder, for ever."""
        while self._reopen is not None:
            await asyncio.sleep(_LOOK_SECONDS)
            state = await run_in_threadpool(_state, self._folder)
            if state is not None and state != self._seen:
                self._seen = state
                await self._renew(self._reopen)

    async def _renew(self, reopen: Callable[[], Site]) -> None:
        try:
            site = await run_in_threadpool(_opened, reopen)
        except (CallError, OSError, RuntimeError, ValueError, KeyError) as error:
            _log(f"{self._folder}/ was built anew, but cannot be served: {error} The build before it goes on.")
            return
        before, self._current = self._current, _Turn(*self._make(site))
        before.over = True
        if not before.requests:
            await before.held.close()
        _log(f"{self._folder}/ was built anew: answering from it.")


class _Turn:
    """The application of one build, and how many requests it still has to answer."""

    def __init__(self, application: ASGIApp, held: Closing) -> None:
        self.application = application
        self.held = held
        self.requests = 0
        self.over = False


def _state(folder: Path) -> tuple[int, ...] | None:
    """What changes when a build is swapped in; None where there is no whole build, as in the midst of a swap."""
    try:
        found = [path.stat() for path in (folder, folder / REPORT_FILE)]
    except OSError:
        return None
    return (*(number for item in found for number in (item.st_ino, item.st_dev)), found[1].st_mtime_ns)


def _opened(reopen: Callable[[], Site]) -> Site:
    site = reopen()
    site.read_ahead()
    return site


def _log(text: str) -> None:
    """A line for the operator, on stderr."""
    print(f"kg: {text}", file=sys.stderr, flush=True)
