"""Families of Kazakh words and the phrases around them: gatherings, guests, posts, bodies above bodies."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

GATHERINGS = [
    # gatherings without a name, by the verb that governs them
    ("Форум жұмысына Ресей, Қытай және Үндістан делегациялары қатысуда.", ("Форум", "hasParticipantFrom", "Russia")),
    (
        "Вебинарға Польшаның, Чехияның және Қазақстанның мамандары қосылды.",
        ("Вебинар", "hasParticipantFrom", "Czechia"),
    ),
    ("Брифингте министр Гүлмира Сәрсенова жаңа жоба туралы айтты.", ("Гүлмира Сәрсенова", "spokeAt", "Брифинг")),
    ("Көрмеде «Қазтех» компаниясы өз өнімін таныстырды.", ("Қазтех", "participatedIn", "Көрме")),
    ("Отырысты вице-премьер Қанат Бозымов басқарды.", ("Қанат Бозымов", "participatedIn", "Отырыс")),
    ("Тараз қаласында өткен мастер-классты дизайнер Әлия Жақыпова өткізді.", ("Мастер-класс", "heldIn", "Taraz")),
    ("Форумның ашылу салтанатында министр Әлихан Сәдуов сөз сөйледі.", ("Әлихан Сәдуов", "spokeAt", "Форум")),
    ("Мәскеуде өткен бизнес-кездесуге «Алтай» ЖШС қатысты.", ("Алтай", "participatedIn", "Бизнес-кездесу")),
    ("Министр Мәлік Отаров форумды ашты.", ("Мәлік Отаров", "spokeAt", "Форум")),
    (
        "«Бәйге» форумы өтті. Қазақстандық делегацияны министр Мәлік Отаров басқарды.",
        ("Мәлік Отаров", "participatedIn", "Бәйге"),
    ),
    (
        "«Бәйге» форумы өтті. Форумның ұйымдастырушысы министр Мәлік Отаров болды.",
        ("Мәлік Отаров", "operates", "Бәйге"),
    ),
    ("Таразда «Дала – Қала» форматындағы министрлердің кездесуі өтті.", ("Дала – Қала", "heldIn", "Taraz")),
]
POSTS = [
    (
        "Қазақстан Республикасы Президентінің кеңесшісі Мәлік Отаров келді.",
        "Қазақстан Республикасы Президентінің кеңесшісі",
    ),
    ("Мектеп директоры Сандуғаш Ермекова жаңа зертхананы таныстырды.", "Мектеп директоры"),
    ("Кеше Үкімет басшысының орынбасары Роман Қайратұлы зауытта болды.", "Үкімет басшысының орынбасары"),
    ("Жоба жетекшісі, техника ғылымдарының докторы Асқар Нұрланов сөйледі.", "Жоба жетекшісі"),
    ("Тараз университеті проректорының м.а. Сәбит Суатов келді.", "Тараз университеті проректоры"),
]
BODIES = [
    (
        "Парламент Мәжілісінің депутаты Айгүл Құсайынова келді.",
        ("Парламент Мәжілісінің депутаты", "postIn", "Парламент Мәжілісі"),
    ),
    (
        "Энергетика министрлігінің Ғарыш институты өсті.",
        ("Ғарыш институты", "subordinateTo", "Энергетика министрлігі"),
    ),
    (
        "Еуропалық Одақтың Қазақстандағы елшісі Анна Симова келді.",
        ("Еуропалық Одақтың Қазақстандағы елшісі", "postIn", "Еуропалық Одақ"),
    ),
]


@pytest.mark.parametrize(("text", "told"), [*GATHERINGS, *BODIES])
def test_a_family_tells(drafter: Drafter, text: str, told: tuple[str, str, str]) -> None:
    assert told in triples(drafter.draft(text, source(), "kk"))


@pytest.mark.parametrize(("text", "post"), POSTS)
def test_a_post_is_read_whole(drafter: Drafter, text: str, post: str) -> None:
    assert post in {
        right for _, predicate, right in triples(drafter.draft(text, source(), "kk")) if predicate == "holdsPost"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Олар көшбасшы рөлін талқылау үшін жиналды. Жиында сарапшы Ерлан Қасымов сөйледі.",  # no gathering
        "«Сыр» университеті өткізген жәрмеңкеге мектеп басшылары қатысты.",  # who holds it does not attend it
        "Президент жанындағы кеңес мүшесі Искендер Палаев келді.",  # no post of his
    ],
)
def test_what_is_not_told(drafter: Drafter, text: str) -> None:
    told = triples(drafter.draft(text, source(), "kk"))
    assert not {row for row in told if row[1] == "participatedIn" or "рөлін" in row[2] or row[2] == "Президент"}
