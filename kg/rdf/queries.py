"""Questions: SPARQL files with a header, run with their parameters bound, never pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Variable

from kg.facts.dates import PartialDate
from kg.facts.problems import nearest
from kg.rdf.sparql import QueryError, Table, ask, without_words
from kg.rdf.store import Dataset
from kg.rdf.vocabulary import XSD, thing

_WHERE = re.compile(r"\bWHERE\s*\{", re.IGNORECASE)
_PARAMETER = re.compile(r"\?_(\w+?)_(iri|date|integer|literal)\b")


@dataclass(frozen=True)
class Parameter:
    """A value that a question leaves open. `kind` is iri, date, integer or literal (as in grlc)."""

    name: str
    kind: str
    default: str

    @property
    def variable(self) -> Variable:
        """The variable of the query that it is bound to."""
        return Variable(f"_{self.name}_{self.kind}")


@dataclass(frozen=True)
class NamedQuery:
    """A shipped question: its words in several languages, its parameters, and its SPARQL.

    The header is YAML after `#+ ` (the convention of grlc): summary, question (by language), defaults, columns.
    """

    name: str
    title: str
    questions: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, str]
    text: str
    path: Path

    @classmethod
    def read(cls, path: Path) -> NamedQuery:
        """The question in a file; QueryError where its header is missing or does not fit its text."""
        import yaml

        text = path.read_text(encoding="utf-8")
        header = "\n".join(line[3:] for line in text.splitlines() if line.startswith("#+ "))
        try:
            values = yaml.safe_load(header) or {}
        except yaml.YAMLError as error:
            raise QueryError(f"{path}:1: the header cannot be read: {error}") from None
        if not isinstance(values, dict) or "summary" not in values:
            raise QueryError(f"{path}:1: a question opens with a header. Begin it with '#+ summary: …'.")
        try:
            defaults = {key: str(value) for item in values.get("defaults", ()) for key, value in item.items()}
        except (AttributeError, TypeError):
            raise QueryError(f"{path}:1: 'defaults' is a list of '- name: value'. Write it so.") from None
        names = dict.fromkeys(_PARAMETER.findall(text))
        for name, kind in names:
            if name not in defaults:
                raise QueryError(f"{path}:1: the parameter ?_{name}_{kind} has no default. Add it to 'defaults'.")
        unused = set(defaults) - {name for name, _ in names}
        if unused:
            raise QueryError(f"{path}:1: no parameter is named {', '.join(sorted(unused))}. Remove its default.")
        return cls(
            name=path.stem,
            title=values["summary"],
            questions=values.get("question", {}),
            parameters=tuple(Parameter(name, kind, defaults[name]) for name, kind in names),
            columns=values.get("columns", {}),
            text=text,
            path=path,
        )

    def run(self, store: Dataset, values: Mapping[str, NamedNode | Literal] | None = None) -> Table:
        """The answer from a store, parameters that `values` leaves out at their defaults."""
        answer = ask(store, self.bound(values))
        if not isinstance(answer, Table):
            raise QueryError(f"{self.path}:1: a shipped question is a SELECT.")
        return answer

    def bound(self, values: Mapping[str, NamedNode | Literal] | None = None) -> str:
        """Its SPARQL with all parameters bound, those that `values` leaves out to their defaults."""
        bound = {item.name: value_of(item, item.default) for item in self.parameters}
        for name, value in (values or {}).items():
            if name not in bound:
                fix = nearest(name, bound, f"It has: {', '.join(bound) or 'none'}.")
                raise QueryError(f"the question '{self.name}' has no parameter '{name}'. {fix}")
            bound[name] = value
        return bind(self.text, {item.variable: bound[item.name] for item in self.parameters})


def value_of(parameter: Parameter, text: str) -> NamedNode | Literal:
    """The RDF term for a parameter's value: an id or IRI, a date as a day, a whole number, or plain text.

    A date that is only a year or month stands for its last day.
    """
    if parameter.kind == "iri":
        try:
            return NamedNode(text) if text.startswith(("http://", "https://")) else thing(text)
        except ValueError:
            raise QueryError(f"'{text}' is no id or IRI, which the parameter '{parameter.name}' must be.") from None
    if parameter.kind == "date":
        try:
            day = PartialDate.parse(text).latest.isoformat()
        except ValueError as error:
            raise QueryError(f"{error}. Write YYYY, YYYY-MM or YYYY-MM-DD.") from None
        return Literal(day, datatype=NamedNode(XSD + "date"))
    if parameter.kind == "integer":
        if not re.fullmatch(r"-?\d+", text, re.ASCII):
            raise QueryError(f"'{text}' is no whole number, which the parameter '{parameter.name}' must be.")
        return Literal(text, datatype=NamedNode(XSD + "integer"))
    return Literal(text)


def bind(text: str, values: Mapping[Variable, NamedNode | Literal]) -> str:
    """A query whose variables are bound to values by a VALUES block at the head of its WHERE.

    Standard SPARQL, so every engine takes it; terms are written by the RDF library, escaped. As everywhere in
    SPARQL, a FILTER in a nested group does not see what is bound outside of it.
    """
    if not values:
        return text
    start = _WHERE.search(without_words(text))
    if start is None:
        raise QueryError("a query with parameters needs the word WHERE before its pattern. Add it.")
    names, terms = " ".join(map(str, values)), " ".join(map(str, values.values()))
    return f"{text[: start.end()]} VALUES ({names}) {{ ({terms}) }} {text[start.end() :]}"


def read_questions(folders: Iterable[Path]) -> dict[str, NamedQuery]:
    """The questions of folders by name, sorted; QueryError where two bear one name."""
    found: dict[str, NamedQuery] = {}
    for query in (NamedQuery.read(path) for folder in folders for path in folder.glob("*.rq")):
        if query.name in found:
            raise QueryError(
                f"{query.path}:1: a query of this name stands in {found[query.name].path}. Rename the file."
            )
        found[query.name] = query
    return dict(sorted(found.items()))
