"""What an agreement is for is only planned; places, plurals and agencies beside a verb make no relations."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from kg.draft.grading import graded
from kg.draft.model import Reason
from kg.draft.relation import Relation
from kg.draft.spans import Mention
from tests.draft.conftest import source, triples


@pytest.mark.parametrize(
    ("language", "text", "thing"),
    [
        ("en", "Alfa University and Beta Institute signed an agreement to create the Gamma Center.", "Gamma Center"),
        ("ru", "Университет «Альфа» и институт «Бета» подписали соглашение создать центр «Гамма».", "Гамма"),
        ("az", '"Alfa" şirkəti "Beta" şirkəti ilə "Gamma" mərkəzi yaratmaq üçün memorandum imzalayıb.', "Gamma"),
    ],
)
def test_what_an_agreement_is_for_is_planned(language: str, text: str, thing: str, drafter: Drafter) -> None:
    draft = drafter.draft(text, source(), language)
    found = triples(draft)
    assert thing in {o for _, predicate, o in found if predicate == "providesFor"}
    assert thing not in {s for s, predicate, _ in found if predicate == "partyTo"}
    assert {t.status for t in draft.proposals if t.predicate == "founded"} == {"planned"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Alfa University founded the infrastructure for laboratories and the work of Report News Agency."),
        ("ru", "Университет «Альфа» создал базу лабораторий и агентство «Дунё» сообщило об этом."),
    ],
)
def test_not_the_nearest_noun_is_founded(language: str, text: str, drafter: Drafter) -> None:
    assert "founded" not in {predicate for _, predicate, _ in triples(drafter.draft(text, source(), language))}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("az", '"Alfa" Universitetinin bazasında "Gamma" mərkəzi açılıb.'),
        ("kk", "«Альфа» университетінің ғимаратында «Гамма» орталығы орналасқан."),
        ("tr", "Alfa Üniversitesi'nin binasında Gamma Merkezi açıldı."),
        ("uz", "«Alfa» universitetining bazasida «Gamma» markazi ochildi."),
    ],
)
def test_what_is_in_a_building_is_not_its_owners(language: str, text: str, drafter: Drafter) -> None:
    assert "belongsTo" not in {predicate for _, predicate, _ in triples(drafter.draft(text, source(), language))}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kazakhstan's most important R&D Centers took part in the Gamma Forum."),
        ("en", "Uzbekistan's leading Innovation Centers signed a memorandum with Alfa University."),
        ("tr", "Gamma Forumu'na Türkiye'nin en önemli Ar-Ge Merkezleri katıldı."),
        ("tr", "Alfa Üniversitesi, Türkiye'nin en önemli Ar-Ge merkezleri arasında yer alıyor."),
    ],
)
def test_things_of_a_sort_are_no_thing(language: str, text: str, drafter: Drafter) -> None:
    draft = drafter.draft(text, source(), language)
    bodies = {thing.id for thing in draft.things if thing.class_name != "Country"}
    names = {name.text for name in draft.names if name.entity in bodies}
    assert names <= {"Gamma Forum", "Alfa University", "Alfa Üniversitesi", "Gamma Forumu"}


def mention(class_name: str, *, known: bool, case: str = "") -> Mention:
    return Mention(0, 4, "Alfa", class_name, "en", "head", 0.8, (), entity=class_name, known=known, case=case)


def test_a_known_country_is_no_surer_than_a_known_body() -> None:
    agreement = mention("Agreement", known=False)
    grades = []
    for subject in (
        mention("Country", known=True),
        mention("Company", known=True),
        mention("Company", known=True, case="ins"),
    ):
        told = Relation(subject, "partyTo", agreement, 0.8, "en.sign", (), ())
        confidence, reasons = graded(told, "Alfa", dated=False, derived=False, stated=False)
        assert Reason.KNOWN_SUBJECT in reasons
        grades.append(confidence)
    assert grades[0] < grades[1] < grades[2]
