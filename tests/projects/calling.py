"""Calling `kg` in a folder, as a person does: one process works on one project."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Called:
    """What a call left on its streams, and its exit code."""

    code: int
    out: str
    err: str


def call(folder: Path, *arguments: str, given: str | None = None) -> Called:
    """`kg` with these arguments in a folder."""
    return run(folder, "kg", *arguments, given=given)


def run(folder: Path, module: str, *arguments: str, given: str | None = None) -> Called:
    """A module of ours, run with these arguments in a folder."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PATH": "", "COLUMNS": "160"},
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    return Called(done.returncode, done.stdout, done.stderr)


def done(folder: Path, *arguments: str) -> str:
    """The stdout of a call that must end well."""
    called = call(folder, *arguments)
    assert called.code == 0, called.err + called.out
    return called.out
