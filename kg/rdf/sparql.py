"""Any SPARQL query, asked of a store: read only, no other server, mistakes told with their place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection
from dataclasses import dataclass

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
)

from kg.facts.problems import CallError, nearest
from kg.rdf.mistakes import Mistake, find_mistakes, tell
from kg.rdf.store import Dataset
from kg.rdf.tokens import Kind, tokens
from kg.rdf.vocabulary import KG, OWN, PREFIXES

_DEEPEST = 200
_OPENING = ("(", "[", "{")
Node = NamedNode | Literal | BlankNode | Triple
Answer = QuerySolutions | QueryTriples | QueryBoolean

_SERVICE = re.compile("SERVICE", re.IGNORECASE)
_FROM = re.compile(r"\bFROM\b", re.IGNORECASE)
_UPDATE = re.compile(r"\b(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b", re.IGNORECASE)
_IRI = r"""<[^<>"{}|^`\x00-\x20]*>"""
_TEXT = r"""
    \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
    | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*'
    """
# Where a word is only a word: IRIs, texts, comments, variables, language tags and what follows the colon of a name.
# Keywords need no space around them ("1SERVICE<…>" is two tokens), so nothing more may be taken for a word.
_WORDS = re.compile(
    rf"""
    {_IRI} | {_TEXT}
    | \#[^\r\n]*
    | [?$]\w+
    | @[\w-]+
    | :(?:(?:[\w:%]|\\.)(?:[\w:%.-]|\\.)*)?
    """,
    re.VERBOSE | re.DOTALL,
)
_NAMES = re.compile(
    rf"(?P<iri>{_IRI}) | {_TEXT} | \#[^\r\n]* | (?<![\w:])(?P<prefix>kg|own):(?P<name>\w[\w-]*)", re.VERBOSE | re.DOTALL
)
_TYPE = re.compile(r"(?<![\w:])(?:a|rdf:type)\s+$")
_DECLARED = re.compile(r"\bPREFIX\s+(kg|own):\s*<([^>]*)>", re.IGNORECASE)


class QueryError(CallError):
    """A query that cannot be run: its text, or a parameter, is wrong."""


@dataclass(frozen=True)
class Table:
    """The rows of a SELECT, in its order; a cell is None where a variable is unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Node | None, ...], ...]


def ask(store: Dataset, text: str) -> Table | list[Triple] | bool:
    """The answer to any SPARQL query over the union of all named graphs, our prefixes being known.

    A Table for SELECT, triples for CONSTRUCT and DESCRIBE, a truth value for ASK. QueryError holds what SPARQL
    cannot read, with line and column. Nothing can be written, no other server is asked (SERVICE), and no other dataset
    taken (FROM): the union would silently win over it.
    """
    answer = evaluate(store, text)
    if isinstance(answer, QueryBoolean):
        return bool(answer)
    if isinstance(answer, QueryTriples):
        return sorted(answer, key=str)
    names = tuple(variable.value for variable in answer.variables)
    return Table(names, tuple(tuple(row[name] for name in names) for row in answer))


def evaluate(store: Dataset, text: str) -> Answer:
    """The same answer as the store gives it, which can write itself in the formats of the SPARQL recommendations."""
    if _is_too_deep(text):
        raise QueryError(f"the query has more than {_DEEPEST} brackets inside one another. Ask in several queries.")
    for refused in refused_words(text):
        raise QueryError(tell(text, [refused]))
    try:
        return store.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
    except SyntaxError as error:
        if update := _UPDATE.search(without_words(text)):
            fix = "Ask with SELECT, ASK, CONSTRUCT or DESCRIBE."
            raise QueryError(tell(text, [_refused(text, update, "kg only reads", fix)])) from None
        raise QueryError(f"the query cannot be read: {tell(text, find_mistakes(text, str(error)))}") from None


def syntax_mistakes(text: str) -> tuple[Mistake, ...]:
    """The mistakes of a query that cannot be read, our prefixes being known; none where it can."""
    if _is_too_deep(text):
        told = f"the query has more than {_DEEPEST} brackets inside one another"
        line, column = _place(text, next(token.start for token in tokens(text) if token.text in _OPENING))
        return (Mistake(line, column, 1, told, "Ask in several queries."),)
    try:
        Store().query(text, prefixes=PREFIXES)
    except SyntaxError as error:
        return find_mistakes(text, str(error))
    return ()


def _is_too_deep(text: str) -> bool:
    """Whether brackets are nested so deep that the store's parser would run out of stack, which ends the process."""
    if sum(map(text.count, "([{")) <= _DEEPEST:
        return False
    depth = deepest = 0
    for token in tokens(text):
        depth += (token.text in _OPENING) - (token.text in (")", "]", "}"))
        deepest = max(deepest, depth)
    return deepest > _DEEPEST


def _dataset(text: str) -> re.Match[str] | None:
    """The FROM or FROM NAMED of a query; a prefix may be called "from", so a colon must not follow."""
    found = _FROM.finditer(without_words(text))
    return next((word for word in found if text[word.end() : word.end() + 1] != ":"), None)


def refused_words(text: str) -> tuple[Mistake, ...]:
    """What a query that can be read asks for, and is not given: another server (SERVICE), another dataset (FROM)."""
    if service := _SERVICE.search(without_words(text)):
        why = "SERVICE asks another server, which this tool never does"
        return (_refused(text, service, why, "Leave it out."),)
    if dataset := _dataset(text):
        fix = "Leave out FROM, and name graphs with GRAPH."
        return (_refused(text, dataset, "every query is asked of all graphs", fix),)
    return ()


def _refused(text: str, found: re.Match[str], why: str, fix: str) -> Mistake:
    """The refusal of a word that a query may have elsewhere, at its place."""
    line, column = _place(text, found.start())
    return Mistake(line, column, len(found[0]), why, fix)


def _place(text: str, start: int) -> tuple[int, int]:
    """Line and column, both from 1, of the character at a place."""
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def check_terms(text: str, known: Collection[str], own: Collection[str] = (), *, in_template: bool = False) -> None:
    """Raises QueryError where a query speaks of a term of the ontology that is none: no row could ever hold it.

    `known` are the local names of our terms, `own` those that the project adds; the nearest of them is proposed.
    What CONSTRUCT writes may have other names, so that its template is looked at only with `in_template`.
    """
    spaces = {"kg": (KG, known), "own": (OWN, own)} if OWN != KG else {"kg": (KG, known)}
    redefined = {prefix for prefix, iri in _DECLARED.findall(text) if prefix not in spaces or spaces[prefix][0] != iri}
    template = range(0) if in_template else _template(text)
    problems = []
    for found in _NAMES.finditer(text):
        for prefix, (namespace, names) in spaces.items():
            name = _term_name(found, prefix, namespace, redefined)
            if name and name not in names and found.start() not in template:
                line, column = _place(text, found.start())
                is_class = name[:1].isupper() or _TYPE.search(text[: found.start()]) is not None
                alike = [other for other in names if other[:1].isupper() == is_class]
                fix = nearest(name, alike, "") or nearest(name, names, "See the ontology.")
                problems.append(f"{line}:{column}: there is no term {prefix}:{name}. {fix}")
    if problems:
        raise QueryError("\n".join(("the query asks for what the ontology does not know:", *problems)))


def _template(text: str) -> range:
    """Where the template of a CONSTRUCT stands; it has no braces inside."""
    given = list(tokens(text))
    for token, after in itertools.pairwise(given):
        if token.kind is Kind.WORD and token.text.upper() == "CONSTRUCT" and after.text == "{":
            end = next((other.start for other in given if other.text == "}" and other.start > after.start), len(text))
            return range(after.start, end)
    return range(0)


def _term_name(found: re.Match[str], prefix: str, namespace: str, redefined: Collection[str]) -> str:
    """The local name of a term of a namespace, written in full or with its prefix; empty where it is none."""
    if found["prefix"] == prefix:
        return found["name"] if prefix not in redefined else ""
    iri = (found["iri"] or "").strip("<>")
    return iri.removeprefix(namespace) if iri.startswith(namespace) else ""


def without_words(text: str) -> str:
    """A query, as long as it was, with blanks where a keyword would be none."""
    return _WORDS.sub(lambda match: " " * len(match[0]), text)
