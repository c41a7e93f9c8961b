"""Who told a news agency what an Azerbaijani article reports, and where two met."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Tern Universitetindən NARPRES-ə bildirilib ki, Anar Lunov qonaqları salamlayıb.", "NARPRES"),
        ("Tern Universitetindən 7xeber.az-a verilən məlumata görə, görüş keçirilib.", "7xeber.az"),
        ("Bu barədə “Yeni Narın”a Tern Universitetindən məlumat verilib.", "Yeni Narın"),
        ("Tern Universitetindən NARPRES-ə bildiriblər ki, sədr seçilib.", "NARPRES"),
    ],
)
def test_who_is_told_is_a_news_agency(drafter: Drafter, text: str, agency: str) -> None:
    draft = drafter.draft(text, source(), "az")
    told = {each for each in triples(draft) if each[1] == "informed"}
    assert told == {("Tern Universiteti", "informed", agency)}
    named = {name.text: name.entity for name in draft.names}
    assert {thing.class_name for thing in draft.things if thing.id == named[agency]} == {"NewsAgency"}


def test_who_gets_something_else_is_none(drafter: Drafter) -> None:
    draft = drafter.draft("Tern Universitetindən NARIN-a yeni avadanlıq göndərilib.", source(), "az")
    assert not any(thing.class_name == "NewsAgency" for thing in draft.things)


def test_a_meeting_is_where_a_town_with_its_sort_says(drafter: Drafter) -> None:
    text = "Anar Lunov 9 fevral tarixində Daşkənd şəhərində Emin Qasımov ilə görüşüb."
    assert ("Görüş", "heldIn", "Tashkent") in triples(drafter.draft(text, source(), "az"))


def test_a_board_is_part_of_the_post_and_no_body(drafter: Drafter) -> None:
    told = triples(drafter.draft("“Aral Yolları” SC-nin İdarə Heyətinin sədri Anar Lunov çıxış edib.", source(), "az"))
    assert {other for _, predicate, other in told if predicate == "postIn"} == {"Aral Yolları"}
