"""The folder that a build leaves: what is not replaced, and what a killed or failed build comes to."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.facts.problems import CallError
from kg.folders import MARKER, recover, replace_folder
from tests.cli.workshop import FACTS, Workshop, call
from tests.tiny_project import edit, fingerprint


def put_file(out: Path) -> None:
    out.write_text("mine", encoding="utf-8")


def put_folder(out: Path) -> None:
    out.mkdir()
    (out / "thesis.txt").write_text("mine", encoding="utf-8")


def put_link(out: Path) -> None:
    (out.parent / "target").mkdir()
    out.symlink_to("target")


def put_dead_link(out: Path) -> None:
    out.symlink_to("nowhere")


@pytest.mark.parametrize("name", ["build", ".build.new", ".build.old"])
@pytest.mark.parametrize("lay", [put_file, put_folder, put_link, put_dead_link])
def test_what_kg_did_not_make_is_not_replaced(
    workshop: Workshop, tmp_path: Path, name: str, lay: Callable[[Path], None]
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    lay(home / name)
    before = fingerprint(home)
    run = call("build", "--seeds", "tiny", "--out", home / "build")
    told = f"kg: {home / name} was not made by kg and is not replaced. Name another folder with --out.\n"
    assert (run.code, run.error) == (2, told)
    assert fingerprint(home) == before


def test_an_empty_folder_may_be_filled(workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    assert call("build", "--seeds", "tiny", "--out", "build").code == 0
    assert (tmp_path / "build" / MARKER).is_file()


def test_an_out_folder_below_a_file_cannot_be_written(workshop: Workshop, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    run = call("build", "--seeds", "tiny", "--out", "file/build")
    assert run.code == 2
    assert run.error.startswith("kg: file/build cannot be written: ")
    assert run.error.endswith("Name another folder with --out.\n")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def made(folder: Path, content: str, *, complete: bool = True) -> Path:
    """A folder as kg makes it, with its content in one file."""
    folder.mkdir(parents=True)
    (folder / MARKER).touch()
    (folder / "graph.ttl").write_text(content, encoding="utf-8")
    (folder / "store").mkdir()
    (folder / "store" / "CURRENT").touch()
    if complete:
        (folder / "report.json").write_text("{}", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param({"build": True, ".build.new": False}, "build", id="killed while writing"),
        pytest.param({"build": True, ".build.new": True}, "build", id="killed before the swap"),
        pytest.param({".build.old": True, ".build.new": True}, ".build.new", id="killed within the swap"),
        pytest.param({".build.old": True, ".build.new": False}, ".build.old", id="half a build and no other"),
        pytest.param({".build.old": True}, ".build.old", id="only the old one"),
        pytest.param({"build": True, ".build.old": True}, "build", id="killed after the swap"),
        pytest.param({".build.new": False}, "", id="killed in the first build"),
        pytest.param({"build": True}, "build", id="nothing to do"),
        pytest.param({}, "", id="nothing at all"),
    ],
)
def test_what_a_killed_build_left_is_finished_or_undone(tmp_path: Path, before: dict[str, bool], after: str) -> None:
    for name, complete in before.items():
        made(tmp_path / name, name, complete=complete)
    for _ in range(2):
        recover(tmp_path / "build")
        assert names(tmp_path) == (["build"] if after else [])
        if after:
            assert (tmp_path / "build" / "graph.ttl").read_text(encoding="utf-8") == after


@pytest.mark.parametrize(
    "left", [{".build.new": False}, {".build.old": True}, {".build.old": True, ".build.new": True}]
)
def test_a_build_after_a_killed_one_is_as_any_other(workshop: Workshop, tmp_path: Path, left: dict[str, bool]) -> None:
    for name, complete in left.items():
        made(tmp_path / "out" / name, name, complete=complete)
    run = call("build", "--seeds", "tiny", "--documents", "tiny/documents", "--out", "out/build")
    assert run.code == 0
    assert names(tmp_path / "out") == ["build"]
    same = {path: sum_ for path, sum_ in workshop.before.items() if not path.startswith("store/")}
    assert {key: value for key, value in fingerprint(tmp_path / "out" / "build").items() if key in same} == same


def test_a_run_that_is_refused_still_undoes_what_a_killed_one_left(workshop: Workshop, tmp_path: Path) -> None:
    made(tmp_path / "out" / ".build.old", "old")
    edit(workshop.tiny / FACTS[1], "lumen-center,joined,", "lumen-center,joind,")
    assert call("build", "--seeds", "tiny", "--out", "out/build").code == 2
    assert names(tmp_path / "out") == ["build"]


def test_a_kill_while_the_old_build_is_cleared_away_is_met(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its marker goes last: what is left of it is still known as kg's."""
    made(tmp_path / "build", "first")

    def killed(path: Path) -> None:
        raise KeyboardInterrupt(path)

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", killed)
        with pytest.raises(KeyboardInterrupt):
            replace_folder(tmp_path / "build", lambda folder: None)
    assert names(tmp_path) == [".build.old", "build"]
    replace_folder(tmp_path / "build", lambda folder: (folder / "third").touch())
    assert names(tmp_path) == ["build"]
    assert names(tmp_path / "build") == [MARKER, "third"]


class DiskFailure(RuntimeError):
    """A fault that nobody foresaw, in the middle of writing."""


@pytest.mark.parametrize("writer", ["write_turtle", "write_trig", "write_store", "kg.views.pages.write_pages"])
@pytest.mark.parametrize("fault", [DiskFailure, KeyboardInterrupt, OSError])
def test_a_writer_that_fails_leaves_the_last_build(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, writer: str, fault: type[BaseException]
) -> None:
    def fail(*arguments: object) -> None:
        raise fault("in the middle")

    monkeypatch.setattr(writer if "." in writer else f"kg.build.{writer}", fail)
    if fault is DiskFailure:
        with pytest.raises(DiskFailure):
            workshop.build()
    else:
        run = workshop.build()
        out = workshop.built
        told = {
            OSError: (2, f"kg: {out} cannot be written: in the middle. Name another folder with --out.\n"),
            KeyboardInterrupt: (130, "kg: stopped; nothing was changed.\n"),
        }
        assert (run.code, run.error) == told[fault]
    assert fingerprint(workshop.built) == workshop.before
    assert names(workshop.built.parent) == ["build"]


def test_a_writer_that_fails_first_leaves_nothing(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise DiskFailure

    with pytest.raises(DiskFailure):
        replace_folder(tmp_path / "a" / "build", fail)
    assert names(tmp_path / "a") == []


def test_a_swap_that_fails_between_its_two_steps_is_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path / "build", "old")
    rename, calls = Path.rename, []

    def fail_once(self: Path, target: Path) -> Path:
        calls.append(target.name)
        if len(calls) == 2:
            raise OSError("busy")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_once)
    with pytest.raises(CallError, match=r"build cannot be written: busy"):
        replace_folder(tmp_path / "build", lambda folder: (folder / "half").touch())
    assert names(tmp_path) == ["build"]
    assert (tmp_path / "build" / "graph.ttl").read_text(encoding="utf-8") == "old"
