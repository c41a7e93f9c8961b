"""The plain sentences that drafting is measured on: their tables hold, and the judge counts rightly."""

from __future__ import annotations

import csv
import importlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from kg.draft.model import Draft, DraftSource, Place, Proposal, ProposedName, ProposedThing
from kg.facts.names.folding import fold
from kg.facts.problems import CallError

ROOT = Path(__file__).resolve().parents[2]
DRAFTING = ROOT / "benchmarks" / "drafting"
FOLDERS = ("sentences", "sentences_set_aside", "passages")
TABLES = sorted(path.relative_to(DRAFTING) for name in FOLDERS for path in (DRAFTING / name).glob("*.csv"))
PLACE = Place("", None, 0, 0, 0, 0)
OTHERWISE = ("ofCountry", "hasParticipantFrom", "countryCount")
"""Relations to countries, which texts tell by an adjective too, and to numbers, which may be words."""


@pytest.fixture(scope="module")
def sentences() -> Iterator[ModuleType]:
    """The script as a module, which finds its neighbours as it does when it is run."""
    sys.path.insert(0, str(DRAFTING))
    try:
        yield importlib.import_module("sentences")
    finally:
        sys.path.remove(str(DRAFTING))


@pytest.fixture(scope="module")
def seeds() -> list[str]:
    """The names of `seeds/`."""
    with (ROOT / "seeds" / "names.csv").open(encoding="utf-8", newline="") as file:
        return [cells["name"] for cells in csv.DictReader(file)]


def test_each_part_has_its_tables() -> None:
    assert {path.parts[0] for path in TABLES} == set(FOLDERS)
    assert len(TABLES) >= 12


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_the_ends_of_relations_stand_in_the_text(sentences: ModuleType, seeds: list[str], table: Path) -> None:
    missing = []
    for piece in sentences.read_pieces(DRAFTING / table):
        words = fold(piece.text)
        for told in (*piece.told, *piece.allowed):
            ends = (told.subject,) if told.predicate in OTHERWISE else (told.subject, told.object)
            for end in ends:
                stands = all(
                    re.search(rf"\b{word[: max(2, len(word) - 3)]}", words) for word in re.findall(r"\w+", fold(end))
                )
                if end != sentences.ANYTHING and not stands and not sentences.alike(end, seeds):
                    missing.append(f"{piece.place}: {end}: {told}")
    assert not missing


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_no_relation_is_both_told_and_allowed(table: Path) -> None:
    with (DRAFTING / table).open(encoding="utf-8", newline="") as file:
        for cells in csv.DictReader(file):
            rows = [row.strip() for name in ("told", "allowed") for row in cells[name].split(";") if row.strip()]
            assert len(set(rows)) == len(rows), cells["text"]


def test_no_piece_stands_twice(sentences: ModuleType) -> None:
    texts = [piece.text for table in TABLES for piece in sentences.read_pieces(DRAFTING / table)]
    assert all(texts)
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(
    "row", ["Ada Rehn holds Rector", "holdsPost Rector", "Ada Rehn holdsPost", "A joined memberOf B"]
)
def test_a_row_that_is_no_relation_is_told_with_its_place(sentences: ModuleType, tmp_path: Path, row: str) -> None:
    table = tmp_path / "en.csv"
    table.write_text(f"text,told,allowed\nAda Rehn is rector.,{row},\n", encoding="utf-8")
    with pytest.raises(CallError, match=r"en\.csv:2"):
        sentences.read_pieces(table)


@pytest.mark.parametrize(
    ("told", "name", "one"),
    [
        ("rector", "Rectors of the Oslo Institute", True),
        ("Rehn", "Ada Rehn", True),
        ("Ada Rehn", "Rehn", False),
        ("Oslo Institute of Music", "Oslo Institute", True),
        ("Oslo Institute", "Bergen Institute", False),
        ("Камский университет", "Камского университета", True),
        ("Камский университет", "Обской университет", False),
        ("Dəniz Texnologiyaları Mərkəzi", "Dəniz Texnologiyaları Mərkəzinin", True),
        ("IT Park", "Italy Park", False),
        ("#", "whatever", True),
    ],
)
def test_two_names_are_one_thing_whatever_their_endings(sentences: ModuleType, told: str, name: str, one: bool) -> None:
    assert sentences.alike(told, [name]) is one


def proposed(subject: str, predicate: str, object_: str, status: str = "") -> Proposal:
    """A row of a draft between two things named by their ids."""
    return Proposal(
        f"{subject} {predicate} {object_}",
        subject,
        predicate,
        object_,
        "",
        "",
        "",
        "a",
        PLACE,
        status,
        {},
        1,
        "en",
        "",
        (),
    )


def draft(*rows: Proposal, **classes: str) -> Draft:
    """A draft of some rows, its things named as their ids."""
    things = tuple(ProposedThing(key, name, "", 1, "en", "", (), "a", PLACE) for key, name in classes.items())
    names = tuple(ProposedName(key, "en", key, "preferred", 1, "", (), "a", PLACE) for key in classes)
    return Draft(DraftSource("a", "", "", "", "", "en", "", "", "", ""), things, names, rows)


def read(sentences: ModuleType, told: str, allowed: str, *rows: Proposal) -> tuple[list[str], list[str], list[str]]:
    """What is found, missed and beside what was asked of a piece with these relations."""
    piece = sentences.Piece(
        "en.csv:2", "", tuple(sentences._relations(told, "")), tuple(sentences._relations(allowed, ""))
    )
    classes = {
        "Rehn": "Person",
        "Rector": "Post",
        "Lyceum": "Company",
        "Forum": "Event",
        "Pact": "MemorandumOfUnderstanding",
    }
    outcome = sentences.Judge({}).read(piece, draft(*rows, **classes))
    return tuple([str(each) for each in getattr(outcome, what)] for what in ("found", "missed", "beside"))  # type: ignore[return-value]


def test_what_is_missed_and_what_is_wrong_are_counted(sentences: ModuleType) -> None:
    told = "Rehn holdsPost Rector; Rector postIn Lyceum"
    rows = (proposed("Rehn", "holdsPost", "Rector"), proposed("Rector", "postIn", "Forum"))
    assert read(sentences, told, "", *rows) == (
        ["Rehn holdsPost Rector"],
        ["Rector postIn Lyceum"],
        ["Rector postIn Forum"],
    )


def test_what_is_allowed_follows_or_is_denied_counts_for_nobody(sentences: ModuleType) -> None:
    rows = (
        proposed("Rehn", "spokeAt", "Forum"),
        proposed("Rehn", "participatedIn", "Forum"),
        proposed("Lyceum", "partyTo", "Pact"),
        proposed("Rehn", "signed", "Pact", "denied"),
        proposed("Rehn", "spokeAbout", "Lyceum"),
    )
    assert read(sentences, "Rehn spokeAt Forum", "# partyTo memorandum", *rows) == (["Rehn spokeAt Forum"], [], [])


def test_a_symmetric_relation_is_told_in_either_direction(sentences: ModuleType) -> None:
    rows = (proposed("Lyceum", "cooperatesWith", "Rehn"), proposed("Lyceum", "partyTo", "Rehn"))
    told = "Rehn cooperatesWith Lyceum; Rehn partyTo Lyceum"
    assert read(sentences, told, "", *rows) == (
        ["Rehn cooperatesWith Lyceum"],
        ["Rehn partyTo Lyceum"],
        ["Lyceum partyTo Rehn"],
    )


def test_who_holds_a_post_works_there(sentences: ModuleType, tmp_path: Path) -> None:
    table = tmp_path / "en.csv"
    table.write_text(
        "text,told,allowed\nAda Rehn is rector.,Rehn holdsPost rector; rector postIn Lyceum,\n", encoding="utf-8"
    )
    assert [str(each) for each in sentences.read_pieces(table)[0].allowed] == ["Rehn worksFor Lyceum"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """What the script says when it is called."""
    return subprocess.run(
        [sys.executable, str(DRAFTING / "sentences.py"), *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_tables_of_ones_own_are_measured_and_shown(tmp_path: Path) -> None:
    (tmp_path / "en.csv").write_text(
        "text,told,allowed\nVisitors can buy souvenirs.,Visitors joined Moon,\n", encoding="utf-8"
    )
    found = run("--folder", str(tmp_path), "--show")
    assert found.returncode == 0, found.stderr
    assert "    missed: Visitors joined Moon" in found.stdout
    assert "| en | 1 | 1 | 0.00 | 0.00 |" in found.stdout
    assert "| joined | 0 | 1 | 0 |" in found.stdout


@pytest.mark.parametrize("arguments", [("--set-aside", "--show"), ("--language", "xx")])
def test_what_cannot_be_measured_is_refused(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).returncode == 2
