"""Who is only there, or only helps, did it not; what is signed between several pairs is several."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


@pytest.fixture(scope="module")
def with_pairs(drafter: Drafter) -> Drafter:
    """With the shipped weights of pairs, which took witnesses for signers."""
    return Drafter(drafter.project, drafter.schema)


@pytest.mark.parametrize(
    ("code", "text", "signers"),
    [
        (
            "en",
            "The memorandum was signed by the rectors Ivan Kim and Oleg Li in the presence of Minister of Science "
            "Anna Berg and the mayor of Leeds, Petra Holm.",
            {"Ivan Kim", "Oleg Li"},
        ),
        (
            "ru",
            "Меморандум подписали ректоры Иван Ким и Олег Ли в присутствии министра науки Анны Берг и мэра Томска.",
            {"Иван Ким", "Олег Ли"},
        ),
        (
            "az",
            "Memorandumu rektorlar Əli Quliyev və Rauf Məmmədov təhsil naziri Anar Bəylinin iştirakı ilə imzalayıblar.",
            {"Əli Quliyev", "Rauf Məmmədov"},
        ),
        (
            "kk",
            "Меморандумға ректорлар Асан Ким мен Болат Ли ғылым министрі Ерлан Сейіттің қатысуымен қол қойды.",
            {"Асан Ким", "Болат Ли"},
        ),
        (
            "tr",
            "Protokol, Bakan Ali Kaya'nın huzurunda rektörler Mehmet Demir ve Hasan Şahin tarafından imzalandı.",
            {"Mehmet Demir", "Hasan Şahin"},
        ),
    ],
)
def test_witnesses_sign_nothing(with_pairs: Drafter, code: str, text: str, signers: set[str]) -> None:
    told = triples(with_pairs.draft(text, source(), code))
    assert {subject for subject, predicate, _ in told if predicate == "signed"} == signers


@pytest.mark.parametrize(
    ("code", "text", "who"),
    [
        ("en", "The forum, organised by Norda and supported by Orda Bank, will be held in Leeds.", "Norda"),
        ("en", "With the support of the Lotus Foundation, Norda opened the Bridge Center in Leeds.", "Norda"),
        ("ru", "Форум, организованный компанией «Норда» при поддержке банка «Орда», пройдёт в Томске.", "Норда"),
        ("ru", "При поддержке фонда «Лотос» компания «Норда» открыла центр «Мост» в Томске.", "Норда"),
        ("az", "“Lotus” fondunun dəstəyi ilə “Norda” şirkəti Bakıda “Körpü” mərkəzini açıb.", "Norda"),
        ("kk", "«Лотос» қорының қолдауымен «Норда» компаниясы Алматыда «Көпір» орталығын ашты.", "Норда"),
    ],
)
def test_who_supports_runs_and_founds_nothing(with_pairs: Drafter, code: str, text: str, who: str) -> None:
    told = triples(with_pairs.draft(text, source(), code))
    assert {subject for subject, predicate, _ in told if predicate in ("operates", "founded")} == {who}


def test_who_signs_after_witnesses_are_named(with_pairs: Drafter) -> None:
    text = "In the presence of the Prime Minister, Orda Bank and Leeds University signed an agreement."
    told = triples(with_pairs.draft(text, source()))
    assert {subject for subject, predicate, _ in told if predicate == "partyTo"} == {"Orda Bank", "Leeds University"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "en",
            "Memoranda were signed: between Orda Bank and Leeds University, and between Lotus Bank and York College.",
        ),
        (
            "ru",
            "Подписаны два меморандума: между банком «Орда» и Томским университетом, между банком «Лотос» и "
            "Омским институтом.",
        ),
        (
            "az",
            "“Orda” bankı ilə Bakı Dövlət Universiteti, “Lotus” bankı ilə Gəncə Universiteti arasında memorandumlar "
            "imzalanıb.",
        ),
        (
            "kk",
            "«Орда» банкі мен Абай университеті, «Лотос» банкі мен Сәтбаев университеті арасында меморандумдарға "
            "қол қойылды.",
        ),
        (
            "tr",
            "“Orda” bankası ile Ankara Üniversitesi, “Lotus” bankası ile Ege Üniversitesi arasında protokoller "
            "imzalandı.",
        ),
        (
            "uz",
            "“Orda” banki bilan Toshkent universiteti, “Lotus” banki bilan Buxoro universiteti oʻrtasida "
            "memorandumlar imzolandi.",
        ),
    ],
)
def test_each_pair_has_an_agreement_of_its_own(drafter: Drafter, code: str, text: str) -> None:
    parties: dict[str, set[str]] = {}
    for told in drafter.draft(text, source(), code).proposals:
        if told.predicate == "partyTo":
            parties.setdefault(told.object, set()).add(told.subject)
    assert sorted(map(len, parties.values())) == [2, 2]


def test_a_list_has_one_agreement(drafter: Drafter) -> None:
    text = "“Orda” bankı ilə Bakı Dövlət Universiteti, Gəncə Universiteti və “Lotus” bankı arasında saziş imzalanıb."
    agreements = {t.object for t in drafter.draft(text, source(), "az").proposals if t.predicate == "partyTo"}
    assert len(agreements) == 1
