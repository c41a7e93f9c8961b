"""Debian's Chromium, headless, with every request and every message of the console on record."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=en-US"),
)


def start(profile: Path) -> webdriver.Chrome:
    """A browser with a profile of its own; the test fails where Chromium or its driver is missing."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        pytest.fail("Browser tests need Chromium and its driver: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(driver))
    browser.set_page_load_timeout(60)
    browser.set_script_timeout(60)
    return browser


def size(browser: webdriver.Chrome, width: int, height: int) -> None:
    """Shows pages in a window of so many pixels."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def theme(browser: webdriver.Chrome, name: str) -> None:
    """Prefers light or dark."""
    features = [{"name": "prefers-color-scheme", "value": name}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def requests(browser: webdriver.Chrome) -> list[str]:
    """The addresses that pages asked for since this was last called."""
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]  # type: ignore[no-untyped-call]
    return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]


def outside(addresses: list[str]) -> list[str]:
    """Those that are no file and no data in the page itself."""
    return [address for address in addresses if not address.startswith(("file://", "data:"))]


def messages(browser: webdriver.Chrome) -> list[str]:
    """What the console said since this was last called."""
    return [entry["message"] for entry in browser.get_log("browser")]  # type: ignore[no-untyped-call]
