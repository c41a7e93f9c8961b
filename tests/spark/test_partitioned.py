"""What Spark writes is what one machine maps: the same quads or the same problems, and the same graph in a store."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse
from pyspark.sql import SparkSession

from kg.build import Way, build
from kg.facts.names.folding import fold
from kg.facts.problems import InputError
from kg.partitioned import QUADS_FOLDER, build_partitioned, load
from kg.rdf.places import connect_store
from kg.rdf.store import open_store
from kg.rdf.vocabulary import GraphName
from kg.resources import Resources
from kg.spark.quads import Sizes, fold_names
from tests.random_edits import Editor, read_tables, write_tables
from tests.rdf.oxigraph_server import oxigraph_server
from tests.tiny_project import append

SMALL = Sizes(span_bytes=2_000, share_bytes=5_000)
"""Parts so small that few rows make several."""


def files(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / QUADS_FOLDER).rglob("*") if path.is_file())


def lines(folder: Path) -> list[bytes]:
    return [line for path in files(folder) for line in path.read_bytes().splitlines(keepends=True)]


def quads(folder: Path) -> set[Quad]:
    return set(parse(b"".join(lines(folder)), RdfFormat.N_QUADS))


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped seeds built here, with inference."""
    out = tmp_path_factory.mktemp("local") / "build"
    build(Resources.shipped().seeds, out, way=Way(large=False))
    return out


@pytest.fixture(scope="module")
def partitioned(spark: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same built on Spark."""
    out = tmp_path_factory.mktemp("spark") / "build"
    build_partitioned(spark, Resources.shipped().seeds, out, sizes=SMALL)
    return out


def told_here(folder: Path) -> set[Quad]:
    """What a build says but for inference and analyses."""
    told = {name.node for name in (GraphName.ASSERTED, GraphName.CLAIMS, GraphName.ONTOLOGY)}
    return {quad for quad in open_store(folder) if quad.graph_name in told}


def test_the_seeds_give_the_quads_of_a_local_build_each_once(local: Path, partitioned: Path) -> None:
    assert quads(partitioned) == told_here(local)
    assert len(lines(partitioned)) == len(set(lines(partitioned))) == len(quads(partitioned))
    assert {path.parent.name for path in files(partitioned)} == {"asserted", "claims", "ontology"}
    assert len(files(partitioned)) > 5


def test_a_second_build_writes_the_same_bytes(spark: SparkSession, partitioned: Path, tmp_path: Path) -> None:
    build_partitioned(spark, Resources.shipped().seeds, tmp_path / "again", sizes=SMALL)
    again = files(tmp_path / "again")
    assert [path.relative_to(tmp_path / "again") for path in again] == [
        path.relative_to(partitioned) for path in files(partitioned)
    ]
    for one, other in zip(again, files(partitioned), strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name


@pytest.mark.parametrize("seed", [0, 2, 5])
def test_any_tables_give_the_same_quads_or_the_same_problems(
    spark: SparkSession, tiny: Path, tmp_path: Path, seed: int
) -> None:
    """Whatever a careless hour makes of the tables."""
    folder = tmp_path / "seeds"
    shutil.copytree(tiny, folder)
    tables = before = read_tables(folder)
    editor = Editor(seed, Resources.shipped().read_ontology())
    for _ in range(seed):
        editor.edit(tables)
    write_tables(tables, folder, before if seed == 0 else None)
    told = {}
    try:
        build(folder, tmp_path / "local", way=Way(large=False, inference=False))
    except InputError as error:
        told["local"] = error.problems
    try:
        build_partitioned(spark, folder, tmp_path / "spark", sizes=SMALL)
    except InputError as error:
        told["spark"] = error.problems
    assert told.get("local") == told.get("spark")
    if not told:
        assert quads(tmp_path / "spark") == told_here(tmp_path / "local")


def test_bad_rows_of_several_spans_are_told_together_and_nothing_is_written(
    spark: SparkSession, tiny: Path, tmp_path: Path
) -> None:
    table = next(iter(sorted((tiny / "facts").glob("*.csv"))))
    rows = table.read_text(encoding="utf-8").splitlines()
    first = append(table, rows[1], rows[1].replace(rows[1].split(",")[1], "noSuchPredicate"))
    with pytest.raises(InputError) as found:
        build_partitioned(spark, tiny, tmp_path / "out", sizes=Sizes(200, 200))
    assert [problem.line for problem in found.value.problems] == [first, first + 1]
    assert "stands already" in str(found.value) and "noSuchPredicate" in str(found.value)
    assert not (tmp_path / "out").exists()


def test_a_store_that_loads_it_and_infers_holds_what_a_local_build_holds(
    local: Path, tmp_path: Path, spark: SparkSession
) -> None:
    out = tmp_path / "build"
    report = build_partitioned(spark, Resources.shipped().seeds, out, compress=True, sizes=SMALL)
    assert any(path.name.endswith(".nq.gz") for path in files(out))
    here = open_store(local)
    wanted = {quad for quad in here if quad.graph_name != GraphName.ANALYSIS.node}
    with oxigraph_server() as address:
        store = connect_store(address)
        total = load(store, out, report)
        assert total == len(wanted)
        assert set(store) == wanted


def test_names_fold_as_they_do_here(spark: SparkSession) -> None:
    names = ["İqtisadiyyat Nazirliyi", '"SOCAR  Polymer"', "Қазақ ЕЛ", "", "4SİM"]
    frame = spark.createDataFrame([(number, name) for number, name in enumerate(names)], "number long, name string")
    found = {row["name"]: row["folded"] for row in fold_names(frame).collect()}
    assert found == {name: fold(name) for name in names}


@pytest.fixture(autouse=True)
def _no_frames_left(spark: SparkSession) -> Iterator[None]:
    """Nothing that a build kept stays kept; what other tests checkpointed goes when Java collects it."""
    before = _kept(spark)
    yield
    assert not _kept(spark) - before


def _kept(spark: SparkSession) -> set[int]:
    """The numbers of the RDDs that are kept."""
    return set(spark.sparkContext._jsc.getPersistentRDDs().keySet())
