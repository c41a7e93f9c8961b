"""`kg source add`: what it proposes stands in the document, all else stays empty, and no other row is touched."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest

from kg.cli import main
from kg.facts.new_source import slug, with_row
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from kg.facts.texts.imprint import imprint_of
from kg.facts.texts.printed_dates import printed_date
from kg.facts.texts.written_language import language_of
from tests.facts.texts.pages import PARAGRAPHS, html_page, pdf_page
from tests.tiny_project import SHAPES, edit

Output = pytest.CaptureFixture[str]
ARTICLE = "\n\n".join(PARAGRAPHS)
LINKED = (
    '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2031-05-04T22:10:00Z",'
    ' "publisher": {"@type": "Organization", "name": "The Paper Lantern"}}]}</script>'
    '<link rel="canonical" href="https://lantern.example/tides">'
)


def add(tiny: Path, name: str, data: bytes | str, *more: str) -> int:
    path = tiny / "documents" / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return main(["source", "add", str(path), "--seeds", str(tiny), *more])


def last_row(tiny: Path) -> dict[str, str]:
    return list(csv.DictReader(io.StringIO((tiny / "sources.csv").read_text(encoding="utf-8"))))[-1]


def test_a_page_says_everything_of_itself(tiny: Path, schema: Schema) -> None:
    before = (tiny / "sources.csv").read_bytes()
    assert add(tiny, "tides.html", html_page(head=LINKED, title="A memorandum on tides"), "--yes") == 0
    after = (tiny / "sources.csv").read_bytes()
    assert after.startswith(before)
    assert last_row(tiny) == {
        "id": "a-memorandum-on-tides",
        "title": "A memorandum on tides",
        "publisher": "The Paper Lantern",
        "published": "2031-05-04",
        "retrieved": "",
        "language": "en",
        "url": "https://lantern.example/tides",
        "document": "tides.html",
    }
    assert "a-memorandum-on-tides" in read_project(tiny, schema, SHAPES).sources
    assert main(["check", "--seeds", str(tiny), "--documents", str(tiny / "documents")]) == 0


def test_what_is_not_told_stays_empty_and_is_said_to(tiny: Path, capsys: Output) -> None:
    assert add(tiny, "plain.txt", ARTICLE, "--yes") == 0
    row = last_row(tiny)
    assert (row["publisher"], row["published"], row["url"], row["retrieved"]) == ("", "", "", "")
    assert row["language"] == "en"
    assert capsys.readouterr().out.count("not found") == 3


def test_what_the_user_says_comes_first(tiny: Path) -> None:
    said = ["--id", "mine", "--lang", "tr", "--url", "https://a.example/", "--published", "2031", "--publisher", "Me"]
    assert add(tiny, "tides.html", html_page(head=LINKED), *said, "--yes") == 0
    row = last_row(tiny)
    assert [row[name] for name in ("id", "language", "url", "published", "publisher")] == [
        *("mine", "tr", "https://a.example/", "2031", "Me")
    ]


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".pdf"])
def test_every_format_has_a_title_and_a_printed_date(tiny: Path, suffix: str) -> None:
    lines = ["Two sign for the tides", "Port Lumen, 4 May 2031", *PARAGRAPHS]
    data = {
        ".txt": "\n\n".join(lines).encode(),
        ".md": ("# " + "\n\n".join(lines)).encode(),
        ".html": html_page(lines[1:]),
        ".pdf": pdf_page(lines[1:], title=lines[0]),
    }[suffix]
    assert add(tiny, f"d{suffix}", data, "--yes") == 0
    row = last_row(tiny)
    assert (row["title"], row["published"], row["language"]) == ("Two sign for the tides", "2031-05-04", "en")


def test_without_a_terminal_it_asks_for_yes(tiny: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (tiny / "sources.csv").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert add(tiny, "plain.txt", ARTICLE) == 2
    assert "--yes" in capsys.readouterr().err
    assert (tiny / "sources.csv").read_bytes() == before


@pytest.mark.parametrize(("answer", "code"), [("y\n", 0), ("\n", 1), ("no\n", 1)])
def test_on_a_terminal_it_asks(tiny: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    assert add(tiny, "plain.txt", ARTICLE) == code
    assert (last_row(tiny)["document"] == "plain.txt") == (code == 0)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--id", "lantern"], ["'lantern' stands already in", "sources.csv:2"]),
        (["--id", "Big Id"], ["'Big Id' cannot be an id"]),
        (["--lang", "xx"], ["unknown language 'xx'"]),
        (["--url", "lantern.example"], ["'lantern.example' is no web address"]),
        (["--published", "May 2031"], ["YYYY-MM-DD"]),
        (["--publisher", "tidal-work"], ["'tidal-work' would be read as an id", "Did you mean 'tidal-works'?"]),
    ],
)
def test_a_faulty_word_is_refused(tiny: Path, capsys: Output, more: list[str], words: list[str]) -> None:
    before = (tiny / "sources.csv").read_bytes()
    assert add(tiny, "plain.txt", ARTICLE, *more, "--yes") == 2
    error = capsys.readouterr().err
    assert all(word in error for word in words), error
    assert (tiny / "sources.csv").read_bytes() == before


def test_an_unclear_language_is_asked_for(tiny: Path, capsys: Output) -> None:
    assert add(tiny, "short.txt", "SOCAR Polymer", "--yes") == 2
    assert "--lang" in capsys.readouterr().err
    assert add(tiny, "short.txt", "SOCAR Polymer", "--yes", "--lang", "az") == 0


def test_the_same_file_and_the_same_content_are_refused(tiny: Path, capsys: Output) -> None:
    documents = tiny / "documents"
    lantern = documents / "lantern.txt"
    assert main(["source", "add", str(lantern), "--seeds", str(tiny), "--yes"]) == 2
    assert "the document of 'lantern' already" in capsys.readouterr().err
    assert add(tiny, "copy.txt", lantern.read_bytes(), "--yes") == 2
    error = capsys.readouterr().err
    assert "the very content of the document of 'lantern'" in error
    assert "sources.csv:2" in error


def test_a_second_document_of_the_same_title_gets_an_id_of_its_own(tiny: Path) -> None:
    assert add(tiny, "one.html", html_page(), "--yes") == 0
    assert add(tiny, "two.html", html_page(PARAGRAPHS[:2]), "--yes") == 0
    assert last_row(tiny)["id"] == "two-sign-for-the-tides-2"


def test_a_title_that_another_source_has_is_remarked(tiny: Path, capsys: Output) -> None:
    assert add(tiny, "one.html", html_page(), "--yes") == 0
    assert "'lantern' has the same title" in capsys.readouterr().err


def test_a_publisher_by_name_is_the_thing_of_that_name(tiny: Path) -> None:
    head = '<meta property="og:site_name" content="Tidal Works">'
    assert add(tiny, "one.html", html_page(head=head), "--yes") == 0
    assert last_row(tiny)["publisher"] == "tidal-works"


def test_a_publisher_that_looks_like_an_id_is_left_out(tiny: Path, capsys: Output) -> None:
    head = '<meta property="og:site_name" content="lantern.example">'
    assert add(tiny, "one.html", html_page(head=head), "--yes") == 0
    assert last_row(tiny)["publisher"] == ""
    assert "--publisher" in capsys.readouterr().err


def test_what_a_page_says_cannot_harm_the_table(tiny: Path, schema: Schema) -> None:
    title = '=HYPERLINK("http://x.example"), \u202e"quoted"\x07'
    assert add(tiny, "evil.html", html_page(title=title.replace('"', "&quot;")), "--yes") == 0
    row = last_row(tiny)
    assert row["title"] == 'HYPERLINK("http://x.example"), "quoted"'
    assert row["id"] in read_project(tiny, schema, SHAPES).sources


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("id,title\na,A\n", 'id,title\na,A\nb,"B, ""b"""\n'),
        ("\ufeffid;title\r\na;A\r\n", '\ufeffid;title\r\na;A\r\nb;"B, ""b"""\r\n'),
        ("title\tid\nA\ta", 'title\tid\nA\ta\n"B, ""b"""\tb\n'),
    ],
)
def test_the_tables_own_form_is_kept(table: str, expected: str) -> None:
    assert with_row(table, {"id": "b", "title": 'B, "b"'}) == expected


def test_a_table_with_a_fault_is_not_touched(tiny: Path, capsys: Output) -> None:
    edit(tiny / "sources.csv", "id,title", "id,tittle")
    assert add(tiny, "plain.txt", ARTICLE, "--yes") == 2
    assert "tittle" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 26 noyabr, 2025", "2025-11-26"),
        ("26 noyabr 2025-ci il", "2025-11-26"),
        ("2025 жылғы 26 қараша", "2025-11-26"),
        ("АСТАНА, 26 қараша 2025 – Орталық ашылды.", "2025-11-26"),
        ("26 ноября 2025 г.", "2025-11-26"),
        ("среда, 26 ноября 2025", "2025-11-26"),
        ("26 Kasım 2025, Çarşamba", "2025-11-26"),
        ("26-noyabr, 2025", "2025-11-26"),
        ("2025-yil 26-noyabr", "2025-11-26"),
        ("November 26, 2025", "2025-11-26"),
        ("Published 26th November 2025 by The Lantern", "2025-11-26"),
        ("BAKU, Nov. 26, 2025 /Lantern/ -- The center opened.", "2025-11-26"),
        ("26.11.2025 10:59", "2025-11-26"),
        ("date 2025-11-26 A headline that goes on for quite a while and is long", "2025-11-26"),
        # Dates that a text tells of something else, or that nobody can read for sure.
        ("Mərkəz 6 yanvar 2021-ci il tarixli Fərmanla yaradılıb.", ""),
        ("26 noyabr 2025-ci ildə Bakıda tədbir keçirilib", ""),
        ("On 3 May 2031 the center opened.", ""),
        ("31 fevral 2025", ""),
        ("11/12/2025", ""),
        ("4 May 2031\n5 May 2031", ""),
        ("\n".join(["line of text"] * 30 + ["26 noyabr 2025"]), ""),
    ],
)
def test_printed_dates(text: str, expected: str) -> None:
    printed = printed_date(text)
    assert (printed[0].text if printed else "") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Mərkəz bu il ölkənin regionlarında açılıb və innovatorlar üçün şərait yaradıb.", "az"),
        ("The library was opened in this town and it has more books than the school.", "en"),
        ("Орталықтың ашылуы ынтымақтастықты нығайтудағы маңызды қадам болды деп атап өтті министр.", "kk"),
        ("Центр был открыт в Баку, и он является частью сети, которая создана в этом году.", "ru"),
        ("Merkez bu yıl açıldı ve girişimciler için yeni bir ağ olarak çalışmaya başladı.", "tr"),
        ("Markaz bu yil ochildi va tadbirkorlar uchun yangi tarmoq bilan ham ishlaydi.", "uz"),
        ("Марказ бу йил очилди ва тадбиркорлар учун янги тармоқ билан ҳам ишлайди ҳозир.", "uz"),
        ("Das Zentrum wurde in diesem Jahr eröffnet und ist ein Teil des großen Netzes.", ""),
        ("Центърът беше открит тази година и е част от мрежата на новите центрове.", ""),
        ("Центр відкрито цього року, і він є частиною мережі нових українських центрів.", ""),
        ("SOCAR", ""),
        ("", ""),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Azərbaycan Davos Forumunun təşəbbüsünə qoşulub", "azerbaycan-davos-forumunun-tesebbusune-qosulub"),
        ("O‘zbekiston raqamli markazi", "ozbekiston-raqamli-markazi"),
        ("上海", "shanghai"),
        ("!", ""),
        ("", ""),
    ],
)
def test_slugs(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_times_that_differ_and_broken_linked_data_tell_nothing() -> None:
    times = '<time datetime="2031-05-04">x</time><time datetime="2031-05-05">y</time>'
    page = html_page((*PARAGRAPHS, times), head='<script type="application/ld+json">{"datePublished": </script>')
    assert imprint_of(page, ".html").published is None
    page = html_page((*PARAGRAPHS, times.split("<time", 2)[0] + '<time datetime="2031-05-04">x</time>'))
    stated = imprint_of(page, ".html").published
    assert stated is not None
    assert stated.value == "2031-05-04"
