"""`kg export`."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.cli import main
from kg.exports.formats import FORMATS, Target

WHOLE = [item for item in FORMATS.values() if item.things == (0,)]


def run(*arguments: object) -> int:
    return main(["export", *map(str, arguments)])


def test_without_a_format_it_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    shown = capsys.readouterr()
    assert [name for name in FORMATS if f" {name} " not in shown.out] == []
    assert "kg view" in shown.err


@pytest.mark.parametrize("item", WHOLE, ids=lambda item: item.name)
def test_every_format_is_written(
    item: object, built: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert isinstance(item, type(WHOLE[0]))
    out = tmp_path / "out"
    assert run(item.name, "--build", built, "--out", out) == 0
    assert out.is_dir() == (item.target is Target.FOLDER)
    if item.target is Target.TEXT:
        capfdbinary.readouterr()
        assert run(item.name, "--build", built) == 0
        assert capfdbinary.readouterr().out == out.read_bytes()


def test_into_a_folder_a_file_gets_a_name(built: Path, tmp_path: Path) -> None:
    assert run("graphml", "--build", built, "--out", tmp_path) == 0
    assert run("word", "SOCAR", "--build", built, "--out", tmp_path) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"partnership-kg.graphml", "socar.docx"}


def test_a_picture_of_a_thing_and_of_a_path(built: Path, tmp_path: Path) -> None:
    around, path, pixels = tmp_path / "a.svg", tmp_path / "b.svg", tmp_path / "a.png"
    assert run("svg", "SOCAR", "--build", built, "--lang", "az", "--out", around) == 0
    assert run("svg", "SOCAR", "WEF", "--build", built, "--out", path) == 0
    assert run("png", "SOCAR", "--build", built, "--out", pixels) == 0
    texts = [" ".join(ElementTree.parse(file).getroot().itertext()) for file in (around, path)]
    assert "SOCAR" in texts[0] and "World Economic Forum" in texts[1]
    assert pixels.read_bytes().startswith(b"\x89PNG")


def test_as_of_a_day_and_in_a_language(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("markdown", "Azərbaycan", "--build", built, "--as-of", "2025-12", "--lang", "az") == 0
    then = capfd.readouterr().out
    assert run("markdown", "Azərbaycan", "--build", built, "--lang", "az") == 0
    now = capfd.readouterr().out
    assert then.startswith("# Azərbaycan\n")
    assert 0 < then.count("[^") < now.count("[^")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("grafml",), "Did you mean 'graphml'?"),
        (("csv",), "--out"),
        (("word", "SOCAR"), "--out"),
        (("markdown",), "markdown is about one thing"),
        (("svg",), "svg is about one thing"),
        (("png", "SOCAR"), "--out"),
        (("pdf",), "Export svg and print it"),
        (("ttl",), "Did you mean 'turtle'?"),
        ((".docx",), "Did you mean 'word'?"),
        (("turtle", "--out", "a.rdf"), "a.rdf ends as rdfxml does, not turtle. End it with .ttl, or export rdfxml."),
        (("csv", "--out", "nodes.csv"), "Leave the ending out"),
        (("word", "SOCAR", "--out", "b.txt"), "b.txt does not end as word does. End it with .docx."),
        (("turtle", "SOCAR"), "takes no THING"),
        (("markdown", "SOCAR", "socar"), "mean the same thing"),
        (("markdown", "nobody at all"), "nothing is named"),
        (("turtle", "--out", "/nowhere/at/all.ttl"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: tuple[str, ...], words: str, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments, "--build", built) == 2
    assert words in capsys.readouterr().err


def test_a_build_is_never_replaced(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("csv", "--build", built, "--out", built) == 2
    assert "is a build" in capsys.readouterr().err
    assert (built / "graph.ttl").is_file()


def test_nor_is_a_folder_of_somebody_else(built: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert run("csv", "--build", built, "--out", tmp_path) == 2
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_missing_extra_is_named(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert run("parquet", "--build", built, "--out", tmp_path / "p") == 2
    assert "pip install 'partnership-kg[parquet]'" in capsys.readouterr().err
