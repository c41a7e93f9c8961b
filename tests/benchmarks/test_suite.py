"""The quick form of the benchmarks runs through, and judges what it measured."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.suite.flat import Flattened, columns_of, unescaped
from benchmarks.suite.mapping import said
from benchmarks.suite.projects import made, two_states
from benchmarks.suite.tables import Judged, Table, Target, judged_table, write_section

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("part", ["mapping", "building", "change", "inference", "questions", "start"])
def test_each_part_runs_through_and_prints_its_tables(part: str, tmp_path: Path) -> None:
    call = [sys.executable, "-m", "benchmarks", "--quick", "--only", part, "--work", str(tmp_path)]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    assert "### " in done.stdout
    assert "| --: |" in done.stdout
    assert not any(tmp_path.iterdir())


def test_the_list_names_results_that_exist() -> None:
    call = [sys.executable, "-m", "benchmarks", "--list"]
    told = subprocess.run(call, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=True).stdout
    files = [line.split(": ")[1].split(" ")[0] for line in told.splitlines()]
    assert len(files) > 10
    assert [file for file in files if not (ROOT / file).is_file()] == []


def test_a_target_says_by_how_much_it_is_missed() -> None:
    assert Target(2.0).judged(2.0) == "met"
    assert Target(2.0).judged(2.5) == "missed by 25 %"
    assert Target(10, at_least=True).judged(12) == "met"
    assert Target(10, at_least=True).judged(4) == "missed by 60 %"
    assert Judged(("x",), None, Target(2, unit=" ×")).cells() == ("x", "–", "≤ 2 ×", "not measured")


def test_a_section_is_written_anew_and_the_others_stay(tmp_path: Path) -> None:
    results = tmp_path / "RESULTS.md"
    for key, figure in (("2 b", 1.0), ("1 a", 2.0), ("2 b", 3.0)):
        table = judged_table("T", ("what", "figure"), [Judged(("one",), figure)])
        write_section(results, key, f"Part {key}", "About.", [table])
    text = results.read_text(encoding="utf-8")
    assert text.index("## Part 1 a") < text.index("## Part 2 b")
    assert "| one | 3 |" in text and "| one | 2 |" in text and "| one | 1 |" not in text


def test_figures_stand_to_the_right() -> None:
    assert "| --- | --: |" in Table("T", ("what", "s"), [("a", "1.5 s")]).markdown()


def test_flat_tables_hold_what_lines_say(tmp_path: Path) -> None:
    from kg.build import read_facts
    from kg.facts.claims import to_claims
    from kg.rdf.mapping import Mapper, to_lines
    from kg.resources import Resources

    ontology = Resources.shipped().read_ontology()
    project = read_facts(made(200, tmp_path), None, ontology)
    claims = to_claims(project.facts, project.sources, ontology.schema).claims
    lines = list(to_lines(project, claims, Mapper(ontology.schema)))
    sheets = Flattened(tmp_path / "flat").write(lines)
    cells = 0
    for sheet in sheets:
        with (tmp_path / "flat" / f"{sheet.name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert all(list(row) == columns_of(sheet) for row in rows)
        cells += sum(
            len(sheet.types) + sum(len(column.predicates) for column in sheet.columns if row[column.name])
            for row in rows
        )
    assert cells == len(lines)


def test_the_same_statements_in_another_order_are_the_same() -> None:
    lines = ["<a:a> <a:b> <a:c> <a:g> .\n", '<a:a> <a:b> "\\u0416" <a:g> .\n']
    assert said(lines) == said(['<a:a> <a:b> "Ж" .\n', "<a:a> <a:b> <a:c> <a:h> .\n"])
    assert said(lines) != said([lines[0], lines[0]])
    assert unescaped('\\"\\u0416\\n\\\\') == '"Ж\n\\'


def test_one_fact_in_a_hundred_changes(tmp_path: Path) -> None:
    before, after = two_states(made(3000, tmp_path), tmp_path / "states")
    rows = [
        {line for path in state.glob("facts/*.csv") for line in path.read_text(encoding="utf-8").splitlines()}
        for state in (before, after)
    ]
    gone, new = rows[0] - rows[1], rows[1] - rows[0]
    assert 10 <= len(gone) <= 35
    assert 10 <= len(new) <= 35
    assert gone != new
