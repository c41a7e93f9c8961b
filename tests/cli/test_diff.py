"""`kg diff` on two builds of the miniature project: on the screen, as Markdown and as JSON."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from kg.build import build
from kg.cli import main
from kg.facts.changes import Kind, ThingKind
from kg.network.difference import MEASURES
from kg.views.difference import Section, to_markdown
from kg.views.words import LANGUAGES, read_words
from tests.tiny_project import FOLDER, append, edit

Output = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The miniature project, and the same after one of nearly every kind of change."""
    folder = tmp_path_factory.mktemp("diff")
    seeds = shutil.copytree(FOLDER, folder / "seeds")
    build(seeds, folder / "old")
    memorandum, figures = (seeds / "facts" / name for name in ("memorandum.csv", "places-and-figures.csv"))
    edit(seeds / "decisions.csv", "tidal-works,same,", "tidal-works,unsure,")
    edit(seeds / "names.csv", "reef-station,en,Reef Station,", "reef-station,en,Reef <b>Post</b> | 1,")
    edit(memorandum, "ada-brook,signed,tide-memorandum,2031-05-03,", "ada-brook,signed,tide-memorandum,2031-05,")
    edit(figures, "year,,planned,", "year,,,")
    edit(figures, "emissionReduction,12.50", "emissionReduction,12.6")
    edit(figures, "lumen-center,locatedIn,port-lumen,,,,fener,Mərkəz Lümen Limanında yerləşir,,,,,,,,,\n", "")
    edit(
        figures,
        "tidal-works,founded,lumen-center,,,,lantern,",
        "ministry-of-tides,regardsAsPartner,norland,,,,lantern,",
    )
    append(seeds / "entities.csv", "pier-station,AccelerationCenter,,")
    append(seeds / "names.csv", "pier-station,en,Pier Station,preferred,lantern")
    append(seeds / "exceptions.csv", "pier-station,CenterPlaceShape,no source tells where it stands")
    append(memorandum, "pier-station,joined,harbour-network,2031,,lantern,the Ministry of Tides,,,,")
    build(seeds, folder / "new")
    return folder / "old", folder / "new"


def test_builds_that_are_equal(builds: tuple[Path, Path], capsys: Output) -> None:
    assert main(["diff", str(builds[0]), str(builds[0])]) == 0
    assert capsys.readouterr().out == "No difference.\n"
    assert main(["diff", str(builds[0]), str(builds[0]), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["equal"] is True
    assert main(["diff", str(builds[0]), str(builds[0]), "--format", "markdown", "--lang", "az"]) == 0
    assert capsys.readouterr().out == "# Nə dəyişib\n\nFərq yoxdur.\n"


def test_every_change_is_a_sentence_below_its_title(
    builds: tuple[Path, Path], capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "1000")
    assert main(["diff", *map(str, builds)]) == 0
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    for title, sentence in (
        ("Things added (1)", "  acceleration center: Pier Station (id:pier-station)"),
        (
            "Things split (1)",
            "  Tidal Works (id:tidal-works) → Tidal Works (id:tidal-works), Tidal Works JSC (id:tidal-works-jsc)",
        ),
        (
            "Things renamed (1)",
            "  Reef <b>Post</b> | 1 (id:reef-station): shown as (en): Reef Station → Reef <b>Post</b> | 1",
        ),
        (
            "Facts added (2)",
            "  Pier Station joined Harbour Network [2031]: “the Ministry of Tides” (Two sign for the tides)",
        ),
        (
            "Facts with another status or rank (1)",
            "  Ministry of Tides operates Lumen Center [2032 →]: status: planned → stated",
        ),
        (
            "Evidence lost (1)",
            "  Lumen Center is located in Port Lumen [≤ 2031-05-04]: "
            "“Mərkəz Lümen Limanında yerləşir” (Qabarma Memorandumu imzalanıb)",
        ),
        ("New in the network (2)", "  Pier Station"),
    ):
        assert title in lines
        start = lines.index(title) + 1
        section = lines[
            start : next((i for i in range(start, len(lines)) if not lines[i].startswith("  ")), len(lines))
        ]
        assert sentence in section, section
    assert any("12.5 million tonne" in line and "→" in line and "12.6 million tonne" in line for line in lines)
    assert any(line.endswith("from: 2031-05-03 → 2031-05") for line in lines)
    assert re.fullmatch(r"Unchanged facts: \d+ of \d+\.", lines[-1])


def test_json_accounts_for_every_claim(builds: tuple[Path, Path], capsys: Output) -> None:
    assert main(["diff", *map(str, builds), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    reports = [json.loads((folder / "report.json").read_text(encoding="utf-8")) for folder in builds]
    claims = data["claims"]
    changed = {item["old"] for item in claims["changed"]}, {item["new"] for item in claims["changed"]}
    assert claims["kept"] + len(changed[0]) + len(claims["removed"]) == reports[0]["claims"]["all"]
    assert claims["kept"] + len(changed[1]) + len(claims["added"]) == reports[1]["claims"]["all"]
    assert data["equal"] is False
    assert {item["kind"] for item in data["things"]} == {"added", "split", "renamed"}
    for item in claims["changed"]:
        assert len(item["sentences"]) == len(item["kinds"]) >= 1
        assert all(item["sentences"])
    assert {kind for item in claims["changed"] for kind in item["kinds"]} >= {
        *("redated", "restatused", "corrected", "moved", "retold", "lost")
    }
    assert all(item["evidence"] and item["sentence"] for item in (*claims["added"], *claims["removed"]))
    assert {"left", "right", "via", "claims", "sentence"} == set(data["network"]["appeared"][0])
    assert set(data["network"]) == {"appeared", "broke", "connected", "disconnected", "entered", "left", "shifts"}


def test_markdown_has_titles_and_lists_and_no_markup_from_names(builds: tuple[Path, Path], capsys: Output) -> None:
    assert main(["diff", *map(str, builds), "--format", "markdown"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("# What changed\n\nUnchanged facts: ")
    assert "\n## Facts added (2)\n\n- " in text
    assert "Reef \\<b\\>Post\\</b\\> \\| 1" in text
    assert "<" not in text.replace("\\<", "")
    blocks = text.split("\n\n")
    assert all(block.startswith(("# ", "## ", "- ", "Unchanged")) for block in blocks)


def test_a_line_that_looks_like_a_list_is_none() -> None:
    text = to_markdown("1. title", "- summary", [Section("# heading", 2, ("1. one *two*", "+ three"))])
    assert text == "# 1\\. title\n\n\\- summary\n\n## \\# heading (2)\n\n- 1\\. one \\*two\\*\n- \\+ three\n"


@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize("format_", ["table", "markdown", "json"])
def test_it_speaks_the_readers_language(builds: tuple[Path, Path], capsys: Output, language: str, format_: str) -> None:
    assert main(["diff", *map(str, builds), "--lang", language, "--format", format_]) == 0
    text = capsys.readouterr().out
    sentence = {
        "en": "Lumen Center is located in Port Lumen",
        "az": "Lümen Mərkəzi",
        "kk": "Lumen Center мына жерде орналасқан: Port Lumen",
        "ru": "Lumen Center: местонахождение — Port Lumen",
    }[language]
    assert sentence in text
    if format_ != "json":
        column = list(LANGUAGES).index(language)
        for title in ("things added", "facts added", "facts redated", "facts lost", "appeared", "connected", "entered"):
            assert read_words("difference")[title][column] in text


def test_there_are_words_for_everything_that_may_change() -> None:
    assert all(len(words) == len(LANGUAGES) and all(words) for words in read_words("difference").values())
    for kind in Kind:
        assert f"facts {kind.value}" in read_words("difference")
    for kind_ in ThingKind:
        assert f"things {kind_.value}" in read_words("difference")
    assert {measure.value for measure in MEASURES} <= read_words("difference").keys()


def test_a_folder_without_a_build(builds: tuple[Path, Path], tmp_path: Path, capsys: Output) -> None:
    assert main(["diff", str(builds[0]), str(tmp_path)]) == 2
    assert "there is no build in" in capsys.readouterr().err
    with pytest.raises(SystemExit) as stop:
        main(["diff", str(builds[0])])
    assert stop.value.code == 2
