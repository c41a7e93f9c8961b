"""Turtle files that people write: read whole, or all that is wrong with them told by file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, parse

from kg.facts.problems import InputError, Problem, nearest
from kg.rdf.vocabulary import PREFIXES

_MOST_PROBLEMS = 20
_DECLARATION = re.compile(r"\s*@?(prefix|base)\b", re.IGNORECASE)
_DECLARED = re.compile(r"^\s*@?prefix\s+([\w.-]*):", re.IGNORECASE | re.MULTILINE)
_PLACE = re.compile(r"^Parser error .*?: (?=\D)|^Parser error at line \d+ column \d+: ")
_NO_OBJECT = re.compile(r"(.+) is not a valid (?:RDF object|predicate|subject or graph name)")


def read_turtle(path: Path) -> list[Triple]:
    """The triples of a file. InputError with each mistake that its statements hold, as far as one hides no other."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError([Problem(str(path), line, "the file is not UTF-8", "Save it as UTF-8.")]) from None
    except OSError as error:
        fix = "Put a Turtle file there."
        raise InputError([Problem(str(path), 1, f"the file cannot be read ({error.strerror})", fix)]) from None
    try:
        return _parsed(text)
    except SyntaxError:
        raise InputError(Problem(str(path), *item) for item in _mistakes(text)) from None


def _parsed(text: str) -> list[Triple]:
    return [Triple(q.subject, q.predicate, q.object) for q in parse(input=text.encode(), format=RdfFormat.TURTLE)]


def _mistakes(text: str) -> Iterator[tuple[int, str, str]]:
    """Line, text and fix of each mistake: after one, reading goes on with the next statement that begins a line."""
    lines = text.splitlines()
    start = 0
    for _ in range(_MOST_PROBLEMS):
        kept = (line if number >= start or _DECLARATION.match(line) else "" for number, line in enumerate(lines))
        try:
            _parsed("\n".join(kept))
        except SyntaxError as error:
            line, column = error.lineno or 1, error.offset or 1
            yield _told(lines, line, column, str(error.args[0]))
            start = _next_statement(lines, line)
        else:
            return


def _next_statement(lines: Sequence[str], after: int) -> int:
    """The index of the first line after a line that begins with a subject, where the one before it ends in a dot."""
    for index in range(after, len(lines)):
        before = next((line for line in reversed(lines[:index]) if line.strip()), "")
        if before.partition(" #")[0].rstrip().endswith(".") and lines[index][:1].strip(" \t#@)];,.}"):
            return index
    return len(lines)


def _told(lines: Sequence[str], line: int, column: int, message: str) -> tuple[int, str, str]:
    said = _PLACE.sub("", message)
    shown = lines[line - 1] if line <= len(lines) else ""
    if found := re.match(r"The prefix ([^ ]*): has not been declared", said):
        return line, f"the prefix '{found[1]}:' is not declared", _declare(found[1], lines)
    if "dot is expected" in said or said == "Unexpected end":
        before = next((number for number in range(line, 0, -1) if _said_before(lines, number, line, column)), line)
        return before, "the statement does not end", "Write '.' after it, or ';' before another property of the same."
    if said == "Unexpected end of file":
        mark = shown[column - 1 : column]
        what = {'"': "text", "'": "text", "<": "IRI"}.get(mark, "statement")
        return line, f"this {what} is never closed", f"End it with {'>' if mark == '<' else mark or '.'}"
    if found := re.match(r"Invalid IRI code point '(.*)'", said):
        return line, f"an IRI cannot hold '{found[1]}'", "Close it with '>' before, or write %20 for a blank."
    if "should end with a ']'" in said:
        return line, "a '[' is never closed", "Write ']' before."
    if "PREFIX keyword should be followed" in said:
        return line, "a prefix ends with a colon", "Write it so: @prefix own: <https://…#> ."
    if found := _NO_OBJECT.match(said):
        return line, f"'{found[1]}' cannot stand here", _instead(found[1], said)
    return line, f"this is no Turtle: {said[:1].lower()}{said[1:]}", "Mend it at this place."


def _said_before(lines: Sequence[str], number: int, line: int, column: int) -> bool:
    """Whether a line holds anything of the statement that was found unended at a place."""
    text = lines[number - 1] if number <= len(lines) else ""
    if number == line:
        text = text[: column - 1]
    return bool(text.partition(" #")[0].strip()) and not text.lstrip().startswith("#")


def _declare(prefix: str, lines: Sequence[str]) -> str:
    if prefix in PREFIXES:
        return f"Begin the file with: @prefix {prefix}: <{PREFIXES[prefix]}> ."
    known = {*PREFIXES, *_DECLARED.findall("\n".join(lines))}
    return nearest(prefix, known, f"Begin the file with: @prefix {prefix}: <https://…> .").replace("'?", ":'?")


def _instead(shown: str, said: str) -> str:
    """What should stand in the place of what the parser did not take."""
    if shown.startswith(("@pre", "@ba")):
        return "Did you mean '@prefix'?"
    if shown in (".", ";", ",", "]", ")", "}"):
        return "Something is missing before it." if "subject" not in said else "Leave it out."
    if shown.isidentifier():
        return f'Write a term with its prefix (own:{shown}), or a text ("{shown}").'
    return "A property is a term with its prefix." if "predicate" in said else "Write a term with its prefix."
