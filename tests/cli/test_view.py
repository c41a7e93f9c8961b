"""`kg view`: pages opened or written, pictures drawn."""

from __future__ import annotations

import webbrowser
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from kg.cli import main
from tests.views.reading import Page

Output = pytest.CaptureFixture[str]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was asked to open."""
    addresses: list[str] = []

    def note(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", note)
    return addresses


def run(built: Path, *arguments: str) -> int:
    return main(["view", *arguments, "--build", str(built)])


def test_alone_it_opens_the_explorer(built: Path, opened: list[str], capsys: Output) -> None:
    assert run(built) == 0
    assert opened == [(built / "explorer.html").as_uri()]
    assert capsys.readouterr().out == f"{built / 'explorer.html'}\n"
    assert run(built, "--network") == 0
    assert opened[1] == (built / "network.html").as_uri()


def test_a_name_opens_its_card(built: Path, opened: list[str]) -> None:
    assert run(built, "Dünya İqtisadi Forumu", "--lang", "kk") == 0
    assert opened == [(built / "explorer.html").as_uri() + "#thing=world-economic-forum&lang=kk"]


def test_no_open_only_prints(built: Path, opened: list[str], capsys: Output) -> None:
    assert run(built, "--no-open") == 0
    assert opened == []
    assert capsys.readouterr().out.endswith("explorer.html\n")


def test_a_view_of_a_day_is_written(built: Path, tmp_path: Path, opened: list[str]) -> None:
    file = tmp_path / "new" / "then.html"
    assert run(built, "--as-of", "2021", "--out", str(file), "--no-open") == 0
    then, now = (Page(path.read_text("utf-8")).data for path in (file, built / "explorer.html"))
    assert 0 < len(then["claims"]["predicate"]) < len(now["claims"]["predicate"])
    assert run(built, "--as-of", "2021", "--network", "--out", str(file), "--no-open") == 0
    assert "ties" in Page(file.read_text("utf-8")).data


def test_a_path_is_drawn_as_svg_and_png(built: Path, tmp_path: Path, capsys: Output) -> None:
    svg, png = tmp_path / "path.svg", tmp_path / "path.png"
    assert run(built, "SOCAR", "--to", "WEF", "--svg", str(svg), "--png", str(png), "--lang", "az", "--dark") == 0
    text = svg.read_text("utf-8")
    assert "Dünya İqtisadi Forumu" in text and "#10151b" in text
    assert png.read_bytes().startswith(b"\x89PNG")
    assert capsys.readouterr().out == ""


def test_out_writes_what_its_ending_says(built: Path, tmp_path: Path) -> None:
    for name, begin in (("a.svg", b"<svg"), ("a.PNG", b"\x89PNG"), ("a.html", b"<!doctype")):
        assert run(built, "SOCAR", "--out", str(tmp_path / name), "--no-open") == 0
        assert (tmp_path / name).read_bytes().lower().startswith(begin.lower())


def test_svg_goes_to_stdout_too(built: Path, capsys: Output) -> None:
    assert run(built, "SOCAR", "--steps", "2", "--svg", "-") == 0
    assert ET.fromstring(capsys.readouterr().out).tag.endswith("svg")


def test_no_path_is_said(built: Path, tmp_path: Path, capsys: Output) -> None:
    file = tmp_path / "none.svg"
    assert run(built, "SOCAR", "--to", "WEF", "--as-of", "1900", "--svg", str(file)) == 1
    assert "no path joins SOCAR and World Economic Forum" in capsys.readouterr().err
    assert not file.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--svg", "x.svg"), "what shall be drawn"),
        (("--out", "x.svg"), "what shall be drawn"),
        (("SOCAR", "--svg", "x.png"), "--svg writes no .png file. End x.png with .svg."),
        (("SOCAR", "--out", "x.pdf"), "--out writes no .pdf file. Write --out FILE.html for a page"),
        (("SOCAR", "--out", "x.svg", "--svg", "y.svg"), "Choose one"),
        (("SOCAR", "--dark"), "are for pictures"),
        (("SOCAR", "--to", "WEF"), "are for pictures"),
        (("SOCAR", "--svg", "x.svg", "--out", "y.html"), "Choose one"),
        (("SOCAR", "--svg", "x.svg", "--to", "WEF", "--steps", "2"), "Choose one"),
        (("SOCAR", "--svg", "x.svg", "--to", "socar"), "the same thing"),
        (("SOCAR", "--network", "--no-open"), "Leave out"),
        (("--as-of", "2021"), "--out FILE"),
        (("nobody at all", "--svg", "x.svg"), "nobody at all"),
        (("SOCAR", "--svg", "."), "is a folder"),
    ],
)
def test_calls_that_cannot_be_met(
    arguments: tuple[str, ...], words: str, built: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(built, *arguments) == 2
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_without_a_build_it_says_what_to_run(tmp_path: Path, capsys: Output) -> None:
    assert main(["view", "--build", str(tmp_path / "none")]) == 2
    assert "kg build" in capsys.readouterr().err


def test_hops_write_a_page_of_what_lies_around(built: Path, tmp_path: Path, opened: list[str], capsys: Output) -> None:
    file = tmp_path / "around.html"
    assert run(built, "SOCAR", "--hops", "1", "--out", str(file), "--lang", "az") == 0
    assert opened == [file.as_uri() + "#thing=socar&lang=az"]
    told = capsys.readouterr()
    assert told.out == f"{file}\n" and "SOCAR və 1 əlaqəyə qədər məsafədə ətrafındakı varlıqlar" in told.err
    near, whole = (Page(path.read_text("utf-8")).data for path in (file, built / "explorer.html"))
    assert 1 < len(near["things"]["ids"]) < len(whole["things"]["ids"]) == near["part"]["all"]
    assert "part" not in whole


def test_without_a_file_it_writes_beside_the_build_and_not_into_it(built: Path, capsys: Output) -> None:
    before = {path.name for path in built.iterdir()}
    assert run(built, "SOCAR", "--hops", "2", "--no-open") == 0
    page = Path(capsys.readouterr().out.strip())
    assert page.name == "socar.html" and page.is_file() and {path.name for path in built.iterdir()} == before


@pytest.mark.parametrize("arguments", [("--hops", "2"), ("SOCAR", "--hops", "2", "--svg", "-")])
def test_hops_go_with_the_page_of_a_thing(built: Path, capsys: Output, arguments: tuple[str, ...]) -> None:
    assert run(built, *arguments) == 2
    assert "kg view NAME --hops 2" in capsys.readouterr().err


def test_of_a_graph_too_large_for_a_page_a_name_gets_its_own(
    built: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setattr("kg.views.pages.MOST_THINGS", 10)
    assert run(built, "World Economic Forum") == 0
    assert opened == [Path(capsys.readouterr().out.strip()).as_uri() + "#thing=world-economic-forum&lang=en"]
