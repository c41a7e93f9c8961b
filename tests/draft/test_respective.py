"""Posts told in the plural: each holder has his own, in his own body where there are as many."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

HELD = [
    (
        "az",
        "Bakı Dövlət Universitetinin və Gəncə Universitetinin rektorları Əli Quliyev və Rauf Məmmədov gəlib.",
        {
            "Əli Quliyev": "Bakı Dövlət Universitetinin rektoru",
            "Rauf Məmmədov": "Gəncə Universitetinin rektoru",
        },
    ),
    (
        "az",
        "Bakı Dövlət Universitetinin prorektorları Əli Quliyev və Rauf Məmmədov gəlib.",
        {
            "Əli Quliyev": "Bakı Dövlət Universitetinin prorektoru",
            "Rauf Məmmədov": "Bakı Dövlət Universitetinin prorektoru",
        },
    ),
    (
        "kk",
        "Қазақстан мен Түркия сыртқы істер министрлері Асан Ким мен Мехмет Кая форумға қатысты.",
        {"Асан Ким": "Қазақстан сыртқы істер министрі", "Мехмет Кая": "Түркия сыртқы істер министрі"},
    ),
    (
        "ru",
        "Министры иностранных дел Казахстана и Турции Асан Ким и Мехмет Кая приняли участие в форуме.",
        {"Асан Ким": "министр иностранных дел Казахстана", "Мехмет Кая": "министр иностранных дел Турции"},
    ),
    (
        "ru",
        "Ректоры Томского университета и Омского института Иван Ким и Олег Ли подписали договор.",
        {"Иван Ким": "ректор Томского университета", "Олег Ли": "ректор Омского института"},
    ),
    (
        "ru",
        "Проректоры Томского университета Иван Ким и Олег Ли подписали договор.",
        {"Иван Ким": "проректор Томского университета", "Олег Ли": "проректор Томского университета"},
    ),
    (
        "en",
        "The foreign ministers of Kazakhstan and Turkey, Asan Kim and Mehmet Kaya, attended the forum.",
        {"Asan Kim": "foreign minister of Kazakhstan", "Mehmet Kaya": "foreign minister of Turkey"},
    ),
    (
        "en",
        "The rectors of Leeds University and York College, Ivan Kim and Oleg Li, signed an agreement.",
        {"Ivan Kim": "rector of Leeds University", "Oleg Li": "rector of York College"},
    ),
]


@pytest.mark.parametrize(("code", "text", "posts"), HELD)
def test_who_holds_which(drafter: Drafter, code: str, text: str, posts: dict[str, str]) -> None:
    told = triples(Drafter(drafter.project, drafter.schema).draft(text, source(), code))
    assert {(person, post) for person, predicate, post in told if predicate == "holdsPost"} == set(posts.items())
    bodies = [(post, body) for post, predicate, body in told if predicate == "postIn"]
    assert len(bodies) == len({post for post, _ in bodies}) == len(set(posts.values()))


def test_fields_of_one_country_may_have_a_minister_each(drafter: Drafter) -> None:
    text = "Министры образования и здравоохранения Казахстана Иван Ким и Олег Ли подписали договор."
    told = triples(drafter.draft(text, source(), "ru"))
    assert not [each for each in told if each[:2] == ("Олег Ли", "holdsPost")]
