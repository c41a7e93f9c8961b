"""What Uzbek sentences tell: small heads for what was named before, fact sheets, origins, wordings of the press."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = [
    ("Namanganlik «Oqtosh» startapi forumga keldi.", ("Oqtosh", "locatedIn", "Namangan")),
    ("Koreyalik «Hanbit» korxonasi va «Tumor» kompaniyasi bitim tuzdi.", ("Hanbit", "ofCountry", "South Korea")),
    ("«Zarbdor» jamgʻarmasi Jizzaxda. Kecha jamgʻarma «Bahor» dasturini boshladi.", ("Zarbdor", "founded", "Bahor")),
    (
        "«Sayhun» universiteti qoshidagi «Nur» laboratoriyasi kengaymoqda.",
        ("Nur", "belongsTo", "Sayhun"),
    ),
    ("«Bahor» dasturiga «Tumor» kompaniyasi jalb qilindi.", ("Tumor", "joined", "Bahor")),
    ("«Bahor» dasturi «Zarbdor» jamgʻarmasi tomonidan yuritib kelinmoqda.", ("Zarbdor", "operates", "Bahor")),
    ("«Tumor» MChJga Olim Sobirov rahbarlik qiladi.", ("Olim Sobirov", "worksFor", "Tumor")),
    (
        "Kecha «Sayhun» universiteti muvofiqlashtirib boradigan «Ufq» tarmogʻi «Tumor» kompaniyasini qabul qildi.",
        ("Sayhun", "coordinates", "Ufq"),
    ),
    ("Bu haqda Olim Sobirov «Dunyo» axborot agentligiga maʼlum qildi.", ("Olim Sobirov", "informed", "dunyo")),
    ("«Bilim» forumida «Tumor» guruhi nomidan Nodira Sobirova qatnashdi.", ("Nodira Sobirova", "represents", "Tumor")),
    ("«Bilim» forumi doirasida «Qanot» davra suhbati boʻlib oʻtdi.", ("Qanot", "heldWithin", "Bilim")),
    ("«Bahor» dasturi Oʻzbekistonning barcha hududida amal qiladi.", ("Bahor", "appliesTo", "uzbekistan")),
]
SHEET = """Tashkilot haqida: «Zarbdor» jamgʻarmasi
Taʼsischilari: «Tumor» kompaniyasi va «Sayhun» universiteti.
Manzili: Guliston shahri.
Hamkorlari: «Oqtosh» startapi, «Hanbit» korxonasi.
Tasarrufidagi boʻlinmalar: «Nur» laboratoriyasi.
Boshqaruv: ijrochi direktor – Olim Sobirov.
"""
ON_SHEET = [
    ("Tumor", "founded", "Zarbdor"),
    ("Sayhun", "founded", "Zarbdor"),
    ("Zarbdor", "locatedIn", "Guliston"),
    ("Zarbdor", "partnerOf", "Oqtosh"),
    ("Zarbdor", "partnerOf", "Hanbit"),
    ("Nur", "belongsTo", "Zarbdor"),
]


@pytest.mark.parametrize(("text", "fact"), TOLD)
def test_what_a_sentence_tells(text: str, fact: tuple[str, str, str], drafter: Drafter) -> None:
    assert fact in triples(drafter.draft(text, source(), "uz"))


@pytest.mark.parametrize("fact", ON_SHEET)
def test_what_a_fact_sheet_tells_of_its_body(fact: tuple[str, str, str], drafter: Drafter) -> None:
    told = triples(drafter.draft(SHEET, source(), "uz"))
    assert fact in told or fact[::-1] in told


def test_an_initial_stands_for_the_first_name(drafter: Drafter) -> None:
    text = "«Tumor» kompaniyasi direktori Olim Sobirov keldi. Bitimni «Zarbdor» jamgʻarmasi bilan O. Sobirov imzoladi."
    people = {
        subject for subject, predicate, _ in triples(drafter.draft(text, source(), "uz")) if predicate == "signed"
    }
    assert people == {"Olim Sobirov"}


def test_a_center_that_an_act_sets_up(drafter: Drafter) -> None:
    text = "Vazirlar Mahkamasining 2026-yil 3-martdagi qarori bilan Navoiyda «Nur» markazi tuzildi."
    told = triples(drafter.draft(text, source(), "uz"))
    assert {("Nur", "establishedUnder", "Qarori"), ("Qarori", "issuedBy", "Vazirlar Mahkamasi")} <= told


def test_who_met_takes_part_in_talks(drafter: Drafter) -> None:
    text = (
        "«Tumor» kompaniyasi direktori Olim Sobirov va «Sayhun» universiteti rektori Nodira Aliyeva oʻrtasida "
        "uchrashuv boʻlib oʻtdi."
    )
    told = triples(drafter.draft(text, source(), "uz"))
    guests = {subject for subject, predicate, _ in told if predicate == "participatedIn"}
    assert {"Olim Sobirov", "Nodira Aliyeva"} <= guests


def test_who_speaks_does_so_at_the_event_told_before(drafter: Drafter) -> None:
    text = "Navoiyda «Bilim» forumi ochildi. «Sayhun» universiteti rektori Nodira Aliyeva nutq soʻzladi."
    assert ("Nodira Aliyeva", "spokeAt", "Bilim") in triples(drafter.draft(text, source(), "uz"))


_FARMING = "Qishloq xoʻjaligi vaziri"
BRANCHES_AND_WORDS = [
    ("Urganchda «Tumor» banki filiali ochildi.", ("Tumor banki filiali", "belongsTo", "Tumor")),
    ("Startaplar uyushmasi «Oqtosh» jamgʻarmasi bilan bitimga qoʻl qoʻydi.", ("Startaplar uyushmasi", "partyTo")),
    (
        "Anjumanda Qishloq xoʻjaligi vaziri Olim Sobirov soʻzladi.",
        ("Olim Sobirov", "holdsPost", _FARMING),
    ),
    ("«Zarbdor» jamgʻarmasining jilovi Olim Sobirov qoʻlida.", ("Olim Sobirov", "worksFor", "Zarbdor")),
    ("«Nur» markazi «Tumor» kompaniyasi va «Sayhun» universitetining farzandi.", ("Sayhun", "founded", "Nur")),
    ("«Bahor» dasturini yuritish «Zarbdor» jamgʻarmasi zimmasida.", ("Zarbdor", "operates", "Bahor")),
    ("«Oqtosh» startapi oʻsmoqda. Endi korxona «Bahor» dasturiga qoʻshildi.", ("Oqtosh", "joined", "Bahor")),
]


@pytest.mark.parametrize(("text", "fact"), BRANCHES_AND_WORDS)
def test_branches_general_heads_and_whole_wordings(text: str, fact: tuple[str, ...], drafter: Drafter) -> None:
    assert fact in {told[: len(fact)] for told in triples(drafter.draft(text, source(), "uz"))}


def test_last_week_is_a_month_where_it_lies_in_one(drafter: Drafter) -> None:
    draft = drafter.draft("Oʻtgan hafta Navoiyda «Nur» markazi ochildi.", source(published="2026-03-19"), "uz")
    assert {told.from_ for told in draft.proposals if told.predicate == "establishedIn"} == {"2026-03"}


def test_a_signing_told_after_who_agreed(drafter: Drafter) -> None:
    text = "«Oqtosh» instituti «Nur» markazi bilan til topishdi. Bitimga 8-mart kuni Bokuda imzo chekildi."
    told = triples(drafter.draft(text, source(), "uz"))
    assert {("Oqtosh", "partyTo", "Bitim"), ("Nur", "partyTo", "Bitim"), ("Bitim", "signedIn", "baku")} <= told


def test_places_in_cyrillic_letters(drafter: Drafter) -> None:
    text = "Самарқандлик «Тумор» компанияси Фарғонада «Нур» марказини очди."
    told = triples(drafter.draft(text, source(), "uz"))
    assert {("Тумор", "locatedIn", "Samarkand"), ("Тумор", "founded", "Нур")} <= told


def test_a_year_before_a_day_with_an_ending(drafter: Drafter) -> None:
    draft = drafter.draft("«Nur» markazi 2024-yil 20-mayda Navoiyda tashkil etilgan.", source(), "uz")
    assert {told.from_ for told in draft.proposals if told.predicate == "establishedIn"} == {"2024-05-20"}


def test_whose_ranks_somebody_enters_has_joined(drafter: Drafter) -> None:
    text = "«Ufq» tarmogʻi safiga Turkiyaning «Hanbit» kompaniyasi qoʻshildi."
    assert ("Hanbit", "joined", "Ufq") in triples(drafter.draft(text, source(), "uz"))


INTERVIEW = """«Tumor» kompaniyasiga asos solgan va uni boshqarib kelayotgan Olim Sobirov bilan suhbat.
– Hamkorlaringiz kimlar?
– Bosh hamkorimiz – Germaniyaning «Nordwind» firmasi.
– Yana nima?
– «Sayhun» universiteti bilan birgalikda «Bahor» dasturini yuritamiz.
– Bosh idoramiz Navoiyda.
"""


@pytest.mark.parametrize(
    "fact",
    [
        ("Olim Sobirov", "founded", "Tumor"),
        ("Olim Sobirov", "worksFor", "Tumor"),
        ("Nordwind", "partnerOf", "Tumor"),
        ("Tumor", "operates", "Bahor"),
        ("Tumor", "locatedIn", "Navoi"),
    ],
)
def test_whose_head_speaks_in_an_interview(fact: tuple[str, str, str], drafter: Drafter) -> None:
    assert fact in triples(drafter.draft(INTERVIEW, source(), "uz"))


def test_two_posts_of_one_person(drafter: Drafter) -> None:
    text = "Bosh vazir oʻrinbosari – moliya vaziri Olim Sobirov forumda soʻzladi."
    posts = {told[2] for told in triples(drafter.draft(text, source(), "uz")) if told[1] == "holdsPost"}
    assert posts == {"Bosh vazir oʻrinbosari", "moliya vaziri"}


def test_a_person_before_a_body_is_no_part_of_its_name(drafter: Drafter) -> None:
    text = "Moliya vaziri Olim Sobirov Osiyo taraqqiyot banki prezidenti Masato Kanda bilan uchrashdi."
    told = triples(drafter.draft(text, source(), "uz"))
    assert {"Olim Sobirov", "Masato Kanda"} == {who for who, predicate, _ in told if predicate == "participatedIn"}


def test_what_is_made_and_not_named_is_no_other_thing(drafter: Drafter) -> None:
    text = "«Sir» erkin iqtisodiy zonasi rezidenti «Tumor» kompaniyasi yangi zavod ochdi."
    assert not [told for told in triples(drafter.draft(text, source(), "uz")) if told[1] == "founded"]


def test_a_forum_without_a_name_is_a_thing(drafter: Drafter) -> None:
    text = "Toshkentda xalqaro forum boʻlib oʻtdi. Uni «Zarbdor» jamgʻarmasi tashkil etdi."
    told = {(who, predicate) for who, predicate, _ in triples(drafter.draft(text, source(), "uz"))}
    assert {("Xalqaro forum", "heldIn"), ("Zarbdor", "operates")} <= told


def test_we_are_the_body_of_who_speaks(drafter: Drafter) -> None:
    text = (
        "«Tumor» kompaniyasi direktori Olim Sobirov keldi. «Sayhun» universiteti rektori Nodira Aliyeva ham keldi. "
        "“Xitoyning «Beihai» firmasi bizning doimiy hamkorimiz”, – dedi N. Aliyeva."
    )
    told = triples(drafter.draft(text, source(), "uz"))
    assert ("Beihai", "partnerOf", "Sayhun") in told and ("Beihai", "partnerOf", "Tumor") not in told
