"""Names of a query that nothing in the graph bears: the likely reason of an empty answer, with the nearest that is."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, QuerySolutions

from kg.rdf.catalogue import Catalogue
from kg.rdf.tokens import Kind, Token, tokens
from kg.rdf.vocabulary import BASE, ID, KG, PREFIXES, TERMS, GraphName, shorten

_MOST_NAMES = 200
_MOST_THINGS = 50_000
_LONGEST_QUERY = 100_000
# IRIs that a query may speak of without a triple: datatypes and functions, and our vocabulary, which is checked before.
_ELSEWHERE = (PREFIXES["xsd"], *TERMS)


@dataclass(frozen=True)
class Absent:
    """A name that no triple holds; `nearest` is "" where none is near."""

    name: str
    nearest: str


def absent_names(catalogue: Catalogue, query: str, empty: bool) -> list[Absent]:
    """The things and terms in a query's patterns that are nowhere in the graph, each once, in order.

    Only names of our namespaces and of the vocabularies that we know are looked for: what a CONSTRUCT writes, what BIND
    sets, datatypes, functions and prefixes need not be there; what VALUES lists is told of where the answer is `empty`.
    """
    if len(query) > _LONGEST_QUERY:
        return []
    asked: dict[str, Token] = {}
    for iri, token in _asked(list(tokens(query)), empty):
        if len(asked) < _MOST_NAMES:
            asked.setdefault(iri, token)
    missing = sorted(set(asked) - _present(catalogue, asked), key=lambda iri: asked[iri].start)
    return [Absent(shorten(iri), _nearest(catalogue, iri)) for iri in missing]


def _asked(given: Sequence[Token], empty: bool) -> Iterator[tuple[str, Token]]:
    """The IRIs in the patterns of a query with the tokens that name them."""
    prefixes = dict(PREFIXES)
    known = tuple(iri for iri in (BASE, *PREFIXES.values()) if iri not in TERMS)
    skipped = _unasked(given, empty)
    for index, token in enumerate(given):
        after = given[index + 1] if index + 1 < len(given) else None
        if token.kind is Kind.NAMESPACE and after is not None and after.kind is Kind.IRI:
            prefixes[token.text[:-1]] = after.text[1:-1]
            continue
        iri = _iri(token, prefixes)
        if iri is None or index in skipped or iri.startswith(_ELSEWHERE) or not iri.startswith(known):
            continue
        before = given[index - 1].text if index else ""
        if before == "^^" or before.endswith(":") or (after is not None and after.text == "("):
            continue
        yield iri, token


def _iri(token: Token, prefixes: dict[str, str]) -> str | None:
    if token.kind is Kind.IRI:
        return token.text[1:-1]
    prefix, _, name = token.text.partition(":")
    if token.kind is not Kind.NAME or prefix not in prefixes or "\\" in name or "%" in name:
        return None
    return prefixes[prefix] + name


def _unasked(given: Sequence[Token], empty: bool) -> set[int]:
    """The places in the template of a CONSTRUCT, in BIND, in what SELECT computes, and in VALUES unless `empty`."""
    words = [token.text.upper() if token.kind in (Kind.WORD, Kind.SIGN) else "" for token in given]
    places: set[int] = set()
    for index, word in enumerate(words):
        after = words[index + 1] if index + 1 < len(words) else ""
        if (word == "CONSTRUCT" and after == "{") or word == "BIND":
            places.update(range(index, _end(words, index + 1)))
        elif word == "VALUES" and not empty:
            brace = next((place for place in range(index, len(words)) if words[place] == "{"), len(words))
            places.update(range(index, _end(words, brace)))
        elif word == "SELECT":
            ends = (place for place in range(index, len(words)) if words[place] in ("{", "WHERE"))
            places.update(range(index, next(ends, len(words))))
    return places


def _end(words: Sequence[str], opening: int) -> int:
    """The place after the bracket that closes the one at `opening`."""
    depth = 0
    for place in range(opening, len(words)):
        depth += (words[place] in ("{", "(")) - (words[place] in ("}", ")"))
        if depth == 0:
            return place + 1
    return len(words)


def _present(catalogue: Catalogue, iris: Iterable[str]) -> set[str]:
    """Which of these are in a triple, or are the name of a graph."""
    nodes = [NamedNode(iri) for iri in iris]
    if not nodes:
        return set()
    values = " ".join(map(str, nodes))
    answer = catalogue.store.query(
        f"SELECT ?name WHERE {{ VALUES ?name {{ {values} }} FILTER (EXISTS {{ ?name ?p ?o }} "
        "|| EXISTS { ?s ?p ?name } || EXISTS { ?s ?name ?o }) }",
        use_default_graph_as_union=True,
    )
    assert isinstance(answer, QuerySolutions)
    return {row["name"].value for row in answer} | {name.node.value for name in GraphName}


def _nearest(catalogue: Catalogue, iri: str) -> str:
    """The thing or term of the same namespace that is spelt most like an IRI."""
    if iri.startswith(ID):
        known = [ID + key for key, _ in zip(catalogue.entities, range(_MOST_THINGS), strict=False)]
        return _spelt_like(iri, ID, known)
    spaces = (space for space in PREFIXES.values() if iri.startswith(space) and not space.startswith((BASE, KG)))
    namespace = next(spaces, None)
    if namespace is None:
        return ""
    terms = {
        node.value
        for triple in catalogue.ontology.triples
        for node in (triple.subject, triple.predicate, triple.object)
        if isinstance(node, NamedNode) and node.value.startswith(namespace)
    }
    return _spelt_like(iri, namespace, terms)


def _spelt_like(iri: str, namespace: str, known: Iterable[str]) -> str:
    names = [other.removeprefix(namespace) for other in known]
    near = difflib.get_close_matches(iri.removeprefix(namespace), sorted(names), n=1, cutoff=0.7)
    return shorten(namespace + near[0]) if near else ""
