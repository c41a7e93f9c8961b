"""The pages of the shipped seeds and of a project that is markup throughout."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build import make_graph
from kg.rdf.catalogue import Catalogue
from tests.views.reading import Page

HOSTILE = Path(__file__).parent / "hostile"


@pytest.fixture(scope="session")
def network(pages: Path) -> Page:
    return Page((pages / "network.html").read_text("utf-8"))


@pytest.fixture(scope="session")
def explorer(pages: Path) -> Page:
    return Page((pages / "explorer.html").read_text("utf-8"))


@pytest.fixture(scope="session")
def hostile() -> Catalogue:
    return make_graph(HOSTILE).catalogue
