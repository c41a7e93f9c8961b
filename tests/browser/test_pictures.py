"""Pictures and cards as a browser shows them: texts within the sheet, labels apart, hostile names as text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome

from kg.build import make_graph
from kg.network.paths import shortest_paths
from kg.network.projection import to_network
from kg.rdf.catalogue import Catalogue
from kg.views.drawing import neighbourhood_svg, network_svg, path_svg
from kg.views.notebook import card, picture
from tests.browser.conftest import HOSTILE
from tests.browser.watching import messages, outside, requests

TEXTS = """
const { width, height } = document.querySelector("svg").viewBox.baseVal;
return [width, height, [...document.querySelectorAll("text")].map((text) => {
  const { x, y, width, height } = text.getBBox();
  return [text.textContent, x, y, x + width, y + height];
})];
"""
Drawn = tuple[str, float, float, float, float]


def drawn(browser: Chrome, folder: Path, svg: str) -> tuple[float, float, list[Drawn]]:
    """The size of a picture and the rectangles of its texts."""
    file = folder / "picture.svg"
    file.write_text(svg, "utf-8")
    browser.get(file.as_uri())
    found: Any = browser.execute_script(TEXTS)
    return found[0], found[1], [tuple(text) for text in found[2]]


def pictures(catalogue: Catalogue, language: str) -> list[str]:
    network = to_network(catalogue)
    path = shortest_paths(network, catalogue.schema, "anar-akhundov", "world-economic-forum")[0]
    hubs = sorted(network, key=lambda node: (-network.degree(node), node))[:3]
    return [path_svg(catalogue, path, language), *(neighbourhood_svg(catalogue, hub, 1, language) for hub in hubs)]


@pytest.mark.parametrize("language", ["en", "az", "kk"])
def test_every_text_stands_within_the_sheet_and_upon_no_other(
    language: str, browser: Chrome, catalogue: Catalogue, tmp_path: Path
) -> None:
    for svg in pictures(catalogue, language):
        width, height, texts = drawn(browser, tmp_path, svg)
        assert len(texts) > 10
        for text, left, top, right, bottom in texts:
            assert left >= 8 and top >= 8 and right <= width - 8 and bottom <= height - 4, text
        # Numbers may stand on a label where its line leaves no other place.
        words = [text for text in texts if not text[0].isdigit()]
        for index, one in enumerate(words):
            for other in words[index + 1 :]:
                across = min(one[3], other[3]) - max(one[1], other[1])
                # Line boxes are higher than letters.
                down = min(one[4], other[4]) - max(one[2], other[2])
                assert across <= 0 or down <= 4, (one, other)


def test_nothing_runs_in_pictures_and_cards_of_hostile_names(browser: Chrome, tmp_path: Path) -> None:
    hostile = make_graph(HOSTILE).catalogue
    network = to_network(hostile)
    shown = [
        *(card(hostile, key)._repr_html_() for key in hostile.entities),
        *(picture(hostile, key, steps=2)._repr_html_() for key in hostile.entities),
        picture(hostile, network, "kk")._repr_html_(),
    ]
    page = tmp_path / "cells.html"
    page.write_text(f"<!DOCTYPE html><meta charset=utf-8>{''.join(shown)}", "utf-8")
    browser.get(page.as_uri())
    browser.execute_async_script("setTimeout(arguments[0], 150)")
    assert browser.execute_script("return window.__hacked === undefined")
    assert browser.execute_script("return document.querySelectorAll('script, a, style, svg').length") == 0
    sizes = browser.execute_script("return [...document.images].map((image) => image.naturalWidth)")
    assert len(sizes) == len(hostile.entities) + 1 and min(sizes) >= 760
    drawn(browser, tmp_path, network_svg(hostile, network))
    assert browser.execute_script("return window.__hacked === undefined")
    assert outside(requests(browser)) == []
    assert messages(browser) == []


def test_without_escapes_a_name_would_run(browser: Chrome, tmp_path: Path) -> None:
    """The detector works: the test above can fail."""
    hostile = make_graph(HOSTILE).catalogue
    page = tmp_path / "cells.html"
    html = card(hostile, "alpha")._repr_html_().replace("&lt;", "<").replace("&gt;", ">")
    page.write_text(f"<!DOCTYPE html><meta charset=utf-8>{html}", "utf-8")
    browser.get(page.as_uri())
    browser.execute_async_script("setTimeout(arguments[0], 150)")
    assert browser.execute_script("return window.__hacked === 1")
