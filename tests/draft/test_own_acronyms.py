"""An acronym that an article spells out is of the body that it names, not of ours that has the same letters."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TELLS = (
    "A protocol was signed by Istanbul Technical University (ITU) and the Fen Chamber of Trade (FCT). "
    "ITU will open a laboratory in Vienna."
)


def parties(drafter: Drafter, text: str, language: str = "en") -> set[str]:
    told = triples(drafter.draft(text, source(), language))
    return {subject for subject, predicate, _ in told if predicate in ("partyTo", "founded")}


@pytest.mark.parametrize("headline", ["", "ITU and the Fen Chamber of Trade sign a protocol\n"])
def test_letters_of_another_body_are_not_ours(drafter: Drafter, headline: str) -> None:
    assert "itu" not in parties(drafter, headline + TELLS)


@pytest.mark.parametrize(
    "text",
    [
        "A protocol was signed by the International Telecommunication Union (ITU) and Tern Bank.",
        "A protocol was signed by the International Telecom Union (ITU) and Tern Bank.",
        "A protocol was signed by ITU and Tern Bank.",
    ],
)
def test_our_own_body_is_known_by_its_letters(drafter: Drafter, text: str) -> None:
    assert "itu" in parties(drafter, text)


def test_letters_are_compared_as_readers_type_them(drafter: Drafter) -> None:
    text = "Naxçıvan Dövlət Universiteti (NDU) ilə İstanbul Texniki Universiteti (İTÜ) memorandum imzalayıb."
    assert "itu" not in parties(drafter, text, "az") and len(parties(drafter, text, "az")) == 2
