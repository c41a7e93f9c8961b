"""`kg new` gives a folder that works at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.projects.calling import call, done


@pytest.fixture(scope="module")
def kites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project, built without further ado."""
    folder = tmp_path_factory.mktemp("new")
    done(folder, "new", "kites")
    done(folder / "kites", "build")
    return folder / "kites"


def test_what_it_leaves_tells_the_next_steps(tmp_path: Path) -> None:
    called = call(tmp_path, "new", "my kites")
    assert called.code == 0
    assert "cd 'my kites'" in called.err
    folder = tmp_path / "my kites"
    assert {path.name for path in folder.iterdir()} == {
        *("kg.toml", "README.md", ".gitignore", "seeds", "documents", "ontology", "queries"),
    }
    assert 'base = "https://example.org/my-kites/"' in (folder / "kg.toml").read_text(encoding="utf-8")
    assert not [
        path for path in (tmp_path / "my kites").rglob("*") if path.is_file() and b"/starter/" in path.read_bytes()
    ]


def test_it_builds_without_violations_every_quote_found(kites: Path) -> None:
    report = json.loads((kites / "build" / "report.json").read_text(encoding="utf-8"))
    assert report["base"] == "https://example.org/kites/"
    assert report["violations"] == []
    assert report["evidence"]["verified"] == report["evidence"]["all"] == report["facts"] > 0


def test_what_its_readme_calls_works(kites: Path) -> None:
    text = (kites / "README.md").read_text(encoding="utf-8")
    assert 'kg show "Kite Ridge"' in text
    assert "Long Line was tried out at Kite Ridge" in done(kites, "show", "Kite Ridge")
    assert "signed Memorandum on wind power" in done(kites, "path", "Mira Dell", "Kite Ridge")
    assert "Brightkite" in done(kites, "query", "tried-out")


def test_the_recorded_quotes_are_those_of_the_example_text(kites: Path) -> None:
    before = (kites / "seeds" / "quotes.csv").read_bytes()
    done(kites, "check", "--record")
    assert (kites / "seeds" / "quotes.csv").read_bytes() == before


def test_it_is_found_from_any_folder_below_and_by_name(kites: Path, tmp_path: Path) -> None:
    assert "kite-ridge" in done(kites / "seeds" / "facts", "find", "Kite Ridge")
    assert "kite-ridge" in done(tmp_path, "find", "Kite Ridge", "--project", str(kites))
    assert "kite-ridge" in done(tmp_path, "--project", str(kites), "find", "Kite Ridge")


def test_a_build_of_another_base_is_not_taken_for_ours(kites: Path, tmp_path: Path) -> None:
    called = call(tmp_path, "find", "Kite Ridge", "--build", str(kites / "build"))
    assert called.code == 2
    assert "names things by https://example.org/kites/, this project by https://w3id.org/partnership-kg/" in called.err


def test_a_folder_that_holds_anything_is_refused(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").touch()
    assert "is not empty" in call(tmp_path, "new", "full").err
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.txt"]
    (tmp_path / "file").touch()
    assert call(tmp_path, "new", "file").code == 2
    (tmp_path / "empty").mkdir()
    assert call(tmp_path, "new", "empty").code == 0


@pytest.mark.parametrize("base", ["https://example.org/x", "example.org/", "https://example.org/a b/", 'https://x/"/'])
def test_what_can_be_no_base_is_refused_before_anything_is_written(base: str, tmp_path: Path) -> None:
    called = call(tmp_path, "new", "kites", "--base", base)
    assert called.code == 2
    assert "--base: " in called.err
    assert not (tmp_path / "kites").exists()


def test_base_and_language_are_those_asked_for(tmp_path: Path) -> None:
    done(tmp_path, "new", "kites", "--base", "https://kites.example/graph/", "--lang", "kk")
    folder = tmp_path / "kites"
    assert "PREFIX own: <https://kites.example/graph/ontology#>" in (
        (folder / "queries" / "competency" / "tried-out.rq").read_text(encoding="utf-8")
    )
    done(folder, "build")
    assert "id:kite-ridge" in done(folder, "show", "Kite Ridge")
    assert "сынақ полигоны" in done(folder, "show", "Kite Ridge")
    assert "test field" in done(folder, "show", "Kite Ridge", "--lang", "en")
    page = (folder / "build" / "explorer.html").read_text(encoding="utf-8")
    assert page.index('"Қазақша"') < page.index('"English"')


def test_faults_of_the_settings_stop_every_command(kites: Path, tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_text('bas = "x"\n', encoding="utf-8")
    called = call(tmp_path, "find", "x")
    assert called.code == 2
    assert "kg.toml:1: unknown key 'bas'. Did you mean 'base'?" in called.err


def test_a_project_may_speak_fewer_languages(tmp_path: Path) -> None:
    done(tmp_path, "new", "kites")
    settings = tmp_path / "kites" / "kg.toml"
    text = settings.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("languages"))
    settings.write_text(text.replace(line, 'languages = ["az"]'), encoding="utf-8")
    done(tmp_path / "kites", "build")
    assert "sınaq poliqonu" in done(tmp_path / "kites", "show", "Kite Ridge")
    called = call(tmp_path / "kites", "show", "Kite Ridge", "--lang", "kk")
    assert called.code == 2
    assert "this project speaks az" in called.err
