"""Kazakh sentences in which a degree, a rank or another body stands where one name was expected."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = [
    # degrees and ranks between a post and who holds it
    ("Қор директоры PhD доктор Асан Сейіт келді.", ("Асан Сейіт", "holdsPost", "Қор директоры")),
    (
        "«Тобыл» қорының төрағасы, экономика ғылымдарының докторы, профессор Асан Сейіт келді.",
        ("Асан Сейіт", "holdsPost", "«Тобыл» қорының төрағасы"),
    ),
    (
        "«Тобыл» қорының бас инженері, техника және технологиялар магистрі Асан Сейіт келді.",
        ("Асан Сейіт", "holdsPost", "«Тобыл» қорының бас инженері"),
    ),
    (
        "«Тобыл» қорының төрағасы, әділет генерал-майоры Асан Сейіт келді.",
        ("Асан Сейіт", "holdsPost", "«Тобыл» қорының төрағасы"),
    ),
    (
        "«Тобыл» қорының төрағасы, педагогика ғылымдарының докторы, мәслихат депутаты Асан Сейіт келді.",
        ("Асан Сейіт", "holdsPost", "«Тобыл» қорының төрағасы"),
    ),
    # a post alone means who was told to hold it
    (
        "Ошта форум өтті. Оған министр Асан Сейіт келді. Министр форумда баяндама жасады.",
        ("Асан Сейіт", "spokeAt", "Форум"),
    ),
    (
        "Облыс әкімі Асан Сейіт Ошқа барды. Өңір басшысы «Үркен» форумына қатысты.",
        ("Асан Сейіт", "participatedIn", "Үркен"),
    ),
    (
        "Тобыл университетінің ректоры Асан Сейіт келді. Оқу орнының басшысы «Үркен» форумында сөз сөйледі.",
        ("Асан Сейіт", "spokeAt", "Үркен"),
    ),
    # what ranks a body among others
    ("Кездесуге өңірдегі ең ірі қорлардың бірі «Тобыл» қоры қатысты.", ("Тобыл", "participatedIn", "Кездесу")),
    ("Қытайдың жетекші компанияларының бірі – «Үркен» компаниясы келді.", ("Үркен", "ofCountry", "china")),
    # parts of a body, before them in the genitive or in no case
    ("«Жарқын» партиясы Саяси кеңесінің хатшысы Асан Сейіт келді.", ("Саяси кеңесі", "belongsTo", "Жарқын")),
    ("ТобУ-дың шығыстану факультетінде көрме өтті.", ("шығыстану факультеті", "belongsTo", "ТобУ")),
    (
        "Тобыл университетінің заң факультетінің деканы Асан Сейіт келді.",
        ("Тобыл университетінің заң факультетінің деканы", "postIn", "заң факультеті"),
    ),
    (
        "Тобыл университетінің заң факультетінің деканы Асан Сейіт келді.",
        ("Тобыл университетінің заң факультетінің деканы", "postIn", "Тобыл университеті"),
    ),
    ("ТобУ Ғылым департаментінің директоры Асан Сейіт келді.", ("Ғылым департаменті", "belongsTo", "ТобУ")),
    # a session is of the body that sits
    (
        "«Жарқын» партиясы Саяси кеңесінің отырысында төраға Асан Сейіт сөз сөйледі.",
        ("Саяси кеңесінің отырысы", "belongsTo", "Саяси кеңесі"),
    ),
    ("Министр Асан Сейіт Үкімет отырысында баяндады.", ("Үкімет отырысы", "belongsTo", "Үкімет")),
    (
        "Министр Асан Сейіттің төрағалығымен өткен Үкімет отырысында айтылды.",
        ("Асан Сейіт", "participatedIn", "Үкімет отырысы"),
    ),
    # a sitting that is nobody's
    (
        "Министр Асан Сейіттің төрағалығымен өткізілген кеңесте тұжырымдама ұсынылды.",
        ("Асан Сейіт", "participatedIn", "Кеңес"),
    ),
    # departments of a region's administration are bodies
    (
        "Облыс әкімдігі энергетика басқармасының басшысы Асан Сейіт баяндама жасады.",
        ("энергетика басқармасы", "belongsTo", "Облыс әкімдігі"),
    ),
    # branches right behind their body, in whatever letters
    (
        "Петропавлда University of Tobyl филиалы ашылды.",
        ("University of Tobyl филиалы", "belongsTo", "University of Tobyl"),
    ),
    ("Петропавлда University of Tobyl филиалы ашылды.", ("University of Tobyl филиалы", "establishedIn", "Petropavl")),
    (
        "Тобыл университетінің базасында М. Асанов атындағы РТУ филиалы ашылды.",
        ("М. Асанов атындағы РТУ филиалы", "belongsTo", "М. Асанов атындағы РТУ"),
    ),
    (
        "«Жарқын» партиясы Жамбыл облыстық филиалының төрағасы Асан Сейіт келді.",
        ("Жамбыл облыстық филиалы", "belongsTo", "Жарқын"),
    ),
    # parts of a university behind its acronym
    (
        "ТобУ Ақпараттық жүйелер орталығының бас инженері Асан Сейіт келді.",
        ("Ақпараттық жүйелер орталығы", "belongsTo", "ТобУ"),
    ),
    # halls are opened, too
    ("«Жібек» конференц-залының салтанатты ашылу рәсімі өтті.", ("Салтанатты ашылу рәсімі", "openingOf", "Жібек")),
    ("«Үркен» компаниясы «Жасыл дала» альянсына кіреді.", ("Үркен", "memberOf", "Жасыл дала")),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_tells(drafter: Drafter, text: str, told: tuple[str, str, str]) -> None:
    assert told in triples(drafter.draft(text, source(), "kk"))


UNTOLD = [
    ("«Тобыл» қоры Ғылым комитетімен келісімге қол қойды.", "belongsTo"),
    ("«Тобыл» технопаркінің ашық есік күні өтті.", "belongsTo"),
    ("«Тобыл» қоры «Үркен» орталығының директоры Асан Сейітпен келісті.", "belongsTo"),
    ("«Ашық есік» кеңсесінде инвестициялық штабтың отырысы өтті.", "belongsTo"),
    ("Жоғары экономикалық кеңеске Асан Сейіт төрағалық етті.", "participatedIn"),
    ("Министр Асан Сейіт Ошта Өнер университетін ашу мәселесін көтерді.", "establishedIn"),
    ("Ош қаласының әкімі Асан Сейіт келді. «Үркен» форумында аудан әкімі сөз сөйледі.", "spokeAt"),
    ("Солардың бірі – «Тобыл» қоры.", "ofCountry"),
]


@pytest.mark.parametrize(("text", "predicate"), UNTOLD)
def test_tells_not(drafter: Drafter, text: str, predicate: str) -> None:
    assert not [told for told in triples(drafter.draft(text, source(), "kk")) if told[1] == predicate]


@pytest.mark.parametrize(
    "text",
    [
        "Қор директоры PhD доктор Асан Сейіт келді.",
        "Кеше өңірдегі ең ірі қорлардың бірі «Тобыл» қоры «Үркен» компаниясымен келісімге қол қойды.",
    ],
)
def test_quotes_stand_in_the_article(drafter: Drafter, text: str) -> None:
    found = drafter.draft(text, source(), "kk").proposals
    assert found
    assert all(
        told.place.quote in text and text[told.place.start : told.place.end] == told.place.quote for told in found
    )
