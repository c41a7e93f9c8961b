"""Turkish wordings that say who is related to whom, and what a sentence leaves to the one before it."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

SENTENCES = [
    ("Nar Kuluçka programının direksiyonunda artık Selçuk Bilişim Üniversitesi var.",
     ("Selçuk Bilişim Üniversitesi", "operates", "Nar Kuluçka programı")),
    ("Delta Ağı'nın eşgüdümü, merkezi Sofya'da bulunan Meridyen Vakfı'nda.",
     ("Meridyen Vakfı", "coordinates", "Delta Ağı")),
    ("Nar Programı'nın temelini 2022'de Lale Vakfı ile Gediz Üniversitesi attı.",
     ("Lale Vakfı", "founded", "Nar Programı")),
    ("Nar Programı'nın temelini 2022'de Lale Vakfı ile Gediz Üniversitesi attı.",
     ("Gediz Üniversitesi", "founded", "Nar Programı")),
    ("Fikri Lale Vakfı'ndan çıkan Nar Programı büyüyor.", ("Lale Vakfı", "initiated", "Nar Programı")),
    ("Delta Ağı'na geçen ay kabul edilen Pamuk Kompozit ödül aldı.", ("Pamuk Kompozit", "joined", "Delta Ağı")),
    ("Zeytin Bulut, Akdeniz Bulut Ağı'nda 2023'ten bu yana yer alıyor.",
     ("Zeytin Bulut", "memberOf", "Akdeniz Bulut Ağı")),
    ("Lale Üniversitesi'nin iştiraki olan Ova Bilişim büyüyor.", ("Ova Bilişim", "belongsTo", "Lale Üniversitesi")),
    ("Lale Üniversitesi bünyesindeki Kompozit Araştırma Merkezi yenilendi.",
     ("Kompozit Araştırma Merkezi", "belongsTo", "Lale Üniversitesi")),
    ("Ova Bilişim, Tuna Dron ile ortaklık yürütüyor.", ("Ova Bilişim", "partnerOf", "Tuna Dron")),
    ("Ova Bilişim yeni sensörü Tuna Dron ile müştereken geliştiriyor.",
     ("Ova Bilişim", "cooperatesWith", "Tuna Dron")),
    ("“Toprağın Sesi” başlıklı raporu Lale Enstitüsü kaleme aldı.", ("Lale Enstitüsü", "prepared", "Toprağın Sesi")),
    ("Hazar Zirvesi'nde Ayşe Karaman kürsüye çıktı.", ("Ayşe Karaman", "spokeAt", "Hazar Zirvesi")),
    ("Lale Vakfı'ndan Ayşe Karaman da oradaydı.", ("Ayşe Karaman", "worksFor", "Lale Vakfı")),
    ("Lale Vakfı bundan böyle Sanayi Bakanlığı'na değil, Gençlik Bakanlığı'na bağlı.",
     ("Lale Vakfı", "subordinateTo", "Gençlik Bakanlığı")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), SENTENCES)
def test_a_wording_tells_a_relation(drafter: Drafter, text: str, told: tuple[str, str, str]) -> None:
    found = triples(drafter.draft(text, source(), "tr"))
    assert told in found | {(c, p, a) for a, p, c in found if p in ("cooperatesWith", "partnerOf")}


TAKEN_BACK = [
    ("Lale Teknik Üniversitesi bir yarışma açtı. Üniversite bünyesinde kurulan Kompozit Merkezi de katıldı.",
     ("Kompozit Merkezi", "belongsTo", "Lale Teknik Üniversitesi")),
    ("Ova Bilişim İzmir'de kuruldu. Şirketi 2018'de kuran Kerem Tan konuştu.", ("Kerem Tan", "founded", "Ova Bilişim")),
    ("Delta Kompozit Kümesi dün tanıtıldı. Haberi küme başkanı Tarık Soylu verdi.",
     ("Tarık Soylu", "holdsPost", "küme başkanı")),
    ("Mirzo Veri Enstitüsü ödül aldı. Mirzo Enstitüsü ile Lale Vakfı bir niyet protokolüne imza attı.",
     ("Mirzo Veri Enstitüsü", "partyTo", "Niyet protokolü")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TAKEN_BACK)
def test_what_was_named_before_is_meant(drafter: Drafter, text: str, told: tuple[str, str, str]) -> None:
    found = triples(drafter.draft(text, source(), "tr"))
    assert told in found


CARD = """Kurum kartı: Toros Malzeme Merkezi (TMM)
Kuruluş: Mersin, 2014. Kurucuları Yörük Vakfı ile Gediz Üniversitesi.
Çatı kuruluş: Seyhan Üniversitesi.
Üyelikler: Akdeniz Malzeme Ağı (2018'den bu yana)."""


def test_labels_tell_of_the_subject_of_a_card(drafter: Drafter) -> None:
    center = "Toros Malzeme Merkezi"
    found = triples(drafter.draft(CARD, source(), "tr"))
    assert {
        ("Yörük Vakfı", "founded", center),
        ("Gediz Üniversitesi", "founded", center),
        (center, "belongsTo", "Seyhan Üniversitesi"),
        (center, "memberOf", "Akdeniz Malzeme Ağı"),
    } <= found


SIGNED = [
    ("Lale Vakfı, Ova Bilişim ve SOCAR'ın taraf olduğu niyet protokolü dün Trabzon'da imza altına alındı.",
     {"Lale Vakfı", "Ova Bilişim", "socar"}),
    ("Lale Vakfı Başkanı Ayşe Karaman, SOCAR ile bir niyet mektubunun altına adını yazdı.", {"Lale Vakfı", "socar"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), SIGNED)
def test_signings_in_other_words(drafter: Drafter, text: str, parties: set[str]) -> None:
    found = triples(drafter.draft(text, source(), "tr"))
    assert {who for who, predicate, _ in found if predicate == "partyTo"} == parties


GATHERED = [
    ("Ödül törenine Lale Vakfı Başkanı Ayşe Karaman katıldı.", "participatedIn"),
    ("Demo günü 24 Mart'ta Ankara'da yapılacak.", "heldIn"),
]


@pytest.mark.parametrize(("text", "predicate"), GATHERED)
def test_a_gathering_without_a_name(drafter: Drafter, text: str, predicate: str) -> None:
    assert predicate in {told for _, told, _ in triples(drafter.draft(text, source(), "tr"))}


def test_what_is_said_of_many_or_doubted_is_no_relation(drafter: Drafter) -> None:
    text = "Hazar Zirvesi sürüyor. Zirveye 600 kişi katıldı. Yunus Denizcilik SOCAR'ın iştiraki değildir."
    assert {told.status for told in drafter.draft(text, source(), "tr").proposals} <= {"denied"}
