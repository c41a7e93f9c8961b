"""The articles of accepted facts are in the project's documents, so that its checks find their quotes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from kg.draft.model import DraftSource
from kg.review.keeping import keep_documents

TEXT = """Port Lumen, 5 May 2026

Foam University and Tidal Institute signed a memorandum of understanding on 4 May 2026.
"""


def kg(place: Path, *words: str, keys: str = "") -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, since a process serves one project."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *words], cwd=place, input=keys, capture_output=True, text=True, check=False
    )


def test_what_was_accepted_passes_the_checks_of_its_project(tmp_path: Path) -> None:
    (tmp_path / "press").mkdir()
    (tmp_path / "press" / "lumen.txt").write_text(TEXT, encoding="utf-8")
    assert kg(tmp_path, "new", "project").returncode == 0
    project = tmp_path / "project"
    assert kg(project, "draft", "../press/lumen.txt").returncode == 0
    done = kg(project, "review", "--by", "A. Editor", "--plain", keys="a\n" * 20)
    assert done.returncode == 0 and "copied into" in done.stderr
    kept = [path for path in (project / "documents").iterdir() if path.read_text("utf-8") == TEXT]
    assert len(kept) == 1
    checked = kg(project, "check")
    assert checked.returncode == 0, checked.stderr


def test_only_what_was_drafted_is_kept_and_nothing_is_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "two.txt").write_text("mine", encoding="utf-8")
    sources = []
    for name in ("one", "two", "three"):
        path = tmp_path / f"{name}.txt"
        path.write_text(name, encoding="utf-8")
        sources.append(DraftSource(name, "", "", "", "", "en", "", path.name, str(path), "0" * 64))
    assert keep_documents(sources, {"one", "two"}, folder) == []
    assert sorted(path.name for path in folder.iterdir()) == ["two.txt"]
    assert (folder / "two.txt").read_text(encoding="utf-8") == "mine"
