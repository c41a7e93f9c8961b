"""`kg import` as people call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.cli import main
from kg.cli.making import _listed
from kg.rdf.validation import Violation
from tests.importing.registries import COMPANIES, write_companies


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    write_companies(tmp_path)
    return tmp_path


def test_it_says_what_became_of_every_row(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "companies.toml"]) == 0
    output, told = capsys.readouterr()
    assert "11 things, 22 names, 2 sources; 8 facts." in output
    assert "What was set aside is in seeds/imports/companies/rejected/." in told
    assert (project / "seeds/imports/companies/entities.csv").is_file()


def test_the_report_can_be_had_as_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "companies.toml", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["things"], report["inputs"][0]["aside"]) == (11, 10)


def test_a_dry_run_shows_first_rows_and_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "companies.toml", "--dry-run"]) == 0
    output, told = capsys.readouterr()
    assert "company-1001" in output
    assert "Nothing was written (--dry-run)." in told
    assert not list((project / "seeds").iterdir())


def test_a_strict_run_stops_at_dirt(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "companies.toml", "--strict"]) == 2
    assert "companies.csv:3: '31.02.2019' is not a day of the calendar" in capsys.readouterr().err
    assert not (project / "seeds/imports/companies").exists()


def test_importing_again_replaces_what_the_import_wrote_and_nothing_else(project: Path) -> None:
    hand = project / "seeds" / "entities.csv"
    hand.write_text("id,class,kind,identifiers\nour-land,Country,,iso3166-1:AZ\n", encoding="utf-8")
    assert main(["import", "companies.toml"]) == 0
    folder = project / "seeds/imports/companies"
    assert "company-1001,ofCountry,our-land" in (folder / "facts/companies.csv").read_text(encoding="utf-8")
    write_companies(project, COMPANIES.split("\n")[0] + "\n1001;Одна;;ООО;;;;;\n")
    assert main(["import", "companies.toml"]) == 0
    assert (folder / "entities.csv").read_text(encoding="utf-8").count("\n") == 2
    assert not (folder / "rejected").exists()
    assert "our-land" in hand.read_text(encoding="utf-8")
    assert sorted(path.name for path in (project / "seeds").iterdir()) == ["entities.csv", "imports"]


def test_a_failed_import_leaves_the_last_one(project: Path) -> None:
    assert main(["import", "companies.toml"]) == 0
    before = (project / "seeds/imports/companies/names.csv").read_bytes()
    (project / "companies.csv").write_bytes(b"")
    assert main(["import", "companies.toml"]) == 2
    assert (project / "seeds/imports/companies/names.csv").read_bytes() == before
    assert [path.name for path in (project / "seeds/imports").iterdir()] == ["companies"]


def test_what_was_imported_is_built(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "companies.toml"]) == 0
    assert main(["build"]) == 0
    capsys.readouterr()
    assert main(["find", "Орион", "--format", "csv"]) == 0
    assert [line.split(",")[0] for line in capsys.readouterr().out.splitlines()[1:]] == ["company-1003", "company-1004"]


def test_a_mapping_file_is_proposed_that_can_be_used(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "firms.csv").write_text(
        "code,name,parent,country,since,form\n"
        + "".join(f"{n},Firm {n},{n - 1 or ''},AZ,0{n}.01.2020,LLC\n" for n in range(1, 9)),
        encoding="utf-8",
    )
    assert main(["import", "--new", "firms.csv"]) == 0
    text = capsys.readouterr().out
    assert '# since: dates, format = "%d.%m.%Y"' in text
    assert '# form: values for a map: ["LLC"]' in text
    (project / "firms.toml").write_text(text, encoding="utf-8")
    assert main(["import", "firms.toml", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["things"], report["facts"], report["inputs"][0]["aside"]) == (9, 15, 0)


def test_what_a_foreign_table_says_cannot_steer_the_terminal(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = COMPANIES.replace("1007;Мир;;ЧП", "1007;Мир;;\x1b[31mЧП").encode("cp1251") + b"1020;\x98;;\x98;;;;;\n"
    (project / "companies.csv").write_bytes(rows)
    assert main(["import", "companies.toml"]) == 0
    output, told = capsys.readouterr()
    assert "\x1b" not in output + told
    report = json.loads((project / "seeds/imports/companies/report.json").read_text(encoding="utf-8"))
    said = "companies.csv:8: unknown value '\\x1b[31mЧП' in 'Форма'. Add it to the map"
    assert report["first"]["unknown value '…' in '…'"] == said
    (project / "companies.csv").write_bytes(b"\x1b]0;title\x07,b\n1,2\n")
    assert main(["import", "companies.toml"]) == 2
    assert "It has: \\x1b]0;title\\x07, b." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Code;Name\r1;Dépôt\r2;Café".encode("mac_roman"), 'encoding = "mac_roman"'),
        ("Code;Name\n1;Dépôt du Nord\n2;Café Müller\n".encode("cp1252"), 'encoding = "cp1252"'),
        ("Код;Имя\n1;Завод\n".encode("cp1251"), 'encoding = "cp1251"'),
        ("Code;Name\r1;Dépôt\r2;Café".encode(), "[[table.thing]]"),
    ],
)
def test_a_proposed_mapping_names_the_encoding(
    data: bytes, encoding: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "t.csv").write_bytes(data)
    assert main(["import", "--new", "t.csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[lines.index('file = "t.csv"') + 1].startswith(encoding)


def test_a_proposed_mapping_reads_columns_of_names_by_language(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "q,label_en,label_az,label_zh_hans,country\nQ1,Mill,Dəyirman,,AZ\nQ1,Mill,,磨坊,AZ\n"
    (project / "wide.csv").write_text(rows, encoding="utf-8")
    assert main(["import", "--new", "wide.csv"]) == 0
    text = capsys.readouterr().out
    assert 'id = {column = "q", keys = "wide"}  # TODO some rows have the same, or none: templates join columns' in text
    (project / "wide.toml").write_text(text, encoding="utf-8")
    assert main(["import", "wide.toml", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (
        report["inputs"][0]["names"]["told"],
        report["inputs"][0]["names"]["written"],
        report["inputs"][0]["aside"],
    ) == (4, 3, 0)


def test_many_violations_of_one_rule_are_not_all_listed() -> None:
    found = [Violation("shape", rule, f"id:t-{number:02}", "x") for rule in ("A", "B") for number in range(25)][:46]
    lines = [line.plain for line in _listed(found)]
    assert lines[:2] == ["  A: id:t-00: x", "  A: id:t-01: x"]
    assert (len(lines), lines[19], lines[20]) == (42, "  A: id:t-19: x", "  B: id:t-00: x")
    assert lines[40:] == [
        "  A: and 5 more; all are in the report.json of a build",
        "  B: and 1 more; all are in the report.json of a build",
    ]
