"""How long a reviewer waits: from a key to the next proposal on the screen of a real pseudo-terminal.

    python benchmarks/reviewing/time_review.py SEEDS DRAFTS [--documents DIR] [--keys aaaer] [--most 50]

The folders are copied first, so nothing of them changes. Keys are pressed in turn until `--most` are; `e` opens the
fields and saves them as they are. Needs Linux or macOS.
"""

from __future__ import annotations

import argparse
import itertools
import os
import pty
import re
import select
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

_READY = "[q]"
_END = re.compile(r"All is judged|Nothing is proposed")


class Screen:
    """A command in a pseudo-terminal."""

    def __init__(self, arguments: list[str]) -> None:
        self.pid, self._descriptor = pty.fork()
        if self.pid == 0:
            os.environ |= {"PROMPT_TOOLKIT_NO_CPR": "1", "TERM": "xterm-256color", "COLUMNS": "110", "LINES": "50"}
            os.execv(sys.executable, [sys.executable, "-m", "kg", *arguments])  # noqa: S606

    def press(self, keys: str) -> None:
        """Types keys."""
        os.write(self._descriptor, keys.encode())

    def until(self, text: str) -> str:
        """What is shown until this is, or until all is judged."""
        shown = ""
        while text not in shown and not _END.search(shown):
            if not select.select([self._descriptor], [], [], 30)[0]:
                raise SystemExit(f"{text!r} was never shown:\n{shown}")
            shown += os.read(self._descriptor, 65536).decode("utf-8", "replace")
        return shown


def main() -> None:
    """Prints what was judged and the waits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seeds", type=Path)
    parser.add_argument("drafts", type=Path)
    parser.add_argument("--documents", type=Path)
    parser.add_argument("--keys", default="aaraela")
    parser.add_argument("--most", type=int, default=50)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        seeds = shutil.copytree(options.seeds, Path(name) / "seeds")
        drafts = shutil.copytree(options.drafts, Path(name) / "drafts")
        where = ["--seeds", str(seeds), "--drafts", str(drafts), "--by", "benchmark"]
        documents = ["--documents", str(options.documents)] if options.documents else []
        started = time.perf_counter()
        screen = Screen(["review", *where, *documents])
        shown = screen.until(_READY)
        print(f"first proposal after {time.perf_counter() - started:.2f} s")
        waits: dict[str, list[float]] = {}
        for key, _ in zip(itertools.cycle(options.keys), range(options.most), strict=False):
            question = "Which one is meant?" in shown
            pressed = "1" if question and key in "ae" else key
            if pressed == "e":
                screen.press("e")
                screen.until("subject" if "a fact?" in shown else ":")
                pressed = "\x13"
            began = time.perf_counter()
            screen.press(pressed)
            shown = screen.until(_READY)
            waits.setdefault("1" if question and key in "ae" else key, []).append(time.perf_counter() - began)
            if _END.search(shown):
                break
        if not _END.search(shown):
            screen.press("q")
    everything = sorted(wait for each in waits.values() for wait in each)
    for key, each in sorted(waits.items()):
        print(f"key {key}: {len(each):3} times, median {statistics.median(each) * 1000:5.1f} ms, "
              f"longest {max(each) * 1000:5.1f} ms")  # fmt: skip
    print(f"all: {len(everything)} proposals, median {statistics.median(everything) * 1000:.1f} ms, "
          f"95 % within {everything[int(len(everything) * 0.95) - 1] * 1000:.1f} ms")  # fmt: skip


if __name__ == "__main__":
    main()
