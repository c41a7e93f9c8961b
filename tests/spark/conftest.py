"""One Spark for all tests, on two cores of this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyspark.sql import SparkSession

from kg.spark.session import spark_session


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """A session that ends with the tests."""
    with spark_session(2, {"spark.sql.shuffle.partitions": "2", "spark.sql.adaptive.enabled": "false"}) as session:
        yield session
