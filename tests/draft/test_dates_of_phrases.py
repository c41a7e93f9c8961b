"""Ways to tell a date, as the press of six languages has them, after a day told before."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.draft.dates.dating import dates_told
from kg.draft.dates.told_dates import Before
from kg.draft.language.passages import sentences
from kg.facts.dates import PartialDate

TABLE = Path(__file__).with_name("dates_of_phrases.csv")

with TABLE.open(encoding="utf-8", newline="") as file:
    TOLD = [
        (row["published"], row["before"], row["language"], row["text"], row["told"]) for row in csv.DictReader(file)
    ]


@pytest.mark.parametrize(("published", "before", "language", "text", "told"), TOLD)
def test_dates_of_phrases(published: str, before: str, language: str, text: str, told: str) -> None:
    day, told_before = PartialDate.parse(published), Before(before, before, before)
    found = [each for part in sentences(text, language) for each in dates_told(part, day, told_before)]
    assert " ".join("..".join(filter(None, each.days)) for each in found) == told
