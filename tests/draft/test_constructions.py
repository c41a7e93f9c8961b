"""Whole wordings that say who is related to whom: the table `construction`."""

from __future__ import annotations

import re

import pytest

from kg.draft.drafter import Drafter
from kg.draft.language.grammar import grammar, languages
from kg.draft.relations.constructions import constructions
from kg.draft.relations.frames import frames
from tests.draft.conftest import source, triples

SENTENCES = [
    ("en", "Membership of the Turan Innovation Platform was granted to Shymkent Lab.",
     {("Shymkent Lab", "joined", "Turan Innovation Platform")}),
    ("en", "Behind the Silk Caravan programme stands Orda Hub.", {("Orda Hub", "operates", "Silk Caravan")}),
    ("en", "Cooperation between the Aral Foundation and the Institute of Oceanology began in 2023.",
     {("Aral Foundation", "cooperatesWith", "Institute of Oceanology")}),
    ("en", "Participants from China and Japan came to the Khorezm Water Conference.",
     {("Khorezm Water Conference", "hasParticipantFrom", "china"),
      ("Khorezm Water Conference", "hasParticipantFrom", "japan")}),
    ("ru", "Десятым участником сети «Арна» стала компания «Силк Дата».", {("Силк Дата", "joined", "Арна")}),
    ("ru", "Акселератором «Орда» управляет компания «Сайрам Венчур».", {("Сайрам Венчур", "operates", "Орда")}),
    ("ru", "Партнёром фонда «Арал» стала компания «Хазар Венчурс».", {("Хазар Венчурс", "partnerOf", "Арал")}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "told"), SENTENCES)
def test_a_construction_tells_a_relation(
    drafter: Drafter, language: str, text: str, told: set[tuple[str, str, str]]
) -> None:
    found = triples(drafter.draft(text, source(), language))
    assert told <= found | {(c, p, a) for a, p, c in found if p in ("cooperatesWith", "partnerOf")}


@pytest.mark.parametrize("language", languages())
def test_each_construction_is_of_a_predicate_that_frames_have(language: str) -> None:
    predicates = {frame.predicate for rows in frames().values() for frame in rows}
    for each in constructions(grammar(language)):
        assert each.predicate in predicates and re.search(r"{[ab]" if each.entry.detail else "{a", each.entry.words), (
            each.entry.words
        )


def test_what_is_doubted_or_goes_with_a_preposition_is_no_relation(drafter: Drafter) -> None:
    text = "Orda Bank may become a partner of Orbita Labs. It runs with Orda Hub a long way."
    assert not triples(drafter.draft(text, source(), "en"))
