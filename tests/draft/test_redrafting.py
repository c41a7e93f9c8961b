"""The things of an article that is drafted again keep the ids that they had."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.draft.drafter import Drafter
from kg.draft.merging import Merger
from kg.draft.model import Draft, Drafts, Judged
from tests.draft.conftest import source

TEXT = "Foam University and Tidal Institute signed a memorandum of understanding on 4 March 2026."


@pytest.fixture
def draft(drafter: Drafter) -> Draft:
    return drafter.draft(TEXT, source(), "en")


def under(draft: Draft, old: str, new: str) -> Draft:
    """The draft as it would be if a thing had another id."""
    rows = tuple(
        replace(
            told,
            subject=new if told.subject == old else told.subject,
            object=new if told.object == old else told.object,
            key=told.key + new if old in (told.subject, told.object) else told.key,
        )
        for told in draft.proposals
    )
    things = tuple(replace(thing, id=new) if thing.id == old else thing for thing in draft.things)
    names = tuple(replace(name, entity=new) if name.entity == old else name for name in draft.names)
    return replace(draft, proposals=rows, things=things, names=names)


def merged(draft: Draft, before: Drafts) -> Drafts:
    merger = Merger(before)
    merger.add(draft)
    return merger.drafts()


def test_a_number_at_the_end_makes_no_other_thing_of_the_same_words(draft: Draft) -> None:
    before = merged(draft, Drafts())
    for thing in draft.things:
        assert merged(under(draft, thing.id, f"{thing.id}-2"), before) == before


def test_judged_facts_stay_so_that_what_only_they_need_is_not_asked_alone(draft: Draft) -> None:
    before = merged(draft, Drafts())
    judged = tuple(Judged(told.key, "reject", "A", "2026-05-04", "") for told in before.proposals)
    after = merged(draft, replace(before, judged=judged))
    assert after.proposals == before.proposals


def test_a_judged_claim_is_judged_in_other_words_of_its_article_too(draft: Draft) -> None:
    before = merged(draft, Drafts())
    told = before.proposals[0]
    judged = replace(before, judged=(Judged(told.key, "reject", "A", "2026-05-04", ""),))
    moved = replace(told, key="another", place=replace(told.place, quote="signed a memorandum"))
    after = merged(replace(draft, proposals=(moved, *draft.proposals[1:])), judged)
    assert "another" not in {each.key for each in after.proposals}


def test_another_thing_of_another_place_stays_another(draft: Draft) -> None:
    before = merged(draft, Drafts())
    thing = draft.things[0]
    elsewhere = under(draft, thing.id, "another-body")
    things = tuple(
        replace(each, place=replace(each.place, start=each.place.start + 1)) if each.id == "another-body" else each
        for each in elsewhere.things
    )
    assert "another-body" in {each.id for each in merged(replace(elsewhere, things=things), before).things}


def test_agreements_without_parties_of_two_articles_are_two(draft: Draft) -> None:
    agreement = next(thing.id for thing in draft.things if thing.class_name == "MemorandumOfUnderstanding")
    one = under(draft, agreement, "memorandum")
    other = replace(one, source=source("other"), things=tuple(replace(each, source="other") for each in one.things))
    other = replace(other, proposals=tuple(replace(each, source="other") for each in one.proposals))
    merger = Merger(Drafts())
    merger.add(one)
    merger.add(other)
    found = merger.drafts()
    told = {each.object for each in found.proposals if each.predicate == "partyTo"}
    assert told == {"memorandum-article", "memorandum-other"} <= {thing.id for thing in found.things}
