"""FollowTheMoney entities, read back by its own package (compiled: apt-get install libicu-dev pkg-config g++)."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from followthemoney import model
from followthemoney.proxy import EntityProxy

from kg.build import Graph
from kg.exports.followthemoney import class_table, link_table
from kg.exports.formats import Export
from tests.exports.making import written


def entities(data: bytes) -> list[EntityProxy]:
    return [model.get_proxy(json.loads(line), cleaned=False) for line in data.decode().splitlines() if line]


@pytest.fixture(scope="module")
def shipped(graph: Graph) -> Export:
    return Export(graph.catalogue)


@pytest.fixture(scope="module")
def read(shipped: Export) -> dict[str, EntityProxy]:
    return {str(item.id): item for item in entities(written("ftm", shipped))}


def test_nothing_is_lost_on_reading(shipped: Export) -> None:
    """Its package drops what it does not take for a value of the property's type."""
    lines = [json.loads(line) for line in written("ftm", shipped).decode().splitlines()]
    assert len(lines) == len({line["id"] for line in lines})
    for line in lines:
        kept = model.get_proxy(line, cleaned=False).to_dict()["properties"]
        assert {name: sorted(values) for name, values in kept.items()} == line["properties"]


def test_links_have_ends_of_the_right_schema(read: dict[str, EntityProxy]) -> None:
    links = 0
    for item in read.values():
        for prop, value in item.itervalues():
            if prop.type.name == "entity":
                links += 1
                assert prop.range is not None
                assert read[value].schema.is_a(prop.range), (item.id, prop.name, value)
    assert links > 300


def test_each_asserted_claim_is_a_link_a_keyword_or_a_note(read: dict[str, EntityProxy], shipped: Export) -> None:
    asserted = {claim.key: claim for claim in shipped.catalogue.claims.values() if claim.asserted}
    linked = {key for item in read.values() for key in item.get("recordId", quiet=True)}
    told = [text for item in read.values() for name in ("notes", "keywords") for text in item.get(name, quiet=True)]
    assert linked <= set(asserted)
    assert len(linked) > 100
    concepts = {key for key in shipped.catalogue.entities if f"kg-{key}" not in read}
    alone = {
        key for key, claim in asserted.items() if claim.object_is_entity and {claim.subject, claim.object} <= concepts
    }
    assert {asserted[key].predicate for key in alone} == {"comprises"}  # of topics among themselves nothing is told
    assert len(linked) + len(told) == len(asserted) - len(alone)
    planned = {claim.key for claim in shipped.catalogue.claims.values() if not claim.asserted}
    assert planned
    assert not planned & linked


def test_every_link_names_its_sources_and_quotes(read: dict[str, EntityProxy], shipped: Export) -> None:
    for key, claim in shipped.catalogue.claims.items():
        item = read.get(f"kg-claim-{key}")
        if item is not None:
            assert set(item.get("proof")) == {f"kg-source-{source}" for source in claim.sources}
            assert set(item.get("summary")) == {e.quote.text if e.quote else e.record for e in claim.evidence}


def test_what_things_become(read: dict[str, EntityProxy]) -> None:
    assert read["kg-socar"].schema.name == "Company"
    assert read["kg-ministry-of-economy-azerbaijan"].schema.name == "PublicBody"
    assert read["kg-rovshan-najaf"].schema.name == "Person"
    assert read["kg-azerbaijan"].schema.name == "Territory"
    assert read["kg-azerbaijan"].get("country") == ["az"]
    kinds = Counter(item.schema.name for item in read.values())
    assert kinds["Occupancy"] == 6
    assert {"ProjectParticipant", "Documentation", "Representation", "UnknownLink", "Event"} <= set(kinds)


def test_the_tables_name_schemata_and_properties_that_exist() -> None:
    for _, name in class_table():
        assert not model[name].abstract
    for link in link_table():
        schema = model[link.schema]
        for name, end in ((link.from_subject, link.subject), (link.from_object, link.object)):
            property_ = schema.get(name)
            assert property_ is not None
            assert model[end].is_a(property_.range)
