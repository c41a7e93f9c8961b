"""The graph as of a day: the same as one built from only the facts that hold then."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg.build import Graph, as_of, fill_store, make_graph
from kg.cli import main
from kg.facts.claims import claim_key, to_claims
from kg.facts.model import Claim, Fact
from kg.facts.validity import Answer, Interval, holds
from kg.rdf.mapping import to_quads
from kg.rdf.store import graph_triples
from kg.rdf.vocabulary import GraphName

Output = pytest.CaptureFixture[str]
DAYS = 50


def random_days(claims: Iterable[Claim], seed: int) -> list[dt.date]:
    """Days at and beside the dates that claims tell, and days far from any."""
    chooser = random.Random(seed)
    bounds = sorted(
        {
            bound
            for interval in map(Interval.of, claims)
            for bound in (
                *(interval.begins_earliest, interval.begins_latest),
                *(interval.ends_earliest, interval.ends_latest),
            )
            if bound is not None
        }
    )
    first, last = bounds[0].toordinal() - 400, bounds[-1].toordinal() + 400
    beside = [chooser.choice(bounds) + dt.timedelta(days=chooser.randint(-1, 1)) for _ in range(DAYS // 2)]
    anywhere = [dt.date.fromordinal(chooser.randint(first, last)) for _ in range(DAYS - len(beside))]
    return [*beside, *anywhere]


def quads(store: object) -> dict[str, set[str]]:
    """The triples of each named graph that facts make, as texts."""
    names = (GraphName.ASSERTED, GraphName.CLAIMS, GraphName.INFERRED, GraphName.ANALYSIS)
    return {name.value: {str(triple) for triple in graph_triples(store, name)} for name in names}  # type: ignore[arg-type]


def facts_of(graph: Graph, keys: set[str]) -> Iterator[Fact]:
    """The rows that tell these claims, as if the others had never been written."""
    schema = graph.ontology.schema
    kept = [fact for fact in graph.project.facts if claim_key(fact, schema) in keys]
    ids = {fact.id for fact in kept}
    return (replace(fact, supersedes=fact.supersedes if fact.supersedes in ids else "") for fact in kept)


def assert_views_equal_rebuilds(graph: Graph, seed: int) -> set[frozenset[str]]:
    """Compares 50 days and returns the different sets of claims that they held."""
    schema = graph.ontology.schema
    rebuilt: dict[frozenset[str], dict[str, set[str]]] = {}
    catalogue = graph.catalogue
    for day in random_days(graph.claims.claims, seed):
        answers = {claim.key: holds(claim, day, schema) for claim in graph.claims.claims}
        keys = frozenset(key for key, answer in answers.items() if answer is Answer.YES)
        if keys not in rebuilt:
            claims = to_claims(facts_of(graph, set(keys)), graph.project.sources, schema)
            told = to_quads(graph.project, claims.claims, schema)
            rebuilt[keys] = quads(fill_store(graph.ontology, told, graph.rules)[0])
        view, unknown = as_of(catalogue, day)
        for name, triples in quads(view.store).items():
            assert triples == rebuilt[keys][name], (day, name, triples ^ rebuilt[keys][name])
        assert set(view.claims) == keys
        assert unknown == sum(answer is Answer.UNKNOWN for answer in answers.values())
    return set(rebuilt)


def test_on_random_days_the_shipped_seeds_equal_their_rebuild(graph: Graph) -> None:
    views = assert_views_equal_rebuilds(graph, seed=3)
    assert len(views) >= 6
    assert max(map(len, views)) > 200


def test_on_random_days_a_project_with_every_kind_of_row_equals_its_rebuild(tiny: Path) -> None:
    facts = tiny / "facts" / "time.csv"
    facts.write_text(
        "subject,predicate,object,from,until,source,quote,record,status,rank,supersedes,id\n"
        # Planned by one source, stated by another and deprecated in a third: known by the second alone.
        "harbour-network,hasMember,lumen-center,,,lantern,,R1,planned,,,\n"
        "harbour-network,hasMember,lumen-center,,,harbour-register,,R2,,,,\n"
        "harbour-network,hasMember,lumen-center,,,fener,,R3,,deprecated,,\n"
        # Three in a chain of corrections, the last of them only for a while.
        "lumen-center,locatedIn,norland,2029,,lantern,,R4,,,,first\n"
        "lumen-center,locatedIn,port-lumen,2030-05,,lantern,,R5,,,first,second\n"
        "reef-station,locatedIn,port-lumen,2030-08-01,2030-12,lantern,,R6,,,second,\n"
        # The same claim again, its date corrected by a later source.
        "port-lumen,ofCountry,norland,2029-02,,lantern,,R9,,,,then\n"
        "port-lumen,ofCountry,norland,2029-04,,fener,,R10,,,then,\n"
        # A fact that ended before anybody wrote of it.
        "ministry-of-tides,operates,reef-station,,2028,fener,,R7,,,,\n"
        "ministry-of-tides,founded,reef-station,2027,,fener,,R8,denied,,,\n",
        encoding="utf-8",
    )
    views = assert_views_equal_rebuilds(make_graph(tiny), seed=4)
    assert len(views) >= 10


def test_inference_and_ranks_are_taken_as_of_the_day(graph: Graph) -> None:
    """Partners by a letter of 2026 are none in 2025, and nobody is ranked for it."""
    before, _ = as_of(graph.catalogue, dt.date(2025, 12, 31))
    after, _ = as_of(graph.catalogue, dt.date(2026, 12, 31))
    for name in (GraphName.INFERRED, GraphName.ANALYSIS):
        assert len(graph_triples(before.store, name)) < len(graph_triples(after.store, name))


def run(built: Path, *arguments: str) -> int:
    return main([*arguments, "--build", str(built)])


def rows(output: Output) -> list[dict[str, str]]:
    return [dict(row) for row in json.loads(output.readouterr().out)]


def test_a_question_is_answered_as_of_a_day(built: Path, capsys: Output) -> None:
    """The protocol was signed on 21 January 2020 in Davos."""
    ask = ("query", "agreements", "--format", "jsonl", "--as-of")
    assert run(built, *ask, "2020-01-20") == 1
    assert capsys.readouterr().out == ""
    assert run(built, *ask, "2020-01-21") == 0
    assert {json.loads(line)["signed"] for line in capsys.readouterr().out.splitlines()} == {"2020-01-21"}


def test_a_path_is_there_once_its_agreement_is(built: Path, capsys: Output) -> None:
    """Both signatures of the letter stand in an article of 23 January 2026, without a day."""
    ends = ("path", "SOCAR", "Ministry of Economy of Azerbaijan", "--format", "json", "--as-of")
    assert run(built, *ends, "2026-01-22") == 1
    assert "no path joins SOCAR" in capsys.readouterr().err
    assert run(built, *ends, "2026-01-23") == 0
    (path,) = json.loads(capsys.readouterr().out)["paths"]
    assert [hop["to"]["id"] for hop in path["hops"]] == ["letter-of-intent-2026", "ministry-of-economy-azerbaijan"]


def test_ranks_are_as_of_a_day(built: Path, capsys: Output) -> None:
    rank = ("rank", "--format", "json", "--limit", "500", "--as-of")
    assert run(built, *rank, "2025") == 0
    early = {row["id"] for row in rows(capsys)}
    assert run(built, *rank, "2026") == 0
    late = {row["id"] for row in rows(capsys)}
    assert "socar" in late - early
    assert run(built, *rank, "2019") == 1
    assert "nothing to rank" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["show", "timeline"])
def test_facts_are_shown_as_of_a_day(built: Path, capsys: Output, command: str) -> None:
    """SOCAR is told of in one article, of 23 January 2026; before it nobody knows."""
    card = (command, "socar", "--format", "json", "--as-of")
    assert run(built, *card, "2026-01-23") == 0
    assert len(rows(capsys)) == 2
    assert run(built, *card, "2026-01") == 0
    assert len(rows(capsys)) == 2, "a month is taken as its last day"
    assert run(built, *card, "2026-01-22") == (1 if command == "timeline" else 0)
    assert "SOCAR" not in capsys.readouterr().out


def test_a_year_is_not_its_first_of_january(built: Path, capsys: Output) -> None:
    """The World Economic Forum has run the transition since 2021, and no source says since which day."""
    ask = ("timeline", "transition-to-industrial-clusters", "--format", "json", "--as-of")
    run(built, *ask, "2021-01-01")
    assert capsys.readouterr().out.strip() in ("", "[]")
    assert run(built, *ask, "2021-12-31") == 0
    assert [row["date"] for row in rows(capsys)] == ["2021 →"]


def test_a_timeline_is_in_order(built: Path, capsys: Output) -> None:
    assert run(built, "timeline", "Azerbaijan", "--format", "json") == 0
    dates = [row["date"] for row in rows(capsys)]
    dated = [date for date in dates if date[:1].isdigit()]
    assert dated == sorted(dated)
    assert len(dated) >= 2
    assert dates[: len(dated)] == dated
    reported = [date for date in dates if date.startswith("≤")]
    assert dates[len(dated) : len(dated) + len(reported)] == sorted(reported)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Jan-26", "'Jan-26' looks like a date that a spreadsheet rewrote. Write YYYY, YYYY-MM or YYYY-MM-DD."),
        ("23.01.2026", "'23.01.2026' looks like a date that a spreadsheet rewrote."),
        ("2026-02-30", "'2026-02-30' is not a day of the calendar."),
        ("tomorrow", "'tomorrow' is not a date."),
        ("", "'' is not a date."),
    ],
)
def test_a_day_that_is_none_is_told(built: Path, capsys: Output, text: str, problem: str) -> None:
    assert run(built, "rank", "--as-of", text) == 2
    assert problem in capsys.readouterr().err


@pytest.mark.parametrize(
    ("day", "note"),
    [
        ("2019", "As of 2019-12-31: 0 claims; {} left out, since nobody says whether they held by then.\n"),
        ("2026", "As of 2026-12-31: {} claims; {} left out, since nobody says whether they held by then.\n"),
    ],
)
def test_what_nobody_knows_is_counted(built: Path, graph: Graph, capsys: Output, day: str, note: str) -> None:
    schema, on = graph.ontology.schema, dt.date(int(day), 12, 31)
    answers = [holds(claim, on, schema) for claim in graph.claims.claims]
    numbers = [count for count in map(answers.count, (Answer.YES, Answer.UNKNOWN)) if count]
    run(built, "find", "socar", "--as-of", day)
    assert capsys.readouterr().err == note.format(*numbers)


def test_a_timeline_leaves_out_what_is_superseded_until_it_is(tmp_path: Path, tiny: Path, capsys: Output) -> None:
    """In May the newspaper counted 11 countries, in June the register 12."""
    out = tmp_path / "build"
    main(["build", "--seeds", str(tiny), "--out", str(out)])
    capsys.readouterr()
    told = []
    for day in ("2031-05-31", "2031-06-01"):
        assert run(out, "timeline", "harbour-network", "--format", "json", "--as-of", day) == 0
        told.append(" ".join(row["fact"] for row in rows(capsys)))
    assert ["11" in text for text in told] == [True, False]
    assert ["12" in text.replace("12.5", "") for text in told] == [False, True]
    assert run(out, "timeline", "harbour-network", "--format", "json") == 0
    assert "11" not in " ".join(row["fact"] for row in rows(capsys))


def test_one_claim_is_told_as_one(tmp_path: Path, tiny: Path, capsys: Output) -> None:
    """Of the miniature project only one claim had begun by 2030: who had joined "last year"; and 13 are undated."""
    for file in (tiny / "facts").iterdir():
        file.unlink()
    (tiny / "facts" / "one.csv").write_text(
        "subject,predicate,object,from,until,source,quote,record\n"
        "lumen-center,joined,harbour-network,2030,,harbour-register,,R1\n"
        "harbour-network,hasMember,reef-station,,,harbour-register,,R2\n",
        encoding="utf-8",
    )
    out = tmp_path / "build"
    main(["build", "--seeds", str(tiny), "--out", str(out)])
    capsys.readouterr()
    run(out, "find", "lumen-center", "--as-of", "2030")
    told = capsys.readouterr().err
    assert told == "As of 2030-12-31: 1 claim; 1 left out, since nobody says whether it held by then.\n"
    run(out, "find", "lumen-center", "--as-of", "2031-06-01")
    assert capsys.readouterr().err == "As of 2031-06-01: 2 claims.\n"
