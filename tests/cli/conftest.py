"""A good build of the tiny project, and a copy of its tables to spoil."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.workshop import Workshop, call
from tests.tiny_project import FOLDER, fingerprint


@pytest.fixture(scope="module")
def good_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the tiny project."""
    out = tmp_path_factory.mktemp("good") / "build"
    assert call("build", "--seeds", FOLDER, "--documents", FOLDER / "documents", "--out", out).code == 0
    return out


@pytest.fixture
def workshop(good_build: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """A good build, and tables to spoil."""
    monkeypatch.chdir(tiny.parent)
    return Workshop(good_build, fingerprint(good_build), tiny)
