"""Sentences in six languages: abbreviations, initials, decimals, quotations, lists, wrapped lines."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts.texts.segments import sentence_around, sentence_spans

with (Path(__file__).parent / "sentences.csv").open(encoding="utf-8", newline="") as FILE:
    CASES = [(row["language"], row["text"].split("|")) for row in csv.DictReader(FILE)]


def sentences(text: str, language: str = "") -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language)]


@pytest.mark.parametrize(("language", "expected"), CASES, ids=lambda value: value if isinstance(value, str) else None)
def test_sentences_of_each_language(language: str, expected: list[str]) -> None:
    assert sentences(" ".join(expected), language) == expected


def test_all_abbreviations_are_known_where_the_language_is_not() -> None:
    wrong = [parts for _, parts in CASES if sentences(" ".join(parts)) != parts]
    assert len(wrong) <= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n ", []),
        ("no full stop", ["no full stop"]),
        ("A headline\nThe article begins. And ends.", ["A headline", "The article begins.", "And ends."]),
        ("A headline\n- 26 noyabr, 2025\n- 10:59\nMətn.", ["A headline", "- 26 noyabr, 2025", "- 10:59", "Mətn."]),
        ("Points:\n1. First point\n2. Second. With more\n• Third", ["Points:", "1. First point", "2. Second.",
                                                                    "With more", "• Third"]),
        ("# Title\n\nText *in bold*. More.", ["# Title", "Text *in bold*.", "More."]),
        # Wrapped lines run on, even before a capital.
        ("The Ministry of Digital Development, Innovation and Transport of\nAzerbaijan has signed a memorandum in the"
         " city of\nBaku. It is short.",
         ["The Ministry of Digital Development, Innovation and Transport of\nAzerbaijan has signed a memorandum in the"
          " city of\nBaku.", "It is short."]),
        ("One line that goes\non here.", ["One line that goes\non here."]),
        ("Windows line\r\n\r\nends here.\r\nNext.", ["Windows line", "ends here.", "Next."]),
        ("Bir cümlə.Boşluq yoxdur. Report.az saytı.", ["Bir cümlə.", "Boşluq yoxdur.", "Report.az saytı."]),
        ("4,6 milyon, 4.6 million, v2.0.1.", ["4,6 milyon, 4.6 million, v2.0.1."]),
        ("上海开幕。他们来了！", ["上海开幕。", "他们来了！"]),
    ],
)  # fmt: skip
def test_lines_lists_and_numbers(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_the_sentence_around_a_quote_and_around_one_that_crosses_two() -> None:
    text = "First one here. The second is longer. A third."
    start, end = sentence_around(text, text.index("second"), text.index("second") + 6)
    assert text[start:end] == "The second is longer."
    start, end = sentence_around(text, text.index("longer"), text.index("third"))
    assert text[start:end] == "The second is longer. A third."


NASTY = st.text(st.sampled_from("aAəƏшШ1 .!?…\"'«»“”()-–\n\r\t\u00a0і"), max_size=60)


@given(NASTY | st.text(max_size=60), st.sampled_from(["", "az", "kk", "ru", "en", "tr", "uz", "zz"]))
def test_spans_are_in_order_apart_and_leave_out_only_white_space(text: str, language: str) -> None:
    spans = sentence_spans(text, language)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    inside = {place for start, end in spans for place in range(start, end)}
    assert all(text[place].isspace() for place in range(len(text)) if place not in inside)
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


@given(NASTY, st.integers(0, 60), st.integers(0, 60))
def test_a_quote_is_inside_the_sentence_around_it(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    around = sentence_around(text, start, end)
    assert around[0] <= start
    assert end <= around[1]
    assert around[1] <= len(text)


def test_a_long_text_without_full_stops_is_read_in_time() -> None:
    text = "söz " * 200_000 + "\n" * 50_000 + "А. " * 100_000
    assert len(sentence_spans(text)) >= 2
