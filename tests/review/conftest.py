"""The miniature project with drafts of two more articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.facts.schema import Schema
from kg.review.session import Session
from tests.review.drafted import open_session, write_drafts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of drafts."""
    write_drafts(tmp_path / "drafts")
    return tmp_path / "drafts"


@pytest.fixture
def session(tiny: Path, folder: Path, schema: Schema) -> Session:
    """A review of them."""
    return open_session(tiny, folder, schema)
