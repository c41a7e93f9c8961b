"""What the explorer saves: PNG and SVG of what is seen, the table as CSV."""

from __future__ import annotations

import csv
import struct
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from kg.rdf.catalogue import Catalogue
from tests.browser.test_explorer_page import show
from tests.browser.watching import messages

SVG = "{http://www.w3.org/2000/svg}"
Save = Callable[[str], Path]


@pytest.fixture
def save(browser: Chrome, tmp_path: Path) -> Save:
    """Clicks a button of the menu; the file that came of it."""
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})

    def click(button: str) -> Path:
        # A file of the same name is written over.
        for path in tmp_path.iterdir():
            path.unlink()
        browser.find_element(By.CSS_SELECTOR, "#keep summary").click()
        browser.find_element(By.ID, button).click()
        for _ in range(200):
            done = [
                path for path in tmp_path.iterdir() if path.suffix in (".png", ".svg", ".csv") and path.name[0] != "."
            ]
            if done:
                return done[0]
            time.sleep(0.05)
        raise AssertionError(f"{button} saved nothing")

    return click


def test_png_holds_the_picture_at_twice_its_size(browser: Chrome, pages: Path, save: Save) -> None:
    show(browser, pages, "#lang=en")
    data = save("png").read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    stage = browser.execute_script(
        "const b = document.getElementById('stage').getBoundingClientRect(); return [b.width, b.height]"
    )
    assert width == 2 * round(stage[0])
    assert height > 2 * stage[1]
    assert messages(browser) == []


def test_svg_holds_names_and_legend_as_text(browser: Chrome, pages: Path, save: Save) -> None:
    show(browser, pages, "#lang=az")
    root = ET.fromstring(save("svg").read_text("utf-8"))
    texts = {node.text for node in root.iter(SVG + "text")}
    assert {"SOCAR", "Təşkilat", "Ölkə"} <= texts
    assert len(list(root.iter(SVG + "path"))) > 150


def test_svg_of_hostile_names_is_inert(browser: Chrome, hostile_pages: Path, save: Save) -> None:
    show(browser, hostile_pages, "#lang=en")
    root = ET.fromstring(save("svg").read_text("utf-8"))
    assert {node.tag for node in root.iter()} <= {SVG + tag for tag in ("svg", "path", "rect", "text")}
    assert not [name for node in root.iter() for name in node.attrib if name.startswith("on")]
    assert any("<img" in (node.text or "") for node in root.iter(SVG + "text"))


def test_csv_holds_what_passes_the_filters(browser: Chrome, pages: Path, save: Save, catalogue: Catalogue) -> None:
    show(browser, pages, "#lang=en")
    everything = list(csv.reader(save("save-table").read_text("utf-8-sig").splitlines()))
    assert len(everything) == 1 + sum(len(claim.evidence) for claim in catalogue.claims.values())
    assert everything[0][:3] == ["Date", "Subject", "Relation"]
    show(browser, pages, "#lang=en&single=1&country=uzbekistan")
    assert 1 < len(save("save-table").read_text("utf-8-sig").splitlines()) < len(everything)
