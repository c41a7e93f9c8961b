"""The explorer's modules with a probe among them, so that tests can ask each what it does in the real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome

from kg.rdf.catalogue import Catalogue
from kg.views.evidence import EvidenceRows
from kg.views.explorer_data import explorer_data
from kg.views.explorer_page import MODULES, quadtree
from kg.views.page import in_one_function, page, template, write_page

PROBE = Path(__file__).with_name("probe.js")


def write_probed(catalogue: Catalogue, path: Path) -> None:
    """Writes the explorer's page with the probe as its last module; all else is as in the shipped page."""
    script = in_one_function(MODULES).removesuffix("})();\n") + PROBE.read_text("utf-8") + "})();\n"
    styles = [template("common.css"), template("explorer.css")]
    data = explorer_data(catalogue, EvidenceRows(catalogue, {}))
    write_page(path, page("probe", "explorer.html", styles, [quadtree(), script], data))


def ask(browser: Chrome, name: str, *how: Any) -> Any:
    """What a function of the probe answers."""
    return browser.execute_script("return window.probe[arguments[0]](...arguments[1])", name, how)
