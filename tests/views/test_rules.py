"""The rules of the drafter in words: each that the code names has some, in every language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg.draft
from kg.review.report import family
from kg.views.rules import WORDS, family_in_words, in_words
from kg.views.words import LANGUAGES, read_words

DRAFTER = Path(str(kg.draft.__file__)).parent
_NAME = r"([a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)?)"


def named_in_the_code() -> set[str]:
    """Rules as `{code}.name` and `en.name` stand in the code, `en` for any language."""
    found: set[str] = set()
    for path in sorted(DRAFTER.rglob("*.py")):
        text = path.read_text("utf-8")
        found.update(re.findall(rf'\b(?:code|language)\}}\.{_NAME}"', text))
        found.update(re.findall(rf'"(?:az|en|kk|ru|tr|uz)\.{_NAME}"', text))
    return {f"en.{name}" for name in found if not name.endswith((".csv", "csv", "json", "txt"))}


RULES = sorted(named_in_the_code())


def test_the_code_is_read() -> None:
    assert {"en.possessor", "en.place-of", "en.agreement.between", "en.post.known", "en.together"} <= set(RULES)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_has_words(rule: str, language: str) -> None:
    told = in_words(rule, language, str)
    assert told.endswith(" (en)") and told.removesuffix(" (en)") != rule
    assert "{" not in told and "“”" not in told and "«»" not in told
    assert family_in_words(family(rule), language) != family(rule)


def test_words_that_a_rule_goes_by_are_told_as_they_are_read() -> None:
    assert in_words("kk.sign.қол_қой*", "kk", str) == "«қол қой…» сөздері (kk)"
    assert in_words("en.construction.operates.,_run_out_by", "ru", lambda _: "руководит") == (
        "оборот «run out by»: руководит (en)"
    )
    assert in_words("model:llama3.1", "az", str) == "dil modeli llama3.1"
    assert in_words("of-tomorrow", "az", str) == "of-tomorrow"


def test_every_language_is_worded() -> None:
    assert all(text.strip() for words in read_words(WORDS).values() for text in words)
