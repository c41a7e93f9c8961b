"""Components, PageRank and label propagation of networks that no one machine holds, as plain DataFrame jobs.

A network is a frame of ties with the columns `left` and `right`; nodes are texts or whole numbers. Nothing is collected
but a few sums in each round. Each round is checkpointed: in the folder that `SparkContext.setCheckpointDir` named, or,
without one, on the workers' disks, which then must not be lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark import StorageLevel
from pyspark.sql import functions as f

from kg.rdf.vocabulary import BASE
from kg.spark.session import parallelism

if TYPE_CHECKING:
    from pathlib import Path

    from pyspark.sql import DataFrame, SparkSession

    from kg.facts.schema import Schema

ROUNDS = 10
_MOST_ROUNDS = 1_000


def ties(session: SparkSession, quads: Path, schema: Schema, base: str = BASE) -> DataFrame:
    """The relations that the ontology marks as ties, of the asserted graph in a folder of quads, each pair once.

    The columns `left` and `right` are ids of things, in the direction of the relation.
    """
    names = [name for name, property_ in schema.properties.items() if property_.tie and property_.is_object_property]
    pattern = rf"^<{base}id/([^>]*)> <[^>]*#([^>]*)> <{base}id/([^>]*)> "
    parts = (
        f.regexp_extract("value", pattern, group).alias(name) for group, name in ((1, "left"), (2, "by"), (3, "right"))
    )
    found = session.read.text(str(quads / "asserted")).select(*parts)
    return found.where(f.col("by").isin(names)).select("left", "right").distinct()


def components(network: DataFrame) -> DataFrame:
    """The columns `node` and `component`, which is the least node of those that ties join, whatever their directions.

    By alternating large-star and small-star (Kiveris et al. 2014), whose rounds grow with the logarithm of the nodes.
    Loops make a node known without joining it to others.
    """
    nodes = _nodes(network).persist(StorageLevel.DISK_ONLY)
    stars = network.where("left != right").select(
        f.greatest("left", "right").alias("a"), f.least("left", "right").alias("b")
    )
    stars = _checkpoint(stars.distinct())
    before, after = None, _mark(stars)
    while before != after:
        stars = _checkpoint(_small_star(_large_star(stars)))
        before, after = after, _mark(stars)
    roots = stars.select(f.col("a").alias("node"), f.col("b").alias("component"))
    found = nodes.join(roots, "node", "left").select("node", f.coalesce("component", "node").alias("component"))
    return _kept(found, nodes)


def _large_star(stars: DataFrame) -> DataFrame:
    """Ties every node's greater neighbours to the least of it and its neighbours."""
    both = stars.union(stars.select(f.col("b"), f.col("a"))).toDF("a", "b")
    least = both.groupBy("a").agg(f.min("b").alias("least")).select("a", f.least("a", "least").alias("least"))
    return both.where("b > a").join(least, "a").select(f.col("b").alias("a"), f.col("least").alias("b")).distinct()


def _small_star(stars: DataFrame) -> DataFrame:
    """Ties every node and its lesser neighbours to the least of them."""
    least = stars.groupBy("a").agg(f.min("b").alias("least"))
    others = stars.join(least, "a").where("b != least").select(f.col("b").alias("a"), f.col("least").alias("b"))
    return others.union(least.toDF("a", "b")).distinct()


def _mark(stars: DataFrame) -> tuple[int, str]:
    """What tells one set of ties from another."""
    row = stars.agg(f.count("*"), f.sum(f.xxhash64("a", "b").cast("decimal(38,0)"))).first()
    assert row is not None
    return int(row[0]), str(row[1])


def pagerank(
    network: DataFrame, *, directed: bool = False, damping: float = 0.85, tolerance: float = 1e-7
) -> DataFrame:
    """The columns `node` and `rank`; ranks add up to 1 (Page et al. 1999), as `kg.network.measures.pagerank` has them.

    Parallel ties count once, loops not at all; where none leads on, the walk goes to any node. Ends once the ranks of
    one round differ from those of the round before by less than `tolerance` in sum: then every rank is right to
    damping / (1 - damping) times that, or better. Sums are of floating point, whose last digits hang on their order.
    """
    parts = 2 * parallelism(network.sparkSession)
    links, nodes = _links(network, directed, parts), _nodes(network).repartition(parts, "node")
    degrees = links.groupBy("node").agg(f.count("*").alias("degree"))
    nodes = _checkpoint(
        nodes.join(degrees, "node", "left").select("node", f.coalesce("degree", f.lit(0)).alias("degree"))
    )
    count = nodes.count()
    if not count:
        return nodes.select("node", f.lit(0.0).alias("rank"))
    ranks = _checkpoint(nodes.withColumn("rank", f.lit(1.0 / count)))
    lost = _lost(ranks)
    for _ in range(_MOST_ROUNDS):
        shares = ranks.where("degree > 0").select("node", (f.col("rank") / f.col("degree")).alias("share"))
        came = (
            links.join(shares, "node").groupBy("to").agg(f.sum("share").alias("came")).withColumnRenamed("to", "node")
        )
        rank = f.lit((1 - damping + damping * lost) / count) + f.lit(damping) * f.coalesce("came", f.lit(0.0))
        kept = ranks.select("node", "degree", f.col("rank").alias("before")).join(came, "node", "left")
        ranks = _checkpoint(
            kept.select("node", "degree", rank.alias("rank"), f.abs(rank - f.col("before")).alias("moved"))
        )
        row = ranks.agg(f.sum("moved"), f.sum(f.when(f.col("degree") == 0, f.col("rank")))).first()
        assert row is not None
        lost = row[1] or 0.0
        if row[0] < tolerance:
            break
    return _kept(ranks.select("node", "rank"), links)


def _lost(ranks: DataFrame) -> float:
    """The rank of nodes from which no tie leads on."""
    row = ranks.where("degree = 0").agg(f.sum("rank")).first()
    return float(row[0] or 0.0) if row is not None else 0.0


def label_propagation(network: DataFrame, *, rounds: int = ROUNDS) -> DataFrame:
    """The columns `node` and `label`, as `kg.network.propagation.label_propagation` has them.

    In each round every node takes the label that most of its partners had in the round before, of equals the least.
    """
    parts = 2 * parallelism(network.sparkSession)
    links = _links(network, False, parts)
    labels = _checkpoint(_nodes(network).repartition(parts, "node").withColumn("label", f.col("node")))
    for _ in range(rounds):
        votes = links.join(labels, "node").groupBy(f.col("to").alias("node"), "label").agg(f.count("*").alias("votes"))
        best = f.min(f.struct((-f.col("votes")).alias("votes"), f.col("label").alias("label")))["label"]
        chosen = votes.groupBy("node").agg(best.alias("chosen"))
        new = labels.join(chosen, "node", "left").select("node", f.coalesce("chosen", "label").alias("label"), "label")
        new = _checkpoint(new.toDF("node", "label", "before"))
        done = new.where("label != before").isEmpty()
        labels = new.select("node", "label")
        if done:
            break
    return _kept(labels, links)


def _nodes(network: DataFrame) -> DataFrame:
    return network.select(f.col("left").alias("node")).union(network.select("right")).distinct()


def _links(network: DataFrame, directed: bool, parts: int) -> DataFrame:
    """Each tie once from `node` to `to`, without loops, both ways where not directed; kept by `node`."""
    links = network.where("left != right").select("left", "right")
    if not directed:
        links = links.union(links.select("right", "left"))
    return links.toDF("node", "to").distinct().repartition(parts, "node").persist(StorageLevel.MEMORY_AND_DISK)


def _checkpoint(frame: DataFrame) -> DataFrame:
    """The frame worked out, so that no later round goes back to how."""
    if frame.sparkSession.sparkContext.getCheckpointDir() is not None:
        return frame.checkpoint()
    return frame.localCheckpoint()


def _kept(found: DataFrame, needed: DataFrame) -> DataFrame:
    """The result worked out, and what it needed let go."""
    result = _checkpoint(found)
    needed.unpersist()
    return result
