"""The shipped graph for rdflib, made once."""

from __future__ import annotations

import pytest
import rdflib

from kg.build import Graph
from tests.queries.answers import rdflib_triples


@pytest.fixture(scope="session")
def union(graph: Graph) -> rdflib.Graph:
    """The union of all named graphs of the shipped seeds."""
    merged = rdflib.Graph()
    for triple in rdflib_triples(quad.triple for quad in graph.store):
        merged.add(triple)
    return merged
