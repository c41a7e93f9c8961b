"""`kg draft` as a person calls it."""

from __future__ import annotations

import io
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.cli import main, parser
from kg.cli.parsers import drafting, reviewing, serving
from kg.draft.tables import SET_ASIDE_FILE, read_drafts

TEXT = "Geneva, 4 May 2026\n\nThe Alfa Innovation Hub was opened in Geneva.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "articles" / "hub.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def tables(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}


def test_writes_and_shows_proposals(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "drafts"
    assert main(["draft", str(article), "--out", str(out)]) == 0
    told = capsys.readouterr()
    assert "Alfa Innovation Hub" in told.out and "was opened in Geneva" in told.out
    assert "1 article: " in told.err
    assert (out / "facts.csv").read_text(encoding="utf-8").count("\n") >= 2


def test_again_changes_nothing(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "drafts"
    main(["draft", str(article), "--out", str(out)])
    before = tables(out)
    assert main(["draft", str(article.parent), "--out", str(out)]) == 0
    assert tables(out) == before
    assert main(["draft", str(article), "--again", "--out", str(out)]) == 0
    assert tables(out) == before


def test_bad_files_are_set_aside_with_a_reason(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (article.parent / "broken.txt").write_bytes(b"\xff\xfe\xfa")
    (article.parent / "empty.txt").write_bytes(b"")
    out = tmp_path / "drafts"
    assert main(["draft", str(article.parent), "--out", str(out)]) == 0
    told = capsys.readouterr().err
    assert "broken.txt: byte 0xff at 0 is not UTF-8" in told and "empty.txt: it holds no words" in told
    assert (out / "set_aside.csv").read_text(encoding="utf-8").count("\n") == 3


def test_a_file_of_nothing_but_brackets_is_set_aside_at_once(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A million of them; a pattern that tried each place of the run against each other would take hours."""
    (article.parent / "brackets.txt").write_text("(((«“" * 200_000, encoding="utf-8")
    assert main(["draft", str(article.parent), "--out", str(tmp_path / "drafts")]) == 0
    assert "brackets.txt: it holds no words" in capsys.readouterr().err


def test_stdin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode()), encoding="utf-8"))
    out = tmp_path / "drafts"
    assert main(["draft", "-", "--out", str(out)]) == 0
    [kept] = (out / "documents").iterdir()
    assert kept.read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.txt"], "there is no file nowhere.txt"),
        (["-", "--lang", "xx"], "the drafter does not read 'xx'"),
        (["-", "--published", "May"], "'May' is not a date"),
    ],
)
def test_a_wrong_call(arguments: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", *arguments, "--out", str(tmp_path / "drafts")]) == 2
    assert said in capsys.readouterr().err


def test_a_run_that_is_stopped_keeps_what_it_has_and_is_taken_up_again(tmp_path: Path) -> None:
    folder, out = tmp_path / "articles", tmp_path / "drafts"
    table = out / "sources.csv"
    folder.mkdir()
    for number in range(500):
        (folder / f"{number:03d}.txt").write_text(TEXT.replace("Alfa", f"Alfa {number}") * 5, encoding="utf-8")
    call = [sys.executable, "-m", "kg", "draft", str(folder), "--out", str(out)]
    for sent, code in ((signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)):
        before = len(read_drafts(out).sources)
        written = table.stat().st_mtime_ns if before else 0
        with subprocess.Popen(
            call, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, preexec_fn=_heed_the_keyboard
        ) as process:
            _wait_for(table, written)
            process.send_signal(sent)
            _, told = process.communicate(timeout=120)
        assert process.returncode == code
        assert ("Stopped." in told) is (sent is signal.SIGINT)
        assert before <= len(read_drafts(out).sources) < 500
    assert main(["draft", str(folder), "--out", str(out)]) == 0
    fresh = tmp_path / "fresh"
    assert main(["draft", str(folder), "--out", str(fresh)]) == 0
    assert tables(out) == tables(fresh)


def _heed_the_keyboard() -> None:
    """Undoes what a shell does for commands in the background: they are deaf to SIGINT."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _wait_for(table: Path, before: int) -> None:
    """Waits until a run has written a table anew."""
    for _ in range(3000):
        if table.is_file() and table.stat().st_mtime_ns > before:
            return
        time.sleep(0.02)
    raise AssertionError("nothing was written")


@pytest.mark.parametrize("name", ["draft", "review"])
def test_help_fits_a_terminal_and_names_what_there_is(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit):
        main([name, "--help"])
    told = capsys.readouterr().out
    assert max(map(len, told.splitlines())) <= 80
    assert "Exit codes: 0 done; 1 " in told
    lines = [line.strip().split("  ")[0] for line in told.split("examples:\n")[1].split("\n\n")[0].splitlines()]
    calls = [shlex.split(line) for line in lines if line.startswith("kg ")]
    assert len(calls) >= 4
    for call in calls:
        parser((drafting, reviewing, serving)).parse_args(call[1:])
    assert SET_ASIDE_FILE in told or name == "review"
