"""A reader's way through a real server: search, a thing's page, a question, the query page; nothing asked elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from kg.rdf.vocabulary import PREFIXES
from tests.browser.watching import messages, requests, size, theme
from tests.server.serving import Served, serving

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def served(built: Path) -> Iterator[Served]:
    with serving(built) as running:
        yield running


def elsewhere(browser: webdriver.Chrome, served: Served) -> list[str]:
    return [address for address in requests(browser) if not address.startswith((served.address, "data:", "about:"))]


def waiting(browser: webdriver.Chrome) -> WebDriverWait[webdriver.Chrome]:
    """A wait that begins again where the page was changing while it looked."""
    return WebDriverWait(browser, 30, ignored_exceptions=(WebDriverException,))


def wait_for(browser: webdriver.Chrome, text: str) -> None:
    waiting(browser).until(lambda driver: text in driver.find_element(By.TAG_NAME, "main").text)


def test_from_the_first_page_to_a_quote(browser: webdriver.Chrome, served: Served) -> None:
    browser.get(served.address + "/?lang=en")
    field = browser.find_element(By.NAME, "q")
    field.send_keys("Davos Forumu", Keys.ENTER)
    wait_for(browser, "World Economic Forum")
    browser.find_element(By.LINK_TEXT, "World Economic Forum").click()
    wait_for(browser, "Facts")
    assert browser.find_element(By.TAG_NAME, "h1").text == "World Economic Forum"
    assert len(browser.find_elements(By.CSS_SELECTOR, ".fact q")) > 3
    browser.find_element(By.CSS_SELECTOR, '.languages a[lang="az"]').click()
    wait_for(browser, "Faktlar")
    assert browser.find_element(By.TAG_NAME, "h1").text == "Dünya İqtisadi Forumu"
    browser.find_element(By.CSS_SELECTOR, ".fact .when a").click()
    wait_for(browser, "Bunu kim bildirir")
    browser.find_element(By.CSS_SELECTOR, ".proof cite a").click()
    wait_for(browser, "Nə bildirir")
    assert messages(browser) == []
    assert elsewhere(browser, served) == []


def test_a_question_with_another_value(browser: webdriver.Chrome, served: Served) -> None:
    browser.get(served.address + "/questions/agreements?lang=en")
    field = browser.find_element(By.NAME, "party")
    assert field.get_attribute("value") == "World Economic Forum"
    field.clear()
    field.send_keys("SOCAR", Keys.ENTER)
    wait_for(browser, "Ministry of Economy of Azerbaijan")
    browser.find_element(By.LINK_TEXT, "As SPARQL").click()
    waiting(browser).until(lambda driver: driver.current_url.startswith(served.address + "/query"))
    wait_for(browser, "Ministry of Economy of Azerbaijan")
    assert messages(browser) == []
    assert elsewhere(browser, served) == []


def write(browser: webdriver.Chrome, text: str) -> None:
    """Puts a text into the editor, the cursor behind it."""
    script = "const editor = document.querySelector('.CodeMirror').CodeMirror;"
    script += "editor.setValue(arguments[0]); editor.focus(); editor.setCursor({line: 99, ch: 9999});"
    browser.execute_script(script, text)


def test_the_query_page(browser: webdriver.Chrome, served: Served) -> None:
    browser.get(served.address + "/query?lang=en")
    waiting(browser).until(lambda driver: driver.find_elements(By.CSS_SELECTOR, ".cm-keyword"))
    write(browser, "SELECT ?c WHERE { ?c a kg:Center } ORDER BY ?c LIMIT 2")
    browser.switch_to.active_element.send_keys(Keys.CONTROL, Keys.ENTER)
    wait_for(browser, "Rows: 2")
    cells = [cell.text for cell in browser.find_elements(By.CSS_SELECTOR, "#answer td")]
    assert cells[0] == "Azerbaijan Innovation Center"
    assert browser.find_element(By.LINK_TEXT, "CSV").get_attribute("download") == "answer.csv"
    Select(browser.find_element(By.ID, "question")).select_by_value("agreements")
    waiting(browser).until(lambda driver: "kg:signed" in driver.find_element(By.CSS_SELECTOR, ".CodeMirror").text)
    write(browser, f"SELECT (STRLEN('{'a' * 9000}') AS ?length) {{}}")
    browser.find_element(By.CSS_SELECTOR, "#ask button").click()
    wait_for(browser, "9000")
    assert browser.current_url == served.address + "/query"
    assert messages(browser) == []
    assert elsewhere(browser, served) == []


def marked(browser: webdriver.Chrome) -> list[str]:
    """What the editor shows as wrong: the texts in red, and the lines with a mark beside them."""
    texts = [node.text for node in browser.find_elements(By.CSS_SELECTOR, ".cm-sp-error")]
    script = "const editor = document.querySelector('.CodeMirror').CodeMirror; const found = [];"
    script += "editor.eachLine((line) => { if (line.gutterMarkers?.gutterErrorBar) found.push(line.lineNo() + 1); });"
    return texts + [f"line {number}" for number in browser.execute_script(script + "return found;")]


def test_the_editor_knows_the_prefixes_that_the_server_knows(browser: webdriver.Chrome, served: Served) -> None:
    browser.get(served.address + "/query?lang=en")
    waiting(browser).until(lambda driver: driver.find_elements(By.CSS_SELECTOR, ".cm-keyword"))
    assert "kg:" in browser.find_element(By.CSS_SELECTOR, ".CodeMirror").text
    assert marked(browser) == []
    lines = "\n  ".join(f"OPTIONAL {{ ?x {prefix}:b ?y }}" for prefix in PREFIXES)
    write(browser, f"SELECT ?x WHERE {{\n  ?x a kg:Center .\n  {lines}\n}}")
    assert marked(browser) == []
    write(browser, "SELECT ?x WHERE {\n  ?x a kg:Center .\n  ?x a nowhere:Center .\n}")
    assert marked(browser)[-1:] == ["line 3"]
    write(browser, "SELECT ?x WHERE {\n  ?x a kg:Center .\n  ?x kg:locatedIn .\n}")
    assert marked(browser)[-1:] == ["line 3"]
    write(
        browser, "PREFIX nowhere: <https://nowhere.example/>\nSELECT ?x WHERE { ?x a nowhere:Center . ?x a kg:Center }"
    )
    assert marked(browser) == []
    assert messages(browser) == []


@pytest.mark.parametrize("name", sorted(path.stem for path in (ROOT / "queries" / "competency").glob("*.rq")))
def test_no_shipped_question_is_marked_as_wrong(browser: webdriver.Chrome, served: Served, name: str) -> None:
    browser.get(f"{served.address}/query?lang=en&question={name}")
    waiting(browser).until(lambda driver: driver.find_elements(By.CSS_SELECTOR, ".cm-keyword"))
    assert marked(browser) == []


def test_terms_are_completed_without_asking_anybody(browser: webdriver.Chrome, served: Served) -> None:
    browser.get(served.address + "/query?lang=en")
    waiting(browser).until(lambda driver: driver.find_elements(By.CSS_SELECTOR, ".cm-keyword"))
    write(browser, "SELECT ?x WHERE { ?x a kg:TechnologyC")
    browser.switch_to.active_element.send_keys(Keys.CONTROL, " ")
    hint = waiting(browser).until(lambda driver: driver.find_element(By.CSS_SELECTOR, ".CodeMirror-hint"))
    assert hint.text == "kg:TechnologyCenter"
    hint.click()
    assert browser.find_element(By.CSS_SELECTOR, ".CodeMirror-line").text.endswith("a kg:TechnologyCenter")
    assert messages(browser) == []
    assert elsewhere(browser, served) == []


def test_pages_of_the_build_and_the_ontology(browser: webdriver.Chrome, served: Served) -> None:
    for path in ("/explorer.html#lang=az", "/network.html", "/ontology?lang=kk"):
        browser.get(served.address + path)
        waiting(browser).until(lambda driver: driver.find_elements(By.CSS_SELECTOR, "header h1"))
    assert messages(browser) == []
    assert elsewhere(browser, served) == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_no_page_is_wider_than_its_window(browser: webdriver.Chrome, served: Served, width: int, colours: str) -> None:
    size(browser, width, 800)
    theme(browser, colours)
    question = "/questions/agreements?party=SOCAR"
    for path in (
        "/",
        "/id/socar?lang=az",
        "/id/azerbaijan?lang=kk",
        "/find?q=center",
        "/questions",
        question,
        "/query",
    ):
        browser.get(served.address + path)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width, path
