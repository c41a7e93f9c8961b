"""A build that is made anew under a running server is answered from at once, and no request fails meanwhile."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from tests.server.serving import Served, serving
from tests.tiny_project import FOLDER

ALL = "SELECT (COUNT(*) AS ?n) WHERE { ?s a ?c }"
PATHS = ("/", "/explorer.html", "/files/graph.ttl", "/questions/sources.csv", f"/sparql?query={ALL.replace(' ', '+')}")


def build(seeds: Path, out: Path) -> None:
    command = [sys.executable, "-m", "kg", "build", "--seeds", str(seeds), "--out", str(out)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    subprocess.run(command, check=False, capture_output=True, timeout=120, env=environment)
    assert (out / "report.json").is_file()


def until(true: Callable[[], bool]) -> None:
    ends = time.monotonic() + 30
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.1)


def count(server: Served) -> str:
    return server.get("/sparql", "text/csv", query=ALL).text.split()[1]


def test_a_new_build_is_served_and_no_request_fails(tmp_path: Path) -> None:
    seeds, out = tmp_path / "seeds", tmp_path / "build"
    shutil.copytree(FOLDER, seeds)
    build(seeds, out)
    replies: list[tuple[str, int]] = []
    over = threading.Event()
    with serving(out) as server:
        before = count(server)
        assert server.get("/id/kite-museum").status == 404

        def client() -> None:
            while not over.is_set():
                for path in PATHS:
                    replies.append((path, server.get(path).status))

        threads = [threading.Thread(target=client) for _ in range(3)]
        for thread in threads:
            thread.start()
        with (seeds / "entities.csv").open("a", encoding="utf-8") as file:
            file.write("kite-museum,Organisation,,\n")
        with (seeds / "names.csv").open("a", encoding="utf-8") as file:
            file.write("kite-museum,en,Kite Museum,preferred,lantern\n")
        build(seeds, out)
        until(lambda: server.get("/id/kite-museum").status == 200)
        assert int(count(server)) > int(before)
        assert b"Kite Museum" in server.get("/explorer.html").body
        assert b"Kite Museum" in server.get("/find", q="Kite Museum").body
        over.set()
        for thread in threads:
            thread.join()
        assert {status for _, status in replies} == {200}
        assert {path for path, _ in replies} == set(PATHS)
        assert server.process.stderr is not None
        assert server.process.stderr.readline() == f"kg: {out}/ was built anew: answering from it.\n"


def test_a_build_that_cannot_be_served_leaves_the_one_before(tmp_path: Path, built: Path) -> None:
    out = tmp_path / "build"
    shutil.copytree(built, out)
    with serving(out) as server:
        before = count(server)
        report = json.loads((out / "report.json").read_text(encoding="utf-8"))
        (out / "report.json").write_text(json.dumps({**report, "base": "https://example.org/"}))
        assert server.process.stderr is not None
        said = server.process.stderr.readline()
        assert "was built anew, but cannot be served" in said
        assert "names things by https://example.org/" in said
        assert count(server) == before
        assert server.get("/id/socar").status == 200
