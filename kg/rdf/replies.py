"""What a remote store answers, read into what the embedded one would have given."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import (
    DefaultGraph,
    Literal,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    parse,
    parse_query_results,
)

from kg.rdf.transport import Reply, StoreError

ACCEPT_RESULTS = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
ACCEPT_GRAPH = "application/n-triples, text/turtle;q=0.8"

_RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
}
_GRAPHS = {
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/turtle": RdfFormat.TURTLE,
    "text/plain": RdfFormat.N_TRIPLES,
}
_TRUTH = "__ASK_RETVAL"
"""The one column with which Virtuoso answers an ASK; no row is false."""


class NotSparqlError(StoreError):
    """An answer with a status of success that is not in a format of SPARQL."""


def read_results(url: str, reply: Reply) -> QuerySolutions | QueryBoolean:
    """The rows or the truth value of an answer, which is whole; StoreError for any other."""
    format_ = _RESULTS.get(reply.kind)
    if format_ is None:
        raise _unexpected(url, reply)
    try:
        answer = parse_query_results(reply.body, format=format_)
        if isinstance(answer, QueryBoolean):
            return answer
        if [variable.value for variable in answer.variables] == [_TRUTH]:
            return _truth(any(isinstance(row[0], Literal) and row[0].value == "1" for row in answer))
        for _ in answer:  # all of it is read once, so that a broken answer is met here and nowhere later
            pass
        return parse_query_results(reply.body, format=format_)
    except (SyntaxError, ValueError) as error:
        raise _broken(url, error) from None


def _truth(value: bool) -> QueryBoolean:
    text = b'{"head":{},"boolean":' + (b"true" if value else b"false") + b"}"
    answer = parse_query_results(text, format=QueryResultsFormat.JSON)
    assert isinstance(answer, QueryBoolean)
    return answer


def read_graph(url: str, reply: Reply) -> QueryTriples:
    """The triples of an answer, as an embedded store would give them."""
    store = Store()
    graph = DefaultGraph()
    store.bulk_extend(Quad(t.subject, t.predicate, t.object, graph) for t in parse_graph(url, reply))
    answer = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert isinstance(answer, QueryTriples)
    return answer


def parse_graph(url: str, reply: Reply) -> Iterator[Quad]:
    """The triples of an answer, as the parser gives them."""
    format_ = _GRAPHS.get(reply.kind)
    if format_ is None:
        raise _unexpected(url, reply)
    try:
        yield from parse(reply.body, format=format_)
    except (SyntaxError, ValueError) as error:
        raise _broken(url, error) from None


def _unexpected(url: str, reply: Reply) -> StoreError:
    kind = "".join(character for character in reply.kind if character.isprintable()) or "no type"
    return NotSparqlError(f"POST {url} answered with {kind}, which is no answer to a query. Is this a SPARQL store?")


def _broken(url: str, error: Exception) -> StoreError:
    return StoreError(f"POST {url}: its answer broke off or cannot be read: {error}. Try again.")
