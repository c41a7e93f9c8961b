"""Constructions of Kazakh and Uzbek: nouns that tell relations, participles, guests of events, former posts."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = [
    ("kk", "«Жас маман» бағдарламасының операторы – «Дарын» қоры.", ("Дарын", "operates", "Жас маман")),
    ("uz", "«Ufq» xabining strategik hamkori — «Samo» kompaniyasi.", ("Samo", "partnerOf", "Ufq")),
    ("kk", "2024 жылы «Самұрық Тех» компаниясы құрған «Көкжиек» хабы өсті.", ("Самұрық Тех", "founded", "Көкжиек")),
    ("uz", "2024-yilda «Tumor» kompaniyasi asos solgan «Ufq» xabi oʻsdi.", ("Tumor", "founded", "Ufq")),
    ("kk", "«Тұмар» компаниясы «Жібек Хаб» желісінің қатарына енді.", ("Тұмар", "joined", "Жібек Хаб")),
    ("uz", "«Tumor» kompaniyasi «Ipak Hub» tarmogʻi safiga kirdi.", ("Tumor", "joined", "Ipak Hub")),
    ("kk", "«Bilim» форумына Түркиядан делегаттар келді.", ("Bilim", "hasParticipantFrom", "turkiye")),
    ("uz", "«Bilim» forumida Turkiya vakillari uchrashdi.", ("Bilim", "hasParticipantFrom", "turkiye")),
    ("kk", "«Bilim» форумын биыл Шымкент қабылдады.", ("Bilim", "heldIn", "Shymkent")),
    ("uz", "«Ufq» xabini Nilufar Karimova boshqaradi.", ("Nilufar Karimova", "worksFor", "Ufq")),
    ("kk", "«Дала» кластері «Ертіс» және «Болат» компанияларын біріктіреді.", ("Ертіс", "memberOf", "Дала")),
    ("uz", "«Ufq» xabi robototexnikaga ixtisoslashgan.", ("Ufq", "focusesOn", "robotics")),
    ("kk", "«Даму» қоры «Өрлеу» бағдарламасын жүргізіп отыр.", ("Даму", "operates", "Өрлеу")),
    (
        "uz",
        "«Yashil makon» dasturi tashabbuskori Ekologiya vazirligi, ijrochisi esa «Yashil rivoj» AJ hisoblanadi.",
        ("Yashil rivoj", "operates", "Yashil makon"),
    ),
]
NOT_TOLD = [
    ("kk", "Ерлан Сағадиев бұрын «Самұрық» компаниясын басқарған.", "worksFor"),
    ("uz", "Ravshan Gʻulomov avval «Uzgaz» kompaniyasini boshqargan.", "worksFor"),
    (
        "uz",
        "«Kelajak» maktabini «Mehr» jamgʻarmasi tashkil etgan, darslarni esa «Zakovat» kompaniyasi olib boradi.",
        "operates",
    ),
]


@pytest.mark.parametrize(("language", "text", "fact"), TOLD)
def test_what_a_sentence_tells(language: str, text: str, fact: tuple[str, str, str], drafter: Drafter) -> None:
    assert fact in triples(drafter.draft(text, source(), language))


@pytest.mark.parametrize(("language", "text", "predicate"), NOT_TOLD)
def test_what_a_sentence_does_not_tell(language: str, text: str, predicate: str, drafter: Drafter) -> None:
    assert not [fact for fact in triples(drafter.draft(text, source(), language)) if fact[1] == predicate]


def test_a_post_does_not_take_in_the_day_before_it(drafter: Drafter) -> None:
    text = "Chorshanba kuni Transport vaziri Nurbek Sagindiqov forumda soʻzga chiqdi."
    names = {name.text for name in drafter.draft(text, source(), "uz").names}
    assert "Transport vaziri" in names
