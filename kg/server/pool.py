"""Queries in processes of their own, so many at a time, each killed when its time is over."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import Enum

from kg.server.negotiation import Form
from kg.server.settings import Settings
from kg.server.shares import NoPlaceError, Place, Rules, Shares

_LINE_BYTES = 1 << 20
_NICENESS = 10
"""By how much a long query gives way to others."""


class Outcome(Enum):
    """How a query ended.

    CROWDED: stopped for others that waited. SHARE: other queries of the same address hold all places that it may have.
    """

    DONE = "done"
    WRONG = "wrong"
    UNACCEPTABLE = "unacceptable"
    MANY = "many"
    BIG = "big"
    LATE = "late"
    BUSY = "busy"
    CROWDED = "crowded"
    SHARE = "share"


@dataclass(frozen=True)
class Answer:
    """What came of a query: its bytes in a form, or why there are none. `kind` is rows, truth or graph.

    `empty` is true of no rows, no triples and false.
    """

    outcome: Outcome
    data: bytes = b""
    form: Form | None = None
    kind: str = ""
    text: str = ""
    empty: bool = False


@dataclass(frozen=True)
class Forms:
    """The forms that a client takes, for each kind of answer; None where it takes none."""

    rows: Form | None
    truth: Form | None
    graph: Form | None


class Pool:
    """Worker processes over one build, started when first needed; in place of one that is killed, another is."""

    def __init__(self, settings: Settings, rules: Rules) -> None:
        self._settings = settings
        self._shares = Shares(rules)
        self._idle: list[asyncio.subprocess.Process] = []
        self._starting: set[asyncio.Task[None]] = set()
        self._ready = max(1, rules.places // 2)
        self._is_closed = False

    async def ask(self, query: str, forms: Forms, client: str = "") -> Answer:
        """The answer to a query of a client, or how it failed; the process of one that fails or is left is killed."""
        try:
            async with self._shares.place(client) as place:
                return await self._run(place, query, forms)
        except NoPlaceError as refused:
            return Answer(Outcome.SHARE if refused.is_own else Outcome.BUSY)

    async def _run(self, place: Place, query: str, forms: Forms) -> Answer:
        try:
            async with self._worker(place) as process, asyncio.timeout(self._settings.timeout) as limit:
                loop = asyncio.get_running_loop()
                place.stop = lambda: limit.reschedule(loop.time())
                calmer = loop.call_later(self._settings.quick_seconds, _give_way, process)
                try:
                    return await self._exchange(process, query, forms)
                finally:
                    calmer.cancel()
                    place.stop = None
        except TimeoutError:
            return Answer(Outcome.CROWDED if place.was_stopped else Outcome.LATE)
        except (EOFError, ConnectionError):  # it ran into its limit of memory, which ends it
            return Answer(Outcome.BIG)

    async def close(self) -> None:
        """Ends all idle processes."""
        self._is_closed = True
        for starting in self._starting:
            starting.cancel()
        await asyncio.gather(*self._starting, return_exceptions=True)
        while self._idle:
            await _kill(self._idle.pop())

    @asynccontextmanager
    async def _worker(self, place: Place) -> AsyncIterator[asyncio.subprocess.Process]:
        """An idle process or a new one; it is kept if the block ends well and soon, else killed."""
        while self._idle and self._idle[-1].returncode is not None:
            self._idle.pop()
        process = self._idle.pop() if self._idle else await self._start()
        try:
            yield process
        except EOFError:  # it has ended by itself
            self._replace()
            await process.wait()
            raise
        except BaseException:
            self._replace()
            await asyncio.shield(_kill(process))
            raise
        if self._shares.is_long(place):  # it gives way to others for as long as it lives
            self._replace()
            await _kill(process)
        else:
            self._idle.append(process)

    def _replace(self) -> None:
        """Has another process be ready, so that whoever asks next need not wait for its start."""
        if not self._is_closed and len(self._idle) + len(self._starting) < self._ready:
            task = asyncio.ensure_future(self._start_idle())
            self._starting.add(task)
            task.add_done_callback(self._starting.discard)

    async def _start_idle(self) -> None:
        with contextlib.suppress(EOFError, OSError):
            self._idle.append(await self._start())

    async def _start(self) -> asyncio.subprocess.Process:
        arguments = ("-m", "kg.server.worker", str(self._settings.store), str(self._settings.query_memory))
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL, limit=_LINE_BYTES
        )
        assert process.stdout is not None
        try:
            if not await process.stdout.readline():  # the line that says that it is ready
                raise EOFError
        except BaseException:
            await asyncio.shield(_kill(process))
            raise
        return process

    async def _exchange(self, process: asyncio.subprocess.Process, query: str, forms: Forms) -> Answer:
        assert process.stdin is not None
        assert process.stdout is not None
        endings = {name: form.ending if form else None for name, form in vars(forms).items()}
        asked = {"query": query, "forms": endings, "limit": self._settings.rows, "seconds": self._settings.timeout}
        process.stdin.write(json.dumps(asked).encode() + b"\n")
        await process.stdin.drain()
        line = await process.stdout.readline()
        if not line:
            raise EOFError
        told = json.loads(line)
        if told["bytes"] > self._settings.answer_bytes:
            await _kill(process)
            return Answer(Outcome.MANY)
        data = await process.stdout.readexactly(told["bytes"])
        kind = told.get("kind", "")
        form = getattr(forms, kind) if kind else None
        return Answer(Outcome(told["outcome"]), data, form, kind, told.get("text", ""), told.get("empty", False))


def _give_way(process: asyncio.subprocess.Process) -> None:
    """Has the system prefer the queries of others, where it knows of that."""
    if hasattr(os, "setpriority"):
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process.pid, _NICENESS)


async def _kill(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.wait()
