"""explorer.html as a reader uses it."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from kg.facts.identity import fold
from kg.rdf.catalogue import Catalogue
from kg.views.page import template
from tests.browser.watching import messages, outside, requests, size


def show(browser: Chrome, pages: Path, address: str = "") -> None:
    browser.get("about:blank")
    browser.get((pages / "explorer.html").as_uri() + address)
    WebDriverWait(browser, 20).until(lambda b: b.find_elements(By.CSS_SELECTOR, "#list a"))


def title(browser: Chrome) -> str:
    """The heading of a card, "" where there is none; in one step, since the page may be changing."""
    return str(browser.execute_script("return document.querySelector('#content .title')?.textContent ?? ''"))


def listed(browser: Chrome) -> list[str]:
    return [link.get_attribute("data-thing") or "" for link in browser.find_elements(By.CSS_SELECTOR, "#list a")]


def search(browser: Chrome, text: str) -> WebElement:
    field = browser.find_element(By.ID, "search")
    field.clear()
    field.send_keys(text)
    return field


def until_title(browser: Chrome, text: str) -> None:
    WebDriverWait(browser, 10).until(lambda b: title(b) == text)


def test_it_asks_no_network_and_the_console_stays_silent(browser: Chrome, pages: Path) -> None:
    show(browser, pages)
    show(browser, pages, "#thing=itu&lang=kk")
    show(browser, pages, "#view=facts&lang=az")
    assert outside(requests(browser)) == []
    assert messages(browser) == []


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Nazirliyi", "ministry-of-economy-azerbaijan"),
        ("nazırlıyı", "ministry-of-economy-azerbaijan"),
        ("Орталығы", "uzbekistan-digital-technologies-center-shanghai"),
        ("ITU", "itu"),
        ("btİ", "itu"),
        ("World Economic", "world-economic-forum"),
        ("Elvin Haciyev", "elvin-hajiyev"),
    ],
)
def test_search_finds_things_in_any_language(text: str, thing: str, browser: Chrome, pages: Path) -> None:
    show(browser, pages)
    everything = listed(browser)
    search(browser, text)
    found = listed(browser)
    assert thing in found
    assert len(found) < len(everything) / 3
    assert browser.find_element(By.ID, "found").text == f"Found: {len(found)}"


def test_nothing_found_is_said(browser: Chrome, pages: Path) -> None:
    show(browser, pages)
    search(browser, "qqqq")
    assert listed(browser) == []
    assert browser.find_element(By.ID, "found").text == "Nothing found"
    assert browser.find_element(By.ID, "found").get_attribute("aria-live") == "polite"


def test_enter_opens_the_best_find_and_its_address(browser: Chrome, pages: Path) -> None:
    show(browser, pages)
    search(browser, "ITU").send_keys(Keys.ENTER)
    until_title(browser, "International Telecommunication Union")
    assert browser.current_url.endswith("#thing=itu&lang=en")


def test_arrow_keys_walk_through_the_list(browser: Chrome, pages: Path) -> None:
    show(browser, pages)
    search(browser, "socar").send_keys(Keys.ARROW_DOWN)
    first = browser.switch_to.active_element
    assert first.get_attribute("data-thing") == listed(browser)[0]
    first.send_keys(Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda b: b.find_elements(By.CSS_SELECTOR, "#content .title"))
    assert browser.switch_to.active_element.get_attribute("id") == "content"
    browser.switch_to.active_element.send_keys("/")
    assert browser.switch_to.active_element.get_attribute("id") == "search"


def test_a_card_shows_each_fact_with_its_quotes(browser: Chrome, pages: Path, catalogue: Catalogue) -> None:
    show(browser, pages, "#thing=socar&lang=en")
    text = browser.find_element(By.ID, "content").text
    quotes = {quote.text for quote in browser.find_elements(By.CSS_SELECTOR, "#content q")}
    claims = catalogue.about("socar")
    assert len(browser.find_elements(By.CSS_SELECTOR, "#content .fact")) == len(claims) > 0
    for claim in claims:
        for item in claim.evidence:
            assert item.quote is not None
            assert item.quote.text in quotes
            assert catalogue.sources[item.source].title in text


def test_renderings_are_marked(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#thing=ministry-of-economy-azerbaijan&lang=en")
    rendering = browser.find_element(By.CSS_SELECTOR, "dd.rendering")
    assert "Ministry of Economy of Azerbaijan" in rendering.text
    assert "our wording" in rendering.text


def test_the_address_restores_thing_and_language(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#thing=itu&lang=az")
    assert title(browser) == "Beynəlxalq Telekommunikasiya İttifaqı"
    assert browser.find_element(By.CSS_SELECTOR, "#content h3").text == "Adlar"
    browser.find_elements(By.CSS_SELECTOR, "#languages button")[2].click()
    until_title(browser, "International Telecommunication Union")
    kept = browser.current_url
    assert kept.endswith("#thing=itu&lang=kk")
    assert browser.switch_to.active_element.get_attribute("lang") == "kk"
    show(browser, pages, "#" + kept.partition("#")[2])
    assert browser.find_element(By.CSS_SELECTOR, "#content h3").text == "Атаулар"


def test_a_name_in_a_sentence_leads_to_its_card_and_back(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#thing=itu&lang=en")
    link = browser.find_element(By.CSS_SELECTOR, "#content .sentence a")
    name = link.text
    link.click()
    until_title(browser, name)
    browser.back()
    until_title(browser, "International Telecommunication Union")


def test_an_unknown_thing_is_said(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#thing=nobody&lang=en")
    assert browser.find_element(By.ID, "content").text == "Not in this graph: nobody"


def test_the_table_holds_all_claims_and_sorts_by_each_column(
    browser: Chrome, pages: Path, catalogue: Catalogue
) -> None:
    show(browser, pages, "#view=facts&lang=en")
    assert len(browser.find_elements(By.CSS_SELECTOR, "tbody tr")) == len(catalogue.claims)
    for column in ("date", "subject", "relation", "object", "status", "sources"):
        heading = f"//th[button[text()='{column.capitalize()}']]"
        cells: dict[str, list[str]] = {}
        while len(cells) < 2:
            browser.find_element(By.XPATH, heading + "/button").click()
            cells[browser.find_element(By.XPATH, heading).get_attribute("aria-sort") or ""] = browser.execute_script(
                "return [...document.querySelectorAll('td.' + arguments[0])].map((cell) => cell.textContent)", column
            )
        assert set(cells) == {"ascending", "descending"}
        filled = [text for text in cells["ascending"] if text]
        assert sorted(filled) == sorted(text for text in cells["descending"] if text)
        assert browser.execute_script(SORTED, [text.removeprefix("≤ ") for text in filled]), column


SORTED = """
const [texts] = arguments;
const collator = new Intl.Collator("en", { numeric: true });
return texts.every((text, at) => !at || collator.compare(texts[at - 1], text) <= 0);
"""


def test_links_outside_are_only_web_addresses(browser: Chrome, hostile_pages: Path) -> None:
    show(browser, hostile_pages, "#thing=alpha&lang=en")
    links = [link.get_attribute("href") or "" for link in browser.find_elements(By.CSS_SELECTOR, ".proof a")]
    assert links
    assert all(link.startswith(("http://", "https://")) for link in links)
    assert "javascript:window.__hacked=1" in browser.find_element(By.ID, "content").text


def test_a_small_screen_needs_no_sideways_scrolling(browser: Chrome, pages: Path) -> None:
    size(browser, 390, 780)
    for address in ("", "#thing=itu&lang=az", "#view=facts&lang=kk"):
        show(browser, pages, address)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 390, address


def test_names_are_folded_alike_in_python_and_in_the_page(browser: Chrome, catalogue: Catalogue) -> None:
    names = [name.text for entity in catalogue.entities.values() for name in entity.names]
    characters = [chr(code) for code in range(0x20, sys.maxunicode) if is_known(chr(code))]
    texts = [*names, *(f"aи{character}b" for character in characters)]
    folded = browser.execute_script(template("fold.js") + "return arguments[0].map(fold);", texts)
    differing = {text: (fold(text), other) for text, other in zip(texts, folded, strict=True) if fold(text) != other}
    assert differing == {}


def is_known(character: str) -> bool:
    """Whether Python and the browser know it: assigned, no surrogate, not for private use.

    Cherokee alone is left out: Python folds it to capitals, JavaScript has no such folding.
    """
    assigned = unicodedata.category(character) not in ("Cn", "Cs", "Co")
    return assigned and not unicodedata.name(character, "").startswith("CHEROKEE")
