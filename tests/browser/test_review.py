"""The review as a person sees it: by keys alone, light and dark, on a small screen, with long and hostile names."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import Chrome
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from kg.build import make_graph, report_of, write_files
from tests.browser.test_explorer_accessibility import findings
from tests.browser.watching import messages, size, theme
from tests.review.drafted import write_drafts
from tests.server.serving import Served, serving
from tests.tiny_project import FOLDER, append

LONG = "Риф стансасының халықаралық ынтымақтастықты үйлестіру және цифрлықтандыру мәселелері жөніндегі орталығы"
HOSTILE = "<img src=x onerror=alert(1)>Harbour" + "Ə" * 80


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[Served, Path]]:
    """A review of the miniature project, two of its things with names that try a page."""
    seeds = shutil.copytree(FOLDER, tmp_path / "seeds")
    append(seeds / "names.csv", f"reef-station,kk,{LONG},rendering,", f"harbour-network,kk,{HOSTILE},rendering,")
    write_drafts(tmp_path / "drafts")
    graph = make_graph(seeds)
    build = tmp_path / "build"
    build.mkdir()
    write_files(graph, report_of(graph), build)
    where = ["--seeds", str(seeds), "--drafts", str(tmp_path / "drafts"), "--by", "A. Editor"]
    with serving(build, "--review", *where) as served:
        yield served, seeds


def press(browser: Chrome, key: str, shown: str) -> None:
    """Presses a key and waits until the page says something."""
    ActionChains(browser).send_keys(key).perform()
    patience = WebDriverWait(browser, 30, ignored_exceptions=[StaleElementReferenceException])  # a page that goes away
    patience.until(lambda driver: shown in driver.find_element(By.TAG_NAME, "main").text)


def test_a_review_needs_no_mouse(browser: Chrome, desk: tuple[Served, Path]) -> None:
    served, seeds = desk
    browser.get(f"{served.address}/review?lang=en")
    press(browser, "a", "Accepted. 1 of 6 judged")
    assert "reef-station,joined" in (seeds / "facts" / "gull.csv").read_text("utf-8")
    press(browser, "u", "Taken back")
    press(browser, "e", "Save and accept")
    field = browser.find_element(By.NAME, "field:from")
    field.clear()
    field.send_keys("2029", Keys.ENTER)
    WebDriverWait(browser, 30).until(lambda driver: "Accepted as edited." in driver.page_source)
    assert ",2029," in (seeds / "facts" / "gull.csv").read_text("utf-8")
    press(browser, "a", "Accepted with what is new. 2 of 6 judged")
    press(browser, "u", "Taken back")
    press(browser, "t", "Is this a new thing?")
    press(browser, "r", "Rejected.")
    press(browser, "l", "Left for later.")
    assert messages(browser) == []


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_long_and_hostile_names_keep_their_place(
    browser: Chrome, desk: tuple[Served, Path], light: str, width: int
) -> None:
    served, _ = desk
    theme(browser, light)
    size(browser, width, 800)
    for address in ("/review?lang=kk", "/review?lang=kk&edit=1"):
        browser.get(served.address + address)
        assert LONG in browser.find_element(By.CSS_SELECTOR, ".statement").text
        assert HOSTILE in browser.find_element(By.CSS_SELECTOR, ".statement").text
        assert browser.execute_script("return document.documentElement.scrollWidth <= innerWidth")
        assert findings(browser) == []
    assert messages(browser) == []


def test_questions_and_articles_are_readable(browser: Chrome, desk: tuple[Served, Path]) -> None:
    served, _ = desk
    browser.get(f"{served.address}/review?lang=az")
    for shown in ("baxılıb: 1", "baxılıb: 2", "baxılıb: 3"):
        press(browser, "a", shown)
    assert "Hansı nəzərdə tutulur?" in browser.find_element(By.TAG_NAME, "main").text
    assert findings(browser) == []
    press(browser, "1", "baxılıb: 4")
    link = browser.find_element(By.CSS_SELECTOR, '[data-key="o"]').get_attribute("href")
    assert link is not None
    browser.get(link)
    assert browser.find_element(By.ID, "quote").text == "The Bay Council operates Reef Station"
    assert findings(browser) == []
