"""What spreadsheet programs do to tables when they save them: the same facts, or the lines that were damaged by name.

`tests/nightly/test_libreoffice.py` does the same with LibreOffice itself.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.build import read_facts
from kg.facts.claims import to_claims
from kg.facts.difference import compare, snapshot
from kg.facts.problems import InputError
from kg.rdf.ontology import Ontology
from kg.resources import Resources
from tests.random_edits import State
from tests.tiny_project import FOLDER

LONG_FIGURES = """\
subject,predicate,object,from,until,source,quote,record,note
harbour-network,emissionReduction,877000000000000000,2030-02-28,2030-03,harbour-register,,HR-100,a long number
harbour-network,gdpContribution,4.60,2030-02,,harbour-register,,12345678901234567890,a long key
harbour-network,clusterCount,0.5,2029,,harbour-register,,HR-101,"a comma, a semicolon; and a ""quote"" in it"
"""
Cells = list[list[str]]


@dataclass(frozen=True)
class Dialect:
    """How a program writes a table; nothing of it may matter."""

    delimiter: str = ","
    line_end: str = "\n"
    mark: bool = False
    quote_all: bool = False
    empty_columns: int = 0
    empty_rows: int = 0
    padding: str = ""

    def write(self, rows: Cells) -> bytes:
        """The table as bytes, lines where they were."""
        width = max(len(row) for row in rows) + self.empty_columns
        padded = [[*(f"{self.padding}{cell}" for cell in row), *[""] * (width - len(row))] for row in rows]
        padded += [[""] * width] * self.empty_rows
        text = io.StringIO(newline="")
        writer = csv.writer(
            text,
            delimiter=self.delimiter,
            lineterminator=self.line_end,
            quoting=csv.QUOTE_ALL if self.quote_all else csv.QUOTE_MINIMAL,
        )
        writer.writerows(padded)
        return (b"\xef\xbb\xbf" if self.mark else b"") + text.getvalue().encode("utf-8")


PLAIN = Dialect()
DIALECTS = {
    "byte order mark": Dialect(mark=True),
    "semicolons": Dialect(delimiter=";"),
    "tabs": Dialect(delimiter="\t"),
    "CRLF": Dialect(line_end="\r\n"),
    "old Macintosh": Dialect(line_end="\r"),
    "all quoted": Dialect(quote_all=True),
    "empty columns": Dialect(empty_columns=3),
    "empty rows": Dialect(empty_rows=4),
    "spaces before cells": Dialect(padding=" "),
    "no-break spaces before cells": Dialect(padding="\u00a0"),
    "Excel in Baku": Dialect(";", "\r\n", mark=True, empty_columns=2, empty_rows=2),
}
DATES = re.compile(r"\d{4}-\d{2}(-\d{2})?")
NUMBERS = re.compile(r"-?\d+\.\d+")
LONG = re.compile(r"\d{16,}")
MONTHS = ("Jan", "Feb", "Mär", "апр", "may", "Haz", "Jul", "Avq", "сен", "Okt", "Noy", "Dez")


def _parts(text: str) -> tuple[str, str, str]:
    year, month, day = (*text.split("-"), "01")[:3]
    return year, month, day


def _in(pattern: re.Pattern[str], rewrite: Callable[[str], str]) -> Callable[[str], str]:
    return lambda cell: rewrite(cell) if pattern.fullmatch(cell) else cell


DAMAGES: dict[str, Callable[[str], str]] = {
    "23.01.2026": _in(DATES, lambda text: "{2}.{1}.{0}".format(*_parts(text))),
    "01/23/26": _in(DATES, lambda text: "{1}/{2}/{0}".format(*_parts(text))[:-4] + text[2:4]),
    "23-01-2026": _in(DATES, lambda text: "{2}-{1}-{0}".format(*_parts(text))),
    "Jan-26": _in(DATES, lambda text: f"{MONTHS[int(text[5:7]) - 1]}-{text[2:4]}"),
    "янв 2026": _in(DATES, lambda text: f"{MONTHS[int(text[5:7]) - 1]} {text[:4]}"),
    "a day's number": _in(DATES, lambda text: str(40_000 + int(text[:4]) + int(text[5:7]))),
    "a time of day": _in(DATES, lambda text: f"{'-'.join(_parts(text))} 00:00:00"),
    "decimal comma": _in(NUMBERS, lambda text: text.replace(".", ",")),
    "4.6000": _in(NUMBERS, lambda text: f"{text}00"),
    "4.6": _in(NUMBERS, lambda text: text.rstrip("0")),
    "thousands": _in(re.compile(r"\d{4,}"), lambda text: f"{int(text):,}" if len(text) > 4 else text),
    "8.77E+17": _in(LONG, lambda text: f"{int(text):.2E}"),
    "8,77E+017": _in(LONG, lambda text: f"{int(text):.2E}".replace(".", ",").replace("E+", "E+0")),
    "a narrow column": _in(LONG, lambda text: "###"),
    "quotation marks doubled": lambda cell: cell.replace('"', '""'),
    "a hyphen made a dash": lambda cell: cell.replace(" - ", " – "),
    "the first letter made a capital": lambda cell: cell[:1].upper() + cell[1:],
}
HARMLESS = {"4.6000", "4.6", "a hyphen made a dash"}
FREE = {("note", "the first letter made a capital"), ("note", "quotation marks doubled"), ("record", "thousands")}
"""Of these nothing can tell: a note is free text, and a key of a registry may be written in any way."""
ERRORS = ("#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "Err:508", "Err:509", "########")


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return Ontology(Resources.shipped().ontology)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature project with a few figures that spreadsheets do not leave alone; restored after each change."""
    folder = shutil.copytree(FOLDER, tmp_path_factory.mktemp("spreadsheet") / "tiny")
    (folder / "facts" / "figures.csv").write_text(LONG_FIGURES, encoding="utf-8")
    return folder


def read(project: Path, ontology: Ontology) -> State:
    """What the tables tell, each quote looked up in its document."""
    found = read_facts(project, project / "documents", ontology)
    claims = to_claims(found.facts, found.sources, ontology.schema).claims
    return State(found, claims, snapshot(found, claims))


FACTS = tuple(f"facts/{name}.csv" for name in ("memorandum", "places-and-figures", "figures"))
TABLES = ("sources.csv", "entities.csv", "names.csv", "decisions.csv", "exceptions.csv", "quotes.csv", *FACTS)


def cells_of(path: Path) -> Cells:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def same_or_named(project: Path, ontology: Ontology, table: str, rows: Cells, dialect: Dialect = PLAIN) -> set[int]:
    """Saves a table as the program would, and returns the lines that are named: none where the facts are the same."""
    path = project / table
    saved = path.read_bytes()
    before, original = read(project, ontology), cells_of(path)
    damaged = {index + 1 for index, (old, new) in enumerate(zip(original, rows, strict=True)) if old != new}
    path.write_bytes(dialect.write(rows))
    named = set()
    try:
        after = read(project, ontology)
    except InputError as error:
        named = {problem.line for problem in error.problems if problem.file == str(path)}
    else:
        assert compare(before.snapshot, after.snapshot, ontology.schema).is_empty, "the facts changed silently"
        return named
    finally:
        path.write_bytes(saved)
    assert named, "only lines of other tables are named"
    assert named <= damaged, "a line is named that is as it was"
    return named


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=list(DIALECTS))
def test_how_a_table_is_written_does_not_matter(
    project: Path, ontology: Ontology, table: str, dialect: Dialect
) -> None:
    assert same_or_named(project, ontology, table, cells_of(project / table), dialect) == set()


COLUMNS = ("subject", "predicate", "object", "from", "until", "source", "quote", "record", "note")


@pytest.mark.parametrize(
    ("column", "damage"), [(one, other) for one in COLUMNS for other in DAMAGES if (one, other) not in FREE]
)
def test_a_damaged_column_of_facts_is_the_same_or_named_line_by_line(
    project: Path, ontology: Ontology, column: str, damage: str
) -> None:
    for table in FACTS:
        header, *rows = cells_of(project / table)
        if column not in header:
            continue
        index = header.index(column)
        changed = [[*row[:index], DAMAGES[damage](row[index]), *row[index + 1 :]] for row in rows]
        lines = {number for number, (old, new) in enumerate(zip(rows, changed, strict=True), start=2) if old != new}
        named = same_or_named(project, ontology, table, [header, *changed])
        assert named == (set() if damage in HARMLESS else lines), table


def test_quotation_marks_made_round_are_the_same_words(project: Path, ontology: Ontology) -> None:
    """The rule for quotes takes all quotation marks as equal: each is still found in its document."""
    path = project / "facts" / "memorandum.csv"
    saved = path.read_bytes()
    header, *rows = cells_of(path)
    found = []
    for mark in ('"', "”"):
        path.write_bytes(PLAIN.write([header, *([cell.replace('"', mark) for cell in row] for row in rows)]))
        facts = read(project, ontology).project.facts
        found.append([fact.quote and (fact.quote.start, fact.quote.end, fact.quote.verified) for fact in facts])
    assert "”" in path.read_text(encoding="utf-8")
    path.write_bytes(saved)
    assert found[0] == found[1]


@pytest.mark.parametrize("damage", list(DAMAGES)[:7])
@pytest.mark.parametrize(
    ("table", "column"), [("sources.csv", "published"), ("sources.csv", "retrieved"), ("decisions.csv", "date")]
)
def test_a_rewritten_date_of_another_table_is_named(
    project: Path, ontology: Ontology, table: str, column: str, damage: str
) -> None:
    header, *rows = cells_of(project / table)
    index = header.index(column)
    changed = [[*row[:index], DAMAGES[damage](row[index]), *row[index + 1 :]] for row in rows]
    lines = {number for number, (old, new) in enumerate(zip(rows, changed, strict=True), start=2) if old != new}
    assert lines
    assert same_or_named(project, ontology, table, [header, *changed]) == lines


@pytest.mark.parametrize("text", [*ERRORS, "8.77E+02", "1.23456789012346E+016", "8,77E+02"])
@pytest.mark.parametrize("table", TABLES)
def test_what_a_program_writes_in_place_of_a_cell_is_named_wherever_it_stands(
    project: Path, ontology: Ontology, table: str, text: str
) -> None:
    """What is left of a cell with a leading `=`, or of a number or key that is too long."""
    header, first, *rest = cells_of(project / table)
    for index in range(len(header)):
        damaged = [*first[:index], text, *first[index + 1 :]]
        assert same_or_named(project, ontology, table, [header, damaged, *rest]) == {2}, header[index]


@pytest.mark.parametrize("column", ["subject", "predicate", "object", "from", "source", "quote", "occurrence", "role"])
@pytest.mark.parametrize("text", ["=1+1", "=tidal-works", "'=1+1"])
def test_a_cell_that_begins_as_a_formula_is_named(project: Path, ontology: Ontology, column: str, text: str) -> None:
    header, first, *rest = cells_of(project / "facts" / "memorandum.csv")
    index = header.index(column)
    damaged = [*first[:index], text, *first[index + 1 :]]
    assert same_or_named(project, ontology, "facts/memorandum.csv", [header, damaged, *rest]) == {2}


@given(
    table=st.sampled_from(FACTS),
    dialect=st.builds(
        Dialect,
        st.sampled_from([",", ";", "\t"]),
        st.sampled_from(["\n", "\r\n", "\r"]),
        st.booleans(),
        st.booleans(),
        st.integers(0, 3),
        st.integers(0, 3),
        st.sampled_from(["", " ", "\u00a0"]),
    ),
    damages=st.lists(st.sampled_from(sorted(DAMAGES)), max_size=2),
    chooser=st.randoms(use_true_random=False),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_many_damages_at_once_are_never_silent(
    project: Path, ontology: Ontology, table: str, dialect: Dialect, damages: list[str], chooser: Random
) -> None:
    """Some cells of a table damaged in some ways, and the table written in any dialect."""
    header, *rows = cells_of(project / table)
    free = {header.index(name) for name in ("note", "record") if name in header}
    for damage in damages:
        rows = [
            [
                DAMAGES[damage](cell) if index not in free and chooser.random() < 0.3 else cell
                for index, cell in enumerate(row)
            ]
            for row in rows
        ]
    same_or_named(project, ontology, table, [header, *rows], dialect)
