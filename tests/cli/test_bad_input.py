"""Bad input: each kind is told as `file:line: problem. Fix.`, all of a run together, and the last build stays."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.faults import CLOSE, FAULTS, SAVE, SIGNED, TEXT_COLUMN, UNSURE, WORDS
from tests.cli.workshop import FACTS, TABLES, Workshop, call
from tests.tiny_project import edit


@pytest.mark.parametrize(("file", "old", "new", "expected"), [pytest.param(*rest, id=name) for name, *rest in FAULTS])
def test_each_fault_is_told_and_the_last_build_stays(
    workshop: Workshop, file: str, old: str, new: str, expected: list[str]
) -> None:
    edit(workshop.tiny / file, old, new)
    assert workshop.refused() == [f"tiny/{problem}" for problem in expected]


def rewrite(encoding: str) -> Callable[[Path], None]:
    """Saves a table in another encoding."""

    def spoil(table: Path) -> None:
        table.write_bytes(table.read_text(encoding="utf-8").encode(encoding))

    return spoil


def put(data: bytes) -> Callable[[Path], None]:
    """Makes a table of these bytes."""

    def spoil(table: Path) -> None:
        table.write_bytes(data)

    return spoil


def remove(table: Path) -> None:
    table.unlink()


def make_folder(table: Path) -> None:
    table.unlink()
    table.mkdir()


@pytest.mark.parametrize("table", [*TABLES, *FACTS])
@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        pytest.param(rewrite("utf-16"), "1: the file is UTF-16, not UTF-8. Save it as 'CSV UTF-8'.", id="UTF-16"),
        pytest.param(rewrite("utf-16-le"), f"1: the file holds NUL bytes. {SAVE}", id="UTF-16 without a mark"),
        pytest.param(put(b"a,b\nK\xf6ln,1\n"), f"2: byte 0xf6 is not UTF-8. {SAVE}", id="latin-1"),
        pytest.param(put(b""), "1: the file is empty. Its header row is: ", id="empty"),
        pytest.param(put(b"\xef\xbb\xbf\r\n"), "1: the file is empty. Its header row is: ", id="a mark and a newline"),
        pytest.param(put(b'"id\n'), f"1: the line is broken (unexpected end of data). {CLOSE}", id="a broken header"),
        pytest.param(make_folder, "1: the file cannot be read (Is a directory). Put a table there.", id="a folder"),
    ],
)
def test_each_table_that_cannot_be_read_is_told(
    workshop: Workshop, table: str, spoil: Callable[[Path], None], expected: str
) -> None:
    spoil(workshop.tiny / table)
    problems = workshop.refused()
    assert [problem for problem in problems if problem.startswith(f"tiny/{table}:{expected}")]
    # What refers to its ids is not told too, row by row.
    assert len(problems) == 1


@pytest.mark.parametrize("table", ["sources.csv", "entities.csv", "names.csv"])
def test_a_table_that_must_be_there_is_missed(workshop: Workshop, table: str) -> None:
    remove(workshop.tiny / table)
    assert workshop.refused() == [f"tiny/{table}:1: the file is missing. Add it, if only with its header row."]


def test_without_tables_of_facts_there_is_nothing_to_build(workshop: Workshop) -> None:
    shutil.rmtree(workshop.tiny / "facts")
    assert workshop.refused() == [
        "tiny/facts:1: there are no tables of facts. Add a table of facts, such as facts/agreements.csv."
    ]


def test_a_folder_of_tables_that_is_not_there_is_told(workshop: Workshop) -> None:
    run = call("build", "--seeds", "nowhere", "--out", workshop.built)
    assert (run.code, run.problems) == (2, ["nowhere:1: there is no such folder. Name the folder with --seeds."])


def test_documents_that_are_not_there_are_told_at_their_sources(workshop: Workshop) -> None:
    (workshop.tiny.parent / "elsewhere").mkdir()
    run = call("build", "--seeds", "tiny", "--documents", "elsewhere", "--out", workshop.built)
    assert run.code == 2
    assert run.problems == [
        f"tiny/sources.csv:{line}: the document '{name}' is not in elsewhere. Put it there, or correct its name."
        for line, name in ((2, "lantern.txt"), (3, "fener.txt"))
    ]


def test_a_folder_of_documents_that_is_not_there_is_told_once(workshop: Workshop) -> None:
    run = call("build", "--seeds", "tiny", "--documents", "nowhere", "--out", workshop.built)
    assert run.code == 2
    assert run.problems == [
        "nowhere:1: there is no such folder. Name the folder of the sources' documents with --documents."
    ]


def test_a_document_in_another_encoding_is_told(workshop: Workshop) -> None:
    document = workshop.tiny / "documents" / "fener.txt"
    document.write_bytes(document.read_text(encoding="utf-8").encode("utf-16"))
    assert workshop.refused() == [
        "tiny/sources.csv:3: the document 'fener.txt' cannot be read: byte 0xff at 0 is not UTF-8."
        " Save it as plain text in UTF-8."
    ]


def test_lines_are_those_of_an_editor_whatever_the_spreadsheet_did(workshop: Workshop) -> None:
    """A BOM, semicolons, CRLF, padding and blank lines shift no line number."""
    table = workshop.tiny / "names.csv"
    text = table.read_text(encoding="utf-8").replace(",", ";").replace("\n", ";;\r\n")
    text = text.replace("norland;en;", ";;;;;;\r\n\r\nnorland;xx;")
    table.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert workshop.refused() == [
        "tiny/names.csv:4: unknown language 'xx'. Use an ISO 639-1 code such as az, en, kk or ru."
    ]


def spoil_many(tiny: Path) -> list[str]:
    """Puts a fault into every table and returns what must be told, sorted."""
    memorandum, figures = tiny / FACTS[0], tiny / FACTS[1]
    edit(memorandum, SIGNED, "ada-brooke,signed,tide-memorandum,May-31,")
    edit(memorandum, 'signed for",,,,', 'signed for",,,nobody,')
    edit(figures, "lumen-center,joined,", "lumen-center,joind,")
    edit(figures, "jobsSupported,1.2", 'jobsSupported,"1,2"')
    edit(figures, ",,planned,", ",,plannned,")
    edit(figures, "count-in-may,count-in-june", "count-in-april,count-in-may")
    edit(tiny / "entities.csv", "reef-station,AccelerationCenter", "reef-station,AccelerationCentre")
    edit(tiny / "names.csv", "HN,acronym", "H\u202eN,acronim")
    edit(tiny / "names.csv", "tonne,en,tonne,preferred,lantern", "tonne,en,tonne")
    edit(tiny / "sources.csv", "2031-05,,az", "2031-05-32,,aze")
    edit(tiny / "exceptions.csv", "CenterPlaceShape,no source tells where it stands", "PlaceShape,")
    edit(tiny / "decisions.csv", UNSURE, "tidal-works,tidal-works-jsc,different")
    (tiny / "facts" / "latin.csv").write_bytes(b"subject,predicate,object,source,quote\n\xfc,,,,\n")
    (tiny / "facts" / "none.csv").touch()
    told = [
        "decisions.csv:4: 'tidal-works' and 'tidal-works-jsc' are judged different here, but the same by line 2."
        " Correct one of these judgements.",
        "entities.csv:8: unknown class 'AccelerationCentre'. Did you mean 'AccelerationCenter'?",
        "exceptions.csv:2: the exception has no reason. Say why.",
        "exceptions.csv:2: unknown shape 'PlaceShape'. Did you mean 'CenterPlaceShape'?",
        f"facts/latin.csv:2: byte 0xfc is not UTF-8. {SAVE}",
        f"facts/memorandum.csv:6: 'May-31' looks like a date that a spreadsheet rewrote. {TEXT_COLUMN}",
        "facts/memorandum.csv:6: unknown subject 'ada-brooke'. Did you mean 'ada-brook'?",
        "facts/memorandum.csv:7: unknown onBehalfOf 'nobody'. Add it to entities.csv.",
        "facts/none.csv:1: the file is empty. Its header row is: subject,predicate,object,source,quote.",
        "facts/places-and-figures.csv:5: unknown predicate 'joind'. Did you mean 'joined'?",
        "facts/places-and-figures.csv:8: '1,2' in 'object' has a decimal comma. Write a point: 1.2.",
        "facts/places-and-figures.csv:9: unknown status 'plannned'. Did you mean 'planned'?",
        "facts/places-and-figures.csv:13: 'supersedes' names no row: 'count-in-april'. Did you mean 'count-in-may'?",
        "facts/places-and-figures.csv:13: the id 'count-in-may' stands already in"
        " tiny/facts/places-and-figures.csv:12. Give each row an id of its own.",
        "names.csv:14: the cell 'name' holds the bidirectional character U+202E. Remove it.",
        "names.csv:14: unknown rank 'acronim'. Did you mean 'acronym'?",
        "names.csv:20: the line has 3 cells, the header has 5. Is a comma missing, or a cell that has one unquoted?",
        f"sources.csv:3: '2031-05-32' is not a day of the calendar. {TEXT_COLUMN}",
        "sources.csv:3: unknown language 'aze'. Did you mean 'az'?",
    ]
    return [f"tiny/{problem}" for problem in told]


def test_all_faults_of_all_tables_are_told_in_one_run_in_the_order_of_files_and_lines(workshop: Workshop) -> None:
    told = spoil_many(workshop.tiny)
    assert workshop.refused() == told


def test_all_faults_of_quotes_and_documents_are_told_in_one_run(workshop: Workshop) -> None:
    memorandum = workshop.tiny / FACTS[0]
    edit(memorandum, WORDS, WORDS.upper())
    edit(memorandum, "Qabarma Memorandumu,2", "Qabarma Memorandumu,3")
    edit(workshop.tiny / "documents" / "lantern.txt", "4 May 2031", "5 May 2031")
    assert [problem.split(". ")[0] for problem in workshop.refused()] == [
        f"tiny/facts/memorandum.csv:2: the quote \"{WORDS.upper()}\" is not in the document of 'lantern'",
        'tiny/facts/memorandum.csv:5: the quote "Qabarma Memorandumu" stands only 2 times, so there is no occurrence 3',
        "tiny/sources.csv:2: the document of 'lantern' has changed since its quotes were recorded",
    ]


def test_faults_of_tables_of_quotes_and_of_documents_are_told_in_one_run(workshop: Workshop) -> None:
    told = spoil_many(workshop.tiny)
    edit(workshop.tiny / FACTS[0], WORDS, WORDS.upper())
    edit(workshop.tiny / "documents" / "lantern.txt", "4 May 2031", "5 May 2031")
    edit(workshop.tiny / "quotes.csv", ",2,110,129,", ",2,there,129,")
    problems = workshop.refused()
    assert set(told) < set(problems)
    assert [problem.split(". ")[0] for problem in problems if problem not in told] == [
        f"tiny/facts/memorandum.csv:2: the quote \"{WORDS.upper()}\" is not in the document of 'lantern'",
        "tiny/quotes.csv:3: 'start' and 'end' must be numbers",
        "tiny/sources.csv:2: the document of 'lantern' has changed since its quotes were recorded",
    ]


def test_check_tells_the_same_as_build(workshop: Workshop) -> None:
    told = spoil_many(workshop.tiny)
    for more in ([], ["--record"]):
        run = call("check", "--seeds", "tiny", "--documents", "tiny/documents", *more)
        assert (run.code, run.out, run.problems) == (2, "", told)


def test_nothing_is_recorded_of_quotes_that_are_not_there(workshop: Workshop) -> None:
    before = (workshop.tiny / "quotes.csv").read_bytes()
    edit(workshop.tiny / FACTS[0], WORDS, WORDS.upper())
    assert call("check", "--seeds", "tiny", "--documents", "tiny/documents", "--record").code == 2
    assert (workshop.tiny / "quotes.csv").read_bytes() == before


def test_recording_needs_the_documents(workshop: Workshop) -> None:
    run = call("check", "--seeds", "tiny", "--record")
    assert run.code == 2
    assert run.error == ("kg: --record needs the documents to find quotes in. Name their folder with --documents.\n")


def test_a_changed_document_whose_quotes_still_stand_is_accepted_by_recording(workshop: Workshop) -> None:
    edit(workshop.tiny / "documents" / "lantern.txt", "4 May 2031", "14 May 2031")
    assert len(workshop.refused()) == 1
    assert call("check", "--seeds", "tiny", "--documents", "tiny/documents", "--record").code == 0
    assert call("check", "--seeds", "tiny", "--documents", "tiny/documents").code == 0


def test_a_build_without_documents_says_what_stands_unverified(workshop: Workshop, tmp_path: Path) -> None:
    edit(workshop.tiny / FACTS[0], WORDS, "the Ministry of Tides")
    run = call("build", "--seeds", "tiny", "--out", tmp_path / "build")
    assert run.code == 0
    assert "15 of 16 quotes stand verified" in run.out
    assert "1 not: give their folder with --documents." in run.out
    report = json.loads((tmp_path / "build" / "report.json").read_text(encoding="utf-8"))
    assert (report["evidence"]["verified"], report["evidence"]["unverified"]) == (15, 1)


def test_violations_are_no_bad_input(workshop: Workshop, tmp_path: Path) -> None:
    """The files are written, the report says so, exit 1."""
    edit(workshop.tiny / "exceptions.csv", "reef-station,CenterPlaceShape,no source tells where it stands\n", "")
    run = call("build", "--seeds", "tiny", "--out", tmp_path / "build")
    assert run.code == 1
    assert "CenterPlaceShape: id:reef-station: A center needs a place in which it is located." in run.out
    assert (tmp_path / "build" / "dataset.trig").is_file()
