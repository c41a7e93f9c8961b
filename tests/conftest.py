"""What all tests share: the graph of the shipped seeds in memory, and a build of it on disk."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kg.build import Graph, make_graph, report_of, write_files
from kg.facts.schema import Schema
from kg.rdf.catalogue import Catalogue
from kg.rdf.ontology import Ontology
from kg.resources import Resources
from kg.views.pages import write_pages
from tests.tiny_project import FOLDER

# No test passes or fails by the clock: the machine may be busy. In CI the examples are the same on every run, so that
# what fails there fails because of the change; elsewhere every run looks further.
settings.register_profile(
    "unhurried", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("unhurried")
os.environ.pop("COLUMNS", None)  # the width of tables, which workers of pytest-xdist are told as 80


@pytest.fixture(scope="session")
def graph() -> Graph:
    """The graph of the shipped seeds, built once; tests copy its store before they change it."""
    return make_graph(Resources.shipped().seeds)


@pytest.fixture(scope="session")
def built(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with everything that a build of the shipped seeds leaves."""
    folder = tmp_path_factory.mktemp("shipped") / "build"
    folder.mkdir()
    write_files(graph, report_of(graph), folder)
    return folder


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the miniature project `tests/tiny`, to change at will; its documents are in `documents/`."""
    return shutil.copytree(FOLDER, tmp_path / "tiny")


@pytest.fixture(scope="session")
def schema() -> Schema:
    """What the shipped ontology says of classes and properties."""
    return Ontology(Resources.shipped().ontology).schema


@pytest.fixture(scope="session")
def catalogue(graph: Graph) -> Catalogue:
    """What the shipped graph tells of."""
    return graph.catalogue


@pytest.fixture(scope="session")
def pages(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages of the shipped graph."""
    folder = tmp_path_factory.mktemp("pages")
    write_pages(catalogue, folder)
    return folder
