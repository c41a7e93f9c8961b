"""First names that are places, acronyms that are nobody, nouns before pronouns, and who only asks or only opens."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from kg.draft.grading import LOWEST
from kg.draft.pairs.weights import read_weights
from kg.facts.model import Project
from kg.facts.schema import Schema
from tests.draft.conftest import source, triples


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rector Sofia Kallas spoke at the Startup Forum.", "Sofia Kallas"),
        ("Minister of Trade Bagdat Omarov spoke at the Startup Forum.", "Bagdat Omarov"),
        ("European Commissioner Josef Sikela spoke at the Startup Forum.", "Josef Sikela"),
    ],
)
def test_speakers(text: str, who: str, drafter: Drafter) -> None:
    told = triples(drafter.draft(text, source(), "en"))
    assert (who, "spokeAt", "Startup Forum") in told, sorted(told)
    assert not [row for row in told if row[1] == "postIn"]


def test_a_town_before_a_head_is_no_first_name(drafter: Drafter) -> None:
    told = triples(drafter.draft("Sofia University signed a memorandum with Orvel Bank.", source(), "en"))
    assert {who for who, predicate, _ in told if predicate == "partyTo"} == {"Sofia University", "Orvel Bank"}


def test_who_is_invited_has_not_joined(drafter: Drafter) -> None:
    text = "Rector Ines Kallas invited Orvel Institute to join the Green Network."
    assert not [row for row in triples(drafter.draft(text, source(), "en")) if row[1] in ("joined", "memberOf")]


def test_who_puts_a_signature_signs(drafter: Drafter) -> None:
    text = (
        "A memorandum was signed by Orvel Bank and Narin Bank. Signatures were put to it by "
        "Bota Abisheva, Deputy Chairman of Orvel Bank, and Teresa Wincz, President of Narin Bank."
    )
    told = triples(drafter.draft(text, source(), "en"))
    assert {who for who, predicate, _ in told if predicate == "signed"} == {"Bota Abisheva", "Teresa Wincz"}


def test_who_opens_something_in_a_town_is_not_opened_there(drafter: Drafter) -> None:
    text = "Лужский университет и Ошский университет открыли в Минске Центр арктических исследований."
    told = triples(drafter.draft(text, source(), "ru"))
    assert {a for a, predicate, _ in told if predicate == "establishedIn"} == {"Центр арктических исследований"}


@pytest.mark.parametrize("text", ["Фонд мы создаем с Банком «Тис».", "Переговоры практически завершены, сказал он."])
def test_a_noun_with_what_is_no_field_is_no_name(text: str, drafter: Drafter) -> None:
    draft = drafter.draft(text, source(), "ru")
    assert not [name.text for name in draft.names if name.text.startswith(("Фонд", "Перегов"))]


def test_an_acronym_is_nobody(project: Project, schema: Schema) -> None:
    weighed = Drafter(project, schema, weights=read_weights(), least=LOWEST)
    text = "По словам главы ЛУСНАНО, проектов немало. ЛУСНАНО и ГОРНАНО подписали соглашение."
    draft = weighed.draft(text, source(), "ru")
    assert draft.things and not [thing.id for thing in draft.things if thing.class_name == "Person"]
