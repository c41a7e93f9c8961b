"""Rules as nearly all are written, read without rdflib: to import that takes longer than a small build infers."""

from __future__ import annotations

import re

from pyoxigraph import NamedNode, Variable

from kg.rdf.patterns import Atom, Differ, Filter, OneOf, Parts, Pattern
from kg.rdf.tokens import Kind, Token, tokens
from kg.rdf.vocabulary import TYPE

_LOCAL = re.compile(r"[A-Za-z]\w*", re.ASCII)


def plain_parts(text: str) -> Parts | None:
    """What a rule says that is written in the plainest way; None for all others, such as those with mistakes.

    That is: prefixes, CONSTRUCT of one triple, WHERE with triples of variables and IRIs, each with a full stop, and the
    filters `?a != ?b`, `?a IN (…)` and NOT EXISTS with such triples.
    """
    try:
        return _Reader(text).rule()
    except _NotPlainError:
        return None


class _NotPlainError(Exception):
    """The text goes on as no plain rule does."""


class _Reader:
    def __init__(self, text: str) -> None:
        self._tokens = [*tokens(text), Token(Kind.END, "", len(text))]
        self._at = 0
        self._prefixes: dict[str, str] = {}

    def rule(self) -> Parts:
        while self._next_is("PREFIX"):
            self._take("PREFIX")
            name, iri = self._token(Kind.NAMESPACE), self._token(Kind.IRI)
            self._prefixes[name] = iri[1:-1]
        self._take("CONSTRUCT")
        template = self._block()
        self._take("WHERE")
        self._take("{")
        body: list[Pattern] = []
        tests: list[Pattern] = []
        filters: list[Filter] = []
        while not self._next_is("}"):
            if not self._next_is("FILTER"):
                body.append(self._triple())
                continue
            self._take("FILTER")
            if self._next_is("NOT"):
                self._take("NOT", "EXISTS")
                tests += self._block()
            else:
                filters.append(self._filter())
        self._take("}")
        self._token(Kind.END)
        if len(template) != 1 or not body:
            raise _NotPlainError
        return Parts(template[0], tuple(body), None if tests else tuple(filters), tuple(tests))

    def _block(self) -> list[Pattern]:
        self._take("{")
        found = []
        while not self._next_is("}"):
            found.append(self._triple())
        self._take("}")
        return found

    def _triple(self) -> Pattern:
        subject = self._atom()
        if self._next_is("a"):
            self._take("a")
            predicate: Atom = TYPE
        else:
            predicate = self._atom()
        object_ = self._atom()
        if not self._next_is("}"):
            self._take(".")
        return subject, predicate, object_

    def _filter(self) -> Filter:
        self._take("(")
        first = self._token(Kind.VARIABLE)[1:]
        found: Filter
        if self._next_is("!="):
            self._take("!=")
            found = Differ(first, self._token(Kind.VARIABLE)[1:])
        else:
            self._take("IN", "(")
            nodes = [self._node()]
            while self._next_is(","):
                self._take(",")
                nodes.append(self._node())
            self._take(")")
            found = OneOf(first, tuple(nodes))
        self._take(")")
        return found

    def _atom(self) -> Atom:
        if self._tokens[self._at].kind is Kind.VARIABLE:
            return Variable(self._token(Kind.VARIABLE)[1:])
        return self._node()

    def _node(self) -> NamedNode:
        if self._tokens[self._at].kind is Kind.IRI:
            return self._named(self._token(Kind.IRI)[1:-1])
        prefix, _, local = self._token(Kind.NAME).partition(":")
        if f"{prefix}:" not in self._prefixes or not _LOCAL.fullmatch(local):
            raise _NotPlainError
        return self._named(self._prefixes[f"{prefix}:"] + local)

    def _named(self, iri: str) -> NamedNode:
        try:
            return NamedNode(iri)
        except ValueError:  # relative, perhaps
            raise _NotPlainError from None

    def _next_is(self, word: str) -> bool:
        text = self._tokens[self._at].text
        return text == word if word == "a" else text.upper() == word

    def _take(self, *words: str) -> None:
        for word in words:
            if not self._next_is(word):
                raise _NotPlainError
            self._at += 1

    def _token(self, kind: Kind) -> str:
        token = self._tokens[self._at]
        if token.kind is not kind:
            raise _NotPlainError
        self._at += 1
        return token.text
