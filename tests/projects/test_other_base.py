"""A project with another base gives the same graph, but for the names of things."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg.build import make_graph
from kg.settings import SHIPPED_BASE
from tests.projects.calling import done
from tests.tiny_project import FOLDER

KEPT = ("ontology", "alignments")
"""What keeps its address in every project: our terms, and the files that they stand in."""


def moved(line: str, base: str) -> str:
    """A quad as a project with this base would have it."""
    kept = line
    for name in KEPT:
        kept = kept.replace(f"<{SHIPPED_BASE}{name}", f"<kept:{name}")
    return kept.replace(f"<{SHIPPED_BASE}", f"<{base}").replace("<kept:", f"<{SHIPPED_BASE}")


@pytest.fixture(scope="module")
def shipped_quads() -> set[str]:
    return {str(quad) for quad in make_graph(FOLDER).store}


@pytest.mark.parametrize("base", ["https://a.example/", "http://zz.example:8080/deep/er/", "https://x.example/ä~'/"])
def test_only_the_names_of_things_differ(base: str, shipped_quads: set[str], tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "seeds")
    (tmp_path / "kg.toml").write_text(f'base = "{base}"\n', encoding="utf-8")
    done(tmp_path, "build")
    built = {str(quad) for quad in parse((tmp_path / "build" / "dataset.trig").read_bytes(), RdfFormat.TRIG)}
    assert built == {moved(line, base) for line in shipped_quads}
    assert len(built) > 1000
