"""`kg review` in a terminal: a real one, keys pressed, kills included; and without one, lines."""

from __future__ import annotations

import os
import select
import shutil
import signal
import sys
from pathlib import Path

import pytest

from kg.cli import main
from kg.cli.keys import as_latin
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from kg.resources import Resources
from tests.review.drafted import write_drafts
from tests.tiny_project import SHAPES, append, fingerprint

Output = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of drafts."""
    write_drafts(tmp_path / "drafts")
    return tmp_path / "drafts"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Lines that stdin will give; filled by the test before it calls."""
    lines: list[str] = []

    class Lines:
        def isatty(self) -> bool:
            return False

        def readline(self) -> str:
            return f"{lines.pop(0)}\n" if lines else ""

    monkeypatch.setattr(sys, "stdin", Lines())
    return lines


def run(tiny: Path, folder: Path, *more: str) -> int:
    return main(["review", "--seeds", str(tiny), "--drafts", str(folder), "--by", "A. Editor", *more])


def test_keys_on_lines_do_what_they_say(
    tiny: Path, folder: Path, typed: list[str], capsys: Output, schema: Schema
) -> None:
    typed += ["a", "a", "r", "1", "q"]
    assert run(tiny, folder, "--plain") == 0
    out, err = capsys.readouterr()
    assert "▸Reef Station¹ joined the Harbour Network² in 2031◂" in out
    assert "Reef Station¹ joined Harbour Network²" in out
    assert "[1] Ministry of Tides · government body · ministry-of-tides" in out
    assert "Checked: no violations." in err
    facts = {(f.subject, f.predicate, f.object) for f in read_project(tiny, schema, SHAPES).facts}
    assert ("foam-park", "locatedIn", "port-lumen") in facts
    assert ("tidal-works", "operates", "foam-park") not in facts
    judged = (folder / "judgements.csv").read_text("utf-8").splitlines()
    assert [line.split(",")[1] for line in judged[1:]] == ["accept", "accept", "accept", "reject", "accept"]
    assert judged[1].split(",")[2] == "A. Editor"
    assert "  New with it:\n    Foam Park · industrial park · foam-park\n" in out
    assert "Accepted with what is new." in out


def test_a_new_thing_is_told_with_its_further_names(tiny: Path, folder: Path, typed: list[str], capsys: Output) -> None:
    path = folder / "names.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    [park] = [line for line in lines if "foam-park,en,Foam Park," in line]
    path.write_text("".join([*lines, park.replace("Foam Park,preferred", "FP,acronym")]), encoding="utf-8", newline="")
    typed += ["a", "a", "q"]
    assert run(tiny, folder, "--plain") == 0
    assert "    Foam Park · industrial park · foam-park · also: FP (en, acronym)\n" in capsys.readouterr().out
    assert "foam-park,en,FP,acronym,gull" in (tiny / "names.csv").read_text("utf-8")


def test_new_things_are_opened_by_a_key_of_their_own(
    tiny: Path, folder: Path, typed: list[str], capsys: Output
) -> None:
    # The class of the park is changed, then its first fact is accepted; the fact before has nothing new.
    typed += ["t", "a", "t", "e", "", "Place", ".", "a", "q"]
    assert run(tiny, folder, "--plain") == 0
    out = capsys.readouterr().out
    assert "Nothing is new with it." in out
    assert "Is this a new thing? (2 facts wait for it)" in out
    assert "foam-park,Place" in (tiny / "entities.csv").read_text("utf-8")


def test_fields_are_edited_line_by_line_and_checked_at_once(
    tiny: Path, folder: Path, typed: list[str], capsys: Output
) -> None:
    # The predicate is misspelled first; the second round mends it and ends with a full stop.
    typed += ["e", "", "joind", ".", "", "joined", "", "2030", ".", "q"]
    assert run(tiny, folder, "--plain") == 0
    out = capsys.readouterr().out
    assert "unknown predicate 'joind'. Did you mean 'joined'?" in out
    assert "Accepted as edited." in out
    assert ",2030,," in (tiny / "facts" / "gull.csv").read_text("utf-8")
    assert '""from"": ""2030""' in (folder / "judgements.csv").read_text("utf-8")


def test_undo_takes_rows_out_and_the_end_of_input_stops(
    tiny: Path, folder: Path, typed: list[str], capsys: Output
) -> None:
    before = fingerprint(tiny)
    typed += ["a", "u"]
    assert run(tiny, folder, "--plain") == 0
    out = capsys.readouterr().out
    assert "Taken back: Reef Station joined Harbour Network · 2031" in out
    assert "Stopped; all that was judged is kept." in out
    assert {name: sum_ for name, sum_ in fingerprint(tiny).items() if name in before} == before


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("az", ("Bu faktdır?", "[a] qəbul", "Rif Stansiyası")),
        ("kk", ("Бұл факт па?", "[a] қабылдау")),
        ("ru", ("Это факт?", "[a] принять")),
    ],
)
def test_it_speaks_the_reviewers_language(
    tiny: Path, folder: Path, typed: list[str], capsys: Output, language: str, words: tuple[str, ...]
) -> None:
    typed += ["q"]
    assert run(tiny, folder, "--plain", "--lang", language) == 0
    out = capsys.readouterr().out
    assert all(word in out for word in words)


def test_what_is_judged_is_never_asked_again(tiny: Path, folder: Path, typed: list[str], capsys: Output) -> None:
    typed += ["r"] * 20
    assert run(tiny, folder, "--plain") == 0
    assert "All is judged." in capsys.readouterr().out
    assert run(tiny, folder, "--plain") == 1
    assert "Nothing is proposed" in capsys.readouterr().err


def test_calls_that_cannot_be_are_refused(tiny: Path, folder: Path, capsys: Output) -> None:
    assert run(tiny, folder.parent / "nowhere") == 2
    assert run(folder.parent / "nowhere", folder) == 2
    assert run(tiny, folder, "--read") == 2
    assert run(tiny, folder, "--by", " ") == 2
    assert "Write who judges" in capsys.readouterr().err
    assert run(tiny, folder, "--predicate", "joind") == 2
    assert "unknown predicate 'joind'. Did you mean 'joined'?" in capsys.readouterr().err
    assert run(tiny, folder, "--article", "heron") == 2
    assert "no article 'heron' was drafted." in capsys.readouterr().err


def test_every_line_of_a_sentence_is_set_in(
    tiny: Path, folder: Path, typed: list[str], capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.cli.review_screen._WIDTH", 30)
    typed += ["q"]
    assert run(tiny, folder, "--plain") == 0
    out = capsys.readouterr().out
    assert "\n  ▸Reef Station¹ joined the\n  Harbour Network² in 2031◂.\n" in out


def test_keys_are_known_by_their_place() -> None:
    assert [as_latin(key) for key in "фукд"] == ["a", "e", "r", "l"]


@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")
class TestTerminal:
    """A real pseudo-terminal."""

    def start(self, tiny: Path, folder: Path, *more: str) -> Pty:
        return Pty(["review", "--seeds", str(tiny), "--drafts", str(folder), "--by", "A. Editor", *more])

    def test_one_key_each_without_enter(self, tiny: Path, folder: Path) -> None:
        with self.start(tiny, folder) as terminal:
            terminal.wait("6 left")
            terminal.press("a", "Accepted.")
            terminal.press("ф", "Accepted with what is new.")  # a on a Russian keyboard
            terminal.press("x", "does nothing here")
            terminal.press("\x1b[A", "")
            terminal.press("l", "Left for later.")
            terminal.press("q", "Checked: no violations.")
        assert "reef-station,joined,harbour-network" in (tiny / "facts" / "gull.csv").read_text("utf-8")

    def test_a_field_is_completed_by_tab(self, tiny: Path, folder: Path) -> None:
        with self.start(tiny, folder) as terminal:
            terminal.wait("6 left")
            terminal.press("e", "subject")
            terminal.press("\r", "predicate")
            terminal.press("\r", "object")
            terminal.press("\x15harbour-n\t\r", "from")
            terminal.press("\x152029\r", "until")
            terminal.press("\x13", "Accepted as edited.")
            terminal.press("q", "no violations")
        assert "reef-station,joined,harbour-network,2029," in (tiny / "facts" / "gull.csv").read_text("utf-8")

    def test_escape_leaves_a_field_and_control_c_the_review(self, tiny: Path, folder: Path) -> None:
        with self.start(tiny, folder) as terminal:
            terminal.wait("6 left")
            terminal.press("e", "subject")
            terminal.press("\x1b", "6 left")
            terminal.press("a", "Accepted.")
            terminal.wait("quit")
            terminal.press("\x03", "Stopped")
        assert len((folder / "judgements.csv").read_text("utf-8").splitlines()) == 2

    def test_a_kill_loses_nothing(self, tiny: Path, folder: Path, schema: Schema) -> None:
        with self.start(tiny, folder) as terminal:
            terminal.wait("6 left")
            terminal.press("aa", "Accepted with what is new.")
            terminal.wait("4 left")
            os.kill(terminal.pid, signal.SIGKILL)
        assert len((folder / "judgements.csv").read_text("utf-8").splitlines()) == 4
        read_project(tiny, schema, SHAPES)
        with self.start(tiny, folder) as terminal:
            terminal.wait("4 left")
            terminal.press("q", "4 left")


class Pty:
    """A command in a pseudo-terminal: keys go in, what it shows comes out."""

    def __init__(self, arguments: list[str]) -> None:
        import pty

        self.pid, self._descriptor = pty.fork()
        if self.pid == 0:  # the command itself
            os.environ |= {"PROMPT_TOOLKIT_NO_CPR": "1", "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "40"}
            os.execv(sys.executable, [sys.executable, "-m", "kg", *arguments])
        self.shown = ""
        self._seen = 0

    def __enter__(self) -> Pty:
        return self

    def wait(self, text: str) -> None:
        """Reads until this is shown, after what was waited for before."""
        while text not in self.shown[self._seen :]:
            ready = select.select([self._descriptor], [], [], 120)[0]  # else it would hang for ever
            try:
                data = os.read(self._descriptor, 65536) if ready else b""
            except OSError:
                data = b""
            assert data, f"{text!r} was never shown:\n{self.shown}"
            self.shown += data.decode("utf-8", "replace")
        self._seen = self.shown.index(text, self._seen) + len(text)

    def press(self, keys: str, shown: str) -> None:
        """Presses keys and waits until something is shown."""
        os.write(self._descriptor, keys.encode())
        self.wait(shown)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:  # it still waits for keys
            os.kill(self.pid, signal.SIGKILL)
        while True:
            try:
                if not os.read(self._descriptor, 65536):
                    break
            except OSError:
                break
        os.waitpid(self.pid, 0)
        os.close(self._descriptor)


def test_help_says_what_each_key_does_and_an_unknown_key_is_told_once(
    tiny: Path, folder: Path, typed: list[str], capsys: Output
) -> None:
    typed += ["?", "x", "y", "z", "a", "y", "q"]
    assert run(tiny, folder, "--plain", "--lang", "ru") == 0
    out = capsys.readouterr().out
    assert "  [r] отклонить: В статье этого нет. Больше не предлагается.\n" in out
    assert "  [?] справка: Этот список.\n" in out
    assert out.count("здесь ничего не делает; ? покажет клавиши.") == 2  # once for each item
    assert out.count("[a] принять") == 1 + 1 + 1 + 1  # the first item, its help, again below it, the second item


def test_a_new_thing_leads_back_to_the_fact_that_needs_it(
    tiny: Path, folder: Path, typed: list[str], capsys: Output
) -> None:
    typed += ["a", "t", "b", "q"]
    assert run(tiny, folder, "--plain") == 0
    out = capsys.readouterr().out
    assert out.count("Is this a new thing? (2 facts wait for it)") == 1
    assert "[b] back to the fact" in out.split("Is this a new thing?")[1]
    assert out.count("  New with it:\n") == 2
    assert out.rindex("New with it:") > out.index("Is this a new thing?")


def test_progress_tells_each_article_and_what_is_left_for_later(
    tiny: Path, folder: Path, typed: list[str], capsys: Output
) -> None:
    typed += ["a", "l", "p", "q"]
    assert run(tiny, folder, "--plain", "--lang", "kk") == 0
    out = capsys.readouterr().out
    assert "осы мақаладан қаралды: 0 / 5" in out and "осы мақаладан қаралды: 1 / 5" in out
    row = next(line for line in out.splitlines() if "│" in line and "A park of foam" in line)
    assert [cell.strip() for cell in row.strip("│").split("│")][1:] == ["1", "4", "1"]
    assert "Кейінге қалдырылды: 1." in out
    assert "қаралды: 1 / 6, қалды: 5 · оның ішінде кейінге: 1" in out


def test_what_was_left_for_later_is_asked_at_the_end_if_one_wishes(
    tiny: Path, folder: Path, typed: list[str], capsys: Output
) -> None:
    typed += ["l", "r", "r", "r", "r", "r", "k", "l", "a"]
    assert run(tiny, folder, "--plain") == 0
    out = capsys.readouterr().out
    assert "Left for later: 1." in out and "[l] ask them now" in out
    assert "All is judged." in out
    assert "reef-station,joined" in (tiny / "facts" / "gull.csv").read_text("utf-8")


def test_the_end_says_what_was_done_where_and_what_comes_next(
    tiny: Path, folder: Path, typed: list[str], capsys: Output
) -> None:
    typed += ["a", "a", "r", "u", "r", "l", "q"]
    assert run(tiny, folder, "--plain", "--lang", "az") == 0
    out, err = capsys.readouterr()
    assert "Bu baxışda: qəbul edilib – 2, rədd edilib – 1, sonraya saxlanılıb – 1." in out
    end = out[out.index("Bu baxışda:") :]
    assert [line.split() for line in end.splitlines() if ".csv" in line] == [
        ["entities.csv", "+1"], ["facts/gull.csv", "+2"], ["facts/tern.csv", "+1"], ["names.csv", "+1"],
        ["sources.csv", "+2"],
    ]  # fmt: skip
    assert f"  kg check --seeds {tiny}\n" in end and f"  kg build --seeds {tiny}\n" in end
    assert f"  kg review --seeds {tiny} --drafts {folder}\n" in end
    assert "Yoxlanıldı: pozuntu yoxdur." in err


def test_nothing_is_told_of_a_session_that_did_nothing(
    tiny: Path, folder: Path, typed: list[str], capsys: Output
) -> None:
    typed += ["q"]
    assert run(tiny, folder, "--plain") == 0
    out, err = capsys.readouterr()
    assert "This session" not in out and "kg build" not in out and err == ""


def test_faults_violations_and_calls_are_told_in_the_reviewers_language(
    tiny: Path, folder: Path, typed: list[str], capsys: Output
) -> None:
    typed += ["e", "", "joind", ".", "q"]
    assert run(tiny, folder, "--plain", "--lang", "az") == 0
    assert "Naməlum əlaqə: “joind”. “joined” demək istəyirdiniz?" in capsys.readouterr().out
    # A center without a place, and a check that fails: a name that two things of one class have.
    append(tiny / "entities.csv", "tide-center,InnovationCenter,,", "tide-hub,InnovationCenter,,")
    append(tiny / "names.csv", "tide-center,en,Tide,preferred,lantern", "tide-hub,en,Tide,preferred,lantern")
    typed += ["a", "q"]
    assert run(tiny, folder, "--plain", "--lang", "kk") == 0
    err = capsys.readouterr().err
    assert "Орталықтың орналасқан жері көрсетілуі керек. [CenterPlaceShape]" in err
    assert "бір кластағы басқа нысанмен аты бірдей" in err
    assert run(tiny, folder, "--article", "heron", "--lang", "ru") == 2
    assert "По статье «heron» предложений нет." in capsys.readouterr().err
    assert run(tiny, folder, "--sheet", "a.txt", "--lang", "kk") == 2
    assert "kg: кесте CSV файлы болуы керек." in capsys.readouterr().err


def test_a_source_is_corrected_with_one_key(tiny: Path, folder: Path, typed: list[str], capsys: Output) -> None:
    typed += ["s", "A park opens", "-", "yesterday", "en", ".", "A park opens", "-", "2031-06-19", "en", "a", "q"]
    assert run(tiny, folder, "--plain") == 0
    out, _ = capsys.readouterr()
    assert "What is said of the article: A park of foam" in out and "Nothing was written:" in out
    assert "The source is corrected." in out and "A park opens, 2031-06-19, gull" in out
    assert "gull,A park opens,,2031-06-19," in (tiny / "sources.csv").read_text("utf-8")


def test_the_source_of_an_article_is_drafted_anew_with_its_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: list[str], capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(Resources.shipped().seeds, tmp_path / "seeds")
    text = "Two bodies agree\n5 May 2026\n\nFoam University and Tidal Institute signed a memorandum yesterday.\n"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    assert main(["draft", "one.txt", "--out", "drafts"]) == 0
    typed += ["s", "", "", "2026-06-20", ".", "q"]
    assert main(["review", "--drafts", "drafts", "--by", "A. Editor", "--plain"]) == 0
    assert "Proposals that follow its new date: 2." in capsys.readouterr().out
    assert (tmp_path / "drafts" / "facts.csv").read_text("utf-8").count("2026-06-19") == 2
