"""A catalogue reads the same things one at a time, all at once, and from a store that is elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.build import Graph
from kg.opening import open_build
from kg.rdf.catalogue import Catalogue
from kg.rdf.part import Part
from kg.rdf.reading import Reading


class Elsewhere:
    """A store that is not at hand: it answers as the one behind it."""

    def __init__(self, store: Any) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def __contains__(self, quad: Any) -> bool:
        return quad in self._store

    def __iter__(self) -> Iterator[Any]:
        return iter(self._store)


@pytest.fixture(scope="module")
def whole(graph: Graph) -> Catalogue:
    """Everything read at once."""
    catalogue = Catalogue(Elsewhere(graph.store), graph.ontology)
    assert len(catalogue.claims) > 200
    return catalogue


def test_what_is_read_alone_is_what_is_read_with_all(graph: Graph, whole: Catalogue) -> None:
    alone = Catalogue(graph.store, graph.ontology)
    for key in whole.claims:
        assert alone.claims[key] == whole.claims[key]
    for key in whole.entities:
        assert alone.entities[key] == whole.entities[key]
        assert Catalogue(graph.store, graph.ontology).about(key) == whole.about(key)
    assert {key: alone.sources[key] for key in whole.sources} == dict(whole.sources)


def test_gone_through_they_are_all_and_in_one_order(graph: Graph, whole: Catalogue) -> None:
    at_hand = Catalogue(graph.store, graph.ontology)
    for read, expected in (
        (at_hand.claims, whole.claims),
        (at_hand.entities, whole.entities),
        (at_hand.sources, whole.sources),
    ):
        assert list(read.items()) == list(expected.items()) and list(expected) == sorted(expected)


def test_what_was_derived_and_related_is_the_same_from_everywhere(built: Path, graph: Graph, whole: Catalogue) -> None:
    opened, bare = open_build(built), Catalogue(graph.store, graph.ontology)
    assert opened.index is not None
    assert list(whole.derived_ties) == list(bare.derived_ties) == list(opened.derived_ties) != []
    relations = [
        (claim.key, claim.subject, claim.predicate, claim.object, " ".join(claim.sources))
        for claim in whole.claims.values()
        if claim.asserted and claim.object_is_entity
    ]
    for catalogue in (whole, bare, opened):
        told = list(catalogue.relations())
        assert [(*relation[:4], relation.sources) for relation in told] == relations
        dates = {relation.claim: (relation.from_, relation.until) for relation in told}
        for key, (from_, until) in dates.items():
            claim = whole.claims[key]
            assert (from_, until) == tuple(date.text if date else "" for date in (claim.from_, claim.until))
        assert dict(catalogue.classes) == {key: thing.class_name for key, thing in whole.entities.items()}


@pytest.mark.parametrize("key", ["nobody", "", "a b", "<x>", "socar#quote"])
def test_of_what_is_not_there_nothing_is_read(graph: Graph, key: str) -> None:
    catalogue = Catalogue(graph.store, graph.ontology)
    assert key not in catalogue.entities and key not in catalogue.claims and key not in catalogue.sources
    with pytest.raises(KeyError):
        catalogue.entities[key]


def test_a_reading_reads_what_it_is_asked_and_no_more() -> None:
    asked: list[str] = []

    def one(key: str) -> int | None:
        asked.append(key)
        return {"a": 1, "b": 2}.get(key)

    def everything() -> dict[str, int]:
        asked.append("all")
        return {"a": 1, "b": 2}

    reading = Reading(everything, one)
    assert (reading["a"], reading["a"], reading.get("c"), "c" in reading) == (1, 1, None, False)
    assert asked == ["a", "c"]
    assert list(reading.items()) == [("a", 1), ("b", 2)] and len(reading) == 2
    assert reading["b"] == 2 and asked == ["a", "c", "all"]


def test_a_part_holds_what_its_claims_cannot_be_told_without(graph: Graph) -> None:
    whole = Catalogue(graph.store, graph.ontology)
    part = Part(whole, {"socar", "letter-of-intent-2026"} & set(whole.entities) or {"socar"})
    assert "socar" in part.entities
    for claim in part.claims.values():
        assert claim == whole.claims[claim.key]
        assert claim.subject in part.entities
        assert not claim.object_is_entity or claim.object in part.entities
        for values in claim.qualifiers.values():
            assert all(value in part.entities or value not in whole.entities for value in values)
        assert all(source in part.sources for source in claim.sources)
    expected = {
        claim.key
        for claim in whole.about("socar")
        if claim.subject in part.chosen and (not claim.object_is_entity or claim.object in part.chosen)
    }
    assert expected <= set(part.claims) and len(part.entities) < len(whole.entities) / 2


def test_a_part_of_everything_is_everything(graph: Graph) -> None:
    whole = Catalogue(graph.store, graph.ontology)
    part = Part(whole, whole.entities)
    assert dict(part.entities) == dict(whole.entities) and dict(part.claims) == dict(whole.claims)
    assert list(part.relations()) == list(whole.relations()) and part.derived_ties == whole.derived_ties
