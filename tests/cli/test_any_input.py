"""Any cells and any bytes as a table: a graph, or words."""

from __future__ import annotations

import contextlib
import csv
import io
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.facts.claims import to_claims
from kg.facts.problems import InputError
from kg.facts.reading import read_project
from kg.facts.schema import Schema
from kg.rdf.mapping import to_quads
from tests.cli.workshop import FACTS, TABLES, call
from tests.tiny_project import FOLDER, SHAPES

NASTY_CELL = st.one_of(
    st.text(max_size=30),
    st.text(st.sampled_from("019-./,:;\"'\n\r\t =+@<>&%#{}[]|\\^`\u202e\u00ad\u2028\ufeff٣²½é"), max_size=12),
    st.sampled_from([
        *("norland", "tidal-works-jsc", "tide-memorandum", "joined", "signed", "Country", "Network", "million", "12"),
        *("lantern", "count-in-may", "2031", "2031-05-03", "same", "different", "preferred", "planned", "derived"),
        *("<script>alert(1)</script>", "=cmd|' /C calc'!A0", "9" * 5000, "https://a b", "../../etc/passwd"),
    ]),
)  # fmt: skip


@st.composite
def spoilt_tables(draw: st.DrawFn) -> tuple[str, bytes]:
    """A table of the tiny project and what it holds in place of one to three of its cells."""
    table = draw(st.sampled_from([*TABLES, *FACTS]))
    with (FOLDER / table).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    for _ in range(draw(st.integers(1, 3))):
        line = draw(st.integers(0 if draw(st.booleans()) else 1, len(rows) - 1))
        column = draw(st.integers(0, len(rows[line]) - 1))
        rows[line][column] = draw(NASTY_CELL)
    output = io.StringIO()
    csv.writer(output, lineterminator="\n").writerows(rows)
    return table, output.getvalue().encode("utf-8", errors="surrogatepass")


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the tiny project for many examples, each of which puts back what it changed."""
    return shutil.copytree(FOLDER, tmp_path_factory.mktemp("fuzz") / "tiny")


@contextlib.contextmanager
def holding(file: Path, data: bytes) -> Iterator[None]:
    """A file that holds these bytes for a while."""
    before = file.read_bytes()
    file.write_bytes(data)
    try:
        yield
    finally:
        file.write_bytes(before)


@given(spoilt=spoilt_tables())
@settings(max_examples=300, deadline=None)
@example(spoilt=("sources.csv", (FOLDER / "sources.csv").read_bytes().replace(b"lantern.example", b"lan tern")))
@example(spoilt=(FACTS[1], (FOLDER / FACTS[1]).read_bytes().replace(b",7,,,", b",7,million,,")))
def test_any_cell_is_read_or_told(playground: Path, schema: Schema, spoilt: tuple[str, bytes]) -> None:
    """And what is read becomes claims and RDF."""
    table, data = spoilt
    with holding(playground / table, data), contextlib.suppress(InputError):
        project = read_project(playground, schema, SHAPES)
        claims = to_claims(project.facts, project.sources, schema)
        assert sum(1 for _ in to_quads(project, claims.claims, schema)) > 0


ARBITRARY = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=100).map(lambda text: text.encode("utf-8", errors="surrogatepass")),
    st.text(st.sampled_from('ab,;\t"\n\r'), max_size=60).map(str.encode),
)


@given(table=st.sampled_from([*TABLES, *FACTS, "documents/lantern.txt"]), data=ARBITRARY)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example(table="sources.csv", data=b'\t""\x01')
def test_any_bytes_as_a_table_end_in_words(playground: Path, table: str, data: bytes) -> None:
    with holding(playground / table, data):
        run = call("check", "--seeds", playground, "--documents", playground / "documents")
    assert run.code in (0, 1, 2)
    assert (run.code == 2) == bool(run.error)
    if run.code == 2:
        assert all(unicodedata.category(character) != "Cc" for line in run.problems for character in line)


@given(spoilt=spoilt_tables())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_cells_end_in_a_build_or_in_words(playground: Path, spoilt: tuple[str, bytes]) -> None:
    table, data = spoilt
    with holding(playground / table, data):
        run = call("build", "--seeds", playground, "--out", playground.parent / "build")
    assert run.code in (0, 1, 2)
    assert (run.code == 2) == bool(run.error)
