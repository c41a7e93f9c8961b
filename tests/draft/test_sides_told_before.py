"""Who «the sides» are: the two bodies told together, or those whose people met, in the sentence before."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import held, source, triples

_MET = {
    "ru": "Ректор Лужского университета Илья Громак 3 марта встретился с главой компании «Тобол» Анной Лисовой.",
    "en": "Karsu University rector Ilya Gromov met with Tobol LLC head Anna Lisova on 3 March.",
    "az": "Norbay Universitetinin rektoru Elçin Laçınov “Tobol” şirkətinin rəhbəri Aynur Lisova ilə görüşüb.",
    "kk": "Қарсу университетінің ректоры Айдос Есімов «Тобол» компаниясының басшысы Дана Есімовамен кездесті.",
    "uz": "Qarsu universiteti rektori Olim Tursunov “Tobol” kompaniyasi rahbari Lola Umarova bilan uchrashdi.",
    "tr": "Doruk Üniversitesi Rektörü Mehmet Demir, Tobol A.Ş. Genel Müdürü Ayşe Kaya ile görüştü.",
}
_BODY = {
    "ru": "Лужский университет",
    "en": "Karsu University",
    "az": "Norbay Universiteti",
    "kk": "Қарсу университеті",
    "uz": "Qarsu universiteti",
    "tr": "Doruk Üniversitesi",
}
_FIRM = {"ru": "Тобол", "en": "Tobol LLC", "az": "Tobol", "kk": "Тобол", "uz": "Tobol", "tr": "Tobol"}


def _parties(drafter: Drafter, text: str, language: str) -> set[str]:
    return {s for s, predicate, _ in triples(drafter.draft(text, source(), language)) if predicate == "partyTo"}


@pytest.mark.parametrize(
    ("language", "signed"),
    [
        ("ru", "По итогам встречи был подписан меморандум."),
        ("ru", "Стороны подписали меморандум."),
        ("ru", "Они подписали меморандум."),
        ("en", "At the end of the meeting, a memorandum was signed."),
        ("en", "A memorandum was signed during the meeting."),
        ("en", "Following the talks, the two sides signed a memorandum."),
        ("en", "They signed a memorandum."),
        ("az", "Görüşün sonunda memorandum imzalanıb."),
        ("az", "Onlar memorandum imzalayıblar."),
        ("kk", "Кездесу қорытындысы бойынша меморандумға қол қойылды."),
        ("kk", "Кездесу соңында екі тарап меморандумға қол қойды."),
        ("kk", "Олар меморандумға қол қойды."),
        ("uz", "Uchrashuv yakunida memorandum imzolandi."),
        ("tr", "Görüşmenin sonunda mutabakat zaptı imzalandı."),
    ],
)
def test_the_bodies_of_who_met_are_the_sides(drafter: Drafter, language: str, signed: str) -> None:
    assert _parties(drafter, f"{_MET[language]} {signed}", language) == {_BODY[language], _FIRM[language]}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Karsu University and Tobol LLC discussed cooperation. The parties signed an agreement on 3 March."),
        ("ru", "Лужский университет и компания «Тобол» обсудили сотрудничество. Стороны подписали соглашение в Баку."),
        ("az", "Norbay Universiteti və “Tobol” şirkəti əməkdaşlığı müzakirə edib. Tərəflər Daşkənddə saziş imzalayıb."),
        ("kk", "Қарсу университеті мен «Тобол» компаниясы жобаны талқылады. Тараптар Ташкентте келісімге қол қойды."),
    ],
)
def test_two_bodies_told_together_are_the_sides(drafter: Drafter, language: str, text: str) -> None:
    assert _parties(drafter, text, language) == {_BODY[language], _FIRM[language]}


def test_of_three_bodies_no_two_are_the_sides(drafter: Drafter) -> None:
    text = "Karsu University, Luga Institute and Tobol LLC discussed cooperation. They signed a memorandum."
    assert len(_parties(drafter, text, "en")) != 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Ilya Gromov was appointed rector of Karsu University in 2025. Before that he headed the Luga Institute.",
        ),
        (
            "en",
            "Ilya Gromov was appointed rector of Karsu University in 2025. Previously, he headed the Luga Institute.",
        ),
        ("en", "Ilya Gromov was appointed rector of Karsu University in 2025. He had headed the Luga Institute."),
        ("ru", "Илья Громак назначен ректором Лужского университета. До назначения он работал в компании «Тобол»."),
        (
            "az",
            "Elçin Laçınov Norbay Universitetinin rektoru təyin edilib. Bundan əvvəl o, Lüqa Bankına rəhbərlik edib.",
        ),
        ("kk", "Айдос Есімов Қарсу университетінің ректоры болды. Бұған дейін ол Тобыл институтын басқарды."),
    ],
)
def test_what_somebody_did_before_is_no_post(drafter: Drafter, language: str, text: str) -> None:
    told = triples(drafter.draft(text, source(), language))
    assert not [t for t in told if t[1] == "worksFor"]


def test_who_is_named_in_a_look_back_is_in_the_post_still(drafter: Drafter) -> None:
    text = "Форум прошёл в Баку. Ранее ректор Лужского университета Илья Громак сообщил о планах."
    assert held(drafter, text, "ru") == {("Илья Громак", "Лужский университет")}


@pytest.mark.parametrize(
    ("language", "text", "first", "second"),
    [
        (
            "en",
            "Karsu University and Tobol LLC signed a pact. It was signed by Rector Ilya Gromov and CEO Anna Lisova.",
            ("Ilya Gromov", "Karsu University"),
            ("Anna Lisova", "Tobol LLC"),
        ),
        (
            "ru",
            "Лужский университет и компания «Тобол» подписали меморандум. Он предусматривает создание лаборатории."
            " Свои подписи поставили ректор Илья Громак и гендиректор Анна Лисова.",
            ("Илья Громак", "Лужский университет"),
            ("Анна Лисова", "Тобол"),
        ),
    ],
)
def test_bare_posts_are_of_the_only_body_of_their_sort(
    drafter: Drafter, language: str, text: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert held(drafter, text, language) == {first, second}


def test_where_a_firm_has_offices_is_no_name(drafter: Drafter) -> None:
    text = "“Tobol” şirkəti Vyanada yaradılıb. Şirkətin Bakı və Tbilisidə ofisləri var, “Yaşıl Alyans”ın üzvüdür."
    draft = drafter.draft(text, source(), "az")
    assert not [name.text for name in draft.names if "ofisi" in name.text]


def test_the_center_before_a_union_is_no_part_of_its_name(drafter: Drafter) -> None:
    text = "Таразда «Тобол» орталығы ашылды. Орталық Еуропалық одақтың қолдауымен құрылды."
    assert "Орталық Еуропалық одақ" not in {name.text for name in drafter.draft(text, source(), "kk").names}


def test_a_place_behind_a_semicolon_is_not_where_something_was_founded(drafter: Drafter) -> None:
    text = "Karsu University was founded in 1995; it has branches in Oran and Tunis."
    assert not [t for t in triples(drafter.draft(text, source())) if t[1] == "establishedIn"]
