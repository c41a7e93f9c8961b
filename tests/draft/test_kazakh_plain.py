"""Kazakh in plain press wording: openings of nothing named, posts for a region, who cut the ribbon, who organised."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = [
    # an opening of what nothing names
    ("Ашылу салтанатына әкім Ерлан Қасымов қатысты.", ("Ерлан Қасымов", "participatedIn", "Ашылу салтанаты")),
    ("Ашылу рәсімінде министр Мұрат Нұртай сөз сөйледі.", ("Мұрат Нұртай", "spokeAt", "Ашылу рәсімі")),
    (
        "Орталықтың салтанатты ашылуында лентаны министр Мұрат Нұртай мен әкім Ерлан Қасымов қиды.",
        ("Мұрат Нұртай", "participatedIn", "Салтанатты ашылуы"),
    ),
    # posts for a region or a field
    (
        "«Тобыл» компаниясының Еуразия бойынша президенті Ерлан Қасымов келді.",
        ("«Тобыл» компаниясының Еуразия бойынша президенті", "postIn", "Тобыл"),
    ),
    (
        "«Тобыл» қорының Орталық Азия бойынша директоры Ерлан Қасымов келді.",
        ("«Тобыл» қорының Орталық Азия бойынша директоры", "postIn", "Тобыл"),
    ),
    # founders, initiators, organisers
    ("«Ақниет» мектебінің негізін қалаған – профессор Ерлан Қасымов.", ("Ерлан Қасымов", "founded", "Ақниет")),
    ("«Үркен» қорын Ошта тұратын Ерлан Қасымов негіздеген.", ("Ерлан Қасымов", "founded", "Үркен")),
    ("«Үркен» орталығы ашылды. Оған «Тобыл» қоры бастамашы болған.", ("Тобыл", "initiated", "Үркен")),
    ("Конкурстың бас ұйымдастырушысы – «Тобыл» қоры.", ("Тобыл", "operates", "Конкурс")),
    (
        "«Үркен» зертханасын «Тобыл» қоры құрды, ал күнделікті жұмысын «Ақниет» академиясы жүргізеді.",
        ("Ақниет", "operates", "Үркен"),
    ),
    (
        "Ошта өткен «Үркен» форумында біздің делегацияны министр Мұрат Нұртай бастап барды.",
        ("Мұрат Нұртай", "participatedIn", "Үркен"),
    ),
    # lists with where each is from
    ("Көрмеге ресейлік «Үркен» пен түркиялық «Тобыл» компаниялары қатысты.", ("Үркен", "participatedIn", "Көрме")),
    (
        "Көрмеге отандық «Ақниет», ресейлік «Үркен» және түркиялық «Тобыл» компаниялары қатысты.",
        ("Тобыл", "participatedIn", "Көрме"),
    ),
    # what has no name, with its makers before the verb
    ("Ошта IT-мектепті «Тобыл» қоры мен облыс әкімдігі бірлесіп іске қосты.", ("Тобыл", "founded", "Мектеп")),
    ("«Тобыл» қоры мамандар даярлайтын орталықты бірлесіп іске қосты.", ("Тобыл", "founded", "Орталық")),
    ("Ошта жаңа зертхананы «Тобыл» қоры ашты.", ("Зертхана", "establishedIn", "Osh")),
    ("Ошта оқу орталығы «Тобыл» қорының бастамасымен ашылды.", ("Тобыл", "initiated", "Оқу орталығы")),
    ("Ошта цифрлық дағдылар орталығын «Тобыл» қоры басқарады.", ("Тобыл", "operates", "Цифрлық")),
    (
        "«Тобыл» қоры мен «Үркен» компаниясы арасында ынтымақтастық туралы келісім Ошта бекітілді.",
        ("Ынтымақтастық туралы келісім", "signedIn", "Osh"),
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_tells(drafter: Drafter, text: str, told: tuple[str, str, str]) -> None:
    found = triples(drafter.draft(text, source(), "kk"))
    assert any(a == told[0] and p == told[1] and b.startswith(told[2]) for a, p, b in found), found


UNTOLD = [
    ("«Үркен» қорын Ошта тұратын Ерлан Қасымов құрды.", "establishedIn"),
    ("«Үркен» қорын Ошта туған Ерлан Қасымов құрды.", "establishedIn"),
    ("Аталған зертхананы «Тобыл» қоры ашты.", "founded"),
    ("Қаладағы екі мектепті «Тобыл» қоры салды.", "founded"),
]


@pytest.mark.parametrize(("text", "predicate"), UNTOLD)
def test_tells_not(drafter: Drafter, text: str, predicate: str) -> None:
    assert not [told for told in triples(drafter.draft(text, source(), "kk")) if told[1] == predicate]
