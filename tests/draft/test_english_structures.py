"""Structures of English press: who only stands beside, posts of several, governments, capitals, agreements apart."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from kg.draft.grading import LOWEST
from kg.draft.pairs.weights import read_weights
from kg.facts.model import Project
from kg.facts.schema import Schema
from tests.draft.conftest import source, triples


def ends(drafter: Drafter, text: str, predicate: str) -> set[tuple[str, str]]:
    return {(a, b) for a, p, b in triples(drafter.draft(text, source(), "en")) if p == predicate}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Fen University Vice-Rectors Petra Holm and Jonas Berg spoke.", {"Petra Holm", "Jonas Berg"}),
        ("Tern Bank directors Petra Holm, Jonas Berg and Anna Kim left.", {"Petra Holm", "Jonas Berg", "Anna Kim"}),
        ("Project Directors Park Ji Hoon and Lee Mi Ran represented KODA.", {"Park Ji Hoon", "Lee Mi Ran"}),
        ("Deputy Ministers of Energy Anna Kim and Ivan Berg attended the forum.", {"Anna Kim", "Ivan Berg"}),
        ("Vice Presidents Anna Kim and Ivan Berg of Tern Bank attended the forum.", {"Anna Kim", "Ivan Berg"}),
    ],
)
def test_posts_in_the_plural_are_of_all_in_the_list(text: str, people: set[str], drafter: Drafter) -> None:
    rows = ends(drafter, text, "holdsPost")
    assert {a for a, _ in rows} == people
    assert not any(b.split(" (")[0].endswith("s") for _, b in rows)


def test_a_plural_without_a_list_is_no_post(drafter: Drafter) -> None:
    assert not ends(
        drafter, "The presidents of Kazakhstan and Kyrgyzstan met in Osh. Directors Anna Kim left.", "holdsPost"
    )


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("He met Uzbekistan's Digital Development and Transport Minister Rustam Nazarov.", "Digital Development and"),
        ("Turkish Trade and Industry Minister Murat Yalin spoke at the forum.", "Trade and Industry"),
    ],
)
def test_fields_of_ministers_after_a_country(text: str, post: str, drafter: Drafter) -> None:
    assert any(post in b for _, b in ends(drafter, text, "holdsPost"))


def test_who_follows_a_minister_has_a_post_of_his_own(drafter: Drafter) -> None:
    text = "It was signed by Askar Nurov, Minister of Energy of Chad, and You Sang Ho, Minister of Trade of Korea."
    rows = ends(drafter, text, "holdsPost")
    assert rows == {("Askar Nurov", "Minister of Energy of Chad"), ("You Sang Ho", "Minister of Trade of Korea")}


def test_initials_after_a_department(drafter: Drafter) -> None:
    text = "They met Rector Aziz Karimov, Head of the Foreign Relations Department Sh. Tursunov and others."
    assert ("Sh. Tursunov", "Head of the Foreign Relations Department") in ends(drafter, text, "holdsPost")


@pytest.mark.parametrize(
    "text",
    [
        "The Government of Kyrgyzstan and Tern Bank signed an agreement in Bishkek.",
        "The agreement was signed between the Government of Kyrgyzstan and Tern Bank.",
    ],
)
def test_governments_are_parties(text: str, drafter: Drafter) -> None:
    assert {a for a, _ in ends(drafter, text, "partyTo")} == {"Government of Kyrgyzstan", "Tern Bank"}
    assert {a for a, _ in ends(drafter, text, "ofCountry")} == {"Government of Kyrgyzstan"}


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("The forum was held in Dushanbe, the capital of Tajikistan, on May 3.", "Dushanbe"),
        ("The delegation flew to Kazakhstan's capital Astana.", "Astana"),
        ("The forum was held in the Kazakh capital, Astana.", "Astana"),
    ],
)
def test_capitals_of_countries(text: str, town: str, drafter: Drafter) -> None:
    assert {a for a, _ in ends(drafter, text, "locatedIn")} == {town}


@pytest.mark.parametrize("where", ["the Kazakh capital Astana", "the northern city of Astana", "the city of Astana"])
def test_towns_behind_what_they_are(where: str, drafter: Drafter) -> None:
    assert {b for _, b in ends(drafter, f"The forum was held in {where}.", "heldIn")} == {"Astana"}


@pytest.mark.parametrize(
    ("text", "signers"),
    [
        ("The delegation met with Botir Usmanov, at which Tern Bank and Fen University signed an agreement.", set()),
        ("An agreement was signed in Osh, where Petra Holm, Director of Tern Bank, had spoken.", set()),
        (
            "A decree approving the memorandum between the Fen Agency and Tern Bank was signed by Idris Abba.",
            set(),
        ),
        (
            "Petra Holm, Director of Tern Bank, met Anna Kim, Rector of Fen University, where they signed a pact.",
            {"Petra Holm", "Anna Kim"},
        ),
    ],
)
def test_who_stands_in_another_clause_does_not_sign(text: str, signers: set[str], drafter: Drafter) -> None:
    assert {a for a, _ in ends(drafter, text, "signed")} == signers


def test_two_agreements_of_one_sentence(drafter: Drafter) -> None:
    text = "Tern Bank signed a grant agreement with Fen University and also concluded a memorandum with Orda Labs."
    rows = ends(drafter, text, "partyTo")
    of = {b: {a for a, other in rows if other == b} for _, b in rows}
    assert sorted(map(sorted, of.values())) == [["Fen University", "Tern Bank"], ["Orda Labs", "Tern Bank"]]


def test_agreements_that_are_only_counted(drafter: Drafter) -> None:
    assert not ends(drafter, "At the forum, Fen University also reached a number of agreements.", "partyTo")


def test_a_memorandum_that_a_clause_tells_is_another(drafter: Drafter) -> None:
    text = (
        "Fen University and Tern Bank signed an agreement. "
        "It relies on the memorandum of understanding that was signed on January 21, 2018 by Petra Holm and Anna Kim."
    )
    assert not {b for _, b in ends(drafter, text, "partyTo")} & {b for _, b in ends(drafter, text, "signed")}


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Ruslan Orlov, Governor of the Komi-Tavda Autonomous Okrug of Russia, spoke.", "Komi-Tavda Autonomous Okrug"),
        ("Ruslan Orlov, governor of the Batken Autonomous Oblast of Kyrgyzstan, spoke.", "Batken Autonomous Oblast"),
    ],
)
def test_self_ruled_regions(text: str, region: str, drafter: Drafter) -> None:
    assert {a for a, _ in ends(drafter, text, "locatedIn")} == {region}


def test_a_name_with_a_city_that_opens_a_sentence(drafter: Drafter) -> None:
    text = (
        "Teknokent Izmir and Kazakhstan's Startup Agency signed a memorandum on March 9. "
        "It was praised by Ayla Demir, head of Teknokent Izmir."
    )
    assert {a for a, _ in ends(drafter, text, "partyTo")} == {"Teknokent Izmir", "Startup Agency"}


def test_a_delegation_that_was_received(drafter: Drafter) -> None:
    text = "A delegation led by Minister Anna Kim was received by Li Na and by Max Zhao, director of Tern Bank."
    assert {a for a, _ in ends(drafter, text, "participatedIn")} == {"Anna Kim", "Li Na", "Max Zhao"}


def test_hosts_and_speeches(drafter: Drafter) -> None:
    met = (
        "Representatives of the Fen Agency met with the leadership of Orda University on May 3. "
        "The hosts were Rector Petra Holm and Dean Jonas Berg."
    )
    assert {"Petra Holm", "Jonas Berg"} <= {a for a, _ in ends(drafter, met, "participatedIn")}
    spoke = "The conference was held in Osh on May 3. Jonas Berg, in his address, praised it."
    assert {a for a, _ in ends(drafter, spoke, "spokeAt")} == {"Jonas Berg"}


def test_what_weights_take_for_parts_and_guests(project: Project, schema: Schema) -> None:
    weighed = Drafter(project, schema, weights=read_weights(), least=LOWEST)
    branches = (
        "Last year a branch of Russia's Gora National University was opened at Fen Kazakh University in Almaty, "
        "and a branch of Orda Russian State University at the Atyrau Oil and Gas University."
    )
    assert not {a for a, _ in ends(weighed, branches, "belongsTo")} & {"Fen Kazakh University"}
    visit = (
        "A delegation headed by Ziba Holm, Vice President of Tern Bank, has paid a visit to Chad. "
        "In the course of the visit the delegation met with Sadok Siddik, Rector of the Fen Institute."
    )
    assert not any(a == "Sadok Siddik" and b.startswith("Visit") for a, b in ends(weighed, visit, "participatedIn"))
