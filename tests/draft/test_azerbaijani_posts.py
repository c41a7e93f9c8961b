"""Posts in Azerbaijani press: over which field, in which town's body, left behind; lists of people with their posts."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = (
    (
        "Narın Universitetinin Elmi işlər üzrə prorektoru Rauf Bəyli çıxış edib.",
        ("Narın Universitetinin Elmi işlər üzrə prorektoru", "postIn", "Narın Universiteti"),
    ),
    (
        "Şirvan şəhər İcra Hakimiyyətinin başçısı Nigar Şirinli qonaqları salamlayıb.",
        ("Şirvan şəhər İcra Hakimiyyətinin başçısı", "postIn", "Şirvan şəhər İcra Hakimiyyəti"),
    ),
    (
        "Diasporla İş üzrə Dövlət Komitəsinin sədri Rauf Bəyli qonaqları salamlayıb.",
        ("Diasporla İş üzrə Dövlət Komitəsinin sədri", "postIn", "Diasporla İş üzrə Dövlət Komitəsi"),
    ),
    (
        "Rauf Bəylinin Səməd Vurğun adına Narın Universitetinin rektoru Nigar Şirinli ilə görüşü olub.",
        (
            "Səməd Vurğun adına Narın Universitetinin rektoru",
            "postIn",
            "Səməd Vurğun adına Narın Universiteti",
        ),
    ),
)
SPEAKERS = (
    "«Xəzər» forumunun açılışında Narın Universitetinin rektoru Rauf Bəyli və Çinar Fondunun sədri Nigar Şirinli "
    "çıxış ediblər.",
    "«Xəzər» forumunu Narın Universitetinin rektoru Rauf Bəyli və Çinar Fondunun sədri Nigar Şirinli açıblar.",
)
NOTHING = (
    "Rauf Bəyli Çinar Fondunun sədri vəzifəsindən azad edilib.",
    "Narın Universitetinin rektoru Rauf Bəyli tutduğu vəzifədən azad olunub.",
)
NO_THING = (
    ("R. Bəyli Narın Universiteti haqqında məlumat verib.", "Bəyli Narın Universiteti"),
    ("Məzunlar Gününə həsr olunmuş konfrans keçirilib.", "Məzunlar Gününə"),
    ("Məruzəni İradə xanım oxuyub.", "İra"),
)


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_post_is_in_the_body_before_its_field(drafter: Drafter, text: str, told: tuple[str, str, str]) -> None:
    assert told in triples(drafter.draft(text, source(), "az"))


@pytest.mark.parametrize("text", SPEAKERS)
def test_all_of_a_list_with_posts_speak(drafter: Drafter, text: str) -> None:
    told = triples(drafter.draft(text, source(), "az"))
    assert {("Rauf Bəyli", "spokeAt", "Xəzər"), ("Nigar Şirinli", "spokeAt", "Xəzər")} <= told


@pytest.mark.parametrize("text", NOTHING)
def test_who_left_a_post_has_none(drafter: Drafter, text: str) -> None:
    assert not {told for told in triples(drafter.draft(text, source(), "az")) if told[1] == "holdsPost"}


@pytest.mark.parametrize(("text", "name"), NO_THING)
def test_what_is_no_name(drafter: Drafter, text: str, name: str) -> None:
    draft = drafter.draft(text, source(), "az")
    assert name not in {told.text for told in draft.names}


def test_who_tells_of_a_signing_has_not_signed(drafter: Drafter) -> None:
    text = "Rauf Bəyli Narın Universiteti ilə Çinar Fondu arasında imzalanmış müqavilədən danışıb."
    told = triples(drafter.draft(text, source(), "az"))
    assert {(s, p) for s, p, _ in told} == {("Narın Universiteti", "partyTo"), ("Çinar Fondu", "partyTo")}


def test_what_is_said_is_not_denied(drafter: Drafter) -> None:
    draft = drafter.draft("«Körpü» layihəsinin Çinar Fondu tərəfindən icra edildiyi deyilir.", source(), "az")
    assert [(p.predicate, p.status) for p in draft.proposals] == [("operates", "")]
