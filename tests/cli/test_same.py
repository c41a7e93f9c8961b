"""`kg same`: proposals, judgements written and taken back, contradictions refused."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path

import pytest

from kg.cli import main
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from tests.tiny_project import SHAPES, append, fingerprint

Output = pytest.CaptureFixture[str]


@pytest.fixture
def seeds(tiny: Path) -> Path:
    """The miniature project with a company that is told apart in Russian only."""
    append(tiny / "entities.csv", "prilivnye-raboty,Company,,", "wharf-works,Company,,")
    append(tiny / "names.csv", "prilivnye-raboty,ru,Тайдал Воркс,preferred,", "wharf-works,en,Wharf Works,preferred,")
    return tiny


def run(seeds: Path, *arguments: str) -> int:
    return main(["same", *arguments, "--seeds", str(seeds)])


def judge(seeds: Path, left: str, right: str, judgement: str, *more: str) -> int:
    return run(seeds, left, right, "--judge", judgement, "--by", "A. Editor", "--reason", "read both", *more)


def test_pairs_are_proposed_best_first_with_reasons(seeds: Path, capsys: Output) -> None:
    assert run(seeds, "--least", "0", "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert list(rows[0]) == ["left", "right", "score", "reasons", "against"]
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)
    pairs = {(row["left"], row["right"]) for row in rows}
    assert ("prilivnye-raboty", "tidal-works") in pairs
    assert ("lumen-center", "reef-station") not in pairs  # judged different
    assert ("ministry-of-tides", "norland") not in pairs  # judged unsure
    best = next(row for row in rows if row["left"] == "prilivnye-raboty")
    assert "alike in sound" in best["reasons"]


def test_other_formats_and_a_limit(seeds: Path, capsys: Output) -> None:
    assert run(seeds, "--least", "0", "--limit", "1", "--format", "csv") == 0
    out = capsys.readouterr()
    assert len(list(csv.DictReader(io.StringIO(out.out)))) == 1
    assert "more: see them with --limit." in out.err
    assert run(seeds, "--least", "0", "--format", "jsonl") == 0
    assert all(json.loads(line)["left"] for line in capsys.readouterr().out.splitlines())
    assert run(seeds, "--least", "1") == 1
    assert "no pair is proposed" in capsys.readouterr().err


def test_one_thing_or_one_pair(seeds: Path, capsys: Output) -> None:
    assert run(seeds, "wharf-works", "--least", "0", "--format", "json") == 0
    assert all("wharf-works" in (row["left"], row["right"]) for row in json.loads(capsys.readouterr().out))
    assert run(seeds, "Lumen Center", "reef-station", "--format", "json") == 0
    [row] = json.loads(capsys.readouterr().out)
    assert (row["left"], row["right"]) == ("lumen-center", "reef-station")
    assert run(seeds, "tidal-works", "tidal-works-jsc") == 2
    assert "are one thing already" in capsys.readouterr().err


def test_a_judgement_is_a_line_and_merges(seeds: Path, schema: Schema, capsys: Output) -> None:
    before = (seeds / "decisions.csv").read_text(encoding="utf-8")
    assert judge(seeds, "tidal-works", "Тайдал Воркс", "same", "--date", "2031-07-01") == 0
    after = (seeds / "decisions.csv").read_text(encoding="utf-8")
    assert after == before + "tidal-works,prilivnye-raboty,same,A. Editor,2031-07-01,read both\n"
    project = read_project(seeds, schema, SHAPES)
    assert project.entities["tidal-works"].ids == ("tidal-works", "prilivnye-raboty", "tidal-works-jsc")
    assert run(seeds, "prilivnye-raboty", "tidal-works", "--undo") == 0
    assert "same (by A. Editor, 2031-07-01)" in capsys.readouterr().err
    assert (seeds / "decisions.csv").read_text(encoding="utf-8") == before


def test_without_a_date_it_is_today_and_without_a_table_one_is_made(seeds: Path) -> None:
    (seeds / "decisions.csv").unlink()
    assert judge(seeds, "wharf-works", "tidal-works", "different", "--reason", 'two yards, one "wharf"') == 0
    today = dt.date.today().isoformat()
    assert (seeds / "decisions.csv").read_text(encoding="utf-8") == (
        "left,right,judgement,by,date,reason\n"
        f'wharf-works,tidal-works,different,A. Editor,{today},"two yards, one ""wharf"""\n'
    )


def test_a_table_keeps_its_delimiter_line_ends_and_column_order(seeds: Path, schema: Schema) -> None:
    header = "reason;left;right;judgement;by;date\r\n"
    table = header + '"one; two";lumen-center;reef-station;different;T;2031-06-02\r\n'
    (seeds / "decisions.csv").write_bytes(table.encode())
    assert judge(seeds, "wharf-works", "tidal-works", "unsure", "--date", "2031-07-01") == 0
    expected = "read both;wharf-works;tidal-works;unsure;A. Editor;2031-07-01\r\n"
    assert (seeds / "decisions.csv").read_bytes().decode() == table + expected
    assert run(seeds, "lumen-center", "reef-station", "--undo") == 0
    assert (seeds / "decisions.csv").read_bytes().decode() == header + expected
    assert len(read_project(seeds, schema, SHAPES).decisions) == 1


def test_an_unsure_judgement_may_be_followed_by_a_sure_one(seeds: Path) -> None:
    assert judge(seeds, "wharf-works", "tidal-works", "unsure") == 0
    assert judge(seeds, "wharf-works", "tidal-works", "same") == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("lumen-center", "reef-station", "different"), "decisions.csv:3 judges them different already."),
        (("reef-station", "lumen-center", "same"), "Take that back first: kg same reef-station lumen-center --undo"),
        (("tidal-works-jsc", "tidal-works", "different"), "decisions.csv:2 judges them same."),
        (("wharf-works", "norland", "same"), "'wharf-works' is of the class Company, 'norland' of Country."),
        (("wharf-works", "wharf-works", "same"), "is one id"),
        (("wharf-works", "Nobody at all", "same"), "nothing is named 'Nobody at all'"),
    ],
)
def test_what_cannot_be_judged_is_refused(
    seeds: Path, capsys: Output, arguments: tuple[str, str, str], told: str
) -> None:
    before = fingerprint(seeds)
    assert judge(seeds, *arguments) == 2
    assert told in capsys.readouterr().err
    assert fingerprint(seeds) == before


def test_a_chain_that_contradicts_itself_names_the_rows(seeds: Path, capsys: Output) -> None:
    assert judge(seeds, "wharf-works", "tidal-works", "different") == 0
    before = fingerprint(seeds)
    assert judge(seeds, "wharf-works", "tidal-works-jsc", "same") == 2
    error = capsys.readouterr().err
    assert "with this judgement (line 6) the others contradict one another" in error
    assert (
        "decisions.csv:5: 'wharf-works' and 'tidal-works' are judged different here, but the same by lines 2, 6"
        in error
    )
    assert fingerprint(seeds) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("a", "b", "--judge", "same"), "Add --by and --reason."),
        (("a", "b", "--judge", "same", "--by", "x"), "Add --reason."),
        (("a", "--judge", "same", "--by", "x", "--reason", "y"), "a judgement is on two things"),
        (("a", "--undo"), "a judgement is on two things"),
        (("a", "b", "--undo", "--judge", "same"), "exclude each other"),
        (("a", "b", "--by", "x"), "--by belongs to a judgement"),
        (("lumen-center", "wharf-works", "--undo"), "there is no judgement on"),
    ],
)
def test_calls_that_say_too_little_or_too_much(
    seeds: Path, capsys: Output, arguments: tuple[str, ...], told: str
) -> None:
    assert run(seeds, *arguments) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("date", ["2031", "2031-07", "tomorrow", "2031-02-30"])
def test_a_judgement_has_a_day(seeds: Path, capsys: Output, date: str) -> None:
    assert judge(seeds, "wharf-works", "tidal-works", "same", "--date", date) == 2
    assert "Write --date YYYY-MM-DD." in capsys.readouterr().err


def test_characters_that_tables_refuse_are_not_written(seeds: Path, capsys: Output) -> None:
    assert judge(seeds, "wharf-works", "tidal-works", "same", "--reason", "a\u202eb") == 2
    assert "--reason holds" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["2", "-1", "nan", "high"])
def test_scores_are_from_0_to_1(seeds: Path, text: str, capsys: Output) -> None:
    with pytest.raises(SystemExit):
        run(seeds, "--least", text)
    assert "is no number from 0 to 1" in capsys.readouterr().err


def test_without_a_folder_nothing_is_done(tmp_path: Path, capsys: Output) -> None:
    assert run(tmp_path / "none") == 2
    assert "Name the folder of tables with --seeds." in capsys.readouterr().err
