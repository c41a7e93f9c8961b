"""What Azerbaijani press calls bodies: initials before the name, long agencies, branches abroad, bare heads, quotes."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = (
    (
        "NDU və Çinar Fondu arasında memorandum imzalanıb\nNarın Dövlət Universiteti ilə Çinar Fondu arasında "
        "memorandum imzalanıb. Sənədi NDU-nun rektoru Rauf Bəyli imzalayıb.",
        ("NDU-nun rektoru", "postIn", "NDU"),
    ),
    (
        "Vətəndaşlara Yardım və Yeni Texnologiyalar üzrə Dövlət Agentliyinin sədri Rauf Bəyli çıxış edib.",
        (
            "Vətəndaşlara Yardım və Yeni Texnologiyalar üzrə Dövlət Agentliyinin sədri",
            "postIn",
            "Vətəndaşlara Yardım və Yeni Texnologiyalar üzrə Dövlət Agentliyi",
        ),
    ),
    (
        "Çinar Fondunun Avstriyadakı nümayəndəliyinin rəhbəri Rauf Bəyli çıxış edib.",
        ("Nümayəndəlik", "belongsTo", "Çinar Fondu"),
    ),
    (
        "Yaponiyanın Azərbaycandakı səfiri Keyko Tanaka çıxış edib.",
        ("Yaponiyanın Azərbaycandakı səfiri", "postIn", "japan"),
    ),
    (
        "Narın Universitetində seminar keçirilib. Ali təhsil ocağının rektoru Rauf Bəyli çıxış edib.",
        ("Ali təhsil ocağının rektoru", "postIn", "Narın Universiteti"),
    ),
    ("Çinar Fonduna məxsus “Bora” MMC fəaliyyətini genişləndirib.", ("Bora", "belongsTo", "Çinar Fondu")),
    ('"Bora” şirkəti və "Çinar” fondu arasında saziş imzalanıb.', ("Bora", "partyTo", "Saziş")),
    ("Çinar Fondundan «Report»un sorğusuna cavab verilib.", ("Çinar Fondu", "informed", "report")),
    ("Nigar Şirinlinin təşəbbüsü olan «Yol» layihəsi uğurludur.", ("Nigar Şirinli", "initiated", "Yol")),
    ("Narın Universiteti ilə Çinar Fondu arasında sazişlər imzalanıb.", ("Çinar Fondu", "partyTo", "Sazişlər")),
)
NOT_TOLD = (
    ("ARtv xəbər verir ki, qonaqları qəbul edən rektor Rauf Bəyli çıxış edib.", "postIn"),
    ("Qaliblər ABŞ-da yerləşən Silikon vadisinə gedəcəklər.", "locatedIn"),
    ("Bu, Azərbaycanın İT mühiti üçün addımdır.", "ofCountry"),
)


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_names_of_bodies(drafter: Drafter, text: str, told: tuple[str, str, str]) -> None:
    assert told in triples(drafter.draft(text, source(), "az"))


@pytest.mark.parametrize(("text", "predicate"), NOT_TOLD)
def test_what_is_no_body(drafter: Drafter, text: str, predicate: str) -> None:
    assert predicate not in {told[1] for told in triples(drafter.draft(text, source(), "az"))}


def test_a_country_opens_the_name_after_a_person(drafter: Drafter) -> None:
    text = "Ordu Universitetinin rektoru professor Dr. Çağrı Erhan Azərbaycan Bulud Universitetində olub."
    names = {told.text for told in drafter.draft(text, source(), "az").names}
    assert "Çağrı Erhan Azərbaycan Bulud Universiteti" not in names


def test_a_figure_is_of_the_gathering_not_of_its_hall(drafter: Drafter) -> None:
    text = "«Xəzər» forumu keçirilib. “Gülab” sarayında təşkil olunan forumda 20 ölkədən qonaqlar iştirak edib."
    assert ("Xəzər", "countryCount", "20") in triples(drafter.draft(text, source(), "az"))


def test_words_to_journalists_are_no_speech(drafter: Drafter) -> None:
    text = "Gəncədə «Xəzər» forumu keçirilib. Bu sözləri jurnalistlərə Çinar Fondunun sədri Rauf Bəyli deyib."
    assert "spokeAt" not in {told[1] for told in triples(drafter.draft(text, source(), "az"))}
