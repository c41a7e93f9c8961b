"""The terminal in the reader's language: headers and fixed words of tables; programs read the same in any language."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.build import Graph, build
from kg.cli import main
from kg.facts.conflicts import Clause
from kg.facts.model import NameRank
from kg.network.centrality import Measure, explanation
from kg.network.similarity import Likeness
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
        (("rank", "--weighted"), ("position", "name", "what", "betweenness", "rank weighted")),
        (("rank", "--robust", "--by", "katz"), ("position", "name", "katz", "lowest", "highest", "rests on")),
        (("rank", "--days", "2020,2026"), ("name", "what", "moved", "moved new")),
        (("groups", "--cores"), ("core", "size", "members")),
        (("groups", "--bridges"), ("hangs_on", "rests_on", "pairs", "parts")),
        (("brokers",), ("position", "country", "spans", "liaison", "gatekeeper", "itinerant", "coordinator")),
        (("similar", "SOCAR"), ("name", "jaccard", "because of")),
        (("guess",), ("one", "other", "because of", "ids")),
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
    for command in (
        *(("find", "WEF"), ("show", "SOCAR"), ("timeline", "SOCAR"), ("query",)),
        *(("rank", "--robust"), ("rank", "--by", "constraint"), ("brokers",), ("similar", "SOCAR"), ("guess",)),
    ):
        columns = []
        for code in LANGUAGES:
            main([*command, "--format", "json", "--lang", code, "--build", str(built)])
            columns.append(list(json.loads(capsys.readouterr().out)[0]))
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


@pytest.mark.parametrize("measure", Measure)
def test_every_measure_is_explained_in_every_language(measure: Measure) -> None:
    texts = [word("measures", measure.value, code) for code in LANGUAGES]
    assert texts[0] == explanation(measure)
    assert len(set(texts)) == len(LANGUAGES)
    # The paper, and the year, stand in all of them.
    years = [re.findall(r"\b(?:1[89]|20)\d\d\b", text) for text in texts]
    assert years[0] and all(found == years[0] for found in years)
    assert measure.value in read_words("terminal")


@pytest.mark.parametrize("measure", ["harmonic", "constraint", "participation"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_rank_explains_its_measure_to_the_reader(built: Path, capsys: Output, language: str, measure: str) -> None:
    assert word("measures", measure, language) in said(built, capsys, "rank", "--by", measure, "--lang", language)


@pytest.mark.parametrize("likeness", Likeness)
def test_every_likeness_has_a_header(likeness: Likeness) -> None:
    assert likeness.value in read_words("terminal")


@pytest.mark.parametrize("language", LANGUAGES_BUT_ENGLISH)
def test_that_there_is_no_path_is_said_to_the_reader(built: Path, capsys: Output, language: str) -> None:
    ends = {"start": "SOCAR", "end": {"az": "Shanghai", "kk": "Шанхай", "ru": "Shanghai"}[language]}
    alone = said(built, capsys, "path", "SOCAR", "Shanghai", "--lang", language)
    assert word("terminal", "no path", language, **ends) in alone
    assert word("terminal", "or", language) in alone
    near = said(built, capsys, "path", "SOCAR", "Shanghai", "--within", "2", "--lang", language)
    assert word("terminal", "no path within", language, **ends, n="2") in near
    apart = said(built, capsys, "connect", "SOCAR", "Shanghai", "--lang", language)
    assert word("terminal", "not all connected", language, n="2") in apart


def test_that_nobody_has_partners_is_said_to_the_reader(built: Path, capsys: Output) -> None:
    expected = word("terminal", "no partners of", "ru", name="Shanghai", id="shanghai")
    assert expected in said(built, capsys, "similar", "Shanghai", "--lang", "ru")
