"""The pages of the shipped seeds and of a project that is markup throughout."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build import Graph, make_graph
from kg.rdf.catalogue import Catalogue
from kg.views.pages import write_pages
from tests.views.reading import Page

HOSTILE = Path(__file__).parent / "hostile"


@pytest.fixture(scope="session")
def catalogue(graph: Graph) -> Catalogue:
    return graph.catalogue


@pytest.fixture(scope="session")
def pages(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    write_pages(catalogue, folder)
    return folder


@pytest.fixture(scope="session")
def network(pages: Path) -> Page:
    return Page((pages / "network.html").read_text("utf-8"))


@pytest.fixture(scope="session")
def explorer(pages: Path) -> Page:
    return Page((pages / "explorer.html").read_text("utf-8"))


@pytest.fixture(scope="session")
def hostile() -> Catalogue:
    return make_graph(HOSTILE).catalogue
