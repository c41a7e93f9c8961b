"""A language is added by its table alone: the one that CONTRIBUTING shows."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.draft.drafter import Drafter
from kg.draft.language import grammar
from tests.draft.conftest import source, triples

GUIDE = Path(__file__).parents[2] / "CONTRIBUTING.md"


@pytest.fixture
def turkmen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    data = shutil.copytree(grammar.DATA, tmp_path / "data")
    [table] = re.findall(r"```csv\n(table,name,.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    (data / "languages" / "tk.csv").write_text(table, encoding="utf-8")
    monkeypatch.setattr(grammar, "DATA", data)
    grammar.languages.cache_clear()
    grammar.grammar.cache_clear()
    yield
    grammar.languages.cache_clear()
    grammar.grammar.cache_clear()


def test_the_table_in_the_guide_is_enough(turkmen: None, drafter: Drafter) -> None:
    text = "Bilim ministrligi we Magtymguly uniwersiteti arasynda ähtnama gol çekildi."
    found = triples(drafter.draft(text, source(), "tk"))
    assert {("Bilim ministrligi", "partyTo"), ("Magtymguly uniwersiteti", "partyTo")} <= {told[:2] for told in found}
