"""How far a review is, what it did, and how long the rest may take."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.draft.model import Verdict
from kg.facts.schema import Schema
from kg.resources import Resources
from kg.review.model import Item
from kg.review.progress import Pace
from kg.review.session import Session
from kg.review.showing import Showing
from kg.review.telling import done, how_far
from kg.views.words import LANGUAGES
from tests.review.drafted import open_session


def upcoming(session: Session) -> Item:
    item = session.agenda.next()
    assert item is not None
    return item


def articles(session: Session) -> dict[str, tuple[int, int, int]]:
    return {told.source: (told.judged, told.left, told.later) for told in session.agenda.by_article()}


def test_articles_add_up_to_the_whole(session: Session) -> None:
    assert articles(session) == {"gull": (0, 5, 0), "tern": (0, 1, 0)}
    session.answer(upcoming(session), Verdict.ACCEPT)
    session.agenda.postpone(upcoming(session))
    assert articles(session) == {"gull": (1, 4, 1), "tern": (0, 1, 0)}
    counts = session.agenda.counts()
    assert (counts.judged, counts.left, counts.later, counts.before, counts.all) == (1, 5, 1, 0, 6)
    while session.agenda.next() is not None:
        session.answer(upcoming(session), Verdict.REJECT)
    told, counts = articles(session), session.agenda.counts()
    assert sum(each[0] for each in told.values()) == counts.judged
    assert sum(each[1] for each in told.values()) == counts.left


def test_what_was_judged_before_counts_to_the_whole(session: Session, tiny: Path, folder: Path, schema: Schema) -> None:
    session.answer(upcoming(session), Verdict.ACCEPT)
    session.answer(upcoming(session), Verdict.REJECT)
    again = open_session(tiny, folder, schema)
    assert (again.agenda.counts().before, again.agenda.counts().judged) == (2, 0)
    assert again.agenda.counts().all == again.agenda.counts().left + 2
    assert again.agenda.summary().verdicts == {} and again.agenda.summary().rows == {}


def test_what_was_left_for_later_is_told_and_can_be_recalled(session: Session) -> None:
    first = upcoming(session)
    session.agenda.postpone(first)
    assert [item.key for item in session.agenda.left_for_later()] == [first.key]
    assert upcoming(session).key != first.key
    session.agenda.recall()
    assert (session.agenda.left_for_later(), upcoming(session).key) == ([], first.key)


def test_a_session_tells_what_it_did_and_not_what_it_took_back(session: Session) -> None:
    session.answer(upcoming(session), Verdict.ACCEPT)
    session.answer(upcoming(session), Verdict.ACCEPT)  # with a new thing, its name and the place where it is
    summary = session.agenda.summary()
    assert summary.verdicts == {Verdict.ACCEPT: 2}
    assert summary.rows == {
        "entities.csv": 1,
        "facts/gull.csv": 2,
        "facts/tern.csv": 1,
        "names.csv": 1,
        "sources.csv": 2,
    }
    session.undo()
    assert session.agenda.summary().rows == {"facts/gull.csv": 1, "facts/tern.csv": 1, "sources.csv": 2}
    session.undo()
    assert session.agenda.summary().verdicts == {} and session.agenda.summary().rows == {}


def test_a_new_thing_that_was_opened_leads_back(session: Session) -> None:
    session.answer(upcoming(session), Verdict.ACCEPT)
    fact = upcoming(session)
    assert not session.agenda.ask_together(fact) and not session.agenda.is_opened(fact)
    session.agenda.ask_singly(fact)
    thing = upcoming(session)
    assert thing.key != fact.key and session.agenda.is_opened(thing)
    assert session.agenda.ask_together(thing)
    assert upcoming(session).key == fact.key


class Clock:
    """Seconds that a test sets."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@given(st.lists(st.floats(0.1, 170), min_size=5, max_size=30), st.integers(1, 500))
def test_the_rest_takes_as_long_as_answers_mostly_took(taken: list[float], left: int) -> None:
    clock = Clock()
    pace = Pace(clock)
    for seconds in taken:
        clock.now += seconds
        pace.answered()
    minutes = pace.minutes_left(left)
    assert minutes is not None
    ordered = sorted(taken)
    middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    assert minutes - 1 <= middle * left / 60 + 1e-6 and middle * left / 60 <= minutes + 1e-6
    assert pace.minutes_left(0) is None


def test_a_break_is_not_counted_and_few_answers_tell_nothing() -> None:
    clock = Clock()
    pace = Pace(clock)
    for seconds in (12.0, 12.0, 3600.0, 12.0, 12.0):
        clock.now += seconds
        pace.answered()
    assert pace.minutes_left(100) is None
    clock.now += 12
    pace.answered()
    assert pace.minutes_left(100) == 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_in_words(session: Session, language: str) -> None:
    words = Showing(session, Resources.current().read_ontology(), language).words
    assert done(words, session.agenda.summary()) == ""
    session.answer(upcoming(session), Verdict.REJECT)
    session.agenda.postpone(upcoming(session))
    told = how_far(words, session.agenda.counts(), 75)
    assert told.count(" · ") == 2 and "75" not in told and "15" in told
    assert done(words, session.agenda.summary(), 1).count("1") == 2
