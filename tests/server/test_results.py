"""Rows, written and read back by the library's own parser."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results

from kg.rdf.sparql import Node
from kg.server.results import write_csv, write_json, write_tsv, write_xml

# What XML 1.0 can hold, since a law must hold for all formats alike.
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n\r\"'<>&\\"), max_size=20)
NODES = st.one_of(
    st.none(),
    TEXTS.map(Literal),
    TEXTS.map(lambda text: Literal(text, language="az")),
    st.integers().map(Literal),
    st.sampled_from([NamedNode("https://example.org/a?b=c&d"), NamedNode("urn:x:ə")]),
)
ROWS = st.lists(st.tuples(NODES, NODES), max_size=5)
FORMATS = {write_json: QueryResultsFormat.JSON, write_tsv: QueryResultsFormat.TSV}
_XML = "{http://www.w3.org/2005/sparql-results#}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@given(ROWS)
def test_rows_come_back_as_they_were(rows: list[tuple[Node | None, Node | None]]) -> None:
    for write, format_ in FORMATS.items():
        answer = parse_query_results(write(["one", "two"], rows), format=format_)
        assert isinstance(answer, QuerySolutions)
        assert [variable.value for variable in answer.variables] == ["one", "two"]
        assert [(row["one"], row["two"]) for row in answer] == rows, write


@given(ROWS)
def test_xml_comes_back_as_it_was(rows: list[tuple[Node | None, Node | None]]) -> None:
    """Read by a parser of XML: the library's own reader of results strips white space."""
    root = ElementTree.fromstring(write_xml(["one", "two"], rows))
    read = []
    for result in root.iter(f"{_XML}result"):
        found = {binding.get("name"): _node(binding[0]) for binding in result}
        read.append((found.get("one"), found.get("two")))
    assert read == rows


def _node(item: ElementTree.Element) -> Node:
    text, datatype = item.text or "", item.get("datatype")
    if item.tag == f"{_XML}uri":
        return NamedNode(text)
    return Literal(text, language=item.get(_LANGUAGE), datatype=NamedNode(datatype) if datatype else None)


@given(ROWS)
def test_csv_holds_the_values(rows: list[tuple[Node | None, Node | None]]) -> None:
    text = write_csv(["one", "two"], rows).decode()
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read == [["one", "two"], *[["" if node is None else node.value for node in row] for row in rows]]  # type: ignore[union-attr]


def test_what_xml_cannot_hold_is_replaced() -> None:
    answer = parse_query_results(write_xml(["x"], [(Literal("a\x00b\x1fc\uffff"),)]), format=QueryResultsFormat.XML)
    assert isinstance(answer, QuerySolutions)
    assert next(iter(answer))["x"] == Literal("a\ufffdb\ufffdc\ufffd")
