"""Turkish: who is not named, who speaks, what is told again, and when."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from kg.draft.names.told_apart import bare_name
from tests.draft.conftest import source, triples

SENTENCES = [
    ("Güney Koreli Hansol Fuel Cells ödül aldı.", ("Hansol Fuel Cells", "ofCountry", "Güney Kore")),
    ("Bakan, Türkiye'nin Ulusal Hidrojen Ağı'na geçen yıl üye olduğunu söyledi.",
     ("turkiye", "joined", "Ulusal Hidrojen Ağı")),
    ("Mavi Halka Holding'in yeni CEO'su Berrin Altan oldu.",
     ("Mavi Halka Holding'in yeni CEO'su", "postIn", "Mavi Halka Holding")),
    ("Delta Kulübü dün tanıtıldı. Kulübü beş yıl önce emekli öğretmen Hatice Durmaz kurmuş.",
     ("Hatice Durmaz", "founded", "Delta Kulübü")),
    ("Lale Üniversitesi'nden Doç. Dr. Sevgi Okur, “Temiz Su” raporunu yayımladı.",
     ("Sevgi Okur", "worksFor", "Lale Üniversitesi")),
    ("Lale Üniversitesi'nden Doç. Dr. Sevgi Okur, “Temiz Su” raporunu yayımladı.",
     ("Sevgi Okur", "prepared", "Temiz Su")),
    ("Gökpınar Teknoloji ödül aldı. Erciyes Savunma'nın bağlı ortaklığı Gökpınar Teknoloji büyüyor.",
     ("Gökpınar Teknoloji", "belongsTo", "Erciyes Savunma")),
    ("Lale Enstitüsü, Singapur'dan Merlion Labs'le iş birliğine imza attı.",
     ("Lale Enstitüsü", "cooperatesWith", "Merlion Labs")),
    ("Nar Programı, Delta Ajansı ile Lale Üniversitesi'nin ortaklığında hayata geçirildi.",
     ("Delta Ajansı", "founded", "Nar Programı")),
    ("Nar Raporu'nu Ege İhracatçı Birlikleri ile Deloitte Türkiye birlikte hazırladı.",
     ("Deloitte Türkiye", "prepared", "Nar Raporu")),
    ("“Köprü” Dil Merkezi açıldı. Lale Vakfı temsilcisi Ali Can konuştu. Merkezin müdürlüğüne Ece Taş getirildi.",
     ("“Köprü” Dil Merkezi müdür", "postIn", "“Köprü” Dil Merkezi")),
    ("Delta Enstitüsü büyüyor. Enstitünün başında Fadime Kurt var.",
     ("Fadime Kurt", "worksFor", "Delta Enstitüsü")),
    ("Hazar Zirvesi'nde konuşan Ulusal Bilim Vakfı Genel Sekreteri Tarık Soylu ödül aldı.",
     ("Tarık Soylu", "spokeAt", "Hazar Zirvesi")),
    ("Nar Platformu'nun koordinasyonu Tarım Teknolojileri Genel Müdürlüğünce sağlanıyor.",
     ("Tarım Teknolojileri Genel Müdürlüğü", "coordinates", "Nar Platformu")),
    ("Meriç Reçine ödül aldı. Balkan Resin'in iştiraki olan Meriç'te ciro arttı.",
     ("Meriç Reçine", "belongsTo", "Balkan Resin")),
    ("Dala Agro'nun ve Lale Üniversitesi'nin taraf olduğu niyet protokolü dün imzalandı.",
     ("Dala Agro", "partyTo", "Niyet protokolü")),
    ("Delta Zirvesi dün Bursa'da yapıldı. Ayşe Karaman da konuştu.", ("Ayşe Karaman", "spokeAt", "Delta Zirvesi")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), SENTENCES)
def test_it_is_told(drafter: Drafter, text: str, told: tuple[str, str, str]) -> None:
    draft = drafter.draft(text, source(), "tr")
    names = {(name.entity, bare_name(name.text)) for name in draft.names}
    subject, predicate, object_ = told
    rows = [t for t in draft.proposals if t.predicate == predicate]
    told_of = [(t.subject, t.object) for t in rows]
    assert any(
        (s, subject) in names | {(subject, subject)} and (o, object_) in names | {(object_, object_)}
        for s, o in told_of
    ), triples(draft)


NOT_TOLD = [
    ("Lale Enstitüsü büyüyor. Merkezi kim kurdu?", "founded"),
    ("Delta Zirvesi sürüyor. Lale Enstitüsü tanıtıldı. Zirveye öğrenciler katıldı.", "participatedIn"),
    ("Lale Enstitüsü tanıtıldı. “Nar” platformunu biz işletiyoruz.", "operates"),
    ("Delta Vakfı'nda çalışan Ova Yazılım, Nar Bilişim tarafından satın alındı.", "partyTo"),
    ("Delta Zirvesi sürüyor. Zirveye 14 ülkeden 200 firma katılacak.", "participatedIn"),
    ("Sayın Bakanım, Delta Forumu'na hoş geldiniz.", "participatedIn"),
]


@pytest.mark.parametrize(("text", "predicate"), NOT_TOLD)
def test_nobody_named_is_nobody(drafter: Drafter, text: str, predicate: str) -> None:
    assert predicate not in {told for _, told, _ in triples(drafter.draft(text, source(), "tr"))}


DATES = [
    ("Lale Vakfı ile SOCAR geçen salı bir niyet mektubu imzaladı.", "2026-03-10"),
    ("Lale Vakfı ile SOCAR önceki gün bir niyet mektubu imzaladı.", "2026-03-10"),
    ("Lale Vakfı ile SOCAR geçen hafta bir niyet mektubu imzaladı.", "2026-03"),
    ("Lale Vakfı ile SOCAR üç yıl önce bir niyet mektubu imzaladı; bugün yenisi konuşuluyor.", "2023"),
]


@pytest.mark.parametrize(("text", "day"), DATES)
def test_when_a_turkish_sentence_tells(drafter: Drafter, text: str, day: str) -> None:
    rows = drafter.draft(text, source(published="2026-03-12"), "tr").proposals
    assert {told.from_ for told in rows if told.predicate == "partyTo"} == {day}


def test_a_gathering_is_one_though_told_twice(drafter: Drafter) -> None:
    text = "Demo günü dün Çeşme'de yapıldı. Demo gününe Gürcistan'dan girişimciler katıldı."
    rows = drafter.draft(text, source(), "tr").proposals
    held = {told.subject for told in rows if told.predicate == "heldIn"}
    assert held and held == {told.subject for told in rows if told.predicate == "hasParticipantFrom"}
