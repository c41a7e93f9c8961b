"""Who met whom in Azerbaijani press, who spoke there, and what only looks like a relation."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

MEETINGS = (
    (
        "Çinar Fondunun sədri Nigar Şirinli Gəncədə Narın Universitetinin rektoru Rauf Bəyli ilə görüşüb.",
        {("Nigar Şirinli", "participatedIn", "Görüş"), ("Rauf Bəyli", "participatedIn", "Görüş")},
    ),
    (
        "Nigar Şirinlinin Narın Universitetinin rektoru Rauf Bəyli ilə görüşü olub.",
        {("Nigar Şirinli", "participatedIn", "Görüş"), ("Rauf Bəyli", "participatedIn", "Görüş")},
    ),
    (
        "Narın Universiteti və Bayraq Universitetinin rektorlarının Gəncədə görüşü keçirilib.",
        {
            ("Narın Universiteti", "participatedIn", "Görüşü"),
            ("Bayraq Universiteti", "participatedIn", "Görüşü"),
            ("Görüşü", "heldIn", "Ganja"),
        },
    ),
    (
        "Çinar Fondunun sədri Nigar Şirinli Yaponiyanın Azərbaycandakı səfiri Cun Doğanı qəbul edib.",
        {("Cun Doğan", "participatedIn", "Görüş"), ("Nigar Şirinli", "participatedIn", "Görüş")},
    ),
)
SPOKE = (
    "«Xəzər» forumunda Çinar Fondunun sədri Nigar Şirinli layihələrin əhəmiyyətini vurğulamışdır.",
    "«Xəzər» forumunda Çinar Fondunun sədri Nigar Şirinli iştirakçılara təşəkkürünü bildirib.",
)
NOT_TOLD = (
    ("Narın Universiteti ilə Çinar Fondu arasında əməkdaşlığın əsası Gəncədə qoyulub.", "establishedIn"),
    ("Çinar Fondu ilə «Bora» MMC arasında əməkdaşlıq müqaviləsi imzalanıb.", "cooperatesWith"),
    ("Rauf Bəylinin rəhbərlik etdiyi nümayəndə heyətilə Narın Universitetində görüş keçirilib.", "worksFor"),
    ("Narın Universitetində Bayraq Universitetinin rektoru ilə görüş keçirilib.", "belongsTo"),
    ("Rauf Bəyli Prezident haqqında imzaladığı sənədlərdən danışıb.", "signed"),
)


@pytest.mark.parametrize(("text", "told"), MEETINGS)
def test_who_met(drafter: Drafter, text: str, told: set[tuple[str, str, str]]) -> None:
    assert told <= triples(drafter.draft(text, source(), "az"))


@pytest.mark.parametrize("text", SPOKE)
def test_who_spoke(drafter: Drafter, text: str) -> None:
    assert ("Nigar Şirinli", "spokeAt", "Xəzər") in triples(drafter.draft(text, source(), "az"))


@pytest.mark.parametrize(("text", "predicate"), NOT_TOLD)
def test_what_is_not_told(drafter: Drafter, text: str, predicate: str) -> None:
    assert predicate not in {told[1] for told in triples(drafter.draft(text, source(), "az"))}


def test_a_headline_tells_what_nothing_below_does(drafter: Drafter) -> None:
    text = (
        "Narın Universiteti ilə Çinar Fondu arasında memorandum imzalanıb\n"
        "Narın Universitetində görüş olub. Sonda əməkdaşlıq memorandumu imzalanıb."
    )
    told = triples(drafter.draft(text, source(), "az"))
    assert {subject for subject, predicate, _ in told if predicate == "partyTo"} == {
        "Narın Universiteti",
        "Çinar Fondu",
    }


ACTS = (
    (
        "Nigar Şirinlinin 2025-ci ilin mayında imzaladığı sərəncam dərc olunub.",
        ("Sərəncam", "issuedBy", "Nigar Şirinli"),
    ),
    ("Narın Universitetinin rektoru Rauf Bəylinin əmri dərc olunub.", ("Əmri", "issuedBy", "Rauf Bəyli")),
    ("Çinar Fondunun təşəbbüsü ilə «Dalğa» forumu keçirilib.", ("Çinar Fondu", "initiated", "Dalğa")),
    ("Prezident İlham Əliyev layihədən danışıb.", ("ilham-aliyev", "holdsPost", "president-of-azerbaijan")),
)


@pytest.mark.parametrize(("text", "told"), ACTS)
def test_whose_act_or_idea(drafter: Drafter, text: str, told: tuple[str, str, str]) -> None:
    assert told in triples(drafter.draft(text, source(), "az"))


def test_a_rector_called_in_two_ways_has_one_post(drafter: Drafter) -> None:
    text = "Narın Universitetinin rektoru Rauf Bəyli danışıb. Sonra universitetin rektoru Nigar Şirinli çıxış edib."
    told = triples(drafter.draft(text, source(), "az"))
    assert len({post for post, predicate, _ in told if predicate == "postIn"}) == 1


def test_guests_of_an_opening(drafter: Drafter) -> None:
    text = "Nigar Şirinli və Rauf Bəyli Gəncədə “Dalğa” innovasiya mərkəzinin açılışında iştirak ediblər."
    told = triples(drafter.draft(text, source(), "az"))
    assert {
        ("Açılışı", "openingOf", "Dalğa"),
        ("Açılışı", "heldIn", "Ganja"),
        ("Nigar Şirinli", "participatedIn", "Açılışı"),
        ("Rauf Bəyli", "participatedIn", "Açılışı"),
    } <= told
