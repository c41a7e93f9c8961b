"""The shipped graph, to be exported."""

from __future__ import annotations

import pytest

from kg.build import Graph
from kg.exports.formats import Export


@pytest.fixture(scope="session")
def shipped(graph: Graph) -> Export:
    return Export(graph.catalogue)
