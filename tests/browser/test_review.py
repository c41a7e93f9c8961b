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


def focused(browser: Chrome) -> str:
    """What holds the focus: the name of a field, the key of a button, or what an element is."""
    script = "return at.name === 'act' ? at.value : at.name || at.dataset.key || at.tagName"
    return str(browser.execute_script(f"const at = document.activeElement; {script}"))


def until(browser: Chrome, found: str, wanted: object) -> None:
    """Waits until a script gives what is wanted."""
    patience = WebDriverWait(browser, 30, ignored_exceptions=[StaleElementReferenceException])
    patience.until(lambda driver: driver.execute_script(f"return {found}") == wanted)


def test_edit_takes_the_focus_and_gives_it_back(browser: Chrome, desk: tuple[Served, Path]) -> None:
    served, seeds = desk
    browser.get(f"{served.address}/review?lang=en")
    assert focused(browser) == "H1"  # read out first; Tab leads to the answers
    press(browser, "e", "Enter saves, Esc leaves all as it was.")
    assert focused(browser) == "field:subject"
    press(browser, Keys.ESCAPE, "accept")
    until(browser, "document.activeElement.dataset.key", "e")
    ActionChains(browser).send_keys(Keys.ENTER).perform()
    until(browser, "document.activeElement.name", "field:subject")
    assert "reef-station,joined" not in "".join(path.read_text("utf-8") for path in (seeds / "facts").glob("*.csv"))
    order = []
    for _ in range(6):
        ActionChains(browser).send_keys(Keys.TAB).perform()
        order.append(focused(browser))
    assert order == ["field:predicate", "field:object", "field:from", "field:until", "field:dating", "field:status"]
    assert messages(browser) == []


def test_a_field_is_completed_with_a_thing_by_any_of_its_names(browser: Chrome, desk: tuple[Served, Path]) -> None:
    served, seeds = desk
    browser.get(f"{served.address}/review?lang=en&edit=1")
    told = browser.find_element(By.ID, "told-0")
    assert told.text == "Reef Station · acceleration center"
    field = browser.find_element(By.NAME, "field:subject")
    field.clear()
    field.send_keys("Lümen Mərk")
    until(browser, "document.querySelectorAll('#field-0-options li').length", 1)
    assert "Lumen Center (Lümen Mərkəzi) · innovation center" in browser.find_element(By.ID, "field-0-options").text
    assert browser.find_element(By.ID, "announced").get_attribute("textContent") == "1 fit; the arrow keys choose."
    assert findings(browser) == []
    field.send_keys(Keys.ESCAPE)  # closes the list, and no more
    assert field.get_attribute("aria-expanded") == "false"
    field.send_keys(Keys.ARROW_DOWN)
    until(browser, "document.querySelectorAll('#field-0-options li').length", 1)
    field.send_keys(Keys.ARROW_DOWN)
    assert field.get_attribute("aria-activedescendant") == "field-0-options-0"
    field.send_keys(Keys.ENTER)
    assert field.get_attribute("value") == "lumen-center"
    assert told.text == "Lumen Center (Lümen Mərkəzi) · innovation center"
    field.send_keys(Keys.ENTER)
    until(browser, "document.querySelector('[data-said]')?.textContent", "Accepted as edited.")
    assert "lumen-center,joined,harbour-network" in (seeds / "facts" / "gull.csv").read_text("utf-8")
    assert messages(browser) == []


def test_what_was_done_is_read_out_and_can_be_taken_back(browser: Chrome, desk: tuple[Served, Path]) -> None:
    served, seeds = desk
    browser.get(f"{served.address}/review?lang=ru")
    press(browser, "r", "Отклонено.")
    until(browser, "document.getElementById('announced').textContent", "Отклонено. просмотрено 1 из 6, осталось 5")
    assert browser.execute_script("return document.getElementById('announced').getAttribute('role')") == "status"
    browser.find_element(By.CSS_SELECTOR, ".last button").click()
    until(browser, "document.querySelector('[data-said]')?.textContent", "Отменено")
    assert not (seeds / "facts" / "gull.csv").is_file()


def test_help_progress_and_the_end_have_keys(browser: Chrome, desk: tuple[Served, Path]) -> None:
    served, _ = desk
    browser.get(f"{served.address}/review?lang=az")
    assert "Bu siyahı." not in browser.find_element(By.TAG_NAME, "main").text
    press(browser, "?", "Məqalədə bu deyilmir. Bir daha soruşulmayacaq.")
    press(browser, "p", "A park of foam")
    assert browser.find_element(By.CSS_SELECTOR, ".by-article tr[aria-current]").text == "A park of foam 0 5"
    assert findings(browser) == []
    press(browser, "a", "Qəbul edildi.")
    press(browser, "l", "Sonraya saxlanıldı.")
    press(browser, "q", "Bu baxışda: qəbul edilib – 1, sonraya saxlanılıb – 1.")
    shown = browser.find_element(By.TAG_NAME, "main").text
    assert "facts/gull.csv\n+1" in shown and "kg build" in shown
    assert findings(browser) == []
    [recall] = browser.find_elements(By.CSS_SELECTOR, ".later button")
    recall.click()
    until(browser, "document.querySelector('.far')?.textContent.includes('onlardan sonraya')", False)
    assert "Foam Park" in browser.find_element(By.CSS_SELECTOR, ".statement").text
    assert messages(browser) == []


def test_a_new_thing_leads_back_to_its_fact(browser: Chrome, desk: tuple[Served, Path]) -> None:
    served, _ = desk
    browser.get(f"{served.address}/review?lang=en")
    press(browser, "a", "New with it:")
    press(browser, "t", "Is this a new thing?")
    press(browser, "b", "New with it:")


def test_a_reason_typed_and_entered_accepts_nothing(browser: Chrome, desk: tuple[Served, Path]) -> None:
    served, seeds = desk
    browser.get(f"{served.address}/review?lang=en")
    reason = browser.find_element(By.NAME, "reason")
    reason.send_keys("said of another", Keys.ENTER)
    assert focused(browser) == "reject"
    ActionChains(browser).send_keys(Keys.ENTER).perform()
    until(browser, "document.querySelector('[data-said]')?.textContent", "Rejected.")
    assert "said of another" in (seeds.parent / "drafts" / "judgements.csv").read_text("utf-8")


def test_faults_are_told_in_the_readers_language(browser: Chrome, desk: tuple[Served, Path]) -> None:
    served, _ = desk
    browser.get(f"{served.address}/review?lang=kk&edit=1")
    field = browser.find_element(By.NAME, "field:predicate")
    field.clear()
    field.send_keys("joind")
    field.send_keys(Keys.ENTER)
    until(
        browser,
        "document.querySelector('[role=alert] li')?.textContent",
        "Белгісіз байланыс: «joind». «joined» деп пе едіңіз?",
    )
    assert focused(browser) == "field:subject"


def test_on_a_phone_the_answers_stay_in_reach(browser: Chrome, desk: tuple[Served, Path]) -> None:
    served, _ = desk
    size(browser, 390, 800)
    browser.get(f"{served.address}/review?lang=kk")
    for key in "aerluo":
        place = browser.execute_script(
            f"return document.querySelector('[data-key=\"{key}\"]').getBoundingClientRect().toJSON()"
        )
        assert place["left"] >= 0 and place["right"] <= 390 and place["bottom"] <= 800 and place["height"] >= 30
    for address in ("/review?lang=az&end=1", "/review?lang=az&edit=1"):
        browser.get(served.address + address)
        assert browser.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    size(browser, 1280, 900)
