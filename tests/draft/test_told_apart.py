"""What an article only describes is told apart by whom or what it is of; what has a name keeps it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.draft.drafter import Drafter
from kg.draft.model import Draft
from kg.draft.posts.known_posts import known_posts
from kg.facts.model import Name, NameRank, Project
from tests.draft.conftest import source


def named(drafter: Drafter, text: str, language: str, *classes: str) -> set[str]:
    """The preferred names of the new things of these classes."""
    draft: Draft = drafter.draft(text, source(), language)
    of = {thing.id for thing in draft.things if thing.class_name in classes}
    return {name.text for name in draft.names if name.entity in of and name.rank == "preferred"}


@pytest.mark.parametrize(
    ("language", "text", "class_name", "name"),
    [
        (
            "en",
            "Foam University and Tidal Institute signed a memorandum of understanding on 3 March 2026.",
            "MemorandumOfUnderstanding",
            "Memorandum of understanding (Foam University, Tidal Institute)",
        ),
        (
            "az",
            "Narın Universiteti ilə Çinar İnstitutu arasında memorandum imzalandı.",
            "MemorandumOfUnderstanding",
            "Memorandum (Narın Universiteti, Çinar İnstitutu)",
        ),
        (
            "ru",
            "Институт «Дельта» и фонд «Луч» подписали меморандум о сотрудничестве.",
            "MemorandumOfUnderstanding",
            "Меморандум о сотрудничестве (Дельта, Луч)",
        ),
    ],
)
def test_an_agreement_tells_its_parties(drafter: Drafter, language: str, text: str, class_name: str, name: str) -> None:
    assert named(drafter, text, language, class_name) == {name}


def test_a_post_tells_its_body_unless_it_does_already(drafter: Drafter) -> None:
    bare = "IT Park nomidan direktor Farxod Ibragimov hamda Acharya instituti memorandum imzoladi."
    assert named(drafter, bare, "uz", "Post") == {"direktor (IT Park)"}
    whole = "Foam University was visited by Anna Reed, Rector of Foam University."
    assert all("(" not in name for name in named(drafter, whole, "en", "Post"))


def test_two_memoranda_of_one_article_have_two_names(drafter: Drafter) -> None:
    text = (
        "Foam University and Tidal Institute signed a memorandum of understanding. "
        "Foam University and Harbour Academy signed a memorandum of understanding."
    )
    assert len(named(drafter, text, "en", "MemorandumOfUnderstanding")) == 2


def test_a_post_of_the_project_is_known_without_its_brackets(project: Project) -> None:
    post = next(fact.subject for fact in project.facts if fact.predicate == "postIn")
    body = next(fact.object for fact in project.facts if fact.predicate == "postIn")
    name = Name(post, "uz", "Direktor (IT Park)", NameRank.PREFERRED, "")
    entities = {**project.entities, post: replace(project.entities[post], names=(name,))}
    found = known_posts(replace(project, entities=entities))
    assert ("direktor", post) in found.by_body[body]
    assert found.by_name.get("direktor") != post and found.by_name["direktor it park"] == post
