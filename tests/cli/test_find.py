"""`kg find` with what a build prepared, and without it: one answer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import main
from kg.rdf.index import INDEX_FILE

Output = pytest.CaptureFixture[str]
CALLS = [
    ("SOCAR", "--lang", "az"),
    ("Dünya İqtisadi Forumunun", "--lang", "kk"),
    ("министерство", "--lang", "ru"),
    ("innovasiya", "--format", "csv"),
    ("Regional Acceleration Center", "--format", "jsonl"),
    ("technolgy centr",),
    ("qqqqqqqqqq",),
]


@pytest.fixture(scope="module")
def bare(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same build without its index."""
    copy = shutil.copytree(built, tmp_path_factory.mktemp("bare") / "build")
    (copy / INDEX_FILE).unlink()
    return copy


@pytest.mark.parametrize("call", CALLS)
def test_it_finds_the_same_with_and_without_an_index(
    built: Path, bare: Path, capsys: Output, call: tuple[str, ...]
) -> None:
    codes, told = [], []
    for build in (built, bare):
        codes.append(main(["find", *call, "--build", str(build)]))
        told.append(capsys.readouterr())
    assert codes[0] == codes[1] and told[0] == told[1]
    assert bool(told[0].out) == (codes[0] == 0)


def test_an_index_of_another_base_is_not_taken(bare: Path, built: Path, tmp_path: Path, capsys: Output) -> None:
    project = tmp_path / "own"
    project.mkdir()
    (project / "kg.toml").write_text('base = "https://example.org/own/"\n', encoding="utf-8")
    call = [sys.executable, "-m", "kg", "find", "SOCAR", "--project", str(project), "--build", str(built)]
    ended = subprocess.run(call, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ended.returncode == 2 and "names things by" in ended.stderr


def test_it_needs_neither_the_store_nor_rich(built: Path) -> None:
    """What `kg find` imports is most of the time that it takes."""
    call = f"import sys; from kg.cli import main; main(['find', 'SOCAR', '--build', {str(built)!r}]); "
    heavy = "{'pyoxigraph', 'rdflib', 'networkx', 'numpy', 'rich.console', 'yaml'}"
    ended = subprocess.run(
        [sys.executable, "-c", f"{call}print(sorted({heavy} & set(sys.modules)))"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={name: value for name, value in os.environ.items() if name != "COLUMNS"},
    )
    assert "socar" in ended.stdout and ended.stdout.endswith("[]\n")
