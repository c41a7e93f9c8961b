"""Queries in processes of their own, so many at a time, each killed when its time is over."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import Enum

from kg.server.negotiation import Form
from kg.server.settings import Settings

_LINE_BYTES = 1 << 20


class Outcome(Enum):
    """How a query ended."""

    DONE = "done"
    WRONG = "wrong"
    UNACCEPTABLE = "unacceptable"
    MANY = "many"
    BIG = "big"
    LATE = "late"
    BUSY = "busy"


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
    """Worker processes over one build, started when first needed."""

    def __init__(self, settings: Settings, size: int) -> None:
        self._settings = settings
        self._free = asyncio.Semaphore(size)
        self._idle: list[asyncio.subprocess.Process] = []
        self._waiting = 0

    async def ask(self, query: str, forms: Forms) -> Answer:
        """The answer to a query, or how it failed; the process of one that fails or is cancelled is killed."""
        if self._waiting >= self._settings.queued:
            return Answer(Outcome.BUSY)
        self._waiting += 1
        try:
            async with asyncio.timeout(self._settings.queue_seconds):
                await self._free.acquire()
        except TimeoutError:
            return Answer(Outcome.BUSY)
        finally:
            self._waiting -= 1
        try:
            async with self._worker() as process, asyncio.timeout(self._settings.timeout):
                return await self._exchange(process, query, forms)
        except TimeoutError:
            return Answer(Outcome.LATE)
        except (EOFError, ConnectionError):  # it ran into its limit of memory, which ends it
            return Answer(Outcome.BIG)
        finally:
            self._free.release()

    async def close(self) -> None:
        """Ends all idle processes."""
        while self._idle:
            await _kill(self._idle.pop())

    @asynccontextmanager
    async def _worker(self) -> AsyncIterator[asyncio.subprocess.Process]:
        """An idle process or a new one; it is kept if the block ends well, else killed."""
        while self._idle and self._idle[-1].returncode is not None:
            self._idle.pop()
        process = self._idle.pop() if self._idle else await self._start()
        try:
            yield process
        except EOFError:  # it has ended by itself
            await process.wait()
            raise
        except BaseException:
            await asyncio.shield(_kill(process))
            raise
        self._idle.append(process)

    async def _start(self) -> asyncio.subprocess.Process:
        arguments = ("-m", "kg.server.worker", str(self._settings.store), str(self._settings.query_memory))
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL, limit=_LINE_BYTES
        )
        assert process.stdout is not None
        if not await process.stdout.readline():  # the line that says that it is ready
            await process.wait()
            raise EOFError
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


async def _kill(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.wait()
