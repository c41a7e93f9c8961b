"""A post's holder who visits or opens something: whom he visits has no part in the post, and he founds nothing."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


@pytest.mark.parametrize(
    "text",
    [
        "President Alar Kesk visited Vilar University on Monday.",
        "Estonian President Alar Kesk visited the Vilar Innovation Park.",
        "Rector Alim Safar toured Vilar University on Monday.",
    ],
)
def test_who_is_visited_is_not_the_visitors_body(drafter: Drafter, text: str) -> None:
    told = triples(drafter.draft(text, source()))
    assert not any("Vilar" in object_ for _, predicate, object_ in told if predicate in ("holdsPost", "postIn"))


def test_who_opens_in_russian_founds_nothing(drafter: Drafter) -> None:
    told = triples(drafter.draft("Премьер-министр Ильяс Керим открыл технопарк «Вилар».", source()))
    assert not any(predicate == "founded" for _, predicate, _ in told)
    told = triples(drafter.draft("Ильяс Керимов основал технопарк «Вилар».", source()))
    assert ("Ильяс Керимов", "founded", "Вилар") in told
