"""The README tells the truth: its commands print what it shows, and it names every command and file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.cli import parser
from tests.docs.readme import BLOCK, README, run

TEXT = README.read_text(encoding="utf-8")
COMMANDS = [match["command"] for match in BLOCK.finditer(TEXT)]


@pytest.mark.parametrize("match", list(BLOCK.finditer(TEXT)), ids=lambda match: match["command"])
def test_a_command_prints_what_the_readme_shows(
    match: re.Match[str], built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(built.parent)
    assert run(match["command"]) == match["output"]


def test_the_readme_shows_commands() -> None:
    assert len(COMMANDS) >= 5


def test_every_command_is_told_of() -> None:
    commands = next(action for action in parser()._actions if action.metavar == "COMMAND").choices or ()
    told = TEXT + (README.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [name for name in commands if f"kg {name}" not in told] == []


def test_every_file_of_a_build_is_told_of(built: Path) -> None:
    names = {f"{path.name}/" if path.is_dir() else path.name for path in built.iterdir()}
    assert [name for name in names if f"`{name}`" not in TEXT] == []


def test_every_dependency_has_its_reason() -> None:
    project = (README.parent / "pyproject.toml").read_text(encoding="utf-8")
    dependencies = re.findall(r'^    "([\w-]+)>=', project.split("[project.optional-dependencies]")[0], re.MULTILINE)
    dependencies = [name for name in dependencies if name != "hatchling"]
    assert len(dependencies) >= 9
    assert [name for name in dependencies if not re.search(rf"^\| [^|]*\b{name}\b", TEXT.lower(), re.MULTILINE)] == []


def test_python_example_runs(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"^```python\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(built.parent)
    names: dict[str, object] = {}
    exec(code, names)
    assert len(names["argument"].path) == 3  # type: ignore[attr-defined]


def test_make_sets_up_what_the_readme_says() -> None:
    makefile = (README.parent / "Makefile").read_text(encoding="utf-8")
    assert "make        #" in TEXT
    assert "make test   #" in TEXT
    assert ".DEFAULT_GOAL := build" in makefile
