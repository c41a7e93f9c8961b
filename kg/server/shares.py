"""Whose query runs next: places for queries, shared among the addresses that ask, so that none starves the others."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address

_HALVED_SECONDS = 60.0
"""What an address has used counts half after so long."""
_FORGOTTEN = 0.01
_LATER_SECONDS = 0.01
"""A timer may come as much too early as the clock is coarse."""
_NETWORK_BITS = 64


@dataclass(frozen=True)
class Rules:
    """How places are shared.

    One address holds at most `share` of them; all those that used more than `heavy_seconds` of late hold at most
    `kept`, so that the others find one free. A query that runs longer than `quick_seconds` may be stopped for one that
    waits, of an address that used less; but `kept` such queries are left alone, at most `kept_share` of one address.
    """

    places: int
    share: int
    kept: int
    kept_share: int
    queued: int
    queued_share: int
    queue_seconds: float
    quick_seconds: float
    heavy_seconds: float = 5.0

    @classmethod
    def for_strangers(cls, places: int, queued: int, queue_seconds: float, quick_seconds: float) -> Rules:
        """Half of all for one address, and half of all for queries that take long."""
        half = max(1, places // 2)
        return cls(places, half, half, max(1, half // 2), queued, max(1, queued // 4), queue_seconds, quick_seconds)

    @classmethod
    def for_all(cls, places: int, queued: int, queue_seconds: float, quick_seconds: float) -> Rules:
        """No share: whoever asks may have all, for queries that are known not to take long."""
        return cls(places, places, places, places, queued, queued, queue_seconds, quick_seconds)


class NoPlaceError(Exception):
    """No place was free in time. `is_own`: because of other queries of the same address."""

    def __init__(self, is_own: bool) -> None:
        self.is_own = is_own
        super().__init__()


@dataclass(eq=False)
class Place:
    """A place that a query holds. Whoever holds it sets `stop`, which ends the query, and reads `was_stopped`."""

    client: str
    since: float
    stop: Callable[[], None] | None = None
    was_stopped: bool = False


@dataclass(eq=False)
class _Waiting:
    client: str
    number: int
    given: asyncio.Future[Place] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class Shares:
    """The places of one pool."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._held: list[Place] = []
        self._waiting: list[_Waiting] = []
        self._arrivals = 0
        self._used: dict[str, tuple[float, float]] = {}

    @asynccontextmanager
    async def place(self, client: str) -> AsyncIterator[Place]:
        """A place for one query of an address, once it is its turn; NoPlaceError where it does not come in time."""
        place = await self._come(client)
        timer = asyncio.get_running_loop().call_later(self._rules.quick_seconds + _LATER_SECONDS, self._share_out)
        try:
            yield place
        finally:
            timer.cancel()
            self._leave(place)

    def is_long(self, place: Place) -> bool:
        """Whether its query runs longer than a quick one."""
        return time.monotonic() - place.since >= self._rules.quick_seconds

    async def _come(self, client: str) -> Place:
        if sum(item.client == client for item in self._waiting) >= self._rules.queued_share:
            raise NoPlaceError(is_own=True)
        self._arrivals += 1
        coming = _Waiting(client, self._arrivals)
        self._waiting.append(coming)
        self._share_out()
        if len(self._waiting) > self._rules.queued:
            last = max(self._waiting, key=self._turn)
            self._waiting.remove(last)
            last.given.set_exception(NoPlaceError(is_own=False))
        try:
            async with asyncio.timeout(self._rules.queue_seconds):
                return await coming.given
        except BaseException as error:
            given = coming.given
            if given.done() and not given.cancelled() and given.exception() is None:
                self._leave(given.result())  # it was given in the moment in which nobody waited any more
            if isinstance(error, TimeoutError):
                raise NoPlaceError(is_own=not self._may_hold(client)) from None
            raise
        finally:
            with contextlib.suppress(ValueError):
                self._waiting.remove(coming)

    def _leave(self, place: Place) -> None:
        now = time.monotonic()
        self._held.remove(place)
        used = self._use(place.client, now) + now - place.since
        self._used = {client: item for client, item in self._used.items() if _decayed(item, now) > _FORGOTTEN}
        self._used[place.client] = used, now
        self._share_out()

    def _share_out(self) -> None:
        """Gives free places to whoever used least, and stops long queries for those who still wait."""
        while self._waiting and len(self._held) < self._rules.places:
            able = [item for item in self._waiting if self._may_hold(item.client)]
            if not able:
                return
            first = min(able, key=self._turn)
            self._waiting.remove(first)
            if not first.given.done():
                place = Place(first.client, time.monotonic())
                self._held.append(place)
                first.given.set_result(place)
        leaving = sum(place.was_stopped for place in self._held)
        able = sorted((item for item in self._waiting if self._may_hold(item.client)), key=self._turn)
        for waiting in able[leaving:]:
            spare = max(self._spare(), key=lambda place: self._total(place.client), default=None)
            if spare is None or self._total(spare.client) <= self._total(waiting.client):
                return
            spare.was_stopped = True
            if spare.stop is not None:
                spare.stop()

    def _spare(self) -> Iterator[Place]:
        """Places of long queries that are not left alone."""
        kept: Counter[str] = Counter()
        for place in self._held:
            if place.was_stopped or place.stop is None or not self.is_long(place):
                continue
            if kept.total() < self._rules.kept and kept[place.client] < self._rules.kept_share:
                kept[place.client] += 1
            else:
                yield place

    def _may_hold(self, client: str) -> bool:
        """Whether an address may have one place more."""
        if self._holds(client) >= self._rules.share:
            return False
        return not self._is_heavy(client) or sum(self._is_heavy(p.client) for p in self._held) < self._rules.kept

    def _is_heavy(self, client: str) -> bool:
        return self._total(client) >= self._rules.heavy_seconds

    def _holds(self, client: str) -> int:
        return sum(place.client == client for place in self._held)

    def _turn(self, waiting: _Waiting) -> tuple[float, int]:
        return self._total(waiting.client), waiting.number

    def _total(self, client: str) -> float:
        """Seconds that an address has used, those of its running queries among them."""
        now = time.monotonic()
        return self._use(client, now) + sum(now - place.since for place in self._held if place.client == client)

    def _use(self, client: str, now: float) -> float:
        return _decayed(self._used.get(client, (0.0, now)), now)


def _decayed(item: tuple[float, float], now: float) -> float:
    used, since = item
    return float(used * 0.5 ** ((now - since) / _HALVED_SECONDS))


def client_of(host: str) -> str:
    """Who an address counts as: itself, or its network of 64 bits where it is of IPv6, since one customer has that.

    >>> client_of("192.0.2.7"), client_of("::ffff:192.0.2.7"), client_of("2001:db8:1:2:3::4")
    ('192.0.2.7', '192.0.2.7', '2001:db8:1:2::/64')
    """
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        network = IPv6Address(int(address) >> _NETWORK_BITS << _NETWORK_BITS)
        return f"{network}/{_NETWORK_BITS}"
    return str(address)
