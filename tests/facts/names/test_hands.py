"""Work that several processes share: who is at home where, and that all of it is done once."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence

import pytest

from kg.facts.model import Entity, Name, NameRank, Row
from kg.facts.names import hands
from kg.facts.names.blocking import keys_of
from kg.facts.names.hands import Hands, homes
from kg.facts.names.resemblance import Context, compare
from kg.facts.schema import Schema


def thing(key: str, *names: str) -> Entity:
    told = tuple(Name(key, "en", text, NameRank.PREFERRED, "") for text in names)
    return Entity(key, "Organisation", "", (), told, (key,), Row("", 0))


THINGS = {f"t{n:03}": thing(f"t{n:03}", f"Institute {n % 7} of Baku", f"Lumen {n}") for n in range(90)}
COUNTRIES = {key: frozenset({f"land-{n % 5}"}) for n, key in enumerate(THINGS) if n % 6}


def test_those_of_one_country_are_at_home_in_one_process() -> None:
    at_home = homes(THINGS, COUNTRIES, 3)
    assert at_home.keys() == THINGS.keys()
    for country in {country for found in COUNTRIES.values() for country in found}:
        assert len({at_home[key] for key, found in COUNTRIES.items() if country in found}) == 1
    assert all(count >= 15 for count in Counter(at_home.values()).values())


def test_many_of_one_country_are_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "_GROUP", 10)
    assert Counter(homes(THINGS, {}, 2).values()) == {0: 50, 1: 40}


def test_whoever_is_done_takes_from_who_has_most_left() -> None:
    waiting: dict[int, deque[Sequence[int]]] = {0: deque([range(1)]), 1: deque([range(2), range(3)]), 2: deque()}
    assert hands._next(waiting, 0) == range(1)
    assert hands._next(waiting, 2) == range(3)
    assert hands._next(waiting, 0) == range(2)
    assert not hands._next(waiting, 1)


@pytest.mark.parametrize("workers", [1, 2])
def test_each_piece_of_work_is_done_once_with_its_place(
    schema: Schema, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    monkeypatch.setattr(hands, "_CHUNK", 7)
    context = Context(schema, COUNTRIES)
    ids = sorted(THINGS)
    pairs = list(zip(ids, ids[7:], strict=False))
    with Hands(THINGS, context, workers, quick=True) as several:
        assert sorted(several.keys(ids)) == [(place, keys_of(THINGS[key])) for place, key in enumerate(ids)]
        found = sorted(several.comparisons(pairs), key=lambda item: item[0])
    expected = [compare(THINGS[one], THINGS[other], context, quick=True) for one, other in pairs]
    assert found == list(enumerate(expected))
    assert any(comparison.score > 0.5 for comparison in expected)
