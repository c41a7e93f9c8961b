"""What a build need not make again is that of the last one, and is the same as if it were made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.build import Way, build
from kg.large import building, files
from tests.large.test_rows import MEMORANDUM, PLACES, add, put
from tests.test_large_build import assert_same
from tests.tiny_project import FOLDER

WAY = Way(large=True, processes=1)


@pytest.fixture(scope="module")
def last(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole build of the miniature project."""
    out = tmp_path_factory.mktemp("last") / "build"
    build(FOLDER, out, way=WAY)
    return out


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what was made again: analyses, index, graphs."""
    found: list[str] = []
    for module, name in ((building, "analyse"), (building, "prepare"), (files, "bodies_of_graph")):
        function = getattr(module, name)

        def noted(*arguments: object, name: str = name, function: object = function) -> object:
            found.append(name)
            return function(*arguments)  # type: ignore[operator]

        monkeypatch.setattr(module, name, noted)
    return found


def same_as_anew(seeds: Path, out: Path) -> None:
    build(seeds, out.with_name("anew"), way=Way(large=True, processes=1, full=True))
    assert_same(out.with_name("anew"), out)


def test_without_a_change_nothing_is_made_again(tiny: Path, tmp_path: Path, last: Path, made: list[str]) -> None:
    out = Path(shutil.copytree(last, tmp_path / "build"))
    for _ in range(2):
        build(tiny, out, way=WAY)
        assert made == []
    same_as_anew(tiny, out)


def test_another_date_leaves_the_analyses(tiny: Path, tmp_path: Path, last: Path, made: list[str]) -> None:
    out = Path(shutil.copytree(last, tmp_path / "build"))
    put(tiny, PLACES, "joined,harbour-network,2030", "joined,harbour-network,2028")
    build(tiny, out, way=WAY)
    assert made == ["prepare"]
    same_as_anew(tiny, out)


def test_another_tie_is_analysed(tiny: Path, tmp_path: Path, last: Path, made: list[str]) -> None:
    out = Path(shutil.copytree(last, tmp_path / "build"))
    add(tiny, PLACES, "norland,memberOf,harbour-network,,,,harbour-register,,HR-9,,,,,,,,")
    build(tiny, out, way=WAY)
    assert made == ["prepare", "analyse"]
    same_as_anew(tiny, out)


def test_a_shown_name_is_analysed(tiny: Path, tmp_path: Path, last: Path, made: list[str]) -> None:
    """Groups are called by the names of their heads."""
    out = Path(shutil.copytree(last, tmp_path / "build"))
    names = (tiny / "names.csv").read_text(encoding="utf-8")
    (tiny / "names.csv").write_text(names.replace("Lumen Center", "Lumen Centre"), encoding="utf-8", newline="")
    put(tiny, MEMORANDUM, "the first of the two is the headline", "")
    build(tiny, out, way=WAY)
    assert made == ["prepare", "analyse"]
    same_as_anew(tiny, out)


@pytest.mark.parametrize("file", ["claims.ttl", "explorer.html", "index.sqlite"])
def test_a_file_that_somebody_touched_is_not_gone_on_from(tiny: Path, tmp_path: Path, last: Path, file: str) -> None:
    out = Path(shutil.copytree(last, tmp_path / "build"))
    with (out / file).open("ab") as touched:
        touched.write(b"# a note\n")
    build(tiny, out, way=WAY)
    same_as_anew(tiny, out)
