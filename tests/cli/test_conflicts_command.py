"""`kg conflicts`, the sentence around a quote in `kg show`, and the coverage in `kg check`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.build import build
from kg.cli import main
from tests.facts.contradictions import HARMLESS, SEEDED, write_project
from tests.tiny_project import append, edit, fingerprint

Output = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of thirty contradictions."""
    folder = tmp_path_factory.mktemp("seeded")
    build(write_project(folder / "seeds", (*SEEDED, *HARMLESS)), folder / "build")
    return folder / "build"


def test_the_shipped_build_has_no_conflicts(built: Path, capsys: Output) -> None:
    assert main(["conflicts", "--build", str(built)]) == 0
    assert capsys.readouterr().out == "No conflicts.\n"
    assert main(["conflicts", "--build", str(built), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_all_thirty_are_told_with_both_tellings(seeded: Path, capsys: Output) -> None:
    assert main(["conflicts", "--build", str(seeded), "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {int(row["conflict"]) for row in rows} == set(range(1, 31))
    for number in range(1, 31):
        told = [row for row in rows if int(row["conflict"]) == number]
        kept = [row for row in told if row["kept"]]
        assert kept and len(kept) < len(told)
        assert all(row["rule"] for row in kept)
        assert not any(row["rule"] for row in told if not row["kept"])
        assert all(row["quote"] and row["source"] and row["fact"] for row in told)
        assert len({(row["date"], row["fact"]) for row in told}) >= 2


def test_the_table_reads_as_sentences(seeded: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "240")
    assert main(["conflicts", "--build", str(seeded)]) == 0
    out, err = capsys.readouterr()
    assert "Name o15 is subordinate to Name m2" in out
    assert "Name o15 is subordinate to Name m1" in out
    assert "the later report" in out
    assert "30 conflicts" in err
    assert main(["conflicts", "--build", str(seeded), "--lang", "az"]) == 0
    assert "təkzib olunub" in capsys.readouterr().out


def test_as_of_a_day_only_what_holds_then_conflicts(seeded: Path, capsys: Output) -> None:
    assert main(["conflicts", "--build", str(seeded), "--as-of", "2027", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) < 30


@pytest.fixture
def tiny_build(tiny: Path) -> Path:
    build(tiny, tiny / "build", tiny / "documents")
    return tiny


def show(folder: Path, name: str, *more: str) -> int:
    return main(["show", name, "--build", str(folder / "build"), *more])


def test_show_gives_the_sentence_around_each_quote(tiny_build: Path, capsys: Output) -> None:
    documents = str(tiny_build / "documents")
    assert show(tiny_build, "lumen-center", "--documents", documents, "--format", "json") == 0
    rows = {row["quote"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["The Lumen Center, which stands in Port Lumen"]["sentence"] == (
        "The Lumen Center, which stands in Port Lumen, the capital of Norland, joined the Harbour Network last year as"
        " its seventh member."
    )
    assert show(tiny_build, "lumen-center", "--format", "json") == 0
    assert "sentence" not in json.loads(capsys.readouterr().out)[0]


def test_show_marks_the_quote_in_its_sentence(
    tiny_build: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert show(tiny_build, "lumen-center", "--documents", str(tiny_build / "documents")) == 0
    assert "\x1b[1mThe Lumen Center, which stands in Port Lumen\x1b[0m\x1b[2m, the capital" in capsys.readouterr().out


def test_a_quote_is_found_anew_in_a_document_that_moved(tiny_build: Path, capsys: Output) -> None:
    lantern = tiny_build / "documents" / "lantern.txt"
    lantern.write_text("A new line before.\n\n" + lantern.read_text(encoding="utf-8"), encoding="utf-8")
    assert show(tiny_build, "lumen-center", "--documents", str(lantern.parent), "--format", "json") == 0
    told = [row for row in json.loads(capsys.readouterr().out) if row["source"] == "lantern"]
    assert told and all(row["sentence"] for row in told)


def test_what_cannot_be_read_is_told_and_the_card_shown(tiny_build: Path, capsys: Output) -> None:
    (tiny_build / "documents" / "lantern.txt").unlink()
    assert show(tiny_build, "lumen-center", "--documents", str(tiny_build / "documents"), "--format", "json") == 0
    out, err = capsys.readouterr()
    assert "the document 'lantern.txt' is not in" in err
    assert {row["sentence"] == "" for row in json.loads(out)} == {True, False}
    assert show(tiny_build, "lumen-center", "--documents", "no-such-folder") == 2


def test_documents_do_not_change_the_turtle(tiny_build: Path) -> None:
    with_documents = {name: sum_ for name, sum_ in fingerprint(tiny_build / "build").items() if name.endswith(".ttl")}
    build(tiny_build, tiny_build / "build")
    without = {name: sum_ for name, sum_ in fingerprint(tiny_build / "build").items() if name.endswith(".ttl")}
    assert with_documents == without


def test_check_tells_how_much_can_be_checked(tiny: Path, capsys: Output) -> None:
    assert main(["check", "--seeds", str(tiny)]) == 0
    out = capsys.readouterr().out
    assert "every claim has a verified quote or a record" in out
    edit(tiny / "facts" / "memorandum.csv", "Tidal Works signed the Tide Memorandum", "Tidal Works signed")
    append(tiny / "facts" / "memorandum.csv", "ada-brook,worksFor,ministry-of-tides,,,lantern,nowhere to be found,,,,")
    assert main(["check", "--seeds", str(tiny)]) == 0
    out = capsys.readouterr().out
    lines = [[cell.strip() for cell in line.split("│")[1:-1]] for line in out.splitlines() if "│" in line]
    source = next(cells for cells in lines if cells[0] == "lantern")
    assert int(source[2]) == int(source[1]) - 2
    assert source[4] != "100%"
    assert next(cells for cells in lines if cells[0] == "person")[3] != "100%"
    assert "Of the other" in out
