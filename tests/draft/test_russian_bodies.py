"""What the drafter reads in Russian of bodies told in several forms, of posts beside others, visits and parties."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

FORMS = [
    ("Лужский государственный университет имени Баева вырос. Лужский университет основал парк «Тис».",
     {("Лужский государственный университет имени Баева", "founded", "Тис")}),
    ("ЛГУ вырос. Лужский государственный университет основал парк «Тис».", {("ЛГУ", "founded", "Тис")}),
    ("Лужский госуниверситет вырос. ЛГУ основал парк «Тис».", {("Лужский госуниверситет", "founded", "Тис")}),
    ("Ректор ЛГУ им. Н. П. Баева Анна Ли рада.", {("ректор ЛГУ им. Н. П. Баева", "postIn", "ЛГУ им. Н. П. Баева")}),
    ("Банк «Тис» открыл офис IT-парка, кафе и сада.", set()),
]  # fmt: skip

POSTS = [
    ("Пришли руководитель отдела Инвестиций и Внешних связей банка «Тис» Олег Баев и менеджер по продажам Анна Ли.",
     {("руководитель отдела Инвестиций и Внешних связей банка «Тис»", "postIn", "Тис"),
      ("менеджер", "postIn", "Тис")}),
    ("Лужский университет посетила делегация фонда «Ива» во главе с директором Олегом Баевым.",
     {("директор", "postIn", "Ива"), ("Олег Баев", "holdsPost", "директор"), ("Ива", "participatedIn", "Визит"),
      ("Олег Баев", "participatedIn", "Визит")}),
    ("В Лужском университете перемены. Новым ректором стал проректор по науке, профессор Олег Баев.",
     {("Олег Баев", "holdsPost", "ректор"), ("ректор", "postIn", "Лужский университет")}),
    ("Пришла проректор по науке Лужского университета, заведующая кафедрой права Елена Лунёва.",
     {("Елена Лунёва", "holdsPost", "проректор по науке Лужского университета")}),
]  # fmt: skip

VISITS = [
    ("Завод «Дар» посетила делегация банка «Тис».", {("Тис", "participatedIn", "Визит")}),
    ("Делегация фонда «Ива» прибыла в технопарк «Тис».", {("Ива", "participatedIn", "Визит")}),
    ("В банк «Тис» прибыли представители фонда «Ива» и центра «Дар».",
     {("Ива", "participatedIn", "Визит"), ("Дар", "participatedIn", "Визит")}),
]  # fmt: skip

PARTIES = [
    ("Подписан договор о сотрудничестве Лужского университета и компании «Ива».",
     {("Лужский университет", "partyTo", "Договор"), ("Ива", "partyTo", "Договор")}),
    ("Состоялось подписание меморандума о взаимопонимании банка «Тис» с фондом «Дар».",
     {("Тис", "partyTo", "Меморандум о взаимопонимании"), ("Дар", "partyTo", "Меморандум о взаимопонимании")}),
]  # fmt: skip

NOT_SO = [
    ("Директор по связям банка «Тис» Олег Баев ушёл, завод «Дар» закрыт.", "participatedIn"),
    ("В XII век ведёт музей «Ива».", "locatedIn"),
]


@pytest.mark.parametrize(("text", "told"), [*FORMS, *POSTS, *VISITS, *PARTIES])
def test_what_is_told(drafter: Drafter, text: str, told: set[tuple[str, str, str]]) -> None:
    assert told <= triples(drafter.draft(text, source(), "ru"))


@pytest.mark.parametrize(("text", "predicate"), NOT_SO)
def test_what_is_not_so(drafter: Drafter, text: str, predicate: str) -> None:
    assert predicate not in {told.predicate for told in drafter.draft(text, source(), "ru").proposals}
