"""English bodies named by several fields, with a seat or with two legal forms; surnames after a word of address."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "The State Committee on Standardization, Metrology and Patents signed an agreement with Orda Bank.",
            {"State Committee on Standardization, Metrology and Patents", "Orda Bank"},
        ),
        (
            "The Department for Business, Energy and Industrial Strategy signed an agreement with Orda Bank.",
            {"Department for Business, Energy and Industrial Strategy", "Orda Bank"},
        ),
        (
            "The Institute of Physics, Mathematics and Astronomy signed an agreement with Orda Bank.",
            {"Institute of Physics, Mathematics and Astronomy", "Orda Bank"},
        ),
        (
            "The Institute of Physics, Leeds University and York College signed an agreement.",
            {"Institute of Physics", "Leeds University", "York College"},
        ),
        (
            "The Ministry of Energy, Orda Bank and Leeds University signed an agreement.",
            {"Ministry of Energy", "Orda Bank", "Leeds University"},
        ),
        (
            "The University of Nevada, Reno signed an agreement with Orda Bank.",
            {"University of Nevada, Reno", "Orda Bank"},
        ),
        (
            "The University of California, Stanford University and Orda Bank signed an agreement.",
            {"University of California", "Stanford University", "Orda Bank"},
        ),
        (
            "Fen Energy Overseas Investment Co., Ltd. and Talgar Systems Co. Ltd signed an agreement.",
            {"Fen Energy Overseas Investment Co., Ltd.", "Talgar Systems Co. Ltd"},
        ),
    ],
)
def test_who_signed(drafter: Drafter, text: str, parties: set[str]) -> None:
    told = triples(drafter.draft(text, source()))
    assert {subject for subject, predicate, _ in told if predicate == "partyTo"} == parties


@pytest.mark.parametrize(
    "text",
    [
        "Министерство энергетики и компания Talgar Energy Co. Ltd подписали меморандум.",
        'Министерство энергетики и "Talgar Energy Co. Ltd" подписали меморандум.',
    ],
)
def test_a_legal_form_is_no_firm_in_russian(drafter: Drafter, text: str) -> None:
    names = {name.text for name in drafter.draft(text, source(), "ru").names}
    assert "Ltd" not in names
    assert any(name.startswith("Talgar Energy Co") for name in names)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Mr Berglund, the President of Kazakhstan, opened the Orda Forum.",
            ("Berglund", "holdsPost", "President of Kazakhstan"),
        ),
        (
            "Ms. Holm, the rector of Leeds University, signed the agreement.",
            ("Holm", "holdsPost", "rector of Leeds University"),
        ),
        (
            "Senior Counselor Petra Holm took part in the Orda Forum.",
            ("Petra Holm", "holdsPost", "Senior Counselor"),
        ),
        (
            "Ivan Kim has become the new rector of Leeds University.",
            ("Ivan Kim", "holdsPost", "rector of Leeds University"),
        ),
        (
            "Ivan Kim, who leads Norda, is also the chairman of Orda Bank.",
            ("Ivan Kim", "holdsPost", "chairman of Orda Bank"),
        ),
    ],
)
def test_who_holds_a_post(drafter: Drafter, text: str, told: tuple[str, str, str]) -> None:
    draft = drafter.draft(text, source())
    assert told in triples(draft)
    people = {thing.id for thing in draft.things if thing.class_name == "Person"}
    assert told[0] in {name.text for name in draft.names if name.entity in people}
