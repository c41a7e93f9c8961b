"""Russian gatherings that only their sort names, also where they open the sentence: Форум прошёл …"""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "На мероприятии выступил директор Терранского банка Олан Брасков.",
            {("Олан Брасков", "spokeAt", "Мероприятие")},
        ),
        (
            "В мероприятии принял участие директор Терранского банка Олан Брасков.",
            {("Олан Брасков", "participatedIn", "Мероприятие")},
        ),
        (
            "Мероприятие собрало студентов. С речью выступил Олан Брасков, директор Терранского банка.",
            {("Олан Брасков", "spokeAt", "Мероприятие")},
        ),
        (
            "Форум прошёл в Минске. В нём приняли участие Терранский банк и Олан Брасков.",
            {
                ("Форум", "heldIn", "Minsk"),
                ("Терранский банк", "participatedIn", "Форум"),
                ("Олан Брасков", "participatedIn", "Форум"),
            },
        ),
        (
            "Конференция состоялась в Минске с участием Терранского банка.",
            {("Конференция", "heldIn", "Minsk"), ("Терранский банк", "participatedIn", "Конференция")},
        ),
    ],
)
def test_who_was_where(drafter: Drafter, text: str, told: set[tuple[str, str, str]]) -> None:
    found = triples(drafter.draft(text, source(), "ru"))
    assert {each for each in found if each[1] in ("spokeAt", "participatedIn", "heldIn")} == told


@pytest.mark.parametrize("text", ["Утверждён план мероприятий.", "Мероприятия форума готовит Терранский банк."])
def test_measures_are_no_gathering(drafter: Drafter, text: str) -> None:
    assert not {"heldIn", "participatedIn"} & {told[1] for told in triples(drafter.draft(text, source(), "ru"))}


def test_a_country_between_a_head_and_its_quoted_name_is_no_party(drafter: Drafter) -> None:
    text = "Терранский банк и Государственная компания Республики Беларусь «Терра» подписали меморандум."
    told = triples(drafter.draft(text, source(), "ru"))
    assert {subject for subject, predicate, _ in told if predicate == "partyTo"} == {"Терранский банк", "Терра"}
