"""`kg build --engine spark` on the command line, and what it says where something is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from kg.cli import main
from kg.facts.problems import CallError
from kg.spark.session import spark_session


def test_it_sums_up_what_it_wrote(
    spark: SparkSession, tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "build"
    assert main(["build", "--engine", "spark", "--seeds", str(tiny), "--out", str(out)]) == 0
    told = capsys.readouterr().out
    for folder in (out / "quads").iterdir():
        lines = sum(path.read_bytes().count(b"\n") for path in folder.iterdir())
        assert f"quads/{folder.name}/" in told and str(lines) in told
    assert "Built on Spark" in told
    assert main(["find", "x", "--build", str(out)]) == 2, "there is no store to ask"


def test_what_makes_no_sense_there_is_refused(spark: SparkSession, tiny: Path, tmp_path: Path) -> None:
    call = ["build", "--engine", "spark", "--full", "--seeds", str(tiny), "--out", str(tmp_path / "build")]
    assert main(call) == 2
    assert not (tmp_path / "build").exists()


def test_without_the_package_it_says_which_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(CallError, match="partnership-kg\\[spark\\]"), spark_session():
        pass


def test_without_java_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(CallError, match="Java 17"), spark_session():
        pass


def test_a_session_of_ones_own_goes_on(spark: SparkSession) -> None:
    with spark_session() as session:
        assert session is spark
    assert spark.range(3).count() == 3
