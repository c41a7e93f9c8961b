"""Acronyms: what is passed over for speed would have come to nothing."""

from __future__ import annotations

import random

import pytest

from kg.build import read_facts
from kg.facts.model import Name
from kg.facts.names import acronyms
from kg.facts.names.tokens import read_name
from kg.resources import Resources


@pytest.fixture(scope="module")
def names() -> list[Name]:
    resources = Resources.shipped()
    project = read_facts(resources.seeds, None, resources.read_ontology())
    return [name for entity in project.entities.values() for name in entity.names]


def test_no_acronym_is_refused_that_words_spell(names: list[Name], monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(7)
    asked = []
    for name in names:
        tokens = read_name(name.text, name.language)
        own = "".join(word[0] for word in name.text.split())
        others = [chance.choice(names).text for _ in range(3)]
        short = [other for other in others if len(other) < 12] + ["".join(word[0] for word in others[0].split())]
        language = chance.choice(names).language
        asked += [(acronym, tokens, language, name.language) for acronym in [own, own[:3], *short]]
        asked.append((own, tokens, name.language, name.language))
    quick = [acronyms.spells(*each) for each in asked]
    monkeypatch.setattr(acronyms, "_may_spell", lambda *_, same: True)
    assert [acronyms.spells(*each) for each in asked] == quick
    assert sum(map(bool, quick)) > 100
    assert quick.count(0) > 1_000
