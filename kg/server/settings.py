"""What a server is told when it starts."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kg.server.shares import Rules


@dataclass(frozen=True)
class Settings:
    """Where a server listens, what it serves, and where its limits are."""

    build: Path
    """The folder of the pages and files."""
    store: Path | str
    """The folder or the address of the store that queries are run in."""
    host: str = "127.0.0.1"
    port: int = 8765
    timeout: float = 20.0
    """Seconds that a query may take."""
    rows: int = 10_000
    """Rows, or triples, that an answer may have."""
    cors: tuple[str, ...] = ()
    """Origins whose pages may read answers; `*` is all."""
    body_bytes: int = 1_000_000
    body_seconds: float = 10.0
    """The size of a request, and the time in which its head and its body must each have come."""
    answer_bytes: int = 50_000_000
    query_memory: int = 1_500_000_000
    """Address space of a process that runs queries, in bytes, where the system can hold it."""
    queue_seconds: float = 3.0
    """How long a query waits for a free process before it is told to come back."""
    queued: int = 32
    quick_seconds: float = 1.0
    """Within this time a query is not stopped for others that wait."""
    proxies: tuple[str, ...] = ()
    """Addresses or networks of proxies, whose word is taken for who asks (X-Forwarded-For) and by which scheme."""

    @property
    def open_rules(self) -> Rules:
        """For SPARQL that strangers write: twice as many processes as cores, since the long ones give way."""
        places = 2 * max(2, os.cpu_count() or 1)
        return Rules.for_strangers(places, self.queued, self.queue_seconds, self.quick_seconds)

    @property
    def shipped_rules(self) -> Rules:
        """For the shipped questions: processes of their own, which no stranger's query can keep busy."""
        places = max(2, (os.cpu_count() or 1) // 2)
        return Rules.for_all(places, self.queued, self.queue_seconds, self.quick_seconds)

    @property
    def on_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return self.host in LOOPBACK


LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
