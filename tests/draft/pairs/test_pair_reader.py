"""Pairs are read beside the rules: what weighs enough is proposed, and what rules tell against all weights is not."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import pytest

from kg.draft.drafter import Drafter
from kg.draft.model import Draft, Proposal, Reason
from kg.draft.pairs.weights import ALWAYS, LEAST, NO_WEIGHTS, RULE, Weights
from kg.facts.model import Project
from kg.facts.schema import Schema
from tests.draft.conftest import source, triples

PASSAGES = Path(__file__).resolve().parents[3] / "benchmarks" / "drafting" / "passages"
SURE, NEVER = 5000, -9000
TWO_BODIES = "Norvix Systems LLC and Tammela University shared one stand at the fair."
SIGNED = "Ada Whitcombe, rector of Tammela University, and Norvix Systems LLC signed a memorandum on Monday."


def reader(project: Project, schema: Schema, weights: Mapping[str, Mapping[str, int]]) -> Drafter:
    return Drafter(project, schema, weights=Weights({name: {"lang=en": 0, **told} for name, told in weights.items()}))


def drafted(drafter: Drafter, text: str, language: str = "en") -> Draft:
    return drafter.draft(text, source(), language)


def by_pairs(draft: Draft) -> list[Proposal]:
    return [each for each in draft.proposals if ".pair." in each.rule]


def test_what_weighs_enough_is_proposed_with_its_reason_and_words(project: Project, schema: Schema) -> None:
    weights = {"cooperatesWith": {ALWAYS: NEVER, "cc=Organisation|Organisation": -NEVER + SURE, LEAST: 1000}}
    [told] = by_pairs(drafted(reader(project, schema, weights), TWO_BODIES))
    assert (told.predicate, told.rule, told.reasons[0]) == ("cooperatesWith", "en.pair.cooperatesWith", Reason.BY_PAIR)
    assert told.place.quote in TWO_BODIES


@pytest.mark.parametrize("least", [None, SURE + 1])
def test_what_weighs_too_little_is_not_proposed(project: Project, schema: Schema, least: int | None) -> None:
    weights = {"cooperatesWith": {ALWAYS: SURE} | ({} if least is None else {LEAST: least})}
    assert not by_pairs(drafted(reader(project, schema, weights), TWO_BODIES))


def test_a_language_of_which_nothing_was_learned_is_left_to_the_rules(project: Project, schema: Schema) -> None:
    text = "Norvix Systems ile Tammela Üniversitesi fuarda tek stant açtı."
    weights = {"cooperatesWith": {ALWAYS: SURE, LEAST: 0}}
    assert by_pairs(drafted(reader(project, schema, weights), TWO_BODIES))
    assert drafted(reader(project, schema, weights), text, "tr") == drafted(
        Drafter(project, schema, weights=NO_WEIGHTS), text, "tr"
    )


def test_what_a_rule_tells_against_all_weights_is_taken_back(project: Project, schema: Schema) -> None:
    by_rules = triples(drafted(Drafter(project, schema, weights=NO_WEIGHTS), SIGNED))
    assert any(predicate == "partyTo" for _, predicate, _ in by_rules)
    doubted = drafted(reader(project, schema, {"partyTo": {ALWAYS: NEVER, RULE: 1000}}), SIGNED)
    assert {told for told in by_rules if told[1] != "partyTo"} == triples(doubted)
    kept = drafted(reader(project, schema, {"partyTo": {ALWAYS: NEVER, RULE: 9000}}), SIGNED)
    assert triples(kept) == by_rules


def test_things_of_which_only_doubted_rows_tell_are_no_longer_proposed(project: Project, schema: Schema) -> None:
    text = "Norvix Systems LLC has joined the Baltic Parks Network."
    weights = {"joined": {ALWAYS: NEVER, RULE: 0}}
    assert "joined" in {
        told.predicate for told in drafted(Drafter(project, schema, weights=NO_WEIGHTS), text).proposals
    }
    assert not drafted(reader(project, schema, weights), text).proposals


def test_a_guessed_class_gives_way_to_the_one_that_a_relation_asks_for(project: Project, schema: Schema) -> None:
    text = "The rector of Tammela University, Quorvane, spoke at length."
    before = drafted(Drafter(project, schema, weights=NO_WEIGHTS), text)
    assert not any(told.predicate == "holdsPost" for told in before.proposals)
    weights = {
        "holdsPost": {ALWAYS: SURE, LEAST: 0},
        "postIn": {ALWAYS: NEVER, "b.c=ResearchOrganisation": -NEVER + SURE, LEAST: 0},
    }
    draft = drafted(reader(project, schema, weights), text)
    [holder] = [told.subject for told in draft.proposals if told.predicate == "holdsPost"]
    assert next(thing for thing in draft.things if thing.id == holder).class_name == "Person"
    assert {told.predicate for told in draft.proposals} >= {"holdsPost", "postIn"}


def test_a_body_signs_one_agreement_by_pairs(project: Project, schema: Schema) -> None:
    text = (
        "Norvix Systems LLC spoke of the memorandum in May. A memorandum and an agreement lay on the table of Norvix."
    )
    weights = {"partyTo": {ALWAYS: SURE, LEAST: 0}}
    told = by_pairs(drafted(reader(project, schema, weights), text))
    assert len({(each.subject, each.object) for each in told}) == len({each.subject for each in told}) == 1


def test_a_row_of_a_rule_stays_its_row_where_pairs_agree(project: Project, schema: Schema) -> None:
    [alone] = [
        each for each in drafted(Drafter(project, schema, weights=NO_WEIGHTS), SIGNED).proposals
        if each.predicate == "signed"
    ]  # fmt: skip
    weights = {"signed": {ALWAYS: SURE, LEAST: 0, RULE: 0}}
    [told] = [
        each for each in drafted(reader(project, schema, weights), SIGNED).proposals if each.predicate == "signed"
    ]
    assert (told.key, told.rule, told.from_) == (alone.key, alone.rule, alone.from_)
    assert told.confidence > alone.confidence
    assert set(told.reasons) == {*alone.reasons, Reason.BY_PAIR}


def test_the_shipped_weights_add_to_the_rules_and_quote_what_they_add(project: Project, schema: Schema) -> None:
    with (PASSAGES / "en.csv").open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in islice(csv.DictReader(file), 20)]
    both, again = Drafter(project, schema), Drafter(project, schema)
    added = 0
    for text in texts:
        draft = drafted(both, text)
        assert draft == drafted(again, text)
        for told in by_pairs(draft):
            assert told.place.quote in " ".join(text.split())
            assert 0.4 <= told.confidence < 1
        added += len(by_pairs(draft))
    assert added > len(texts)


@pytest.mark.parametrize("language", ["az", "en", "kk", "ru"])
def test_pairs_that_are_left_out_beforehand_would_not_have_been_proposed(
    project: Project, schema: Schema, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (PASSAGES / f"{language}.csv").open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in islice(csv.DictReader(file), 25)]
    drafter = Drafter(project, schema)
    drafts = [drafted(drafter, text, language) for text in texts]
    assert sum(bool(by_pairs(draft)) for draft in drafts) > 2
    monkeypatch.setattr(Weights, "most", lambda *_: 10**9)
    assert [drafted(drafter, text, language) for text in texts] == drafts
