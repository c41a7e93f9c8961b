"""What is said of an article is corrected in review: in the drafts, in the tables, and in the dates that hang on it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kg.cli import main
from kg.draft.model import Drafts, DraftSource, Proposal, Verdict
from kg.draft.tables import read_drafts, table_texts
from kg.facts.schema import Schema
from kg.review.holdings import Holdings
from kg.review.session import Session
from kg.review.sheet import COLUMNS, Shown, sheet
from kg.review.sheet_answers import read_sheet
from tests.review.drafted import drafts, session_over
from tests.tiny_project import SHAPES


def derived(made: Drafts) -> Drafts:
    """The drafts, with dates that were worked out from the article's own."""
    rows = tuple(
        replace(told, from_="2031-06-08", dating="derived") if told.source == "gull" else told
        for told in made.proposals
    )
    return replace(made, proposals=rows)


def opened(seeds: Path, folder: Path, schema: Schema, *, leave: int = 0) -> Session:
    """A session whose articles, read again, give the day before the new date; the last `leave` are not found again."""
    made = derived(drafts(folder))
    for name, text in table_texts(made).items():
        (folder / name).write_text(text, encoding="utf-8", newline="")

    def redraft(source: DraftSource) -> Sequence[Proposal]:
        rows = [told for told in made.proposals if told.source == source.id]
        rows = rows[: len(rows) - leave]
        return [replace(told, from_=source.published[:-1] + "1", dating="derived") for told in rows]

    return session_over(made, seeds, folder, schema, redraft=redraft)


def row(path: Path, key: str) -> dict[str, str]:
    with path.open(encoding="utf-8", newline="") as file:
        return next(row for row in csv.DictReader(file) if row["id"] == key)


def test_a_corrected_source_is_written_with_its_first_fact(tiny: Path, folder: Path, schema: Schema) -> None:
    session = opened(tiny, folder, schema)
    told = {
        "title": "  Foam  Park opens ",
        "publisher": "The Evening Gull",
        "language": "en",
        "published": "2031-06-09",
    }
    assert session.mend_source("gull", told).changed == ("title", "publisher")
    assert row(folder / "sources.csv", "gull")["mended"] == "publisher|title"
    item = session.agenda.next()
    assert item is not None and not session.answer(item, Verdict.ACCEPT).faults
    assert row(tiny / "sources.csv", "gull")["title"] == "Foam Park opens"


def test_one_that_the_tables_have_is_corrected_there_and_can_still_be_taken_back(
    tiny: Path, folder: Path, schema: Schema
) -> None:
    session = opened(tiny, folder, schema)
    before = (tiny / "sources.csv").read_bytes()
    item = session.agenda.next()
    assert item is not None and not session.answer(item, Verdict.ACCEPT).faults
    mended = session.mend_source("gull", {"title": "Foam Park opens", "published": "2031-06-19"})
    assert not mended.faults and mended.accepted == 1
    there = row(tiny / "sources.csv", "gull")
    assert (there["title"], there["published"]) == ("Foam Park opens", "2031-06-19")
    assert Holdings(tiny, schema, SHAPES).sources["gull"].title == "Foam Park opens"
    assert session.undo() is not None
    assert (tiny / "sources.csv").read_bytes() == before


def test_a_new_date_moves_the_dates_that_wait(tiny: Path, folder: Path, schema: Schema) -> None:
    session = opened(tiny, folder, schema, leave=1)
    mended = session.mend_source("gull", {"published": "2031-07-20"})
    assert (mended.redated, mended.left, mended.accepted) == (3, 1, 0)
    dates = {told.from_ for told in read_drafts(folder).proposals if told.source == "gull"}
    assert dates == {"2031-07-21", "2031-06-08"}
    shown = {
        session.fields_of(item)["from"] for item in session.agenda.items() if item.source == "gull" and item.proposals
    }
    assert shown == dates


def test_what_was_accepted_keeps_its_date_and_is_counted(tiny: Path, folder: Path, schema: Schema) -> None:
    session = opened(tiny, folder, schema)
    item = session.agenda.next()
    assert item is not None and not session.answer(item, Verdict.ACCEPT).faults
    assert session.mend_source("gull", {"published": "2031-07-20"}).accepted == 1
    with (tiny / "facts" / "gull.csv").open(encoding="utf-8", newline="") as file:
        assert [told["from"] for told in csv.DictReader(file)] == ["2031-06-08"]


@pytest.mark.parametrize(
    ("field", "text"),
    [("title", ""), ("published", "9 June"), ("language", "xx"), ("language", ""), ("title", "a\x07b")],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    tiny: Path, folder: Path, schema: Schema, field: str, text: str
) -> None:
    session = opened(tiny, folder, schema)
    before = {path: path.read_bytes() for path in (*tiny.glob("*.csv"), *folder.glob("*.csv"))}
    assert session.mend_source("gull", {field: text}).faults
    assert {path: path.read_bytes() for path in before} == before


def test_drafting_again_keeps_what_was_corrected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schema: Schema
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "Two ports agree\n5 May 2026\n\nFoam University and Tidal Institute signed a memorandum yesterday.\n"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    assert main(["draft", "one.txt", "--out", "drafts"]) == 0
    [source] = read_drafts(Path("drafts")).sources
    made = read_drafts(Path("drafts"))
    mended = replace(source, published="2026-06-20", mended="published")
    texts = table_texts(replace(made, sources=(mended,)))
    Path("drafts/sources.csv").write_text(texts["sources.csv"], encoding="utf-8", newline="")
    assert main(["draft", "one.txt", "--again", "--out", "drafts"]) == 0
    again = read_drafts(Path("drafts"))
    assert [each.published for each in again.sources] == ["2026-06-20"]
    assert {told.from_ for told in again.proposals if told.dating == "derived"} == {"2026-06-19"}


def test_a_sheet_corrects_sources_once_for_all_their_lines(tiny: Path, folder: Path, schema: Schema) -> None:
    session = opened(tiny, folder, schema)
    lines = list(csv.DictReader(sheet(session, lambda item: Shown("", "", "", "")).removeprefix("\ufeff").splitlines()))
    assert {line["source_title"] for line in lines} == {"A park of foam", "Rif qoşulub"}
    gull = [line for line in lines if line["source_title"] == "A park of foam"]
    gull[0]["source_title"] = "Foam Park opens"
    path = folder / "sheet.csv"

    def write(columns: Sequence[str]) -> None:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(lines)

    write(COLUMNS)
    assert read_sheet(path, session).sources == {"gull": {"title": "Foam Park opens"}}
    write([name for name in COLUMNS if not name.startswith("source_")])
    assert read_sheet(path, session).sources == {}
    gull[1]["source_title"] = "Another title"
    write(COLUMNS)
    with pytest.raises(Exception, match="another line says 'Foam Park opens'"):
        read_sheet(path, session)
