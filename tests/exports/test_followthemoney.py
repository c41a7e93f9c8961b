"""FollowTheMoney entities as JSON; its own package reads them in tests/engines, since it must be compiled."""

from __future__ import annotations

import json

from hypothesis import given, settings

from kg.exports.formats import Export
from tests.exports.making import TEXTS, small, written


def test_every_end_of_a_link_is_in_the_file(shipped: Export) -> None:
    entities = [json.loads(line) for line in written("ftm", shipped).decode().splitlines()]
    ids = {item["id"] for item in entities}
    assert len(ids) == len(entities) > 200
    values = [text for item in entities for texts in item["properties"].values() for text in texts]
    assert len([text for text in values if text in ids]) > 300
    for item in entities:
        if item["schema"] == "UnknownLink":
            assert {*item["properties"]["subject"], *item["properties"]["object"], *item["properties"]["proof"]} <= ids


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_any_text_is_json_and_stays_one_entity_a_line(text: str) -> None:
    lines = written("ftm", small(text, text)).decode().split("\n")[:-1]
    assert [json.loads(line)["schema"] for line in lines] == ["Company", "Document", "Document", "Documentation"]
    assert json.loads(lines[0])["properties"]["name"] == [text]
