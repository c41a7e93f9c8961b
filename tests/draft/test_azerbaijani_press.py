"""Azerbaijani press: who opens or holds a gathering, who speaks there, where it is held; long names of bodies."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = (
    (
        "Bunu Narın Universitetinin rektoru Rauf Bəyli Gəncədə keçirilən «Dalğa» layihəsinin yekun tədbirində deyib.",
        {("Rauf Bəyli", "spokeAt", "Yekun tədbiri"), ("Yekun tədbiri", "heldIn", "Ganja")},
    ),
    (
        "Gəncədə «Xəzər» forumu keçirilib. Forumu Çinar Fondunun sədri Nigar Şirinli açıb.",
        {("Nigar Şirinli", "spokeAt", "Xəzər"), ("Xəzər", "heldIn", "Ganja")},
    ),
    (
        "Gəncədə «Xəzər» forumu keçirilib. Tədbirdə Rauf Bəylinin məruzəsi dinlənilib.",
        {("Rauf Bəyli", "spokeAt", "Xəzər")},
    ),
    (
        "Çinar Konfederasiyasının birgə təşkilatçılığı ilə «Dalğa» festivalı keçirilib.",
        {("Çinar Konfederasiyası", "operates", "Dalğa")},
    ),
    (
        "Çinar Fondunun vitse-prezidenti Rəşad Mustafayev Gəncə Enerji Forumunda çıxış edib.",
        {("Rəşad Mustafayev", "spokeAt", "Gəncə Enerji Forumu")},
    ),
    (
        "«Bora» MMC «Yaşıl Yelkən» alyansının üzvü seçilib.",
        {("Bora", "joined", "Yaşıl Yelkən")},
    ),
    (
        "Narın Universiteti ilə «Bora» MMC arasında əməkdaşlıq müqaviləsinin imzalanma mərasimi keçirilib.",
        {("Narın Universiteti", "partyTo", "Əməkdaşlıq müqaviləsi"), ("Bora", "partyTo", "Əməkdaşlıq müqaviləsi")},
    ),
    ("Çinar Fondu tərəfindən «Körpü» adlı layihə keçirilib.", {("Çinar Fondu", "operates", "Körpü")}),
    ("Çinar Fondunun təşkilatçılığı ilə «Yol» layihəsinə start verilib.", {("Çinar Fondu", "founded", "Yol")}),
    (
        "Sənaye və Ticarət üzrə Dövlət Agentliyinin direktoru Nigar Şirinli qonaqları qəbul edib.",
        {
            (
                "Sənaye və Ticarət üzrə Dövlət Agentliyinin direktoru",
                "postIn",
                "Sənaye və Ticarət üzrə Dövlət Agentliyi",
            )
        },
    ),
)


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_press_tells(drafter: Drafter, text: str, told: set[tuple[str, str, str]]) -> None:
    assert told <= triples(drafter.draft(text, source(), "az"))


def test_an_opening_word_is_no_part_of_a_name(drafter: Drafter) -> None:
    draft = drafter.draft("Öncə Parkın direktoru Rauf Bəyli danışıb.", source(), "az")
    assert not any(name.text.startswith("Öncə") for name in draft.names)
