"""The sheet: out and back, edited as people and spreadsheet programs edit, every fault at its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli import main
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from kg.review.sheet import escaped, plain
from tests.tiny_project import SHAPES, fingerprint

Output = pytest.CaptureFixture[str]
Rows = list[dict[str, str]]


def run(seeds: Path, folder: Path, sheet: Path, *more: str) -> int:
    where = ["--seeds", str(seeds), "--drafts", str(folder), "--by", "A. Editor"]
    return main(["review", *where, "--sheet", str(sheet), *more])


@pytest.fixture
def sheet(tiny: Path, folder: Path, tmp_path: Path) -> Path:
    """The sheet of all that is left."""
    assert run(tiny, folder, tmp_path / "out.csv") == 0
    return tmp_path / "out.csv"


def rows(path: Path) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def change(path: Path, how: Callable[[Rows], None], delimiter: str = ",") -> None:
    """Writes a sheet again as `how` leaves its rows."""
    told = rows(path)
    header = list(told[0])
    how(told)
    output = io.StringIO()
    writer = csv.DictWriter(output, header, delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(told)
    path.write_text(output.getvalue(), encoding="utf-8-sig", newline="")


def judge(told: Rows, judgement: str, **where: str) -> None:
    for row in told:
        if all(row[name] == text for name, text in where.items()):
            row["judgement"] = judgement


def test_a_sheet_shows_each_fact_in_words_with_its_sentence(sheet: Path) -> None:
    told = rows(sheet)
    assert [row["kind"] for row in told] == ["fact", "fact", "thing", "fact", "fact", "question", "fact", "name"]
    first = told[0]
    assert (first["fact"], first["confidence"]) == ("Reef Station joined Harbour Network · 2031", "0.95")
    assert first["sentence"] == "Reef Station joined the Harbour Network in 2031."
    assert told[1]["proposal"] == first["proposal"] and told[1]["quote"] == "Rif Stansiyası 2031-ci ildə"
    assert told[2]["names"] == "en preferred: Foam Park"


def test_what_is_judged_in_a_sheet_is_written(
    tiny: Path, folder: Path, sheet: Path, schema: Schema, capsys: Output
) -> None:
    def edit(told: Rows) -> None:
        judge(told, "Accept", kind="fact", evidence="1")
        judge(told, "accept", kind="thing")
        judge(told, "accept", kind="question")
        judge(told, "reject", kind="name")
        for row in told:
            row["entity"] = "tidal-works" if row["kind"] == "question" else row["entity"]
            row["id"] = "foam-park-1" if row["kind"] == "thing" else row["id"]
            if row["predicate"] == "operates" and row["object"] == "foam-park":
                row["from"] = "2031-06-08"

    change(sheet, edit, delimiter=";")
    assert run(tiny, folder, sheet, "--read") == 0
    said = capsys.readouterr().err
    assert "4 accepted, 2 accepted with edits, 1 rejected." in said
    project = read_project(tiny, schema, SHAPES)
    told = {(fact.subject, fact.predicate, fact.object): fact for fact in project.facts}
    assert told["tidal-works", "operates", "foam-park-1"].from_ is not None
    assert ("foam-park-1", "locatedIn", "port-lumen") in told
    assert ("tidal-works", "operates", "reef-station") in told
    assert run(tiny, folder, sheet, "--read") == 1


def test_a_new_thing_left_blank_is_accepted_with_its_fact_as_it_stands(
    tiny: Path, folder: Path, sheet: Path, capsys: Output
) -> None:
    def edit(told: Rows) -> None:
        judge(told, "accept", predicate="operates", object="foam-park")
        for row in told:
            row["class"] = "Place" if row["kind"] == "thing" else row["class"]

    change(sheet, edit)
    assert run(tiny, folder, sheet, "--read") == 0
    assert "This session: 1 accepted." in capsys.readouterr().err
    assert "foam-park,Place" in (tiny / "entities.csv").read_text("utf-8")
    assert len({row["with"] for row in rows(folder / "judgements.csv")}) == 2


def test_a_new_thing_that_the_sheet_does_not_show_is_not_accepted(
    tiny: Path, folder: Path, sheet: Path, capsys: Output
) -> None:
    def edit(told: Rows) -> None:
        judge(told, "accept", kind="question")
        judge(told, "accept", subject="bay-council")
        for row in told:
            row["entity"] = "bay-council" if row["kind"] == "question" else row["entity"]

    change(sheet, edit)
    assert run(tiny, folder, sheet, "--read") == 2
    assert "the new thing 'bay-council' is not accepted" in capsys.readouterr().err


def test_a_sheet_without_judgements_changes_nothing(tiny: Path, folder: Path, sheet: Path) -> None:
    before = fingerprint(tiny), fingerprint(folder)
    assert run(tiny, folder, sheet, "--read") == 1
    assert (fingerprint(tiny), fingerprint(folder)) == before


def accept_first(**changes: str) -> Callable[[Rows], None]:
    """Accepts what stands first, with other cells."""
    return lambda told: told[0].update({"judgement": "accept", **changes})


def judge_two_ways(told: Rows) -> None:
    judge(told[:1], "accept")
    judge(told[1:2], "reject")


def leave_the_park(told: Rows) -> None:
    judge(told, "later", kind="thing")
    judge(told, "accept", kind="fact", predicate="locatedIn")


def give_no_language(told: Rows) -> None:
    told[2].update({"judgement": "accept", "names": "Foam Park"})


FAULTS: dict[str, tuple[Callable[[Rows], None], str]] = {
    "judgement": (lambda told: judge(told, "acept", kind="name"), "out.csv:9: unknown judgement 'acept'. Did you mean"),
    "date": (accept_first(**{"from": "Jan-26"}), "out.csv:2: 'Jan-26' looks like a date that a spreadsheet rewrote"),
    "formula": (accept_first(note="#NAME?"), "out.csv:2: the cell 'note' holds '#NAME?', which a spreadsheet wrote"),
    "number": (accept_first(proposal="1.2E+05"), "out.csv:2: the cell 'proposal' holds '1.2E+05'"),
    "key": (accept_first(proposal="abc"), "out.csv:2: unknown proposal 'abc'"),
    "twice": (lambda told: told.append(dict(told[0])), "out.csv:10: the same proposal and evidence stand twice"),
    "order": (leave_the_park, "out.csv:5: the new thing 'foam-park' is left for later. Accept it, or leave"),
    "predicate": (accept_first(predicate="joind"), "out.csv:2: unknown predicate 'joind'. Did you mean 'joined'?"),
    "question": (lambda told: judge(told, "accept", kind="question"), "out.csv:7: the question has no answer"),
    "names": (give_no_language, "out.csv:4: 'Foam Park' in 'names' is no name"),
    "two ways": (judge_two_ways, "another line of this proposal says otherwise"),
}


@pytest.mark.parametrize(("damage", "said"), FAULTS.values(), ids=FAULTS)
def test_damage_is_named_at_its_line_and_nothing_is_written(
    tiny: Path, folder: Path, sheet: Path, damage: Callable[[Rows], None], said: str, capsys: Output
) -> None:
    change(sheet, damage)
    before = fingerprint(tiny), fingerprint(folder)
    assert run(tiny, folder, sheet, "--read") == 2
    assert said in capsys.readouterr().err.replace(f"{sheet.parent}/", "")
    assert (fingerprint(tiny), fingerprint(folder)) == before


@given(st.text(max_size=12))
def test_a_cell_comes_back_as_it_went_and_never_begins_a_formula(text: str) -> None:
    assert plain(escaped(text)) == text
    assert not escaped(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_sheet_replaces_no_file_and_is_a_csv(tiny: Path, folder: Path, sheet: Path, capsys: Output) -> None:
    assert run(tiny, folder, sheet) == 2
    assert run(tiny, folder, sheet.with_suffix(".xlsx")) == 2
    assert "is there already" in (said := capsys.readouterr().err)
    assert "A sheet is" in said or "a sheet is a CSV file" in said
