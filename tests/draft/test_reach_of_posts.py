"""What stands before a post and is not whose it is: regions in somebody's charge, sorts of states, where, guests."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

BODIES = [
    ("az", "BP-nin Azərbaycan, Gürcüstan və Türkiyə üzrə regional prezidenti Cio Kristofer çıxış edib.", "BP"),
    ("az", "“Nordel” şirkətinin Gürcüstan üzrə direktoru Elçin Məmmədov çıxış edib.", "Nordel"),
    ("az", "Niderland Krallığının səfiri Yan Petersen forumda çıxış edib.", "Netherlands"),
    ("kk", "«Нордел» компаниясының Грузия бойынша директоры Асан Серіков форумда сөз сөйледі.", "Нордел"),
    ("kk", "Испания Корольдігінің елшісі Хуан Перес форумға қатысты.", "Spain"),
    ("kk", "«Нордел» ҰК АҚ-ның басшысы Асан Серіков форумға қатысты.", "Нордел"),
    ("uz", "Ispaniya Qirolligi elchisi Xuan Peres forumda ishtirok etdi.", "Spain"),
    ("uz", "“Nordel” kompaniyasining Gruziya bo‘yicha direktori Alisher Karimov so‘zga chiqdi.", "Nordel"),
    ("en", "Jane Doe, Chief Relationship Officer of Quorum Bank, signed the agreement.", "Quorum Bank"),
    ("en", "Quorum Bank appointed Jane Doe Chief Business Officer, effective May 1.", "Quorum Bank"),
    ("en", "Somsak Khot, Minister of Justice of Lao PDR, attended the forum.", "Laos"),
    ("ru", "От имени Томского университета гостей принимал Иван Ким, проректор.", "Томский университет"),
]


@pytest.mark.parametrize(("code", "text", "body"), BODIES, ids=[f"{code}-{body}" for code, _, body in BODIES])
def test_whose_post_it_is(drafter: Drafter, code: str, text: str, body: str) -> None:
    told = triples(drafter.draft(text, source(), code))
    assert {there for _, predicate, there in told if predicate == "postIn"} == {body}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("az", "Siyahıda Nazirliyin sədri Sərdar Hacıyev var."),
        ("az", "Gücü 240 MVt olan stansiya üzrə memorandum imzalanıb."),
        ("kk", "Қуаты 100 МВт станса бойынша меморандумға қол қойылды."),
        ("ru", "Станцию мощностью 100 МВт построят в срок."),
    ],
)
def test_no_body_is_named(drafter: Drafter, code: str, text: str) -> None:
    classes = {thing.class_name for thing in drafter.draft(text, source(), code).things}
    assert classes <= {"Person", "Role", "Agreement", "MemorandumOfUnderstanding"}


def test_who_was_told_by_surname_first(drafter: Drafter) -> None:
    text = "Министр Мусин форумға қатысты. Білім министрі Бағдат Мусин форумда сөз сөйледі."
    people = [thing for thing in drafter.draft(text, source(), "kk").things if thing.class_name == "Person"]
    assert len(people) == 1
