"""An article is drafted, judged, and drafted again: what was judged is never asked again, under whatever id."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.cli import main
from kg.draft.model import Verdict
from kg.draft.tables import read_drafts
from kg.folders import replace_files
from kg.rdf.ontology import Ontology
from kg.resources import Resources
from kg.review.articles import Articles
from kg.review.holdings import Holdings
from kg.review.journal import Journal
from kg.review.model import Item, Kind
from kg.review.session import Reviewer, Session

TEXT = """Port Lumen, 5 May 2026

Foam University and Tidal Institute signed a memorandum of understanding on 4 May 2026. A joint data laboratory
was opened at Foam University. Anna Reed, Rector of Foam University, met with Olaf Berg, Director of Tidal Institute.
"""
OTHER = """Порт Люмен, 5 мая 2026

Университет «Пена» и институт «Дельта» подписали меморандум о сотрудничестве. Ректор Университета «Пена» Анна Рид
открыла совместную лабораторию данных.
"""
THIRD = """Port Lumen, 9 May 2026

Anna Reed, Rector of Foam University, spoke.
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the shipped tables and two articles that were drafted."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(Resources.shipped().seeds, tmp_path / "seeds")
    for name, text in (("one", TEXT), ("two", OTHER)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    drafted()
    return tmp_path


def drafted(*again: str) -> None:
    assert main(["draft", "one.txt", "two.txt", *again, "--out", "drafts"]) == 0


def opened() -> Session:
    ontology = Ontology(Resources.shipped().ontology)
    drafts = read_drafts(Path("drafts"))
    return Session(
        drafts,
        Holdings(Path("seeds"), ontology.schema, ontology.shapes),
        Journal(Path("drafts"), replace_files),
        Articles(drafts.sources, None),
        Reviewer("A. Editor", lambda: "2026-05-06"),
        replace_files,
    )


def judge_all(session: Session, verdict: Verdict) -> int:
    """Answers all that is asked, questions by the first candidate where things are accepted; how many."""
    number = 0
    while (item := session.agenda.next()) is not None:
        number += 1
        meant = None
        if item.question is not None and verdict is Verdict.ACCEPT:
            meant = {"entity": item.question.candidates[0]}
        assert not session.answer(item, verdict, "", meant).faults
    return number


def asked(session: Session) -> list[Item]:
    return list(session.agenda.items())


@pytest.mark.parametrize("verdict", [Verdict.ACCEPT, Verdict.REJECT])
def test_nothing_is_asked_twice(place: Path, verdict: Verdict) -> None:
    assert judge_all(opened(), verdict) > 5
    before = sorted((place / "seeds").rglob("*.csv"))
    texts = [path.read_bytes() for path in before]
    drafted("--again")
    assert asked(opened()) == []
    drafted("--again")
    assert asked(opened()) == [] and [path.read_bytes() for path in before] == texts


def test_what_is_only_described_keeps_its_id(place: Path) -> None:
    judge_all(opened(), Verdict.ACCEPT)
    described = {thing.id for thing in read_drafts(Path("drafts")).things if thing.rule in ("described", "occasion")}
    assert described
    drafted("--again")
    again = {thing.id for thing in read_drafts(Path("drafts")).things}
    assert described <= again and not {f"{key}-2" for key in described} & again


def test_a_thing_that_the_reviewer_named_anew_is_not_proposed_again(place: Path) -> None:
    session = opened()
    fact = session.agenda.next()
    assert fact is not None and fact.kind is Kind.FACT
    session.agenda.ask_singly(fact)
    thing = session.agenda.next()
    assert thing is not None and thing.thing is not None
    told = {**session.fields_of(thing), "id": "quite-another-id"}
    assert not session.answer(thing, Verdict.EDIT, "", told).faults
    judge_all(session, Verdict.ACCEPT)
    drafted("--again")
    assert asked(opened()) == []


def test_what_is_new_in_it_is_asked(place: Path) -> None:
    judge_all(opened(), Verdict.REJECT)
    (place / "three.txt").write_text("Lantern Bank joined the Tidal Alliance in May 2026.\n", encoding="utf-8")
    assert main(["draft", "three.txt", "--out", "drafts"]) == 0
    assert {told.source for item in asked(opened()) for told in item.proposals} == {
        "lantern-bank-joined-the-tidal-alliance"
    }


@pytest.mark.parametrize(("verdict", "more"), [(Verdict.ACCEPT, 1), (Verdict.REJECT, 0)])
def test_another_article_is_one_more_proof_of_what_was_accepted(place: Path, verdict: Verdict, more: int) -> None:
    judge_all(opened(), verdict)
    before = rows_of_reed()
    (place / "three.txt").write_text(THIRD, encoding="utf-8")
    assert main(["draft", "three.txt", "--out", "drafts"]) == 0
    waiting = {told.predicate for item in asked(opened()) for told in item.proposals}
    assert waiting == ({"holdsPost", "postIn"} if more else set())
    judge_all(opened(), Verdict.ACCEPT)
    assert rows_of_reed() == before + more


def rows_of_reed() -> int:
    """How many rows say that Anna Reed holds a post."""
    told = [row for path in Path("seeds/facts").glob("*.csv") for row in path.read_text("utf-8").splitlines()]
    return sum(row.startswith("anna-reed,holdsPost,") for row in told)
