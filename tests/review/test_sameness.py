"""Two new things that may be one: the question, what a yes and a no do, and that neither is asked again."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from kg.draft.model import Drafts, ProposedName, ProposedThing, Question, Reason, Verdict
from kg.draft.tables import table_texts
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from kg.folders import replace_files
from kg.review.articles import Articles
from kg.review.holdings import Holdings
from kg.review.journal import Journal
from kg.review.model import Item, Kind
from kg.review.session import Reviewer, Session
from kg.review.sheet import Shown, sheet
from kg.review.sheet_answers import read_sheet
from tests.review.drafted import drafts, fact, place
from tests.tiny_project import SHAPES

REASONS = (Reason.BY_HEAD,)


def twice(folder: Path, *, candidates: tuple[str, ...] = ("foam-park",)) -> Drafts:
    """The drafts, with the park told once more under an Azerbaijani name, and whether it is the same."""
    made = drafts(folder)
    words = place("tern", "Liman Şəbəkəsinə qoşulub")
    thing = ProposedThing("kopuk-parki", "IndustrialPark", "", 0.8, "az", "head-park", REASONS, "tern", words)
    name = ProposedName("kopuk-parki", "az", "Köpük Parkı", "preferred", 0.8, "head-park", REASONS, "tern", words)
    told = fact("kopuk-parki", "joined", "harbour-network", "tern", "Liman Şəbəkəsinə qoşulub", 0.9)
    asked = Question("Köpük Parkı", "kopuk-parki", candidates, "az", (Reason.MAYBE_SAME,), "tern", words)
    return replace(
        made,
        things=(*made.things, thing),
        names=(*made.names, name),
        proposals=(*made.proposals, told),
        questions=(*made.questions, asked),
    )


def opened(seeds: Path, folder: Path, schema: Schema, made: Drafts) -> Session:
    for name, text in table_texts(made).items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    held = Holdings(seeds, schema, SHAPES)
    reviewer = Reviewer("A. Editor", lambda: "2031-06-11")
    return Session(made, held, Journal(folder, replace_files), Articles(made.sources, None), reviewer, replace_files)


@pytest.fixture
def session(tiny: Path, folder: Path, schema: Schema) -> Session:
    return opened(tiny, folder, schema, twice(folder))


def question(session: Session) -> Item:
    return next(item for item in session.agenda.items() if item.is_sameness)


def of_the_second(session: Session) -> Item:
    """The fact that names the thing of the second name."""
    return next(
        item for item in session.agenda.items() if any(told.subject == "kopuk-parki" for told in item.proposals)
    )


def names(seeds: Path, entity: str) -> set[tuple[str, str, str]]:
    with (seeds / "names.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["entity"] == entity]
    return {(row["language"], row["name"], row["rank"]) for row in rows}


def test_it_is_asked_before_the_fact_that_names_the_thing(session: Session) -> None:
    order = [item.own_id or item.predicate for item in session.agenda.items()]
    assert order.index("kopuk-parki") < order.index("joined", order.index("kopuk-parki"))
    upcoming = session.agenda.next()
    while upcoming is not None and not upcoming.is_sameness:
        assert upcoming.proposals[0].subject != "kopuk-parki"
        session.agenda.postpone(upcoming)
        upcoming = session.agenda.next()
    assert upcoming is not None and upcoming.waiting == 1


def test_a_yes_makes_them_one_and_keeps_all_names(session: Session, tiny: Path, schema: Schema) -> None:
    assert not session.answer(question(session), Verdict.ACCEPT, "", {"entity": "foam-park"}).faults
    told = next(
        item for item in session.agenda.items() if item.kind is Kind.FACT and item.source == "tern" and not item.waiting
    )
    told = of_the_second(session)
    assert session.fields_of(told)["subject"] == "foam-park"
    assert [item.own_id for item in session.agenda.new_with(told)] == ["foam-park"]
    assert not session.answer(told, Verdict.ACCEPT).faults
    assert names(tiny, "foam-park") == {("en", "Foam Park", "preferred"), ("az", "Köpük Parkı", "preferred")}
    assert names(tiny, "kopuk-parki") == set()
    assert "kopuk-parki" not in read_project(tiny, schema, SHAPES).entities
    assert not [item for item in session.agenda.items() if item.own_id == "kopuk-parki"]


def test_a_yes_after_the_other_was_accepted_brings_the_names_at_once(session: Session, tiny: Path) -> None:
    park = next(item for item in session.agenda.items() if item.own_id == "" and item.predicate == "operates")
    assert not session.answer(park, Verdict.ACCEPT).faults
    before = (tiny / "names.csv").read_bytes()
    outcome = session.answer(question(session), Verdict.ACCEPT, "", {"entity": "foam-park"})
    assert [row.cells["name"] for row in outcome.rows if row.table == "names.csv"] == ["Köpük Parkı"]
    assert ("az", "Köpük Parkı", "preferred") in names(tiny, "foam-park")
    session.undo()
    assert (tiny / "names.csv").read_bytes() == before and question(session)


@pytest.mark.parametrize("verdict", [Verdict.ACCEPT, Verdict.REJECT])
def test_a_no_leaves_two_things(session: Session, tiny: Path, verdict: Verdict) -> None:
    told = {"entity": "kopuk-parki"} if verdict is Verdict.ACCEPT else None
    assert not session.answer(question(session), verdict, "", told).faults
    joined = of_the_second(session)
    assert [item.own_id for item in session.agenda.new_with(joined)] == ["kopuk-parki"]
    assert not session.answer(joined, Verdict.ACCEPT).faults
    assert names(tiny, "kopuk-parki") == {("az", "Köpük Parkı", "preferred")}


def test_no_fact_is_asked_of_a_thing_and_itself(tiny: Path, folder: Path, schema: Schema) -> None:
    made = twice(folder)
    inside = fact("kopuk-parki", "locatedIn", "foam-park", "tern", "Rif Stansiyası", 0.9)
    session = opened(tiny, folder, schema, replace(made, proposals=(*made.proposals, inside)))
    assert session.agenda.counts().fallen == 0
    session.answer(question(session), Verdict.ACCEPT, "", {"entity": "foam-park"})
    assert session.agenda.counts().fallen == 1
    assert inside.key not in {item.key for item in session.agenda.items()}


def test_a_rejected_candidate_is_asked_about_no_more(session: Session) -> None:
    park = session.proposed("foam-park")
    assert park is not None
    session.answer(park, Verdict.REJECT)
    assert not [item for item in session.agenda.items() if item.is_sameness]


def test_answers_lead_on_through_several_things(tiny: Path, folder: Path, schema: Schema) -> None:
    made = twice(folder)
    asked = Question(
        "Foam Park", "foam-park", ("tidal-works",), "en", (Reason.MAYBE_SAME,), "gull", made.things[0].place
    )
    session = opened(tiny, folder, schema, replace(made, questions=(*made.questions, asked)))
    for item in [item for item in session.agenda.items() if item.is_sameness]:
        assert item.question is not None
        assert not session.answer(item, Verdict.ACCEPT, "", {"entity": item.question.candidates[0]}).faults
    told = of_the_second(session)
    assert session.fields_of(told)["subject"] == "tidal-works" and session.agenda.new_with(told) == []
    assert {"Köpük Parkı", "Foam Park"} <= {name for _, name, _ in names(tiny, "tidal-works")}


def test_a_sheet_brings_the_answer_and_the_fact_at_once(session: Session, folder: Path, tiny: Path) -> None:
    text = sheet(session, lambda item: Shown("", "", item.source, ""))
    path = folder / "sheet.csv"
    lines = list(csv.DictReader(text.removeprefix("\ufeff").splitlines()))
    asked = question(session)
    told = of_the_second(session)
    for line in lines:
        line["judgement"] = "accept" if line["proposal"] in (asked.key, told.key) else ""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
    outcome = session.answer_all(read_sheet(path, session).answers)
    assert not outcome.faults
    assert ("az", "Köpük Parkı", "preferred") in names(tiny, "foam-park")


def test_the_sheet_takes_a_no_with_the_thing_that_it_leaves(session: Session, folder: Path, tiny: Path) -> None:
    lines = list(csv.DictReader(sheet(session, lambda item: Shown("", "", "", "")).removeprefix("\ufeff").splitlines()))
    asked = question(session)
    told = of_the_second(session)
    for line in lines:
        line["judgement"] = {asked.key: "reject", told.key: "accept"}.get(line["proposal"], "")
    with (folder / "sheet.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
    assert not session.answer_all(read_sheet(folder / "sheet.csv", session).answers).faults
    assert names(tiny, "kopuk-parki") == {("az", "Köpük Parkı", "preferred")}
