"""The shipped graph, to be exported."""

from __future__ import annotations

import pytest

from kg.build import Graph, make_graph
from kg.exports.formats import Export
from tests.views.conftest import HOSTILE


@pytest.fixture(scope="session")
def hostile() -> Export:
    """A project that is markup throughout: names, kinds, titles, publishers, addresses, notes."""
    return Export(make_graph(HOSTILE).catalogue)


@pytest.fixture(scope="session")
def shipped(graph: Graph) -> Export:
    return Export(graph.catalogue)
