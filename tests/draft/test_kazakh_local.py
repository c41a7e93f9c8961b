"""Kazakh bodies of regions and towns in small letters, bodies after a person, embassies, and who holds gatherings."""

from __future__ import annotations

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source, triples

TOLD = [
    # bodies in small letters that only a word says whose they are
    (
        "«Көктем» фестивалін қалалық ішкі саясат бөлімі мен «Тұран» университеті бірігіп өткізді.",
        ("Қалалық ішкі саясат бөлімі", "operates", "Көктем"),
    ),
    (
        "«Ақниет» форумын облыстық туризм және сыртқы байланыстар басқармасы ұйымдастырды.",
        ("Облыстық туризм және сыртқы байланыстар басқармасы", "operates", "Ақниет"),
    ),
    (
        "Жиынға аудандық аурухананың бас дәрігері Марат Сейітов қатысты.",
        ("аудандық аурухананың бас дәрігері", "postIn", "Аудандық аурухана"),
    ),
    # a body after a person, whose head is not possessed, and a title in small letters
    (
        "«Ақниет» көрмесін Сәкен атындағы облыстық кітапхана өткізді.",
        ("Сәкен атындағы облыстық кітапхана", "operates", "Ақниет"),
    ),
    ("«Ақниет» форумын Мұқан хан атындағы ТобХҚУ өткізді.", ("Мұқан хан атындағы ТобХҚУ", "operates", "Ақниет")),
    (
        "«Ақниет» сенбілігін «Ертіс орманы» мемлекеттік табиғи резерваты өткізді.",
        ("Ертіс орманы", "operates", "Ақниет"),
    ),
    # the administrations of two places
    (
        "Тобыл облысы мен Сыр қаласының әкімдіктері меморандумға қол қойды.",
        ("Тобыл облысының әкімдігі", "partyTo", "Меморандум"),
    ),
    (
        "Тобыл және Сыр қалаларының әкімдіктері меморандумға қол қойды.",
        ("Сыр қаласының әкімдігі", "partyTo", "Меморандум"),
    ),
    # embassies with where they are
    (
        "«Ақниет» байқауын Германияның Қазақстандағы елшілігі ұйымдастырды.",
        ("Германияның Қазақстандағы елшілігі", "operates", "Ақниет"),
    ),
    (
        "«Ақниет» байқауын Қазақстандағы Германия елшілігі ұйымдастырды.",
        ("Қазақстандағы Германия елшілігі", "ofCountry", "Germany"),
    ),
]


@pytest.mark.parametrize(("text", "fact"), TOLD)
def test_local_bodies(text: str, fact: tuple[str, str, str], drafter: Drafter) -> None:
    told = triples(drafter.draft(text, source(), "kk"))
    assert fact in told, sorted(told)


def test_a_name_in_latin_letters_in_brackets_is_the_same_person(drafter: Drafter) -> None:
    told = triples(drafter.draft("«Ақниет» форумына Мехмет Йылдыз (Mehmet Yıldız) қатысты.", source(), "kk"))
    assert {who for who, predicate, _ in told if predicate == "participatedIn"} == {"Мехмет Йылдыз"}
