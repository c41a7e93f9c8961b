"""Pictures as SVG: valid, the evidence of every line below it, nothing that runs, in light and dark."""

from __future__ import annotations

import inspect
import re
import textwrap
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg.facts.problems import CallError
from kg.network.paths import Path as Way
from kg.network.paths import shortest_paths
from kg.network.projection import to_network
from kg.rdf.catalogue import Catalogue
from kg.views import network_drawing
from kg.views.canvas import Sheet, Theme, line_width, plain, wrapped
from kg.views.drawing import neighbourhood_svg, network_svg, path_svg, png
from kg.views.sentences import Sentences
from kg.views.words import LANGUAGES, read_words

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {f"{SVG}{tag}" for tag in ("svg", "defs", "title", "rect", "text", "path", "circle")}


@pytest.fixture(scope="module")
def way(catalogue: Catalogue) -> Way:
    return shortest_paths(to_network(catalogue), catalogue.schema, "socar", "world-economic-forum")[0]


def texts(svg: str) -> str:
    """All texts of a picture as one, so that a wrapped sentence can be found."""
    return " ".join(node.text or "" for node in ET.fromstring(svg).iter(f"{SVG}text")).replace("\u00a0", " ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_path_tells_each_hop_with_its_evidence(language: str, catalogue: Catalogue, way: Way) -> None:
    told, words = texts(path_svg(catalogue, way, language)), Sentences(catalogue, language)
    for hop in way:
        for name in (hop.start, hop.end):
            assert words.name(name) in told
        for link in hop.links:
            claim = catalogue.claims[link.claim]
            plainly = link.predicate == claim.predicate
            subject = hop.start if link.forward else hop.end
            assert words.sentence(claim, *(() if plainly else (link.predicate, subject))) in told
            assert f"[{words.date(claim)}]" in told
            for item in claim.evidence:
                assert item.quote is not None
                published = catalogue.sources[item.source].published
                assert f"“{item.quote.text}”" in told
                assert published is not None and published.text in told


def test_an_arrow_points_the_way_of_its_claim(catalogue: Catalogue, way: Way) -> None:
    back = [hop for hop in way if {link.forward for link in hop.links} == {True, False}]
    assert back, "the path of this test has claims both ways"
    heads = re.findall(r'd="M(\S+),(\S+) L(\S+),(\S+) L\S+ Z" fill="#6b7885"', path_svg(catalogue, (back[0],), "en"))
    downwards = [float(tip) > float(base) for _, tip, _, base in heads]
    assert sorted(downwards) == sorted(link.forward for link in back[0].links)


def test_a_neighbourhood_has_every_tie_and_thing(catalogue: Catalogue) -> None:
    network, words = to_network(catalogue), Sentences(catalogue, "en")
    key = "ministry-of-economy-azerbaijan"
    svg = neighbourhood_svg(catalogue, key)
    near = network.subgraph([key, *nx.all_neighbors(network, key)])
    told = texts(svg)
    for node in near:
        assert words.name(node).split()[0] in told
    numbers = re.findall(r'font-size="10"[^>]*>(\d+)<', svg)
    # Each number stands at its line and at its note.
    assert sorted(map(int, numbers)) == sorted([*range(1, near.number_of_edges() + 1)] * 2)


def test_more_steps_show_more(catalogue: Catalogue) -> None:
    one, two = (texts(neighbourhood_svg(catalogue, "socar", steps)) for steps in (1, 2))
    assert "Anar Akhundov" in two
    assert "Anar Akhundov" not in one.partition("Evidence")[0]


def test_of_too_many_the_picture_says_so(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_drawing, "LIMIT", 4)
    assert "Drawn: 4 of" in texts(neighbourhood_svg(catalogue, "socar", 2))
    assert "Drawn: 4 of" in texts(network_svg(catalogue, to_network(catalogue)))


def test_who_has_no_tie_is_drawn_alone(catalogue: Catalogue) -> None:
    alone = next(node for node in to_network(catalogue) if not to_network(catalogue).degree(node))
    assert "Nothing is tied to it yet." in texts(neighbourhood_svg(catalogue, alone))


def test_an_unknown_thing_and_an_empty_path_are_errors(catalogue: Catalogue) -> None:
    with pytest.raises(CallError, match="nobody"):
        neighbourhood_svg(catalogue, "nobody")
    with pytest.raises(CallError, match="without a hop"):
        path_svg(catalogue, ())


def test_dark_is_another_paper_with_the_same_words(catalogue: Catalogue, way: Way) -> None:
    light, dark = (path_svg(catalogue, way, "en", theme) for theme in Theme)
    assert texts(light) == texts(dark)
    assert Theme.DARK.value.paper in dark and Theme.DARK.value.paper not in light


@pytest.mark.parametrize("theme", Theme)
def test_texts_have_contrast(theme: Theme) -> None:
    """WCAG 2.2, 1.4.3 and 1.4.11: 4.5 for text, 3 for lines and outlines."""

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(colour: str) -> float:
        one, other = sorted((luminance(colour), luminance(theme.value.paper)))
        return (other + 0.05) / (one + 0.05)

    assert min(contrast(theme.value.ink), contrast(theme.value.muted)) >= 4.5
    assert min(contrast(theme.value.edge), contrast(theme.value.outline), contrast(theme.value.accent)) >= 3


def test_the_same_facts_give_the_same_bytes(catalogue: Catalogue, way: Way) -> None:
    assert path_svg(catalogue, way, "az") == path_svg(catalogue, way, "az")
    network = to_network(catalogue)
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    for left, right, key, about in list(network.edges(keys=True, data=True))[::-1]:
        turned.add_edge(left, right, key=key, **about)
    assert network_svg(catalogue, network) == network_svg(catalogue, turned)


def test_hostile_names_stay_text(hostile: Catalogue) -> None:
    network = to_network(hostile)
    pictures = [network_svg(hostile, network, language) for language in LANGUAGES]
    pictures += [neighbourhood_svg(hostile, node, 2) for node in network]
    for start, end in network.edges():
        pictures += [path_svg(hostile, path) for path in shortest_paths(network, hostile.schema, start, end)]
    for svg in pictures:
        root = ET.fromstring(svg)
        assert {node.tag for node in root.iter()} <= DRAWN
        names = {name for node in root.iter() for name in node.attrib}
        assert not [name for name in names if name.startswith("on") or "href" in name or name in ("style", "id")]
        assert "__hacked" not in "".join(value for node in root.iter() for value in node.attrib.values())
        assert svg.count("http") == svg.count("http://www.w3.org/") + texts(svg).count("http")
    assert "<img src=x onerror=window.__hacked=1>" in " ".join(map(texts, pictures))


@given(st.text())
def test_any_text_can_be_drawn(text: str) -> None:
    sheet = Sheet(Theme.LIGHT)
    sheet.text((10, 20), wrapped(text, 200, 13), 13)
    root = ET.fromstring(sheet.svg(300, 100, text))
    drawn = "".join(node.text or "" for node in root.iter(f"{SVG}text"))
    kept = plain(text).replace(" ", "")
    assert drawn.replace(" ", "") == kept


@given(st.text(st.sampled_from("aİşmW жұғ漢 ]>&"), max_size=80), st.booleans())
def test_wrapped_lines_fit_and_lose_nothing(text: str, bold: bool) -> None:
    lines = wrapped(text, 90, 12, bold=bold)
    assert all(line_width(line, 12, bold=bold) <= 90 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_png_is_a_picture_twice_as_large(catalogue: Catalogue, way: Way) -> None:
    svg = path_svg(catalogue, way, "kk")
    made = png(svg)
    width, height = (int(ET.fromstring(svg).attrib[name]) for name in ("width", "height"))
    assert made.startswith(b"\x89PNG\r\n")
    assert [int.from_bytes(made[at : at + 4], "big") for at in (16, 20)] == [2 * width, 2 * height]


def test_without_resvg_png_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "resvg_py", None)
    with pytest.raises(CallError, match=re.escape("pip install 'partnership-kg[pictures]'")):
        png("<svg/>")


@pytest.mark.parametrize("name", ["path_svg", "neighbourhood_svg", "network_svg", "card", "picture", "to_pyvis"])
def test_the_example_of_each_function_runs(name: str, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(built.parent)
    text = (inspect.getdoc(getattr(kg, name)) or "").partition("::\n")[2]
    example = "".join(line for line in text.splitlines(True) if line.startswith(" "))
    found: dict[str, Any] = {}
    exec(textwrap.dedent(example), found)  # our own docstring
    assert "kg" in found
    assert any(len(str(found.get(made))) > 20 for made in ("svg", "card", "picture", "pyvis"))


def test_each_word_is_given_in_every_language() -> None:
    for words in read_words("drawing").values():
        assert len(words) == len(LANGUAGES) and all(words)
