"""Whether the rules, questions and checks that a project adds can be asked: SPARQL, known terms, a header."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from kg.facts.problems import InputError, Problem, nearest
from kg.rdf.ontology import Ontology
from kg.rdf.own_sense import unmarked_conclusion
from kg.rdf.queries import NamedQuery, read_text
from kg.rdf.sparql import QueryError, check_terms, refused_words, syntax_mistakes
from kg.rdf.tokens import Kind, Token, tokens

_KEYS = ("summary", "question", "defaults", "labels", "columns", "tags")
_RULE_KEYS = ("title", "why")
_GRLC_KEYS = frozenset({"endpoint", "endpoint_in_url", "method", "pagination", "enumerate", "transform", "endpoints"})
_HEADER = re.compile(r"#\+(?! |$)")
_KEY = re.compile(r"#\+ (\w+):")
_UPDATES = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"])
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})


def text_problems(path: Path, ontology: Ontology, shipped: Collection[str]) -> Iterator[Problem]:
    """What a rule, question or check has that is no SPARQL or is never run; else each unknown term that it speaks of.

    `shipped` are the names of ours beside which it stands.
    """
    try:
        text, lines = read_text(path)
    except InputError as error:
        yield from error.problems
        return
    is_rule = path.parent.name == "rules"
    if path.stem in shipped:
        told = f"a {'rule' if is_rule else 'query'} of this name stands in what ships with kg"
        yield Problem(str(path), 1, told, "Rename the file.")
    for number, line in enumerate(lines, 1):
        if _HEADER.match(line):
            yield Problem(str(path), number, "a line of the header begins with '#+' and a blank", "Add the blank.")
        found = _KEY.match(line)
        known = _RULE_KEYS if is_rule else _KEYS
        if found and found[1] not in known and found[1] not in _GRLC_KEYS and (fix := nearest(found[1], known, "")):
            yield Problem(str(path), number, f"the header knows no '{found[1]}'", fix)
    if not is_rule:
        try:
            NamedQuery.read(path)
        except InputError as error:
            yield from error.problems
    yield from _sparql_problems(path, text, ontology, is_rule)


def _sparql_problems(path: Path, text: str, ontology: Ontology, is_rule: bool) -> Iterator[Problem]:
    form = _form(text)
    if form is not None and (form.text.upper() in _UPDATES or (not is_rule and form.text.upper() != "SELECT")):
        line = text.count("\n", 0, form.start) + 1
        is_update = form.text.upper() in _UPDATES
        told = "nothing of one's own changes the graph by itself" if is_update else "a question is a SELECT"
        fix = "A rule is a CONSTRUCT." if is_rule else "Ask with SELECT."
        yield Problem(str(path), line, f"{form.text}: {told}", fix)
        return
    mistakes = syntax_mistakes(text) or refused_words(text)
    for item in mistakes:
        yield Problem(str(path), item.line, f"{item.text} (column {item.column})", item.fix)
    if mistakes:
        return
    try:
        check_terms(text, ontology.labels.keys() - ontology.own, ontology.own, in_template=is_rule)
    except QueryError as error:
        for told in str(error).splitlines()[1:]:
            number, _, rest = told.split(":", 2)
            said, _, fix = rest.strip().partition(". ")
            yield Problem(str(path), int(number), said, fix)
    if is_rule:
        yield from unmarked_conclusion(path, text, ontology)


def _form(text: str) -> Token | None:
    """The word that says what a text asks or does; None where there is none."""
    words = (token for token in tokens(text) if token.kind is Kind.WORD)
    return next((word for word in words if word.text.upper() in _FORMS | _UPDATES), None)
