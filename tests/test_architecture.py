"""The arrows between the rooms, read from the imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

PACKAGE = Path(kg.__file__).parent
# A room and the rooms that it may import; the modules beside them (build, cli …) may import all, and none of the
# rooms may import these.
ALLOWED = {
    "facts": set[str](),
    "importing": {"facts"},
    "draft": {"facts"},
    "review": {"facts", "draft", "rdf", "views"},
    "rdf": {"facts"},
    "spark": {"facts", "rdf"},
    "network": {"facts", "rdf"},
    "views": {"facts", "rdf", "network"},
    "exports": {"facts", "rdf", "network", "views"},
    "server": {"facts", "draft", "review", "rdf", "network", "views", "exports"},
}
# Beside the rooms: what a project sets for itself, which names the things of the graph and orders the pages' languages.
FOR_ALL = {"settings"}
MODULES = sorted(path for room in ALLOWED for path in (PACKAGE / room).rglob("*.py"))
# Parts of the build and of the command line: they may import all.
PARTS = {"cli", "large"}
FREE_OF_RDF = ("rdflib", "pyoxigraph", "owlrl", "pyshacl", "networkx", "pyvis")


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms(path: Path) -> set[str]:
    """The parts of our package that a file imports."""
    return {name.split(".")[1] for name in imported(path) if name.startswith("kg.")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_rooms_import_only_what_lies_before_them(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0]
    assert rooms(path) <= ALLOWED[room] | {room} | (FOR_ALL if room not in ("facts", "importing") else set())


def test_facts_know_no_rdf() -> None:
    for path in (PACKAGE / "facts").rglob("*.py"):
        assert not {name.split(".")[0] for name in imported(path)} & set(FREE_OF_RDF), path


def test_every_room_is_known() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").is_file()}
    assert folders == {*ALLOWED, *PARTS}


def test_only_the_store_and_its_readers_touch_files_of_the_build() -> None:
    """Networks and views come from the store: neither may read tables, but for the words of the interface."""
    for room in ("network", "views"):
        for path in {*(PACKAGE / room).rglob("*.py")} - {PACKAGE / "views" / "words.py"}:
            assert not set(imported(path)) & {"kg.facts.reading", "kg.facts.tables", "csv"}, path
