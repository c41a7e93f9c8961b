"""The drawings in `examples/` are those that `kg view` draws of the shipped facts."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from kg.cli import main
from tests.docs.readme import EXAMPLES, PICTURES


@pytest.mark.parametrize("name", PICTURES)
def test_an_example_is_what_is_drawn(name: str, built: Path, tmp_path: Path) -> None:
    """If this fails, the facts, the words or the drawing changed: `python -m tests.docs.readme` draws it anew."""
    file = tmp_path / name
    assert main(["view", *shlex.split(PICTURES[name]), "--svg", str(file), "--build", str(built)]) == 0
    assert file.read_bytes() == (EXAMPLES / name).read_bytes()
