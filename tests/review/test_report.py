"""What people accept: counted by hand, with intervals that hold what they should."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from kg.cli import main
from kg.draft.model import Verdict
from kg.review.model import Kind
from kg.review.report import tallies, wilson
from kg.review.session import Session

Output = pytest.CaptureFixture[str]


@given(st.integers(1, 400).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_intervals_are_those_of_wilson(seen: tuple[int, int]) -> None:
    part, whole = seen
    expected = binomtest(part, whole).proportion_ci(0.95, method="wilson")
    assert wilson(part, whole) == pytest.approx((expected.low, expected.high), abs=1e-9)


@pytest.fixture
def judged(session: Session, folder: Path) -> Path:
    """A folder of drafts in which one fact is accepted, one thing edited, one fact rejected."""
    verdicts = iter([Verdict.ACCEPT, Verdict.EDIT, Verdict.REJECT])
    for verdict in verdicts:
        item = session.next()
        assert item is not None
        if session.ask_singly(item):
            item = session.next()
            assert item is not None
        told = {**session.fields_of(item), "id": "foam-park-1"} if item.kind is Kind.THING else None
        assert not session.answer(item, verdict, "", told).faults
    return folder


def test_rows_say_what_was_judged_the_worst_first(judged: Path, capsys: Output) -> None:
    assert main(["review", "--drafts", str(judged), "--report", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    told = {(row["group"], row["value"]): (row["accepted"], row["edited"], row["rejected"]) for row in rows}
    assert told["kind", "fact"] == (1, 0, 1)
    assert told["kind", "thing"] == (0, 1, 0)
    assert told["predicate", "joined"] == (1, 0, 0)
    assert told["predicate", "locatedIn"] == (0, 0, 1)
    assert told["rule", "en.join.joined"] == (1, 0, 0)
    assert told["language", "en"] == (1, 1, 1)
    rules = [row["value"] for row in rows if row["group"] == "rule"]
    assert rules == ["en.locatedIn", "head-park", "en.join.joined"]


def test_what_is_accepted_with_one_key_counts_each_for_itself(session: Session, folder: Path) -> None:
    for _ in range(2):
        item = session.next()
        assert item is not None
        session.answer(item, Verdict.ACCEPT)
    told = {(row.group.value, row.value): row.accepted for row in tallies(session.journal.judged.values())}
    assert (told["kind", "fact"], told["kind", "thing"], told["rule", "head-park"]) == (2, 1, 1)


def test_the_table_speaks_and_csv_is_for_programs(judged: Path, capsys: Output) -> None:
    assert main(["review", "--drafts", str(judged), "--report", "--lang", "kk"]) == 0
    assert "фактілер" in capsys.readouterr().out
    assert main(["review", "--drafts", str(judged), "--report", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["group"] for row in rows} == {"kind", "language", "predicate", "rule"}


def test_without_judgements_there_is_no_report(folder: Path, capsys: Output) -> None:
    assert main(["review", "--drafts", str(folder), "--report"]) == 1
    assert capsys.readouterr().out == ""
