"""explorer.html as a reader uses it: search, cards, paths, filters, the timeline, the table, languages, keyboard."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from kg.network.projection import to_network
from kg.rdf.catalogue import Catalogue
from kg.rdf.serialise import skolemise
from kg.rdf.store import new_store
from kg.views.evidence import EvidenceRows
from kg.views.explorer_page import explorer_page
from kg.views.page import write_page
from kg.views.words import LANGUAGES
from tests.browser.watching import messages, outside, requests, size, theme


def show(browser: Chrome, pages: Path, address: str = "") -> None:
    browser.get("about:blank")
    browser.get((pages / "explorer.html").as_uri() + address)
    WebDriverWait(browser, 20).until(
        lambda b: b.execute_script("return document.getElementById('canvas').dataset.nodes")
    )


def until(browser: Chrome, script: str) -> Any:
    return WebDriverWait(browser, 10).until(lambda b: b.execute_script("return " + script))


def title(browser: Chrome) -> str:
    """The heading of a card, "" where there is none."""
    return str(browser.execute_script("return document.querySelector('#side .title')?.firstChild.textContent ?? ''"))


def until_title(browser: Chrome, text: str) -> None:
    WebDriverWait(browser, 10).until(lambda b: title(b) == text)


def text(browser: Chrome, id_: str) -> str:
    return str(browser.execute_script("return document.getElementById(arguments[0]).textContent", id_))


def offered(browser: Chrome, field: str = "search") -> list[str]:
    return list(
        browser.execute_script(
            "return [...document.querySelectorAll(arguments[0])].map((o) => o.dataset.thing)",
            f"#{field}-options [data-thing]",
        )
    )


def search(browser: Chrome, words: str) -> WebElement:
    field = browser.find_element(By.ID, "search")
    field.clear()
    field.send_keys(words)
    return field


def drawn(browser: Chrome) -> int:
    """How many things the picture holds, once what was asked for is drawn."""
    browser.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
    return int(browser.execute_script("return document.getElementById('canvas').dataset.nodes"))


def test_it_asks_no_network_and_the_console_stays_silent(browser: Chrome, pages: Path) -> None:
    for address in ("", "#thing=itu&lang=kk", "#view=facts&lang=az", "#view=names", "#from=socar&to=itu&through=1"):
        show(browser, pages, address)
    assert outside(requests(browser)) == []
    assert messages(browser) == []


def test_at_first_sight_everything_with_a_tie_is_drawn(browser: Chrome, pages: Path, catalogue: Catalogue) -> None:
    show(browser, pages, "#lang=en")
    network = to_network(catalogue)
    assert drawn(browser) == sum(1 for node in network if network.degree(node))
    assert int(browser.execute_script("return canvas.dataset.lines")) == network.number_of_edges()
    legend = [item.text for item in browser.find_elements(By.CSS_SELECTOR, "#legend li")]
    assert {"Organisation", "Center", "Agreement", "Country"} <= set(legend)
    assert text(browser, "day-shown") == f"All dates · Ties: {network.number_of_edges()}"


@pytest.mark.parametrize(
    ("words", "thing"),
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
def test_search_finds_things_in_any_language(words: str, thing: str, browser: Chrome, pages: Path) -> None:
    show(browser, pages)
    search(browser, words)
    assert thing in offered(browser)


def test_nothing_found_is_said(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#lang=en")
    search(browser, "qqqq")
    assert offered(browser) == []
    assert text(browser, "search-options") == "Nothing found"


def test_search_by_keyboard_alone(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#lang=en")
    browser.find_element(By.TAG_NAME, "body").send_keys("/")
    field = browser.switch_to.active_element
    assert field.get_attribute("id") == "search"
    field.send_keys("ITU", Keys.ARROW_DOWN)
    first = field.get_attribute("aria-activedescendant")
    assert browser.find_element(By.ID, str(first)).get_attribute("aria-selected") == "true"
    field.send_keys(Keys.ENTER)
    until_title(browser, "International Telecommunication Union")
    assert "thing=itu" in browser.current_url
    assert browser.switch_to.active_element.get_attribute("id") == "side"
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    until_title(browser, "")
    assert "thing=" not in browser.current_url


def test_the_picture_by_keyboard_alone(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#lang=en")
    canvas = browser.find_element(By.ID, "canvas")
    canvas.send_keys(Keys.ARROW_RIGHT)
    said = text(browser, "live")
    assert "Ties:" in said
    canvas.send_keys(Keys.ARROW_LEFT)
    assert text(browser, "live") != said
    name = text(browser, "live").split(",")[0]
    canvas.send_keys(Keys.ENTER)
    until_title(browser, name)


def test_a_card_shows_each_fact_with_its_quotes(browser: Chrome, pages: Path, catalogue: Catalogue) -> None:
    show(browser, pages, "#thing=socar&lang=en")
    shown = text(browser, "side")
    quotes = set(browser.execute_script("return [...document.querySelectorAll('#side q')].map((q) => q.textContent)"))
    claims = catalogue.about("socar")
    assert len(browser.find_elements(By.CSS_SELECTOR, "#side .fact")) == len(claims) > 0
    for claim in claims:
        for item in claim.evidence:
            assert item.quote is not None
            assert item.quote.text in quotes
            assert catalogue.sources[item.source].title in shown


def test_renderings_and_names_in_another_language_are_marked(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#thing=ministry-of-economy-azerbaijan&lang=en")
    rendering = browser.find_element(By.CSS_SELECTOR, "dd.rendering")
    assert "Ministry of Economy of Azerbaijan" in rendering.text
    assert "our wording" in rendering.text
    show(browser, pages, "#thing=itu&lang=kk")
    heading = browser.find_element(By.CSS_SELECTOR, "#side .title")
    assert heading.get_attribute("lang") == "en"
    assert heading.find_element(By.CSS_SELECTOR, ".code").text == "en"


def test_the_address_restores_thing_and_language(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#thing=itu&lang=az")
    assert title(browser) == "Beynəlxalq Telekommunikasiya İttifaqı"
    kazakh = list(LANGUAGES).index("kk")
    browser.find_elements(By.CSS_SELECTOR, "#languages button")[kazakh].click()
    until_title(browser, "International Telecommunication Union")
    kept = browser.current_url
    assert kept.endswith("#thing=itu&lang=kk")
    show(browser, pages, "#" + kept.partition("#")[2])
    assert "Фактілер" in text(browser, "side")


def test_a_name_in_a_sentence_leads_to_its_card_and_back(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#thing=itu&lang=en")
    link = browser.find_element(By.CSS_SELECTOR, "#side .sentence a")
    name = link.text
    link.click()
    until_title(browser, name)
    browser.back()
    until_title(browser, "International Telecommunication Union")


def test_an_unknown_thing_is_said(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#thing=nobody&lang=en")
    assert "Not in this graph: nobody" in text(browser, "side")


def test_a_path_is_asked_for_in_two_fields_and_written_out(browser: Chrome, pages: Path, catalogue: Catalogue) -> None:
    show(browser, pages, "#lang=en")
    browser.find_element(By.ID, "open-path").click()
    browser.find_element(By.ID, "path_from").send_keys("Rovshan Najaf", Keys.ENTER)
    browser.switch_to.active_element.send_keys("World Economic Forum", Keys.ENTER)
    steps = until(browser, "document.querySelectorAll('.hop').length")
    assert text(browser, "path-said") == f"Steps: {steps}"
    assert "from=rovshan-najaf&to=world-economic-forum" in browser.current_url
    facts = browser.find_elements(By.CSS_SELECTOR, ".hop .fact")
    assert len(facts) >= steps
    assert all(
        fact.find_elements(By.CSS_SELECTOR, ".sentence") and fact.find_elements(By.CSS_SELECTOR, ".proof")
        for fact in facts
    )
    assert text(browser, "live") == f"Steps: {steps}"


def test_no_path_is_said_and_ticks_widen_the_search(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#from=socar&to=itu&lang=en")
    assert text(browser, "path-said").startswith("No path joins SOCAR and International Telecommunication Union.")
    browser.find_element(By.ID, "tick-through").click()
    assert int(until(browser, "document.querySelectorAll('.hop').length")) > 1
    assert "through=1" in browser.current_url


def test_a_click_on_the_legend_leaves_a_class_out_and_brings_it_back(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#lang=en")
    before = drawn(browser)
    button = browser.find_element(By.CSS_SELECTOR, "#legend button")
    button.click()
    assert 0 < drawn(browser) < before
    assert "hide=Organisation" in browser.current_url
    browser.find_element(By.CSS_SELECTOR, "#legend button").click()
    assert drawn(browser) == before


@pytest.mark.parametrize(
    "address", ["single=1", "country=uzbekistan", "without=partyTo", "after=2025-12", "nolanguage=az"]
)
def test_each_filter_shows_less_and_is_restored_from_the_address(address: str, browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#lang=en")
    before = int(browser.execute_script("return canvas.dataset.lines"))
    show(browser, pages, f"#lang=en&{address}")
    drawn(browser)
    assert 0 <= int(browser.execute_script("return canvas.dataset.lines")) < before
    browser.find_element(By.ID, "open-filters").click()
    browser.find_element(By.XPATH, "//button[text()='Show everything']").click()
    drawn(browser)
    assert int(browser.execute_script("return canvas.dataset.lines")) == before


def test_size_and_colour_can_be_chosen(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#lang=en")
    browser.find_element(By.ID, "open-filters").click()
    for field, value in (("size", "betweenness"), ("colour", "country")):
        browser.execute_script(
            "const [id, value] = arguments; const f = document.getElementById(id); f.value = value;"
            "f.dispatchEvent(new Event('change'))",
            field,
            value,
        )
        assert f"{field}={value}" in browser.current_url
    assert "Uzbekistan" in text(browser, "legend")


def test_the_timeline_replays_and_tells_what_is_unknown(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#lang=en")
    whole, all_days = drawn(browser), text(browser, "day-shown")
    browser.execute_script("const s = document.getElementById('day'); s.value = 0; s.dispatchEvent(new Event('input'))")
    first = drawn(browser)
    assert first < whole
    told = re.fullmatch(r"As of .* · Ties: (\d+) · Unknown then, left out: (\d+)", text(browser, "day-shown"))
    assert told
    # What is left out is counted as what is shown is: ties, not facts of any kind.
    every = int(re.sub(r"\D", "", all_days))
    assert 0 < int(told[1]) < int(told[1]) + int(told[2]) <= every
    browser.find_element(By.ID, "play").click()
    until(browser, "document.getElementById('day-shown').textContent.startsWith('All dates')")
    assert drawn(browser) == whole


def test_the_table_holds_all_claims_and_sorts_by_each_column(
    browser: Chrome, pages: Path, catalogue: Catalogue
) -> None:
    show(browser, pages, "#view=facts&lang=en")
    assert len(browser.find_elements(By.CSS_SELECTOR, "tbody tr")) == min(300, len(catalogue.claims))
    for column in ("date", "subject", "relation", "object", "status", "sources"):
        heading = f"//th[button[text()='{column.capitalize()}']]"
        cells: dict[str, list[str]] = {}
        while len(cells) < 2:
            browser.find_element(By.XPATH, heading + "/button").click()
            cells[browser.find_element(By.XPATH, heading).get_attribute("aria-sort") or ""] = browser.execute_script(
                CELLS, column
            )
        assert set(cells) == {"ascending", "descending"}
        filled = [cell for cell in cells["ascending"] if cell]
        assert sorted(filled) == sorted(cell for cell in cells["descending"] if cell)
        assert browser.execute_script(SORTED, [cell.removeprefix("≤ ") for cell in filled]), column


CELLS = """
return [...document.querySelectorAll('td.' + arguments[0])].map((cell) => [...cell.querySelectorAll('.code')].length
  ? cell.querySelector('a').textContent : cell.textContent);
"""
SORTED = """
const [texts] = arguments;
const collator = new Intl.Collator("en", { numeric: true });
return texts.every((text, at) => !at || collator.compare(texts[at - 1], text) <= 0);
"""


def test_dark_and_light_can_be_chosen(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#lang=en")
    colours = []
    for _ in range(2):
        colours.append(browser.execute_script("return getComputedStyle(document.body).backgroundColor"))
        browser.find_element(By.ID, "theme").click()
    theme(browser, "dark")
    assert colours == ["rgb(255, 255, 255)", "rgb(16, 21, 27)"]


def test_links_outside_are_only_web_addresses(browser: Chrome, hostile_pages: Path) -> None:
    show(browser, hostile_pages, "#thing=alpha&lang=en")
    links = [link.get_attribute("href") or "" for link in browser.find_elements(By.CSS_SELECTOR, ".proof a")]
    assert links
    assert all(link.startswith(("http://", "https://")) for link in links)
    assert "javascript:window.__hacked=1" in text(browser, "side")


def test_a_small_screen_needs_no_sideways_scrolling(browser: Chrome, pages: Path) -> None:
    size(browser, 390, 780)
    for address in ("", "#thing=itu&lang=az", "#view=facts&lang=kk", "#view=names", "#from=socar&to=itu&through=1"):
        show(browser, pages, address)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 390, address
    assert browser.find_element(By.ID, "side").is_displayed()


def test_in_print_the_controls_are_gone(browser: Chrome, pages: Path) -> None:
    show(browser, pages, "#thing=itu&lang=en")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        hidden = browser.execute_script(
            "return ['ask', 'views', 'zoom', 'play'].every((id) => !document.getElementById(id).offsetParent)"
        )
        shown = browser.execute_script(
            "return ['side', 'canvas', 'legend'].every((id) => document.getElementById(id).offsetHeight)"
        )
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert hidden and shown


def test_a_graph_without_facts_says_so(browser: Chrome, tmp_path: Path, catalogue: Catalogue) -> None:
    empty = Catalogue(new_store(skolemise(catalogue.ontology.triples), []), catalogue.ontology)
    write_page(tmp_path / "explorer.html", explorer_page(empty, EvidenceRows(empty, {})))
    show(browser, tmp_path, "#lang=en")
    assert text(browser, "notice") == "Nothing is tied to anything yet."
    assert messages(browser) == []


CORNER = "return [...document.getElementById('canvas').getContext('2d').getImageData(3, 3, 1, 1).data].slice(0, 3)"


def test_paper_is_light_and_the_screen_is_dark_again(browser: Chrome, pages: Path) -> None:
    theme(browser, "dark")
    show(browser, pages, "#lang=en")
    drawn(browser)
    dark = browser.execute_script(CORNER)
    browser.execute_script("dispatchEvent(new Event('beforeprint'))")
    assert browser.execute_script(CORNER) == [255, 255, 255]
    browser.execute_script("dispatchEvent(new Event('afterprint'))")
    assert browser.execute_script(CORNER) == dark != [255, 255, 255]


def test_fingers_move_the_picture_and_pinch_it_closer(browser: Chrome, pages: Path) -> None:
    def touch(kind: str, *points: tuple[int, int]) -> None:
        held = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(points)]
        browser.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": held})

    def camera() -> list[float]:
        found = until(browser, "/at=([^&]*)/.exec(location.hash)?.[1]")
        return [float(part) for part in found.split("_")]

    size(browser, 390, 780)
    browser.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 2})
    try:
        show(browser, pages, "#lang=en&at=0_0_0.5")
        touch("touchStart", (150, 400))
        for step in range(1, 9):
            touch("touchMove", (150 + 10 * step, 400))
        touch("touchEnd")
        until(browser, "!location.hash.includes('at=0_0_0.5')")
        x, y, scale = camera()
        assert [x, y] == pytest.approx([-150, 0], abs=15)
        assert scale == 0.5
        touch("touchStart", (170, 400), (220, 400))
        for step in range(1, 9):
            touch("touchMove", (170 - 6 * step, 400), (220 + 6 * step, 400))
        touch("touchEnd")
        until(browser, "!location.hash.includes('_0.500')")
        assert camera()[2] > 1
    finally:
        browser.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": False})
