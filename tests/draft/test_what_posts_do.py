"""Posts whose holders are not named: a verb behind them says what they do; press services sign nothing."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from kg.draft.grading import LOWEST
from kg.draft.pairs.weights import read_weights
from kg.facts.model import Project
from kg.facts.schema import Schema
from tests.draft.conftest import source, triples


@pytest.fixture(scope="module")
def weighing(project: Project, schema: Schema) -> Drafter:
    return Drafter(project, schema, weights=read_weights(), least=LOWEST)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The director also thanked Anna Liepa.", "en"),
        ("The head of the Chilean government will have a meeting with Anna Liepa.", "en"),
        ("Ректор встретился с послом Норвегии Мартой Лоя.", "ru"),
    ],
)
def test_a_holder_is_not_whom_the_holder_meets(text: str, language: str, weighing: Drafter) -> None:
    posts = {b for _, predicate, b in triples(weighing.draft(text, source(), language)) if predicate == "holdsPost"}
    assert not [post for post in posts if "director" in post or "head" in post or "ректор" in post]


def test_a_press_service_is_no_party(weighing: Drafter) -> None:
    text = (
        "A memorandum was signed between Halmar Group and Orvel University. "
        "Press service of Velm ministry: a center will be opened under the memorandum."
    )
    parties = {a for a, predicate, _ in triples(weighing.draft(text, source(), "en")) if predicate == "partyTo"}
    assert parties == {"Halmar Group", "Orvel University"}
