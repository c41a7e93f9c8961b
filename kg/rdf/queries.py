"""Questions: SPARQL files with a header, run with their parameters bound, never pasted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Variable

from kg.facts.dates import PartialDate
from kg.facts.problems import InputError, Problem, nearest
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
    labels: Mapping[str, str] = field(default_factory=dict)

    def label(self, language: str) -> str:
        """What it stands for, in a language; in English or by its name where the header does not say."""
        return self.labels.get(language) or self.labels.get("en") or self.name.replace("_", " ")

    @property
    def variable(self) -> Variable:
        """The variable of the query that it is bound to."""
        return Variable(f"_{self.name}_{self.kind}")


@dataclass(frozen=True)
class NamedQuery:
    """A shipped question: its words in several languages, its parameters, and its SPARQL.

    The header is YAML after `#+ ` (the convention of grlc): summary, question (by language), defaults,
    labels of the parameters (by language), columns.
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
        """The question in a file; InputError where its header is missing or does not fit its text."""
        text, lines = read_text(path)
        header, place = _header(path, lines)
        if "summary" not in header:
            problem = Problem(str(path), 1, "a question opens with a header", "Begin it with '#+ summary: …'.")
            raise InputError([problem])
        names = dict.fromkeys(_PARAMETER.findall(text))
        problems: list[Problem] = []
        defaults = _by_name(header, "defaults", str, place, problems)
        labels = _by_name(header, "labels", dict, place, problems)
        for name, kind in names:
            if name not in defaults and not problems:
                told = f"the parameter ?_{name}_{kind} has no default"
                line = _line_of(lines, f"?_{name}_{kind}")
                problems.append(Problem(str(path), line, told, f"Add '- {name}: value' to 'defaults'."))
        known = {name for name, _ in names}
        for key, given in (("default", defaults), ("label", labels)):
            for name in sorted(set(given) - known):
                told = f"no parameter is named {name}"
                fix = nearest(name, known, f"Remove its {key}.")
                problems.append(Problem(str(path), _line_of(lines, f"- {name}:"), told, fix))
        for key in ("question", "columns"):
            given = header.get(key, {})
            if not isinstance(given, dict) or not all(isinstance(text, str) for text in given.values()):
                written = "en: …" if key == "question" else "a variable: what it shows"
                problems.append(
                    Problem(*place(key), f"'{key}' has lines of its own", f"Write below it '#+   {written}'.")
                )
        if problems:
            raise InputError(problems)
        return cls(
            name=path.stem,
            title=str(header["summary"]),
            questions=header.get("question", {}),
            parameters=tuple(Parameter(name, kind, defaults[name], labels.get(name, {})) for name, kind in names),
            columns=header.get("columns", {}),
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


def read_text(path: Path) -> tuple[str, list[str]]:
    """The text of a file and its lines; InputError where it is no UTF-8."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise InputError([Problem(str(path), 1, "the file cannot be read as UTF-8", "Save it as UTF-8.")]) from None
    return text, text.splitlines()


def _header(path: Path, lines: Sequence[str]) -> tuple[dict[str, Any], Callable[[str], tuple[str, int]]]:
    """The header of a question, and the place of one of its keys: file and line."""
    import yaml

    # Lines that are no header stay as empty ones, so that a line of the YAML is a line of the file.
    text = "\n".join(line[3:] if line.startswith("#+ ") else "" for line in lines)
    try:
        values = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = min(mark.line + 1, max(_last_line(lines), 1)) if mark is not None else 1
        told = " ".join(str(getattr(error, "problem", None) or error).split())
        fix = "Put texts in quotation marks, and indent as in the shipped questions."
        raise InputError([Problem(str(path), line, f"the header cannot be read: {told}", fix)]) from None
    if not isinstance(values, dict):
        fix = "Begin it with '#+ summary: …'."
        raise InputError([Problem(str(path), 1, "a question opens with a header", fix)])
    return values, lambda key: (str(path), _line_of(lines, f"#+ {key}:"))


def _last_line(lines: Sequence[str]) -> int:
    """The number of the last line of the header."""
    return max((number for number, line in enumerate(lines, 1) if line.startswith("#+ ")), default=0)


def _line_of(lines: Sequence[str], text: str) -> int:
    return next((number for number, line in enumerate(lines, 1) if text in line), 1)


def _by_name(
    header: Mapping[str, Any],
    key: str,
    kind: type,
    place: Callable[[str], tuple[str, int]],
    problems: list[Problem],
) -> dict[str, Any]:
    """A list of single pairs of a header as one mapping; values that are to be texts are made so."""
    found: dict[str, Any] = {}
    try:
        pairs = [pair for item in header.get(key) or () for pair in item.items()]
    except (AttributeError, TypeError):
        problems.append(Problem(*place(key), f"'{key}' is a list of '- name: value'", "Write it so."))
        return found
    for name, value in pairs:
        if kind is dict and not (isinstance(value, dict) and all(isinstance(text, str) for text in value.values())):
            fix = 'Write it so: - party: {en: "organisation", az: "…"}'
            problems.append(Problem(*place(key), f"the label of '{name}' has no languages", fix))
        elif value is not None:
            found[name] = value if kind is dict else str(value)
    return found


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
    """The questions of folders by name, sorted; InputError with all that is wrong in any of them."""
    found: dict[str, NamedQuery] = {}
    problems: list[Problem] = []
    for path in (path for folder in folders for path in sorted(folder.glob("*.rq"))):
        try:
            query = NamedQuery.read(path)
        except InputError as error:
            problems += error.problems
            continue
        if query.name in found:
            told = f"a query of this name stands in {found[query.name].path}"
            problems.append(Problem(str(path), 1, told, "Rename the file."))
        found[query.name] = query
    if problems:
        raise InputError(problems)
    return dict(sorted(found.items()))
