"""Facts that stream through processes leave what a build in memory leaves; a killed build leaves a whole one."""

from __future__ import annotations

import copy
import filecmp
import gzip
import multiprocessing
import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.build import Way, build
from kg.facts.model import Claim
from kg.facts.problems import InputError
from kg.large import mapping
from kg.rdf.mapping import Mapper
from kg.rdf.store import open_store
from kg.resources import Resources
from tests.random_edits import Editor, read_tables, write_tables

RDF_FILES = ("graph.ttl", "claims.ttl", "inferred.ttl", "analysis.ttl", "ontology.ttl", "dataset.trig")
SMALL, LARGE = Way(large=False), Way(large=True, processes=1)


def quads(folder: Path) -> set[Quad]:
    return set(open_store(folder))


def assert_same(one: Path, other: Path) -> None:
    """Every file but the store's own is the same to the byte, and the stores hold the same quads."""
    names = sorted(path.name for path in one.iterdir() if path.is_file())
    assert names == sorted(path.name for path in other.iterdir() if path.is_file())
    _, differing, unread = filecmp.cmpfiles(one, other, names, shallow=False)
    assert (differing, unread) == ([], [])
    assert quads(one) == quads(other)


@pytest.fixture
def many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts so small that few rows make many."""
    monkeypatch.setattr(mapping, "SHARE_BYTES", 500)
    monkeypatch.setattr(mapping, "SPAN_BYTES", 300)


@pytest.mark.usefixtures("many_parts")
@pytest.mark.parametrize("processes", [1, 2])
def test_the_seeds_give_the_same_bytes_either_way(tmp_path: Path, processes: int) -> None:
    seeds = Resources.shipped().seeds
    build(seeds, tmp_path / "small", way=SMALL)
    build(seeds, tmp_path / "large", way=Way(large=True, processes=processes))
    assert_same(tmp_path / "small", tmp_path / "large")


@pytest.mark.usefixtures("many_parts")
@pytest.mark.parametrize("seed", range(8))
def test_any_tables_give_the_same_bytes_or_the_same_problems_either_way(tiny: Path, tmp_path: Path, seed: int) -> None:
    """Whatever a careless hour makes of the tables."""
    folder = tmp_path / "seeds"
    shutil.copytree(tiny, folder)
    tables = before = read_tables(folder)
    editor = Editor(seed, Resources.shipped().read_ontology())
    for _ in range(seed):
        editor.edit(tables)
    write_tables(tables, folder, before if seed == 0 else None)
    ways = {"small": Way(large=False, inference=False), "large": Way(large=True, processes=1, inference=False)}
    told = {}
    for name, way in ways.items():
        try:
            build(folder, tmp_path / name, way=way)
        except InputError as error:
            told[name] = str(error)
    assert told.get("small") == told.get("large")
    if not told:
        assert_same(tmp_path / "small", tmp_path / "large")


@pytest.mark.usefixtures("many_parts")
@pytest.mark.parametrize("seed", range(6))
def test_a_build_brought_up_to_date_is_one_made_anew(tiny: Path, tmp_path: Path, seed: int) -> None:
    """After any edits that leave the tables sound; rows, names, things, judgements."""
    folder, out = tmp_path / "seeds", tmp_path / "build"
    shutil.copytree(tiny, folder)
    way = Way(large=True, processes=1, inference=seed == 0)
    build(folder, out, way=way)
    editor = Editor(seed, Resources.shipped().read_ontology())
    sound = read_tables(folder)
    made = 0
    for _ in range(60):
        tables = copy.deepcopy(sound)
        editor.edit(tables)
        write_tables(tables, folder, sound)
        try:
            build(folder, out, way=way)
        except InputError:
            write_tables(sound, folder, tables)
            continue
        made += tables != sound
        sound = tables
        if made >= 6 or (way.inference and made >= 3):
            break
    build(folder, tmp_path / "anew", way=replace(way, full=True))
    assert made > 0
    assert_same(tmp_path / "anew", out)


def test_processes_that_go_on_from_the_last_build_leave_what_one_leaves(tiny: Path, tmp_path: Path) -> None:
    """What they are sent is not in use here meanwhile."""
    folder = tmp_path / "seeds"
    shutil.copytree(tiny, folder)
    build(folder, tmp_path / "build", way=Way(large=True, processes=2))
    with (folder / "names.csv").open("a", encoding="utf-8") as names:
        names.write("lumen-center,tr,Lümen Merkezi,alternative,\n")
    build(folder, tmp_path / "build", way=Way(large=True, processes=2))
    build(folder, tmp_path / "anew", way=SMALL)
    assert_same(tmp_path / "anew", tmp_path / "build")


def test_only_what_changed_is_mapped_again(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, out = tmp_path / "seeds", tmp_path / "build"
    shutil.copytree(tiny, folder)
    way = Way(large=True, processes=1, inference=False)
    _, report = build(folder, out, way=way)
    with (folder / "names.csv").open("a", encoding="utf-8") as names:
        names.write("lumen-center,tr,Lümen Merkezi,alternative,\n")
    mapped: list[str] = []
    claim_node = Mapper.claim_node

    def noted(self: Mapper, claim: Claim) -> Iterator[str]:
        mapped.append(claim.key)
        return claim_node(self, claim)

    monkeypatch.setattr(Mapper, "claim_node", noted)
    build(folder, out, way=way)
    assert mapped == []
    build(folder, out, way=replace(way, full=True))
    assert len(mapped) == report.claims["all"]


def test_an_exception_that_is_taken_back_excuses_nothing_any_more(tiny: Path, tmp_path: Path) -> None:
    folder, out = tmp_path / "seeds", tmp_path / "build"
    shutil.copytree(tiny, folder)
    exceptions = folder / "exceptions.csv"
    _, before = build(folder, out, way=LARGE)
    header, *rows = exceptions.read_text(encoding="utf-8").splitlines(keepends=True)
    assert before.excused == len(rows) > 0
    exceptions.write_text(header, encoding="utf-8")
    _, after = build(folder, out, way=LARGE)
    assert after.excused == 0
    assert len(after.violations) == len(before.violations) + len(rows)


def test_compressed_files_hold_the_same(tmp_path: Path, tiny: Path) -> None:
    build(tiny, tmp_path / "plain", way=LARGE)
    build(tiny, tmp_path / "packed", way=Way(large=True, processes=1, compress=True))
    for name in ("graph.ttl", "claims.ttl", "dataset.trig"):
        assert (
            gzip.decompress((tmp_path / "packed" / f"{name}.gz").read_bytes())
            == (tmp_path / "plain" / name).read_bytes()
        )


def test_without_inference_only_what_is_told_is_there(tmp_path: Path, tiny: Path) -> None:
    _, report = build(tiny, tmp_path / "build", way=Way(large=True, processes=1, inference=False))
    assert (report.triples["inferred"], report.triples["analysis"]) == (0, 0)
    assert report.triples["claims"] > 0
    assert "validation" in report.left_out
    assert not (tmp_path / "build" / "explorer.html").exists()


def build_again(seeds: Path, out: Path, full: bool) -> None:
    """A streaming build, in a process to be killed."""
    build(seeds, out, way=Way(large=True, processes=1, inference=False, full=full))


def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_one(tmp_path: Path, tiny: Path) -> None:
    """Fifty times, from nothing and from the last one; two states of the tables in turn, so that old and new differ."""
    states = [tmp_path / "one", tmp_path / "two"]
    for state in states:
        shutil.copytree(tiny, state)
    with (states[1] / "names.csv").open("a", encoding="utf-8") as names:
        names.write("lumen-center,tr,Lümen Merkezi,alternative,\n")
    way = Way(large=True, processes=1, inference=False)
    wanted = []
    for state in states:
        begun = time.monotonic()
        build(state, tmp_path / state.name / "build", way=way)
        took = time.monotonic() - begun
        wanted.append(quads(tmp_path / state.name / "build"))
    assert wanted[0] != wanted[1]
    out = tmp_path / "build"
    build(states[0], out, way=way)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["kg.build", "kg.large.building", "kg.large.changes", "tests.test_large_build"])
    chance = random.Random(50)
    for turn in range(50):
        process = context.Process(target=build_again, args=(states[turn % 2], out, turn % 3 == 0))
        process.start()
        time.sleep(chance.random() * took * 1.2)
        process.kill()
        process.join()
        left = out if out.is_dir() else tmp_path / ".build.old"
        assert (left / "report.json").is_file()
        assert quads(left) in wanted
    build(states[1], out, way=way)
    assert quads(out) == wanted[1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "one", "tiny", "two"]
