"""Places for queries are shared among the addresses that ask: by turns, and under a real server's load."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.server.negotiation import Form
from kg.server.pool import Forms, Outcome, Pool
from kg.server.settings import Settings
from kg.server.shares import NoPlaceError, Place, Rules, Shares, client_of
from tests.server.serving import Reply, Served, serving
from tests.server.test_hostile import CROSS

ASK = "SELECT ?c { ?c a kg:Center } ORDER BY ?c"
RULES = Rules.for_strangers(places=4, queued=8, queue_seconds=5.0, quick_seconds=0.05)


class Query:
    """A query that runs until it is told to end, or is stopped for others."""

    def __init__(self, shares: Shares, client: str) -> None:
        self.over = asyncio.Event()
        self.place: Place | None = None
        self.refused: NoPlaceError | None = None
        self.task = asyncio.ensure_future(self._run(shares, client))

    async def _run(self, shares: Shares, client: str) -> None:
        try:
            async with shares.place(client) as place:
                self.place = place
                place.stop = self.over.set
                await self.over.wait()
        except NoPlaceError as error:
            self.refused = error

    @property
    def was_stopped(self) -> bool:
        return self.place is not None and self.place.was_stopped

    async def end(self) -> None:
        self.over.set()
        await self.task


async def turn() -> None:
    """Lets everything happen that can."""
    for _ in range(10):
        await asyncio.sleep(0)


def run(test: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(asyncio.wait_for(test(), 20))


def test_an_address_holds_half_of_the_places() -> None:
    async def test() -> None:
        shares = Shares(RULES)
        one = [Query(shares, "one") for _ in range(3)]
        await turn()
        assert [query.place is not None for query in one] == [True, True, False]
        others = [Query(shares, "other"), Query(shares, "third")]
        await turn()
        assert all(query.place for query in others)
        await one[0].end()
        await turn()
        assert one[2].place is not None
        for query in (*one, *others):
            await query.end()

    run(test)


def test_whoever_used_least_comes_first() -> None:
    async def test() -> None:
        shares = Shares(Rules.for_strangers(places=4, queued=8, queue_seconds=5.0, quick_seconds=5.0))
        busy = [Query(shares, name) for name in ("a", "b", "b", "c")]
        await asyncio.sleep(0.02)
        again, fresh = Query(shares, "a"), Query(shares, "new")
        await turn()
        assert not again.place
        assert not fresh.place
        await busy[3].end()
        await turn()
        assert not again.place
        assert fresh.place
        for query in (*busy, again, fresh):
            await query.end()

    run(test)


def test_a_long_query_is_stopped_for_one_that_waits_but_not_all_are() -> None:
    async def test() -> None:
        shares = Shares(RULES)
        long = [Query(shares, name) for name in ("a", "a", "b", "b")]
        await asyncio.sleep(0.15)
        assert not any(query.was_stopped for query in long)  # nobody waits
        fresh = [Query(shares, name) for name in ("c", "d", "e")]
        await asyncio.sleep(0.02)
        assert [query.was_stopped for query in long] == [False, True, False, True]
        assert [query.place is not None for query in fresh] == [True, True, False]
        for query in (*long, *fresh):
            await query.end()

    run(test)


def test_those_who_used_much_leave_half_of_the_places_to_others() -> None:
    async def test() -> None:
        rules = replace(RULES, quick_seconds=5.0, heavy_seconds=0.05)
        shares = Shares(rules)
        heavy = [Query(shares, name) for name in "abcd"]
        await asyncio.sleep(0.1)
        await asyncio.gather(*(query.end() for query in heavy))
        again = [Query(shares, name) for name in "abcd"]
        await turn()
        assert sum(query.place is not None for query in again) == 2
        fresh = [Query(shares, name) for name in "ef"]
        await turn()
        assert all(query.place for query in fresh)
        for query in again:
            query.over.set()
        await asyncio.gather(*(query.end() for query in (*again, *fresh)))

    run(test)


def test_one_that_takes_long_while_others_wait_is_stopped_then() -> None:
    async def test() -> None:
        shares = Shares(RULES)
        long = [Query(shares, name) for name in ("a", "a", "b", "b")]
        fresh = Query(shares, "c")
        await turn()
        assert not fresh.place
        await asyncio.sleep(0.15)
        assert fresh.place
        assert sum(query.was_stopped for query in long) == 1
        for query in (*long, fresh):
            await query.end()

    run(test)


def test_a_queue_of_one_address_is_short_and_gives_way_to_others() -> None:
    async def test() -> None:
        shares = Shares(Rules.for_strangers(places=2, queued=4, queue_seconds=5.0, quick_seconds=5.0))
        running = [Query(shares, "a"), Query(shares, "b")]
        await asyncio.sleep(0.02)
        waiting = [Query(shares, name) for name in ("a", "b", "c", "d")]
        more = Query(shares, "a")
        await turn()
        assert more.refused is not None
        assert more.refused.is_own
        fresh = Query(shares, "e")
        await turn()
        assert fresh.refused is None
        refused = [query.refused is not None for query in waiting]
        assert sum(refused[:2]) == 1  # one of those who used something
        assert sum(refused[2:]) == 0
        await asyncio.gather(*(query.end() for query in (*running, *waiting, fresh)))

    run(test)


def test_no_place_is_lost_when_many_come_and_go() -> None:
    async def test() -> None:
        shares = Shares(Rules.for_strangers(places=4, queued=100, queue_seconds=0.01, quick_seconds=0.005))
        queries = []
        for number in range(200):
            queries.append(Query(shares, f"client-{number % 7}"))
            await asyncio.sleep(0.001)
            if number % 3 == 0:
                queries[-1].task.cancel()
            elif number % 3 == 1:
                queries[number // 2].over.set()
        for query in queries:
            query.over.set()
        await asyncio.gather(*(query.task for query in queries), return_exceptions=True)
        last = [Query(shares, f"last-{number}") for number in range(4)]
        await turn()
        assert all(query.place for query in last)
        for query in last:
            await query.end()

    run(test)


@pytest.mark.parametrize(
    ("host", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8::1", "2001:db8::/64"),
        ("2001:db8::ffff:2", "2001:db8::/64"),
        ("unix", "unix"),
        ("", ""),
    ],
)
def test_who_an_address_counts_as(host: str, client: str) -> None:
    assert client_of(host) == client


@contextmanager
def storm(ask: Callable[[int], int], clients: int) -> Iterator[Counter[int]]:
    """Hostile clients that ask without a pause until the block ends; their statuses."""
    over = threading.Event()
    statuses: Counter[int] = Counter()

    def client(number: int) -> None:
        while not over.is_set():
            statuses[ask(number)] += 1

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    time.sleep(1)
    try:
        yield statuses
    finally:
        over.set()
        for thread in threads:
            thread.join()


@pytest.fixture(scope="module")
def behind_a_proxy(built: Path) -> Iterator[Served]:
    with serving(built, "--timeout", "3", "--proxy", "127.0.0.1") as served:
        yield served


@pytest.mark.parametrize("addresses", [1, 4], ids=["one address", "four addresses"])
def test_strangers_are_answered_beside_four_hostile_clients(behind_a_proxy: Served, addresses: int) -> None:
    def attack(number: int) -> int:
        return behind_a_proxy.sparql(CROSS, X_Forwarded_For=f"198.51.100.{number % addresses}").status

    with storm(attack, 4) as hostile:
        for number in range(5):
            reply = behind_a_proxy.sparql(ASK, X_Forwarded_For=f"203.0.113.{number % 3}")
            assert reply.status == 200, reply.text
    assert set(hostile) <= {429, 503}


def at_once(ask: Callable[[int], Reply], number: int) -> list[Reply]:
    with ThreadPoolExecutor(number) as threads:
        return list(threads.map(ask, range(number)))


def test_a_share_is_of_an_address_and_told_as_such(behind_a_proxy: Served) -> None:
    def ask(number: int) -> Reply:
        return behind_a_proxy.sparql(CROSS, X_Forwarded_For="198.51.100.9" if number else "198.51.100.10")

    other, *replies = at_once(ask, 14)
    assert other.status == 503  # it ran to its limit
    told = next(reply for reply in replies if reply.status == 429)
    assert int(told.headers["retry-after"]) > 0
    assert "Your address" in told.text


def test_nobody_without_the_option_is_believed_who_asks(server: Served) -> None:
    replies = at_once(lambda number: server.sparql(CROSS, X_Forwarded_For=f"192.0.2.{number}"), 12)
    assert 429 in {reply.status for reply in replies}  # all of them are one address


def test_a_proxy_may_pass_on_the_name_and_scheme_by_which_it_was_asked(behind_a_proxy: Served, server: Served) -> None:
    def ask(served: Served) -> Reply:
        name = {"Host": "graph.example", "X_Forwarded_Proto": "https", "X_Forwarded_For": "203.0.113.1"}
        return served.ask("/sparql", "GET", None, 30, None, Accept="text/turtle", **name)

    reply = ask(behind_a_proxy)
    assert reply.status == 200
    assert "<https://graph.example/sparql>" in reply.text
    assert ask(server).status == 421


def test_one_address_opens_half_of_the_connections(built: Path) -> None:
    with serving(built) as served:
        opened = [socket.create_connection((served.host, served.port), timeout=10) for _ in range(110)]
        try:
            assert opened[-1].recv(100).startswith(b"HTTP/1.1 429 ")
            opened[0].sendall(b"GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert opened[0].recv(100).startswith(b"HTTP/1.1 200 ")
        finally:
            for connection in opened:
                connection.close()
        time.sleep(0.5)
        assert served.get("/robots.txt").status == 200


def test_a_process_that_was_killed_is_replaced_before_the_next_query(built: Path) -> None:
    class Counted(Pool):
        started = 0

        async def _start(self) -> asyncio.subprocess.Process:
            process = await super()._start()
            self.started += 1
            return process

    async def test() -> None:
        settings = Settings(built, built, timeout=0.3)
        pool, forms = Counted(settings, RULES), Forms(Form.ROWS_JSON, Form.ROWS_JSON, Form.TURTLE)
        assert (await pool.ask(CROSS, forms)).outcome is Outcome.LATE
        while pool.started < 2:
            await asyncio.sleep(0.01)
        assert (await pool.ask("ASK {}", forms)).data
        assert pool.started == 2
        await pool.close()

    run(test)
