"""Weights: whole numbers that add up, one file for the same weights, and none that is needless."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.draft.pairs.weights import ALWAYS, LEAST, NO_WEIGHTS, RULE, Weights, probability, read_weights, write_weights

TABLE = {ALWAYS: {"signed": -900, "partyTo": -1200}, "lang=en": {"signed": 40}, 'w=en:"a, b"': {"partyTo": 7}}


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "weights.csv.gz"
    write_weights(TABLE, path)
    read = read_weights(path)
    assert read.by_relation["signed"] == {ALWAYS: -900, "lang=en": 40}
    assert read.by_relation["partyTo"] == {ALWAYS: -1200, 'w=en:"a, b"': 7}
    assert read.languages == {"en"}


def test_the_order_of_weights_makes_no_other_file(tmp_path: Path) -> None:
    turned = {feature: dict(reversed(TABLE[feature].items())) for feature in reversed(TABLE)}
    for name, table in (("a", TABLE), ("b", turned)):
        write_weights(table, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_weight_of_nothing_is_not_written(tmp_path: Path) -> None:
    write_weights({"near": {"signed": 0}, "far": {"signed": 3}}, tmp_path / "weights")
    assert read_weights(tmp_path / "weights").by_relation == {"signed": {"far": 3}}


def test_weights_add_up_and_unknown_features_weigh_nothing() -> None:
    weights = Weights({"signed": {"near": 300, "group": -50}})
    assert weights.total("signed", ("near", "group", "near", "never seen")) == 550
    assert NO_WEIGHTS.languages == frozenset()


@pytest.mark.parametrize(("total", "sure"), [(-(10**9), 0.0), (-1000, 0.27), (0, 0.5), (1000, 0.73), (10**9, 1.0)])
def test_a_sum_is_the_logarithm_of_odds(total: int, sure: float) -> None:
    assert probability(total) == sure


def test_the_shipped_weights_are_of_relations_that_can_be_proposed() -> None:
    weights = read_weights()
    assert {"az", "en", "kk", "ru", "tr", "uz"} <= weights.languages
    for relation, told in weights.by_relation.items():
        assert ALWAYS in told and RULE in told, relation
    assert sum(LEAST in told for told in weights.by_relation.values()) >= 10


def test_the_most_that_features_can_weigh_counts_the_greatest_of_each_kind() -> None:
    weights = Weights({"signed": {"F.n=1": 300, "F.n=2": 70, "F.na=1": -50, "far": -9, "F.cc=A|B": 20, "near": 900}})
    assert weights.most("signed", ("F.n=", "F.na=", "far")) == 300
    assert weights.most("signed", ("F.cc=",)) == 20
