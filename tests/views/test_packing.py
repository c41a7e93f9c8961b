"""Texts and numbers written briefly are read back as they were."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.views.packing import fronted, signed, steps, word_signs
from tests.views.columns import ids, unsigned, unstepped

TEXTS = st.lists(
    st.text(alphabet="ab қə\ue000\ue001\uf8ff", max_size=12) | st.sampled_from(["Ministry of State", "of"])
)


@given(st.lists(st.text(alphabet="abc-é", max_size=60), unique=True).map(sorted))
def test_sorted_texts_come_back(texts: list[str]) -> None:
    assert ids({"things": {"ids": fronted(texts)}}) == texts


@given(TEXTS)
def test_texts_with_signs_come_back_even_if_they_held_such_signs(texts: list[str]) -> None:
    texts = texts * 4
    signs = word_signs(texts)
    data = {"signs": {sign: word for word, sign in signs.items()}}
    assert [unsigned(data, signed(text, signs)) for text in texts] == texts


def test_words_of_many_texts_become_signs_and_those_of_one_do_not() -> None:
    signs = word_signs(["Ministry of Economy", "Ministry of State", "Ministry of Trade"])
    assert list(signs) == ["Ministry "]
    assert signed("Ministry of Trade", signs) == "\ue000of Trade"


@given(st.sets(st.integers(0, 10_000)).map(sorted))
def test_steps_come_back(numbers: list[int]) -> None:
    assert unstepped(steps(numbers)) == numbers
