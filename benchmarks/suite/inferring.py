"""Inference beside owlrl and reasonable, on the asserted graph of the seeds, copied as often as needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from benchmarks.suite.projects import Asked
from benchmarks.suite.running import median_of, python, take
from benchmarks.suite.tables import Judged, Table, Target, judged_table, seconds

SIZES = ((8_000, ("owlrl", "reasonable")), (150_000, ("reasonable",)))
QUICK = ((1_600, ("owlrl", "reasonable")),)
_TARGETS = {
    ("owlrl", 8_000): Target(100, at_least=True, unit=" ×"),
    ("reasonable", 150_000): Target(1, at_least=True, unit=" ×"),
}


def copies(triples: list[Triple], size: int, base: str) -> Iterator[Triple]:
    """About so many triples: the same ones again and again, each time about other things."""

    def renamed(node: object, number: int) -> object:
        if isinstance(node, NamedNode) and node.value.startswith(base):
            return NamedNode(f"{node.value}-{number}")
        return node

    for number in range(max(1, round(size / len(triples)))):
        for triple in triples:
            subject, object_ = renamed(triple.subject, number), renamed(triple.object, number)
            yield Triple(subject, triple.predicate, object_)  # type: ignore[arg-type]


def measure(asked: Asked) -> list[Table]:
    """The table of this part."""
    from kg.build import make_graph
    from kg.rdf.store import graph_triples
    from kg.rdf.vocabulary import ID, GraphName
    from kg.resources import Resources

    resources = Resources.shipped()
    asserted = sorted(graph_triples(make_graph(resources.seeds).store, GraphName.ASSERTED), key=str)
    asked.work.mkdir(parents=True, exist_ok=True)
    ontology = asked.work / "ontology.ttl"
    ontology.write_bytes(serialize(list(resources.read_ontology().triples), format=RdfFormat.N_TRIPLES) or b"")
    rows: list[Judged] = []
    for size, peers in QUICK if asked.quick else SIZES:
        triples = list(copies(asserted, size, ID))
        data = asked.work / f"asserted-{size}.ttl"
        data.write_bytes(serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
        rows += _beside(data, ontology, len(triples), size, peers, asked)
    note = (
        "Each closes the same triples under the same ontology, a process to its end. *Closing* is what the process "
        "spends from the triples in a file to the closed graph in memory; kg's ontology is closed and compiled before, "
        "once for any number of facts, as owlrl and reasonable cannot; *all* is the whole process, that and imports "
        "included. kg alone runs the rules of `ontology/rules/` too, and leaves out what is true of every class and "
        "literal, so counts differ."
    )
    columns = ("triples", "by", "inferred", "all", "closing", "closing ÷ kg's")
    return [judged_table("Inference", columns, rows, note)]


def _beside(
    data: Path, ontology: Path, triples: int, size: int, peers: tuple[str, ...], asked: Asked
) -> Iterator[Judged]:
    ours = 0.0
    for name in ("kg", *peers):
        if name != "kg" and not asked.python_of(name):
            yield Judged((f"{triples:,}", f"{name}, not installed", "", "", ""), None)
            continue
        call = python("benchmarks.suite.closing", name, data, ontology)
        runs = [take(call) for _ in range(asked.repeat)]
        closing = median_of(runs, lambda run: float(run.output.split()[0]))
        ours = ours or closing
        inferred = int(runs[0].output.split()[1])
        what = (f"{triples:,}", name, f"{inferred:,}", seconds(median_of(runs)), seconds(closing))
        yield Judged(what, closing / ours, _TARGETS.get((name, size)), " ×")
