"""Passages cover an article, overlap, and are as long as they may be."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.draft.asking.cutting import halves, passages
from kg.draft.language.grammar import grammar
from kg.draft.language.words import Sentence


def made(lengths: list[int]) -> list[Sentence]:
    text, found, at = "x" * (sum(lengths) + len(lengths)), [], 0
    for number, length in enumerate(lengths):
        found.append(Sentence(text, at, at + length, "en", grammar("en"), number))
        at += length + 1
    return found


@given(st.lists(st.integers(1, 400), min_size=1, max_size=60), st.integers(50, 800))
def test_every_sentence_is_in_a_passage(lengths: list[int], longest: int) -> None:
    sentences = made(lengths)
    found = passages(sentences, longest)
    assert {n for each in found for n in range(each.first, each.last)} == set(range(len(sentences)))
    assert all(each.end - each.start <= longest or each.last - each.first == 1 for each in found)
    assert all(one.first < other.first and one.last < other.last for one, other in pairwise(found))


def test_two_passages_share_two_sentences() -> None:
    found = passages(made([100] * 20), 1000)
    assert [(each.first, each.last) for each in found] == [(0, 9), (7, 16), (14, 20)]


def test_a_passage_has_halves_unless_it_is_one_sentence() -> None:
    sentences = made([100] * 5)
    [whole] = passages(sentences, 10_000)
    assert [(each.first, each.last) for each in halves(sentences, whole)] == [(0, 2), (2, 5)]
    assert halves(sentences, halves(sentences, halves(sentences, whole)[0])[0]) == []
