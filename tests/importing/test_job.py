"""Registries from end to end: every row is accounted for."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import pytest

from kg.facts.problems import InputError
from kg.facts.reading import read_project
from kg.importing.job import import_tables
from kg.importing.report import ImportReport, Tally
from kg.resources import Resources
from tests.importing.registries import COMPANIES, COMPANIES_MAPPING, write_companies, write_projects

ONTOLOGY = Resources.shipped().read_ontology()


def run(mapping: Path, folder: Path, *, strict: bool = False) -> ImportReport:
    """The report of an import into `folder`, which is then a project's tables."""
    out = folder / "imports" / mapping.stem
    out.mkdir(parents=True, exist_ok=True)
    return import_tables(mapping, folder, ONTOLOGY.schema, out, strict=strict)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def companies(tmp_path: Path) -> tuple[ImportReport, Path]:
    mapping = write_companies(tmp_path)
    return run(mapping, tmp_path / "seeds"), tmp_path / "seeds" / "imports" / "companies"


def test_every_row_is_used_skipped_or_set_aside(companies: tuple[ImportReport, Path]) -> None:
    (found,) = companies[0].inputs
    # 1006 is closed. Set aside: 1002 (31 February), 1003 (9999), 1004 (ends before it begins), 1005 (no such parent),
    # 1007 (unknown form), 1008 (Narnia), 1009 (too long), 1010 (too short), one without a code, 1011 (its own parent).
    assert (found.read, found.used, found.skipped, found.aside) == (14, 3, 1, 10)
    # Things: 12 rows are whole and open; 1001 is told twice, 1007 has no class, one has no code.
    assert found.things == Tally(told=11, written=8, folded=1, skipped=0, aside=2)


def test_names_of_one_key_are_names_of_one_thing(companies: tuple[ImportReport, Path]) -> None:
    names = {(row["entity"], row["name"]): row["rank"] for row in rows(companies[1] / "names.csv")}
    assert names["company-1001", "Каспийские технологии"] == "preferred"
    assert names["company-1001", "Каспий-Тех"] == "alternative"
    assert names["company-1001", "КТ"] == "acronym"
    assert names["company-1008", "Новый мир"] == "preferred"
    assert names["company-1011", "Две строки"] == "preferred"
    assert names["company-1005", 'Торговый дом "Юг"'] == "preferred"


def test_homonyms_with_different_keys_stay_apart(companies: tuple[ImportReport, Path]) -> None:
    orion = {row["entity"] for row in rows(companies[1] / "names.csv") if row["name"] == "Орион"}
    assert orion == {"company-1003", "company-1004"}


def test_only_dates_of_the_calendar_are_kept(companies: tuple[ImportReport, Path]) -> None:
    facts = {
        (row["subject"], row["predicate"], row["object"]): (row["from"], row["until"], row["record"])
        for row in rows(companies[1] / "facts" / "companies.csv")
    }
    assert facts == {
        ("company-1001", "ofCountry", "azerbaijan"): ("2015-11-05", "", "https://example.org/companies/1001"),
        ("company-1002", "belongsTo", "company-1001"): ("", "", "https://example.org/companies/1002"),
        ("company-1004", "belongsTo", "company-1003"): ("", "", "https://example.org/companies/1004"),
        ("company-1005", "ofCountry", "russia"): ("2014", "", "https://example.org/companies/1005"),
        ("company-1008", "belongsTo", "company-1001"): ("", "", "https://example.org/companies/1008"),
        ("company-1011", "ofCountry", "russia"): ("", "", "https://example.org/companies/1011"),
        ("company-1012", "belongsTo", "company-1001"): ("", "", "https://example.org/companies/1012"),
        ("company-1012", "ofCountry", "russia"): ("", "", "https://example.org/companies/1012"),
    }


def test_rows_that_are_set_aside_are_kept_as_they_were(companies: tuple[ImportReport, Path]) -> None:
    with (companies[1] / "rejected" / "companies.csv.csv").open(encoding="utf-8", newline="") as file:
        header, *found = csv.reader(file)
    assert header[:5] == ["file", "line", "reason", "Код", "Наименование"]
    reasons = {int(row[1]): row[2] for row in found}
    assert reasons == {
        3: "'31.02.2019' is not a day of the calendar, in 'Дата рег.'",
        4: "'31.12.9999' stands for an end that is open, in 'Дата ликв.'",
        5: "the beginning '2016-04-12' is after the end '2015-04-12'",
        6: "there is no thing 'company-1099'",
        8: "unknown value 'ЧП' in 'Форма'. Add it to the map; there is no thing 'company-1007'",
        9: "'Нарния' is no country that CLDR knows",
        10: "the row has 10 cells, the header has 9",
        11: "the row has 4 cells, the header has 9",
        13: "there is no id in 'Код'",
        14: "'company-1011' would be in relation to itself",
    }
    assert found[5][3:] == [" 1008 ", "  Новый   мир ", "", "ООО", "1001", "Нарния", "08.08.2008", "", "действует"]
    assert found[-1][4] == "Две\nстроки"


def test_the_tables_are_read_without_fault(companies: tuple[ImportReport, Path]) -> None:
    project = read_project(companies[1].parents[1], ONTOLOGY.schema, ONTOLOGY.shapes)
    assert len(project.facts) == 8
    assert project.entities["company-1001"].identifiers == ("inn-test:1001",)
    assert project.entities["azerbaijan"].label("az") == "Azərbaycan"


def test_a_strict_import_tells_the_rows_and_stops(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        run(write_companies(tmp_path), tmp_path / "seeds", strict=True)
    told = [(Path(problem.file).name, problem.line) for problem in caught.value.problems]
    assert told == [("companies.csv", line) for line in (3, 4, 5, 6, 8, 9, 10, 11, 13, 14)]


def test_a_list_in_a_cell_is_many_facts(tmp_path: Path) -> None:
    report = run(write_projects(tmp_path), tmp_path / "seeds")
    (found,) = report.inputs
    assert (found.read, found.used, found.skipped, found.aside, found.dates_omitted) == (3, 3, 0, 0, 2)
    assert (report.things, report.names, report.facts) == (5, 5, 3)
    folder = tmp_path / "seeds" / "imports" / "projects"
    names = [(row["entity"], row["language"], row["name"]) for row in rows(folder / "names.csv")]
    assert ("project-7", "en", "Green Harbour") in names
    assert ("project-8", "und", "Open Maps") in names
    assert ("project-9", "en", "Open Maps") in names
    facts = [(row["subject"], row["object"], row["from"]) for row in rows(folder / "facts" / "projects.csv")]
    (north,) = {entity for entity, _, name in names if name == "North Lab"}
    assert (north, "project-7", "") in facts
    assert (north, "project-8", "2022-05") in facts
    assert len(read_project(tmp_path / "seeds", ONTOLOGY.schema, ONTOLOGY.shapes).facts) == 3


def test_another_release_is_compared_with_the_last(tmp_path: Path) -> None:
    mapping = write_companies(tmp_path)
    before = tmp_path / "seeds" / "imports" / "companies"
    before.mkdir(parents=True)
    assert import_tables(mapping, tmp_path / "none", ONTOLOGY.schema, before).changes == {}
    newer = COMPANIES.replace("1012;Последняя;;ОАО;1001", "1012;Самая последняя;;ОАО;1003").replace("31.02", "28.02")
    write_companies(tmp_path, newer)
    second = import_tables(mapping, tmp_path / "seeds", ONTOLOGY.schema, _empty(tmp_path / "second"))
    changes = {what: (item.added, item.removed, item.changed) for what, item in second.changes.items()}
    assert changes == {"things": (0, 0, 0), "names": (1, 1, 0), "facts": (2, 1, 0)}


def _empty(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    mapping = write_companies(tmp_path)
    run(mapping, tmp_path / "one")
    (tmp_path / "companies.csv").rename(tmp_path / "plain.csv")
    with gzip.open(tmp_path / "companies.csv.gz", "wb") as file:
        file.write((tmp_path / "plain.csv").read_bytes())
    mapping.write_text(COMPANIES_MAPPING.replace("companies.csv", "companies.csv.gz"), encoding="utf-8")
    run(mapping, tmp_path / "two")
    for name in ("entities.csv", "names.csv", "sources.csv", "facts/companies.csv"):
        assert (tmp_path / "one/imports/companies" / name).read_bytes() == (
            tmp_path / "two/imports/companies" / name
        ).read_bytes()


def test_the_report_is_beside_the_tables(companies: tuple[ImportReport, Path]) -> None:
    report = json.loads((companies[1] / "report.json").read_text(encoding="utf-8"))
    assert report["inputs"][0]["aside"] == companies[0].aside == 10


def test_columns_that_a_file_lacks_are_told_with_the_line_of_the_mapping(tmp_path: Path) -> None:
    mapping = write_companies(tmp_path, mapping=COMPANIES_MAPPING.replace('"Головная"', '"Головной"'))
    with pytest.raises(InputError) as caught:
        import_tables(mapping, tmp_path, ONTOLOGY.schema, tmp_path / "out")
    assert [str(problem) for problem in caught.value.problems] == [
        f"{mapping}:34: no column 'Головной' in companies.csv. Did you mean 'Головная'?"
    ]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    mapping = write_companies(tmp_path, mapping=COMPANIES_MAPPING.replace("companies.csv", "*.txt"))
    with pytest.raises(InputError, match=r"companies.toml:14: no file is named like '\*.txt'"):
        import_tables(mapping, tmp_path, ONTOLOGY.schema, tmp_path / "out")
