"""How sure a proposal must be, unless asked otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli import main
from kg.draft.drafter import Drafter
from kg.draft.grading import LEAST
from kg.facts.model import Project
from kg.facts.schema import Schema
from tests.draft.conftest import source

TEXT = "The forum was attended by representatives of the World Bank, UNESCO and Tomsk University."


def test_what_is_likelier_wrong_than_right_is_not_proposed(project: Project, schema: Schema) -> None:
    usual, doubtful = (Drafter(project, schema, least=least).draft(TEXT, source()) for least in (LEAST, 0.4))
    more = {told.key for told in doubtful.proposals} - {told.key for told in usual.proposals}
    assert more
    assert all(told.confidence < LEAST for told in doubtful.proposals if told.key in more)
    assert {thing.id for thing in usual.things} < {thing.id for thing in doubtful.things}


@pytest.mark.parametrize(("least", "is_more"), [("0.4", True), ("0.5", False)])
def test_the_command_takes_it(tmp_path: Path, least: str, *, is_more: bool) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    out = tmp_path / "drafts"
    main(["draft", str(tmp_path / "a.txt"), "--lang", "en", "--out", str(out), "--least", least])
    facts = out / "facts.csv"
    assert (facts.is_file() and "unesco," in facts.read_text("utf-8")) is is_more


def test_what_it_may_not_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["draft", str(tmp_path / "a.txt"), "--out", str(tmp_path / "d"), "--least", "0.1"]) == 2
    assert "Give a number from 0.4 to 0.99; 0.5 is usual." in capsys.readouterr().err
