"""LibreOffice opens and saves each table: `make test-nightly`. Needs `soffice` (Debian: libreoffice-calc)."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.build import read_facts
from kg.facts.claims import to_claims
from kg.facts.difference import compare, snapshot
from kg.facts.problems import InputError, Problem
from kg.facts.tables import read_table
from kg.rdf.ontology import Ontology
from kg.resources import Resources
from tests.facts.test_spreadsheet import LONG_FIGURES
from tests.random_edits import State
from tests.tiny_project import FOLDER

MISSING = "LibreOffice is not installed: apt-get install libreoffice-calc --no-install-recommends"
UTF_8 = "44,34,76,1"
# How the program is told to read and to write: separator (44 is a comma, 59 a semicolon), quotation mark, UTF-8,
# first line, cell formats, language (1031 German, 1049 Russian, 1068 Azerbaijani), quote all text, recognise dates.
SETTINGS = {
    "as it comes": ("", "csv"),
    "English with dates recognised": (
        f"CSV:{UTF_8},,1033,false,true",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033",
    ),
    "German": (f"CSV:{UTF_8},,1031,false,true", "csv:Text - txt - csv (StarCalc):59,34,76,1,,1031"),
    "Russian": (f"CSV:{UTF_8},,1049,false,true", "csv:Text - txt - csv (StarCalc):59,34,76,1,,1049"),
    "Azerbaijani, all text quoted": (
        f"CSV:{UTF_8},,1068,false,true",
        "csv:Text - txt - csv (StarCalc):59,34,76,1,,1068,true",
    ),
}
FORMATS = ("", "ods", "xlsx")


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return Ontology(Resources.shipped().ontology)


@pytest.fixture(scope="module")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command that starts LibreOffice without a window and with a profile of its own."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.fail(MISSING)
    profile = tmp_path_factory.mktemp("profile")
    return [program, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]


def convert(soffice: list[str], files: list[Path], into: str, folder: Path, read_as: str = "") -> list[Path]:
    """The files in another format, in `folder`."""
    reading = [f"--infilter={read_as}"] if read_as else []
    command = [*soffice, *reading, "--convert-to", into, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    suffix = into.split(":")[0]
    made = [folder / f"{file.stem}.{suffix}" for file in files]
    assert [file for file in made if not file.is_file()] == []
    return made


def save(soffice: list[str], project: Path, aside: Path, settings: tuple[str, str], format_: str) -> None:
    """Opens every table of a project and saves it, through a workbook where `format_` names one."""
    read_as, write_as = settings
    for part in (project, project / "facts"):
        files = sorted(part.glob("*.csv"))
        if format_:
            books = convert(soffice, files, format_, aside / part.name / format_, read_as)
            saved = convert(soffice, books, write_as, aside / part.name / "csv")
        else:
            saved = convert(soffice, files, write_as, aside / part.name / "csv", read_as)
        for old, new in zip(files, saved, strict=True):
            shutil.copyfile(new, old)


def read(folder: Path, ontology: Ontology) -> State:
    documents = folder / "documents"
    project = read_facts(folder, documents if documents.is_dir() else None, ontology)
    claims = to_claims(project.facts, project.sources, ontology.schema).claims
    return State(project, claims, snapshot(project, claims))


def differing_lines(before: Path, after: Path) -> set[tuple[str, int]]:
    """File below the project and line of each row with a cell that reads otherwise; 12.50 and 12.5 are the same."""
    found = set()
    for path in sorted(after.rglob("*.csv")):
        name = path.relative_to(after)
        tables = []
        for file in (before / name, path):
            problems: list[Problem] = []
            header = next(csv.reader([file.read_text(encoding="utf-8-sig").splitlines()[0].replace(";", ",")]))
            tables.append({record.row.line: record.cells for record in read_table(file, header, (), problems)})
            tables[-1] |= {problem.line: {"": problem.text} for problem in problems}
        old, new = tables
        found |= {(str(name), line) for line in old.keys() | new.keys() if not _same(old.get(line), new.get(line))}
    return found


def _same(old: Mapping[str, str] | None, new: Mapping[str, str] | None) -> bool:
    def plain(cells: Mapping[str, str]) -> dict[str, str]:
        return {key: re.sub(r"^(-?\d+\.\d*?)0+$", r"\1", cell) for key, cell in cells.items()}

    return old is not None and new is not None and plain(old) == plain(new)


def same_or_named(before: Path, after: Path, ontology: Ontology) -> set[tuple[str, int]]:
    """The lines that reading names, which are just those that are damaged; none where the facts are the same."""
    damaged = differing_lines(before, after)
    try:
        state = read(after, ontology)
    except InputError as error:
        named = {(str(Path(item.file).relative_to(after)), item.line) for item in error.problems}
    else:
        difference = compare(read(before, ontology).snapshot, state.snapshot, ontology.schema)
        assert difference.is_empty, difference
        named = set()
    assert named == damaged
    return named


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("settings", SETTINGS.values(), ids=list(SETTINGS))
@pytest.mark.parametrize("seeds", [FOLDER, Resources.shipped().seeds], ids=["tiny", "shipped"])
def test_tables_come_back_with_the_same_facts_or_are_named(
    soffice: list[str], ontology: Ontology, tmp_path: Path, seeds: Path, settings: tuple[str, str], format_: str
) -> None:
    """In Azerbaijani, where a point divides day and month, 4.6 becomes a date; that line is named, all else is read."""
    folder = shutil.copytree(seeds, tmp_path / "seeds")
    save(soffice, folder, tmp_path / "aside", settings, format_)
    named = same_or_named(seeds, folder, ontology)
    assert bool(named) == (settings is SETTINGS["Azerbaijani, all text quoted"])


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=list(SETTINGS))
def test_what_the_program_shortens_is_named_line_by_line(
    soffice: list[str], ontology: Ontology, tmp_path: Path, settings: tuple[str, str]
) -> None:
    """A figure and a registry's key of more digits than a spreadsheet keeps."""
    original = shutil.copytree(FOLDER, tmp_path / "original")
    (original / "facts" / "figures.csv").write_text(LONG_FIGURES, encoding="utf-8")
    folder = shutil.copytree(original, tmp_path / "saved")
    save(soffice, folder, tmp_path / "aside", settings, "")
    assert same_or_named(original, folder, ontology) >= {("facts/figures.csv", 2), ("facts/figures.csv", 3)}
