"""The console blocks of the README and the drawings in `examples/`: run, and written anew.

`python -m tests.docs.readme` writes them.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import tempfile
from collections.abc import Callable
from pathlib import Path

from kg.cli import main

README = Path(__file__).resolve().parents[2] / "README.md"
BLOCK = re.compile(r"^```console\n\$ (?P<command>kg .*)\n(?P<output>(?:.*\n)*?)```$", re.MULTILINE)
COLUMNS = "118"
EXAMPLES = README.parent / "examples"
PICTURES = {
    "path.svg": "SOCAR --to 'World Economic Forum'",
    "path-dark.svg": "SOCAR --to 'World Economic Forum' --dark",
}
"""Pictures in `examples/`, and what `kg view` is called with to draw them."""


def run(command: str) -> str:
    """What a command prints on stdout and stderr, line ends stripped of spaces."""
    output = io.StringIO()
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = COLUMNS
    try:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
            main(shlex.split(command)[1:])
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
    return "".join(f"{line.rstrip()}\n" for line in output.getvalue().splitlines())


def rewrite(text: str, run_command: Callable[[str], str] = run) -> str:
    """The README with the output of each command as it is now."""

    def block(match: re.Match[str]) -> str:
        return f"```console\n$ {match['command']}\n{run_command(match['command'])}```"

    return BLOCK.sub(block, text)


def regenerate() -> None:
    """Writes the README anew, from a fresh build of the shipped seeds."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        run("kg build")
        README.write_text(rewrite(README.read_text(encoding="utf-8")), encoding="utf-8")
        for name, arguments in PICTURES.items():
            run(f"kg view {arguments} --svg {shlex.quote(str(EXAMPLES / name))}")


if __name__ == "__main__":
    regenerate()
