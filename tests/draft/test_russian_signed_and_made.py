"""Russian papers that are signed, who makes things together, clauses between a name and its verb, fields of posts."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = [
    ("Ольга Баева, которая в компании «Тауград» занимает пост директора, рассказала о планах.",
     ("Ольга Баева", "holdsPost", "директор")),
    ("Ольга Баева, занимающая в компании «Тауград» должность директора по науке, рассказала о планах.",
     ("Ольга Баева", "holdsPost", "директор по науке")),
    ("Олег Баев, министр науки, угля и леса, приехал в Уфу.",
     ("Олег Баев", "holdsPost", "министр науки, угля и леса")),
    ("Олег Баев, министр по делам молодёжи и спорта, приехал в Уфу.",
     ("Олег Баев", "holdsPost", "министр по делам молодёжи и спорта")),
    ("Олег Баев, председатель Совета Республики, приехал в Уфу.",
     ("Олег Баев", "holdsPost", "председатель Совета Республики")),
    ("Заседание Совета ректоров Чада прошло в Уфе.", ("Заседание Совета ректоров", "heldIn", "Ufa")),
    ("Форум прошёл в Тала-Лунке.", ("Форум", "heldIn", "Тала-Лунк")),
    ("Меморандум был подписан на чадско-перуанском бизнес-форуме в Уфе.",
     ("Меморандум", "signedAt", "Чадско-перуанский бизнес-форум")),
    ("Компания «Парус» сообща с фондом «Исток» открыла школу «Волна».", ("Исток", "founded", "Волна")),
    ("Проект «Берег» реализуется фондом «Исток» сообща с компанией «Парус».", ("Парус", "operates", "Берег")),
    ("Проект «Берег» реализуется фондом «Исток» совместно с компанией «Парус».", ("Исток", "operates", "Берег")),
    ("Компания «Парус», которая создала завод «Волна», открыла школу «Луч».", ("Парус", "founded", "Луч")),
    ("Школа «Волна» создана сообща с фондом «Исток».", ("Исток", "founded", "Волна")),
]  # fmt: skip

NOT_TOLD = [
    ("Школу открыли сообща фонд «Исток» и компания «Парус».", "founded", "Парус"),
    ("Школу открыли фонд «Исток» и компания «Парус».", "founded", "Исток"),
    ("Фонд «Исток» и центр «Луч», который возглавляет Олег Баев, открыли школу.", "founded", "Луч"),
]

PARTIES = [
    "Компания «Парус» и Лужский университет закрепили сотрудничество меморандумом.",
    "В ходе встречи Лужский университет и компания «Парус» подписали меморандум о сотрудничестве.",
    "В ходе форума «Мост» подписан меморандум. Сторонами документа стали компания «Парус» и Лужский университет.",
    "Соглашение о создании центра подписали Лужский университет и компания «Парус».",
    "Меморандум об открытии лаборатории подписали Лужский университет, компания «Парус» и фонд «Исток».",
    "В Уфе подписано соглашение. Участниками соглашения выступили Лужский университет и компания «Парус».",
    "В Уфе заключён договор. Свои подписи поставили директор компании «Парус» Олег Баев и ректор Лужского университета "
    "Анна Кимова.",
]


@pytest.mark.parametrize(("text", "row"), TOLD)
def test_told(drafter: Drafter, text: str, row: tuple[str, str, str]) -> None:
    assert row in triples(drafter.draft(text, source(), "ru"))


@pytest.mark.parametrize(("text", "predicate", "object_"), NOT_TOLD)
def test_not_told(drafter: Drafter, text: str, predicate: str, object_: str) -> None:
    assert (predicate, object_) not in {row[1:] for row in triples(drafter.draft(text, source(), "ru"))}


@pytest.mark.parametrize("text", PARTIES)
def test_parties(drafter: Drafter, text: str) -> None:
    told = {row[:2] for row in triples(drafter.draft(text, source(), "ru"))}
    assert {("Парус", "partyTo"), ("Лужский университет", "partyTo")} <= told


def test_who_made_in_a_clause_was_not_made_where_its_center_was(drafter: Drafter) -> None:
    text = "Центр «Луч», который создали фонд «Исток» и компания «Парус», открылся в Оше."
    told = triples(drafter.draft(text, source(), "ru"))
    assert ("Луч", "establishedIn", "Osh") in told
    assert {("Исток", "establishedIn", "Osh"), ("Парус", "establishedIn", "Osh")}.isdisjoint(told)
    assert {("Исток", "founded", "Луч"), ("Парус", "founded", "Луч")} <= set(told)


def test_what_was_made_in_a_clause_makes_nothing(drafter: Drafter) -> None:
    text = "Компания «Парус», которая создала завод «Волна», открыла школу «Луч»."
    told = {row for row in triples(drafter.draft(text, source(), "ru")) if row[1] == "founded"}
    assert told == {("Парус", "founded", "Волна"), ("Парус", "founded", "Луч")}


def test_a_road_map_that_is_signed_is_no_strategy(drafter: Drafter) -> None:
    text = "Фонд «Исток» и Лужский университет подписали Дорожную карту развития сотрудничества на 2025 год."
    draft = drafter.draft(text, source(), "ru")
    assert "Strategy" not in {thing.class_name for thing in draft.things}
    assert ("Исток", "partyTo") in {row[:2] for row in triples(draft)}


GENDERS = [
    ("Компания «Парус» открылась в Уфе. Её возглавляет Олег Баев.", "Парус", True),
    ("Фонд «Исток» открылся в Уфе. Его возглавляет Олег Баев.", "Исток", True),
    ("В Лужском университете работает лаборатория робототехники. Её возглавляет Олег Баев.", "Лужский университет",
     False),
    ("Компания «Парус» открылась в Уфе. Его возглавляет Олег Баев.", "Парус", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "body", "is_told"), GENDERS)
def test_a_pronoun_has_the_gender_of_what_it_means(drafter: Drafter, text: str, body: str, is_told: bool) -> None:
    assert (("Олег Баев", "worksFor", body) in triples(drafter.draft(text, source(), "ru"))) is is_told
