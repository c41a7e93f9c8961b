"""A file of Turtle copied with changes is the file that is written of the changed graph."""

from __future__ import annotations

import io
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from kg.rdf.patching import TurtleFile, block_of_subjects, declared, write_in_graph
from kg.rdf.sorting import body_of, header, in_graph
from kg.rdf.vocabulary import CLAIM, ID, KG, RDF, XSD

names = st.sampled_from(("a", "a-1", "a.", "a.b", "a:b", "ab", "b,c", "é", "x%20y", "-a", "z/1", "1"))
nodes = st.builds(str.__add__, st.sampled_from((ID, CLAIM, KG, "https://example.org/")), names)
literals = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6).map(Literal),
    st.sampled_from(("\n\tx", "a .\nb c .", f"see {XSD}", '"', "\\", "\r\n@prefix kg: ", "\x85\u2028")).map(Literal),
    st.integers(0, 9).map(lambda number: Literal(str(number), datatype=NamedNode(XSD + "integer"))),
)
triples = st.builds(
    Triple,
    nodes.map(NamedNode),
    st.sampled_from((RDF + "type", KG + "p", KG + "q", "https://example.org/p")).map(NamedNode),
    st.one_of(nodes.map(NamedNode), literals),
)
graphs = st.sets(triples, max_size=12)


def lines(graph: set[Triple]) -> list[bytes]:
    data = serialize(graph, format=RdfFormat.N_TRIPLES)
    assert data is not None
    return data.splitlines(keepends=True)


def written(graph: set[Triple], folder: str) -> Path:
    path = Path(folder) / "graph.ttl"
    body = body_of(lines(graph))
    path.write_bytes(header(body.prefixes) + body.turtle if graph else b"\n")
    return path


@given(graphs.filter(bool), graphs)
def test_what_is_patched_is_what_is_written_anew(old: set[Triple], new: set[Triple]) -> None:
    subjects = {triple.subject for triple in old ^ new}
    whole = body_of(lines(new))
    told = body_of(lines({triple for triple in new if triple.subject in subjects}))
    blocks = {str(node).encode(): b"" for node in subjects} | block_of_subjects(told.turtle)
    out = io.BytesIO()
    with TemporaryDirectory() as folder, TurtleFile(written(old, folder)) as file:
        file.write(blocks, whole.prefixes, out)
    assert out.getvalue() == header(whole.prefixes) + whole.turtle


@given(graphs)
def test_each_subject_has_its_part_of_the_file(graph: set[Triple]) -> None:
    body = body_of(lines(graph))
    assert b"".join(block_of_subjects(body.turtle).values()) == body.turtle
    assert set(block_of_subjects(body.turtle)) == {str(triple.subject).encode() for triple in graph}
    with TemporaryDirectory() as folder, TurtleFile(written(graph, folder)) as file:
        assert file.prefixes == body.prefixes
        assert len(file) == len({triple.subject for triple in graph})
        assert list(file.blocks()) == list(block_of_subjects(body.turtle).values())


@given(graphs.filter(bool))
def test_a_file_stands_in_a_dataset_as_its_graph_would(graph: set[Triple]) -> None:
    out = io.BytesIO()
    body = body_of(lines(graph))
    with TemporaryDirectory() as folder:
        path = written(graph, folder)
        assert declared(path) == (body.prefixes, len(header(body.prefixes)))
        write_in_graph(path, out)
    assert out.getvalue() == in_graph(body.turtle)
