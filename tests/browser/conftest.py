"""One browser for all tests, and the pages that it opens from disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver

from kg.build import make_graph
from kg.views.pages import write_pages
from tests.browser.watching import messages, requests, size, start, theme

HOSTILE = Path(__file__).parents[1] / "views" / "hostile"


@pytest.fixture(scope="session")
def hostile_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    write_pages(make_graph(HOSTILE).catalogue, folder)
    return folder


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    browser = start(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.quit()


@pytest.fixture
def browser(chromium: webdriver.Chrome) -> webdriver.Chrome:
    """The browser with an empty page, an empty record, a window of 1280 x 800, in light."""
    chromium.get("about:blank")
    size(chromium, 1280, 800)
    theme(chromium, "light")
    requests(chromium)
    messages(chromium)
    return chromium
