"""A minister's post is put into the ministry that the article names after it, if that is of the same country."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


@pytest.mark.parametrize(
    ("language", "text", "ministry"),
    [
        (
            "en",
            "Minister of Fisheries Karl Mann met Anna Reed. The Ministry of Fisheries will open a laboratory.",
            "Ministry of Fisheries",
        ),
        (
            "az",
            "Meşə təsərrüfatı naziri Kamran Tağıyev Anar Quliyevlə görüşüb. "
            "Meşə Təsərrüfatı Nazirliyi layihəyə başlayıb.",
            "Meşə Təsərrüfatı Nazirliyi",
        ),
    ],
)
def test_a_ministry_named_later_is_the_posts_body(language: str, text: str, ministry: str, drafter: Drafter) -> None:
    found = triples(drafter.draft(text, source(), language))
    assert {body for _, predicate, body in found if predicate == "postIn"} == {ministry}


def test_a_ministry_of_another_field_is_not(drafter: Drafter) -> None:
    text = "Minister of Fisheries Karl Mann met Anna Reed. The Ministry of Culture will open a museum."
    assert not [row for row in triples(drafter.draft(text, source(), "en")) if row[1] == "postIn"]


def test_a_ministry_of_another_country_is_not(drafter: Drafter) -> None:
    text = "Kazakhstan's Minister of Trade Karl Mann met Anna Reed. The Ministry of Trade of Georgia signed nothing."
    bodies = {body for _, predicate, body in triples(drafter.draft(text, source(), "en")) if predicate == "postIn"}
    assert "Ministry of Trade" not in bodies
