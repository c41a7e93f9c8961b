"""The explorer of a part of a graph promises no more than it holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from kg.build import Graph
from kg.network.selecting import surroundings
from kg.rdf.catalogue import Catalogue
from kg.views.pages import page_about, page_of
from tests.browser.watching import messages

SAID = {
    "en": "This page shows {n} of {all} things: those nearest to SOCAR",
    "az": "Bu səhifədə {all} varlıqdan {n} varlıq göstərilir",
    "kk": "Бұл бетте {all} нысаннан {n} нысан көрсетілген",
    "ru": "На странице показаны объекты: {n} из {all}",
}


@pytest.mark.parametrize("language", SAID)
def test_it_says_how_much_it_shows_and_how_to_see_more(
    chromium: Chrome, graph: Graph, tmp_path: Path, language: str
) -> None:
    catalogue = Catalogue(graph.store, graph.ontology)
    file = tmp_path / "around.html"
    file.write_text(page_about(catalogue, "socar", surroundings(catalogue, "socar", 1, 50)), encoding="utf-8")
    chromium.get(file.as_uri() + f"#lang={language}")
    count = chromium.execute_script("return JSON.parse(document.getElementById('data').textContent).things.ids.length")
    text = chromium.find_element(By.ID, "part").text
    assert text.startswith(SAID[language].format(n=count, all=len(catalogue.entities))) and "kg view" in text
    assert str(count) in (chromium.find_element(By.ID, "search").get_attribute("placeholder") or "")
    assert messages(chromium) == []


def test_a_whole_graph_says_nothing_of_the_kind(chromium: Chrome, graph: Graph, tmp_path: Path) -> None:
    file = tmp_path / "whole.html"
    file.write_text(page_of(Catalogue(graph.store, graph.ontology), "explorer.html"), encoding="utf-8")
    chromium.get(file.as_uri() + "#lang=en")
    assert not chromium.find_element(By.ID, "part").is_displayed()
    assert chromium.find_element(By.ID, "search").get_attribute("placeholder") == "Search in any language"
