"""Days that are not those of what is told: of an arrival, an earlier agreement, one only spoken of; datelines."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source

EARLIER = [
    ("ru", "Ранее, 18 июня, ЛУСНАНО и ГОРНАНО подписали в Москве соглашение о строительстве."),
    ("en", "Earlier, June 18, Orvel Bank and Narin Bank signed an agreement on construction."),
]


@pytest.mark.parametrize(("code", "text"), EARLIER)
def test_a_word_of_time_opens_no_dateline(code: str, text: str, drafter: Drafter) -> None:
    told = [each for each in drafter.draft(text, source(), code).proposals if each.predicate == "partyTo"]
    assert len(told) == 2
    assert {each.from_ for each in told} == {"2025-06-18"}


ARRIVED = [
    ("en", "Minister Ole Hansen arrived in Oslo on Sunday, where he will attend the Startup Forum."),
    ("ru", "Министр Олег Баев прибыл в воскресенье в Ош, где подпишет соглашение с Фондом «Исток»."),
]


@pytest.mark.parametrize(("code", "text"), ARRIVED)
def test_what_somebody_came_for_has_not_the_day_of_his_arrival(code: str, text: str, drafter: Drafter) -> None:
    told = drafter.draft(text, source(), code).proposals
    assert {each.predicate for each in told} & {"participatedIn", "signed"}
    assert not any(each.from_ for each in told)


def test_who_came_and_met_somebody_did_so_that_day(drafter: Drafter) -> None:
    text = "Minister Ole Hansen arrived in Oslo on March 3 and met with Rector Ines Kallas."
    told = [each for each in drafter.draft(text, source(), "en").proposals if each.predicate == "participatedIn"]
    assert {each.from_ for each in told} == {"2026-03-03"}


def test_an_earlier_agreement_is_another_and_dates_none(drafter: Drafter) -> None:
    text = (
        "Tulpar Power and Orvel Bank have signed a Memorandum of Understanding. Earlier this year Tulpar Power signed "
        "four implementation agreements with the Ministry of Energy and concluded a cooperation agreement with "
        "Orvel Bank."
    )
    draft = drafter.draft(text, source(), "en")
    classes = {thing.id: thing.class_name for thing in draft.things}
    told = [each for each in draft.proposals if each.predicate == "partyTo"]
    memoranda = {each.from_ for each in told if classes[each.object] == "MemorandumOfUnderstanding"}
    others = {(each.object, each.from_) for each in told if classes[each.object] == "Agreement"}
    assert memoranda == {""}
    assert len(others) == 2 and {date for _, date in others} == {"2026"}


def test_an_agreement_that_is_only_spoken_of_has_no_day(drafter: Drafter) -> None:
    text = (
        "Во вторник Фонд «Исток» и Банк «Тис» подписали договор. Завод построен на основании соглашения между Чадом и "
        "Перу и выпускает стекло."
    )
    told = drafter.draft(text, source(), "ru").proposals
    assert {each.from_ for each in told if each.rule == "ru.agreement.between"} == {""}
    assert "2026-03-10" in {each.from_ for each in told}


def test_a_pact_that_had_been_signed_is_of_its_clause(drafter: Drafter) -> None:
    text = (
        "The Tulpar Council was set up in 2018 on the strength of a protocol that Orvel Bank and Narin Bank had signed."
    )
    told = [each for each in drafter.draft(text, source(), "en").proposals if each.predicate == "partyTo"]
    assert len(told) == 2 and not any("council" in each.subject for each in told)
    assert {each.from_ for each in told} == {""}


def test_who_said_something_on_a_day_at_a_forum_spoke_there_that_day(drafter: Drafter) -> None:
    text = "Minister Ole Hansen said on Friday at the Startup Forum that the plant would open in May."
    told = [each for each in drafter.draft(text, source(), "en").proposals if each.predicate == "spokeAt"]
    assert {each.from_ for each in told} == {"2026-03-06"}


def test_a_plan_is_not_for_a_ceremony_that_was(drafter: Drafter) -> None:
    text = (
        "Dünən Narın Universitetində mərasim olub. Mərasimdə rektor Arif Rüstəmli çıxış edib. Protokola görə, "
        "oktyabrda Şəkidə müəllimlərin konfransı keçiriləcək."
    )
    told = drafter.draft(text, source(), "az").proposals
    spoken = {each.object: each for each in told if each.predicate == "spokeAt"}
    assert spoken and not any(each.status or each.from_.endswith("-10") for each in spoken.values())
    assert not [each for each in told if each.predicate == "heldIn" and each.subject in spoken and each.status]


TIMED = [
    (
        "ru",
        "Форум «Тис» собрался в Осло. Он приурочен к встрече глав государств, которая запланирована в Осло на "
        "11-12 марта. В форуме участвовал министр науки Олег Баев.",
    ),
    (
        "en",
        "Minister Ole Hansen attended the Startup Forum. It is timed to a meeting of presidents, which is scheduled "
        "for March 11-12.",
    ),
]


@pytest.mark.parametrize(("code", "text"), TIMED)
def test_what_something_is_timed_to_has_its_own_days(code: str, text: str, drafter: Drafter) -> None:
    told = [each for each in drafter.draft(text, source(), code).proposals if each.predicate == "participatedIn"]
    assert told and not any(each.from_ for each in told)


def test_a_headline_has_not_the_day_of_the_end(drafter: Drafter) -> None:
    text = (
        "Фонд «Исток» и Банк «Тис» подписали меморандум в Осло\n"
        "Подписи поставили глава фонда Олег Баев и глава банка Анна Тисова.\n"
        "Накануне министр энергетики Пётр Лунин побывал в Лиме."
    )
    told = drafter.draft(text, source(), "ru").proposals
    assert {each.predicate for each in told} >= {"partyTo"}
    assert not any(each.from_ for each in told)


def test_a_hearing_at_which_somebody_spoke_today_is_today(drafter: Drafter) -> None:
    text = (
        "О новых школах рассказал сегодня на слушаниях «Развитие науки» министр науки Олег Баев. 2 марта в Осло "
        "открылся Центр «Тис». В слушаниях участвовал также посол Чада Андрей Лунин."
    )
    told = [each for each in drafter.draft(text, source(), "ru").proposals if each.predicate == "participatedIn"]
    assert {each.from_ for each in told} == {"2026-03-12"}


def test_what_a_speaker_tells_of_dates_nothing_about_his_speech(drafter: Drafter) -> None:
    text = (
        'The Narin Council met on March 5 in Oslo. "I visited the new schools last year, and we can now see what is '
        'still to be done," said Natalia Lund, head of Orvel Bank, who spoke at the meeting.'
    )
    told = [each for each in drafter.draft(text, source(), "en").proposals if each.predicate == "spokeAt"]
    assert told and not any(each.from_ == "2025" for each in told)
