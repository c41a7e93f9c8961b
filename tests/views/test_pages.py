"""The pages of a graph that is too large for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.build import Graph
from kg.network.selecting import core
from kg.opening import open_build
from kg.rdf.catalogue import Catalogue
from kg.views import pages
from kg.views.pages import page_about, page_of, write_pages
from tests.views.reading import Page


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the seeds were too large."""
    monkeypatch.setattr(pages, "MOST_THINGS", 40)
    monkeypatch.setattr(pages, "CORE", 15)


@pytest.mark.usefixtures("crowded")
def test_the_explorer_holds_the_core_and_says_of_how_many(graph: Graph) -> None:
    catalogue = Catalogue(graph.store, graph.ontology)
    data = Page(page_of(catalogue, "explorer.html")).data
    assert data["part"] == {"all": len(catalogue.entities), "about": None}
    assert 15 <= len(data["things"]["ids"]) < len(catalogue.entities)
    assert len(data["things"]["picture"]) >= 15 and set(data["things"]["ranks"]) >= {"degree", "betweenness"}
    assert len(core(catalogue, 15)) == 15


@pytest.mark.usefixtures("crowded")
def test_the_network_page_counts_everyone(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = Catalogue(graph.store, graph.ontology)
    monkeypatch.setattr("kg.views.network_page.LIMIT", 12)
    monkeypatch.setattr(pages, "LIMIT", 12)
    part = Page(page_of(catalogue, "network.html")).data
    monkeypatch.setattr(pages, "MOST_THINGS", 10_000)
    whole = Page(page_of(catalogue, "network.html")).data
    for name in ("nodes", "all", "groups", "ties", "sources", "looks"):
        assert part[name] == whole[name], name


def test_a_small_graph_is_shown_whole_from_an_index_as_from_the_store(
    graph: Graph, built: Path, tmp_path: Path
) -> None:
    assert open_build(built).index is not None
    write_pages(Catalogue(graph.store, graph.ontology), tmp_path)
    for name in pages.PAGES:
        assert (tmp_path / name).read_bytes() == (built / name).read_bytes()


def test_a_page_about_a_thing_names_it(graph: Graph) -> None:
    catalogue = Catalogue(graph.store, graph.ontology)
    data = Page(page_about(catalogue, "socar", ["socar", "azerbaijan"])).data
    part = data["part"]
    assert part["all"] == len(catalogue.entities)
    ids: list[str] = []
    for text in data["things"]["ids"]:
        ids.append((ids[-1] if ids else "")[: int(text[0], 36)] + text[1:])
    assert ids[part["about"]] == "socar"
