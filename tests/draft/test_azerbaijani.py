"""Azerbaijani articles: posts and who holds them, bare heads that mean what was named before, names in two parts."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

POSTS = (
    ("Narın Universitetinin rektoru, professor Rauf Bəyli çıxış edib.", "Rauf Bəyli", "Narın Universitetinin rektoru"),
    (
        "Narın Universitetinin dekanı, iqtisad elmləri doktoru Rauf Bəyli çıxış edib.",
        "Rauf Bəyli",
        "Narın Universitetinin dekanı",
    ),
    ("Bulud Fondunun icraçı katibi Nigar Şirinli bildirib.", "Nigar Şirinli", "Bulud Fondunun icraçı katibi"),
)
NOT_IN_POST = (
    "Narın Universitetinin sabiq rektoru Rauf Bəyli kitab yazıb.",
    "Narın Universitetinin keçmiş dekanı Rauf Bəyli kitab yazıb.",
)
BEFORE = (
    ("«Çinar Data» şirkəti Gəncədə yerləşir. Keçən ay şirkət «Bağ» şəbəkəsinə qoşulub.", "Çinar Data", "joined", "Bağ"),
    (
        "Narın Universiteti Bakıdadır. 2024-cü ildə universitet «Bağ» şəbəkəsinə qoşulub.",
        "Narın Universiteti",
        "joined",
        "Bağ",
    ),
    (
        "Narın Universiteti genişlənir. Hazırda qurum İqtisadiyyat Nazirliyinə tabedir.",
        "Narın Universiteti",
        "subordinateTo",
        "ministry-of-economy-azerbaijan",
    ),
    (
        "Narın Assosiasiyası BTİ ilə danışıb. Assosiasiyanın sədri Rauf Bəyli bildirib.",
        "Assosiasiyanın sədri",
        "postIn",
        "Narın Assosiasiyası",
    ),
)


def drafted(drafter: Drafter, text: str) -> set[tuple[str, str, str]]:
    return triples(drafter.draft(text, source(), "az"))


@pytest.mark.parametrize(("text", "person", "post"), POSTS)
def test_a_post_with_a_degree_or_a_rare_name(drafter: Drafter, text: str, person: str, post: str) -> None:
    assert (person, "holdsPost", post) in drafted(drafter, text)


@pytest.mark.parametrize("text", NOT_IN_POST)
def test_who_was_in_a_post_holds_it_no_more(drafter: Drafter, text: str) -> None:
    assert not any(predicate == "holdsPost" for _, predicate, _ in drafted(drafter, text))


@pytest.mark.parametrize(("text", "subject", "predicate", "object_"), BEFORE)
def test_a_bare_head_is_what_was_named_before(
    drafter: Drafter, text: str, subject: str, predicate: str, object_: str
) -> None:
    assert (subject, predicate, object_) in drafted(drafter, text)


def test_a_post_of_a_unit_is_in_the_body(drafter: Drafter) -> None:
    text = "Turizm Nazirliyinin Yeni bazarlar və rəqəmsal xidmətlər şöbəsinin müdiri Rauf Bəyli deyib."
    told = drafted(drafter, text)
    assert any(predicate == "postIn" and object_ == "Turizm Nazirliyi" for _, predicate, object_ in told)


def test_capitals_after_a_quoted_name_are_of_the_name(drafter: Drafter) -> None:
    told = drafted(drafter, "“Çinar” Yaşıl Sınaq Mərkəzi Gəncədə açılıb.")
    assert ("“Çinar” Yaşıl Sınaq Mərkəzi", "establishedIn", "Ganja") in told


def test_the_acronym_of_a_headline_is_the_name_told_later(drafter: Drafter) -> None:
    text = "BNU ilə Çinar Data tərəfdaş oldu\n\nBakı Narın Universitetinin (BNU) rektoru Rauf Bəyli çıxış edib."
    draft = drafter.draft(text, source(), "az")
    assert [told.object for told in draft.proposals if told.predicate == "postIn"] == ["bnu"]


CONSTRUCTED = (
    ("Ofisi Sumqayıtda olan «Çinar Data» şirkəti böyüyür.", "Çinar Data", "locatedIn", "sumgait"),
    ("Almaniyadan olan «Çinar Data» şirkəti böyüyür.", "Çinar Data", "ofCountry", "Germany"),
    ("Bakılı startap «Çinar» böyüyür.", "Çinar", "locatedIn", "baku"),
    ("Yapon şirkəti «Hana Denki» böyüyür.", "Hana Denki", "ofCountry", "japan"),
    (
        "«Dalğa» proqramının əlaqələndirilməsi Narın Universitetinə həvalə olunub.",
        "Narın Universiteti",
        "coordinates",
        "Dalğa",
    ),
    ("«Dalğa» proqramı Azərbaycanın bütün ərazisini əhatə edir.", "Dalğa", "appliesTo", "azerbaijan"),
    (
        "Narın Universiteti Bulud Fondunu tərəfdaş hesab edir.",
        "Narın Universiteti",
        "regardsAsPartner",
        "Bulud Fondu",
    ),
    ("Narın Universitetinə Rauf Bəyli rektorluq edir.", "Narın Universiteti rektor", "postIn", "Narın Universiteti"),
)


@pytest.mark.parametrize(("text", "subject", "predicate", "object_"), CONSTRUCTED)
def test_whole_wordings(drafter: Drafter, text: str, subject: str, predicate: str, object_: str) -> None:
    assert (subject, predicate, object_) in drafted(drafter, text)


SHEET = """Təşkilatın pasportu: Narın Keyfiyyət Agentliyi
Tabeçiliyi: İqtisadiyyat Nazirliyi.
Baş ofisi: Bakı, Xətai rayonu.
Sələfi: Narın Ölçü Bürosu.
Kimlərlə işləyir? Qurum BTİ ilə ortaq təlimlər keçirir.
"""


def test_a_fact_sheet_is_about_its_title(drafter: Drafter) -> None:
    body = "Narın Keyfiyyət Agentliyi"
    told = drafted(drafter, SHEET)
    assert {
        (body, "subordinateTo", "ministry-of-economy-azerbaijan"),
        (body, "locatedIn", "baku"),
        (body, "succeeded", "Narın Ölçü Bürosu"),
    } <= told
    assert {(body, "cooperatesWith", "itu"), ("itu", "cooperatesWith", body)} & told


UNSAID = (
    (
        "Narın Universiteti ilə Gəncədəki Çinar İnstitutu danışdı. İki ali məktəb arasında memorandum imzalandı.",
        {("Narın Universiteti", "partyTo", "Memorandum"), ("Çinar İnstitutu", "partyTo", "Memorandum")},
    ),
    (
        "«Çinar» startapı böyüyür: onu quran Rauf Bəyli və Nigar Şirinli indi «Dalğa» proqramına da baxır.",
        {("Rauf Bəyli", "founded", "Çinar"), ("Nigar Şirinli", "founded", "Çinar")},
    ),
    (
        "Narın Universitetinin rektoru Rauf Bəyli danışdı. «Çinar Data» şirkəti ilə birgə çalışırıq, – o dedi.",
        {("Çinar Data", "cooperatesWith", "Narın Universiteti")},
    ),
    (
        "Tədbirdə BTİ-ni təmsil edən Henrik Solberq çıxış edib.",
        {("Henrik Solberq", "represents", "itu")},
    ),
    (
        "Bakıda «Açıq məlumat» mövzusunda beynəlxalq seminar keçirilib.",
        {("Açıq məlumat", "heldIn", "baku")},
    ),
    (
        "«Dalğa» mərkəzini quran və işlədən «Çinar Data» şirkəti böyüyür.",
        {("Çinar Data", "founded", "Dalğa"), ("Çinar Data", "operates", "Dalğa")},
    ),
    ("Narın Universitetinin Şəkidə filialı var.", {("Filial", "belongsTo", "Narın Universiteti")}),
)


@pytest.mark.parametrize(("text", "told"), UNSAID)
def test_what_a_sentence_does_not_name_again(drafter: Drafter, text: str, told: set[tuple[str, str, str]]) -> None:
    found = drafted(drafter, text)
    either = found | {(b, p, a) for a, p, b in found if p == "cooperatesWith"}
    assert told <= either


DATED = (
    ("«Çinar» şirkəti ötən ilin sentyabrında Gəncədə təsis edilib.", "2025-09"),
    ("«Çinar» şirkəti üç il əvvəl Gəncədə təsis edilib.", "2023"),
    ("«Çinar» şirkəti gələn ilin yanvarında Gəncədə açılacaq.", "2027-01"),
    ("«Çinar» şirkəti Gəncədə keçən çərşənbə açılıb.", "2026-03-11"),
    ("«Bağ» şəbəkəsinə «Çinar» şirkəti ötən həftə qoşulub.", "2026-03"),
    ("«Çinar» şirkəti 2025-ci ilin mayından «Bağ» şəbəkəsinin üzvüdür.", "2025-05"),
)


@pytest.mark.parametrize(("text", "date"), DATED)
def test_dates_told_by_their_distance(drafter: Drafter, text: str, date: str) -> None:
    assert [told.from_ for told in drafter.draft(text, source(), "az").proposals] == [date]


TOLD_BY_NAME = (
    ("Nəfis şəhərində «Çinar» şirkəti açılıb.", ("Çinar", "establishedIn", "Nəfis")),
    ("Narın Universitetinin rektoru Rauf Bəyli «Report»a bildirib.", ("Rauf Bəyli", "informed", "report")),
    (
        "Müsahibimiz Narın Universitetinin rektoru Rauf Bəylidir.",
        ("Rauf Bəyli", "holdsPost", "Narın Universitetinin rektoru"),
    ),
)


@pytest.mark.parametrize(("text", "told"), TOLD_BY_NAME)
def test_towns_informers_and_guests(drafter: Drafter, text: str, told: tuple[str, str, str]) -> None:
    assert told in drafted(drafter, text)
