"""Names sounded out: spellings of one name in several languages are alike, look-alikes are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts.names.folding import fold, frame, likeness, lower, pinyin_sounds, script, sounds

SPELLINGS = [
    ("Ke", "en", "Ke", "az"),
    ("Wang", "zh", "Vanq", "az"),
    ("Zhang", "zh", "Janq", "az"),
    ("Hajiyev", "en", "Hacıyev", "az"),
    ("Hajiyev", "en", "Гаджиев", "ru"),
    ("Akhundov", "en", "Axundov", "az"),
    ("Najaf", "en", "Nəcəf", "az"),
    ("Rovshan", "en", "Rövşən", "az"),
    ("Sherzod", "en", "Шерзод", "uz"),
    ("Shermatov", "en", "Шерматов", "kk"),
    ("Nakhchivan", "en", "Naxçıvan", "az"),
    ("Sumgait", "en", "Sumqayıt", "az"),
    ("Oʻzbekiston", "uz", "Ўзбекистон", "uz"),
    ("Тоқаев", "kk", "Toqaev", "kk"),
    ("Тоқаев", "kk", "Tokayev", "en"),
    ("Джонсон", "ru", "Johnson", "en"),
    ("Selçuk", "tr", "Səlcuq", "az"),
]


@pytest.mark.parametrize(("left", "left_language", "right", "right_language"), SPELLINGS)
def test_spellings_of_one_name_sound_alike(left: str, left_language: str, right: str, right_language: str) -> None:
    assert likeness(sounds(left, left_language), sounds(right, right_language)) >= 0.75


@pytest.mark.parametrize(
    ("left", "right"),
    [("Ke", "Ku"), ("Wang", "Zhang"), ("Hajiyev", "Aliyev"), ("Baku", "Minsk"), ("Serikbayev", "Satpayev")],
)
def test_other_names_do_not(left: str, right: str) -> None:
    assert likeness(sounds(left), sounds(right)) < 0.75


def test_x_of_pinyin_is_heard_in_two_ways() -> None:
    assert set(pinyin_sounds("Xu")) == {"Su", "su"}
    assert likeness(sounds("Сюй", "ru"), "su") > likeness(sounds("Сюй", "ru"), "Su")


def test_consonants_are_what_spellings_share() -> None:
    frames = {frame(sounds(*word)) for word in (("Hacıyev", "az"), ("Hajiyev", "en"), ("Гаджиев", "ru"))}
    assert len(frames) == 1
    assert frame(sounds("Aliyev")) not in frames


def test_small_letters_are_those_of_the_language() -> None:
    assert lower("IŞIQ", "az") == "ışıq"
    assert lower("INDIA", "en") == "india"
    assert lower("Oʻ O’ O'", "uz") == "oʻ oʻ oʻ"
    assert lower("Росси́я", "ru") == "россия"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("4SİM", "Latn"), ("Әл", "Cyrl"), ("国", "Hani"), ("Ḍ", "Latn"), ("42", "Zzzz"), ("", "Zzzz")],
)
def test_the_script_is_that_of_the_first_letter(text: str, expected: str) -> None:
    assert script(text) == expected


WORDS = st.text(st.sampled_from("abcçdeəfgğhxıijkqlmnoöprsştuüvyzабвгғдеёжзийкқлмнңоөпрстуұүфхһцчшыіэюя'"), max_size=12)


@given(WORDS, WORDS)
def test_likeness_is_symmetric_and_within_bounds(left: str, right: str) -> None:
    one, other = sounds(left), sounds(right)
    assert likeness(one, other) == pytest.approx(likeness(other, one))
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, one) == 1.0


@given(st.text(max_size=20))
def test_any_text_has_sounds(text: str) -> None:
    for language in ("", "az", "kk", "ru", "uz", "tr", "zh", "xx"):
        assert isinstance(sounds(text, language), str)
    assert fold(fold(text)) == fold(text)
