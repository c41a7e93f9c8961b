"""network.html as a reader sees it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from kg.views.labels import box
from tests.browser.watching import messages, outside, requests, size, theme

PIXELS = """
const canvas = document.querySelector("#stage canvas");
const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
const seen = new Map();
for (let at = 0; at < data.length; at += 4) {
  const colour = [data[at], data[at + 1], data[at + 2]].map((part) => part.toString(16).padStart(2, "0")).join("");
  if (data[at + 3] === 255) seen.set(colour, (seen.get(colour) || 0) + 1);
}
return Object.fromEntries([...seen].filter(([, count]) => count > 12));
"""
WIDTHS = """
const [labels, size] = arguments;
const context = document.createElement("canvas").getContext("2d");
context.font = size + "px " + getComputedStyle(document.body).fontFamily;
return labels.map((label) => Math.max(...label.split("\\n").map((line) => context.measureText(line).width)));
"""


def show(browser: Chrome, pages: Path) -> dict[str, Any]:
    """Opens the page; its data."""
    browser.get((pages / "network.html").as_uri())
    WebDriverWait(browser, 20).until(lambda b: b.find_element(By.ID, "stage").get_attribute("data-edges"))
    text = browser.execute_script("return document.getElementById('data').textContent")
    data: dict[str, Any] = json.loads(text)
    return data


def test_it_asks_no_network_and_the_console_stays_silent(browser: Chrome, pages: Path) -> None:
    show(browser, pages)
    asked = requests(browser)
    assert any(address.endswith("/network.html") for address in asked)
    assert outside(asked) == []
    assert messages(browser) == []


def test_the_record_would_show_a_request_and_an_error(browser: Chrome, tmp_path: Path) -> None:
    page = tmp_path / "loud.html"
    page.write_text("<img src='http://127.0.0.1:9/x.png'><script>console.error('loud')</script>", "utf-8")
    browser.get(page.as_uri())
    assert outside(requests(browser)) == ["http://127.0.0.1:9/x.png"]
    assert any("loud" in message for message in messages(browser))


def test_every_node_and_edge_of_the_data_is_in_the_picture(browser: Chrome, pages: Path) -> None:
    data = show(browser, pages)
    stage = browser.find_element(By.ID, "stage")
    assert stage.get_attribute("data-nodes") == str(len(data["nodes"]))
    assert stage.get_attribute("data-edges") == str(len(data["edges"]))


@pytest.mark.parametrize("name", ["light", "dark"])
def test_each_class_is_painted_in_its_colour(name: str, browser: Chrome, pages: Path) -> None:
    theme(browser, name)
    data = show(browser, pages)
    painted = browser.execute_script(PIXELS)
    for look in data["looks"]:
        assert look["colour"].lower().lstrip("#") in painted, look


def test_the_legend_names_every_class_in_each_language(browser: Chrome, pages: Path) -> None:
    data = show(browser, pages)
    for index, button in enumerate(browser.find_elements(By.CSS_SELECTOR, "#languages button")):
        button.click()
        items = [item.text for item in browser.find_elements(By.CSS_SELECTOR, "#legend li")]
        assert [item.lower() for item in items] == [look["labels"][index].lower() for look in data["looks"]]
        assert browser.execute_script("return document.documentElement.lang") == data["languages"][index][0]
    assert messages(browser) == []


def test_neither_legend_nor_header_covers_the_picture(browser: Chrome, pages: Path) -> None:
    for width, height in ((1280, 800), (390, 780)):
        size(browser, width, height)
        show(browser, pages)
        stage = browser.find_element(By.ID, "stage").rect
        header, footer = (browser.find_element(By.TAG_NAME, tag).rect for tag in ("header", "footer"))
        assert header["y"] + header["height"] <= stage["y"] + 1
        assert stage["y"] + stage["height"] <= footer["y"] + 1
        assert stage["height"] > height / 2
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_labels_take_no_more_room_than_python_reckoned(browser: Chrome, pages: Path) -> None:
    """Within 8 %: a label of many wide letters may reach into the space that is kept between two."""
    data = show(browser, pages)
    for node in data["nodes"]:
        labels = data["things"][node["id"]]["labels"]
        widths = browser.execute_script(WIDTHS, labels, node["font"]["size"])
        assert max(widths) <= box(labels, node["size"], node["font"]["size"]).width * 1.08, labels


def test_search_leads_to_a_thing_with_its_evidence(browser: Chrome, pages: Path) -> None:
    show(browser, pages)
    field = browser.find_element(By.ID, "search")
    field.send_keys("SOCAR")
    assert re.search(r"\d", browser.find_element(By.ID, "found").text)
    field.send_keys(Keys.ENTER)
    panel = browser.find_element(By.ID, "panel")
    assert panel.find_element(By.TAG_NAME, "h2").text == "SOCAR"
    assert "Rövşən Nəcəf" in panel.text
    link = panel.find_element(By.LINK_TEXT, "All facts →")
    assert (link.get_attribute("href") or "").endswith("explorer.html#thing=socar&lang=en")
    panel.find_element(By.CSS_SELECTOR, ".close").click()
    assert not panel.is_displayed()


def test_pointing_at_a_node_or_a_line_tells_of_it(browser: Chrome, pages: Path) -> None:
    """Walks the mouse over the stage until tooltips of a node and of an edge were seen."""
    show(browser, pages)
    stage = browser.find_element(By.ID, "stage").rect
    seen = {"node": False, "edge": False}
    for step in range(400):
        x = stage["x"] + stage["width"] * (0.08 + 0.84 * (step % 40) / 40)
        y = stage["y"] + stage["height"] * (0.1 + 0.08 * (step // 40))
        browser.execute_cdp_cmd("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": x, "y": y})
        browser.execute_async_script("setTimeout(arguments[0], 180)")
        tips = browser.find_elements(By.CSS_SELECTOR, "div.vis-tooltip")
        if tips and tips[0].is_displayed():
            seen["edge" if tips[0].find_elements(By.TAG_NAME, "q") else "node"] = True
        if all(seen.values()):
            break
    assert seen == {"node": True, "edge": True}
    assert messages(browser) == []


def test_a_panel_leads_to_the_card_of_the_same_thing_in_the_same_language(browser: Chrome, pages: Path) -> None:
    show(browser, pages)
    browser.find_element(By.CSS_SELECTOR, "#languages [lang=az]").click()
    browser.find_element(By.ID, "search").send_keys("SOCAR", Keys.ENTER)
    browser.find_element(By.CSS_SELECTOR, "#panel a[href*='thing=socar']").click()
    WebDriverWait(browser, 20).until(lambda b: b.find_elements(By.CSS_SELECTOR, "#side .title"))
    assert "explorer.html#thing=socar&lang=az" in browser.current_url
    assert browser.find_element(By.CSS_SELECTOR, "#side .title").text == "SOCAR"
    assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == "az"
