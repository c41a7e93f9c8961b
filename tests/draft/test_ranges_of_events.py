"""From when until when an event lasts: days with endings, months, only its end, an end that another sentence tells."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source

HELD = [
    ("kk", "2022 жылғы қарашаның 4-і мен 5-інде Арман қаласында «Гүл» фестивалі болды.", "2022-11-04", "2022-11-05"),
    (
        "kk",
        "Арман қаласы 2022 жылғы 4-5 қарашада жас инженерлердің басын қосты: «Гүл» стадионында роботтарға арналған "
        "«Самал» халықаралық фестивалі болды.",
        "2022-11-04",
        "2022-11-05",
    ),
    ("az", "2022-ci il noyabrın 4-ü və 5-də Bakıda “Gül” festivalı keçirilib.", "2022-11-04", "2022-11-05"),
    ("az", "“Gül” festivalı 2031-ci ilin may-iyun aylarında Bakıda keçiriləcək.", "2031-05", "2031-06"),
    ("kk", "«Гүл» фестивалі 2031 жылдың мамыр-маусым айларында Арман қаласында өтеді.", "2031-05", "2031-06"),
    ("ru", "Фестиваль «Гуль» пройдёт в Ташкенте в мае–июне 2031 года.", "2031-05", "2031-06"),
    ("en", "The Gul Festival will be held in Tashkent in May and June 2031.", "2031-05", "2031-06"),
    ("az", "Bakıda “Gül” Festivalı keçirilir. Festivala 8 dekabr 2031-ci ildə yekun vurulacaq.", "", "2031-12-08"),
    ("ru", "В Ташкенте проходит фестиваль «Гуль». Фестиваль завершится 8 декабря 2031 года.", "", "2031-12-08"),
    ("en", "The Gul Festival is being held in Baku. The festival will end on December 8, 2031.", "", "2031-12-08"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "first", "last"), HELD, ids=[f"{h[0]}-{h[2]}-{h[3]}" for h in HELD])
def test_when_an_event_is_held(drafter: Drafter, code: str, text: str, first: str, last: str) -> None:
    draft = drafter.draft(text, source(), code)
    assert {(told.from_, told.until) for told in draft.proposals if told.predicate == "heldIn"} == {(first, last)}


def test_days_apart_and_months_with_days_are_no_range(drafter: Drafter) -> None:
    text = "The Gul Festival was held in Baku on May 5, and June brought another."
    draft = drafter.draft(text, source(), "en")
    assert {told.until for told in draft.proposals} == {""}


def test_an_agreement_of_an_event_of_several_days_has_none_of_them(drafter: Drafter) -> None:
    text = (
        "Arman University and Gul Bank signed a memorandum during the Gul Congress. "
        "The congress was held in Baku on October 2-6, 2031."
    )
    told = {each.predicate: each for each in drafter.draft(text, source(), "en").proposals}
    assert (told["heldIn"].from_, told["heldIn"].until) == ("2031-10-02", "2031-10-06")
    assert (told["partyTo"].from_, told["signedAt"].from_) == ("", "")


def test_what_was_before_is_not_of_the_day_told(drafter: Drafter) -> None:
    text = (
        "On October 2, 2031 Arman University and Gul Bank signed a memorandum. "
        "Ada Berg had earlier spoken at a meeting in Baku. "
    )
    told = {each.predicate: each.from_ for each in drafter.draft(text, source(), "en").proposals}
    assert told["partyTo"] == "2031-10-02"
    assert {day for predicate, day in told.items() if predicate in ("spokeAt", "heldIn")} <= {""}


@pytest.mark.parametrize("verb", ["bildirib", "deyilir"])
def test_the_day_of_what_is_said_is_not_that_of_the_signing(drafter: Drafter, verb: str) -> None:
    text = f"2031-ci il martın 30-da Gül Universitetindən {verb} ki, universitet və “Sunqur” MMC memorandum imzalayıb."
    draft = drafter.draft(text, source(), "az")
    assert {told.from_ for told in draft.proposals if told.predicate == "partyTo"} == {""}


def test_a_dateline_is_no_calendar(drafter: Drafter) -> None:
    text = (
        "Ректор встретился с послом\n23 сентября, Минск /Корр. БЕЛТА/. Ректор Гульского университета Иван Ким "
        "выступил на форуме «Сокол», который прошёл в Ташкенте."
    )
    draft = drafter.draft(text, source(), "ru")
    assert {told.from_ for told in draft.proposals} == {""}
    assert {told.object for told in draft.proposals if told.predicate == "heldIn"} == {"tashkent"}
