"""One server for all tests that only read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.build import Graph
from tests.server.serving import ROWS, TIMEOUT, Served, serving


@pytest.fixture(scope="session")
def server(built: Path) -> Iterator[Served]:
    with serving(built, "--timeout", str(TIMEOUT), "--rows", str(ROWS)) as served:
        yield served


@pytest.fixture(scope="session")
def graph_store(graph: Graph) -> Store:
    return graph.store
