"""Texts made harmless, and found unharmed by what reads them."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from xml.etree import ElementTree

from hypothesis import example, given
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from kg.exports.escaping import cell, cypher_name, cypher_string, markdown, plain, xml_text
from tests.exports.making import TEXTS

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)


@given(TEXTS)
def test_no_cell_begins_as_a_formula_does_and_each_comes_back(text: str) -> None:
    written = cell(text)
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert plain(written) == text
    file = io.StringIO(newline="")
    csv.writer(file).writerow([written])
    file.seek(0)
    assert list(csv.reader(file)) == [[written]]


@given(TEXTS)
def test_xml_takes_every_text(text: str) -> None:
    safe = xml_text(text)
    escaped = safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
    assert ElementTree.fromstring(f"<a>{escaped}</a>").text == safe
    assert len(safe) == len(text)


@example("\\\x1f")
@example("\\u0027")
@given(TEXTS)
def test_a_cypher_string_ends_where_it_should_whoever_reads_it(text: str) -> None:
    written = cypher_string(text)
    assert written.isprintable() or not written.isascii()
    assert not re.search(r"\\\\[uU]", written)  # what Neo4j 4 would read as a character before it sees the string
    pieces = re.fullmatch(r"'(?:[^'\\]|\\.)*'(?: \+ '(?:[^'\\]|\\.)*')*", written, re.DOTALL)
    assert pieces is not None
    assert unescaped(written) == text


def unescaped(written: str) -> str:
    """A Cypher string as Neo4j 5 reads it."""
    body = written[1:-1].replace("' + '", "")
    signs = {"n": "\n", "r": "\r", "t": "\t"}

    def sign(match: re.Match[str]) -> str:
        return chr(int(match[2], 16)) if match[2] else signs.get(match[1], match[1])

    return re.sub(r"\\(u([0-9A-F]{4})|.)", sign, body)


def test_a_cypher_name_cannot_be_left() -> None:
    assert cypher_name("a`) DELETE n //") == "`a``) DELETE n //`"


@given(TEXTS)
def test_markdown_shows_the_text_and_nothing_else(text: str) -> None:
    page = _PARSER.render(f"- {markdown(text)}!\n").strip()
    assert re.findall(r"<[^>]*>", page) in ([f"<{tag}>" for tag in ("ul", "li", "/li", "/ul")],)
    expected = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text)
    found = unescape(re.sub(r"<[^>]*>", "", page)).strip().removesuffix("!")
    assert "".join(found.split()) == "".join(expected.split())
