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
from kg.facts.schema import Schema
from kg.review.model import Kind
from kg.review.queue import Choice
from kg.review.report import tallies, wilson
from kg.review.session import Session
from tests.review.drafted import open_session

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
        item = session.agenda.next()
        assert item is not None
        if session.agenda.ask_singly(item):
            item = session.agenda.next()
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
    assert told["language", "en"] == (1, 0, 1)  # of facts alone
    rules = [row["value"] for row in rows if row["group"] == "rule"]
    assert rules == ["en.locatedIn", "head-park", "en.join.joined"]


def test_a_thing_that_came_with_a_fact_speaks_for_no_rule(session: Session, folder: Path) -> None:
    for _ in range(2):
        item = session.agenda.next()
        assert item is not None
        session.answer(item, Verdict.ACCEPT)
    told = {(row.group.value, row.value): row.accepted for row in tallies(session.journal.judged.values())}
    assert (told["kind", "fact"], told["kind", "carried"]) == (2, 1)
    assert ("kind", "thing") not in told and ("rule", "head-park") not in told


def test_the_table_speaks_and_csv_is_for_programs(judged: Path, capsys: Output) -> None:
    assert main(["review", "--drafts", str(judged), "--report", "--lang", "kk"]) == 0
    assert "фактілер" in capsys.readouterr().out
    assert main(["review", "--drafts", str(judged), "--report", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["group"] for row in rows} == {"kind", "language", "predicate", "family", "rule"}


def test_without_judgements_there_is_no_report(folder: Path, capsys: Output) -> None:
    assert main(["review", "--drafts", str(folder), "--report"]) == 1
    assert capsys.readouterr().out == ""


def judgements(folder: Path, told: list[tuple[str, str, int]]) -> None:
    """Writes judgements on facts: of each rule so many with a verdict."""
    header = "proposal,judgement,by,date,reason,kind,language,predicate,rule,confidence,edited\n"
    lines = [
        f"{rule}-{verdict}-{n},{verdict},A,2031-06-11,,fact,{rule[:2]},joined,{rule},0.8,\n"
        for rule, verdict, number in told
        for n in range(number)
    ]
    (folder / "judgements.csv").write_text(header + "".join(lines), encoding="utf-8")


def test_a_bad_rule_leads_in_words_with_its_interval_and_what_to_do(folder: Path, capsys: Output) -> None:
    told = [("en.join.has_joined", "accept", 40), ("en.join.has_joined", "reject", 2), ("az.possessor", "reject", 6)]
    judgements(folder, [*told, ("az.possessor", "accept", 1), ("kk.post.head", "reject", 2)])
    assert main(["review", "--drafts", str(folder), "--report", "--lang", "az"]) == 0
    out, err = capsys.readouterr()
    rules = out[out.index("┃ qayda  ") :].splitlines()
    cells = [[cell.strip() for cell in line.strip("│").split("│")] for line in rules if line.startswith("│")]
    assert cells[0] == ["bir adın digərinə sahibliyi (az)", "7", "1", "0", "6", "3–51%", "✗ pis"]
    assert cells[1][0] == "az.possessor"  # what --rule takes
    assert cells[2] == ["“has joined” sözləri (en)", "42", "40", "0", "2", "95% (84–99%)", "✓ yaxşı"]
    assert cells[4][-2:] == ["0–66%", "az baxılıb"]
    assert "1. Hələ nə təklif etdiyinə baxın və hamısına birlikdə qərar verin: kg review --rule az.possessor\n" in err
    assert str(Path("languages") / "az.csv") in err and "kg draft --again" in err


def test_a_rule_that_is_bad_in_all_languages_together_shows_itself(folder: Path, capsys: Output) -> None:
    judgements(folder, [(f"{code}.possessor", "reject", 3) for code in ("az", "kk", "ru")])
    assert main(["review", "--drafts", str(folder), "--report", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    told = {(row["group"], row["value"]): row["standing"] for row in rows}
    assert told["rule", "kk.possessor"] == "few"
    assert told["family", "possessor"] == "bad"
    assert main(["review", "--drafts", str(folder), "--report"]) == 0
    assert "kg review --rule possessor\n" in capsys.readouterr().err


def test_where_no_rule_is_bad_nothing_is_advised(folder: Path, capsys: Output) -> None:
    judgements(folder, [("en.join.joined", "accept", 9)])
    assert main(["review", "--drafts", str(folder), "--report"]) == 0
    err = capsys.readouterr().err
    assert "No rule is surely wrong" in err and "--rule" not in err


def test_rules_are_chosen_in_one_language_or_in_all(tiny: Path, folder: Path, schema: Schema) -> None:
    def rules(rule: str) -> set[str]:
        session = open_session(tiny, folder, schema, Choice(rule=rule))
        return {item.rule for item in session.agenda.items() if item.proposals}

    assert rules("en.join") == rules("join") == {"en.join.joined"}
    assert rules("az.join") == set()
