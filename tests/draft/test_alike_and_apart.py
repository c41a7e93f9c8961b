"""What only begins alike stays apart: posts of many words, meetings of one body with two others, far parties."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from kg.draft.grading import LOWEST
from kg.draft.pairs.weights import read_weights
from kg.facts.model import Project
from kg.facts.schema import Schema
from tests.draft.conftest import source, triples

POSTS = [
    (
        "Anna Liepa, General Director of the Institute of Orvel Systems, and Petr Holm, General Director of the "
        "Institute of Velm Technology, signed the memorandum.",
        "en",
    ),
    (
        "Head of the Department of Innovation of Orvel Bank Anna Liepa and Petr Holm, Head of the Department of "
        "Innovation of Velm Bank, spoke at the Estel Forum.",
        "en",
    ),
    (
        "В форуме «Велм» участвовали министр цифрового развития, инноваций и аэрокосмической промышленности Анна Ким и "
        "вице-министр цифрового развития, инноваций и аэрокосмической промышленности Иван Лесков.",
        "ru",
    ),
    (
        "Жиынға цифрлық даму, инновациялар және аэроғарыш өнеркәсібі министрі Бағдат Омаров пен цифрлық даму, "
        "инновациялар және аэроғарыш өнеркәсібі вице-министрі Асет Тұрысов қатысты.",
        "kk",
    ),
]


@pytest.mark.parametrize(("text", "language"), POSTS)
def test_posts_whose_names_begin_alike(text: str, language: str, drafter: Drafter) -> None:
    proposals = [p for p in drafter.draft(text, source(), language).proposals if p.predicate == "holdsPost"]
    assert len({p.subject for p in proposals}) == len({p.object for p in proposals}) == 2


def test_meetings_of_one_body_with_two_others(drafter: Drafter) -> None:
    text = (
        "The Ministry of Digital Development and Trade of Chile met with Orvel Bank. "
        "On Friday, the Ministry of Digital Development and Trade of Chile held talks with Velm Group."
    )
    met = [p for p in drafter.draft(text, source(), "en").proposals if p.predicate == "participatedIn"]
    assert len({p.object for p in met}) == 2


def test_bodies_of_a_later_sentence_are_no_parties(project: Project, schema: Schema) -> None:
    weighed = Drafter(project, schema, weights=read_weights(), least=LOWEST)
    text = (
        "The Orvel Agency and Chile signed a memorandum of understanding in Osh. In education, the agency will grant "
        "$10 million to the University of Estel in cooperation with Velm University."
    )
    parties = {a for a, p, _ in triples(weighed.draft(text, source(), "en")) if p == "partyTo"}
    assert not parties & {"University of Estel", "Velm University"}


def test_a_head_of_state_heads_no_company(drafter: Drafter) -> None:
    text = "Head of State Anna Liepa met with Petr Holm, General Manager of Orvel Group."
    told = triples(drafter.draft(text, source(), "en"))
    assert ("Head of State", "postIn", "Orvel Group") not in told


def test_who_took_part_in_a_ceremony_signed_nothing(drafter: Drafter) -> None:
    text = (
        "Документ подписан вчера в Баку на церемонии, в которой участвовали министр торговли Анна Ким и ректор "
        "Велмского университета Иван Лесков."
    )
    assert not [row for row in triples(drafter.draft(text, source(), "ru")) if row[1] == "signed"]


def test_a_governor_is_in_no_university(drafter: Drafter) -> None:
    text = "Велмский университет открыл филиал. Об этом сообщил губернатор Иван Лесков."
    assert not [row for row in triples(drafter.draft(text, source(), "ru")) if row[1] == "postIn"]
