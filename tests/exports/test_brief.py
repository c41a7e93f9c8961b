"""Briefs as Markdown and Word, read back by a Markdown parser and python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn
from docx2python import docx2python
from hypothesis import given, settings
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from kg.exports.brief import make_brief
from kg.exports.escaping import xml_text
from kg.exports.formats import Export
from kg.exports.markdown import address
from kg.facts.problems import CallError
from kg.views.words import LANGUAGES, read_words
from tests.exports.making import TEXTS, small, written

CENTER = "center-for-analysis-and-coordination-of-4ir"
_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)


def about(shipped: Export, *things: str, language: str = "en") -> Export:
    return Export(shipped.catalogue, language, things)


def text_of(page: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", page))


@pytest.mark.parametrize("things", [("socar",), ("azerbaijan",), ("socar", "world-economic-forum")])
def test_markdown_has_a_footnote_for_each_piece_of_evidence(things: tuple[str, ...], shipped: Export) -> None:
    export = about(shipped, *things)
    notes = {note.key: note for section in make_brief(export).sections for item in section.items for note in item.notes}
    text = written("markdown", export).decode()
    page = _PARSER.render(text)
    footnotes = re.findall(r'<li id="fn\d+" class="footnote-item">(.*?)</li>', page, re.DOTALL)
    assert len(footnotes) == len(notes) > 0
    for shown, note in zip(footnotes, notes.values(), strict=True):
        assert note.quote in text_of(shown)
        assert note.source in text_of(shown)
        assert note.about in text_of(shown)
    assert page.count("<h1>") == 1
    assert "[^" not in page  # every reference has its note


def test_every_claim_on_a_thing_stands_in_its_brief(shipped: Export) -> None:
    brief = make_brief(about(shipped, "ministry-of-economy-azerbaijan"))
    keys = {note.key for section in brief.sections for item in section.items for note in item.notes}
    claims = shipped.catalogue.about("ministry-of-economy-azerbaijan")
    assert keys == {item.key for claim in claims for item in claim.evidence}


def test_what_is_planned_stands_apart(shipped: Export) -> None:
    brief = make_brief(about(shipped, CENTER))
    headings = [section.heading for section in brief.sections]
    assert headings == ["Facts", "Planned"]
    planned = [c for c in shipped.catalogue.about(CENTER) if c.status.value == "planned"]
    assert len(brief.sections[1].items) == len(planned) > 3


def test_a_country_has_its_organisations_agreements_and_initiatives(shipped: Export) -> None:
    brief = make_brief(about(shipped, "azerbaijan"))
    assert [section.heading for section in brief.sections][:5] == [
        "Agreements", "Initiatives", "Events", "People", "Organisations and places",
    ]  # fmt: skip
    texts = [item.text for section in brief.sections for item in section.items]
    assert len(texts) == len(set(texts))
    assert any("SOCAR Polymer" in text for text in texts)


def test_a_path_is_an_argument_hop_by_hop(shipped: Export) -> None:
    (section,) = make_brief(about(shipped, "socar", "world-economic-forum")).sections
    assert section.numbered
    assert len(section.items) == 3
    assert all(item.notes for item in section.items)


def test_no_path_is_told(shipped: Export) -> None:
    with pytest.raises(CallError, match="no path joins"):
        make_brief(about(shipped, "socar", "us-dollar"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_are_there_in_each_language(language: str, shipped: Export) -> None:
    words = read_words("brief")
    place = list(LANGUAGES).index(language)
    assert all(row[place] for row in words.values())
    assert make_brief(about(shipped, "socar", language=language)).sections[0].heading == words["facts"][place]


@pytest.mark.parametrize("things", [("socar",), ("azerbaijan",), ("socar", "world-economic-forum")])
def test_word_has_real_footnotes(things: tuple[str, ...], shipped: Export) -> None:
    export = about(shipped, *things)
    brief = make_brief(export)
    data = written("word", export)
    document = docx.Document(io.BytesIO(data))
    items = [item for section in brief.sections for item in section.items]
    listed = [p for p in document.paragraphs if p.style is not None and p.style.name in ("List Bullet", "List Number")]
    assert len(listed) == len(items)
    referred = [int(node.get(qn("w:id"), "0")) for p in listed for node in p._p.iter(qn("w:footnoteReference"))]
    notes = [note for item in items for note in item.notes]
    assert referred == list(range(1, len(notes) + 1))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        footnotes = ElementTree.fromstring(archive.read("word/footnotes.xml"))
        assert "/word/footnotes.xml" in archive.read("[Content_Types].xml").decode()
    texts = {int(node.get(qn("w:id"), "0")): "".join(node.itertext()) for node in footnotes}
    assert set(texts) == {-1, 0, *referred}
    for number, note in enumerate(notes, start=1):
        assert note.quote in texts[number]
        assert note.source in texts[number]


def test_another_reader_of_word_finds_the_footnotes(shipped: Export) -> None:
    export = about(shipped, "socar")
    items = [item for section in make_brief(export).sections for item in section.items]
    with docx2python(io.BytesIO(written("word", export))) as read:
        shown = str(read.footnotes)
        assert read.text.count("----footnote") == sum(len(item.notes) for item in items)
    assert "“SOCAR-ın prezidenti”" in shown


@pytest.mark.parametrize("name", ["markdown", "word"])
def test_the_same_brief_gives_the_same_bytes(name: str, shipped: Export) -> None:
    assert written(name, about(shipped, "azerbaijan")) == written(name, about(shipped, "azerbaijan"))


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_any_text_is_only_text(text: str) -> None:
    export = small(text, text, text, "https://example.org/a")
    export = Export(export.catalogue, "en", ("acme",))
    page = _PARSER.render(written("markdown", export).decode())
    tags = set(re.findall(r"<(\w+)", page))
    assert tags <= {"h1", "h2", "p", "ul", "li", "sup", "a", "hr", "section", "ol"}
    assert set(re.findall(r'href="(?!#)([^"]*)"', page)) == {"https://example.org/a"}
    document = docx.Document(io.BytesIO(written("word", export)))
    assert squeezed(document.paragraphs[0].text) == squeezed(xml_text(text))


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_an_address_cannot_be_left_and_only_the_web_is_linked() -> None:
    assert address("https://e.org/a<b>) [x](y)") == " <https://e.org/a%3Cb%3E)%20[x](y)>"
    assert address("javascript:alert(1)") == " javascript:alert(1)"
    assert address("") == ""
