"""The ties network as a pyvis object and as a page: every edge, places apart, labels that differ."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import networkx as nx
import pytest
from pyvis.network import Network

from kg.network.projection import to_network
from kg.rdf.catalogue import Catalogue
from kg.views import layout, network_page
from kg.views.labels import box, distinct_labels, wrap
from kg.views.network_page import to_pyvis
from kg.views.sentences import Sentences
from kg.views.words import LANGUAGES
from tests.views.reading import Page


@pytest.fixture(scope="module")
def ties(catalogue: Catalogue) -> nx.MultiDiGraph[str]:
    return to_network(catalogue)


@pytest.fixture(scope="module")
def pyvis(catalogue: Catalogue, ties: nx.MultiDiGraph[str]) -> Network:
    return to_pyvis(catalogue, ties)


def test_every_edge_is_an_edge_of_its_own(ties: nx.MultiDiGraph[str], pyvis: Network) -> None:
    assert sorted(edge["id"] for edge in pyvis.edges) == sorted(key for _, _, key in ties.edges(keys=True))
    assert {edge["id"]: (edge["from"], edge["to"]) for edge in pyvis.edges} == {
        key: (left, right) for left, right, key in ties.edges(keys=True)
    }


def test_parallel_edges_never_lie_upon_one_another(pyvis: Network) -> None:
    curves: dict[frozenset[str], list[float]] = {}
    for edge in pyvis.edges:
        smooth = edge["smooth"]
        bend = 0.0 if smooth is False else smooth["roundness"] * (1 if smooth["type"] == "curvedCW" else -1)
        # Clockwise from one end is anticlockwise from the other.
        side = 1 if edge["from"] <= edge["to"] else -1
        curves.setdefault(frozenset((edge["from"], edge["to"])), []).append(bend * side)
    assert any(len(bends) > 1 for bends in curves.values())
    for bends in curves.values():
        assert len(set(bends)) == len(bends)
        assert len(bends) > 1 or bends == [0]


def test_loops_of_one_node_differ() -> None:
    loops = [network_page._bend("a", "a", index, 2)["selfReference"] for index in range(2)]
    assert loops[0] != loops[1]


def test_only_nodes_with_an_edge_are_drawn(ties: nx.MultiDiGraph[str], pyvis: Network) -> None:
    assert set(pyvis.node_ids) == {node for node in ties if ties.degree(node)}
    assert any(not ties.degree(node) for node in ties)


def test_of_too_many_nodes_the_best_connected_are_drawn(
    ties: nx.MultiDiGraph[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network_page, "LIMIT", 10)
    shown = network_page._shown(ties)
    degrees = sorted((degree for _, degree in ties.degree()), reverse=True)
    assert 0 < len(shown) <= 10
    assert min(ties.degree(node) for node in shown) >= degrees[9]
    assert all(shown.degree(node) for node in shown)


def test_no_two_nodes_with_their_labels_overlap(catalogue: Catalogue, ties: nx.MultiDiGraph[str]) -> None:
    shown = network_page._shown(ties)
    labels = [network_page._labels(catalogue, shown, code) for code in LANGUAGES]
    boxes = {node: network_page._box([by[node] for by in labels], shown.degree(node)) for node in shown}
    places = layout.positions(shown, boxes, layout.groups(shown))
    for one, other in combinations(sorted(shown), 2):
        (x, y), (x2, y2) = places[one], places[other]
        aside = abs(x - x2) >= (boxes[one].width + boxes[other].width) / 2 - 1
        below = y + boxes[one].below <= y2 - boxes[other].above + 1
        above = y2 + boxes[other].below <= y - boxes[one].above + 1
        assert aside or below or above, (one, other)


def test_places_are_the_same_whatever_the_order_of_nodes_and_edges() -> None:
    edges = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("f", "g")]
    one: nx.MultiDiGraph[str] = nx.MultiDiGraph(edges)
    other: nx.MultiDiGraph[str] = nx.MultiDiGraph([(b, a) for a, b in reversed(edges)])
    boxes = {node: box([node], 10, 13) for node in "abcdefg"}
    places = layout.positions(one, boxes, layout.groups(one))
    assert places == layout.positions(other, boxes, layout.groups(other))
    assert len(set(places.values())) == 7


@pytest.mark.parametrize("nodes", [[], ["a"], ["a", "b"]])
def test_small_networks_have_places(nodes: list[str]) -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_nodes_from(nodes)
    boxes = {node: box([node], 10, 13) for node in nodes}
    assert set(layout.positions(network, boxes, layout.groups(network))) == set(nodes)


def test_labels_of_two_things_look_different_in_every_language(network: Page) -> None:
    for index in range(len(LANGUAGES)):
        labels = Counter(thing["labels"][index] for thing in network.data["things"].values())
        names = Counter(thing["names"][index] for thing in network.data["things"].values())
        assert max(labels.values()) == max(names.values()) == 1


def test_long_names_are_told_apart_by_more_lines() -> None:
    name = "Network of Centers of Innovation in the Republic of {} for the Fourth Industrial Revolution"
    names = {key: name.format(key) for key in "ab"}
    assert wrap(names["a"]) == wrap(names["b"])
    labels = distinct_labels({**names, "c": "Short"})
    assert labels["a"] != labels["b"]
    assert labels["c"] == "Short"


def test_titles_do_not_switch_pyvis_to_markup(hostile: Catalogue) -> None:
    made = to_pyvis(hostile, to_network(hostile))
    assert any("h\u2060ref" in node["title"] for node in made.nodes)
    assert not any("href" in node["title"] for node in made.nodes)


def test_the_page_tells_of_every_edge_what_the_graph_tells(catalogue: Catalogue, network: Page, pyvis: Network) -> None:
    assert len(network.data["edges"]) == len(pyvis.edges)
    speakers = [Sentences(catalogue, code) for code in LANGUAGES]
    plain = 0
    for edge in network.data["edges"]:
        claim = catalogue.claims[edge["id"].partition("/")[0]]
        tie = network.data["ties"][edge["id"]]
        assert tie["date"] == speakers[0].date(claim)
        assert [item["quote"] for item in tie["evidence"]] == [i.quote.text for i in claim.evidence if i.quote]
        if not tie["inferred"]:
            plain += 1
            assert tie["sentences"] == [words.sentence(claim) for words in speakers]
    assert 0 < plain < len(network.data["edges"])


def test_an_inferred_tie_names_who_acted(catalogue: Catalogue) -> None:
    words = Sentences(catalogue, "en")
    tie = next(tie for tie in catalogue.derived_ties if tie.subject == "socar")
    told = words.sentence(catalogue.claims[tie.claim], tie.predicate, tie.subject)
    assert told.startswith("SOCAR ")
    assert "Rovshan Najaf" in told
    assert "on behalf of" not in told
