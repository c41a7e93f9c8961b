"""A process that runs queries, so that it can be killed: `python -m kg.server.worker STORE MEMORY`.

The store lets go of Python's lock while it runs a query, but hears no exception: only the end of its process stops it.
Each request is a line of JSON on stdin; each answer a line of JSON on stdout, then as many bytes as that line says.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import signal
import sys
import time

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat, serialize

from kg.facts.problems import CallError
from kg.rdf.places import open_dataset
from kg.rdf.sparql import evaluate
from kg.rdf.store import Dataset
from kg.rdf.vocabulary import PREFIXES
from kg.server.results import WRITERS

_GRAPHS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdf": RdfFormat.RDF_XML,
}
_TRUTHS = {"json": QueryResultsFormat.JSON, "xml": QueryResultsFormat.XML}
_GRACE_SECONDS = 5
_TRIES, _PAUSE_SECONDS = 20, 0.05


def answer(store: Dataset, query: str, forms: dict[str, str | None], limit: int) -> tuple[dict[str, object], bytes]:
    """What is told of a query, and its answer's bytes. `forms` are the endings of the forms for rows, truth, graph.

    `outcome` is `done` (`empty`: with nothing in it), `wrong` (with the text), `unacceptable` (no form for this kind of
    query) or `many`.
    """
    try:
        found = evaluate(store, query)
        kind = _kind(found)
        form = forms[kind]
        if form is None:
            return {"outcome": "unacceptable", "kind": kind}, b""
        if isinstance(found, QueryBoolean):
            data, empty = found.serialize(format=_TRUTHS[form]) or b"", not found
        elif isinstance(found, QuerySolutions):
            columns = [variable.value for variable in found.variables]
            rows = [tuple(row[name] for name in columns) for row in itertools.islice(found, limit + 1)]
            if len(rows) > limit:
                return {"outcome": "many"}, b""
            data, empty = WRITERS[form](columns, rows), not rows
        else:
            triples = list(itertools.islice(found, limit + 1))
            if len(triples) > limit:
                return {"outcome": "many"}, b""
            data = serialize(sorted(set(triples), key=str), format=_GRAPHS[form], prefixes=PREFIXES) or b""
            empty = not triples
    except CallError as error:
        return {"outcome": "wrong", "text": str(error)}, b""
    except MemoryError:
        return {"outcome": "big"}, b""
    except (ValueError, RuntimeError, OSError) as error:
        return {"outcome": "wrong", "text": f"the query cannot be answered: {error}"}, b""
    return {"outcome": "done", "form": form, "kind": kind, "empty": empty}, data


def _kind(found: QueryBoolean | QuerySolutions | QueryTriples) -> str:
    if isinstance(found, QueryBoolean):
        return "truth"
    return "rows" if isinstance(found, QuerySolutions) else "graph"


def _open(place: str) -> Dataset:
    """The store; a folder that is just being swapped for a new build is waited for."""
    for _ in range(_TRIES):
        with contextlib.suppress(CallError, OSError, RuntimeError):
            return open_dataset(place)
        time.sleep(_PAUSE_SECONDS)
    return open_dataset(place)


def _hold_memory(size: int) -> None:
    """Holds the process to so many bytes of address space, where the system knows such a limit."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):  # Windows, macOS
        return


def _end_after(seconds: float) -> None:
    """Has the system end this process should its parent be gone and the query not end."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def main() -> None:
    """Answers until stdin ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to answer
    store = _open(sys.argv[1])
    _hold_memory(int(sys.argv[2]))
    out = sys.stdout.buffer
    out.write(b"{}\n")
    out.flush()
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        _end_after(asked["seconds"] + _GRACE_SECONDS)
        told, data = answer(store, asked["query"], asked["forms"], asked["limit"])
        out.write(json.dumps({**told, "bytes": len(data)}).encode() + b"\n" + data)
        out.flush()
        _end_after(0)


if __name__ == "__main__":
    main()
