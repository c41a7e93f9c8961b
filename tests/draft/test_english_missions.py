"""English embassies, delegations of the Union and posts abroad: what they are called, whose they are, who is there."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

EMBASSIES = [
    ("The U.S. Embassy in Osh and Orvel University opened a hub.", "U.S. Embassy", "United States"),
    ("Orvel University signed a memorandum with the US Embassy.", "US Embassy", "United States"),
    ("The Embassy of Chile in Georgia hosted the Orvel Forum.", "Embassy of Chile in Georgia", "Chile"),
    (
        "Orvel University signed a memorandum with the Embassy of the Kingdom of Norway.",
        "Embassy of the Kingdom of Norway",
        "Norway",
    ),
    ("The Consulate of Chile in Osh opened a center.", "Consulate of Chile", "Chile"),
]
POSTS = [
    ("UNOPS Resident Representative in Chile Anna Liepa spoke at the forum.", "Resident Representative", "UNOPS"),
    ("Anna Liepa, UNOPS Representative in Chile, spoke at the forum.", "Representative", "UNOPS"),
    ("Orvel Bank Country Manager for Chile Anna Liepa spoke at the forum.", "Country Manager", "Orvel Bank"),
    (
        "Anna Liepa, Head of the European Union Delegation to Chile, opened the forum.",
        "Head of the European Union Delegation to Chile",
        "European Union Delegation to Chile",
    ),
]


@pytest.mark.parametrize(("text", "name", "country"), EMBASSIES)
def test_embassies_are_of_the_countries_that_send_them(text: str, name: str, country: str, drafter: Drafter) -> None:
    assert (name, "ofCountry", country) in triples(drafter.draft(text, source(), "en"))


def test_an_embassy_signs_rather_than_its_country(drafter: Drafter) -> None:
    text = "The U.S. Embassy in Osh signed a memorandum with Orvel University."
    parties = {a for a, predicate, _ in triples(drafter.draft(text, source(), "en")) if predicate == "partyTo"}
    assert parties == {"U.S. Embassy", "Orvel University"}


@pytest.mark.parametrize(("text", "post", "body"), POSTS)
def test_posts_abroad_are_of_those_who_sent_them(text: str, post: str, body: str, drafter: Drafter) -> None:
    told = triples(drafter.draft(text, source(), "en"))
    assert ("Anna Liepa", "holdsPost", post) in {(a, p, b.partition(" (")[0]) for a, p, b in told}, sorted(told)
    assert (post, "postIn", body) in {(a.partition(" (")[0], p, b) for a, p, b in told}, sorted(told)
    assert not [row for row in told if row[1] == "represents"]


def test_a_delegation_has_its_whole_name(drafter: Drafter) -> None:
    body = "Delegation of the European Union to Chile"
    told = triples(drafter.draft(f"Orvel University cooperates with the {body}.", source(), "en"))
    assert ("Orvel University", "cooperatesWith", body) in told
