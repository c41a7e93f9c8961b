"""One kg at a time writes a folder; a lock ends with its process. Several files change together or not at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kg.facts.problems import CallError
from kg.folders import locked, replace_files

HOLD = """
import sys
from pathlib import Path
from kg.folders import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_a_folder_is_written_by_one_process_and_free_when_it_dies(tmp_path: Path) -> None:
    build = tmp_path / "build"
    command = [sys.executable, "-c", HOLD, str(build)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(CallError, match="another kg is writing"), locked(build):
            pass
        with locked(tmp_path / "other"):
            pass
        other.kill()
    with locked(build):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_lock_is_let_go_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="inside"), locked(tmp_path / "build"):
        raise ValueError("inside")
    with locked(tmp_path / "build"):
        pass


def test_files_change_together(tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("old a", encoding="utf-8")
    replace_files({first: "new a", second: "new b"})
    assert (first.read_text(), second.read_text()) == ("new a", "new b")


def test_where_one_cannot_be_written_none_changes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("old a", encoding="utf-8")
    second.mkdir()
    with pytest.raises(CallError, match="Nothing was changed"):
        replace_files({first: "new a", second: "new b"})
    assert first.read_text() == "old a"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]
