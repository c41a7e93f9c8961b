"""Which name a reader of a language is shown."""

from __future__ import annotations

import pytest

from kg.facts.languages import LANGUAGES, READ_INSTEAD
from kg.facts.model import Entity, Name, NameRank, Row


def thing(*names: tuple[str, str, NameRank]) -> Entity:
    return Entity(
        "lumen", "Company", "", (), tuple(Name("lumen", *name, "") for name in names), ("lumen",), Row("t", 1)
    )


AZ = ("az", "Lümen", NameRank.PREFERRED)
EN = ("en", "Lumen", NameRank.RENDERING)
KK = ("kk", "Люмен", NameRank.PREFERRED)
ZH = ("zh", "流明", NameRank.PREFERRED)


@pytest.mark.parametrize(
    ("names", "language", "shown"),
    [
        ((AZ, EN, KK), "kk", "Люмен"),
        ((AZ, EN, KK), "ru", "Lumen"),  # English before all others
        ((AZ, KK), "ru", "Люмен"),  # then what a reader of Russian can spell
        ((AZ, KK), "en", "Lümen"),
        ((ZH,), "ru", "流明"),
        ((), "ru", "lumen"),
        ((("en", "LMN", NameRank.ACRONYM), KK), "ru", "Люмен"),
        ((AZ, EN), "tr", "Lumen"),
    ],
)
def test_a_name_in_the_readers_language_else_one_that_can_be_read(
    names: tuple[tuple[str, str, NameRank], ...], language: str, shown: str
) -> None:
    entity = thing(*names)
    assert entity.label(language) == shown
    name = entity.shown_name(language)
    assert (name.text if name else entity.id) == shown


def test_the_languages_read_instead_are_languages_and_begin_with_english() -> None:
    for language, others in READ_INSTEAD.items():
        assert {language, *others} <= LANGUAGES
        assert others[0] == "en" and language not in others
