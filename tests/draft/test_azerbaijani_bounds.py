"""Azerbaijani names, posts and descriptions told apart from what stands beside them, and who was told something."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

DEPUTIES = (
    ("Tədbirdə Baş nazirin birinci müavini Rauf Bəyli çıxış edib.", "Baş nazirin birinci müavini"),
    (
        "Mərasimdə Azərbaycan Respublikası Baş nazirinin müavini Rauf Bəyli iştirak edib.",
        "Azərbaycan Respublikası Baş nazirinin müavini",
    ),
    (
        "Bayraq Bankının direktorunun köməkçisi Rauf Bəyli çıxış edib.",
        "Bayraq Bankının direktorunun köməkçisi",
    ),
)
COMMANDERS = (
    "Prezident, Müzəffər Ali Baş Komandan İlham Əliyev Gəncədə olub.",
    "Azərbaycan Respublikasının Prezidenti, Silahlı Qüvvələrin Ali Baş Komandanı İlham Əliyev sərəncam imzalayıb.",
)
TOLD = (
    ("Bunu “Report”a Çinar Fondu bildirib.", "report"),
    ("Bu barədə APA-ya Çinar Fondu məlumat verib.", "APA"),
    ("Çinar Fondu lent.az-a bildirib ki, layihə davam edir.", "lent.az"),
    ("Çinar Fondundan Trend-ə verilən xəbərə görə, layihə davam edir.", "Trend"),
    ("Çinar Fondu APA-ya açıqlamasında bildirib ki, layihə davam edir.", "APA"),
    ("Çinar Fondu Trend-in sorğusuna cavab olaraq bildirib ki, layihə davam edir.", "Trend"),
)
NAMES = (
    ("BMT-nin Təhsil, Elm və Mədəniyyət Təşkilatı Gəncədə seminar keçirib.", "Təhsil, Elm və Mədəniyyət Təşkilatı"),
    ("Forum olub. Onu Mədəniyyət, Turizm və Gənclər Fondu təşkil edib.", "Mədəniyyət, Turizm və Gənclər Fondu"),
    ("Forumu Çinar Fondu, Elm və Təhsil Nazirliyi təşkil edib.", "Elm və Təhsil Nazirliyi"),
    ("“Report” Çinar Fonduna istinadən xəbər verir ki, forum keçiriləcək.", "Çinar Fondu"),
    ("Nazir Rauf Bəyli Alpan Fondunun baş katibi Con Smitlə bir araya gəlib.", "Con Smit"),
    ("Saziş Bayraq Bankının direktoru Karin Vaynerin görüşündə imzalanıb.", "Karin Vayner"),
    ("Alpan Universitetinin rektoru Mehmet Kayaya diplom verilib.", "Mehmet Kaya"),
    ("Çinar Fondu gəncləri bir araya gətirən beynəlxalq forum keçirib.", "Beynəlxalq forum (Çinar Fondu)"),
    ("Çinar Fondunun maliyyələşdirdiyi təlim Gəncədə keçirilib.", "Təlim (Gəncə)"),
)
MET = (
    "Rektor Rauf Bəyli Alpan Universitetindən gələn nümayəndə heyəti ilə görüşüb. Görüşdə prorektor Aysel Qaya da "
    "iştirak edib.",
    "Nazir Rauf Bəyli Alpan Fondunun nümayəndə heyətini qəbul edib. Görüşdə müşavir Aysel Qaya da iştirak edib.",
)
OPENED = (
    ("Çinar Fondu Gəncədə olub. Heyətdə Fondun sədri Rauf Bəyli təmsil olunub.", "Çinar Fondu"),
    ("Bayraq Agentliyi Gəncədə olub. Orada Agentliyin sədri Rauf Bəyli çıxış edib.", "Bayraq Agentliyi"),
)
SIGNED = (
    "Çinar Fondu və Bayraq Bankı Texniki Dəstək Sazişinə (TDS) qol çəkiblər.",
    "“Çinar” MMC ilə “Bayraq” MMC Tərəfdaşlıq və Birgə Fəaliyyət Müqaviləsini imzalayıblar.",
)


@pytest.mark.parametrize(("text", "post"), DEPUTIES)
def test_who_is_under_the_holder_of_a_post(drafter: Drafter, text: str, post: str) -> None:
    told = triples(drafter.draft(text, source(), "az"))
    assert {row[2] for row in told if row[:2] == ("Rauf Bəyli", "holdsPost")} == {post}


@pytest.mark.parametrize("text", COMMANDERS)
def test_the_commander_in_chief_is_the_president(drafter: Drafter, text: str) -> None:
    draft = drafter.draft(text, source(), "az")
    assert ("ilham-aliyev", "holdsPost", "president-of-azerbaijan") in triples(draft)
    assert not [name for name in draft.names if "Komandan" in name.text]


@pytest.mark.parametrize(("text", "agency"), TOLD)
def test_who_told_a_news_agency(drafter: Drafter, text: str, agency: str) -> None:
    assert ("Çinar Fondu", "informed", agency) in triples(drafter.draft(text, source(), "az"))


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names_without_what_stands_beside_them(drafter: Drafter, text: str, name: str) -> None:
    assert name in {each.text for each in drafter.draft(text, source(), "az").names}


@pytest.mark.parametrize("text", MET)
def test_a_meeting_with_a_delegation_is_meant_by_the_next_sentence(drafter: Drafter, text: str) -> None:
    rows = drafter.draft(text, source(), "az").proposals
    assert len({row.object for row in rows if row.predicate == "participatedIn"}) == 1


@pytest.mark.parametrize(("text", "body"), OPENED)
def test_references_after_a_word_that_only_opens(drafter: Drafter, text: str, body: str) -> None:
    assert body in {row[2] for row in triples(drafter.draft(text, source(), "az")) if row[1] == "postIn"}


@pytest.mark.parametrize("text", SIGNED)
def test_words_of_an_agreement_are_no_party(drafter: Drafter, text: str) -> None:
    assert sum(row[1] == "partyTo" for row in triples(drafter.draft(text, source(), "az"))) == len(SIGNED)


def test_the_signs_of_a_state_are_no_bodies(drafter: Drafter) -> None:
    text = "Azərbaycan Respublikasının Dövlət Bayrağı qaldırılıb, Dövlət Himni səsləndirilib."
    assert not [row for row in triples(drafter.draft(text, source(), "az")) if row[1] == "ofCountry"]


def test_countries_by_their_other_names(drafter: Drafter) -> None:
    told_of = "Çernoqoriya, Makedoniya, Hollandiya və Cənubi Afrika Respublikası"
    text = f"Forumda {told_of} nümayəndələri iştirak edib."
    told = triples(drafter.draft(text, source(), "az"))
    assert {row[2] for row in told if row[1] == "hasParticipantFrom"} >= {
        "Montenegro", "North Macedonia", "Netherlands", "South Africa",
    }  # fmt: skip


APART = (
    ("Rauf Bəyli iyunda Şəkidə keçiriləcək konfransa hamını dəvət edib.", "Shaki"),
    ("Növbəti forumun mayda Şəkidə keçirilməsi planlaşdırılır.", "Shaki"),
    ("Növbəti forum gələn il Şəkidə keçiriləcək.", "Shaki"),
    ("Növbəti foruma Şəki ev sahibliyi edəcək.", "Shaki"),
    ("Növbəti forumun ünvanı Şəki olacaq.", "Shaki"),
    ("Əvvəlki forum 2021-ci ildə Qubada keçirilmişdi.", "Guba"),
)


@pytest.mark.parametrize(("text", "place"), APART)
def test_gatherings_yet_to_come_are_apart_from_the_one_told(drafter: Drafter, text: str, place: str) -> None:
    told = triples(drafter.draft(f"Gəncədə Bayraq Forumu keçirilib. {text}", source(), "az"))
    held = {row[2]: row[0] for row in told if row[1] == "heldIn"}
    assert held["Ganja"] == "Bayraq Forumu"
    assert held.get(place) != "Bayraq Forumu"
