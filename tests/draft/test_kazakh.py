"""Kazakh as its press writes it: references without a name, posts, signings, gatherings, idioms of founding."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = [
    # adjectives of cities, the forms of a place's name
    ("Көкшетаулық «Бурабай Дата» компаниясы жаңа қызмет ашты.", ("Бурабай Дата", "locatedIn", "Kokshetau")),
    ("Тараз қаласындағы «Талас» орталығы студент қабылдайды.", ("Талас", "locatedIn", "Taraz")),
    # the people of a body act for it
    ("«Өрлеу» форумына «Ақниет» компаниясының мамандары қатысты.", ("Ақниет", "participatedIn", "Өрлеу")),
    (
        "«Сырдария шолуы» баяндамасын Ақмешіт университетінің ғалымдары әзірлеп шықты.",
        ("Ақмешіт университеті", "prepared", "Сырдария шолуы"),
    ),
    # who came to a gathering, and who spoke at it
    ("«Көкжиек» форумы өтті. Шараға «Ақниет» компаниясы келді.", ("Ақниет", "participatedIn", "Көкжиек")),
    (
        "«Көкжиек» форумы өтті. Жиында «Ақниет» директоры Ерлан Қасымов сөз алды.",
        ("Ерлан Қасымов", "spokeAt", "Көкжиек"),
    ),
    ("«Көкжиек» форумы өтті. Іс-шараны «Ақниет» қоры ұйымдастырды.", ("Ақниет", "operates", "Көкжиек")),
    # small heads that mean what was named before
    (
        "Сыр аграрлық университеті өсіп келеді. «Өрлеу» форумын университет өткізді.",
        ("Сыр аграрлық университеті", "operates", "Өрлеу"),
    ),
    (
        "«Ақниет» компаниясы өсті. Кеше компания төрағасы Сәуле Әбенова сөз сөйледі.",
        ("компания төрағасы", "postIn", "Ақниет"),
    ),
    ("«Тобыл» орталығы бар, оны «Ақниет» қоры құрған.", ("Ақниет", "founded", "Тобыл")),
    # founding in idioms, the thing and the verb apart
    ("2022 жылы «Тобыл» орталығының іргесін «Ақниет» қоры қалады.", ("Ақниет", "founded", "Тобыл")),
    ("Семейде «Тобыл» орталығының лентасы қиылды.", ("Тобыл", "establishedIn", "Semey")),
    (
        "«Тобыл» өсіп келеді. «Тобылды» 2021 жылы экономист Дана Сәрсенова дүниеге әкелген.",
        ("Дана Сәрсенова", "founded", "Тобыл"),
    ),
    # nouns of who runs and began something
    ("«Тобыл» бағдарламасы басталды. Оның бастамашысы – «Ақниет» қоры.", ("Ақниет", "initiated", "Тобыл")),
    ("«Тобыл» орталығының жұмысын жүргізу «Ақниет» қорына жүктелген.", ("Ақниет", "operates", "Тобыл")),
    ("«Жайық» кластерінің жұмысын үйлестіру «Ақниет» қорына тапсырылды.", ("Ақниет", "coordinates", "Жайық")),
    # cities join, as bodies do
    ("«Таза су» бастамасына Тараз бен Семей қалалары қосылды.", ("Taraz", "joined", "Таза су")),
    # names: two words before the head, a name that the sentence calls
    ("Семейде «Қос өзен» атты ортақ акселерация орталығы ашылды.", ("Қос өзен", "establishedIn", "Semey")),
    ("Цифрлық әріптестік форумы Таразда өтті.", ("Цифрлық әріптестік форумы", "heldIn", "Taraz")),
    ("«Бәйге» компаниясының бас кеңсесі Тараз қаласында орналасқан.", ("Бәйге", "locatedIn", "Taraz")),
    ("Елордада «Бәйге» көрмесі басталды.", ("Бәйге", "heldIn", "Astana")),
    ("Кеше елордада «Тобыл» орталығы ашылды.", ("Тобыл", "establishedIn", "Astana")),
    ("Вице-министр Бағдат Сейітов «Бәйге» форумында сөз сөйледі.", ("Бағдат Сейітов", "spokeAt", "Бәйге")),
    ("СырМУ ректоры Ерлан Қасымов келді.", ("СырМУ ректоры", "postIn", "СырМУ")),
    ("Таразда Steppe Water Congress өтіп жатыр.", ("Steppe Water Congress", "heldIn", "Taraz")),
    ("Орталық Сыр университетінің жанынан құрылған «Тобыл» орталығы.", ("Тобыл", "belongsTo", "Сыр университеті")),
    ("«Тобыл» компаниясының Семей филиалы ашылды.", ("Семей филиалы", "belongsTo", "Тобыл")),
]
NOT_TOLD = [
    ("«Ақниет» қоры мен «Тобыл» орталығы меморандумын бекітті.", "signed"),
    ("«Өрлеу» форумы өтті. Форумға 300-ден астам адам қатысты.", "participatedIn"),
    ("Жаңа басқарма төрағасы «Ақниет» қорын мақтады.", "operates"),
    ("– «Тобыл» орталығын «Ақниет» қоры құрды ма?", "founded"),
    ("«Тобыл» университеті базасында «Ақниет» орталығын ашып жатыр.", "belongsTo"),
    ("Облыс әкімі «Тобыл» орталығының лентасын қиды.", "founded"),
]


@pytest.mark.parametrize(("text", "fact"), TOLD)
def test_what_kazakh_sentences_tell(text: str, fact: tuple[str, str, str], drafter: Drafter) -> None:
    told = triples(drafter.draft(text, source(), "kk"))
    assert fact in told, sorted(told)


@pytest.mark.parametrize(("text", "predicate"), NOT_TOLD)
def test_what_kazakh_sentences_do_not_tell(text: str, predicate: str, drafter: Drafter) -> None:
    assert not [fact for fact in triples(drafter.draft(text, source(), "kk")) if fact[1] == predicate]
