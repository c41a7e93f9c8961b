"""Measures the explorer in Debian's Chromium, headless and without a GPU.

`python benchmarks/explorer/measure.py PAGE…` opens each page (an explorer.html) with a probe among its modules and
prints a row: bytes, seconds until the first picture stands, drawn frames a second while panning far out and close by,
milliseconds of a crisp drawing, of a path and of a search, megabytes of the JavaScript heap, labels shown.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.browser.probing import PROBE, ask
from tests.browser.watching import size, start

PAN = """
const done = arguments[0], { probe } = window;
const began = performance.now(), before = probe.frames();
let turn = 0;
const step = () => {
  const now = performance.now();
  probe.pan(Math.sin(turn / 9) * 7, Math.cos(turn / 9) * 5);
  turn += 1;
  if (now - began < 2500) requestAnimationFrame(step);
  else done((probe.frames() - before) / ((now - began) / 1000));
};
requestAnimationFrame(step);
"""
READY = "const c = document.getElementById('canvas'); return Boolean(c && c.dataset.nodes)"


def probed(path: Path, folder: Path) -> Path:
    """The page with the probe, its policy taken out."""
    text = re.sub('<meta http-equiv="Content-Security-Policy"[^>]*>', "", path.read_text("utf-8"))
    end = text.rindex("})();\n</script>")
    made = folder / path.name
    made.write_text(text[:end] + PROBE.read_text("utf-8") + text[end:], "utf-8")
    return made


def until_ready(browser: Any, page: Path) -> float:
    """Seconds from asking for the page until its first picture stands."""
    browser.get("about:blank")
    began = time.perf_counter()
    browser.get(page.as_uri() + "#lang=en")
    while not browser.execute_script(READY):
        time.sleep(0.005)
    return time.perf_counter() - began


def measure(browser: Any, page: Path, bytes_: int) -> str:
    """One row of the table."""
    ready = statistics.median(until_ready(browser, page) for _ in range(3))
    time.sleep(1.5)
    labels = browser.execute_script("return canvas.dataset.labels")
    far = browser.execute_async_script(PAN)
    time.sleep(0.6)
    browser.execute_script("for (let i = 0; i < 6; i += 1) document.getElementById('zoom-in').click()")
    time.sleep(0.8)
    near, crisp = browser.execute_async_script(PAN), ask(browser, "cost")
    ties = ask(browser, "edges", "", False)
    chance = random.Random(1)  # noqa: S311 (pairs to try, not a secret)
    pairs = [[chance.choice(ties)[0], chance.choice(ties)[1]] for _ in range(100)]
    paths = sorted(ask(browser, "quick", "paths", [pair], "", False, False) for pair in pairs)
    search = max(ask(browser, "quick", "matches", text) for text in ("s", "nazir", "орта", "мин", "qqq"))
    browser.execute_cdp_cmd("HeapProfiler.collectGarbage", {})
    heap = browser.execute_cdp_cmd("Runtime.getHeapUsage", {})["usedSize"] / 1e6
    figures = f"{ready:.2f} | {far:.0f} / {near:.0f} | {crisp:.0f} | {paths[50]:.1f} / {paths[-1]:.1f} | {search:.1f}"
    return f"| {page.stem} | {bytes_ / 1000:.0f} | {figures} | {heap:.0f} | {labels} |"


def main() -> None:
    """Prints a table for the pages that the command line names."""
    with tempfile.TemporaryDirectory() as folder:
        browser = start(Path(folder) / "profile")
        size(browser, 1280, 800)
        columns = ("page", "KB", "ready s", "frames/s far / near", "crisp ms", "path ms median / most", "search ms")
        print("| " + " | ".join((*columns, "heap MB", "labels")) + " |")
        print("|---|---|---|---|---|---|---|---|---|")
        for name in sys.argv[1:]:
            print(measure(browser, probed(Path(name), Path(folder)), Path(name).stat().st_size), flush=True)
        browser.quit()


if __name__ == "__main__":
    main()
