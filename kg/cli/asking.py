"""`kg query` and `kg explain`."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Literal, NamedNode
from rich.text import Text
from rich.tree import Tree

from kg.cli.answers import readable, write_answer
from kg.cli.limits import time_limit
from kg.cli.opening import Opened, open_build
from kg.cli.options import FORMATS
from kg.cli.output import WORDS, console, said, tell, write_rows
from kg.facts.problems import CallError, nearest
from kg.rdf.closure import compile_axioms
from kg.rdf.explain import Explainer, Reason, Statement
from kg.rdf.ontology import Ontology
from kg.rdf.queries import NamedQuery, Parameter, read_questions, value_of
from kg.rdf.rules import Rule, read_rules
from kg.rdf.sparql import check_terms
from kg.rdf.vocabulary import ID, TYPE, XSD, expand, is_term, local_name, schema_term, shorten, thing
from kg.resources import Resources
from kg.views.words import read_words

_OPENING = re.compile(r"\s*(SELECT|ASK|CONSTRUCT|DESCRIBE|PREFIX|BASE)\s", re.IGNORECASE)


def query(options: argparse.Namespace) -> int:
    """Lists the shipped questions, or answers one, or any SPARQL; 1 for no rows or a false ASK."""
    questions = read_questions(Resources.current().questions)
    if options.query is None:
        return _list(questions, options)
    question = questions.get(options.query)
    if question is None:
        text = _sparql(options.query, questions)
        if options.parameter:
            raise CallError("only a shipped question has parameters. List them with: kg query")
        opened = open_build(options)
        _check_terms(text, opened.catalogue.ontology)
    else:
        opened = open_build(options)
        text = question.bound(_values(opened, question, options.parameter))
        if options.format == "table":
            tell(question.questions.get(options.lang, question.title))
    with time_limit(options.timeout, "the query", "Ask for less, or give it longer with --timeout."):
        return write_answer(opened, text, options)


def _list(questions: dict[str, NamedQuery], options: argparse.Namespace) -> int:
    if options.format not in (*FORMATS, "tsv"):
        raise CallError(f"the list of questions cannot be written as {options.format}.")
    rows = []
    for question in questions.values():
        parameters = " ".join(f"{item.name}={item.default}" for item in question.parameters)
        if options.format == "table":
            parameters = "\n".join(_parameter(item, options.lang) for item in question.parameters)
        rows.append((question.name, question.questions.get(options.lang, question.title), parameters))
    write_rows(("name", "question", "parameters and their defaults"), rows, options.format, language=options.lang)
    if options.format == "table":
        tell(said("ask one", options.lang))
    return 0


def _parameter(parameter: Parameter, language: str) -> str:
    """A parameter with its default, and what it stands for where that is not its name."""
    label = parameter.label(language)
    return f"{parameter.name}={parameter.default}" + (f"  {label}" if label != parameter.name else "")


def _sparql(text: str, questions: dict[str, NamedQuery]) -> str:
    """SPARQL from stdin (`-`), from a file, or as it stands."""
    if text == "-":
        return sys.stdin.read()
    if "{" in text or _OPENING.match(text):
        return text
    path = Path(text)
    if path.is_file():
        try:
            return path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise CallError(f"{path} is not UTF-8 text.") from None
    fix = nearest(text, questions, "List the questions with: kg query")
    raise CallError(f"there is no question or file named '{text}'. {fix}")


def _values(opened: Opened, question: NamedQuery, given: list[str]) -> dict[str, NamedNode | Literal]:
    by_name = {item.name: item for item in question.parameters}
    values: dict[str, NamedNode | Literal] = {}
    for pair in given:
        name, equals, text = pair.partition("=")
        if not equals:
            like = f", such as {next(iter(by_name))}={pair}" if by_name else ""
            raise CallError(f"'{pair}' is no parameter. Write it as KEY=VALUE{like}.")
        parameter = by_name.get(name)
        if parameter is None:
            fix = nearest(name, by_name, f"It has: {', '.join(by_name) or 'none'}.")
            raise CallError(f"the question '{question.name}' has no parameter '{name}'. {fix}")
        if parameter.kind == "iri" and not text.startswith(("http://", "https://")):
            text = _name(opened, text)
        values[name] = value_of(parameter, text)
    return values


def _name(opened: Opened, text: str) -> str:
    """The IRI of a term (`kg:` or `own:` before it) or of a thing."""
    iri = expand(text)
    return iri if iri is not None and is_term(iri) else ID + opened.resolve(text)


def _check_terms(text: str, ontology: Ontology) -> None:
    check_terms(text, ontology.labels.keys() - ontology.own, ontology.own)


def explain(options: argparse.Namespace) -> int:
    """Why a triple is in the graph; 1 if it is not."""
    opened = open_build(options)
    statement = _statement(opened, options)
    ontology = opened.catalogue.ontology
    rules = (*compile_axioms(ontology).rules, *read_rules(ontology.rules_folders))
    reason = Explainer(opened.catalogue.store, rules).explain(statement)
    if reason is None:
        tell(f"kg: {said('not in the graph', options.lang, triple=_triple_text(statement, opened))}")
        return 1
    if options.format == "json":
        print(json.dumps(_as_data(reason, opened), ensure_ascii=False, indent=2))
        return 0
    console().print(_tree(reason, opened))
    return 0


def _statement(opened: Opened, options: argparse.Namespace) -> Statement:
    subject = thing(opened.resolve(options.subject))
    schema = opened.catalogue.schema
    predicate = expand(options.predicate) or schema_term(options.predicate, schema).value
    if predicate == TYPE.value or options.predicate in ("a", "type"):
        kind = expand(options.object) or schema_term(options.object, schema).value
        if is_term(kind) and local_name(kind) not in schema.superclasses:
            fix = nearest(local_name(kind), schema.superclasses, "See the ontology.")
            raise CallError(f"there is no class '{options.object}'. {fix}")
        return subject, TYPE, NamedNode(kind)
    if not is_term(predicate):  # a term of another vocabulary that ours is aligned to
        return subject, NamedNode(predicate), thing(opened.resolve(options.object))
    name = local_name(predicate)
    if name not in schema.properties:
        fix = nearest(name, schema.properties, "See ontology/partnership.ttl.")
        raise CallError(f"there is no property '{name}'. {fix}")
    if schema.properties[name].is_object_property:
        return subject, schema_term(name, schema), thing(opened.resolve(options.object))
    return subject, schema_term(name, schema), Literal(options.object, datatype=NamedNode(XSD + "decimal"))


def _triple_text(statement: Statement, opened: Opened) -> str:
    """A triple as a sentence where its property has a phrase, else word by word."""
    subject, predicate, object_ = statement
    key = local_name(predicate.value)
    words = opened.sentences
    left = words.name(local_name(subject.value)) if isinstance(subject, NamedNode) else str(subject)
    right = readable(object_, opened) if isinstance(object_, NamedNode) else object_.value
    if predicate == TYPE:
        return f"{left} : {right}"
    if key not in opened.catalogue.ontology.phrases:
        return f"{shorten(subject.value)} {shorten(predicate.value)} {right}"
    return words.fill(key, left, right)


def _tree(reason: Reason, opened: Opened, tree: Tree | None = None) -> Tree:
    label = Text(_triple_text(reason.statement, opened))
    language = opened.sentences.language
    if reason.rule is not None:
        title = _rule_title(reason.rule, language)
        label.append(f"\n  {said('by rule', language, name=reason.rule.name, title=title)}", style="dim")
    branch = Tree(label) if tree is None else tree.add(label)
    _add_evidence(branch, reason.claims, opened)
    if reason.rule is None and not reason.claims:
        branch.add(Text(said("no evidence needed", language), style="dim"))
    for key in sorted({key for premise in reason.premises if premise.is_about_a_claim for key in premise.claims}):
        claim = Text(opened.sentences.sentence(opened.catalogue.claims[key]))
        _add_evidence(branch.add(claim), (key,), opened)
    for premise in reason.premises:
        if not premise.is_about_a_claim:
            _tree(premise, opened, branch)
    return branch


def _rule_title(rule: Rule, language: str) -> str:
    """What a rule says in the reader's language; the title in its file where the table of words has none."""
    key = f"rule {re.sub('^chain-[0-9]+$', 'chain', rule.name)}"
    return said(key, language) if key in read_words(WORDS) else rule.title


def _add_evidence(branch: Tree, claims: Iterable[str], opened: Opened) -> None:
    for key in claims:
        claim = opened.catalogue.claims[key]
        date = opened.sentences.date(claim)
        for item in claim.evidence:
            branch.add(Text.assemble((opened.sentences.proof(item), "dim"), (f"  [{date}]" if date else "", "bold")))


def _as_data(reason: Reason, opened: Opened) -> dict[str, object]:
    return {
        "triple": [shorten(node.value) if isinstance(node, NamedNode) else node.value for node in reason.statement],
        "sentence": _triple_text(reason.statement, opened),
        "rule": reason.rule.name if reason.rule is not None else None,
        "claims": [
            {
                "claim": key,
                "evidence": [
                    {"source": item.source, "quote": item.quote.text if item.quote else None, "record": item.record}
                    for item in opened.catalogue.claims[key].evidence
                ],
            }
            for key in reason.claims
        ],
        "premises": [_as_data(premise, opened) for premise in reason.premises],
    }
