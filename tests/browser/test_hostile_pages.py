"""Pages of a project whose every name, quote, note, title and address is markup: nothing of it runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.browser.watching import messages, outside, requests

PAYLOAD = "<img src=x onerror=window.__hacked=1>"
THINGS = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "kind-zeta", PAYLOAD)
INJECT = "document.body.insertAdjacentHTML('beforeend', arguments[0])"


def hacked(browser: Chrome) -> bool:
    """Whether anything set the mark, once events that are under way have run."""
    browser.execute_async_script("setTimeout(arguments[0], 150)")
    return bool(browser.execute_script("return window.__hacked !== undefined"))


def without_policy(page: Path) -> str:
    text, removed = re.subn('<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.read_text("utf-8"))
    assert removed == 1
    return text


def test_nothing_runs_in_the_network_page(browser: Chrome, hostile_pages: Path) -> None:
    browser.get((hostile_pages / "network.html").as_uri())
    assert not hacked(browser)
    for button in browser.find_elements(By.CSS_SELECTOR, "#languages button"):
        button.click()
        for thing in ("alpha", "beta", "gamma", "delta", "zeta"):
            field = browser.find_element(By.ID, "search")
            field.clear()
            field.send_keys(thing, Keys.ENTER)
            assert browser.find_element(By.ID, "panel").is_displayed()
            assert not hacked(browser)
    assert "<" in browser.find_element(By.ID, "panel").text
    assert outside(requests(browser)) == []
    assert messages(browser) == []


@pytest.mark.parametrize("language", ["en", "az", "kk", "ru"])
def test_nothing_runs_in_the_explorer(language: str, browser: Chrome, hostile_pages: Path) -> None:
    for address in ("", "&view=facts", *(f"&thing={thing}" for thing in THINGS)):
        browser.get("about:blank")
        browser.get(f"{(hostile_pages / 'explorer.html').as_uri()}#lang={language}{address}")
        assert not hacked(browser), address
    assert outside(requests(browser)) == []
    assert messages(browser) == []


@pytest.mark.parametrize("name", ["network.html", "explorer.html"])
def test_the_policy_stops_a_handler_that_gets_into_the_page(name: str, browser: Chrome, hostile_pages: Path) -> None:
    browser.get((hostile_pages / name).as_uri())
    browser.execute_script(INJECT, PAYLOAD)
    assert not hacked(browser)
    assert any("Content Security Policy" in message for message in messages(browser))


@pytest.mark.parametrize("name", ["network.html", "explorer.html"])
def test_without_the_policy_the_same_handler_runs(
    name: str, browser: Chrome, hostile_pages: Path, tmp_path: Path
) -> None:
    """The detector works: the tests above can fail."""
    (tmp_path / name).write_text(without_policy(hostile_pages / name), "utf-8")
    browser.get((tmp_path / name).as_uri())
    assert not hacked(browser)
    browser.execute_script(INJECT, PAYLOAD)
    assert hacked(browser)


@pytest.mark.parametrize("name", ["network.html", "explorer.html"])
def test_without_escapes_the_data_would_run(name: str, browser: Chrome, hostile_pages: Path, tmp_path: Path) -> None:
    text = without_policy(hostile_pages / name)
    (tmp_path / name).write_text(text.replace("\\u003c", "<").replace("\\u003e", ">"), "utf-8")
    browser.get((tmp_path / name).as_uri())
    assert hacked(browser)
