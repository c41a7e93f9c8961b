"""A store elsewhere, asked as the embedded one is, by the SPARQL 1.1 Protocol and the Graph Store HTTP Protocol.

Every query says which graphs it is about (`default-graph-uri` and `named-graph-uri`; SPARQL 1.1 Protocol, section
2.1.4), so that the answer depends neither on what a server takes for its default graph nor on what else it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Store,
    Triple,
    Variable,
    serialize,
)

from kg.rdf.endpoints import Endpoints, candidates
from kg.rdf.replies import ACCEPT_GRAPH, ACCEPT_RESULTS, NotSparqlError, parse_graph, read_graph, read_results
from kg.rdf.sparql import Answer, without_words
from kg.rdf.store import DefaultGraphs, graph_size
from kg.rdf.transport import Reply, StoreError, Transport
from kg.rdf.vocabulary import BASE, GraphName

_UPDATE = "application/sparql-update"
_FORM = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_PREFIX = re.compile(r"\bPREFIX\s+([\w.-]+)", re.IGNORECASE)
_NOWHERE = NamedNode(f"{BASE}graph/none")
_ABSENT = (400, 404, 405, 415, 501)
"""What answers where there is no graph store; 400 and 415 are those of an endpoint for queries."""
_OURS = tuple(name.node for name in GraphName)
_CHUNK_TRIPLES = 100_000
"""How many triples are sent in one request."""


class RemoteStore:
    """A store behind an address; `address` is as a person wrote it.

    Has of `pyoxigraph.Store` what kg asks of a store (`kg.rdf.store.Dataset`), limited to the five graphs of kg.
    Whatever it does raises StoreError where the store does not answer as the recommendations have it.
    """

    def __init__(self, address: str, endpoints: Endpoints, transport: Transport) -> None:
        self.address = address
        self._endpoints = endpoints
        self._transport = transport
        self._update: str | None = None

    def query(
        self,
        query: str,
        /,
        *,
        prefixes: dict[str, str] | None = None,
        use_default_graph_as_union: bool = False,
        default_graph: DefaultGraphs = None,
    ) -> Answer:
        """The answer to a query; SyntaxError where its text is none, and then nobody was asked.

        It is read first by the parser of the embedded store: so mistakes are told alike, and no update is ever sent.
        """
        Store().query(query, prefixes=prefixes)
        if default_graph is None:
            graphs: Sequence[NamedNode] = _OURS if use_default_graph_as_union else ()
        else:
            given = default_graph if isinstance(default_graph, list) else [default_graph]
            graphs = [graph for graph in given if isinstance(graph, NamedNode)]
        return self._answer(_with_prefixes(query, prefixes or {}), graphs)

    def update(self, update: str, /) -> None:
        """Runs an update, which is sent once and no more: whether one that broke off was done is not known."""
        self._transport.change(self._update_endpoint, update.encode("utf-8"), _UPDATE)

    def quads_for_pattern(
        self,
        subject: NamedNode | BlankNode | Triple | None,
        predicate: NamedNode | None,
        object_: NamedNode | BlankNode | Literal | Triple | None,
        graph_name: NamedNode | BlankNode | DefaultGraph | None = None,
        /,
    ) -> Iterator[Quad]:
        """The quads that match, None standing for anything.

        A whole graph is counted as well: StoreError where the store gave less than it has, as one with a limit on
        rows does.
        """
        if any(isinstance(part, BlankNode | Triple) for part in (subject, object_)):
            return  # our graphs have neither
        variables = (Variable(name) for name in "spo")
        parts = (subject, predicate, object_)
        pattern = " ".join(str(name if part is None else part) for name, part in zip(variables, parts, strict=True))
        for graph in _OURS if graph_name is None else (graph_name,):
            if not isinstance(graph, NamedNode):
                continue
            # N-Triples are a third of the bytes of a SELECT's rows, and read in less than half the time.
            reply = self._ask(f"CONSTRUCT {{ {pattern} }} WHERE {{ GRAPH {graph} {{ {pattern} }} }}", (), ACCEPT_GRAPH)
            count = 0
            for triple in parse_graph(self._endpoints.query, reply):
                yield Quad(triple.subject, triple.predicate, triple.object, graph)
                count += 1
            if subject is predicate is object_ is None:
                self._check_complete(graph, count)

    def __contains__(self, quad: Quad) -> bool:
        if not isinstance(quad.graph_name, NamedNode) or isinstance(quad.subject, BlankNode):
            return False
        pattern = f"{quad.subject} {quad.predicate} {quad.object}"
        return bool(self._answer(f"ASK {{ GRAPH {quad.graph_name} {{ {pattern} }} }}", ()))

    def __iter__(self) -> Iterator[Quad]:
        """All quads of the five graphs, graph by graph."""
        for graph in _OURS:
            yield from self.quads_for_pattern(None, None, None, graph)

    def __len__(self) -> int:
        return sum(graph_size(self, graph) for graph in _OURS)

    def put_graph(self, graph: NamedNode, triples: Sequence[Triple]) -> None:
        """Makes a graph hold these triples, and no other; they have no blank nodes.

        By the Graph Store HTTP Protocol, or by updates where the store does not have it. It is not done at once:
        whoever reads meanwhile sees less (`kg.rdf.publishing` puts graphs aside first).
        """
        chunks = (triples[start : start + _CHUNK_TRIPLES] for start in range(0, len(triples), _CHUNK_TRIPLES))
        self.put_lines(graph, (serialize(chunk, format=RdfFormat.N_TRIPLES) or b"" for chunk in chunks))

    def put_lines(self, graph: NamedNode, bodies: Iterable[bytes]) -> None:
        """The same with lines of N-Triples, of which each body is sent in one request."""
        rest = iter(bodies)
        first = next(rest, None)
        if first is None:
            self.update(f"DROP SILENT GRAPH {graph}")
            return
        endpoint = self._put_anywhere(graph, first)
        if endpoint is None:
            self.update(f"DROP SILENT GRAPH {graph}")
            rest = chain((first,), rest)
        for body in rest:
            if endpoint is None:
                self.update(f"INSERT DATA {{ GRAPH {graph} {{\n{body.decode('utf-8')}}} }}")
            else:
                self._transport.put(endpoint, graph.value, body, "application/n-triples", add=True)

    def close(self) -> None:
        """Ends the connections."""
        self._transport.close()

    def _put_anywhere(self, graph: NamedNode, body: bytes) -> str | None:
        """The address that took a graph, now holding it; None where the store has none."""
        update = self._update_endpoint
        for url in (graphs for other, graphs in self._endpoints.writing if other == update and graphs):
            try:
                self._transport.put(url, graph.value, body, "application/n-triples")
            except StoreError as error:
                if error.status not in _ABSENT:
                    raise
            else:
                return url
        return None

    @property
    def _update_endpoint(self) -> str:
        """Where updates are taken: the first address that takes an empty one."""
        if self._update is None:
            failed: list[StoreError] = []
            for url in dict.fromkeys(update for update, _ in self._endpoints.writing if update):
                try:
                    self._transport.change(url, b"INSERT DATA {}", _UPDATE)
                except StoreError as error:
                    failed.append(error)
                else:
                    self._update = url
                    return url
            fix = "Name it: --store 'query=URL update=URL graphs=URL'"
            raise _most_telling(failed) or StoreError(f"no address for updates of {self.address} is known. {fix}")
        return self._update

    def _answer(self, query: str, graphs: Sequence[NamedNode]) -> Answer:
        """The answer on a default graph merged from these; the named graphs are always ours."""
        form = _FORM.search(without_words(query))
        url = self._endpoints.query
        if form is not None and form[1].upper() in ("CONSTRUCT", "DESCRIBE"):
            return read_graph(url, self._ask(query, graphs, ACCEPT_GRAPH))
        return read_results(url, self._ask(query, graphs, ACCEPT_RESULTS))

    def _ask(self, query: str, graphs: Sequence[NamedNode], accept: str) -> Reply:
        default = [("default-graph-uri", graph.value) for graph in graphs or (_NOWHERE,)]
        named = [("named-graph-uri", graph.value) for graph in _OURS]
        return self._transport.ask(self._endpoints.query, [("query", query), *default, *named], accept)

    def _check_complete(self, graph: NamedNode, count: int) -> None:
        size = graph_size(self, graph)
        if size != count:
            fix = "Raise its limit on the rows of an answer; or somebody is changing it: try again."
            raise StoreError(f"{self.address} gave {count:,} of the {size:,} triples in {graph}. {fix}")


def connect(address: str, transport: Transport) -> RemoteStore:
    """The store behind an address, which is that of the store or of its query endpoint; it may be empty.

    StoreError where none answers there, or where it takes no heed of `default-graph-uri`.
    """
    failed: list[StoreError] = []
    for endpoints in candidates(address):
        store = RemoteStore(address, endpoints, transport)
        try:
            obeys = not store._answer("ASK { ?s ?p ?o }", [_NOWHERE])
        except StoreError as error:
            if error.status in (0, 401, 502, 503, 504) and not isinstance(error, NotSparqlError):
                raise
            failed.append(error)
            continue
        if not obeys:
            fix = "kg needs it to tell its graphs from others (SPARQL 1.1 Protocol, section 2.1.4)."
            raise StoreError(f"{endpoints.query} takes no heed of default-graph-uri. {fix}")
        return store
    raise _most_telling(failed) or StoreError(f"{address} is no SPARQL store.")


def _most_telling(failed: Sequence[StoreError]) -> StoreError | None:
    """What says most about why no address did: one that refused, rather than one that is not there."""
    return min(failed, key=lambda error: error.status in (0, *_ABSENT), default=None)


def _with_prefixes(query: str, prefixes: Mapping[str, str]) -> str:
    """A query with the prefixes that it does not declare itself, on the first line: lines keep their numbers."""
    declared = set(_PREFIX.findall(without_words(query)))
    lines = (f"PREFIX {name}: <{iri}> " for name, iri in prefixes.items() if name not in declared)
    return "".join(lines) + query
