"""Inference and validation beside the peers: owlrl, reasonable, pySHACL; and a change beside the whole.

`python benchmarks/inference/measure.py` writes RESULTS.md beside itself; `--quick` prints small tables. The graph is
the seeds, copied as often as needed with other names for things, claims and evidence. Peers come with
`pip install 'partnership-kg[benchmarks]'`.
"""

from __future__ import annotations

import platform
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import owlrl
import pyshacl
import rdflib
import reasonable
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, serialize

from kg.build import make_graph
from kg.rdf.closure import compile_axioms
from kg.rdf.inference import contradictions, infer
from kg.rdf.maintenance import infer_change
from kg.rdf.rules import Rule, read_rules
from kg.rdf.store import graph_triples
from kg.rdf.validation import check_queries, run_checks, validate_change, validate_shapes
from kg.rdf.vocabulary import CLAIM, EVIDENCE, ID, GraphName
from kg.resources import Resources

RUNS = 3
RESOURCES = Resources.shipped()
ONTOLOGY = RESOURCES.read_ontology()
AXIOMS = compile_axioms(ONTOLOGY)
RULES: tuple[Rule, ...] = (*AXIOMS.rules, *read_rules(ONTOLOGY.rules_folders))
FACTS = (GraphName.ASSERTED, GraphName.CLAIMS)


def seeds() -> dict[GraphName, list[Triple]]:
    """The asserted and claims graphs of the seeds."""
    store = make_graph(RESOURCES.seeds).store
    return {name: sorted(graph_triples(store, name), key=str) for name in FACTS}


def copies(triples: list[Triple], count: int) -> Iterator[Triple]:
    """The same triples so many times, each time about others."""

    def renamed(node: object, number: int) -> object:
        if isinstance(node, NamedNode) and node.value.startswith((ID, CLAIM, EVIDENCE)):
            base, hash_, part = node.value.partition("#")
            return NamedNode(f"{base}-{number}{hash_}{part}")
        return node

    for number in range(count):
        for t in triples:
            subject, object_ = renamed(t.subject, number), renamed(t.object, number)
            yield Triple(subject, t.predicate, object_)  # type: ignore[arg-type]


def seconds_of(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of some runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def n_triples(triples: list[Triple], folder: Path) -> Path:
    """The file of these triples."""
    path = folder / "graph.ttl"  # reasonable reads what ends so, and triples are Turtle
    path.write_bytes(serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
    return path


def beside_peers(asserted: list[Triple], size: int, folder: Path, peers: tuple[str, ...]) -> list[str]:
    """Rows of a table: who closes the graph in which time, reading it included, and to how many triples."""
    triples = list(copies(asserted, max(1, round(size / len(asserted)))))
    path = n_triples(triples, folder)
    axioms = n_triples(list(ONTOLOGY.triples), folder.parent).rename(folder / "ontology.ttl")
    counts: dict[str, int] = {}

    def ours() -> None:
        store = Store()
        store.bulk_load(path=str(path), format=RdfFormat.N_TRIPLES, to_graph=GraphName.ASSERTED.node)
        counts["kg"] = infer(store, RULES)

    def with_ontology() -> None:
        compile_axioms(ONTOLOGY)
        ours()
        counts["kg, the ontology's own closure included"] = counts["kg"]

    def by_owlrl() -> None:
        graph = rdflib.Graph().parse(path, format="nt").parse(axioms, format="nt")
        before = len(graph)
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
        counts["owlrl"] = len(graph) - before

    def by_reasonable() -> None:
        reasoner = reasonable.PyReasoner()
        reasoner.load_file(str(path))
        reasoner.load_file(str(axioms))
        counts["reasonable"] = len(reasoner.reason())

    works = {"kg": ours, "kg, the ontology's own closure included": with_ontology}
    works |= {name: {"owlrl": by_owlrl, "reasonable": by_reasonable}[name] for name in peers}
    times = {name: seconds_of(work) for name, work in works.items()}
    return [
        f"| {len(triples):,} | {name} | {took:.2f} s | {took / times['kg']:.1f} | {counts[name]:,} |"
        for name, took in times.items()
    ]


def filled(facts: dict[GraphName, list[Triple]], count: int, folder: Path) -> tuple[Store, float]:
    """A store on disk with so many copies of the seeds, and how long its loading took."""
    quads = [Quad(*t, name.node) for name, triples in facts.items() for t in copies(triples, count)]
    data = serialize(quads, format=RdfFormat.N_QUADS) or b""
    store = Store(str(folder))
    return store, seconds_of(lambda: store.bulk_load(input=data, format=RdfFormat.N_QUADS), runs=1)


def of_a_store(facts: dict[GraphName, list[Triple]], count: int, folder: Path) -> list[str]:
    """Rows of a table: what inference and validation take on disk, and what they take after a change of 1 % of it."""
    store, loading = filled(facts, count, folder)
    size = len(store)
    full = seconds_of(lambda: infer(store, RULES), runs=1)
    shapes = seconds_of(lambda: validate_shapes(store, ONTOLOGY, ()), runs=1)
    before = validate_shapes(store, ONTOLOGY, ())
    disjoint = seconds_of(lambda: contradictions(store, AXIOMS), runs=1)
    checks = seconds_of(lambda: run_checks(store, check_queries(RESOURCES.checks)), runs=1)
    chance = random.Random(1)  # noqa: S311 (a sample, not a secret)
    claims = sorted({q.subject for q in store.quads_for_pattern(None, None, None, GraphName.CLAIMS.node)}, key=str)
    claims = [node for node in claims if isinstance(node, NamedNode) and node.value.startswith(CLAIM)]
    gone: list[Quad] = []
    for claim in chance.sample(claims, max(1, len(claims) // 100)):
        gone += store.quads_for_pattern(claim, None, None, GraphName.CLAIMS.node)
    told = {(q.subject, q.predicate.value.rsplit("#")[-1]): q.object for q in gone}
    for claim in {q.subject for q in gone}:
        ends = [told.get((claim, name)) for name in ("subject", "predicate", "object")]
        if (
            isinstance(ends[0], NamedNode)
            and isinstance(ends[1], NamedNode)
            and isinstance(ends[2], NamedNode | Literal)
        ):
            quad = Quad(ends[0], ends[1], ends[2], GraphName.ASSERTED.node)
            gone += [quad] if quad in store else []
    for quad in gone:
        store.remove(quad)
    start = time.perf_counter()
    change = infer_change(store, RULES, (), gone)
    took = time.perf_counter() - start
    start = time.perf_counter()
    validate_change(store, ONTOLOGY, (), before, (*gone, *change.added, *change.removed))
    validated = time.perf_counter() - start
    rows = {
        "bulk load of asserted and claims": loading,
        "infer": full,
        "validate_shapes": shapes,
        "contradictions": disjoint,
        "checks": checks,
        f"infer_change, {len(gone):,} quads of 1 % of the claims removed": took,
        "validate_change after it": validated,
    }
    return [f"| {size:,} | {name} | {value:.2f} s | {value / loading:.2f} |" for name, value in rows.items()]


def beside_pyshacl(facts: dict[GraphName, list[Triple]], count: int) -> list[str]:
    """Rows of a table: the shapes by pySHACL and by us over the same store in memory."""
    store = Store()
    store.extend(Quad(*t, name.node) for name, triples in facts.items() for t in copies(triples, count))
    infer(store, RULES)

    def by_pyshacl() -> None:
        data, shapes = rdflib.Graph(), rdflib.Graph()
        for name in (*FACTS, GraphName.INFERRED):
            data.parse(data=serialize(graph_triples(store, name), format=RdfFormat.N_TRIPLES) or b"", format="nt")
        for file in ONTOLOGY.shapes_files:
            shapes.parse(file, format="turtle")
        pyshacl.validate(data, shacl_graph=shapes, inference="none")

    ours = seconds_of(lambda: validate_shapes(store, ONTOLOGY, ()))
    theirs = seconds_of(by_pyshacl, runs=1 if count > 5 else RUNS)
    rows = (("kg", ours), ("pySHACL", theirs))
    return [f"| {len(store):,} | {name} | {took:.2f} s | {took / ours:.1f} |" for name, took in rows]


def main() -> None:
    """Writes the tables, or with `--quick` prints small ones."""
    quick = "--quick" in sys.argv
    facts = seeds()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "graph"
        folder.mkdir()
        asserted = facts[GraphName.ASSERTED]
        closing = beside_peers(asserted, 1_600 if quick else 8_000, folder, ("owlrl", "reasonable"))
        if not quick:
            closing += beside_peers(asserted, 150_000, folder, ("reasonable",))
        shapes = [row for count in ((1,) if quick else (1, 5, 20)) for row in beside_pyshacl(facts, count)]
        whole = of_a_store(facts, 5 if quick else 200, Path(name) / "store")
    versions = ", ".join(
        f"{name} {version(name)}" for name in ("pyoxigraph", "owlrl", "reasonable", "pyshacl", "numpy")
    )
    text = "\n".join(
        [
            "# Inference and validation: results",
            "",
            "Written by `python benchmarks/inference/measure.py`: medians of three runs in the first two tables, all",
            f"in one go on {platform.machine()}, two cores shared with others: read them as ratios.",
            f"Python {platform.python_version()}, {versions}.",
            "",
            "## Closing the asserted graph, reading it included",
            "",
            "Both peers leave out the rules of `ontology/rules/`, and reasonable the property chains; they count as",
            "inferred what they say of classes and literals too.",
            "",
            "| triples | by | time | times kg | inferred |",
            "| --: | --- | --: | --: | --: |",
            *closing,
            "",
            "## Shapes, reading the graph included",
            "",
            "| quads | by | time | times kg |",
            "| --: | --- | --: | --: |",
            *shapes,
            "",
            "## A store on disk, and a change of it",
            "",
            "| quads | what | time | times its bulk load |",
            "| --: | --- | --: | --: |",
            *whole,
            "",
        ]
    )
    if quick:
        print(text)
    else:
        (Path(__file__).parent / "RESULTS.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
