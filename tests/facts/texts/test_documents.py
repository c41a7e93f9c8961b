"""Documents of every format: their text, what changed in them, and that no bytes whatever bring the program down."""

from __future__ import annotations

import contextlib
import importlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.build import read_facts, record_quotes
from kg.cli import main
from kg.facts import quotes
from kg.facts.problems import InputError
from kg.facts.texts.documents import read_document
from kg.facts.texts.extraction import UnreadableError, pdf_properties, text_of
from kg.rdf.ontology import Ontology
from kg.resources import Resources
from tests.facts.texts.pages import PARAGRAPHS, html_page, pdf_page
from tests.tiny_project import edit

ARTICLE = "\n\n".join(PARAGRAPHS)
FORMATS: dict[str, Callable[[str], bytes]] = {
    ".txt": lambda text: text.encode(),
    ".md": lambda text: f"# Two sign for the tides\n\n{text}\n".encode(),
    ".html": lambda text: html_page(text.split("\n\n")),
    ".htm": lambda text: html_page(text.split("\n\n")),
    ".pdf": lambda text: pdf_page(text.split("\n\n")),
}
HUB = "The Lumen Center, which stands in Port Lumen"


@pytest.mark.parametrize("suffix", FORMATS)
def test_each_format_gives_the_articles_text(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"d{suffix}"
    path.write_bytes(FORMATS[suffix](ARTICLE))
    document = read_document(path)
    for paragraph in PARAGRAPHS:
        [(start, end)] = document.folded.find(paragraph)
        assert " ".join(document.text[start:end].split()) == paragraph
    assert "Politics" not in document.text
    assert "All rights reserved" not in document.text


def test_a_pages_headline_belongs_to_its_text() -> None:
    text = text_of(html_page(title="A headline of its own"), ".html")
    assert text.startswith("A headline of its own")
    assert text.count("A headline of its own") == 1


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-8", "utf-16"])
def test_a_page_is_read_in_the_encoding_that_it_names(encoding: str) -> None:
    words = "Шанхайда орталық ашылды және оған министр қатысты" if encoding.startswith("utf") else (
        "В Шанхае открылся центр, и в церемонии участвовал министр")  # fmt: skip
    page = html_page([words] * 3).decode().replace('charset="utf-8"', f'charset="{encoding}"')
    assert words in text_of(page.encode(encoding), ".html")


def test_ligatures_of_a_pdf_are_letters() -> None:
    from kg.facts.texts import extraction

    assert "oﬃce".translate(extraction._LIGATURES) == "office"


@pytest.mark.parametrize(
    ("data", "suffix", "text", "fix"),
    [
        (b"Stra\xdfe", ".txt", "byte 0xdf at 4 is not UTF-8", "Save it as plain text in UTF-8."),
        (b"", ".html", "the page holds no text", "Save the page anew"),
        (b"<html><body></body></html>", ".html", "the page holds no text", "Save the page anew"),
        (html_page().replace(b"utf-8", b"klingon"), ".html", "'klingon', which is unknown", "Save the page anew"),
        (html_page(["\u00e9"]).decode().encode("latin-1"), ".html", "the page is not in UTF-8", "Save the page anew"),
        (b"not a PDF", ".pdf", "the PDF is broken (pdfminer: ", "Save its text as .txt"),
        (pdf_page([]), ".pdf", "the PDF holds no text", "a scan must be recognised"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why_and_what_to_do(data: bytes, suffix: str, text: str, fix: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        text_of(data, suffix)
    assert text in str(caught.value)
    assert fix in caught.value.fix


@given(st.binary(max_size=400), st.sampled_from([".txt", ".md", ".html", ".pdf", ".xyz", ""]))
def test_no_bytes_bring_it_down(data: bytes, suffix: str) -> None:
    with contextlib.suppress(UnreadableError):
        text_of(data, suffix).encode()


@given(st.sampled_from([".html", ".pdf"]), st.integers(0, 2000), st.binary(max_size=30), st.integers(0, 200))
def test_no_damage_brings_it_down(suffix: str, at: int, put: bytes, cut: int) -> None:
    data = FORMATS[suffix](ARTICLE)
    damaged = data[:at] + put + data[at + cut :]
    with contextlib.suppress(UnreadableError):
        text_of(damaged, suffix).encode()
    if suffix == ".pdf":
        with contextlib.suppress(UnreadableError):
            pdf_properties(damaged)


def without(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """As if a package were not installed."""
    real = importlib.import_module

    def refuse(wanted: str, package: str | None = None) -> ModuleType:
        if wanted.partition(".")[0] == name:
            raise ImportError(wanted)
        return real(wanted, package)

    monkeypatch.setattr(importlib, "import_module", refuse)


@pytest.mark.parametrize(("name", "suffix"), [("trafilatura", ".html"), ("pdfminer", ".pdf")])
def test_without_the_extra_it_is_named_and_plain_text_is_read(
    monkeypatch: pytest.MonkeyPatch, name: str, suffix: str
) -> None:
    without(monkeypatch, name)
    with pytest.raises(UnreadableError) as caught:
        text_of(FORMATS[suffix](ARTICLE), suffix)
    assert "pip install 'partnership-kg[documents]'" in caught.value.fix
    assert text_of(b"plain", ".txt") == text_of(b"plain", ".md") == "plain"


def test_readers_are_imported_only_when_they_are_needed() -> None:
    code = "import sys, kg.build, kg.cli.adding; print({'trafilatura', 'pdfminer', 'lxml'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@pytest.fixture
def recorded(tiny: Path) -> Callable[[str], Path]:
    """The tiny project with its newspaper in one of the formats, and its quotes recorded."""

    def convert(suffix: str) -> Path:
        path = tiny / "documents" / "lantern.txt"
        text = path.read_text(encoding="utf-8")
        if suffix == ".html":
            data = html_page([line for line in text.split("\n") if line.strip()][1:])
        elif suffix == ".pdf":
            plain = text.replace("\u00ad", "").translate(str.maketrans("“”’–—", '"""--'))
            data = pdf_page([line.strip() for line in plain.split("\n") if line.strip()])
        else:
            data = text.encode()
        path.unlink()
        (tiny / "documents" / f"lantern{suffix}").write_bytes(data)
        edit(tiny / "sources.csv", "lantern.txt", f"lantern{suffix}")
        table = record_quotes(tiny, tiny / "documents", Resources.shipped())
        (tiny / "quotes.csv").write_text(table, encoding="utf-8")
        return tiny

    return convert


def told(folder: Path) -> list[str]:
    """What a build with the documents finds wrong, files below the folder."""
    try:
        read_facts(folder, folder / "documents", Ontology(Resources.shipped().ontology))
    except InputError as error:
        return [str(problem).replace(f"{folder}/", "") for problem in error.problems]
    return []


SUFFIXES = [".txt", ".md", ".html", ".pdf"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_unchanged_document_of_any_format_passes(recorded: Callable[[str], Path], suffix: str) -> None:
    assert told(recorded(suffix)) == []


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_one_character_inside_a_quote(recorded: Callable[[str], Path], suffix: str) -> None:
    folder = recorded(suffix)
    edit_bytes(folder / "documents" / f"lantern{suffix}", b"which stands in", b"which stands On")
    problems = told(folder)
    assert any(line.startswith("sources.csv:2: the document of 'lantern' has changed") for line in problems)
    quoted = [line for line in problems if "which stands in Port Lumen" in line]
    assert [line.partition(": ")[0] for line in quoted] == ["facts/places-and-figures.csv:2"]
    assert len(problems) == 2


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_one_character_outside_all_quotes(recorded: Callable[[str], Path], suffix: str) -> None:
    folder = recorded(suffix)
    path = folder / "documents" / f"lantern{suffix}"
    path.write_bytes(path.read_bytes() + b"\n")
    [problem] = told(folder)
    assert problem.startswith("sources.csv:2: the document of 'lantern' has changed since its quotes were recorded")
    assert ("though not its text" in problem) == (suffix in (".html", ".pdf"))


def edit_bytes(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert data.count(old) == 1
    path.write_bytes(data.replace(old, new))


def test_another_extractor_is_a_note_as_long_as_quotes_are_found(
    recorded: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = recorded(".html")
    from kg.facts.texts import documents

    monkeypatch.setattr(documents, "text_of", lambda data, suffix: "New: " + text_of(data, suffix))
    project = read_facts(folder, folder / "documents", Ontology(Resources.shipped().ontology))
    [note] = [str(note).replace(f"{folder}/", "") for note in project.notes if "lantern" in note.text]
    assert note == (
        "sources.csv:2: the document of 'lantern' is unchanged, but the text drawn from it differs. Another version of"
        " the extractor draws it; record anew: kg check --record --documents DIR."
    )
    assert all(fact.quote.verified for fact in project.facts if fact.quote is not None)
    assert main(["check", "--seeds", str(folder), "--documents", str(folder / "documents")]) == 0
    assert "the text drawn from it differs" in capsys.readouterr().err


def test_another_extractor_that_loses_a_quote_stops_the_build(
    recorded: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = recorded(".html")
    from kg.facts.texts import documents

    monkeypatch.setattr(documents, "text_of", lambda data, suffix: text_of(data, suffix).replace("which stands", ""))
    problems = [line for line in told(folder) if "fener" not in line]
    assert [line.partition(": ")[0] for line in problems] == ["facts/places-and-figures.csv:2", "sources.csv:2"]
    assert "the text drawn from it differs" in problems[1]


def test_a_broken_document_is_told_at_its_source(recorded: Callable[[str], Path]) -> None:
    folder = recorded(".pdf")
    (folder / "documents" / "lantern.pdf").write_bytes(b"%PDF-1.4\nbroken")
    problems = told(folder)
    assert len(problems) == 1
    assert problems[0].startswith("sources.csv:2: the document 'lantern.pdf' cannot be read: the PDF is broken")


def test_the_names_that_others_import_stay() -> None:
    assert quotes.read_document is read_document
    assert quotes.Document.__module__ == "kg.facts.texts.documents"
    assert quotes.FoldedText.__module__ == "kg.facts.texts.folded_text"
