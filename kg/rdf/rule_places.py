"""The line of a rule's file that its refusal is about, and the refusal in the words of SPARQL."""

from __future__ import annotations

import re
from pathlib import Path

from kg.rdf.sparql import syntax_mistakes
from kg.rdf.tokens import Kind, tokens

# What rdflib's algebra calls that which SPARQL writes so.
_WRITTEN = {
    "LeftJoin": ("OPTIONAL",),
    "Union": ("UNION",),
    "Minus": ("MINUS",),
    "Graph": ("GRAPH",),
    "ServiceGraphPattern": ("SERVICE",),
    "Extend": ("BIND", "AS"),
    "ToMultiSet": ("VALUES", "SELECT"),
    "Slice": ("LIMIT", "OFFSET"),
    "OrderBy": ("ORDER",),
    "Group": ("GROUP",),
    "AggregateJoin": ("GROUP",),
    "Distinct": ("DISTINCT",),
    "Reduced": ("REDUCED",),
}


def placed(path: Path, refusal: str) -> str:
    """A refusal `path: why. Fix.` with its line, `path:line: why. Fix.`; of broken SPARQL, each mistake a line.

    One that has its line already stays as it is.
    """
    told = refusal.removeprefix(f"{path}: ")
    if told == refusal:
        return refusal
    text = path.read_text(encoding="utf-8")
    mistakes = syntax_mistakes(text)
    if mistakes:
        return "\n".join(f"{path}:{item.line}: {item.text} (column {item.column}). {item.fix}" for item in mistakes)
    for name, words in _WRITTEN.items():
        if f"cannot use {name}." in told:
            line, word = next(((line, word) for word in words if (line := _line_of(text, word))), (1, words[0]))
            return f"{path}:{line}: {told.replace(name, word, 1)}"
    found = re.search(r"prefix '([\w-]*:)'|(\?\w+) of the head", told)
    sought = (found[1] or found[2],) if found else ("[", "_:") if "blank node" in told else ("CONSTRUCT", "SELECT")
    if "property path" in told:
        sought = ("WHERE",)
    return f"{path}:{next((line for word in sought if (line := _line_of(text, word))), 1)}: {told}"


def _line_of(text: str, word: str) -> int:
    """The line of the first token that is this word, or begins with it where it ends with a colon; 0 for none."""
    for token in tokens(text):
        is_it = token.text.upper() == word.upper() or (word.endswith(":") and token.text.startswith(word))
        if is_it and token.kind is not Kind.TEXT:
            return text.count("\n", 0, token.start) + 1
    return 0
