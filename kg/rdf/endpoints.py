"""Where a store is asked, changed, and sent whole graphs: found from one address by the conventions of the stores."""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.problems import CallError
from kg.rdf.transport import check_address


@dataclass(frozen=True)
class Endpoints:
    """The addresses of one store: for queries; and, likeliest first, pairs to try for updates and for whole graphs."""

    query: str
    writing: tuple[tuple[str, str], ...]
    """An empty text stands for none."""


@dataclass(frozen=True)
class _Convention:
    """What is added to the address of a store; `query` also where that address was given for the store."""

    query: str
    update: str
    graphs: str


# The order matters: a store may answer at the addresses of another one too, as Fuseki does at /query and Oxigraph at
# /sparql.
_CONVENTIONS = (
    _Convention("", "/statements", "/rdf-graphs/service"),  # RDF4J and GraphDB, at /repositories/NAME
    _Convention("/query", "/update", "/store"),  # Oxigraph
    _Convention("/query", "/update", "/data"),  # Jena Fuseki
    _Convention("/sparql", "/update", "/data"),  # Jena Fuseki
    _Convention("/sparql", "/sparql-auth", "/sparql-graph-crud-auth"),  # Virtuoso
    _Convention("/sparql", "/sparql", "/sparql/gsp"),  # Neptune
    _Convention("", "", ""),  # one address for all, as QLever has it
)
_KEYS = ("query", "update", "graphs")


def candidates(address: str) -> tuple[Endpoints, ...]:
    """The endpoints that an address may stand for, likeliest first.

    An address is that of a store, or of its query endpoint; or it names all: `query=URL update=URL graphs=URL`, of
    which the latter two may be left out. CallError for any other.

    >>> [item.query for item in candidates("http://localhost:7878")]
    ['http://localhost:7878', 'http://localhost:7878/query', 'http://localhost:7878/sparql']
    >>> candidates("query=http://localhost/q update=http://localhost/u")
    (Endpoints(query='http://localhost/q', writing=(('http://localhost/u', ''),)),)
    """
    if address.startswith(tuple(f"{key}=" for key in _KEYS)):
        return (_given(address),)
    url = check_address(address)
    roots = [url]
    for ending in ("/sparql", "/query"):
        if url.endswith(ending):
            roots.insert(0, url.removesuffix(ending))
    found: dict[str, dict[tuple[str, str], None]] = {}
    for root in roots:
        for convention in _CONVENTIONS:
            if root != url and root + convention.query != url:
                continue
            pair = root + convention.update, root + convention.graphs if convention.graphs else ""
            found.setdefault(root + convention.query, {})[pair] = None
    return tuple(Endpoints(query, tuple(pairs)) for query, pairs in found.items())


def _given(text: str) -> Endpoints:
    named: dict[str, str] = {}
    for part in text.split():
        key, equals, url = part.partition("=")
        if not equals or key not in _KEYS or key in named:
            raise CallError(f"'{part}' says no endpoint. Write: query=URL update=URL graphs=URL")
        named[key] = check_address(url)
    if "query" not in named:
        raise CallError("the endpoint for queries is missing. Write: query=URL update=URL graphs=URL")
    return Endpoints(named["query"], ((named.get("update", ""), named.get("graphs", "")),))
