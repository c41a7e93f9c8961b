"""Eight clients at once, for a few seconds; `benchmarks/server` does it for a minute and measures."""

from __future__ import annotations

import threading
import time

from tests.server.serving import Served

SECONDS = 3
CLIENTS = 8


def test_eight_clients_with_mixed_questions_meet_no_error(server: Served) -> None:
    paths = [item["address"] for item in server.get("/questions", "application/json").json]
    replies: list[tuple[str, int]] = []
    ends = time.monotonic() + SECONDS

    def client(number: int) -> None:
        turn = number
        while time.monotonic() < ends:
            path = paths[turn % len(paths)]
            accept = ("text/html", "application/json", "text/csv")[turn % 3]
            replies.append((path, server.get(path, accept).status))
            turn += CLIENTS + 1

    threads = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {status for _, status in replies} == {200}
    assert {path for path, _ in replies} == set(paths)
