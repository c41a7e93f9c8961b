"""Turtle from lines is the Turtle of the graph, whatever its predicates and literals look like."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from kg.rdf.serialise import write_turtle
from kg.rdf.sorting import body_of, header
from kg.rdf.vocabulary import TYPE

# Some go on where others end, with what comes before or after the ">" that ends an IRI.
_IRIS = [NamedNode(f"x:{name}") for name in ("a", "aE", "a-b", "a#q", "a2", "b")]
_LITERALS = [Literal(text) for text in ("", "x", f"a {TYPE} b", "a> <x:a> b", "\0", 'é"\\')]


@given(
    st.sets(
        st.builds(Triple, st.sampled_from(_IRIS), st.sampled_from([TYPE, *_IRIS]), st.sampled_from(_IRIS + _LITERALS)),
        min_size=1,
    )
)
def test_lines_give_the_turtle_of_their_graph(triples: set[Triple]) -> None:
    data = serialize(triples, format=RdfFormat.N_TRIPLES)
    assert data is not None
    lines = data.splitlines(keepends=True)
    body = body_of([*lines, lines[0]])
    assert body.triples == len(triples)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "graph.ttl"
        write_turtle(triples, file)
        assert header(body.prefixes) + body.turtle == file.read_bytes()
