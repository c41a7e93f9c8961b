"""Plain statements of the English press: names in two pieces, who is of which body, lists whose last has an article."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


def found(drafter: Drafter, text: str) -> set[tuple[str, str, str]]:
    return triples(drafter.draft(text, source(), "en"))


def ends(drafter: Drafter, text: str, predicate: str) -> set[tuple[str, str]]:
    return {(a, b) for a, p, b in found(drafter, text) if p == predicate}


def parties(drafter: Drafter, text: str) -> set[str]:
    return {a for a, p, _ in found(drafter, text) if p == "partyTo"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("KTX Tashkent and Fen University signed a memorandum.", {"KTX Tashkent", "Fen University"}),
        ("A memorandum between ORB Baku and Fen University was signed.", {"ORB Baku", "Fen University"}),
        ("Fen University signed an agreement with Lviv IT Loft.", {"Lviv IT Loft", "Fen University"}),
        (
            "An agreement with Politecnico di Bari was signed by Fen University.",
            {"Politecnico di Bari", "Fen University"},
        ),
        ("Spark and Mettle has signed an agreement with Fen University.", {"Spark and Mettle", "Fen University"}),
        ("Petrafon and Quillon signed an agreement with Fen University.", {"Petrafon", "Quillon", "Fen University"}),
        ("Petrafon and the Aral Fund signed an agreement.", {"Petrafon", "Aral Fund"}),
        ("Petrafon and the Ministry of Water concluded a contract.", {"Petrafon", "Ministry of Water"}),
    ],
)
def test_names_of_parties(text: str, told: set[str], drafter: Drafter) -> None:
    assert parties(drafter, text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Among the guests were Petra Berg of Fen University and others.", {("Petra Berg", "Fen University")}),
        (
            "Participants included Petra Berg (Fen University), Anna Holm (Petrafon) and Elvin Guliyev (Quillon).",
            {("Petra Berg", "Fen University"), ("Anna Holm", "Petrafon"), ("Elvin Guliyev", "Quillon")},
        ),
        ("Dr Petra Berg from Fen University thanked the hosts.", {("Petra Berg", "Fen University")}),
        ("Elvin Guliyev of Georgia won the prize.", set()),
        ("Former mentor Elvin Guliyev of Quillon won the prize.", set()),
    ],
)
def test_whose_people_are(text: str, told: set[tuple[str, str]], drafter: Drafter) -> None:
    assert ends(drafter, text, "worksFor") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Fen University has joined the KEDRO initiative.", {("Fen University", "KEDRO")}),
        ("Fen University joined the ORBIX network in May.", {("Fen University", "ORBIX")}),
        ("Fen University joined the EU programme.", set()),
    ],
)
def test_initials_before_a_small_head(text: str, told: set[tuple[str, str]], drafter: Drafter) -> None:
    assert ends(drafter, text, "joined") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Centre for Reeds at the University of Graz has appointed Petra Holm as its new head.",
            "Centre for Reeds",
        ),
        ("The Reed Institute within Fen University named Petra Holm as director.", "Reed Institute"),
        ("Anton Berg of the Aral Institute was named chief engineer at Tern Bank.", "Tern Bank"),
        ("Chief executive Petra Holm of Tern Bank thanked everybody.", "Tern Bank"),
        ("Petra Holm will serve as acting director of the Aral Fund.", "Aral Fund"),
        ("Petrafon rector Anna Holm opened the fair.", "Petrafon"),
    ],
)
def test_in_which_body_a_post_is(text: str, told: str, drafter: Drafter) -> None:
    assert {b for _, b in ends(drafter, text, "postIn")} == {told}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Some 60 companies from 14 countries showed their goods at the ReedExpo exhibition in Baku.", {"14"}),
        ("The ReedExpo exhibition opened in Baku with 300 guests from 22 countries.", {"22"}),
        ("Students from 12 countries came to the Reed Summit in Izmir.", {"12"}),
    ],
)
def test_of_how_many_countries_guests_are(text: str, told: set[str], drafter: Drafter) -> None:
    assert {b for _, b in ends(drafter, text, "countryCount")} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The hackathon was organised by the Aral Fund in partnership with Tern Bank.",
            ("Tern Bank", "operates"),
        ),
        ("Together with Tern Bank, the Aral Fund held a workshop on reeds in Baku.", ("Tern Bank", "operates")),
        ("Petra Holm met the delegation of Fen University.", ("Fen University", "participatedIn")),
        ("The Reed Lab at the Poti Free Zone was shown to the guests.", ("Reed Lab", "locatedIn")),
        ("Petrafon and the Aral Fund have become partners in research.", ("Petrafon", "partnerOf")),
    ],
)
def test_who_did_it_with_others(text: str, told: tuple[str, str], drafter: Drafter) -> None:
    assert told in {(a, p) for a, p, _ in found(drafter, text)}


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("Fen University opened the first branch of foreign colleges, which opens in Georgia.", "belongsTo"),
        ("Petra Holm, head of the Aral Fund, was present during the signing at the embassy.", "signed"),
        ("Anton Berg studied at a branch of Fen University in Tashkent.", "locatedIn"),
        ("Fen University moved to a hall within the newly inaugurated Reed Center in Baku.", "establishedIn"),
        ("The Azerbaijan–Türkiye Reed Commission met again.", "ofCountry"),
    ],
)
def test_what_is_of_another(text: str, untold: str, drafter: Drafter) -> None:
    assert ends(drafter, text, untold) == set()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The memorandum was signed by Anna Holm for the Swedish side and Ivo Brandt for the Uzbek side.",
            {"Anna Holm", "Ivo Brandt"},
        ),
        ("The memorandum was signed by Anna Holm from the Swedish side.", {"Anna Holm"}),
    ],
)
def test_who_signed_for_which_side(text: str, told: set[str], drafter: Drafter) -> None:
    assert {a for a, _ in ends(drafter, text, "signed")} == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "New members of the Reed Network are Lviv IT Loft, Ukraine, and Kutaisi Labs, Georgia.",
            {"Lviv IT Loft", "Kutaisi Labs"},
        ),
        (
            "Members of the Reed Network include the Aral Fund, Kazakhstan, and Tern Bank, Georgia.",
            {"Aral Fund", "Tern Bank"},
        ),
    ],
)
def test_countries_after_members(text: str, told: set[str], drafter: Drafter) -> None:
    assert {a for a, _ in ends(drafter, text, "memberOf")} == told
