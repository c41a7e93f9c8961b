"""The explorer of 500 made-up things: it unfolds, names enough, and finds the paths that NetworkX finds."""

from __future__ import annotations

import random
import runpy
from pathlib import Path

import networkx as nx
import pytest
from selenium.webdriver import Chrome

from kg.build import read_facts
from kg.facts.claims import to_claims
from kg.rdf.catalogue import Catalogue
from kg.rdf.mapping import to_quads
from kg.rdf.ontology import Ontology
from kg.rdf.serialise import skolemise
from kg.rdf.store import new_store
from kg.resources import Resources
from tests.browser.probing import ask, write_probed
from tests.browser.test_explorer_modules import overlaps
from tests.browser.watching import messages, size

MAKER = Path(__file__).parents[2] / "benchmarks" / "explorer" / "make_graph.py"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    runpy.run_path(str(MAKER))["make"](500, folder / "seeds")
    ontology = Ontology(Resources.shipped().ontology)
    project = read_facts(folder / "seeds", None, ontology)
    claims = to_claims(project.facts, project.sources, ontology.schema)
    store = new_store(skolemise(ontology.triples), to_quads(project, claims.claims, ontology.schema))
    write_probed(Catalogue(store, ontology), folder / "large.html")
    return folder / "large.html"


@pytest.fixture
def opened(chromium: Chrome, large: Path) -> Chrome:
    if not chromium.current_url.startswith(large.as_uri()):
        size(chromium, 1280, 800)
        chromium.get("about:blank")
        messages(chromium)
        chromium.get(large.as_uri() + "#lang=kk")
    return chromium


def test_at_least_thirty_labels_are_shown_and_none_overlaps(opened: Chrome) -> None:
    for times in (1, 2, 6):
        labels = ask(opened, "labels", 1280, 668, times, "kk")
        assert overlaps(labels) == []
        if times == 1:
            assert len(labels) >= 30
    assert messages(opened) == []


def test_it_opens_on_groups_and_hubs_and_unfolds(opened: Chrome) -> None:
    counts = [ask(opened, "shown", scale) for scale in (0.01, 0.1, 0.3, 1, 4)]
    assert counts == sorted(counts)
    assert counts[0] < 60
    assert counts[-1] == len({node for edge in ask(opened, "edges", "", False) for node in edge[:2]})


@pytest.mark.parametrize("hash_", ["", "#hide=Person,Agreement", "#after=2012&before=2022", "#nolanguage=ru&single=1"])
def test_paths_are_as_long_as_those_of_networkx(hash_: str, opened: Chrome) -> None:
    edges = ask(opened, "edges", hash_, False, False)
    network: nx.Graph[str] = nx.Graph([edge[:2] for edge in edges])
    chance = random.Random(11)
    pairs = [chance.sample(sorted(network), 2) for _ in range(100)]
    routes = ask(opened, "paths", pairs, hash_, False, False)
    expected = [nx.shortest_path(network, *pair) if nx.has_path(network, *pair) else [] for pair in pairs]
    assert [len(route) for route in routes] == [len(route) for route in expected]
    assert len({len(route) for route in routes}) > 2
