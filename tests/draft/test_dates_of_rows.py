"""When rows are dated: events told by their end or their second day, last year's months, dates of other verbs."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from kg.draft.drafter import Drafter
from tests.draft.conftest import source

THURSDAY = "2026-10-08"
TABLE = Path(__file__).with_name("dates_of_rows.csv")
"""What texts of a few sentences tell: the days of the rows of each predicate, two dots between first and last."""

with TABLE.open(encoding="utf-8", newline="") as file:
    TOLD = [(row["language"], row["text"], row["told"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("language", "text", "told"), TOLD)
def test_dates_of_rows(language: str, text: str, told: str, drafter: Drafter) -> None:
    found = defaultdict(set)
    for each in drafter.draft(text, source(published=THURSDAY), language).proposals:
        found[each.predicate].add(f"{each.from_}..{each.until}" if each.until else each.from_)
    wanted = dict(each.split("=") for each in told.split())
    assert {predicate: found[predicate] for predicate in wanted} == {name: {day} for name, day in wanted.items()}
