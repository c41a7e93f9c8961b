"""Where Russian posts are: countries told by adjectives or referred to, brackets and ranks between post and holder."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

POSTS = [
    ("Финский министр культуры Эмиль Лунёв приехал.", {("министр культуры", "postIn", "Finland")}),
    ("Приехал с норвежским премьером Олегом Баевым.", {("премьер", "postIn", "Norway")}),
    ("В Словении выборы. Премьер-министр страны Олег Баев рад.",
     {("премьер-министр страны", "postIn", "Slovenia")}),
    ("В Словении и Чили выборы. Премьер-министр страны Олег Баев рад.", set()),
    ("Пресс-секретарь финского президента Олег Баев рад.",
     {("Олег Баев", "holdsPost", "пресс-секретарь финского президента")}),
    ("Рад директор фонда «Ива» (открыт в 2020 году) Олег Баев.", {("Олег Баев", "holdsPost", "директор фонда «Ива»")}),
    ("Рад глава фонда «Ива» (крупнейшая в стране организация) Олег Баев.",
     {("глава фонда «Ива»", "postIn", "Ива")}),
    ("Начальником управления «Ива» назначен генерал-майор Олег Баев.",
     {("начальник управления «Ива»", "postIn", "Ива")}),
    ("Пришёл председатель Совета министров Лужья Олег Баев.",
     {("председатель Совета министров Лужья", "postIn", "Совет министров Лужья")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), POSTS)
def test_where_posts_are(drafter: Drafter, text: str, told: set[tuple[str, str, str]]) -> None:
    found = triples(drafter.draft(text, source()))
    assert told <= found if told else not any(predicate == "postIn" for _, predicate, _ in found)
