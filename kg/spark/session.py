"""A Spark session as kg needs it: on this machine, or wherever Spark's own settings say."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.facts.problems import CallError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

DRIVER_MEMORY = "2g"
_LOGGING = Path(__file__).parent / "data" / "log4j2.properties"
_SETTINGS = {
    "spark.app.name": "partnership-kg",
    "spark.driver.memory": DRIVER_MEMORY,
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "2000",
    "spark.sql.adaptive.coalescePartitions.parallelismFirst": "false",
}
_LOCAL = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "localhost",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={_LOGGING.as_uri()}",
}


@contextmanager
def spark_session(cores: int | None = None, settings: Mapping[str, str] | None = None) -> Iterator[SparkSession]:
    """A session, which ends with the block; one that is active already is taken as it is, and goes on.

    Spark's own settings (`spark-defaults.conf`, PYSPARK_SUBMIT_ARGS) come before ours; where they name no master, Spark
    runs in this machine on so many `cores`, None standing for all. Raises CallError where Spark or Java is missing.
    """
    try:
        from pyspark import SparkConf
        from pyspark.sql import SparkSession
    except ImportError:
        raise CallError("--engine spark needs the package pyspark: pip install 'partnership-kg[spark]'") from None
    if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
        raise CallError("--engine spark needs Java 17 or later. Install one, or name its folder in JAVA_HOME.")
    active = SparkSession.getActiveSession()
    if active is not None:
        yield active
        return
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # packed facts are read by the Python that wrote them
    named = SparkConf()
    ours = dict(_SETTINGS)
    if "--master" not in os.environ.get("PYSPARK_SUBMIT_ARGS", "") and not named.contains("spark.master"):
        threads = cores or os.cpu_count() or 1
        # Spark's own 200 parts of a shuffle would each be a task that takes longer to start than to run.
        ours |= {**_LOCAL, "spark.master": f"local[{threads}]", "spark.sql.shuffle.partitions": str(2 * threads)}
    ours |= settings or {}
    builder = SparkSession.builder
    for key, value in ours.items():
        if not named.contains(key):
            builder = builder.config(key, value)
    session = builder.getOrCreate()
    try:
        yield session
    finally:
        session.stop()


def parallelism(session: SparkSession) -> int:
    """How many tasks the session runs at once."""
    return int(session.sparkContext.defaultParallelism)
