"""Nouns that relate two things, participles that describe their object, and verbs of hosts, teams and members."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = {
    "az": (
        ("«Dalğa» proqramının icraçısı Cənub Universitetidir.", ("Cənub Universiteti", "operates", "Dalğa")),
        ("Təsisçisi «Narın Holdinq» olan «Dalğa» mərkəzi genişlənir.", ("Narın Holdinq", "founded", "Dalğa")),
        ("Cənub Universitetinin təsis etdiyi «Dalğa» mərkəzi genişlənir.", ("Cənub Universiteti", "founded", "Dalğa")),
        ("«Narın Holdinq» «Bağ» şəbəkəsinin sıralarına daxil olub.", ("Narın Holdinq", "joined", "Bağ")),
        ("«Bağ» şəbəkəsi Cənub Universitetini üzvlüyə qəbul edib.", ("Cənub Universiteti", "joined", "Bağ")),
        ("«Dalğa» mərkəzinin komandasına Sevinc Rəhimova qoşulub.", ("Sevinc Rəhimova", "worksFor", "Dalğa")),
        (
            "Cənub Universiteti «Narın Holdinq» MMC-ni tərəfdaş seçib.",
            ("Cənub Universiteti", "partnerOf", "Narın Holdinq"),
        ),
        ("«Dalğa 2026» forumu Gəncədə başa çatıb.", ("Dalğa 2026", "heldIn", "Ganja")),
        ("«Dalğa 2026» forumuna Norveçdən qonaqlar gəlib.", ("Dalğa 2026", "hasParticipantFrom", "Norway")),
        ("«Dalğa» proqramı süni intellektə yönəlib.", ("Dalğa", "focusesOn", "artificial-intelligence")),
    ),
    "tr": (
        ("Dalga Programı'nın yürütücüsü Güney Üniversitesi'dir.", ("Güney Üniversitesi", "operates", "Dalga Programı")),
        ("Kurucusu Servi Holding olan Dalga Merkezi büyüyor.", ("Servi Holding", "founded", "Dalga Merkezi")),
        ("Güney Üniversitesi'nin kurduğu Dalga Merkezi büyüyor.", ("Güney Üniversitesi", "founded", "Dalga Merkezi")),
        ("Servi Holding, Bağ Ağı'na kabul edildi.", ("Servi Holding", "joined", "Bağ Ağı")),
        ("Bağ Ağı, Güney Üniversitesi'ni üyeliğe kabul etti.", ("Güney Üniversitesi", "joined", "Bağ Ağı")),
        ("Zeynep Soylu, Dalga Merkezi'nin ekibine katıldı.", ("Zeynep Soylu", "worksFor", "Dalga Merkezi")),
        ("Güney Üniversitesi, Servi A.Ş.'yi ortak seçti.", ("Güney Üniversitesi", "partnerOf", "Servi")),
        ("Dalga Forumu Bursa'da sona erdi.", ("Dalga Forumu", "heldIn", "Bursa")),
        ("Dalga Forumu'na Norveç'ten konuklar geldi.", ("Dalga Forumu", "hasParticipantFrom", "Norway")),
        ("Dalga Programı yapay zekâya odaklanıyor.", ("Dalga Programı", "focusesOn", "artificial-intelligence")),
    ),
}


@pytest.mark.parametrize(("language", "text", "told"), [(code, *row) for code, rows in TOLD.items() for row in rows])
def test_what_is_told_in_other_words(language: str, text: str, told: tuple[str, str, str], drafter: Drafter) -> None:
    assert told in triples(drafter.draft(text, source(), language))


UNTOLD = (
    ("az", "«Dalğa» proqramının icraçısı Cənub Universiteti deyil.", "operates"),
    ("az", "Cənub Universitetinin «Bağ» şəbəkəsinə üzvlüyü təsdiqlənib.", "belongsTo"),
    ("tr", "Açılan Dalga Merkezi, Güney Üniversitesi tarafından işletilecek.", "founded"),
    ("tr", "Güney Üniversitesi'nin Bağ Ağı'na katılımı onaylandı.", "belongsTo"),
)


@pytest.mark.parametrize(("language", "text", "predicate"), UNTOLD)
def test_what_is_not_told(language: str, text: str, predicate: str, drafter: Drafter) -> None:
    assert predicate not in {told[1] for told in triples(drafter.draft(text, source(), language))}
