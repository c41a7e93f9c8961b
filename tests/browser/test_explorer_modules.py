"""Each module of the explorer against what Python says: folding, sentences, validity, paths, labels, addresses."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import sys
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from selenium.webdriver import Chrome

from kg.build import make_graph
from kg.facts.dates import PartialDate
from kg.facts.identity import fold
from kg.facts.validity import as_of, holds
from kg.network.filters import Filters
from kg.network.ground import Ground
from kg.network.paths import best_paths, shortest_paths
from kg.network.projection import to_network
from kg.rdf.catalogue import Catalogue
from kg.views.evidence import EvidenceRows
from kg.views.explorer_data import explorer_data
from kg.views.sentences import Sentences
from kg.views.words import LANGUAGES
from tests.browser.probing import ask, write_probed
from tests.browser.watching import size
from tests.tiny_project import FOLDER
from tests.views import columns

Edges = Sequence[Sequence[str]]
DAYS = [
    "2018-06-30",
    "2020-01-20",
    "2020-01-21",
    "2021-12-31",
    "2024-02-29",
    "2025-11-25",
    "2025-11-26",
    "2026-01-23",
    "2030-01-01",
]


@pytest.fixture(scope="module")
def probe(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("probe") / "probe.html"
    write_probed(catalogue, path)
    return path


@pytest.fixture(scope="module")
def tiny_catalogue() -> Catalogue:
    return make_graph(FOLDER).catalogue


@pytest.fixture(scope="module")
def tiny_probe(tiny_catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("probe") / "tiny.html"
    write_probed(tiny_catalogue, path)
    return path


@pytest.fixture
def opened(chromium: Chrome, probe: Path) -> Chrome:
    """The seeds' page with the probe, opened once for all tests that only ask it."""
    if not chromium.current_url.startswith(probe.as_uri()):
        size(chromium, 1280, 800)
        chromium.get(probe.as_uri() + "#lang=en")
    return chromium


def in_page_order(catalogue: Catalogue) -> list[str]:
    """The keys of claims in the order of the page's columns."""
    index = {key: place for place, key in enumerate(catalogue.entities)}
    claims = catalogue.claims.values()
    return [c.key for c in sorted(claims, key=lambda c: (index[c.subject], c.predicate, c.object, c.key))]


def test_names_are_folded_alike_in_python_and_in_the_page(opened: Chrome, catalogue: Catalogue) -> None:
    names = [name.text for entity in catalogue.entities.values() for name in entity.names]
    characters = [chr(code) for code in range(0x20, sys.maxunicode) if is_known(chr(code))]
    texts = [*names, *(f"aи{character}b" for character in characters)]
    folded = ask(opened, "fold", texts)
    differing = {text: (fold(text), other) for text, other in zip(texts, folded, strict=True) if fold(text) != other}
    assert differing == {}


def is_known(character: str) -> bool:
    """Whether Python and the browser know it: assigned, no surrogate, not for private use.

    Cherokee alone is left out: Python folds it to capitals, JavaScript has no such folding.
    """
    assigned = unicodedata.category(character) not in ("Cn", "Cs", "Co")
    return assigned and not unicodedata.name(character, "").startswith("CHEROKEE")


@pytest.mark.parametrize("code", LANGUAGES)
def test_sentences_read_as_everywhere_else(code: str, opened: Chrome, catalogue: Catalogue) -> None:
    words = Sentences(catalogue, code)
    order = in_page_order(catalogue)
    assert ask(opened, "sentences", code) == [words.sentence(catalogue.claims[key]) for key in order]
    ties = [
        [tie.subject, tie.object, words.sentence(catalogue.claims[tie.claim], tie.predicate, tie.subject)]
        for tie in catalogue.derived_ties
    ]
    assert ask(opened, "tieSentences", code) == ties


def test_dates_read_as_everywhere_else(opened: Chrome, catalogue: Catalogue) -> None:
    words = Sentences(catalogue, "en")
    assert ask(opened, "dates") == [words.date(catalogue.claims[key]) for key in in_page_order(catalogue)]


def test_last_days_of_years_and_months(opened: Chrome) -> None:
    texts = [f"{year}-{month:02d}" for year in (1900, 2000, 2023, 2024) for month in range(1, 13)] + [
        "2024",
        "2024-02-03",
    ]
    for text in texts:
        assert ask(opened, "latest", text) == PartialDate(text).latest.isoformat()


@pytest.mark.parametrize("project", ["seeds", "tiny"])
def test_claims_hold_on_the_same_days_as_in_python(
    project: str, browser: Chrome, probe: Path, tiny_probe: Path, catalogue: Catalogue, tiny_catalogue: Catalogue
) -> None:
    page, graph = (probe, catalogue) if project == "seeds" else (tiny_probe, tiny_catalogue)
    browser.get(page.as_uri())
    claims = [graph.claims[key] for key in in_page_order(graph)]
    answers = ask(browser, "holds", DAYS)
    for day, answer in zip(DAYS, answers, strict=True):
        date = dt.date.fromisoformat(day)
        assert answer == [holds(claim, date, graph.schema).value for claim in claims], day
    assert {value for answer in answers for value in answer} == {"yes", "no", "unknown"}
    for day, (kept, unknown) in zip(DAYS, ask(browser, "asOf", DAYS), strict=True):
        view = as_of(graph.claims.values(), dt.date.fromisoformat(day), graph.schema)
        asserted = {claim.key for claim in view.claims if claim.asserted}
        assert {claim.key for claim, keep in zip(claims, kept, strict=True) if keep} == asserted, day
        assert unknown == view.unknown


def test_a_probe_of_validity_can_fail(opened: Chrome, catalogue: Catalogue) -> None:
    """Days apart give different answers, so that the test above does not compare constants."""
    first, last = ask(opened, "asOf", [DAYS[0], DAYS[-1]])
    assert first != last


@pytest.mark.parametrize(
    "hash_", ["", "#without=partyTo,memberOf", "#hide=Person", "#day=2025-12-31", "#country=azerbaijan"]
)
@pytest.mark.parametrize(("through", "every"), [(False, False), (True, False), (True, True)])
def test_paths_are_as_long_as_those_of_the_command_line(
    hash_: str, through: bool, every: bool, opened: Chrome, catalogue: Catalogue
) -> None:
    chance = random.Random(7)
    pairs = [chance.sample(list(catalogue.entities), 2) for _ in range(60)]
    drawn = sorted(node for node, degree in to_network(catalogue).degree() if degree)
    pairs += [chance.sample(drawn, 2) for _ in range(60)]
    edges = ask(opened, "edges", hash_, every, through)
    routes = ask(opened, "paths", pairs, hash_, through, every)
    joined = {frozenset(edge[:2]) for edge in edges}
    filters = Filters(through_places=through, all_relations=every)
    for ends, route in zip(pairs, routes, strict=True):
        assert len(route) == length_by_python(edges, catalogue, ends, filters), ends
        assert all(frozenset(hop) in joined for hop in pairwise(route))


def length_by_python(
    edges: Sequence[Sequence[str]], catalogue: Catalogue, ends: Sequence[str], filters: Filters
) -> int:
    """How many things the best path of `kg path` visits in a network of these edges; 0 if there is none."""
    network = network_of(edges, catalogue)
    start, end = ends
    found = best_paths(Ground(network, catalogue.schema, filters), start, end)
    return len(found[0]) + 1 if found else 0


def network_of(edges: Edges, catalogue: Catalogue) -> nx.MultiDiGraph[str]:
    """All things, with edges given as subject, object and predicate."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for key, entity in catalogue.entities.items():
        network.add_node(key, class_name=entity.class_name)
    for number, (subject, object_, predicate) in enumerate(edges):
        network.add_edge(subject, object_, key=str(number), claim=str(number), predicate=predicate)
    return network


def test_without_filters_the_ties_are_those_of_the_network(opened: Chrome, catalogue: Catalogue) -> None:
    for every in (False, True):
        network = to_network(catalogue, ties_only=not every)
        edges = ((left, right, data["predicate"]) for left, right, data in network.edges(data=True))
        assert sorted(map(tuple, ask(opened, "edges", "", every))) == sorted(edges)


def test_the_path_of_the_readme_is_the_one_of_the_command_line(opened: Chrome, catalogue: Catalogue) -> None:
    network = to_network(catalogue)
    (found,) = shortest_paths(network, catalogue.schema, "socar", "world-economic-forum")
    (route,) = ask(opened, "paths", [["socar", "world-economic-forum"]], "", False, False)
    assert len(route) == len(found) + 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_labels_overlap_by_measured_width(code: str, opened: Chrome) -> None:
    for width, height in ((1280, 668), (800, 600), (390, 480)):
        for times in (1, 2.5):
            labels = ask(opened, "labels", width, height, times, code)
            assert len(labels) > 8
            assert overlaps(labels) == []
            assert all(label["left"] >= 0 and label["right"] <= width for label in labels)


def overlaps(labels: Sequence[dict[str, Any]]) -> list[tuple[str, str]]:
    def meet(a: dict[str, Any], b: dict[str, Any]) -> bool:
        return bool(
            a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]
        )

    return [(a["text"], b["text"]) for index, a in enumerate(labels) for b in labels[:index] if meet(a, b)]


def test_the_detector_sees_labels_that_overlap(opened: Chrome) -> None:
    labels = ask(opened, "labels", 1280, 668, 1, "en")
    labels[0] = {
        **labels[0],
        "left": labels[1]["left"],
        "right": labels[1]["right"],
        "top": labels[1]["top"],
        "bottom": labels[1]["bottom"],
    }
    assert overlaps(labels)


@pytest.mark.parametrize("code", LANGUAGES)
def test_at_first_sight_every_organisation_is_named(code: str, opened: Chrome, catalogue: Catalogue) -> None:
    labels = ask(opened, "labels", 1280, 668, 1, code)
    named = {label["thing"]: label["text"] for label in labels if label["thing"]}
    assert min(label["size"] for label in labels) >= 11
    network = to_network(catalogue)
    organisations = [
        node
        for node in network
        if network.degree(node) and catalogue.schema.is_a(network.nodes[node]["class_name"], "Organisation")
    ]
    assert len(organisations) > 15
    assert set(organisations) <= set(named)
    if code == "en":
        assert not [named[node] for node in organisations if named[node].endswith("…")]


@pytest.mark.parametrize("code", LANGUAGES)
def test_at_first_sight_what_most_ties_lead_to_is_named_and_seen(
    code: str, opened: Chrome, catalogue: Catalogue
) -> None:
    labels = ask(opened, "labels", 1280, 668, 1, code)
    dots = {dot["thing"]: dot for dot in ask(opened, "dots", 1280, 668, 1)}
    largest = sorted(dots, key=lambda thing: -dots[thing]["radius"])[:8]
    assert set(largest) <= {label["thing"] for label in labels}
    kept = [*largest, *(thing for thing in dots if catalogue.schema.is_a(class_of(catalogue, thing), "Organisation"))]
    assert len(kept) > 20
    covered = {
        (thing, label["text"])
        for thing in kept
        for label in labels
        if label["thing"] != thing
        and label["left"] < dots[thing]["x"] < label["right"]
        and label["top"] < dots[thing]["y"] < label["bottom"]
    }
    assert covered == set()


def class_of(catalogue: Catalogue, thing: str) -> str:
    return catalogue.entities[thing].class_name


def test_groups_are_named_in_full_where_there_is_room(opened: Chrome) -> None:
    groups = [label["text"] for label in ask(opened, "labels", 1440, 768, 1, "en") if label["thing"] is None]
    assert len(groups) >= 4
    assert not [text for text in groups if text.endswith("…")]
    # Four centers of one tie each stand around their network, and no one of them for the others.
    assert "Around WEF Network of Centers for the Fourth Industrial Revolution" in ask(opened, "groupNames", "en")


def test_addresses_hold_the_view_and_restore_it(opened: Chrome) -> None:
    for hash_ in (
        "#lang=en",
        "#view=facts&lang=az",
        "#thing=itu&lang=kk",
        "#from=socar&to=itu&through=1&all=1&lang=en",
        "#hide=Person%2CPost&without=partyTo&country=china&after=2020&before=2026-01&day=2025-12-31&single=1&lang=en",
        "#size=betweenness&colour=group&at=10_-20_0.5&lang=en",
    ):
        params = dict(part.split("=") for part in hash_[1:].split("&"))
        told = dict(part.split("=") for part in ask(opened, "address", hash_)[1:].split("&"))
        assert told == params | ({"at": "10_-20_0.500"} if "at" in params else {})


def test_an_address_of_nonsense_is_an_address_of_nothing(opened: Chrome) -> None:
    nonsense = "#view=x&size=y&colour=z&at=1_2_-3&day=never&hide=Nobody&country=no&lang=xx&single=2"
    assert ask(opened, "address", nonsense).startswith("#lang=")


def test_cells_are_no_formulas_and_the_table_is_csv(opened: Chrome, catalogue: Catalogue) -> None:
    for text in ("=1+1", "+1", "-1", "@x", "\tx", "\r=1"):
        (cell,) = next(csv.reader(io.StringIO(ask(opened, "safeCell", text), newline="")))
        assert cell == "'" + text
    assert next(csv.reader(io.StringIO(ask(opened, "safeCell", 'a "b", c')))) == ['a "b", c']
    text = ask(opened, "tableText")
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == 1 + sum(len(claim.evidence) for claim in catalogue.claims.values())
    assert {len(row) for row in rows} == {8}


def test_texts_wrap_by_measured_width(opened: Chrome) -> None:
    lines = ask(
        opened,
        "wrapped",
        "Azerbaijan Center of the WEF Network of Centers for the Fourth Industrial Revolution",
        120,
        3,
    )
    assert len(lines) == 3
    assert lines[-1][0].endswith("…")
    assert all(width <= 121 for _, width in lines)


def test_hulls_hold_all_points(opened: Chrome) -> None:
    chance = random.Random(3)
    points = [[chance.uniform(-9, 9), chance.uniform(-9, 9)] for _ in range(40)]
    corners = ask(opened, "hull", points)
    assert all(corner in points for corner in corners)
    assert sorted(ask(opened, "hull", [*points, [0, 0]])) == sorted(corners)
    around = ask(opened, "roundHull", points, 5)
    assert max(x for x, _ in around) == pytest.approx(max(x for x, _ in points) + 5)


def test_xml_holds_no_markup_and_no_control_characters(opened: Chrome) -> None:
    assert ask(opened, "xmlText", "<a href='x'>&\u0007") == "&lt;a href=&#39;x&#39;&gt;&amp;\ufffd"


def test_ids_in_columns_are_those_of_the_page(opened: Chrome, catalogue: Catalogue) -> None:
    assert columns.ids(explorer_data(catalogue, EvidenceRows(catalogue, {}))) == list(catalogue.entities)
    assert ask(opened, "matches", "btİ")[0] == "itu"
