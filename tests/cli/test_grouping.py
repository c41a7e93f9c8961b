"""Groups, brokers, absences, likeness and guesses as a user calls them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from kg.cli import main
from kg.cli.options import LIKENESSES
from kg.network.similarity import Likeness
from kg.opening import open_build
from kg.rdf.vocabulary import GraphName
from tests.network.planted_project import SIZE, write_planted

Output = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("planted")
    main(["build", "--seeds", str(write_planted(folder / "seeds")), "--out", str(folder / "build")])
    return folder / "build"


def run(build: Path, *arguments: str) -> int:
    return main([*arguments, "--build", str(build)])


def rows(build: Path, capsys: Output, *arguments: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert run(build, *arguments, "--format", "json") == 0
    return list(json.loads(capsys.readouterr().out))


def test_groups_tell_their_members(planted: Path, capsys: Output) -> None:
    found = rows(planted, capsys, "groups")
    assert {row["group"] for row in found} == {1, 2, 3}
    assert len(found) == 3 * SIZE + 2
    assert {row["bond"] for row in found} == {"north-cluster", "south-cluster", "west-cluster"}
    (first,) = [row for row in found if row["id"] == "south-1"]
    assert (first["inside"], first["outside"], first["stays"], first["what"]) == (SIZE - 1, 0, 1.0, "company")


def test_groups_in_words(planted: Path, capsys: Output) -> None:
    assert run(planted, "groups") == 0
    told = capsys.readouterr()
    assert "Groups: 3. Parties in them: 20." in told.err
    assert "there are clear groups" in told.err
    assert "all 10 runs draw the same groups" in told.err
    assert "south 0 (company)" in told.out.replace("-", " ")


@pytest.mark.parametrize(("language", "word"), [("az", "Modulluq"), ("kk", "Модульдік")])
def test_groups_in_the_readers_language(built: Path, capsys: Output, language: str, word: str) -> None:
    assert run(built, "groups", "--lang", language) == 0
    assert word in capsys.readouterr().err


def test_resolution_and_seed(built: Path, capsys: Output) -> None:
    usual = rows(built, capsys, "groups")
    assert max(row["group"] for row in rows(built, capsys, "groups", "--resolution", "4")) > max(
        row["group"] for row in usual
    )
    assert rows(built, capsys, "groups", "--seed", "5") == usual
    assert len({row["group"] for row in rows(built, capsys, "groups", "--limit", "2")}) == 2
    for wrong in ("0", "-1", "nan", "inf", "x"):
        with pytest.raises(SystemExit):
            run(built, "groups", "--resolution", wrong)


def test_groups_as_of_a_day(built: Path, capsys: Output) -> None:
    then, now = rows(built, capsys, "groups", "--as-of", "2020"), rows(built, capsys, "groups")
    assert 0 < len(then) < len(now)
    assert "world-economic-forum" in {row["id"] for row in then}


def test_cores_and_bridges(planted: Path, capsys: Output) -> None:
    cores = rows(planted, capsys, "groups", "--cores")
    assert cores[0]["core"] == SIZE - 1
    assert {row["id"]: row["core"] for row in cores}["mediator"] == 3
    joints = rows(planted, capsys, "groups", "--bridges")
    assert joints[0]["id"] == "mediator"
    assert joints[0]["pairs"] == 7 * 6 + 7 * 6 + 6 * 6
    tie = next(row for row in joints if row["id"] == "mediator south-0")
    assert (tie["hangs_on"], tie["rests_on"].replace("-", " ")) == ("tie", "south memo")
    assert run(planted, "groups", "--cores") == run(planted, "groups", "--bridges") == 0


def test_brokers_between_countries_and_groups(planted: Path, capsys: Output) -> None:
    first = rows(planted, capsys, "brokers")[0]
    assert (first["id"], first["liaison"], first["country"]) == ("mediator", 3, "")
    assert rows(planted, capsys, "brokers", "--between", "groups")[0]["id"] == "mediator"
    pairs = rows(planted, capsys, "brokers", "mediator")
    assert [row["ids"] for row in pairs] == ["north-0 south-0", "north-0 west-0", "south-0 west-0"]
    assert pairs[0]["role"] == "liaison"
    assert pairs[0]["joined by"].replace("-", " ") == "north memo"
    assert run(planted, "brokers") == run(planted, "brokers", "mediator") == 0
    told = capsys.readouterr()
    assert "left out: 1" in told.err
    assert "liaison: all three on different sides" in told.out
    assert "north memo" in told.out.replace("-", " ")
    assert run(planted, "brokers", "north-5") == 1


def test_without(planted: Path, capsys: Output) -> None:
    found = rows(planted, capsys, "without", "mediator")
    assert [row["effect"] for row in found] == ["split", "no quorum", "no quorum", "no quorum"]
    assert found[0]["pairs"] == 7 * 6 + 7 * 6 + 6 * 6
    assert run(planted, "without", "mediator") == 0
    text = capsys.readouterr().out
    assert "Pairs of those who stay that are connected no more: 120." in text
    assert "Agreement left with a single party" in text
    lost = rows(planted, capsys, "without", "south-0", "mediator")
    assert {row["effect"] for row in lost} == {"split", "no quorum", "bereft"}
    longer = rows(planted, capsys, "without", "north-cluster")
    assert (longer[-1]["effect"], longer[-1]["pairs"]) == (
        "longer ways",
        sum(r["effect"] == "longer way" for r in longer),
    )
    assert run(planted, "without", "north-cluster") == 0


def test_without_somebody_that_nothing_hangs_on(planted: Path, capsys: Output) -> None:
    assert run(planted, "without", "north-5") == 0
    assert "Nothing falls apart." in capsys.readouterr().out
    assert rows(planted, capsys, "without", "north-5") == []
    assert run(planted, "without", "no such thing") == 2


def test_similar_says_why(planted: Path, capsys: Output) -> None:
    found = rows(planted, capsys, "similar", "south-1")
    assert found[0]["id"] == "south-2"
    assert len(found[0]["because of"].split("; ")) == SIZE - 2
    assert rows(planted, capsys, "similar", "south-1", "--by", "cosine", "--limit", "1")[0]["cosine"] == 0.8
    assert run(planted, "similar", "northland") == 1
    assert run(planted, "similar", "south-1") == 0


@pytest.mark.parametrize("format_", ["table", "csv", "json", "jsonl"])
def test_guesses_are_marked_in_every_format(planted: Path, capsys: Output, format_: str) -> None:
    assert run(planted, "guess", "--format", format_) == 0
    told = capsys.readouterr()
    assert "Guesses, not facts" in told.err
    if format_ == "csv":
        assert {row["status"] for row in csv.DictReader(io.StringIO(told.out))} == {"guess"}
    else:
        assert "guess" in told.out


def test_guesses_of_one_and_of_a_class(planted: Path, capsys: Output) -> None:
    mine = rows(planted, capsys, "guess", "mediator")
    assert mine and all("mediator" in row["ids"].split() for row in mine)
    assert not [row for row in rows(planted, capsys, "guess", "--class", "Company") if "mediator" in row["ids"].split()]
    assert run(planted, "guess", "--class", "Companie") == 2
    assert run(planted, "guess", "northland") == 1


def test_a_guess_is_nowhere_in_the_graph(planted: Path, capsys: Output) -> None:
    pairs = {tuple(row["ids"].split()) for row in rows(planted, capsys, "guess", "--limit", "1000")}
    assert pairs
    store = open_build(planted).store
    for name in GraphName:
        for quad in store.quads_for_pattern(None, None, None, name.node):
            ends = tuple(sorted(getattr(end, "value", "").rsplit("/", 1)[-1] for end in (quad.subject, quad.object)))
            assert ends not in pairs


def test_the_command_line_knows_every_likeness() -> None:
    assert sorted(LIKENESSES) == sorted(item.value for item in Likeness)


def test_nobody_has_a_partner(tmp_path: Path, capsys: Output) -> None:
    from tests.rdf.small_project import write_project

    seeds = write_project(tmp_path / "seeds", [{"subject": "baku", "predicate": "locatedIn", "object": "azerbaijan"}])
    main(["build", "--seeds", str(seeds), "--out", str(tmp_path / "build")])
    for command in (["groups"], ["groups", "--cores"], ["groups", "--bridges"], ["brokers"], ["guess"]):
        assert run(tmp_path / "build", *command) == 1
    assert run(tmp_path / "build", "without", "baku") == 0
