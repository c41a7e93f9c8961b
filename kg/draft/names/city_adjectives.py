"""Russian adjectives of cities: бакинский, самаркандская, which no other language of the drafter has."""

from __future__ import annotations

import csv
import re
from functools import cache

from kg.draft.language.grammar import DATA, grammar

_ADJECTIVE = re.compile(r"(?P<stem>\w{2,}[сц]к)(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими)\Z")
_VOWELS = "аоеуиыэюяй"


def city_of_adjective(word: str) -> str:
    """The id of the city that a Russian adjective in small letters is of; empty for none.

    >>> city_of_adjective("бакинской"), city_of_adjective("казанского"), city_of_adjective("советской")
    ('baku', 'kazan', '')
    """
    match = _ADJECTIVE.fullmatch(word)
    if match is None or match["stem"] == "уральск":
        return ""  # of the Urals
    return _stems().get(match["stem"], "")


@cache
def _stems() -> dict[str, str]:
    """The stems of the adjectives and their cities: those of the table `resident`, else by rule."""
    found = {entry.words: entry.name for entry in grammar("ru").tables.get("resident", ())}
    irregular = set(found.values())
    with (DATA / "cities.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in row["ru"].lower().split("|") if row["id"] not in irregular else ():
                for stem in _regular(name):
                    found.setdefault(stem, row["id"])
    return found


def _regular(name: str) -> list[str]:
    if not name or " " in name or "-" in name:
        return []
    if name.endswith("ск"):
        return [name]
    base = name.rstrip("ь")
    if base[-1] in _VOWELS:
        return [base[:-1] + "ск", base[:-1] + "инск"]
    return [base + "ск"]
