"""What is read of a model's words: whole, wrapped, cut off, or of no use."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.draft.asking.faults import Fault
from kg.draft.asking.prompt import mark_of
from kg.draft.asking.reply import FactItem, ThingItem, read_reply

MARK = mark_of("a passage")
THING = {"id": "t1", "name": "Alfa", "as_written": "Alfa", "class": "Company"}
FACT = {"subject": "t1", "predicate": "operates", "object": "t2", "quote": "Alfa runs"}
GOOD = json.dumps({"mark": MARK, "things": [THING], "facts": [FACT, FACT]})


@pytest.mark.parametrize(
    "content",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"<think>Perhaps {{so}}?</think>\nHere it is:\n{GOOD}",
        f"  \n{GOOD} I hope this helps.",
        GOOD.replace('"object": "t2"', '"object": "t2", "from": null, "surprise": [1]'),
    ],
)
def test_an_answer_is_found_in_what_stands_around_it(content: str) -> None:
    items = read_reply(content, MARK)
    assert items.things == (ThingItem("t1", "Alfa", "Alfa", "Company"),)
    assert items.facts == (FactItem("t1", "operates", "t2", "Alfa runs", "", "", "", ""),) * 2
    assert not items.dropped


@pytest.mark.parametrize("missing", range(3, 60, 7))
def test_of_a_cut_off_answer_the_whole_items_are_kept(missing: int) -> None:
    items = read_reply(GOOD[:-missing], MARK)
    assert len(items.things) == 1 and len(items.facts) >= 1
    assert not items.is_whole and not items.is_refused


@pytest.mark.parametrize(
    "content",
    [
        "",
        "I cannot help with that.",
        "{",
        "[]",
        "null",
        '"text"',
        "{" * 100_000,
        '{"a":' * 5000,
        '{"mark": NaN',
        "]" * 9,
    ],
)
def test_what_is_no_answer_gives_nothing(content: str) -> None:
    items = read_reply(content, MARK)
    assert not items.things and not items.facts and items.is_refused


def test_an_answer_to_another_question_is_refused() -> None:
    items = read_reply(GOOD, mark_of("another passage"))
    assert [item.fault for item in items.dropped] == [Fault.NO_MARK] and not items.facts


@pytest.mark.parametrize(
    "item",
    [
        1,
        None,
        [],
        "x",
        {},
        {**FACT, "quote": 7},
        {**FACT, "subject": ""},
        {**FACT, "from": 2024},
        {**FACT, "object": None},
    ],
)
def test_items_of_another_shape_are_counted(item: object) -> None:
    items = read_reply(json.dumps({"mark": MARK, "things": 3, "facts": [item, FACT]}), MARK)
    assert len(items.facts) == 1
    assert [dropped.fault for dropped in items.dropped] == [Fault.WRONG_SHAPE] * 2


def test_of_ten_thousand_items_most_are_not_looked_at() -> None:
    items = read_reply(json.dumps({"mark": MARK, "things": [], "facts": [FACT] * 10_000}), MARK)
    assert len(items.facts) == 300
    assert len(items.dropped) == 9_700 and {item.fault for item in items.dropped} == {Fault.TOO_MANY}


def test_what_was_dropped_is_kept_in_letters_that_do_no_harm() -> None:
    hostile = "=cmd|' /C calc'!A0\u202e\x1b[31m\ud800<script>"
    [dropped] = read_reply(json.dumps({"mark": MARK, "facts": [{"subject": hostile}]}), MARK).dropped
    assert dropped.item.isascii() and dropped.item.isprintable() and dropped.item.startswith("{")


@given(st.text(max_size=200), st.integers(0, len(GOOD)))
def test_any_words_are_read_to_an_end(noise: str, at: int) -> None:
    for content in (noise, GOOD[:at] + noise + GOOD[at:], noise + GOOD[:at]):
        items = read_reply(content, MARK)
        assert len(items.facts) <= 3


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda each: (
            st.lists(each, max_size=4)
            | st.dictionaries(st.sampled_from([*THING, *FACT, "facts", "things"]), each, max_size=6)
        ),
    )
)
def test_any_json_is_read(value: object) -> None:
    items = read_reply(json.dumps({"mark": MARK, "things": value, "facts": [value]}), MARK)
    assert all(item.quote for item in items.facts)
