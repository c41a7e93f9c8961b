"""`kg rank` with its options, as a person calls it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.cli import main

Output = pytest.CaptureFixture[str]


def rows(built: Path, capsys: Output, *arguments: str) -> list[dict[str, Any]]:
    assert main(["rank", *arguments, "--build", str(built), "--format", "json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("measure", ["strength", "harmonic", "katz", "constraint", "effective-size", "participation"])
def test_the_other_measures(built: Path, capsys: Output, measure: str) -> None:
    values = [row[measure] for row in rows(built, capsys, "--by", measure)]
    assert len(values) == 20
    assert values == sorted(values, reverse=True)
    assert values[0] > 0


def test_directions_rank_everything_that_has_ties(built: Path, capsys: Output) -> None:
    authorities = rows(built, capsys, "--by", "authorities", "--directed", "--limit", "1000")
    assert {"agreement", "letter of intent", "memorandum of understanding"} & {row["what"] for row in authorities}
    assert sum(row["authorities"] for row in authorities) == pytest.approx(1, abs=1e-3)
    assert main(["rank", "--by", "authorities", "--build", str(built)]) == 2
    assert "Use --directed" in capsys.readouterr().err


def test_weights_count_sources(built: Path, capsys: Output) -> None:
    plain = rows(built, capsys, "--by", "pagerank", "--limit", "100")
    weighted = rows(built, capsys, "--by", "pagerank", "--weighted", "--limit", "100")
    assert plain != weighted
    assert {row["id"] for row in plain} == {row["id"] for row in weighted}
    assert main(["rank", "--by", "degree", "--weighted", "--build", str(built)]) == 2
    assert "--by strength" in capsys.readouterr().err


def test_robust_tells_what_rests_on_one_source(built: Path, capsys: Output) -> None:
    found = {row["id"]: row for row in rows(built, capsys, "--robust", "--limit", "100")}
    ministry = found["ministry-of-economy-azerbaijan"]
    assert ministry["highest"] <= ministry["position"] < ministry["lowest"]
    assert ministry["rests on"].startswith("doc-clusters-az alone: ")
    assert ministry["lowest without"] == "doc-clusters-az"
    assert main(["rank", "--robust", "--build", str(built)]) == 0
    assert "know more than half of their partners from one source alone" in capsys.readouterr().err


def test_positions_of_several_days(built: Path, capsys: Output) -> None:
    found = rows(built, capsys, "--days", "2026,2020-06", "--by", "degree", "--limit", "100")
    assert list(found[0]) == ["name", "what", "2020-06", "2026", "moved", "id"]
    both = [row for row in found if row["2020-06"] and row["2026"]]
    assert {row["moved"] for row in both} - {"="}
    for row in both:
        assert row["moved"] == (f"{row['2020-06'] - row['2026']:+d}" if row["2020-06"] != row["2026"] else "=")
    assert {row["moved"] for row in found if row["2020-06"] is None} == {"new"}
    late = [row["2026"] for row in found if row["2026"] is not None]
    assert late == sorted(late)
    assert main(["rank", "--days", "2020,2026", "--build", str(built)]) == 0
    assert "Furthest moved from 2020 to 2026: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--days", "2020,2026", "--as-of", "2020"), "Leave out --as-of"),
        (("--days", "2020,tomorrow"), "tomorrow"),
        (("--approximate", "1", "--by", "betweenness"), "bounds nothing"),
        (("--approximate", "0.1", "--by", "degree"), "always computed exactly"),
        (("--by", "participation", "--directed"), "Leave out --directed"),
    ],
)
def test_wrong_calls(built: Path, capsys: Output, arguments: tuple[str, ...], words: str) -> None:
    assert main(["rank", *arguments, "--build", str(built)]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("days", ["2020", "2020,", ""])
def test_days_are_several(built: Path, capsys: Output, days: str) -> None:
    with pytest.raises(SystemExit):
        main(["rank", "--days", days, "--build", str(built)])
    assert "two or more dates" in capsys.readouterr().err


@pytest.mark.parametrize("engine", ["networkx", "rustworkx"])
def test_engines_answer_alike(built: Path, capsys: Output, engine: str) -> None:
    for measure in ("betweenness", "closeness", "katz"):
        assert rows(built, capsys, "--by", measure, "--engine", engine) == rows(built, capsys, "--by", measure)


def test_an_approximation_says_its_bound(built: Path, capsys: Output) -> None:
    assert main(["rank", "--approximate", "0.05", "--build", str(built)]) == 0
    assert "no value is off by more than 0.05" in capsys.readouterr().err


def test_what_would_take_too_long_is_sampled_unless_exact_values_are_asked_for(
    built: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    exact = rows(built, capsys, "--limit", "100")
    monkeypatch.setattr("kg.cli.ranking._TOO_LONG", 0)
    assert main(["rank", "--build", str(built), "--format", "json", "--limit", "100"]) == 0
    told = capsys.readouterr()
    sampled = {row["id"]: row["betweenness"] for row in json.loads(told.out)}
    assert "--approximate 0" in told.err
    assert all(abs(sampled.get(row["id"], 0) - row["betweenness"]) <= 0.02 for row in exact)
    assert rows(built, capsys, "--limit", "100", "--approximate", "0") == exact
