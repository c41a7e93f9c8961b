"""`kg forget` shows, asks, removes, and says what it cannot reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects.calling import call, done
from tests.tiny_project import fingerprint


@pytest.fixture
def kites(tmp_path: Path) -> Path:
    done(tmp_path, "new", "kites")
    return tmp_path / "kites"


def test_a_dry_run_shows_every_row_and_writes_nothing(kites: Path) -> None:
    before = fingerprint(kites)
    called = call(kites, "forget", "Mira Dell", "--dry-run", "--register", "asked by letter")
    assert called.code == 0
    for row in ("entities.csv:9", "names.csv:9", "kites.csv:5", "kites.csv:6", "quotes.csv:5", "quotes.csv:6"):
        assert row in called.out
    assert fingerprint(kites) == before


def test_without_a_terminal_and_without_yes_nothing_is_written(kites: Path) -> None:
    before = fingerprint(kites)
    called = call(kites, "forget", "Mira Dell", given="y\n")
    assert called.code == 2
    assert "--yes" in called.err
    assert fingerprint(kites) == before


def test_what_is_removed_is_gone_and_the_project_builds(kites: Path) -> None:
    done(kites, "build", "--out", "before")
    called = call(kites, "forget", "Mira Dell", "--yes")
    assert called.code == 0
    assert "Removed 6 rows from 4 tables." in called.err
    assert "earlier versions of the tables in git" in called.err
    left = "".join(path.read_text(encoding="utf-8") for path in (kites / "seeds").rglob("*") if path.is_file())
    assert "mira" not in left.casefold()
    assert not (kites / "seeds" / "removed.csv").exists()
    done(kites, "build")
    assert call(kites, "find", "Mira Dell").code == 1
    assert "Mira Dell" in done(kites, "diff", "before", "build")


def test_the_register_keeps_a_line_without_the_name(kites: Path) -> None:
    assert "without the name" in call(kites, "forget", "Mira Dell", "--yes", "--register", "Mira Dell asked").err
    assert call(kites, "forget", "Mira Dell", "--yes", "--register", "asked by letter").code == 0
    header, row = (kites / "seeds" / "removed.csv").read_text(encoding="utf-8").splitlines()
    assert header == "date,reason,rows"
    assert row.endswith(",asked by letter,6")
    done(kites, "check")


def test_an_unknown_name_is_told(kites: Path) -> None:
    called = call(kites, "forget", "Nobody At All")
    assert called.code == 2
    assert "Nobody At All" in called.err
