"""A review: what is asked when, what each answer writes, and that all of it can be taken back."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.draft.model import Verdict
from kg.facts.problems import CallError
from kg.facts.quotes import locate, read_documents
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from kg.review.model import Answer, Item, Kind
from kg.review.queue import Choice, Order
from kg.review.session import Session
from tests.review.drafted import open_session
from tests.tiny_project import FOLDER, SHAPES, append, edit, fingerprint


def names(session: Session) -> list[str]:
    """What is left, in order: kind and what it is about."""
    return [f"{item.kind.value} {about(item)}" for item in session.agenda.items()]


def about(item: Item) -> str:
    if item.proposals:
        told = item.proposals[0]
        return f"{told.subject} {told.predicate} {told.object}"
    return item.own_id or item.names[0].text


def upcoming(session: Session) -> Item:
    item = session.agenda.next()
    assert item is not None
    return item


def accept(session: Session) -> Item:
    item = upcoming(session)
    outcome = session.answer(item, Verdict.ACCEPT)
    assert not outcome.faults, outcome.faults
    return item


def first_thing(session: Session) -> Item:
    """The first of the new things of the next fact, which are asked one by one then."""
    assert session.agenda.ask_singly(upcoming(session))
    return upcoming(session)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_surest_fact_comes_first_and_each_after_what_it_hangs_on(session: Session) -> None:
    assert names(session) == [
        "fact reef-station joined harbour-network",
        "thing foam-park",
        "fact foam-park locatedIn port-lumen",
        "fact tidal-works operates foam-park",
        "question bay-council",
        "fact bay-council operates reef-station",
        "name Rif Stansiyası",
    ]


def test_a_choice_narrows_and_orders(tiny: Path, folder: Path, schema: Schema) -> None:
    chosen = open_session(tiny, folder, schema, Choice(least=0.8, predicate="operates"))
    assert names(chosen) == ["thing foam-park", "fact tidal-works operates foam-park"]
    chosen = open_session(tiny, folder, schema, Choice(Order.ARTICLE, article="tern"))
    assert names(chosen) == ["fact reef-station joined harbour-network", "name Rif Stansiyası"]
    assert names(open_session(tiny, folder, schema, Choice(language="kk"))) == []


def test_an_accepted_fact_stands_with_both_its_proofs_and_its_articles(session: Session, tiny: Path) -> None:
    accept(session)
    [gull] = rows(tiny / "facts" / "gull.csv")
    [tern] = rows(tiny / "facts" / "tern.csv")
    assert (gull["subject"], gull["predicate"], gull["object"], gull["from"]) == (
        *("reef-station", "joined", "harbour-network"),
        "2031",
    )
    assert (gull["quote"], tern["source"]) == ("Reef Station joined the Harbour Network in 2031", "tern")
    assert [row["id"] for row in rows(tiny / "sources.csv")][-2:] == ["gull", "tern"]


def test_a_new_thing_is_written_with_the_first_fact_that_needs_it(session: Session, tiny: Path) -> None:
    accept(session)
    before = (tiny / "entities.csv").read_text("utf-8")
    first_thing(session)
    accept(session)
    assert (tiny / "entities.csv").read_text("utf-8") == before
    accept(session)
    assert "foam-park,IndustrialPark,," in (tiny / "entities.csv").read_text("utf-8")
    assert "foam-park,en,Foam Park,preferred,gull" in (tiny / "names.csv").read_text("utf-8")
    accept(session)
    assert (tiny / "entities.csv").read_text("utf-8").count("foam-park") == 1


def test_facts_stand_in_the_order_of_their_article(session: Session, tiny: Path) -> None:
    for _ in range(3):
        accept(session)
    told = [row["quote"] for row in rows(tiny / "facts" / "gull.csv")]
    assert told == [
        "the Foam Park in Port Lumen",
        "Tidal Works operates the Foam Park",
        "Reef Station joined the Harbour Network in 2031",
    ]


def test_what_is_accepted_passes_the_checks_of_hand_written_rows(
    session: Session, tiny: Path, folder: Path, schema: Schema
) -> None:
    while (item := session.agenda.next()) is not None:
        told = {"entity": "ministry-of-tides"} if item.kind is Kind.QUESTION else None
        assert not session.answer(item, Verdict.ACCEPT, "", told).faults
    project = read_project(tiny, schema, SHAPES)
    assert len(project.facts) == 18 + 5
    documents = tiny / "documents"
    for name in ("gull.txt", "tern.txt"):
        (documents / name).write_bytes((folder / name).read_bytes())
    problems: list[object] = []
    read = read_documents(project.sources.values(), documents, problems)  # type: ignore[arg-type]
    located = locate(project.facts, read, problems)  # type: ignore[arg-type]
    assert not problems
    assert all(fact.quote.verified for fact in located if fact.quote is not None)
    assert ("ministry-of-tides", "operates", "reef-station") in {
        (fact.subject, fact.predicate, fact.object) for fact in project.facts
    }


def test_a_rejected_thing_takes_its_facts_with_it(session: Session) -> None:
    accept(session)
    outcome = session.answer(first_thing(session), Verdict.REJECT)
    assert outcome.fallen == 2
    assert names(session) == ["question bay-council", "fact bay-council operates reef-station", "name Rif Stansiyası"]
    session.undo()
    assert about(upcoming(session)) == "foam-park"


def test_a_question_is_answered_by_a_candidate_or_by_a_new_thing(session: Session) -> None:
    council = next(item for item in session.agenda.items() if item.kind is Kind.QUESTION)
    waiting = next(item for item in session.agenda.items() if item.rule == "en.operates" and item.confidence == 0.7)
    assert not session.answer(council, Verdict.ACCEPT, "", {"entity": "tidal-works"}).faults
    assert session.fields_of(waiting)["subject"] == "tidal-works"
    assert "thing bay-council" not in names(session)
    session.undo()
    assert not session.answer(council, Verdict.ACCEPT, "", {"entity": "bay-council"}).faults
    assert names(session)[-3:] == [
        "thing bay-council",
        "fact bay-council operates reef-station",
        "name Rif Stansiyası",
    ]
    session.undo()
    assert session.answer(council, Verdict.ACCEPT, "", {"entity": "nobody"}).faults
    assert session.answer(council, Verdict.REJECT).fallen == 1


def test_an_id_that_a_reviewer_gives_is_that_of_the_facts(session: Session, tiny: Path) -> None:
    accept(session)
    park = first_thing(session)
    told = {**session.fields_of(park), "id": "foam-park-port-lumen", "class": "Place"}
    outcome = session.answer(park, Verdict.EDIT, "", told)
    assert not outcome.faults
    accept(session)
    assert rows(tiny / "facts" / "gull.csv")[0]["subject"] == "foam-park-port-lumen"
    assert session.journal.judged[park.key].edited == {"id": "foam-park-port-lumen", "class": "Place"}


def test_a_thing_that_is_there_already_may_be_meant(session: Session, tiny: Path) -> None:
    accept(session)
    park = first_thing(session)
    assert not session.answer(park, Verdict.EDIT, "", {**session.fields_of(park), "id": "lumen-center"}).faults
    told = session.fields_of(upcoming(session))
    assert (told["subject"], told["predicate"]) == ("lumen-center", "locatedIn")


def test_a_thing_that_is_another_leaves_it_its_name(session: Session, tiny: Path) -> None:
    accept(session)
    before = fingerprint(tiny)
    park = first_thing(session)
    session.answer(park, Verdict.EDIT, "", {**session.fields_of(park), "id": "lumen-center"})
    told = [row for row in rows(tiny / "names.csv") if row["name"] == "Foam Park"]
    assert [(row["entity"], row["language"], row["rank"], row["source"]) for row in told] == [
        ("lumen-center", "en", "alternative", "gull")
    ]
    session.undo()
    assert fingerprint(tiny) == before
    nameless = {**session.fields_of(park), "id": "lumen-center", "name en preferred": ""}
    assert not session.answer(park, Verdict.EDIT, "", nameless).faults
    assert fingerprint(tiny) == before


@pytest.mark.parametrize("is_first", [True, False])
def test_two_proposed_things_that_are_one_keep_both_names(session: Session, tiny: Path, is_first: bool) -> None:
    accept(session)
    before = fingerprint(tiny)
    park = first_thing(session)
    council = session.proposed("bay-council")
    assert council is not None
    answers = [Answer(park, Verdict.ACCEPT)]
    same = Answer(council, Verdict.EDIT, "", {**session.fields_of(council), "id": "foam-park"})
    answers.insert(0 if is_first else 1, same)
    for answer in answers:
        assert not session.answer(answer.item, answer.verdict, "", answer.fields).faults
    accept(session)
    assert [row["class"] for row in rows(tiny / "entities.csv") if row["id"] == "foam-park"] == ["IndustrialPark"]
    told = [(row["name"], row["rank"]) for row in rows(tiny / "names.csv") if row["entity"] == "foam-park"]
    assert told == [("Foam Park", "preferred"), ("Bay Council", "alternative")]
    for _ in range(3):
        session.undo()
    assert {name: sum_ for name, sum_ in fingerprint(tiny).items() if name in before} == before


def test_a_fact_and_what_is_new_in_it_are_one_answer(session: Session, tiny: Path, folder: Path) -> None:
    accept(session)
    before, counts = (fingerprint(tiny), fingerprint(folder)), session.agenda.counts()
    fact = upcoming(session)
    assert [thing.own_id for thing in session.agenda.new_with(fact)] == ["foam-park"]
    accept(session)
    assert (session.agenda.counts().judged, session.agenda.counts().left) == (counts.judged + 1, counts.left - 1)
    [_, park, located] = rows(folder / "judgements.csv")
    assert (park["kind"], park["predicate"], park["judgement"], park["with"]) == (
        *("thing", "IndustrialPark", "accept"),
        fact.key,
    )
    assert (located["proposal"], located["with"]) == (fact.key, "")
    assert "foam-park,en,Foam Park,preferred,gull" in (tiny / "names.csv").read_text("utf-8")
    undone = session.undo()
    assert undone is not None and undone.proposal == fact.key
    assert (fingerprint(tiny), fingerprint(folder)) == before
    assert (session.agenda.counts(), upcoming(session).key) == (counts, fact.key)


def test_what_is_new_waits_for_another_fact_and_goes_with_the_last(session: Session, tiny: Path) -> None:
    accept(session)
    assert not session.answer(upcoming(session), Verdict.REJECT).fallen
    operates = upcoming(session)
    assert about(operates) == "tidal-works operates foam-park"
    assert [thing.own_id for thing in session.agenda.new_with(operates)] == ["foam-park"]
    session.answer(operates, Verdict.REJECT)
    assert names(session) == ["question bay-council", "fact bay-council operates reef-station", "name Rif Stansiyası"]
    session.undo()
    accept(session)
    assert "foam-park,IndustrialPark" in (tiny / "entities.csv").read_text("utf-8")


def test_an_edited_fact_brings_what_it_still_names(session: Session, tiny: Path, folder: Path) -> None:
    accept(session)
    fact = upcoming(session)
    told = {**session.fields_of(fact), "subject": "lumen-center"}
    assert not session.answer(fact, Verdict.EDIT, "", told).faults
    assert "foam-park" not in (tiny / "entities.csv").read_text("utf-8")
    operates = upcoming(session)
    told = {**session.fields_of(operates), "from": "2031-06-08"}
    assert not session.answer(operates, Verdict.EDIT, "", told).faults
    assert [row["judgement"] for row in rows(folder / "judgements.csv")] == ["accept", "edit", "accept", "edit"]
    assert "foam-park,IndustrialPark" in (tiny / "entities.csv").read_text("utf-8")


def test_a_question_comes_before_the_fact_and_what_is_new_with_it(session: Session) -> None:
    for _ in range(3):
        accept(session)
    council = upcoming(session)
    waiting = next(item for item in session.agenda.items() if item.confidence == 0.7 and item.kind is Kind.FACT)
    assert council.kind is Kind.QUESTION and session.agenda.new_with(waiting) == []
    assert "is not accepted" in str(session.answer(waiting, Verdict.ACCEPT).faults[0])
    assert not session.answer(council, Verdict.ACCEPT, "", {"entity": "bay-council"}).faults
    assert upcoming(session).key == waiting.key
    assert [thing.own_id for thing in session.agenda.new_with(waiting)] == ["bay-council"]


def test_a_torn_answer_is_asked_again(tiny: Path, folder: Path, schema: Schema) -> None:
    """The thing on the disk without its fact, as where the power went: both are asked, and kept once."""
    before = fingerprint(tiny)
    session = open_session(tiny, folder, schema)
    accept(session)
    fact = accept(session)
    whole = (folder / "judgements.csv").read_text("utf-8")
    session.undo()
    session.undo()
    assert {name: sum_ for name, sum_ in fingerprint(tiny).items() if name in before} == before
    lines = whole.splitlines(keepends=True)
    (folder / "judgements.csv").write_text("".join([lines[0], lines[2]]), encoding="utf-8", newline="")
    again = open_session(tiny, folder, schema)
    assert not again.journal.judged
    accept(again)
    assert upcoming(again).key == fact.key and len(again.agenda.new_with(fact)) == 1
    accept(again)
    assert (folder / "judgements.csv").read_text("utf-8") == whole
    assert len(open_session(tiny, folder, schema).journal.judged) == 3


def test_judgements_of_an_older_review_are_kept(tiny: Path, folder: Path, schema: Schema) -> None:
    """Its table had no column for what was accepted together."""
    accept(open_session(tiny, folder, schema))
    path = folder / "judgements.csv"
    lines = path.read_text("utf-8").splitlines()
    path.write_text(f"{lines[0].removesuffix(',with')}\n{lines[1].removesuffix(',')}\n", encoding="utf-8", newline="")
    accept(open_session(tiny, folder, schema))
    assert [row["with"] != "" for row in rows(path)] == [False, True, False]
    assert len(open_session(tiny, folder, schema).journal.judged) == 3


FAULTS = [
    ({"subject": "reef-statoin"}, "unknown thing 'reef-statoin'. Did you mean 'reef-station'?"),
    ({"predicate": "joind"}, "unknown predicate 'joind'. Did you mean 'joined'?"),
    ({"from": "Jan-26"}, "'Jan-26' looks like a date that a spreadsheet rewrote."),
    ({"object": "port-lumen"}, "'port-lumen' is of class City, but the object of 'joined' is of class"),
    ({"quote": "Reef Station left the Harbour Network"}, "is not in the article"),
    ({"quote": "one two three four five six seven eight nine"}, "the quote has 9 words"),
    ({"status": "perhaps"}, "unknown status 'perhaps'"),
    ({"from": "2032", "until": "2031"}, "'from' 2032 is after 'until' 2031"),
    ({"rolle": "x"}, "there is no field 'rolle'. Did you mean 'role'?"),
    ({"object": ""}, "'object' is empty"),
    ({"note": "a\u202eb"}, "bidirectional character U+202E"),
]


@pytest.mark.parametrize(("changes", "said"), FAULTS, ids=lambda value: str(value)[:30])
def test_what_is_wrong_is_said_and_nothing_is_written(
    session: Session, tiny: Path, folder: Path, changes: dict[str, str], said: str
) -> None:
    before = fingerprint(tiny), fingerprint(folder)
    item = upcoming(session)
    outcome = session.answer(item, Verdict.EDIT, "", {**session.fields_of(item), **changes})
    assert any(said in str(fault) for fault in outcome.faults), outcome.faults
    assert (fingerprint(tiny), fingerprint(folder)) == before
    assert upcoming(session).key == item.key
    accept(session)


def test_a_fact_that_stands_already_is_refused_by_its_place(session: Session, tiny: Path) -> None:
    item = upcoming(session)
    told = session.fields_of(item)
    accept(session)
    append(tiny / "facts" / "gull.csv", "tidal-works,operates,lumen-center,,,,gull,Reef Station joined,,")
    park = next(item for item in session.agenda.items() if item.own_id == "foam-park")
    assert not session.answer(park, Verdict.EDIT, "", {**session.fields_of(park), "id": "reef-station"}).faults
    operates = next(item for item in session.agenda.items() if item.predicate == "operates")
    changed = {**session.fields_of(operates), "predicate": "joined", "subject": told["subject"]}
    changed |= {"object": told["object"], "quote": told["quote"]}
    outcome = session.answer(operates, Verdict.EDIT, "", changed)
    assert "the same fact with the same quote stands already in " in str(outcome.faults[0])
    assert "gull.csv" in str(outcome.faults[0])


@settings(max_examples=25)
@given(st.lists(st.sampled_from("aarlut"), max_size=14))
def test_whatever_is_answered_can_be_taken_back(
    tmp_path_factory: pytest.TempPathFactory, schema: Schema, keys: list[str]
) -> None:
    import shutil

    folder = tmp_path_factory.mktemp("undo")
    seeds = shutil.copytree(FOLDER, folder / "seeds")
    session = open_session(seeds, folder / "drafts", schema)
    before, asked, opened = fingerprint(seeds), names(session), set[str]()
    for key in keys:
        item = session.agenda.next()
        if key == "u" or item is None:
            session.undo()
        elif key == "l":
            session.agenda.postpone(item)
        elif key == "t":
            assert session.agenda.ask_singly(item) == bool(session.agenda.new_with(item))
            opened.add(item.key)
        else:
            told = {"entity": "tidal-works"} if item.kind is Kind.QUESTION else None
            session.answer(item, Verdict.ACCEPT if key == "a" else Verdict.REJECT, "", told)
        read_project(seeds, schema, SHAPES)
        left = list(session.agenda.items())
        new = [(item.key, thing.key) for item in left for thing in session.agenda.new_with(item)]
        with_facts = {thing for _, thing in new} - {thing for fact, thing in new if fact in opened}
        assert session.agenda.counts().left == len(left) - len(with_facts)
    again = open_session(seeds, folder / "drafts", schema)
    assert names(again) == names(session)
    while again.undo() is not None:
        pass
    assert names(again) == asked
    after = {name: sum_ for name, sum_ in fingerprint(seeds).items() if name in before}
    assert after == before
    assert all(not rows(seeds / name) for name in fingerprint(seeds) if name not in before)


def test_a_killed_session_asks_nothing_twice(tiny: Path, folder: Path, schema: Schema) -> None:
    """Between the tables and the judgement: the fact stands, and is not asked again."""
    session = open_session(tiny, folder, schema)
    accept(session)
    edit(folder / "judgements.csv", (folder / "judgements.csv").read_text("utf-8").split("\n", 1)[1], "")
    again = open_session(tiny, folder, schema)
    assert about(upcoming(again)) == "foam-park locatedIn port-lumen"
    assert len(rows(tiny / "facts" / "gull.csv")) == 1


def test_a_session_that_is_killed_before_the_judgements_has_both_or_neither(
    tiny: Path, folder: Path, schema: Schema
) -> None:
    session = open_session(tiny, folder, schema)
    accept(session)
    accept(session)
    path = folder / "judgements.csv"
    path.write_text("".join(path.read_text("utf-8").splitlines(keepends=True)[:2]), encoding="utf-8", newline="")
    again = open_session(tiny, folder, schema)
    operates = upcoming(again)
    assert about(operates) == "tidal-works operates foam-park" and again.agenda.new_with(operates) == []
    accept(again)
    assert (tiny / "entities.csv").read_text("utf-8").count("foam-park") == 1


def test_a_batch_is_written_whole_or_not_at_all(session: Session, tiny: Path, folder: Path) -> None:
    before = fingerprint(tiny), fingerprint(folder)
    items = list(session.agenda.items())
    answers = [Answer(item, Verdict.ACCEPT) for item in items[:3]]
    wrong = {**session.fields_of(items[3]), "predicate": "nonsense"}
    outcome = session.answer_all([*answers, Answer(items[3], Verdict.EDIT, "", wrong)])
    assert [fault.text for fault in outcome.faults] == ["unknown predicate 'nonsense'"]
    assert (fingerprint(tiny), fingerprint(folder)) == before
    assert not session.answer_all(answers).faults
    assert len(session.journal.judged) == 3


def test_a_table_that_somebody_changes_meanwhile_is_read_anew(session: Session, tiny: Path) -> None:
    append(tiny / "entities.csv", "bay-of-foam,City,,")
    item = upcoming(session)
    told = {**session.fields_of(item), "note": "seen by hand"}
    assert not session.answer(item, Verdict.EDIT, "", told).faults
    assert "bay-of-foam,City,," in (tiny / "entities.csv").read_text("utf-8")
    assert rows(tiny / "facts" / "gull.csv")[0]["note"] == "seen by hand"


def test_a_row_that_a_hand_has_changed_is_not_taken_back(session: Session, tiny: Path) -> None:
    accept(session)
    edit(tiny / "facts" / "gull.csv", ",2031,", ",2030,")
    with pytest.raises(CallError, match=r"has no row .* any more"):
        session.undo()
    assert len(session.journal.judged) == 1
