"""The terminal in the reader's language: headers and fixed words of tables; programs read the same in any language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.build import Graph, build
from kg.cli import main
from kg.facts.conflicts import Clause
from kg.facts.model import NameRank
from kg.views.words import LANGUAGES, read_words, word
from tests.facts.contradictions import SEEDED, write_project

Output = pytest.CaptureFixture[str]
LANGUAGES_BUT_ENGLISH = [code for code in LANGUAGES if code != "en"]


def said(built: Path, capsys: Output, *arguments: str) -> str:
    main([*arguments, "--build", str(built)])
    told = capsys.readouterr()
    return told.out + told.err


@pytest.mark.parametrize("language", LANGUAGES_BUT_ENGLISH)
@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (("find", "WEF"), ("name", "what", "matched", "nearness")),
        (("show", "SOCAR"), ("language", "name", "rank", "date", "fact", "quote", "source", "inferred")),
        (("timeline", "SOCAR"), ("date", "fact", "sources")),
        (("query",), ("name", "question", "ask one")),
        (("conflicts",), ("no conflicts",)),
    ],
)
def test_headers_and_fixed_words_are_the_readers(
    built: Path,
    capsys: Output,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    arguments: tuple[str, ...],
    keys: tuple[str, ...],
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    text = said(built, capsys, *arguments, "--lang", language)
    for key in keys:
        assert word("terminal", key, language) in text
        assert f" {word('terminal', key, 'en')} " not in text


def test_programs_read_the_same_columns_in_every_language(built: Path, capsys: Output) -> None:
    for command in (("find", "WEF"), ("show", "SOCAR"), ("timeline", "SOCAR"), ("query",)):
        columns = [
            list(json.loads(said(built, capsys, *command, "--format", "json", "--lang", code))[0]) for code in LANGUAGES
        ]
        assert all(found == columns[0] for found in columns)


def test_a_rule_is_told_in_the_readers_language(built: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    text = said(built, capsys, "explain", "SOCAR", "partnerOf", "Ministry of Economy of Azerbaijan", "--lang", "ru")
    assert "правило parties-are-partners: Стороны одного соглашения — партнёры" in text
    assert "rule " not in text


def test_every_rule_has_words_and_the_english_ones_are_its_title(graph: Graph) -> None:
    for rule in graph.rules:
        name = "chain" if rule.name.startswith("chain-") else rule.name
        assert read_words("terminal")[f"rule {name}"][0] == rule.title


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_conflicts_say_what_differs_and_why_one_is_kept(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    build(write_project(tmp_path / "seeds", SEEDED), tmp_path / "build")
    capsys.readouterr()
    text = said(tmp_path / "build", capsys, "conflicts", "--lang", language)
    for key in ("kept", "clause report", "differs from", "differs object"):
        assert word("terminal", key, language) in text


def test_there_are_words_for_each_clause_and_each_rank_of_a_name() -> None:
    known = read_words("terminal")
    assert all(known[f"clause {clause.name.lower()}"][0] == clause.value for clause in Clause)
    assert {rank.value for rank in NameRank} <= known.keys()


def test_a_name_that_russian_lacks_is_shown_in_another_language(built: Path, capsys: Output) -> None:
    rows = json.loads(said(built, capsys, "find", "SOCAR", "--format", "json", "--lang", "ru"))
    assert (rows[0]["name"], rows[0]["what"]) == ("SOCAR", "компания")
    rows = json.loads(said(built, capsys, "find", "Azərbaycan", "--format", "json", "--lang", "ru"))
    assert rows[0]["name"] == "Азербайджан"
