"""The ontology's documentation: every term, every link, in every language, and nothing that runs."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.rdf.ontology import Ontology
from kg.rdf.vocabulary import RDF, is_term, local_name
from kg.resources import Resources
from kg.views.ontology_page import file_name, ontology_pages, write_ontology_pages
from kg.views.words import LANGUAGES, read_words

SHIPPED = Ontology(Resources.shipped().ontology)
PAGES = ontology_pages(SHIPPED)


class Reader(HTMLParser):
    """The ids, links, tags and texts of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src"):
                self.links.append(value or "")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.fixture(params=LANGUAGES, scope="module")
def read(request: pytest.FixtureRequest) -> tuple[str, Reader]:
    return request.param, Reader(PAGES[file_name(request.param)])


def test_every_class_property_and_value_is_there_once(read: tuple[str, Reader]) -> None:
    _, page = read
    terms = {*SHIPPED.schema.superclasses, *SHIPPED.schema.properties, *SHIPPED.schema.individuals}
    assert len(terms) > 180
    assert terms <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_every_term_of_the_ontology_stands_there_with_its_label_and_definition(read: tuple[str, Reader]) -> None:
    language, page = read
    declared = {local_name(iri) for iri, _ in SHIPPED.pairs(RDF + "type") if is_term(iri)}
    assert declared == set(SHIPPED.definitions) > {"planned", "denied", "preferredRank", "from", "acronym", "phrase"}
    articles = dict(re.findall(r'<article id="(\w+)">(.*?)</article>', PAGES[file_name(language)], re.DOTALL))
    assert set(articles) == declared
    for name in declared:
        texts = Reader(articles[name]).texts
        assert {SHIPPED.labels[name][language], f"kg:{name}", SHIPPED.definitions[name][language]} <= set(texts), name
    assert {f"#{name}" for name in declared} <= set(page.links)


def test_every_link_leads_somewhere(read: tuple[str, Reader]) -> None:
    _, page = read
    for link in page.links:
        if link.startswith("#"):
            assert link[1:] in page.ids
        else:
            assert link in PAGES or link.startswith(("http://", "https://"))


def test_terms_are_told_in_the_language_of_the_page(read: tuple[str, Reader]) -> None:
    language, page = read
    for name in ("Center", "Agreement", "signed"):
        assert SHIPPED.labels[name][language] in page.texts
        assert SHIPPED.definitions[name].get(language, SHIPPED.definitions[name]["en"]) in page.texts


def test_what_falls_back_on_english_says_so(read: tuple[str, Reader]) -> None:
    language, page = read
    flag = read_words("ontology")["fallback"][list(LANGUAGES).index(language)]
    missing = [name for name, by in SHIPPED.definitions.items() if language not in by and name in page.ids]
    assert page.texts.count(flag) == len(missing)


def test_nothing_in_it_runs_and_its_policy_forbids_it(read: tuple[str, Reader]) -> None:
    language, page = read
    assert "script" not in page.tags
    assert "default-src 'none'" in PAGES[file_name(language)]


def test_classes_that_people_come_for_have_diagrams(read: tuple[str, Reader]) -> None:
    language, _ = read
    for name in ("Organisation", "Center", "Initiative", "Agreement"):
        article = PAGES[file_name(language)].split(f'<article id="{name}">')[1].split("</article>")[0]
        assert article.count('<g class="end">') >= 4
        assert article.count('<g class="middle">') == 1


def test_markup_in_a_label_stays_text(tmp_path: Path) -> None:
    folder = shutil.copytree(SHIPPED.folder, tmp_path / "ontology")
    file = folder / "partnership.ttl"
    text = file.read_text(encoding="utf-8").replace('"center"@en', '"<img src=x onerror=alert(1)>"@en')
    file.write_text(text, encoding="utf-8")
    page = Reader(ontology_pages(Ontology(folder))[file_name("en")])
    assert "<img src=x onerror=alert(1)>" in page.texts
    assert "img" not in page.tags


def test_the_pages_are_written_with_an_index(tmp_path: Path) -> None:
    write_ontology_pages(SHIPPED, tmp_path / "docs")
    assert {path.name for path in (tmp_path / "docs").iterdir()} == {*PAGES, "index.html"}
    assert (tmp_path / "docs" / "index.html").read_text(encoding="utf-8") == PAGES[file_name("en")]


def test_every_word_is_given_in_every_language() -> None:
    assert all(all(words) for words in read_words("ontology").values())
