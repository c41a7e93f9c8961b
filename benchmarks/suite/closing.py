"""One closure: `python -m benchmarks.suite.closing kg|owlrl|reasonable DATA ONTOLOGY`.

Prints its seconds and how many triples it infers.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable


def kg(data: str, ontology: str) -> Callable[[], int]:
    """By kg, the ontology compiled."""
    from pyoxigraph import RdfFormat, Store

    from kg.rdf.closure import compile_axioms
    from kg.rdf.inference import infer
    from kg.rdf.rules import read_rules
    from kg.rdf.vocabulary import GraphName
    from kg.resources import Resources

    read = Resources.shipped().read_ontology()
    rules = (*compile_axioms(read).rules, *read_rules(read.rules_folders))

    def close() -> int:
        store = Store()
        store.bulk_load(path=data, format=RdfFormat.N_TRIPLES, to_graph=GraphName.ASSERTED.node)
        return infer(store, rules)

    return close


def owlrl(data: str, ontology: str) -> Callable[[], int]:
    """By owlrl over rdflib."""
    import owlrl as peer
    import rdflib

    def close() -> int:
        graph = rdflib.Graph().parse(data, format="nt").parse(ontology, format="nt")
        before = len(graph)
        peer.DeductiveClosure(peer.OWLRL_Semantics).expand(graph)
        return len(graph) - before

    return close


def reasonable(data: str, ontology: str) -> Callable[[], int]:
    """By reasonable."""
    import reasonable as peer

    def close() -> int:
        reasoner = peer.PyReasoner()
        reasoner.load_file(data)
        reasoner.load_file(ontology)
        return len(reasoner.reason())

    return close


if __name__ == "__main__":
    work = {"kg": kg, "owlrl": owlrl, "reasonable": reasonable}[sys.argv[1]](*sys.argv[2:4])
    start = time.perf_counter()
    count = work()
    print(time.perf_counter() - start, count)
