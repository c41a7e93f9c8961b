"""axe-core finds nothing serious in the explorer: light, dark, table, card, path, filters, search, small screen."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from tests.browser.test_explorer_page import search, show
from tests.browser.watching import size, theme

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
"""axe-core (MPL 2.0) as that package carries it; nothing else of the package is used."""
RUN = "axe.run(document, {resultTypes: ['violations']}).then((found) => arguments[0](found.violations))"


def findings(browser: Chrome) -> list[tuple[str, str, list[Any]]]:
    """The serious and critical ones: rule, impact and places."""
    # By the protocol, since the page's own policy lets no script in.
    browser.execute_cdp_cmd("Runtime.evaluate", {"expression": AXE})
    found = browser.execute_async_script(RUN)
    return [
        (item["id"], item["impact"], [node["html"][:160] for node in item["nodes"][:4]])
        for item in found
        if item["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize("address", ["", "&view=facts", "&view=names", "&thing=itu", "&from=socar&to=itu&through=1"])
def test_nothing_serious_is_found(address: str, light: str, browser: Chrome, pages: Path) -> None:
    theme(browser, light)
    show(browser, pages, "#lang=en" + address)
    assert findings(browser) == []


def test_nothing_serious_with_search_filters_and_menu_open(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#lang=kk")
    browser.find_element(By.ID, "open-filters").click()
    browser.execute_script("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    search(browser, "a")
    assert browser.find_elements(By.CSS_SELECTOR, "#search-options li")
    assert findings(browser) == []


@pytest.mark.parametrize("address", ["", "&thing=itu", "&view=facts"])
def test_nothing_serious_on_a_small_screen(address: str, browser: Chrome, pages: Path) -> None:
    size(browser, 390, 780)
    show(browser, pages, "#lang=az" + address)
    assert findings(browser) == []


def test_axe_would_find_a_fault(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#lang=en")
    browser.execute_script("document.body.append(document.createElement('button'))")
    assert {"button-name"} <= {rule for rule, _, _ in findings(browser)}
