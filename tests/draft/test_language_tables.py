"""What stands wrongly in a language's table is told with its line; the rows that the guide shows are right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.draft.language.grammar import DATA, languages
from kg.draft.language.language_tables import faults_of_classes, language_rows
from kg.facts.problems import InputError
from kg.facts.schema import Schema

GUIDE = Path(__file__).parents[2] / "CONTRIBUTING.md"
HEADER = "table,name,detail,words\n"


def faults(folder: Path, rows: str, header: str = HEADER) -> list[str]:
    path = folder / "xx.csv"
    path.write_text(header + rows, encoding="utf-8")
    with pytest.raises(InputError) as told:
        language_rows(path, DATA)
    return [str(problem).removeprefix(f"{path}:") for problem in told.value.problems]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("triger,open,passive,açyldy", "2: unknown table 'triger'. Did you mean 'trigger'?"),
        ("trigger,opne,passive,açyldy", "2: 'opne' is no name of the table trigger. Did you mean 'open'?"),
        ("trigger,open,pasive,açyldy", "2: 'pasive' is no detail of the table trigger. Did you mean 'passive'?"),
        (
            "trigger,open,passive",
            "2: the line has 3 cells, the header has 4. Is a comma missing, or a cell that has one",
        ),
        ("trigger,open,passive,", "2: words are missing. Write one or more, with one | between two."),
        ("trigger,open,passive,açyldy|", "2: words are missing. Write one or more, with one | between two."),
        ("mark,with,befor,with", "2: 'befor' is no detail of the table mark. Did you mean 'before'?"),
        ("and,both,,and", "2: 'both' is no name of the table and. Leave the name empty."),
        ("case,lok,,da", "2: 'lok' is no name of the table case. Did you mean 'loc'?"),
        ("date,weekday,monday,monday", "2: 'monday' is no detail of the table date. Write number."),
        ("cue,planed,word,soon", "2: 'planed' is no name of the table cue. Did you mean 'planned'?"),
        ("letters,softens,,kg", "2: 'kg' does not say what softens. Write as in k>g: before, after."),
        ("construction,joind,,{a} in {b}", "2: 'joind' is no name of the table construction. Did you mean 'joined'?"),
        ("construction,joined,,who in it", "2: 'who in it' has no slots. Write {a} and {b} where the names stand."),
        ("construction,joined,,{c} in {b}", "2: '{c} in {b}' has no slots. Write {a} and {b} where the names stand."),
        ("construction,joined,,{a} ~ {b}", "2: '{a} ~ {b}' has no word. Write one that must stand beside the names."),
        ("construction,joined,,{a} @grew {b}", "2: unknown family 'grew'. Add a row family,grew,,… with its words."),
    ],
)
def test_a_row_that_nothing_reads_is_told(tmp_path: Path, row: str, told: str) -> None:
    assert [fault.startswith(told) for fault in faults(tmp_path, row + "\n")] == [True], faults(tmp_path, row + "\n")


def test_every_fault_of_a_table_is_told_at_once(tmp_path: Path) -> None:
    assert len(faults(tmp_path, "triger,open,passive,x\ncase,loc,,da\ncase,lok,,da\ncue,denied,ending,\n")) == 3


def test_a_table_without_a_column_says_which(tmp_path: Path) -> None:
    [fault] = faults(tmp_path, "order,verb,last\n", "table,name,words\n")
    assert "detail" in fault


def test_a_table_may_come_from_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "xx.csv"
    path.write_text("\ufefftable;name;detail;words\r\norder;verb;;last\r\n", encoding="utf-8", newline="")
    assert [dict(row) for row in language_rows(path, DATA)] == [
        {"table": "order", "name": "verb", "detail": "", "words": "last"}
    ]


def test_a_class_that_the_ontology_lacks_is_told(tmp_path: Path, schema: Schema) -> None:
    path = tmp_path / "xx.csv"
    path.write_text(f"{HEADER}head,Universty,,university\nreference,any,,body\n", encoding="utf-8")
    [problem] = faults_of_classes(path, schema.entity_classes())
    assert (problem.line, problem.text) == (2, "unknown class 'Universty'")


@pytest.mark.parametrize("code", languages())
def test_the_tables_of_the_languages_have_no_fault(code: str, schema: Schema) -> None:
    path = DATA / "languages" / f"{code}.csv"
    assert language_rows(path, DATA)
    assert faults_of_classes(path, schema.entity_classes()) == []


def test_the_rows_that_the_guide_shows_are_right(tmp_path: Path) -> None:
    text = GUIDE.read_text(encoding="utf-8").partition("## Teaching the drafter")[2].partition("\n## ")[0]
    rows = re.findall(r"`([a-z]+,[\w-]*,[\w-]*,[^`]+)`", text)
    assert len(rows) > 40
    path = tmp_path / "xx.csv"
    quoted = (",".join((*row.split(",", 3)[:3], f'"{row.split(",", 3)[3]}"')) for row in rows if row[:5] != "table")
    path.write_text(HEADER + "\n".join(quoted) + "\n", encoding="utf-8")
    assert language_rows(path, DATA)
