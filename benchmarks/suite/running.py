"""Processes run to their end and measured: time, processors, memory of the whole tree."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[2]
_LOOK_S = 0.1
"""How often memory is looked at."""


class Failed(Exception):
    """A process that was measured came to no good end."""


@dataclass(frozen=True)
class Taken:
    """What one run of a process took, with all that it started."""

    wall: float
    processors: float
    peak: float
    """Gibibytes."""
    output: str


def take(call: Sequence[str], environment: Mapping[str, str] | None = None, *, memory: bool = False) -> Taken:
    """Runs a command to its end. Raises Failed, with the end of what it said, unless its exit code is 0 or 1."""
    before = os.times()
    start = time.perf_counter()
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **(environment or {})}
    process = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=settings)
    watch = _Watch(process.pid) if memory else None
    output, errors = process.communicate()
    wall = time.perf_counter() - start
    peak = watch.end() if watch else 0.0
    after = os.times()
    if process.returncode not in (0, 1) or (process.returncode and b"Traceback" in errors):
        raise Failed(f"{' '.join(map(str, call))}\n{errors.decode(errors='replace')[-2000:]}")
    spent = (after.children_user - before.children_user) + (after.children_system - before.children_system)
    return Taken(wall, spent, peak, output.decode(errors="replace"))


class _Watch(threading.Thread):
    """Looks at the memory of a process and of all that it started, until it is told to end."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._root = psutil.Process(pid)
        self._peak = 0
        self._ended = threading.Event()
        self.start()

    def run(self) -> None:
        while not self._ended.wait(_LOOK_S):
            self._peak = max(self._peak, self._now())

    def _now(self) -> int:
        """Bytes; pages that several share count once where the system tells that (Linux), else with each."""
        total = 0
        try:
            tree = [self._root, *self._root.children(recursive=True)]
        except psutil.Error:
            return 0
        for process in tree:
            try:
                used = process.memory_full_info()
            except psutil.Error:
                continue
            total += getattr(used, "pss", used.rss)
        return total

    def end(self) -> float:
        """The largest sum seen, in gibibytes."""
        self._ended.set()
        self.join()
        return self._peak / 2**30


def median_of(runs: Sequence[Taken], what: Callable[[Taken], float] = lambda taken: taken.wall) -> float:
    """The median of some runs."""
    return statistics.median(what(run) for run in runs)


def python(module: str, *arguments: object) -> list[str]:
    """The call of a module of ours or of a peer by this Python."""
    return [sys.executable, "-m", module, *map(str, arguments)]


def machine() -> str:
    """What all of it ran on."""
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{platform.system()} {platform.machine()}, {cores()} cores, {memory:.0f} GiB; "
        f"Python {platform.python_version()}"
    )


def cores() -> int:
    """How many processors this process may use."""
    return len(psutil.Process().cpu_affinity()) if hasattr(psutil.Process, "cpu_affinity") else os.cpu_count() or 1


def versions(*packages: str) -> str:
    """The versions of packages that are installed."""
    return ", ".join(f"{name} {found}" for name in packages if (found := version_of(name)))


def version_of(package: str) -> str:
    """The version of a package, or nothing where it is not installed."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def program(name: str) -> str:
    """The path of a program that came with a package of this Python."""
    suffix = ".exe" if os.name == "nt" else ""
    return str(Path(sys.executable).parent / f"{name}{suffix}")
