"""What is offered for a field: things by any name in any script, new ones among them, and terms by their labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.draft.model import Verdict
from kg.facts.schema import Schema
from kg.resources import Resources
from kg.review.offers import MOST, Offers
from kg.review.session import Session
from kg.review.showing import Showing
from tests.review.drafted import open_session
from tests.tiny_project import append


def offers_in(session: Session, language: str) -> Offers:
    return Offers(session, Showing(session, Resources.current().read_ontology(), language))


@pytest.fixture
def offers(session: Session) -> Offers:
    return offers_in(session, "en")


def values(offers: Offers, field: str, typed: str) -> list[str]:
    return [offer.value for offer in offers.of(field, typed)]


def test_a_thing_is_found_by_its_id_and_by_any_word_of_its_names(offers: Offers) -> None:
    assert "lumen-center" in values(offers, "id", "lumen")
    assert values(offers, "subject", "reef-st") == ["reef-station"]
    assert "reef-station" in values(offers, "object", "station")
    assert values(offers, "onBehalfOf", "Reef Station") == ["reef-station"]


def test_a_name_in_another_language_finds_it_and_is_told_beside_the_own_one(offers: Offers, session: Session) -> None:
    [found] = offers.of("subject", "lümen mərk")
    assert (found.value, found.name) == ("lumen-center", "Lumen Center (Lümen Mərkəzi)")
    [found] = offers_in(session, "az").of("subject", "Lumen Cent")
    assert found.name == "Lümen Mərkəzi (Lumen Center)"


def test_a_name_in_another_script_finds_it(tiny: Path, folder: Path, schema: Schema) -> None:
    append(tiny / "names.csv", "reef-station,kk,Риф стансасы,rendering,")
    offers = offers_in(open_session(tiny, folder, schema), "en")
    assert values(offers, "subject", "риф стан") == ["reef-station"]
    assert "lumen-center" in values(offers, "subject", "Люмен")  # nobody wrote it so: by its sound


def test_a_thing_is_told_with_its_class_in_the_readers_language(offers: Offers, session: Session) -> None:
    [found] = offers.of("subject", "reef-station")
    assert found.what == "acceleration center"
    assert offers.told("subject", "reef-station") == "Reef Station · acceleration center"
    assert offers_in(session, "ru").told("object", "reef-station").endswith(" · центр акселерации")
    assert offers.told("object", "nothing-such") == ""
    assert offers_in(session, "az").told("class", "City") == "şəhər"


def test_new_things_are_offered_until_they_are_rejected(offers: Offers, session: Session) -> None:
    assert values(offers, "object", "foam") == ["foam-park"]
    session.answer(session.new_things()["foam-park"], Verdict.REJECT)
    assert values(offers, "object", "foam") == []


def test_terms_are_offered_by_their_labels_too(offers: Offers, session: Session) -> None:
    assert values(offers, "predicate", "join")[0] == "joined"
    assert "City" in values(offers_in(session, "kk"), "class", "қала")
    assert values(offers, "status", "") == ["stated", "planned", "denied"]
    assert values(offers, "quote", "Reef") == []


def test_no_more_are_offered_than_a_list_can_show(offers: Offers) -> None:
    assert len(offers.of("class", "")) == MOST
