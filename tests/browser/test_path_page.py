"""The page of a path in a browser: it opens from disk, asks for nothing, says nothing, and nothing in it runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

import kg
from kg.build import make_graph
from kg.network.filters import Filters
from kg.rdf.catalogue import Catalogue
from kg.views.path_page import path_page
from tests.browser.conftest import HOSTILE
from tests.browser.watching import messages, outside, requests, size

PICTURE = "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'><script>parent.__hacked = 1</script></svg>"


@pytest.mark.parametrize("width", [360, 1280])
def test_the_chain_is_read_without_scrolling_aside(
    browser: Chrome, catalogue: Catalogue, tmp_path: Path, width: int
) -> None:
    found = kg.paths(catalogue, "SOCAR", "World Economic Forum", count=2, partners=True, language="az")
    file = tmp_path / "path.html"
    file.write_text(path_page("Yollar", found, "az", lambda path: PICTURE), encoding="utf-8")
    size(browser, width, 800)
    browser.get(file.as_uri())
    assert len(browser.find_elements(By.CSS_SELECTOR, "main > section > ol > li")) == sum(len(a.path) for a in found)
    assert all(sentence in browser.find_element(By.TAG_NAME, "main").text for a in found for sentence in a.sentences)
    assert browser.execute_script("return document.documentElement.scrollWidth <= window.innerWidth")
    browser.find_element(By.TAG_NAME, "summary").click()
    assert browser.execute_script("return document.querySelector('img').naturalWidth") == 30
    assert outside(requests(browser)) == []
    assert messages(browser) == []
    assert browser.execute_script("return window.__hacked === undefined")


def test_names_that_are_markup_stay_text(browser: Chrome, tmp_path: Path) -> None:
    hostile = make_graph(HOSTILE).catalogue
    name = next(entity for entity in hostile.entities.values() if "<" in entity.label("en"))
    other = next(claim.object for claim in hostile.about(name.id) if claim.object_is_entity and claim.object != name.id)
    found = kg.paths(hostile, name.id, other, filters=Filters(all_relations=True))
    file = tmp_path / "path.html"
    file.write_text(path_page(name.label("en"), found, "en"), encoding="utf-8")
    browser.get(file.as_uri())
    assert name.label("en") in browser.find_element(By.TAG_NAME, "h1").text
    assert browser.find_elements(By.TAG_NAME, "img") == []
    assert browser.execute_script("return window.__hacked === undefined")
    assert messages(browser) == []
