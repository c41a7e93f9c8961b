"""Azerbaijani gatherings without a name, who was at them, and several posts of one person."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

AT = (
    ("Rektor Rauf Bəyli Gəncədə təşkil olunan beynəlxalq konfransda iştirak edib.", "Rauf Bəyli", "participatedIn"),
    ("Rektor Rauf Bəyli Şəkidə baş tutan dəyirmi masada çıxış edib.", "Rauf Bəyli", "spokeAt"),
    ("Narın Universitetinin rektoru Rauf Bəyli təlimin açılışında çıxış edib.", "Rauf Bəyli", "spokeAt"),
    ("Tədbirdə Çinar Fondunun sədri Nigar Şirinli iştirak edib.", "Nigar Şirinli", "participatedIn"),
    ("Narın Universitetində Çinar Fondunun sədri Nigar Şirinli ilə görüş olub.", "Nigar Şirinli", "participatedIn"),
    ("Gəncədə forum keçirilib. Forumda Çinar Fondunun nümayəndələri iştirak edib.", "Çinar Fondu", "participatedIn"),
)
OF_ONE_MEETING = (
    "Çinar Fondunun sədri Nigar Şirinli Gəncədə Narın Universitetinin rektoru Rauf Bəyli ilə görüşüb. "
    "Görüşdə Bayraq Universitetinin prorektoru Aysel Qaya iştirak edib.",
    "Narın Universiteti ilə Bayraq Universiteti arasında görüş keçirilib. "
    "Görüşdə Bayraq Universitetinin prorektoru Aysel Qaya iştirak edib.",
    "Gəncədə Narın Universitetinin açılış mərasimi keçirilib. "
    "Mərasimdə Bayraq Universitetinin prorektoru Aysel Qaya iştirak edib.",
)
POSTS = (
    ("Narın Universitetinin rektoru, Çinar Fondunun sədri Rauf Bəyli danışıb.", ("Narın Universiteti", "Çinar Fondu")),
    (
        "Çinar Fondunun sədri, Narın Universitetinin prorektoru, professor Rauf Bəyli danışıb.",
        ("Çinar Fondu", "Narın Universiteti"),
    ),
)
NOT_TOLD = (
    ("Narın Universitetinin rektoru görüş otağında müzakirələr aparılıb.", "participatedIn"),
    ("Hər görüşdə Rauf Bəyli bu barədə danışıb.", "spokeAt"),
    ("Narın Universitetinin rektoru Aysel Qaya, Çinar Fondunun sədri Rauf Bəyli gəlib.", "founded"),
)


@pytest.mark.parametrize(("text", "who", "predicate"), AT)
def test_who_was_there(drafter: Drafter, text: str, who: str, predicate: str) -> None:
    told = triples(drafter.draft(text, source(), "az"))
    assert any(row[:2] == (who, predicate) for row in told)


@pytest.mark.parametrize("text", OF_ONE_MEETING)
def test_one_gathering_told_in_two_sentences(drafter: Drafter, text: str) -> None:
    rows = drafter.draft(text, source(), "az").proposals
    gatherings = {row.object for row in rows if row.predicate == "participatedIn"}
    gatherings |= {row.subject for row in rows if row.predicate in ("heldIn", "openingOf")}
    assert len(gatherings) == 1


@pytest.mark.parametrize(("text", "bodies"), POSTS)
def test_posts_one_after_another(drafter: Drafter, text: str, bodies: tuple[str, str]) -> None:
    draft = drafter.draft(text, source(), "az")
    told = triples(draft)
    assert {row[2] for row in told if row[1] == "postIn"} == set(bodies)
    assert sum(row[:2] == ("Rauf Bəyli", "holdsPost") for row in told) == len(bodies)


@pytest.mark.parametrize(("text", "predicate"), NOT_TOLD)
def test_what_is_not_told(drafter: Drafter, text: str, predicate: str) -> None:
    assert not [row for row in triples(drafter.draft(text, source(), "az")) if row[1] == predicate]


def test_hosts_of_a_list_and_a_person_before_a_town(drafter: Drafter) -> None:
    hosts = "Narın Universitetinin, Çinar Fondunun və Bayraq Universitetinin"
    text = f"Konfrans {hosts} təşkilatçılığı ilə Gəncədə keçiriləcək."
    told = triples(drafter.draft(text, source(), "az"))
    assert {row[0] for row in told if row[1] == "operates"} == {
        "Narın Universiteti", "Çinar Fondu", "Bayraq Universiteti",
    }  # fmt: skip
    text = "Bayraq Universitetinin rektoru, professor Mehmet Hakan Alma Gəncə Dövlət Universitetində olub."
    assert any(row[:2] == ("Mehmet Hakan Alma", "holdsPost") for row in triples(drafter.draft(text, source(), "az")))


def test_ministries_of_one_name_in_two_countries(drafter: Drafter) -> None:
    text = "Mədəniyyət Nazirliyi ilə Özbəkistan Mədəniyyət Nazirliyi arasında əməkdaşlıq haqqında saziş imzalanıb."
    rows = drafter.draft(text, source(), "az").proposals
    assert len({row.subject for row in rows if row.predicate == "partyTo"}) == 2


LISTED = (
    (
        "Çinar Fondunun konfransında Türkiyə, Gürcüstan və digər ölkələrdən qonaqlar iştirak edir.",
        "hasParticipantFrom",
        2,
    ),
    (
        "Bakıda sərgi keçirilib. Sərgidə Azərbaycan universitetlərinin tələbələri də iştirak ediblər.",
        "participatedIn",
        0,
    ),
    ("Nazir Rauf Bəyli Gəncədə bir neçə universitetin rəhbəri ilə görüşüb.", "participatedIn", 1),
    ("Çinar Fondu 2009-cu ildə qəbul olunmuş Bakı Bəyannaməsinə qoşulub.", "establishedIn", 0),
    ("Narın Universitetinin təsisçisi, Çinar Fondunun sədri Rauf Bəyli danışıb.", "founded", 1),
    (
        'Rauf Bəyli Gəncədə "Elm və cəmiyyət. Yeni baxış" adlı konfransda məruzə etmişdir.',
        "spokeAt",
        1,
    ),
    ("Narın Universitetinin 50 illik yubiley tədbiri keçirilib.", "belongsTo", 0),
    (
        "Xəzər Bankının direktoru, AMEA-nın müxbir üzvü, professor Rauf Bəyli danışıb.",
        "holdsPost",
        1,
    ),
)


@pytest.mark.parametrize(("text", "predicate", "count"), LISTED)
def test_how_many_are_told(drafter: Drafter, text: str, predicate: str, count: int) -> None:
    assert sum(row[1] == predicate for row in triples(drafter.draft(text, source(), "az"))) == count
